//! From the HTTP library's errors to why there was no connection.

use std::error::Error;
use std::fmt;
use std::io;

use rustls::{AlertDescription, CertificateError};

use super::proxies::Proxy;

/// Why there was no connection: nothing was sent.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Unreached {
    /// The server's name is not known.
    NameUnknown,
    /// Refused, no route, or none in time.
    NoConnection,
    /// The server is not trusted, or no encryption was agreed upon.
    Tls(TlsCause),
    /// What kept the proxy, named with its port, from connecting.
    Proxy {
        /// Host and port, without user name and password.
        proxy: String,
        /// How far it came, and what it answered.
        trouble: ProxyTrouble,
    },
}

/// What is wrong with a server's certificate, or with the agreement on encryption.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum TlsCause {
    /// Its last day is over, by this computer's clock.
    #[error("its certificate has expired")]
    Expired,
    /// Its first day is yet to come, by this computer's clock.
    #[error("its certificate is not valid yet, or this computer's clock is slow")]
    NotYetValid,
    /// Issued for another name.
    #[error("its certificate is for another name")]
    WrongName,
    /// By nobody whom this computer trusts; by itself above all.
    #[error("its certificate was issued by nobody whom this computer trusts")]
    UnknownIssuer,
    /// Whoever issued it has taken it back.
    #[error("its certificate has been revoked")]
    Revoked,
    /// Made for something other than being a server.
    #[error("its certificate was not made for a server")]
    WrongPurpose,
    /// Another fault of the certificate.
    #[error("its certificate is faulty")]
    BadCertificate,
    /// No version or cipher of TLS in common.
    #[error("it has no version or cipher of TLS in common with this program")]
    NothingInCommon,
    /// The server wants a certificate of this computer, or does not take it.
    #[error("it asks for a certificate of this computer")]
    ClientCertificate,
    /// What answered does not speak TLS.
    #[error("what answered there does not speak TLS")]
    NoTls,
    /// The connection ended while encryption was being agreed upon, or something else about it.
    #[error("no encryption was agreed upon with it")]
    Other,
}

/// What a proxy did, or did not do.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ProxyTrouble {
    /// Its own name is not known.
    NameUnknown,
    /// It refused, there is no route to it, or nobody is there.
    NoConnection,
    /// No connection by it in time.
    TimedOut,
    /// It asks for a user name and a password, or for others (407).
    Credentials,
    /// It did not connect to the server, and nothing more is known.
    Refused,
    /// It does not let this program reach the server: 403 above all.
    Forbidden {
        /// Status of its answer.
        status: u16,
    },
    /// It knows no server of that name.
    UnknownToIt {
        /// Status of its answer.
        status: u16,
    },
    /// It reached no such server: 502 and 503 above all.
    ServerUnreached {
        /// Status of its answer.
        status: u16,
    },
    /// The server did not answer it in time: 504.
    ServerTimedOut,
    /// What answers there does not make tunnels: no proxy, or one for plain http alone.
    NoTunnel {
        /// Status of its answer.
        status: u16,
    },
    /// What answers there is no HTTP.
    NoProxy,
    /// It ended the connection without an answer.
    HungUp,
    /// It is set as one that is asked by https, and does not speak TLS.
    NoTls,
    /// The certificate of a proxy that is itself asked by https.
    NotTrusted,
}

/// Why a request, which failed to connect, did not reach its server by way of this proxy.
pub fn unreached(error: &reqwest::Error, proxy: Option<&Proxy>) -> Unreached {
    told_by(error, proxy, error.is_dns(), error.is_timeout())
}

/// The same of an error of the libraries below the client, which tell less by type.
pub(super) fn unreached_by(error: &(dyn Error + 'static), proxy: Option<&Proxy>) -> Unreached {
    let mut causes = std::iter::successors(Some(error), |error| (*error).source());
    let is_dns = causes.any(|error| error.to_string() == "dns error");
    told_by(error, proxy, is_dns, false)
}

fn told_by(
    error: &(dyn Error + 'static),
    proxy: Option<&Proxy>,
    is_dns: bool,
    is_timeout: bool,
) -> Unreached {
    let tls = find::<rustls::Error>(error).map(tls_cause);
    let tunnel = tunnel_words(error);
    let Some(proxy) = proxy else {
        return match tls {
            _ if is_dns => Unreached::NameUnknown,
            Some(cause) => Unreached::Tls(cause),
            None if ended_in_handshake(error) => Unreached::Tls(TlsCause::Other),
            None => Unreached::NoConnection,
        };
    };
    let trouble = match tunnel.as_deref() {
        // Past the proxy: what remains is the server's.
        None => match tls {
            Some(cause) => return Unreached::Tls(cause),
            None if is_dns => ProxyTrouble::NameUnknown,
            None if is_timeout => ProxyTrouble::TimedOut,
            None if ended_in_handshake(error) => return Unreached::Tls(TlsCause::Other),
            None => ProxyTrouble::Refused,
        },
        Some(_) if tls == Some(TlsCause::NoTls) => ProxyTrouble::NoTls,
        Some(_) if tls.is_some() => ProxyTrouble::NotTrusted,
        Some(_) if is_dns => ProxyTrouble::NameUnknown,
        Some(_) if is_timeout => ProxyTrouble::TimedOut,
        Some(words) if words.contains("authorization") => ProxyTrouble::Credentials,
        Some(words) if words.contains("underlying connection") => match ended_in_handshake(error) {
            true => ProxyTrouble::NoTls,
            false => ProxyTrouble::NoConnection,
        },
        Some(words) if words.contains("end of file") => ProxyTrouble::HungUp,
        Some(_) => ProxyTrouble::Refused,
    };
    Unreached::Proxy { proxy: proxy.host_and_port(), trouble }
}

/// An error of a kind among the causes; `io::Error::source` passes over what it wraps.
pub fn find<'a, E: Error + 'static>(error: &'a (dyn Error + 'static)) -> Option<&'a E> {
    let mut next = Some(error);
    while let Some(error) = next {
        if let Some(found) = error.downcast_ref() {
            return Some(found);
        }
        let wrapped = error.downcast_ref::<io::Error>().and_then(io::Error::get_ref);
        next = wrapped.map(|inner| inner as &(dyn Error + 'static)).or_else(|| error.source());
    }
    None
}

/// What the library says of a tunnel; the type of that error has no name outside of it.
fn tunnel_words(error: &(dyn Error + 'static)) -> Option<String> {
    let mut causes = std::iter::successors(Some(error), |error| (*error).source());
    causes
        .find_map(|error| Some(error.to_string()).filter(|words| words.starts_with("tunnel error")))
}

/// rustls says of a peer that hangs up in the middle no more than that.
fn ended_in_handshake(error: &(dyn Error + 'static)) -> bool {
    reason(error).contains("handshake eof")
}

fn tls_cause(error: &rustls::Error) -> TlsCause {
    match error {
        rustls::Error::InvalidCertificate(error) => certificate_cause(error),
        rustls::Error::PeerIncompatible(_) | rustls::Error::NoApplicationProtocol => {
            TlsCause::NothingInCommon
        }
        rustls::Error::AlertReceived(
            AlertDescription::HandshakeFailure
            | AlertDescription::ProtocolVersion
            | AlertDescription::InsufficientSecurity,
        ) => TlsCause::NothingInCommon,
        rustls::Error::AlertReceived(AlertDescription::UnrecognisedName) => TlsCause::WrongName,
        rustls::Error::AlertReceived(
            AlertDescription::CertificateRequired
            | AlertDescription::NoCertificate
            | AlertDescription::AccessDenied
            | AlertDescription::UnknownCA
            | AlertDescription::BadCertificate,
        ) => TlsCause::ClientCertificate,
        rustls::Error::InvalidMessage(_) => TlsCause::NoTls,
        rustls::Error::InvalidCertRevocationList(_) => TlsCause::Revoked,
        _ => TlsCause::Other,
    }
}

fn certificate_cause(error: &CertificateError) -> TlsCause {
    match error {
        CertificateError::Expired | CertificateError::ExpiredContext { .. } => TlsCause::Expired,
        CertificateError::NotValidYet | CertificateError::NotValidYetContext { .. } => {
            TlsCause::NotYetValid
        }
        CertificateError::NotValidForName | CertificateError::NotValidForNameContext { .. } => {
            TlsCause::WrongName
        }
        // Not signed by whom it names, though that one is trusted: somebody of the same name.
        CertificateError::UnknownIssuer | CertificateError::BadSignature => TlsCause::UnknownIssuer,
        CertificateError::Revoked => TlsCause::Revoked,
        CertificateError::InvalidPurpose | CertificateError::InvalidPurposeContext { .. } => {
            TlsCause::WrongPurpose
        }
        // The verifier's own kinds, which have no name outside of it.
        CertificateError::Other(other) => match format!("{other:?}") {
            // A certificate that signed itself.
            kind if kind.contains("CaUsedAsEndEntity") => TlsCause::UnknownIssuer,
            kind if kind.contains("Eku") => TlsCause::WrongPurpose,
            _ => TlsCause::BadCertificate,
        },
        _ => TlsCause::BadCertificate,
    }
}

impl ProxyTrouble {
    /// Writes what happened with this proxy, for the journal and the log.
    ///
    /// # Errors
    /// Of the formatter.
    pub fn describe(self, proxy: &str, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NameUnknown => write!(f, "the name of the proxy {proxy} is not known"),
            Self::NoConnection => write!(f, "the proxy {proxy} cannot be reached"),
            Self::TimedOut => write!(f, "the proxy {proxy} made no connection in time"),
            Self::Credentials => {
                write!(f, "the proxy {proxy} asks for a user name and password (407)")
            }
            Self::Refused => write!(f, "the proxy {proxy} did not let the request through"),
            Self::Forbidden { status } => {
                write!(f, "the proxy {proxy} does not allow connections to this server ({status})")
            }
            Self::UnknownToIt { status } => {
                write!(f, "the proxy {proxy} does not know the server's name ({status})")
            }
            Self::ServerUnreached { status } => {
                write!(f, "the proxy {proxy} did not reach the server ({status})")
            }
            Self::ServerTimedOut => {
                write!(f, "the proxy {proxy} had no answer from the server in time (504)")
            }
            Self::NoTunnel { status } => {
                write!(
                    f,
                    "what answers as the proxy {proxy} makes no connections for https ({status})"
                )
            }
            Self::NoProxy => write!(f, "what answers as the proxy {proxy} is no HTTP proxy"),
            Self::HungUp => {
                write!(f, "the proxy {proxy} ended the connection without an answer")
            }
            Self::NoTls => write!(f, "the proxy {proxy} does not answer in TLS"),
            Self::NotTrusted => write!(f, "the certificate of the proxy {proxy} is not trusted"),
        }
    }
}

/// The innermost causes in the library's words; no URL.
pub fn reason(error: &(dyn Error + 'static)) -> String {
    let chain: Vec<String> = std::iter::successors(Some(error), |error| (*error).source())
        .filter(|error| !error.is::<reqwest::Error>())
        .map(ToString::to_string)
        .collect();
    let mut parts: Vec<String> = Vec::new();
    for part in chain {
        // Wrappers often repeat what they wrap.
        if !part.is_empty() && !parts.iter().any(|said| said.contains(&part)) {
            parts.push(part);
        }
    }
    if parts.is_empty() { "no reason given".to_owned() } else { in_words(&parts.join(": ")) }
}

/// Without the names that libraries show of their own values: `Other(OtherError(EkuError))` is
/// "eku error".
fn in_words(text: &str) -> String {
    let is_name = |word: &str| {
        let humps = word.chars().filter(char::is_ascii_uppercase).count();
        let has_small = word.chars().any(|c| c.is_ascii_lowercase());
        word.starts_with(|c: char| c.is_ascii_uppercase())
            && has_small
            && (humps > 1 || word.contains('('))
            && word.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '(' | ')'))
    };
    let plain = |word: &str| {
        let (name, end) = word.split_at_checked(word.trim_end_matches([',', ';', ':']).len())?;
        let inner = name.rsplit('(').next()?.trim_end_matches(')');
        let mut words = String::new();
        for c in inner.chars() {
            if c.is_ascii_uppercase() && !words.is_empty() {
                words.push(' ');
            }
            words.push(c.to_ascii_lowercase());
        }
        is_name(name).then(|| words + end)
    };
    let words: Vec<String> =
        text.split(' ').map(|word| plain(word).unwrap_or_else(|| word.to_owned())).collect();
    words.join(" ")
}

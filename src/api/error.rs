//! What can go wrong with a call.

use std::fmt;

use crate::domain::{Redacted, Unproven};
use crate::network::{ProxyError, ProxyTrouble, RootsSetting, TlsCause, Unreached};

/// A fault as the gateway sent it. The code table is not public: both codes are shown as they came
/// and no meaning is attached to them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    /// The gateway's words.
    pub detail: Option<Redacted>,
    /// Its recommendation (spelled `recomendation` on the wire).
    pub recommendation: Option<Redacted>,
    /// `faultcode`.
    pub first_code: Option<Redacted>,
    /// `faultstring`, a second code.
    pub second_code: Option<Redacted>,
    /// Status of the HTTP answer that carried it.
    pub http_status: u16,
}

impl Fault {
    /// Both codes for people, `5 / 143`; `None` where neither came.
    pub fn codes(&self) -> Option<String> {
        match (&self.first_code, &self.second_code) {
            (None, None) => None,
            (first, second) => Some(format!(
                "{} / {}",
                first.as_deref().unwrap_or("–"),
                second.as_deref().unwrap_or("–")
            )),
        }
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.detail.as_deref().unwrap_or("no words"))?;
        if let Some(recommendation) = &self.recommendation {
            write!(f, "; it recommends: {recommendation}")?;
        }
        self.codes().map_or(Ok(()), |codes| write!(f, " (codes {codes})"))
    }
}

/// Why no connection was made.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum UnreachableCause {
    /// The server's name is not known.
    #[error("its name is not known")]
    NameUnknown,
    /// The computer there takes no connections at this port.
    #[error("it refused the connection")]
    Refused,
    /// None within the connect limit.
    #[error("it made no connection in time")]
    TimedOut,
    /// No connection for another reason: no route, no network, ended at once.
    #[error("there is no connection to it")]
    NoConnection,
    /// The TLS handshake failed: an untrusted certificate above all.
    #[error(transparent)]
    Tls(TlsCause),
    /// The proxy, named with its port, made no connection.
    #[error(fmt = by_proxy)]
    Proxy {
        /// Host and port, without user name and password.
        proxy: String,
        /// How far it came, and what it answered.
        trouble: ProxyTrouble,
    },
    /// A proxy is set, and its setting cannot be read.
    #[error(transparent)]
    ProxySetting(ProxyError),
    /// There are no certificates to check servers by.
    #[error("there are no certificates that servers are verified by")]
    NoRoots(Option<RootsSetting>),
    /// The client itself could not be set up.
    #[error("the connection could not be set up")]
    Setup,
}

fn by_proxy(proxy: &str, trouble: &ProxyTrouble, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    trouble.describe(proxy, f)
}

impl From<Unreached> for UnreachableCause {
    fn from(why: Unreached) -> Self {
        match why {
            Unreached::NameUnknown => Self::NameUnknown,
            Unreached::NoConnection => Self::NoConnection,
            Unreached::Tls(cause) => Self::Tls(cause),
            Unreached::Proxy { proxy, trouble } => Self::Proxy { proxy, trouble },
        }
    }
}

/// Why an answer is missing although the request may have arrived.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum InterruptedCause {
    /// No whole answer within the limit of a call.
    #[error("the answer did not arrive: it did not come in time")]
    TimedOut,
    /// The connection ended before the answer began.
    #[error("the answer did not arrive: the connection ended before it did")]
    CutOff,
    /// The answer began, and ended before it was whole.
    #[error("the answer did not arrive whole: it broke off")]
    BrokeOff,
    /// It came compressed, and is not what was compressed.
    #[error("the answer did not arrive whole: it came compressed and cannot be unpacked")]
    BadPacking,
    /// What came is no HTTP.
    #[error("the answer did not arrive: what came is not HTTP")]
    NotHttp,
}

/// Why an answer was not understood.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Misread {
    /// Nothing but blanks.
    #[error("the body is empty")]
    Empty,
    /// No JSON, from here on.
    #[error("no JSON at line {line}, column {column}")]
    NoJson {
        /// From 1.
        line: usize,
        /// From 1; 0 where the text ends with the line before.
        column: usize,
    },
    /// JSON of another kind: a number, a text, nothing.
    #[error("neither a list nor an object")]
    NoList,
    /// An object with nothing of a fault or a card in it.
    #[error("an object that is neither fault nor card")]
    OtherObject,
    /// A member of the list is no card.
    #[error("card {place}: {fault}")]
    Card {
        /// Its place in the list, from 1.
        place: usize,
        /// What is wrong with it.
        fault: CardFault,
    },
    /// A removal was answered without the words that acknowledge it.
    #[error("no message")]
    NoMessage,
    /// It came encoded in a way that nobody asked for.
    #[error("the answer is encoded as {encoding}, which was not asked for")]
    Encoding {
        /// Name in `Content-Encoding`, shortened.
        encoding: String,
    },
    /// The program failed over it.
    #[error("reading broke off")]
    ReadingFailed,
}

/// Why a member of a list is no card.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum CardFault {
    /// Not an object.
    #[error("not an object")]
    NoObject,
    /// It names no token, and lacks what else a card has.
    #[error("no token")]
    NoToken,
    /// `assets` is there, and is no list.
    #[error("assets are no list")]
    Assets,
    /// `assetData` of an asset is there, and is no list.
    #[error("assetData is no list")]
    AssetData,
}

/// What went wrong with a call, typed by what the caller can do about it.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ApiError {
    /// The gateway answered, and refused.
    #[error("the gateway refused: {0}")]
    Refused(Fault),
    /// Nothing was sent. `reason` is the library's words.
    #[error("the server was not reached: {cause}")]
    Unreachable {
        /// Decides the advice.
        cause: UnreachableCause,
        /// The library's words, for a person who looks into it.
        reason: Redacted,
    },
    /// Sent, but no whole answer: what happened there is unknown.
    #[error("{cause}")]
    Interrupted {
        /// Decides the advice.
        cause: InterruptedCause,
        /// The library's words, for a person who looks into it.
        reason: Redacted,
    },
    /// An HTTP status other than 2xx, without a fault. `excerpt` is the start of the body.
    #[error("the server answered with HTTP status {status}: {excerpt}")]
    HttpStatus {
        /// Status code as it came.
        status: u16,
        /// Start of the body, shortened.
        excerpt: Redacted,
    },
    /// The server sends whoever asks to another place, where the password is not taken.
    #[error("the server answered with HTTP status {status}: a redirect to {host}, not followed")]
    Redirected {
        /// Status code as it came.
        status: u16,
        /// The name of that place's server, shortened.
        host: Redacted,
    },
    /// An answer that was not understood. `excerpt` is its start.
    #[error("the answer was not understood ({reason}): {excerpt}")]
    NotUnderstood {
        /// Where reading stopped, and why.
        reason: Misread,
        /// Start of the body, shortened.
        excerpt: Redacted,
    },
    /// A list that proves no absence, where one was needed: no cards, or not the card in question.
    #[error("the list does not prove that a card which is not on it is gone, since {doubt}")]
    NoProof {
        /// What it leaves open.
        doubt: Unproven,
    },
    /// An answer over the limit, in bytes.
    #[error("the answer is over {limit} bytes")]
    TooLarge {
        /// Largest answer that is read, in bytes.
        limit: usize,
    },
    /// The token holds symbols the gateway would remove; nothing was sent.
    #[error("the token holds symbols that the gateway would remove")]
    TokenNotSendable,
}

impl ApiError {
    /// Whether it is certain that the gateway received nothing.
    pub fn nothing_was_sent(&self) -> bool {
        matches!(self, Self::Unreachable { .. } | Self::TokenNotSendable)
    }

    /// The library's and the system's words, for those who look into it; the error's own words are
    /// a sentence without them.
    pub fn technical(&self) -> Option<&str> {
        match self {
            Self::Unreachable { cause: UnreachableCause::ProxySetting(_), .. } => None,
            Self::Unreachable { reason, .. } | Self::Interrupted { reason, .. } => Some(reason),
            Self::Refused(_)
            | Self::HttpStatus { .. }
            | Self::Redirected { .. }
            | Self::NotUnderstood { .. }
            | Self::NoProof { .. }
            | Self::TooLarge { .. }
            | Self::TokenNotSendable => None,
        }
    }
}

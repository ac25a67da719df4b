//! Addresses of gateways.

use std::fmt;

use url::{Host, ParseError, Position, Url};

use super::redact::redact;

/// Address of a gateway: https, or plain http to this machine alone.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct ServerAddress(Url);

/// Why a text is no server address.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ServerAddressError {
    /// Nothing, or blanks only.
    Empty,
    /// Not a host name or address.
    Malformed,
    /// What stands behind the colon is no number from 1 to 65535.
    Port,
    /// Plain http to a host that is not this machine: the password would travel readable.
    PlainHttp {
        /// The host that was named.
        host: String,
    },
    /// Another scheme than https or http.
    Scheme {
        /// The scheme that was given.
        scheme: String,
    },
    /// A user name or password in the address.
    UserInfo,
    /// A path, query or fragment: only the server's name is asked for.
    MoreThanAServer {
        /// What stands behind the server's name; of a query and a fragment, which may hold secrets, no
        /// more than that they are there.
        extra: String,
    },
}

/// What a removal on this server would mean.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Environment {
    /// This machine.
    Sandbox,
    /// The gateway's test servers.
    Test,
    /// Everything else: real cards.
    Production,
}

impl Environment {
    /// The word shown and recorded: `SANDBOX`, `TEST`, `PRODUCTION`.
    pub fn word(self) -> &'static str {
        match self {
            Self::Sandbox => "SANDBOX",
            Self::Test => "TEST",
            Self::Production => "PRODUCTION",
        }
    }
}

impl ServerAddress {
    /// Parses a server's name (`pay.example`), with or without port, or its `https://` URL.
    ///
    /// # Errors
    /// See [`ServerAddressError`].
    pub fn parse(text: &str) -> Result<Self, ServerAddressError> {
        let text = text.trim();
        if text.is_empty() {
            return Err(ServerAddressError::Empty);
        }
        // URLs lose tabs and line breaks when they are read: another name than the one typed.
        if text.contains(char::is_control) {
            return Err(ServerAddressError::Malformed);
        }
        let full = if text.contains("://") { text.to_owned() } else { format!("https://{text}") };
        let url = Url::parse(&full).map_err(|error| match error {
            ParseError::InvalidPort => ServerAddressError::Port,
            _ => ServerAddressError::Malformed,
        })?;
        if !matches!(url.scheme(), "https" | "http") {
            return Err(ServerAddressError::Scheme { scheme: url.scheme().to_owned() });
        }
        if !url.username().is_empty() || url.password().is_some() {
            return Err(ServerAddressError::UserInfo);
        }
        let Some(host) = url.host() else { return Err(ServerAddressError::Malformed) };
        // Nothing answers on port 0.
        if url.port() == Some(0) {
            return Err(ServerAddressError::Port);
        }
        if url.scheme() == "http" && !is_loopback(&host) {
            return Err(ServerAddressError::PlainHttp { host: host.to_string() });
        }
        if url.path() != "/" || url.query().is_some() || url.fragment().is_some() {
            return Err(ServerAddressError::MoreThanAServer { extra: extra(&url) });
        }
        Ok(Self(url))
    }

    /// The base URL, ending in `/`.
    pub fn url(&self) -> &Url {
        &self.0
    }

    /// Host, and port where it is not the scheme's own.
    pub fn host_and_port(&self) -> String {
        let host = self.0.host_str().unwrap_or_default();
        match self.0.port() {
            Some(port) => format!("{host}:{port}"),
            None => host.to_owned(),
        }
    }

    /// Whether the server is this machine.
    pub fn is_loopback(&self) -> bool {
        self.0.host().is_some_and(|host| is_loopback(&host))
    }

    /// Derived from the name: this machine is the sandbox; a first label `test`, or a label `t`,
    /// `d` or `demo`, marks a test server (inferred from names in Assist's public SDKs); all else
    /// counts as production.
    pub fn environment(&self) -> Environment {
        if self.is_loopback() {
            return Environment::Sandbox;
        }
        let Some(Host::Domain(name)) = self.0.host() else { return Environment::Production };
        let test_label = |label: &str| matches!(label, "t" | "d" | "demo");
        if name.split('.').next() == Some("test") || name.split('.').any(test_label) {
            Environment::Test
        } else {
            Environment::Production
        }
    }
}

impl fmt::Display for ServerAddress {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.host_and_port())
    }
}

/// What an address has behind its server's name, as far as it may be shown.
fn extra(url: &Url) -> String {
    let path = redact(&url[Position::BeforePath..Position::AfterPath]).into_string();
    let query = url.query().map_or("", |_| "?…");
    let fragment = url.fragment().map_or("", |_| "#…");
    match path.as_str() {
        "/" => format!("{query}{fragment}"),
        path => format!("{path}{query}{fragment}"),
    }
}

fn is_loopback<S: AsRef<str>>(host: &Host<S>) -> bool {
    match host {
        Host::Domain(name) => name.as_ref().eq_ignore_ascii_case("localhost"),
        Host::Ipv4(address) => address.is_loopback(),
        Host::Ipv6(address) => address.is_loopback(),
    }
}

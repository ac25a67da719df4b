//! Which proxy a server is reached by. The settings are read here and not by the HTTP client, which
//! takes one that it cannot read for none, and would then ask directly.

use std::ffi::OsString;
use std::fmt;
use std::net::Ipv6Addr;
use std::sync::{Arc, OnceLock};

use hyper_util::client::proxy::matcher::Matcher;
use reqwest::blocking::ClientBuilder;
use rustls::ClientConfig;
use url::{Host, ParseError, Url};

use super::exceptions::{Exceptions, is_name};
use super::of_windows;
use super::setting::{ProxyError, ProxyFault};

/// A proxy, as a setting names it.
#[derive(Clone, PartialEq, Eq)]
pub struct Proxy(Url);

/// The proxies of this computer.
#[derive(Debug, Clone, Default)]
pub struct Proxies {
    known: Arc<Known>,
    /// What tunnels need for TLS: made once, since the system's trust is read for it.
    tls: Arc<OnceLock<Arc<ClientConfig>>>,
}

impl From<Known> for Proxies {
    fn from(known: Known) -> Self {
        Self { known: Arc::new(known), tls: Arc::default() }
    }
}

#[derive(Debug, Default)]
enum Known {
    /// Everything is asked directly.
    #[default]
    None,
    Read {
        http: Option<Proxy>,
        https: Option<Proxy>,
        exceptions: Exceptions,
    },
    /// Where the environment names none: what macOS has set.
    #[cfg_attr(windows, expect(dead_code, reason = "Windows' are read here"))]
    System(Matcher),
}

/// In this order the first one that is set counts.
const FOR_HTTPS: [&str; 4] = ["HTTPS_PROXY", "https_proxy", "ALL_PROXY", "all_proxy"];
const FOR_HTTP: [&str; 4] = ["HTTP_PROXY", "http_proxy", "ALL_PROXY", "all_proxy"];
/// What stands where there is to be no proxy.
const SAYS_NONE: [&str; 7] = ["direct", "none", "off", "no", "false", "null", "disabled"];
const EXCEPTIONS: [&str; 2] = ["NO_PROXY", "no_proxy"];

impl Proxies {
    /// Those of the environment, and where it names none, of the system.
    ///
    /// # Errors
    /// A setting cannot be read, used or not.
    pub fn of_this_computer() -> Result<Self, ProxyError> {
        let read = Self::read(|name| std::env::var_os(name))?;
        match *read.known {
            Known::None => Self::of_the_system(),
            Known::Read { .. } | Known::System(_) => Ok(read),
        }
    }

    /// The library takes a proxy for each protocol for none.
    #[cfg(windows)]
    fn of_the_system() -> Result<Self, ProxyError> {
        let Some((servers, exceptions)) = of_windows::settings() else {
            return Ok(Self::default());
        };
        Self::of_windows(&servers, &exceptions, |name| std::env::var_os(name))
    }

    #[cfg(not(windows))]
    #[expect(clippy::unnecessary_wraps, reason = "Windows' settings may be unreadable")]
    fn of_the_system() -> Result<Self, ProxyError> {
        Ok(Known::System(Matcher::from_system()).into())
    }

    /// Those that Windows' settings name: ProxyServer and ProxyOverride, and variables for more exceptions.
    ///
    /// # Errors
    /// As [`Proxies::of_this_computer`].
    pub fn of_windows(
        servers: &str,
        exceptions: &str,
        variable: impl Fn(&str) -> Option<OsString>,
    ) -> Result<Self, ProxyError> {
        let told = |what| fault("ProxyServer (Windows)", what);
        let read = |server: Option<&str>| server.map(Proxy::parse).transpose().map_err(told);
        let [http, https] = of_windows::servers(servers).map_err(told)?;
        let (http, https) = (read(http)?, read(https)?);
        let exceptions = exceptions_of(variable)?.and_of_windows(exceptions);
        Ok(Known::Read { http, https, exceptions }.into())
    }

    /// Those that these variables name.
    ///
    /// # Errors
    /// As [`Proxies::of_this_computer`].
    pub fn read(variable: impl Fn(&str) -> Option<OsString>) -> Result<Self, ProxyError> {
        let first = |names: [&str; 4]| {
            let mut first = None;
            for name in names {
                if let Some(text) = text(&variable, name)? {
                    let proxy = Proxy::parse(&text).map_err(|what| fault(name, what))?;
                    first = first.or(Some(proxy));
                }
            }
            Ok(first)
        };
        let (https, http) = (first(FOR_HTTPS)?, first(FOR_HTTP)?);
        if https.is_none() && http.is_none() {
            return Ok(Self::default());
        }
        let exceptions = exceptions_of(variable)?;
        Ok(Known::Read { http, https, exceptions }.into())
    }

    /// The proxy that an address is reached by; `None`: directly.
    pub fn for_url(&self, url: &Url) -> Option<Proxy> {
        match &*self.known {
            Known::None => None,
            Known::Read { exceptions, .. } if exceptions.holds(url) => None,
            Known::Read { http, https, .. } => match url.scheme() {
                "https" => https.clone(),
                "http" => http.clone(),
                _ => None,
            },
            Known::System(system) => {
                let found = system.intercept(&url.as_str().parse().ok()?)?;
                Url::parse(&found.uri().to_string()).ok().map(Proxy)
            }
        }
    }

    /// Has a client ask by way of these, and no other.
    pub fn set(&self, builder: ClientBuilder) -> ClientBuilder {
        match &*self.known {
            Known::None => builder.no_proxy(),
            Known::Read { .. } => builder.no_proxy().proxy(self.chosen()),
            // The client asks the system in the same way, and knows the credentials.
            Known::System(_) => builder,
        }
    }

    /// The same of a client whose answers are taken apart, see [`exchange`](super::exchange).
    pub fn set_for_exchange(&self, builder: reqwest::ClientBuilder) -> reqwest::ClientBuilder {
        match &*self.known {
            Known::None => builder.no_proxy(),
            Known::Read { .. } => builder.no_proxy().proxy(self.chosen()),
            Known::System(_) => builder,
        }
    }

    fn chosen(&self) -> reqwest::Proxy {
        let proxies = self.clone();
        reqwest::Proxy::custom(move |url: &Url| proxies.for_url(url).map(|proxy| proxy.0))
    }

    /// What a tunnel needs for TLS, made by the first one.
    pub(super) fn tls<E>(
        &self,
        make: impl FnOnce() -> Result<ClientConfig, E>,
    ) -> Result<Arc<ClientConfig>, E> {
        if let Some(made) = self.tls.get() {
            return Ok(Arc::clone(made));
        }
        let made = Arc::new(make()?);
        Ok(Arc::clone(self.tls.get_or_init(|| made)))
    }
}

/// The value of a variable that is set and not empty.
fn text(
    variable: impl Fn(&str) -> Option<OsString>,
    name: &str,
) -> Result<Option<String>, ProxyError> {
    match variable(name).map(OsString::into_string) {
        Some(Ok(text)) if !text.is_empty() => Ok(Some(text)),
        Some(Err(_)) => Err(fault(name, ProxyFault::Malformed)),
        Some(Ok(_)) | None => Ok(None),
    }
}

fn exceptions_of(variable: impl Fn(&str) -> Option<OsString>) -> Result<Exceptions, ProxyError> {
    let mut exceptions = Exceptions::default();
    for name in EXCEPTIONS.into_iter().rev() {
        if let Some(list) = text(&variable, name)? {
            exceptions = Exceptions::parse(&list).map_err(|what| fault(name, what))?;
        }
    }
    Ok(exceptions)
}

fn fault(variable: &str, fault: ProxyFault) -> ProxyError {
    ProxyError { variable: variable.to_owned(), fault }
}

impl Proxy {
    fn parse(text: &str) -> Result<Self, ProxyFault> {
        let unseen = |c: char| {
            c.is_whitespace()
                || c.is_control()
                || matches!(c, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}' | '\u{ad}')
        };
        if text.contains(unseen) {
            return Err(ProxyFault::Blank);
        }
        let is_quote =
            |c: char| matches!(c, '"' | '\'' | '`' | '«' | '»' | '\u{2018}'..='\u{201f}');
        if text.starts_with(is_quote) || text.ends_with(is_quote) {
            return Err(ProxyFault::Quotes);
        }
        if SAYS_NONE.iter().any(|word| text.eq_ignore_ascii_case(word)) {
            return Err(ProxyFault::Direct);
        }
        // An address without its scheme may keep the slashes.
        let bare = text.strip_prefix("//").unwrap_or(text);
        let (scheme, rest) = text.split_once("://").unwrap_or(("http", bare));
        let is_scheme = |c: char| c.is_ascii_alphanumeric() || matches!(c, '+' | '-' | '.');
        if scheme.is_empty() || !scheme.chars().all(is_scheme) {
            return Err(ProxyFault::Malformed);
        }
        let scheme = scheme.to_ascii_lowercase();
        if scheme == "direct" {
            return Err(ProxyFault::Direct);
        }
        if !matches!(scheme.as_str(), "http" | "https") {
            return Err(ProxyFault::Scheme { scheme });
        }
        if rest.is_empty() || rest.starts_with('/') {
            return Err(ProxyFault::NoHost);
        }
        let (credentials, server) = rest.rsplit_once('@').unwrap_or(("", rest));
        if is_bare_ipv6(server) {
            return Err(ProxyFault::Brackets);
        }
        if server.is_empty() || server.starts_with(':') {
            return Err(ProxyFault::NoHost);
        }
        if credentials.starts_with(':') {
            return Err(ProxyFault::NoUser);
        }
        if credentials.contains(['/', '\\', '?', '#']) {
            return Err(ProxyFault::Unescaped);
        }
        let bare = server.split(['/', '?', '#']).next().unwrap_or_default();
        if bare.contains([',', ';', '=', '|']) {
            return Err(ProxyFault::Several);
        }
        let url = Url::parse(&format!("{scheme}://{rest}")).map_err(|error| match error {
            ParseError::EmptyHost => ProxyFault::NoHost,
            ParseError::InvalidPort => ProxyFault::Port,
            _ => ProxyFault::Malformed,
        })?;
        if url.port() == Some(0) {
            return Err(ProxyFault::Port);
        }
        let is_server = url.path() == "/" && url.query().is_none() && url.fragment().is_none();
        if !is_server || rest.contains('\\') {
            return Err(ProxyFault::MoreThanAServer);
        }
        let is_host = match url.host() {
            Some(Host::Domain(name)) => is_name(name),
            // Not a port alone, nor another way to write a number.
            Some(Host::Ipv4(address)) => {
                server.split(['/', ':']).next() == Some(address.to_string().as_str())
            }
            Some(Host::Ipv6(_)) => true,
            None => false,
        };
        if is_host { Ok(Self(url)) } else { Err(ProxyFault::Malformed) }
    }

    /// The whole address, with the credentials: for connecting alone.
    pub(super) fn address(&self) -> &str {
        self.0.as_str()
    }

    /// Host and port: no user name, no password.
    pub fn host_and_port(&self) -> String {
        let port = self.0.port_or_known_default().unwrap_or_default();
        format!("{}:{port}", self.0.host_str().unwrap_or_default())
    }

    /// Whether it is itself asked by https.
    pub(super) fn is_https(&self) -> bool {
        self.0.scheme() == "https"
    }

    /// Its name or address.
    pub fn host(&self) -> &str {
        self.0.host_str().unwrap_or_default()
    }
}

/// `::1`, `fe80::1:3128`: more colons than before a port alone.
fn is_bare_ipv6(server: &str) -> bool {
    let bare = server.split(['/', '?', '#', '%']).next().unwrap_or_default();
    let before_port = bare.rsplit_once(':').map_or("", |(host, _)| host);
    bare.parse::<Ipv6Addr>().is_ok() || before_port.parse::<Ipv6Addr>().is_ok()
}

impl fmt::Debug for Proxy {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Proxy({}://{})", self.0.scheme(), self.host_and_port())
    }
}

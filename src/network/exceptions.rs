//! Servers that are asked directly. Of `NO_PROXY` there is no standard; these are the forms of curl, Go
//! and Python together. Windows has its own.

use std::net::IpAddr;

use url::{Host, Url};

use super::of_windows;
use super::setting::ProxyFault;

/// Characters of a name, and of the part between two dots.
const MOST_OF_NAME: usize = 253;
const MOST_OF_LABEL: usize = 63;
/// Characters that are shown of an entry.
const MOST_SHOWN: usize = 80;

/// What is asked directly.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Exceptions(Vec<Exception>);

#[derive(Debug, Clone, PartialEq, Eq)]
struct Exception {
    servers: Servers,
    /// Of any port where none is named.
    port: Option<u16>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
enum Servers {
    All,
    /// Names without a dot, as Windows has it.
    Local,
    /// A name; with or without the names below it.
    Name {
        name: String,
        itself: bool,
        below: bool,
    },
    /// A pattern of Windows: `10.*`, `*.local`, `pay*`.
    Like(String),
    /// Addresses that begin with as many bits of this one.
    Network {
        address: IpAddr,
        bits: u32,
    },
}

impl Exceptions {
    /// Reads a list with commas or blanks between.
    ///
    /// # Errors
    /// An entry that is not understood, without what may be a password.
    pub(super) fn parse(list: &str) -> Result<Self, ProxyFault> {
        let entries = list.split(|c: char| c == ',' || c.is_whitespace());
        let entries = entries.filter(|entry| !entry.is_empty());
        let read = entries.map(|entry| Exception::parse(entry).ok_or_else(|| fault(entry, list)));
        read.collect::<Result<_, _>>().map(Self)
    }

    /// Those of Windows, which knows none that cannot be read, beside these.
    pub(super) fn and_of_windows(mut self, list: &str) -> Self {
        self.0.extend(of_windows::exceptions(list).map(|entry| {
            let split = entry.rsplit_once(':').filter(|(host, _)| !host.ends_with(':'));
            let port = split.and_then(|(_, port)| port.parse().ok());
            let host = split.filter(|_| port.is_some()).map_or(entry.as_str(), |(host, _)| host);
            let servers = match host {
                "<local>" => Servers::Local,
                host => Servers::Like(host.to_owned()),
            };
            Exception { servers, port }
        }));
        self
    }

    pub(super) fn holds(&self, url: &Url) -> bool {
        let Some(host) = url.host() else { return false };
        let port = url.port_or_known_default();
        self.0.iter().any(|exception| {
            let is_port = exception.port.is_none() || exception.port == port;
            is_port && exception.servers.hold(&host)
        })
    }
}

impl Exception {
    fn parse(entry: &str) -> Option<Self> {
        if let Some(servers) = Servers::parse(entry) {
            return Some(Self { servers, port: None });
        }
        let (servers, port) = entry.rsplit_once(':')?;
        let port = port.parse().ok().filter(|port| *port > 0)?;
        Some(Self { servers: Servers::parse(servers)?, port: Some(port) })
    }
}

impl Servers {
    fn parse(text: &str) -> Option<Self> {
        if text == "*" {
            return Some(Self::All);
        }
        if text.eq_ignore_ascii_case("<local>") {
            return Some(Self::Local);
        }
        if let Some((address, bits)) = text.split_once('/') {
            let (address, bits) = (address_of(address)?, bits.parse().ok()?);
            return (bits <= width(address)).then_some(Self::Network { address, bits });
        }
        if let Some(address) = address_of(text) {
            return Some(Self::Network { address, bits: width(address) });
        }
        let (name, itself, below) = match (text.strip_prefix("*."), text.strip_prefix('.')) {
            (Some(name), _) => (name, false, true),
            (None, Some(name)) => (name, true, true),
            (None, None) => (text, true, true),
        };
        // As URLs have them: in small letters, and other scripts in ASCII.
        match Host::parse(name).ok()? {
            Host::Domain(name) => {
                let name = name.trim_end_matches('.').to_owned();
                is_name(&name).then_some(Self::Name { name, itself, below })
            }
            Host::Ipv4(_) | Host::Ipv6(_) => None,
        }
    }

    fn hold(&self, host: &Host<&str>) -> bool {
        match self {
            Self::All => true,
            Self::Local => matches!(host, Host::Domain(name) if !name.contains('.')),
            Self::Name { name, itself, below } => {
                let Host::Domain(host) = host else { return false };
                let host = host.trim_end_matches('.');
                let is_below =
                    || host.strip_suffix(name.as_str()).is_some_and(|h| h.ends_with('.'));
                *itself && host == name || *below && is_below()
            }
            Self::Like(pattern) => {
                of_windows::is_like(host.to_string().trim_end_matches('.'), pattern)
            }
            Self::Network { address, bits } => match host {
                Host::Domain(_) => false,
                Host::Ipv4(host) => is_in((*host).into(), *address, *bits),
                Host::Ipv6(host) => is_in(host.to_canonical(), *address, *bits),
            },
        }
    }
}

/// Whether a name, in ASCII, can be a server's.
pub(super) fn is_name(name: &str) -> bool {
    let is_label = |label: &str| {
        (1..=MOST_OF_LABEL).contains(&label.len())
            && label.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '-' | '_'))
    };
    name.len() <= MOST_OF_NAME && name.strip_suffix('.').unwrap_or(name).split('.').all(is_label)
}

/// What is wrong with an entry, in words that hold no password. One with a comma in it is cut in two,
/// so where there is an `@` further on, nothing of an entry is told.
fn fault(entry: &str, list: &str) -> ProxyFault {
    let told = match entry.rsplit_once('@') {
        Some((_, server)) => Some(server),
        None => (!list.contains('@')).then_some(entry),
    };
    let shown =
        told.map(|told| told.chars().filter(|c| !c.is_control()).take(MOST_SHOWN).collect());
    let is_address = entry.contains("://") || entry.contains('@');
    if is_address || shown.is_none() {
        let bare = shown.map(|shown: String| {
            let bare = shown.split_once("://").map_or(shown.as_str(), |(_, rest)| rest);
            bare.split(['/', '?', '#']).next().unwrap_or_default().to_owned()
        });
        let server = bare.filter(|bare| Exception::parse(bare).is_some());
        return ProxyFault::ExceptionAddress { server };
    }
    ProxyFault::Exception { entry: without_secret(shown.unwrap_or_default()) }
}

/// Without what stands where a port would and is none: in `user:password` it is the password.
fn without_secret(entry: String) -> String {
    match entry.split_once(':') {
        Some((_, port)) if port.bytes().all(|b| b.is_ascii_digit() || b == b':') => entry,
        // An address of IPv6, spoiled.
        Some(_) if entry.bytes().all(|b| b.is_ascii_hexdigit() || b":[]./".contains(&b)) => entry,
        Some((name, _)) => format!("{name}:…"),
        None => entry,
    }
}

/// An address, in brackets or without.
fn address_of(text: &str) -> Option<IpAddr> {
    let bare = text.strip_prefix('[').and_then(|text| text.strip_suffix(']'));
    let address: IpAddr = bare.unwrap_or(text).parse().ok()?;
    (bare.is_none() || address.is_ipv6()).then_some(address)
}

fn width(address: IpAddr) -> u32 {
    if address.is_ipv4() { u32::BITS } else { u128::BITS }
}

fn is_in(host: IpAddr, network: IpAddr, bits: u32) -> bool {
    let number = |address: IpAddr| match address {
        IpAddr::V4(address) => u128::from(address.to_bits()),
        IpAddr::V6(address) => address.to_bits(),
    };
    let rest = width(network) - bits;
    let prefix = |address| number(address).checked_shr(rest).unwrap_or(0);
    host.is_ipv4() == network.is_ipv4() && prefix(host) == prefix(network)
}

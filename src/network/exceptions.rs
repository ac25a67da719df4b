//! `NO_PROXY`: servers that are asked directly. There is no standard; these are the forms of curl, Go
//! and Python together.

use std::net::IpAddr;

use url::{Host, Url};

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
    /// A name; with or without the names below it.
    Name {
        name: String,
        itself: bool,
        below: bool,
    },
    /// Addresses that begin with as many bits of this one.
    Network {
        address: IpAddr,
        bits: u32,
    },
}

impl Exceptions {
    /// Reads a list with commas or blanks between; what is no server is passed over, so that the
    /// proxy is asked.
    pub(super) fn parse(list: &str) -> Self {
        let entries = list.split(|c: char| c == ',' || c.is_whitespace());
        Self(entries.filter(|entry| !entry.is_empty()).filter_map(Exception::parse).collect())
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
        Some(Self { servers: Servers::parse(servers)?, port: Some(port.parse().ok()?) })
    }
}

impl Servers {
    fn parse(text: &str) -> Option<Self> {
        if text == "*" {
            return Some(Self::All);
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
                (!name.is_empty()).then_some(Self::Name { name, itself, below })
            }
            Host::Ipv4(_) | Host::Ipv6(_) => None,
        }
    }

    fn hold(&self, host: &Host<&str>) -> bool {
        match self {
            Self::All => true,
            Self::Name { name, itself, below } => {
                let Host::Domain(host) = host else { return false };
                let host = host.trim_end_matches('.');
                let is_below =
                    || host.strip_suffix(name.as_str()).is_some_and(|h| h.ends_with('.'));
                *itself && host == name || *below && is_below()
            }
            Self::Network { address, bits } => match host {
                Host::Domain(_) => false,
                Host::Ipv4(host) => is_in((*host).into(), *address, *bits),
                Host::Ipv6(host) => is_in(host.to_canonical(), *address, *bits),
            },
        }
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

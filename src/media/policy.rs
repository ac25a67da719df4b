//! Which addresses may be fetched from.

use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};

use url::{Host, Url};

use crate::domain::ServerAddress;

/// Which addresses files are fetched from: https on public hosts, and this machine where the
/// gateway itself is on it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct HostPolicy {
    loopback: bool,
}

/// Why an address is not asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum UrlRefusal {
    /// Not a URL.
    Malformed,
    /// Another scheme than https.
    Scheme,
    /// A user name or password in it.
    UserInfo,
    /// A port other than 443.
    Port,
    /// This machine, or a private, link-local or reserved address.
    PrivateAddress,
}

impl HostPolicy {
    /// The policy of a session: the sandbox's own store is on this machine.
    pub fn for_server(server: &ServerAddress) -> Self {
        Self { loopback: server.is_loopback() }
    }

    /// Public hosts alone.
    pub fn public() -> Self {
        Self { loopback: false }
    }

    /// Public hosts, and this machine.
    pub fn with_loopback() -> Self {
        Self { loopback: true }
    }

    /// The address, where it may be asked.
    ///
    /// # Errors
    /// See [`UrlRefusal`].
    pub fn check(self, url: &str) -> Result<Url, UrlRefusal> {
        let url = Url::parse(url).map_err(|_| UrlRefusal::Malformed)?;
        let host = url.host().ok_or(UrlRefusal::Malformed)?;
        let here = is_this_machine(&host);
        match url.scheme() {
            "https" => {}
            "http" if here && self.loopback => {}
            _ => return Err(UrlRefusal::Scheme),
        }
        if !url.username().is_empty() || url.password().is_some() {
            return Err(UrlRefusal::UserInfo);
        }
        if here && self.loopback {
            return Ok(url);
        }
        let private = match host {
            Host::Domain(name) => here || is_local_name(name),
            Host::Ipv4(address) => !is_public(address.into()),
            Host::Ipv6(address) => !is_public(address.into()),
        };
        if private {
            return Err(UrlRefusal::PrivateAddress);
        }
        match url.port() {
            None | Some(443) => Ok(url),
            Some(_) => Err(UrlRefusal::Port),
        }
    }

    /// Whether a name may resolve to this address: a public name that points into the local
    /// network is not followed there.
    pub fn allows_address(self, address: IpAddr) -> bool {
        is_public(address) || (self.loopback && address.is_loopback())
    }
}

fn is_this_machine(host: &Host<&str>) -> bool {
    match host {
        Host::Domain(name) => is_localhost(name),
        Host::Ipv4(address) => address.is_loopback(),
        Host::Ipv6(address) => address.is_loopback(),
    }
}

fn is_localhost(name: &str) -> bool {
    let name = name.trim_end_matches('.').to_ascii_lowercase();
    name == "localhost" || name.ends_with(".localhost")
}

/// Names without a dot, and those that only a local network knows.
fn is_local_name(name: &str) -> bool {
    let name = name.trim_end_matches('.').to_ascii_lowercase();
    !name.contains('.')
        || [".local", ".internal", ".lan", ".home.arpa"].iter().any(|end| name.ends_with(end))
}

fn is_public(address: IpAddr) -> bool {
    match address {
        IpAddr::V4(address) => is_public_v4(address),
        IpAddr::V6(address) => match address.to_ipv4_mapped() {
            Some(mapped) => is_public_v4(mapped),
            None => is_public_v6(address),
        },
    }
}

/// Of the IANA registry of special addresses, those that can be on the way to something local.
fn is_public_v4(address: Ipv4Addr) -> bool {
    let [a, b, c, _] = address.octets();
    let shared = a == 100 && (64..128).contains(&b);
    let benchmark = a == 198 && (b == 18 || b == 19);
    let protocol = (a, b, c) == (192, 0, 0);
    let relay = (a, b, c) == (192, 88, 99);
    !(address.is_loopback()
        || address.is_private()
        || address.is_link_local()
        || address.is_unspecified()
        || address.is_broadcast()
        || address.is_multicast()
        || address.is_documentation()
        || shared
        || benchmark
        || protocol
        || relay
        || a == 0
        || a >= 240)
}

/// Public hosts are in 2000::/3. What lies outside (local, mapped, translated, reserved) is not
/// listed here, so nothing of it can be forgotten.
fn is_public_v6(address: Ipv6Addr) -> bool {
    let [a, b, ..] = address.segments();
    let global = a & 0xe000 == 0x2000;
    let documentation = (a, b) == (0x2001, 0xdb8) || (a == 0x3fff && b < 0x1000);
    // Teredo and its neighbours, and 6to4: they carry IPv4 addresses that this check does not see.
    let special = a == 0x2001 && b < 0x200;
    let six_to_four = a == 0x2002;
    global && !documentation && !special && !six_to_four
}

//! Names of asset hosts, resolved: a public name must not lead into the local network.

use std::error::Error;
use std::fmt;
use std::net::ToSocketAddrs;

use hyper_util::client::proxy::matcher::Matcher;
use reqwest::dns::{Addrs, Name, Resolve, Resolving};

use crate::media::policy::HostPolicy;

/// Resolves names as the system does, and leaves out addresses that the policy does not allow.
pub(super) struct PublicNames {
    policy: HostPolicy,
    /// Names of the system's proxies: chosen by whoever set the system up, not by an asset's
    /// address, and private as a rule.
    proxies: Vec<String>,
}

impl PublicNames {
    pub(super) fn new(policy: HostPolicy) -> Self {
        Self { policy, proxies: proxies() }
    }
}

/// Hosts of the proxies for https, the one scheme that is asked for beyond this machine.
fn proxies() -> Vec<String> {
    // A name that no exception of the system's can list.
    let anywhere = "https://asset-host.invalid".parse().ok();
    let proxy = anywhere.and_then(|uri| Matcher::from_system().intercept(&uri));
    let host = proxy.and_then(|proxy| proxy.uri().host().map(str::to_owned));
    host.into_iter().collect()
}

impl Resolve for PublicNames {
    fn resolve(&self, name: Name) -> Resolving {
        let policy = self.policy;
        let host = name.as_str().to_owned();
        let is_proxy = self.proxies.iter().any(|proxy| proxy.eq_ignore_ascii_case(&host));
        // Blocks the client's own thread for the time of a look-up, bounded by the resolver.
        Box::pin(async move {
            let found = (host.as_str(), 0).to_socket_addrs()?;
            let allowed: Vec<_> =
                found.filter(|found| is_proxy || policy.allows_address(found.ip())).collect();
            if allowed.is_empty() {
                return Err(NoPublicAddress.into());
            }
            Ok(Box::new(allowed.into_iter()) as Addrs)
        })
    }
}

/// A name that leads into the local network alone.
#[derive(Debug)]
pub(super) struct NoPublicAddress;

impl fmt::Display for NoPublicAddress {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the name leads to no public address")
    }
}

impl Error for NoPublicAddress {}

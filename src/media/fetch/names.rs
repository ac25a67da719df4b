//! Names of asset hosts, resolved: a public name must not lead into the local network.

use std::net::ToSocketAddrs;

use reqwest::dns::{Addrs, Name, Resolve, Resolving};
use url::Url;

use crate::media::policy::HostPolicy;
use crate::network::Proxies;

/// Resolves names as the system does, and leaves out addresses that the policy does not allow.
pub(super) struct PublicNames {
    policy: HostPolicy,
    /// Name of the proxy for https, the one scheme that is asked for beyond this machine: chosen by
    /// whoever set the system up, not by an asset's address, and private as a rule.
    proxy: Option<String>,
}

impl PublicNames {
    pub(super) fn new(policy: HostPolicy, proxies: &Proxies) -> Self {
        // A name that no exception can list.
        let anywhere = Url::parse("https://asset-host.invalid").ok();
        let proxy = anywhere.and_then(|url| proxies.for_url(&url));
        Self { policy, proxy: proxy.map(|proxy| proxy.host().to_owned()) }
    }
}

impl Resolve for PublicNames {
    fn resolve(&self, name: Name) -> Resolving {
        let policy = self.policy;
        let host = name.as_str().to_owned();
        let is_proxy = self.proxy.as_ref().is_some_and(|proxy| proxy.eq_ignore_ascii_case(&host));
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
#[derive(Debug, thiserror::Error)]
#[error("the name leads to no public address")]
pub(super) struct NoPublicAddress;

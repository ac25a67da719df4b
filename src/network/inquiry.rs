//! What a proxy says for itself. The HTTP client tells no more of a tunnel than that there is none, so the
//! proxy is asked for one once more, and its answer is read. Nothing is sent to the server.

use std::io::{Read as _, Write as _};
use std::net::{TcpStream, ToSocketAddrs as _};
use std::time::{Duration, Instant};

use hyper_util::client::proxy::matcher::Matcher;
use url::Url;

use super::failure::ProxyTrouble;
use super::proxies::Proxy;

/// Bytes of an answer that are looked at.
const MOST: usize = 8 * 1024;
/// Words for a server whose name the proxy does not know, in the status line and in Squid's header.
const UNKNOWN: [&str; 7] = [
    "dns",
    "not resolve",
    "not be resolved",
    "host not found",
    "unknown host",
    "no such host",
    "name or service",
];

/// The same trouble, told more closely where the proxy tells more.
pub fn closer(trouble: ProxyTrouble, proxy: &Proxy, server: &Url, limit: Duration) -> ProxyTrouble {
    match trouble {
        ProxyTrouble::TimedOut if proxy.is_https() => match connected(proxy, limit) {
            Some(_) => ProxyTrouble::NoTls,
            None => trouble,
        },
        ProxyTrouble::Refused if !proxy.is_https() => {
            asked(proxy, server, limit).unwrap_or(trouble)
        }
        other => other,
    }
}

fn connected(proxy: &Proxy, limit: Duration) -> Option<TcpStream> {
    let addresses = proxy.host_and_port().to_socket_addrs().ok()?;
    let mut streams = addresses.filter_map(|to| TcpStream::connect_timeout(&to, limit).ok());
    streams.next()
}

fn asked(proxy: &Proxy, server: &Url, limit: Duration) -> Option<ProxyTrouble> {
    let mut stream = connected(proxy, limit)?;
    let end = Instant::now() + limit;
    let to = format!("{}:{}", server.host_str()?, server.port_or_known_default()?);
    // The client's own reading of an address with credentials.
    let found = Matcher::builder().all(proxy.address()).build();
    let found = found.intercept(&server.as_str().parse().ok()?)?;
    let basic = found.basic_auth().and_then(|basic| basic.to_str().ok());
    let credentials =
        basic.map_or_else(String::new, |basic| format!("Proxy-Authorization: {basic}\r\n"));
    let request = format!("CONNECT {to} HTTP/1.1\r\nHost: {to}\r\n{credentials}\r\n");
    stream.set_write_timeout(Some(limit)).ok()?;
    stream.write_all(request.as_bytes()).ok()?;
    let mut answer = Vec::new();
    let mut part = [0; 1024];
    while answer.len() < MOST && !answer.windows(4).any(|end| end == b"\r\n\r\n") {
        let left = end.saturating_duration_since(Instant::now());
        stream.set_read_timeout(Some(left).filter(|left| !left.is_zero())).ok()?;
        match stream.read(&mut part) {
            Ok(0) => break,
            Ok(length) => answer.extend_from_slice(&part[..length]),
            Err(_) if left.is_zero() || answer.is_empty() => return None,
            Err(_) => break,
        }
    }
    told(&String::from_utf8_lossy(&answer))
}

/// What the start of an answer tells; `None` where it is a tunnel after all.
fn told(answer: &str) -> Option<ProxyTrouble> {
    if answer.is_empty() {
        return Some(ProxyTrouble::HungUp);
    }
    let mut lines = answer.lines();
    let line = lines.next().unwrap_or_default();
    let mut words = line.split_whitespace();
    let is_http = words.next().is_some_and(|version| version.starts_with("HTTP/"));
    let status: Option<u16> = words.next().and_then(|status| status.parse().ok());
    let Some(status) = status.filter(|status| is_http && (100..600).contains(status)) else {
        return Some(ProxyTrouble::NoProxy);
    };
    let squid = lines.find(|line| line.to_ascii_lowercase().starts_with("x-squid-error:"));
    let words = format!("{line} {}", squid.unwrap_or_default()).to_ascii_lowercase();
    let is_unknown = || UNKNOWN.iter().any(|unknown| words.contains(unknown));
    match status {
        100..300 => None,
        407 => Some(ProxyTrouble::Credentials),
        // What answers to `CONNECT` so is a server for pages.
        300..400 | 400 | 404 | 405 | 501 if !is_unknown() => {
            Some(ProxyTrouble::NoTunnel { status })
        }
        _ if is_unknown() => Some(ProxyTrouble::UnknownToIt { status }),
        504 => Some(ProxyTrouble::ServerTimedOut),
        500..600 => Some(ProxyTrouble::ServerUnreached { status }),
        _ => Some(ProxyTrouble::Forbidden { status }),
    }
}

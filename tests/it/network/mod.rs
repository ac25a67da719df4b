//! How servers are reached: proxies, certificates, encodings; over real sockets of this machine.
#![allow(clippy::unwrap_used, reason = "helpers of tests stop at the first surprise")]

mod encodings;
mod proxies;
mod tls;
mod tunnels;

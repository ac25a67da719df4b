//! How servers are reached: by way of which proxy, and why one was not. Knows neither gateway nor
//! files.

mod encoding;
mod exceptions;
mod failure;
mod proxies;
mod tunnel;

pub use encoding::decoded;
pub use failure::{ProxyTrouble, TlsCause, Unreached, find, reason, unreached};
pub use proxies::{Proxies, Proxy, ProxyError, ProxyFault};
pub use tunnel::{Bounds, SendError, send};

//! How servers are reached: by way of which proxy, and why one was not. Knows neither gateway nor
//! files.

mod answer;
mod encoding;
mod exceptions;
mod exchange;
mod failure;
mod proxies;
mod tunnel;

pub use answer::Answer;
pub use encoding::{decoded, unpacked};
pub use exchange::exchange;
pub use failure::{ProxyTrouble, TlsCause, Unreached, find, reason, unreached};
pub use proxies::{Proxies, Proxy, ProxyError, ProxyFault};
pub use tunnel::{Bounds, SendError, send};

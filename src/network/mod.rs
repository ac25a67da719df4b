//! How servers are reached: by way of which proxy, and why one was not. Knows neither gateway nor
//! files.

mod answer;
mod encoding;
mod exceptions;
mod exchange;
mod failure;
mod inquiry;
mod of_windows;
mod proxies;
mod roots;
mod setting;
mod tunnel;

pub use answer::HttpAnswer;
pub use encoding::{decoded, is_in_pieces, unpacked};
pub use exchange::exchange;
pub use failure::{ProxyTrouble, TlsCause, Unreached, find, reason, unreached};
pub use inquiry::closer;
pub use proxies::{Proxies, Proxy};
pub use roots::{RootsSetting, has_no_roots};
pub use setting::{ProxyError, ProxyFault};
pub use tunnel::{Bounds, SendError, send};

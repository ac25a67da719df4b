//! The embedded sandbox: a gateway and an asset store on this machine, for trying the program out
//! and for its tests.
//!
//! It plays the service as it is documented, and shares neither types nor code with the client: a
//! fake that did would hide the client's mistakes. What the documentation leaves open (fault codes,
//! the answer to an unknown token) is invented, and said so where it is written.

mod access;
pub mod art;
mod art_cache;
mod body;
mod customers;
mod faults;
mod faults_http;
mod files;
mod foreground;
mod gateway;
mod html;
mod json;
mod params;
mod server;
mod state;
mod store;

pub use customers::CustomerInfo;
pub use faults::{Call, Fault, Injection};
pub use foreground::run_foreground;
pub use server::{Sandbox, SandboxError, SandboxOptions};
pub use state::{RequestLog, RequestRecord};

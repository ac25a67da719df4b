//! The embedded sandbox, as the sign-in page offers it.

use super::opening::Opening;

/// The embedded sandbox, as the sign-in page offers it.
#[derive(Debug, Clone, Default)]
pub enum SandboxOffer {
    /// Not at all.
    #[default]
    Absent,
    /// It is started when a person asks for it.
    OnDemand,
    /// A person has asked for it.
    Starting,
    /// How to sign in to it.
    Running(Box<Opening>),
    /// It did not start, with the system's reason; it can be asked for again.
    Failed(String),
}

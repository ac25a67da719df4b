//! What a session begins and ends with.

use crate::domain::ServerAddress;

use crate::model::ids::SessionId;

/// What a session begins and ends with.
#[derive(Debug)]
pub enum SessionEffect {
    /// Set up the client and the loader of a session.
    Open {
        /// New session, which answers will carry.
        session: SessionId,
        /// Server that its client calls.
        server: ServerAddress,
    },
    /// Start the embedded sandbox.
    StartSandbox,
    /// Forget client, loader, textures and everything queued.
    Close,
    /// Put the keyboard's focus on the field of the sign-in form that is to be filled in or
    /// corrected.
    FocusForm,
}

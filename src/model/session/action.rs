//! What a person asks for here.

use secrecy::SecretString;

use super::opening::Opening;
use super::sign_in::SignInField;
use super::state::Page;

/// The sign-in form.
#[derive(Debug, Clone)]
pub enum SignInAction {
    /// A field was typed in; takes away what was said of it.
    Edit {
        /// Which field.
        field: SignInField,
        /// All of its text.
        text: String,
    },
    /// Sign in with what the form holds; problems of all fields show at once.
    Submit {
        /// From the field that hides it; kept in no form.
        password: SecretString,
    },
    /// Sign in to the embedded sandbox, which is started where it does not run.
    Sandbox,
    /// Sign in without the form.
    With(Box<Opening>),
}

/// The session as a whole.
#[derive(Debug, Clone)]
pub enum SessionAction {
    /// Forget the session, its password and all that was fetched; removals under way go on.
    SignOut,
    /// Back to the form with all but the password, to correct what was refused.
    Correct,
    /// Hide everything behind the password; a dialog is closed as if cancelled.
    Lock,
    /// Try to unlock, by comparing with the session's password; nothing is sent.
    Unlock {
        /// As typed.
        password: SecretString,
    },
    /// Change what the middle shows; the journal is read anew when it comes up.
    Show(Page),
}

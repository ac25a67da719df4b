//! What a person asks for here.

use secrecy::SecretString;

use super::opening::Opening;
use super::sign_in::SignInField;
use super::state::Page;

/// The sign-in form.
#[derive(Debug, Clone)]
pub enum SignInAction {
    Edit {
        field: SignInField,
        text: String,
    },
    Submit {
        password: SecretString,
    },
    /// Sign in without the form.
    With(Box<Opening>),
}

/// The session as a whole.
#[derive(Debug, Clone)]
pub enum SessionAction {
    SignOut,
    /// Back to the form with all but the password, to correct what was refused.
    Correct,
    Lock,
    Unlock {
        password: SecretString,
    },
    Show(Page),
}

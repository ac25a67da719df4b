//! The sign-in form.

use crate::domain::{
    CustomerNumberError, Environment, LoginError, MerchantIdError, PasswordError, ServerAddress,
    ServerAddressError,
};
use crate::settings::Settings;

/// The sign-in form as typed. The password is not here: it lives in the field that hides it, and
/// comes with the submitting action.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct SignInForm {
    /// Address as typed; begins with that of last time.
    pub server: String,
    /// Merchant number as typed.
    pub merchant: String,
    /// Login as typed.
    pub login: String,
    /// A customer to look up at once; may stay empty.
    pub customer: String,
    /// What is wrong with the fields, as of the last attempt.
    pub problems: Vec<FieldProblem>,
}

/// A field of the form that is kept as text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SignInField {
    /// Address of the gateway.
    Server,
    /// Merchant number.
    Merchant,
    /// Login of the merchant's user.
    Login,
    /// Customer to look up at once.
    Customer,
}

/// What is wrong with a field, or was with the last attempt.
#[derive(Debug, Clone, PartialEq)]
pub enum FieldProblem {
    /// Not an address that calls can be sent to.
    Server(ServerAddressError),
    /// Not a merchant number.
    Merchant(MerchantIdError),
    /// Empty, too long, or holds what the gateway would change.
    Login(LoginError),
    /// Empty, too long, or holds what the gateway would change.
    Password(PasswordError),
    /// Holds what the gateway would change, or is too long.
    Customer(CustomerNumberError),
    /// The server could not be reached.
    Unreachable,
    /// The gateway refused what was sent: merchant, login or password.
    Refused,
}

impl SignInForm {
    /// With what the settings remember; never a login or password.
    pub fn remembered(settings: &Settings) -> Self {
        Self {
            server: settings.last_server.clone(),
            merchant: settings.last_merchant.clone(),
            ..Self::default()
        }
    }

    /// Environment of the server as typed so far.
    pub fn environment(&self) -> Option<Environment> {
        ServerAddress::parse(&self.server).ok().map(|server| server.environment())
    }
}

//! Signing in without the form.

use crate::domain::{Credentials, CustomerNumber, ServerAddress};

/// A customer of the sandbox, with what it shows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KnownCustomer {
    /// As typed into the look-up field.
    pub number: String,
    /// In English.
    pub title: String,
    /// In Russian.
    pub title_ru: String,
    /// How many cards its list holds when the sandbox starts.
    pub cards: usize,
}

/// A way to sign in that needs no form: the embedded sandbox, or what the command line gave.
#[derive(Debug, Clone)]
pub struct Opening {
    /// Server to sign in to.
    pub server: ServerAddress,
    /// Merchant, login, password and language of answers.
    pub credentials: Credentials,
    /// Looked up at once.
    pub customer: Option<CustomerNumber>,
    /// Customers that the server is known to have.
    pub known: Vec<KnownCustomer>,
}

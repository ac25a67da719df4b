use crate::domain::{CardList, Credentials, CustomerNumber, ServerAddress, Token};

use super::error::ApiError;

/// Client of one gateway. Cheap to clone; safe to use from several threads.
#[derive(Clone)]
pub struct Client {}

/// The gateway's answer that it removed a card: no proof yet, a list decides.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Acknowledgement {
    /// The gateway's words, tokens elided.
    pub message: String,
    /// Whether the words name a token other than the one sent.
    pub names_other_token: bool,
}

impl Client {
    /// # Errors
    /// [`ApiError::Unreachable`] where the HTTP client cannot be set up.
    pub fn new(_server: &ServerAddress) -> Result<Self, ApiError> {
        todo!()
    }

    /// Asks for the saved cards of a customer.
    ///
    /// # Errors
    /// See [`ApiError`].
    pub fn list(
        &self,
        _who: &Credentials,
        _customer: &CustomerNumber,
    ) -> Result<CardList, ApiError> {
        todo!()
    }

    /// Asks once for the removal of a card.
    ///
    /// # Errors
    /// See [`ApiError`].
    pub fn remove(
        &self,
        _who: &Credentials,
        _customer: &CustomerNumber,
        _token: &Token,
    ) -> Result<Acknowledgement, ApiError> {
        todo!()
    }
}

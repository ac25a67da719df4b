//! A customer's number.

use super::prohibited::{Prohibited, find_prohibited};

/// A customer's number, as the merchant chose it: 1 to 32 characters, none of them prohibited
/// (source: Assist's limits of parameters). Case and inner blanks are kept as they are.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct CustomerNumber(String);

/// Why a text is no customer number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CustomerNumberError {
    /// Nothing, or blanks only.
    Empty,
    /// Over [`CustomerNumber::MAX_CHARS`] characters; `chars` is what came.
    TooLong {
        /// Characters, not bytes.
        chars: usize,
    },
    /// It is the password that the session was signed in with.
    IsPassword,
    /// The gateway would remove this symbol and answer for another customer.
    Prohibited(Prohibited),
}

/// What is allowed but worth a second look, since the gateway's treatment is not documented.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CustomerNumberWarning {
    /// Blanks before or after the number.
    OuterBlanks,
    /// A character outside ASCII, at this place (counted from 1).
    NonAscii(Prohibited),
}

impl CustomerNumber {
    /// Longest number, in characters.
    pub const MAX_CHARS: usize = 32;

    /// Parses `text` without changing it: nothing is trimmed, folded or stripped.
    ///
    /// # Errors
    /// See [`CustomerNumberError`].
    pub fn parse(text: &str) -> Result<Self, CustomerNumberError> {
        if let Some(prohibited) = find_prohibited(text) {
            return Err(CustomerNumberError::Prohibited(prohibited));
        }
        if text.trim().is_empty() {
            return Err(CustomerNumberError::Empty);
        }
        let chars = text.chars().count();
        if chars > Self::MAX_CHARS {
            return Err(CustomerNumberError::TooLong { chars });
        }
        Ok(Self(text.to_owned()))
    }

    /// The number as it is sent.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// What a person should look at before sending this number.
    pub fn warning(&self) -> Option<CustomerNumberWarning> {
        if self.0.trim() != self.0 {
            return Some(CustomerNumberWarning::OuterBlanks);
        }
        self.0.chars().enumerate().find(|(_, c)| !c.is_ascii()).map(|(index, symbol)| {
            CustomerNumberWarning::NonAscii(Prohibited { symbol, position: index + 1 })
        })
    }
}

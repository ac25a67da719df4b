//! The dialog that removes one card.

use crate::domain::{Card, CustomerNumber, Environment};

/// The removal of one card, from the question to the outcome.
#[derive(Debug)]
pub struct RemovalDialog {
    pub card: Card,
    pub customer: CustomerNumber,
    /// What was typed to confirm; asked for on PRODUCTION only.
    pub typed: String,
    /// Reason or ticket number, as typed.
    pub reason: String,
    pub stage: RemovalStage,
}

/// Where the dialog stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RemovalStage {
    Asking,
    /// The numbered removal of the session runs or has ended.
    Confirmed {
        number: u64,
    },
}

/// What a person types to confirm a removal on PRODUCTION; never nothing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ToType<'a> {
    LastFour(&'a str),
    /// The gateway gave no last four digits.
    Customer(&'a str),
}

impl RemovalDialog {
    /// What must be typed on PRODUCTION.
    pub fn to_type(&self) -> ToType<'_> {
        match self.card.last_four.is_well_formed() {
            true => ToType::LastFour(self.card.last_four.as_str()),
            false => ToType::Customer(self.customer.as_str()),
        }
    }

    /// Whether Confirm may be pressed: on PRODUCTION something that tells the card or its owner must
    /// have been typed.
    pub fn may_confirm(&self, environment: Environment) -> bool {
        let (ToType::LastFour(wanted) | ToType::Customer(wanted)) = self.to_type();
        self.stage == RemovalStage::Asking
            && (environment != Environment::Production || self.typed.trim() == wanted.trim())
    }
}

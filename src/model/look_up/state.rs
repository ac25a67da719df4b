//! The look-up field.

use crate::domain::CustomerNumberError;

/// The look-up field.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct LookUpField {
    /// As typed; the number on screen once a customer is opened.
    pub text: String,
    /// Why the text was not looked up.
    pub problem: Option<CustomerNumberError>,
}

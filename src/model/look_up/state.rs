//! The look-up field.

use crate::domain::CustomerNumberError;

/// The look-up field.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct LookUpField {
    pub text: String,
    /// Why the text was not looked up.
    pub problem: Option<CustomerNumberError>,
}

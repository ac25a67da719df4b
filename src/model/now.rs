//! The present, as the shell gives it: the model has no clock.

use crate::domain::Date;

/// The present, as the shell gives it: the model has no clock.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Now {
    /// Instant at which the message is handed to `update`.
    pub timestamp: jiff::Timestamp,
}

impl Now {
    /// The day in UTC: what expiry is measured against.
    pub fn today(&self) -> Date {
        self.timestamp.to_zoned(jiff::tz::TimeZone::UTC).date()
    }
}

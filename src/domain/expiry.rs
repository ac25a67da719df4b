//! The month in which a card ends.

/// A day of the calendar; here in UTC.
pub use jiff::civil::Date;

/// Month after which a card is no longer valid.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Expiry {
    last_day: Date,
}

/// How a card stands towards its expiry on a given day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ExpiryState {
    /// More than [`Expiry::SOON_DAYS`] days left.
    Valid,
    /// At most [`Expiry::SOON_DAYS`] days left, the last day included.
    Soon {
        /// Days until the last one; 0 on that day.
        days_left: i64,
    },
    /// The month has passed.
    Expired,
}

impl Expiry {
    /// Days before the end that count as soon.
    pub const SOON_DAYS: i64 = 60;

    /// Reads `MM.YYYY` (documented); a month of one digit and a year of three are read too, since
    /// the gateway's JSON loses outer zeros where it takes the text for a number: `1.203` was
    /// `01.2030`.
    pub fn parse(text: &str) -> Option<Self> {
        let (month, year) = text.trim().split_once('.')?;
        let digits = |part: &str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit());
        if !digits(month) || !digits(year) || month.len() > 2 || !matches!(year.len(), 3 | 4) {
            return None;
        }
        let year = format!("{year:0<4}").parse().ok()?;
        let first = Date::new(year, month.parse().ok()?, 1).ok()?;
        Some(Self { last_day: first.last_of_month() })
    }

    /// With four digits, such as 2027.
    pub fn year(self) -> i32 {
        self.last_day.year().into()
    }

    /// From 1 to 12.
    pub fn month(self) -> u8 {
        self.last_day.month().unsigned_abs()
    }

    /// The last day on which the card is valid.
    pub fn last_day(self) -> Date {
        self.last_day
    }

    /// State on `today` (UTC).
    pub fn state(self, today: Date) -> ExpiryState {
        let days_left = self.last_day.duration_since(today).as_hours() / 24;
        match days_left {
            ..0 => ExpiryState::Expired,
            0..=Self::SOON_DAYS => ExpiryState::Soon { days_left },
            _ => ExpiryState::Valid,
        }
    }
}

/// A day of the calendar, in UTC.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Date {
    pub year: i32,
    /// 1 to 12.
    pub month: u8,
    /// 1 to 31.
    pub day: u8,
}

/// Month after which a card is no longer valid.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Expiry {
    year: i32,
    month: u8,
}

/// How a card stands towards its expiry on a given day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ExpiryState {
    /// More than [`Expiry::SOON_DAYS`] days left.
    Valid,
    /// At most [`Expiry::SOON_DAYS`] days left, the last day included.
    Soon { days_left: i64 },
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
        let month: u8 = month.parse().ok()?;
        let year: i32 = format!("{year:0<4}").parse().ok()?;
        (1..=12).contains(&month).then_some(Self { year, month })
    }

    pub fn year(self) -> i32 {
        self.year
    }

    pub fn month(self) -> u8 {
        self.month
    }

    /// The last day on which the card is valid.
    pub fn last_day(self) -> Date {
        Date { year: self.year, month: self.month, day: days_in_month(self.year, self.month) }
    }

    /// State on `today` (UTC).
    pub fn state(self, today: Date) -> ExpiryState {
        let days_left = day_number(self.last_day()) - day_number(today);
        match days_left {
            ..0 => ExpiryState::Expired,
            0..=Self::SOON_DAYS => ExpiryState::Soon { days_left },
            _ => ExpiryState::Valid,
        }
    }
}

fn days_in_month(year: i32, month: u8) -> u8 {
    match month {
        4 | 6 | 9 | 11 => 30,
        2 if year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) => 29,
        2 => 28,
        _ => 31,
    }
}

/// Days since a fixed day, in the Gregorian calendar (Howard Hinnant's `days_from_civil`).
fn day_number(date: Date) -> i64 {
    let year = i64::from(date.year) - i64::from(date.month <= 2);
    let era = year.div_euclid(400);
    let year_of_era = year.rem_euclid(400);
    let shifted_month = (i64::from(date.month) + 9) % 12;
    let day_of_year = (153 * shifted_month + 2) / 5 + i64::from(date.day) - 1;
    let day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
    era * 146_097 + day_of_era
}

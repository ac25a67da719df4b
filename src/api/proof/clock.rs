//! Whether an answer is older than it can be. The clock of a computer may be wrong, so answers are
//! compared with each other first.

use std::sync::{Arc, Mutex, PoisonError};
use std::time::Instant;

use jiff::civil::DateTime;
use jiff::fmt::rfc2822;
use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp};
use reqwest::header::{DATE, HeaderMap};

/// How far the clocks of one gateway's servers may be apart.
const APART: SignedDuration = SignedDuration::from_mins(5);
/// How far this computer's clock may be wrong.
const WRONG: SignedDuration = SignedDuration::from_hours(24);

/// What the answers of a gateway have said of the time.
#[derive(Debug, Clone, Default)]
pub(in crate::api) struct Clock(Arc<Mutex<ClockReading>>);

#[derive(Debug, Default)]
struct ClockReading {
    /// The latest time, and when it was told.
    latest: Option<(Instant, Timestamp)>,
    /// Whether an answer told it that comes out of no cache: that of a removal.
    is_sure: bool,
}

impl Clock {
    /// Takes an answer's `Date`; whether it is older than an earlier answer of the same gateway, or by
    /// far older than this computer's clock says, where nothing better is known.
    pub(in crate::api) fn is_past(&self, headers: &HeaderMap, is_removal: bool) -> bool {
        let text = headers.get(DATE).and_then(|date| date.to_str().ok()).unwrap_or_default();
        let Some(date) = read(text) else { return false };
        let (here, at) = (Timestamp::now(), Instant::now());
        let mut told = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let behind = told.latest.map(|(then, latest)| {
            let passed = SignedDuration::try_from(at.duration_since(then)).unwrap_or_default();
            latest.duration_since(date).saturating_add(passed)
        });
        let is_past = behind.is_some_and(|behind| behind > APART)
            || !told.is_sure && here.duration_since(date) > WRONG;
        // A clock that is far ahead would make every other answer an old one.
        if behind.is_none_or(|behind| behind.is_negative()) && date.duration_since(here) < WRONG {
            told.latest = Some((at, date));
        }
        told.is_sure |= is_removal;
        is_past
    }
}

/// Whether these dates of one answer are of two times, or no dates.
pub(super) fn is_doubtful(dates: &[String]) -> bool {
    let times: Vec<Option<Timestamp>> = dates.iter().map(|date| read(date)).collect();
    times.iter().any(|time| time.is_none() || Some(time) != times.first())
}

/// A date in any of the three forms of RFC 9110.
pub(super) fn read(text: &str) -> Option<Timestamp> {
    let text = text.trim();
    let parser = rfc2822::DateTimeParser::new().relaxed_weekday(true);
    let old = ["%A, %d-%b-%y %H:%M:%S GMT", "%a %b %e %H:%M:%S %Y"];
    parser.parse_timestamp(text).ok().or_else(|| {
        let mut times = old.iter().filter_map(|form| DateTime::strptime(form, text).ok());
        times.find_map(|time| Some(time.to_zoned(TimeZone::UTC).ok()?.timestamp()))
    })
}

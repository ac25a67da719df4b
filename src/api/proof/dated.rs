//! What an answer says of the time that its data is of: older data knows nothing of a removal.

use jiff::civil::{Date, DateTime};
use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp};

use super::clock;
use super::node::Node;

/// How much older than its answer data may be: a removal is as recent as that.
const MOST_AGE: SignedDuration = SignedDuration::from_secs(30);
/// What the zones of the earth are apart, for a time that names none.
const ZONES: SignedDuration = SignedDuration::from_hours(26);

/// What names of the time of data begin with.
const STEMS: [&str; 17] = [
    "asof",
    "generated",
    "snapshot",
    "cached",
    "retrieved",
    "fetched",
    "extracted",
    "exported",
    "dumped",
    "synced",
    "synchronized",
    "synchronised",
    "lastsync",
    "replicated",
    "refreshed",
    "lastrefresh",
    "materialized",
];
/// What they go on with.
const ENDS: [&str; 9] = ["", "at", "on", "date", "time", "datetime", "timestamp", "ts", "utc"];
/// What may stand before them.
const BEFORE: [&str; 13] = [
    "", "data", "list", "response", "result", "cache", "valid", "current", "correct", "accurate",
    "state", "cards", "is",
];

/// Whether a name, in small letters and digits alone, tells when the data was taken, and the value is a
/// time before that of the answer.
pub(super) fn is_before(name: &str, value: &Node, answered: Timestamp) -> bool {
    let is_one = BEFORE.iter().filter_map(|before| name.strip_prefix(before)).any(|rest| {
        STEMS.iter().filter_map(|stem| rest.strip_prefix(stem)).any(|end| ENDS.contains(&end))
    });
    let least = answered.checked_sub(MOST_AGE).unwrap_or(Timestamp::MIN);
    is_one && latest(value).is_some_and(|time| time < least)
}

/// The latest time that a value can mean; `None` where it means none.
fn latest(value: &Node) -> Option<Timestamp> {
    match value {
        Node::Whole(number) => of_number(*number),
        Node::Text(text) => of_text(text.trim().trim_matches('"')),
        _ => None,
    }
}

/// Seconds or milliseconds since 1970; smaller numbers are none.
fn of_number(number: i128) -> Option<Timestamp> {
    let number = i64::try_from(number).ok()?;
    match number {
        500_000_000..10_000_000_000 => Timestamp::from_second(number).ok(),
        500_000_000_000..10_000_000_000_000 => Timestamp::from_millisecond(number).ok(),
        _ => None,
    }
}

fn of_text(text: &str) -> Option<Timestamp> {
    let local = |time: DateTime| {
        let utc = time.to_zoned(TimeZone::UTC).ok()?.timestamp();
        utc.checked_add(ZONES).ok()
    };
    let end_of_day = |date: Date| local(date.at(23, 59, 59, 0));
    let written = ["%d.%m.%Y", "%Y/%m/%d", "%d/%m/%Y"];
    text.parse()
        .ok()
        .or_else(|| clock::read(text))
        .or_else(|| of_number(text.parse().ok()?))
        .or_else(|| match text.len() {
            10 => end_of_day(text.parse().ok()?),
            _ => local(text.parse().ok()?),
        })
        .or_else(|| {
            let day = text.split_whitespace().next()?;
            end_of_day(written.iter().find_map(|form| Date::strptime(form, day).ok())?)
        })
}

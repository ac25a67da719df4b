use carddesk::domain::{Date, Expiry, ExpiryState};
use carddesk::model::Now;
use proptest::prelude::*;

use super::rough_text;

fn date(year: i16, month: i8, day: i8) -> Date {
    Date::new(year, month, day).unwrap()
}

fn state(expiry: &str, today: Date) -> ExpiryState {
    Expiry::parse(expiry).unwrap().state(today)
}

#[test]
fn months_end_on_their_own_days() {
    let ends = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
    for (month, end) in (1..).zip(ends) {
        let expiry = Expiry::parse(&format!("{month:02}.2025")).unwrap();
        assert_eq!(expiry.last_day(), date(2025, month, end));
    }
    for (year, end) in [(2024, 29), (2025, 28), (2000, 29), (2100, 28), (2400, 29)] {
        let expiry = Expiry::parse(&format!("02.{year}")).unwrap();
        assert_eq!(expiry.last_day(), date(year, 2, end), "{year}");
    }
}

#[test]
fn a_card_is_valid_through_the_last_day_of_its_month() {
    for (expiry, last, next) in [
        ("12.2025", date(2025, 12, 31), date(2026, 1, 1)),
        ("02.2024", date(2024, 2, 29), date(2024, 3, 1)),
        ("02.2025", date(2025, 2, 28), date(2025, 3, 1)),
        ("04.2026", date(2026, 4, 30), date(2026, 5, 1)),
    ] {
        assert_eq!(state(expiry, last), ExpiryState::Soon { days_left: 0 }, "{expiry}");
        assert_eq!(state(expiry, next), ExpiryState::Expired, "{expiry}");
    }
}

#[test]
fn sixty_days_are_soon_and_sixty_one_are_not() {
    for (expiry, soon, not_yet) in [
        ("12.2025", date(2025, 11, 1), date(2025, 10, 31)),
        // Over the turn of the year.
        ("01.2026", date(2025, 12, 2), date(2025, 12, 1)),
        // Over the end of February, with and without a leap day.
        ("03.2024", date(2024, 1, 31), date(2024, 1, 30)),
        ("03.2025", date(2025, 1, 30), date(2025, 1, 29)),
    ] {
        assert_eq!(state(expiry, soon), ExpiryState::Soon { days_left: 60 }, "{expiry}");
        assert_eq!(state(expiry, not_yet), ExpiryState::Valid, "{expiry}");
    }
}

#[test]
fn the_day_is_that_of_utc_wherever_the_clock_stands() {
    for (at, today) in [
        ("2025-12-31T23:59:59.999Z", date(2025, 12, 31)),
        ("2026-01-01T00:00:00Z", date(2026, 1, 1)),
        // New Year in Minsk, three hours early.
        ("2026-01-01T02:59:59+03:00", date(2025, 12, 31)),
        ("2025-12-31T19:00:00-05:00", date(2026, 1, 1)),
        ("2024-02-29T12:00:00Z", date(2024, 2, 29)),
    ] {
        let now = Now { timestamp: at.parse().unwrap() };
        assert_eq!(now.today(), today, "{at}");
    }
}

#[test]
fn months_and_years_are_read_as_documented() {
    for (text, year, month) in [
        ("12.2025", 2025, 12),
        ("01.2030", 2030, 1),
        (" 06.2026 ", 2026, 6),
        // Taken for a number on the way, a text loses its outer zeros.
        ("1.2031", 2031, 1),
        ("10.203", 2030, 10),
        ("1.203", 2030, 1),
    ] {
        let expiry = Expiry::parse(text).unwrap_or_else(|| panic!("{text}"));
        assert_eq!((expiry.year(), expiry.month()), (year, month), "{text}");
    }
}

#[test]
fn anything_else_is_no_expiry() {
    for text in [
        "",
        ".",
        "12",
        "12.",
        ".2025",
        "00.2025",
        "13.2025",
        "99.2025",
        "012.2025",
        "12.25",
        "12.20255",
        "12/2025",
        "12-2025",
        "2025.12",
        "12.2025.1",
        "1 2.2025",
        "12. 2025",
        "+1.2025",
        "-1.2025",
        "12.-025",
        "１２.2025",
        "ab.cdef",
        "null",
        "122025",
    ] {
        assert_eq!(Expiry::parse(text), None, "{text:?}");
    }
}

proptest! {
    #[test]
    fn days_are_counted_as_the_calendar_counts_them(
        (year, month) in (1_i16..9999, 1_i8..=12),
        (now_year, now_month, now_day) in (1_i16..9999, 1_i8..=12, 1_i8..=31),
    ) {
        let today = Date::new(now_year, now_month, now_day);
        prop_assume!(today.is_ok());
        let today = today.unwrap();
        let last = jiff::civil::date(year, month, 1).last_of_month();
        let left = i64::from(today.until(last).unwrap().get_days());
        let expected = match left {
            ..0 => ExpiryState::Expired,
            0..=60 => ExpiryState::Soon { days_left: left },
            _ => ExpiryState::Valid,
        };
        let today = date(now_year, now_month, now_day);
        prop_assert_eq!(state(&format!("{month:02}.{year:04}"), today), expected);
    }

    #[test]
    fn near_the_limits_too(year in 1999_i16..2101, month in 1_i8..=12, before in -3_i64..64) {
        let last = jiff::civil::date(year, month, 1).last_of_month();
        let today = last.saturating_sub(jiff::Span::new().days(before));
        let expected = match before {
            ..0 => ExpiryState::Expired,
            0..=60 => ExpiryState::Soon { days_left: before },
            _ => ExpiryState::Valid,
        };
        prop_assert_eq!(state(&format!("{month:02}.{year}"), today), expected);
    }

    #[test]
    fn no_text_panics(text in rough_text(12)) {
        if let Some(expiry) = Expiry::parse(&text) {
            prop_assert!((1..=12).contains(&expiry.month()));
        }
    }
}

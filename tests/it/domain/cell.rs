//! Cells that spreadsheets keep.

use std::borrow::Cow;

use carddesk::domain::CustomerNumber;
use carddesk::domain::cell::{protect, protect_id, unprotect};
use proptest::prelude::*;

use super::rough_text;

/// What a spreadsheet would change, in one language or another.
const CHANGED: [&str; 66] = [
    // Numbers.
    "0012345",
    "00",
    "07",
    "123456789012",
    "4276380012345678",
    "00000000000000000001",
    "1E5",
    "12e3",
    "1e+10",
    "2E-4",
    "1.5E3",
    "1003.0",
    "1002,00",
    "1,000",
    "1 004",
    "1\u{a0}004",
    "12%",
    "$5",
    "5 €",
    "100 руб.",
    "100р.",
    "RUB 100",
    "１２３",
    "١٢٣",
    "1Ｅ5",
    "½",
    // Dates and times.
    "1-2",
    "3.10",
    "01.02.2026",
    "2026-11-27",
    "10:30",
    "10:30 AM",
    "10:30 p",
    "10 a",
    "5-Jan",
    "5 янв",
    "янв.26",
    "MAR5",
    "SEPT2",
    "march1",
    "Dec-12",
    "1 мая 2026 г.",
    "12 мая",
    "May 7",
    "5 січня",
    "3. Oktober",
    "Mon 5 Jan",
    "2026-11-27T10:30:00Z",
    // Truth values, formulas, blanks.
    "TRUE",
    "false",
    "ИСТИНА",
    "ложь",
    "=1+1",
    "+375291234567",
    "-7",
    "@SUM",
    "＝1",
    "  =1",
    "\t7",
    " 1004",
    "1004 ",
    "\u{a0}AB",
    "AB\u{2003}",
    "12-34-56",
    "1_000",
    "(7)",
];

/// What no spreadsheet touches.
const KEPT: [&str; 32] = [
    "",
    "0",
    "7",
    "1004",
    "411111",
    "79161234567",
    "99999999999",
    "AB-12",
    "CUST-0001",
    "A100",
    "E1001",
    "P5",
    "Р100",
    "12x",
    "12A5",
    "5e",
    "x1E5",
    "client 7",
    "Иванов",
    "ИП Петров 2",
    "MARKET-15",
    "MAYBE 3",
    "decoy9",
    "truest",
    "TRUE-1",
    "Январский-1",
    "a",
    "May",
    "#",
    "…",
    "e",
    "0x1F",
];

#[test]
fn what_a_spreadsheet_would_change_gets_an_apostrophe_and_gives_it_back() {
    for text in CHANGED {
        let cell = protect_id(text);
        assert_eq!(cell, format!("'{text}"), "{text:?}");
        assert_eq!(unprotect(&cell), text);
    }
}

#[test]
fn what_no_spreadsheet_touches_stays_bare() {
    for text in KEPT {
        assert!(matches!(protect_id(text), Cow::Borrowed(cell) if cell == text), "{text:?}");
        assert_eq!(unprotect(text), text);
    }
}

#[test]
fn words_are_protected_from_being_formulas_and_from_nothing_else() {
    for text in
        ["=HYPERLINK(1)", "+7", "-1", "@a", "  =1", "\t=1", "\r", "\n1", "＝1", "＋1", "－1", "＠1"]
    {
        assert_eq!(protect(text), format!("'{text}"), "{text:?}");
    }
    for text in ["", "0012345", "1E5", "a=b", "'x", "10:30", "TRUE", " a"] {
        assert!(matches!(protect(text), Cow::Borrowed(cell) if cell == text), "{text:?}");
    }
}

#[test]
fn one_apostrophe_is_taken_away_where_somebody_had_a_reason_to_put_it() {
    let cases = [
        ("'0012345", "0012345"),
        ("'1004", "1004"),
        ("'+375291234567", "+375291234567"),
        ("''0012345", "'0012345"),
        ("'AB-12", "'AB-12"),
        ("'", "'"),
        ("0012345'", "0012345'"),
        ("=\"0012345\"", "0012345"),
        ("=\"AB-12\"", "AB-12"),
        ("=\"\"", ""),
        ("=\"1\"&\"2\"", "=\"1\"&\"2\""),
        ("=\"", "=\""),
        ("=0012345", "=0012345"),
    ];
    for (cell, text) in cases {
        assert_eq!(unprotect(cell), text, "{cell:?}");
    }
}

/// Texts of the parts that spreadsheets look at.
fn telling_text() -> impl Strategy<Value = String> {
    let part = proptest::sample::select(vec![
        "0", "1", "9", "12", "2026", "E", "e", ".", ",", "-", "+", ":", " ", "\u{a0}", "%", "Jan",
        "мая", "г", "AM", "T", "Z", "TRUE", "ложь", "р", "руб", "A", "x", "@", "１",
    ]);
    proptest::collection::vec(part, 1..12).prop_map(|parts| parts.concat())
}

proptest! {
    #[test]
    fn every_text_comes_back_as_it_was(
        text in prop_oneof![rough_text(33), telling_text(), "'{0,2}[0-9a-z]{0,4}", any::<String>()],
    ) {
        let cell = protect_id(&text);
        prop_assert_eq!(unprotect(&cell), &text);
    }

    #[test]
    fn a_customer_number_is_never_taken_for_a_protected_one(text in rough_text(33)) {
        if let Ok(number) = CustomerNumber::parse(&text) {
            prop_assert_eq!(unprotect(number.as_str()), number.as_str());
        }
    }

    #[test]
    fn a_bare_cell_is_a_short_number_or_holds_a_letter_or_no_digit(text in telling_text()) {
        if let Cow::Borrowed(cell) = protect_id(&text) {
            let short = cell.len() <= 11 && cell.bytes().all(|byte| byte.is_ascii_digit());
            let counts = cell.chars().any(char::is_numeric);
            prop_assert!(short || !counts || cell.chars().any(char::is_alphabetic));
            prop_assert!(cell.parse::<f64>().is_err() || short && (cell == "0" || !cell.starts_with('0')));
        }
    }
}

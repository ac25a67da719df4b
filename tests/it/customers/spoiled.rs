//! Numbers that a spreadsheet has changed.

use carddesk::customers::Doubt;
use carddesk::domain::cell::protect_id;
use proptest::prelude::*;

use super::{assert_adds_up, cyrillic, list, numbers};

fn doubts(text: &str) -> Vec<(u64, Doubt)> {
    list(text.as_bytes()).doubtful.iter().map(|row| (row.line, row.doubt)).collect()
}

#[test]
fn what_a_spreadsheet_has_changed_is_asked_for_after_a_yes_alone() {
    let text =
        "Номер клиента;ФИО\r\n1,23457E+15;А\r\n1002,00;Б\r\n1003.0;В\r\n1\u{a0}004;Г\r\n1005;Д\r\n";
    let mut list = list(&cyrillic(text));
    let told: Vec<(u64, Doubt)> = list.doubtful.iter().map(|row| (row.line, row.doubt)).collect();
    assert_eq!(
        told,
        [(2, Doubt::Exponent), (3, Doubt::Decimals), (4, Doubt::Decimals), (5, Doubt::Grouped)]
    );
    assert_eq!(numbers(&list), ["1005"]);
    assert_adds_up(&list, 6);
    list.take_as_they_are();
    assert_eq!(numbers(&list), ["1,23457E+15", "1002,00", "1003.0", "1\u{a0}004", "1005"]);
    assert_adds_up(&list, 6);
}

#[test]
fn each_way_of_spoiling_is_known() {
    let cases: &[(&str, Doubt)] = &[
        ("1,23457E+15", Doubt::Exponent),
        ("1.2E15", Doubt::Exponent),
        ("5E+12", Doubt::Exponent),
        ("-1,2e+5", Doubt::Exponent),
        ("1002,0", Doubt::Decimals),
        ("1 002,00", Doubt::Grouped),
        ("1002.", Doubt::Decimals),
        ("1\u{202f}004", Doubt::Grouped),
        ("12 345 678", Doubt::Grouped),
        ("1,004", Doubt::Grouped),
        ("1.004.000", Doubt::Grouped),
        ("1,004.00", Doubt::Grouped),
        ("01.02.2026", Doubt::Date),
        ("2026-02-01", Doubt::Date),
        ("01.02.2026 0:00", Doubt::Date),
        ("янв.26", Doubt::Date),
        ("02.янв", Doubt::Date),
        ("5-Jan", Doubt::Date),
        ("10:30:00", Doubt::Date),
        ("1234567890123450", Doubt::Digits),
        ("12345678901234500000", Doubt::Digits),
    ];
    for (cell, doubt) in cases {
        assert_eq!(doubts(&format!("customer;name\n{cell};a\nAB-7;b\n")), [(2, *doubt)], "{cell}");
    }
    // What only looks like it.
    for cell in [
        "12E3",
        "AB,5",
        "1234567890123456",
        "77-1",
        "12-34-56789",
        "AB 12",
        "1004-2",
        "3.1415",
        "0,123",
    ] {
        assert_eq!(doubts(&format!("customer;name\n\"{cell}\";a\nAB-7;b\n")), [], "{cell}");
    }
}

#[test]
fn neighbours_tell_what_is_missing() {
    let text = "customer\n0012345\n0012346\n12347\n1234567\n0000001\n";
    assert_eq!(doubts(text), [(4, Doubt::Zeros)]);
    // Neighbours of many lengths tell nothing.
    assert_eq!(doubts("customer\n0012345\n001\n12\n"), []);
    assert_eq!(doubts("customer\n1001\n1002\n1003\nнет\n1004\n"), [(5, Doubt::Word)]);
    assert_eq!(doubts("customer\n1001\nAnna\nBoris\n"), [(3, Doubt::Word), (4, Doubt::Word)]);
}

#[test]
fn signs_that_nobody_sees_are_refused() {
    for cell in
        ["\u{202d}1002\u{202c}", "1003\u{200b}", "10\u{ad}04", "\u{feff}1005", "10\u{2060}06"]
    {
        let list = list(format!("customer\n{cell}\n1001\n").as_bytes());
        assert_eq!((numbers(&list), list.refused.len()), (vec!["1001"], 1), "{cell:?}");
    }
}

#[test]
fn what_was_kept_from_a_spreadsheet_is_read_back() {
    let list = list("customer;n\n'+375291234567;a\n'0012345;b\n=\"0012346\";c\n\"=\"\"0012347\"\"\";d\n'1E5;e\n'AB12;f\n".as_bytes());
    assert_eq!(numbers(&list), ["+375291234567", "0012345", "0012346", "0012347", "1E5"]);
    assert_eq!(list.refused.len(), 1);
    assert!(list.doubtful.is_empty(), "{:?}", list.doubtful);
}

proptest! {
    #[test]
    fn every_number_that_we_write_is_read_back(number in "[0-9A-Za-z+@.,: _-]{1,12}") {
        let number = number.trim();
        prop_assume!(!number.is_empty());
        let mut out = csv::Writer::from_writer(Vec::new());
        out.write_record(["customer", "name"]).unwrap();
        out.write_record([&protect_id(number), "Ann"]).unwrap();
        out.write_record(["AB-7", "Bob"]).unwrap();
        let mut list = list(&out.into_inner().unwrap());
        list.take_as_they_are();
        // One that is the name of a customer's column, such as `CID`, stands in a header written twice.
        prop_assume!(list.counts().headers == 1);
        let mut wanted = vec![number, "AB-7"];
        wanted.dedup();
        prop_assert_eq!(numbers(&list), wanted);
    }
}

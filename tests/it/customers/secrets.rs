//! Numbers of cards and tokens, however a list holds them: doubtful, and never told whole.

use carddesk::customers::{CustomerList, Doubt};
use rust_xlsxwriter::{Format, Workbook, Worksheet};

use super::{list, numbers, other_books, question, with_column};

/// All that is told of a list.
fn told(list: &CustomerList) -> Vec<String> {
    let doubtful = list.doubtful.iter().map(|row| row.shown());
    let refused = list.refused.iter().map(|row| row.value.clone());
    doubtful.chain(refused).chain(list.aside.iter().map(|row| row.value.clone())).collect()
}

#[test]
fn digits_before_an_exponent_are_not_told() {
    for (cell, shown) in [
        ("5.55555555555444E15", "*.**************E15"),
        ("4,11111111111111E+15", "*,**************E+15"),
        ("4.11111111111111e+15", "*.**************e+15"),
        ("4,1111111Е15", "*,*******Е15"),
        ("411111111111111E+1", "***************E+1"),
        ("2,20041234567891E15", "*,**************E15"),
        ("1,23457E+15", "1,23457E+15"),
    ] {
        let list = list(format!("customer;n\n\"{cell}\";a\n1002;b\n").as_bytes());
        assert_eq!(told(&list)[0], shown, "{cell}");
        assert_eq!(list.doubtful[0].doubt, Doubt::Exponent, "{cell}");
    }
    // A code is told as it stands.
    let codes = list(b"customer\n12345678E5/1\n1002\n");
    assert_eq!(told(&codes)[0], "12345678E5/1");
    let aside = list(b"List of 5.55555555555444E15 cards\nCustomer;Name\n1002;Ann\n1003;Bob\n");
    assert!(told(&aside).iter().all(|told| !told.contains("555")), "{:?}", told(&aside));
    let asked = question(b"a;b\n5.55555555555444E15;7\n4.11111111111111E15;8\n");
    assert!(!format!("{asked:?}").contains("55555"), "{asked:?}");
}

fn workbook(value: f64, format: &str) -> Vec<u8> {
    let mut sheet = Worksheet::new();
    sheet.write_string(0, 0, "Номер клиента").unwrap();
    sheet.write_number(1, 0, 1002.0).unwrap();
    sheet.write_number_with_format(2, 0, value, &Format::new().set_num_format(format)).unwrap();
    let mut book = Workbook::new();
    book.push_worksheet(sheet);
    book.save_to_buffer().unwrap()
}

#[test]
fn the_number_of_a_card_is_known_in_a_workbook() {
    for format in ["General", "0", "0.00", "#,##0", "0.00E+00", "0000 0000 0000 0000"] {
        for (value, first, last) in
            [(5_555_555_555_554_444.0, "5555", "4444"), (2_200_000_000_000_004.0, "2200", "0004")]
        {
            let list = list(&workbook(value, format));
            assert_eq!(numbers(&list), ["1002"], "{format}");
            assert_eq!(list.doubtful[0].doubt, Doubt::Card, "{format}");
            let shown = list.doubtful[0].shown();
            assert!(shown.contains('*') && shown.starts_with(first), "{shown}");
            assert!(shown.ends_with(last), "{shown}");
        }
    }
    // The last digit is lost, and can be calculated.
    let spoiled = list(&workbook(5_555_555_555_554_440.0, "0"));
    assert!(!told(&spoiled)[0].contains("55"), "{:?}", told(&spoiled));
}

fn ods(cell: &str) -> Vec<u8> {
    other_books::ods(&format!("<table:table-row>{cell}</table:table-row>"))
}

#[test]
fn the_number_of_a_card_is_known_in_an_open_document() {
    for shown in ["5.55555555555444E+015", "5,55555555555444E+15", "5555555555554444", "5,56E+15"] {
        let cell = format!(
            "<table:table-cell office:value-type='float' office:value='5555555555554444'>\
             <text:p>{shown}</text:p></table:table-cell>"
        );
        let list = list(&ods(&cell));
        let doubts: Vec<_> = list.doubtful.iter().map(|row| (row.doubt, row.shown())).collect();
        assert_eq!(doubts, [(Doubt::Card, "555555******4444".to_owned())], "{shown}");
    }
}

#[test]
fn cards_of_the_region_and_of_every_writing_are_masked() {
    for cell in [
        "9792010000000002",
        "9051000000000009",
        "4,111,111,111,111,111",
        "4'111'111'111'111'111",
        "5555555555554440",
        "4111.1111.1111.1111",
    ] {
        let list = list(format!("customer;n\n\"{cell}\";a\n1002;b\n").as_bytes());
        assert_eq!(numbers(&list), ["1002"], "{cell}");
        assert!(told(&list)[0].matches('*').count() >= 6, "{:?}", told(&list));
    }
}

#[test]
fn tokens_are_doubtful_and_elided() {
    for cell in [
        "54F5A3DE4B474B4003B57FF992D6B401",
        "54f5a3de4b474b4003b57ff992d6b401",
        "54F5A3DE-4B474B40-03B57FF992D6B401",
    ] {
        for text in [
            format!("{cell}\n10022\n"),
            format!("customer\n{cell}\n10022\n"),
            format!("Customer ID;Name\n'{cell};Ann\n10022;Bob\n"),
        ] {
            let list = list(text.as_bytes());
            assert_eq!(numbers(&list), ["10022"], "{text}");
            assert!(!told(&list).concat().contains(&cell[8..24]), "{:?}", told(&list));
        }
    }
    let list = list(b"customer\n54F5A3DE4B474B4003B57FF992D6B401\n10022\n");
    assert_eq!(list.doubtful[0].doubt, Doubt::Token);
    assert_eq!(list.doubtful[0].shown(), "54F5…B401");
    let long = with_column(b"t\n54F5A3DE-4B47-4B40-03B5-7FF992D6B401\n10022\n", "1");
    assert_eq!((long.refused[0].value.as_str(), numbers(&long)), ("54F5…B401", vec!["10022"]));
    let asked = question(
        b"a;b\n54F5A3DE4B474B4003B57FF992D6B401;1002\n54F5A3DE4B474B4003B57FF992D6B402;1003\n",
    );
    assert!(!format!("{asked:?}").contains("4B474B40"), "{asked:?}");
}

#[test]
fn what_our_own_reports_mask_waits_for_a_yes() {
    let header = "severity;rule;message;customer;brand";
    for (cell, doubt) in [
        ("411111******1111", Doubt::Card),
        ("54F5…B401", Doubt::Token),
        ("54F5A3DE4B474B4003B57FF992D6B401", Doubt::Token),
    ] {
        let text = format!("{header}\nnote;no-cards;none;1002;\nnote;no-cards;none;{cell};\n");
        let list = list(text.as_bytes());
        assert_eq!(numbers(&list), ["1002"], "{cell}");
        assert_eq!(
            list.doubtful.iter().map(|row| row.doubt).collect::<Vec<_>>(),
            [doubt],
            "{cell}"
        );
    }
}

//! Customers without any card, in every report; and cells that spreadsheets keep.

use carddesk::batch::{Batch, csv, html, json as report, junit, summary};
use carddesk::customers::CustomerList;
use carddesk::domain::Language;
use carddesk::domain::cell::{Separator, unprotect};
use carddesk::i18n::Texts;
use serde_json::json;

use super::Bench;

/// Nobody that the sandbox knows.
const NOBODY: [&str; 4] = ["+375291234567", "0012345", "Ivanov", "4276380012345678"];

fn rows(batch: &Batch, separator: Separator) -> Vec<::csv::StringRecord> {
    let mut out = Vec::new();
    csv(batch, &CustomerList::default(), &Texts::new(Language::English), separator, &mut out)
        .unwrap();
    let mut reader =
        ::csv::ReaderBuilder::new().delimiter(separator.byte()).from_reader(out.as_slice());
    reader.records().map(Result::unwrap).collect()
}

#[test]
fn they_are_counted_and_listed_everywhere() {
    let bench = Bench::new();
    let batch = bench.run(&["1004", "1001", "5009", "Ivanov"]);
    let counts = batch.counts();
    // 1001 is known, and has no card; 5009 cannot be read.
    assert_eq!((counts.customers, counts.failed, counts.without_cards), (4, 1, 2));
    assert_eq!(batch.without_cards().collect::<Vec<_>>(), ["1001", "Ivanov"]);
    for language in [Language::English, Language::Russian] {
        let texts = Texts::new(language);
        let hint = texts.by_id("report-mostly-without-cards", None, &[]);
        let none = texts.by_id("report-no-cards", None, &[]);
        let text = summary(&batch, &texts);
        assert!(text.starts_with(&hint), "{text}");
        assert!(text.contains(&format!(" Ivanov: {none}\n")), "{text}");
        let page = html(&batch, &CustomerList::default(), &texts);
        let listed = page.split("id=\"without-cards\"").nth(1).unwrap();
        let listed = listed.split("</section>").next().unwrap();
        assert!(listed.contains("<li>1001</li><li>Ivanov</li>") && !listed.contains("1004"));
        assert!(page.contains(&format!("<p class=\"alert\">{hint}</p>")));
        let object = &report(&batch, &texts)["without_cards"];
        assert_eq!(*object, json!({ "count": 2, "customers": ["1001", "Ivanov"], "hint": hint }));
        let xml = junit(&batch, &CustomerList::default(), &texts).unwrap();
        let suite = xml.split("<testsuite name=\"customers without cards\"").nth(1).unwrap();
        assert!(suite.contains("\n1001\nIvanov</system-out>"), "{suite}");
        assert!(xml.contains(&format!("<system-out>{none}</system-out>")), "{xml}");
    }
    let rows = rows(&batch, Separator::Comma);
    let told = rows.iter().filter(|row| &row[1] == "no-cards");
    let told: Vec<_> = told.map(|row| (&row[0], &row[2], &row[3], &row[7])).collect();
    let hint = Texts::new(Language::English).by_id("report-mostly-without-cards", None, &[]);
    let said = format!("No saved cards. {hint}");
    assert_eq!(told, [("note", &*said, "1001", ""), ("note", &*said, "Ivanov", "")]);
}

#[test]
fn a_hint_is_given_where_most_have_none_and_only_there() {
    let bench = Bench::new();
    let batch = bench.run(&["1004", "1002", "1001", "Ivanov", "5009"]);
    let mostly = |customers: &[&str]| {
        let mut some = batch.clone();
        some.customers.retain(|record| customers.contains(&record.customer.as_str()));
        some.counts().is_mostly_without_cards()
    };
    assert!(!mostly(&["1004", "1002", "1001"]));
    assert!(!mostly(&["1004", "1001"]), "half of them");
    assert!(mostly(&["1004", "1001", "Ivanov"]));
    assert!(mostly(&["1001", "Ivanov"]));
    assert!(!mostly(&["1004", "5009", "1001"]), "one that cannot be read says nothing");
    assert!(!mostly(&["Ivanov"]), "one is no list");
    assert!(!mostly(&["5009"]));
    let texts = Texts::new(Language::English);
    let mut good = batch.clone();
    good.customers.retain(|record| !record.is_without_cards());
    let xml = junit(&good, &CustomerList::default(), &texts).unwrap();
    assert!(!xml.contains("without cards"), "{xml}");
    assert!(!html(&good, &CustomerList::default(), &texts).contains("id=\"without-cards\""));
    assert!(!summary(&good, &texts).contains("without"));
    assert_eq!(
        report(&good, &texts)["without_cards"],
        json!({ "count": 0, "customers": [], "hint": null })
    );
}

#[test]
fn numbers_are_written_so_that_a_spreadsheet_keeps_them() {
    let bench = Bench::new();
    let batch = bench.run(&["2009", NOBODY[0], NOBODY[1], NOBODY[2], NOBODY[3]]);
    for separator in [Separator::Comma, Separator::Semicolon] {
        let rows = rows(&batch, separator);
        assert!(rows.iter().all(|row| row.len() == 12));
        let cells: Vec<&str> = rows.iter().rev().take(4).map(|row| &row[3]).collect();
        assert_eq!(cells, ["'4276380012345678", "Ivanov", "'0012345", "'+375291234567"]);
        let back: Vec<&str> = cells.into_iter().rev().map(unprotect).collect();
        assert_eq!(back, NOBODY);
        let mut digits = rows.iter().filter(|row| row[7].contains('0'));
        let zero = |cell: &str| cell.starts_with("'0") || !cell.starts_with('0');
        assert!(digits.all(|row| zero(&row[7]) && unprotect(&row[7]).len() == 4));
    }
}

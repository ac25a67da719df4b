//! Lists of customers, as merchants have them.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "helpers of tests stop at the first surprise"
)]

mod accounts;
mod books;
mod choosing;
mod files;
mod kept;
mod kinds;
mod other_books;
mod plain_text;
mod secrets;
mod spoiled;
mod subjects;
mod workbooks;

use carddesk::customers::{Choice, CustomerList, NotAList, Question, Reading, read_file};

/// What a file gives, where nothing has to be chosen.
fn list(bytes: &[u8]) -> CustomerList {
    match read_file(bytes, &Choice::default()).unwrap() {
        Reading::List(list) => list,
        Reading::Ask(question) => panic!("{question:?}"),
    }
}

/// What is asked about a file.
fn question(bytes: &[u8]) -> Question {
    match read_file(bytes, &Choice::default()).unwrap() {
        Reading::Ask(question) => question,
        Reading::List(list) => panic!("{:?} of {:?}", list.numbers, list.column),
    }
}

fn refusal(bytes: &[u8]) -> NotAList {
    read_file(bytes, &Choice::default()).unwrap_err()
}

fn with_column(bytes: &[u8], column: &str) -> CustomerList {
    let choice = Choice { column: Some(column.to_owned()), ..Choice::default() };
    match read_file(bytes, &choice).unwrap() {
        Reading::List(list) => list,
        Reading::Ask(question) => panic!("{question:?}"),
    }
}

fn numbers(list: &CustomerList) -> Vec<&str> {
    list.numbers.iter().map(|number| number.as_str()).collect()
}

fn cyrillic(text: &str) -> Vec<u8> {
    encoding_rs::WINDOWS_1251.encode(text).0.into_owned()
}

/// Every line of a file is told: the parts add up.
fn assert_adds_up(list: &CustomerList, lines: usize) {
    let counts = list.counts();
    let parts = [
        counts.asked,
        counts.repeated,
        counts.doubtful,
        counts.refused,
        counts.headers,
        counts.titles,
        counts.totals,
        counts.blank,
    ];
    assert_eq!((counts.lines, parts.iter().sum::<usize>()), (lines, lines), "{counts:?}");
}

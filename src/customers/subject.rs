//! What the rows of a table are about: customers, or goods, orders and documents.

use super::form::{is_amount, is_date};
use super::meaning::{ColumnMeaning, is_negated, words};
use super::profile::cells;
use super::table::Row;
use super::things::{REACHED_BY, SHOP, THING};
use super::words::{DEAL, HOW_MANY, MOMENT, NAME, OF_PERSON, SEVERAL, SUM, TITLE};

/// What one column tells of its rows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Tells {
    /// They are of goods, orders, documents.
    Deal,
    /// Each has a day.
    Moment,
    /// Each has a sum.
    Sum,
    /// They are of towns, states, titles, unless they are of somebody.
    Thing,
    /// They are of shops, offices, devices, which are reached by telephone, too.
    Shop,
    /// How somebody is reached, or was born.
    Reached,
    /// They are of somebody.
    Person,
    Nothing,
}

impl Tells {
    /// By the column's name, and where that says nothing by its cells.
    pub(super) fn of(
        name: Option<&str>,
        means: ColumnMeaning,
        rows: &[&Row],
        column: usize,
    ) -> Self {
        let Some(told) = name.map(|name| of_name(name, means)) else {
            return of_cells(rows, column, true);
        };
        let of_cells = || of_cells(rows, column, means == ColumnMeaning::Name);
        match told {
            Self::Nothing if means == ColumnMeaning::Unknown => of_cells(),
            // `Paid at`; `Name` over the numbers of orders.
            Self::Sum if of_cells() == Self::Moment => Self::Moment,
            Self::Person if means == ColumnMeaning::Name => of_cells(),
            told => told,
        }
    }
}

/// Whether rows with such columns, beside the one that may hold the numbers, are of something else
/// than customers.
pub(super) fn is_of_others(columns: impl Iterator<Item = Tells>) -> bool {
    let told: Vec<Tells> = columns.collect();
    let has = |tells| told.contains(&tells);
    // A day and a sum are a document's; one of them beside a name may be somebody's.
    let signs = u8::from(has(Tells::Moment)) + u8::from(has(Tells::Sum));
    let is_thing = has(Tells::Shop) || has(Tells::Thing) && !has(Tells::Reached);
    let is_thing = is_thing && !has(Tells::Person);
    has(Tells::Deal) || is_thing || signs > u8::from(has(Tells::Person))
}

fn of_name(name: &str, means: ColumnMeaning) -> Tells {
    let words = words(name);
    let any = |all: &[&str]| words.iter().any(|word| all.contains(&word.as_str()));
    if is_negated(&words) {
        return Tells::Deal;
    }
    if any(REACHED_BY) && !any(DEAL) {
        return Tells::Reached;
    }
    if means.is_of_customers() {
        return Tells::Person;
    }
    if any(NAME) && !any(TITLE) {
        return match () {
            () if any(DEAL) => Tells::Deal,
            () if any(SHOP) => Tells::Shop,
            () if any(THING) => Tells::Thing,
            () => Tells::Person,
        };
    }
    // `Last order`, `Number of orders`.
    if any(OF_PERSON) || any(SEVERAL) && any(HOW_MANY) {
        return Tells::Nothing;
    }
    match () {
        () if any(DEAL) => Tells::Deal,
        () if any(SUM) => Tells::Sum,
        () if any(MOMENT) => Tells::Moment,
        () if any(SHOP) => Tells::Shop,
        () if any(THING) => Tells::Thing,
        () => Tells::Nothing,
    }
}

/// By the cells of a column; words under no name may be names.
fn of_cells(rows: &[&Row], column: usize, may_be_names: bool) -> Tells {
    let cells = cells(rows, column);
    let most = |fits: &dyn Fn(&str) -> bool| {
        let count = cells.iter().filter(|cell| fits(cell)).count();
        count > 0 && count * 10 >= cells.len() * 6
    };
    let is_words = |cell: &str| {
        !cell.contains(|c: char| c.is_ascii_digit()) && cell.contains(char::is_alphabetic)
    };
    match () {
        () if most(&is_date) => Tells::Moment,
        () if most(&is_amount) => Tells::Sum,
        () if may_be_names && most(&is_words) => Tells::Person,
        () => Tells::Nothing,
    }
}

//! From a table to a list: a number a row, and what is said of all other rows.

mod rows;
mod settled;

use std::collections::HashMap;

use crate::domain::CustomerNumber;
use crate::domain::cell::unprotect;

use super::across;
use super::cards::{is_card, is_token};
use super::doubt::Doubt;
use super::form::shows_error;
use super::kinds::of_secret;
use super::list::{Aside, CustomerList, Fate, RefusedRow, RowError, TakenColumn, shown};
use super::meaning::ColumnMeaning;
use super::neighbours::Neighbours;
use super::number::{all_digits, is_id, most_digits};
use super::table::{OpenQuote, Row, Table};

use rows::{Rows, Said, is_apostrophised};

/// Collects a list row by row.
#[derive(Default)]
struct Taking {
    list: CustomerList,
    /// Those that were seen, and whether there was a doubt about them.
    known: HashMap<CustomerNumber, bool>,
}

impl Taking {
    fn new(table: &Table, column: Option<TakenColumn>) -> Self {
        let list = CustomerList { column, fates: table.fates.clone(), ..CustomerList::default() };
        Self { list, known: HashMap::new() }
    }

    fn decide(&mut self, line: u64, fate: Fate) {
        let place = usize::try_from(line - 1).unwrap_or(usize::MAX);
        // Of several numbers on a line the first one decides.
        if let Some(known) = self.list.fates.get_mut(place).filter(|fate| **fate == Fate::Row) {
            *known = fate;
        }
    }

    fn aside(&mut self, row: &Row, fate: Fate) {
        self.decide(row.line, fate);
        let cells: Vec<&str> = row.filled().map(|(_, cell)| cell).collect();
        let value = shown(&cells.join(" "));
        self.list.aside.push(Aside { file: None, line: row.line, value, fate });
    }

    fn has_total(&self) -> bool {
        self.list.aside.iter().any(|aside| aside.fate == Fate::Total)
    }

    fn refuse(&mut self, line: u64, value: &str, error: RowError) {
        self.decide(line, Fate::Refused);
        self.list.refused.push(RefusedRow { file: None, line, value: shown(value), error });
    }

    fn refuse_quote(&mut self, row: &Row, quote: OpenQuote) {
        let words: Vec<&str> = row.filled().map(|(_, cell)| cell).collect();
        let OpenQuote { opened, closed, .. } = quote;
        self.refuse(row.line, &words.join(" "), RowError::Quote { opened, closed });
    }

    /// Takes a number. `said` is what its workbook says of the cell; of what others tell, `told` is
    /// what its row does.
    fn take(
        &mut self,
        line: u64,
        cell: &str,
        neighbours: &Neighbours,
        said: Option<Doubt>,
        told: Option<Doubt>,
    ) {
        let bare = unprotect(cell);
        let others = || neighbours.doubt(bare).or(told).filter(|_| !is_apostrophised(cell));
        // Whoever kept the number of a card meant it as text, and not as a customer.
        let of_card = || match () {
            () if is_card(bare) => Some(Doubt::Card),
            () if is_token(bare) => Some(Doubt::Token),
            () => None,
        };
        // Whatever a workbook makes of a card's number, it is one.
        let hidden = said.filter(|said| *said == Doubt::Hidden);
        self.take_judged(line, cell, hidden.or_else(of_card).or(said).or_else(others));
    }

    /// Takes a number about which all is said.
    fn take_judged(&mut self, line: u64, cell: &str, doubt: Option<Doubt>) {
        match CustomerNumber::parse(unprotect(cell)) {
            Err(_) if shows_error(cell) => self.refuse(line, cell, RowError::CellError),
            Err(error) => self.refuse(line, cell, RowError::Number(error)),
            Ok(number) => self.decide_number(line, number, doubt),
        }
    }
}

/// Every number of the only row.
pub(super) fn of_line(table: &Table) -> CustomerList {
    let mut taking = Taking::new(table, None);
    let Some(row) = table.rows.first() else { return taking.list };
    if let Some(quote) = row.quote {
        taking.refuse_quote(row, quote);
        return taking.list;
    }
    let numbers = across::numbers(row);
    let neighbours =
        Neighbours::of(numbers.iter().map(|cell| unprotect(cell)), ColumnMeaning::Unknown);
    for (place, number) in numbers.iter().enumerate() {
        let told = is_beside_another(&numbers[..place], number).then_some(Doubt::Unlike);
        taking.take(row.line, number, &neighbours, None, told);
    }
    taking.end()
}

/// Whether a plain number stands behind words with another one that is no shorter: `10021 Ivanov, 12`.
fn is_beside_another(before: &[&str], number: &str) -> bool {
    let holds = |cell: &&str| !is_id(cell) && most_digits(cell) >= number.len();
    all_digits(number) && before.iter().any(holds)
}

/// The cells of a column, which a person may have chosen, and what is said of all other rows.
pub(super) fn of_column(
    table: &Table,
    header: Option<usize>,
    column: usize,
    taken: TakenColumn,
    is_chosen: bool,
) -> CustomerList {
    let mut taking = Taking::new(table, Some(taken));
    let rows = Rows::of(table, header, column);
    let neighbours = rows.neighbours();
    let neighbours = if is_chosen { neighbours.chosen() } else { neighbours };
    for (place, row) in table.rows.iter().enumerate() {
        let cell = row.cell(column);
        match rows.said(place, row, taking.has_total()) {
            Said::Quote(quote) => taking.refuse_quote(row, quote),
            Said::NoResult => taking.refuse(row.line, cell, RowError::NoResult),
            Said::Aside(fate) => taking.aside(row, fate),
            Said::Own => {
                let bare = unprotect(cell);
                // As reports show a card's number or a token that was asked for.
                let elided = || bare.contains('…').then_some(Doubt::Token);
                taking.take_judged(row.line, cell, of_secret(bare).or_else(elided));
            }
            Said::Number(told) => {
                let said = table.notes.doubt(row.line, column);
                taking.take(row.line, cell, &neighbours, said, told);
            }
        }
    }
    taking.end()
}

/// Each line a number, as it stands.
pub(super) fn verbatim<'a>(lines: impl Iterator<Item = &'a str>) -> CustomerList {
    let mut taking = Taking::default();
    for (place, line) in lines.enumerate() {
        taking.list.fates.push(if line.is_empty() { Fate::Blank } else { Fate::Row });
        if !line.is_empty() {
            taking.take(place as u64 + 1, line, &Neighbours::default(), None, None);
        }
    }
    // Whoever wrote them meant them.
    taking.list.take_as_they_are();
    taking.list
}

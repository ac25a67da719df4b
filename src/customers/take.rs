//! From a table to a list: a number a row, and what is said of all other rows.

mod settled;

use std::collections::HashMap;

use crate::domain::CustomerNumber;
use crate::domain::cell::unprotect;

use super::across;
use super::doubt::{Doubt, Neighbours};
use super::header::{Means, folded, is_short_total, is_total, meaning};
use super::list::{Aside, CustomerList, Fate, RefusedRow, RowError, TakenColumn, shown};
use super::profile::is_id;
use super::table::{OpenQuote, Row, Table};

/// Rows by which a whole table is judged.
const MANY: usize = 8;

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
        match CustomerNumber::parse(bare) {
            Err(error) => self.refuse(line, cell, RowError::Number(error)),
            Ok(number) => {
                let others = || neighbours.doubt(bare).or(told).filter(|_| !is_kept(cell));
                self.decide_number(line, number, said.or_else(others));
            }
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
    let neighbours = Neighbours::of(numbers.iter().map(|cell| unprotect(cell)), Means::Unknown);
    for number in numbers {
        taking.take(row.line, number, &neighbours, None, None);
    }
    taking.end()
}

/// The cells of a column, and what is said of all other rows.
pub(super) fn of_column(
    table: &Table,
    header: Option<usize>,
    column: usize,
    taken: TakenColumn,
) -> CustomerList {
    let name = header.and_then(|row| table.rows.get(row)).map(|row| row.cell(column));
    let means = name.map_or(Means::Unknown, meaning);
    let name = name.map(folded).filter(|name| !name.is_empty());
    let mut taking = Taking::new(table, Some(taken));
    let begin = header.map_or(0, |row| row + 1);
    let is_wide = table.is_wide();
    let is_header = |cell: &str| name.as_ref().is_some_and(|name| folded(cell) == *name);
    let body = || table.rows.iter().skip(begin).filter(|row| row.quote.is_none());
    // Those that somebody kept from a spreadsheet tell nothing of what became of the others.
    let cells = body().map(|row| row.cell(column)).filter(|cell| !is_kept(cell));
    let is_number = |cell: &&str| !is_total(cell) && !is_header(cell) && !is_title(cell);
    let neighbours = Neighbours::of(cells.filter(is_number), means);
    let sparse = Sparse::of(body().filter(|row| is_id(row.cell(column))));
    let is_broken = is_broken(table, column);
    for (place, row) in table.rows.iter().enumerate() {
        let cell = row.cell(column);
        let is_lone = is_wide && row.filled().count() < 2;
        let first = row.filled().next().map_or("", |(_, cell)| cell);
        match row.quote {
            Some(quote) if quote.from <= column => taking.refuse_quote(row, quote),
            _ if place < begin && Some(place) != header => taking.aside(row, Fate::Title),
            _ if table.notes.has_no_result(row.line, column) && !is_total(first) => {
                taking.refuse(row.line, cell, RowError::NoResult);
            }
            _ if Some(place) == header => taking.aside(row, Fate::Header),
            _ if is_ruling(row) => taking.aside(row, Fate::Title),
            _ if is_header(cell) => taking.aside(row, Fate::Header),
            _ if is_total(first) && !(first == cell && is_kept(cell))
                || row.filled().any(|(at, c)| at != column && is_short_total(c)) =>
            {
                taking.aside(row, Fate::Total);
            }
            _ if is_total(cell) && !is_kept(cell) => taking.aside(row, Fate::Total),
            // Forms number their columns below the header.
            _ if place == begin && header.is_some() && counts_columns(row) => {
                taking.aside(row, Fate::Header);
            }
            // Words beside the table: above it, below it, or between its parts.
            _ if is_lone && is_sentence(if cell.is_empty() { first } else { cell }) => {
                taking.aside(row, Fate::Title);
            }
            _ if !is_wide && is_title(cell) => taking.aside(row, Fate::Title),
            _ => {
                let is_sum = !is_wide && taking.has_total() && counts_rows(cell, table)
                    || place + 1 == table.rows.len()
                        && counts_those(cell, &table.rows[begin..place], column);
                let told = match () {
                    () if !table.is_plain && !cell.is_ascii() => Some(Doubt::Encoding),
                    () if is_sum || is_broken => Some(Doubt::Unlike),
                    () => sparse.told(row),
                };
                let said = table.notes.doubt(row.line, column);
                taking.take(row.line, cell, &neighbours, said, told);
            }
        }
    }
    taking.end()
}

/// Whoever put an apostrophe before a number kept it from being changed.
fn is_kept(cell: &str) -> bool {
    unprotect(cell) != cell
}

/// Where most rows cannot be trusted, the others cannot either.
fn is_broken(table: &Table, column: usize) -> bool {
    let is_bad = |row: &&Row| {
        let cell = unprotect(row.cell(column));
        row.quote.is_some() || !cell.is_empty() && CustomerNumber::parse(cell).is_err()
    };
    let bad = table.rows.iter().filter(is_bad).count();
    bad >= MANY && bad * 2 > table.rows.len()
}

/// Below a total, a number that is no greater than the rows there are counts them.
fn counts_rows(cell: &str, table: &Table) -> bool {
    cell.parse::<usize>().is_ok_and(|count| count <= table.rows.len())
}

/// At the end of the list, a number much shorter than all above it that is how many they are.
fn counts_those(cell: &str, above: &[Row], column: usize) -> bool {
    let numbers = || above.iter().map(|row| row.cell(column)).filter(|cell| is_id(cell));
    let is_short = numbers().all(|number| number.len() > cell.len() + 1);
    is_short && cell.parse() == Ok(numbers().count()) && cell != "0"
}

/// Rows with far fewer cells than others: headings of groups, and their sums.
#[derive(Clone, Copy)]
struct Sparse {
    /// Cells that such a row has at most; none where rows are of every kind.
    most: usize,
}

impl Sparse {
    fn of<'a>(rows: impl Iterator<Item = &'a Row>) -> Self {
        let mut cells: Vec<usize> = rows.map(|row| row.filled().count()).collect();
        cells.sort_unstable();
        let usual = cells.get(cells.len() / 2).copied().unwrap_or_default();
        // A number and a remark that is not always there are no such rows.
        let most = if usual < 3 { 0 } else { usual / 2 };
        let are_few = cells.iter().filter(|count| **count <= most).count() * 2 < cells.len();
        Self { most: if are_few { most } else { 0 } }
    }

    fn told(self, row: &Row) -> Option<Doubt> {
        (row.filled().count() <= self.most).then_some(Doubt::Lone)
    }
}

/// A line that is drawn with signs, between the rows or around them.
fn is_ruling(row: &Row) -> bool {
    let mut cells = row.filled();
    cells.all(|(_, cell)| cell.chars().all(|c| !c.is_alphanumeric()) && cell.chars().count() > 2)
}

/// What is said beside a table: several words, or a label before a colon. A name alone is that of a
/// customer without a number.
fn is_sentence(cell: &str) -> bool {
    let words = cell.split_whitespace().count();
    let begins_with_word = cell.chars().next().is_some_and(char::is_alphabetic);
    begins_with_word && (words > 2 || words > 1 && cell.contains(':'))
}

/// Words that no customer's number has: three or more, without a digit.
fn is_title(cell: &str) -> bool {
    cell.split_whitespace().count() > 2 && !cell.contains(char::is_numeric)
}

/// `1;2;3`: the numbers of the columns.
fn counts_columns(row: &Row) -> bool {
    let counted = row.cells.iter().enumerate();
    row.cells.len() > 2 && counted.clone().all(|(at, cell)| *cell == (at + 1).to_string())
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

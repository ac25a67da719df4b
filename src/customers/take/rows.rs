//! What each row of a table is.

use crate::domain::CustomerNumber;
use crate::domain::cell::unprotect;

use super::super::doubt::Doubt;
use super::super::form::is_date;
use super::super::header::names_columns;
use super::super::kinds;
use super::super::list::Fate;
use super::super::meaning::{ColumnMeaning, folded, is_short_total, is_total, meaning};
use super::super::neighbours::Neighbours;
use super::super::number::{all_digits, is_id};
use super::super::own;
use super::super::table::{OpenQuote, Row, Table};

/// Rows by which a whole table is judged.
const MANY: usize = 8;

/// What is said of a row.
pub(super) enum Said {
    Quote(OpenQuote),
    NoResult,
    /// A header, a title, a total.
    Aside(Fate),
    /// A number, and what its row tells against it.
    Number(Option<Doubt>),
    /// A number of a table that this program wrote.
    Own,
}

/// A table of which a column was taken.
pub(super) struct Rows<'a> {
    table: &'a Table,
    column: usize,
    header: Option<usize>,
    /// The name of the column, folded.
    name: Option<String>,
    is_wide: bool,
    is_own: bool,
    is_broken: bool,
    sparse: Sparse,
}

impl<'a> Rows<'a> {
    pub(super) fn of(table: &'a Table, header: Option<usize>, column: usize) -> Self {
        let name = header.and_then(|row| table.rows.get(row)).map(|row| folded(row.cell(column)));
        let mut rows = Self {
            table,
            column,
            header,
            name: name.filter(|name| !name.is_empty()),
            is_wide: table.is_wide(),
            is_own: own::column(table) == Some(column),
            is_broken: is_broken(table, column),
            sparse: Sparse::default(),
        };
        rows.sparse = Sparse::of(rows.body().filter(|row| is_id(row.cell(column))));
        rows
    }

    fn begin(&self) -> usize {
        self.header.map_or(0, |row| row + 1)
    }

    fn body(&self) -> impl Iterator<Item = &'a Row> + use<'a> {
        let rows = self.table.rows.iter().skip(self.begin());
        rows.filter(|row| row.quote.is_none() && !row.is_ruling())
    }

    fn is_header(&self, cell: &str) -> bool {
        self.name.as_ref().is_some_and(|name| folded(cell) == *name)
    }

    /// What the numbers are like. Those that somebody kept from a spreadsheet tell nothing of what
    /// became of the others.
    pub(super) fn neighbours(&self) -> Neighbours {
        let header = self.header.and_then(|row| self.table.rows.get(row));
        let means = header.map_or(ColumnMeaning::Unknown, |row| meaning(row.cell(self.column)));
        let is_number = |cell: &&str| {
            !is_apostrophised(cell) && !is_total(cell) && !self.is_header(cell) && !is_title(cell)
        };
        Neighbours::of(self.body().map(|row| row.cell(self.column)).filter(is_number), means)
    }

    /// What the row at a place is; below a total, a small number may count the rows.
    pub(super) fn said(&self, place: usize, row: &Row, has_total: bool) -> Said {
        let cell = row.cell(self.column);
        match row.quote {
            Some(quote) if quote.from <= self.column => return Said::Quote(quote),
            _ if self.is_own && self.header != Some(place) && own::is_ours(row, self.column) => {
                return Said::Own;
            }
            _ => {}
        }
        let first = row.filled().next().map_or("", |(_, cell)| cell);
        if place >= self.begin()
            && self.table.notes.has_no_result(row.line, self.column)
            && !is_total(first)
        {
            return Said::NoResult;
        }
        if let Some(fate) = self.aside(place, row, first) {
            return Said::Aside(fate);
        }
        let is_sum = !self.is_wide && has_total && counts_rows(cell, self.table)
            || place + 1 == self.table.rows.len()
                && counts_those(cell, &self.table.rows[self.begin()..place], self.column);
        Said::Number(match () {
            () if !self.table.is_plain && !cell.is_ascii() => Some(Doubt::Encoding),
            () if is_sum || self.is_broken => Some(Doubt::Unlike),
            () if self.is_above(place) && self.like_below(row) != Some(true) => Some(Doubt::Unlike),
            () => self.sparse.told(row),
        })
    }

    /// Whether a row stands above the names of the columns.
    fn is_above(&self, place: usize) -> bool {
        place < self.begin() && Some(place) != self.header
    }

    /// Above the names, where titles stand: whether the row's number is just like those below; `None`
    /// where it is none of their form. What seems to be a header may stand amid the rows, as where
    /// two files are joined.
    fn like_below(&self, row: &Row) -> Option<bool> {
        let cell = unprotect(row.cell(self.column));
        let is_alone = self.is_wide && row.filled().count() < 2;
        // `Report No.: | 12345`
        let is_label = |(at, cell): (usize, &str)| at < self.column && is_label(cell);
        if is_alone || row.filled().any(is_label) || !is_id(cell) || is_date(cell) || is_total(cell)
        {
            return None;
        }
        let form = |cell: &str| {
            let head = cell.split(|c: char| c.is_ascii_digit()).next().unwrap_or_default();
            (all_digits(cell), head.to_owned())
        };
        let below = self.body().map(|row| unprotect(row.cell(self.column)));
        let lengths: Vec<usize> =
            below.filter(|c| is_id(c) && form(c) == form(cell)).map(str::len).collect();
        let (least, most) = (*lengths.iter().min()?, *lengths.iter().max()?);
        // The number of a report may be as long; its year may, too.
        if self.is_wide && self.numbers_above().count() < 2 {
            return Some(false);
        }
        Some((least..=most).contains(&cell.len()) && !is_year(cell))
    }

    fn numbers_above(&self) -> impl Iterator<Item = &str> {
        let above = self.table.rows.iter().take(self.header.unwrap_or_default());
        let cells = above.map(|row| unprotect(row.cell(self.column)));
        cells.filter(|cell| is_id(cell) && !is_date(cell))
    }

    /// Whether a row with a number stands below other names of columns, which may be in another order.
    fn is_of_others(&self, place: usize, row: &Row) -> bool {
        let has_number = || row.filled().any(|(_, cell)| is_id(cell) && !is_date(cell));
        self.is_wide
            && row.filled().count() > 1
            && has_number()
            && !names_columns(self.table, place)
            && (0..place).any(|above| names_columns(self.table, above))
    }

    /// Whether a row below the header names the columns once more: in another language, or where
    /// several names stand under one.
    fn names_again(&self, row: &Row) -> bool {
        let cell = row.cell(self.column);
        let has_digit = |cell: &str| cell.contains(char::is_numeric);
        if self.header.is_none() || row.filled().any(|(_, cell)| has_digit(cell)) {
            return false;
        }
        match meaning(cell) {
            ColumnMeaning::CustomerNumber => true,
            ColumnMeaning::Customer | ColumnMeaning::Number => {
                let others = row.filled().filter(|(place, _)| *place != self.column);
                let known = others.filter(|(_, cell)| meaning(cell) != ColumnMeaning::Unknown);
                self.is_wide && known.count() > 0
            }
            _ => false,
        }
    }

    /// Whether a row names nobody.
    fn aside(&self, place: usize, row: &Row, first: &str) -> Option<Fate> {
        let cell = row.cell(self.column);
        let is_lone = self.is_wide && row.filled().count() < 2;
        let is_kept_number = first == cell && is_apostrophised(cell);
        match () {
            () if Some(place) == self.header => Some(Fate::Header),
            () if row.is_ruling() => Some(Fate::Title),
            () if self.is_above(place) && self.like_below(row).is_some() => None,
            () if self.is_above(place) && self.is_of_others(place, row) => None,
            () if self.is_above(place) => Some(Fate::Title),
            () if self.is_header(cell) || self.names_again(row) => Some(Fate::Header),
            () if is_total(first) && !is_kept_number => Some(Fate::Total),
            () if row.filled().any(|(at, c)| at != self.column && is_short_total(c)) => {
                Some(Fate::Total)
            }
            () if is_total(cell) && !is_apostrophised(cell) => Some(Fate::Total),
            // Forms number their columns below the header.
            () if place == self.begin() && self.header.is_some() && counts_columns(row) => {
                Some(Fate::Header)
            }
            // Words beside the table: above it, below it, or between its parts.
            () if is_lone && is_sentence(if cell.is_empty() { first } else { cell }) => {
                Some(Fate::Title)
            }
            () if !self.is_wide && is_title(cell) => Some(Fate::Title),
            () => None,
        }
    }
}

/// Whoever put an apostrophe before a number kept it from being changed.
pub(super) fn is_apostrophised(cell: &str) -> bool {
    unprotect(cell) != cell
}

/// Words before a number of another kind: `Report No.`, `Отчёт №`, `Shop:`.
fn is_label(cell: &str) -> bool {
    let ends = cell.ends_with([':', '№', '#']);
    ends || cell.to_lowercase().ends_with(" no.")
}

/// Whether digits may be those of a year.
fn is_year(cell: &str) -> bool {
    cell.parse::<u32>().is_ok_and(|year| (1990..2100).contains(&year))
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
#[derive(Clone, Copy, Default)]
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

/// What is said beside a table: several words, or a label before a colon. A name alone is that of a
/// customer without a number.
fn is_sentence(cell: &str) -> bool {
    let words = cell.split_whitespace().count();
    let begins_with_word = cell.chars().next().is_some_and(char::is_alphabetic);
    let is_sentence = begins_with_word && (words > 2 || words > 1 && cell.contains(':'));
    is_sentence && kinds::of_cell(cell).is_none()
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

//! The list itself: who is asked, and what became of every line.

mod settled;

use std::collections::{HashMap, HashSet};

use crate::domain::cell::unprotect;
use crate::domain::{CustomerNumber, CustomerNumberError};

use super::doubt::{Doubt, Neighbours};
use super::header::{folded, is_short_total, is_total};
use super::table::{Row, Table};

/// Characters shown of a value.
const SHOWN_CHARS: usize = 40;

/// Customers to ask for, and what became of the lines that name nobody.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct CustomerList {
    /// Those to be asked for: each once, in the file's order.
    pub numbers: Vec<CustomerNumber>,
    /// Numbers that a spreadsheet seems to have changed: asked for after a yes alone
    /// ([`Self::take_as_they_are`]).
    pub doubtful: Vec<Doubtful>,
    pub refused: Vec<RefusedRow>,
    /// Lines of the table that are no customers.
    pub aside: Vec<Aside>,
    /// Numbers that repeat an earlier one.
    pub folded: usize,
    /// Which column was taken; `None` where there was none to choose from.
    pub column: Option<TakenColumn>,
    fates: Vec<Fate>,
}

/// The column that customer numbers were taken from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TakenColumn {
    /// From 1.
    pub place: usize,
    /// Its name in the header, where there is one.
    pub name: Option<String>,
    /// The sheet of a workbook.
    pub sheet: Option<String>,
    /// Whether there is no other.
    pub is_only: bool,
    /// Whether it is hidden in the workbook.
    pub is_hidden: bool,
    /// What files of this shape have in common.
    pub shape: String,
}

/// What became of a line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fate {
    /// Its customer is asked for.
    Asked,
    /// Its customer stands further up.
    Repeated,
    Doubtful,
    Refused,
    Header,
    /// Words above, below or between the rows.
    Title,
    Total,
    Blank,
    /// It begins with `#`.
    Comment,
    /// `sep=;`.
    Separator,
    /// It goes on within a cell that begins further up.
    Continued,
    /// Not decided yet.
    Row,
}

impl Fate {
    /// The word in reports for programs.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Asked => "asked",
            Self::Repeated => "repeated",
            Self::Doubtful => "doubtful",
            Self::Refused => "refused",
            Self::Header => "header",
            Self::Title => "title",
            Self::Total => "total",
            Self::Blank | Self::Row => "blank",
            Self::Comment => "comment",
            Self::Separator => "separator",
            Self::Continued => "continued",
        }
    }
}

/// A number that may not be the one that was meant.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Doubtful {
    /// From 1.
    pub line: u64,
    pub number: CustomerNumber,
    pub doubt: Doubt,
    /// How many of [`CustomerList::numbers`] stand before it.
    before: usize,
}

/// A row without a number that can be sent.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RefusedRow {
    /// From 1.
    pub line: u64,
    /// The start of what stands there.
    pub value: String,
    pub error: RowError,
}

/// Why a row is refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RowError {
    Number(CustomerNumberError),
    /// A quotation mark that was opened on this line is not closed, so that nobody knows where the
    /// cells end.
    Quote {
        opened: u64,
    },
    /// A formula of a workbook whose result is not in the file.
    NoResult,
}

/// A line that names nobody.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Aside {
    /// From 1.
    pub line: u64,
    /// The start of what stands there.
    pub value: String,
    /// [`Fate::Header`], [`Fate::Title`] or [`Fate::Total`].
    pub fate: Fate,
}

/// How many lines there are of each kind; they add up to the lines of the file.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Counts {
    pub lines: usize,
    pub asked: usize,
    pub repeated: usize,
    pub doubtful: usize,
    pub refused: usize,
    pub headers: usize,
    pub titles: usize,
    pub totals: usize,
    /// Blank ones, comments, `sep=`, and those that go on within a cell.
    pub blank: usize,
}

impl CustomerList {
    /// What became of every line.
    pub fn counts(&self) -> Counts {
        let mut counts = Counts { lines: self.fates.len(), ..Counts::default() };
        for fate in &self.fates {
            *match fate {
                Fate::Asked => &mut counts.asked,
                Fate::Repeated => &mut counts.repeated,
                Fate::Doubtful => &mut counts.doubtful,
                Fate::Refused => &mut counts.refused,
                Fate::Header => &mut counts.headers,
                Fate::Title => &mut counts.titles,
                Fate::Total => &mut counts.totals,
                Fate::Blank | Fate::Comment | Fate::Separator | Fate::Continued | Fate::Row => {
                    &mut counts.blank
                }
            } += 1;
        }
        counts
    }

    /// Whether anybody is named at all.
    pub fn is_empty(&self) -> bool {
        self.numbers.is_empty() && self.doubtful.is_empty()
    }

    /// A person has said yes: the doubtful numbers are asked for as they stand.
    pub fn take_as_they_are(&mut self) {
        for doubtful in std::mem::take(&mut self.doubtful).into_iter().rev() {
            let place = usize::try_from(doubtful.line - 1).unwrap_or(usize::MAX);
            if let Some(fate) = self.fates.get_mut(place) {
                *fate = Fate::Asked;
            }
            self.numbers.insert(doubtful.before.min(self.numbers.len()), doubtful.number);
        }
    }

    /// Adds another list. The counts are those of both; the lines that rows name are those of each
    /// file, so doubts are to be settled before.
    pub fn add(&mut self, other: &Self) {
        let known: HashSet<&CustomerNumber> = self.numbers.iter().collect();
        let new: Vec<_> = other.numbers.iter().filter(|n| !known.contains(n)).cloned().collect();
        let repeated = other.numbers.len() - new.len();
        let asked = other.fates.iter().filter(|fate| **fate == Fate::Asked).count();
        // A line of several numbers is asked for as long as one of them is new.
        let mut lines = if asked == other.numbers.len() || new.is_empty() { repeated } else { 0 };
        self.fates.extend(other.fates.iter().map(|fate| match fate {
            Fate::Asked if lines > 0 => {
                lines -= 1;
                Fate::Repeated
            }
            fate => *fate,
        }));
        self.folded += other.folded + repeated;
        self.numbers.extend(new);
        self.doubtful.extend(other.doubtful.iter().cloned());
        self.refused.extend(other.refused.iter().cloned());
        self.aside.extend(other.aside.iter().cloned());
    }
}

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
        self.list.aside.push(Aside { line: row.line, value, fate });
    }

    fn refuse(&mut self, line: u64, value: &str, error: RowError) {
        self.decide(line, Fate::Refused);
        self.list.refused.push(RefusedRow { line, value: shown(value), error });
    }

    fn take(&mut self, line: u64, cell: &str, neighbours: Neighbours, said: Option<Doubt>) {
        let bare = unprotect(cell);
        match CustomerNumber::parse(bare) {
            Err(error) => self.refuse(line, cell, RowError::Number(error)),
            Ok(number) => {
                let doubt = said.or_else(|| neighbours.doubt(bare).filter(|_| !is_kept(cell)));
                self.decide_number(line, number, doubt);
            }
        }
    }
}

/// Every cell of the only row.
pub(super) fn of_line(table: &Table) -> CustomerList {
    let mut taking = Taking::new(table, None);
    for row in &table.rows {
        match row.quote {
            Some((_, opened)) => {
                taking.refuse(row.line, &row.cells.join(" "), RowError::Quote { opened });
            }
            None => {
                for (_, cell) in row.filled() {
                    taking.take(row.line, cell, Neighbours::default(), None);
                }
            }
        }
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
    let name = header.and_then(|row| table.rows.get(row)).map(|row| folded(row.cell(column)));
    let mut taking = Taking::new(table, Some(taken));
    let begin = header.map_or(0, |row| row + 1);
    let is_wide = table.width() > 1;
    let body = table.rows.iter().skip(begin).filter(|row| row.quote.is_none());
    // Those that somebody kept from a spreadsheet tell nothing of what became of the others.
    let bare = body.map(|row| row.cell(column)).filter(|cell| !is_kept(cell) && !is_total(cell));
    let neighbours = Neighbours::of(bare);
    for (place, row) in table.rows.iter().enumerate() {
        let cell = row.cell(column);
        let is_lone = is_wide && row.filled().count() < 2;
        let first = row.filled().next().map_or("", |(_, cell)| cell);
        match row.quote {
            Some((from, opened)) if from <= column => {
                let words: Vec<&str> = row.filled().map(|(_, cell)| cell).collect();
                taking.refuse(row.line, &words.join(" "), RowError::Quote { opened });
            }
            _ if place < begin && Some(place) != header => taking.aside(row, Fate::Title),
            _ if table.notes.has_no_result(row.line, column) && !is_total(first) => {
                taking.refuse(row.line, cell, RowError::NoResult);
            }
            _ if Some(place) == header => taking.aside(row, Fate::Header),
            _ if name.as_ref().is_some_and(|name| !name.is_empty() && folded(cell) == *name) => {
                taking.aside(row, Fate::Header);
            }
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
            _ => taking.take(row.line, cell, neighbours, table.notes.doubt(row.line, column)),
        }
    }
    taking.end()
}

/// Whoever put an apostrophe before a number kept it from being changed.
fn is_kept(cell: &str) -> bool {
    unprotect(cell) != cell
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
            taking.take(place as u64 + 1, line, Neighbours::default(), None);
        }
    }
    // Whoever wrote them meant them.
    taking.list.take_as_they_are();
    taking.list
}

/// The start of a value, on one line.
pub(super) fn shown(value: &str) -> String {
    cut(value, SHOWN_CHARS)
}

pub(super) fn cut(value: &str, most: usize) -> String {
    let line = value.chars().map(|c| if matches!(c, '\n' | '\r') { ' ' } else { c });
    if value.chars().count() <= most {
        return line.collect();
    }
    line.take(most - 1).chain(['…']).collect()
}

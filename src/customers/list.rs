//! The list itself: who is asked, and what became of every line.

use std::collections::HashSet;

use crate::domain::{CustomerNumber, CustomerNumberError, redact};

use super::cards::CARD_DIGITS;
use super::doubt::Doubt;
use super::masking::masked;

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
    /// Those of them that a person said yes to: they are among the numbers.
    pub as_is: Vec<Doubtful>,
    /// Rows without a number that can be sent.
    pub refused: Vec<RefusedRow>,
    /// Lines of the table that are no customers.
    pub aside: Vec<Aside>,
    /// Numbers that repeat an earlier one.
    pub folded: usize,
    /// Which column was taken; `None` where there was none to choose from.
    pub column: Option<TakenColumn>,
    pub(super) fates: Vec<Fate>,
    /// The names of the files that it was joined from, and how many lines each has.
    pub(super) files: Vec<(String, usize)>,
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
    /// Whether each row stood in one cell, quoted as a whole, and was split.
    pub is_unwrapped: bool,
    /// The sheets of the workbook, where it has several and none was named.
    pub sheets: Vec<String>,
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
    /// Its number may have been changed by a spreadsheet; asked for after a yes.
    Doubtful,
    /// It holds no number that can be sent.
    Refused,
    /// Names of columns.
    Header,
    /// Words above, below or between the rows.
    Title,
    /// Sums up the rows above it.
    Total,
    /// No cell with anything in it.
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
    /// As it stands in the cell.
    pub number: CustomerNumber,
    /// Why it may not be the number that was meant.
    pub doubt: Doubt,
    /// How many of [`CustomerList::numbers`] stand before it.
    pub(super) before: usize,
}

impl Doubtful {
    /// The number as it may be shown: of a card's, the first six digits and the last four.
    pub fn shown(&self) -> String {
        masked(self.number.as_str())
    }
}

/// A row without a number that can be sent.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RefusedRow {
    /// The file's name, where a list is joined from several.
    pub file: Option<String>,
    /// From 1.
    pub line: u64,
    /// The start of what stands there.
    pub value: String,
    /// Decides the advice.
    pub error: RowError,
}

/// Why a row is refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RowError {
    /// It is no customer number.
    Number(CustomerNumberError),
    /// A quotation mark that was opened on this line leaves open where the cells end: it is not
    /// closed, or on a line so far down that there are whole rows between the two.
    Quote {
        /// Line of the opening mark, from 1.
        opened: u64,
        /// Line of the closing mark, from 1; `None` where it is never closed.
        closed: Option<u64>,
    },
    /// A formula of a workbook whose result is not in the file.
    NoResult,
    /// `#SPILL!`, `#N/A`: what a spreadsheet shows where a formula failed.
    CellError,
}

/// A line that names nobody.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Aside {
    /// The file's name, where a list is joined from several.
    pub file: Option<String>,
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
    /// All lines of the file or text.
    pub lines: usize,
    /// Lines whose customer is asked for.
    pub asked: usize,
    /// Lines whose customer stands further up.
    pub repeated: usize,
    /// Lines with a number that a spreadsheet may have changed.
    pub doubtful: usize,
    /// Lines with no number that can be sent.
    pub refused: usize,
    /// Lines with names of columns.
    pub headers: usize,
    /// Lines of words above, below or between the rows.
    pub titles: usize,
    /// Lines that sum up others.
    pub totals: usize,
    /// Blank ones, comments, `sep=`, and those that go on within a cell.
    pub blank: usize,
}

impl CustomerList {
    /// What became of every line.
    pub fn counts(&self) -> Counts {
        counts(&self.fates)
    }

    /// What became of the lines of each file that it was joined from; together they are
    /// [`Self::counts`].
    pub fn files(&self) -> impl Iterator<Item = (&str, Counts)> {
        let mut rest = self.fates.as_slice();
        self.files.iter().map(move |(name, lines)| {
            let (own, others) = rest.split_at((*lines).min(rest.len()));
            rest = others;
            (name.as_str(), counts(own))
        })
    }

    /// The list of a file that is to be joined with others: its rows are told with its name.
    pub fn named(mut self, name: &str) -> Self {
        self.refused.iter_mut().for_each(|row| row.file = Some(name.to_owned()));
        self.aside.iter_mut().for_each(|row| row.file = Some(name.to_owned()));
        self.files = vec![(name.to_owned(), self.fates.len())];
        self
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
            let number = doubtful.number.clone();
            self.numbers.insert(doubtful.before.min(self.numbers.len()), number);
            self.as_is.push(doubtful);
        }
        self.as_is.sort_by_key(|row| row.line);
    }

    /// Adds another list. The counts are those of both; the lines that rows name are those of each
    /// file ([`Self::named`]), so doubts are to be settled before.
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
        self.files.extend(other.files.iter().cloned());
    }
}

fn counts(fates: &[Fate]) -> Counts {
    let mut counts = Counts { lines: fates.len(), ..Counts::default() };
    for fate in fates {
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

/// The start of a value, on one line, without the whole number of a card.
pub(super) fn shown(value: &str) -> String {
    // Cards are no customers, and no report may hold their numbers; a lone longer number is none.
    let is_longer = value.len() > *CARD_DIGITS.end() && value.bytes().all(|b| b.is_ascii_digit());
    let value = masked(value);
    if is_longer { start(&value, SHOWN_CHARS) } else { start(&redact(&value), SHOWN_CHARS) }
}

/// The same of a cell that a column is chosen by: numbers of cards are masked, and nothing else.
pub(super) fn cut(value: &str, most: usize) -> String {
    start(&masked(value), most)
}

fn start(value: &str, most: usize) -> String {
    let line = value.chars().map(|c| if matches!(c, '\n' | '\r') { ' ' } else { c });
    if value.chars().count() <= most {
        return line.collect();
    }
    line.take(most - 1).chain(['…']).collect()
}

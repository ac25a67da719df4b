//! Rows of cells, with every line accounted for.

use super::list::Fate;
use super::notes::Notes;

/// Signs that lines are drawn with.
const RULING: [char; 14] =
    ['-', '=', '_', '+', '|', ':', '~', '.', '\u{2013}', '\u{2014}', '─', '━', '═', '·'];

/// A row of cells, and where it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Row {
    /// Its first line, from 1.
    pub(super) line: u64,
    /// Without blanks around them.
    pub(super) cells: Vec<String>,
    /// From where its cells cannot be trusted.
    pub(super) quote: Option<OpenQuote>,
}

/// A quotation mark that leaves open where cells end.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct OpenQuote {
    /// The first cell of the row that cannot be trusted.
    pub(super) from: usize,
    /// The line on which it is opened.
    pub(super) opened: u64,
    /// The line of the next mark, where what stands between the two may be rows or one cell.
    pub(super) closed: Option<u64>,
}

/// Rows that say something, and what became of all other lines.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Table {
    pub(super) rows: Vec<Row>,
    /// One a line. Lines that begin a row are decided later.
    pub(super) fates: Vec<Fate>,
    pub(super) notes: Notes,
    /// Whether each row stood in a cell of its own, quoted as a whole.
    pub(super) is_unwrapped: bool,
    /// Whether its letters are plainly what they seem.
    pub(super) is_plain: bool,
}

impl Row {
    pub(super) fn cell(&self, column: usize) -> &str {
        self.cells.get(column).map_or("", String::as_str)
    }

    /// Cells that say something.
    pub(super) fn filled(&self) -> impl Iterator<Item = (usize, &str)> {
        let cells = self.cells.iter().enumerate();
        cells.filter(|(_, cell)| !cell.is_empty()).map(|(place, cell)| (place, cell.as_str()))
    }

    /// Whether it is a line that is drawn with signs, between the rows or around them: `---`, or
    /// `:-:` under each name. `########` is a number that a column is too narrow for, `****` one
    /// that somebody hid.
    pub(super) fn is_ruling(&self) -> bool {
        let cells = || self.filled().map(|(_, cell)| cell);
        let is_long = |cell: &str| cell.chars().count() > 2;
        cells().all(|cell| cell.chars().all(|c| RULING.contains(&c)))
            && (cells().all(is_long) || cells().count() > 2)
    }
}

impl Default for Table {
    fn default() -> Self {
        Self {
            rows: Vec::new(),
            fates: Vec::new(),
            notes: Notes::default(),
            is_unwrapped: false,
            is_plain: true,
        }
    }
}

impl Table {
    /// Whether rows have several cells that say something.
    pub(super) fn is_wide(&self) -> bool {
        self.rows.iter().any(|row| row.filled().nth(1).is_some())
    }

    /// Cells of the widest row.
    pub(super) fn width(&self) -> usize {
        self.rows.iter().map(|row| row.cells.len()).max().unwrap_or_default()
    }

    /// How many lines there are so far.
    pub(super) fn lines(&self) -> usize {
        self.fates.len()
    }

    /// Adds a row of cells, one line; blank ones are but counted.
    pub(super) fn push(&mut self, cells: Vec<String>) {
        self.fates.push(Fate::Blank);
        let line = self.fates.len() as u64;
        self.add(Row { line, cells, quote: None });
    }

    /// Adds a row; one that says nothing leaves its line as it is.
    pub(super) fn add(&mut self, mut row: Row) {
        // Separators at the end of a row make no columns.
        let said = row.filled().last().map_or(0, |(place, _)| place + 1);
        row.cells.truncate(said);
        let place = usize::try_from(row.line - 1).unwrap_or(usize::MAX);
        let fate = self.fates.get_mut(place).filter(|_| row.filled().next().is_some());
        if let Some(fate) = fate {
            *fate = Fate::Row;
            self.rows.push(row);
        }
    }
}

//! Splits a line into cells.

use super::number::is_id;

/// Lines that a quoted cell may span; one that goes on for longer was never closed.
pub(super) const MOST_LINES_OF_A_CELL: usize = 50;

/// Cells of a line in which quotation marks are signs like others.
pub(super) fn plain_cells(line: &str, separator: Option<char>) -> Vec<String> {
    let cell = |cell: &str| cell.trim().to_owned();
    match separator {
        Some(separator) => line.split(separator).map(cell).collect(),
        None => vec![cell(line)],
    }
}

/// Splits a row into cells as spreadsheets do: a mark that begins a cell quotes up to the next, two
/// are one. Beside `csv`, it tells a mark that is never closed, and leaves a cell as it is that goes
/// on after the closing mark: `"10"02` is not 1002.
pub(super) struct Splitter {
    separator: Option<char>,
    pub(super) cells: Vec<String>,
    cell: String,
    /// The cell with its marks.
    pub(super) raw: String,
    state: State,
    /// Whether a cell went on after its closing mark.
    pub(super) is_odd: bool,
    /// Whether blanks behind an apostrophe are part of the cell.
    pub(super) keeps: bool,
    /// The first such cell that holds separators: nobody knows where it ends.
    pub(super) unsure: Option<usize>,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum State {
    /// Nothing but blanks so far.
    Begun,
    Plain,
    Quoted,
    /// A mark within quotes: the end, or the first of two.
    Closing,
}

impl Splitter {
    pub(super) fn new(separator: Option<char>) -> Self {
        let (cells, cell, raw) = (Vec::new(), String::new(), String::new());
        let (is_odd, keeps, unsure) = (false, false, None);
        Self { separator, cells, cell, raw, state: State::Begun, is_odd, keeps, unsure }
    }

    pub(super) fn feed(&mut self, text: &str) {
        for c in text.chars() {
            self.raw.push(c);
            self.state = match (self.state, c) {
                (State::Begun, '"') => {
                    self.cell.clear();
                    State::Quoted
                }
                (State::Quoted, '"') => State::Closing,
                (State::Closing, '"') => {
                    self.cell.push('"');
                    State::Quoted
                }
                (State::Quoted, c) => {
                    self.cell.push(c);
                    State::Quoted
                }
                (_, c) if Some(c) == self.separator => {
                    self.take_cell();
                    State::Begun
                }
                (State::Begun, c) if c.is_whitespace() => {
                    self.cell.push(c);
                    State::Begun
                }
                (State::Closing, c) if c.is_whitespace() => State::Closing,
                (State::Closing, _) => {
                    self.is_odd = true;
                    self.cell.clone_from(&self.raw);
                    if self.separator.is_some_and(|separator| self.raw.contains(separator)) {
                        self.unsure.get_or_insert(self.cells.len());
                    }
                    State::Plain
                }
                (_, c) => {
                    self.cell.push(c);
                    State::Plain
                }
            };
        }
    }

    fn take_cell(&mut self) {
        let cell = self.cell.trim();
        // Tabs around cells that are themselves separated by tabs count.
        let is_kept = self.keeps && cell.starts_with('\'');
        let cell = if is_kept { self.cell.trim_start() } else { cell };
        let cell = if cell.contains('\t') && !is_kept { self.cell.trim_matches(' ') } else { cell };
        // Quoted twice: `"""10021"""`.
        let twice = cell.strip_prefix('"').and_then(|cell| cell.strip_suffix('"'));
        let cell = twice.filter(|cell| is_id(cell) && !self.keeps).unwrap_or(cell);
        self.cells.push(cell.to_owned());
        self.cell.clear();
        self.raw.clear();
    }

    /// Whether a quotation mark is still to be closed.
    pub(super) fn is_open(&self) -> bool {
        self.state == State::Quoted
    }

    pub(super) fn end(mut self) -> Vec<String> {
        self.take_cell();
        self.cells
    }
}

//! From text to rows of cells, with every line accounted for.

use super::list::Fate;
use super::notes::Notes;
use super::separator;

/// Lines that a quoted cell may span; one that goes on for longer was never closed.
const MOST_LINES_OF_A_CELL: usize = 50;

/// A row of cells, and where it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Row {
    /// Its first line, from 1.
    pub(super) line: u64,
    /// Without blanks around them.
    pub(super) cells: Vec<String>,
    /// The first cell that cannot be trusted, since a quotation mark in it is not closed; and the
    /// line on which that was opened.
    pub(super) quote: Option<(usize, u64)>,
}

/// Rows that say something, and what became of all other lines.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Table {
    pub(super) rows: Vec<Row>,
    /// One a line. Lines that begin a row are decided later.
    pub(super) fates: Vec<Fate>,
    pub(super) notes: Notes,
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
}

impl Table {
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

    fn add(&mut self, row: Row) {
        let place = usize::try_from(row.line - 1).unwrap_or(usize::MAX);
        let fate = self.fates.get_mut(place).filter(|_| row.filled().next().is_some());
        if let Some(fate) = fate {
            *fate = Fate::Row;
            self.rows.push(row);
        }
    }
}

/// The rows of a text.
pub(super) fn of_text(text: &str) -> Table {
    let text = text.trim_start_matches('\u{feff}');
    let lines: Vec<&str> = lines(text);
    let mut table = Table { fates: vec![Fate::Blank; lines.len()], ..Table::default() };
    let told = lines.iter().position(|line| !line.trim().is_empty());
    let told = told.and_then(|place| Some((place, separator::told(lines[place])?)));
    if let Some((place, _)) = told {
        table.fates[place] = Fate::Separator;
    }
    let separator = match told {
        Some((place, told)) => told.or_else(|| separator::found(&lines[place + 1..])),
        None => separator::found(&lines),
    };
    let mut place = told.map_or(0, |(place, _)| place + 1);
    while let Some(line) = lines.get(place) {
        if is_comment(line) {
            table.fates[place] = Fate::Comment;
            place += 1;
            continue;
        }
        place += take_row(&mut table, &lines, place, separator);
    }
    table
}

/// Line breaks of every system.
fn lines(text: &str) -> Vec<&str> {
    // The end mark of DOS is no line.
    let text = text.strip_suffix('\u{1a}').unwrap_or(text);
    if text.is_empty() {
        return Vec::new();
    }
    let separated = if text.contains('\n') { '\n' } else { '\r' };
    let body = text.strip_suffix(separated).unwrap_or(text);
    body.split(separated).map(|line| line.trim_end_matches('\r')).collect()
}

/// `# said beside`; a number that begins with the sign is a number that is refused.
fn is_comment(line: &str) -> bool {
    let said = line.trim_start().strip_prefix('#');
    said.is_some_and(|said| said.is_empty() || said.starts_with([' ', '\t', '#', '!']))
}

/// Takes the row that begins on a line; how many lines it has.
fn take_row(table: &mut Table, lines: &[&str], place: usize, separator: Option<char>) -> usize {
    let line = place as u64 + 1;
    let mut splitter = Splitter::new(separator);
    splitter.feed(lines[place]);
    if !splitter.is_open() {
        table.add(Row { line, cells: splitter.end(), quote: None });
        return 1;
    }
    let first = splitter.cells.len();
    let most = lines.len().min(place + MOST_LINES_OF_A_CELL);
    let mut end = place + 1;
    while splitter.is_open() && end < most {
        splitter.feed("\n");
        splitter.feed(lines[end]);
        end += 1;
    }
    let plain = |line: &str| plain_cells(line, separator);
    if splitter.is_open() {
        // Never closed: this line alone is spoiled, from the quotation mark on.
        table.add(Row { line, cells: plain(lines[place]), quote: Some((first, line)) });
        return 1;
    }
    let cells = splitter.end();
    let others = &lines[place + 1..end];
    let is_row = |line: &str| match cells.len() {
        1 => line.contains(|c: char| c.is_ascii_digit()),
        width => plain(line).len() >= width,
    };
    if is_row(lines[place]) && others.iter().any(|line| is_row(line)) {
        // Two marks that are not a pair: what stands between them may be rows or one cell.
        for (more, text) in lines[place..end].iter().enumerate() {
            let row = line + more as u64;
            table.add(Row { line: row, cells: plain(text), quote: Some((0, line)) });
        }
        return end - place;
    }
    for fate in &mut table.fates[place + 1..end] {
        *fate = Fate::Continued;
    }
    table.add(Row { line, cells, quote: None });
    end - place
}

/// Cells of a line in which quotation marks are signs like others.
fn plain_cells(line: &str, separator: Option<char>) -> Vec<String> {
    let cell = |cell: &str| cell.trim().to_owned();
    match separator {
        Some(separator) => line.split(separator).map(cell).collect(),
        None => vec![cell(line)],
    }
}

/// Splits a row into cells as spreadsheets do: a mark that begins a cell quotes up to the next, two
/// are one. Beside `csv`, it tells a mark that is never closed.
pub(super) struct Splitter {
    separator: Option<char>,
    cells: Vec<String>,
    cell: String,
    state: State,
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
        Self { separator, cells: Vec::new(), cell: String::new(), state: State::Begun }
    }

    pub(super) fn feed(&mut self, text: &str) {
        for c in text.chars() {
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
                (_, c) => {
                    self.cell.push(c);
                    State::Plain
                }
            };
        }
    }

    fn take_cell(&mut self) {
        self.cells.push(self.cell.trim().to_owned());
        self.cell.clear();
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

//! From text to rows of cells, with every line accounted for.

use super::form::of_form;
use super::list::Fate;
use super::notes::Notes;
use super::own;
use super::profile::is_id;
use super::separator;

/// Lines that a quoted cell may span; one that goes on for longer was never closed.
pub(super) const MOST_LINES_OF_A_CELL: usize = 50;
/// Lines by which the shape of a table is known.
const SHAPE_LINES: usize = 2000;

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

    /// Rows that were quoted as a whole, each now one cell, are split once more: CSV that was kept
    /// as text in a spreadsheet's first column, or quoted again by another program.
    pub(super) fn unwrapped(mut self) -> Self {
        let is_one = |row: &Row| row.cells.len() == 1 && row.quote.is_none();
        let cells: Vec<&str> =
            self.rows.iter().filter(|row| is_one(row)).map(|row| row.cell(0)).collect();
        // All but the header and a few others.
        let are_most = cells.len() > 1 && cells.len() * 10 + 10 >= self.rows.len() * 9;
        let separator = separator::found(&cells).filter(|_| are_most && !self.is_unwrapped);
        let Some(separator) = separator else { return self };
        if cells.iter().filter(|cell| cell.contains(separator)).count() * 10 < cells.len() * 8 {
            return self;
        }
        for row in self.rows.iter_mut().filter(|row| is_one(row)) {
            let mut splitter = Splitter::new(Some(separator));
            splitter.feed(row.cell(0));
            let from = splitter.cells.len();
            if splitter.is_open() {
                row.quote = Some(OpenQuote { from, opened: row.line, closed: None });
            }
            row.cells = splitter.end();
        }
        self.rows.retain(|row| row.filled().next().is_some());
        self.is_unwrapped = true;
        self
    }

    fn add(&mut self, mut row: Row) {
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

/// The rows of a text.
pub(super) fn of_text(text: &str) -> Table {
    let text = text.trim_start_matches('\u{feff}');
    let lines: Vec<&str> = separator::lines(text);
    let mut table = Table { fates: vec![Fate::Blank; lines.len()], ..Table::default() };
    let told = lines.iter().position(|line| !line.trim().is_empty());
    let told = told.and_then(|place| Some((place, separator::told(lines[place])?)));
    if let Some((place, _)) = told {
        table.fates[place] = Fate::Separator;
    }
    let separator = match told {
        Some((place, told)) => told.or_else(|| separator::found(&lines[place + 1..])),
        None => separator::found(&lines).filter(|_| !is_one_number(&lines)),
    };
    let first = told.map_or(0, |(place, _)| place + 1);
    let own = lines.get(first).and_then(|line| own::separator(line));
    let shape = Shape { is_own: own.is_some(), ..Shape::of(&lines, own.or(separator)) };
    let mut place = first;
    while let Some(line) = lines.get(place) {
        if is_comment(line) {
            table.fates[place] = Fate::Comment;
            place += 1;
            continue;
        }
        place += take_row(&mut table, &lines, place, &shape);
    }
    if told.is_some() || shape.is_own { table } else { table.unwrapped() }
}

/// Whether all that is said is one number, spoiled: `1,004`, `12,50`.
fn is_one_number(lines: &[&str]) -> bool {
    let mut said = lines.iter().map(|line| line.trim()).filter(|line| !line.is_empty());
    said.next().is_some_and(|only| of_form(only).is_some()) && said.next().is_none()
}

/// `# said beside`, `// said beside`; a number that begins with the sign is a number that is refused,
/// and `########` is what a narrow column shows of one.
fn is_comment(line: &str) -> bool {
    let line = line.trim();
    let is_said = |rest: &str| rest.starts_with([' ', '\t', '!']);
    matches!(line, "#" | "//")
        || line.starts_with('#') && is_said(line.trim_start_matches('#'))
        || line.starts_with("//") && is_said(line.trim_start_matches('/'))
}

/// What the rows of a table have in common, by those that stand on one line.
struct Shape {
    separator: Option<char>,
    /// Cells of most rows.
    width: usize,
    /// Columns in which most cells look like numbers.
    ids: Vec<usize>,
    /// Whether this program wrote the table.
    is_own: bool,
}

impl Shape {
    fn of(lines: &[&str], separator: Option<char>) -> Self {
        let (mut rows, mut records) = (Vec::new(), Vec::new());
        let mut open: Option<Splitter> = None;
        for line in lines.iter().filter(|line| !line.trim().is_empty()).take(SHAPE_LINES) {
            let mut splitter = Splitter::new(separator);
            splitter.feed(line);
            if !splitter.is_open() {
                rows.push(splitter.end());
            }
            let mut splitter = open.take().unwrap_or_else(|| Splitter::new(separator));
            splitter.feed(line);
            match splitter.is_open() {
                true => open = Some(splitter),
                false => records.push(splitter.end()),
            }
        }
        let whole = if open.is_none() { &records } else { &rows };
        let of_width = |width: usize| whole.iter().filter(|row| row.len() == width).count();
        let widths = whole.iter().map(Vec::len);
        let width = widths.max_by_key(|width| (of_width(*width), *width)).unwrap_or(1);
        let holds_ids = |all: &[Vec<String>], column: usize| {
            let usual = || all.iter().filter(|row| row.len() == width);
            let ids = usual().filter(|row| is_id(&row[column])).count();
            ids > 0 && ids * 2 >= usual().count()
        };
        // Line by line, or with marks taken as pairs: one of the two is how the table is meant.
        let ids = |column: &usize| holds_ids(&rows, *column) || holds_ids(&records, *column);
        Self { separator, width, ids: (0..width).filter(ids).collect(), is_own: false }
    }

    /// Whether a line looks like a row of its own, quotation marks left aside.
    fn is_row(&self, line: &str) -> bool {
        let cells = plain_cells(line, self.separator);
        let is = |column: &usize| {
            let cell = cells.get(*column).map_or("", |cell| cell.trim_matches('"'));
            is_id(cell)
        };
        match (self.width, self.ids.is_empty()) {
            (1, _) => cells.iter().any(|cell| is_id(cell.trim_matches('"'))),
            (width, true) => cells.len() >= width,
            (width, false) => cells.len() >= width && self.ids.iter().any(is),
        }
    }
}

/// Takes the row that begins on a line; how many lines it has.
fn take_row(table: &mut Table, lines: &[&str], place: usize, shape: &Shape) -> usize {
    let line = place as u64 + 1;
    let mut splitter = Splitter::new(shape.separator);
    splitter.keeps = shape.is_own;
    splitter.feed(lines[place]);
    if !splitter.is_open() {
        let opened = |from| OpenQuote { from, opened: line, closed: None };
        let quote = splitter.unsure.map(opened);
        table.add(Row { line, cells: splitter.end(), quote });
        return 1;
    }
    let from = splitter.cells.len();
    let mut spoiled = splitter.cells.clone();
    spoiled.push(splitter.raw.trim().to_owned());
    splitter.is_odd = false;
    let most = lines.len().min(place + MOST_LINES_OF_A_CELL);
    let mut end = place + 1;
    while splitter.is_open() && end < most {
        splitter.feed("\n");
        splitter.feed(lines[end]);
        end += 1;
    }
    if splitter.is_open() || splitter.is_odd {
        // Never closed, or by a mark that opens another cell: this line alone is spoiled, from the
        // mark on.
        let quote = Some(OpenQuote { from, opened: line, closed: None });
        table.add(Row { line, cells: spoiled, quote });
        return 1;
    }
    // The last line is the end of the cell, and what follows it.
    let within = &lines[place + 1..end - 1];
    let is_last = || shape.is_row(lines[place]) && shape.is_row(lines[end - 1]);
    if within.iter().any(|line| shape.is_row(line)) || is_last() {
        // Two marks that are not plainly a pair: what stands between them may be rows or one cell.
        let quote = Some(OpenQuote { from: 0, opened: line, closed: Some(end as u64) });
        for (more, text) in lines[place..end].iter().enumerate() {
            let cells = plain_cells(text, shape.separator);
            table.add(Row { line: line + more as u64, cells, quote });
        }
        return end - place;
    }
    for fate in &mut table.fates[place + 1..end] {
        *fate = Fate::Continued;
    }
    table.add(Row { line, cells: splitter.end(), quote: None });
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
/// are one. Beside `csv`, it tells a mark that is never closed, and leaves a cell as it is that goes
/// on after the closing mark: `"10"02` is not 1002.
pub(super) struct Splitter {
    separator: Option<char>,
    cells: Vec<String>,
    cell: String,
    /// The cell with its marks.
    raw: String,
    state: State,
    /// Whether a cell went on after its closing mark.
    pub(super) is_odd: bool,
    /// Whether blanks behind an apostrophe are part of the cell.
    keeps: bool,
    /// The first such cell that holds separators: nobody knows where it ends.
    unsure: Option<usize>,
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

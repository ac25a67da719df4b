//! From text to rows of cells, with every line accounted for.

use super::form::of_form;
use super::list::Fate;
use super::number::is_id;
use super::own;
use super::separator;
use super::splitter::{MOST_LINES_OF_A_CELL, Splitter, plain_cells};
use super::table::{OpenQuote, Row, Table};

/// Lines by which the shape of a table is known.
const SHAPE_LINES: usize = 2000;

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
        if is_comment(line) && !(table.rows.is_empty() && shape.are_names(line)) {
            table.fates[place] = Fate::Comment;
            place += 1;
            continue;
        }
        place += take_row(&mut table, &lines, place, &shape);
    }
    if told.is_some() || shape.is_own { table } else { unwrapped(table) }
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

    /// Whether a line above all rows that begins like a comment names their columns.
    fn are_names(&self, line: &str) -> bool {
        let cells = plain_cells(line, self.separator);
        let is_number = |cell: &String| is_id(cell.trim_start_matches(['#', '/', ' ', '\t']));
        self.width > 1
            && cells.len() == self.width
            && cells.iter().filter(|cell| !cell.is_empty()).count() > 1
            && !cells.iter().any(is_number)
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

/// Rows that were quoted as a whole, each now one cell, are split once more: CSV that was kept
/// as text in a spreadsheet's first column, or quoted again by another program.
pub(super) fn unwrapped(mut table: Table) -> Table {
    let is_one = |row: &Row| row.cells.len() == 1 && row.quote.is_none();
    let cells: Vec<&str> =
        table.rows.iter().filter(|row| is_one(row)).map(|row| row.cell(0)).collect();
    // All but the header and a few others.
    let are_most = cells.len() > 1 && cells.len() * 10 + 10 >= table.rows.len() * 9;
    let separator = separator::found(&cells).filter(|_| are_most && !table.is_unwrapped);
    let Some(separator) = separator else { return table };
    if cells.iter().filter(|cell| cell.contains(separator)).count() * 10 < cells.len() * 8 {
        return table;
    }
    for row in table.rows.iter_mut().filter(|row| is_one(row)) {
        let mut splitter = Splitter::new(Some(separator));
        splitter.feed(row.cell(0));
        let from = splitter.cells.len();
        if splitter.is_open() {
            row.quote = Some(OpenQuote { from, opened: row.line, closed: None });
        }
        row.cells = splitter.end();
    }
    table.rows.retain(|row| row.filled().next().is_some());
    table.is_unwrapped = true;
    table
}

//! OpenDocument workbooks: the text that each cell shows is in the file beside its value.

use std::collections::HashSet;
use std::io::Read;

use quick_xml::events::{BytesStart, Event};

use super::super::doubt::Doubt;
use super::super::encoding::holds;
use super::super::notes::Mark;
use super::super::reading::{FileKind, NotAList, WorkbookFault};
use super::super::shown::{self, Shown};
use super::super::table::Table;
use super::parts::{Parts, attribute, local, reader, text_of};
use super::refusal::{MOST_CELLS, broken};
use super::rows::{MOST_COLUMNS, MOST_ROWS, Rows, SheetName};

/// Blanks that one element stands for.
const MOST_BLANKS: u32 = 100;
/// What is no part of the table, or not shown in it.
const SKIPPED: [&str; 7] = [
    "annotation",
    "tracked-changes",
    "shapes",
    "dde-links",
    "forms",
    "scenario",
    "content-validations",
];
/// Prefixes of what floats above a cell.
const FLOATING: [&str; 5] = ["draw", "dr3d", "svg", "form", "chart"];

type Sheets = Vec<(SheetName, Table)>;

/// The sheets of an archive.
///
/// # Errors
/// A workbook under a password, or one that cannot be read.
pub(super) fn of_archive(bytes: &[u8]) -> Result<Sheets, NotAList> {
    let mut parts = Parts::open(bytes)?;
    if let Ok(manifest) = parts.bytes("META-INF/manifest.xml")
        && holds(&manifest, b"encryption-data")
    {
        return Err(NotAList::Protected);
    }
    let content = parts.part("content.xml")?;
    of_xml(content.ok_or(NotAList::Workbook(WorkbookFault::NoContent))?)
}

/// The sheets of a document that is one file of XML, or of the part of an archive.
///
/// # Errors
/// What cannot be read.
pub(super) fn of_xml(content: impl Read) -> Result<Sheets, NotAList> {
    let mut xml = reader(content);
    let mut reading = Document::default();
    let mut buffer = Vec::new();
    // How many elements deep it is within what is skipped.
    let mut skipped = 0_usize;
    loop {
        buffer.clear();
        match xml.read_event_into(&mut buffer).map_err(broken)? {
            Event::Start(element) if skipped > 0 || reading.is_skipped(&element) => {
                // Its end is counted: names may stand within themselves.
                let _name = element;
                skipped += 1;
            }
            Event::End(_) if skipped > 0 => skipped -= 1,
            Event::Eof if !reading.is_spreadsheet => {
                return Err(NotAList::Binary(FileKind::Document));
            }
            Event::Eof => return Ok(reading.sheets),
            _ if skipped > 0 => {}
            Event::Start(element) => reading.begin(&element)?,
            Event::End(element) => reading.end(element.local_name().into_inner())?,
            event => reading.text(&event),
        }
    }
}

#[derive(Default)]
struct Document {
    /// Styles of sheets that are not shown.
    hidden_styles: HashSet<String>,
    style: Option<String>,
    is_spreadsheet: bool,
    sheets: Sheets,
    sheet: Option<Sheet>,
}

struct Sheet {
    name: SheetName,
    rows: Rows,
    row: u32,
    column: u32,
    /// Columns that were described so far.
    described: u32,
    line: OdsRow,
    cell: Option<Cell>,
}

/// A row that is being read, and the rows below that are like it.
#[derive(Default)]
struct OdsRow {
    count: u32,
    is_hidden: bool,
    cells: Vec<(u32, u32, Cell)>,
}

#[derive(Default, Clone)]
struct Cell {
    count: u32,
    kind: String,
    value: String,
    formula: Option<String>,
    is_error: bool,
    text: String,
    paragraphs: usize,
}

impl Document {
    fn is_skipped(&self, element: &BytesStart<'_>) -> bool {
        let prefix = element.name().prefix();
        let floats = prefix.is_some_and(|prefix| FLOATING.contains(&prefix.as_ref()));
        let is_in_cell = self.sheet.as_ref().is_some_and(|sheet| sheet.cell.is_some());
        let name = local(element);
        // A table within a cell is not the sheet's.
        SKIPPED.contains(&name) || is_in_cell && (floats || name == "table")
    }

    fn begin(&mut self, element: &BytesStart<'_>) -> Result<(), NotAList> {
        let name = local(element);
        match (name, &mut self.sheet) {
            ("spreadsheet", None) => self.is_spreadsheet = true,
            ("style", None) => self.style = attribute(element, "name"),
            ("table-properties", None) => {
                let is_hidden = attribute(element, "display").as_deref() == Some("false");
                self.hidden_styles.extend(self.style.take().filter(|_| is_hidden));
            }
            ("table", None) => {
                let style = attribute(element, "style-name").unwrap_or_default();
                let is_hidden = self.hidden_styles.contains(&style)
                    || attribute(element, "display").as_deref() == Some("false");
                let name = attribute(element, "name").unwrap_or_default();
                self.sheet = Some(Sheet::new(SheetName { name, is_hidden }));
            }
            (name, Some(sheet)) => sheet.begin(name, element),
            _ => {}
        }
        Ok(())
    }

    fn text(&mut self, event: &Event<'_>) {
        let cell = self.sheet.as_mut().and_then(|sheet| sheet.cell.as_mut());
        if let Some((cell, text)) = cell.filter(|cell| cell.paragraphs > 0).zip(text_of(event)) {
            cell.text.push_str(&text);
        }
    }

    fn end(&mut self, name: &str) -> Result<(), NotAList> {
        let Some(sheet) = &mut self.sheet else { return Ok(()) };
        match name {
            "table-cell" | "covered-table-cell" => sheet.end_cell(),
            "table-row" => sheet.end_row()?,
            "table" => {
                if let Some(Sheet { name, rows, .. }) = self.sheet.take() {
                    self.sheets.push((name, rows.end()));
                }
            }
            _ => {}
        }
        Ok(())
    }
}

impl Sheet {
    fn new(name: SheetName) -> Self {
        Self {
            name,
            rows: Rows::default(),
            row: 0,
            column: 0,
            described: 0,
            line: OdsRow::default(),
            cell: None,
        }
    }

    fn begin(&mut self, name: &str, element: &BytesStart<'_>) {
        let count = |name, most: u32| {
            let said = attribute(element, name).and_then(|text| text.parse::<u32>().ok());
            said.unwrap_or(1).clamp(1, most)
        };
        let is_hidden = || attribute(element, "visibility").is_some_and(|said| said != "visible");
        match (name, &mut self.cell) {
            ("table-column", None) => {
                let first = self.described;
                self.described =
                    first.saturating_add(count("number-columns-repeated", MOST_COLUMNS));
                if is_hidden() {
                    self.rows.hide_columns(first, self.described - 1);
                }
            }
            ("table-row", None) => {
                self.column = 0;
                let count = count("number-rows-repeated", MOST_ROWS);
                self.line = OdsRow { count, is_hidden: is_hidden(), cells: Vec::new() };
            }
            ("table-cell" | "covered-table-cell", None) => {
                self.cell = Some(Cell::of(element, count("number-columns-repeated", MOST_COLUMNS)));
            }
            ("p" | "h", Some(cell)) => {
                if cell.paragraphs > 0 {
                    cell.text.push('\n');
                }
                cell.paragraphs += 1;
            }
            ("s", Some(cell)) => {
                for _ in 0..count("c", MOST_BLANKS) {
                    cell.text.push(' ');
                }
            }
            ("tab", Some(cell)) => cell.text.push('\t'),
            ("line-break", Some(cell)) => cell.text.push('\n'),
            _ => {}
        }
    }

    fn end_cell(&mut self) {
        let Some(cell) = self.cell.take() else { return };
        let first = self.column;
        self.column = first.saturating_add(cell.count);
        if !cell.is_blank() {
            self.line.cells.push((first, self.column, cell));
        }
    }

    fn end_row(&mut self) -> Result<(), NotAList> {
        let line = std::mem::take(&mut self.line);
        let first = self.row;
        self.row = first.saturating_add(line.count);
        if line.cells.is_empty() {
            return Ok(());
        }
        if self.row > MOST_ROWS {
            return Err(NotAList::TooManyCells { most: MOST_CELLS });
        }
        for row in first..self.row {
            if line.is_hidden {
                self.rows.hide_row(row);
            }
            for (from, to, cell) in &line.cells {
                for column in *from..*to {
                    match cell.open_formula() {
                        Some(formula) => self.rows.put_formula((row, column), formula)?,
                        None => self.rows.put((row, column), cell.shown())?,
                    }
                }
            }
        }
        Ok(())
    }
}

impl Cell {
    fn of(element: &BytesStart<'_>, count: u32) -> Self {
        let mut cell = Self { count, ..Self::default() };
        cell.formula = attribute(element, "formula");
        cell.kind = attribute(element, "value-type").unwrap_or_default();
        let name = match cell.kind.as_str() {
            "date" => "date-value",
            "time" => "time-value",
            "boolean" => "boolean-value",
            "string" => "string-value",
            _ => "value",
        };
        cell.value = attribute(element, name).unwrap_or_default();
        let mut all = element.attributes();
        cell.is_error = all.with_checks(false).flatten().any(|one| {
            one.key.local_name().as_ref() == "value-type" && one.value.as_ref() == "error"
        });
        cell
    }

    fn is_blank(&self) -> bool {
        self.formula.is_none() && self.text.trim().is_empty() && self.value.trim().is_empty()
    }

    /// The formula, where the cell does not hold its result.
    fn open_formula(&self) -> Option<&str> {
        let has_none = self.kind.is_empty() && self.text.trim().is_empty();
        self.formula.as_deref().filter(|_| has_none)
    }

    fn shown(&self) -> Shown {
        if self.is_error {
            return Shown { text: self.text.trim().to_owned(), mark: Some(Mark::NoResult) };
        }
        match self.kind.as_str() {
            "float" | "percentage" | "currency" => match self.value.trim().parse::<f64>() {
                Ok(number) => shown::of_both(number, &self.text),
                Err(_) => Shown::doubtful(&self.value, Doubt::Format),
            },
            "date" | "time" => Shown::doubtful(&self.moment(), Doubt::Date),
            "boolean" => shown::of_truth(self.value.trim() == "true"),
            _ if self.paragraphs == 0 => Shown::plain(&self.value),
            _ if !self.value.is_empty() && self.value.trim() != self.text.trim() => {
                Shown::doubtful(&self.text, Doubt::Format)
            }
            _ => Shown::plain(&self.text),
        }
    }

    /// `2026-02-01T00:00:00` as `01.02.2026`; other moments as they are shown.
    fn moment(&self) -> String {
        let day = self.value.split('T').next().unwrap_or_default();
        let parts: Vec<&str> = day.split('-').collect();
        match parts.as_slice() {
            [year, month, day] if !year.is_empty() => format!("{day}.{month}.{year}"),
            _ if self.text.trim().is_empty() => self.value.clone(),
            _ => self.text.clone(),
        }
    }
}

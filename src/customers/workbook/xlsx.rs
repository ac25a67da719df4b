//! Sheets of `.xlsx`: rows and columns that are hidden, formulas without their results, and cells that
//! show an error.

use calamine::CellErrorType;
use quick_xml::events::{BytesStart, Event};

use super::super::reading::{NotAList, WorkbookFault};
use super::beside::{Beside, Formula};
use super::parts::{Parts, attribute, is_set, local, reader, text_of};
use super::refusal::broken;
use super::rows::CellPosition;

/// What a sheet says beside its values.
///
/// # Errors
/// A workbook that cannot be read.
pub(super) fn beside(bytes: &[u8], name: &str) -> Result<Beside, NotAList> {
    let mut parts = Parts::open(bytes)?;
    let book = parts.main()?;
    let (sheet, is_stale) = sheet_of(&parts.bytes(&book)?, name)?;
    let sheet = parts.relations(&book)?.into_iter().find(|one| one.id == sheet);
    let path =
        sheet.ok_or_else(|| NotAList::Workbook(WorkbookFault::NoSheetOf(name.to_owned())))?.path;
    let part = parts
        .part(&path)?
        .ok_or_else(|| NotAList::Workbook(WorkbookFault::NoPart(path.clone())))?;
    let mut xml = reader(part);
    let mut reading = Sheet { is_stale, ..Sheet::default() };
    let mut buffer = Vec::new();
    loop {
        buffer.clear();
        match xml.read_event_into(&mut buffer).map_err(broken)? {
            Event::Start(element) => reading.begin(&element),
            Event::End(element) => {
                let name = element.local_name();
                if name.as_ref() == "sheetData" {
                    return Ok(reading.found);
                }
                reading.end(name.as_ref());
            }
            Event::Eof => return Ok(reading.found),
            event => reading.text(&event),
        }
    }
}

/// The id of a sheet's part; and whether the workbook wants all to be calculated anew, as it does
/// when a program wrote it that does not calculate.
fn sheet_of(book: &[u8], wanted: &str) -> Result<(String, bool), NotAList> {
    let mut xml = reader(book);
    let mut buffer = Vec::new();
    let (mut id, mut is_stale) = (None, false);
    loop {
        buffer.clear();
        match xml.read_event_into(&mut buffer).map_err(broken)? {
            Event::Start(element) if id.is_none() && is_sheet(&element, wanted) => {
                id = attribute(&element, "id");
            }
            Event::Start(element) if local(&element) == "calcPr" => {
                is_stale = is_set(&element, "fullCalcOnLoad");
            }
            Event::Eof => break,
            _ => {}
        }
    }
    let id = id.ok_or_else(|| NotAList::Workbook(WorkbookFault::NoSheetOf(wanted.to_owned())))?;
    Ok((id, is_stale))
}

fn is_sheet(element: &BytesStart<'_>, wanted: &str) -> bool {
    local(element) == "sheet" && attribute(element, "name").as_deref() == Some(wanted)
}

#[derive(Default)]
struct Sheet {
    found: Beside,
    /// Whether a zero is what stands for a result.
    is_stale: bool,
    next: CellPosition,
    /// Cells by which the reader of values is behind: it counts no cell whose error it does not know.
    behind: u32,
    cell: Option<Cell>,
    within: Within,
}

/// A cell that is being read.
struct Cell {
    place: CellPosition,
    /// Its `t`.
    kind: String,
    /// The cells that its formula fills; that of a formula for one alone is not told.
    fills: Option<(CellPosition, CellPosition)>,
    formula: Option<String>,
    value: Option<String>,
}

#[derive(Default, Clone, Copy, PartialEq, Eq)]
enum Within {
    Formula,
    Value,
    #[default]
    Else,
}

impl Sheet {
    fn begin(&mut self, element: &BytesStart<'_>) {
        let number = |name| attribute(element, name).and_then(|text| text.parse::<u32>().ok());
        match local(element) {
            "col" => {
                let is_narrow = attribute(element, "width").is_some_and(|width| is_zero(&width));
                if is_set(element, "hidden") || is_narrow {
                    let place = |name| number(name).unwrap_or(1).saturating_sub(1);
                    self.found.hidden_columns.push((place("min"), place("max")));
                }
            }
            "row" => {
                if let Some(row) = number("r") {
                    self.next.0 = row.saturating_sub(1);
                }
                let is_low = attribute(element, "ht").is_some_and(|height| is_zero(&height));
                if is_set(element, "hidden") || is_low {
                    self.found.hidden_rows.insert(self.next.0);
                }
            }
            "c" => self.begin_cell(element),
            "f" => {
                if let Some(cell) = &mut self.cell {
                    cell.formula = Some(String::new());
                    let kind = attribute(element, "t").unwrap_or_default();
                    let is_many = matches!(kind.as_str(), "array" | "dataTable");
                    let area = attribute(element, "ref").filter(|_| is_many);
                    cell.fills = area.as_deref().and_then(area_of);
                    self.within = Within::Formula;
                }
            }
            "v" | "t" => {
                if let Some(cell) = &mut self.cell {
                    cell.value.get_or_insert_default();
                    self.within = Within::Value;
                }
            }
            _ => {}
        }
    }

    fn begin_cell(&mut self, element: &BytesStart<'_>) {
        if let Some(place) = attribute(element, "r").as_deref().and_then(place_of) {
            self.next.1 = place.1;
            self.behind = 0;
            self.cell = Some(Cell::at(place, element));
            return;
        }
        self.cell = Some(Cell::at(self.next, element));
        if self.behind > 0 {
            let (row, column) = self.next;
            self.found.moved.insert((row, column.saturating_sub(self.behind)), self.next);
        }
    }

    fn end_cell(&mut self) {
        self.next.1 = self.next.1.saturating_add(1);
        let Some(cell) = self.cell.take() else { return };
        if let Some(error) = cell.error() {
            self.behind += u32::from(error.parse::<CellErrorType>().is_err());
            self.found.errors.push((cell.place, error.trim().to_owned()));
        }
        self.found.formulas.extend(cell.open(self.is_stale));
    }

    fn text(&mut self, event: &Event<'_>) {
        let (Some(cell), Some(text)) = (&mut self.cell, text_of(event)) else { return };
        match self.within {
            Within::Formula => cell.formula.get_or_insert_default().push_str(&text),
            Within::Value => cell.value.get_or_insert_default().push_str(&text),
            Within::Else => {}
        }
    }

    fn end(&mut self, name: &str) {
        match name {
            "row" => {
                self.next = (self.next.0.saturating_add(1), 0);
                self.behind = 0;
            }
            "c" => self.end_cell(),
            "f" | "v" | "t" => self.within = Within::Else,
            _ => {}
        }
    }
}

impl Cell {
    fn at(place: CellPosition, element: &BytesStart<'_>) -> Self {
        let kind = attribute(element, "t").unwrap_or_default();
        Self { place, kind, fills: None, formula: None, value: None }
    }

    /// What a cell says that shows an error: `#SPILL!`.
    fn error(&self) -> Option<&str> {
        self.value.as_deref().filter(|value| self.kind == "e" && !value.is_empty())
    }

    /// The formula, where the cell does not hold its result.
    fn open(self, is_stale: bool) -> Option<Formula> {
        let text = self.formula?;
        let is_text = self.kind == "str";
        let has_result = match self.value.as_deref() {
            None => false,
            // The result may be a text without letters.
            Some("") => is_text,
            Some("0") => is_text || !is_stale,
            Some(_) => true,
        };
        let (first, last) = self.fills.unwrap_or((self.place, self.place));
        (!has_result).then_some(Formula { first, last, text })
    }
}

fn is_zero(number: &str) -> bool {
    number.parse::<f64>().is_ok_and(|number| number == 0.0)
}

/// `B3` as row and column from 0.
fn place_of(name: &str) -> Option<CellPosition> {
    let name = name.replace('$', "");
    let letters = name.bytes().take_while(u8::is_ascii_alphabetic).count();
    let (letters, row) = name.split_at_checked(letters)?;
    let digit = |column: u32, c: u8| {
        let value = u32::from(c.to_ascii_uppercase() - b'A') + 1;
        column.checked_mul(26).and_then(|column| column.checked_add(value))
    };
    let column = letters.bytes().try_fold(0_u32, digit)?;
    Some((row.parse::<u32>().ok()?.checked_sub(1)?, column.checked_sub(1)?))
}

/// `A2:B5`.
fn area_of(name: &str) -> Option<(CellPosition, CellPosition)> {
    let (first, last) = name.split_once(':').unwrap_or((name, name));
    Some((place_of(first)?, place_of(last)?))
}

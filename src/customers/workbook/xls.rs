//! Workbooks up to Excel 2003: their number formats, hidden rows and hidden columns, which the reader
//! of values does not tell.

use std::collections::HashMap;
use std::io::{Cursor, Read as _};

use super::super::reading::{NotAList, WorkbookFault};
use super::beside::{Beside, Formula};
use super::refusal::{MOST_CELLS, broken};

/// Largest stream of records.
const MOST_BYTES: u64 = 64 * 1024 * 1024;
/// Cells between the corners of a sheet: the reader of values makes room for all of them.
const MOST_AREA: u64 = 8_000_000;

// Records, by their numbers.
const FORMULA: u16 = 0x0006;
const END: u16 = 0x000a;
const COLUMNS: u16 = 0x007d;
const SHEET: u16 = 0x0085;
const NUMBERS: u16 = 0x00bd;
const CELL_STYLE: u16 = 0x00e0;
const SIZE: u16 = 0x0200;
const NUMBER: u16 = 0x0203;
const ROW: u16 = 0x0208;
const SHORT_NUMBER: u16 = 0x027e;
const FORMAT: u16 = 0x041e;
const BEGIN: u16 = 0x0809;

/// What each sheet says beside its values, in the order of the workbook.
///
/// # Errors
/// A workbook that is broken, or whose sheets would not fit into memory.
pub(super) fn beside(bytes: &[u8]) -> Result<Vec<Beside>, NotAList> {
    let mut file = cfb::CompoundFile::open(Cursor::new(bytes)).map_err(broken)?;
    let name = if file.exists("/Workbook") { "/Workbook" } else { "/Book" };
    let mut stream = Vec::new();
    let part = file.open_stream(name).map_err(broken)?;
    part.take(MOST_BYTES).read_to_end(&mut stream).map_err(broken)?;
    let mut book = Book::default();
    for (kind, data) in Records(&stream) {
        match kind {
            END => break,
            BEGIN => book.is_old = number(data, 0) != Some(0x0600),
            _ => book.take(kind, data),
        }
    }
    let mut sheets = Vec::new();
    for start in &book.sheets {
        let records = stream.get(*start..).ok_or(NotAList::Workbook(WorkbookFault::NoSheet))?;
        sheets.push(book.sheet(records)?);
    }
    // A program that does not calculate leaves every formula without a result.
    if sheets.iter().any(|(_, calculated)| *calculated) {
        for (sheet, _) in &mut sheets {
            sheet.formulas.clear();
        }
    }
    Ok(sheets.into_iter().map(|(sheet, _)| sheet).collect())
}

/// Records: a number, a length, and the data.
struct Records<'a>(&'a [u8]);

impl<'a> Iterator for Records<'a> {
    type Item = (u16, &'a [u8]);

    fn next(&mut self) -> Option<Self::Item> {
        let (kind, length) = (number(self.0, 0)?, usize::from(number(self.0, 2)?));
        let data = self.0.get(4..4 + length)?;
        self.0 = &self.0[4 + length..];
        Some((kind, data))
    }
}

fn number(data: &[u8], at: usize) -> Option<u16> {
    Some(u16::from_le_bytes(data.get(at..at + 2)?.try_into().ok()?))
}

fn long(data: &[u8], at: usize) -> Option<u32> {
    Some(u32::from_le_bytes(data.get(at..at + 4)?.try_into().ok()?))
}

#[derive(Default)]
struct Book {
    is_old: bool,
    sheets: Vec<usize>,
    formats: HashMap<u16, String>,
    /// The format of each style of cells.
    styles: Vec<u16>,
}

impl Book {
    fn take(&mut self, kind: u16, data: &[u8]) {
        match kind {
            SHEET => {
                self.sheets.extend(long(data, 0).and_then(|start| usize::try_from(start).ok()));
            }
            CELL_STYLE => self.styles.push(number(data, 2).unwrap_or_default()),
            FORMAT => {
                let text = if self.is_old { old_text(data) } else { text(data) };
                self.formats.extend(number(data, 0).zip(text));
            }
            _ => {}
        }
    }

    /// A sheet, and whether any formula of it has a result.
    fn sheet(&self, records: &[u8]) -> Result<(Beside, bool), NotAList> {
        let mut sheet = Beside { codes: self.formats.clone(), ..Beside::default() };
        for (id, code) in BUILT_IN {
            sheet.codes.entry(id).or_insert_with(|| code.to_owned());
        }
        let (mut depth, mut is_calculated, mut corner) = (0_usize, false, (0_u64, 0_u64));
        for (kind, data) in Records(records) {
            match kind {
                BEGIN => depth += 1,
                END if depth < 2 => break,
                END => depth -= 1,
                // A chart within the sheet.
                _ if depth > 1 => {}
                SIZE => check(size(data, self.is_old))?,
                ROW if number(data, 12).is_some_and(|flags| flags & 0x20 != 0) => {
                    sheet.hidden_rows.extend(number(data, 0).map(u32::from));
                }
                COLUMNS if is_hidden(data) => {
                    let ends = number(data, 0).zip(number(data, 2));
                    let ends = ends.map(|(first, last)| (u32::from(first), u32::from(last)));
                    sheet.hidden_columns.extend(ends);
                }
                // Any cell: its row, its column, its style.
                0x0006 | 0x00bd | 0x00d6 | 0x00fd | 0x0201..=0x0205 | 0x027e => {
                    let Some((row, column)) = number(data, 0).zip(number(data, 2)) else {
                        continue;
                    };
                    corner = (corner.0.max(u64::from(row)), corner.1.max(u64::from(column)));
                    check(Some((corner.0 + 1, corner.1 + 1)))?;
                    let place = (u32::from(row), u32::from(column));
                    is_calculated |= kind == FORMULA && !self.take_formula(&mut sheet, place, data);
                    self.take_format(&mut sheet, kind, place, data);
                }
                _ => {}
            }
        }
        Ok((sheet, is_calculated))
    }

    fn take_format(&self, sheet: &mut Beside, kind: u16, place: (u32, u32), data: &[u8]) {
        let style = |at| Some(*self.styles.get(usize::from(number(data, at)?))?);
        match kind {
            NUMBER | SHORT_NUMBER | FORMULA => {
                sheet.formats.extend(style(4).map(|format| (place, format)));
            }
            NUMBERS => {
                // Style and number of each cell, then the last column.
                for (more, at) in (4..data.len().saturating_sub(2)).step_by(6).enumerate() {
                    let place = (place.0, place.1.saturating_add(more as u32));
                    sheet.formats.extend(style(at).map(|format| (place, format)));
                }
            }
            _ => {}
        }
    }

    /// Whether a formula is without a result: an empty text.
    fn take_formula(&self, sheet: &mut Beside, place: (u32, u32), data: &[u8]) -> bool {
        let is_open = data.get(6) == Some(&3) && number(data, 12) == Some(0xffff);
        if is_open {
            sheet.formulas.push(Formula { first: place, last: place, text: "…".to_owned() });
        }
        is_open
    }
}

/// Formats that are in no file.
pub(super) const BUILT_IN: [(u16, &str); 19] = [
    (1, "0"),
    (2, "0.00"),
    (3, "#,##0"),
    (4, "#,##0.00"),
    (5, "\"$\"#,##0"),
    (6, "\"$\"#,##0"),
    (7, "\"$\"#,##0.00"),
    (8, "\"$\"#,##0.00"),
    (9, "0%"),
    (10, "0.00%"),
    (11, "0.00E+00"),
    (12, "# ?/?"),
    (13, "# ??/??"),
    (37, "#,##0"),
    (38, "#,##0"),
    (39, "#,##0.00"),
    (40, "#,##0.00"),
    (48, "##0.0E+0"),
    (49, "@"),
];

/// Rows and columns of a sheet, as it says.
fn size(data: &[u8], is_old: bool) -> Option<(u64, u64)> {
    if is_old {
        return Some((u64::from(number(data, 2)?), u64::from(number(data, 6)?)));
    }
    Some((u64::from(long(data, 4)?), u64::from(number(data, 10)?)))
}

fn check(size: Option<(u64, u64)>) -> Result<(), NotAList> {
    match size {
        Some((rows, columns)) if rows.saturating_mul(columns) > MOST_AREA => {
            Err(NotAList::TooManyCells { most: MOST_CELLS })
        }
        _ => Ok(()),
    }
}

/// The text of a format: its length, how it is written, its letters.
fn text(data: &[u8]) -> Option<String> {
    let length = usize::from(number(data, 2)?);
    if data.get(4)? & 1 == 0 {
        return Some(data.get(5..5 + length)?.iter().map(|byte| char::from(*byte)).collect());
    }
    let letters = data.get(5..5 + 2 * length)?.chunks_exact(2);
    let letters = letters.map(|pair| u16::from_le_bytes([pair[0], pair[1]]));
    Some(char::decode_utf16(letters).map(|c| c.unwrap_or(char::REPLACEMENT_CHARACTER)).collect())
}

/// The text of a format before Excel 97, whose signs are those of ASCII.
fn old_text(data: &[u8]) -> Option<String> {
    let length = usize::from(*data.get(2)?);
    Some(data.get(3..3 + length)?.iter().map(|byte| char::from(*byte)).collect())
}

/// Whether columns are hidden, or have no width.
fn is_hidden(data: &[u8]) -> bool {
    number(data, 4) == Some(0) || number(data, 8).is_some_and(|flags| flags & 1 != 0)
}

//! Binary workbooks: number formats, hidden rows and hidden columns, and errors that formulas give,
//! which the reader of values does not tell.

use std::collections::HashMap;

use super::super::reading::{NotAList, WorkbookFault};
use super::beside::Beside;
use super::parts::Parts;

// Records, by their numbers.
const ROW: u32 = 0;
const ERROR: u32 = 3;
const FORMULA_ERROR: u32 = 11;
const FORMAT: u32 = 44;
const STYLE: u32 = 47;
const COLUMNS: u32 = 60;
const SHEET: u32 = 156;
const BEGIN_CELL_STYLES: u32 = 617;
const END_CELL_STYLES: u32 = 618;

/// What a sheet says beside its values.
///
/// # Errors
/// A workbook that cannot be read.
pub(super) fn beside(bytes: &[u8], name: &str) -> Result<Beside, NotAList> {
    let mut parts = Parts::open(bytes)?;
    let book = parts.main()?;
    let id = sheet_of(&parts.bytes(&book)?, name);
    let id = id.ok_or_else(|| NotAList::Workbook(WorkbookFault::NoSheetOf(name.to_owned())))?;
    let relations = parts.relations(&book)?;
    let styles = relations.iter().find(|one| one.kind.ends_with("/styles"));
    let (codes, styles) = match styles {
        Some(styles) => formats(&parts.bytes(&styles.path)?),
        None => Default::default(),
    };
    let mut sheet = Beside { codes, ..Beside::default() };
    let part = relations.iter().find(|one| one.id == id);
    let part = part.ok_or_else(|| NotAList::Workbook(WorkbookFault::NoSheetOf(name.to_owned())))?;
    read(&parts.bytes(&part.path)?, &styles, &mut sheet);
    Ok(sheet)
}

/// Records: a number and a length, each of seven bits a byte, and the data.
struct Records<'a>(&'a [u8]);

impl Records<'_> {
    fn number(&mut self, most_bytes: u32) -> Option<u32> {
        let mut number = 0;
        for place in 0..most_bytes {
            let (byte, rest) = self.0.split_first()?;
            self.0 = rest;
            number |= u32::from(byte & 0x7f) << (7 * place);
            if byte & 0x80 == 0 {
                break;
            }
        }
        Some(number)
    }
}

impl<'a> Iterator for Records<'a> {
    type Item = (u32, &'a [u8]);

    fn next(&mut self) -> Option<Self::Item> {
        let kind = self.number(2)?;
        let length = self.number(4)? as usize;
        let data = self.0.get(..length)?;
        self.0 = &self.0[length..];
        Some((kind, data))
    }
}

fn long(data: &[u8], at: usize) -> Option<u32> {
    Some(u32::from_le_bytes(data.get(at..at + 4)?.try_into().ok()?))
}

fn number(data: &[u8], at: usize) -> Option<u16> {
    Some(u16::from_le_bytes(data.get(at..at + 2)?.try_into().ok()?))
}

/// A text, and where it ends.
fn text(data: &[u8], at: usize) -> Option<(String, usize)> {
    let end = (long(data, at)? as usize).checked_mul(2)?.checked_add(at + 4)?;
    let letters = data.get(at + 4..end)?.chunks_exact(2);
    let letters: Vec<u16> = letters.map(|pair| u16::from_le_bytes([pair[0], pair[1]])).collect();
    Some((String::from_utf16_lossy(&letters), end))
}

/// The id of a sheet's part.
fn sheet_of(book: &[u8], wanted: &str) -> Option<String> {
    Records(book).filter(|(kind, _)| *kind == SHEET).find_map(|(_, data)| {
        let (id, end) = text(data, 8)?;
        let (name, _) = text(data, end)?;
        (name == wanted).then_some(id)
    })
}

/// The formats, and which of them each style of cells has.
fn formats(styles: &[u8]) -> (HashMap<u16, String>, Vec<u16>) {
    let (mut codes, mut of_styles) = (HashMap::new(), Vec::new());
    for (id, code) in super::xls::BUILT_IN {
        codes.insert(id, code.to_owned());
    }
    let mut are_of_cells = false;
    for (kind, data) in Records(styles) {
        match kind {
            FORMAT => codes.extend(number(data, 0).zip(text(data, 2).map(|(code, _)| code))),
            BEGIN_CELL_STYLES => are_of_cells = true,
            END_CELL_STYLES => are_of_cells = false,
            STYLE if are_of_cells => of_styles.push(number(data, 2).unwrap_or_default()),
            _ => {}
        }
    }
    (codes, of_styles)
}

fn read(records: &[u8], styles: &[u16], sheet: &mut Beside) {
    let mut row = 0;
    for (kind, data) in Records(records) {
        match kind {
            ROW => {
                row = long(data, 0).unwrap_or_default();
                if data.get(11).is_some_and(|flags| flags & 0x10 != 0) {
                    sheet.hidden_rows.insert(row);
                }
            }
            COLUMNS if is_hidden(data) => {
                sheet.hidden_columns.extend(long(data, 0).zip(long(data, 4)));
            }
            ERROR | FORMULA_ERROR => {
                let text = data.get(8).map(|code| error(*code).to_owned());
                let place = long(data, 0).map(|column| (row, column));
                sheet.errors.extend(place.zip(text));
            }
            // Numbers, and formulas whose results are numbers: the column, then the style.
            2 | 5 | 9 => {
                let style = long(data, 4).map(|style| style as usize & 0xff_ffff);
                let format = style.and_then(|style| styles.get(style));
                let place = long(data, 0).map(|column| (row, column));
                sheet.formats.extend(place.zip(format.copied()));
            }
            _ => {}
        }
    }
}

/// What Excel shows of an error.
fn error(code: u8) -> &'static str {
    match code {
        0x00 => "#NULL!",
        0x07 => "#DIV/0!",
        0x0f => "#VALUE!",
        0x17 => "#REF!",
        0x1d => "#NAME?",
        0x24 => "#NUM!",
        0x2a => "#N/A",
        0x2b => "#GETTING_DATA",
        _ => "#ERROR!",
    }
}

/// Whether columns are hidden, or have no width.
fn is_hidden(data: &[u8]) -> bool {
    long(data, 8) == Some(0) || number(data, 16).is_some_and(|flags| flags & 1 != 0)
}

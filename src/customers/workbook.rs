//! Workbooks: sheets as tables, numbers as they are shown.

use std::io::{Cursor, Read as _};

use calamine::{
    Data, OdsError, Reader, SheetType, SheetVisible, Sheets, XlsError, open_workbook_from_rs,
};

use super::choose::{question, read_table};
use super::column::Columns;
use super::encoding::holds;
use super::header::folded;
use super::shown::{Cell, cell_text};
use super::table::Table;
use super::{Choice, FileKind, NotAList, Question, Reading};

/// Most cells of a sheet that say something.
const MOST_CELLS: usize = 2_000_000;
/// Most bytes that the parts of a workbook may have when unpacked.
const MOST_UNPACKED: u64 = 256 * 1024 * 1024;
const ZIP: &[u8] = b"PK";

type Source<'a> = Cursor<&'a [u8]>;
type Workbook<'a> = Sheets<Source<'a>>;

/// Reads the sheet that is meant.
///
/// # Errors
/// See [`NotAList`].
pub(super) fn read(bytes: &[u8], choice: &Choice) -> Result<Reading, NotAList> {
    let mut workbook = open(bytes)?;
    let all = workbook.sheets_metadata().to_vec();
    let sheets = all.iter().filter(|sheet| sheet.typ == SheetType::WorkSheet);
    if let Some(wanted) = &choice.sheet {
        let names: Vec<String> = sheets.map(|sheet| sheet.name.clone()).collect();
        let place = named(&names, wanted)
            .ok_or_else(|| NotAList::NoSheet { wanted: wanted.clone(), sheets: names.clone() })?;
        let table = table(&mut workbook, &names[place])?;
        return read_table(&table, choice, &names, Some(place));
    }
    let shown = sheets.filter(|sheet| sheet.visible == SheetVisible::Visible);
    let mut tables = Vec::new();
    for name in shown.map(|sheet| sheet.name.clone()) {
        let table = table(&mut workbook, &name)?;
        if !table.rows.is_empty() {
            tables.push((name, table));
        }
    }
    let names: Vec<String> = tables.iter().map(|(name, _)| name.clone()).collect();
    match tables.as_slice() {
        [] => read_table(&Table::default(), choice, &[], None),
        [(_, only)] => read_table(only, choice, &names, Some(0)),
        several => match plain_sheet(several, choice) {
            Some(place) => read_table(&several[place].1, choice, &names, Some(place)),
            None => Ok(Reading::Ask(Question { sheets: names, ..which_sheet(several) })),
        },
    }
}

/// The columns of a sheet, to choose from; of several sheets one has to be chosen first.
///
/// # Errors
/// See [`NotAList`].
pub(super) fn columns(bytes: &[u8], sheet: Option<&str>) -> Result<Question, NotAList> {
    let mut workbook = open(bytes)?;
    let all = workbook.sheets_metadata().to_vec();
    let sheets = all.iter().filter(|sheet| sheet.typ == SheetType::WorkSheet);
    let names: Vec<String> = sheets.map(|sheet| sheet.name.clone()).collect();
    let place = sheet.and_then(|wanted| named(&names, wanted));
    let Some(place) = place.or_else(|| (names.len() == 1).then_some(0)) else {
        return Ok(Question { sheets: names, ..Question::default() });
    };
    let table = table(&mut workbook, &names[place])?;
    Ok(question(&table, &Columns::of(&table), &names, Some(place)))
}

/// The only sheet with a column that is plainly meant.
fn plain_sheet(sheets: &[(String, Table)], choice: &Choice) -> Option<usize> {
    let mut plain = sheets.iter().enumerate().filter(|(_, (_, table))| {
        let mut columns = Columns::of(table);
        match &choice.column {
            // A place is in every sheet.
            Some(wanted) if wanted.trim().parse::<usize>().is_err() => {
                columns.wanted(wanted).is_some()
            }
            _ => columns.plain().is_some(),
        }
    });
    let (place, _) = plain.next()?;
    plain.next().is_none().then_some(place)
}

/// Of several sheets none is plainly meant: nothing but their first rows can be shown.
fn which_sheet(sheets: &[(String, Table)]) -> Question {
    let Some((_, first)) = sheets.first() else { return Question::default() };
    Question { columns: Vec::new(), ..question(first, &Columns::of(first), &[], None) }
}

/// A sheet by its name or its place from 1.
fn named(names: &[String], wanted: &str) -> Option<usize> {
    let same = |name: &String| folded(name) == folded(wanted) && !folded(name).is_empty();
    let exact = names.iter().position(|name| name.trim() == wanted.trim());
    let place = || wanted.trim().parse::<usize>().ok().and_then(|place| place.checked_sub(1));
    exact
        .or_else(|| place().filter(|place| *place < names.len()))
        .or_else(|| names.iter().position(same))
}

fn open(bytes: &[u8]) -> Result<Workbook<'_>, NotAList> {
    let source = || Cursor::new(bytes);
    if !bytes.starts_with(ZIP) {
        return open_compound(bytes);
    }
    check_size(bytes)?;
    if holds(bytes, b"xl/workbook.bin") {
        return open_workbook_from_rs(source()).map(Sheets::Xlsb).map_err(broken);
    }
    if holds(bytes, b"xl/workbook") {
        return open_workbook_from_rs(source()).map(Sheets::Xlsx).map_err(broken);
    }
    check_formats(bytes)?;
    open_workbook_from_rs(source()).map(Sheets::Ods).map_err(|error| match error {
        OdsError::Password => NotAList::Protected,
        error => broken(error),
    })
}

/// A workbook up to Excel 2003; or one under a password, or another program's file.
fn open_compound(bytes: &[u8]) -> Result<Workbook<'_>, NotAList> {
    let wide = |name: &str| name.encode_utf16().flat_map(u16::to_le_bytes).collect::<Vec<u8>>();
    let has = |name: &str| holds(bytes, &wide(name));
    if has("EncryptedPackage") {
        return Err(NotAList::Protected);
    }
    if has("WordDocument") || has("PowerPoint Document") {
        return Err(NotAList::Binary(FileKind::Document));
    }
    if shows_zeros(bytes) {
        return Err(NotAList::Formats);
    }
    open_workbook_from_rs(Cursor::new(bytes)).map(Sheets::Xls).map_err(|error| match error {
        XlsError::Password => NotAList::Protected,
        error => broken(error),
    })
}

/// What would not fit into memory is refused before it is unpacked.
fn check_size(bytes: &[u8]) -> Result<(), NotAList> {
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).map_err(broken)?;
    let mut unpacked = 0_u64;
    for place in 0..archive.len() {
        let part = archive.by_index_raw(place).map_err(broken)?;
        unpacked = unpacked.saturating_add(part.size());
    }
    if unpacked > MOST_UNPACKED {
        return Err(NotAList::TooManyCells { most: MOST_CELLS });
    }
    Ok(())
}

/// Formats cannot be read of an OpenDocument workbook; one with leading zeros changes numbers.
fn check_formats(bytes: &[u8]) -> Result<(), NotAList> {
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).map_err(broken)?;
    for name in ["content.xml", "styles.xml"] {
        let Ok(part) = archive.by_name(name) else { continue };
        let mut text = Vec::new();
        // An encrypted part is told by the workbook's own reader.
        let _read = part.take(MOST_UNPACKED).read_to_end(&mut text);
        const ATTRIBUTE: &[u8] = b"min-integer-digits=\"";
        let places = text.windows(ATTRIBUTE.len() + 2).filter(|part| part.starts_with(ATTRIBUTE));
        if places
            .map(|part| &part[ATTRIBUTE.len()..])
            .any(|digits| !matches!(digits, b"0\"" | b"1\""))
        {
            return Err(NotAList::Formats);
        }
    }
    Ok(())
}

/// Whether an old workbook has a format with leading zeros, such as `0000000`: three zeros or more
/// that are neither decimals nor thousands, nor part of a number.
fn shows_zeros(bytes: &[u8]) -> bool {
    let outside = |byte: Option<&u8>| {
        !byte.is_some_and(|byte| byte.is_ascii_digit() || matches!(byte, b'.' | b',' | b'#'))
    };
    let runs = bytes.windows(3).enumerate().filter(|(_, part)| *part == b"000");
    runs.map(|(at, _)| at).any(|at| {
        let end = at + bytes[at..].iter().take_while(|byte| **byte == b'0').count();
        let before = at.checked_sub(1).and_then(|at| bytes.get(at));
        outside(before) && outside(bytes.get(end))
    })
}

fn broken(error: impl std::fmt::Display) -> NotAList {
    NotAList::Workbook { reason: error.to_string() }
}

/// A sheet's rows, each one line.
fn table(workbook: &mut Workbook<'_>, name: &str) -> Result<Table, NotAList> {
    let mut rows = Rows::default();
    match workbook {
        // Cell by cell: two cells far from each other would fill a whole range.
        Sheets::Xlsx(workbook) => {
            let mut cells = workbook.worksheet_cells_reader(name).map_err(broken)?;
            while let Some((cell, style)) = cells.next_cell_with_style_id().map_err(broken)? {
                let styled =
                    cells.styles().get(style).and_then(|style| style.number_format.as_ref());
                let format = styled.map(|format| format.format_code.to_string());
                let value = Data::from(cell.get_value().clone());
                rows.put(cell.get_position(), &Cell { value: &value, format: format.as_deref() })?;
            }
        }
        Sheets::Xlsb(workbook) => {
            let mut cells = workbook.worksheet_cells_reader(name).map_err(broken)?;
            while let Some(cell) = cells.next_cell().map_err(broken)? {
                let value = Data::from(cell.get_value().clone());
                rows.put(cell.get_position(), &Cell { value: &value, format: None })?;
            }
        }
        Sheets::Xls(_) | Sheets::Ods(_) => {
            let range = workbook.worksheet_range(name).map_err(broken)?;
            let (top, left) = range.start().unwrap_or_default();
            for (row, column, value) in range.used_cells() {
                let place = |from: u32, more: usize| from.saturating_add(more as u32);
                let position = (place(top, row), place(left, column));
                rows.put(position, &Cell { value, format: None })?;
            }
        }
    }
    Ok(rows.end())
}

/// Rows in the order of a sheet.
#[derive(Default)]
struct Rows {
    table: Table,
    row: Vec<String>,
    cells: usize,
}

impl Rows {
    fn put(&mut self, (row, column): (u32, u32), cell: &Cell<'_>) -> Result<(), NotAList> {
        let text = cell_text(cell);
        if text.is_empty() {
            return Ok(());
        }
        self.cells += 1;
        let (row, column) = (row as usize, column as usize);
        // Sheets end at column XFD; a file may say what it likes.
        if self.cells > MOST_CELLS || column >= 16_384 || row >= 1_048_576 {
            return Err(NotAList::TooManyCells { most: MOST_CELLS });
        }
        while self.table.lines() < row {
            self.table.push(std::mem::take(&mut self.row));
        }
        if self.row.len() <= column {
            self.row.resize(column + 1, String::new());
        }
        self.row[column] = text;
        Ok(())
    }

    fn end(mut self) -> Table {
        if !self.row.is_empty() {
            self.table.push(self.row);
        }
        self.table
    }
}

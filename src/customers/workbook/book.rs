//! A workbook of any kind, its sheets as tables.

use std::io::Cursor;
use std::panic::{AssertUnwindSafe, catch_unwind};

use calamine::{
    Data, Reader, SheetType, SheetVisible, Sheets, XlsError, Xlsb, XlsbError, Xlsx, XlsxError,
    open_workbook_from_rs,
};

use super::super::encoding::holds;
use super::super::reading::{FileKind, NotAList, WorkbookFault};
use super::super::shown::{Shown, of_value};
use super::super::table::Table;
use super::beside::Beside;
use super::parts::Parts;
use super::refusal::broken;
use super::rows::{CellPosition, Rows, SheetName};
use super::{ods, xls, xlsb, xlsx};

const ZIP: &[u8] = b"PK";
/// Of a compound file.
const COMPOUND: &[u8] = b"\xd0\xcf\x11\xe0";

type Source<'a> = Cursor<&'a [u8]>;

/// A workbook that was opened.
pub(super) struct Book<'a> {
    /// Those that may hold a table.
    pub(super) sheets: Vec<SheetName>,
    values: Values<'a>,
}

enum Values<'a> {
    /// Read sheet by sheet.
    Excel {
        bytes: &'a [u8],
        workbook: Box<Sheets<Source<'a>>>,
    },
    /// With all that is known beside the values.
    Old {
        workbook: Box<Sheets<Source<'a>>>,
        beside: Vec<(String, Beside)>,
    },
    Read(Vec<Table>),
}

impl<'a> Book<'a> {
    /// # Errors
    /// See [`NotAList`].
    pub(super) fn open(bytes: &'a [u8]) -> Result<Self, NotAList> {
        // The readers of values are not proof against every broken file.
        catch_unwind(|| Self::of(bytes))
            .unwrap_or_else(|_| Err(NotAList::Workbook(WorkbookFault::Damaged)))
    }

    fn of(bytes: &'a [u8]) -> Result<Self, NotAList> {
        if bytes.starts_with(COMPOUND) {
            return of_compound(bytes);
        }
        if !bytes.starts_with(ZIP) {
            return Ok(Self::of_tables(ods::of_xml(bytes)?));
        }
        let mut parts = Parts::checked(bytes)?;
        if parts.part("content.xml")?.is_some() {
            return Ok(Self::of_tables(ods::of_archive(bytes)?));
        }
        let source = Cursor::new(bytes);
        let workbook = if parts.main()?.ends_with(".bin") {
            let workbook: Xlsb<_> = open_workbook_from_rs(source).map_err(broken)?;
            Sheets::Xlsb(workbook)
        } else {
            let workbook: Xlsx<_> = open_workbook_from_rs(source).map_err(broken)?;
            Sheets::Xlsx(workbook)
        };
        let sheets = names(&workbook);
        Ok(Self { sheets, values: Values::Excel { bytes, workbook: Box::new(workbook) } })
    }

    fn of_tables(tables: Vec<(SheetName, Table)>) -> Self {
        let (sheets, tables) = tables.into_iter().unzip();
        Self { sheets, values: Values::Read(tables) }
    }

    /// A sheet's rows, each one line.
    ///
    /// # Errors
    /// See [`NotAList`].
    pub(super) fn table(&mut self, place: usize) -> Result<Table, NotAList> {
        let read = catch_unwind(AssertUnwindSafe(|| self.read(place)));
        read.unwrap_or_else(|_| Err(NotAList::Workbook(WorkbookFault::Damaged)))
    }

    fn read(&mut self, place: usize) -> Result<Table, NotAList> {
        let Some(SheetName { name, .. }) = self.sheets.get(place) else {
            return Ok(Table::default());
        };
        match &mut self.values {
            Values::Read(tables) => Ok(tables.get(place).cloned().unwrap_or_default()),
            Values::Old { workbook, beside } => {
                let beside = beside.iter().find(|(of, _)| of == name).map(|(_, beside)| beside);
                let beside = beside
                    .ok_or_else(|| NotAList::Workbook(WorkbookFault::NoSheetOf(name.clone())))?;
                of_range(workbook, name, beside)
            }
            Values::Excel { bytes, workbook } => match &mut **workbook {
                Sheets::Xlsx(workbook) => of_xlsx(workbook, name, &xlsx::beside(bytes, name)?),
                Sheets::Xlsb(workbook) => of_xlsb(workbook, name, &xlsb::beside(bytes, name)?),
                workbook => of_range(workbook, name, &Beside::default()),
            },
        }
    }
}

fn names(workbook: &Sheets<Source<'_>>) -> Vec<SheetName> {
    let all = workbook.sheets_metadata().iter();
    let tables = all.filter(|sheet| sheet.typ == SheetType::WorkSheet);
    let name = |sheet: &calamine::Sheet| SheetName {
        name: sheet.name.clone(),
        is_hidden: sheet.visible != SheetVisible::Visible,
    };
    tables.map(name).collect()
}

/// A workbook up to Excel 2003; or one under a password, or another program's file.
fn of_compound(bytes: &[u8]) -> Result<Book<'_>, NotAList> {
    let wide = |name: &str| name.encode_utf16().flat_map(u16::to_le_bytes).collect::<Vec<u8>>();
    let has = |name: &str| holds(bytes, &wide(name));
    if has("EncryptedPackage") {
        return Err(NotAList::Protected);
    }
    if has("WordDocument") || has("PowerPoint Document") {
        return Err(NotAList::Binary(FileKind::Document));
    }
    let beside = xls::beside(bytes)?;
    let workbook: calamine::Xls<_> =
        open_workbook_from_rs(Cursor::new(bytes)).map_err(|error| match error {
            XlsError::Password => NotAList::Protected,
            error => broken(error),
        })?;
    let all: Vec<String> = workbook.sheets_metadata().iter().map(|s| s.name.clone()).collect();
    if all.len() != beside.len() {
        return Err(NotAList::Formats);
    }
    let beside = all.into_iter().zip(beside).collect();
    let workbook = Sheets::Xls(workbook);
    let sheets = names(&workbook);
    Ok(Book { sheets, values: Values::Old { workbook: Box::new(workbook), beside } })
}

/// Cell by cell: two cells far from each other would fill a whole range. What stands in a cell that
/// shows an error is told by `beside`, as the reader of values knows but the errors of Excel 2007.
fn of_xlsx(
    workbook: &mut Xlsx<Source<'_>>,
    name: &str,
    beside: &Beside,
) -> Result<Table, NotAList> {
    let mut cells = workbook.worksheet_cells_reader(name).map_err(broken)?;
    collect(beside, || {
        loop {
            let (cell, style) = match cells.next_cell_with_style_id() {
                Err(XlsxError::CellError(_)) => continue,
                Err(error) => return Err(broken(error)),
                Ok(None) => return Ok(None),
                Ok(Some(found)) => found,
            };
            let styled = cells.styles().get(style).and_then(|style| style.number_format.as_ref());
            let format = styled.map(|format| format.format_code.to_string());
            let value = Data::from(cell.get_value().clone());
            return Ok(Some((cell.get_position(), of_value(&value, format.as_deref()))));
        }
    })
}

fn of_xlsb(
    workbook: &mut Xlsb<Source<'_>>,
    name: &str,
    beside: &Beside,
) -> Result<Table, NotAList> {
    let mut cells = workbook.worksheet_cells_reader(name).map_err(broken)?;
    collect(beside, || {
        loop {
            let cell = match cells.next_cell() {
                Err(XlsbError::CellError(_)) => continue,
                Err(error) => return Err(broken(error)),
                Ok(None) => return Ok(None),
                Ok(Some(cell)) => cell,
            };
            let value = Data::from(cell.get_value().clone());
            let place = cell.get_position();
            return Ok(Some((place, of_value(&value, beside.format(place)))));
        }
    })
}

fn of_range(
    workbook: &mut Sheets<Source<'_>>,
    name: &str,
    beside: &Beside,
) -> Result<Table, NotAList> {
    let range = workbook.worksheet_range(name).map_err(broken)?;
    let (top, left) = range.start().unwrap_or_default();
    let mut cells = range.used_cells();
    collect(beside, || {
        let place = |from: u32, more: usize| from.saturating_add(more as u32);
        Ok(cells.next().map(|(row, column, value)| {
            let place = (place(top, row), place(left, column));
            (place, of_value(value, beside.format(place)))
        }))
    })
}

/// The rows of a sheet: its values, and what is known beside them.
fn collect(
    beside: &Beside,
    mut next: impl FnMut() -> Result<Option<(CellPosition, Shown)>, NotAList>,
) -> Result<Table, NotAList> {
    let mut rows = Rows::default();
    while let Some((place, shown)) = next()? {
        rows.put(beside.moved.get(&place).copied().unwrap_or(place), shown)?;
    }
    beside.add_to(&mut rows)?;
    Ok(rows.end())
}

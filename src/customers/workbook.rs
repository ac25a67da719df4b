//! Workbooks: which sheet is meant, its cells as they are shown.

mod beside;
mod book;
mod ods;
mod parts;
mod refusal;
mod rows;
mod xls;
mod xlsb;
mod xlsx;

use super::choose::{question, read_table};
use super::column::Columns;
use super::meaning::folded;
use super::reading::{Choice, NotAList, Question, Reading};
use super::table::Table;

use book::Book;

/// Reads the sheet that is meant. One that is hidden is never meant unless a person says so.
///
/// # Errors
/// See [`NotAList`].
pub(super) fn read(bytes: &[u8], choice: &Choice) -> Result<Reading, NotAList> {
    let mut book = Book::open(bytes)?;
    if let Some(wanted) = &choice.sheet {
        let names: Vec<String> = book.sheets.iter().map(|sheet| sheet.name.clone()).collect();
        let place = named(&names, wanted)
            .ok_or_else(|| NotAList::NoSheet { wanted: wanted.clone(), sheets: names.clone() })?;
        let table = book.table(place)?;
        return Ok(with_hidden(read_table(&table, choice, &names, Some(place))?, &book));
    }
    let shown = filled(&mut book, false)?;
    let names: Vec<String> =
        shown.iter().map(|(place, _)| book.sheets[*place].name.clone()).collect();
    let plain = plain_sheet(&shown, choice);
    let meant = plain.or_else(|| (shown.len() == 1 && choice.column.is_some()).then_some(0));
    if let Some(place) = meant {
        let reading = read_table(&shown[place].1, choice, &names, Some(place))?;
        return Ok(with_hidden(reading, &book));
    }
    let mut hidden = filled(&mut book, true)?;
    hidden.retain(|(_, table)| is_plain(table, choice));
    match (shown.as_slice(), hidden.as_slice()) {
        ([], []) => read_table(&Table::default(), choice, &[], None),
        ([(_, only)], []) => read_table(only, choice, &names, Some(0)),
        (several, _) => {
            let rows = which_sheet(several.iter().chain(&hidden).map(|(_, table)| table));
            Ok(Reading::Ask(rows.of_sheets(&book)))
        }
    }
}

/// The columns of a sheet, to choose from; of several sheets one has to be chosen first.
///
/// # Errors
/// See [`NotAList`].
pub(super) fn columns(bytes: &[u8], sheet: Option<&str>) -> Result<Question, NotAList> {
    let mut book = Book::open(bytes)?;
    let names: Vec<String> = book.sheets.iter().map(|sheet| sheet.name.clone()).collect();
    let place = sheet.and_then(|wanted| named(&names, wanted));
    let Some(place) = place.or_else(|| (names.len() == 1).then_some(0)) else {
        return Ok(Question::default().of_sheets(&book));
    };
    let table = book.table(place)?;
    let asked = question(&table, &Columns::of(&table), &names, Some(place));
    Ok(asked.of_sheets(&book))
}

impl Question {
    /// With all sheets of a workbook to choose from: their places are those that a person counts.
    fn of_sheets(self, book: &Book<'_>) -> Self {
        let hidden = book.sheets.iter().enumerate().filter(|(_, sheet)| sheet.is_hidden);
        let hidden_sheets = hidden.map(|(place, _)| place).collect();
        let sheets = book.sheets.iter().map(|sheet| sheet.name.clone()).collect();
        Self { sheets, hidden_sheets, ..self }
    }
}

/// Tells all sheets, and which of them are hidden: the same ones that are asked about, so that a choice
/// among them is known again.
fn with_hidden(reading: Reading, book: &Book<'_>) -> Reading {
    match reading {
        Reading::Ask(question) => Reading::Ask(question.of_sheets(book)),
        Reading::List(mut list) => {
            if let Some(taken) = list.column.as_mut().filter(|taken| !taken.sheets.is_empty()) {
                taken.sheets = book.sheets.iter().map(|sheet| sheet.name.clone()).collect();
            }
            Reading::List(list)
        }
    }
}

/// The sheets that say something, those that are hidden or the others, with their places.
fn filled(book: &mut Book<'_>, hidden: bool) -> Result<Vec<(usize, Table)>, NotAList> {
    let mut filled = Vec::new();
    for place in 0..book.sheets.len() {
        if book.sheets[place].is_hidden == hidden {
            let table = book.table(place)?;
            if !table.rows.is_empty() {
                filled.push((place, table));
            }
        }
    }
    Ok(filled)
}

/// The only sheet with a column that is plainly meant.
fn plain_sheet(sheets: &[(usize, Table)], choice: &Choice) -> Option<usize> {
    let mut plain = sheets.iter().enumerate().filter(|(_, (_, table))| is_plain(table, choice));
    let (place, _) = plain.next()?;
    plain.next().is_none().then_some(place)
}

/// Whether a sheet has a column that is plainly meant, and anything in it.
fn is_plain(table: &Table, choice: &Choice) -> bool {
    let by_name = match &choice.column {
        // A place is in every sheet.
        Some(wanted) if wanted.trim().parse::<usize>().is_err() => Some(wanted.clone()),
        _ => None,
    };
    let choice = Choice { sheet: None, column: by_name };
    match read_table(table, &choice, &[String::new()], Some(0)) {
        Ok(Reading::List(list)) => !list.is_empty() || !list.refused.is_empty(),
        _ => false,
    }
}

/// Of several sheets none is plainly meant: nothing but the first rows of one can be shown.
fn which_sheet<'a>(mut tables: impl Iterator<Item = &'a Table>) -> Question {
    let Some(first) = tables.next() else { return Question::default() };
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

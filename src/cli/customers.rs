//! Lists of customer numbers for `verify`: read, reported, refused.

use std::fmt::Write as _;
use std::path::Path;

use serde_json::{Value as Json, json};

use crate::batch::{account, doubt, row_refusal};
use crate::customers::{
    Choice, CustomerList, Doubt, FileKind, MOST_BYTES, NotAList, Question, Reading, SeenColumn,
    read_file,
};
use crate::domain::CustomerNumber;
use crate::i18n::Texts;
use crate::settings::read_stream;

use super::connect::Reached;
use super::output::{CliError, complain};
use super::verify_arguments::ListOfCustomers;

/// Rows of a kind listed on the standard error.
const MOST_ROWS: usize = 5;
/// How a workbook or another file becomes a list.
const SAVE_AS: &str = "save the sheet as CSV (in a spreadsheet: Save as, type CSV UTF-8), and give \
                       that file";

/// Why `--sheet` will not do.
const NO_SHEETS: &str = "--sheet names a sheet of a workbook, and this file is text; leave it out";

/// The customers that the flags name; `None` where they name none.
///
/// # Errors
/// A file that cannot be read or is no list, several columns that could be meant, and numbers that
/// a spreadsheet seems to have changed: nobody is asked then.
pub(super) fn given(
    options: &ListOfCustomers,
    texts: &Texts,
) -> Result<Option<CustomerList>, CliError> {
    if let Some(path) = &options.customers {
        return settled(options, path, of_file(options, path)?, texts).map(Some);
    }
    if options.customer.is_empty() {
        return Ok(None);
    }
    let numbers: Result<Vec<_>, _> =
        options.customer.iter().map(|text| CustomerNumber::parse(text)).collect();
    let list = CustomerList::from(numbers.map_err(CliError::Customer)?);
    match list.folded {
        0 => {}
        1 => complain("1 number was given before, and is asked for once"),
        count => complain(&format!("{count} numbers were given before, and are asked for once")),
    }
    Ok(Some(list))
}

/// All customers that the server is known to have.
pub(super) fn all_known(reached: &Reached) -> Result<CustomerList, CliError> {
    let numbers: Result<Vec<_>, _> =
        reached.known.iter().map(|known| CustomerNumber::parse(&known.number)).collect();
    numbers.map(CustomerList::from).map_err(CliError::Customer)
}

fn of_file(options: &ListOfCustomers, path: &Path) -> Result<CustomerList, CliError> {
    let refused = |why| CliError::NotAList { path: path.to_owned(), why };
    let bytes = read_stream(path, MOST_BYTES).map_err(CliError::CustomersUnread)?;
    let choice = Choice { sheet: options.sheet.clone(), column: options.column.clone() };
    let read = read_file(&bytes, &choice);
    let has_sheets = match &read {
        Ok(Reading::List(list)) => list.column.as_ref().is_some_and(|taken| taken.sheet.is_some()),
        Ok(Reading::Ask(question)) => !question.sheets.is_empty(),
        Err(_) => true,
    };
    if choice.sheet.is_some() && !has_sheets {
        return Err(refused(NO_SHEETS.to_owned()));
    }
    match read {
        Ok(Reading::List(list)) => Ok(list),
        Ok(Reading::Ask(question)) => Err(refused(asked(&question))),
        Err(error) => Err(refused(why(&error))),
    }
}

/// A list that may be asked for; what it holds is reported before anybody is.
fn settled(
    options: &ListOfCustomers,
    path: &Path,
    mut list: CustomerList,
    texts: &Texts,
) -> Result<CustomerList, CliError> {
    let told = told(path, &list, texts);
    let doubtful = !list.doubtful.is_empty();
    if options.yes_as_is {
        list.take_as_they_are();
    }
    match (list.doubtful.is_empty(), list.numbers.is_empty()) {
        (true, true) => Err(CliError::RowsRefused(told)),
        (true, false) => {
            let asked = if doubtful { "; they are asked for as they stand" } else { "" };
            complain(&format!("{told}{asked}"));
            Ok(list)
        }
        (false, _) => Err(CliError::Doubtful(told)),
    }
}

/// What the file holds, in one sentence.
fn told(path: &Path, list: &CustomerList, texts: &Texts) -> String {
    let mut told = vec![format!("{}: {}{}", path.display(), account(texts, list), column(list))];
    if !list.aside.is_empty() {
        let aside = list.aside.iter().map(|row| {
            let (line, value, kind) = (row.line, &row.value, row.fate.as_str());
            format!("line {line} `{value}` ({kind})")
        });
        told.push(format!("not asked for: {}", some(aside)));
    }
    if !list.refused.is_empty() {
        let rows = list.refused.iter().map(|row| {
            let why = row_refusal(texts, &row.error);
            format!("line {} `{}`: {}", row.line, row.value, why.trim_end_matches('.'))
        });
        let count = match list.refused.len() {
            1 => "1 row was refused".to_owned(),
            count => format!("{count} rows were refused"),
        };
        told.push(format!("{count}: {}", some(rows)));
    }
    match list.doubtful.iter().filter(|row| row.doubt == Doubt::Hidden).count() {
        0 => {}
        1 => told.push("1 row is hidden in the workbook: filtered out, or by hand".to_owned()),
        count => {
            told.push(format!("{count} rows are hidden in the workbook: filtered out, or by hand"));
        }
    }
    if !list.doubtful.is_empty() {
        let rows = list.doubtful.iter().map(|row| {
            let why = doubt(texts, row.doubt);
            format!("line {} `{}`: {why}", row.line, row.shown())
        });
        let count = match list.doubtful.len() {
            1 => "1 number is doubtful".to_owned(),
            count => format!("{count} numbers are doubtful"),
        };
        told.push(format!("{count}: {}", some(rows)));
    }
    told.join("; ")
}

/// Which column was taken.
fn column(list: &CustomerList) -> String {
    let Some(taken) = &list.column else { return String::new() };
    let mut words = format!(", numbers from column {}", taken.place);
    // Writing into a text does not fail.
    if let Some(name) = &taken.name {
        let _written = write!(words, " `{name}`");
    }
    if let Some(sheet) = &taken.sheet {
        let _written = write!(words, " of sheet `{sheet}`");
    }
    if taken.is_hidden {
        words.push_str(", which is hidden in the workbook");
    }
    if taken.is_unwrapped {
        words.push_str(" (each row stood in one cell and was split)");
    }
    words
}

/// The first of these, and how many more there are.
fn some(rows: impl Iterator<Item = String>) -> String {
    let rows: Vec<String> = rows.collect();
    let told = rows.iter().take(MOST_ROWS).map(String::as_str).collect::<Vec<_>>().join("; ");
    match rows.len().saturating_sub(MOST_ROWS) {
        0 => told,
        more => format!("{told} (and {more} more)"),
    }
}

/// What a person has to choose.
fn asked(question: &Question) -> String {
    if question.sheet.is_none() && question.sheets.len() > 1 {
        return format!(
            "it has several sheets, and more than one or none has plainly a column of customer \
             numbers; name the sheet with --sheet NAME|N: {}",
            numbered(&question.sheets, &question.hidden_sheets)
        );
    }
    format!(
        "it is not plain which column holds the customer numbers; name it with --column NAME|N: {}",
        columns(&question.columns)
    )
}

fn numbered(names: &[String], hidden: &[usize]) -> String {
    let named = names.iter().enumerate().map(|(place, name)| {
        let is_hidden = if hidden.contains(&place) { " (hidden)" } else { "" };
        format!("{} `{name}`{is_hidden}", place + 1)
    });
    named.collect::<Vec<_>>().join(", ")
}

fn columns(columns: &[SeenColumn]) -> String {
    let told = columns.iter().map(|column| {
        let name = column.name.as_ref().map(|name| format!(" `{name}`")).unwrap_or_default();
        let is_hidden = if column.is_hidden { ", hidden" } else { "" };
        format!("{}{name} (such as `{}`{is_hidden})", column.place, column.sample)
    });
    told.collect::<Vec<_>>().join(", ")
}

/// That no column or sheet has this name or place.
fn nothing_named(what: &str, wanted: &str) -> String {
    match wanted.trim() {
        "" => format!("--{what} names no {what}; give a name, or a place from 1"),
        wanted => format!("there is no {what} `{wanted}`"),
    }
}

fn columns_there(seen: &[SeenColumn]) -> String {
    let there = match seen.len() {
        0 => return "it has no columns".to_owned(),
        1 => "its only column is",
        _ => "its columns are",
    };
    format!("{there} {}", columns(seen))
}

/// Why a file is no list.
fn why(error: &NotAList) -> String {
    match error {
        NotAList::Binary(kind) => {
            let kind = match kind {
                FileKind::Pdf => "a PDF",
                FileKind::Picture => "a picture",
                FileKind::Archive => "an archive",
                FileKind::Document => "a text processor's document",
                FileKind::Markup => "a page or a table of markup (HTML or XML)",
                FileKind::Json => "JSON",
                FileKind::Contacts => "a file of contacts or a calendar",
                FileKind::Letter => "a letter",
                FileKind::Unknown => "a binary file",
            };
            format!("it is {kind} and no list; {SAVE_AS}")
        }
        NotAList::Workbook { reason } => {
            format!("the workbook could not be read ({reason}); {SAVE_AS}")
        }
        NotAList::Formats => format!(
            "the number formats and hidden rows of this workbook cannot be read; save it as .xlsx, \
             or {SAVE_AS}"
        ),
        NotAList::Protected => {
            format!("the workbook is under a password; {SAVE_AS}")
        }
        NotAList::TooManyCells { most } => {
            format!("the workbook is too large (up to {most} cells are read); {SAVE_AS}")
        }
        NotAList::NoColumn { wanted, columns: seen } => {
            format!("{}; {}", nothing_named("column", wanted), columns_there(seen))
        }
        NotAList::NoSheet { wanted, sheets } => {
            let there = match sheets.len() {
                1 => "its only sheet is",
                _ => "its sheets are",
            };
            format!("{}; {there} {}", nothing_named("sheet", wanted), numbered(sheets, &[]))
        }
    }
}

/// What became of the list's lines, for programs.
pub(super) fn json_of(list: &CustomerList, texts: &Texts) -> Json {
    let counts = list.counts();
    let refused = list.refused.iter().map(|row| {
        let reason = row_refusal(texts, &row.error);
        json!({ "file": row.file, "line": row.line, "value": row.value, "reason": reason })
    });
    let aside = list.aside.iter().map(|row| {
        let kind = row.fate.as_str();
        json!({ "file": row.file, "line": row.line, "value": row.value, "kind": kind })
    });
    let as_is = list.as_is.iter().map(
        |row| json!({ "line": row.line, "value": row.shown(), "reason": doubt(texts, row.doubt) }),
    );
    json!({
        "column": list.column.as_ref().map(|column| json!({
            "place": column.place,
            "name": column.name,
            "sheet": column.sheet,
        })),
        "lines": counts.lines,
        "customers": list.numbers.len(),
        "asked": counts.asked,
        "repeated": counts.repeated,
        "refused": counts.refused,
        "header": counts.headers,
        "title": counts.titles,
        "total": counts.totals,
        "blank": counts.blank,
        "refused_rows": refused.collect::<Vec<_>>(),
        "as_is_rows": as_is.collect::<Vec<_>>(),
        "other_rows": aside.collect::<Vec<_>>(),
    })
}

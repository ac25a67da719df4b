//! Lists of customer numbers for `verify`: read, reported, refused.

use std::path::Path;

use serde_json::{Value as Json, json};

use crate::batch::{account, doubt, row_refusal};
use crate::customers::{
    Choice, CustomerList, Doubt, MOST_BYTES, NotAList, Question, Reading, SeenColumn, TakenColumn,
    read_file,
};
use crate::domain::CustomerNumber;
use crate::i18n::{Text, Texts, count};
use crate::settings::read_stream;
use crate::words::{continued, not_a_list, workbook_fault};

use super::connect::Reached;
use super::error::{ArgumentError, CliError};
use super::output::{complain, complain_of};
use super::verify_arguments::ListOfCustomers;

/// Rows of a kind listed on the standard error.
const MOST_ROWS: usize = 5;

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
        return settled(options, path, of_file(options, path, texts)?, texts).map(Some);
    }
    if options.customer.is_empty() {
        return Ok(None);
    }
    let numbers: Result<Vec<_>, _> =
        options.customer.iter().map(|text| CustomerNumber::parse(text)).collect();
    let list = CustomerList::from(numbers.map_err(ArgumentError::Customer)?);
    if list.folded > 0 {
        complain_of(texts, Text::CliRepeated { count: count(list.folded) });
    }
    Ok(Some(list))
}

/// All customers that the server is known to have.
pub(super) fn all_known(reached: &Reached) -> Result<CustomerList, CliError> {
    let numbers: Result<Vec<_>, _> =
        reached.known.iter().map(|known| CustomerNumber::parse(&known.number)).collect();
    Ok(CustomerList::from(numbers.map_err(ArgumentError::Customer)?))
}

fn of_file(
    options: &ListOfCustomers,
    path: &Path,
    texts: &Texts,
) -> Result<CustomerList, CliError> {
    let refused = |why: &str| CliError::NotAList(format!("{}: {why}", path.display()));
    let bytes = read_stream(path, MOST_BYTES).map_err(CliError::CustomersUnread)?;
    let choice = Choice { sheet: options.sheet.clone(), column: options.column.clone() };
    let read = read_file(&bytes, &choice);
    let has_sheets = match &read {
        Ok(Reading::List(list)) => list.column.as_ref().is_some_and(|taken| taken.sheet.is_some()),
        Ok(Reading::Ask(question)) => !question.sheets.is_empty(),
        Err(_) => true,
    };
    if choice.sheet.is_some() && !has_sheets {
        return Err(refused(&texts.get(Text::CliNoSheets)));
    }
    match read {
        Ok(Reading::List(list)) => Ok(list),
        Ok(Reading::Ask(question)) => Err(refused(&asked(&question, texts))),
        Err(NotAList::NoColumn { wanted, columns: seen }) => {
            Err(refused(&no_column(&wanted, &seen, texts)))
        }
        Err(NotAList::NoSheet { wanted, sheets }) => {
            Err(refused(&no_sheet(&wanted, &sheets, texts)))
        }
        Err(error) => Err(CliError::NotAList(why(path, &error, texts))),
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
            match doubtful {
                true => complain(&texts.get(Text::CliAsTheyStand { list: &told })),
                false => complain(&told),
            }
            Ok(list)
        }
        (false, _) => Err(CliError::Doubtful(told)),
    }
}

/// What the file holds, in one sentence.
fn told(path: &Path, list: &CustomerList, texts: &Texts) -> String {
    let say = |text: Text<'_>| texts.get(text).into_owned();
    let name = path.display().to_string();
    let counts = list.counts();
    let lines = account(texts, list);
    let mut account = match (counts.lines, counts.asked + counts.doubtful + counts.refused) {
        (0, _) => return say(Text::CliListEmpty { name: &name }),
        (_, 0) => say(Text::CliListNobody { name: &name, lines: &lines }),
        (_, _) => format!("{name}: {lines}"),
    };
    if let Some(taken) = &list.column {
        account = format!("{account}, {}", column(taken, texts));
    }
    let mut told = vec![account];
    if !list.aside.is_empty() {
        let aside = list.aside.iter().map(|row| {
            let (line, value, kind) = (count(row.line), row.value.as_str(), row.fate.as_str());
            say(Text::CliRowAside { line, value, kind })
        });
        told.push(say(Text::CliRowsAside { rows: &some(aside, texts) }));
    }
    if !list.refused.is_empty() {
        let rows = list.refused.iter().map(|row| {
            let why = row_refusal(texts, &row.error);
            let (line, value) = (count(row.line), row.value.as_str());
            say(Text::CliRowWhy { line, value, why: why.trim_end_matches('.') })
        });
        let (count, rows) = (count(list.refused.len()), some(rows, texts));
        told.push(say(Text::CliRowsRefused { count, rows: &rows }));
    }
    let hidden = list.doubtful.iter().filter(|row| row.doubt == Doubt::Hidden).count();
    if hidden > 0 {
        told.push(continued(&say(Text::ListHiddenRows { count: count(hidden) })));
    }
    if !list.doubtful.is_empty() {
        let rows = list.doubtful.iter().map(|row| {
            let (why, line) = (doubt(texts, row.doubt), count(row.line));
            say(Text::CliRowWhy { line, value: &row.shown(), why: &why })
        });
        let (count, rows) = (count(list.doubtful.len()), some(rows, texts));
        told.push(say(Text::CliRowsDoubtful { count, rows: &rows }));
    }
    told.join("; ")
}

/// Which column was taken.
fn column(taken: &TakenColumn, texts: &Texts) -> String {
    let say = |text: Text<'_>| texts.get(text).into_owned();
    let place = count(taken.place);
    let mut words = match &taken.name {
        Some(name) => say(Text::CliColumnNamed { place, name }),
        None => say(Text::CliColumn { place }),
    };
    if let Some(sheet) = &taken.sheet {
        words = say(Text::CliColumnOfSheet { column: &words, sheet });
    }
    if taken.is_hidden {
        words = say(Text::CliColumnHidden { column: &words });
    }
    if taken.is_unwrapped {
        words = say(Text::CliColumnUnwrapped { column: &words });
    }
    words
}

/// The first of these, and how many more there are.
fn some(rows: impl Iterator<Item = String>, texts: &Texts) -> String {
    let rows: Vec<String> = rows.collect();
    let told = rows.iter().take(MOST_ROWS).map(String::as_str).collect::<Vec<_>>().join("; ");
    match rows.len().saturating_sub(MOST_ROWS) {
        0 => told,
        more => texts.get(Text::CliRowsMore { rows: &told, count: count(more) }).into(),
    }
}

/// What a person has to choose.
fn asked(question: &Question, texts: &Texts) -> String {
    if question.sheet.is_none() && question.sheets.len() > 1 {
        let names = numbered(&question.sheets, &question.hidden_sheets, texts);
        return texts.get(Text::CliWhichSheet { names: &names }).into();
    }
    texts.get(Text::CliWhichColumn { names: &columns(&question.columns, texts) }).into()
}

fn numbered(names: &[String], hidden: &[usize], texts: &Texts) -> String {
    let named = names.iter().enumerate().map(|(place, name)| {
        let named = texts.get(Text::CliNumbered { place: count(place + 1), name });
        match hidden.contains(&place) {
            true => texts.get(Text::ListIsHidden { name: &named }).into_owned(),
            false => named.into_owned(),
        }
    });
    named.collect::<Vec<_>>().join(", ")
}

fn columns(columns: &[SeenColumn], texts: &Texts) -> String {
    let told = columns.iter().map(|column| {
        let place = count(column.place);
        let named = match &column.name {
            Some(name) => texts.get(Text::CliNumbered { place, name }).into_owned(),
            None => column.place.to_string(),
        };
        let sample = column.sample.as_str();
        let text = match column.is_hidden {
            true => Text::CliSampleHidden { column: &named, sample },
            false => Text::CliSample { column: &named, sample },
        };
        texts.get(text).into_owned()
    });
    told.collect::<Vec<_>>().join(", ")
}

/// That no column has this name or place, and which there are.
fn no_column(wanted: &str, seen: &[SeenColumn], texts: &Texts) -> String {
    let missing = match wanted.trim() {
        "" => Text::CliColumnUnnamed,
        name => Text::CliNoColumn { name },
    };
    let names = columns(seen, texts);
    let there = match seen.len() {
        0 => Text::CliColumnsNone,
        1 => Text::CliColumnsOne { names: &names },
        _ => Text::CliColumnsMany { names: &names },
    };
    format!("{}; {}", texts.get(missing), texts.get(there))
}

/// The same of sheets.
fn no_sheet(wanted: &str, sheets: &[String], texts: &Texts) -> String {
    let missing = match wanted.trim() {
        "" => Text::CliSheetUnnamed,
        name => Text::CliNoSheet { name },
    };
    let names = numbered(sheets, &[], texts);
    let there = match sheets.len() {
        1 => Text::CliSheetsOne { names: &names },
        _ => Text::CliSheetsMany { names: &names },
    };
    format!("{}; {}", texts.get(missing), texts.get(there))
}

/// Why a file is no list, and how it becomes one.
fn why(path: &Path, error: &NotAList, texts: &Texts) -> String {
    let path = path.display().to_string();
    let mut what = continued(&texts.get(not_a_list(&path, error)));
    if let NotAList::Workbook(fault) = error {
        what = format!("{what} ({})", workbook_fault(texts, fault));
    }
    let save = texts.get(Text::CliSaveAs);
    match error {
        NotAList::Formats => {
            format!("{what}; {}", texts.get(Text::CliSaveAsXlsx { other: &save }))
        }
        _ => format!("{what}; {save}"),
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

//! Customer numbers from a text or CSV file, as people export them.

use std::collections::HashSet;

use encoding_rs::{Encoding, WINDOWS_1251};

use crate::domain::{CustomerNumber, CustomerNumberError};

/// Characters shown of a value that was refused.
const SHOWN_CHARS: usize = 40;
const DELIMITERS: [u8; 3] = [b';', b',', b'\t'];
/// What a column of customer numbers is called, in small letters without signs; where several
/// columns match, the earliest name here wins.
const COLUMN_NAMES: [&str; 20] = [
    "customernumber",
    "customer",
    "customerno",
    "customerid",
    "clientnumber",
    "client",
    "clientid",
    "номерпокупателя",
    "покупатель",
    "номерклиента",
    "клиент",
    "кодпокупателя",
    "кодклиента",
    "idпокупателя",
    "idклиента",
    "number",
    "номер",
    "no",
    "код",
    "id",
];

/// What a file of customer numbers holds.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct CustomerFile {
    /// Each once, in the file's order.
    pub numbers: Vec<CustomerNumber>,
    /// Rows that repeat an earlier number.
    pub folded: usize,
    pub refused: Vec<RefusedRow>,
    /// The first row, where it was taken for a header though no known name stands in it.
    pub header: Option<String>,
}

/// A row without a number that can be sent.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RefusedRow {
    /// From 1.
    pub line: u64,
    /// The start of what stands there.
    pub value: String,
    pub error: CustomerNumberError,
}

/// Reads UTF-8, UTF-16 with its mark, or else windows-1251; commas, semicolons or tabs; with or
/// without a header. Blank lines and those that begin with `#` are passed over.
pub fn read_customers(bytes: &[u8]) -> CustomerFile {
    let text = decode(bytes);
    let rows = rows(&text);
    let column = rows.first().and_then(|row| column_named(&row.cells));
    let single_row = column.is_none() && rows.len() == 1;
    let header = column.is_none().then(|| guessed_header(&rows)).flatten();
    let skipped = usize::from(column.is_some() || header.is_some());
    let mut file = CustomerFile { header: header.map(shown), ..CustomerFile::default() };
    let mut known = HashSet::new();
    for row in rows.iter().skip(skipped) {
        // One line of many numbers is a list of them; else the first column holds them.
        let cells: Vec<&str> = if single_row {
            row.cells.iter().map(String::as_str).filter(|cell| !cell.is_empty()).collect()
        } else {
            vec![row.cells.get(column.unwrap_or(0)).map_or("", String::as_str)]
        };
        for cell in cells {
            match CustomerNumber::parse(cell) {
                Ok(number) if known.insert(number.clone()) => file.numbers.push(number),
                Ok(_) => file.folded += 1,
                Err(error) => {
                    file.refused.push(RefusedRow { line: row.line, value: shown(cell), error });
                }
            }
        }
    }
    file
}

fn decode(bytes: &[u8]) -> String {
    if let Some((encoding, _)) = Encoding::for_bom(bytes) {
        return encoding.decode_with_bom_removal(bytes).0.into_owned();
    }
    match std::str::from_utf8(bytes) {
        Ok(text) => text.to_owned(),
        Err(_) => WINDOWS_1251.decode(bytes).0.into_owned(),
    }
}

struct Row {
    line: u64,
    /// Trimmed.
    cells: Vec<String>,
}

fn rows(text: &str) -> Vec<Row> {
    let mut reader = csv::ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .delimiter(delimiter(text))
        .comment(Some(b'#'))
        .trim(csv::Trim::All)
        .from_reader(text.as_bytes());
    let mut rows = Vec::new();
    // The text is UTF-8 and rows may have any length, so no record is an error.
    for record in reader.records().map_while(Result::ok) {
        let line = record.position().map_or(0, |position| first_line(text, position));
        let cells: Vec<String> = record.iter().map(str::to_owned).collect();
        let says = cells.iter().any(|cell| !cell.is_empty());
        let first = cells.first().map_or("", String::as_str);
        if says && !first.starts_with('#') && separator_told(first).is_none() {
            rows.push(Row { line, cells });
        }
    }
    rows
}

/// The line on which a record begins: its position is told before the blank lines and comments
/// that precede it.
fn first_line(text: &str, position: &csv::Position) -> u64 {
    let start = usize::try_from(position.byte()).unwrap_or(usize::MAX);
    let rest = text.get(start..).unwrap_or_default();
    let passed_over = |line: &&str| line.trim_end_matches('\r').is_empty() || line.starts_with('#');
    position.line() + rest.split('\n').take_while(passed_over).count() as u64
}

/// Spreadsheets tell the separator in a first line of their own: `sep=;`.
fn separator_told(line: &str) -> Option<&str> {
    line.trim().strip_prefix("sep=")
}

/// The delimiter that occurs most in the first line that says something.
fn delimiter(text: &str) -> u8 {
    let mut lines = text.lines().map(str::trim);
    let first = lines.find(|line| !line.is_empty() && !line.starts_with('#')).unwrap_or_default();
    if let Some(told) = separator_told(first) {
        return told.bytes().next().filter(|byte| DELIMITERS.contains(byte)).unwrap_or(b',');
    }
    let mut quoted = false;
    let mut counts = [0_usize; DELIMITERS.len()];
    for byte in first.bytes() {
        quoted ^= byte == b'"';
        let place = DELIMITERS.iter().position(|delimiter| *delimiter == byte);
        if let (false, Some(place)) = (quoted, place) {
            counts[place] += 1;
        }
    }
    let most = counts.iter().copied().max().unwrap_or_default();
    let place = counts.iter().position(|count| *count == most).unwrap_or_default();
    if most == 0 { b',' } else { DELIMITERS[place] }
}

/// The column that a header names as the customers'; `None` where the row is no header.
fn column_named(cells: &[String]) -> Option<usize> {
    let folded = |cell: &String| -> String {
        cell.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
    };
    let names: Vec<String> = cells.iter().map(folded).collect();
    COLUMN_NAMES.iter().find_map(|wanted| names.iter().position(|name| name == wanted))
}

/// The first row's word, where it can hardly be a number: it has no digit, and all that follow have
/// some. Numbers may be letters alone, so a list with another such row has no header, and whoever
/// reads the file is told what was left out.
fn guessed_header(rows: &[Row]) -> Option<&str> {
    let has_digit = |word: &&str| word.chars().any(char::is_numeric);
    let mut words = rows.iter().filter_map(|row| row.cells.first().map(String::as_str));
    let first = words.next().filter(|word| !word.is_empty() && !has_digit(word))?;
    let mut others = words.filter(|word| !word.is_empty()).peekable();
    (others.peek().is_some() && others.all(|word| has_digit(&word))).then_some(first)
}

fn shown(cell: &str) -> String {
    if cell.chars().count() <= SHOWN_CHARS {
        return cell.to_owned();
    }
    cell.chars().take(SHOWN_CHARS - 1).chain(['…']).collect()
}

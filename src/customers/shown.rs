//! What a cell of a workbook shows.

use calamine::{Data, ExcelDateTime};

/// Spreadsheets keep 15 digits of a number.
const MOST_EXACT: f64 = 1e15;

/// A value, and the format that it is shown in.
pub(super) struct Cell<'a> {
    pub(super) value: &'a Data,
    /// As Excel writes formats: `0000000`, `#,##0.00`.
    pub(super) format: Option<&'a str>,
}

/// The text of a cell. Whole numbers come with all their digits, also where a narrow column or the
/// usual format would show fewer, and with the zeros that their format puts before them.
pub(super) fn cell_text(cell: &Cell<'_>) -> String {
    let text = match cell.value {
        Data::Empty => String::new(),
        Data::String(text) => text.clone(),
        Data::Bool(true) => "TRUE".to_owned(),
        Data::Bool(false) => "FALSE".to_owned(),
        Data::Int(number) => whole(&number.to_string(), cell.format),
        Data::Float(number) if number.fract() == 0.0 && number.abs() < MOST_EXACT => {
            whole(&format!("{number:.0}"), cell.format)
        }
        // As spreadsheets show it: the digits behind are lost.
        Data::Float(number) if number.abs() >= MOST_EXACT => format!("{number:.14E}"),
        Data::Float(number) => number.to_string(),
        Data::DateTime(moment) => date(moment),
        Data::Error(error) => error.to_string(),
        other => other.to_string(),
    };
    text.trim().to_owned()
}

fn date(moment: &ExcelDateTime) -> String {
    let (year, month, day, hours, minutes, seconds, _) = moment.to_ymd_hms_milli();
    if moment.is_duration() || moment.as_f64() < 1.0 {
        return format!("{hours:02}:{minutes:02}:{seconds:02}");
    }
    format!("{day:02}.{month:02}.{year:04}")
}

/// Puts digits into a format: `0000000`, `000-000`, `"AB-"0000`. Formats that say more than where
/// digits stand, such as decimals and thousands, leave a whole number as it is.
fn whole(digits: &str, format: Option<&str>) -> String {
    let signs = format.and_then(signs).filter(|_| digits.bytes().all(|byte| byte.is_ascii_digit()));
    let Some(signs) = signs else { return digits.to_owned() };
    let first = signs.iter().position(|sign| !matches!(sign, Sign::Text(_)));
    let Some(first) = first else { return digits.to_owned() };
    let mut rest: Vec<char> = digits.chars().collect();
    let mut shown = Vec::new();
    for (place, sign) in signs.iter().enumerate().rev() {
        match sign {
            Sign::Text(c) => shown.push(*c),
            Sign::Zero => shown.push(rest.pop().unwrap_or('0')),
            Sign::Digit => shown.extend(rest.pop()),
        }
        if place == first {
            // What has no place of its own stands before the first one.
            shown.extend(rest.drain(..).rev());
        }
    }
    shown.iter().rev().collect()
}

#[derive(Clone, Copy)]
enum Sign {
    /// `0`: a digit, or zero.
    Zero,
    /// `#`: a digit, or nothing.
    Digit,
    Text(char),
}

/// The signs of a format for positive numbers; `None` where it is of another kind.
fn signs(format: &str) -> Option<Vec<Sign>> {
    let mut signs = Vec::new();
    let mut chars = format.chars();
    while let Some(c) = chars.next() {
        match c {
            ';' => break,
            '0' => signs.push(Sign::Zero),
            '#' => signs.push(Sign::Digit),
            '"' => signs.extend(chars.by_ref().take_while(|c| *c != '"').map(Sign::Text)),
            '\\' => signs.extend(chars.next().map(Sign::Text)),
            // Colours and conditions.
            '[' => drop(chars.by_ref().find(|c| *c == ']')),
            // Room as wide as the next sign; the next sign repeated.
            '_' | '*' => drop(chars.next()),
            '-' | '+' | ' ' | '(' | ')' | ':' | '\u{a0}' => signs.push(Sign::Text(c)),
            _ => return None,
        }
    }
    // `0` and `#` alone say nothing.
    let zeros = signs.iter().filter(|sign| matches!(sign, Sign::Zero)).count();
    let has_text = signs.iter().any(|sign| matches!(sign, Sign::Text(_)));
    (zeros > 1 || zeros == 1 && has_text).then_some(signs)
}

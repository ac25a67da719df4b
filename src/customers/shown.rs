//! What a cell of a workbook shows.

use calamine::{Data, ExcelDateTime};

use super::cards::is_card;
use super::doubt::Doubt;
use super::notes::Mark;
use super::number_format::{in_format, shows_text};

/// Spreadsheets keep 15 digits of a number.
const MOST_EXACT: f64 = 1e15;
/// Up to here a workbook holds every whole number: 2 to the power of 53.
const MOST_WHOLE: f64 = 9_007_199_254_740_992.0;

/// The text of a cell, and what is to be said of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Shown {
    pub(super) text: String,
    pub(super) mark: Option<Mark>,
}

impl Shown {
    pub(super) fn plain(text: &str) -> Self {
        Self { text: text.trim().to_owned(), mark: None }
    }

    pub(super) fn doubtful(text: &str, doubt: Doubt) -> Self {
        Self { text: text.trim().to_owned(), mark: Some(Mark::Doubt(doubt)) }
    }
}

/// What is shown of a value in a format as Excel writes them: `0000000`, `#,##0.00`. Whole numbers
/// come with all their digits, also where a narrow column or the usual format would show fewer, and
/// with the zeros and signs that their format puts around them. Where the format shows another
/// number than the cell holds, or none, the cell's is told as doubtful.
pub(super) fn of_value(value: &Data, format: Option<&str>) -> Shown {
    match value {
        Data::Empty => Shown::plain(""),
        Data::String(text) if format.is_some_and(|format| !shows_text(format)) => {
            Shown::doubtful(text, Doubt::Format)
        }
        Data::String(text) => Shown::plain(text),
        Data::Bool(value) => of_truth(*value),
        Data::Int(number) => of_digits(&number.to_string(), format),
        Data::Float(number) => of_number(*number, format),
        Data::DateTime(moment) => Shown::doubtful(&date(moment), Doubt::Date),
        Data::DateTimeIso(text) | Data::DurationIso(text) => Shown::doubtful(text, Doubt::Date),
        Data::Error(error) => Shown::plain(&error.to_string()),
    }
}

/// A truth value names nobody.
pub(super) fn of_truth(value: bool) -> Shown {
    Shown::doubtful(if value { "TRUE" } else { "FALSE" }, Doubt::Word)
}

pub(super) fn of_number(number: f64, format: Option<&str>) -> Shown {
    of_digits(&digits(number), format)
}

/// A number as spreadsheets keep it.
pub(super) fn digits(number: f64) -> String {
    if number.abs() >= MOST_EXACT {
        let whole = format!("{number:.0}");
        if number <= MOST_WHOLE && is_card(&whole) {
            return whole;
        }
        // As spreadsheets show it: the digits behind are lost.
        return format!("{number:.14E}");
    }
    if number.fract() == 0.0 {
        // Never `-0`.
        return format!("{:.0}", number + 0.0);
    }
    // 15 digits: not what becomes of 0.1 + 0.2 behind them.
    let short: Option<f64> = format!("{number:.14e}").parse().ok();
    short.unwrap_or(number).to_string()
}

fn of_digits(digits: &str, format: Option<&str>) -> Shown {
    match format.map(|format| in_format(digits, format)) {
        None => Shown::plain(digits),
        Some(Some(text)) => Shown::plain(&text),
        Some(None) => Shown::doubtful(digits, Doubt::Format),
    }
}

/// What is shown of a number, by what the file says is shown: the number itself where its format
/// only sets thousands apart or adds empty decimals, what is shown where it stands in that, and else
/// the number as doubtful.
pub(super) fn of_both(number: f64, shown: &str) -> Shown {
    let digits = digits(number);
    let shown = shown.trim();
    let same = |text: &str| bare(text) == digits;
    let before_decimals = shown
        .rsplit_once([',', '.'])
        .filter(|(_, decimals)| !decimals.is_empty() && decimals.bytes().all(|byte| byte == b'0'));
    let is_same = same(shown) || before_decimals.is_some_and(|(whole, _)| same(whole));
    let has_point = digits.contains('.') && shown.replace(',', ".") == digits;
    // Spreadsheets shorten what has no format.
    let is_long = number.abs() >= MOST_EXACT || digits.contains('.') && shown.contains(['E', 'e']);
    if is_same || has_point || is_long {
        return Shown::plain(&digits);
    }
    let plain = digits.trim_start_matches('-');
    let seen: String = shown.chars().filter(char::is_ascii_digit).collect();
    let is_whole = plain.bytes().all(|byte| byte.is_ascii_digit());
    if is_whole && seen.ends_with(plain) && !shown.contains([',', '.', '%', '/', ':']) {
        return Shown::plain(shown);
    }
    Shown::doubtful(&digits, Doubt::Format)
}

/// Without the signs that set thousands apart.
fn bare(text: &str) -> String {
    let is_gap = |c: char| c.is_whitespace() || matches!(c, ',' | '.' | '\'' | '’');
    text.chars().filter(|c| !is_gap(*c)).collect()
}

fn date(moment: &ExcelDateTime) -> String {
    let (year, month, day, hours, minutes, seconds, _) = moment.to_ymd_hms_milli();
    if moment.is_duration() || moment.as_f64() < 1.0 {
        return format!("{hours:02}:{minutes:02}:{seconds:02}");
    }
    format!("{day:02}.{month:02}.{year:04}")
}

//! Cells of tables that people open in a spreadsheet.
//!
//! Excel and LibreOffice run what looks like a formula, and turn what looks like a number, a date or
//! a truth value into one: `0012345` loses its zeros, `1E5` becomes 100000, `3.10` a day in October.
//! A leading apostrophe makes both keep the text. Here it is put, and here it is taken away again.

use std::borrow::Cow;

use super::merchant::Language;

/// Digits that Excel shows and saves as they are; longer numbers become `1,23457E+11`.
const MOST_BARE_DIGITS: usize = 11;
/// What stands for a truth value, where nothing else is in the cell.
const TRUTH: [&str; 10] =
    ["true", "false", "истина", "ложь", "істина", "хибність", "wahr", "falsch", "vrai", "faux"];
/// Months, as dates are typed in the languages of the field and in those of its neighbours. Their
/// beginnings count as well, from three letters on.
const MONTHS: &str = "january february march april may june july august september october november \
    december январь января февраль февраля март марта апрель апреля май мая июнь июня июль июля \
    август августа сентябрь сентября октябрь октября ноябрь ноября декабрь декабря січень січня \
    лютий лютого березень березня квітень квітня травень травня червень червня липень липня серпень \
    серпня вересень вересня жовтень жовтня листопад листопада грудень грудня студзень студзеня люты \
    лютага сакавік сакавіка красавік красавіка чэрвень чэрвеня ліпень ліпеня жнівень жніўня верасень \
    верасня кастрычнік кастрычніка лістапад лістапада снежань снежня januar februar märz mai juni \
    juli oktober dezember";
/// Other words that may stand in a date, a time or an amount of money.
const PARTS: [&str; 49] = [
    "am",
    "pm",
    "utc",
    "gmt",
    "mon",
    "monday",
    "tue",
    "tuesday",
    "wed",
    "wednesday",
    "thu",
    "thursday",
    "fri",
    "friday",
    "sat",
    "saturday",
    "sun",
    "sunday",
    "пн",
    "понедельник",
    "вт",
    "вторник",
    "ср",
    "среда",
    "чт",
    "четверг",
    "пт",
    "пятница",
    "сб",
    "суббота",
    "вс",
    "воскресенье",
    "год",
    "года",
    "руб",
    "коп",
    "тг",
    "rub",
    "rur",
    "byn",
    "br",
    "kzt",
    "uah",
    "грн",
    "usd",
    "eur",
    "gbp",
    "cny",
    "kr",
];

/// What stands between the cells of a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Separator {
    /// As English spreadsheets expect it.
    Comma,
    /// As Russian spreadsheets expect it: there a comma parts decimals.
    Semicolon,
}

impl Separator {
    /// The one that a spreadsheet of this language splits rows at when a file is opened by a double
    /// click: where the comma is the decimal sign, that is the semicolon.
    pub fn usual_in(language: Language) -> Self {
        match language {
            Language::English => Self::Comma,
            Language::Russian => Self::Semicolon,
        }
    }

    /// The sign itself, in ASCII.
    pub fn byte(self) -> u8 {
        match self {
            Self::Comma => b',',
            Self::Semicolon => b';',
        }
    }
}

/// A cell of words: what a spreadsheet would run as a formula, also after blanks and in full-width
/// letters, gets a leading apostrophe; everything else stays as it is.
pub fn protect(cell: &str) -> Cow<'_, str> {
    if is_formula(cell) { apostrophised(cell) } else { Cow::Borrowed(cell) }
}

/// A cell that identifies something: a customer, a BIN, the last digits of a card. What a
/// spreadsheet would take for anything but this text gets a leading apostrophe. Numbers that
/// survive, and texts that are no number to anybody, stay bare.
pub fn protect_id(cell: &str) -> Cow<'_, str> {
    let bare = cell.trim_start_matches('\'');
    let stays = if bare == cell { is_kept(cell) } else { !has_reason(bare) };
    if stays { Cow::Borrowed(cell) } else { apostrophised(cell) }
}

/// What was in the cell before [`protect_id`], or before somebody else wrapped it as `="0012345"`.
/// An apostrophe that nobody had a reason to put is part of the text and stays.
pub fn unprotect(cell: &str) -> &str {
    if let Some(rest) = cell.strip_prefix('\'') {
        return if has_reason(rest.trim_start_matches('\'')) { rest } else { cell };
    }
    let wrapped = cell.strip_prefix("=\"").and_then(|rest| rest.strip_suffix('"'));
    wrapped.filter(|text| !text.contains('"')).unwrap_or(cell)
}

/// Whether somebody had a reason to put an apostrophe before `text`; people do so before any digits.
fn has_reason(text: &str) -> bool {
    let digits = !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    digits || !is_kept(text)
}

fn apostrophised(cell: &str) -> Cow<'_, str> {
    Cow::Owned(format!("'{cell}"))
}

fn is_formula(cell: &str) -> bool {
    let begins = |c: char| matches!(c, '=' | '+' | '-' | '@' | '＝' | '＋' | '－' | '＠');
    cell.starts_with(['\t', '\r', '\n']) || cell.trim_start().starts_with(begins)
}

/// Whether a spreadsheet leaves `cell` alone.
fn is_kept(cell: &str) -> bool {
    if cell.is_empty() {
        return true;
    }
    if is_formula(cell) || cell.trim() != cell || TRUTH.contains(&cell.to_lowercase().as_str()) {
        return false;
    }
    if cell.bytes().all(|byte| byte.is_ascii_digit()) {
        return cell == "0" || (!cell.starts_with('0') && cell.len() <= MOST_BARE_DIGITS);
    }
    // Full-width digits and letters are numbers to a spreadsheet as well.
    let wide = cell.chars().any(|c| matches!(c, '\u{ff01}'..='\u{ffee}'));
    let counts = cell.chars().any(char::is_numeric);
    !wide && (!counts || has_foreign_word(cell))
}

/// Whether a word stands in `cell` that occurs in no number, date, time or amount.
fn has_foreign_word(cell: &str) -> bool {
    let chars: Vec<char> = cell.chars().collect();
    let runs: Vec<&[char]> =
        chars.chunk_by(|one, next| one.is_alphabetic() == next.is_alphabetic()).collect();
    runs.iter().enumerate().any(|(index, run)| {
        let before =
            index.checked_sub(1).and_then(|last| runs.get(last)).and_then(|run| run.last());
        let after = runs.get(index + 1).copied().unwrap_or_default();
        run.first().is_some_and(|c| c.is_alphabetic()) && !is_part(run, before, after)
    })
}

/// Whether `word` may belong to a number, date, time or amount, between what stands beside it.
fn is_part(word: &[char], before: Option<&char>, after: &[char]) -> bool {
    let word: String = word.iter().flat_map(|c| c.to_lowercase()).collect();
    let follows = before.is_some_and(|c| c.is_numeric() || c.is_whitespace() || *c == '.');
    let last = after.iter().all(|c| *c == '.');
    match word.as_str() {
        // Exponents, and the day's end in `2026-01-02T10:30`.
        "e" | "t" => follows && after.first().is_some_and(|c| c.is_numeric() || "+-".contains(*c)),
        // Morning, afternoon, UTC, the year's and the rouble's letter.
        "a" | "p" | "z" | "г" | "р" => follows && last,
        word => {
            let long = word.chars().count() >= 3;
            PARTS.contains(&word)
                || long && MONTHS.split_whitespace().any(|month| month.starts_with(word))
        }
    }
}

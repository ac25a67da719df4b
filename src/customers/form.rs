//! What the form of a cell tells of a number.

use jiff::civil::Date;

use super::doubt::Doubt;
use super::kinds;
use super::meaning::is_known;
use super::number::{DIGITS_KEPT, all_digits};

/// Months as spreadsheets shorten them, in English and Russian.
const MONTHS: [&str; 24] = [
    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec", "янв",
    "фев", "мар", "апр", "май", "июн", "июл", "авг", "сен", "окт", "ноя", "дек",
];

/// Signs that stand in texts, amounts and lists, and in no customer's number.
const SIGNS: &[char] = &[
    '%',
    '€',
    '$',
    '₽',
    '£',
    '*',
    '•',
    '~',
    '^',
    '!',
    '?',
    '&',
    '[',
    ']',
    '{',
    '}',
    '|',
    '`',
    '“',
    '”',
    '„',
    '«',
    '»',
    '‘',
    '’',
    '‚',
    '‹',
    '›',
    '″',
    '′',
    '−',
    '–',
    '—',
    '‐',
    '‑',
    '±',
    '×',
    char::REPLACEMENT_CHARACTER,
];
/// What stands for a value that a formula could not give.
const ERRORS: [&str; 10] =
    ["err:", "err :", "error", "ошибка", "ош:", "fehler:", "błąd:", "hata:", "помилка", "памылка"];

/// What the form of a cell tells, by itself.
pub(super) fn of_cell(cell: &str) -> Option<Doubt> {
    if is_failed(cell) {
        return Some(Doubt::Failed);
    }
    if cell.chars().any(|c| c.is_numeric() && !c.is_ascii()) {
        return Some(Doubt::Script);
    }
    of_form(cell)
        .or_else(|| kinds::of_cell(cell))
        .or_else(|| (are_several(cell) || has_sum(cell)).then_some(Doubt::Several))
        .or_else(|| of_signs(cell))
        .or_else(|| of_words(cell))
}

/// `Err:502`: what a spreadsheet shows where a formula failed.
fn is_failed(cell: &str) -> bool {
    let lower = cell.to_lowercase();
    ERRORS.iter().any(|error| lower.starts_with(error))
}

/// `#SPILL!`, `#NAME?`, `#N/A`: what a cell shows whose formula failed.
pub(super) fn shows_error(cell: &str) -> bool {
    const WORDS: [&str; 4] = ["#n/a", "#н/д", "#getting_data", "#нд"];
    let fits = |c: char| c.is_alphanumeric() || matches!(c, '/' | '_' | '-');
    let name = cell.strip_prefix('#').and_then(|rest| rest.strip_suffix(['!', '?']));
    name.is_some_and(|name| !name.is_empty() && name.chars().all(fits))
        || WORDS.contains(&cell.to_lowercase().as_str())
}

/// Whether a number may have stood where something else does: `########`, `#SPILL!`, `1,23457E+15`.
pub(super) fn is_spoiled(cell: &str) -> bool {
    cell.starts_with('#') || is_failed(cell) || of_form(cell).is_some()
}

fn of_signs(cell: &str) -> Option<Doubt> {
    let number = cell.trim_start_matches('-').trim_end_matches('-');
    let is_signed = number != cell && number.starts_with(|c: char| c.is_ascii_digit());
    if cell.contains('№') {
        return Some(Doubt::Label);
    }
    // `:61:…` and `...1111` are parts of records and of masked numbers.
    let is_led = cell.starts_with([':', '.', ',', '~']);
    (cell.contains(SIGNS) || is_signed || is_led).then_some(Doubt::Sign)
}

/// Words beside a number: `ID: 1002`, `- 1002`, `1002 руб.`, `see line 5`; and digits with a blank
/// among them. A word before a number, such as `AB 12`, may be its own.
fn of_words(cell: &str) -> Option<Doubt> {
    let parts: Vec<&str> = cell.split([' ', '\t', '\u{a0}', ',', ';']).collect();
    let parts: Vec<&str> = parts.into_iter().filter(|part| !part.is_empty()).collect();
    let has_digit = |part: &str| part.contains(|c: char| c.is_ascii_digit());
    let is_word =
        |part: &str| !has_digit(part) && part.chars().filter(|c| c.is_alphabetic()).count() > 1;
    let words = parts.iter().filter(|part| is_word(part)).count();
    let first = parts.iter().position(|part| has_digit(part));
    let Some(first) = first else { return (words > 1).then_some(Doubt::Word) };
    let label = cell.split_once(':').map(|(label, _)| label).filter(|label| !has_digit(label));
    let is_label = |label: &str| is_known(label) || cell.contains(": ") || cell.ends_with(':');
    let is_bullet = parts.len() > 1 && parts[0].chars().all(|c| !c.is_alphanumeric());
    if label.is_some_and(is_label) || is_bullet {
        return Some(Doubt::Label);
    }
    if words > 1 || parts[first + 1..].iter().any(|part| is_word(part)) {
        return Some(Doubt::Word);
    }
    if parts[..first].iter().any(|part| is_known(part)) {
        return Some(Doubt::Label);
    }
    let ends =
        |part: &str| part.trim_end_matches(['.', ',']).ends_with(|c: char| c.is_ascii_digit());
    let begins = |part: &str| part.starts_with(|c: char| c.is_ascii_digit());
    let blanks = cell.split_whitespace().collect::<Vec<_>>();
    let is_parted = blanks.windows(2).any(|two| ends(two[0]) && begins(two[1]));
    is_parted.then_some(Doubt::Blank)
}

/// What a spreadsheet has made of a number.
pub(super) fn of_form(cell: &str) -> Option<Doubt> {
    if is_exponent(cell) {
        return Some(Doubt::Exponent);
    }
    if is_date(cell) || is_time(cell) {
        return Some(Doubt::Date);
    }
    if is_grouped(cell) {
        return Some(Doubt::Grouped);
    }
    if has_empty_decimals(cell) || is_amount(cell) {
        return Some(Doubt::Decimals);
    }
    let lost = cell.chars().skip(DIGITS_KEPT);
    let is_lost =
        all_digits(cell) && lost.clone().next().is_some() && lost.clone().all(|c| c == '0');
    is_lost.then_some(Doubt::Digits)
}

/// `1,23457E+15`, `1.2E15`, `5E+3`. Without point and sign it may be a code, such as `12E3`.
fn is_exponent(cell: &str) -> bool {
    let Some((number, exponent)) = cell.split_once(['E', 'e', 'Е', 'е']) else { return false };
    let signed = exponent.starts_with(['+', '-']);
    let digits = all_digits(exponent.trim_start_matches(['+', '-']));
    let number = number.trim_start_matches('-');
    let whole = number.split([',', '.']).all(all_digits);
    let has_point = number.contains([',', '.']);
    digits && whole && number.split([',', '.']).count() <= 2 && (signed || has_point)
}

/// `1002,00`, `1 002.0`, `1002,`.
fn has_empty_decimals(cell: &str) -> bool {
    let Some((whole, decimals)) = cell.rsplit_once([',', '.']) else { return false };
    let zeros = decimals.bytes().all(|byte| byte == b'0') && decimals.len() <= 4;
    let whole: String = whole.chars().filter(|c| !is_gap(*c) && !matches!(c, ',' | '.')).collect();
    zeros && all_digits(&whole)
}

/// Blanks by which spreadsheets set thousands apart.
fn is_gap(c: char) -> bool {
    c.is_whitespace() || c == '’'
}

/// `1 004`, `12 345 678`, `1,004`, `1.004.000`: thousands set apart by one sign; decimals may follow
/// another one.
fn is_grouped(cell: &str) -> bool {
    let Some(gap) = cell.chars().find(|c| is_gap(*c) || matches!(c, ',' | '.')) else {
        return false;
    };
    let decimals = if gap == ',' { '.' } else { ',' };
    let (whole, rest) = match cell.rsplit_once(decimals) {
        Some((whole, rest)) => (whole, Some(rest)),
        None => (cell, None),
    };
    let mut groups = whole.split(gap);
    let head = groups.next().unwrap_or_default();
    let groups: Vec<&str> = groups.collect();
    let has_head = all_digits(head) && head.len() <= 3 && !head.starts_with('0');
    let fits = |group: &&str| group.len() == 3 && all_digits(group);
    has_head && !groups.is_empty() && groups.iter().all(fits) && rest.is_none_or(all_digits)
}

/// A day of a month, with or without year and time, as spreadsheets show it.
pub(super) fn is_date(cell: &str) -> bool {
    let day = cell.split([' ', 'T']).next().unwrap_or_default();
    let parts: Vec<&str> = day.split(['.', '-', '/']).filter(|part| !part.is_empty()).collect();
    let number = |part: &str| all_digits(part).then(|| part.parse::<u32>().ok()).flatten();
    let numbers: Vec<Option<u32>> = parts.iter().map(|part| number(part)).collect();
    let of = |value: u32, most: u32| (1..=most).contains(&value);
    match numbers[..] {
        [Some(a), Some(b), Some(c)] => {
            let long = |part: &str| part.len() == 4;
            let short = |place: usize| parts[place].len() <= 2;
            let ends = (long(parts[2]) || parts[2].len() == 2) && short(0) && short(1);
            let begins = long(parts[0]) && short(1) && short(2);
            ends && (of(a, 31) && of(b, 12) || of(a, 12) && of(b, 31))
                || begins && (1900..2200).contains(&a) && of(b, 12) && of(c, 31)
        }
        // Of a month: `11.2026`, `2026-11`.
        [Some(a), Some(b)] => {
            let year = |value, part: &str| part.len() == 4 && (1900..2200).contains(&value);
            let month = |value, part: &str| part.len() == 2 && of(value, 12);
            month(a, parts[0]) && year(b, parts[1]) || year(a, parts[0]) && month(b, parts[1])
        }
        [_, _] | [_, _, _] => {
            let is_month = |part: &&str| {
                let lower = part.to_lowercase();
                MONTHS.iter().any(|month| lower.starts_with(month)) && lower.chars().count() <= 8
            };
            let others = numbers.iter().flatten().count();
            parts.iter().filter(|part| is_month(part)).count() == 1 && others + 1 == parts.len()
        }
        _ => false,
    }
}

/// `10:30`, `10:30:00`.
pub(super) fn is_time(cell: &str) -> bool {
    let parts: Vec<&str> = cell.split(':').collect();
    let fits = |(place, part): (usize, &&str)| {
        all_digits(part) && if place == 0 { part.len() <= 3 } else { part.len() == 2 }
    };
    (2..=3).contains(&parts.len()) && parts.iter().enumerate().all(fits)
}

/// `10021:100,50`, `10021=5`: a number and a sum or another number that belongs to it.
fn has_sum(cell: &str) -> bool {
    let two = |sign: char| cell.split_once(sign).map(|(from, to)| (from.trim(), to.trim()));
    let is_sum =
        |(number, sum): (&str, &str)| all_digits(number) && sum.contains(',') && is_amount(sum);
    let is_pair = |(number, other): (&str, &str)| all_digits(number) && all_digits(other);
    [':', '=', '/', '-', '_'].into_iter().filter_map(two).any(is_sum)
        || two('=').is_some_and(is_pair)
}

/// `10021,10022`, `10021_10022`: plain numbers that are parted.
fn are_several(cell: &str) -> bool {
    let is_several = |sign: char| {
        let parts: Vec<&str> = cell.split(sign).map(str::trim).collect();
        let lengths = || parts.iter().map(|part| part.len());
        let (fewest, most) =
            (lengths().min().unwrap_or_default(), lengths().max().unwrap_or_default());
        // `3.1415` is one number, `1001_2` a code.
        let is_plain = sign == ';' || fewest > 2 || sign == ',' && parts.len() > 2;
        let are_alike = matches!(sign, ',' | ';') || most - fewest < 2;
        parts.len() > 1 && parts.iter().all(|part| all_digits(part)) && is_plain && are_alike
    };
    [',', ';', ':', '_', '.'].into_iter().any(is_several)
}

/// `20261128`, `28112026`, `20261128100000`: a day, with or without its time, in digits alone.
pub(super) fn is_packed_date(cell: &str) -> bool {
    let joined = cell.split_once('T').filter(|(day, _)| day.len() == 8);
    let joined = joined.map(|(day, time)| format!("{day}{}", time.trim_end_matches('Z')));
    let cell = joined.as_deref().unwrap_or(cell);
    let part = |from: usize, to: usize| -> i16 {
        cell.get(from..to).and_then(|part| part.parse().ok()).unwrap_or(i16::MAX)
    };
    let is_day = |year: i16, month: i16, day: i16| {
        let of_month = || Some((i8::try_from(month).ok()?, i8::try_from(day).ok()?));
        let date = || of_month().and_then(|(month, day)| Date::new(year, month, day).ok());
        (1900..2100).contains(&year) && date().is_some()
    };
    let by_year = || is_day(part(0, 4), part(4, 6), part(6, 8));
    let by_day = || is_day(part(4, 8), part(2, 4), part(0, 2));
    let is_day = || by_year() || by_day();
    let is_minute = || part(8, 10) < 24 && part(10, 12) < 60;
    all_digits(cell)
        && match cell.len() {
            8 => is_day(),
            12 => by_year() && is_minute(),
            14 => is_day() && is_minute() && part(12, 14) < 60,
            _ => false,
        }
}

/// `12,50`, `1 002.75`: with hundredths.
pub(super) fn is_amount(cell: &str) -> bool {
    let Some((whole, hundredths)) = cell.rsplit_once([',', '.']) else { return false };
    let digits = |text: &str| !text.is_empty() && text.chars().all(|c| c.is_ascii_digit());
    let whole: String = whole.chars().filter(|c| !c.is_whitespace()).collect();
    digits(whole.trim_start_matches('-')) && digits(hundredths) && hundredths.len() < 3
}

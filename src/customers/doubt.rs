//! Numbers that a spreadsheet has changed, as far as they show it.

/// Why a number may not be the one that was meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Doubt {
    /// `1,23457E+15`: the last digits are lost.
    Exponent,
    /// `1002,00`: a number with decimals.
    Decimals,
    /// `1 004` or `1.004`: thousands set apart.
    Grouped,
    /// `01.02.2026`, `янв.26`, `10:30:00`: made a date or a time.
    Date,
    /// More than 15 digits, and only zeros after those: the others are lost.
    Digits,
    /// Shorter than its neighbours, which begin with zeros.
    Zeros,
    /// A word among numbers.
    Word,
    /// Its row is hidden in the workbook: filtered out, or by hand.
    Hidden,
    /// Its number format shows something else than the number that the cell holds.
    Format,
}

/// Digits that a spreadsheet keeps of a number.
const DIGITS_KEPT: usize = 15;
/// Months as spreadsheets shorten them, in English and Russian.
const MONTHS: [&str; 24] = [
    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec", "янв",
    "фев", "мар", "апр", "май", "июн", "июл", "авг", "сен", "окт", "ноя", "дек",
];

/// What the form of a cell tells.
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
    if has_empty_decimals(cell) {
        return Some(Doubt::Decimals);
    }
    let lost = cell.chars().skip(DIGITS_KEPT);
    let is_lost =
        all_digits(cell) && lost.clone().next().is_some() && lost.clone().all(|c| c == '0');
    is_lost.then_some(Doubt::Digits)
}

fn all_digits(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
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

/// What the neighbours tell: those of a column, the doubtful by their form left out.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Neighbours {
    /// Digits of those that begin with a zero, where all have as many.
    zeros: Option<usize>,
    /// Whether all but a few have a digit.
    digits: bool,
}

/// Numbers beside which a word is odd.
const MANY: usize = 3;

impl Neighbours {
    pub(super) fn of<'a>(cells: impl Iterator<Item = &'a str>) -> Self {
        let (mut with, mut without) = (0_usize, 0_usize);
        let mut lengths = Vec::new();
        for cell in cells.filter(|cell| !cell.is_empty()) {
            match cell.contains(|c: char| c.is_ascii_digit()) {
                true => with += 1,
                false => without += 1,
            }
            if all_digits(cell) && cell.len() > 1 && cell.starts_with('0') {
                lengths.push(cell.len());
            }
        }
        let first = lengths.first().copied();
        let zeros = first.filter(|first| lengths.iter().all(|length| length == first));
        Self { zeros, digits: with >= MANY && with >= 4 * without }
    }

    /// What a cell among them tells.
    pub(super) fn doubt(self, cell: &str) -> Option<Doubt> {
        if let Some(doubt) = of_form(cell) {
            return Some(doubt);
        }
        if self.digits && !cell.contains(|c: char| c.is_ascii_digit()) {
            return Some(Doubt::Word);
        }
        let short = self.zeros.is_some_and(|zeros| cell.len() < zeros);
        (short && all_digits(cell) && !cell.starts_with('0')).then_some(Doubt::Zeros)
    }
}

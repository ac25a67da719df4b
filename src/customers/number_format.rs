//! Number formats as Excel writes them, as far as they show a number with all its digits.

/// A section of a format: `[>1000]0-000`.
#[derive(Default)]
struct Section {
    condition: Option<Condition>,
    signs: Vec<Sign>,
    /// Dates, parts of a hundred, powers, fractions: what is shown is not the number.
    is_odd: bool,
}

struct Condition {
    sign: String,
    limit: f64,
}

#[derive(Clone, Copy, PartialEq)]
enum Sign {
    /// `0`, and `General`: a digit, or zero.
    Zero,
    /// `#`: a digit, or nothing.
    Digit,
    /// `?`: a digit, or a blank.
    Blank,
    Text(char),
    Point,
    Comma,
    /// `@`: the text of a cell.
    Cell,
}

impl Sign {
    fn is_digit(self) -> bool {
        matches!(self, Self::Zero | Self::Digit | Self::Blank)
    }
}

/// What a format shows of a number, given as its digits, a sign before and decimals behind; `None`
/// where that is another number, or none. Thousands set apart and decimals are left as they are in
/// the number.
pub(super) fn in_format(number: &str, format: &str) -> Option<String> {
    let value: f64 = number.parse().ok()?;
    let mut sections = sections(format);
    if sections.iter().all(|section| section.signs.is_empty()) && !format.contains(';') {
        return Some(number.to_owned());
    }
    // The last one may be about text alone.
    let is_about_text = |section: &Section| {
        section.signs.contains(&Sign::Cell) && !section.signs.iter().any(|sign| sign.is_digit())
    };
    if sections.len() > 1 && sections.last().is_some_and(is_about_text) {
        sections.pop();
    }
    let (section, is_signed) = chosen(&sections, value)?;
    let digits = if is_signed { number.trim_start_matches('-') } else { number };
    let minus = if digits == number { "" } else { "-" };
    match section.signs.as_slice() {
        _ if section.is_odd => None,
        [Sign::Cell] => Some(number.to_owned()),
        signs => Some(format!("{minus}{}", filled(signs, digits.trim_start_matches('-'))?)),
    }
}

/// Whether a format shows a text as it stands.
pub(super) fn shows_text(format: &str) -> bool {
    let sections = sections(format);
    let has_cell = |section: &&Section| section.signs.contains(&Sign::Cell);
    let about_text = match sections.len() {
        4.. => sections.get(3),
        _ => sections.iter().rfind(has_cell),
    };
    about_text.is_none_or(|section| {
        let words = |sign: &&Sign| !matches!(sign, Sign::Text(c) if c.is_whitespace());
        section.signs.iter().filter(words).eq([&Sign::Cell])
    })
}

/// The section for a number, and whether a sign stands before what it shows.
fn chosen(sections: &[Section], value: f64) -> Option<(&Section, bool)> {
    if sections.iter().all(|section| section.condition.is_none()) {
        let place = match sections.len() {
            0 | 1 => 0,
            2 => usize::from(value < 0.0),
            _ if value < 0.0 => 1,
            _ => {
                if value == 0.0 {
                    2
                } else {
                    0
                }
            }
        };
        return sections.get(place).map(|section| (section, place == 0));
    }
    // What becomes of a sign there is told nowhere.
    if value < 0.0 {
        return None;
    }
    let holds = |section: &&Section| match &section.condition {
        None => true,
        Some(Condition { sign, limit }) => match sign.as_str() {
            "<" => value < *limit,
            "<=" => value <= *limit,
            ">" => value > *limit,
            ">=" => value >= *limit,
            "=" => value == *limit,
            "<>" => value != *limit,
            _ => false,
        },
    };
    let is_plain = sections.first().is_some_and(|section| section.condition.is_some());
    sections.iter().find(holds).filter(|_| is_plain).map(|section| (section, false))
}

/// Puts digits into the signs of a section.
fn filled(signs: &[Sign], number: &str) -> Option<String> {
    let (digits, decimals) = number.split_once('.').unwrap_or((number, ""));
    if !digits.bytes().chain(decimals.bytes()).all(|byte| byte.is_ascii_digit()) {
        // With a power: told as such.
        return Some(number.to_owned());
    }
    let point = signs.iter().position(|sign| *sign == Sign::Point);
    let (whole, behind) = signs.split_at(point.unwrap_or(signs.len()));
    let last = whole.iter().rposition(|sign| sign.is_digit())?;
    let first = whole.iter().position(|sign| sign.is_digit())?;
    let comma = |signs: &[Sign]| signs.contains(&Sign::Comma);
    // Behind the digits it leaves out thousands.
    if comma(&whole[..first]) || comma(&whole[last..]) || comma(behind) {
        return None;
    }
    let places = behind.iter().filter(|sign| sign.is_digit()).count();
    if decimals.len() > places && !is_general(signs) {
        return None;
    }
    let zeros = whole.iter().filter(|sign| **sign == Sign::Zero).count();
    // Programs disagree about `0###`.
    let led = whole.iter().skip_while(|sign| **sign != Sign::Zero);
    let is_odd = led.clone().any(|sign| matches!(sign, Sign::Digit | Sign::Blank));
    if is_odd && digits.len() < led.filter(|sign| sign.is_digit()).count() {
        return None;
    }
    let shows_zero = zeros > 0 || digits != "0" || !decimals.is_empty();
    let is_word = |sign: &Sign| matches!(sign, Sign::Text(c) if !c.is_whitespace());
    let has_words = signs.iter().any(is_word);
    let is_amount = comma(whole) || point.is_some() || !decimals.is_empty();
    if is_amount || !has_words && zeros < 2 {
        let is_kept = shows_zero && zeros <= digits.len() && !(is_amount && has_words);
        return is_kept.then(|| number.to_owned());
    }
    shows_zero.then(|| with_signs(whole, digits, first))
}

/// Whether the signs are those of `General`, which shows what there is.
fn is_general(signs: &[Sign]) -> bool {
    signs.first() == Some(&Sign::Zero) && signs.len() == 1
}

fn with_signs(signs: &[Sign], digits: &str, first: usize) -> String {
    let mut rest: Vec<char> = digits.chars().collect();
    let mut shown = Vec::new();
    for (place, sign) in signs.iter().enumerate().rev() {
        match sign {
            Sign::Text(c) => shown.push(*c),
            Sign::Zero => shown.push(rest.pop().unwrap_or('0')),
            Sign::Blank => shown.push(rest.pop().unwrap_or(' ')),
            Sign::Digit => shown.extend(rest.pop()),
            Sign::Point | Sign::Comma | Sign::Cell => {}
        }
        if place == first {
            // What has no place of its own stands before the first one.
            shown.extend(rest.drain(..).rev());
        }
    }
    shown.iter().rev().collect()
}

/// The sections of a format.
fn sections(format: &str) -> Vec<Section> {
    let mut sections = vec![Section::default()];
    let mut rest = format;
    while let Some(c) = rest.chars().next() {
        let words = ["general", "standard", "основной"];
        let named = words.iter().find(|word| begins_with(rest, word));
        let mut chars = rest.chars();
        match named {
            Some(word) => chars = skipped(chars, word.chars().count()),
            None => drop(chars.next()),
        }
        if c == ';' {
            sections.push(Section::default());
            rest = chars.as_str();
            continue;
        }
        let Some(section) = sections.last_mut() else { break };
        match c {
            _ if named.is_some() => section.signs.push(Sign::Zero),
            '0' => section.signs.push(Sign::Zero),
            '#' => section.signs.push(Sign::Digit),
            '?' => section.signs.push(Sign::Blank),
            '.' => section.signs.push(Sign::Point),
            ',' => section.signs.push(Sign::Comma),
            '@' => section.signs.push(Sign::Cell),
            '"' => {
                let text = chars.by_ref().take_while(|c| *c != '"');
                section.signs.extend(text.map(Sign::Text));
            }
            '\\' => section.signs.extend(chars.next().map(Sign::Text)),
            // Room as wide as the next sign; the next sign repeated.
            '_' | '*' => drop(chars.next()),
            '[' => {
                let said: String = chars.by_ref().take_while(|c| *c != ']').collect();
                section.take_said(&said);
            }
            '%' | '/' => section.is_odd = true,
            c if c.is_alphabetic() => section.is_odd = true,
            c => section.signs.push(Sign::Text(c)),
        }
        rest = chars.as_str();
    }
    sections
}

fn begins_with(text: &str, word: &str) -> bool {
    let mut chars = text.chars().flat_map(char::to_lowercase);
    word.chars().all(|c| chars.next() == Some(c))
}

fn skipped(mut chars: std::str::Chars<'_>, count: usize) -> std::str::Chars<'_> {
    for _ in 0..count {
        chars.next();
    }
    chars
}

impl Section {
    /// What stands in brackets: a colour, a condition, a currency and a language, hours that go on
    /// beyond a day.
    fn take_said(&mut self, said: &str) {
        if let Some(currency) = said.strip_prefix('$') {
            let (sign, language) = currency.split_once('-').unwrap_or((currency, ""));
            self.signs.extend(sign.chars().map(Sign::Text));
            // More than a language: digits of another script, another calendar.
            self.is_odd |= u32::from_str_radix(language, 16).is_ok_and(|code| code > 0xffff);
            return;
        }
        if said.starts_with(['<', '>', '=']) {
            let limit = said.trim_start_matches(['<', '>', '=']);
            let sign = said.strip_suffix(limit).unwrap_or_default().to_owned();
            match limit.trim().parse() {
                Ok(limit) => self.condition = Some(Condition { sign, limit }),
                Err(_) => self.is_odd = true,
            }
            return;
        }
        let lower = said.to_lowercase();
        let is_time = !lower.is_empty() && lower.chars().all(|c| matches!(c, 'h' | 'm' | 's'));
        self.is_odd |= is_time || lower.starts_with("dbnum") || lower.starts_with("natnum");
    }
}

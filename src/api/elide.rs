//! Keeps secrets out of what is shown of an answer.

use std::ops::Range;

use crate::domain::{self, Token, without_credentials};

/// Characters of an excerpt shown to people.
const EXCERPT_CHARS: usize = 300;
/// Characters kept of the gateway's words.
const WORDS_CHARS: usize = 2000;
/// Looked at past a cut, since a secret may lie across it: more than the longest one takes in its
/// longest escape.
const MARGIN_CHARS: usize = 1000;
/// Fewest digits of a card number (ISO/IEC 7812: 12 to 19).
const PAN_DIGITS: usize = 12;
const BIN_DIGITS: usize = 6;
const LAST_DIGITS: usize = 4;
/// Characters shown of either end of a token, where it is long enough to keep the rest.
const TOKEN_END: usize = 4;
const TOKEN_MIN: usize = 16;
/// A password that a body breaks off in counts from this length on.
const BROKEN_OFF: usize = 3;

/// What must not be shown of the answer to a request: the password and the token sent with it, and
/// besides every other token and all but BIN and last four of card numbers.
#[derive(Clone, Copy)]
pub(super) struct Secrets<'a> {
    pub(super) password: &'a str,
    pub(super) token: Option<&'a Token>,
}

impl Secrets<'_> {
    /// A field of the answer: elided, on one line, and no longer than `most` characters.
    pub(super) fn field(&self, text: &str, most: usize) -> String {
        domain::on_one_line(&self.elide(text), most)
    }

    /// The whole text, elided.
    pub(super) fn elide(&self, text: &str) -> String {
        let text = without_credentials(text);
        self.cut(&chars(&text), &chars(self.password), usize::MAX)
    }

    /// The gateway's words, elided, on one line; the start of them where they are very long.
    pub(super) fn words(&self, text: &str) -> String {
        let text = without_credentials(text);
        let head: Vec<char> = text.chars().take(WORDS_CHARS + MARGIN_CHARS).collect();
        domain::on_one_line(&self.cut(&head, &chars(self.password), WORDS_CHARS), usize::MAX)
    }

    /// The start of a body on one line, elided.
    pub(super) fn excerpt(&self, text: &str) -> String {
        let text = without_credentials(text);
        let mut head: Vec<char> = in_one_row(&text).take(EXCERPT_CHARS + MARGIN_CHARS).collect();
        let password: Vec<char> = in_one_row(self.password).collect();
        // A body may end in the middle of what it echoes.
        if let Some(end) = (0..head.len()).find_map(|at| self.broken_off(&head, at, &password)) {
            head.truncate(end);
            head.push('…');
        }
        self.cut(&head, &password, EXCERPT_CHARS).chars().map(domain::harmless).collect()
    }

    /// Where to end a text that breaks off within a secret that begins at `at`.
    fn broken_off(&self, text: &[char], at: usize, password: &[char]) -> Option<usize> {
        let sent = chars(self.token.map(Token::expose).unwrap_or_default());
        if breaks_off_in(text, at, password) {
            return Some(at);
        }
        let in_token = breaks_off_in(text, at, &sent) || breaks_off_in_uuid(&text[at..]);
        (in_token && text.len() - at > TOKEN_END).then_some(at + TOKEN_END)
    }

    /// Elided before it is cut: half a secret is one too.
    fn cut(&self, text: &[char], password: &[char], most: usize) -> String {
        let mut hidden = vec![false; text.len()];
        let mut in_token = vec![false; text.len()];
        let sent = chars(self.token.map(Token::expose).unwrap_or_default());
        for at in 0..text.len() {
            if let Some(end) = end_of(text, at, password) {
                hidden[at..end].fill(true);
            }
            let tokens = [
                end_of(text, at, &sent).map(|end| at..end),
                end_of_uuid(text, at).map(|end| at..end),
                value_of_token(text, at),
            ];
            for token in tokens.into_iter().flatten() {
                in_token[token.clone()].fill(true);
                hidden[middle(token)].fill(true);
            }
        }
        hide_numbers(text, &in_token, &mut hidden);
        shown(text, &hidden, most)
    }
}

fn chars(text: &str) -> Vec<char> {
    text.chars().collect()
}

/// Every UUID of a text, in order.
pub(super) fn tokens(text: &str) -> Vec<Token> {
    let chars: Vec<char> = text.chars().collect();
    let mut found = Vec::new();
    let mut at = 0;
    while at < chars.len() {
        match end_of_uuid(&chars, at) {
            Some(end) => {
                found.extend(Token::parse(&String::from_iter(&chars[at..end])));
                at = end;
            }
            None => at += 1,
        }
    }
    found
}

/// Runs of blanks, line ends and control characters as one blank; none at the start.
fn in_one_row(text: &str) -> impl Iterator<Item = char> {
    let is_blank = |c: char| c.is_whitespace() || c.is_control() || c == '\u{feff}';
    let mut after_blank = true;
    text.trim_end_matches(is_blank).chars().filter_map(move |c| {
        let blank = is_blank(c);
        let doubled = blank && after_blank;
        after_blank = blank;
        (!doubled).then_some(if blank { ' ' } else { c })
    })
}

/// Characters with each hidden run as `…`; those after the first `most` as one too.
fn shown(text: &[char], hidden: &[bool], most: usize) -> String {
    let mut out = String::new();
    for (c, hide) in text.iter().zip(hidden).take(most) {
        if !hide {
            out.push(*c);
        } else if !out.ends_with('…') {
            out.push('…');
        }
    }
    if text.len() > most && !out.ends_with('…') {
        out.push('…');
    }
    out
}

/// What to hide of a token: all of a short one.
fn middle(place: Range<usize>) -> Range<usize> {
    if place.len() < TOKEN_MIN {
        return place;
    }
    place.start + TOKEN_END..place.end - TOKEN_END
}

/// Where `secret` ends if the text goes on with it at `at`: as it is or in the escapes of URLs, JSON
/// or HTML, each character by itself, and in either case.
fn end_of(text: &[char], at: usize, secret: &[char]) -> Option<usize> {
    // `%25` may be three characters or an escaped one, so both ways are followed.
    let after =
        |at, c: char| [plain_end(text, at, c), escaped_end(text, at, c)].into_iter().flatten();
    let (first, rest) = secret.split_first()?;
    let mut ends: Vec<usize> = after(at, *first).collect();
    for c in rest {
        ends = ends.iter().flat_map(|end| after(*end, *c)).collect();
        ends.dedup();
    }
    ends.into_iter().max()
}

/// Whether the text breaks off within `secret`, which begins at `from`.
fn breaks_off_in(text: &[char], from: usize, secret: &[char]) -> bool {
    let known = text.len().checked_sub(from).and_then(|length| secret.get(..length));
    known.is_some_and(|known| {
        known.len() >= BROKEN_OFF && end_of(text, from, known) == Some(text.len())
    })
}

/// Whether all that is left of a text is the start of a UUID, its first hyphen included.
fn breaks_off_in_uuid(rest: &[char]) -> bool {
    let hyphens = [8, 13, 18, 23];
    (hyphens[0] + 1..Token::CHARS).contains(&rest.len())
        && rest.iter().enumerate().all(|(at, c)| match hyphens.contains(&at) {
            true => *c == '-',
            false => c.is_ascii_hexdigit(),
        })
}

fn plain_end(text: &[char], at: usize, c: char) -> Option<usize> {
    let found = *text.get(at)?;
    let same = match found.is_ascii() && c.is_ascii() {
        true => found.eq_ignore_ascii_case(&c),
        false => found.to_lowercase().eq(c.to_lowercase()),
    };
    same.then_some(at + 1)
}

fn escaped_end(text: &[char], at: usize, c: char) -> Option<usize> {
    // Cheap, and rules out nearly everything.
    if !matches!(text.get(at)?, '%' | '\\' | '&' | '+') {
        return None;
    }
    let escapes = escapes(c);
    let escape = escapes.iter().find(|escape| begins(&text[at..], escape))?;
    Some(at + escape.chars().count())
}

/// Whether a text begins with `start`, in either case.
fn begins(text: &[char], start: &str) -> bool {
    let mut chars = text.iter();
    start.chars().all(|s| chars.next().is_some_and(|c| c.eq_ignore_ascii_case(&s)))
}

fn escapes(c: char) -> Vec<String> {
    let (mut utf8, mut utf16) = ([0; 4], [0; 2]);
    let in_url = c.encode_utf8(&mut utf8).bytes().map(|byte| format!("%{byte:02X}")).collect();
    let in_json = c.encode_utf16(&mut utf16).iter().map(|unit| format!("\\u{unit:04X}")).collect();
    let number = u32::from(c);
    let mut all =
        vec![in_url, in_json, format!("\\{c}"), format!("&#{number};"), format!("&#x{number:X};")];
    match c {
        ' ' => all.push("+".to_owned()),
        '&' => all.push("&amp;".to_owned()),
        _ => {}
    }
    all
}

fn end_of_uuid(text: &[char], at: usize) -> Option<usize> {
    let end = at + Token::CHARS;
    let place = text.get(at..end)?;
    // Cheap, and rules out nearly everything.
    if place[8] != '-' || place[13] != '-' {
        return None;
    }
    Token::parse(&String::from_iter(place)).ok().map(|_| end)
}

/// The value of a `"token":` or `token=` that stands at `at`, where it looks like one: the
/// gateway's tokens are UUIDs, but nothing promises it.
fn value_of_token(text: &[char], at: usize) -> Option<Range<usize>> {
    const NAME: &str = "token";
    let after = at + NAME.len();
    if !begins(&text[at..], NAME) {
        return None;
    }
    let gap = |c: &char| matches!(c, '"' | '\'' | '\\' | ':' | '=') || c.is_whitespace();
    let start = after + text[after..].iter().take_while(|c| gap(c)).count();
    if !text[after..start].iter().any(|c| matches!(c, ':' | '=')) {
        return None;
    }
    let inside = |c: &char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | '+' | '.');
    let end = start + text[start..].iter().take_while(|c| inside(c)).count();
    let looks = end - start >= TOKEN_MIN && text[start..end].iter().any(char::is_ascii_digit);
    looks.then_some(start..end)
}

/// Hides all but BIN and last four of every run of digits that could be a card number; the digits
/// of a token belong to none.
fn hide_numbers(text: &[char], in_token: &[bool], hidden: &mut [bool]) {
    let mut run: Vec<usize> = Vec::new();
    let mut at = 0;
    while at < text.len() {
        if text[at].is_numeric() && !in_token[at] {
            run.push(at);
            at += 1;
            continue;
        }
        let ends = run.is_empty() || in_token[at];
        let joint = if ends { 0 } else { joint(&text[at..]) };
        if joint == 0 {
            hide_number(&run, hidden);
            run.clear();
        }
        at += joint.max(1);
    }
    hide_number(&run, hidden);
}

fn hide_number(run: &[usize], hidden: &mut [bool]) {
    if run.len() >= PAN_DIGITS {
        hidden[run[BIN_DIGITS]..run[run.len() - LAST_DIGITS]].fill(true);
    }
}

/// Length of what may part the groups of a card number; 0 where it ends there.
fn joint(text: &[char]) -> usize {
    let escapes = ["%20", "&nbsp;", "\\u00a0"];
    if let Some(escape) = escapes.into_iter().find(|escape| begins(text, escape)) {
        return escape.chars().count();
    }
    let parts = |c: &char| {
        c.is_whitespace() || matches!(c, '-' | '\u{2010}'..='\u{2015}' | '.' | '_' | '+')
    };
    usize::from(text.first().is_some_and(parts))
}

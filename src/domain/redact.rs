//! The one place that keeps secrets out of what is shown, written or copied.
//!
//! A run of 12 or more digits is a card number, whatever script they are in and whatever parts them:
//! blanks, signs, what cannot be seen, escapes, or nothing. More than 19 may hold one beside its date.
//! All but the last four digits go; where a card is meant, its BIN stays, too. Of a UUID, however it
//! is written, and of any token that is known, the ends stay. What lets somebody in to an address goes.
//! Moments, phone numbers, addresses of computers and digests are known by their shape, and stay.

mod known;
mod numbers;
mod sent;
mod tokens;
mod units;

use std::fmt;
use std::ops::{Deref, Range};

use super::address::without_credentials;
use super::said::{harmless, on_one_line, shortened};
use super::secret::Token;

pub use self::known::KnownTokens;

use self::units::{Unit, units};

/// Characters of an excerpt shown to people.
const EXCERPT_CHARS: usize = 300;
/// Characters kept of somebody's words.
const WORDS_CHARS: usize = 2000;
/// Looked at past a cut, since a secret may lie across it: more than the longest one takes in its
/// longest escape.
const MARGIN_CHARS: usize = 1000;
const BIN_DIGITS: usize = 6;
const LAST_DIGITS: usize = 4;
/// Characters shown of either end of a token, where it is long enough to keep the rest.
const TOKEN_END: usize = 4;
const TOKEN_MIN: usize = 16;
/// A shorter text with fewer digits than a card number holds neither that nor a token.
const HARMLESS_CHARS: usize = 22;
const HARMLESS_DIGITS: usize = 11;

/// Text without secrets: made by a [`Redactor`] alone, so that what takes it cannot be given less.
#[derive(Clone, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Redacted(String);

impl Redacted {
    /// On one line, with no more than `most` characters.
    pub fn on_one_line(&self, most: usize) -> Self {
        Self(on_one_line(&self.0, most))
    }

    /// Each line as [`Self::on_one_line`].
    pub fn on_few_lines(&self, most: usize) -> Self {
        let lines: Vec<String> = self.0.lines().map(|line| on_one_line(line, most)).collect();
        Self(lines.join("\n"))
    }

    /// At most `most` characters, the last one `…` where something was cut.
    pub fn shortened(&self, most: usize) -> Self {
        Self(shortened(&self.0, most))
    }

    /// Safe to show, write and copy.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The text, for what takes any.
    pub fn into_string(self) -> String {
        self.0
    }
}

impl Deref for Redacted {
    type Target = str;

    fn deref(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Redacted {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl fmt::Debug for Redacted {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl PartialEq<str> for Redacted {
    fn eq(&self, other: &str) -> bool {
        self.0 == other
    }
}

impl PartialEq<&str> for Redacted {
    fn eq(&self, other: &&str) -> bool {
        self.0 == *other
    }
}

/// What is to be kept secret beside what shows by its shape.
#[derive(Clone, Copy, Default)]
pub struct Redactor<'a> {
    password: &'a str,
    sent: Option<&'a Token>,
    known: Option<&'a KnownTokens>,
}

/// Free text: all but the last four digits of card numbers become stars, and tokens are elided.
pub fn redact(text: &str) -> Redacted {
    Redactor::default().text(text)
}

impl<'a> Redactor<'a> {
    /// Of the answer to a request: the password and the token that were sent with it are hidden in
    /// whatever escapes they come back.
    pub fn of_request(password: &'a str, sent: Option<&'a Token>) -> Self {
        Self { password, sent, known: None }
    }

    /// Elides these tokens, too, be they UUIDs or not.
    pub fn knowing(self, known: &'a KnownTokens) -> Self {
        Self { known: Some(known), ..self }
    }

    /// Free text: all but the last four digits of a card number become stars.
    pub fn text(&self, text: &str) -> Redacted {
        self.whole(text, Style::Stars)
    }

    /// The words of who means cards by such numbers: BIN and last four stay.
    pub fn card_words(&self, text: &str) -> Redacted {
        self.whole(text, Style::Bin)
    }

    /// An address. Identifiers and long numbers belong to it, so UUIDs are elided where they are known
    /// tokens, and numbers starred where they have a card number's check digit.
    pub fn address(&self, text: &str) -> Redacted {
        self.whole(text, Style::Address)
    }

    /// [`Self::card_words`] on one line, with no more than `most` characters.
    pub fn field(&self, text: &str, most: usize) -> Redacted {
        self.card_words(text).on_one_line(most)
    }

    /// [`Self::card_words`] on one line; the start of them where they are very long.
    pub fn words(&self, text: &str) -> Redacted {
        let text = without_credentials(text);
        let head: Vec<char> = text.chars().take(WORDS_CHARS + MARGIN_CHARS).collect();
        let password: Vec<char> = self.password.chars().collect();
        Redacted(self.cut(&head, &password, WORDS_CHARS, Style::Bin)).on_one_line(usize::MAX)
    }

    /// The start of a body on one line.
    pub fn excerpt(&self, text: &str) -> Redacted {
        let text = without_credentials(text);
        let mut head: Vec<char> = in_one_row(&text).take(EXCERPT_CHARS + MARGIN_CHARS).collect();
        let password: Vec<char> = in_one_row(self.password).collect();
        // A body may end in the middle of what it echoes.
        if let Some(end) = (0..head.len()).find_map(|at| self.broken_off(&head, at, &password)) {
            head.truncate(end);
            head.push('…');
        }
        let shown = self.cut(&head, &password, EXCERPT_CHARS, Style::Bin);
        Redacted(shown.chars().map(harmless).collect())
    }

    fn whole(&self, text: &str, style: Style) -> Redacted {
        if self.is_without_secrets(text) {
            return Redacted(text.to_owned());
        }
        let text: Vec<char> = without_credentials(text).chars().collect();
        let password: Vec<char> = self.password.chars().collect();
        Redacted(self.cut(&text, &password, usize::MAX, style))
    }

    /// Cheap, and true of nearly every name.
    fn is_without_secrets(&self, text: &str) -> bool {
        // An escape is never shorter than what it stands for.
        let shortest = [
            (!self.password.is_empty()).then(|| self.password.chars().count()),
            self.sent.map(Token::chars),
            self.known.and_then(KnownTokens::shortest),
        ];
        let shortest = shortest.into_iter().flatten().min().unwrap_or(usize::MAX);
        text.len() < HARMLESS_CHARS.min(shortest)
            && !text.contains(['@', '='])
            && text.chars().filter(|c| c.is_numeric()).count() <= HARMLESS_DIGITS
    }

    /// Where to end a text that breaks off within a secret that begins at `at`.
    fn broken_off(&self, text: &[char], at: usize, password: &[char]) -> Option<usize> {
        let sent: Vec<char> = self.sent.map(Token::expose).unwrap_or_default().chars().collect();
        if sent::breaks_off_in(text, at, password) {
            return Some(at);
        }
        let in_token =
            sent::breaks_off_in(text, at, &sent) || sent::breaks_off_in_uuid(&text[at..]);
        (in_token && text.len() - at > TOKEN_END).then_some(at + TOKEN_END)
    }

    /// Redacted before it is cut: half a secret is one too.
    fn cut(&self, text: &[char], password: &[char], most: usize, style: Style) -> String {
        let units = units(text);
        let mut marks = vec![Mark::Shown; text.len()];
        let mut in_token = vec![false; text.len()];
        for Found { place, is_secret } in self.tokens(text, &units, style) {
            in_token[place.clone()].fill(true);
            if is_secret {
                marks[middle(place)].fill(Mark::Gone);
            }
        }
        for at in 0..text.len() {
            if let Some(end) = sent::end_of(text, at, password) {
                marks[at..end].fill(Mark::Gone);
            }
        }
        let numbers = match style {
            Style::Stars | Style::Bin => numbers::card_numbers(&units, &in_token),
            Style::Address => numbers::card_numbers_of_address(&units, &in_token),
        };
        for number in numbers {
            hide(&units, &number, style, &mut marks);
        }
        shown(text, &marks, most)
    }

    fn tokens(&self, text: &[char], units: &[Unit], style: Style) -> Vec<Found> {
        let is_known = |digits: &str| self.known.is_some_and(|known| known.is_uuid(digits));
        let plain = units::as_written(text, units);
        let uuids = tokens::uuids(units, &plain).into_iter().map(|uuid| Found {
            is_secret: style != Style::Address || is_known(&uuid.digits),
            place: uuid.place,
        });
        let odd = |known: &KnownTokens| [known.odd(units), known.odd(&plain)].concat();
        let mut secrets = self.known.map(odd).unwrap_or_default();
        if style != Style::Address {
            secrets.extend(tokens::called_so(text));
        }
        if let Some(sent) = self.sent {
            let sent: Vec<char> = sent.expose().chars().collect();
            let ends = (0..text.len()).filter_map(|at| Some(at..sent::end_of(text, at, &sent)?));
            secrets.extend(ends);
        }
        uuids.chain(secrets.into_iter().map(|place| Found { place, is_secret: true })).collect()
    }
}

/// How card numbers are hidden, and in what.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Style {
    Stars,
    Bin,
    Address,
}

/// A token, or an identifier that looks like one: its digits are part of no number.
struct Found {
    place: Range<usize>,
    is_secret: bool,
}

/// What becomes of a character.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Mark {
    Shown,
    /// A run of them is one `…`.
    Gone,
    Star,
    /// Part of a digit's escape, whose star stands before it.
    Starred,
}

fn hide(units: &[Unit], number: &[usize], style: Style, marks: &mut [Mark]) {
    let Some(kept) = number.len().checked_sub(LAST_DIGITS) else { return };
    if style == Style::Bin {
        let (from, to) = (units[number[BIN_DIGITS]].from, units[number[kept]].from);
        return marks[from..to].fill(Mark::Gone);
    }
    for at in &number[..kept] {
        let Unit { from, to, .. } = units[*at];
        let is_shown = marks[from..to].iter().all(|mark| *mark == Mark::Shown);
        if is_shown {
            marks[from..to].fill(Mark::Starred);
            marks[from] = Mark::Star;
        }
    }
}

/// What to hide of a token: all of a short one.
fn middle(place: Range<usize>) -> Range<usize> {
    if place.len() < TOKEN_MIN {
        return place;
    }
    place.start + TOKEN_END..place.end - TOKEN_END
}

/// The text as it is marked; what follows its first `most` characters is `…`.
fn shown(text: &[char], marks: &[Mark], most: usize) -> String {
    let mut out = String::with_capacity(text.len());
    for (c, mark) in text.iter().zip(marks).take(most) {
        match mark {
            Mark::Shown => out.push(*c),
            Mark::Star => out.push('*'),
            Mark::Gone if !out.ends_with('…') => out.push('…'),
            Mark::Gone | Mark::Starred => {}
        }
    }
    if text.len() > most && !out.ends_with('…') {
        out.push('…');
    }
    out
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

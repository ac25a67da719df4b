//! Other cards and tokens that a member of a card names in a short form: `400551******0028`, `VISA 0028`,
//! `54F5A3DE…`.

use super::folded;
use super::node::Node;

/// What a card is known by.
pub(super) struct Own<'a> {
    /// Its token, as it came.
    token: &'a str,
    /// Its last four digits, and its first six; empty where it has none.
    post: String,
    bin: String,
}

/// Parts of names of what has other digits than a card: accounts, telephones, and numbers that stand in
/// for a card's in a telephone.
const OTHER_NUMBERS: [&str; 12] = [
    "account",
    "iban",
    "phone",
    "msisdn",
    "mobile",
    "tel",
    "dpan",
    "networktoken",
    "device",
    "passport",
    "document",
    "email",
];
/// Signs that stand in for digits that are left out.
const MASKS: [char; 13] = [
    '*', 'x', 'X', '\u{445}', '\u{425}', '\u{2022}', '\u{25cf}', '\u{b7}', '#', '_', '.',
    '\u{2026}', '\u{2217}',
];
/// The one that stands for several.
const SEVERAL: char = '\u{2026}';
const BRANDS: [&str; 13] = [
    "visa",
    "mastercard",
    "mc",
    "maestro",
    "mir",
    "мир",
    "belkart",
    "белкарт",
    "amex",
    "unionpay",
    "jcb",
    "card",
    "карта",
];

impl<'a> Own<'a> {
    pub(super) fn of(token: &'a str, members: &[(String, Node)]) -> Self {
        let of = |name: &str, digits: usize| {
            let found = members.iter().find(|(key, _)| folded(key) == name);
            match found {
                Some((_, Node::Text(text))) => text.trim().to_owned(),
                Some((_, Node::Whole(number))) => format!("{number:0digits$}"),
                _ => String::new(),
            }
        };
        Self { token, post: of("post", 4), bin: of("bin", 6) }
    }
}

/// Whether a member of a card names another one so.
pub(super) fn names_another(key: &str, value: &Node, own: &Own<'_>) -> bool {
    let key = folded(key);
    if key == "assets" {
        return false;
    }
    match value {
        Node::Text(text) if !text.contains("://") => {
            let is_of_cards = !OTHER_NUMBERS.iter().any(|part| key.contains(part));
            is_of_cards && (has_other_mask(text, own) || has_other_brand(text, own))
                || has_other_start(text, own.token)
        }
        Node::Array(members) => members.iter().any(|member| names_another(&key, member, own)),
        Node::Object(members) => members.iter().any(|(key, value)| names_another(key, value, own)),
        _ => false,
    }
}

/// First digits, or none, signs in place of others, and four last ones that are not the card's own.
fn has_other_mask(text: &str, own: &Own<'_>) -> bool {
    const FIRST: [usize; 4] = [0, 4, 6, 8];
    let is_part = |c: char| c.is_ascii_digit() || MASKS.contains(&c);
    let plain: String = text.chars().filter(|c| !c.is_whitespace() && *c != '-').collect();
    plain.split(|c| !is_part(c)).any(|run| {
        let first: String = run.chars().take_while(char::is_ascii_digit).collect();
        let rest = || run.chars().skip(first.len());
        let masked = rest().take_while(|c| !c.is_ascii_digit()).count();
        let last: String = rest().skip(masked).collect();
        let is_mask = masked > 1 || run.contains(SEVERAL);
        let is_card = is_mask && FIRST.contains(&first.len()) && is_last_four(&last);
        is_card
            && (is_anothers(&last, own)
                || !own.bin.starts_with(&first) && !first.starts_with(&own.bin))
    })
}

/// A brand and four digits at the end of a short text.
fn has_other_brand(text: &str, own: &Own<'_>) -> bool {
    let text = text.to_lowercase();
    let mut words = text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    let (Some(brand), Some(last), None) = (words.next(), words.next(), words.next()) else {
        return false;
    };
    BRANDS.contains(&brand) && is_last_four(last) && is_anothers(last, own)
}

fn is_last_four(text: &str) -> bool {
    text.len() == 4 && text.bytes().all(|byte| byte.is_ascii_digit())
}

/// Whether these last digits are not the card's, where its own are known.
fn is_anothers(last: &str, own: &Own<'_>) -> bool {
    !own.post.is_empty() && last != own.post
}

/// The start or the end of a token that is not the card's own, and a sign that the rest is left out.
fn has_other_start(text: &str, own: &str) -> bool {
    const GROUPS: [usize; 4] = [8, 12, 13, 17];
    let own: String = own.chars().filter(char::is_ascii_hexdigit).collect();
    let own = own.to_ascii_lowercase();
    let text = text.trim().to_ascii_lowercase();
    let is_left_out = |c: char| MASKS.contains(&c) || c == '?';
    let is_digits = |part: &str| {
        GROUPS.contains(&part.len())
            && part.chars().all(|c| c.is_ascii_hexdigit() || c == '-')
            && part.contains(|c: char| c.is_ascii_digit())
    };
    let plain = |part: &str| part.replace('-', "");
    let start = text.split(is_left_out).next().unwrap_or_default().trim_end_matches('-');
    let end = text.rsplit(is_left_out).next().unwrap_or_default().trim_start_matches('-');
    // One sign may be the end of a sentence.
    let is_shortened =
        text.contains(SEVERAL) || text.chars().filter(|c| is_left_out(*c)).count() > 1;
    is_shortened
        && (is_digits(start) && !own.starts_with(&plain(start))
            || is_digits(end) && !own.ends_with(&plain(end)))
}

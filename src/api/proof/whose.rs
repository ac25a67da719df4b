//! Whose cards an answer says that it lists.

use crate::domain::CustomerNumber;

use super::folded;
use super::node::Node;

/// Whose cards were asked for.
#[derive(Debug, Clone)]
pub(in crate::api) struct Asked {
    pub(in crate::api) customer: CustomerNumber,
    /// Its number, in digits.
    pub(in crate::api) merchant: String,
}

/// What a name may go on with after whom it is about.
const NUMBERS: [&str; 8] = ["id", "ids", "no", "nos", "num", "nr", "number", "numbers"];

/// What may stand before it in a header.
const FOR_WHOM: [&str; 6] = ["requested", "effective", "resolved", "actual", "response", "target"];
/// Names of whom a card belongs to, who may be known by another number than the customer's.
const HOLDERS: [&str; 19] = [
    "owner",
    "ownerid",
    "ownernumber",
    "subscriber",
    "subscriberid",
    "subscribernumber",
    "account",
    "accountid",
    "accountnumber",
    "belongsto",
    "cn",
    "user",
    "userid",
    "payer",
    "payerid",
    "buyer",
    "buyerid",
    "holderid",
    "memberid",
];

/// Whether a member of a card, however deep, names somebody else.
pub(super) fn names_other(key: &str, value: &Node, asked: &Asked) -> bool {
    let key = folded(key);
    if key == "assets" {
        return false;
    }
    if let Some((expected, is_number)) = expected(&key, asked)
        && is_other(value, expected, is_number)
    {
        return true;
    }
    HOLDERS.contains(&key.as_str()) && is_another_alike(value, asked.customer.as_str())
        || within(value, asked)
}

/// Whether a header does. `X-Client-Id` there is a program's own.
pub(super) fn header_names_other(name: &str, value: &str, asked: &Asked) -> bool {
    let name = folded(name);
    let name = name.strip_prefix('x').unwrap_or(&name);
    let name = FOR_WHOM.iter().find_map(|before| name.strip_prefix(before)).unwrap_or(name);
    let found = expected(name, asked).filter(|_| !name.starts_with("client"));
    found.is_some_and(|(expected, is_number)| {
        is_other(&Node::Text(value.to_owned()), expected, is_number)
    })
}

fn within(value: &Node, asked: &Asked) -> bool {
    match value {
        Node::Array(members) => members.iter().any(|member| within(member, asked)),
        Node::Object(members) => members.iter().any(|(key, value)| names_other(key, value, asked)),
        _ => false,
    }
}

/// Who would be right by this name, and whether it is one of numbers alone.
fn expected<'a>(key: &str, asked: &'a Asked) -> Option<(&'a str, bool)> {
    let (customer, merchant) = (asked.customer.as_str(), asked.merchant.as_str());
    let stems =
        [("customer", customer), ("cust", customer), ("client", customer), ("merchant", merchant)];
    stems.into_iter().find_map(|(stem, expected)| {
        let rest = key.strip_prefix(stem)?;
        let is_number = NUMBERS.contains(&rest);
        (is_number || matches!(rest, "" | "s")).then_some((expected, is_number))
    })
}

/// Whether it has another number that is made as the expected one is: as long, with digits and letters
/// in the same places.
fn is_another_alike(value: &Node, expected: &str) -> bool {
    let expected = expected.trim();
    match value {
        Node::Text(text) => {
            let words = || text.split(|c: char| !(c.is_alphanumeric() || "-_.".contains(c)));
            let is_alike = |word: &str| word != expected && shape(word).eq(shape(expected));
            expected.contains(|c: char| c.is_ascii_digit())
                && !words().any(|word| word == expected)
                && words().any(is_alike)
        }
        Node::Whole(number) => is_another_alike(&Node::Text(number.to_string()), expected),
        Node::Array(members) => members.iter().any(|member| is_another_alike(member, expected)),
        Node::Object(members) => members.iter().any(|(key, value)| {
            NUMBERS.contains(&folded(key).as_str()) && is_another_alike(value, expected)
        }),
        Node::Null | Node::Bool(_) | Node::Huge | Node::Number(_) => false,
    }
}

fn shape(word: &str) -> impl Iterator<Item = (bool, bool)> {
    word.chars().map(|c| (c.is_ascii_digit(), c.is_alphabetic()))
}

fn is_other(value: &Node, expected: &str, is_number: bool) -> bool {
    let expected = expected.trim();
    match value {
        Node::Text(text) => {
            let text = text.trim();
            // A name is none, nor an address for letters.
            let looks_like_one = || {
                text.chars().any(|c| c.is_ascii_digit())
                    && !text.contains(|c: char| c.is_whitespace() || c == '@')
            };
            !value.says_nothing() && text != expected && (is_number || looks_like_one())
        }
        // JSON's numbers have no zeros before them.
        Node::Whole(number) => {
            *number != 0 && number.to_string() != expected.trim_start_matches('0')
        }
        Node::Array(members) => members.iter().any(|member| is_other(member, expected, is_number)),
        // What names the other party there is judged by its own name.
        Node::Object(members) => members.iter().any(|(key, value)| {
            NUMBERS.contains(&folded(key).as_str()) && is_other(value, expected, true)
        }),
        Node::Null | Node::Bool(_) | Node::Huge | Node::Number(_) => false,
    }
}

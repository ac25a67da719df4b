//! Members of a card that hold other cards, or name them.

use super::node::Node;
use super::{folded, folded_header, paging};

/// Whether a member of a card tells of other cards than it: it holds them, has their tokens, or says
/// that some are missing.
pub(super) fn tells_of_more(key: &str, value: &Node, own: &str, cards: usize) -> bool {
    if folded(key) == "assets" {
        return holds_cards(value) || paging::goes_on(key, value, cards);
    }
    misses(key, value)
        || holds_cards(value)
        || is_list(key, value)
        || is_note_of_more(key, value)
        || paging::is_of_more(key, value, cards)
        || has_token(key, own)
        || holds_token(value, own)
}

/// Whether a header says that cards are missing, in words or by a name.
pub(super) fn header_tells_of_more(name: &str, value: &str) -> bool {
    let key = folded_header(name);
    let value = Node::of_header(value);
    is_note_of_more(&key, &value) || UNSETTLED.contains(&key.as_str()) && !value.says_nothing()
}

/// Whether there are cards within a member of a card, where nothing looks for them.
fn holds_cards(value: &Node) -> bool {
    match value {
        Node::Array(members) => {
            members.iter().any(|member| holds_cards(member) || is_card(member, 1))
        }
        Node::Object(members) => {
            is_card(value, 2) || members.iter().any(|(_, value)| holds_cards(value))
        }
        _ => false,
    }
}

/// Whether an object has so many of a card's members, or a token.
fn is_card(value: &Node, least: usize) -> bool {
    const SIGNS: [&str; 8] =
        ["bin", "expire", "brand", "needcvc", "pan", "maskedpan", "cardnumber", "last4"];
    let Node::Object(members) = value else { return false };
    let has = |(key, value): &&(String, Node)| {
        let key = folded(key);
        // A post code has other digits.
        let is_post = || matches!(value.numbers().as_slice(), [0..=9999]);
        !value.is_blank() && (SIGNS.contains(&key.as_str()) || key == "post" && is_post())
    };
    let has_token = members.iter().any(|(key, value)| folded(key) == "token" && !value.is_blank());
    has_token || members.iter().filter(has).count() >= least
}

/// Whether it is a list by its name, and something is in it.
fn is_list(key: &str, value: &Node) -> bool {
    const LISTS: [&str; 9] = [
        "list",
        "children",
        "siblings",
        "others",
        "nodes",
        "members",
        "cardlist",
        "tokenlist",
        "rest",
    ];
    const AROUND: [&str; 8] =
        ["data", "response", "payload", "body", "embedded", "meta", "page", "answer"];
    let name = folded(key);
    let of_cards = || name.contains("cards") || name.contains("tokens");
    match value {
        Node::Array(members) => {
            let holds = members.iter().any(|m| matches!(m, Node::Object(_) | Node::Array(_)));
            let is_named = holds && (LISTS.contains(&name.as_str()) || paging::is_count(key));
            is_named || of_cards() && !members.is_empty()
        }
        Node::Object(members) => {
            of_cards()
                && members.iter().any(|(_, value)| !matches!(value, Node::Null | Node::Bool(_)))
                || AROUND.contains(&name.as_str())
                    && members.iter().any(|(key, value)| is_list(key, value))
        }
        _ => false,
    }
}

/// Whether a text for people says that the list goes on.
fn is_note_of_more(key: &str, value: &Node) -> bool {
    const NOTES: [&str; 17] = [
        "note",
        "notes",
        "notice",
        "comment",
        "comments",
        "info",
        "information",
        "remark",
        "remarks",
        "hint",
        "text",
        "description",
        "detail",
        "details",
        "debug",
        "message",
        "result",
    ];
    const STRONG: [&str; 12] = [
        "truncated",
        "incomplete",
        "cut off",
        "not complete",
        "not shown",
        "not all",
        "omitted",
        "offset=",
        "cursor=",
        "усеч",
        "неполн",
        "не все",
    ];
    const WEAK: [&str; 9] =
        ["partial", "more", "missing", "hidden", "shortened", "abridged", "ещё", "еще", "остальн"];
    const NOUNS: [&str; 9] =
        ["list", "cards", "results", "items", "records", "rows", "tokens", "список", "карт"];
    let Node::Text(text) = value else { return false };
    let text = text.to_lowercase();
    let has = |known: &[&str]| known.iter().any(|word| text.contains(word));
    let is_told = has(&STRONG) || has(&WEAK) && has(&NOUNS) || text.trim() == "partial";
    NOTES.contains(&folded(key).as_str()) && is_told
}

/// Whether another token than the card's own stands in it. Pictures' addresses have numbers alike.
fn holds_token(value: &Node, own: &str) -> bool {
    match value {
        Node::Text(text) => !text.contains("://") && has_token(text, own),
        Node::Array(members) => members.iter().any(|member| holds_token(member, own)),
        Node::Object(members) => members.iter().any(|(key, value)| {
            folded(key) != "assets" && (has_token(key, own) || holds_token(value, own))
        }),
        _ => false,
    }
}

fn has_token(text: &str, own: &str) -> bool {
    let is_token = |word: &str| {
        let lengths = word.split('-').map(str::len);
        lengths.eq([8, 4, 4, 4, 12]) && word.chars().any(|c| c != '0' && c != '-')
    };
    text.split(|c: char| !c.is_ascii_hexdigit() && c != '-')
        .any(|word| is_token(word) && !word.eq_ignore_ascii_case(own.trim()))
}

/// Names of a card that is no card of the customer's any more, or not yet: of which list is this one?
/// And of cards that are not shown.
const UNSETTLED: [&str; 36] = [
    "deleted",
    "isdeleted",
    "deletedat",
    "deletion",
    "deletionstatus",
    "removed",
    "isremoved",
    "removedat",
    "removal",
    "removalstatus",
    "removalstate",
    "hidden",
    "ishidden",
    "invisible",
    "pending",
    "ispending",
    "pendingremoval",
    "pendingdeletion",
    "removalpending",
    "deletionpending",
    "markedfordeletion",
    "todelete",
    "tobedeleted",
    "toberemoved",
    "softdeleted",
    "issoftdeleted",
    "archived",
    "isarchived",
    "archivedat",
    "archive",
    "trashed",
    "intrash",
    "tombstone",
    "showall",
    "viewall",
    "seeall",
];

/// Whether it says that cards are missing, by a name too short to be of paging alone; an amount may
/// remain too.
fn misses(key: &str, value: &Node) -> bool {
    let is_amount = match value {
        Node::Number(_) => true,
        Node::Text(text) => text.contains(['.', ',']) && text.trim().parse::<i128>().is_err(),
        _ => false,
    };
    match folded(key).as_str() {
        "remaining" | "left" | "rest" => !is_amount && !value.says_nothing(),
        key if UNSETTLED.contains(&key) => !value.says_nothing(),
        "isend" | "done" => matches!(value, Node::Bool(false)),
        _ => false,
    }
}

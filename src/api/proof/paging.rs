//! Names by which back ends say that an answer is one page of several: headers, and members that a
//! card has no use for. A name counts where it is made of these words alone, so that `nextPageToken`
//! is one and `nextPaymentDate` is none.

use super::folded;
use super::node::Node;
use super::paging_words::{
    BESIDE, COUNTS, FILLING, FOUND, LENGTHS, MOST_CHARS, NUMBERS, OF_UNITS, PAGING, PLACES, QUOTAS,
    SEVERAL, TELLING, TOLD, Topic, UNITS,
};

/// Whether a member says that a list of so many cards is not all, or that it is of another length.
pub(super) fn goes_on(key: &str, value: &Node, cards: usize) -> bool {
    let key_goes_on = topic(&folded(key)).is_some_and(|topic| contradicts(topic, value, cards));
    let relation = match value {
        Node::Text(text) if key.eq_ignore_ascii_case("rel") => is_relation(text),
        _ => false,
    };
    key_goes_on || relation || within(value, cards)
}

/// The same of a member of a card itself, where a count is one of cards.
pub(super) fn is_of_more(key: &str, value: &Node, cards: usize) -> bool {
    let here = i64::try_from(cards).unwrap_or(i64::MAX);
    let is_beyond = || value.numbers().iter().any(|number| *number > here);
    let name = folded(key);
    let is_one_of = |known: &[&str]| known.contains(&name.as_str());
    let is_length = is_lone_count(&name) || is_one_of(LENGTHS) || is_one_of(FOUND);
    goes_on(key, value, cards)
        || is_length && is_number(value) && contradicts(Topic::Cards, value, cards)
        || name == "of" && is_beyond()
        || is_one_of(&RATIOS) && is_ratio(value, here)
        || is_one_of(PLACES) && is_beyond()
        || is_one_of_several(value, here)
        || name == "others" && !value.says_nothing()
}

/// Names under which `1/2` is a card's place among the others; it is a date under others.
const RATIOS: [&str; 8] = ["n", "no", "seq", "sequence", "index", "idx", "position", "part"];

/// `1/2`.
fn is_ratio(value: &Node, here: i64) -> bool {
    matches!(value, Node::Text(text) if ratio_beyond(text, here))
}

fn ratio_beyond(text: &str, here: i64) -> bool {
    text.split_once('/').is_some_and(|(one, all)| {
        let number = |text: &str| text.trim().parse::<i64>().ok();
        number(one).is_some() && number(all).is_some_and(|all| all > here)
    })
}

/// `1 of 2`.
fn is_one_of_several(value: &Node, here: i64) -> bool {
    let Node::Text(text) = value else { return false };
    let words: Vec<&str> = text.split_whitespace().collect();
    let number = |word: &str| word.parse::<i64>().ok();
    let units = ["page", "part", "row", "card", "страница", "стр.", "стр", "лист", "карта"];
    let is_page = |words: &[&str]| match words {
        [unit, ratio] => units.contains(&unit.to_lowercase().as_str()) && ratio_beyond(ratio, here),
        _ => false,
    };
    words.windows(2).any(is_page)
        || words.windows(3).any(|words| match words {
            [one, "of" | "из", all] => {
                number(one).is_some() && number(all).is_some_and(|all| all > here)
            }
            _ => false,
        })
}

/// Whether a name is of how many cards there are, or of cards.
pub(super) fn is_count(key: &str) -> bool {
    is_lone_count(&folded(key))
}

/// The same of a header, which may begin with somebody's name: `X-WP-Total`.
pub(super) fn header_goes_on(name: &str, value: &str, cards: usize) -> bool {
    let words: Vec<&str> = name.split(['-', '_']).filter(|word| *word != "x").collect();
    if words.first().is_some_and(|word| QUOTAS.contains(word)) {
        return false;
    }
    let value = Node::of_header(value);
    let whole = words.concat();
    let here = i64::try_from(cards).unwrap_or(i64::MAX);
    let is_found = FOUND.contains(&whole.as_str());
    let is_place = RATIOS.contains(&whole.as_str()) || PLACES.contains(&whole.as_str());
    if is_found && is_number(&value) && contradicts(Topic::Cards, &value, cards)
        || (is_found || is_place)
            && (is_ratio(&value, here.max(1)) || is_one_of_several(&value, here.max(1)))
    {
        return true;
    }
    let found = topic(&whole)
        .or_else(|| topic(&words.get(1..).unwrap_or_default().concat()))
        .or_else(|| (is_lone_count(&whole) && is_number(&value)).then_some(Topic::Cards));
    found.is_some_and(|topic| contradicts(topic, &value, cards))
}

/// `X-Count`, `X-Cards`: in a card it would be about something else.
fn is_lone_count(name: &str) -> bool {
    let mut words = Vec::new();
    name.len() <= MOST_CHARS
        && is_made_of_words(name, &mut words)
        && words.iter().any(|word| SEVERAL.contains(word) || COUNTS.contains(word))
}

fn is_number(value: &Node) -> bool {
    match value {
        Node::Whole(_) => true,
        Node::Text(text) => {
            !text.is_empty() && text.chars().all(|c| c.is_ascii_digit() || ", ".contains(c))
        }
        _ => false,
    }
}

/// Relations of a link (RFC 8288) that lead to other pages.
pub(super) fn is_relation(names: &str) -> bool {
    let leads_on = |name: &str| matches!(name, "next" | "prev" | "previous");
    names
        .to_ascii_lowercase()
        .split(|c: char| c.is_whitespace() || c == '"' || c == '\'')
        .any(|name| leads_on(name.rsplit(['/', '#']).next().unwrap_or(name)))
}

fn within(value: &Node, cards: usize) -> bool {
    match value {
        Node::Array(members) => members.iter().any(|member| within(member, cards)),
        Node::Object(members) => members.iter().any(|(key, value)| goes_on(key, value, cards)),
        _ => false,
    }
}

fn contradicts(topic: Topic, value: &Node, cards: usize) -> bool {
    let cards_here = i64::try_from(cards).unwrap_or(i64::MAX);
    let numbers = value.numbers();
    match topic {
        Topic::More => !value.says_nothing(),
        Topic::Cards if numbers.is_empty() => !value.is_unset(),
        Topic::Cards => numbers.iter().any(|number| *number != cards_here),
        Topic::Pages => numbers.iter().any(|number| *number > 1),
        Topic::Offset => numbers.iter().any(|number| *number > 0),
        Topic::Size => numbers.iter().any(|size| (1..=cards_here).contains(size)),
        Topic::Complete => denies(value),
        Topic::LastPage => {
            matches!(value, Node::Bool(false))
                || matches!(value, Node::Text(_)) && denies(value)
                || numbers.iter().any(|number| *number > 1)
        }
        Topic::Paging => match value {
            Node::Text(text) => pairs_contradict(text, cards) && !value.says_nothing(),
            Node::Bool(says) => *says,
            // The only one of these that a header can hold as well as a card.
            structure => within(structure, cards),
        },
    }
}

fn denies(value: &Node) -> bool {
    match value {
        Node::Bool(says) => !says,
        Node::Text(text) => {
            let text = text.trim().to_ascii_lowercase();
            ["false", "no", "n", "0", "?0"].contains(&text.as_str())
        }
        Node::Whole(number) => *number == 0,
        _ => false,
    }
}

/// `page=1; total=5`; what has no such form is not understood.
fn pairs_contradict(text: &str, cards: usize) -> bool {
    text.split([';', '&', ',']).filter(|part| !part.trim().is_empty()).any(|part| {
        match part.split_once(['=', ':']) {
            Some((key, value)) => goes_on(key.trim(), &Node::of_header(value), cards),
            None => true,
        }
    })
}

/// What a name tells that is made of the words above alone.
fn topic(name: &str) -> Option<Topic> {
    let mut words = Vec::new();
    if name.is_empty() || name.len() > MOST_CHARS || !is_made_of_words(name, &mut words) {
        return None;
    }
    let has = |known: &[&str]| words.iter().any(|word| known.contains(word));
    // `partialNumber` is a card's; of others it is one of cards.
    if has(NUMBERS) && !has(SEVERAL) && !has(&["pages", "parts", "chunks"]) {
        return None;
    }
    let telling = TELLING.iter().find(|(_, known)| has(known)).map(|(topic, _)| *topic);
    let of_paging = telling.filter(|topic| *topic == Topic::Paging);
    match telling.filter(|topic| *topic != Topic::Paging) {
        Some(Topic::Pages) if has(&["last", "final"]) => Some(Topic::LastPage),
        // Where it goes on from. An id is one of this page, and no number of it.
        Some(Topic::Pages) if has(&["token"]) => Some(Topic::More),
        Some(Topic::Pages) if has(&["id"]) => None,
        Some(topic) => Some(topic),
        None if has(&["not"]) && has(TOLD) => Some(Topic::More),
        None if has(&["left", "remaining", "hidden"]) && (has(UNITS) || has(COUNTS)) => {
            Some(Topic::More)
        }
        None if has(BESIDE) && has(SEVERAL) => Some(Topic::More),
        None if has(&["found"]) && has(UNITS) => Some(Topic::Cards),
        None if has(COUNTS) && (has(UNITS) || has(PAGING)) => Some(Topic::Cards),
        None => of_paging,
    }
}

/// Cuts a name into words, the longest first, trying others where that leads nowhere.
fn is_made_of_words<'a>(name: &'a str, words: &mut Vec<&'a str>) -> bool {
    if name.is_empty() {
        return true;
    }
    let telling = TELLING.iter().flat_map(|(_, known)| *known);
    let known = telling
        .chain(OF_UNITS)
        .chain(COUNTS)
        .chain(NUMBERS)
        .chain(TOLD)
        .chain(UNITS)
        .chain(FILLING);
    let mut fitting: Vec<usize> =
        known.filter(|word| name.starts_with(**word)).map(|word| word.len()).collect();
    fitting.sort_unstable();
    fitting.dedup();
    for length in fitting.into_iter().rev() {
        let Some((word, rest)) = name.split_at_checked(length) else { continue };
        words.push(word);
        if is_made_of_words(rest, words) {
            return true;
        }
        words.pop();
    }
    false
}

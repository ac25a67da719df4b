//! What status and headers have against an answer as a proof.

use reqwest::blocking::Response;
use reqwest::header::{
    AGE, CONTENT_ENCODING, CONTENT_LENGTH, CONTENT_RANGE, CONTENT_TYPE, HeaderMap, HeaderValue,
    LINK, REFRESH, RETRY_AFTER, TRAILER, TRANSFER_ENCODING, WARNING,
};

use crate::domain::Unproven;

use super::node::Node;
use super::paging;

/// Media types that JSON comes in, and plain text, which says nothing.
const JSON: [&str; 4] = ["application/json", "text/json", "application/x-json", "text/plain"];
/// What the gateway's back end calls every answer that it is told nothing of. A list of well-formed
/// cards is no page all the same; nothing at all may be one.
const PAGE: &str = "text/html";
/// Words for what a cache does where it answers in the server's place.
const KEPT: [&str; 10] = [
    "stale",
    "updating",
    "revalidated",
    "revalidating",
    "refreshed",
    "fresh",
    "cached",
    "prerender",
    "grace",
    "collapsed",
];
/// Words in names of headers that speak of trouble.
const TROUBLE: [&str; 17] = [
    "error",
    "errors",
    "fault",
    "exception",
    "failure",
    "failed",
    "warning",
    "warnings",
    "degraded",
    "fallback",
    "stale",
    "outdated",
    "expired",
    "snapshot",
    "mock",
    "simulated",
    "maintenance",
];
/// Words of names that are about how trouble is told, not about this answer.
const ABOUT: [&str; 6] = ["report", "reporting", "policy", "endpoint", "url", "to"];

/// Status and headers, as they came.
#[derive(Debug, Clone)]
pub(in crate::api) struct Head {
    status: u16,
    headers: HeaderMap,
}

impl Head {
    pub(in crate::api) fn of(response: &Response) -> Self {
        Self { status: response.status().as_u16(), headers: response.headers().clone() }
    }

    /// Whatever the body is.
    pub(super) fn doubt(&self) -> Option<Unproven> {
        let headers = &self.headers;
        if let Some(status) = self.other_status() {
            return Some(Unproven::Status { status });
        }
        let links = || self.all(LINK.as_str()).any(|links| leads_on(&links));
        if headers.contains_key(CONTENT_RANGE)
            // Nothing was preferred: somebody else's question was answered.
            || headers.contains_key("preference-applied")
            || self.kinds().any(|kind| kind.starts_with("multipart/"))
            || links()
        {
            return Some(Unproven::Part);
        }
        // RFC 9111: age and warnings are there only where a cache answered.
        let is_aged = self.all(AGE.as_str()).any(|age| age.trim().parse() != Ok(0_u64));
        if is_aged
            || headers.contains_key(WARNING)
            || self.pairs().any(|(name, value)| kept(name, &value))
        {
            return Some(Unproven::Kept);
        }
        if headers.contains_key(REFRESH) || headers.contains_key(RETRY_AFTER) {
            return Some(Unproven::Provisional);
        }
        if self.pairs().any(|(name, value)| is_trouble(name, &value)) {
            return Some(Unproven::Trouble);
        }
        let alien = charset(headers).is_some_and(|label| {
            let known = encoding_rs::Encoding::for_label(label.as_bytes());
            !known.is_some_and(encoding_rs::Encoding::is_ascii_compatible)
        });
        let is_packed =
            self.names_other(CONTENT_ENCODING.as_str(), &["identity", "gzip", "x-gzip"]);
        // RFC 9112: an answer with both is to be handled as an error, and there is no other coding.
        let is_sent_otherwise = self.names_other(TRANSFER_ENCODING.as_str(), &["chunked"])
            || headers.contains_key(TRANSFER_ENCODING) && headers.contains_key(CONTENT_LENGTH);
        (is_packed || is_sent_otherwise || alien).then_some(Unproven::Encoding)
    }

    /// Beside a list of so many cards.
    pub(super) fn doubt_beside(&self, cards: usize) -> Option<Unproven> {
        let fits = |kind: &str| {
            kind.is_empty() && !self.headers.contains_key(CONTENT_TYPE)
                || JSON.contains(&kind)
                || kind == PAGE && cards > 0
        };
        if !self.kinds().all(|kind| fits(&kind)) {
            return Some(Unproven::Kind);
        }
        // What comes after the body is not read.
        let follows = self
            .all(TRAILER.as_str())
            .flat_map(|names| names.split(',').map(str::to_owned).collect::<Vec<_>>())
            .map(|name| name.trim().to_ascii_lowercase())
            .any(|name| {
                paging::header_goes_on(&name, "?", cards)
                    || is_trouble(&name, "?")
                    || name == CONTENT_RANGE.as_str()
            });
        let goes_on = |(name, value): (&str, String)| paging::header_goes_on(name, &value, cards);
        (follows || self.pairs().any(goes_on)).then_some(Unproven::Length)
    }

    /// A status that is not 200, by the status line or by a header of the server behind it.
    fn other_status(&self) -> Option<u16> {
        if self.status != 200 {
            return Some(self.status);
        }
        const WORDS: [&str; 10] = [
            "x", "http", "status", "code", "original", "upstream", "response", "backend", "api",
            "real",
        ];
        let told = self.pairs().filter(|(name, _)| {
            name.contains("status") && name.split('-').all(|word| WORDS.contains(&word))
        });
        told.filter_map(|(_, value)| value.split_whitespace().next()?.parse().ok())
            .find(|status: &u16| *status >= 100 && *status != 200)
    }

    fn pairs(&self) -> impl Iterator<Item = (&str, String)> {
        self.headers.iter().map(|(name, value)| (name.as_str(), text(value)))
    }

    fn all(&self, name: &str) -> impl Iterator<Item = String> {
        self.headers.get_all(name).iter().map(text)
    }

    /// Media types, without parameters.
    fn kinds(&self) -> impl Iterator<Item = String> {
        self.all(CONTENT_TYPE.as_str()).flat_map(|value| {
            let bare =
                |kind: &str| kind.split(';').next().unwrap_or("").trim().to_ascii_lowercase();
            value.split(',').map(bare).collect::<Vec<_>>()
        })
    }

    fn names_other(&self, header: &str, known: &[&str]) -> bool {
        self.all(header).any(|value| {
            value
                .split(',')
                .map(|name| name.trim().to_ascii_lowercase())
                .any(|name| !name.is_empty() && !known.contains(&name.as_str()))
        })
    }
}

/// The `charset` of a media type, as it stands there.
pub(in crate::api) fn charset(headers: &HeaderMap) -> Option<String> {
    let value = text(headers.get(CONTENT_TYPE)?).to_ascii_lowercase();
    let (_, label) = value.split_once("charset=")?;
    Some(label.split(';').next()?.trim().trim_matches('"').trim().to_owned())
}

fn text(value: &HeaderValue) -> String {
    String::from_utf8_lossy(value.as_bytes()).into_owned()
}

/// Whether links name another page (RFC 8288).
fn leads_on(links: &str) -> bool {
    let mut parameters = String::new();
    let mut is_target = false;
    for c in links.chars() {
        match c {
            '<' => is_target = true,
            '>' => is_target = false,
            c if !is_target => parameters.push(c.to_ascii_lowercase()),
            _ => {}
        }
    }
    parameters.split([';', ',']).any(|parameter| {
        let (name, value) = parameter.split_once('=').unwrap_or_default();
        matches!(name.trim(), "rel" | "rel*") && paging::is_relation(value)
    })
}

/// Whether a cache says in a header of its own that it answered.
fn kept(name: &str, value: &str) -> bool {
    let words: Vec<&str> = name.split(['-', '_']).collect();
    let has = |word: &str| words.contains(&word);
    if ["limit", "ratelimit", "control", "key", "keys", "tag", "tags"].into_iter().any(has) {
        return false;
    }
    // RFC 9211 writes a hit that was none so.
    let value = value.to_ascii_lowercase().replace("hit=?0", "").replace("collapsed=?0", "");
    let says = words_of(&value);
    let any = |known: &[&str]| says.iter().any(|word| known.contains(&word.as_str()));
    let says_yes = || {
        let no = ["0", "no", "false", "off", "miss", "none", "bypass", "dynamic"];
        says.iter().any(|word| !no.contains(&word.as_str()))
    };
    let is_about_hits = has("hit") || has("hits") || has("cached");
    let is_served = has("cache") && (has("from") || has("age") || has("served"));
    if is_about_hits || is_served {
        return says_yes();
    }
    match name {
        // Two numbers: of this request, and of the one whose answer was kept.
        "x-varnish" => says.len() > 1,
        "x-cache" | "cache" if matches!(says.as_slice(), [one] if one == "1") => true,
        _ if name.contains("cache") || name == "server-timing" && value.contains("cache") => {
            let is_yes = words.last() == Some(&"cache") && any(&["true", "yes"]);
            let is_hit = |word: &String| word == "hits" || word.ends_with("hit");
            is_yes || any(&KEPT) || says.iter().any(is_hit)
        }
        _ if has("source") || has("origin") => any(&["cache", "cached", "snapshot", "backup"]),
        _ => false,
    }
}

/// Whether a header says that something is wrong with the answer.
fn is_trouble(name: &str, value: &str) -> bool {
    let words: Vec<&str> = name.split(['-', '_']).collect();
    let has = |known: &[&str]| words.iter().any(|word| known.contains(word));
    if name == "x-status" || name == "x-response-status" || name == "x-result" {
        return words_of(value).iter().any(|word| TROUBLE.contains(&word.as_str()));
    }
    let is_fine =
        matches!(value.trim().to_ascii_lowercase().as_str(), "ok" | "success" | "no error");
    has(&TROUBLE) && !has(&ABOUT) && !is_fine && !Node::of_header(value).says_nothing()
}

/// Words and numbers in small letters; `TCP_MEM_HIT` is one.
fn words_of(value: &str) -> Vec<String> {
    value
        .to_ascii_lowercase()
        .split(|c: char| !(c.is_ascii_alphanumeric() || c == '_'))
        .filter(|word| !word.is_empty())
        .map(str::to_owned)
        .collect()
}

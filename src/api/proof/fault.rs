//! Members of a card that say that something went wrong with the answer, or that it is a copy. A
//! card's own state, blocked or expired, is no fault of the list.

use super::folded;
use super::node::Node;

/// What names of faults begin with, and go on with.
const BEFORE: [&str; 6] = ["is", "has", "have", "any", "with", "last"];
const NAMES: [&str; 8] =
    ["error", "err", "fault", "exception", "failure", "problem", "warning", "warn"];
const AFTER: [&str; 15] = [
    "",
    "s",
    "code",
    "codes",
    "message",
    "messages",
    "msg",
    "text",
    "string",
    "description",
    "detail",
    "details",
    "type",
    "count",
    "no",
];
/// Names of faults by themselves.
const ALONE: [&str; 30] = [
    "provisional",
    "preliminary",
    "message",
    "messages",
    "timeout",
    "timedout",
    "failed",
    "degraded",
    "aborted",
    "interrupted",
    "unavailable",
    "fallback",
    "failover",
    "maintenance",
    "mock",
    "stub",
    "placeholder",
    "stacktrace",
    "backtrace",
    "traceback",
    "tagcontext",
    "rootcause",
    "cfcatch",
    "cferror",
    "sqlstate",
    "sqlerror",
    "dberror",
    "queryerror",
    "nativeerrorcode",
    "errno",
];
/// What stands for no fault.
const GOOD: [&str; 13] = [
    "ok",
    "okay",
    "success",
    "successful",
    "succeeded",
    "active",
    "inactive",
    "done",
    "no error",
    "no errors",
    "noerror",
    "n/a",
    "-",
];
/// How words of failure begin.
const FAILURE: [&str; 27] = [
    "fail",
    "error",
    "fault",
    "exception",
    "timeout",
    "timedout",
    "unavailable",
    "incomplete",
    "partial",
    "truncated",
    "degraded",
    "aborted",
    "interrupted",
    "notfound",
    "unauthorized",
    "forbidden",
    "throttled",
    "overloaded",
    "maintenance",
    "fatal",
    "critical",
    "panic",
    "ошибк",
    "сбой",
    "недоступ",
    "неполн",
    "частичн",
];
const PHRASES: [&str; 5] = ["timed out", "not found", "bad gateway", "bad request", "no success"];

/// Whether a member of a card says that something went wrong.
pub(super) fn is_fault(key: &str, value: &Node) -> bool {
    let key = folded(key);
    let number = number(value);
    match key.as_str() {
        "success" | "successful" | "ok" | "succeeded" | "issuccess" | "issuccessful" => {
            value.says_nothing() && !matches!(value, Node::Null)
        }
        "result" | "outcome" => {
            matches!(value, Node::Bool(false)) || speaks_of_failure(value) || is_http(number)
        }
        "status" | "state" | "statustext" | "statusmessage" => {
            speaks_of_failure(value) || is_http(number) || has_fault(value)
        }
        "statuscode" | "resultcode" | "responsecode" | "returncode" | "retcode" | "exitcode"
        | "rc" => {
            speaks_of_failure(value)
                || is_failure_code(value)
                || number.is_some_and(|number| !matches!(number, 0 | 200))
        }
        "severity" | "level" | "loglevel" => speaks_of_failure(value) || is_warning(value),
        "httpstatus" | "httpstatuscode" | "httpcode" => is_http(number),
        "code" => is_http(number.filter(|number| *number >= 400)),
        key => is_name(key) && !is_fine(value),
    }
}

/// Whether a member of a card says that the answer is a copy.
pub(super) fn is_kept(key: &str, value: &Node) -> bool {
    const NAMES: [&str; 27] = [
        "sample",
        "old",
        "delayed",
        "lag",
        "lagging",
        "expiredsnapshot",
        "snapshotexpired",
        "notfresh",
        "stale",
        "cached",
        "cache",
        "outdated",
        "snapshot",
        "replica",
        "readreplica",
        "standby",
        "secondary",
        "backup",
        "mirror",
        "cachehit",
        "cachedat",
        "cachedon",
        "cachetime",
        "cacheage",
        "cachestatus",
        "replicalag",
        "replicationlag",
    ];
    const MISSES: [&str; 7] = ["miss", "bypass", "dynamic", "disabled", "pass", "primary", "-"];
    const PLACES: [&str; 6] = ["cache", "replica", "snapshot", "backup", "standby", "mirror"];
    let key = folded(key);
    // Whatever it is said of.
    if let Node::Text(text) = value
        && ["stale", "outdated", "cached"].contains(&text.trim().to_ascii_lowercase().as_str())
    {
        return true;
    }
    if matches!(key.as_str(), "source" | "datasource" | "origin" | "servedfrom" | "servedby") {
        return matches!(value, Node::Text(text) if text.to_ascii_lowercase()
            .split(|c: char| !c.is_ascii_alphanumeric())
            .any(|word| PLACES.contains(&word)));
    }
    let is_named = ["", "is", "from", "servedfrom", "readfrom", "was"]
        .iter()
        .any(|before| key.strip_prefix(before).is_some_and(|rest| NAMES.contains(&rest)));
    let is_miss = match value {
        Node::Text(text) => MISSES.contains(&text.trim().to_ascii_lowercase().as_str()),
        // How it is kept is nothing against it; that it was is.
        Node::Object(members) => {
            !members.iter().any(|(key, value)| folded(key) == "hit" && !value.says_nothing())
        }
        _ => false,
    };
    is_named && !value.says_nothing() && !is_miss
}

/// Whether a value says that there is no fault: nothing, zero, or a word for it, however deep.
pub(super) fn is_fine(value: &Node) -> bool {
    match value {
        Node::Text(text) => {
            let text = text.trim().trim_end_matches(['.', '!']).to_lowercase();
            let is_good = GOOD.contains(&text.as_str());
            is_good || matches!(text.parse(), Ok(0_i128 | 200)) || {
                text.parse::<i128>().is_err() && value.says_nothing()
            }
        }
        Node::Whole(number) => matches!(number, 0 | 200),
        Node::Array(members) => members.iter().all(is_fine),
        Node::Object(members) => members.iter().all(|(_, value)| is_fine(value)),
        Node::Null | Node::Bool(_) | Node::Huge | Node::Number(_) => value.is_blank(),
    }
}

fn is_name(key: &str) -> bool {
    let is = |key: &str| {
        let goes_on =
            |name: &&str| key.strip_prefix(*name).is_some_and(|rest| AFTER.contains(&rest));
        ALONE.contains(&key) || NAMES.iter().any(goes_on)
    };
    is(key) || BEFORE.iter().filter_map(|before| key.strip_prefix(before)).any(is)
}

fn speaks_of_failure(value: &Node) -> bool {
    let Node::Text(text) = value else { return false };
    let text = text.to_lowercase();
    let mut words = text.split(|c: char| !c.is_alphanumeric());
    words.any(|word| FAILURE.iter().any(|known| word.starts_with(known)))
        || PHRASES.iter().any(|phrase| text.replace(['_', '-'], " ").contains(phrase))
}

/// Whether an object tells of one by its own members.
fn has_fault(value: &Node) -> bool {
    let Node::Object(members) = value else { return false };
    members.iter().any(|(key, value)| is_fault(key, value))
}

/// Letters that back ends have for "failed", where others have numbers.
fn is_failure_code(value: &Node) -> bool {
    const CODES: [&str; 8] = ["e", "err", "f", "ko", "nok", "ng", "n", "no"];
    matches!(value, Node::Text(text) if CODES.contains(&text.trim().to_lowercase().as_str()))
}

fn is_warning(value: &Node) -> bool {
    const WORDS: [&str; 4] = ["warn", "warning", "alert", "emergency"];
    matches!(value, Node::Text(text) if WORDS.contains(&text.trim().to_lowercase().as_str()))
}

fn number(value: &Node) -> Option<i128> {
    match value {
        Node::Whole(number) => Some(*number),
        Node::Text(text) => text.trim().parse().ok(),
        _ => None,
    }
}

/// Whether it is an HTTP status that is not 200; a card's own states have smaller numbers.
fn is_http(number: Option<i128>) -> bool {
    number.is_some_and(|number| (100..600).contains(&number) && number != 200)
}

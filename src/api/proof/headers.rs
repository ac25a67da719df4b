//! What headers say of an answer in words: that a cache gave it, or that something is wrong with it.

use super::fault;
use super::node::Node;

/// Words for what a cache does where it answers in the server's place.
const KEPT: [&str; 11] = [
    "expired",
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
const TROUBLE: [&str; 36] = [
    "failover",
    "timedout",
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
    "mocked",
    "mocking",
    "wiremock",
    "mockserver",
    "hoverfly",
    "mountebank",
    "simulated",
    "simulation",
    "stub",
    "dummy",
    "fake",
    "placeholder",
    "maintenance",
    "unavailable",
    "offline",
    "overloaded",
    "throttled",
    "aborted",
    "interrupted",
];
/// Words of names that are about how trouble is told, not about this answer.
const ABOUT: [&str; 6] = ["report", "reporting", "policy", "endpoint", "url", "to"];

/// Words beside a status that is 200, and beside a `status` of its own, for what is no success.
const NO_SUCCESS: [&str; 16] = [
    "fail",
    "invalid",
    "denied",
    "unauthorized",
    "forbidden",
    "partial",
    "partially",
    "incomplete",
    "unavailable",
    "timeout",
    "accepted",
    "pending",
    "not",
    "no",
    "bad",
    "limited",
];

/// Whether words for people speak of a failure, or of half a success.
fn speaks_of_failure(words: &str) -> bool {
    words_of(words).iter().any(|word| {
        let is = |known: &[&str]| known.contains(&word.as_str());
        is(&NO_SUCCESS) || is(&TROUBLE) || is(&KEPT)
    })
}

/// Whether words in the status line are those beside 200, or none.
pub(super) fn is_usual(words: &str) -> bool {
    ["", "ok", "success"].contains(&words.trim().to_ascii_lowercase().as_str())
}

/// Whether a cache says in a header of its own that it answered.
pub(super) fn is_kept(name: &str, value: &str) -> bool {
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
    // By names that programs give to what they have: one word, and none that a name would be.
    const COPIES: [&str; 12] = [
        "hit",
        "stale",
        "outdated",
        "expired",
        "cached",
        "standby",
        "replica",
        "slave",
        "secondary",
        "snapshot",
        "backup",
        "mirror",
    ];
    if let [word] = says.as_slice()
        && (COPIES.contains(&word.as_str()) || word.ends_with("_hit"))
    {
        return true;
    }
    // Each cache on the way names itself there, and may add what it did.
    let names_caches = name == "via" || has("served") && has("by");
    if names_caches && any(&["hit", "stale", "cached", "fallback", "failover"]) {
        return true;
    }
    let is_old = ["freshness", "staleness"].into_iter().any(has)
        && any(&["stale", "old", "outdated", "expired", "delayed", "lagging"]);
    let is_dated = has("cache")
        && ["date", "time", "timestamp", "since", "stored", "created"].into_iter().any(has);
    if is_old || is_dated && says_yes() {
        return true;
    }
    let is_about_hits = has("hit") || has("hits") || has("cached");
    let is_served = has("cache") && (has("from") || has("age") || has("served"));
    let is_copy = ["replica", "replication", "lag", "standby", "backup"].into_iter().any(has);
    if is_about_hits || is_served || is_copy {
        return says_yes();
    }
    match name {
        // Two numbers: of this request, and of the one whose answer was kept.
        "x-varnish" => says.len() > 1,
        "x-cache" | "cache" if matches!(says.as_slice(), [one] if one == "1") => true,
        _ if has("worker") => any(&["cache", "cached"]),
        // Where it was taken from, or that it was.
        _ if matches!(words.last(), Some(&("cache" | "lookup")))
            && any(&["memory", "mem", "ram", "disk", "file", "redis", "memcached", "served"]) =>
        {
            true
        }
        _ if name.contains("cache") || name == "server-timing" && value.contains("cache") => {
            let is_yes = words.last() == Some(&"cache") && any(&["true", "yes"]);
            let is_hit = |word: &String| word == "hits" || word.ends_with("hit");
            is_yes || any(&KEPT) || any(&["error"]) || says.iter().any(is_hit)
        }
        _ if has("source") || has("origin") || has("served") && has("from") => any(&[
            "cache",
            "cached",
            "snapshot",
            "backup",
            "replica",
            "standby",
            "secondary",
            "mirror",
        ]),
        _ => false,
    }
}

/// Whether a header says that something is wrong with the answer.
pub(super) fn is_trouble(name: &str, value: &str) -> bool {
    let words: Vec<&str> = name.split(['-', '_']).collect();
    let has = |known: &[&str]| words.iter().any(|word| known.contains(word));
    if matches!(
        name,
        "x-status" | "x-response-status" | "x-result" | "x-outcome" | "x-state" | "status"
    ) {
        return speaks_of_failure(value);
    }
    if matches!(words.as_slice(), ["success" | "ok"] | ["x", "success" | "ok" | "succeeded"]) {
        return Node::of_header(value).says_nothing();
    }
    // Programs that answer in tests.
    if matches!(name, "server" | "x-powered-by" | "via") {
        let known = ["mock", "hoverfly", "mountebank", "stubby"];
        return known.iter().any(|one| value.to_ascii_lowercase().contains(one));
    }
    if name == "proxy-status" {
        return is_proxy_trouble(value);
    }
    // `X-Return-Code`, and its like.
    if words.last() == Some(&"code") && has(&["response", "result", "return", "exit"]) {
        return !fault::is_fine(&Node::Text(value.to_owned()));
    }
    if words.first() == Some(&"grpc") {
        return words.last() == Some(&"status") && value.trim() != "0";
    }
    let value = value.trim();
    if has(&["breaker", "circuitbreaker"]) {
        let is_closed = value.eq_ignore_ascii_case("closed");
        return !is_closed && !Node::of_header(value).says_nothing();
    }
    // A number there is how long one may take.
    if words.last() == Some(&"timeout")
        && ["true", "yes"].iter().any(|yes| value.eq_ignore_ascii_case(yes))
    {
        return true;
    }
    let is_fine = fault::is_fine(&Node::Text(value.to_owned()));
    has(&TROUBLE) && !has(&ABOUT) && !is_fine && !Node::of_header(value).says_nothing()
}

/// Whether a proxy tells of an error, or of another status of the server behind it (RFC 9209).
fn is_proxy_trouble(value: &str) -> bool {
    value.to_ascii_lowercase().split([';', ',']).any(|parameter| {
        let (name, value) = parameter.split_once('=').unwrap_or((parameter, ""));
        match name.trim() {
            "error" => true,
            "received-status" => value.trim().trim_matches('"') != "200",
            _ => false,
        }
    })
}

/// Words and numbers in small letters; `TCP_MEM_HIT` is one.
pub(super) fn words_of(value: &str) -> Vec<String> {
    value
        .to_ascii_lowercase()
        .split(|c: char| !(c.is_ascii_alphanumeric() || c == '_'))
        .filter(|word| !word.is_empty())
        .map(str::to_owned)
        .collect()
}

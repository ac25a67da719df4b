//! What members and headers alike say of an answer, each by one name: that it was given before, that work
//! goes on behind it, that another program stands in for the gateway, or that somebody is to sign in.

use super::folded_header;
use super::headers::words_of;
use super::node::Node;

/// What is said.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Said {
    /// It is an earlier answer, or of a copy that lags behind.
    Kept,
    /// Something is not done yet.
    Unfinished,
    /// It is of a stand-in.
    Invented,
    /// Who asked is to sign in first.
    Refused,
    /// It is of another address.
    Turned,
}

/// How a value under a name says it.
#[derive(Clone, Copy)]
enum How {
    /// By being there, with anything but a no.
    Anything,
    /// By a no.
    No,
    /// By one of these words, however deep.
    Words(&'static [&'static str]),
    /// As a share of the whole, from 0 to 1 or to 100.
    Share,
}

const LAGGING: &[&str] = &[
    "eventual",
    "eventually",
    "weak",
    "stale",
    "behind",
    "lagging",
    "delayed",
    "pending",
    "queued",
    "running",
    "waiting",
    "outofsync",
    "out",
    "failed",
    "failing",
    "broken",
    "no",
    "not",
    "never",
];
const AT_WORK: &[&str] = &[
    "pending",
    "queued",
    "running",
    "progress",
    "in_progress",
    "inprogress",
    "processing",
    "started",
    "scheduled",
    "waiting",
    "accepted",
    "deferred",
    "submitted",
    "requested",
    "failed",
    "error",
];
const SHUT_OUT: &[&str] = &[
    "failed",
    "required",
    "needed",
    "denied",
    "expired",
    "invalid",
    "missing",
    "rejected",
    "false",
    "no",
    "not",
    "unauthorized",
    "forbidden",
];

/// Names in small letters and digits alone, of members and of headers without their `X-`.
const NAMES: &[(Said, How, &[&str])] = &[
    (
        Said::Kept,
        How::Anything,
        &[
            "mementodatetime",
            "replay",
            "replayed",
            "isreplay",
            "isreplayed",
            "replayof",
            "recorded",
            "isrecorded",
            "recordedat",
            "eventual",
            "iseventual",
            "eventuallyconsistent",
            "eventualconsistency",
            "unsynced",
            "outofsync",
            "writespending",
            "pendingwrites",
            "pendingchanges",
            "unsyncedwrites",
        ],
    ),
    (
        Said::Kept,
        How::Words(LAGGING),
        &[
            "consistency",
            "readconsistency",
            "consistencylevel",
            "consistencymode",
            "sync",
            "syncstate",
            "syncstatus",
            "replicationstate",
            "replicationstatus",
        ],
    ),
    (
        Said::Kept,
        How::No,
        &["synced", "issynced", "insync", "isinsync", "uptodate", "isuptodate", "fresh", "isfresh"],
    ),
    (
        Said::Unfinished,
        How::Anything,
        &[
            "async",
            "isasync",
            "asynchronous",
            "queued",
            "isqueued",
            "enqueued",
            "inprogress",
            "isinprogress",
            "loading",
            "isloading",
            "stillloading",
            "pleasewait",
            "shouldretry",
            "retryafter",
            "retrylater",
            "tryagain",
            "tryagainlater",
            "syncing",
            "rebuilding",
            "reindexing",
        ],
    ),
    (
        Said::Unfinished,
        How::Words(AT_WORK),
        &[
            "job",
            "jobstatus",
            "jobstate",
            "task",
            "taskstatus",
            "taskstate",
            "batchstatus",
            "queuestatus",
            "operation",
            "operationstatus",
            "operationstate",
        ],
    ),
    (Said::Unfinished, How::No, &["eof", "iseof", "finished", "isfinished", "loaded", "isloaded"]),
    (Said::Unfinished, How::Share, &["progress", "percentcomplete", "percentdone"]),
    (
        Said::Invented,
        How::Anything,
        &[
            "demo",
            "isdemo",
            "demomode",
            "demodata",
            "test",
            "istest",
            "testmode",
            "testdata",
            "fake",
            "isfake",
            "fakedata",
            "dummy",
            "isdummy",
            "simulated",
            "issimulated",
            "mocked",
            "ismock",
            "ismocked",
            "synthetic",
            "fixture",
        ],
    ),
];
/// Those of headers alone: a card may be one whose holder has yet to authenticate.
const OF_HEADERS: &[(Said, How, &[&str])] = &[
    (
        Said::Refused,
        How::Words(SHUT_OUT),
        &[
            "auth",
            "authstatus",
            "authresult",
            "authentication",
            "authorization",
            "login",
            "loginstatus",
            "signin",
            "session",
            "sessionstatus",
        ],
    ),
    (
        Said::Refused,
        How::No,
        &["authenticated", "isauthenticated", "authorized", "loggedin", "isloggedin", "signedin"],
    ),
    (
        Said::Turned,
        How::Anything,
        &[
            "redirect",
            "redirected",
            "redirectedfrom",
            "redirectedto",
            "redirectto",
            "redirecturl",
            "redirecturi",
            "redirectlocation",
        ],
    ),
    (Said::Refused, How::Anything, &["loginrequired", "authrequired", "loginurl"]),
];
/// Of members alone: a header of this name tells how often a proxy tried.
const OF_MEMBERS: &[(Said, How, &[&str])] =
    &[(Said::Unfinished, How::Anything, &["retry", "wait", "processing", "isprocessing"])];

/// What a member of a card says, by its name in small letters and digits alone.
pub(super) fn by_member(name: &str, value: &Node) -> Option<Said> {
    said(&[NAMES, OF_MEMBERS], name, value)
}

/// What a header says.
pub(super) fn by_header(name: &str, value: &str) -> Option<Said> {
    let name = folded_header(name);
    // Whoever gave the answer once: a web archive, or a server that knows a repeated request.
    let is_again = name.starts_with("archiveorig")
        || name.contains("idempot") && (name.contains("replay") || name.starts_with("archive"));
    let value = Node::of_header(value);
    if is_again && !value.says_nothing() {
        return Some(Said::Kept);
    }
    said(&[NAMES, OF_HEADERS], &name, &value)
}

fn said(tables: &[&[(Said, How, &[&str])]], name: &str, value: &Node) -> Option<Said> {
    let mut rows = tables.iter().flat_map(|table| table.iter());
    let (said, how, _) = rows.find(|(_, _, names)| names.contains(&name))?;
    let is_said = match how {
        How::Anything => !value.says_nothing(),
        How::No => value.says_nothing() && !value.is_unset(),
        How::Words(words) => has_word(value, words),
        How::Share => is_share(value),
    };
    is_said.then_some(*said)
}

fn has_word(value: &Node, words: &[&str]) -> bool {
    match value {
        Node::Text(text) => words_of(text).iter().any(|word| words.contains(&word.as_str())),
        Node::Bool(is) => !is && words.contains(&"no"),
        Node::Array(members) => members.iter().any(|member| has_word(member, words)),
        Node::Object(members) => members.iter().any(|(_, value)| has_word(value, words)),
        _ => false,
    }
}

fn is_share(value: &Node) -> bool {
    match value {
        Node::Whole(number) => (0..100).contains(number) && *number != 1,
        Node::Number(share) => (0.0..1.0).contains(share),
        _ => false,
    }
}

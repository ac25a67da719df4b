use super::Findings;
use super::source::{Source, words};

/// Libraries that are named in their homes only.
const HOMES: &[(&str, &[&str])] = &[
    ("egui", &["ui/", "app/", "painter/"]),
    ("eframe", &["app/"]),
    ("epaint", &["ui/"]),
    ("egui_extras", &["ui/"]),
    ("reqwest", &["api/", "media/fetch", "network/"]),
    ("poll_promise", &["jobs/"]),
    ("axum", &["sandbox/"]),
    ("tokio", &["network/", "sandbox/"]),
    ("http_body", &["network/", "sandbox/"]),
    ("clap", &["cli/"]),
    ("fluent_bundle", &["i18n/"]),
    ("maud", &["i18n/markup.rs", "batch/report/", "removal/"]),
    ("quick_junit", &["batch/report/"]),
    ("whoami", &["journal/"]),
    ("tracing", &["api/", "app/", "cli/", "diagnostics/", "media/", "removal/"]),
    ("tracing_subscriber", &["diagnostics/"]),
    ("tracing_appender", &["diagnostics/"]),
];

/// Where a text may go into a page as it is: the constant style sheet.
const UNESCAPED: &str = "i18n/markup.rs";

/// All that the values and rules of the field are made of.
const OF_DOMAIN: &[&str] = &["std", "url", "secrecy", "subtle", "crate", "super", "self"];

/// The digest is made and written in one place.
const OF_DIGEST: (&str, &[&str]) = ("domain/digest.rs", &["serde", "sha2"]);

/// The slow digest of a password, and its memory, likewise.
const OF_SECRETS: (&str, &[&str]) = ("domain/secret.rs", &["ring", "zeroize"]);

/// Where threads are named although it is not `jobs`, and why.
const THREADS_ELSEWHERE: &[(&str, &str)] = &[
    ("sandbox/server.rs", "the embedded server has a runtime of its own, on its own thread"),
    ("media/renderer/", "reads what the drawing process says while it is being written to"),
    ("pixels/buffers.rs", "asks how many processors there are, and makes no thread"),
    (
        "media/fetch/writer.rs",
        "one thread that ends with the cache; those of the pools have no priority",
    ),
    ("painter/mod.rs", "a scoped thread for half of a large area, which ends with it"),
    ("batch/run.rs", "scoped threads of one run, which end with it; the pools are the window's"),
    ("removal/run.rs", "a scoped thread of one removal, which ends with it"),
    ("app/system_lock.rs", "waits for signals of the system's buses, as long as the program runs"),
    ("cli/password.rs", "reads what another program says, which may never end"),
    ("store/lock.rs", "waits for another process's lock, in a job or as the window closes"),
    ("diagnostics/panics.rs", "asks which thread has panicked"),
    ("cli/sandbox.rs", "stands still while the sandbox serves"),
];

/// What neither the core nor the values nor the drawing may reach.
const OUTSIDE: &[&str] = &["fs", "net", "process", "env", "thread", "os"];

/// Where a token's text is needed: the password's is needed in `api` alone.
const TOKEN_EXPOSED: &[&str] = &[
    "api/",
    "domain/secret.rs",
    // To be known again in a text, and hidden there.
    "domain/redact.rs",
    "domain/redact/known.rs",
    // Its digest.
    "journal/entry.rs",
    // The clipboard, when a person asks for it.
    "model/cards/update.rs",
    // The command line's list, whose purpose is to print it.
    "cli/list.rs",
];

/// Where text from outside is redacted on its way to a person, a file or the clipboard.
pub(super) const REDACTING: &[&str] = &[
    "api/wire.rs",
    "api/client.rs",
    "api/failure.rs",
    "batch/kept.rs",
    "batch/record.rs",
    "batch/words.rs",
    "cli/list.rs",
    "customers/list.rs",
    "journal/entry.rs",
    "model/verify/update.rs",
    "removal/pending.rs",
    "removal/receipt.rs",
    "ui/format/error_text/explained.rs",
];

/// What puts text where it stays or is seen by others, the homes of each, and what they let through.
const WAYS_OUT: &[(&str, &[&str])] = &[
    // A person's wish: a token, an address, a proof.
    ("copy_text", &["app/clipboard.rs", "app/run/window.rs"]),
    // Sentences of the program.
    ("stderr", &["cli/console.rs", "cli/output.rs", "cli/remove.rs", "media/renderer/process.rs"]),
    ("stdout", &["cli/output.rs", "cli/password.rs", "cli/sandbox.rs", "media/renderer/"]),
    ("LineFile", &["journal/", "store/", "removal/pending.rs", "batch/state.rs"]),
    // Every record goes through the redactor in `diagnostics/log.rs`.
    ("tracing", &["api/", "app/", "cli/", "diagnostics/", "media/", "removal/"]),
    ("log", &["app/library_log.rs", "diagnostics/"]),
];

const LONGEST: usize = 400;

/// Whether a file calls the redactor.
pub(super) fn redacts(source: &Source) -> bool {
    ["redact", "redactor", "Redactor", "Redacted"]
        .iter()
        .any(|word| !words(&source.code, word).is_empty())
}

/// A new way out for text is one to think about: it is added above, and to the list of
/// `ARCHITECTURE.md`, with where its text is redacted. Nor is there a second rule for what to hide.
pub(super) fn unredacted(source: &Source) -> Findings {
    let mut findings = Findings::new();
    for (way, homes) in WAYS_OUT {
        let is_home = source.is_in("sandbox/") || homes.iter().any(|home| source.is_in(home));
        if !is_home {
            let at = words(&source.code, way);
            findings.extend(
                at.into_iter().map(|at| source.finding(at, &format!("`{way}`: a new way out"))),
            );
        }
    }
    if !source.path.starts_with("domain/redact") {
        for rule in ["mask", "elide"] {
            let at = words(&source.code, rule);
            findings.extend(
                at.into_iter()
                    .map(|at| source.finding(at, &format!("`{rule}`: a second redactor"))),
            );
        }
    }
    findings
}

pub(super) fn libraries_away_from_home(source: &Source) -> Findings {
    let mut findings = Findings::new();
    for (library, homes) in HOMES {
        if homes.iter().any(|home| source.is_in(home)) {
            continue;
        }
        for (at, _) in source.paths(library) {
            findings.push(source.finding(at, &format!("names `{library}`")));
        }
    }
    if !source.is_in(UNESCAPED) {
        for at in words(&source.code, "PreEscaped") {
            findings.push(source.finding(at, "writes a text into a page unescaped"));
        }
    }
    if source.module() == "domain" {
        for at in words(&source.code, "use") {
            let name = source.code[at + 3..].trim_start().trim_start_matches("::");
            let end = name.find(|c: char| !c.is_alphanumeric() && c != '_').unwrap_or(0);
            let local = source.path == "domain/mod.rs" && source.code[..at].ends_with("pub ");
            // The calendar, which has no clock.
            let calendar = name.starts_with("jiff::civil::");
            let of_digest = [OF_DIGEST, OF_SECRETS]
                .iter()
                .any(|(path, crates)| source.path == *path && crates.contains(&&name[..end]));
            if !local && !calendar && !of_digest && !OF_DOMAIN.contains(&&name[..end]) {
                findings.push(source.finding(at, &format!("`domain` uses `{}`", &name[..end])));
            }
        }
    }
    findings
}

/// Where files are decoded in this process, and why there.
const DECODES: &[(&str, &str)] = &[
    ("media/decoder.rs", "the one way to a decoder, with its limits"),
    ("network/encoding.rs", "unpacks answers as far as the caller takes them"),
    ("pixels/png/", "inflates into room of a known size, and is given the picture alone"),
    ("media/renderer/", "runs in a process with limits"),
    ("sandbox/", "reads what it has drawn itself"),
];

/// Ways into a decoder of files, whatever library has them.
const DECODERS: &[&str] = &[
    "ImageReader",
    "ImageDecoder",
    "Decoder",
    "PngDecoder",
    "JpegDecoder",
    "WebPDecoder",
    "GifDecoder",
    "Decompressor",
    "ZlibDecoder",
    "GzDecoder",
    "DeflateDecoder",
    "load_from_memory",
    "load_from_memory_with_format",
    "from_decoder",
    "into_dimensions",
    "image_dimensions",
];

/// What opens a decoder; to read from one that was opened is no way around its limits.
pub(super) fn decoders_elsewhere(source: &Source) -> Findings {
    if DECODES.iter().any(|(place, _)| source.is_in(place)) {
        return Findings::new();
    }
    let mut findings = Findings::new();
    for name in DECODERS {
        for at in words(&source.code, name) {
            let line = source.code[..at].rsplit('\n').next().unwrap_or_default();
            let is_trait = *name == "ImageDecoder" && line.trim_start().starts_with("use ");
            if !is_trait {
                findings.push(source.finding(at, &format!("opens a decoder: `{name}`")));
            }
        }
    }
    findings
}

pub(super) fn threads(source: &Source) -> Findings {
    let elsewhere = THREADS_ELSEWHERE.iter().any(|(place, _)| source.is_in(place));
    if source.module() == "jobs" || elsewhere {
        return Findings::new();
    }
    let names_threads = |path: &[String]| path.get(1).is_some_and(|part| part == "thread");
    let std = source.paths("std").into_iter();
    std.filter(|(_, path)| names_threads(path))
        .map(|(at, _)| source.finding(at, "names `std::thread`"))
        .collect()
}

pub(super) fn outside_world(source: &Source) -> Findings {
    let module = source.module();
    if !matches!(module, "ui" | "model" | "domain") {
        return Findings::new();
    }
    let mut findings = Findings::new();
    for (at, path) in source.paths("std") {
        let part = |index: usize| path.get(index).map(String::as_str).unwrap_or_default();
        let clock = part(1) == "time" && matches!(part(2), "Instant" | "SystemTime" | "*");
        let waits = part(1) == "sync" && matches!(part(2), "Mutex" | "RwLock" | "Condvar" | "*");
        if OUTSIDE.contains(&part(1)) || clock || waits || part(1) == "*" {
            findings.push(source.finding(at, &format!("`{module}` names `{}`", path.join("::"))));
        }
    }
    for clock in ["Timestamp::now", "Zoned::now", "Instant::now", "SystemTime::now"] {
        for at in words(&source.code, clock) {
            findings.push(source.finding(at, &format!("`{module}` asks the clock: {clock}")));
        }
    }
    findings
}

pub(super) fn exposed_secrets(source: &Source) -> Findings {
    let mut findings = Findings::new();
    if source.module() != "api" {
        for at in words(&source.code, "expose_for_request") {
            let defined = source.path == "domain/secret.rs" && source.code[..at].ends_with("fn ");
            if !defined {
                findings.push(source.finding(at, "takes a password out of its cover"));
            }
        }
    }
    if !TOKEN_EXPOSED.iter().any(|place| source.is_in(place)) {
        for at in words(&source.code, "expose") {
            if source.code[at..].starts_with("expose(") {
                findings.push(source.finding(at, "takes a token out of its cover"));
            }
        }
    }
    // A token goes to the clipboard when a person asks for it.
    if !matches!(source.path.as_str(), "domain/secret.rs" | "app/clipboard.rs") {
        for at in words(&source.code, "expose_secret") {
            findings.push(source.finding(at, "takes a secret out of its cover"));
        }
    }
    findings
}

pub(super) fn unsafe_or_global(source: &Source) -> Findings {
    let mut findings = Findings::new();
    for (word, what) in [
        ("unsafe", "is unsafe"),
        ("thread_local", "keeps state in threads"),
        ("lazy_static", "is global"),
    ] {
        for at in words(&source.code, word) {
            findings.push(source.finding(at, what));
        }
    }
    for at in words(&source.code, "static") {
        // `'static` is a lifetime.
        if source.code[..at].ends_with('\'') {
            continue;
        }
        let item = source.code[at..].split([';', '{']).next().unwrap_or_default();
        let changes = ["mut ", "Cell", "Lock", "Mutex", "Atomic", "Once", "Condvar"];
        if changes.iter().any(|word| item.contains(word)) {
            findings.push(source.finding(at, "is global state"));
        }
    }
    findings
}

pub(super) fn unexplained_exceptions(source: &Source) -> Findings {
    let mut findings = Findings::new();
    for (at, _) in source.code.match_indices("#[").chain(source.code.match_indices("#![")) {
        let attribute = source.code[at..].trim_start_matches(['#', '!', '[']);
        let exception = attribute.starts_with("allow(") || attribute.starts_with("expect(");
        let end = attribute.find(']').unwrap_or(attribute.len());
        if exception && words(&attribute[..end], "reason").is_empty() {
            findings.push(source.finding(at, "an exception without a reason"));
        }
    }
    findings
}

pub(super) fn too_long(source: &Source) -> Findings {
    let lines = source.text.lines().count();
    let is_long = lines > LONGEST;
    let long = is_long.then(|| format!("{} has {lines} lines", source.path));
    long.into_iter().collect()
}

#[test]
fn every_exception_for_threads_gives_its_reason() {
    assert!(THREADS_ELSEWHERE.iter().all(|(_, why)| why.split_whitespace().count() > 3));
}

//! Where the source is not the same for every system.

use super::source::{Source, words};
use super::{Findings, check, root};

const TITLE: &str = "## What differs by system";

/// Paths that the table of ARCHITECTURE.md holds: files, and folders with a slash at their end.
fn listed(text: &str) -> Vec<&str> {
    let (_, table) = text.split_once(TITLE).expect("the table's title");
    let table = table.split("\n## ").next().unwrap();
    let places = table.lines().filter_map(|line| line.strip_prefix("| `")?.split(" | ").next());
    places
        .flat_map(|places| {
            places.split('`').filter(|place| place.contains(".rs") || place.ends_with('/'))
        })
        .collect()
}

/// Places of a file that are compiled for some systems alone.
fn places(source: &Source) -> impl Iterator<Item = usize> {
    let found = [words(&source.code, "cfg"), words(&source.code, "cfg_attr")].concat();
    found.into_iter().filter(|at| {
        let condition = in_brackets(&source.code[*at..]);
        let names = |word: &&str| !words(condition, word).is_empty();
        ["windows", "unix", "target_os", "target_env"].iter().any(names)
    })
}

/// Up to the end of the first pair of brackets.
fn in_brackets(code: &str) -> &str {
    let mut depth = 0;
    let end = code.find(|c: char| {
        depth += i32::from(c == '(') - i32::from(c == ')');
        c == ')' && depth == 0
    });
    &code[..end.unwrap_or(code.len())]
}

fn unlisted_by(source: &Source, listed: &[&str]) -> Findings {
    let is_listed = |path: &str| {
        listed.iter().any(|place| path == *place || place.ends_with('/') && path.starts_with(place))
    };
    if is_listed(&source.path) {
        return Findings::new();
    }
    places(source).map(|at| source.finding(at, "differs by system, and is not listed")).collect()
}

fn unlisted(source: &Source) -> Findings {
    let text = std::fs::read_to_string(root().join("ARCHITECTURE.md")).unwrap();
    unlisted_by(source, &listed(&text))
}

#[test]
fn each_place_that_differs_by_system_is_listed_with_its_reason() {
    check(unlisted);
}

#[test]
fn places_that_differ_are_seen() {
    let text = format!(
        "{TITLE}\n\n| where |\n|---|\n| `a/b.rs`, `c/` | x |\n\n## Next\n| `d/e.rs` | y |\n"
    );
    let listed = listed(&text);
    assert_eq!(listed, ["a/b.rs", "c/"]);
    for (path, code, count) in [
        ("a/b.rs", "#[cfg(unix)] fn a() {}", 0),
        ("c/d.rs", "#[cfg(windows)] fn a() {}", 0),
        ("d/e.rs", "#[cfg(windows)] fn a() {}", 1),
        ("d/e.rs", "#[cfg(not(any(unix, windows)))] fn a() {}", 1),
        ("d/e.rs", "fn a() { if cfg!(target_os = \"linux\") {} }", 1),
        ("d/e.rs", "#[cfg_attr(all(unix, test), ignore)] fn a() {}", 1),
        ("d/e.rs", "#[cfg(test)] mod a;", 0),
        ("d/e.rs", "// cfg(unix)\nfn a() {}", 0),
    ] {
        let found = unlisted_by(&Source::new(path, code), &listed);
        assert_eq!(found.len(), count, "{code}: {found:?}");
    }
}

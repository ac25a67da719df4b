//! Who may name whom, and what may not be written at all: rules over the program's own source.
//!
//! Each rule is a function from a file to what is wrong with it. `bad` tries every rule on source
//! that breaks it, so that none passes by seeing nothing.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    reason = "helpers of tests stop at the first surprise"
)]

mod bad;
mod circles;
mod directions;
mod matches;
mod project;
mod promises;
mod sentences;
mod source;
mod systems;
mod words;

use std::path::{Path, PathBuf};

use source::Source;

/// What is wrong with a file, in words.
type Findings = Vec<String>;

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// Every Rust file below a folder of the repository, its path told from there.
fn files_below(folder: &str) -> Vec<Source> {
    let base = root().join(folder);
    let mut found = Vec::new();
    let mut waiting = vec![base.clone()];
    while let Some(path) = waiting.pop() {
        if path.is_dir() {
            let entries = std::fs::read_dir(&path).unwrap();
            waiting.extend(entries.map(|entry| entry.unwrap().path()));
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            let text = std::fs::read_to_string(&path).unwrap();
            found.push(Source::new(&unix(path.strip_prefix(&base).unwrap()), &text));
        }
    }
    found.sort_by(|a, b| a.path.cmp(&b.path));
    found
}

/// The program's source: `src`, and the packages below `crates` as if they were modules of it.
fn program() -> Vec<Source> {
    let mut all = files_below("src");
    for file in files_below("crates") {
        let Some((package, path)) = file.path.split_once("/src/") else { continue };
        let path = if path == "lib.rs" { "mod.rs" } else { path };
        let text = file.text.replace("crate::", &format!("crate::{package}::"));
        all.push(Source::new(&format!("{package}/{path}"), &text));
    }
    let packages: Vec<String> = std::fs::read_dir(root().join("crates"))
        .unwrap()
        .map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned())
        .collect();
    for file in &mut all {
        for package in &packages {
            let name = format!("carddesk_{package}");
            file.code = file.code.replace(&name, &format!("crate::{package}"));
        }
    }
    all
}

fn unix(path: &Path) -> String {
    let parts: PathBuf = path.into();
    parts.to_string_lossy().replace('\\', "/")
}

/// Fails with everything that a rule finds in the program.
fn check(rule: fn(&Source) -> Findings) {
    let files = program();
    assert!(files.len() > 100, "only {} files were found", files.len());
    let findings: Findings = files.iter().flat_map(rule).collect();
    assert!(findings.is_empty(), "\n{}\n", findings.join("\n"));
}

#[test]
fn modules_name_only_those_they_may() {
    check(directions::forbidden_modules);
}

#[test]
fn only_plain_results_of_other_modules_reach_model_and_ui() {
    check(directions::forbidden_items);
}

#[test]
fn nothing_goes_around_the_rules_by_way_of_super_or_a_glob() {
    check(directions::detours);
}

#[test]
fn libraries_are_named_in_their_homes_only() {
    check(words::libraries_away_from_home);
}

#[test]
fn files_are_decoded_in_one_place_only() {
    check(words::decoders_elsewhere);
}

#[test]
fn threads_are_made_in_jobs_only() {
    check(words::threads);
}

#[test]
fn the_core_and_the_drawing_reach_nothing_outside() {
    check(words::outside_world);
}

#[test]
fn secrets_leave_at_their_one_place() {
    check(words::exposed_secrets);
}

#[test]
fn texts_leave_by_way_of_the_redactor() {
    check(words::unredacted);
    let files = program();
    let lost: Vec<&str> = words::REDACTING
        .iter()
        .copied()
        .filter(|home| !files.iter().any(|source| source.path == *home && words::redacts(source)))
        .collect();
    assert!(lost.is_empty(), "these redact no more: {lost:?}");
}

#[test]
fn nothing_is_unsafe_or_global() {
    check(words::unsafe_or_global);
}

#[test]
fn exceptions_from_lints_carry_their_reasons() {
    check(words::unexplained_exceptions);
}

#[test]
fn every_action_event_and_effect_is_thought_about() {
    check(matches::wildcards);
}

/// What stands in two places is done twice, or not at all.
#[test]
fn keys_that_do_something_are_named_in_the_keymap_alone() {
    let files = program();
    let elsewhere = files.iter().filter(|file| file.is_in("ui/") && !file.is_in("ui/keymap/"));
    for key in ["Key::Delete", "Key::Space", "Key::X"] {
        assert!(files.iter().any(|file| file.is_in("ui/keymap/") && file.code.contains(key)));
        let found: Findings = elsewhere
            .clone()
            .filter_map(|file| file.code.find(key).map(|at| file.finding(at, key)))
            .collect();
        assert!(found.is_empty(), "\n{}\n", found.join("\n"));
    }
}

#[test]
fn no_file_is_longer_than_four_hundred_lines() {
    check(words::too_long);
    let findings: Findings = files_below("tests").iter().flat_map(words::too_long).collect();
    assert!(findings.is_empty(), "\n{}\n", findings.join("\n"));
}

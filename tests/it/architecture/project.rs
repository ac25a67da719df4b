//! Rules that stand in the project's own files.

use super::root;

fn read(name: &str) -> String {
    let path = root().join(name);
    std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{name}: {error}"))
}

/// Lines without comments.
fn settings(text: &str) -> Vec<String> {
    let bare = |line: &str| line.split('#').next().unwrap_or_default().trim().to_owned();
    text.lines().map(bare).filter(|line| !line.is_empty()).collect()
}

/// What `Cargo.toml` gets wrong.
fn manifest_findings(text: &str) -> Vec<String> {
    let lines = settings(text);
    let compact: Vec<String> = lines.iter().map(|line| line.replace(' ', "")).collect();
    let mut findings = Vec::new();
    if compact.iter().any(|line| line.contains("panic=\"abort\"")) {
        findings.push("a decoder's panic would end the program".to_owned());
    }
    for needed in [
        "panic=\"unwind\"",
        "unsafe_code=\"forbid\"",
        "unwrap_used=\"warn\"",
        "expect_used=\"warn\"",
        "panic=\"warn\"",
        "string_slice=\"warn\"",
        "print_stdout=\"warn\"",
        "print_stderr=\"warn\"",
    ] {
        if !compact.iter().any(|line| line == needed) {
            findings.push(format!("lacks {needed}"));
        }
    }
    findings
}

/// Bans that `clippy.toml` must hold.
const BANS: [&str; 5] = [
    "std::thread::spawn",
    "egui::Context::load_texture",
    "egui::Color32::from_rgb",
    "std::sync::mpsc::channel",
    "std::thread::sleep",
];

/// What `clippy.toml` gets wrong.
fn ban_findings(text: &str) -> Vec<String> {
    let lines = settings(text);
    let mut findings = Vec::new();
    for ban in BANS {
        let line = lines.iter().find(|line| line.contains(&format!("path = \"{ban}\"")));
        match line.and_then(|line| line.split_once("reason = \"")) {
            None => findings.push(format!("{ban} is not banned, or without a reason")),
            Some((_, reason)) if reason.len() < 12 => findings.push(format!("{ban}: why?")),
            Some(_) => {}
        }
    }
    findings
}

#[test]
fn panics_unwind_and_lints_stand() {
    let findings = manifest_findings(&read("Cargo.toml"));
    assert!(findings.is_empty(), "{findings:?}");
}

#[test]
fn the_bans_stand_with_their_reasons() {
    // Under another name or in capitals clippy would pass the file over.
    assert!(std::fs::read_dir(root()).unwrap().any(|e| e.unwrap().file_name() == "clippy.toml"));
    let findings = ban_findings(&read("clippy.toml"));
    assert!(findings.is_empty(), "{findings:?}");
}

#[test]
fn every_dependency_says_what_it_is_for() {
    let text = read("Cargo.toml");
    assert_eq!(unexplained(&text), Vec::<String>::new());
    assert_eq!(
        unexplained("[dependencies]\n# For a.\na = \"1\"\nb = \"1\"\n\n\nc = \"1\"\n"),
        ["c"]
    );
}

/// Dependencies without a comment above them; neighbours share one.
fn unexplained(manifest: &str) -> Vec<String> {
    let mut found = Vec::new();
    let (mut in_dependencies, mut explained) = (false, false);
    for line in manifest.lines() {
        if line.starts_with('[') {
            in_dependencies = line.contains("dependencies]");
            explained = false;
        } else if line.starts_with('#') {
            explained = true;
        } else if line.trim().is_empty() {
            explained = false;
        } else if let (true, false, Some((name, _))) =
            (in_dependencies, explained, line.split_once('='))
        {
            found.push(name.trim().to_owned());
        }
    }
    found
}

#[test]
fn a_bad_manifest_is_seen() {
    let good = read("Cargo.toml");
    for (from, to) in [
        ("panic = \"unwind\"", "panic = \"abort\""),
        ("unsafe_code = \"forbid\"", "unsafe_code = \"warn\""),
        ("string_slice = \"warn\"", "# string_slice = \"warn\""),
    ] {
        assert!(good.contains(from), "{from}");
        assert!(!manifest_findings(&good.replace(from, to)).is_empty(), "{to}");
    }
}

#[test]
fn a_missing_ban_is_seen() {
    let good = read("clippy.toml");
    for ban in BANS {
        let bad = good.replace(ban, "std::something::else");
        assert_eq!(ban_findings(&bad).len(), 1, "{ban}");
        let commented =
            good.replace(&format!("  {{ path = \"{ban}\""), &format!("# {{ path = \"{ban}\""));
        assert_eq!(ban_findings(&commented).len(), 1, "{ban}");
    }
}

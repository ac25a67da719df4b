//! Rules that stand in the project's own files.

use std::path::Path;
use std::process::Command;

use serde_json::Value;

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

/// All packages that a build here is made of, as Cargo tells of them.
fn packages() -> Vec<Value> {
    let cargo = std::env::var("CARGO").unwrap_or_else(|_| "cargo".to_owned());
    let run = |program: &str, arguments: &[&str]| {
        let output = Command::new(program).args(arguments).current_dir(root()).output().unwrap();
        assert!(output.status.success(), "{program}: {}", String::from_utf8_lossy(&output.stderr));
        String::from_utf8(output.stdout).unwrap()
    };
    let version = run(&cargo, &["-vV"]);
    let host = version.lines().find_map(|line| line.strip_prefix("host: ")).unwrap();
    // What is for other systems need not be on this machine.
    let arguments =
        ["metadata", "--locked", "--offline", "--format-version=1", "--filter-platform", host];
    let told: Value = serde_json::from_str(&run(&cargo, &arguments)).unwrap();
    told["packages"].as_array().unwrap().clone()
}

/// `1.95` and `1.95.0` as numbers.
fn version(text: &str) -> Vec<u32> {
    let mut numbers: Vec<u32> = text.split('.').map(|part| part.parse().unwrap()).collect();
    numbers.resize(3, 0);
    numbers
}

/// The oldest Rust that the program promises.
fn oldest() -> String {
    let lines = settings(&read("Cargo.toml"));
    let line = lines.iter().find_map(|line| line.strip_prefix("rust-version = "));
    line.unwrap().trim_matches('"').to_owned()
}

#[test]
fn no_dependency_needs_a_newer_rust_or_comes_from_elsewhere() {
    let ours = version(&oldest());
    let packages = packages();
    assert!(packages.len() > 300, "{}", packages.len());
    let is_ours = |package: &&Value| {
        Path::new(package["manifest_path"].as_str().unwrap()).starts_with(root())
    };
    assert_eq!(packages.iter().filter(is_ours).count(), 3);
    for package in packages.iter().filter(|package| !is_ours(package)) {
        let needed = package["rust_version"].as_str().unwrap_or("1.0");
        assert!(version(needed) <= ours, "{} needs Rust {needed}", package["name"]);
        let source = package["source"].as_str().unwrap_or("this machine");
        assert_eq!(source, "registry+https://github.com/rust-lang/crates.io-index", "{package}");
    }
    assert!(version("1.100") > version("1.95.1") && version("1.95") == version("1.95.0"));
}

#[test]
fn every_page_names_the_same_oldest_rust() {
    let oldest = oldest();
    let workflow = read(".github/workflows/ci.yml");
    for part in ["container: rust:", "RUSTUP_TOOLCHAIN: \"", "rustup toolchain install "] {
        assert!(workflow.contains(&format!("{part}{oldest}")), "{part}{oldest}");
    }
    assert!(read("CONTRIBUTING.md").contains(&format!("\nRust {oldest} (`rust-version`")));
}

#[test]
fn the_workflow_mirrors_the_gate() {
    let workflow = read(".github/workflows/ci.yml");
    let commands = |text: &str| -> Vec<String> {
        let lines = text.lines().map(|line| line.trim().trim_start_matches("- run: "));
        lines.filter(|line| line.starts_with("cargo ")).map(str::to_owned).collect()
    };
    let (gate, others) = (commands(&read(".ci/run")), commands(&workflow));
    // Of whatever the gate asks of the program itself, the other systems are asked the same.
    let own = |line: &&String| {
        ["cargo fmt", "cargo test", "cargo clippy", "cargo build"]
            .iter()
            .any(|c| line.starts_with(c))
    };
    let own: Vec<&String> = gate.iter().filter(own).collect();
    assert_eq!(own.len(), 4, "{gate:?}");
    assert!(own.iter().all(|line| others.contains(line)), "{own:?} {others:?}");
    for system in ["ubuntu-", "windows-", "macos-"] {
        assert!(workflow.contains(system), "{system}");
    }
    assert!(workflow.contains("- run: .ci/run"));
}

//! A panic is tried in a process of its own: the hook is the whole process's.

use std::fs;
use std::path::Path;
use std::process::Command;

use carddesk::cli::CliError;
use carddesk::diagnostics::{Log, Panics, summary};
use carddesk::domain::Language;
use carddesk::i18n::Texts;

/// Names the folder of the log to the process that panics.
const FOLDER: &str = "CARDDESK_TEST_LOG";

/// What the panics hold, and nobody may see.
const DATA: &str = "4000001234567890 of customer 778899";

#[test]
#[ignore = "run by the test below, in a process of its own"]
fn panics_twice() {
    let Some(folder) = std::env::var_os(FOLDER) else { return };
    let log = Log::begin(Path::new(&folder)).unwrap();
    assert!(Log::begin(Path::new(&folder)).is_err(), "one log a process");
    let panics = Panics::watch();
    let worker = std::thread::Builder::new().name("files 1".to_owned());
    assert!(worker.spawn(|| panic!("{DATA}")).unwrap().join().is_err());
    assert_eq!(panics.newest(), None, "another thread's");
    assert!(std::panic::catch_unwind(|| panic!("{DATA}")).is_err());
    let crash = panics.newest().unwrap();
    assert!(crash.place.starts_with("tests/it/diagnostics/panics.rs:"), "{crash}");
    assert_eq!(crash.to_string(), format!("the program has crashed ({})", crash.place));
    let words = CliError::Crashed(crash).words(&Texts::new(Language::English));
    assert!(words.contains("crashed") && words.contains("journal is safe"), "{words}");
    drop(log);
}

#[test]
fn a_panic_leaves_its_place_and_its_thread_and_no_data() {
    let dir = tempfile::tempdir().unwrap();
    let output = Command::new(std::env::current_exe().unwrap())
        .args(["--ignored", "--exact", "diagnostics::panics::panics_twice", "--nocapture"])
        .env(FOLDER, dir.path())
        .output()
        .unwrap();
    let said = format!(
        "{}{}",
        String::from_utf8_lossy(&output.stdout),
        String::from_utf8_lossy(&output.stderr)
    );
    assert!(output.status.success() && said.contains("1 passed"), "{said}");
    assert!(!said.contains("778899"), "{said}");
    let log = fs::read_to_string(dir.path().join("carddesk-1.log")).unwrap();
    assert!(!log.contains("778899"), "{log}");
    let line = |thread: &str| {
        let found = log.lines().find(|line| line.contains(&format!("thread=\"{thread}\"")));
        found.unwrap_or_else(|| panic!("{thread} in {log}")).to_owned()
    };
    assert!(line("files 1").contains("place=\"tests/it/diagnostics/panics.rs:"), "{log}");
    let summary = summary(dir.path());
    assert_eq!((summary.panics, summary.errors, summary.warnings), (2, 2, 0), "{summary:?}");
    assert_eq!(summary.newest.len(), 2);
}

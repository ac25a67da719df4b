//! Files of the data folder: those of earlier builds go on, and nothing is lost to a full disk.
#![allow(clippy::unwrap_used, reason = "helpers of tests stop at the first surprise")]

mod kinds;
mod place;
mod whole;

use std::fs;
#[cfg(unix)]
use std::path::Path;

use carddesk::journal::{ChainState, EntryKind, FILE_NAME, Journal, read};
use carddesk::store::{Failure, LineFile, Promise, Torn, replace, save_new};

const JOURNAL: &str = include_str!("written/journal.jsonl");

#[test]
fn a_journal_of_an_earlier_build_is_read_and_goes_on() {
    let dir = tempfile::tempdir().unwrap();
    let path = dir.path().join(FILE_NAME);
    fs::write(&path, JOURNAL).unwrap();
    let before = read(dir.path()).unwrap();
    assert_eq!((before.chain, before.entries.len()), (ChainState::Intact, 62));
    // An entry written anew after the lines before it is the line that stood there, and says from where.
    let last = before.entries.last().unwrap();
    let draft = carddesk::journal::Draft {
        removal: last.removal.clone(),
        kind: last.kind,
        subject: last.subject.clone(),
        detail: last.detail.clone(),
    };
    let shorter: String = JOURNAL.split_inclusive('\n').take(61).collect();
    fs::write(&path, &shorter).unwrap();
    let journal = Journal::open(dir.path()).unwrap();
    journal.append(draft.clone(), last.at).unwrap();
    let written = fs::read_to_string(&path).unwrap();
    let line = written.strip_prefix(&shorter).expect("byte for byte");
    let fields = |line: &str| {
        let object: serde_json::Map<String, serde_json::Value> =
            serde_json::from_str(line).unwrap();
        let new = ["workstation", "sum"];
        object.into_iter().filter(|(name, _)| !new.contains(&name.as_str())).collect::<Vec<_>>()
    };
    assert_eq!(fields(line), fields(JOURNAL.lines().last().unwrap()), "the same in the same order");
    journal.append(carddesk::journal::Draft { kind: EntryKind::Intent, ..draft }, last.at).unwrap();
    assert_eq!(read(dir.path()).unwrap().chain, ChainState::Intact);
}

#[test]
fn a_line_cut_off_never_runs_into_the_next() {
    let dir = tempfile::tempdir().unwrap();
    for (torn, whole) in [(Torn::End, "{}\n{\"a\n[]\n"), (Torn::Cut, "{}\n[]\n")] {
        let path = dir.path().join("lines");
        fs::write(&path, "{}\n{\"a").unwrap();
        LineFile::open(&path, torn).unwrap().append(b"[]", Promise::Synced).unwrap();
        assert_eq!(fs::read_to_string(&path).unwrap(), whole);
    }
}

#[test]
fn what_is_no_file_is_left_and_a_name_is_taken_once() {
    let dir = tempfile::tempdir().unwrap();
    let error = replace(dir.path(), b"x").unwrap_err();
    assert_eq!(error.failure(), Failure::NotAFile);
    let names: Vec<_> = (0..3).map(|n| save_new(dir.path(), "r.csv", &[n]).unwrap()).collect();
    let wanted = ["r.csv", "r-2.csv", "r-3.csv"].map(|name| dir.path().join(name));
    assert_eq!(names, wanted);
    #[cfg(unix)]
    assert_eq!(replace(Path::new("/dev/null"), b"x").unwrap_err().failure(), Failure::NotAFile);
}

/// Names that Windows keeps for devices, or changes, or refuses; each with the one it gets.
const NAMES: [(&str, &str); 22] = [
    ("art.png", "art.png"),
    ("con.png", "con_.png"),
    ("Aux.PNG", "Aux_.PNG"),
    ("nul", "nul_.bin"),
    ("PRN.tar.gz", "PRN_.tar.gz"),
    ("com1.jpg", "com1_.jpg"),
    ("LPT9.jpg", "LPT9_.jpg"),
    ("com¹.jpg", "com¹_.jpg"),
    ("conin$.txt", "conin$_.txt"),
    ("con .png", "con_.png"),
    ("com10.jpg", "com10.jpg"),
    ("comm.jpg", "comm.jpg"),
    ("console.png", "console.png"),
    ("card:art?.png", "card_art_.png"),
    ("a/b\\c.svg", "a_b_c.svg"),
    ("end. .png", "end.png"),
    ("end.png. ", "end.png.bin"),
    ("tab\tname.csv", "tab_name.csv"),
    ("", "file.bin"),
    (".png", "file.png"),
    ("...", "file.bin"),
    ("Карта клиента.png", "Карта клиента.png"),
];

#[test]
fn a_saved_name_is_one_that_every_system_takes() {
    for (name, wanted) in NAMES {
        let dir = tempfile::tempdir().unwrap();
        let saved = save_new(dir.path(), name, b"x").unwrap();
        assert_eq!(saved, dir.path().join(wanted), "{name:?}");
        let again = save_new(dir.path(), name, b"y").unwrap();
        assert_eq!(
            (fs::read(&saved).unwrap(), fs::read(&again).unwrap()),
            (b"x".into(), b"y".into())
        );
    }
}

proptest::proptest! {
    #![proptest_config(proptest::prelude::ProptestConfig::with_cases(200))]
    /// Whatever stands in an address.
    #[test]
    fn any_name_is_saved_in_its_folder(name in "(?s).{0,300}", short in "[ .:/\\\\a-cA-C1-3нй]{0,6}") {
        let dir = tempfile::tempdir().unwrap();
        for name in [&name, &short] {
            let saved = save_new(dir.path(), name, b"x").unwrap();
            assert_eq!(saved.parent(), Some(dir.path()));
            let found = saved.file_name().unwrap().to_str().unwrap();
            assert!(found.len() < 200 && !found.ends_with([' ', '.']) && !found.starts_with(' '), "{found:?}");
            assert!(!found.chars().any(|c| c.is_control() || "<>:\"/\\|?*".contains(c)), "{found:?}");
        }
    }
}

#[test]
fn a_file_in_the_way_of_a_folder_is_told_as_such() {
    let dir = tempfile::tempdir().unwrap();
    let file = dir.path().join("file");
    fs::write(&file, "").unwrap();
    for folder in [file.clone(), file.join("data"), file.join("data/deeper")] {
        let error = carddesk::store::make_folder(&folder).unwrap_err();
        assert_eq!(error.failure(), Failure::NoFolder, "{error}");
        assert_eq!(error.kind, std::io::ErrorKind::NotADirectory, "{error}");
    }
    let error = LineFile::open(dir.path(), Torn::End).unwrap_err();
    assert_eq!(error.failure(), Failure::NotAFile, "{error}");
}

/// A limit for files of nothing at all stands for a full disk: it needs no rights.
#[cfg(unix)]
#[test]
fn on_a_full_disk_the_old_report_stays_and_the_sentence_says_what_to_do() {
    let dir = tempfile::tempdir().unwrap();
    let report = dir.path().join("r.html");
    fs::write(&report, "old").unwrap();
    let script =
        "trap '' XFSZ; ulimit -f 0; exec \"$0\" verify --sandbox --customer 1001 --html \"$1\"";
    let done = std::process::Command::new("sh")
        .args(["-c", script, env!("CARGO_BIN_EXE_carddesk")])
        .arg(&report)
        .env("HOME", dir.path())
        .output()
        .unwrap();
    let said = String::from_utf8_lossy(&done.stderr).into_owned();
    assert_eq!(done.status.code(), Some(2), "{said}");
    assert!(said.contains("no room is left; free some space"), "{said}");
    assert_eq!(fs::read_to_string(&report).unwrap(), "old");
    let names = fs::read_dir(dir.path()).unwrap().count();
    assert_eq!(names, 1, "no temporary file stays");
}

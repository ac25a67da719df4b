//! Files that are written whole, as baselines and reports are: a kill in the middle leaves the one
//! before or the one after.

use std::io::{BufRead as _, BufReader, Write as _};
use std::path::Path;
use std::process::{Command, Stdio};

use carddesk::store::replace;

const FILE: &str = "CARDDESK_TEST_FILE";
/// Enough that a kill after a line falls into the writing of the next file.
const BYTES: usize = 8 << 20;

/// Each its own, also in length.
fn content(number: usize) -> Vec<u8> {
    let digit = b'0' + u8::try_from(number % 10).unwrap();
    vec![digit; BYTES + number]
}

#[test]
#[ignore = "run by the test below, in a process of its own"]
fn writes_without_end() {
    let Some(path) = std::env::var_os(FILE) else { return };
    let mut out = std::io::stdout();
    for number in 0.. {
        replace(path.as_ref(), &content(number)).unwrap();
        writeln!(out, "\nwrote {number}").unwrap();
    }
}

/// Kills the writer in the file after `upto`; which one is there then?
fn left_by_a_kill_after(upto: usize, path: &Path) -> usize {
    let mut child = Command::new(std::env::current_exe().unwrap())
        .args(["--ignored", "--exact", "--nocapture", "store::whole::writes_without_end"])
        .env(FILE, path)
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    let wanted = format!("wrote {upto}");
    let mut lines = BufReader::new(child.stdout.take().unwrap()).lines();
    assert!(lines.by_ref().map_while(Result::ok).any(|line| line == wanted), "it broke off");
    child.kill().unwrap();
    child.wait().unwrap();
    let written = std::fs::read(path).unwrap();
    let number = written.len().checked_sub(BYTES).unwrap();
    assert!(written == content(number), "file {number} is not whole");
    number
}

#[test]
fn a_kill_in_the_middle_leaves_a_whole_file_and_the_next_is_written() {
    let dir = tempfile::tempdir().unwrap();
    let path = dir.path().join("baseline.jsonl");
    for upto in 0..6 {
        assert!(left_by_a_kill_after(upto, &path) >= upto);
    }
    replace(&path, b"the next").unwrap();
    assert_eq!(std::fs::read(&path).unwrap(), b"the next");
}

//! Several writers at once, in one process and in many.
use std::fs::File;
use std::path::Path;
use std::process::Command;
use std::thread;
use std::time::Duration;

use carddesk::journal::{ChainState, EntryKind, FILE_NAME, Journal, JournalError, read};

use super::{draft, noon};

const FOLDER: &str = "CARDDESK_TEST_JOURNAL_FOLDER";
const APPENDS: usize = 20;

fn append_some(dir: &Path) {
    let journal = Journal::open(dir).unwrap().with_lock_wait(Duration::from_secs(60));
    for _ in 0..APPENDS {
        journal.append(draft(EntryKind::Intent), noon()).unwrap();
    }
}

#[test]
fn threads_that_write_at_once_make_one_chain() {
    let dir = tempfile::tempdir().unwrap();
    thread::scope(|scope| {
        for _ in 0..4 {
            scope.spawn(|| append_some(dir.path()));
        }
    });
    let view = read(dir.path()).unwrap();
    assert_eq!((view.chain, view.entries.len()), (ChainState::Intact, 4 * APPENDS));
}

#[test]
fn processes_that_write_at_once_make_one_chain() {
    let dir = tempfile::tempdir().unwrap();
    let children: Vec<_> = (0..3)
        .map(|_| {
            Command::new(std::env::current_exe().unwrap())
                .args(["journal::concurrency::writes_when_told_to", "--exact", "--ignored"])
                .env(FOLDER, dir.path())
                .stdout(std::process::Stdio::null())
                .spawn()
                .unwrap()
        })
        .collect();
    for mut child in children {
        assert!(child.wait().unwrap().success());
    }
    let view = read(dir.path()).unwrap();
    assert_eq!((view.chain, view.entries.len()), (ChainState::Intact, 3 * APPENDS));
}

#[test]
#[ignore = "run in its own process by the test above"]
fn writes_when_told_to() {
    if let Some(dir) = std::env::var_os(FOLDER) {
        append_some(Path::new(&dir));
    }
}

#[test]
fn a_journal_that_stays_locked_is_an_error_of_its_own() {
    let dir = tempfile::tempdir().unwrap();
    let journal = Journal::open(dir.path()).unwrap().with_lock_wait(Duration::ZERO);
    let path = dir.path().join(FILE_NAME);
    let holder = File::open(&path).unwrap();
    holder.lock().unwrap();
    let error = journal.append(draft(EntryKind::Intent), noon()).unwrap_err();
    assert_eq!(error, JournalError::Locked { path });
    assert!(error.to_string().contains("in use by another program"), "{error}");
    holder.unlock().unwrap();
    journal.append(draft(EntryKind::Intent), noon()).unwrap();
    assert_eq!(read(dir.path()).unwrap().entries.len(), 1);
}

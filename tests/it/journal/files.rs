//! Rights, folders, and what must never be in the file.
use std::fs;
use std::io;

use carddesk::journal::{Draft, EntryKind, FILE_NAME, Journal, JournalError, read, verify};

use super::{TOKEN, draft, noon};

#[cfg(unix)]
#[test]
fn the_folder_and_the_file_are_the_users_alone() {
    use std::os::unix::fs::PermissionsExt as _;
    let dir = tempfile::tempdir().unwrap();
    let folder = dir.path().join("data/carddesk");
    let mode = |path: &std::path::Path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
    let journal = Journal::open(&folder).unwrap();
    assert_eq!((mode(&folder), mode(journal.path())), (0o700, 0o600));

    fs::set_permissions(journal.path(), fs::Permissions::from_mode(0o644)).unwrap();
    journal.append(draft(EntryKind::Intent), noon()).unwrap();
    assert_eq!(mode(journal.path()), 0o600);
}

#[test]
fn a_folder_that_cannot_be_made_is_told_with_its_path() {
    let dir = tempfile::tempdir().unwrap();
    let file = dir.path().join("file");
    fs::write(&file, "").unwrap();
    let error = Journal::open(&file.join("data")).unwrap_err();
    let JournalError::Unwritable { path, kind, .. } = &error else { panic!("{error:?}") };
    assert_eq!(path, &file.join("data").join(FILE_NAME));
    assert_eq!(*kind, io::ErrorKind::NotADirectory);
    assert!(error.to_string().contains("cannot be written"), "{error}");
}

#[test]
fn a_folder_in_the_files_place_is_an_error_in_writing_and_in_reading() {
    let dir = tempfile::tempdir().unwrap();
    fs::create_dir(dir.path().join(FILE_NAME)).unwrap();
    let error = Journal::open(dir.path()).unwrap_err();
    assert!(matches!(error, JournalError::Unwritable { .. }), "{error:?}");
    let error = verify(dir.path()).unwrap_err();
    assert!(matches!(error, JournalError::Unreadable { .. }), "{error:?}");
}

#[test]
fn a_journal_that_was_taken_away_begins_anew() {
    let dir = tempfile::tempdir().unwrap();
    let folder = dir.path().join("data");
    let journal = Journal::open(&folder).unwrap();
    journal.append(draft(EntryKind::Intent), noon()).unwrap();
    fs::remove_dir_all(&folder).unwrap();
    assert_eq!(journal.append(draft(EntryKind::Intent), noon()).unwrap().seq, 1);
    assert_eq!(read(&folder).unwrap().entries.len(), 1);
}

#[test]
fn card_numbers_and_tokens_do_not_get_into_the_file() {
    let dir = tempfile::tempdir().unwrap();
    let journal = Journal::open(dir.path()).unwrap();
    let mut draft = draft(EntryKind::Refused);
    draft.subject.reason = Some(format!("card 4123 6212 3456 0028, token {TOKEN}"));
    draft.subject.operator = Some("4123621234560028".to_owned());
    draft.subject.bank = "4123-6212-3456-0028".to_owned();
    draft.detail = Some(format!("no {} here", TOKEN.to_lowercase()));
    let entry = journal.append(draft, noon()).unwrap();
    let text = fs::read_to_string(journal.path()).unwrap();
    let digits: String = text.chars().filter(|c| c.is_ascii_digit()).collect();
    assert!(!digits.contains("4123621234560028"), "{text}");
    assert!(!text.to_uppercase().contains(TOKEN), "{text}");
    assert_eq!(entry.subject.reason.as_deref(), Some("card **** **** **** 0028, token 54F5…B401"));
}

#[test]
fn texts_are_cut_so_that_every_line_stays_readable() {
    let dir = tempfile::tempdir().unwrap();
    let journal = Journal::open(dir.path()).unwrap();
    let mut draft = draft(EntryKind::Intent);
    draft.subject.reason = Some("\u{1}".repeat(100_000));
    draft.subject.os_user = "ж".repeat(100_000);
    draft.detail = Some("ж".repeat(100_000));
    let written = journal.append(draft, noon()).unwrap();
    let detail = written.detail.clone().unwrap();
    assert_eq!(detail.chars().count(), Draft::MAX_TEXT_CHARS);
    assert!(detail.ends_with('…'));
    assert_eq!(read(dir.path()).unwrap().entries, [written]);
}

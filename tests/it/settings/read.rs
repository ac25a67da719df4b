//! Files that a person named.

use std::fs;
use std::path::Path;

use carddesk::domain::Language;
use carddesk::i18n::Texts;
use carddesk::settings::{ReadFailure, read_file, read_stream};
use carddesk::words::{continued, read_error};

#[test]
fn a_file_is_read_up_to_its_limit() {
    let dir = tempfile::tempdir().unwrap();
    let file = dir.path().join("list.txt");
    fs::write(&file, "12345").unwrap();
    assert_eq!(read_file(&file, 5).unwrap(), b"12345");
    assert_eq!(read_stream(&file, 5).unwrap(), b"12345");
    let error = read_file(&file, 4).unwrap_err();
    assert_eq!((error.failure, error.path), (ReadFailure::TooLarge { most: 4 }, file));
}

#[test]
fn what_is_no_file_says_what_it_is() {
    let dir = tempfile::tempdir().unwrap();
    let file = dir.path().join("list.txt");
    fs::write(&file, "1004").unwrap();
    let failure = |path: &Path| {
        let both = [read_file(path, 9), read_stream(path, 9)].map(|read| read.unwrap_err());
        assert_eq!(both[0], both[1]);
        both[0].failure
    };
    assert_eq!(failure(&dir.path().join("lost.txt")), ReadFailure::NotFound);
    assert_eq!(failure(&dir.path().join("lost/list.txt")), ReadFailure::NotFound);
    assert_eq!(failure(&file.join("more")), ReadFailure::NotFound, "below a file");
    assert_eq!(failure(Path::new("")), ReadFailure::NotFound);
    assert_eq!(failure(Path::new("a\0b")), ReadFailure::NotFound);
    assert_eq!(failure(dir.path()), ReadFailure::Folder);
}

#[cfg(unix)]
#[test]
fn devices_are_read_on_the_command_line_alone() {
    let null = Path::new("/dev/null");
    assert_eq!(read_file(null, 9).unwrap_err().failure, ReadFailure::NoFile);
    assert_eq!(read_stream(null, 9).unwrap(), b"");
}

/// As Excel opens a file of its own.
#[cfg(windows)]
#[test]
fn a_file_that_another_program_keeps_is_told_as_such() {
    use std::os::windows::fs::OpenOptionsExt as _;
    let dir = tempfile::tempdir().unwrap();
    let file = dir.path().join("list.txt");
    fs::write(&file, "1004").unwrap();
    let kept = fs::OpenOptions::new().read(true).share_mode(0).open(&file).unwrap();
    let error = read_file(&file, 9).unwrap_err();
    assert_eq!(error.failure, ReadFailure::InUse);
    let said = read_error(&Texts::new(Language::English), &error);
    assert!(said.contains("is open in another program; close it there"), "{said}");
    drop(kept);
    assert_eq!(read_file(&file, 9).unwrap(), b"1004");
}

#[test]
fn each_kind_has_words_of_its_own() {
    let dir = tempfile::tempdir().unwrap();
    let file = dir.path().join("list.txt");
    fs::write(&file, "1004").unwrap();
    let texts = Texts::new(Language::English);
    let said =
        |path: &Path, most| continued(&read_error(&texts, &read_file(path, most).unwrap_err()));
    assert_eq!(
        said(dir.path(), 9),
        format!("the path {} is a folder; give a file in it", dir.path().display())
    );
    assert!(said(&file, 3).ends_with("list.txt is too large: at most 1 MiB are read"));
    let lost = dir.path().join("lost");
    assert_eq!(said(&lost, 9), format!("there is no file {}; check the path", lost.display()));
}

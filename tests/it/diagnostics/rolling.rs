use std::fs;
use std::path::{Path, PathBuf};

use carddesk::store::{Failure, RollingFile};
use proptest::prelude::*;

const MOST: u64 = 256;

fn claim(folder: &Path) -> RollingFile {
    RollingFile::claim(folder, "log", 3, MOST).unwrap()
}

fn read(path: &Path) -> String {
    fs::read_to_string(path).unwrap_or_default()
}

/// Both halves, oldest lines first.
fn lines(path: &Path) -> Vec<String> {
    let all = read(&RollingFile::older(path)) + &read(path);
    all.lines().map(ToOwned::to_owned).collect()
}

proptest! {
    #[test]
    fn the_newest_lines_stay_within_their_room(
        written in prop::collection::vec("[a-zа-я ]{0,300}", 0..60),
        reopened in 0_usize..60,
    ) {
        let dir = tempfile::tempdir().unwrap();
        let mut file = claim(dir.path());
        let path: PathBuf = file.path().to_owned();
        for (number, line) in written.iter().enumerate() {
            if number == reopened {
                drop(file);
                file = claim(dir.path());
                prop_assert_eq!(file.path(), &path);
            }
            file.append(line.as_bytes()).unwrap();
            for half in [path.clone(), RollingFile::older(&path)] {
                prop_assert!(read(&half).len() as u64 <= MOST);
            }
        }
        let kept = lines(&path);
        let fits = written.iter().filter(|line| (line.len() as u64) < MOST);
        let fits: Vec<&String> = fits.collect();
        prop_assert!(fits.len() >= kept.len());
        let newest = &fits[fits.len() - kept.len()..];
        prop_assert!(kept.iter().eq(newest.iter().copied()), "{kept:?}");
        // Nothing left before both halves were full.
        let bytes: usize = kept.iter().map(|line| line.len() + 1).sum();
prop_assert!(kept.len() == fits.len() || bytes as u64 > MOST, "{bytes}");
    }
}

#[test]
fn processes_that_write_at_once_have_places_of_their_own() {
    let dir = tempfile::tempdir().unwrap();
    let [mut first, mut second, third] = [(); 3].map(|()| claim(dir.path()));
    first.append(b"of the first").unwrap();
    second.append(b"of the second").unwrap();
    assert_eq!(lines(first.path()), ["of the first"]);
    assert_eq!(lines(second.path()), ["of the second"]);
    let fourth = RollingFile::claim(dir.path(), "log", 3, MOST).unwrap_err();
    assert_eq!(fourth.failure(), Failure::Locked);
    let freed = second.path().to_owned();
    drop(second);
    let mut again = claim(dir.path());
    assert_eq!(again.path(), freed);
    again.append(b"of the fourth").unwrap();
    assert_eq!(lines(&freed), ["of the second", "of the fourth"]);
    assert_ne!(third.path(), freed);
}

#[test]
fn a_line_that_was_cut_off_is_ended() {
    let dir = tempfile::tempdir().unwrap();
    fs::write(dir.path().join("log-1.log"), "a who").unwrap();
    let mut file = claim(dir.path());
    file.append(b"next").unwrap();
    assert_eq!(lines(file.path()), ["a who", "next"]);
}

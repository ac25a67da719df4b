//! Files that a run leaves for the next one, as a desk treats them: two runs at once, a kill in the
//! middle, a full disk, a folder that takes nothing.
#![cfg(unix)]
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};

use carddesk::removal::pending;

use super::{Run, User, access, finish};
use crate::support::{PASSWORD, Shop, token};

const CUSTOMERS: [&str; 4] = ["1001", "1004", "2006", "1002"];
const NO_ROOM: &str = "no room is left; free some space";

/// Flags of a batch of the customers with a file to go on with.
fn batch(rate: &str, flag: &str, path: &Path) -> Vec<String> {
    let mut all: Vec<&str> = vec!["verify", "--sandbox", "--rate", rate];
    all.extend(CUSTOMERS.iter().flat_map(|customer| ["--customer", customer]));
    all.extend([flag, path.to_str().unwrap()]);
    all.into_iter().map(str::to_owned).collect()
}

fn begun(user: &User, flags: &[String]) -> Child {
    user.program(&flags.iter().map(String::as_str).collect::<Vec<_>>()).spawn().unwrap()
}

fn run(user: &User, flags: &[String]) -> Run {
    finish(begun(user, flags), &format!("{PASSWORD}\n"))
}

/// A limit for files of nothing at all stands for a full disk: it needs no rights.
fn run_on_a_full_disk(user: &User, flags: &[String]) -> Run {
    let mut command = Command::new("/bin/sh");
    command.args(["-c", "trap '' XFSZ; ulimit -f 0; exec \"$0\" \"$@\""]);
    command.arg(env!("CARGO_BIN_EXE_carddesk")).args(flags);
    command.env_clear().env("HOME", user.home.path());
    command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    finish(command.spawn().unwrap(), &format!("{PASSWORD}\n"))
}

/// How often each customer stands in a state file whose lines are all whole.
fn kept(state: &Path) -> Vec<usize> {
    let text = fs::read_to_string(state).unwrap();
    let lines: Vec<serde_json::Value> =
        text.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    let is_of =
        |customer: &str| lines.iter().filter(|line| line["customer"]["number"] == customer).count();
    CUSTOMERS.map(is_of).to_vec()
}

fn file(user: &User, name: &str) -> PathBuf {
    user.home.path().join(name)
}

#[test]
fn of_two_batches_with_one_state_file_one_is_refused_and_nothing_is_lost() {
    let user = User::new();
    let state = file(&user, "state.jsonl");
    let flags = batch("100", "--state", &state);
    let both = [begun(&user, &flags), begun(&user, &flags)];
    let runs = both.map(|child| finish(child, ""));
    for run in &runs {
        assert!(run.err.is_empty() || run.err.contains("in use by another run"), "{run:?}");
    }
    assert!(runs.iter().any(|run| run.err.is_empty()), "{runs:?}");
    assert_eq!(kept(&state), [1; 4]);
}

#[test]
fn a_batch_that_was_killed_goes_on_where_it_was() {
    let user = User::new();
    let state = file(&user, "state.jsonl");
    let mut child = begun(&user, &batch("1", "--state", &state));
    let has_one = || fs::read_to_string(&state).is_ok_and(|text| text.contains("\"customer\""));
    while !has_one() {
        assert!(child.try_wait().unwrap().is_none(), "it ended without a word");
        std::thread::yield_now();
    }
    child.kill().unwrap();
    child.wait().unwrap();
    let before = fs::read_to_string(&state).unwrap();
    let whole = before.rsplit_once('\n').map_or("", |(whole, _)| whole);
    assert_eq!(run(&user, &batch("100", "--state", &state)).err, "");
    assert_eq!(kept(&state), [1; 4], "none twice");
    assert!(fs::read_to_string(&state).unwrap().starts_with(whole));
}

#[test]
fn a_state_file_on_a_full_disk_stays_and_the_sentence_says_what_to_do() {
    let user = User::new();
    let state = file(&user, "state.jsonl");
    let first = ["verify", "--sandbox", "--customer", "1001", "--state", state.to_str().unwrap()];
    assert_eq!(run(&user, &first.map(str::to_owned)).err, "");
    let before = fs::read_to_string(&state).unwrap();
    let full = run_on_a_full_disk(&user, &batch("100", "--state", &state));
    assert!(full.err.contains(NO_ROOM), "{full:?}");
    assert_eq!(fs::read_to_string(&state).unwrap(), before);
    assert_eq!(run(&user, &batch("100", "--state", &state)).err, "");
    assert_eq!(kept(&state), [1; 4]);
}

#[test]
fn a_baseline_on_a_full_disk_stays_as_it_was() {
    let user = User::new();
    let path = file(&user, "then.jsonl");
    let flags = batch("100", "--save-baseline", &path);
    assert_eq!(run(&user, &flags).err, "");
    let before = fs::read(&path).unwrap();
    let full = run_on_a_full_disk(&user, &flags);
    assert!(full.code == 2 && full.err.contains(NO_ROOM), "{full:?}");
    assert_eq!(fs::read(&path).unwrap(), before);
    // Two that write it at once leave one of them, whole.
    let both = [begun(&user, &flags), begun(&user, &flags)];
    for child in both {
        assert_eq!(finish(child, "").err, "");
    }
    assert_eq!(run(&user, &batch("100", "--baseline", &path)).err, "");
    let left = fs::read_dir(user.home.path()).unwrap().flatten();
    let names: Vec<_> = left.map(|file| file.file_name()).collect();
    assert!(!names.iter().any(|name| name.to_string_lossy().contains("tmp")), "{names:?}");
}

fn removal(shop: &Shop, data: &Path) -> Vec<String> {
    let url = shop.gateway.url();
    let more = [
        "--customer",
        "AB 12",
        "--all",
        "--yes",
        "--expect-cards",
        "3",
        "--data-dir",
        data.to_str().unwrap(),
    ];
    [&["remove"][..], &access(&url), &more].concat().into_iter().map(str::to_owned).collect()
}

#[test]
fn cards_that_could_not_be_written_down_are_not_sent() {
    let (user, shop) = (User::new(), Shop::willing(3));
    fs::create_dir(user.data()).unwrap();
    let full = run_on_a_full_disk(&user, &removal(&shop, &user.data()));
    assert!(full.err.contains("nothing was sent") && full.err.contains(NO_ROOM), "{full:?}");
    assert_eq!(shop.tokens(), [0, 1, 2].map(token), "nothing was sent");
    assert!(pending(&user.data()).is_empty(), "nothing is left to carry on");
    assert_eq!(run(&user, &removal(&shop, &user.data())).err, "");
    assert!(shop.tokens().is_empty());
}

#[cfg(target_os = "linux")]
#[test]
fn a_folder_that_takes_nothing_is_told_before_anything_is_sent() {
    let (user, shop) = (User::new(), Shop::willing(2));
    let refused = run(&user, &removal(&shop, Path::new("/sys/carddesk")));
    assert!(refused.code == 2 && refused.err.contains("/sys/carddesk"), "{refused:?}");
    assert_eq!(shop.tokens(), [0, 1].map(token));
    for flag in ["--state", "--save-baseline"] {
        let refused = run(&user, &batch("100", flag, Path::new("/sys/carddesk.jsonl")));
        assert!(refused.code == 2 && refused.err.contains("/sys/carddesk.jsonl"), "{refused:?}");
    }
}

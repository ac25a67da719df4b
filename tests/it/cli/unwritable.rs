//! Files that cannot be written: each is told, and none keeps the others from being written.
use std::fs;

use super::{Run, User, finish_unread};
use crate::support::{Fate, Shop, token};

/// A name that its folder does not take: found out when it is written.
fn too_long() -> String {
    "x".repeat(300)
}

struct Bench {
    user: User,
}

impl Bench {
    fn path(&self, name: &str) -> String {
        self.user.home.path().join(name).to_str().unwrap().to_owned()
    }

    fn is_written(&self, name: &str) -> bool {
        fs::read(self.user.home.path().join(name)).is_ok_and(|bytes| !bytes.is_empty())
    }

    fn verify(&self, flags: &[(&str, &str)]) -> Run {
        let flags = self.flags(flags);
        self.user.run(&flags.iter().map(String::as_str).collect::<Vec<_>>())
    }

    fn flags(&self, flags: &[(&str, &str)]) -> Vec<String> {
        let first = ["verify", "--sandbox", "--rate", "100", "--customer", "3001"];
        let mut all: Vec<String> = first.map(str::to_owned).to_vec();
        for (flag, name) in flags {
            all.push((*flag).to_owned());
            all.push(if *name == "-" { "-".to_owned() } else { self.path(name) });
        }
        all
    }
}

const KINDS: [&str; 5] = ["--save-baseline", "--html", "--csv", "--junit", "--json"];

#[test]
fn one_that_cannot_be_written_does_not_lose_the_others() {
    for bad in KINDS {
        let bench = Bench { user: User::new() };
        let long = too_long();
        let flags = KINDS.map(|kind| (kind, if kind == bad { long.as_str() } else { &kind[2..] }));
        let run = bench.verify(&flags);
        run.complains(2, &format!("{long} cannot be written"));
        for kind in KINDS.iter().filter(|kind| **kind != bad) {
            assert!(bench.is_written(&kind[2..]), "{kind} beside {bad}: {run:?}");
        }
    }
}

#[test]
fn every_reason_is_told() {
    let bench = Bench { user: User::new() };
    let (one, other) = (format!("1{}", too_long()), format!("2{}", too_long()));
    let run = bench.verify(&[("--html", &one), ("--csv", "r.csv"), ("--junit", &other)]);
    assert_eq!(run.code, 2, "{run:?}");
    for name in [&one, &other] {
        assert!(run.err.contains(&format!("{name} cannot be written")), "{run:?}");
    }
    assert!(bench.is_written("r.csv"));
}

#[test]
fn a_standard_output_that_is_closed_does_not_lose_the_files() {
    let bench = Bench { user: User::new() };
    let flags = bench.flags(&[("--json", "-"), ("--html", "r.html"), ("--save-baseline", "kept")]);
    let flags: Vec<&str> = flags.iter().map(String::as_str).collect();
    let run = finish_unread(bench.user.program(&flags).spawn().unwrap());
    assert_eq!(run.code, 2, "{run:?}");
    assert!(run.err.contains("the result could not be written"), "{run:?}");
    assert!(bench.is_written("r.html") && bench.is_written("kept"));
}

#[test]
fn folders_that_are_not_there_are_all_told_before_anybody_is_asked() {
    let bench = Bench { user: User::new() };
    let run = bench.verify(&[("--html", "no/r.html"), ("--csv", "r.csv"), ("--json", "nor/r")]);
    assert_eq!(run.code, 2, "{run:?}");
    for name in ["no/r.html", "nor/r"] {
        assert!(run.err.contains(&format!("{name} cannot be written")), "{run:?}");
    }
    assert!(!bench.is_written("r.csv"));
}

#[test]
fn a_receipt_that_cannot_be_written_is_told_with_the_outcome_and_its_code() {
    let (user, shop) = (User::new(), Shop::willing(2));
    let data = user.data();
    let long = user.home.path().join(too_long());
    let flags = [
        "--all",
        "--yes",
        "--expect-cards",
        "2",
        "--receipt",
        long.to_str().unwrap(),
        "--data-dir",
    ];
    let run = user.at(&shop.gateway, "remove", &[&flags[..], &[data.to_str().unwrap()]].concat());
    assert_eq!(run.code, 0, "it was removed: {run:?}");
    assert!(run.out.contains("All removed: 2 of 2"), "{run:?}");
    assert!(run.err.contains("the outcome is “all removed”, but the file "), "{run:?}");
    assert!(shop.tokens().is_empty());
    // Nor is that of a card by itself passed over; an outcome of its own tells by its code.
    for (fate, code, word, said) in [
        (Fate::Fine, 0, "removed_verified", "removed (verified)"),
        (Fate::CutBefore, 1, "still_there", "still there"),
    ] {
        let shop = Shop::new(2, move |_| fate, |_| Fate::Fine);
        let one = token(1);
        let flags = ["--token", &one, "--yes", "--json", "--receipt", long.to_str().unwrap()];
        let run = user.at(&shop.gateway, "remove", &flags);
        assert_eq!((run.code, &run.json()["outcome"]), (code, &word.into()), "{run:?}");
        assert!(run.err.contains(&format!("the outcome is “{said}”, but the file ")), "{run:?}");
        assert_eq!(shop.asked().len(), 1);
    }
}

#[test]
fn a_receipt_in_no_folder_is_told_before_anything_is_sent() {
    let (user, shop) = (User::new(), Shop::willing(2));
    let data = user.data();
    let nowhere = user.home.path().join("no/receipt.html");
    let one = token(0);
    for which in [&["--all", "--expect-cards", "2"][..], &["--token", &one]] {
        let flags = ["--yes", "--receipt", nowhere.to_str().unwrap(), "--data-dir"];
        let flags = [which, &flags, &[data.to_str().unwrap()]].concat();
        let run = user.at(&shop.gateway, "remove", &flags);
        run.complains(2, "no/receipt.html cannot be written");
    }
    assert_eq!(shop.tokens().len(), 2);
    assert!(shop.gateway.paths().is_empty(), "nobody was asked");
}

#[cfg(unix)]
#[test]
fn what_is_no_file_is_refused_before_anybody_is_asked() {
    let (user, shop) = (User::new(), Shop::willing(2));
    let home = user.home.path();
    let socket = home.join("socket");
    let _listening = std::os::unix::net::UnixListener::bind(&socket).unwrap();
    let link = home.join("link.html");
    std::os::unix::fs::symlink("/dev/null", &link).unwrap();
    let taken = [socket.to_str().unwrap(), link.to_str().unwrap(), "/dev/null", "/dev/zero", "/"];
    let one = token(0);
    for name in taken {
        for which in [&["--all", "--expect-cards", "2"][..], &["--token", &one]] {
            let flags = [which, &["--yes", "--json", "--receipt", name]].concat();
            let run = user.at(&shop.gateway, "remove", &flags);
            run.complains(2, &format!("{name} cannot be written"));
        }
        for flag in KINDS {
            let run = user.at(&shop.gateway, "verify", &[flag, name]);
            run.complains(2, &format!("{name} cannot be written"));
        }
    }
    assert_eq!(shop.tokens().len(), 2);
    assert!(shop.gateway.paths().is_empty(), "nobody was asked");
}

#[cfg(target_os = "linux")]
#[test]
fn a_folder_that_takes_no_files_is_told_with_the_others_before_anybody_is_asked() {
    let bench = Bench { user: User::new() };
    let mut flags = bench.flags(&[("--html", "no/r.html"), ("--junit", "r.xml")]);
    flags.extend(["--csv", "/proc/x.csv", "--json", "/proc/x.json"].map(str::to_owned));
    let run = bench.user.run(&flags.iter().map(String::as_str).collect::<Vec<_>>());
    assert_eq!(run.code, 2, "{run:?}");
    for name in ["no/r.html", "/proc/x.csv", "/proc/x.json"] {
        assert!(run.err.contains(&format!("{name} cannot be written")), "{run:?}");
    }
    assert!(!bench.is_written("r.xml"));
    // Nor does that of a file that a link leads to.
    std::os::unix::fs::symlink("/proc/version", bench.path("link")).unwrap();
    let run = bench.verify(&[("--html", "link"), ("--csv", "r.csv")]);
    run.complains(2, "link cannot be written");
    assert!(!bench.is_written("r.csv"));
}

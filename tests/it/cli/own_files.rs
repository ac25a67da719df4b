//! Files of the data folder that the program keeps for itself: no output takes the place of one.

use std::fs;
use std::path::{Path, PathBuf};

use super::{Run, User};
use crate::support::{Fate, Shop};

/// Names that the program uses in its data folder.
const KEPT: [&str; 14] = [
    "journal.jsonl",
    "settings.json",
    "recent.json",
    "columns.json",
    "acknowledgements.json",
    "settings.broken.json",
    "kept.lock",
    "removing.lock",
    "revocation-1.jsonl",
    "verify-state.jsonl",
    "logs/window-1.log",
    "logs/new.log",
    "cache/assets/new",
    "logs",
];
const OF_VERIFY: [&str; 6] = ["--json", "--html", "--csv", "--junit", "--state", "--save-baseline"];

struct Desk {
    user: User,
    shop: Shop,
}

impl Desk {
    fn new() -> Self {
        Self { user: User::new(), shop: Shop::new(2, |_| Fate::Fine, |_| Fate::Fine) }
    }

    fn with_output(&self, flag: &str, path: &Path) -> Run {
        let data = self.user.data();
        let place = ["--data-dir", data.to_str().unwrap(), flag, path.to_str().unwrap()];
        match flag {
            "--receipt" => {
                let flags = [&["--all", "--yes", "--expect-cards", "2"][..], &place].concat();
                self.user.at(&self.shop.gateway, "remove", &flags)
            }
            "--out" => self.user.at(&self.shop.gateway, "snapshot", &place),
            "--timings" => self.user.run(&place),
            _ => self.user.at(&self.shop.gateway, "verify", &place),
        }
    }

    fn refuses(&self, flag: &str, path: &Path) {
        let run = self.with_output(flag, path);
        let words = format!("{flag} would take the place of {}, which", path.display());
        run.complains(2, &words);
    }
}

/// What a folder holds, but for the log of these runs.
fn content(folder: &Path) -> Vec<(PathBuf, Vec<u8>)> {
    let files = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let mut files: Vec<_> = files
        .filter(|path| path.is_file())
        .map(|path| (path.clone(), fs::read(path).unwrap()))
        .collect();
    files.sort();
    files
}

#[test]
fn no_output_takes_the_place_of_a_file_that_the_program_keeps() {
    let desk = Desk::new();
    let data = desk.user.data();
    let flags = OF_VERIFY.into_iter().chain(["--receipt", "--timings"]);
    // Before there is anything, and then with all of it there.
    for name in KEPT {
        desk.refuses("--json", &data.join(name));
        desk.refuses("--receipt", &data.join(name));
    }
    assert!(!data.exists());
    fs::create_dir_all(data.join("baselines")).unwrap();
    fs::write(data.join("baselines/kept.jsonl"), "{}\n").unwrap();
    for name in KEPT.iter().filter(|name| !name.contains("logs") && !name.contains("cache")) {
        fs::write(data.join(name), "{}\n").unwrap();
    }
    let before = content(&data);
    for flag in flags {
        for name in KEPT {
            desk.refuses(flag, &data.join(name));
        }
        if flag != "--save-baseline" {
            desk.refuses(flag, &data.join("baselines/kept.jsonl"));
        }
    }
    assert_eq!(content(&data), before);
    assert!(desk.shop.gateway.paths().is_empty(), "nobody was asked");
    assert_eq!(desk.shop.tokens().len(), 2);
}

#[test]
fn whatever_way_leads_there() {
    let desk = Desk::new();
    let data = desk.user.data();
    let home = desk.user.home.path();
    fs::create_dir_all(data.join("sub")).unwrap();
    fs::write(data.join("journal.jsonl"), "kept").unwrap();
    let mut ways = vec![
        data.join("./journal.jsonl"),
        data.join("sub/../journal.jsonl"),
        data.join("Journal.JSONL"),
        home.join("data/sub/./../../data/settings.json"),
        data.join("missing/../recent.json"),
    ];
    #[cfg(unix)]
    {
        use std::os::unix::fs::symlink;
        symlink(data.join("journal.jsonl"), home.join("link.png")).unwrap();
        symlink(home.join("link.png"), home.join("second")).unwrap();
        symlink(data.join("columns.json"), home.join("to-nothing-yet")).unwrap();
        symlink("data", home.join("folder")).unwrap();
        fs::hard_link(data.join("journal.jsonl"), home.join("hard.png")).unwrap();
        desk.refuses("--out", &home.join("link.png"));
        desk.refuses("--out", &home.join("hard.png"));
        let links = ["link.png", "second", "to-nothing-yet", "folder/kept.lock", "hard.png"];
        ways.extend(links.map(|name| home.join(name)));
    }
    for way in &ways {
        for flag in ["--csv", "--save-baseline", "--receipt", "--timings"] {
            desk.refuses(flag, way);
        }
    }
    assert_eq!(fs::read_to_string(data.join("journal.jsonl")).unwrap(), "kept");
    assert!(desk.shop.gateway.paths().is_empty(), "nobody was asked");
}

/// Elsewhere the system itself knows the folder, whatever `HOME` says.
#[cfg(target_os = "linux")]
#[test]
fn nor_that_of_one_in_the_users_own_folder() {
    let desk = Desk::new();
    let own = desk.user.home.path().join(".local/share/carddesk");
    fs::create_dir_all(&own).unwrap();
    let journal = own.join("journal.jsonl");
    fs::write(&journal, "kept").unwrap();
    // With another folder named, and without.
    desk.refuses("--html", &journal);
    desk.refuses("--receipt", &journal);
    let run = desk.user.at(&desk.shop.gateway, "verify", &["--csv", journal.to_str().unwrap()]);
    run.complains(2, "--csv would take the place of");
    assert_eq!(fs::read_to_string(&journal).unwrap(), "kept");
}

#[test]
fn what_a_person_puts_into_the_data_folder_is_theirs() {
    let desk = Desk::new();
    let data = desk.user.data();
    fs::create_dir_all(data.join("baselines")).unwrap();
    // The second time in place of the first.
    for _ in 0..2 {
        for (flag, name) in [
            ("--html", "report.html"),
            ("--json", "journal.json"),
            ("--save-baseline", "baselines/mine.jsonl"),
        ] {
            let run = desk.with_output(flag, &data.join(name));
            assert!(run.code < 2, "{run:?}");
            assert!(data.join(name).is_file());
        }
    }
    let receipt = data.join("receipt.html");
    assert_eq!(desk.with_output("--receipt", &receipt).code, 0);
    assert!(receipt.is_file());
}

//! Each kind of file that grows by changes, tried as a desk treats it: two windows at once, a kill in
//! the middle, a full disk, a folder that takes nothing.

use std::collections::BTreeSet;
use std::io::{BufRead as _, BufReader, Write as _};
use std::process::{Child, Command, Stdio};

use carddesk::acknowledged::{self, Acknowledgement, Change};
use carddesk::domain::{CustomerNumber, Digest, Language, MerchantId, ServerAddress};
use carddesk::i18n::Texts;
use carddesk::journal::{self, Draft, EntryKind, Journal};
use carddesk::settings::{self, Account, Folders, Keeper, Settings, StoreError};
use carddesk::verify::Rule;
use carddesk::words::{acknowledged_error, journal_error};

/// Changes that a process makes; both together stay below what a list keeps.
const CHANGES: u8 = 9;

/// A file, one change of it, and the changes that are in it.
struct Kind {
    name: &'static str,
    write: fn(&Folders, u8) -> Result<(), String>,
    read: fn(&Folders) -> BTreeSet<u8>,
}

const KINDS: [Kind; 5] = [
    Kind { name: "journal", write: write_entry, read: read_entries },
    Kind { name: "acknowledgements", write: acknowledge, read: read_acknowledged },
    Kind { name: "recent customers", write: keep_recent, read: read_recent },
    Kind { name: "columns of lists", write: keep_column, read: read_columns },
    Kind { name: "settings", write: keep_setting, read: read_settings },
];

fn texts() -> Texts {
    Texts::new(Language::English)
}

fn stored(error: &StoreError) -> String {
    carddesk::words::stored(&texts(), error)
}

fn write_entry(folders: &Folders, number: u8) -> Result<(), String> {
    let written = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/it/store/written");
    let entry = journal::read(written.as_ref()).unwrap().entries.remove(0);
    let (removal, subject) = (entry.removal, entry.subject);
    let detail = Some(format!("change {number}"));
    let draft = Draft { removal, kind: EntryKind::Intent, subject, detail };
    let journal = Journal::open(folders.data()).map_err(|error| journal_error(&texts(), &error))?;
    journal.append(draft, entry.at).map(drop).map_err(|error| journal_error(&texts(), &error))
}

fn read_entries(folders: &Folders) -> BTreeSet<u8> {
    let view = journal::read(folders.data()).unwrap();
    assert!(view.unreadable.is_empty() && !format!("{:?}", view.chain).contains("Broken"));
    let number = |detail: &str| detail.strip_prefix("change ")?.parse().ok();
    view.entries.iter().filter_map(|entry| number(entry.detail.as_deref()?)).collect()
}

fn acknowledge(folders: &Folders, number: u8) -> Result<(), String> {
    let at = "2026-11-23T12:00:00Z".parse().unwrap();
    let (by, why) = ("Marina".to_owned(), "agreed".to_owned());
    let sha256 = Digest::from_bytes([number; 32]);
    let change = Change::Add(Acknowledgement { sha256, rule: Rule::Blank, by, at, why });
    let changed = acknowledged::change(folders, change).map(drop);
    changed.map_err(|error| acknowledged_error(&texts(), &error))
}

fn read_acknowledged(folders: &Folders) -> BTreeSet<u8> {
    acknowledged::load(folders).unwrap().iter().map(|one| one.sha256.as_bytes()[0]).collect()
}

fn whose(number: u8) -> Account {
    let server = ServerAddress::parse("pay.example.com").unwrap();
    Account::new(&server, MerchantId::parse(&format!("{}", 1 + u32::from(number))).unwrap())
}

fn keep_recent(folders: &Folders, number: u8) -> Result<(), String> {
    let customer = CustomerNumber::parse("1002").unwrap();
    settings::keep_recent(folders, &whose(number), &customer).map_err(|error| stored(&error))
}

fn read_recent(folders: &Folders) -> BTreeSet<u8> {
    let is_kept = |number: &u8| !settings::load_recent(folders, &whose(*number)).is_empty();
    (0..=u8::MAX).filter(is_kept).collect()
}

fn keep_column(folders: &Folders, number: u8) -> Result<(), String> {
    settings::keep_column(folders, &format!("{number:064x}"), "Number")
        .map_err(|error| stored(&error))
}

fn read_columns(folders: &Folders) -> BTreeSet<u8> {
    let kept = settings::load_columns(folders);
    (0..=u8::MAX).filter(|number| kept.get(&format!("{number:064x}")).is_some()).collect()
}

/// Windows change settings of their own; of one setting the last change is kept, and stands for those
/// before it.
fn setting(settings: &mut Settings, number: u8) -> &mut String {
    match number {
        0..100 => &mut settings.operator,
        100..200 => &mut settings.last_server,
        200.. => &mut settings.last_merchant,
    }
}

fn keep_setting(folders: &Folders, number: u8) -> Result<(), String> {
    let mut settings = settings::load(folders).settings;
    let keeper = Keeper::new(folders.clone(), settings.clone());
    *setting(&mut settings, number) = number.to_string();
    keeper.keep(&settings).map_err(|error| stored(&error))
}

fn read_settings(folders: &Folders) -> BTreeSet<u8> {
    let loaded = settings::load(folders);
    assert_eq!(loaded.warning, None);
    let mut settings = loaded.settings;
    let firsts = [0, 100, 200];
    let upto = |first| Some(first..=setting(&mut settings, first).parse().ok()?);
    firsts.into_iter().filter_map(upto).flatten().collect()
}

const KIND: &str = "CARDDESK_TEST_KIND";
const FOLDER: &str = "CARDDESK_TEST_FOLDER";
const FIRST: &str = "CARDDESK_TEST_FIRST";

#[test]
#[ignore = "run by the tests below, in processes of their own"]
fn makes_changes() {
    let Ok(kind) = std::env::var(KIND) else { return };
    let kind = KINDS.iter().find(|known| known.name == kind).unwrap();
    let folder = std::env::var_os(FOLDER).unwrap();
    let folders = Folders::new(Some(folder.as_ref())).unwrap();
    let first: u8 = std::env::var(FIRST).unwrap().parse().unwrap();
    let mut out = std::io::stdout();
    for number in first..first + CHANGES {
        match (kind.write)(&folders, number) {
            Ok(()) => writeln!(out, "\nwrote {number}").unwrap(),
            Err(why) => writeln!(out, "\nfailed {why}").unwrap(),
        }
    }
}

/// Starts the changes from `first` on; `limit` is a line of shell that comes before.
fn start(kind: &Kind, folder: &std::path::Path, first: u8, limit: &str) -> Child {
    let test = std::env::current_exe().unwrap();
    let arguments = ["--ignored", "--exact", "--nocapture", "store::kinds::makes_changes"];
    let mut command = Command::new(if limit.is_empty() { test.as_os_str() } else { "sh".as_ref() });
    if !limit.is_empty() {
        command.args(["-c", &format!("{limit} exec \"$0\" \"$@\"")]).arg(&test);
    }
    command.args(arguments);
    command.env(KIND, kind.name).env(FOLDER, folder).env(FIRST, first.to_string());
    command.stdout(Stdio::piped()).stderr(Stdio::null()).spawn().unwrap()
}

/// Lines that tell what became of a change, as they come.
fn told(child: &mut Child) -> impl Iterator<Item = Result<u8, String>> + use<> {
    let lines = BufReader::new(child.stdout.take().unwrap()).lines();
    lines.map_while(Result::ok).filter_map(|line| match line.split_once(' ')? {
        ("wrote", number) => Some(Ok(number.parse().unwrap())),
        ("failed", why) => Some(Err(why.to_owned())),
        _ => None,
    })
}

fn each(test: impl Fn(&Kind, &Folders)) {
    for kind in &KINDS {
        let dir = tempfile::tempdir().unwrap();
        test(kind, &Folders::new(Some(dir.path())).unwrap());
    }
}

#[test]
fn two_processes_at_once_lose_no_change_of_either() {
    each(|kind, folders| {
        let mut children = [0, 100].map(|first| start(kind, folders.data(), first, ""));
        for child in &mut children {
            let done: Vec<_> = told(child).collect();
            assert!(
                done.len() == usize::from(CHANGES) && done.iter().all(Result::is_ok),
                "{done:?}"
            );
            assert!(child.wait().unwrap().success());
        }
        let wanted = (0..CHANGES).chain(100..100 + CHANGES).collect();
        assert_eq!((kind.read)(folders), wanted, "{}", kind.name);
    });
}

#[test]
fn a_kill_in_the_middle_loses_nothing_that_was_written() {
    each(|kind, folders| {
        let mut child = start(kind, folders.data(), 0, "");
        let mut lines = told(&mut child);
        let mut wanted: BTreeSet<u8> = lines.by_ref().take(4).map(Result::unwrap).collect();
        child.kill().unwrap();
        child.wait().unwrap();
        wanted.extend(lines.map(Result::unwrap));
        let found = (kind.read)(folders);
        assert!(found.is_superset(&wanted), "{}: {wanted:?} in {found:?}", kind.name);
        (kind.write)(folders, 200).unwrap();
        assert!((kind.read)(folders).is_superset(&found), "{}: it goes on", kind.name);
        assert!((kind.read)(folders).contains(&200), "{}", kind.name);
    });
}

/// A limit for files of nothing at all stands for a full disk: it needs no rights.
#[cfg(unix)]
#[test]
fn a_full_disk_leaves_what_was_there_and_says_what_to_do() {
    each(|kind, folders| {
        (kind.write)(folders, 200).unwrap();
        let mut child = start(kind, folders.data(), 0, "trap '' XFSZ; ulimit -f 0;");
        let done: Vec<_> = told(&mut child).collect();
        assert!(child.wait().unwrap().success());
        assert_eq!(done.len(), usize::from(CHANGES), "{}", kind.name);
        for why in done {
            let why = why.unwrap_err();
            assert!(why.contains("no room is left; free some space"), "{}: {why}", kind.name);
        }
        assert_eq!((kind.read)(folders), BTreeSet::from([200]), "{}", kind.name);
        (kind.write)(folders, 201).unwrap();
        assert_eq!((kind.read)(folders), BTreeSet::from([200, 201]), "{}", kind.name);
    });
}

/// Even an administrator makes no folder there.
#[cfg(target_os = "linux")]
#[test]
fn a_folder_that_takes_nothing_is_told_with_what_to_do() {
    let folders = Folders::new(Some("/sys/carddesk".as_ref())).unwrap();
    for kind in &KINDS {
        let why = (kind.write)(&folders, 1).unwrap_err();
        let denied = why.contains("you may not write there; have the folder's rights changed");
        let read_only = why.contains("the disk is read-only; have it made writable");
        assert!(denied || read_only, "{}: {why}", kind.name);
        assert!(why.contains("/sys/carddesk"), "{}: {why}", kind.name);
    }
}

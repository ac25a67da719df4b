//! The journal's head: on what a removal prints, in the system's log, and in a folder of others'.
#![cfg(unix)]
use std::fs;
use std::os::unix::net::UnixDatagram;
use std::path::PathBuf;

use carddesk::domain::Digest;
use serde_json::Value;

use crate::support::{ACKNOWLEDGED, Gateway, OTHER, Reply, Shop, TOKEN, list_of, ok};

use super::{Run, User, access, willing};

/// A user, and a log that listens.
struct Desk {
    user: User,
    data: String,
    socket: PathBuf,
    log: UnixDatagram,
}

impl Desk {
    fn new() -> Self {
        let user = User::new();
        let data = user.data().to_str().unwrap().to_owned();
        let socket = user.home.path().join("log");
        let log = UnixDatagram::bind(&socket).unwrap();
        log.set_nonblocking(true).unwrap();
        Self { user, data, socket, log }
    }

    fn remove(&self, gateway: &Gateway, more: &[&str]) -> Run {
        let log = ["--system-log", self.socket.to_str().unwrap()];
        let flags = ["--yes", "--data-dir", &self.data];
        self.user.at(gateway, "remove", &[&flags[..], &log, more].concat())
    }

    /// What the log has been told.
    fn told(&self) -> Vec<String> {
        let mut bytes = [0; 4096];
        let mut told = Vec::new();
        while let Ok(length) = self.log.recv(&mut bytes) {
            told.push(String::from_utf8(bytes[..length].to_vec()).unwrap());
        }
        told
    }

    fn head(&self) -> String {
        Digest::of(self.user.journal_text().lines().last().unwrap()).to_string()
    }
}

#[test]
fn it_stands_on_what_a_removal_prints_and_copies() {
    let desk = Desk::new();
    let receipt = desk.user.home.path().join("receipt.html");
    let flags = ["--token", TOKEN, "--receipt", receipt.to_str().unwrap()];
    let run = desk.remove(&willing(), &flags);
    run.is_ok();
    let head = desk.head();
    assert!(run.out.contains(&format!("Journal: 4 lines, SHA-256 of the last one {head}")));
    assert!(fs::read_to_string(&receipt).unwrap().contains(&head));
    let json = desk.remove(&willing(), &["--token", TOKEN, "--json"]).json();
    assert_eq!(
        (&json["journal"]["lines"], &json["journal"]["head"]),
        (&8.into(), &desk.head().into(),)
    );
    let shop = Shop::willing(2);
    let json = desk.remove(&shop.gateway, &["--all", "--expect-cards", "2", "--json"]).json();
    assert_eq!(json["journal"]["head"], desk.head());
    // What was not begun has no journal to speak of.
    let json = desk.remove(&shop.gateway, &["--all", "--expect-cards", "0", "--json"]).json();
    assert_eq!((&json["outcome"], &json["journal"]), (&"nothing-to-do".into(), &Value::Null));
}

#[test]
fn each_outcome_is_told_to_the_systems_log() {
    let desk = Desk::new();
    desk.remove(&willing(), &["--token", TOKEN, "--reason", "T-1"]).is_ok();
    let told = desk.told();
    let [line] = &told[..] else { panic!("{told:?}") };
    let tail = format!(" lines=4 sha256={}", desk.head());
    assert!(line.starts_with("<85>carddesk["), "{line}");
    assert!(line.contains("]: journal head time=") && line.ends_with(&tail), "{line}");
    assert!(line.contains(" workstation="), "{line}");
    for secret in [TOKEN, "T-1", "AB 12", "0028"] {
        assert!(!line.replace(&desk.head(), "").contains(secret), "{secret} in {line}");
    }
    // Of several, each.
    let shop = Shop::willing(3);
    desk.remove(&shop.gateway, &["--all", "--expect-cards", "3"]).is_ok();
    assert_eq!(desk.told().len(), 3);
    // Whatever the outcome.
    let cut = Gateway::scripted([Reply::close()], [ok(list_of(&[TOKEN])), Reply::close()]);
    assert_eq!(desk.remove(&cut, &["--token", TOKEN]).code, 3);
    assert_eq!(desk.told().len(), 1);
}

#[test]
fn what_is_settled_later_is_told_too() {
    let desk = Desk::new();
    let gateway = Gateway::scripted(
        [Reply::close()],
        [ok(list_of(&[TOKEN])), Reply::close(), ok(list_of(&[OTHER]))],
    );
    assert_eq!(desk.remove(&gateway, &["--token", TOKEN]).code, 3);
    assert_eq!(desk.told().len(), 1, "the outcome");
    let url = gateway.url();
    let log = ["--system-log", desk.socket.to_str().unwrap(), "--data-dir", &desk.data];
    desk.user.run(&[&["resolve"][..], &access(&url), &log].concat()).is_ok();
    let told = desk.told();
    assert_eq!(told.len(), 1);
    assert!(told[0].ends_with(&desk.head()), "{told:?}");
}

#[test]
fn each_outcome_adds_a_line_in_the_folder_of_heads() {
    let desk = Desk::new();
    let folder = desk.user.home.path().join("heads");
    fs::create_dir(&folder).unwrap();
    let flags = ["--token", TOKEN, "--heads-folder", folder.to_str().unwrap()];
    desk.remove(&willing(), &flags).is_ok();
    let first = desk.head();
    // As the settings have it.
    let settings = format!(r#"{{"heads_folder":"{}"}}"#, folder.display());
    fs::write(desk.user.data().join("settings.json"), settings).unwrap();
    desk.remove(&willing(), &["--token", TOKEN]).is_ok();
    let files: Vec<PathBuf> =
        fs::read_dir(&folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    let [file] = &files[..] else { panic!("{files:?}") };
    let text = fs::read_to_string(file).unwrap();
    let lines: Vec<Vec<&str>> = text.lines().map(|line| line.split('\t').collect()).collect();
    assert_eq!(lines.len(), 2, "{text}");
    for (line, (number, digest)) in lines.iter().zip([("4", first), ("8", desk.head())]) {
        assert_eq!(line[2..], [number, digest.as_str()], "{text}");
        assert!(line[0].ends_with('Z') && line[0].starts_with("20"), "{text}");
        assert_eq!(line.len(), 4);
    }
    // It is what proves that nothing was taken off.
    let head = lines[1][3];
    let run = desk.user.run(&["journal", "verify", "--head", head, "--data-dir", &desk.data]);
    assert!(run.out.contains("is the last line"), "{run:?}");
}

#[test]
fn a_head_that_is_not_kept_is_told_and_stops_nothing() {
    let desk = Desk::new();
    let gone = desk.user.home.path().join("no/folder");
    let flags = ["--token", TOKEN, "--heads-folder", gone.to_str().unwrap()];
    let run = desk.remove(&willing(), &flags);
    run.is_ok();
    assert!(run.out.contains("head was not kept elsewhere too"), "{run:?}");
    assert_eq!(desk.told().len(), 1, "the other place has it");
    let user = User::new();
    let data = user.data();
    let nobody = user.home.path().join("nobody-listens");
    fs::write(&nobody, "").unwrap();
    let flags = ["--token", TOKEN, "--yes", "--json", "--data-dir", data.to_str().unwrap()];
    let log = ["--system-log", nobody.to_str().unwrap()];
    let run = user.at(&willing(), "remove", &[&flags[..], &log].concat());
    run.is_ok();
    assert_eq!(run.json()["outcome"], "removed_verified");
    assert!(run.json()["detail"].as_str().unwrap().contains("log did not take it"), "{run:?}");
}

/// A limit for files stands for a disk without room: nothing is sent.
#[cfg(target_os = "linux")]
#[test]
fn without_room_for_all_lines_nothing_is_sent() {
    let desk = Desk::new();
    desk.remove(&willing(), &["--token", TOKEN]).is_ok();
    let before = desk.user.journal_text();
    let gateway = Gateway::start(ok(ACKNOWLEDGED), ok(list_of(&[TOKEN])));
    let url = gateway.url();
    let flags = ["--customer", "AB 12", "--token", TOKEN, "--yes", "--data-dir", &desk.data];
    let arguments = [&["remove", "--system-log", "none"][..], &access(&url), &flags].concat();
    let quoted: Vec<String> = arguments.iter().map(|argument| format!("'{argument}'")).collect();
    let program = env!("CARGO_BIN_EXE_carddesk");
    let script = format!("ulimit -f 256; exec '{program}' {}", quoted.join(" "));
    let mut shell = std::process::Command::new("/bin/sh");
    shell.args(["-c", &script]).env_clear().env("HOME", desk.user.home.path());
    shell.stdin(std::process::Stdio::piped()).stdout(std::process::Stdio::piped());
    shell.stderr(std::process::Stdio::piped());
    let run = super::finish(shell.spawn().unwrap(), "not-the-password\n");
    run.complains(2, "nothing was sent");
    assert_eq!(gateway.requests().len(), 1, "the list alone");
    assert_eq!(desk.user.journal_text(), before, "and nothing was written");
}

/// Whoever may write into the folder of heads may put anything there.
#[test]
fn what_is_no_file_in_the_folder_of_heads_is_neither_followed_nor_waited_for() {
    let desk = Desk::new();
    let folder = desk.user.home.path().join("heads");
    fs::create_dir(&folder).unwrap();
    let flags = ["--token", TOKEN, "--heads-folder", folder.to_str().unwrap()];
    desk.remove(&willing(), &flags).is_ok();
    let file = fs::read_dir(&folder).unwrap().next().unwrap().unwrap().path();
    let elsewhere = desk.user.home.path().join("elsewhere");
    fs::remove_file(&file).unwrap();
    std::os::unix::fs::symlink(&elsewhere, &file).unwrap();
    let run = desk.remove(&willing(), &flags);
    assert!(run.code == 0 && run.out.contains("was not kept elsewhere"), "{run:?}");
    assert!(!elsewhere.exists(), "the link was followed");
    fs::remove_file(&file).unwrap();
    rustix::fs::mkfifoat(rustix::fs::CWD, &file, 0o600.into()).unwrap();
    let run = desk.remove(&willing(), &flags);
    assert!(run.code == 0 && run.out.contains("was not kept elsewhere"), "{run:?}");
}

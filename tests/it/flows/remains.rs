//! What is left in the memory of the process once the window is locked, and once it is signed out: read
//! there, as a thief of the memory would. Tokens and password are made up while the test runs, so that no
//! program holds them from the beginning.
#![cfg(target_os = "linux")]

use std::fs::{self, File};
use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::os::fd::AsFd as _;
use std::os::unix::fs::FileExt as _;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use egui::accesskit::Role;
use egui::{Key, Modifiers};

use super::stage::{Stage, Start, World};
use crate::support::{Gateway, card, ok};

const URL: &str = "CARDDESK_TEST_GATEWAY";
/// How long the memory is looked at before what is in it is said to stay.
const PATIENCE: Duration = Duration::from_secs(5);
/// As the test binary knows the one that plays the part of the program.
const CHILD: &str = "flows::remains::the_program";

/// A line of the standard input, of which nothing stays behind here.
fn line() -> Vec<u8> {
    let mut input = File::from(std::io::stdin().as_fd().try_clone_to_owned().unwrap());
    let mut line = Vec::with_capacity(256);
    let mut byte = [0];
    while input.read(&mut byte).unwrap() == 1 && byte[0] != b'\n' {
        line.push(byte[0]);
    }
    line
}

fn type_password(stage: &mut Stage) {
    stage.get(Role::PasswordInput, "Password").focus();
    stage.rest();
    for byte in line() {
        stage.type_text(&char::from(byte).to_string());
    }
}

/// Tells the test how far it is, and waits for its leave.
fn reached(what: &str) {
    let mut out = std::io::stdout().lock();
    writeln!(out, "\nreached {what}").unwrap();
    out.flush().unwrap();
    drop(out);
    line();
}

/// Signs in, looks a customer up, copies a token, locks, unlocks, signs out.
#[test]
#[ignore = "a part of the tests below, in a process of its own"]
fn the_program() {
    let mut world = World::new();
    world.elsewhere = std::env::var(URL).ok();
    let server = world.server();
    let mut stage = world.start(&Start { signed_in: false, ..Start::default() });
    stage.type_into("Server name", &server);
    stage.type_into("Merchant ID", "452739");
    stage.type_into("Login of the web services", "support");
    type_password(&mut stage);
    stage.press(Key::Enter);
    stage.show("AB12");
    stage.select(0);
    stage.press_with(Modifiers::COMMAND | Modifiers::SHIFT, Key::C);
    stage.click("Raw");
    stage.settle();
    reached("signed in");
    stage.press_with(Modifiers::COMMAND | Modifiers::SHIFT, Key::L);
    stage.settle();
    reached("locked");
    type_password(&mut stage);
    stage.press(Key::Enter);
    stage.show("AB12");
    stage.settle();
    stage.click("Sign out");
    stage.settle();
    reached("signed out");
}

/// The program in a process of its own.
struct Program {
    child: Child,
    output: BufReader<std::process::ChildStdout>,
}

impl Program {
    fn start(url: &str) -> Self {
        let mut child = Command::new(std::env::current_exe().unwrap())
            .args(["--exact", CHILD, "--ignored", "--nocapture", "--test-threads", "1"])
            .env(URL, url)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        let output = BufReader::new(child.stdout.take().unwrap());
        Self { child, output }
    }

    fn say(&mut self, line: &str) {
        let input = self.child.stdin.as_mut().unwrap();
        writeln!(input, "{line}").unwrap();
        input.flush().unwrap();
    }

    fn wait_for(&mut self, what: &str) {
        let mut line = String::new();
        while line.trim_end() != format!("reached {what}") {
            line.clear();
            assert!(self.output.read_line(&mut line).unwrap() > 0, "it ended before: {what}");
        }
    }

    /// How often a text stands in what the process may write to.
    fn copies(&self, text: &str) -> usize {
        copies_in(self.child.id(), text)
    }

    /// How often it still does once the threads have ended that may hold it for a moment, on a busy machine too.
    fn left(&self, text: &str) -> usize {
        let begun = Instant::now();
        loop {
            let copies = self.copies(text);
            if copies == 0 || begun.elapsed() > PATIENCE {
                return copies;
            }
        }
    }
}

impl Drop for Program {
    fn drop(&mut self) {
        // It may have ended.
        let _killed = self.child.kill();
        let _ended = self.child.wait();
    }
}

/// How often a text stands in the memory that a process may write to.
fn copies_in(process: u32, text: &str) -> usize {
    let maps = fs::read_to_string(format!("/proc/{process}/maps")).unwrap();
    let memory = File::open(format!("/proc/{process}/mem")).unwrap();
    let mut copies = 0;
    for region in
        maps.lines().filter(|line| line.split(' ').nth(1).is_some_and(|r| r.starts_with("rw")))
    {
        let (from, to) = region.split_once(' ').unwrap().0.split_once('-').unwrap();
        let [from, to] = [from, to].map(|at| u64::from_str_radix(at, 16).unwrap());
        let mut bytes = vec![0; usize::try_from(to - from).unwrap()];
        // Some of what is mapped cannot be read.
        if memory.read_exact_at(&mut bytes, from).is_ok() {
            copies += found(&bytes, text.as_bytes());
        }
    }
    copies
}

fn found(bytes: &[u8], text: &[u8]) -> usize {
    let (first, rest) = text.split_first().unwrap();
    let (mut left, mut found) = (bytes, 0);
    while left.skip_until(*first).unwrap() > 0 {
        found += usize::from(left.starts_with(rest));
    }
    found
}

/// What nobody else has: of this run alone.
fn made_up() -> (String, [String; 2]) {
    let seed = u64::from(std::process::id()) << 20
        | u64::from(jiff::Timestamp::now().subsec_nanosecond().unsigned_abs());
    let token = |n: u64| {
        format!(
            "9C{:06X}-4B47-4B40-A3B5-{:012X}",
            seed >> 8 & 0xff_ffff,
            (seed << 7 | n) & 0xffff_ffff_ffff
        )
    };
    (format!("~Zq{seed:x}!"), [token(1), token(2)])
}

#[test]
fn nothing_of_password_and_tokens_is_left_in_memory() {
    let (password, tokens) = made_up();
    let cards = tokens.iter().zip(["0028", "4711"]).map(|(token, digits)| {
        let mut card = card(token);
        card["post"] = digits.into();
        card
    });
    let list = cards.collect::<serde_json::Value>().to_string();
    let gateway = Gateway::answering(move |_| ok(list.as_str()));
    let mut program = Program::start(&gateway.url());
    program.say(&password);
    program.wait_for("signed in");
    assert!(program.copies(&password) > 0, "the search finds what is there");
    assert!(program.copies(&tokens[1]) > 0);
    program.say("");
    program.wait_for("locked");
    assert_eq!(program.left(&password), 0, "copies of the password behind the lock");
    program.say("");
    program.say(&password);
    program.wait_for("signed out");
    let left = [&password, &tokens[0], &tokens[1]].map(|secret| program.left(secret));
    let [of_password, of_tokens @ ..] = left;
    assert_eq!(of_password, 0, "copies of the password after signing out");
    // On a busy machine one can stay of a token; SECURITY.md says so. Without overwriting there are ten.
    assert!(of_tokens.iter().all(|copies| *copies <= 1), "copies of tokens: {of_tokens:?}");
    let sent = gateway.requests();
    assert!(sent.len() >= 2 && sent.iter().all(|it| it.json()["merchant"]["password"] == password));
}

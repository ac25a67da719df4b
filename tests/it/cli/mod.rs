//! The command line: the real program, against the sandbox and a gateway that answers by a script.
#![allow(clippy::unwrap_used, reason = "helpers of tests stop at the first surprise")]

mod ending;
mod going_on;
mod heads;
mod journal;
mod languages;
mod list;
mod naming;
mod outcomes;
mod outputs;
mod own_files;
mod removing;
mod revoking;
mod sandbox;
mod starting;
mod unwritable;
mod usage;
mod verify;

use std::fs;
use std::io::Write as _;
use std::path::PathBuf;
use std::process::{Child, Command, Output, Stdio};

use carddesk::domain::Language;
use carddesk::i18n::{Text, Texts};
use carddesk::journal::{Entry, read};
use serde_json::Value;
use tempfile::TempDir;

use crate::support::{
    ACKNOWLEDGED, Gateway, OTHER, PASSWORD, TOKEN, list_of, needed_by_windows, ok,
};

/// What came of a run.
#[derive(Debug)]
struct Run {
    code: i32,
    out: String,
    err: String,
}

impl Run {
    /// Checks what holds for every run: an exit code of ours, at most one sentence of complaint beside
    /// the libraries' own words, no panic, no password.
    fn of(output: &Output) -> Self {
        let text = |bytes: &[u8]| String::from_utf8(bytes.to_vec()).unwrap();
        let run = Self {
            code: output.status.code().unwrap(),
            out: text(&output.stdout),
            err: without_warning(&text(&output.stderr)),
        };
        assert!((0..=4).contains(&run.code), "{run:?}");
        assert!(!run.err.contains("panicked"), "{run:?}");
        assert!(!format!("{run:?}").contains(PASSWORD), "{run:?}");
        if !run.err.is_empty() {
            let sentence = run.err.strip_prefix("carddesk: ").unwrap();
            let is_technical = |line: &str| {
                let words = ["Technical details: ", "Технические подробности: "];
                words.iter().any(|words| line.starts_with(&format!("carddesk: {words}")))
            };
            let is_plain = |line: &&str| !is_technical(line);
            assert!(sentence.lines().filter(is_plain).count() == 1, "one line: {run:?}");
            assert!(sentence.ends_with('\n'), "{run:?}");
            assert!(sentence.chars().filter(|c| c.is_alphabetic()).count() > 10, "{run:?}");
        }
        run
    }

    /// The one JSON value that was printed, on one line.
    fn json(&self) -> Value {
        assert_eq!(self.out.find('\n'), Some(self.out.len() - 1), "one line: {self:?}");
        serde_json::from_str(&self.out).unwrap()
    }

    fn is_ok(&self) {
        assert_eq!((self.code, self.err.as_str()), (0, ""), "{self:?}");
    }

    /// It ended with this code, said nothing on the standard output, and complained with these
    /// words.
    fn complains(&self, code: i32, words: &str) {
        assert_eq!((self.code, self.out.as_str()), (code, ""), "{self:?}");
        assert!(self.err.contains(words), "{words:?} in {self:?}");
    }
}

/// Removes, and lists the card once before and never after.
fn willing() -> Gateway {
    Gateway::scripted([ok(ACKNOWLEDGED)], [ok(list_of(&[OTHER, TOKEN])), ok(list_of(&[OTHER]))])
}

/// A user with a home of their own and nothing set up.
struct User {
    home: TempDir,
}

impl User {
    fn new() -> Self {
        Self { home: tempfile::tempdir().unwrap() }
    }

    fn data(&self) -> PathBuf {
        self.home.path().join("data")
    }

    /// The program with these arguments, and nothing of this machine's surroundings.
    fn program(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_carddesk"));
        if let Some((subcommand @ ("remove" | "resolve"), more)) =
            arguments.split_first().map(|(first, more)| (*first, more))
            && !arguments.contains(&"--system-log")
        {
            command.args([subcommand, "--system-log", "none"]).args(more);
        } else {
            command.args(arguments);
        }
        command.env_clear().env("HOME", self.home.path()).envs(needed_by_windows());
        command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
        command
    }

    fn run(&self, arguments: &[&str]) -> Run {
        finish(self.program(arguments).spawn().unwrap(), &format!("{PASSWORD}\n"))
    }

    /// Runs a subcommand at this gateway, with the flags that tell where and as whom.
    fn at(&self, gateway: &Gateway, subcommand: &str, more: &[&str]) -> Run {
        let url = gateway.url();
        let mut arguments = vec![subcommand];
        arguments.extend(access(&url));
        arguments.extend(["--customer", "AB 12"]);
        arguments.extend(more);
        self.run(&arguments)
    }

    /// Entries of the journal in [`User::data`].
    fn journal(&self) -> Vec<Entry> {
        read(&self.data()).unwrap().entries
    }

    fn journal_text(&self) -> String {
        fs::read_to_string(self.data().join("journal.jsonl")).unwrap()
    }
}

/// Without what is said of every token on the command line; in `naming` it is tried.
fn without_warning(err: &str) -> String {
    let said = [Language::English, Language::Russian].map(|language| {
        Texts::new(language).get(Text::CliTokenReadable).trim_end_matches('.').to_lowercase()
    });
    let is_it = |line: &&str| said.iter().any(|said| line.to_lowercase().contains(said.as_str()));
    err.split_inclusive('\n').filter(|line| !is_it(line)).collect()
}

/// Flags that tell where and as whom; the password comes on the standard input.
fn access(server: &str) -> [&str; 7] {
    ["--server", server, "--merchant-id", "452739", "--login", "support", "--password-stdin"]
}

/// Gives the program its standard input, and waits for its end.
fn finish(mut child: Child, input: &str) -> Run {
    let mut stdin = child.stdin.take().unwrap();
    // It may have ended without reading.
    drop(stdin.write_all(input.as_bytes()));
    drop(stdin);
    Run::of(&child.wait_with_output().unwrap())
}

/// The program's end where nobody reads what it prints.
fn finish_unread(mut child: Child) -> Run {
    drop(child.stdout.take());
    finish(child, &format!("{PASSWORD}\n"))
}

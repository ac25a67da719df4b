//! Where sentences for people stand: in the catalogue of texts, and not beside the errors that they are
//! about.

use super::source::{Literal, Source, words};
use super::{Findings, check};

/// What a sentence with advice for people is known by. An error's own words are a fact: for the journal,
/// for the log and as the cause of another error.
const ADVICE: &[&str] = &[
    "ask",
    "check",
    "choose",
    "close",
    "correct",
    "free",
    "give",
    "install",
    "keep",
    "leave",
    "make",
    "mend",
    "move",
    "please",
    "remove it",
    "save",
    "sign in",
    "start",
    "tell",
    "try",
    "use",
    "write it",
];

/// The longest fact, in characters.
const LONGEST_FACT: usize = 90;

/// Files of `cli` that hold English, and why.
const ENGLISH: &[(&str, &str)] = &[
    ("cli/arguments.rs", "help, which clap writes"),
    ("cli/access.rs", "bad usage, which clap tells"),
    ("cli/verify_arguments.rs", "help, which clap writes"),
    ("cli/journal_arguments.rs", "help, which clap writes"),
    ("cli/diagnostics.rs", "a summary for maintainers, whatever the user's language"),
];

/// What clap says, looked for in its words.
const OF_CLAP: &[&str] = &["For more information"];

fn advice_in_errors(source: &Source) -> Findings {
    let own = source.literals().into_iter().filter(|one| one.follows(&["#[error("]));
    own.filter_map(|one| {
        let text = &one.text;
        let said = text.to_lowercase().replace("in use", "");
        let advises = ADVICE.iter().any(|word| !words(&said, word).is_empty());
        let is_long = text.chars().count() > LONGEST_FACT;
        let has_more = text.contains(';') || text.contains(". ");
        let is_fact = !advises && !is_long && !has_more;
        (!is_fact).then(|| source.finding_in_line(one.line, &format!("more than a fact: {text}")))
    })
    .collect()
}

fn sentences_in_cli(source: &Source) -> Findings {
    if source.module() != "cli" || ENGLISH.iter().any(|(file, _)| source.path == *file) {
        return Findings::new();
    }
    let printed = ["complain(", "print(", "complain(&format!(", "print(&format!("];
    let is_said = |one: &Literal| {
        let most = if one.follows(&printed) { 0 } else { 2 };
        !OF_CLAP.contains(&one.text.as_str()) && word_count(&one.text) > most
    };
    let said = source.literals().into_iter().filter(is_said);
    let said = said.filter(|one| !one.follows(&["reason ="]));
    let mut findings: Findings = said
        .map(|one| source.finding_in_line(one.line, &format!("not in the catalogue: {}", one.text)))
        .collect();
    for (at, _) in source.paths("thiserror") {
        findings.push(source.finding(at, "an error that speaks for itself"));
    }
    findings
}

/// The window's language is not always an error's own.
fn errors_in_their_own_words(source: &Source) -> Findings {
    if source.module() != "ui" {
        return Findings::new();
    }
    ["error.to_string", "warning.to_string", "why.to_string", "cause.to_string"]
        .iter()
        .flat_map(|call| source.code.match_indices(call))
        .map(|(at, _)| source.finding(at, "says an error in its own words"))
        .collect()
}

/// Words for people, without what is put in.
fn word_count(text: &str) -> usize {
    let mut depth = 0_i32;
    let plain: String = text
        .chars()
        .filter(|c| {
            depth += i32::from(*c == '{') - i32::from(*c == '}');
            depth == 0 && *c != '}'
        })
        .collect();
    let is_word = |word: &&str| {
        let word = word.trim_matches(|c: char| !c.is_alphanumeric() && c != '-');
        word.chars().count() > 1 && word.chars().all(|c| c.is_lowercase() || c == '’' || c == '\'')
            || word.chars().all(char::is_alphabetic) && word.chars().count() > 2
    };
    plain.split_whitespace().filter(is_word).count()
}

#[test]
fn errors_state_facts_and_leave_advice_to_the_texts() {
    check(advice_in_errors);
}

#[test]
fn the_command_line_speaks_by_the_texts() {
    check(sentences_in_cli);
}

#[test]
fn the_window_says_errors_by_the_texts() {
    check(errors_in_their_own_words);
}

#[test]
fn sentences_out_of_place_are_caught() {
    let found = |rule: fn(&Source) -> Findings, path: &str, text: &str| {
        rule(&Source::new(path, text)).len()
    };
    for (text, findings) in [
        ("#[error(\"it is no baseline\")] A,", 0),
        ("#[error(\"{} cannot be {}: {}\", path.display(), a(), self.reason)] A,", 0),
        ("/// #[error(\"give another file\")]\nA,", 0),
        ("let give = \"give another file; try again\";", 0),
        ("#[error(\"it is no baseline; keep a new one\")] A,", 1),
        ("#[error(\n    \"nothing was sent. Try \\\n     again\"\n)] A,", 1),
        ("#[error(\"no home folder: give one\")] A,", 1),
        ("#[error(r\"the file is there; and\")] A,", 1),
    ] {
        assert_eq!(found(advice_in_errors, "store/error.rs", text), findings, "{text}");
    }
    let long = format!("#[error(\"{}\")] A,", "word ".repeat(20));
    assert_eq!(found(advice_in_errors, "batch/x.rs", &long), 1);
    for (text, findings) in [
        ("complain(&texts.get(text));", 0),
        ("complain(&format!(\"{told}{asked}\"));", 0),
        ("format!(\"{}  {:<12} {}.. .... {}  {:<8} {:<9} {bank}\", a)", 0),
        ("object.insert(\"nothing-to-do\".to_owned(), x);", 0),
        ("#![allow(dead_code, reason = \"nobody is there to ask\")]", 0),
        ("print(\"done\")", 1),
        ("complain(&format!(\"stopped: {why}\"));", 1),
        ("let why = \"the file is a folder\".to_owned();", 1),
        ("Err(format!(\n    \"{flag} needs \\\n     a file of its own\"\n))", 1),
        ("#[derive(thiserror::Error)] enum A {}", 1),
    ] {
        assert_eq!(found(sentences_in_cli, "cli/list.rs", text), findings, "{text}");
        assert_eq!(found(sentences_in_cli, "cli/diagnostics.rs", text), 0, "{text}");
        assert_eq!(found(sentences_in_cli, "batch/x.rs", text), 0, "{text}");
    }
    assert_eq!(found(errors_in_their_own_words, "ui/x.rs", "f(error.to_string())"), 1);
    assert_eq!(found(errors_in_their_own_words, "cli/x.rs", "f(error.to_string())"), 0);
}

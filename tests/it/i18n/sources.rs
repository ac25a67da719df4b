//! What the build refuses of the texts, each seen to be refused.

use std::fs;
use std::path::Path;

use carddesk::domain::Language;
use carddesk::i18n::{KEYS, source};

#[path = "../../../build/texts.rs"]
mod texts;

use texts::{Source, disagreements, repeated, typed_keys};

fn topic(english: &str, russian: &str) -> [Source; 2] {
    [("en.ftl", english), ("ru.ftl", russian)]
        .map(|(name, text)| Source { name: name.to_owned(), text: text.to_owned() })
}

#[track_caller]
fn refused(english: &str, russian: &str, wanted: &str) {
    let mut found = disagreements(&topic(english, russian));
    // What Fluent cannot read is missing, too.
    if found.len() > 1 && wanted != "ru.ftl: a is missing" {
        found.retain(|line| line != "ru.ftl: a is missing");
    }
    assert_eq!(found, [wanted], "{english} / {russian}");
}

#[test]
fn languages_that_disagree_are_refused() {
    let plain = "a = A\n";
    refused(plain, "", "ru.ftl: a is missing");
    refused("", plain, "en.ftl: a is missing");
    refused("a = A\n    .do = B\n", plain, "ru.ftl: a.do is missing");
    refused(plain, "a = Б { $x }\n", "ru.ftl: a takes {\"x\"}, and in English {}");
    refused("a = { $x }\n", "a = { $y }\n", "ru.ftl: a takes {\"y\"}, and in English {\"x\"}");
    refused(
        "a = { $x } { $y }\n",
        "a = Б { $x }\n",
        "ru.ftl: a takes {\"x\"}, and in English {\"x\", \"y\"}",
    );
    let nested = "a =\n    { $n ->\n        [one] { $n } { $x }\n       *[other] { $n }\n    }\n";
    refused(nested, "a = { $n }\n", "ru.ftl: a takes {\"n\"}, and in English {\"n\", \"x\"}");
}

#[test]
fn messages_that_could_not_be_formatted_are_refused() {
    let plain = "a = A\n";
    refused(plain, "a = { $x\n", "ru.ftl:2: Expected a token starting with \"}\"");
    refused(plain, "a = Б\n\nна русском\n", "ru.ftl:3: Expected one of \"a-zA-Z\"");
    refused(plain, "a =\n", "ru.ftl:1: Expected a message field for \"a\"");
    refused("a = A\n    .do = B\n", "a =\n    .do = Б\n", "ru.ftl: a has no text");
    refused(plain, "a = { b }\n", "ru.ftl: a refers to b, which is not there");
    refused(plain, "a = { -b }\n", "ru.ftl: a refers to -b, which is not there");
    refused(plain, "a = Б { a.do }\n", "ru.ftl: a refers to a.do, which is not there");
    refused("a = { $n }\n", "a = { NUMBER($n) }\n", "ru.ftl: a calls NUMBER, which is not there");
    refused(plain, "a = Б { a }\n", "ru.ftl: a comes back to itself");
    refused("a = { -b }\n-b = { $x }\n", plain, "en.ftl: -b takes $x, which no term is given");
    let by_way = "a = { b }\nb = { $x }\n";
    refused(by_way, "a = Б\nb = { $x }\n", "ru.ftl: a takes {}, and in English {\"x\"}");
    assert!(keys(by_way, "").unwrap()[0].contains("x: &'a str"));
    refused(plain, "a = Б\na = В\n", "ru.ftl: a stands twice");
    assert!(disagreements(&topic("a = { -t }\n-t = T\n", "a = Б\n")).is_empty());
}

#[test]
fn forms_that_are_never_chosen_or_lose_their_number_are_refused() {
    let english = "a =\n    { $n ->\n        [one] { $n } a\n       *[other] { $n } b\n    }\n";
    let few = english.replace("[one]", "[few]");
    refused(&few, english, "en.ftl: a has a form [few], which $n never comes to");
    let slip = english.replace("[one]", "[one] { $n } c\n        [fwe]");
    refused(english, &slip, "ru.ftl: a has a form [fwe], which $n never comes to");
    let without = english.replace("[one] { $n } a", "[one] один");
    refused(english, &without, "ru.ftl: a has a form [one] without $n");
    for same in [english.to_owned(), english.replace("[one] { $n } a", "[0] ни одного"), few]
    {
        assert_eq!(disagreements(&topic(english, &same)), [""; 0], "{same}");
    }
    // Chosen by a text, a form has any name.
    let by_text = "a =\n    { $x-key ->\n        [none] nothing\n       *[other] { $x }\n    }\n";
    assert_eq!(disagreements(&topic(by_text, "a = { $x }\n")), [""; 0]);
}

#[test]
fn files_with_the_line_ends_of_windows_are_read_alike() {
    let windows = |text: &str| text.replace('\n', "\r\n");
    let [english, russian] = [Language::English, Language::Russian].map(source).map(windows);
    assert_eq!(disagreements(&topic(&english, &russian)), [""; 0]);
    assert_eq!(
        keys(&english, &russian),
        keys(source(Language::English), source(Language::Russian))
    );
}

#[test]
fn a_message_is_in_one_topic() {
    let (one, other) = (topic("a = A\n    .do = B\n", ""), topic("b = B\na = A\n", ""));
    assert_eq!(repeated(&[&one, &other]), ["en.ftl: a is in en.ftl too"; 0]);
    let mut other = other;
    other[0].name = "rules.en.ftl".to_owned();
    assert_eq!(repeated(&[&one, &other]), ["rules.en.ftl: a is in en.ftl too"]);
}

/// The lines of the typed keys, without their documentation.
fn keys(english: &str, russian: &str) -> Result<Vec<String>, Vec<String>> {
    let keys = typed_keys(&topic(english, russian))?;
    let lines = keys.lines().map(str::trim).filter(|line| line.ends_with(';'));
    Ok(lines.map(str::to_owned).collect())
}

#[test]
fn keys_have_their_types() {
    let plural =
        |name: &str| format!("{{ ${name} ->\n [one] {{ ${name} }}\n *[other] {{ ${name} }}\n }}");
    let english = format!(
        "### $all (Number)\n\na-key = A\nb = {{ $all }} {{ $x }}\n# $all (String)\nc = {{ $all }}\n\
         d = {}\ne = {{ $n }}\n# $m (Number)\nf = {{ $m }}\n",
        plural("n")
    );
    let russian = format!("e = {}\n", plural("n"));
    assert_eq!(
        keys(&english, &russian).unwrap(),
        [
            "AKey = \"a-key\";",
            "B { all: i64, x: &'a str } = \"b\";",
            "C { all: &'a str } = \"c\";",
            "D { n: i64 } = \"d\";",
            "E { n: i64 } = \"e\";",
            "F { m: i64 } = \"f\";",
        ]
    );
}

#[test]
fn what_cannot_be_a_key_is_refused() {
    for (english, wanted) in [
        ("a = { $x-y }\n", "en.ftl: a: $x-y is no name in Rust"),
        ("a = { $X }\n", "en.ftl: a: $X is no name in Rust"),
        ("a-b1 = A\na-b-1 = B\n", "en.ftl: a-b-1 and a-b1 are both AB1"),
        (
            "# $n (String)\na = { $n ->\n [one] { $n }\n *[other] { $n }\n }\n",
            "en.ftl: a counts $n, which is a text",
        ),
    ] {
        assert_eq!(keys(english, "").unwrap_err(), [wanted]);
    }
}

/// All that the program's source says.
fn said(folder: &Path, text: &mut String) {
    for entry in fs::read_dir(folder).unwrap().map(Result::unwrap) {
        match entry.path().is_dir() {
            true => said(&entry.path(), text),
            false => text.push_str(&fs::read_to_string(entry.path()).unwrap()),
        }
    }
}

#[test]
fn every_key_is_asked_for() {
    let mut program = String::new();
    said(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src"), &mut program);
    let word =
        |part: &str| part.chars().take_while(char::is_ascii_alphanumeric).collect::<String>();
    let asked: std::collections::HashSet<String> =
        program.split("Text::").skip(1).map(word).collect();
    let ids: String = KEYS.iter().map(|(id, _)| format!("{id} = A\n")).collect();
    let lines = keys(&ids, "").unwrap();
    let unused = lines.iter().filter(|line| !asked.contains(&word(line)));
    assert_eq!(unused.collect::<Vec<_>>(), Vec::<&String>::new());
}

use std::collections::{BTreeMap, BTreeSet};

use carddesk::i18n::{KEYS, source};

use super::{LANGUAGES, arguments, arguments_in, messages, strict_bundle};

/// What the typed keys promise.
fn promised() -> BTreeMap<String, BTreeSet<String>> {
    let entry = |(id, names): &(&str, &[&str])| {
        ((*id).to_owned(), names.iter().map(|name| (*name).to_owned()).collect())
    };
    KEYS.iter().map(entry).collect()
}

#[test]
fn fluent_reads_every_message_of_both_languages() {
    for language in LANGUAGES {
        let bundle = strict_bundle(language);
        let messages = messages(source(language));
        assert!(messages.len() > 200, "{language:?} has {} messages", messages.len());
        for (key, _) in messages {
            let message = bundle.get_message(&key);
            assert!(message.is_some_and(|m| m.value().is_some()), "{language:?}: {key}");
        }
    }
}

#[test]
fn both_languages_have_exactly_the_typed_keys() {
    let promised: BTreeSet<String> = promised().into_keys().collect();
    assert_eq!(promised.len(), KEYS.len(), "a key stands twice in the program");
    for language in LANGUAGES {
        let messages = messages(source(language));
        let written: BTreeSet<String> = messages.iter().map(|(key, _)| key.clone()).collect();
        assert_eq!(written.len(), messages.len(), "{language:?} has a key twice");
        let missing: Vec<_> = promised.difference(&written).collect();
        let unreachable: Vec<_> = written.difference(&promised).collect();
        assert!(missing.is_empty(), "{language:?} lacks {missing:?}");
        assert!(unreachable.is_empty(), "{language:?} has what no code asks for: {unreachable:?}");
    }
}

#[test]
fn both_languages_use_exactly_the_promised_arguments() {
    for language in LANGUAGES {
        let written = arguments(source(language));
        for (key, names) in promised() {
            assert_eq!(written.get(&key), Some(&names), "{language:?}: {key}");
        }
    }
}

#[test]
fn what_a_plural_counts_stands_in_each_of_its_forms() {
    // The form for one in Russian serves 21 as well; only a form for an exact number may leave it
    // out.
    for language in LANGUAGES {
        for (key, body) in messages(source(language)) {
            let Some((_, forms)) = body.split_once("->") else { continue };
            // Others are chosen by a word.
            let plural = ["[zero]", "[one]", "[two]", "[few]", "[many]"];
            if !plural.iter().any(|form| forms.contains(form)) && !forms.contains("[0]") {
                continue;
            }
            let counted = arguments_in(&body);
            for form in forms.lines().map(str::trim).filter(|line| line.contains(']')) {
                let exact = form.trim_start_matches('*').starts_with('[')
                    && form.chars().nth(1).is_some_and(|c| c.is_ascii_digit());
                assert!(exact || arguments_in(form) == counted, "{language:?}: {key}: {form}");
            }
        }
    }
}

#[test]
fn the_walk_through_a_source_finds_what_is_there() {
    let source = "# comment\na-key = One { $x } and {$y-z}\nb =\n    { $n ->\n        [one] { $n } a\n       *[other] { $n } b\n    }\n\n### group\nc = plain\n";
    let found = arguments(source);
    let names = |key: &str| found[key].iter().map(String::as_str).collect::<Vec<_>>();
    assert_eq!(found.len(), 3);
    assert_eq!(names("a-key"), ["x", "y-z"]);
    assert_eq!(names("b"), ["n"]);
    assert!(names("c").is_empty());
}

//! The reports' own words: the same keys and arguments in both languages, all of them used.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use carddesk::domain::Language;
use carddesk::i18n::report_source;

/// Keys, with the names of their arguments.
fn messages(language: Language) -> BTreeMap<String, BTreeSet<String>> {
    let mut found = BTreeMap::new();
    for line in report_source(language).lines() {
        let Some((key, body)) = line.split_once(" = ") else {
            assert!(line.is_empty() || line.starts_with('#'), "{line}");
            continue;
        };
        let names = body
            .split('$')
            .skip(1)
            .map(|part| part.chars().take_while(char::is_ascii_alphanumeric).collect::<String>());
        assert!(found.insert(key.to_owned(), names.collect()).is_none(), "{key} stands twice");
    }
    found
}

/// Keys that the source names.
fn asked_for(folder: &Path, found: &mut BTreeSet<String>) {
    for entry in std::fs::read_dir(folder).unwrap().map(Result::unwrap) {
        if entry.path().is_dir() {
            asked_for(&entry.path(), found);
            continue;
        }
        let text = std::fs::read_to_string(entry.path()).unwrap();
        let literals = text.split('"').filter(|part| part.starts_with("report-"));
        found.extend(literals.map(str::to_owned));
    }
}

#[test]
fn both_languages_have_the_keys_that_are_asked_for() {
    let (english, russian) = (messages(Language::English), messages(Language::Russian));
    assert_eq!(english, russian);
    let mut wanted = BTreeSet::new();
    for folder in ["src/batch", "src/words"] {
        asked_for(&Path::new(env!("CARGO_MANIFEST_DIR")).join(folder), &mut wanted);
    }
    assert_eq!(english.into_keys().collect::<BTreeSet<_>>(), wanted);
}

//! Letters without a glyph are drawn as boxes: there must be none in what the program itself says.

use std::path::Path;

use carddesk::i18n::KEYS;
use skrifa::{FontRef, MetadataProvider as _};

use super::{LANGUAGES, arguments_of, strict_bundle, strictly};

pub(super) fn read(path: &str) -> Vec<u8> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(path);
    std::fs::read(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// Characters that none of the faces has.
pub(super) fn missing(text: &str, faces: &[&[u8]]) -> Vec<char> {
    let faces: Vec<FontRef<'_>> = faces.iter().map(|bytes| FontRef::new(bytes).unwrap()).collect();
    let drawn = |c: &char| c.is_control() || faces.iter().any(|f| f.charmap().map(*c).is_some());
    text.chars().filter(|c| !drawn(c)).collect()
}

pub(super) const TEXT_FACES: [&str; 2] =
    ["assets/fonts/inter-regular.otf", "assets/fonts/inter-semibold.otf"];

#[test]
fn every_text_can_be_drawn_in_both_weights() {
    for path in TEXT_FACES {
        let face = read(path);
        for language in LANGUAGES {
            let bundle = strict_bundle(language);
            for (id, _) in KEYS {
                let text = strictly(&bundle, id, Some(&arguments_of(id, 1_234_567_890))).unwrap();
                let missing = missing(&text, &[&face]);
                assert!(missing.is_empty(), "{path}: {language:?}: {id}: {missing:?}");
            }
        }
    }
}

#[test]
fn names_of_banks_can_be_drawn() {
    let latin: String = (' '..='~').collect();
    let cyrillic: String = ('а'..='я').chain('А'..='Я').collect();
    let text = format!("{latin}{cyrillic}ёЁіІўЎ’ʼ№«»“”„–—…·×°§©®€¶\u{fffd}");
    for path in TEXT_FACES.iter().chain(["assets/fonts/jetbrains-mono.ttf"].iter()) {
        let missing = missing(&text, &[&read(path)]);
        assert!(missing.is_empty(), "{path} lacks {missing:?}");
    }
}

#[test]
fn every_sign_has_a_glyph_in_the_icon_font() {
    let face = read("assets/fonts/lucide.ttf");
    let source = String::from_utf8(read("src/ui/icons.rs")).unwrap();
    let mut signs = 0;
    for line in source.lines().filter(|line| line.starts_with("pub(crate) const")) {
        let code = line.split_once("\\u{").and_then(|(_, rest)| rest.split_once('}')).unwrap().0;
        let sign = u32::from_str_radix(code, 16).ok().and_then(char::from_u32).unwrap();
        assert!(missing(&sign.to_string(), &[&face]).is_empty(), "{line}");
        signs += 1;
    }
    assert!(signs > 30, "{signs}");
}

#[test]
fn signs_written_in_the_drawing_code_can_be_drawn() {
    // `···· 0028` and the like are no texts of a language.
    let faces = TEXT_FACES.map(read);
    let mut files = vec![Path::new(env!("CARGO_MANIFEST_DIR")).join("src/ui")];
    let mut looked_at = 0;
    while let Some(path) = files.pop() {
        if path.is_dir() {
            files.extend(std::fs::read_dir(&path).unwrap().map(|entry| entry.unwrap().path()));
            continue;
        }
        let source = std::fs::read_to_string(&path).unwrap();
        for line in source.lines().filter(|line| !line.trim_start().starts_with("//")) {
            looked_at += usize::from(!line.is_ascii());
            for face in &faces {
                let missing = missing(line, &[face]);
                assert!(missing.is_empty(), "{}: {missing:?} in {line}", path.display());
            }
        }
    }
    assert!(looked_at > 0, "the drawing code has no such signs any more: drop this test");
}

#[test]
fn a_letter_without_a_glyph_would_be_seen() {
    let face = read(TEXT_FACES[0]);
    assert_eq!(missing("a語b\u{1f600}", &[&face]), ['語', '\u{1f600}']);
}

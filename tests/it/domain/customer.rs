use carddesk::domain::{
    CustomerNumber, CustomerNumberError, CustomerNumberWarning, Invisible, PROHIBITED_SYMBOLS,
    Prohibited, find_prohibited, invisible,
};
use proptest::prelude::*;

use super::{TRAPS, rough_text};

fn refused(text: &str) -> Prohibited {
    match CustomerNumber::parse(text) {
        Err(CustomerNumberError::Prohibited(prohibited)) => prohibited,
        other => panic!("{text:?} is {other:?}"),
    }
}

#[test]
fn every_symbol_that_the_gateway_removes_is_refused_by_name_and_place() {
    for symbol in TRAPS.chars() {
        let named = |position| Prohibited { symbol, position };
        assert_eq!(refused(&format!("AB{symbol}12")), named(3));
        assert_eq!(refused(&format!("{symbol}AB12")), named(1));
        assert_eq!(refused(&format!("AB12{symbol}")), named(5));
        assert_eq!(refused(&symbol.to_string()), named(1));
    }
    assert_eq!(PROHIBITED_SYMBOLS.iter().collect::<String>().len(), TRAPS.len());
}

#[test]
fn places_are_counted_in_characters() {
    // Two bytes a letter, four the emoji: bytes would say 11 and 9.
    assert_eq!(refused("Минск/7"), Prohibited { symbol: '/', position: 6 });
    assert_eq!(refused("№😀(7)"), Prohibited { symbol: '(', position: 3 });
}

#[test]
fn the_first_of_several_is_named() {
    assert_eq!(refused("a;b#c"), Prohibited { symbol: ';', position: 2 });
    let long = format!("{}#", "7".repeat(40));
    assert_eq!(refused(&long), Prohibited { symbol: '#', position: 41 });
}

#[test]
fn control_characters_are_refused_like_the_traps() {
    for symbol in ['\t', '\n', '\r', '\0', '\u{7f}', '\u{85}'] {
        assert_eq!(refused(&format!("12{symbol}34")), Prohibited { symbol, position: 3 });
        assert_eq!(refused(&format!("1234{symbol}")), Prohibited { symbol, position: 5 });
    }
}

/// The ends of each range of Unicode 16's format characters (Cf), and of those that it calls ignorable
/// when text is drawn (Default_Ignorable_Code_Point).
const UNSEEN: [(char, char); 34] = [
    ('\u{ad}', '\u{ad}'),
    ('\u{34f}', '\u{34f}'),
    ('\u{600}', '\u{605}'),
    ('\u{61c}', '\u{61c}'),
    ('\u{6dd}', '\u{6dd}'),
    ('\u{70f}', '\u{70f}'),
    ('\u{890}', '\u{891}'),
    ('\u{8e2}', '\u{8e2}'),
    ('\u{115f}', '\u{1160}'),
    ('\u{17b4}', '\u{17b5}'),
    ('\u{180b}', '\u{180f}'),
    ('\u{200b}', '\u{200f}'),
    ('\u{2028}', '\u{202e}'),
    ('\u{2060}', '\u{206f}'),
    ('\u{2800}', '\u{2800}'),
    ('\u{3164}', '\u{3164}'),
    ('\u{fdd0}', '\u{fdef}'),
    ('\u{fe00}', '\u{fe0f}'),
    ('\u{feff}', '\u{feff}'),
    ('\u{ffa0}', '\u{ffa0}'),
    ('\u{fff0}', '\u{fffb}'),
    ('\u{fffe}', '\u{ffff}'),
    ('\u{110bd}', '\u{110bd}'),
    ('\u{110cd}', '\u{110cd}'),
    ('\u{13430}', '\u{1343f}'),
    ('\u{1bca0}', '\u{1bca3}'),
    ('\u{1d173}', '\u{1d17a}'),
    ('\u{1fffe}', '\u{1ffff}'),
    ('\u{e0000}', '\u{e0001}'),
    ('\u{e0020}', '\u{e007f}'),
    ('\u{e0080}', '\u{e00ff}'),
    ('\u{e0100}', '\u{e01ef}'),
    ('\u{e01f0}', '\u{e0fff}'),
    ('\u{10fffe}', '\u{10ffff}'),
];

#[test]
fn what_nobody_sees_is_refused_with_its_place() {
    for symbol in UNSEEN.into_iter().flat_map(|(first, last)| first..=last) {
        assert!(invisible(symbol).is_some(), "{symbol:?}");
        assert_eq!(refused(&format!("12{symbol}34")), Prohibited { symbol, position: 3 });
        assert_eq!(refused(&format!("{symbol}1234")), Prohibited { symbol, position: 1 });
    }
    // What comes next to them is seen, or a blank of its own.
    for text in
        ["12 34", "12\u{a0}34", "12\u{2003}34", "ё", "е\u{308}", "\u{e000}", "😀", "\u{fffd}"]
    {
        assert!(text.chars().all(|c| invisible(c).is_none()), "{text:?}");
        assert!(CustomerNumber::parse(text).is_ok(), "{text:?}");
    }
}

#[test]
fn each_kind_is_told_from_the_others() {
    for (symbol, kind) in [
        ('\t', Invisible::Control),
        ('\u{ad}', Invisible::SoftHyphen),
        ('\u{200b}', Invisible::ZeroWidthSpace),
        ('\u{200d}', Invisible::Joiner),
        ('\u{2060}', Invisible::WordJoiner),
        ('\u{feff}', Invisible::ByteOrderMark),
        ('\u{202c}', Invisible::Direction),
        ('\u{61c}', Invisible::Direction),
        ('\u{2029}', Invisible::LineSeparator),
        ('\u{fe0f}', Invisible::VariationSelector),
        ('\u{e0041}', Invisible::Tag),
        ('\u{3164}', Invisible::Filler),
        ('\u{2063}', Invisible::Format),
        ('\u{ffff}', Invisible::NoCharacter),
    ] {
        assert_eq!(invisible(symbol), Some(kind), "{symbol:?}");
    }
}

#[test]
fn lookalikes_of_the_traps_are_no_traps() {
    // Full width and typographic forms are other characters; they are warned of, not refused.
    for text in ["AB／12", "AB＜12", "“AB12”", "AB’12", "AB＃12"] {
        let number = CustomerNumber::parse(text).unwrap();
        assert!(matches!(number.warning(), Some(CustomerNumberWarning::NonAscii(_))), "{text}");
    }
}

#[test]
fn nothing_is_trimmed_folded_or_stripped() {
    for text in
        ["1234", " 1234", "1234 ", "12 34", "AbC", "a.b-c_d@e", "ёЁ", "12%41", "%2F", "0012"]
    {
        assert_eq!(CustomerNumber::parse(text).unwrap().as_str(), text);
    }
    assert_ne!(CustomerNumber::parse("abc").unwrap(), CustomerNumber::parse("ABC").unwrap());
    assert_ne!(CustomerNumber::parse("12").unwrap(), CustomerNumber::parse(" 12").unwrap());
}

#[test]
fn nothing_and_blanks_alone_are_no_number() {
    for text in ["", " ", "    ", "\u{a0}", "\u{2003} "] {
        assert_eq!(CustomerNumber::parse(text), Err(CustomerNumberError::Empty), "{text:?}");
    }
}

#[test]
fn thirty_two_characters_are_the_most() {
    for letter in ["7", "Ж", "😀"] {
        let longest = letter.repeat(32);
        assert_eq!(CustomerNumber::parse(&longest).unwrap().as_str(), longest);
        let longer = letter.repeat(33);
        let error = CustomerNumber::parse(&longer);
        assert_eq!(error, Err(CustomerNumberError::TooLong { chars: 33 }));
    }
}

#[test]
fn blanks_at_the_ends_are_warned_of() {
    for text in [" 12", "12 ", "\u{a0}12", " Ж "] {
        let warning = CustomerNumber::parse(text).unwrap().warning();
        assert_eq!(warning, Some(CustomerNumberWarning::OuterBlanks), "{text:?}");
    }
    assert_eq!(CustomerNumber::parse("12 34").unwrap().warning(), None);
    assert_eq!(CustomerNumber::parse("a.b-c_d@e").unwrap().warning(), None);
}

#[test]
fn the_first_character_outside_ascii_is_warned_of() {
    // The last two look like Latin letters.
    for (text, symbol, position) in [("12Ж4Я", 'Ж', 3), ("АB12", 'А', 1), ("o12о", 'о', 4)] {
        let warning = CustomerNumber::parse(text).unwrap().warning();
        let expected = CustomerNumberWarning::NonAscii(Prohibited { symbol, position });
        assert_eq!(warning, Some(expected), "{text:?}");
    }
}

proptest! {
    #[test]
    fn what_is_accepted_is_sent_as_it_is_and_the_gateway_changes_nothing(text in rough_text(40)) {
        match CustomerNumber::parse(&text) {
            Ok(number) => {
                prop_assert_eq!(number.as_str(), &text);
                prop_assert!(!text.chars().any(|c| TRAPS.contains(c) || invisible(c).is_some()));
                prop_assert!((1..=32).contains(&text.chars().count()));
                prop_assert!(!text.trim().is_empty());
            }
            Err(CustomerNumberError::Prohibited(found)) => {
                let trap = |c: char| TRAPS.contains(c) || invisible(c).is_some();
                prop_assert_eq!(text.chars().nth(found.position - 1), Some(found.symbol));
                prop_assert!(trap(found.symbol));
                prop_assert!(!text.chars().take(found.position - 1).any(trap));
            }
            Err(CustomerNumberError::Empty) => prop_assert!(text.trim().is_empty()),
            Err(CustomerNumberError::TooLong { chars }) => {
                prop_assert_eq!(chars, text.chars().count());
                prop_assert!(chars > 32);
            }
            Err(CustomerNumberError::IsPassword) => prop_assert!(false, "it knows no password"),
        }
    }

    #[test]
    fn every_harmless_text_of_up_to_32_characters_is_accepted(
        text in "[^<>\"='/\\\\();#\\p{Cc}\\p{Z}]{1,32}",
    ) {
        prop_assume!(text.chars().all(|c| invisible(c).is_none()));
        prop_assert!(CustomerNumber::parse(&text).is_ok());
        prop_assert_eq!(find_prohibited(&text), None);
    }
}

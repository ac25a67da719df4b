//! Text from outside among the program's own words.
use carddesk::domain::{Bin, Brand, LastFour, harmless, on_one_line};
use proptest::prelude::*;

/// Ends of lines, and what turns, hides or moves.
const ODD: &str = "\n\r\u{b}\u{c}\u{85}\u{2028}\u{2029}\t\0\u{1b}\u{7f}\u{9b}\u{61c}\u{200b}\u{200d}\
    \u{200e}\u{202a}\u{202e}\u{2066}\u{2069}\u{2060}\u{ad}\u{feff}\u{fe0f}\u{3164}\u{e0041}\u{115f}";

fn is_plain(text: &str) -> bool {
    !text.contains(|c: char| ODD.contains(c) || c.is_control())
}

#[test]
fn a_text_on_one_line_writes_no_line_of_its_own() {
    let cases = [
        ("VISA", "VISA"),
        (" Банк «Ёлка»  №1 ", "Банк «Ёлка» №1"),
        ("A\r\nB", "A¶B"),
        ("A\n\n\nCustomer 1004", "A¶Customer 1004"),
        ("A\u{2028}B\u{85}C", "A¶B¶C"),
        ("A\tB\u{a0}\u{3000} C", "A B C"),
        ("\u{202e}ASIV\u{2066}x", "\u{fffd}ASIV\u{fffd}x"),
        ("V\u{200b}\u{200d}\u{ad}ISA", "V\u{fffd}ISA"),
        ("\u{1b}[31mred\u{7}", "\u{fffd}[31mred\u{fffd}"),
        ("", ""),
        (" \n ", ""),
    ];
    for (came, line) in cases {
        assert_eq!(on_one_line(came, 100), line, "{came:?}");
    }
    assert_eq!(on_one_line("abcdef", 6), "abcdef");
    assert_eq!(on_one_line("abcdefg", 6), "abcde…");
    for odd in ODD.chars().filter(|c| *c != '\t') {
        assert_ne!(harmless(odd), odd, "{odd:?}");
    }
    for plain in "aЯё«»№… \u{a0}😀漢".chars() {
        assert_eq!(harmless(plain), plain);
    }
}

proptest! {
    #[test]
    fn nothing_odd_is_left_and_the_length_holds(
        parts in proptest::collection::vec(prop_oneof![
            any::<char>().prop_map(String::from),
            "[a-zа-я ]{0,6}".prop_map(|text| text),
            proptest::sample::select(ODD.chars().collect::<Vec<_>>()).prop_map(String::from),
        ], 0..60),
        most in 1_usize..40,
    ) {
        let text = parts.concat();
        let line = on_one_line(&text, most);
        prop_assert!(is_plain(&line) && line.chars().count() <= most, "{:?}", line);
        prop_assert!(!line.contains("  ") && !line.starts_with(' '), "{:?}", line);
        let again = on_one_line(&line, most);
        prop_assert_eq!(again.trim_end(), line.trim_end());
        let brand = Brand::from_gateway(&text);
        prop_assert!(is_plain(brand.as_str()) && brand.as_str().chars().count() <= 60);
        prop_assert!(brand.short().chars().count() <= 24);
        prop_assert!(is_plain(LastFour::from_gateway(&text).as_str()));
        prop_assert!(is_plain(Bin::from_gateway(&text).as_str()));
    }
}

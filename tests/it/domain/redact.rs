//! What must not be shown, however it is written; and what must stay.
use carddesk::domain::{KnownTokens, Redactor, Token, redact};
use proptest::prelude::*;

use crate::support::TOKEN;

/// What may part the groups of a number: blanks, signs, brackets, what cannot be seen, escapes.
const SEPARATORS: &[&str] = &[
    "",
    " ",
    "-",
    ".",
    ",",
    ":",
    ";",
    "|",
    "/",
    "_",
    "+",
    "*",
    "(",
    ")",
    "] [",
    "\u{a0}",
    "\u{2009}",
    "\t",
    "\n",
    " - ",
    " :: ",
    "----",
    "\u{200b}",
    "\u{200d}",
    "\u{2060}",
    "\u{feff}",
    "\u{ad}",
    "\u{202e}",
    "\u{3164}",
    "\u{2013}",
    "\u{2212}",
    "·",
    "%20",
    "%2D",
    "%2d",
    "%C2%A0",
    "%E2%80%8B",
    "%A0",
    "%2520",
    "&nbsp;",
    "&#32;",
    "&#x2d;",
    "&zwnj;",
    "\\u00a0",
    "\\u200b",
    "\\n",
    "\\t",
    "</b><b>",
    "<wbr>",
    "\" \"",
    "', '",
];

/// Zeros of decimal digits in other scripts: the ten follow one another.
const ZEROS: &[char] = &[
    '0',
    '\u{660}',
    '\u{6f0}',
    '\u{966}',
    '\u{9e6}',
    '\u{e50}',
    '\u{ff10}',
    '\u{1d7ce}',
    '\u{1d7f6}',
    '\u{104a0}',
    '\u{1fbf0}',
];

/// How a digit may be escaped.
fn escaped(digit: char, how: u8) -> String {
    let number = u32::from(digit);
    match how {
        1 => digit.encode_utf8(&mut [0; 4]).bytes().map(|byte| format!("%{byte:02x}")).collect(),
        2 => digit.encode_utf16(&mut [0; 2]).iter().map(|unit| format!("\\u{unit:04x}")).collect(),
        3 => format!("&#{number};"),
        4 => format!("&#x{number:X};"),
        _ => digit.to_string(),
    }
}

/// A number in groups, and where digits of it stand in the text that is made of it.
#[derive(Debug, Clone)]
struct Number {
    /// Each as it is written.
    digits: Vec<String>,
    separator: &'static str,
    /// How many digits a group has.
    group: usize,
}

impl Number {
    fn text(&self) -> String {
        let groups: Vec<String> = self.digits.chunks(self.group).map(<[_]>::concat).collect();
        groups.join(self.separator)
    }

    /// The same with all but the last four hidden.
    fn hidden(&self) -> String {
        let kept = self.digits.len() - 4;
        let digit = |(at, digit): (usize, &String)| {
            if at < kept { "*".to_owned() } else { digit.clone() }
        };
        let digits = self.digits.iter().enumerate().map(digit).collect();
        Self { digits, ..self.clone() }.text()
    }
}

/// Numbers of so many digits, in any writing. The first is none that a date could begin with.
fn number(digits: impl Strategy<Value = usize>) -> impl Strategy<Value = Number> {
    let separator = proptest::sample::select(SEPARATORS);
    let zero = proptest::sample::select(ZEROS);
    (digits, separator, zero, 0_u8..5, 1_usize..8)
        .prop_flat_map(|(length, separator, zero, escape, group)| {
            let plain = proptest::collection::vec(0_u32..10, length - 1);
            (3_u32..7, plain).prop_map(move |(first, rest)| {
                let digit = |digit: u32| char::from_u32(u32::from(zero) + digit).unwrap();
                let digits = std::iter::once(first).chain(rest).map(|d| escaped(digit(d), escape));
                Number { digits: digits.collect(), separator, group }
            })
        })
        // Single stars are what is written for digits.
        .prop_filter("told apart from what hides", |number| {
            number.separator != "*" || number.group > 1
        })
}

/// Words around a number: letters of several scripts, directly beside it or not.
const AROUND: &[&str] =
    &["", "x", "abc", "карта", "карта: ", "PAN=", "№", "(", "漢", "é", "\u{200b}", "…", "a\u{301}"];

fn around() -> impl Strategy<Value = &'static str> {
    proptest::sample::select(AROUND)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(600))]

    #[test]
    fn twelve_to_nineteen_digits_are_a_card_number(
        number in number(12_usize..=19), before in around(), after in around(),
    ) {
        let text = format!("{before}{}{after}", number.text());
        let hidden = format!("{before}{}{after}", number.hidden());
        let shown = redact(&text);
        prop_assert_eq!(shown.as_str(), &hidden, "{:?}", text);
        prop_assert_eq!(redact(&shown), shown);
    }

    #[test]
    fn a_longer_number_may_hold_one(number in number(20_usize..29), before in around()) {
        let shown = redact(&format!("{before}{}", number.text()));
        prop_assert_eq!(shown.as_str(), format!("{before}{}", number.hidden()));
    }

    #[test]
    fn eleven_digits_are_none(number in number(1_usize..=11), before in around(), after in around()) {
        let text = format!("{before}{}{after}", number.text());
        for shown in [redact(&text), Redactor::default().card_words(&text)] {
            prop_assert_eq!(shown.as_str(), &text);
        }
    }

    #[test]
    fn where_a_card_is_meant_its_bin_stays(number in number(12_usize..=19)) {
        let shown = Redactor::default().card_words(&number.text());
        let bin = Number { digits: number.digits[..6].to_vec(), ..number.clone() }.text();
        prop_assert!(shown.starts_with(&bin), "{:?}", shown);
        let last = number.digits[number.digits.len() - 4..].iter();
        let middle = &shown[bin.len()..];
        prop_assert!(middle.contains('…'), "{:?}", shown);
        // Six and four, and no digit more.
        let rest = Number { digits: last.cloned().collect(), ..number.clone() };
        let kept: String = rest.digits.concat();
        let without: String = middle.replace(number.separator, "").replace('…', "");
        let wanted = kept.replace(number.separator, "");
        prop_assert!(number.separator.is_empty() || without == wanted || without.ends_with(&wanted),
            "{:?}: {:?} {:?}", shown, without, wanted);
    }

    #[test]
    fn nothing_that_is_redacted_holds_a_card_number(
        parts in proptest::collection::vec(prop_oneof![
            number(1_usize..25).prop_map(|number| number.text()),
            around().prop_map(str::to_owned),
            any::<char>().prop_map(String::from),
            Just(TOKEN.to_owned()),
        ], 0..8),
    ) {
        let text = parts.concat();
        let shown = redact(&text);
        prop_assert!(!shown.contains(TOKEN));
        let _no_panic = (Redactor::default().address(&text), Redactor::default().words(&text));
    }

    #[test]
    fn a_token_is_elided_however_it_is_written(
        digits in "[0-9a-f]{32}", joint in proptest::sample::select(&["", "-", "\u{2011}", "%2D",
            "\u{200b}-", "\\u002d", "&#45;"][..]),
        upper in any::<bool>(), before in proptest::sample::select(&["", "{", "(", "urn:uuid:", "token ",
            "xyz", "г", "%7B", "\u{200b}"][..]),
    ) {
        prop_assume!(digits.contains(|c: char| c.is_ascii_alphabetic()));
        let digits = if upper { digits.to_uppercase() } else { digits };
        let groups = [&digits[..8], &digits[8..12], &digits[12..16], &digits[16..20], &digits[20..]];
        let text = format!("{before}{}}}", groups.join(joint));
        for shown in [redact(&text), Redactor::default().card_words(&text)] {
            let wanted = format!("{before}{}…{}}}", &digits[..4], &digits[28..]);
            prop_assert_eq!(shown.as_str(), &wanted, "{:?}", text);
        }
    }
}

#[test]
fn a_token_is_elided_where_its_first_signs_seem_to_end_an_escape() {
    for before in ["%0", "%", "\\u005", "\\x0", "&#x0", "%250", "<a %0"] {
        let text = format!("{before}{TOKEN}");
        for shown in [redact(&text), Redactor::default().words(&text)] {
            assert!(!shown.contains(&TOKEN[5..30]), "{text}: {shown}");
        }
    }
}

#[test]
fn the_borders_are_twelve_digits_and_the_last_four() {
    let digits = |count: usize| -> String { "4123627700".chars().cycle().take(count).collect() };
    for count in [1, 4, 11] {
        assert_eq!(redact(&digits(count)), digits(count).as_str());
    }
    for count in [12, 13, 16, 19, 20, 30] {
        let last: String = digits(count)[count - 4..].to_owned();
        assert_eq!(redact(&digits(count)), format!("{}{last}", "*".repeat(count - 4)).as_str());
        let bin = Redactor::default().card_words(&digits(count));
        assert_eq!(bin, format!("412362…{last}").as_str());
    }
}

#[test]
fn card_numbers_are_starred_however_they_are_written() {
    for (text, hidden) in [
        ("4123621234560028", "************0028"),
        ("х4123.6212.3456.0028х", "х****.****.****.0028х"),
        ("4123 - 6212 - 3456 - 0028", "**** - **** - **** - 0028"),
        ("4123\u{a0}6212\u{a0}3456\u{a0}0028 12.25", "****\u{a0}****\u{a0}****\u{a0}**** 12.25"),
        ("6759649826438", "*********6438"),
        ("[4123][6212][3456][0028]", "[****][****][****][0028]"),
        ("4123\u{200b}6212\u{200b}3456\u{200b}0028", "****\u{200b}****\u{200b}****\u{200b}0028"),
        ("pan=4123%206212%203456%200028&a=1", "pan=****%20****%20****%200028&a=1"),
        ("%34%31%32%33621234560028", "************0028"),
        ("٤١٢٣ ٦٢١٢ ٣٤٥٦ ٠٠٢٨", "**** **** **** ٠٠٢٨"),
        ("4123<b>6212</b><i>3456</i>0028", "****<b>****</b><i>****</i>0028"),
        ("4123, 6212, 3456, 0028", "****, ****, ****, 0028"),
        ("00004123621234560028", "0000************0028"),
        ("4123621234560028 и 5486730000000011", "************0028 и ************0011"),
        ("4123621234560028/5486730000000011", "****************/************0011"),
        ("T-1001, 4123 6212 3456 0028", "T-1001, **** **** **** 0028"),
        ("4123 6212 3456 0028. 12 cards", "**** **** **** **28. 12 cards"),
        ("4123, 6212, 3456, 0028, 12, 26", "****, ****, ****, ****, 12, 26"),
    ] {
        assert_eq!(redact(text), hidden, "{text}");
    }
}

#[test]
fn what_is_no_card_number_stays() {
    let digest = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08";
    let numerals = "a94a8fe5ccb19ba61c4c0873d391e987982fbbd3";
    for text in [
        "T-1001",
        "+375 29 123-45-67",
        "звонок на (+375 29 123-45-67)",
        "2026-11-23 12:00:00",
        "2026-11-28T07:18:08.123456Z",
        "2026-11-28 07:18:08.123456789+03:00",
        "23.11.2026 12:00:59",
        "23.11.2026, 12:00",
        "INC000123456789",
        "звонок 12.11, карта 0028",
        "VISA 41236212…0028",
        "VISA 412362******0028 12/2030",
        "1 234 567,89 BYN",
        "proxy 192.168.100.100:3128 refused",
        "sha256 9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
        digest,
        numerals,
        "12345678901 bytes, 1024x768",
        "",
    ] {
        assert_eq!(redact(text), text);
    }
}

#[test]
fn shapes_that_stay_shield_no_card_number() {
    for (text, hidden) in [
        ("2026-11-23 12:00:00 4123621234560028", "2026-11-23 12:00:00 ************0028"),
        ("4123621234560028 2026-11-23 12:00", "************0028 2026-11-23 12:00"),
        ("2026-13-23 12:00:00", "****-**-** **:00:00"),
        ("192.168.100.256:3128", "***.***.***.***:3128"),
        ("192.168.100.100.4123621234560028", "***.***.***.***.************0028"),
        ("+4123 6212 3456 0028", "+**** **** **** 0028"),
        ("a+412362123456", "a+********3456"),
        ("20261123120000", "**********0000"),
    ] {
        assert_eq!(redact(text), hidden, "{text}");
    }
}

#[test]
fn tokens_of_any_shape_are_elided_where_they_are_known() {
    let odd = Token::from_gateway("tok_live_9f8e7d6c5b4a39281706");
    let short = Token::from_gateway("Ab-12345");
    let known = KnownTokens::of([&odd, &short]);
    let redactor = Redactor::default().knowing(&known);
    for (text, hidden) in [
        ("no tok_live_9f8e7d6c5b4a39281706 here", "no tok_…1706 here"),
        ("xTOK_LIVE_9F8E7D6C5B4A39281706x", "xTOK_…1706x"),
        ("a ab%2D12345.", "a …."),
        ("tok_live_9f8e7d6c5b4a3928170", "tok_live_9f8e7d6c5b4a3928170"),
    ] {
        assert_eq!(redactor.text(text), hidden, "{text}");
        assert_eq!(redactor.address(text), hidden, "{text}");
    }
    assert_eq!(redact("ab-12345"), "ab-12345");
    assert!(!format!("{known:?}").contains("9f8e"));
}

#[test]
fn an_address_keeps_what_belongs_to_it() {
    let token = Token::parse(TOKEN).unwrap();
    let known = KnownTokens::of([&token]);
    let redactor = Redactor::default().knowing(&known);
    let bare = TOKEN.replace('-', "");
    for (text, hidden) in [
        (format!("https://a.example/{TOKEN}.png"), "https://a.example/54F5…B401.png"),
        (
            format!("https://a.example/{}.png", TOKEN.replace('-', "%2D")),
            "https://a.example/54F5…B401.png",
        ),
        (format!("https://a.example/{bare}"), "https://a.example/54F5…B401"),
        (
            "https://a.example/33479991-b4e5-40fe-d9ed-edc94ba7fa14/1600000000000".to_owned(),
            "https://a.example/33479991-b4e5-40fe-d9ed-edc94ba7fa14/1600000000000",
        ),
        (
            "https://a.example/2024/11/23/card.png".to_owned(),
            "https://a.example/2024/11/23/card.png",
        ),
        ("https://a.example/4111111111111111".to_owned(), "https://a.example/************1111"),
        (
            "https://a.example/card4111111111111111.png".to_owned(),
            "https://a.example/card************1111.png",
        ),
        (
            "https://a.example/4111-1111-1111-1111/1".to_owned(),
            "https://a.example/****-****-****-1111/1",
        ),
        (
            "https://a.example/4111%201111%201111%201111".to_owned(),
            "https://a.example/****%20****%20****%201111",
        ),
        (
            "https://a.example/x-4111-1111-1111-1111-2026".to_owned(),
            "https://a.example/x-****-****-****-1111-2026",
        ),
        ("https://a.example/4111111111111112".to_owned(), "https://a.example/4111111111111112"),
        (
            "https://a.example/?n=4111111111111111&sig=abc".to_owned(),
            "https://a.example/?n=************1111&sig=…",
        ),
    ] {
        assert_eq!(redactor.address(&text), hidden, "{text}");
    }
}

#[test]
fn what_lets_somebody_in_to_an_address_stands_in_no_text() {
    let text = "see https://agent:S3cret@a.example/x?X-Amz-Signature=0123456789abcdef&w=1";
    assert_eq!(redact(text), "see https://…@a.example/x?X-Amz-Signature=…&w=1");
}

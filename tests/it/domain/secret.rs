use std::collections::HashSet;

use carddesk::domain::{
    Credentials, Language, Login, MerchantId, Password, PasswordError, Token, TokenError, invisible,
};
use proptest::prelude::*;

use super::rough_text;

const TOKEN: &str = "54F5A3DE-4B47-4B40-03B5-7FF992D6B401";

/// Fails to compile where the type has the trait: two implementations then fit the path.
macro_rules! has_none_of {
    ($type:ty: $($trait:path),+ $(,)?) => {$(
        const _: fn() = || {
            trait AmbiguousIfImplemented<A> {
                fn item() {}
            }
            impl<T: ?Sized> AmbiguousIfImplemented<()> for T {}
            #[allow(dead_code, reason = "a type to be ambiguous with")]
            struct Implemented;
            impl<T: ?Sized + $trait> AmbiguousIfImplemented<Implemented> for T {}
            let _ = <$type as AmbiguousIfImplemented<_>>::item;
        };
    )+};
}

// A secret leaves by its one named method: nothing prints, serialises or dereferences it.
has_none_of!(
    Password: std::fmt::Display, serde::Serialize, std::ops::Deref, AsRef<str>,
    std::borrow::Borrow<str>, Into<String>,
);
has_none_of!(
    Token: std::fmt::Display, serde::Serialize, std::ops::Deref, AsRef<str>,
    std::borrow::Borrow<str>, Into<String>,
);
has_none_of!(Credentials: std::fmt::Display, serde::Serialize);

#[test]
fn a_token_is_a_uuid_of_36_characters() {
    for text in [TOKEN, &TOKEN.to_lowercase()] {
        let token = Token::parse(text).unwrap();
        assert_eq!(token.expose(), text, "kept as the gateway wrote it");
        assert!(token.is_well_formed() && token.is_sendable());
    }
    assert_eq!(Token::parse(""), Err(TokenError::Empty));
    let malformed = [
        (TOKEN[..35].to_owned(), 35),
        (format!("{TOKEN}0"), 37),
        (format!(" {TOKEN}"), 37),
        (TOKEN.replace('-', ""), 32),
        (format!("{{{TOKEN}}}"), 38),
        // 36 bytes, but 18 characters.
        ("Ж".repeat(18), 18),
    ];
    for (text, chars) in malformed {
        assert_eq!(Token::parse(&text), Err(TokenError::Length { chars }), "{text}");
    }
    for (text, position) in [
        (TOKEN.replace('-', "_"), 9),
        (TOKEN.replace('F', "G"), TOKEN.find('F').unwrap() + 1),
        (format!(" {}", &TOKEN[1..]), 1),
        (format!("{}-", &TOKEN[..35]), 36),
        // As many characters, more bytes.
        (format!("{}Ж", &TOKEN[..35]), 36),
        ("Ж".repeat(36), 1),
    ] {
        assert_eq!(Token::parse(&text), Err(TokenError::Shape { position }), "{text}");
    }
}

#[test]
fn what_the_gateway_sends_is_kept_but_not_all_of_it_can_be_sent_back() {
    let odd = Token::from_gateway("A token of their own");
    assert_eq!(odd.expose(), "A token of their own");
    assert!(!odd.is_well_formed());
    assert!(odd.is_sendable());
    for text in ["", "54F5/A3DE", "a;b", "a\nb"] {
        assert!(!Token::from_gateway(text).is_sendable(), "{text:?}");
    }
}

#[test]
fn tokens_are_the_same_whatever_their_case() {
    let (upper, lower) = (Token::from_gateway(TOKEN), Token::from_gateway(&TOKEN.to_lowercase()));
    assert_eq!(upper, lower);
    assert_eq!(HashSet::from([upper, lower]).len(), 1);
    assert_ne!(Token::from_gateway(TOKEN), Token::from_gateway(&TOKEN.replace("401", "402")));
}

#[test]
fn a_token_is_told_by_its_ends() {
    assert_eq!(Token::from_gateway(TOKEN).elided(), "54F5…B401");
    assert_eq!(Token::from_gateway("жжжж и ещё много букв").elided(), "жжжж…букв");
    // Too short for its ends to leave anything out.
    assert_eq!(Token::from_gateway("123456789012345").elided(), "…");
    assert_eq!(Token::from_gateway("").elided(), "…");
}

#[test]
fn debugging_credentials_shows_no_password() {
    let credentials = Credentials {
        merchant_id: MerchantId::parse("452739").unwrap(),
        login: Login::parse("support").unwrap(),
        password: Password::parse("Hunter2Hunter2".into()).unwrap(),
        language: Language::Russian,
    };
    let shown = format!("{credentials:?} {credentials:#?}");
    assert!(!shown.contains("Hunter2"), "{shown}");
    assert!(shown.contains("support"), "{shown}");
}

proptest! {
    #[test]
    fn debugging_a_password_shows_nothing_of_it(text in "[^<>\"='/\\\\();#\\p{Cc}]{1,30}") {
        prop_assume!(text.chars().all(|c| invisible(c).is_none()));
        let password = Password::parse(text.into()).unwrap();
        prop_assert_eq!(format!("{password:?}"), "Password(…)");
        prop_assert_eq!(format!("{password:#?}"), "Password(…)");
    }

    #[test]
    fn debugging_a_token_shows_its_ends_at_most(text in rough_text(60)) {
        let token = Token::from_gateway(&text);
        let chars: Vec<char> = text.chars().collect();
        let expected = match chars.len() {
            ..16 => "Token(…)".to_owned(),
            count => {
                let ends: (String, String) =
                    (chars[..4].iter().collect(), chars[count - 4..].iter().collect());
                format!("Token({}…{})", ends.0, ends.1)
            }
        };
        prop_assert_eq!(format!("{token:?}"), expected);
    }

    #[test]
    fn no_text_panics_the_token_parser(text in rough_text(40)) {
        if let Ok(token) = Token::parse(&text) {
            prop_assert_eq!(token.expose(), &text);
        }
    }

    #[test]
    fn a_refused_password_is_not_in_the_refusal(text in "[a-z]{4,20}[<>#][a-z]{4,20}") {
        let error: PasswordError = Password::parse(text.as_str().into()).unwrap_err();
        let place = text.find(['<', '>', '#']).unwrap() + 1;
        prop_assert_eq!(error, PasswordError::Prohibited { position: place });
    }
}

fn password(text: &str) -> Password {
    Password::parse(text.into()).unwrap()
}

#[test]
fn a_sealed_password_is_recognised_and_cannot_be_had() {
    let whole = password("пароль-S3cret");
    let sealed = whole.sealed(b"pay.example.com 452739 support");
    assert!(sealed.is_sealed() && !whole.is_sealed());
    assert_eq!(sealed.expose_for_request(), None);
    assert!(sealed.matches("пароль-S3cret") && sealed.is(&whole));
    for other in ["", "пароль-S3cre", "пароль-S3cret ", "Пароль-S3cret"] {
        assert!(!sealed.matches(other), "{other:?}");
    }
    assert!(!format!("{sealed:?}").contains("S3cret"));
    // Sealed anew it is what it was.
    assert!(sealed.sealed(b"other").is(&whole));
}

#[test]
fn a_password_is_found_in_a_text_as_a_word() {
    let secret = password("S3cret-2026");
    for text in [
        "S3cret-2026",
        "  S3cret-2026\t",
        "Ticket 7: S3cret-2026.",
        "(S3cret-2026)",
        "пароль «S3cret-2026», забыл",
        "xS3cret-2026 S3cret-2026",
    ] {
        assert!(secret.is_in(text), "{text:?}");
    }
    for text in ["", "S3cret", "s3cret-2026", "xS3cret-2026", "S3cret-20261", "яS3cret-2026я"] {
        assert!(!secret.is_in(text), "{text:?}");
    }
    assert!(password("ab-ab").is_in("xab-ab-ab"), "it overlaps itself");
    // One that is no word at all is found where it stands by itself.
    assert!(password("!!").is_in("wait !! now") && !password("!!").is_in("wait! !"));
}

proptest! {
    #[test]
    fn no_text_that_holds_it_between_blanks_gets_past(
        before in ".{0,12}", secret in "[a-zа-я0-9~!-]{1,12}", behind in ".{0,12}",
    ) {
        let text = format!("{before} {secret} {behind}");
        prop_assert!(password(&secret).is_in(&text));
        prop_assert!(password(&secret).is_in(&secret));
    }
}

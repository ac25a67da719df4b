use carddesk::domain::{
    Language, Login, LoginError, MerchantId, MerchantIdError, Password, PasswordError, Prohibited,
    invisible,
};
use proptest::prelude::*;

use super::{TRAPS, rough_text};

#[test]
fn a_merchant_id_is_a_number_from_1_to_2147483647() {
    for (text, id) in
        [("1", 1), ("452739", 452_739), ("2147483647", 2_147_483_647), (" 7 ", 7), ("007", 7)]
    {
        assert_eq!(MerchantId::parse(text).map(MerchantId::get), Ok(id));
    }
    for text in ["0", "000", "2147483648", "4294967296", "99999999999999999999999999"] {
        assert_eq!(MerchantId::parse(text), Err(MerchantIdError::OutOfRange), "{text}");
    }
    for text in ["-1", "+1", "1.0", "1e3", "0x10", "12a", "1 2", "٣", "１２", "Ж"] {
        assert_eq!(MerchantId::parse(text), Err(MerchantIdError::NotANumber), "{text}");
    }
    for text in ["", " ", "\t"] {
        assert_eq!(MerchantId::parse(text), Err(MerchantIdError::Empty), "{text:?}");
    }
}

#[test]
fn a_login_has_up_to_twenty_characters_without_traps() {
    assert_eq!(Login::parse("Support_01").unwrap().as_str(), "Support_01");
    assert_eq!(Login::parse(&"Ж".repeat(20)).unwrap().as_str(), "Ж".repeat(20));
    assert_eq!(Login::parse(&"a".repeat(21)), Err(LoginError::TooLong { chars: 21 }));
    assert_eq!(Login::parse(" "), Err(LoginError::Empty));
    for symbol in TRAPS.chars() {
        let named = LoginError::Prohibited(Prohibited { symbol, position: 3 });
        assert_eq!(Login::parse(&format!("Жa{symbol}b")), Err(named));
    }
}

#[test]
fn a_password_has_up_to_thirty_characters_without_traps() {
    assert!(Password::parse("Ж".repeat(30).into()).is_ok());
    let error = |text: &str| Password::parse(text.into()).unwrap_err();
    assert_eq!(error(&"a".repeat(31)), PasswordError::TooLong);
    assert_eq!(error(""), PasswordError::Empty);
    for symbol in TRAPS.chars() {
        assert_eq!(error(&format!("Жa{symbol}b")), PasswordError::Prohibited { position: 3 });
    }
    for unseen in ['\t', '\u{7}', '\u{200b}', '\u{ad}', '\u{feff}', '\u{202e}', '\u{85}'] {
        assert_eq!(error(&format!("Жa{unseen}b")), PasswordError::Invisible { position: 3 });
    }
}

#[test]
fn a_password_matches_itself_alone() {
    let password = Password::parse("Sécret-42".into()).unwrap();
    assert!(password.matches("Sécret-42"));
    for other in ["", "S", "Sécret-4", "Sécret-422", "sécret-42", "Secret-42", "\0écret-42"] {
        assert!(!password.matches(other), "{other}");
    }
}

#[test]
fn the_gateway_is_asked_in_its_own_codes() {
    assert_eq!(Language::English.gateway_code(), "EN");
    assert_eq!(Language::Russian.gateway_code(), "RU");
}

proptest! {
    #[test]
    fn merchant_ids_are_read_back(id in 1..=MerchantId::MAX) {
        prop_assert_eq!(MerchantId::parse(&id.to_string()).map(MerchantId::get), Ok(id));
    }

    #[test]
    fn no_text_panics_and_no_accepted_one_is_changed(text in rough_text(34)) {
        if let Ok(id) = MerchantId::parse(&text) {
            prop_assert_eq!(text.trim().trim_start_matches('0'), id.get().to_string());
        }
        let trap = |c: char| TRAPS.contains(c) || invisible(c).is_some();
        if let Ok(login) = Login::parse(&text) {
            prop_assert_eq!(login.as_str(), &text);
            prop_assert!(!text.contains(trap));
        }
        if let Ok(password) = Password::parse(text.as_str().into()) {
            prop_assert!(password.matches(&text));
            prop_assert_eq!(password.expose_for_request(), Some(text.as_str()));
            prop_assert!(!text.contains(trap));
        }
    }
}

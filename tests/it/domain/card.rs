use carddesk::domain::{AssetKind, Bin, Brand, BrandKind, LastFour, on_one_line};
use proptest::prelude::*;

use super::rough_text;

#[test]
fn lost_leading_zeros_of_a_bin_come_back() {
    for (came, bin) in [
        ("412362", "412362"),
        ("12362", "012362"),
        ("1", "000001"),
        ("0", "000000"),
        (" 412362 ", "412362"),
        ("41236200", "41236200"),
        ("", ""),
    ] {
        assert_eq!(Bin::from_gateway(came).as_str(), bin, "{came}");
    }
    assert!(Bin::from_gateway("12362").is_well_formed());
    assert!(Bin::from_gateway("41236200").is_well_formed());
    for odd in ["", "4123620", "41236a", "1236Ж", "٤١٢٣٦٢"] {
        assert!(!Bin::from_gateway(odd).is_well_formed(), "{odd}");
    }
}

#[test]
fn a_whole_card_number_is_never_kept() {
    assert_eq!(Bin::from_gateway("4123620000000028").as_str(), "412362");
    assert_eq!(Bin::from_gateway("412362000").as_str(), "412362");
    assert_eq!(LastFour::from_gateway("4123620000000028").as_str(), "0028");
    assert_eq!(LastFour::from_gateway("**** 0028").as_str(), "0028");
}

#[test]
fn lost_leading_zeros_of_the_last_four_come_back() {
    for (came, digits) in
        [("0028", "0028"), ("28", "0028"), ("0", "0000"), ("7 ", "0007"), ("", ""), ("ab", "ab")]
    {
        assert_eq!(LastFour::from_gateway(came).as_str(), digits, "{came}");
    }
    assert!(LastFour::from_gateway("28").is_well_formed());
    for odd in ["", "ab", "00Ж8", "٠٠٢٨"] {
        assert!(!LastFour::from_gateway(odd).is_well_formed(), "{odd}");
    }
}

#[test]
fn payment_systems_are_known_in_many_spellings() {
    let spellings: [(BrandKind, &[&str]); 9] = [
        (BrandKind::Visa, &["VISA", "Visa", " visa ", "VISA Electron"]),
        (BrandKind::Mastercard, &["MasterCard", "MASTERCARD", "Master Card", "MC", "Master-Card"]),
        (BrandKind::Maestro, &["Maestro", "MAESTRO"]),
        (BrandKind::Mir, &["MIR", "Mir", "МИР", "мир", "Мир"]),
        (BrandKind::Belkart, &["BELKART", "БЕЛКАРТ", "БелКарт", "Belkart", "BelCard"]),
        (BrandKind::Amex, &["AMEX", "American Express", "AmericanExpress"]),
        (BrandKind::UnionPay, &["UnionPay", "UNION PAY", "China UnionPay", "CUP"]),
        (BrandKind::Jcb, &["JCB", "jcb"]),
        (BrandKind::Other, &["", "VISAMASTER", "Diners Club", "Карта", "M", "MIRA", "?"]),
    ];
    for (kind, texts) in spellings {
        for text in texts {
            let brand = Brand::from_gateway(text);
            assert_eq!(brand.kind(), kind, "{text}");
            assert_eq!(brand.as_str(), text.trim(), "the gateway's spelling is kept");
        }
    }
}

#[test]
fn documented_asset_types_are_known_and_others_kept() {
    let documented = [
        ("BRAND_LOGO", AssetKind::BrandLogo),
        ("ISSUER_LOGO", AssetKind::IssuerLogo),
        ("CO_BRAND_LOGO", AssetKind::CoBrandLogo),
        ("CARD_BACKGROUND_COMBINED", AssetKind::CardBackgroundCombined),
        ("CARD_BACKGROUND", AssetKind::CardBackground),
        ("ICON", AssetKind::Icon),
        ("TERMS_AND_CONDITIONS", AssetKind::TermsAndConditions),
    ];
    for (name, kind) in documented {
        assert_eq!(AssetKind::from_gateway(name), kind);
        assert_eq!(AssetKind::from_gateway(&format!(" {} ", name.to_lowercase())), kind);
        assert_eq!(kind.as_str(), name);
    }
    for name in ["HOLOGRAM", "Brand Logo", "", "ЛОГО"] {
        assert_eq!(AssetKind::from_gateway(name), AssetKind::Other(name.to_owned()));
        assert_eq!(AssetKind::from_gateway(name).as_str(), name);
    }
}

proptest! {
    #[test]
    fn no_more_of_a_number_is_kept_than_bin_and_last_four(text in rough_text(24)) {
        let (bin, last_four) = (Bin::from_gateway(&text), LastFour::from_gateway(&text));
        prop_assert!(bin.as_str().chars().count() <= Bin::MAX_DIGITS);
        prop_assert!(last_four.as_str().chars().count() <= 4);
        let longer_than_a_bin = text.trim().chars().count() > Bin::MAX_DIGITS;
        prop_assert!(!longer_than_a_bin || bin.as_str().chars().count() == Bin::DIGITS);
    }

    #[test]
    fn a_bin_sent_as_a_number_is_the_same_as_one_sent_as_text(bin in 0_u32..1_000_000) {
        let text = format!("{bin:06}");
        prop_assert_eq!(Bin::from_gateway(&bin.to_string()), Bin::from_gateway(&text));
        prop_assert!(Bin::from_gateway(&text).is_well_formed());
        let post = bin % 10_000;
        let digits = LastFour::from_gateway(&post.to_string());
        prop_assert_eq!(digits.as_str(), format!("{post:04}"));
    }

    #[test]
    fn no_brand_panics(text in rough_text(24)) {
        let brand = Brand::from_gateway(&text);
        prop_assert_eq!(brand.as_str(), on_one_line(&text, 60));
        // Case does not matter.
        let upper = Brand::from_gateway(&text.to_uppercase());
        prop_assert_eq!(upper.kind(), brand.kind());
    }
}

//! What shows when the cards of many customers are compared.
use carddesk::domain::AssetKind;
use carddesk::domain::Digest;

use super::case::{Entry, Row, Subject, entry};

const COMBINED: AssetKind = AssetKind::CardBackgroundCombined;
const PLAIN: AssetKind = AssetKind::CardBackground;
const ISSUER: AssetKind = AssetKind::IssuerLogo;
const CO_BRAND: AssetKind = AssetKind::CoBrandLogo;
const BRAND: AssetKind = AssetKind::BrandLogo;
const ICON: AssetKind = AssetKind::Icon;
const TERMS: AssetKind = AssetKind::TermsAndConditions;

/// Customer, BIN, bank, and files: what they are, and their first byte.
type Line<'a> = (&'static str, &'static str, &'static str, &'a [(AssetKind, u8)]);

/// The first of the lines is the card that is judged.
fn batch(name: &str, expected: &str, lines: &[Line<'_>]) -> Entry {
    let digest = |first: u8| -> Digest { Digest::from_bytes([first; 32]) };
    let rows = lines.iter().map(|(customer, bin, bank, files)| Row {
        customer,
        bin,
        bank,
        files: files.iter().map(|(kind, first)| (kind.clone(), digest(*first))).collect(),
    });
    entry(name, expected, Subject::Batch(rows.collect(), 0))
}

pub(super) fn entries() -> Vec<Entry> {
    [differing(), shared()].into_iter().flatten().collect()
}

fn differing() -> Vec<Entry> {
    const DIFFERS: &str = "N art-differs-for-product";
    let one: Line<'_> = ("1", "412362", "Bank USA", &[(COMBINED, 1)]);
    vec![
        batch("a customer alone", "", &[one]),
        batch(
            "the same art at another customer",
            "",
            &[one, ("2", "412362", "Bank USA", &[(COMBINED, 1)])],
        ),
        batch(
            "other art at another customer",
            DIFFERS,
            &[one, ("2", "412362", "Bank USA", &[(COMBINED, 2)])],
        ),
        batch(
            "other art of a bank in capitals",
            DIFFERS,
            &[one, ("2", "412362", " BANK USA", &[(COMBINED, 2)])],
        ),
        batch("other plain art", DIFFERS, &[one, ("2", "412362", "Bank USA", &[(PLAIN, 2)])]),
        batch(
            "other art at the third customer",
            DIFFERS,
            &[
                one,
                ("2", "412362", "Bank USA", &[(COMBINED, 1)]),
                ("3", "412362", "Bank USA", &[(COMBINED, 2)]),
            ],
        ),
        batch(
            "other art at the same customer",
            "",
            &[one, ("1", "412362", "Bank USA", &[(COMBINED, 2)])],
        ),
        batch(
            "other art of another BIN",
            "",
            &[one, ("2", "412363", "Bank USA", &[(COMBINED, 2)])],
        ),
        batch(
            "other art of another bank",
            "",
            &[one, ("2", "412362", "Bank of Minsk", &[(COMBINED, 2)])],
        ),
        batch("other art of no bank", "", &[one, ("2", "412362", "", &[(COMBINED, 2)])]),
        batch("no art at another customer", "", &[one, ("2", "412362", "Bank USA", &[(ICON, 2)])]),
        batch(
            "one more format at another customer",
            "",
            &[one, ("2", "412362", "Bank USA", &[(COMBINED, 1), (COMBINED, 2)])],
        ),
        batch(
            "another logo at another customer",
            "",
            &[
                ("1", "412362", "Bank USA", &[(COMBINED, 1), (BRAND, 3)]),
                ("2", "412362", "Bank USA", &[(COMBINED, 1), (BRAND, 4)]),
            ],
        ),
        batch(
            "no bank at either",
            "",
            &[("1", "412362", "", &[(COMBINED, 1)]), ("2", "412362", "", &[(COMBINED, 2)])],
        ),
    ]
}

fn shared() -> Vec<Entry> {
    const SHARED: &str = "W art-shared-across-banks";
    let two = |name: &str, expected: &str, kind: AssetKind, banks: [&'static str; 2]| {
        let files = [(kind, 7)];
        batch(
            name,
            expected,
            &[("1", "412362", banks[0], &files), ("2", "430000", banks[1], &files)],
        )
    };
    let banks = ["Bank USA", "Банк Минска"];
    vec![
        two("art of two banks", SHARED, COMBINED, banks),
        two("plain art of two banks", SHARED, PLAIN, banks),
        two("an issuer's logo of two banks", SHARED, ISSUER, banks),
        two("a partner's logo of two banks", SHARED, CO_BRAND, banks),
        two("a brand's logo of two banks", "", BRAND, banks),
        two("an icon of two banks", "", ICON, banks),
        two("terms of two banks", "", TERMS, banks),
        two("art of one bank in two spellings", "", COMBINED, ["Банк Минска", "БАНК МИНСКА "]),
        two("art of a bank and of none", "", COMBINED, ["Bank USA", ""]),
        two("art of none and of a bank", "", COMBINED, ["", "Bank USA"]),
        batch(
            "two files of two banks",
            "W art-shared-across-banks, W art-shared-across-banks",
            &[
                ("1", "412362", "Bank USA", &[(COMBINED, 1), (ISSUER, 2), (ICON, 3)]),
                ("2", "412362", "Bank of Minsk", &[(COMBINED, 1), (ISSUER, 2), (ICON, 3)]),
            ],
        ),
        batch(
            "art of two banks at one customer",
            SHARED,
            &[
                ("1", "412362", "Bank USA", &[(COMBINED, 1)]),
                ("1", "430000", "Bank of Minsk", &[(COMBINED, 1)]),
            ],
        ),
    ]
}

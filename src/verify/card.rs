//! The card's own data.

use crate::domain::{BrandKind, Card, CardList, Date, Expiry, ExpiryState};

use super::finding::Finding;
use super::rule::Rule;
use super::thresholds::BIN_DIGITS;

pub(super) fn check(card: &Card, list: &CardList, today: Date) -> Vec<Finding> {
    let mut found = Vec::new();
    expiry(card, today, &mut found);
    let bin = card.bin.as_str();
    let bin_holds = bin.len() == BIN_DIGITS && bin.bytes().all(|b| b.is_ascii_digit());
    if !bin_holds {
        found.push(Finding::new(Rule::BinMalformed, [bin.into()]));
    }
    if !card.last_four.is_well_formed() {
        found.push(Finding::new(Rule::LastFourMalformed, [card.last_four.as_str().into()]));
    }
    if !card.token.is_well_formed() {
        found.push(Finding::new(Rule::TokenMalformed, [card.token.chars().into()]));
    }
    let alike = list.cards.iter().filter(|other| other.token == card.token).count();
    if alike > 1 && !card.token.is_empty() {
        found.push(Finding::new(Rule::TokenDuplicated, [alike.into()]));
    }
    if bin_holds && let Some(other) = contradiction(card.brand.kind(), bin) {
        let values = [card.brand.as_str().into(), bin.into(), other.into()];
        found.push(Finding::new(Rule::BrandBinMismatch, values));
    }
    let unknown = card.unknown_fields.iter();
    found.extend(unknown.map(|name| Finding::new(Rule::UnknownField, [name.as_str().into()])));
    found
}

fn expiry(card: &Card, today: Date, found: &mut Vec<Finding>) {
    let text = card.expiry_text.as_str();
    let Some(expiry) = card.expiry().filter(|expiry| is_as_documented(text, *expiry)) else {
        found.push(Finding::new(Rule::ExpiryUnreadable, [text.into()]));
        return;
    };
    match expiry.state(today) {
        ExpiryState::Expired if card.active == Some(true) => {
            found.push(Finding::new(Rule::CardExpired, [text.into()]));
        }
        ExpiryState::Soon { days_left } => {
            let days = u32::try_from(days_left).unwrap_or_default();
            found.push(Finding::new(Rule::CardExpiresSoon, [days.into()]));
        }
        ExpiryState::Expired | ExpiryState::Valid => {}
    }
}

/// `MM.YYYY`: the program reads less, but the service promised this.
fn is_as_documented(text: &str, expiry: Expiry) -> bool {
    text == format!("{:02}.{:04}", expiry.month(), expiry.year())
}

/// A brand, its name, and its ranges of BINs, by their first digits.
type BrandRanges = (BrandKind, &'static str, &'static [(u32, u32)]);

const RANGES: &[BrandRanges] = &[
    (BrandKind::Mir, "MIR", &[(2200, 2204)]),
    (BrandKind::Mastercard, "MasterCard", &[(51, 55), (2221, 2720)]),
    (BrandKind::Belkart, "BELKART", &[(9112, 9112)]),
    (BrandKind::Amex, "AMEX", &[(34, 34), (37, 37)]),
    (BrandKind::Jcb, "JCB", &[(3528, 3589)]),
    (BrandKind::UnionPay, "UNIONPAY", &[(62, 62)]),
    (
        BrandKind::Maestro,
        "MAESTRO",
        &[(5018, 5018), (5020, 5020), (5038, 5038), (6304, 6304), (6759, 6759), (6761, 6763)],
    ),
    (BrandKind::Visa, "VISA", &[(4, 4)]),
];

/// The brand that a BIN belongs to, where it is another than the card's; nothing where it belongs
/// to none that is known and the card's brand has BINs beyond its range.
fn contradiction(brand: BrandKind, bin: &str) -> Option<&'static str> {
    let owner = RANGES.iter().find(|(_, _, ranges)| {
        ranges.iter().any(|(from, to)| {
            let digits = from.to_string().len();
            let start: Option<u32> = bin.get(..digits).and_then(|start| start.parse().ok());
            start.is_some_and(|start| (*from..=*to).contains(&start))
        })
    });
    match (brand, owner) {
        (BrandKind::Other, _) => None,
        (brand, Some((owner, name, _))) => (*owner != brand).then_some(*name),
        // Their ranges here are not all they have.
        (BrandKind::UnionPay | BrandKind::Maestro, None) => None,
        (_, None) => Some(""),
    }
}

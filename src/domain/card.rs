//! A saved card, and a customer's list of cards.

use std::sync::Arc;

use super::asset::Asset;
use super::expiry::Expiry;
use super::redact::KnownTokens;
use super::said::{harmless, on_one_line};
use super::secret::Token;
use super::unproven::Unproven;

/// One customer's saved cards, in the gateway's order, and whether the list proves that other cards
/// are gone.
#[derive(Debug, Clone, PartialEq)]
pub struct CardList {
    /// In the gateway's order; a list may name a card twice.
    pub cards: Vec<Card>,
    doubt: Option<Unproven>,
    named: Spellings,
}

/// What a list may name elsewhere than as a card's token, as the numbers that UUIDs are: most are none.
pub type Spellings = Arc<[u128]>;

/// A saved card. Holds BIN and last four digits at most (PCI DSS 3.4.1).
#[derive(Debug, Clone, PartialEq)]
pub struct Card {
    /// By which the card is removed; empty where the gateway sent none.
    pub token: Token,
    /// As it came, with lost zeros put back.
    pub last_four: LastFour,
    /// As it came, with lost zeros put back.
    pub bin: Bin,
    /// Payment system, in the gateway's spelling.
    pub brand: Brand,
    /// Issuing bank as it came, often empty.
    pub bank: String,
    /// `expire` as it came.
    pub expiry_text: String,
    /// `active`; `None` where the gateway did not say.
    pub active: Option<bool>,
    /// `needCVC`; `None` where the gateway did not say.
    pub needs_cvc: Option<bool>,
    /// Art, logos and terms, in the gateway's order; empty where it has none.
    pub assets: Vec<Asset>,
    /// Names of fields that Assist does not document, in the gateway's order.
    pub unknown_fields: Vec<String>,
    /// What the gateway sent for this card, as indented JSON: the token elided, and every run of
    /// digits that could be a card number.
    pub raw_json: String,
}

impl Card {
    /// Month of expiry, where `expire` can be read.
    pub fn expiry(&self) -> Option<Expiry> {
        Expiry::parse(&self.expiry_text)
    }
}

impl CardList {
    /// A list that came as documented.
    pub fn sound(cards: Vec<Card>) -> Self {
        Self { cards, doubt: None, named: Arc::default() }
    }

    /// A list that is shown, and proves nothing about cards that are not on it.
    pub fn doubtful(cards: Vec<Card>, doubt: Unproven) -> Self {
        Self { cards, doubt: Some(doubt), named: Arc::default() }
    }

    /// The same with the tokens that the answer may name elsewhere than as a card's token.
    pub fn naming(self, named: Spellings) -> Self {
        Self { named, ..self }
    }

    /// Why a card that is not on the list is not proven to be gone; `None` where it is.
    pub fn doubt(&self) -> Option<Unproven> {
        let malformed = || self.cards.iter().position(|card| !card.token.is_well_formed());
        self.doubt.or_else(|| Some(Unproven::Token { card: malformed()? + 1 }))
    }

    /// Whether the list proves that the card with the token that `is_wanted` knows is gone.
    ///
    /// # Errors
    /// Why it does not; never where a card of the list has that token.
    pub fn proves_absence(&self, is_wanted: impl Fn(&Token) -> bool) -> Result<bool, Unproven> {
        if self.cards.iter().any(|card| is_wanted(&card.token)) {
            return Ok(false);
        }
        let is_named = || self.named.iter().any(|number| is_wanted(&Token::from_number(*number)));
        let elsewhere = || is_named().then_some(Unproven::NamedElsewhere);
        self.doubt().or_else(elsewhere).map_or(Ok(true), Err)
    }

    /// Whether the list proves that the customer has no cards.
    pub fn proves_empty(&self) -> bool {
        self.cards.is_empty() && self.doubt.is_none()
    }

    /// The tokens of its cards, to be known again.
    pub fn known(&self) -> KnownTokens {
        KnownTokens::of(self.cards.iter().map(|card| &card.token))
    }

    /// The card with this token.
    pub fn find(&self, token: &Token) -> Option<&Card> {
        self.cards.iter().find(|card| card.token == *token)
    }
}

/// The BIN: the first six (or eight) digits of a card number.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Bin(String);

impl Bin {
    /// Digits of a BIN as Assist sends it.
    pub const DIGITS: usize = 6;
    /// Digits of the longer BIN of ISO/IEC 7812-1:2017; more are never kept.
    pub const MAX_DIGITS: usize = 8;

    /// Takes what came, as number or text: pads lost leading zeros, and keeps no more than
    /// [`Self::DIGITS`] digits of anything longer than a BIN.
    pub fn from_gateway(text: &str) -> Self {
        let text = text.trim();
        let digits = text.bytes().all(|b| b.is_ascii_digit());
        match text.chars().count() {
            1..Self::DIGITS if digits => Self(format!("{text:0>6}")),
            ..=Self::MAX_DIGITS => Self(text.chars().map(harmless).collect()),
            _ => Self(text.chars().take(Self::DIGITS).map(harmless).collect()),
        }
    }

    /// Digits as a rule; at most eight of them.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Whether it is six or eight digits.
    pub fn is_well_formed(&self) -> bool {
        matches!(self.0.len(), Self::DIGITS | Self::MAX_DIGITS)
            && self.0.bytes().all(|b| b.is_ascii_digit())
    }
}

/// The last four digits of a card number.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct LastFour(String);

impl LastFour {
    const DIGITS: usize = 4;

    /// Takes what came, as number or text: pads lost leading zeros, and keeps no more than the
    /// last four characters.
    pub fn from_gateway(text: &str) -> Self {
        let text = text.trim();
        let chars = text.chars().count();
        let digits = text.bytes().all(|b| b.is_ascii_digit());
        match chars {
            0 => Self(String::new()),
            1..Self::DIGITS if digits => Self(format!("{text:0>4}")),
            _ => {
                let last = text.chars().skip(chars.saturating_sub(Self::DIGITS));
                Self(last.map(harmless).collect())
            }
        }
    }

    /// Digits as a rule; at most four of them.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Whether it is four digits.
    pub fn is_well_formed(&self) -> bool {
        self.0.len() == Self::DIGITS && self.0.bytes().all(|b| b.is_ascii_digit())
    }
}

/// A payment system, with the gateway's own spelling.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Brand {
    text: String,
}

/// The payment systems the program knows by name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum BrandKind {
    /// Visa, Visa Electron included.
    Visa,
    /// Mastercard, also as `MC`.
    Mastercard,
    /// Maestro, which counts for itself although Mastercard owns it.
    Maestro,
    /// In Latin or Cyrillic letters.
    Mir,
    /// In Latin or Cyrillic letters.
    Belkart,
    /// American Express.
    Amex,
    /// China UnionPay.
    UnionPay,
    /// JCB, of Japan.
    Jcb,
    /// Any name that is not one of these.
    Other,
}

impl Brand {
    /// Longest name that is kept, in characters.
    const MOST_CHARS: usize = 60;
    /// Longest name among other words.
    const SHORT_CHARS: usize = 24;

    /// Takes `brand` (or `paymentType`) as it came, on one line.
    pub fn from_gateway(text: &str) -> Self {
        Self { text: on_one_line(text, Self::MOST_CHARS) }
    }

    /// The same, short enough to stand in the middle of a question.
    pub fn short(&self) -> String {
        on_one_line(&self.text, Self::SHORT_CHARS)
    }

    /// The gateway's spelling.
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// Which payment system it is; blanks, hyphens and case do not matter.
    pub fn kind(&self) -> BrandKind {
        let folded: String = self
            .text
            .chars()
            .filter(|c| c.is_alphanumeric())
            .flat_map(char::to_uppercase)
            .collect();
        match folded.as_str() {
            "VISA" | "VISAELECTRON" => BrandKind::Visa,
            "MC" | "MASTERCARD" | "EUROCARDMASTERCARD" => BrandKind::Mastercard,
            "MAESTRO" => BrandKind::Maestro,
            "MIR" | "МИР" => BrandKind::Mir,
            "BELKART" | "БЕЛКАРТ" | "BELCARD" => BrandKind::Belkart,
            "AMEX" | "AMERICANEXPRESS" => BrandKind::Amex,
            "UNIONPAY" | "CUP" | "CHINAUNIONPAY" => BrandKind::UnionPay,
            "JCB" => BrandKind::Jcb,
            _ => BrandKind::Other,
        }
    }
}

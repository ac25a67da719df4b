use super::asset::Asset;
use super::expiry::Expiry;
use super::secret::Token;

/// One customer's saved cards, in the gateway's order.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct CardList {
    pub cards: Vec<Card>,
}

/// A saved card. Holds BIN and last four digits at most (PCI DSS 3.4.1).
#[derive(Debug, Clone, PartialEq)]
pub struct Card {
    pub token: Token,
    pub last_four: LastFour,
    pub bin: Bin,
    pub brand: Brand,
    /// Issuing bank as it came, often empty.
    pub bank: String,
    /// `expire` as it came.
    pub expiry_text: String,
    /// `active`; `None` where the gateway did not say.
    pub active: Option<bool>,
    /// `needCVC`; `None` where the gateway did not say.
    pub needs_cvc: Option<bool>,
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
    /// The place of the first card that came without a token: while there is one, a token that is
    /// not on the list is not proven to be gone.
    pub fn tokenless(&self) -> Option<usize> {
        self.cards.iter().position(|card| card.token.is_empty())
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
            ..=Self::MAX_DIGITS => Self(text.to_owned()),
            _ => Self(text.chars().take(Self::DIGITS).collect()),
        }
    }

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
            _ => Self(text.chars().skip(chars.saturating_sub(Self::DIGITS)).collect()),
        }
    }

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
    Visa,
    Mastercard,
    Maestro,
    Mir,
    Belkart,
    Amex,
    UnionPay,
    Jcb,
    Other,
}

impl Brand {
    /// Takes `brand` (or `paymentType`) as it came.
    pub fn from_gateway(text: &str) -> Self {
        Self { text: text.trim().to_owned() }
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

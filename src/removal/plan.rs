//! What a person confirmed: which cards of which customers, where, and why.

use crate::domain::{
    Bin, Card, Credentials, CustomerNumber, Date, ExpiryState, KnownTokens, LastFour, Redactor,
    ServerAddress, Token,
};
use crate::journal::{Subject, TokenDigest, os_user};

/// Which cards were asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Scope {
    /// One card by itself. The list that decides it is the last word, and its intent in the journal
    /// is all that a crash leaves pending.
    One,
    /// All of a customer's: the customer leaves the service.
    All,
    /// Those whose last month is over, by the day in UTC.
    Expired,
    /// Chosen one by one, or the rest of a removal that was cut short.
    Chosen,
}

impl Scope {
    /// The word in files.
    pub fn word(self) -> &'static str {
        match self {
            Self::One => "one",
            Self::All => "all",
            Self::Expired => "expired",
            Self::Chosen => "chosen",
        }
    }

    /// Whether it takes a card by itself, on this day in UTC.
    pub fn takes(self, card: &Card, today: Date) -> bool {
        match self {
            Self::All => true,
            Self::Expired => {
                card.expiry().is_some_and(|expiry| expiry.state(today) == ExpiryState::Expired)
            }
            Self::One | Self::Chosen => false,
        }
    }
}

/// What to do after a card that is not proven to be gone.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Policy {
    /// Begin no further card.
    Stop,
    /// Go on with the next card, whatever came of this one.
    GoOn,
}

/// A card as it was shown when its removal was confirmed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CardSnapshot {
    /// Sent to the gateway; never written.
    pub token: Token,
    /// The gateway's spelling.
    pub brand: String,
    /// Name of the issuing bank, in the gateway's spelling; may be empty.
    pub bank: String,
    /// As the list had it; at most eight digits.
    pub bin: Bin,
    /// As the list had it; not always four digits.
    pub last_four: LastFour,
    /// `expire` as it came.
    pub expires: String,
}

impl From<&Card> for CardSnapshot {
    fn from(card: &Card) -> Self {
        Self {
            token: card.token.clone(),
            brand: card.brand.as_str().to_owned(),
            bank: card.bank.clone(),
            bin: card.bin.clone(),
            last_four: card.last_four.clone(),
            expires: card.expiry_text.clone(),
        }
    }
}

/// A customer, and the cards to be removed.
#[derive(Debug, Clone)]
pub struct PlannedCustomer {
    /// As sent with each call.
    pub number: CustomerNumber,
    /// Each token once, in the list's order.
    pub cards: Vec<CardSnapshot>,
}

impl PlannedCustomer {
    /// With each token once.
    pub fn of<'a>(number: CustomerNumber, cards: impl IntoIterator<Item = &'a Card>) -> Self {
        let cards = each_token_once(cards).into_iter().map(CardSnapshot::from).collect();
        Self { number, cards }
    }
}

/// Names the list of what is pending of a removal that was cut short: its file in the data folder.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PendingId(pub(super) String);

/// A removal that a person confirmed: one card or more, of one customer or more.
#[derive(Debug, Clone)]
pub struct Plan {
    /// The server that the client was made for.
    pub server: ServerAddress,
    /// Merchant, login and password of all calls.
    pub credentials: Credentials,
    /// How the cards were chosen.
    pub scope: Scope,
    /// They follow one another.
    pub customers: Vec<PlannedCustomer>,
    /// What follows a card that is not proven to be gone.
    pub policy: Policy,
    /// The agent, as entered in the settings.
    pub operator: Option<String>,
    /// Reason or ticket number, as typed; the journal masks what looks like a card number.
    pub reason: Option<String>,
    /// The removal cut short whose rest this is.
    pub continues: Option<PendingId>,
}

impl Plan {
    /// What the journal says of one of its cards.
    pub(super) fn subject(&self, customer: &CustomerNumber, card: &CardSnapshot) -> Subject {
        // Whatever shape the gateway gives its tokens, this one stands in no reason.
        let known = KnownTokens::of([&card.token]);
        let redactor = Redactor::default().knowing(&known);
        let filled = |text: &Option<String>| {
            let text = text.as_deref().map(str::trim).filter(|text| !text.is_empty());
            text.map(|text| redactor.text(text).into_string())
        };
        Subject {
            os_user: os_user(),
            operator: filled(&self.operator),
            merchant: self.credentials.merchant_id,
            server: self.server.host_and_port(),
            environment: self.server.environment(),
            customer: customer.clone(),
            brand: card.brand.clone(),
            bank: card.bank.clone(),
            bin: card.bin.clone(),
            last_four: card.last_four.clone(),
            token: TokenDigest::of(&card.token),
            reason: filled(&self.reason),
        }
    }
}

/// Cards without those whose token came before: a list may name one twice. Cards without a token cannot
/// be told from others, and all stay.
pub fn each_token_once<'a>(cards: impl IntoIterator<Item = &'a Card>) -> Vec<&'a Card> {
    let mut once: Vec<&Card> = Vec::new();
    for card in cards {
        if card.token.is_empty() || !once.iter().any(|known| known.token == card.token) {
            once.push(card);
        }
    }
    once
}

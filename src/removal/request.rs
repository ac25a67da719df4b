use crate::domain::{
    Bin, Card, Credentials, CustomerNumber, KnownTokens, LastFour, Redactor, ServerAddress, Token,
};
use crate::journal::{Subject, TokenDigest, os_user};

/// What a person confirmed.
#[derive(Debug, Clone)]
pub struct RemovalRequest {
    /// The server that the client was made for.
    pub server: ServerAddress,
    pub credentials: Credentials,
    pub customer: CustomerNumber,
    pub card: CardSnapshot,
    /// The agent, as entered in the settings.
    pub operator: Option<String>,
    /// Reason or ticket number, as typed; the journal masks what looks like a card number.
    pub reason: Option<String>,
}

/// The card as it was shown when the removal was confirmed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CardSnapshot {
    pub token: Token,
    /// The gateway's spelling.
    pub brand: String,
    pub bank: String,
    pub bin: Bin,
    pub last_four: LastFour,
}

impl CardSnapshot {
    /// A card of which nothing but its token is known: it was on no list.
    pub fn from_token(token: Token) -> Self {
        Self {
            token,
            brand: String::new(),
            bank: String::new(),
            bin: Bin::from_gateway(""),
            last_four: LastFour::from_gateway(""),
        }
    }
}

impl From<&Card> for CardSnapshot {
    fn from(card: &Card) -> Self {
        Self {
            token: card.token.clone(),
            brand: card.brand.as_str().to_owned(),
            bank: card.bank.clone(),
            bin: card.bin.clone(),
            last_four: card.last_four.clone(),
        }
    }
}

impl RemovalRequest {
    /// What the journal says of it.
    pub(super) fn subject(&self) -> Subject {
        // Whatever shape the gateway gives its tokens, this one stands in no reason.
        let known = KnownTokens::of([&self.card.token]);
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
            customer: self.customer.clone(),
            brand: self.card.brand.clone(),
            bank: self.card.bank.clone(),
            bin: self.card.bin.clone(),
            last_four: self.card.last_four.clone(),
            token: TokenDigest::of(&self.card.token),
            reason: filled(&self.reason),
        }
    }
}

//! Which of the customer's cards `carddesk remove` is about.

use jiff::Timestamp;

use crate::domain::{Card, CardList, Environment, ServerAddress, Token, find_prohibited};
use crate::model::Now;
use crate::removal::{CardSnapshot, PlannedCustomer, Scope};

use super::arguments::RemoveOptions;
use super::connect::Connected;
use super::error::ArgumentError;
use super::password::read_token;
use super::remove_output::card_line;

/// Which of the customer's cards are meant.
pub(super) enum Which {
    One(Token),
    /// The one with these last four digits.
    LastFour(String),
    All,
    Expired,
}

impl Which {
    /// As the flags name them; a token may follow the password on the standard input, which is read first.
    ///
    /// # Errors
    /// Values that name none.
    pub(super) fn of(options: &RemoveOptions) -> Result<Option<Self>, ArgumentError> {
        let is_four =
            |digits: &String| digits.len() == 4 && digits.bytes().all(|c| c.is_ascii_digit());
        Ok(match (options.token.as_deref(), &options.last4) {
            (Some(text), _) => match find_prohibited(text) {
                Some(found) => return Err(ArgumentError::TokenProhibited(found)),
                None => Some(Self::One(Token::parse(text).map_err(ArgumentError::Token)?)),
            },
            (None, Some(digits)) if is_four(digits) => Some(Self::LastFour(digits.clone())),
            (None, Some(_)) => return Err(ArgumentError::LastFour),
            (None, None) if options.token_stdin => None,
            (None, None) if options.several.all => Some(Self::All),
            (None, None) => Some(Self::Expired),
        })
    }

    /// The card whose token comes by the standard input.
    ///
    /// # Errors
    /// None came, or what came is none.
    pub(super) fn read() -> Result<Self, ArgumentError> {
        read_token().map(Self::One)
    }

    pub(super) fn scope(&self) -> Scope {
        match self {
            Self::One(_) | Self::LastFour(_) => Scope::One,
            Self::All => Scope::All,
            Self::Expired => Scope::Expired,
        }
    }

    /// Those that are on the list, as the gateway wrote them.
    ///
    /// # Errors
    /// The digits are those of no card, or of several.
    pub(super) fn cards(
        &self,
        list: &CardList,
        connected: &Connected,
    ) -> Result<PlannedCustomer, ArgumentError> {
        let today = Now { timestamp: Timestamp::now() }.today();
        let takes = |card: &&Card| self.scope().takes(card, today);
        let customer = connected.customer.clone();
        Ok(match self {
            Self::One(token) => PlannedCustomer::of(customer, list.find(token)),
            Self::LastFour(digits) => PlannedCustomer::of(customer, Some(only(list, digits)?)),
            Self::All | Self::Expired => {
                PlannedCustomer::of(customer, list.cards.iter().filter(takes))
            }
        })
    }
}

/// The one card with these last four digits.
fn only<'a>(list: &'a CardList, digits: &str) -> Result<&'a Card, ArgumentError> {
    let of_digits = |card: &&Card| card.last_four.as_str() == digits;
    let found: Vec<&Card> = list.cards.iter().filter(of_digits).collect();
    let digits = digits.to_owned();
    match found[..] {
        [card] => Ok(card),
        [] => Err(ArgumentError::NoSuchDigits { digits }),
        _ => {
            let line = |card: &&Card| {
                let snapshot = CardSnapshot::from(*card);
                format!("{} {}", card_line(&snapshot).trim(), card.token.elided())
            };
            let list = found.iter().map(line).collect::<Vec<_>>().join("; ");
            Err(ArgumentError::SeveralDigits { digits, list })
        }
    }
}

/// What stops it before anything is asked of anybody: what is said of it must be said in full.
///
/// # Errors
/// What was not said.
pub(super) fn check(options: &RemoveOptions) -> Result<(), ArgumentError> {
    let several = &options.several;
    if several.dry_run {
        return Ok(());
    }
    if several.all && options.yes && several.expect_cards.is_none() {
        return Err(ArgumentError::NoExpectedCards);
    }
    let server = options.connection.access.server.as_deref().map(ServerAddress::parse);
    match server.and_then(Result::ok) {
        Some(server) if server.environment() == Environment::Production && !options.live => {
            Err(ArgumentError::NotLive { server: server.to_string() })
        }
        Some(_) | None => Ok(()),
    }
}

//! Cards that are being chosen.

use crate::domain::{Card, Token};
use crate::removal::Scope;

use crate::model::now::Now;

/// Cards that are being chosen to be removed.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Picking {
    /// Each once; of cards on the list on screen alone.
    pub tokens: Vec<Token>,
}

impl Picking {
    /// Whether a card is chosen, by its token.
    pub fn holds(&self, card: &Card) -> bool {
        self.tokens.contains(&card.token)
    }

    pub(super) fn toggle(&mut self, card: &Card) {
        if self.holds(card) {
            self.tokens.retain(|token| *token != card.token);
        } else if !card.token.is_empty() {
            self.tokens.push(card.token.clone());
        }
    }

    /// Which cards these are, however they were chosen.
    pub(super) fn scope(&self, all: &[Card], now: Now) -> Scope {
        let takes = |scope: &Scope| {
            all.iter().all(|card| self.holds(card) == scope.takes(card, now.today()))
        };
        [Scope::All, Scope::Expired].into_iter().find(takes).unwrap_or(Scope::Chosen)
    }
}

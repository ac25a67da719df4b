//! Which cards of a session are being removed, and which were.

use crate::domain::{CustomerNumber, Token};

use super::run::RemovalRun;
use crate::model::session::Session;

impl Session {
    /// The removal of this number.
    pub fn removal(&self, number: u64) -> Option<&RemovalRun> {
        self.removals.iter().find(|run| run.number == number)
    }

    pub(super) fn removal_mut(&mut self, number: u64) -> Option<&mut RemovalRun> {
        self.removals.iter_mut().find(|run| run.number == number)
    }

    /// The removal of a card that is under way, alone or among others.
    pub fn running_removal(&self, token: &Token) -> Option<&RemovalRun> {
        self.removals.iter().find(|run| run.is_running() && run.holds(token))
    }

    /// Whether a card is being removed.
    pub fn is_removing(&self, token: &Token) -> bool {
        self.running_removal(token).is_some()
    }

    /// Whether a card of a customer was removed in this session.
    pub fn has_removed(&self, customer: &CustomerNumber) -> bool {
        let cards = self.removals.iter().flat_map(RemovalRun::cards);
        cards.filter(|(of, _)| of.number == *customer).any(|(_, card)| card.progress.is_absent())
    }
}

//! Which cards of a session are being removed, and which were.

use crate::domain::{CustomerNumber, Token};
use crate::removal::Outcome;

use super::state::RemovalRun;
use crate::model::revocation::RevocationRun;
use crate::model::session::Session;

impl Session {
    /// Whether a card is being removed, alone or among others.
    pub fn is_removing(&self, token: &Token) -> bool {
        self.running_removal(token).is_some() || self.running_revocation(token).is_some()
    }

    /// The revocation under way that holds a card.
    pub fn running_revocation(&self, token: &Token) -> Option<&RevocationRun> {
        let holds = |run: &&RevocationRun| run.cards.iter().any(|card| card.token == *token);
        self.revocations.iter().filter(|run| run.is_running()).find(holds)
    }

    /// Whether a card of a customer was removed in this session.
    pub fn has_removed(&self, customer: &CustomerNumber) -> bool {
        let alone = self.removals.iter().filter(|run| run.customer == *customer);
        let among = self.revocations.iter().filter(|run| run.customer == *customer);
        alone.filter_map(RemovalRun::outcome).any(Outcome::is_absent)
            || among.map(RevocationRun::absent).any(|absent| absent > 0)
    }

    /// The removal of a card that is under way.
    pub fn running_removal(&self, token: &Token) -> Option<&RemovalRun> {
        self.removals.iter().find(|run| run.is_running() && run.card.token == *token)
    }
}

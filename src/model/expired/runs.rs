//! Runs of a session that remove expired cards, and whose list is asked for next.

use jiff::Timestamp;

use super::state::ExpiredOf;
use crate::model::remote::Remote;
use crate::model::revocation::RevocationRun;
use crate::model::session::Session;

impl Session {
    /// The run that removes a customer's expired cards.
    pub fn expired_run(&self, of: &ExpiredOf) -> Option<&RevocationRun> {
        self.revocations.iter().find(|run| of.run == Some(run.number))
    }

    /// The runs that belong to the queue's expired cards.
    pub fn expired_runs(&self) -> impl Iterator<Item = &RevocationRun> {
        let customers = self.expired.iter().flat_map(|expired| &expired.customers);
        customers.filter_map(|of| self.expired_run(of))
    }

    /// Whether expired cards of the queue are being removed.
    pub fn is_removing_expired(&self) -> bool {
        self.expired_runs().any(RevocationRun::is_running)
    }

    /// How many of them are proven to be gone.
    pub fn expired_gone(&self) -> usize {
        self.expired_runs().map(RevocationRun::absent).sum()
    }

    /// Whose list is asked for next in the dry run, and from when on it may be.
    pub(crate) fn next_expired(&self) -> Option<(usize, Timestamp)> {
        let expired = self.expired.as_ref().filter(|expired| expired.is_finding())?;
        let is_asking = expired.customers.iter().any(|of| of.cards.is_loading());
        if self.locked || is_asking || self.ahead.is_postponed() {
            return None;
        }
        let place = expired.customers.iter().position(|of| of.cards == Remote::NotAsked)?;
        let busy = expired.customers.iter().any(ExpiredOf::was_busy);
        let held = self.ahead.held_until().filter(|_| busy);
        Some((place, self.ahead.next_turn().max(held).unwrap_or(Timestamp::UNIX_EPOCH)))
    }
}

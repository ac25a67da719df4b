//! Whose list is asked for next, and when.

use jiff::Timestamp;

use crate::domain::{CardList, CustomerNumber};

use crate::model::session::{Session, Trust};
use crate::model::state::State;

/// Customers whose lists are fetched ahead.
const NEXT: usize = 2;

impl State {
    /// When a call of a list becomes due that waits for its turn.
    pub fn next_call(&self) -> Option<Timestamp> {
        let session = self.session()?;
        if session.ahead.postponed && !session.locked {
            return session.ahead.next_due();
        }
        match self.is_finding_expired() {
            true => self.next_found().map(|(_, due)| due),
            false => session.next_ahead().map(|(_, due)| due),
        }
    }
}

impl Session {
    fn current_number(&self) -> Option<&CustomerNumber> {
        self.customer.as_ref().map(|customer| &customer.number)
    }

    /// Lists fetched ahead, in the order they will be stepped to.
    pub fn lists_ahead(&self) -> impl Iterator<Item = &CardList> {
        let next = self.queue.after(self.current_number()).take(NEXT);
        next.filter_map(|row| self.ahead.get(&row.number)?.list.value())
    }

    /// Whose list should be fetched ahead next, and from when on it may be.
    pub fn next_ahead(&self) -> Option<(&CustomerNumber, Timestamp)> {
        let waits = self.customer.as_ref().is_none_or(|customer| customer.list.is_loading());
        let is_fetching = || self.ahead.fetched.iter().any(|fetched| fetched.list.is_loading());
        if !self.queue.is_list
            || self.locked
            || self.trust != Trust::Verified
            || waits
            || self.batch.is_running()
            || is_fetching()
        {
            return None;
        }
        let mut next = self.queue.after(self.current_number()).take(NEXT);
        let row = next.find(|row| self.ahead.get(&row.number).is_none())?;
        let due = self.ahead.next_due().max(self.ahead.held_until);
        Some((&row.number, due.unwrap_or(Timestamp::UNIX_EPOCH)))
    }

    /// Forgets lists that nobody will step to next.
    pub(crate) fn trim_ahead(&mut self) {
        let current = self.current_number();
        let near: Vec<&CustomerNumber> = match self.queue.is_list {
            true => {
                let before = self.queue.before(current).take(1);
                let after = self.queue.after(current).take(NEXT);
                before.chain(after).map(|row| &row.number).collect()
            }
            false => Vec::new(),
        };
        self.ahead.fetched.retain(|fetched| near.contains(&&fetched.number));
    }
}

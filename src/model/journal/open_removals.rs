//! Removals that a list should still decide: whose they are, and which card carries which.

use crate::domain::{Card, CustomerNumber};
use crate::journal::{RemovalRecord, TokenDigest};
use crate::removal::Outcome;

use crate::model::session::Session;
use crate::model::state::State;

/// What a card's removal has left to be said of it, until a list settles it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fate {
    /// Whether it was removed is not known.
    NotVerified,
    /// The list on screen, fetched after its removal, still holds it.
    StillThere,
}

impl Session {
    /// Whether a removal was sent for this merchant to this server.
    pub fn is_whose(&self, record: &RemovalRecord) -> bool {
        let subject = record.subject();
        subject.merchant == self.credentials.merchant_id
            && subject.server == self.server.host_and_port()
    }

    /// Whether the list on screen is the one that a removal of this card was decided by, and holds
    /// it.
    fn is_still_there(&self, card: &Card) -> bool {
        let Some(customer) = &self.customer else { return false };
        let Some(run) = self.removal(customer.request.0) else { return false };
        let mut ends = run.reports().flat_map(|report| &report.cards);
        ends.any(|end| end.card.token == card.token && end.outcome == Outcome::StillThere)
    }
}

impl State {
    /// Open removals that a list of this session can settle, oldest first, but for those put aside.
    pub fn open_here(&self) -> Vec<&RemovalRecord> {
        self.told_open(true)
    }

    /// Those that take another sign-in.
    pub fn open_elsewhere(&self) -> Vec<&RemovalRecord> {
        self.told_open(false)
    }

    fn told_open(&self, here: bool) -> Vec<&RemovalRecord> {
        let Some(session) = self.session() else { return Vec::new() };
        let records = self.unresolved().iter();
        let told = records.filter(|record| !self.put_aside.contains(record.id()));
        told.filter(|record| session.is_whose(record) == here).collect()
    }

    /// What is to be said of a card on screen. One that is being removed just now says that itself.
    pub fn fate(&self, card: &Card) -> Option<Fate> {
        let session = self.session()?;
        let customer = &session.customer.as_ref()?.number;
        if session.is_removing(&card.token) {
            return None;
        }
        if self.is_open(session, customer, card) {
            return Some(Fate::NotVerified);
        }
        session.is_still_there(card).then_some(Fate::StillThere)
    }

    fn is_open(&self, session: &Session, customer: &CustomerNumber, card: &Card) -> bool {
        let Some(reading) = self.journal.view.value() else { return false };
        let ours = |record: &&RemovalRecord| {
            record.subject().customer == *customer && session.is_whose(record)
        };
        let mut open = reading.unresolved.iter().filter(ours).peekable();
        // Digests are made where there is something to compare them with: tiles ask in each frame.
        open.peek().is_some() && {
            let token = TokenDigest::of(&card.token);
            open.any(|record| record.subject().token == token)
        }
    }
}

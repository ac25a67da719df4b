//! Lists fetched before anybody asks for them, so that the next customer is on screen at once.

use jiff::{SignedDuration, Timestamp};

use crate::api::ApiError;
use crate::domain::{CardList, CustomerNumber};

use super::super::Remote;
use super::expired::ExpiredCards;
use super::session::{Session, Trust};
use super::{Now, RequestId};

/// Customers whose lists are fetched ahead.
const NEXT: usize = 2;
/// Between two calls of lists: at most two a second.
const GAP: SignedDuration = SignedDuration::from_millis(500);
/// How long nothing is fetched ahead after a list that could not be had.
const HELD: SignedDuration = SignedDuration::from_secs(30);
/// A list older than this is asked for anew when it comes on screen.
const FRESH: SignedDuration = SignedDuration::from_secs(60);

/// A list that is not on screen.
#[derive(Debug)]
pub struct Fetched {
    pub number: CustomerNumber,
    pub(crate) request: RequestId,
    pub list: Remote<CardList, ApiError>,
    /// When it arrived, and how long its call took in milliseconds.
    pub(crate) received: Option<(Timestamp, Option<u64>)>,
}

impl Fetched {
    /// Whether it is too old to stay on screen as it is.
    pub(crate) fn is_old(&self, now: Now) -> bool {
        self.received.is_none_or(|(at, _)| now.timestamp.duration_since(at) > FRESH)
    }
}

/// The next two customers of the queue, and the one before.
#[derive(Debug, Default)]
pub struct Ahead {
    fetched: Vec<Fetched>,
    /// When a list was last asked for, by whomever.
    last_call: Option<Timestamp>,
    held_until: Option<Timestamp>,
    /// Whether the list of the customer on screen waits for its turn: who steps through the queue
    /// fast asks for none of those passed by.
    postponed: bool,
}

impl Ahead {
    pub(crate) fn take(&mut self, number: &CustomerNumber) -> Option<Fetched> {
        let place = self.fetched.iter().position(|fetched| fetched.number == *number)?;
        Some(self.fetched.remove(place))
    }

    pub(crate) fn keep(&mut self, fetched: Fetched) {
        self.fetched.retain(|other| other.number != fetched.number);
        self.fetched.push(fetched);
    }

    pub(crate) fn asked_by(&mut self, request: RequestId) -> Option<&mut Fetched> {
        self.fetched.iter_mut().find(|fetched| fetched.request == request)
    }

    /// Notes a call that goes out now.
    pub(crate) fn called(&mut self, now: Now) {
        self.last_call = Some(now.timestamp);
        self.postponed = false;
    }

    pub(crate) fn postpone(&mut self, postponed: bool) {
        self.postponed = postponed;
    }

    /// Whether the list of the customer on screen waits for its turn.
    pub fn is_postponed(&self) -> bool {
        self.postponed
    }

    /// Fetches nothing ahead for a while.
    pub(crate) fn hold(&mut self, now: Now) {
        self.held_until = Some(now.timestamp + HELD);
    }

    /// From when on a list may be asked for.
    pub(crate) fn next_turn(&self) -> Option<Timestamp> {
        self.last_call.map(|at| at + GAP)
    }

    /// Until when nothing is fetched ahead.
    pub(crate) fn held_until(&self) -> Option<Timestamp> {
        self.held_until
    }

    pub fn get(&self, number: &CustomerNumber) -> Option<&Fetched> {
        self.fetched.iter().find(|fetched| fetched.number == *number)
    }

    /// All that are kept, on their way included.
    pub fn all(&self) -> &[Fetched] {
        &self.fetched
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
            || self.expired.as_ref().is_some_and(ExpiredCards::is_finding)
        {
            return None;
        }
        let mut next = self.queue.after(self.current_number()).take(NEXT);
        let row = next.find(|row| self.ahead.get(&row.number).is_none())?;
        let due = self.ahead.next_turn().max(self.ahead.held_until);
        Some((&row.number, due.unwrap_or(Timestamp::UNIX_EPOCH)))
    }

    /// When a call of a list becomes due that waits for its turn.
    pub fn next_call(&self) -> Option<Timestamp> {
        if self.ahead.postponed && !self.locked {
            return self.ahead.next_turn();
        }
        let expired = self.next_expired().map(|(_, due)| due);
        expired.or_else(|| self.next_ahead().map(|(_, due)| due))
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

//! Lists fetched before anybody asks for them, so that the next customer is on screen at once.

use jiff::{SignedDuration, Timestamp};

use crate::api::ApiError;
use crate::domain::{CardList, CustomerNumber};

use crate::model::ids::RequestId;
use crate::model::now::Now;
use crate::model::remote::Remote;

/// Between two calls of lists: at most two a second.
const GAP: SignedDuration = SignedDuration::from_millis(500);
/// How long nothing is fetched ahead after a list that could not be had.
const HELD: SignedDuration = SignedDuration::from_secs(30);
/// A list older than this is asked for anew when it comes on screen.
const FRESH: SignedDuration = SignedDuration::from_secs(60);

/// A list that is not on screen.
#[derive(Debug)]
pub struct Fetched {
    /// Customer that the list is of.
    pub number: CustomerNumber,
    pub(crate) request: RequestId,
    /// Failed ones stay, so that they are not asked for ahead once more.
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
    pub(super) fetched: Vec<Fetched>,
    /// When a list was last asked for, by whomever.
    last_call: Option<Timestamp>,
    pub(super) held_until: Option<Timestamp>,
    /// Whether the list of the customer on screen waits for its turn: who steps through the queue
    /// fast asks for none of those passed by.
    pub(super) postponed: bool,
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
    pub(crate) fn next_due(&self) -> Option<Timestamp> {
        self.last_call.map(|at| at + GAP)
    }

    /// Until when nothing is fetched ahead.
    pub(crate) fn held_until(&self) -> Option<Timestamp> {
        self.held_until
    }

    /// The list fetched for a customer; `None` where none was asked for, or it was used since.
    pub fn get(&self, number: &CustomerNumber) -> Option<&Fetched> {
        self.fetched.iter().find(|fetched| fetched.number == *number)
    }

    /// All that are kept, on their way included.
    pub fn all(&self) -> &[Fetched] {
        &self.fetched
    }
}

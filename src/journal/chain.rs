//! Whether each line is the one that was written, and follows from the one before.

use std::io;

use jiff::{SignedDuration, Timestamp};

use crate::domain::Digest;

use super::acceptance::Acceptance;
use super::line::{self, Form};
use super::scan::Scan;
use super::state::{BreakReason, ChainState, ClockBack};

/// Lines of several windows may come in another order than their times by so much.
const TOLERANCE: SignedDuration = SignedDuration::from_secs(2);

/// What is known of the lines so far.
#[derive(Debug, Clone, Default)]
pub(super) struct Chain {
    torn: Option<u64>,
    /// The first break that nobody has taken on.
    broken: Option<(u64, BreakReason)>,
    /// The last one that somebody has.
    accepted: Option<(u64, Acceptance)>,
    first: Option<Timestamp>,
    last: Option<Timestamp>,
    clock: Option<ClockBack>,
    entries: u64,
}

impl Chain {
    /// Takes in the line that the scan is at; `prev` is the digest of the one before. Whether it is an
    /// acceptance that holds.
    pub(super) fn take(&mut self, scan: &mut Scan<'_>, prev: Digest) -> io::Result<bool> {
        let (line, number) = (scan.line(), scan.lines());
        let link = match line::form(line, scan.body()) {
            Form::NoDigest if line::is_cut_off(line, number, prev) => {
                self.torn = self.torn.or(Some(number));
                return Ok(false);
            }
            Form::NoDigest => {
                self.breaks(number, BreakReason::NoDigest);
                return Ok(false);
            }
            Form::Wrong(why) => {
                self.breaks(number, why);
                return Ok(false);
            }
            Form::Whole(link) => link,
        };
        self.entries += 1;
        if scan.is_torn() {
            self.torn = self.torn.or(Some(number));
        }
        if let Some(at) = link.time() {
            self.at(number, at);
        }
        if link.prev != prev {
            self.breaks(number, BreakReason::OtherPredecessor);
            return Ok(false);
        }
        if link.seq != number {
            self.breaks(number, BreakReason::OutOfSequence);
            return Ok(false);
        }
        match link.is_acceptance().then(|| Acceptance::decode(line)).flatten() {
            Some(acceptance) => {
                let before = scan.before()?;
                Ok(self.accept(acceptance, before))
            }
            None => Ok(false),
        }
    }

    fn breaks(&mut self, line: u64, why: BreakReason) {
        self.broken.get_or_insert((line, why));
    }

    /// It stands for the bytes that its person saw: with others before it, it takes nothing on.
    fn accept(&mut self, acceptance: Acceptance, before: Digest) -> bool {
        let number = acceptance.seq;
        if acceptance.before != before {
            self.breaks(number, BreakReason::ChangedSinceAccepted);
            return false;
        }
        let Some((line, _)) = self.broken.take() else { return false };
        self.accepted = Some((line, acceptance));
        true
    }

    fn at(&mut self, line: u64, at: Timestamp) {
        let by = self.last.map(|last| last.duration_since(at));
        if let Some(by) = by.filter(|by| *by > TOLERANCE) {
            let times = self.clock.map_or(0, |clock| clock.times);
            let first = self.clock.unwrap_or(ClockBack { line, by, times });
            self.clock = Some(ClockBack { times: times + 1, ..first });
        }
        self.first = self.first.or(Some(at));
        self.last = Some(at);
    }

    /// The first break that nobody has taken on.
    pub(super) fn broken(&self) -> Option<(u64, BreakReason)> {
        self.broken
    }

    pub(super) fn state(&self) -> ChainState {
        match (self.broken, &self.accepted, self.torn) {
            (Some((line, why)), ..) => ChainState::Broken { line, why },
            (None, Some((line, by)), _) => ChainState::Accepted { line: *line, by: by.seq },
            (None, None, Some(line)) => ChainState::Torn { line },
            (None, None, None) => ChainState::Intact,
        }
    }

    pub(super) fn entries(&self) -> u64 {
        self.entries
    }

    pub(super) fn times(&self) -> Option<(Timestamp, Timestamp)> {
        self.first.zip(self.last)
    }

    pub(super) fn clock(&self) -> Option<ClockBack> {
        self.clock
    }

    pub(super) fn into_accepted(self) -> Option<Acceptance> {
        self.accepted.map(|(_, acceptance)| acceptance)
    }
}

//! Passwords that did not unlock the window, and how long the next one has to wait.

use jiff::{SignedDuration, Timestamp};

/// So many wrong passwords in a row end the session (PCI DSS 8.3.4).
pub const MOST_WRONG: u32 = 10;
/// Longest wait after a wrong password.
const LONGEST: SignedDuration = SignedDuration::from_secs(60);

/// Wrong passwords since the window was unlocked last.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct WrongPasswords {
    count: u32,
    last: Option<Timestamp>,
}

impl WrongPasswords {
    /// How many there were in a row.
    pub fn count(&self) -> u32 {
        self.count
    }

    /// How many more end the session.
    pub fn left(&self) -> u32 {
        MOST_WRONG.saturating_sub(self.count)
    }

    /// How long no other password is taken; `None` where one is.
    pub fn wait(&self, now: Timestamp) -> Option<SignedDuration> {
        // None after the first, since anybody slips once; then a second, and twice as long each time.
        let doublings = self.count.checked_sub(2)?;
        let whole = SignedDuration::from_secs(1 << doublings.min(6)).min(LONGEST);
        let passed = now.duration_since(self.last?);
        let left = whole.checked_sub(passed)?;
        // A clock that was set back makes nobody wait longer than that.
        (left.is_positive()).then(|| left.min(whole))
    }

    pub(super) fn add(&mut self, now: Timestamp) {
        self.count += 1;
        self.last = Some(now);
    }

    /// A clock that was set back starts the wait anew, and makes it no longer.
    pub(super) fn heed_clock(&mut self, now: Timestamp) {
        self.last = self.last.map(|last| last.min(now));
    }
}

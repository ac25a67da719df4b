//! Fair shares: who has had the least time of a pool's threads comes next.

use std::collections::{HashMap, VecDeque};
use std::sync::Arc;
use std::time::{Duration, Instant};

/// On whose account a job's time goes: the host that a file came from.
pub type Share = Arc<str>;

/// Time that shares have had since a queue was last empty.
#[derive(Default)]
pub(super) struct Spent {
    shares: HashMap<Share, Account>,
}

#[derive(Default)]
struct Account {
    ended: Duration,
    /// When each job began that is at work.
    begun: Vec<Instant>,
}

impl Spent {
    pub(super) fn begin(&mut self, share: &Share, now: Instant) {
        self.shares.entry(Arc::clone(share)).or_default().begun.push(now);
    }

    pub(super) fn end(&mut self, share: &Share, begun: Instant, now: Instant) {
        let Some(account) = self.shares.get_mut(share) else { return };
        if let Some(at) = account.begun.iter().position(|other| *other == begun) {
            account.begun.swap_remove(at);
        }
        account.ended += now.saturating_duration_since(begun);
    }

    pub(super) fn clear(&mut self) {
        self.shares.clear();
    }

    fn of(&self, share: Option<&Share>, now: Instant) -> Duration {
        let Some(account) = share.and_then(|share| self.shares.get(share)) else {
            return Duration::ZERO;
        };
        let running = account.begun.iter().map(|begun| now.saturating_duration_since(*begun));
        account.ended + running.sum::<Duration>()
    }

    /// Takes the first job of the share that has had the least; in turn where there are no shares.
    pub(super) fn take_next<J>(
        &self,
        waiting: &mut VecDeque<J>,
        share: impl Fn(&J) -> Option<&Share>,
        now: Instant,
    ) -> Option<J> {
        if self.shares.is_empty() {
            return waiting.pop_front();
        }
        let spent = |job: &J| self.of(share(job), now);
        let (at, _) = waiting.iter().enumerate().min_by_key(|(_, job)| spent(job))?;
        waiting.remove(at)
    }
}

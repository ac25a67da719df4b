//! How fast the gateway is asked.

use std::time::{Duration, Instant};

/// How often the gateway is asked: never more than so many calls in any second.
#[derive(Debug, Clone)]
pub struct Pace {
    gap: Duration,
    next: Option<Instant>,
}

impl Pace {
    /// Calls a second, at most; a number that is none means one.
    pub fn new(calls_a_second: f64) -> Self {
        let gap = Duration::try_from_secs_f64(1.0 / calls_a_second);
        Self { gap: gap.unwrap_or(Duration::from_secs(1)), next: None }
    }

    /// Takes the turn for a call now, or says how long to wait before asking again.
    ///
    /// # Errors
    /// The time that is left until the next turn.
    pub fn turn(&mut self, now: Instant) -> Result<(), Duration> {
        match self.next.and_then(|next| next.checked_duration_since(now)) {
            Some(left) if !left.is_zero() => Err(left),
            _ => {
                self.next = Some(now + self.gap);
                Ok(())
            }
        }
    }

    /// Time between two calls.
    pub fn gap(&self) -> Duration {
        self.gap
    }
}

/// How long the rest will take, from what was done since the start: never less than the pace
/// allows. `None` before anything is done.
pub fn estimate(done: usize, left: usize, elapsed: Duration, gap: Duration) -> Option<Duration> {
    if left == 0 {
        return Some(Duration::ZERO);
    }
    let left = u32::try_from(left).ok()?;
    let done = u32::try_from(done).ok().filter(|done| *done > 0)?;
    Some((elapsed / done).max(gap).saturating_mul(left))
}

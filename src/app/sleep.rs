//! Whether the computer has slept.

use std::time::{Duration, Instant};

use jiff::Timestamp;

/// So much more on the clock of all time than on that of time awake is a sleep. The clock that tells it
/// exactly differs by nothing otherwise.
#[cfg(target_os = "linux")]
const A_SLEEP: Duration = Duration::from_secs(1);
/// Elsewhere it may also be a clock that was set.
#[cfg(not(target_os = "linux"))]
const A_SLEEP: Duration = Duration::from_secs(30);

/// How long the computer has slept in all, as told by the system.
pub type Slept = Box<dyn Fn() -> Duration>;

/// Tells a sleep of the computer, once it is over.
pub(super) struct SleepWatch {
    slept: Slept,
    known: Duration,
}

impl SleepWatch {
    pub(super) fn new(slept: Slept) -> Self {
        let known = slept();
        Self { slept, known }
    }

    /// By the system's own clocks.
    pub(super) fn of_system() -> Self {
        let (begun, since) = (Timestamp::now(), Instant::now());
        Self::new(Box::new(move || slept_since(begun, since)))
    }

    /// Whether the computer has slept since this was asked last.
    pub(super) fn has_slept(&mut self) -> bool {
        let slept = (self.slept)();
        let is_new = slept.saturating_sub(self.known) >= A_SLEEP;
        self.known = slept;
        is_new
    }
}

/// What the clock that goes on in sleep is ahead of the one that stands still.
#[cfg(target_os = "linux")]
fn slept_since(_begun: Timestamp, _since: Instant) -> Duration {
    use rustix::time::{ClockId, clock_gettime};
    let read = |id| Duration::try_from(clock_gettime(id)).unwrap_or_default();
    read(ClockId::Boottime).saturating_sub(read(ClockId::Monotonic))
}

/// What the time of day has gained on a clock that may stand still in sleep.
#[cfg(not(target_os = "linux"))]
fn slept_since(begun: Timestamp, since: Instant) -> Duration {
    let passed = Timestamp::now().duration_since(begun);
    Duration::try_from(passed).unwrap_or_default().saturating_sub(since.elapsed())
}

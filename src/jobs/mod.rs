//! Work off the UI thread: bounded pools of named threads, whose answers are collected by polling.
//!
//! Knows nothing of the window: it is given a [`Waker`] to call when an answer is ready. A job that
//! panics, is cancelled or finds its queue full still answers, with what the caller said it should
//! answer then. poll-promise and threads are named here and nowhere else.

mod pool;
mod share;

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use poll_promise::Promise;

pub use pool::Urgency;
use pool::{Pool, Task};
pub use share::Share;

/// Called from a worker when an answer is ready, with how long it may wait to be collected.
pub type Waker = Arc<dyn Fn(Duration) + Send + Sync>;

/// How long an answer of the assets may wait where many more are under way that a person waits for,
/// so that drawing frames does not take the time of decoding.
const AMONG_MANY: Duration = Duration::from_millis(250);
/// The same where a whole page is.
const AMONG_A_PAGE: Duration = Duration::from_millis(300);
/// The same where few are.
const AMONG_FEW: Duration = Duration::from_millis(60);
/// The same of an answer that nobody waits for.
const UNSEEN: Duration = Duration::from_millis(80);
/// From how many on there are many.
const MANY: usize = 8;
/// From how many on it is a page.
const A_PAGE: usize = 64;

/// Why a job ended without doing its work.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum JobFailure {
    /// The work panicked; the panic was caught.
    Panicked,
    /// Dropped from the queue before it began.
    Cancelled,
    /// The queue was full.
    QueueFull,
}

/// The pools, each with its own threads so that slow downloads never hold up a gateway call.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Lane {
    /// Calls of the gateway and the removals built on them.
    Gateway,
    /// Downloading and decoding of assets.
    Assets,
    /// Assets that are drawn in processes of their own, and may cost seconds: hosts have fair shares, and the
    /// others do not wait for them.
    Drawing,
    /// Files on this machine: journal and settings, in the order given.
    Files,
    /// Lists of customers, one after the other.
    Batch,
}

/// Threads of each lane. Assets: 8 downloads at once. Drawing: as many as there are drawing processes.
const THREADS: [(Lane, usize); 5] =
    [(Lane::Gateway, 3), (Lane::Assets, 8), (Lane::Drawing, 2), (Lane::Files, 1), (Lane::Batch, 1)];

/// How long the end of the program waits for files that are still being written: a folder on a
/// network that hangs must not hold it for ever.
const LAST_FILES: Duration = Duration::from_secs(5);

/// What the first part of a job comes to.
pub enum Step<T> {
    /// Its answer.
    Done(T),
    /// The rest is another lane's work, on somebody's account.
    Then(Lane, Share, Box<dyn FnOnce() -> T + Send>),
}

type Answer<T> = Box<dyn FnOnce(Result<T, JobFailure>) + Send>;

/// The pool of each lane.
type Pools = Vec<(Lane, Pool)>;

/// Runs jobs that answer with a `T`. Dropping it ends what has not begun, but for the files: these
/// are written first, so that what was changed just before the window closed is kept.
pub struct Jobs<T: Send + 'static> {
    pools: Arc<Pools>,
    running: Vec<Promise<T>>,
    /// Jobs of the assets that a person waits for, and that have not answered.
    assets_left: Arc<AtomicUsize>,
    waker: Waker,
}

impl<T: Send + 'static> Jobs<T> {
    /// Starts the threads; they end when the value is dropped and their current job is done.
    pub fn new(waker: Waker) -> Self {
        let pools = THREADS
            .iter()
            .map(|(lane, threads)| (*lane, Pool::new(&format!("{lane:?}"), *threads)));
        let assets_left = Arc::default();
        let pools = Arc::new(pools.collect());
        Self { pools, running: Vec::new(), assets_left, waker }
    }

    /// Queues `work`. `otherwise` makes the answer where the work could not be done.
    pub fn submit(
        &mut self,
        lane: Lane,
        urgency: Urgency,
        work: impl FnOnce() -> T + Send + 'static,
        otherwise: impl FnOnce(JobFailure) -> T + Send + 'static,
    ) {
        let answer = self.answer(lane, urgency, otherwise);
        push(&self.pools, lane, Task::new(work, answer), urgency);
    }

    /// Queues work whose share of a lane is fair.
    pub fn submit_shared(
        &mut self,
        (lane, share): (Lane, Share),
        urgency: Urgency,
        work: impl FnOnce() -> T + Send + 'static,
        otherwise: impl FnOnce(JobFailure) -> T + Send + 'static,
    ) {
        let answer = self.answer(lane, urgency, otherwise);
        push(&self.pools, lane, Task::new(work, answer).of(share), urgency);
    }

    /// Queues work that may go on in another lane, where it is as urgent.
    pub fn submit_in_steps(
        &mut self,
        lane: Lane,
        urgency: Urgency,
        work: impl FnOnce() -> Step<T> + Send + 'static,
        otherwise: impl FnOnce(JobFailure) -> T + Send + 'static,
    ) {
        let answer = self.answer(lane, urgency, otherwise);
        // Tasks that wait must not keep their own pools.
        let pools = Arc::downgrade(&self.pools);
        let hand_on = move |answer: Answer<T>, step| match step {
            Step::Done(done) => answer(Ok(done)),
            Step::Then(lane, share, rest) => match pools.upgrade() {
                Some(pools) => push(&pools, lane, Task::new(rest, answer).of(share), urgency),
                None => answer(Err(JobFailure::Cancelled)),
            },
        };
        push(&self.pools, lane, Task::with_answer(work, answer, hand_on), urgency);
    }

    /// The way in which a job answers, wherever it is done.
    fn answer(
        &mut self,
        lane: Lane,
        urgency: Urgency,
        otherwise: impl FnOnce(JobFailure) -> T + Send + 'static,
    ) -> Answer<T> {
        let (sender, promise) = Promise::new();
        self.running.push(promise);
        let waker = Arc::clone(&self.waker);
        let unseen = urgency == Urgency::Unseen;
        let is_counted = matches!(lane, Lane::Assets | Lane::Drawing) && !unseen;
        let left = is_counted.then(|| Arc::clone(&self.assets_left));
        if let Some(left) = &left {
            left.fetch_add(1, Ordering::SeqCst);
        }
        Box::new(move |result: Result<T, JobFailure>| {
            sender.send(result.unwrap_or_else(otherwise));
            let left = left.map_or(0, |left| left.fetch_sub(1, Ordering::SeqCst) - 1);
            waker(match left {
                _ if unseen => UNSEEN,
                0 => Duration::ZERO,
                1..MANY => AMONG_FEW,
                MANY..A_PAGE => AMONG_MANY,
                A_PAGE.. => AMONG_A_PAGE,
            });
        })
    }

    /// Jobs of the assets that a person waits for.
    pub fn assets_left(&self) -> usize {
        self.assets_left.load(Ordering::SeqCst)
    }

    /// Work for when nothing else has come in this lane for so long; it answers nobody. What is given
    /// last takes the place of what was given before.
    pub fn when_still(&self, lane: Lane, after: Duration, work: impl FnOnce() + Send + 'static) {
        if let Some((_, pool)) = self.pools.iter().find(|(name, _)| *name == lane) {
            pool.set_later(after, Task::new(work, |_done| {}));
        }
    }

    /// Work that others wait for if they come before its end, and that answers nobody.
    pub fn prepare(&self, lane: Lane, work: impl FnOnce() + Send + 'static) {
        if let Some((_, pool)) = self.pools.iter().find(|(name, _)| *name == lane) {
            pool.push(Task::new(work, |_done| {}), Urgency::Now);
        }
    }

    /// Drops what has not begun in this lane; each answers [`JobFailure::Cancelled`].
    pub fn cancel_queued(&self, lane: Lane) {
        for (_, pool) in self.pools.iter().filter(|(name, _)| *name == lane) {
            pool.cancel_queued();
        }
    }

    /// Takes the answers that are ready, in the order their jobs were submitted.
    pub fn collect(&mut self) -> Vec<T> {
        let mut answers = Vec::new();
        let mut waiting = Vec::with_capacity(self.running.len());
        for promise in self.running.drain(..) {
            match promise.try_take() {
                Ok(answer) => answers.push(answer),
                Err(promise) => waiting.push(promise),
            }
        }
        self.running = waiting;
        answers
    }

    /// What wakes the collector at once, for jobs that report progress.
    pub fn waker(&self) -> impl Fn() + Send + Sync + 'static {
        let waker = Arc::clone(&self.waker);
        move || waker(Duration::ZERO)
    }

    /// Whether no job is queued, at work, or waiting to be collected.
    pub fn is_idle(&self) -> bool {
        self.running.is_empty()
    }
}

impl<T: Send + 'static> Drop for Jobs<T> {
    fn drop(&mut self) {
        for (_, pool) in self.pools.iter().filter(|(lane, _)| *lane == Lane::Files) {
            pool.finish(LAST_FILES);
        }
    }
}

fn push(pools: &Pools, lane: Lane, task: Task, urgency: Urgency) {
    match pools.iter().find(|(name, _)| *name == lane) {
        Some((_, pool)) => pool.push(task, urgency),
        None => task.fail(JobFailure::QueueFull),
    }
}

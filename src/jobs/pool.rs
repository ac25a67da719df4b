//! One pool of worker threads and its bounded queue.

use std::collections::VecDeque;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::thread;
use std::time::{Duration, Instant};

use super::JobFailure;
use super::share::{Share, Spent};

/// Tasks that may wait in one pool.
const QUEUE_LIMIT: usize = 20_000;

/// Where in its queue a job is placed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Urgency {
    /// Before all that wait: a person looks at the place where it belongs.
    Now,
    /// In turn.
    InTurn,
    /// After all others: nobody looks at what comes of it yet.
    Unseen,
}

type Run = Box<dyn FnOnce() + Send>;
type Fail = Box<dyn FnOnce(JobFailure) + Send>;

/// One piece of work. Exactly one of its two ways is taken.
pub(super) struct Task {
    run: Run,
    fail: Fail,
    share: Option<Share>,
}

impl Task {
    pub(super) fn new<T: Send + 'static>(
        work: impl FnOnce() -> T + Send + 'static,
        answer: impl FnOnce(Result<T, JobFailure>) + Send + 'static,
    ) -> Self {
        Self::with_answer(work, answer, |answer, done| answer(Ok(done)))
    }

    /// What is done is handed on together with the way to answer.
    pub(super) fn with_answer<W: 'static, T, A>(
        work: impl FnOnce() -> W + Send + 'static,
        answer: A,
        hand_on: impl FnOnce(A, W) + Send + 'static,
    ) -> Self
    where
        A: FnOnce(Result<T, JobFailure>) + Send + 'static,
    {
        // Both ways need the one `answer`; whichever is taken first has it.
        let answer = Arc::new(Mutex::new(Some(answer)));
        let other = Arc::clone(&answer);
        let take = |slot: &Mutex<Option<A>>| lock(slot).take();
        Self {
            run: Box::new(move || {
                let done = catch_unwind(AssertUnwindSafe(work));
                match (take(&answer), done) {
                    (Some(answer), Ok(done)) => hand_on(answer, done),
                    (Some(answer), Err(_)) => answer(Err(JobFailure::Panicked)),
                    (None, _) => {}
                }
            }),
            fail: Box::new(move |failure| {
                if let Some(answer) = lock(&other).take() {
                    answer(Err(failure));
                }
            }),
            share: None,
        }
    }

    /// Its time goes on this account.
    pub(super) fn of(self, share: Share) -> Self {
        Self { share: Some(share), ..self }
    }

    pub(super) fn fail(self, failure: JobFailure) {
        (self.fail)(failure);
    }
}

#[derive(Default)]
struct Queue {
    tasks: VecDeque<Task>,
    unseen: VecDeque<Task>,
    /// Done once nothing has come until then.
    later: Option<(Instant, Task)>,
    /// Tasks that a thread has taken and not ended.
    at_work: usize,
    spent: Spent,
    closed: bool,
}

impl Queue {
    fn is_done(&self) -> bool {
        self.tasks.is_empty() && self.unseen.is_empty() && self.at_work == 0
    }

    /// What a thread does now.
    fn next(&mut self, now: Instant) -> Option<Task> {
        let Self { tasks, unseen, spent, .. } = self;
        let take = |waiting| spent.take_next(waiting, |task: &Task| task.share.as_ref(), now);
        let next = take(tasks).or_else(|| take(unseen));
        next.or_else(|| self.later.take_if(|(due, _)| *due <= now).map(|(_, task)| task))
    }
}

#[derive(Default)]
struct Shared {
    queue: Mutex<Queue>,
    arrived: Condvar,
    done: Condvar,
}

/// A fixed number of threads that work through one queue.
pub(super) struct Pool {
    shared: Arc<Shared>,
}

impl Pool {
    pub(super) fn new(name: &str, threads: usize) -> Self {
        let shared = Arc::new(Shared::default());
        for number in 1..=threads {
            let shared = Arc::clone(&shared);
            let builder = thread::Builder::new().name(format!("{name} {number}"));
            // A machine that has no thread left works on with fewer; with none, nothing would
            // answer, so the queue is closed and every push fails openly.
            let started = builder.spawn({
                let shared = Arc::clone(&shared);
                move || work_through(&shared)
            });
            if started.is_err() && number == 1 {
                lock(&shared.queue).closed = true;
            }
        }
        Self { shared }
    }

    pub(super) fn push(&self, task: Task, urgency: Urgency) {
        let refused = {
            let mut queue = lock(&self.shared.queue);
            if queue.closed || queue.tasks.len() + queue.unseen.len() >= QUEUE_LIMIT {
                Some(task)
            } else {
                queue.later = None;
                match urgency {
                    Urgency::Now => queue.tasks.push_front(task),
                    Urgency::InTurn => queue.tasks.push_back(task),
                    Urgency::Unseen => queue.unseen.push_back(task),
                }
                None
            }
        };
        match refused {
            Some(task) => task.fail(JobFailure::QueueFull),
            None => self.shared.arrived.notify_one(),
        }
    }

    /// Does a task once no other has come for so long; the one given last takes the place of others.
    pub(super) fn set_later(&self, after: Duration, task: Task) {
        lock(&self.shared.queue).later = Some((Instant::now() + after, task));
        // One thread that waits for it is enough.
        self.shared.arrived.notify_one();
    }

    pub(super) fn cancel_queued(&self) {
        let dropped: Vec<Task> = {
            let mut queue = lock(&self.shared.queue);
            let Queue { tasks, unseen, .. } = &mut *queue;
            tasks.drain(..).chain(unseen.drain(..)).collect()
        };
        for task in dropped {
            task.fail(JobFailure::Cancelled);
        }
    }
}

impl Pool {
    /// Takes no more tasks, and waits until all that were given are done, for at most `longest`.
    pub(super) fn finish(&self, longest: Duration) {
        let mut queue = lock(&self.shared.queue);
        queue.closed = true;
        self.shared.arrived.notify_all();
        let _waited = self.shared.done.wait_timeout_while(queue, longest, |queue| !queue.is_done());
    }
}

impl Drop for Pool {
    fn drop(&mut self) {
        lock(&self.shared.queue).closed = true;
        self.shared.arrived.notify_all();
        self.cancel_queued();
    }
}

fn work_through(shared: &Shared) {
    loop {
        let (task, begun) = {
            let mut queue = lock(&shared.queue);
            loop {
                let now = Instant::now();
                if let Some(task) = queue.next(now) {
                    queue.at_work += 1;
                    if let Some(share) = &task.share {
                        queue.spent.begin(share, now);
                    }
                    break (task, now);
                }
                if queue.closed {
                    return;
                }
                let left = queue.later.as_ref().map(|(due, _)| due.saturating_duration_since(now));
                queue = match left {
                    None => shared.arrived.wait(queue).unwrap_or_else(PoisonError::into_inner),
                    Some(left) => {
                        let waited = shared.arrived.wait_timeout(queue, left);
                        waited.unwrap_or_else(PoisonError::into_inner).0
                    }
                };
            }
        };
        let Task { run, share, .. } = task;
        run();
        let mut queue = lock(&shared.queue);
        queue.at_work -= 1;
        if let Some(share) = share {
            queue.spent.end(&share, begun, Instant::now());
        }
        if queue.is_done() {
            queue.spent.clear();
            shared.done.notify_all();
        }
    }
}

/// The data stay whole when a holder panics: every change here is a single push or pop.
fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

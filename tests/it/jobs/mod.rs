//! Work off the UI thread: every job answers, whatever becomes of it.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    reason = "helpers of tests stop at the first surprise"
)]

mod answers;
mod order;
mod shares;
mod waking;

use std::sync::mpsc::{Receiver, SyncSender, sync_channel};
use std::sync::{Arc, Condvar, Mutex};
use std::time::Duration;

use carddesk::jobs::{JobFailure, Jobs, Lane, Urgency};

/// How long a test waits for what must come before it calls it lost.
const PATIENCE: Duration = Duration::from_secs(60);

/// What became of a job, and which one it was.
type Answer = (usize, Result<(), JobFailure>);

/// Jobs, and a waker that counts.
struct Bench {
    jobs: Jobs<Answer>,
    woken: Receiver<()>,
    wakes: Arc<Wakes>,
}

/// How often the waker was called.
#[derive(Default)]
struct Wakes {
    count: Mutex<usize>,
    more: Condvar,
}

impl Bench {
    fn new() -> Self {
        let (sender, woken) = sync_channel(30_000);
        let wakes = Arc::<Wakes>::default();
        let counted = Arc::clone(&wakes);
        let waker = Arc::new(move |_within| {
            *counted.count.lock().unwrap() += 1;
            counted.more.notify_all();
            // After the test has ended nobody listens.
            let _ended = sender.send(());
        });
        Self { jobs: Jobs::new(waker), woken, wakes }
    }

    /// Queues job `number`, whose answer tells whether the work was done.
    fn submit(
        &mut self,
        lane: Lane,
        urgency: Urgency,
        number: usize,
        work: impl FnOnce() + Send + 'static,
    ) {
        let work = move || {
            work();
            (number, Ok(()))
        };
        self.jobs.submit(lane, urgency, work, move |failure| (number, Err(failure)));
    }

    /// Keeps the one thread of the files busy until the gate is opened.
    fn block_files(&mut self, number: usize) -> Gate {
        let (begin, begun) = sync_channel(1);
        let (open, opened) = sync_channel::<()>(1);
        self.submit(Lane::Files, Urgency::InTurn, number, move || {
            begin.send(()).unwrap();
            opened.recv().unwrap();
        });
        begun.recv_timeout(PATIENCE).expect("the job began");
        Gate(open)
    }

    /// Waits for so many answers.
    fn answers(&mut self, count: usize) -> Vec<Answer> {
        let mut answers = Vec::new();
        while answers.len() < count {
            let woken = self.woken.recv_timeout(PATIENCE);
            woken.unwrap_or_else(|_| panic!("{} of {count} answers", answers.len()));
            while self.woken.try_recv().is_ok() {}
            answers.extend(self.jobs.collect());
        }
        assert_eq!(answers.len(), count, "{answers:?}");
        answers
    }

    /// Checks how often the waker was called. An answer is there shortly before its call is.
    #[track_caller]
    fn assert_wakes(&self, wanted: usize) {
        let count = self.wakes.count.lock().unwrap();
        let missing = |count: &mut usize| *count < wanted;
        let (count, _) = self.wakes.more.wait_timeout_while(count, PATIENCE, missing).unwrap();
        assert_eq!(*count, wanted, "one call for each answer");
    }
}

/// Lets a blocked job go on.
struct Gate(SyncSender<()>);

impl Gate {
    fn open(self) {
        self.0.send(()).unwrap();
    }
}

/// What happened, in the order it happened.
#[derive(Clone, Default)]
struct Record(Arc<Mutex<Vec<usize>>>);

impl Record {
    fn note(&self, number: usize) -> impl FnOnce() + Send + 'static {
        let record = self.clone();
        move || record.0.lock().unwrap().push(number)
    }

    fn read(&self) -> Vec<usize> {
        self.0.lock().unwrap().clone()
    }
}

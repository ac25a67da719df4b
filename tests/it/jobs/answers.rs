use std::cell::RefCell;
use std::sync::Arc;
use std::sync::mpsc::sync_channel;

use carddesk::jobs::{JobFailure, Jobs, Lane, Urgency};

use super::{Bench, PATIENCE, Record};

const LANES: [Lane; 3] = [Lane::Gateway, Lane::Assets, Lane::Files];

#[test]
fn work_that_is_done_answers_in_every_lane() {
    let mut bench = Bench::new();
    assert!(bench.jobs.is_idle());
    for (number, lane) in LANES.into_iter().enumerate() {
        bench.submit(lane, Urgency::InTurn, number, || {});
        assert!(!bench.jobs.is_idle());
    }
    let mut answers = bench.answers(3);
    answers.sort_by_key(|(number, _)| *number);
    assert_eq!(answers, [(0, Ok(())), (1, Ok(())), (2, Ok(()))]);
    assert!(bench.jobs.is_idle());
    assert!(bench.jobs.collect().is_empty(), "an answer is collected once");
}

#[test]
fn a_panic_becomes_an_answer_and_the_thread_works_on() {
    let mut bench = Bench::new();
    for number in 0..3 {
        bench.submit(Lane::Files, Urgency::InTurn, number, || panic!("a decoder gave up"));
    }
    // The files have one thread: had it ended, this would never be done.
    bench.submit(Lane::Files, Urgency::InTurn, 3, || {});
    let panicked = Err(JobFailure::Panicked);
    assert_eq!(bench.answers(4), [(0, panicked), (1, panicked), (2, panicked), (3, Ok(()))]);
    bench.assert_wakes(4);
}

#[test]
fn what_is_cancelled_answers_without_being_done() {
    let mut bench = Bench::new();
    let record = Record::default();
    let gate = bench.block_files(0);
    for number in 1..=3 {
        bench.submit(Lane::Files, Urgency::InTurn, number, record.note(number));
    }
    bench.jobs.cancel_queued(Lane::Files);
    let cancelled = Err(JobFailure::Cancelled);
    assert_eq!(bench.answers(3), [(1, cancelled), (2, cancelled), (3, cancelled)]);
    // What has begun goes on to its own answer, and the lane takes new work.
    bench.submit(Lane::Files, Urgency::InTurn, 4, record.note(4));
    gate.open();
    assert_eq!(bench.answers(2), [(0, Ok(())), (4, Ok(()))]);
    assert_eq!(record.read(), [4]);
    bench.assert_wakes(5);
}

#[test]
fn cancelling_one_lane_leaves_the_others_alone() {
    let mut bench = Bench::new();
    let gate = bench.block_files(0);
    bench.submit(Lane::Files, Urgency::InTurn, 1, || {});
    bench.jobs.cancel_queued(Lane::Assets);
    bench.jobs.cancel_queued(Lane::Gateway);
    gate.open();
    assert_eq!(bench.answers(2), [(0, Ok(())), (1, Ok(()))]);
}

#[test]
fn a_full_queue_answers_at_once_and_loses_nothing_that_was_taken() {
    let mut bench = Bench::new();
    let gate = bench.block_files(0);
    let mut taken = 0;
    // The lane is busy, so whatever wakes was refused.
    while bench.woken.try_recv().is_err() {
        taken += 1;
        assert!(taken < 29_000, "no queue of this size is bounded");
        bench.submit(Lane::Files, Urgency::InTurn, taken, || {});
    }
    assert_eq!(bench.jobs.collect(), [(taken, Err(JobFailure::QueueFull))]);
    bench.submit(Lane::Files, Urgency::Now, taken + 1, || {});
    assert_eq!(bench.jobs.collect(), [(taken + 1, Err(JobFailure::QueueFull))]);
    // The other lanes have queues of their own.
    bench.submit(Lane::Gateway, Urgency::InTurn, taken + 2, || {});
    gate.open();
    let answers = bench.answers(taken + 1);
    assert!(answers.iter().all(|(_, result)| result.is_ok()));
    bench.assert_wakes(taken + 3);
}

#[test]
fn each_wake_finds_an_answer_ready() {
    let mut bench = Bench::new();
    for number in 0..40 {
        let lane = LANES[number % 3];
        bench.submit(lane, Urgency::InTurn, number, move || assert!(number % 5 != 0, "odd one"));
    }
    let mut collected = 0;
    for wakes in 1..=40 {
        bench.woken.recv_timeout(PATIENCE).unwrap();
        collected += bench.jobs.collect().len();
        assert!(collected >= wakes, "woken {wakes} times for {collected} answers");
    }
    assert!(bench.jobs.is_idle());
    bench.assert_wakes(40);
}

#[test]
fn dropping_the_jobs_answers_what_waits_and_ends_the_threads() {
    assert_ends_beside_a_job_at_work(Lane::Batch);
}

#[test]
fn a_file_that_hangs_does_not_hold_the_end_for_ever() {
    assert_ends_beside_a_job_at_work(Lane::Files);
}

fn assert_ends_beside_a_job_at_work(lane: Lane) {
    thread_local! {
        static LAST_WILL: RefCell<Option<LastWill>> = const { RefCell::new(None) };
    }
    /// Tells when its thread ends.
    struct LastWill(std::sync::mpsc::SyncSender<&'static str>);
    impl Drop for LastWill {
        fn drop(&mut self) {
            self.0.send("ended").unwrap();
        }
    }

    let mut jobs: Jobs<()> = Jobs::new(Arc::new(|_within| {}));
    let (tell, told) = sync_channel(8);
    let (open, opened) = sync_channel::<()>(1);
    let will = tell.clone();
    let begin = tell.clone();
    let work = move || {
        LAST_WILL.set(Some(LastWill(will)));
        begin.send("began").unwrap();
        opened.recv().unwrap();
    };
    jobs.submit(lane, Urgency::InTurn, work, |_| {});
    assert_eq!(told.recv_timeout(PATIENCE), Ok("began"));
    let (done, lost) = (tell.clone(), tell);
    let work = move || done.send("done").unwrap();
    jobs.submit(lane, Urgency::InTurn, work, move |failure| {
        assert_eq!(failure, JobFailure::Cancelled);
        lost.send("cancelled").unwrap();
    });

    drop(jobs);
    assert_eq!(told.recv_timeout(PATIENCE), Ok("cancelled"), "{lane:?}");
    open.send(()).unwrap();
    assert_eq!(told.recv_timeout(PATIENCE), Ok("ended"));
    assert!(told.recv().is_err(), "nothing else was done");
}

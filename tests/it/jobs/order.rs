use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::mpsc::{Receiver, RecvTimeoutError, sync_channel};
use std::sync::{Arc, Barrier};
use std::time::Duration;

use carddesk::jobs::{Lane, Urgency};

use super::{Bench, PATIENCE, Record};

#[test]
fn what_is_urgent_is_done_before_what_waits() {
    let mut bench = Bench::new();
    let record = Record::default();
    let gate = bench.block_files(0);
    bench.submit(Lane::Files, Urgency::InTurn, 1, record.note(1));
    bench.submit(Lane::Files, Urgency::InTurn, 2, record.note(2));
    bench.submit(Lane::Files, Urgency::Now, 3, record.note(3));
    bench.submit(Lane::Files, Urgency::InTurn, 4, record.note(4));
    gate.open();
    bench.answers(5);
    assert_eq!(record.read(), [3, 1, 2, 4]);
}

#[test]
fn the_newest_of_urgent_jobs_is_done_first() {
    let mut bench = Bench::new();
    let record = Record::default();
    let gate = bench.block_files(0);
    for number in 1..=3 {
        bench.submit(Lane::Files, Urgency::Now, number, record.note(number));
    }
    gate.open();
    bench.answers(4);
    assert_eq!(record.read(), [3, 2, 1]);
}

#[test]
fn answers_are_collected_in_the_order_of_their_submission() {
    let mut bench = Bench::new();
    let gate = bench.block_files(0);
    bench.submit(Lane::Files, Urgency::InTurn, 1, || {});
    bench.submit(Lane::Files, Urgency::Now, 2, || {});
    bench.submit(Lane::Gateway, Urgency::InTurn, 3, || {});
    bench.woken.recv_timeout(PATIENCE).expect("the gateway's answer");
    gate.open();
    for _ in 0..3 {
        bench.woken.recv_timeout(PATIENCE).unwrap();
    }
    let order: Vec<usize> = bench.jobs.collect().iter().map(|(number, _)| *number).collect();
    assert_eq!(order, [0, 1, 2, 3]);
}

#[test]
fn files_are_written_one_after_the_other() {
    let mut bench = Bench::new();
    let record = Record::default();
    for number in 0..50 {
        bench.submit(Lane::Files, Urgency::InTurn, number, record.note(number));
    }
    bench.answers(50);
    assert_eq!(record.read(), (0..50).collect::<Vec<_>>());
}

#[test]
fn the_end_waits_for_the_files_that_were_given() {
    let mut bench = Bench::new();
    let record = Record::default();
    let gate = bench.block_files(0);
    for number in 1..=50 {
        bench.submit(Lane::Files, Urgency::InTurn, number, record.note(number));
    }
    gate.open();
    drop(bench);
    assert_eq!(record.read(), (1..=50).collect::<Vec<_>>());
}

#[test]
fn eight_assets_are_loaded_at_once_and_no_more() {
    let mut bench = Bench::new();
    let (at_work, most) = (Arc::new(AtomicUsize::new(0)), Arc::new(AtomicUsize::new(0)));
    // Each group of eight gets on only once all of it is at work.
    let barrier = Arc::new(Barrier::new(8));
    for number in 0..24 {
        let (at_work, most) = (Arc::clone(&at_work), Arc::clone(&most));
        let barrier = Arc::clone(&barrier);
        bench.submit(Lane::Assets, Urgency::InTurn, number, move || {
            most.fetch_max(at_work.fetch_add(1, Ordering::SeqCst) + 1, Ordering::SeqCst);
            barrier.wait();
            at_work.fetch_sub(1, Ordering::SeqCst);
        });
    }
    bench.answers(24);
    assert_eq!(most.load(Ordering::SeqCst), 8);
}

#[test]
fn slow_assets_hold_up_no_gateway_call_and_no_file() {
    let mut bench = Bench::new();
    let (open, opened) = sync_channel::<()>(8);
    let opened = Arc::new(std::sync::Mutex::new(opened));
    for number in 0..8 {
        let opened = Arc::clone(&opened);
        bench.submit(Lane::Assets, Urgency::InTurn, number, move || {
            opened.lock().unwrap().recv().unwrap();
        });
    }
    bench.submit(Lane::Gateway, Urgency::InTurn, 8, || {});
    bench.submit(Lane::Files, Urgency::InTurn, 9, || {});
    let mut numbers: Vec<usize> = bench.answers(2).iter().map(|(number, _)| *number).collect();
    numbers.sort_unstable();
    assert_eq!(numbers, [8, 9], "both were done while all asset threads were busy");
    for _ in 0..8 {
        open.send(()).unwrap();
    }
    bench.answers(8);
}

/// Work for when a lane is still; what comes of it is received here.
fn when_still(bench: &Bench, after: Duration) -> Receiver<()> {
    let (sender, receiver) = sync_channel(1);
    bench.jobs.when_still(Lane::Files, after, move || sender.send(()).unwrap());
    receiver
}

#[test]
fn what_is_for_later_is_done_once_nothing_else_has_come() {
    let bench = Bench::new();
    when_still(&bench, Duration::from_millis(5)).recv_timeout(PATIENCE).unwrap();
    // What is given last stands for all.
    let first = when_still(&bench, PATIENCE);
    let second = when_still(&bench, Duration::ZERO);
    assert_eq!(first.recv_timeout(PATIENCE), Err(RecvTimeoutError::Disconnected));
    second.recv_timeout(PATIENCE).unwrap();
}

#[test]
fn what_is_for_later_is_dropped_where_more_comes() {
    let mut bench = Bench::new();
    let gate = bench.block_files(0);
    let later = when_still(&bench, Duration::ZERO);
    bench.submit(Lane::Gateway, Urgency::InTurn, 1, || {});
    bench.submit(Lane::Files, Urgency::InTurn, 2, || {});
    gate.open();
    bench.answers(3);
    assert_eq!(later.recv_timeout(PATIENCE), Err(RecvTimeoutError::Disconnected));
    // The one that is there when the pool ends is not done.
    let never = when_still(&bench, PATIENCE);
    drop(bench);
    assert_eq!(never.recv_timeout(PATIENCE), Err(RecvTimeoutError::Disconnected));
}

//! How long an answer may wait to be collected: the longer, the more are under way.
use std::collections::BTreeMap;
use std::sync::mpsc::sync_channel;
use std::sync::{Arc, RwLock};
use std::time::Duration;

use carddesk::jobs::{Jobs, Lane, Urgency};

use super::PATIENCE;

/// How many answers may wait for how many milliseconds, of so many jobs that are under way together.
fn waits(lane: Lane, urgency: Urgency, count: usize) -> BTreeMap<u128, usize> {
    let (sender, told) = sync_channel(count);
    let waker = Arc::new(move |within: Duration| sender.send(within).unwrap());
    let mut jobs: Jobs<()> = Jobs::new(waker);
    // None ends before all have begun to wait for one another.
    let gate = Arc::new(RwLock::new(()));
    let closed = gate.write().unwrap();
    for _ in 0..count {
        let gate = Arc::clone(&gate);
        jobs.submit(lane, urgency, move || drop(gate.read()), |_failure| ());
    }
    drop(closed);
    let mut waits = BTreeMap::new();
    for _ in 0..count {
        *waits.entry(told.recv_timeout(PATIENCE).unwrap().as_millis()).or_default() += 1;
    }
    waits
}

#[test]
fn answers_among_many_wait_for_one_another_and_the_last_does_not() {
    let of_assets = |count| waits(Lane::Assets, Urgency::InTurn, count);
    assert_eq!(of_assets(1), [(0, 1)].into());
    assert_eq!(of_assets(8), [(0, 1), (60, 7)].into());
    assert_eq!(of_assets(9), [(0, 1), (60, 7), (250, 1)].into());
    assert_eq!(of_assets(64), [(0, 1), (60, 7), (250, 56)].into());
    assert_eq!(of_assets(70), [(0, 1), (60, 7), (250, 56), (300, 6)].into());
}

#[test]
fn answers_that_nobody_waits_for_and_those_of_other_lanes_wait_as_long_as_ever() {
    assert_eq!(waits(Lane::Assets, Urgency::Unseen, 20), [(80, 20)].into());
    assert_eq!(waits(Lane::Gateway, Urgency::Now, 20), [(0, 20)].into());
    assert_eq!(waits(Lane::Files, Urgency::InTurn, 20), [(0, 20)].into());
}

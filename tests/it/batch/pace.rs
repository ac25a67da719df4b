use std::time::{Duration, Instant};

use carddesk::batch::{Pace, estimate};

#[test]
fn calls_keep_their_distance_whatever_the_clock_says() {
    let ms = Duration::from_millis;
    let begun = Instant::now();
    let mut pace = Pace::new(2.0);
    // When it is asked, and what it says: now, or the wait.
    for (at, wait) in [
        (0, None),
        (0, Some(500)),
        (300, Some(200)),
        (500, None),
        (900, Some(100)),
        // What was not used is not saved up.
        (5000, None),
        (5001, Some(499)),
        (5500, None),
    ] {
        assert_eq!(pace.turn(begun + ms(at)).err(), wait.map(ms), "at {at}");
    }
}

#[test]
fn a_second_never_sees_more_calls_than_allowed() {
    let begun = Instant::now();
    for rate in [0.5, 2.0, 3.0, 7.5] {
        let mut pace = Pace::new(rate);
        let asked = (0..20_000).map(|step| begun + Duration::from_millis(step));
        let calls: Vec<Instant> = asked.filter(|now| pace.turn(*now).is_ok()).collect();
        let most = (rate.ceil() as usize).max(1);
        for (place, call) in calls.iter().enumerate() {
            let end = *call + Duration::from_secs(1);
            let within = calls[place..].iter().filter(|other| **other < end).count();
            assert!(within <= most, "{rate}: {within}");
        }
    }
}

#[test]
fn a_rate_that_is_none_is_slow_and_no_panic() {
    for rate in [0.0, -1.0, f64::NAN] {
        assert_eq!(Pace::new(rate).gap(), Duration::from_secs(1));
    }
}

#[test]
fn the_rest_is_estimated_from_what_was_done() {
    let s = Duration::from_secs;
    let gap = Duration::from_millis(500);
    assert_eq!(estimate(0, 10, s(5), gap), None);
    assert_eq!(estimate(10, 0, s(5), gap), Some(s(0)));
    assert_eq!(estimate(10, 20, s(30), gap), Some(s(60)));
    assert_eq!(estimate(10, 20, s(1), gap), Some(s(10)), "never faster than the pace");
}

use carddesk::jobs::JobFailure;
use carddesk::model::{Action, CardAction, Event, NoticeKind, RemovalAction};
use carddesk::removal::Outcome;

use super::{FIRST, TEST_SERVER, World, fault, list, report, unreachable};

fn tick(world: &mut World) {
    assert!(world.learn(Event::Tick).is_empty());
}

#[test]
fn a_notice_leaves_by_itself() {
    let mut world = World::with_cards(TEST_SERVER, "1004", &[FIRST]);
    world.act(CardAction::CopyLastFour(0));
    for _ in 0..5 {
        world.pass(1);
        tick(&mut world);
        assert_eq!(world.state.notices.len(), 1);
    }
    world.pass(1);
    tick(&mut world);
    assert!(world.state.notices.is_empty());
}

#[test]
fn each_notice_has_its_own_time_and_a_repeated_one_begins_anew() {
    let mut world = World::with_cards(TEST_SERVER, "1004", &[FIRST]);
    world.act(CardAction::CopyLastFour(0));
    world.pass(4);
    world.act(CardAction::CopyToken(0));
    world.act(CardAction::CopyLastFour(0));
    world.pass(4);
    tick(&mut world);
    assert_eq!(world.state.notices.len(), 2);
    world.pass(2);
    tick(&mut world);
    assert!(world.state.notices.is_empty());
}

#[test]
fn a_clock_that_was_set_back_takes_no_notice_away() {
    let mut world = World::with_cards(TEST_SERVER, "1004", &[FIRST]);
    world.act(CardAction::CopyLastFour(0));
    world.pass(-3600);
    tick(&mut world);
    assert_eq!(world.state.notices.len(), 1);
}

#[test]
fn good_news_leave_and_bad_news_stay_until_they_are_closed() {
    let outcomes = [
        (Outcome::RemovedVerified, false),
        (Outcome::AlreadyGone, false),
        (Outcome::StillThere, true),
        (Outcome::Refused(fault()), true),
        (Outcome::Unverified, true),
        (Outcome::NotSent, true),
    ];
    for (outcome, stays) in outcomes {
        let mut world = World::with_cards(TEST_SERVER, "1004", &[FIRST]);
        let removal = world.remove(0);
        world.act(RemovalAction::Cancel);
        let list = if outcome == Outcome::Unverified { Err(unreachable()) } else { Ok(list(&[])) };
        world.ended(&removal, report(outcome.clone(), list));
        world.pass(290);
        tick(&mut world);
        assert_eq!(world.state.notices.len(), usize::from(stays), "{outcome:?}");
        world.act(Action::CloseNotice(0));
        assert!(world.state.notices.is_empty());
    }
}

#[test]
fn a_job_that_was_lost_is_told_until_it_is_read() {
    let mut world = World::new();
    for failure in [JobFailure::Panicked, JobFailure::Cancelled, JobFailure::QueueFull] {
        world.learn(Event::JobLost(failure));
    }
    world.pass(3600);
    tick(&mut world);
    let kinds: Vec<_> = world.state.notices.iter().map(|notice| &notice.kind).collect();
    assert_eq!(kinds, [&NoticeKind::JobLost]);
    world.act(Action::CloseNotice(1));
    assert_eq!(world.state.notices.len(), 1, "there is no second one to close");
    world.act(Action::CloseNotice(0));
    assert!(world.state.notices.is_empty());
}

//! The expired cards of every customer of the queue: found, asked about, removed one customer after
//! another.
use std::sync::Arc;

use carddesk::api::ApiError;
use carddesk::domain::{Card, CardList, CustomerNumber, Redacted, Token};
use carddesk::model::{
    Dialog, Effect, Event, ExpiredAction, LookUpEffect, NoticeKind, QueueAction, RevocationEffect,
    RevocationEvent, SessionAction,
};
use carddesk::removal::{
    CardEnd, Outcome, Picked, Policy, RevocationReport, RevocationRequest, Scope,
};
use jiff::SignedDuration;

use super::{Asked, FIRST, PRODUCTION, SECOND, TEST_SERVER, World, asked, card, list, unreachable};

/// Half a second: the pace.
const GAP: SignedDuration = SignedDuration::from_millis(500);
const THIRD: &str = "9D4C24E5-0BA3-4AE6-A8A0-7E2A1F1B3D55";

fn expired(token: &str) -> Card {
    Card { expiry_text: "01.2026".to_owned(), ..card(token) }
}

/// 1 has an expired card named twice and a good one, 2 none, 3 one, and 4 is not to be had.
fn answer(customer: &str) -> Result<CardList, ApiError> {
    match customer {
        "1" => Ok(CardList::sound(vec![expired(FIRST), card(SECOND), expired(FIRST)])),
        "2" => Ok(list(&[SECOND])),
        "3" => Ok(CardList::sound(vec![expired(THIRD), expired("")])),
        _ => Err(unreachable()),
    }
}

fn working(server: &str) -> World {
    let mut world = World::signed_in(server);
    world.act(QueueAction::Give("1\n2\n3\n4".to_owned()));
    let effects = world.act(QueueAction::Take);
    world.listed(asked(&effects), answer("1"));
    world
}

fn next_call(world: &mut World) -> Option<(String, Asked)> {
    world.now.timestamp += GAP;
    let effects = world.learn(Event::Tick);
    let customer = effects.iter().find_map(|effect| match effect {
        Effect::LookUp(LookUpEffect::List { customer, .. }) => Some(customer.as_str().to_owned()),
        _ => None,
    })?;
    Some((customer, asked(&effects)))
}

/// The dry run, to its end; whose lists were asked for.
fn find(world: &mut World) -> Vec<String> {
    world.act(ExpiredAction::Find);
    finish(world)
}

fn finish(world: &mut World) -> Vec<String> {
    let mut called = Vec::new();
    while world.session().expired.as_ref().is_some_and(|expired| expired.is_finding()) {
        let (customer, call) = next_call(world).expect("a turn every half second");
        world.listed(call, answer(&customer));
        called.push(customer);
    }
    called
}

fn found(world: &World) -> Vec<(String, String)> {
    let expired = world.session().expired.as_ref().unwrap();
    let found = expired.found();
    found.map(|(of, _, card)| (of.number.as_str().to_owned(), card.token.elided())).collect()
}

fn tokens(world: &World) -> Vec<Token> {
    let found = world.session().expired.as_ref().unwrap().found();
    found.map(|(.., card)| card.token.clone()).collect()
}

fn confirm(world: &mut World) -> Vec<Effect> {
    let tokens = tokens(world);
    world.act(ExpiredAction::Confirm { tokens })
}

fn begun(effects: Vec<Effect>) -> Option<(u64, RevocationRequest)> {
    let mut runs = effects.into_iter().filter_map(|effect| match effect {
        Effect::Revocation(RevocationEffect::Revoke { number, request, .. }) => {
            Some((number, *request))
        }
        _ => None,
    });
    let first = runs.next();
    assert!(runs.next().is_none(), "one customer at a time");
    first
}

fn ended(
    world: &mut World,
    (number, request): &(u64, RevocationRequest),
    outcome: &Outcome,
) -> Vec<Effect> {
    let end = |picked: &Picked| CardEnd {
        picked: picked.clone(),
        outcome: outcome.clone(),
        report: None,
        settled: false,
        note: None,
    };
    let report = RevocationReport {
        customer: request.customer.clone(),
        scope: request.scope,
        cards: request.cards.iter().map(end).collect(),
        list: Ok(list(&[])),
        begun: world.now.timestamp,
        ended: world.now.timestamp,
        mark: None,
        left_warning: None,
    };
    let session = world.session().id;
    let result = Ok(Arc::new(report));
    world.learn(Event::of(session, RevocationEvent::Ended { number: *number, result }))
}

#[test]
fn the_dry_run_asks_every_customer_at_the_pace_and_removes_nothing() {
    let mut world = working(TEST_SERVER);
    world.act(ExpiredAction::Find);
    assert!(matches!(world.state.dialog, Some(Dialog::Expired)));
    // Nothing before its turn, and one call at a time.
    assert!(world.learn(Event::Tick).is_empty());
    let (first, call) = next_call(&mut world).unwrap();
    assert_eq!(first, "1");
    assert!(next_call(&mut world).is_none(), "one at a time");
    assert!(confirm(&mut world).is_empty(), "not before all are known");
    world.listed(call, answer("1"));
    assert_eq!(finish(&mut world), ["2", "3", "4"]);
    let elided = |token: &str| Token::from_gateway(token).elided();
    assert_eq!(found(&world), [("1".to_owned(), elided(FIRST)), ("3".to_owned(), elided(THIRD))]);
    let expired = world.session().expired.as_ref().unwrap();
    let failed: Vec<&str> = expired.failed().map(|of| of.number.as_str()).collect();
    assert_eq!((failed, expired.asked()), (vec!["4"], 4));
    assert!(world.session().revocations.is_empty());
}

#[test]
fn what_could_not_be_read_may_be_asked_for_again() {
    let mut world = working(TEST_SERVER);
    find(&mut world);
    world.act(ExpiredAction::Again);
    assert_eq!(finish(&mut world), ["4"]);
}

#[test]
fn a_gateway_that_is_busy_is_left_alone() {
    let mut world = working(TEST_SERVER);
    world.act(ExpiredAction::Find);
    let (_, call) = next_call(&mut world).unwrap();
    world.listed(call, Err(ApiError::HttpStatus { status: 429, excerpt: Redacted::default() }));
    for _ in 0..59 {
        assert!(next_call(&mut world).is_none());
    }
    assert_eq!(next_call(&mut world).unwrap().0, "2");
}

#[test]
fn customers_follow_one_another_each_as_a_revocation_of_its_own() {
    let mut world = working(TEST_SERVER);
    find(&mut world);
    world.act(ExpiredAction::EditReason(" T-17 ".to_owned()));
    let first = begun(confirm(&mut world)).unwrap();
    assert_eq!(first.1.customer, CustomerNumber::parse("1").unwrap());
    assert_eq!((first.1.scope, first.1.cards.len()), (Scope::Expired, 1));
    assert_eq!(first.1.reason.as_deref(), Some("T-17"));
    assert!(confirm(&mut world).is_empty(), "once");
    let second = begun(ended(&mut world, &first, &Outcome::RemovedVerified)).unwrap();
    assert_eq!(second.1.customer, CustomerNumber::parse("3").unwrap());
    assert!(world.session().is_removing_expired());
    let last = ended(&mut world, &second, &Outcome::AlreadyGone);
    assert!(begun(last).is_none());
    let session = world.session();
    assert_eq!((session.expired_gone(), session.is_removing_expired()), (2, false));
    assert!(session.has_removed(&CustomerNumber::parse("3").unwrap()));
    assert!(world.state.notices.is_empty(), "the dialog tells it");
    let saved = world.act(ExpiredAction::SaveReceipts);
    assert!(
        matches!(&saved[..], [Effect::Revocation(RevocationEffect::SaveReceipts { receipts, .. })] if receipts.len() == 2)
    );
}

#[test]
fn an_unexpected_answer_stops_it_unless_told_otherwise() {
    for (policy, goes_on) in [(Policy::Stop, false), (Policy::GoOn, true)] {
        let mut world = working(TEST_SERVER);
        find(&mut world);
        world.act(ExpiredAction::Policy(policy));
        let first = begun(confirm(&mut world)).unwrap();
        assert_eq!(first.1.policy, policy);
        // The dialog may be left: what was confirmed goes on, and the end is told.
        world.act(carddesk::model::Action::CloseTop);
        world.learn(Event::Tick);
        let next = begun(ended(&mut world, &first, &Outcome::StillThere));
        assert_eq!(next.is_some(), goes_on);
        if let Some(second) = next {
            assert!(begun(ended(&mut world, &second, &Outcome::RemovedVerified)).is_none());
        }
        let gone = usize::from(goes_on);
        let kind = &world.state.notices.last().unwrap().kind;
        assert!(matches!(kind, NoticeKind::ExpiredEnded { gone: g, all: 2 } if *g == gone));
        assert_eq!(world.state.notices.len(), 1, "not one for each customer");
    }
}

#[test]
fn a_person_may_stop_it_between_customers() {
    let mut world = working(TEST_SERVER);
    find(&mut world);
    let first = begun(confirm(&mut world)).unwrap();
    let stopped = world.act(ExpiredAction::Stop);
    assert!(
        matches!(stopped[..], [Effect::Revocation(RevocationEffect::Stop { number })] if number == first.0)
    );
    assert!(begun(ended(&mut world, &first, &Outcome::RemovedVerified)).is_none());
    assert_eq!(world.session().expired_gone(), 1);
}

#[test]
fn confirm_names_the_cards_and_on_production_their_number_is_typed() {
    let mut world = working(PRODUCTION);
    find(&mut world);
    assert!(confirm(&mut world).is_empty());
    world.act(ExpiredAction::EditCount("3".to_owned()));
    assert!(confirm(&mut world).is_empty());
    world.act(ExpiredAction::EditCount(" 2 ".to_owned()));
    let fewer = tokens(&world)[..1].to_vec();
    assert!(world.act(ExpiredAction::Confirm { tokens: fewer }).is_empty());
    assert!(begun(confirm(&mut world)).is_some());
}

#[test]
fn left_before_confirm_nothing_goes_on() {
    let mut world = working(TEST_SERVER);
    world.act(ExpiredAction::Find);
    let (_, call) = next_call(&mut world).unwrap();
    world.act(carddesk::model::Action::CloseTop);
    // The two that are next in the queue are fetched ahead again, and nobody else.
    let (who, ahead) = next_call(&mut world).unwrap();
    assert_eq!(who, "2");
    world.listed(call, answer("1"));
    assert!(world.session().expired.is_none());
    world.listed(ahead, answer("2"));
    // Behind the lock nothing is asked for.
    world.act(ExpiredAction::Find);
    world.act(SessionAction::Lock);
    assert!(next_call(&mut world).is_none());
}

#[test]
fn a_card_that_is_being_removed_is_passed_over() {
    let mut world = working(TEST_SERVER);
    let other = world.remove(0);
    assert_eq!(other.request.card.token, Token::from_gateway(FIRST));
    world.act(carddesk::model::Action::CloseTop);
    find(&mut world);
    let (_, request) = begun(confirm(&mut world)).unwrap();
    assert_eq!(request.customer, CustomerNumber::parse("3").unwrap());
}

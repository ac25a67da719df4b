//! The expired cards of every customer of the queue: found, asked about, removed one customer after
//! another.
use std::sync::Arc;

use carddesk::api::ApiError;
use carddesk::domain::{Card, CardList, CustomerNumber, Redacted, Token};
use carddesk::model::{
    CardProgress, Effect, Event, Extent, LookUpEffect, NoticeKind, QueueAction, RemovalAction,
    RemovalEffect, RemovalEnd, RemovalEvent, RemovalRun, SessionAction,
};
use carddesk::removal::{
    CardEnd, CardReport, CardSnapshot, CustomerReport, Outcome, Plan, Policy, Progress, Report,
    Scope,
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
    world.act(RemovalAction::FindExpired);
    finish(world)
}

fn finish(world: &mut World) -> Vec<String> {
    let mut called = Vec::new();
    while world.state.question().is_some_and(|question| question.is_finding()) {
        let (customer, call) = next_call(world).expect("a turn every half second");
        world.listed(call, answer(&customer));
        called.push(customer);
    }
    called
}

fn found(world: &World) -> Vec<(String, String)> {
    let found = world.state.question().unwrap().cards();
    found.map(|(customer, card)| (customer.as_str().to_owned(), card.token.elided())).collect()
}

fn tokens(world: &World) -> Vec<Token> {
    world.state.question().map_or_else(Vec::new, |question| question.tokens())
}

fn confirm(world: &mut World) -> Vec<Effect> {
    let tokens = tokens(world);
    world.act(RemovalAction::Confirm { tokens })
}

fn begun(effects: Vec<Effect>) -> Option<(u64, Plan)> {
    let mut runs = effects.into_iter().filter_map(|effect| match effect {
        Effect::Removal(RemovalEffect::Remove { number, plan, .. }) => Some((number, *plan)),
        _ => None,
    });
    let first = runs.next();
    assert!(runs.next().is_none(), "one plan for all customers");
    first
}

/// The customers of a plan, with the number of their cards.
fn planned(plan: &Plan) -> Vec<(&str, usize)> {
    plan.customers.iter().map(|of| (of.number.as_str(), of.cards.len())).collect()
}

/// What came of the customer at this place of the plan.
fn report(world: &World, plan: &Plan, place: usize, outcome: &Outcome) -> Arc<CustomerReport> {
    let at = world.now.timestamp;
    let end = |card: &CardSnapshot| CardEnd {
        card: card.clone(),
        outcome: outcome.clone(),
        report: Some(CardReport {
            id: carddesk::journal::RemovalId::new(at),
            acknowledgement: None,
            remove_error: None,
            list_error: None,
            journal_warning: None,
            head_warning: None,
        }),
        settled: false,
        note: None,
    };
    Arc::new(CustomerReport {
        customer: plan.customers[place].number.clone(),
        scope: plan.scope,
        cards: plan.customers[place].cards.iter().map(end).collect(),
        list: Ok(list(&[])),
        begun: at,
        ended: at,
        mark: None,
        pending_warning: None,
    })
}

/// A customer's cards have ended, and the next customer follows.
fn next(world: &mut World, number: u64, report: &Arc<CustomerReport>) -> Vec<Effect> {
    let progress = Progress::Next(Arc::clone(report));
    let session = world.session().id;
    world.learn(Event::of(session, RemovalEvent::Progress { number, progress }))
}

fn ended(world: &mut World, number: u64, reports: &[&Arc<CustomerReport>]) -> Vec<Effect> {
    let customers = reports.iter().map(|report| Arc::clone(report)).collect();
    let session = world.session().id;
    let result = Ok(Report { customers });
    world.learn(Event::of(session, RemovalEvent::Ended { number, result }))
}

fn run(world: &World) -> &RemovalRun {
    world.session().removals.last().unwrap()
}

#[test]
fn the_dry_run_asks_every_customer_at_the_pace_and_removes_nothing() {
    let mut world = working(TEST_SERVER);
    world.act(RemovalAction::FindExpired);
    assert_eq!(world.state.question().unwrap().extent, Extent::Queue);
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
    let question = world.state.question().unwrap();
    let failed: Vec<&str> = question.failed().map(|of| of.number.as_str()).collect();
    assert_eq!((failed, question.answered()), (vec!["4"], 4));
    assert!(world.session().removals.is_empty());
}

#[test]
fn what_could_not_be_read_may_be_asked_for_again() {
    let mut world = working(TEST_SERVER);
    find(&mut world);
    world.act(RemovalAction::FindAgain);
    assert_eq!(finish(&mut world), ["4"]);
}

#[test]
fn a_gateway_that_is_busy_is_left_alone() {
    let mut world = working(TEST_SERVER);
    world.act(RemovalAction::FindExpired);
    let (_, call) = next_call(&mut world).unwrap();
    world.listed(call, Err(ApiError::HttpStatus { status: 429, excerpt: Redacted::default() }));
    for _ in 0..59 {
        assert!(next_call(&mut world).is_none());
    }
    assert_eq!(next_call(&mut world).unwrap().0, "2");
}

#[test]
fn customers_follow_one_another_each_with_a_report_of_its_own() {
    let mut world = working(TEST_SERVER);
    find(&mut world);
    world.act(RemovalAction::EditReason(" T-17 ".to_owned()));
    let (number, plan) = begun(confirm(&mut world)).unwrap();
    assert_eq!((plan.scope, planned(&plan)), (Scope::Expired, vec![("1", 1), ("3", 1)]));
    assert_eq!(plan.reason.as_deref(), Some("T-17"));
    assert!(confirm(&mut world).is_empty(), "once");
    let first = report(&world, &plan, 0, &Outcome::RemovedVerified);
    next(&mut world, number, &first);
    assert_eq!((run(&world).absent(), run(&world).is_running()), (1, true));
    assert!(world.session().has_removed(&CustomerNumber::parse("1").unwrap()));
    // A card's place is that among all of the plan's.
    let progress = Progress::Ended { card: 1, outcome: Outcome::StillThere };
    let event = RemovalEvent::Progress { number, progress };
    world.learn(Event::of(world.session().id, event));
    let of_third = &run(&world).customers[1].cards[0];
    assert_eq!(of_third.progress, CardProgress::Ended(Outcome::StillThere));
    let second = report(&world, &plan, 1, &Outcome::AlreadyGone);
    // What was told once is not taken twice, and what was missed is.
    assert!(begun(ended(&mut world, number, &[&first, &second])).is_none());
    assert_eq!((run(&world).absent(), run(&world).is_running()), (2, false));
    assert!(world.session().has_removed(&CustomerNumber::parse("3").unwrap()));
    assert!(world.state.notices.is_empty(), "the dialog tells it");
    let saved = world.act(RemovalAction::SaveReceipt(number));
    assert!(
        matches!(&saved[..], [Effect::Removal(RemovalEffect::SaveReceipts { receipts, .. })] if receipts.len() == 2)
    );
}

#[test]
fn the_list_of_a_customer_who_has_ended_is_the_one_on_screen() {
    let mut world = working(TEST_SERVER);
    assert_eq!(world.shown().len(), 3);
    find(&mut world);
    let (number, plan) = begun(confirm(&mut world)).unwrap();
    let first = report(&world, &plan, 0, &Outcome::RemovedVerified);
    next(&mut world, number, &first);
    assert!(world.shown().is_empty(), "though the removal goes on");
}

#[test]
fn the_end_of_a_hidden_one_is_told_once() {
    for (policy, goes_on) in [(Policy::Stop, false), (Policy::GoOn, true)] {
        let mut world = working(TEST_SERVER);
        find(&mut world);
        world.act(RemovalAction::Policy(policy));
        let (number, plan) = begun(confirm(&mut world)).unwrap();
        assert_eq!(plan.policy, policy);
        // The dialog may be left: what was confirmed goes on, and the end is told.
        world.act(carddesk::model::Action::CloseTop);
        world.learn(Event::Tick);
        let first = report(&world, &plan, 0, &Outcome::StillThere);
        if goes_on {
            next(&mut world, number, &first);
            assert!(world.state.notices.is_empty(), "not one for each customer");
            let second = report(&world, &plan, 1, &Outcome::RemovedVerified);
            ended(&mut world, number, &[&first, &second]);
        } else {
            ended(&mut world, number, &[&first]);
            assert_eq!(run(&world).customers[1].cards[0].progress, CardProgress::NotBegun);
        }
        let gone = usize::from(goes_on);
        let kind = &world.state.notices.last().unwrap().kind;
        assert!(
            matches!(kind, NoticeKind::RemovalEnded { end: RemovalEnd::Queue { gone: g, all: 2 }, .. } if *g == gone)
        );
        assert_eq!(world.state.notices.len(), 1);
    }
}

#[test]
fn a_person_may_stop_it_between_customers() {
    let mut world = working(TEST_SERVER);
    find(&mut world);
    let (number, plan) = begun(confirm(&mut world)).unwrap();
    let stopped = world.act(RemovalAction::Stop(number));
    assert!(
        matches!(stopped[..], [Effect::Removal(RemovalEffect::Stop { number: n })] if n == number)
    );
    let first = report(&world, &plan, 0, &Outcome::RemovedVerified);
    ended(&mut world, number, &[&first]);
    assert_eq!(run(&world).absent(), 1);
}

#[test]
fn confirm_names_the_cards_and_on_production_their_number_is_typed() {
    let mut world = working(PRODUCTION);
    find(&mut world);
    assert!(confirm(&mut world).is_empty());
    world.act(RemovalAction::EditTyped("3".to_owned()));
    assert!(confirm(&mut world).is_empty());
    world.act(RemovalAction::EditTyped(" 2 ".to_owned()));
    let fewer = tokens(&world)[..1].to_vec();
    assert!(world.act(RemovalAction::Confirm { tokens: fewer }).is_empty());
    assert!(begun(confirm(&mut world)).is_some());
}

#[test]
fn left_before_confirm_nothing_goes_on() {
    let mut world = working(TEST_SERVER);
    world.act(RemovalAction::FindExpired);
    let (_, call) = next_call(&mut world).unwrap();
    world.act(carddesk::model::Action::CloseTop);
    // The two that are next in the queue are fetched ahead again, and nobody else.
    let (who, ahead) = next_call(&mut world).unwrap();
    assert_eq!(who, "2");
    world.listed(call, answer("1"));
    assert!(world.state.question().is_none());
    world.listed(ahead, answer("2"));
    // Behind the lock nothing is asked for.
    world.act(RemovalAction::FindExpired);
    world.act(SessionAction::Lock);
    assert!(next_call(&mut world).is_none());
}

#[test]
fn a_card_that_is_being_removed_is_passed_over() {
    let mut world = working(TEST_SERVER);
    let other = world.remove(0);
    assert_eq!(other.plan.customers[0].cards[0].token, Token::from_gateway(FIRST));
    world.act(carddesk::model::Action::CloseTop);
    find(&mut world);
    let (number, plan) = begun(confirm(&mut world)).unwrap();
    assert_eq!(planned(&plan), [("3", 1)]);
    // Places are those of the plan, and the customer who is passed over is told all the same.
    let progress = Progress::Ended { card: 0, outcome: Outcome::RemovedVerified };
    let event = RemovalEvent::Progress { number, progress };
    world.learn(Event::of(world.session().id, event));
    let told: Vec<_> = run(&world).cards().map(|(_, card)| card.progress.clone()).collect();
    assert_eq!(told, [CardProgress::NotBegun, CardProgress::Ended(Outcome::RemovedVerified)]);
    // Nor is a card of the plan asked about a second time.
    world.act(RemovalAction::Ask(0));
    assert!(world.state.question().is_none());
}

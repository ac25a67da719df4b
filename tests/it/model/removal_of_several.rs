//! Several cards: what may be confirmed, once, and what is shown of it.
use std::sync::Arc;

use carddesk::domain::CustomerNumber;
use carddesk::model::{
    CardProgress, Dialog, Effect, Event, JournalEffect, NoticeKind, RemovalAction, RemovalDialog,
    RemovalEffect, RemovalEnd, RemovalEvent, WindowEffect,
};
use carddesk::removal::{
    CardEnd, CardReport, CardSnapshot, CustomerReport, Outcome, Policy, Progress, Report, Scope,
    Step, Summary,
};

use super::{FIRST, PRODUCTION, SECOND, Started, TEST_SERVER, World, card, list, started};

fn confirm(world: &mut World) -> Vec<Effect> {
    let tokens = world.session().cards().iter().map(|card| card.token.clone()).collect();
    world.act(RemovalAction::Confirm { tokens })
}

/// All of the customer's cards, confirmed.
fn revoking() -> (World, Started) {
    let mut world = World::with_cards(TEST_SERVER, "1", &[FIRST, SECOND]);
    world.act(RemovalAction::PickScope(Scope::All));
    world.act(RemovalAction::AskPicked);
    let started = started(confirm(&mut world)).unwrap();
    (world, started)
}

fn report(tokens: &[&str]) -> CustomerReport {
    let at = "2026-03-10T12:00:00Z".parse().unwrap();
    let said = || CardReport {
        id: carddesk::journal::RemovalId::new(at),
        acknowledgement: None,
        remove_error: None,
        list_error: None,
        journal_warning: None,
        head_warning: None,
    };
    let end = |token: &&str| CardEnd {
        card: CardSnapshot::from(&card(token)),
        outcome: Outcome::RemovedVerified,
        report: Some(said()),
        settled: false,
        note: None,
    };
    CustomerReport {
        customer: CustomerNumber::parse("1").unwrap(),
        scope: Scope::All,
        cards: [FIRST, SECOND].iter().map(end).collect(),
        list: Ok(list(tokens)),
        begun: at,
        ended: "2026-03-10T12:00:01Z".parse().unwrap(),
        mark: None,
        pending_warning: None,
    }
}

fn ended(world: &mut World, started: &Started, report: CustomerReport) -> Vec<Effect> {
    let Started { session, number, .. } = *started;
    let report = Report { customers: vec![Arc::new(report)] };
    world.learn(Event::of(session, RemovalEvent::Ended { number, result: Ok(report) }))
}

#[test]
fn on_production_the_number_of_cards_is_typed() {
    let mut world = World::with_cards(PRODUCTION, "1", &[FIRST, SECOND]);
    world.act(RemovalAction::PickScope(Scope::All));
    world.act(RemovalAction::AskPicked);
    for typed in ["", "1", "22", "two"] {
        world.act(RemovalAction::EditTyped(typed.to_owned()));
        assert!(started(confirm(&mut world)).is_none(), "{typed}");
    }
    world.act(RemovalAction::EditTyped(" 2 ".to_owned()));
    let started = started(confirm(&mut world)).unwrap();
    assert_eq!(started.plan.customers[0].cards.len(), 2);
    assert_eq!((started.plan.scope, started.plan.policy), (Scope::All, Policy::Stop));
}

#[test]
fn confirm_names_the_dialogs_cards_and_works_once() {
    let mut world = World::with_cards(TEST_SERVER, "1", &[FIRST, SECOND]);
    assert!(started(confirm(&mut world)).is_none(), "no question, no answer");
    world.act(RemovalAction::Toggle(0));
    world.act(RemovalAction::AskPicked);
    assert!(started(confirm(&mut world)).is_none(), "two cards are not the one asked about");
    let tokens = vec![world.session().cards()[0].token.clone()];
    let first = world.act(RemovalAction::Confirm { tokens: tokens.clone() });
    assert_eq!(started(first).unwrap().plan.scope, Scope::Chosen);
    assert!(started(world.act(RemovalAction::Confirm { tokens: tokens.clone() })).is_none());
    // Neither alone, while it is among others.
    world.act(RemovalAction::Cancel);
    world.act(RemovalAction::Ask(0));
    let number = world.session().removals[0].number;
    assert!(
        matches!(world.state.dialog, Some(Dialog::Removal(RemovalDialog::Run(n))) if n == number),
        "what runs is shown"
    );
    assert!(started(world.act(RemovalAction::Confirm { tokens })).is_none());
    // Nor a second question for the customer.
    world.act(RemovalAction::Cancel);
    world.act(RemovalAction::PickScope(Scope::All));
    world.act(RemovalAction::AskPicked);
    assert!(started(confirm(&mut world)).is_none());
}

#[test]
fn what_is_chosen_is_in_sight() {
    let mut world = World::with_cards(TEST_SERVER, "1", &[FIRST, SECOND]);
    world.act(RemovalAction::PickScope(Scope::All));
    let asked = world.look_up("1");
    world.listed(asked, Ok(list(&[SECOND])));
    let picking = world.session().customer.as_ref().unwrap().picking.clone().unwrap();
    assert_eq!(picking.tokens.len(), 1);
    world.look_up("2");
    assert!(world.session().customer.as_ref().unwrap().picking.is_none());
    // A card without a token cannot be chosen.
    let asked = world.look_up("1");
    world.listed(asked, Ok(list(&["", SECOND])));
    world.act(RemovalAction::Toggle(0));
    world.act(RemovalAction::PickScope(Scope::All));
    world.act(RemovalAction::AskPicked);
    let question = world.state.question().unwrap();
    assert_eq!(question.cards().count(), 1);
    assert_eq!(question.scope, Scope::Chosen, "that is not all");
}

#[test]
fn cards_leave_the_screen_with_the_list_at_the_end() {
    let (mut world, started) = revoking();
    let Started { session, number, .. } = started;
    let progress = Progress::Step { card: 1, step: Step::Sending };
    world.learn(Event::of(session, RemovalEvent::Progress { number, progress }));
    let progress = Progress::Ended { card: 0, outcome: Outcome::RemovedVerified };
    world.learn(Event::of(session, RemovalEvent::Progress { number, progress }));
    let cards = &world.session().removals[0].customers[0].cards;
    assert_eq!(cards[0].progress, CardProgress::Ended(Outcome::RemovedVerified));
    assert_eq!(cards[1].progress, CardProgress::Doing(Step::Sending));
    assert_eq!(world.shown().len(), 2, "no list has said so yet");
    assert!(world.state.is_removing() && world.state.unresolved().is_empty());
    assert!(matches!(
        world.learn(Event::CloseRequested)[..],
        [Effect::Window(WindowEffect::KeepOpen)]
    ));
    let effects = ended(&mut world, &started, report(&[]));
    assert!(world.shown().is_empty());
    assert!(!world.state.is_removing());
    assert!(matches!(
        effects[..],
        [
            Effect::Journal(JournalEffect::Read { .. }),
            Effect::Removal(RemovalEffect::ReadPending { .. })
        ]
    ));
    assert!(matches!(
        world.act(RemovalAction::SaveReceipt(number))[..],
        [Effect::Removal(RemovalEffect::SaveReceipts { .. })]
    ));
}

#[test]
fn a_hidden_one_becomes_a_notice_that_stays_and_leads_to_its_result() {
    let (mut world, started) = revoking();
    world.act(RemovalAction::Cancel);
    ended(&mut world, &started, report(&[FIRST]));
    let notice = world.state.notices.last().unwrap().kind.clone();
    let NoticeKind::RemovalEnded { number, end: RemovalEnd::Customer { summary, .. } } = &notice
    else {
        panic!("{notice:?}")
    };
    assert_eq!(*summary, Some(Summary::Partly), "one card is on the list");
    assert!(notice.stays() && notice.names_a_card());
    world.act(RemovalAction::Show(*number));
    assert!(matches!(&world.state.dialog,
        Some(Dialog::Removal(RemovalDialog::Run(shown))) if shown == number));
}

#[test]
fn the_systems_wish_stops_it_after_the_cards_under_way() {
    let (mut world, started) = revoking();
    let number = started.number;
    let effects = world.learn(Event::EndRequested);
    assert!(
        matches!(effects[..], [Effect::Removal(RemovalEffect::Stop { number: n })] if n == number)
    );
    assert!(world.session().removals[0].stopping);
    ended(&mut world, &started, report(&[]));
    let effects = world.learn(Event::Tick);
    assert!(
        effects.iter().any(|effect| matches!(effect, Effect::Window(WindowEffect::Close))),
        "{effects:?}"
    );
}

#[test]
fn stopping_and_leaving() {
    let (mut world, started) = revoking();
    let number = started.number;
    let effects = world.act(RemovalAction::Stop(number));
    assert!(
        matches!(effects[..], [Effect::Removal(RemovalEffect::Stop { number: n })] if n == number)
    );
    assert!(world.session().removals[0].stopping);
    world.act(carddesk::model::SessionAction::SignOut);
    assert!(world.state.is_removing(), "it goes on");
    ended(&mut world, &started, report(&[]));
    assert!(!world.state.is_removing());
}

//! Several cards: what may be confirmed, once, and what is shown of it.
use std::sync::Arc;

use carddesk::domain::CustomerNumber;
use carddesk::model::{
    CardProgress, Dialog, Effect, Event, JournalEffect, NoticeKind, RemovalAction,
    RevocationAction, RevocationEffect, RevocationEvent, SessionId, WindowEffect,
};
use carddesk::removal::{
    CardEnd, Outcome, Picked, Policy, RevocationReport, RevocationRequest, Scope, Step, Told, Whole,
};

use super::{FIRST, PRODUCTION, SECOND, TEST_SERVER, World, card, list};

struct Started {
    session: SessionId,
    number: u64,
    request: RevocationRequest,
}

fn started(effects: Vec<Effect>) -> Option<Started> {
    effects.into_iter().find_map(|effect| match effect {
        Effect::Revocation(RevocationEffect::Revoke { session, number, request }) => {
            Some(Started { session, number, request: *request })
        }
        _ => None,
    })
}

fn confirm(world: &mut World) -> Vec<Effect> {
    let tokens = world.session().cards().iter().map(|card| card.token.clone()).collect();
    world.act(RevocationAction::Confirm { tokens })
}

/// All of the customer's cards, confirmed.
fn revoking() -> (World, Started) {
    let mut world = World::with_cards(TEST_SERVER, "1", &[FIRST, SECOND]);
    world.act(RevocationAction::PickScope(Scope::All));
    world.act(RevocationAction::Ask);
    let started = started(confirm(&mut world)).unwrap();
    (world, started)
}

fn report(tokens: &[&str]) -> RevocationReport {
    let end = |token: &&str| CardEnd {
        picked: Picked::from(&card(token)),
        outcome: Outcome::RemovedVerified,
        report: None,
        settled: false,
        note: None,
    };
    RevocationReport {
        customer: CustomerNumber::parse("1").unwrap(),
        scope: Scope::All,
        cards: [FIRST, SECOND].iter().map(end).collect(),
        list: Ok(list(tokens)),
        begun: "2026-03-10T12:00:00Z".parse().unwrap(),
        ended: "2026-03-10T12:00:01Z".parse().unwrap(),
        mark: None,
        left_warning: None,
    }
}

fn ended(world: &mut World, started: &Started, report: RevocationReport) -> Vec<Effect> {
    let Started { session, number, .. } = *started;
    world.learn(Event::of(session, RevocationEvent::Ended { number, result: Ok(Arc::new(report)) }))
}

#[test]
fn on_production_the_number_of_cards_is_typed() {
    let mut world = World::with_cards(PRODUCTION, "1", &[FIRST, SECOND]);
    world.act(RevocationAction::PickScope(Scope::All));
    world.act(RevocationAction::Ask);
    for typed in ["", "1", "22", "two"] {
        world.act(RevocationAction::EditCount(typed.to_owned()));
        assert!(started(confirm(&mut world)).is_none(), "{typed}");
    }
    world.act(RevocationAction::EditCount(" 2 ".to_owned()));
    let started = started(confirm(&mut world)).unwrap();
    assert_eq!(started.request.cards.len(), 2);
    assert_eq!((started.request.scope, started.request.policy), (Scope::All, Policy::Stop));
}

#[test]
fn confirm_names_the_dialogs_cards_and_works_once() {
    let mut world = World::with_cards(TEST_SERVER, "1", &[FIRST, SECOND]);
    assert!(started(confirm(&mut world)).is_none(), "no question, no answer");
    world.act(RevocationAction::Toggle(0));
    world.act(RevocationAction::Ask);
    assert!(started(confirm(&mut world)).is_none(), "two cards are not the one asked about");
    let tokens = vec![world.session().cards()[0].token.clone()];
    let first = world.act(RevocationAction::Confirm { tokens: tokens.clone() });
    assert_eq!(started(first).unwrap().request.scope, Scope::Chosen);
    assert!(started(world.act(RevocationAction::Confirm { tokens: tokens.clone() })).is_none());
    // Neither alone, while it is among others.
    world.act(RevocationAction::Cancel);
    world.act(RemovalAction::Ask(0));
    assert!(matches!(world.state.dialog, Some(Dialog::Revocation(_))), "what runs is shown");
    assert!(
        super::started(world.act(RemovalAction::Confirm { token: tokens[0].clone() })).is_none()
    );
    // Nor a second question for the customer.
    world.act(RevocationAction::Cancel);
    world.act(RevocationAction::PickScope(Scope::All));
    world.act(RevocationAction::Ask);
    assert!(started(confirm(&mut world)).is_none());
}

#[test]
fn what_is_chosen_is_in_sight() {
    let mut world = World::with_cards(TEST_SERVER, "1", &[FIRST, SECOND]);
    world.act(RevocationAction::PickScope(Scope::All));
    let asked = world.look_up("1");
    world.listed(asked, Ok(list(&[SECOND])));
    let picking = world.session().customer.as_ref().unwrap().picking.clone().unwrap();
    assert_eq!(picking.tokens.len(), 1);
    world.look_up("2");
    assert!(world.session().customer.as_ref().unwrap().picking.is_none());
    // A card without a token cannot be chosen.
    let asked = world.look_up("1");
    world.listed(asked, Ok(list(&["", SECOND])));
    world.act(RevocationAction::Toggle(0));
    world.act(RevocationAction::PickScope(Scope::All));
    world.act(RevocationAction::Ask);
    let Some(Dialog::Revocation(dialog)) = &world.state.dialog else { panic!("no question") };
    assert_eq!(dialog.cards.len(), 1);
    assert_eq!(dialog.scope, Scope::Chosen, "that is not all");
}

#[test]
fn cards_leave_the_screen_with_the_list_at_the_end() {
    let (mut world, started) = revoking();
    let Started { session, number, .. } = started;
    let told = Told::Step { card: 1, step: Step::Sending };
    world.learn(Event::of(session, RevocationEvent::Progress { number, told }));
    let told = Told::Ended { card: 0, outcome: Outcome::RemovedVerified };
    world.learn(Event::of(session, RevocationEvent::Progress { number, told }));
    let run = &world.session().revocations[0];
    assert_eq!(run.progress[0], CardProgress::Ended(Outcome::RemovedVerified));
    assert_eq!(run.progress[1], CardProgress::Doing(Step::Sending));
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
            Effect::Revocation(RevocationEffect::ReadLeftOver { .. })
        ]
    ));
    assert!(matches!(
        world.act(RevocationAction::SaveReceipt(number))[..],
        [Effect::Revocation(RevocationEffect::SaveReceipts { .. })]
    ));
}

#[test]
fn a_hidden_one_becomes_a_notice_that_stays_and_leads_to_its_result() {
    let (mut world, started) = revoking();
    world.act(RevocationAction::Cancel);
    ended(&mut world, &started, report(&[FIRST]));
    let notice = world.state.notices.last().unwrap().kind.clone();
    let NoticeKind::RevocationEnded { number, whole, .. } = &notice else { panic!("{notice:?}") };
    assert_eq!(*whole, Some(Whole::Partly), "one card is on the list");
    assert!(notice.stays() && notice.names_a_card());
    world.act(RevocationAction::Show(*number));
    assert!(matches!(&world.state.dialog,
        Some(Dialog::Revocation(dialog)) if dialog.confirmed == Some(*number)));
}

#[test]
fn the_systems_wish_stops_it_after_the_cards_under_way() {
    let (mut world, started) = revoking();
    let number = started.number;
    let effects = world.learn(Event::EndRequested);
    assert!(
        matches!(effects[..], [Effect::Revocation(RevocationEffect::Stop { number: n })] if n == number)
    );
    assert!(world.session().revocations[0].stopping);
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
    let effects = world.act(RevocationAction::Stop(number));
    assert!(
        matches!(effects[..], [Effect::Revocation(RevocationEffect::Stop { number: n })] if n == number)
    );
    assert!(world.session().revocations[0].stopping);
    world.act(carddesk::model::SessionAction::SignOut);
    assert!(world.state.is_removing(), "it goes on");
    ended(&mut world, &started, report(&[]));
    assert!(!world.state.is_removing());
}

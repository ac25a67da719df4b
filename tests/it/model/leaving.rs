//! Signing out and closing the window.

use carddesk::media::{LoadError, LoadFailure, PixelBox};
use carddesk::model::{
    AssetEvent, CardAction, Effect, Event, JournalEffect, JournalEvent, LookUpAction, NoticeKind,
    Page, RemovalAction, RemovalEvent, RunError, SessionAction, SessionEffect, SignInAction, Stage,
    WindowEffect,
};
use carddesk::removal::{Outcome, Progress, Step};

use super::journal::reading;
use super::{
    FIRST, LOGIN, PASSWORD, SECOND, TEST_SERVER, World, asked, list, opening, report, unreachable,
};

/// All that a session holds in confidence.
const CONFIDENTIAL: [&str; 9] =
    [PASSWORD, LOGIN, "C-4711", FIRST, SECOND, "54F5", "0028", "412362", "Bank USA"];

#[test]
fn the_state_never_shows_a_password_or_a_whole_token() {
    let mut world = World::with_cards(TEST_SERVER, "C-4711", &[FIRST]);
    world.act(CardAction::CopyToken(0));
    world.remove(0);
    let shown = format!("{:?}", world.state);
    for secret in [PASSWORD, FIRST, SECOND] {
        assert!(!shown.contains(secret));
    }
    assert!(shown.contains("C-4711") && shown.contains("54F5…B401"), "looked into at all");
}

#[test]
fn signing_out_forgets_everything_and_late_answers_bring_nothing_back() {
    let mut world = World::with_cards(TEST_SERVER, "C-4711", &[FIRST]);
    let late_list = asked(&world.act(LookUpAction::Refresh));
    let removal = world.remove(0);
    world.act(CardAction::CopyToken(0));
    world.act(SessionAction::Show(Page::Journal));
    world.answer(JournalEvent::Read(Ok(reading("C-4711", FIRST))));
    let session = world.session().id;
    let effects = world.act(SessionAction::SignOut);
    let is_it = matches!(
        effects[..],
        [Effect::Window(WindowEffect::ForgetSecret), Effect::Session(SessionEffect::Close)]
    );
    assert!(is_it, "{effects:?}");

    let number = removal.number;
    let progress = Progress::Step { card: 0, step: Step::Checking };
    let id = "https://assets.example.com/C-4711.png".into();
    let fit = PixelBox { width: 264, height: 166 };
    let result = Err(LoadFailure { error: LoadError::DecoderPanicked, measured: None });
    for event in [
        Event::of(session, RemovalEvent::Progress { number, progress }),
        Event::of(session, JournalEvent::Read(Ok(reading("C-4711", FIRST)))),
        Event::of(session, AssetEvent::Loaded { id, fit: Some(fit), result }),
        Event::of(session, JournalEvent::Resolved { removal: "C-4711".to_owned(), result: Ok(()) }),
    ] {
        let effects = world.learn(event);
        assert!(effects.is_empty(), "{effects:?}");
    }
    world.listed(late_list, Ok(list(&[FIRST, SECOND])));
    let effects = world.ended(&removal, report(Outcome::RemovedVerified, Ok(list(&[SECOND]))));
    assert!(effects.is_empty(), "{effects:?}");

    let shown = format!("{:?}", world.state);
    for secret in CONFIDENTIAL {
        assert!(!shown.contains(secret), "{secret} in {shown}");
    }
    assert!(matches!(world.state.stage, Stage::SignIn(_)));
    assert!(world.state.notices.is_empty() && world.state.dialog.is_none());
}

#[test]
fn late_answers_reach_no_later_session() {
    let mut world = World::signed_in(TEST_SERVER);
    let late = world.look_up("1004");
    world.act(SessionAction::SignOut);
    world.act(SignInAction::With(Box::new(opening(TEST_SERVER))));
    let current = world.look_up("1004");
    // A confused answer that has the right request, but comes from the session before.
    let mixed = super::Asked { session: late.session, request: current.request };
    for asked in [late, mixed] {
        world.listed(asked, Ok(list(&[FIRST])));
        assert!(world.shown().is_empty());
        assert!(world.session().customer.as_ref().unwrap().list.is_loading());
    }
    world.listed(current, Ok(list(&[SECOND])));
    assert_eq!(world.shown(), ["3347…FA14"]);
}

#[test]
fn signing_out_closes_an_open_question() {
    let mut world = World::with_cards(TEST_SERVER, "1004", &[FIRST]);
    world.act(RemovalAction::Ask(0));
    world.act(SessionAction::SignOut);
    assert!(world.state.dialog.is_none());
    assert!(world.act(SessionAction::SignOut).is_empty(), "out is out");
}

#[test]
fn the_systems_wish_waits_for_the_removal_and_lets_nothing_else_begin() {
    let ends = |effects: &[Effect]| {
        effects.iter().any(|e| matches!(e, Effect::Window(WindowEffect::Close)))
    };
    let mut world = World::with_cards(TEST_SERVER, "1004", &[FIRST, SECOND]);
    let removal = world.remove(0);
    world.act(RemovalAction::Cancel);
    assert!(world.learn(Event::EndRequested).is_empty());
    let told =
        |world: &World| world.state.notices.iter().any(|n| n.kind == NoticeKind::EndsAfterRemoval);
    assert!(told(&world) && !ends(&world.learn(Event::Tick)));
    world.act(RemovalAction::Ask(1));
    let second = carddesk::domain::Token::from_gateway(SECOND);
    assert!(
        world.act(RemovalAction::Confirm { tokens: vec![second] }).is_empty(),
        "nothing is begun"
    );
    world.ended(&removal, report(Outcome::Unverified, Err(unreachable())));
    assert!(ends(&world.learn(Event::Tick)));

    let mut idle = World::with_cards(TEST_SERVER, "1004", &[FIRST]);
    assert!(ends(&idle.learn(Event::EndRequested)));
    assert!(ends(&World::new().learn(Event::EndRequested)), "before anybody has signed in, too");
}

#[test]
fn the_form_remembers_server_and_merchant_alone() {
    let mut world = World::new();
    world.state.settings.last_server = "pay.example.com".to_owned();
    world.state.settings.last_merchant = "452739".to_owned();
    world.act(SignInAction::With(Box::new(opening(TEST_SERVER))));
    world.act(SessionAction::SignOut);
    let Stage::SignIn(form) = &world.state.stage else { panic!("signed in") };
    assert_eq!((&*form.server, &*form.merchant), ("pay.example.com", "452739"));
    assert_eq!((&*form.login, &*form.customer), ("", ""));
}

fn close(world: &mut World) -> Effect {
    let mut effects = world.learn(Event::CloseRequested);
    assert_eq!(effects.len(), 1, "{effects:?}");
    effects.remove(0)
}

#[test]
fn the_window_closes_when_it_is_asked_to() {
    let mut world = World::with_cards(TEST_SERVER, "1004", &[FIRST]);
    world.act(RemovalAction::Ask(0));
    assert!(
        matches!(close(&mut world), Effect::Window(WindowEffect::Close)),
        "an open question is a No"
    );
    assert!(matches!(close(&mut World::new()), Effect::Window(WindowEffect::Close)));
}

#[test]
fn the_window_stays_while_a_removal_runs() {
    let mut world = World::with_cards(TEST_SERVER, "1004", &[FIRST]);
    let removal = world.remove(0);
    world.act(RemovalAction::Cancel);
    assert!(matches!(close(&mut world), Effect::Window(WindowEffect::KeepOpen)));
    let told = |world: &World| {
        world.state.notices.iter().any(|n| n.kind == NoticeKind::RemovalStillRunning)
    };
    assert!(told(&world), "and says why");
    world.ended(&removal, report(Outcome::Unverified, Err(unreachable())));
    assert!(matches!(close(&mut world), Effect::Window(WindowEffect::Close)));
}

#[test]
fn the_window_stays_for_a_removal_of_a_session_that_was_left() {
    let mut world = World::with_cards(TEST_SERVER, "1004", &[FIRST, SECOND]);
    let (first, second) = (world.remove(0), world.remove(1));
    world.ended(&first, report(Outcome::RemovedVerified, Ok(list(&[SECOND]))));
    world.act(SessionAction::SignOut);
    assert!(world.state.is_removing());
    assert!(
        matches!(close(&mut world), Effect::Window(WindowEffect::KeepOpen)),
        "its outcome is not written yet"
    );
    world.act(SignInAction::With(Box::new(opening(TEST_SERVER))));
    assert!(world.state.is_removing());
    let (session, number) = (second.session, second.number);
    let effects = world
        .learn(Event::of(session, RemovalEvent::Ended { number, result: Err(RunError::Lost) }));
    assert!(matches!(effects[..], [Effect::Journal(JournalEffect::Read { .. })]), "{effects:?}");
    assert!(!world.state.is_removing());
    assert!(matches!(close(&mut world), Effect::Window(WindowEffect::Close)));
}

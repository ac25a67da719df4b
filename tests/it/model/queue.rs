//! The queue: its order, its filters, and what is fetched ahead.
use carddesk::api::ApiError;
use carddesk::domain::Redacted;
use carddesk::model::{
    Dialog, Effect, Event, LookUpAction, LookUpEffect, QueueAction, QueueFilter, Remote,
    SessionAction,
};

use super::{Asked, FIRST, SECOND, TEST_SERVER, World, asked, list, unreachable};

/// Half a second: the pace.
const GAP: jiff::SignedDuration = jiff::SignedDuration::from_millis(500);

fn busy() -> ApiError {
    ApiError::HttpStatus { status: 429, excerpt: Redacted::default() }
}

/// A list of customers that are worked through, the first one on screen.
fn working(text: &str) -> World {
    let mut world = World::signed_in(TEST_SERVER);
    world.act(QueueAction::Give(text.to_owned()));
    let effects = world.act(QueueAction::Take);
    world.listed(asked(&effects), Ok(list(&[FIRST])));
    world
}

fn numbers(world: &World) -> Vec<&str> {
    world.session().queue.rows().iter().map(|row| row.number.as_str()).collect()
}

fn on_screen(world: &World) -> &str {
    world.session().customer.as_ref().unwrap().number.as_str()
}

/// Whose lists are asked for by these effects.
fn calls(effects: &[Effect]) -> Vec<String> {
    let calls = effects.iter().filter_map(|effect| match effect {
        Effect::LookUp(LookUpEffect::List { customer, .. }) => Some(customer.as_str().to_owned()),
        _ => None,
    });
    calls.collect()
}

fn tick(world: &mut World) -> Vec<Effect> {
    world.learn(Event::Tick)
}

/// Lets the pace's time pass, and answers what is asked for then; whose list it was.
fn fetched(world: &mut World, result: Result<carddesk::domain::CardList, ApiError>) -> String {
    world.now.timestamp += GAP;
    let effects = tick(world);
    let who = calls(&effects).concat();
    world.listed(asked(&effects), result);
    who
}

fn step(world: &mut World, back: bool) -> Vec<Effect> {
    world.act(QueueAction::Step { back })
}

#[test]
fn a_list_keeps_its_order_and_folds_what_is_repeated() {
    let mut world = World::signed_in(TEST_SERVER);
    world.act(QueueAction::Give("customer\n1006\n1004\nAB/1\n1006\n1005".to_owned()));
    let Some(Dialog::Queue(dialog)) = &world.state.dialog else { panic!("the list is shown") };
    assert_eq!((dialog.list.folded, dialog.list.refused[0].line), (1, 4));
    let effects = world.act(QueueAction::Take);
    assert_eq!(calls(&effects), ["1006"], "the first one comes on screen");
    assert_eq!(numbers(&world), ["1006", "1004", "1005"]);
    assert!(world.state.dialog.is_none());
}

#[test]
fn a_list_of_nobody_is_not_taken() {
    let mut world = World::with_cards(TEST_SERVER, "1004", &[FIRST]);
    world.act(QueueAction::Give("AB/1".to_owned()));
    assert!(world.act(QueueAction::Take).is_empty());
    assert!(matches!(world.state.dialog, Some(Dialog::Queue(_))));
    assert_eq!(numbers(&world), ["1004"]);
}

#[test]
fn what_is_known_of_a_customer_stays_known() {
    let mut world = World::with_cards(TEST_SERVER, "1005", &[FIRST, SECOND]);
    world.act(QueueAction::Give("1004\n1005".to_owned()));
    world.act(QueueAction::Take);
    let row = &world.session().queue.rows()[1];
    assert_eq!((row.cards, row.looked_at), (Some(2), true));
    world.act(QueueAction::End);
    assert_eq!(numbers(&world), ["1005"], "who was looked at is left");
    assert!(!world.session().queue.is_list);
}

#[test]
fn stepping_follows_the_list_to_its_ends() {
    let mut world = working("1004\n1005\n1006");
    world.pass(1);
    assert_eq!(calls(&step(&mut world, false)), ["1005"]);
    assert!(world.session().customer.as_ref().unwrap().list.is_loading(), "as a look-up");
    step(&mut world, false);
    assert!(step(&mut world, false).is_empty(), "no further");
    assert_eq!(on_screen(&world), "1006");
    step(&mut world, true);
    step(&mut world, true);
    assert!(step(&mut world, true).is_empty());
    assert_eq!(on_screen(&world), "1004");
}

#[test]
fn nobody_steps_from_under_a_dialog_or_behind_the_lock() {
    let mut world = working("1004\n1005");
    world.state.dialog = Some(Dialog::Settings);
    assert!(step(&mut world, false).is_empty());
    world.state.dialog = None;
    world.act(SessionAction::Lock);
    assert!(step(&mut world, false).is_empty());
    assert_eq!(on_screen(&world), "1004");
}

#[test]
fn filter_and_search_choose_who_is_stepped_to() {
    let mut world = working("1004\n1005\n2006\n1007");
    world.act(QueueAction::Search("2".to_owned()));
    step(&mut world, false);
    assert_eq!(on_screen(&world), "2006");
    world.act(QueueAction::Search(String::new()));
    world.act(QueueAction::Filter(QueueFilter::NotLookedAt));
    let shown = |world: &World| {
        let queue = &world.session().queue;
        let rows = queue.rows().iter().filter(|row| queue.shows(row));
        rows.map(|row| row.number.as_str().to_owned()).collect::<Vec<_>>()
    };
    assert_eq!(shown(&world), ["1005", "2006", "1007"], "no list of 2006 has come");
    step(&mut world, true);
    assert_eq!(on_screen(&world), "1005");
    world.act(QueueAction::Filter(QueueFilter::WithFindings));
    assert_eq!(shown(&world), ["1004"], "a card without art");
    assert!(step(&mut world, false).is_empty());
}

#[test]
fn two_lists_are_fetched_ahead_and_never_past_the_pace() {
    let mut world = working("1004\n1005\n1006\n1007");
    assert!(tick(&mut world).is_empty(), "the first look-up was a moment ago");
    world.now.timestamp += GAP;
    let effects = tick(&mut world);
    assert_eq!(calls(&effects), ["1005"]);
    world.pass(5);
    assert!(calls(&tick(&mut world)).is_empty(), "one at a time");
    world.listed(asked(&effects), Ok(list(&[SECOND, FIRST])));
    let effects = tick(&mut world);
    assert_eq!(calls(&effects), ["1006"]);
    world.listed(asked(&effects), Ok(list(&[])));
    assert!(calls(&tick(&mut world)).is_empty());
    world.pass(60);
    assert!(calls(&tick(&mut world)).is_empty(), "two, and no more");
    assert_eq!(world.session().lists_ahead().count(), 2);
    let cards: Vec<_> = world.session().queue.rows().iter().map(|row| row.cards).collect();
    assert_eq!(cards, [Some(1), Some(2), Some(0), None]);
    assert!(!world.session().queue.rows()[1].looked_at);
}

#[test]
fn in_any_second_two_lists_at_most() {
    let mut world = working(&(1..40).map(|n| format!("{n}\n")).collect::<String>());
    let mut times = vec![world.now.timestamp];
    // A key held down for ten seconds, with every list answered at once.
    for _ in 0..300 {
        world.now.timestamp += jiff::SignedDuration::from_millis(33);
        let mut effects = step(&mut world, false);
        effects.extend(tick(&mut world));
        for effect in effects {
            if let Effect::LookUp(LookUpEffect::List { session, request, .. }) = effect {
                times.push(world.now.timestamp);
                world.listed(Asked { session, request }, Ok(list(&[FIRST])));
            }
        }
    }
    assert!(times.len() > 3, "{times:?}");
    assert!(times.windows(2).all(|pair| pair[1].duration_since(pair[0]) >= GAP), "{times:?}");
    // Whoever is on screen in the end is asked for.
    world.pass(1);
    let effects = tick(&mut world);
    if world.session().customer.as_ref().unwrap().list.is_loading() {
        assert_eq!(calls(&effects), [on_screen(&world)]);
    }
}

#[test]
fn a_list_fetched_ahead_is_on_screen_at_once() {
    let mut world = working("1004\n1005\n1006");
    let fetched_at = world.now.timestamp + GAP;
    assert_eq!(fetched(&mut world, Ok(list(&[SECOND]))), "1005");
    let before = world.session().customer.as_ref().unwrap().request;
    world.pass(9);
    assert!(calls(&step(&mut world, false)).is_empty(), "nothing is asked for");
    let customer = world.session().customer.as_ref().unwrap();
    assert_eq!(world.shown(), ["3347…FA14"]);
    assert_eq!(customer.as_of(), Some(fetched_at));
    assert!(matches!(customer.list, Remote::Ready(_)));
    assert_ne!(customer.request, before, "milestones are told again");
    assert!(world.session().queue.rows()[1].looked_at);
    // The one that was left is there to come back to.
    assert!(calls(&step(&mut world, true)).is_empty());
    assert_eq!(world.shown(), ["54F5…B401"]);
}

#[test]
fn an_old_list_is_on_screen_at_once_and_asked_for_anew() {
    let mut world = working("1004\n1005");
    fetched(&mut world, Ok(list(&[SECOND])));
    world.pass(61);
    let effects = step(&mut world, false);
    assert_eq!(
        (calls(&effects), world.shown()),
        (vec!["1005".to_owned()], vec!["3347…FA14".into()])
    );
    world.listed(asked(&effects), Ok(list(&[FIRST])));
    assert_eq!(world.shown(), ["54F5…B401"]);
    assert_eq!(world.session().customer.as_ref().unwrap().as_of(), None);
}

#[test]
fn a_call_under_way_becomes_that_of_the_customer_on_screen() {
    let mut world = working("1004\n1005\n1006");
    world.pass(1);
    let ahead = asked(&tick(&mut world));
    assert!(calls(&step(&mut world, false)).is_empty(), "it is asked for already");
    assert!(world.session().customer.as_ref().unwrap().list.is_loading());
    world.listed(ahead, Ok(list(&[SECOND])));
    assert_eq!(world.shown(), ["3347…FA14"]);
}

#[test]
fn what_fails_is_told_by_nobody_and_holds_what_is_fetched_ahead() {
    let mut world = working("1004\n1005\n1006");
    assert_eq!(fetched(&mut world, Err(busy())), "1005");
    assert!(world.session().customer.as_ref().unwrap().list.error().is_none());
    assert!(world.state.notices.is_empty());
    world.pass(29);
    assert!(calls(&tick(&mut world)).is_empty(), "held");
    world.pass(2);
    assert_eq!(calls(&tick(&mut world)), ["1006"], "and whoever failed is left alone");
    // Opened, it is asked for, and tells.
    world.pass(1);
    let effects = step(&mut world, false);
    assert_eq!(calls(&effects), ["1005"]);
    world.listed(asked(&effects), Err(busy()));
    assert_eq!(world.session().customer.as_ref().unwrap().list.error(), Some(&busy()));
    world.pass(29);
    assert!(calls(&tick(&mut world)).is_empty(), "a look-up that failed holds as well");
}

#[test]
fn nothing_is_fetched_ahead_without_a_list_or_behind_the_lock() {
    let mut world = World::with_cards(TEST_SERVER, "1004", &[FIRST]);
    let other = world.look_up("1005");
    world.listed(other, Ok(list(&[FIRST])));
    world.pass(1);
    let back = world.look_up("1004");
    world.listed(back, Ok(list(&[FIRST])));
    world.pass(5);
    assert!(calls(&tick(&mut world)).is_empty(), "grown by look-ups");
    let mut world = working("1004\n1005");
    world.pass(5);
    world.act(SessionAction::Lock);
    assert!(calls(&tick(&mut world)).is_empty());
}

#[test]
fn nothing_is_fetched_ahead_before_the_credentials_are_proven() {
    let mut world = World::signed_in(TEST_SERVER);
    world.act(QueueAction::Give("1004\n1005".to_owned()));
    let effects = world.act(QueueAction::Take);
    world.pass(5);
    assert!(calls(&tick(&mut world)).is_empty(), "the person's own comes first");
    world.listed(asked(&effects), Err(unreachable()));
    world.pass(60);
    assert!(calls(&tick(&mut world)).is_empty());
}

#[test]
fn a_number_that_is_typed_is_asked_for_whatever_was_fetched() {
    let mut world = working("1004\n1005");
    fetched(&mut world, Ok(list(&[SECOND])));
    world.act(LookUpAction::Edit("1005".to_owned()));
    assert_eq!(calls(&world.act(LookUpAction::Submit)), ["1005"]);
}

#[test]
fn at_most_three_lists_are_kept_beside_the_one_on_screen() {
    let mut world = working(&(1..30).map(|n| format!("{n}\n")).collect::<String>());
    for _ in 0..10 {
        for _ in 0..2 {
            world.pass(1);
            for effect in tick(&mut world) {
                if let Effect::LookUp(LookUpEffect::List { session, request, .. }) = effect {
                    world.listed(Asked { session, request }, Ok(list(&[FIRST])));
                }
            }
        }
        step(&mut world, false);
        tick(&mut world);
        assert!(world.session().ahead.all().len() <= 3);
    }
}

#[test]
fn a_removal_makes_the_kept_list_of_its_customer_old() {
    let mut world = working("1004\n1005");
    fetched(&mut world, Ok(list(&[SECOND])));
    let started = world.remove(0);
    world.act(carddesk::model::Action::CloseTop);
    step(&mut world, false);
    world
        .ended(&started, super::report(carddesk::removal::Outcome::Unverified, Err(unreachable())));
    world.pass(1);
    assert_eq!(calls(&step(&mut world, true)), ["1004"], "asked for anew");
}

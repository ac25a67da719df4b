use carddesk::api::ApiError;
use carddesk::domain::{CardList, LastFour, Token};
use carddesk::journal::JournalError;
use carddesk::model::{
    Action, CardProgress, Dialog, Effect, Event, JournalEffect, LookUpAction, NoticeKind, Question,
    RemovalAction, RemovalDialog, RemovalEffect, RemovalEnd, RemovalEvent, RunError,
    SettingsAction, ToType,
};
use carddesk::removal::{Outcome, Progress, RemovalError, Scope, Step};

use super::{
    FIRST, PRODUCTION, SECOND, TEST_SERVER, World, asked, fault, list, report, started, unreachable,
};

/// The question on screen.
fn question(world: &World) -> Option<&Question> {
    world.state.question()
}

/// The removal whose progress or result is on screen.
fn shown_run(world: &World) -> Option<u64> {
    match &world.state.dialog {
        Some(Dialog::Removal(RemovalDialog::Run(number))) => Some(*number),
        Some(_) | None => None,
    }
}

fn confirm(world: &mut World, token: &str) -> Option<super::Started> {
    started(world.act(RemovalAction::Confirm { tokens: vec![Token::from_gateway(token)] }))
}

/// How the removals told in notices ended.
fn told(world: &World) -> Vec<Outcome> {
    let ended = |kind: &NoticeKind| match kind {
        NoticeKind::RemovalEnded { end: RemovalEnd::Card { outcome, .. }, .. } => {
            Some(outcome.clone())
        }
        _ => None,
    };
    world.state.notices.iter().filter_map(|notice| ended(&notice.kind)).collect()
}

#[test]
fn confirming_sends_what_the_dialog_showed() {
    let mut world = World::with_cards(TEST_SERVER, "1004", &[FIRST, SECOND]);
    world.act(SettingsAction::Operator(" Marina ".to_owned()));
    world.act(RemovalAction::Ask(1));
    world.act(RemovalAction::EditReason(" T-17 ".to_owned()));
    let removal = confirm(&mut world, SECOND).unwrap();
    let request = removal.plan;
    let [of] = &request.customers[..] else { panic!("{request:?}") };
    assert_eq!((request.scope, of.cards.len()), (Scope::One, 1));
    assert_eq!(of.cards[0].token, Token::from_gateway(SECOND));
    assert_eq!(of.number.as_str(), "1004");
    assert_eq!(request.server.host_and_port(), TEST_SERVER);
    assert_eq!(request.credentials.merchant_id.get(), 452_739);
    assert_eq!(request.operator.as_deref(), Some("Marina"));
    assert_eq!(request.reason.as_deref(), Some("T-17"));
    assert_eq!(removal.session, world.session().id);
}

#[test]
fn asking_sends_nothing_and_cancelling_leaves_no_trace() {
    let mut world = World::with_cards(TEST_SERVER, "1004", &[FIRST]);
    assert!(world.act(RemovalAction::Ask(0)).is_empty());
    assert!(question(&world).is_some());
    assert!(world.act(RemovalAction::Cancel).is_empty());
    assert!(world.state.dialog.is_none() && world.session().removals.is_empty());
    // The key that closes a layer means the same.
    world.act(RemovalAction::Ask(0));
    assert!(world.act(Action::CloseTop).is_empty());
    assert!(world.state.dialog.is_none() && world.session().removals.is_empty());
    assert!(confirm(&mut world, FIRST).is_none(), "without a dialog nothing is confirmed");
}

#[test]
fn a_double_click_is_one_removal() {
    let mut world = World::with_cards(TEST_SERVER, "1004", &[FIRST]);
    world.act(RemovalAction::Ask(0));
    assert!(confirm(&mut world, FIRST).is_some());
    assert!(confirm(&mut world, FIRST).is_none());
    assert_eq!(world.session().removals.len(), 1);
}

#[test]
fn asking_again_while_it_runs_shows_the_removal_that_runs() {
    let mut world = World::with_cards(TEST_SERVER, "1004", &[FIRST]);
    let removal = world.remove(0);
    world.act(RemovalAction::Cancel);
    world.act(RemovalAction::Ask(0));
    assert_eq!(shown_run(&world), Some(removal.number));
    assert!(confirm(&mut world, FIRST).is_none());
}

#[test]
fn a_look_up_in_between_opens_no_way_to_a_second_request() {
    let mut world = World::with_cards(TEST_SERVER, "1004", &[FIRST]);
    world.remove(0);
    let anew = asked(&world.act(LookUpAction::Refresh));
    world.listed(anew, Ok(list(&[FIRST])));
    world.act(RemovalAction::Ask(0));
    assert!(confirm(&mut world, FIRST).is_none());
    // The gateway changes the case of tokens freely.
    assert!(confirm(&mut world, &FIRST.to_lowercase()).is_none());
}

#[test]
fn confirming_another_card_does_nothing() {
    let mut world = World::with_cards(TEST_SERVER, "1004", &[FIRST, SECOND]);
    world.act(RemovalAction::Ask(0));
    assert!(confirm(&mut world, SECOND).is_none());
    assert!(question(&world).is_some(), "the question still stands");
    assert!(world.session().removals.is_empty());
    assert!(confirm(&mut world, FIRST).is_some());
}

#[test]
fn a_card_that_is_not_there_is_not_asked_about() {
    let mut world = World::with_cards(TEST_SERVER, "1004", &[FIRST]);
    world.act(RemovalAction::Ask(1));
    assert!(world.state.dialog.is_none());
}

#[test]
fn on_production_the_last_four_digits_must_be_typed() {
    let mut world = World::with_cards(PRODUCTION, "1004", &[FIRST]);
    world.act(RemovalAction::Ask(0));
    for typed in ["", "0", "002", "0029", "00288", "28", "OO28"] {
        world.act(RemovalAction::EditTyped(typed.to_owned()));
        assert!(confirm(&mut world, FIRST).is_none(), "{typed:?}");
        assert!(question(&world).is_some());
    }
    world.act(RemovalAction::EditTyped(" 0028 ".to_owned()));
    assert!(confirm(&mut world, FIRST).is_some());
}

#[test]
fn on_production_a_card_without_last_four_digits_takes_the_customers_number() {
    for post in ["", " ", "x108", "O028", "٠٠٢٨", "\u{200b}", "—"] {
        let mut odd = super::card(FIRST);
        odd.last_four = LastFour::from_gateway(post);
        let mut world = World::with_cards(PRODUCTION, "1004", &[FIRST]);
        let anew = asked(&world.act(LookUpAction::Refresh));
        world.listed(anew, Ok(CardList::sound(vec![odd])));
        world.act(RemovalAction::Ask(0));
        assert_eq!(question(&world).unwrap().to_type(), ToType::Customer("1004"));
        for typed in ["", " ", post, "0028", "100", "10044"] {
            world.act(RemovalAction::EditTyped(typed.to_owned()));
            assert!(confirm(&mut world, FIRST).is_none(), "{post:?}: {typed:?}");
        }
        world.act(RemovalAction::EditTyped(" 1004 ".to_owned()));
        assert!(confirm(&mut world, FIRST).is_some(), "{post:?}");
    }
}

#[test]
fn elsewhere_one_click_is_enough() {
    for server in [TEST_SERVER, "http://127.0.0.1:8080"] {
        let mut world = World::with_cards(server, "1004", &[FIRST]);
        world.act(RemovalAction::Ask(0));
        assert!(confirm(&mut world, FIRST).is_some(), "{server}");
    }
}

#[test]
fn what_was_typed_for_one_card_does_not_serve_the_next() {
    let mut world = World::with_cards(PRODUCTION, "1004", &[FIRST, SECOND]);
    world.act(RemovalAction::Ask(0));
    world.act(RemovalAction::EditTyped("0028".to_owned()));
    world.act(RemovalAction::EditReason("T-17".to_owned()));
    world.act(RemovalAction::Ask(1));
    assert_eq!(question(&world).unwrap().reason, "");
    assert!(confirm(&mut world, SECOND).is_none());
}

#[test]
fn nothing_leaves_the_screen_before_a_list_proves_it() {
    let mut world = World::with_cards(TEST_SERVER, "1004", &[FIRST, SECOND]);
    let removal = world.remove(0);
    assert_eq!(world.shown().len(), 2);
    for step in [Step::WritingIntent, Step::Sending, Step::Checking, Step::WritingOutcome] {
        let (session, number) = (removal.session, removal.number);
        let progress = Progress::Step { card: 0, step };
        let event = RemovalEvent::Progress { number, progress };
        assert!(world.learn(Event::of(session, event)).is_empty());
        assert_eq!(world.shown().len(), 2, "{step:?}");
        let card = &world.session().removals[0].customers[0].cards[0];
        assert_eq!(card.progress, CardProgress::Doing(step));
    }
    world.ended(&removal, report(Outcome::RemovedVerified, Ok(list(&[SECOND]))));
    assert_eq!(world.shown(), ["3347…FA14"]);
    assert!(!world.state.is_removing());
}

#[test]
fn whatever_the_outcome_the_list_that_decided_is_shown() {
    for outcome in [Outcome::StillThere, Outcome::Refused(fault()), Outcome::AlreadyGone] {
        let mut world = World::with_cards(TEST_SERVER, "1004", &[FIRST]);
        let removal = world.remove(0);
        world.pass(3);
        let effects = world.ended(&removal, report(outcome.clone(), Ok(list(&[SECOND, FIRST]))));
        assert_eq!(world.shown().len(), 2, "{outcome:?}");
        let received = world.session().customer.as_ref().unwrap().received;
        assert_eq!(received, Some((world.now.timestamp, None)));
        assert!(matches!(effects[..], [Effect::Journal(JournalEffect::Read { .. })]));
    }
}

#[test]
fn without_a_list_the_screen_keeps_what_it_had() {
    let mut world = World::with_cards(TEST_SERVER, "1004", &[FIRST]);
    let removal = world.remove(0);
    world.ended(&removal, report(Outcome::Unverified, Err(unreachable())));
    assert_eq!(world.shown(), ["54F5…B401"]);
    let customer = world.session().customer.as_ref().unwrap();
    assert_eq!(customer.list.error(), Some(&unreachable()), "and says that it is old");
}

#[test]
fn a_list_asked_for_before_cannot_bring_the_card_back() {
    let mut world = World::with_cards(TEST_SERVER, "1004", &[FIRST, SECOND]);
    let removal = world.remove(0);
    let older = asked(&world.act(LookUpAction::Refresh));
    world.ended(&removal, report(Outcome::RemovedVerified, Ok(list(&[SECOND]))));
    world.listed(older, Ok(list(&[FIRST, SECOND])));
    assert_eq!(world.shown(), ["3347…FA14"]);
    assert!(!world.session().customer.as_ref().unwrap().list.is_loading());
}

#[test]
fn a_check_that_failed_takes_no_answer_away_from_a_look_up_under_way() {
    let mut world = World::with_cards(TEST_SERVER, "1004", &[FIRST, SECOND]);
    let removal = world.remove(0);
    let under_way = asked(&world.act(LookUpAction::Refresh));
    world.ended(&removal, report(Outcome::Unverified, Err(unreachable())));
    world.listed(under_way, Ok(list(&[SECOND])));
    assert_eq!(world.shown(), ["3347…FA14"]);
    assert_eq!(world.session().customer.as_ref().unwrap().list.error(), None);
}

#[test]
fn an_outcome_changes_no_other_customers_screen() {
    let mut world = World::with_cards(TEST_SERVER, "1004", &[FIRST]);
    let removal = world.remove(0);
    let other = world.look_up("1005");
    world.listed(other, Ok(list(&[SECOND])));
    world.ended(&removal, report(Outcome::RemovedVerified, Ok(list(&[]))));
    assert_eq!(world.shown(), ["3347…FA14"]);
    assert_eq!(told(&world), [Outcome::RemovedVerified], "told, since its dialog is gone");
}

#[test]
fn an_outcome_in_its_own_dialog_needs_no_notice() {
    let mut world = World::with_cards(TEST_SERVER, "1004", &[FIRST]);
    let removal = world.remove(0);
    world.ended(&removal, report(Outcome::RemovedVerified, Ok(list(&[]))));
    assert!(world.state.notices.is_empty());
    assert_eq!(shown_run(&world), Some(removal.number), "the dialog tells it");
}

#[test]
fn a_removal_that_failed_out_of_sight_is_told_too() {
    let lost = Err(RunError::Lost);
    let error = JournalError::Locked { path: "journal.jsonl".into() };
    let not_begun = Err(RunError::NotBegun(RemovalError::JournalUnavailable(error)));
    for (result, outcome) in [(lost, Outcome::Unverified), (not_begun, Outcome::NotSent)] {
        let mut world = World::with_cards(TEST_SERVER, "1004", &[FIRST]);
        let removal = world.remove(0);
        world.act(RemovalAction::Cancel);
        let (session, number) = (removal.session, removal.number);
        world.learn(Event::of(session, RemovalEvent::Ended { number, result }));
        assert_eq!(told(&world), std::slice::from_ref(&outcome));
        assert!(world.state.notices[0].kind.stays(), "until somebody has read it");
        assert_eq!(world.shown(), ["54F5…B401"]);
        assert!(!world.state.is_removing());
    }
}

#[test]
fn after_a_removal_has_ended_another_can_be_asked_for() {
    let mut world = World::with_cards(TEST_SERVER, "1004", &[FIRST]);
    let first = world.remove(0);
    let refused = report(Outcome::Refused(fault()), Ok(list(&[FIRST])));
    world.ended(&first, refused);
    assert!(confirm(&mut world, FIRST).is_none(), "not from the old dialog");
    let second = world.remove(0);
    assert_ne!(second.number, first.number);
}

#[test]
fn answers_of_removals_nobody_knows_change_nothing() {
    let mut world = World::with_cards(TEST_SERVER, "1004", &[FIRST]);
    let session = world.session().id;
    let result = Ok(report(Outcome::RemovedVerified, Ok(list(&[]))));
    assert!(
        world.learn(Event::of(session, RemovalEvent::Ended { number: 999, result })).is_empty()
    );
    let progress = Progress::Step { card: 0, step: Step::Sending };
    world.learn(Event::of(session, RemovalEvent::Progress { number: 999, progress }));
    assert_eq!(world.shown(), ["54F5…B401"]);
    assert!(world.state.notices.is_empty());
}

#[test]
fn two_removals_run_side_by_side() {
    let mut world = World::with_cards(TEST_SERVER, "1004", &[FIRST, SECOND]);
    let first = world.remove(0);
    let second = world.remove(1);
    world.ended(&first, report(Outcome::RemovedVerified, Ok(list(&[SECOND]))));
    assert!(world.state.is_removing(), "the other still runs");
    assert_eq!(told(&world), [Outcome::RemovedVerified]);
    let gone = report(Outcome::Refused(fault()), Err(ApiError::Refused(fault())));
    world.ended(&second, gone);
    assert!(!world.state.is_removing());
    assert_eq!(world.shown(), ["3347…FA14"]);
}

#[test]
fn a_card_whose_token_cannot_be_sent_is_not_confirmed_by_itself() {
    for token in ["", "54F5A3DE;4B47", "54F5\u{200b}"] {
        let mut world = World::with_cards(TEST_SERVER, "1004", &[token, SECOND]);
        world.act(RemovalAction::Ask(0));
        assert!(question(&world).is_some());
        assert!(confirm(&mut world, token).is_none(), "{token:?}");
        assert!(world.session().removals.is_empty());
    }
}

#[test]
fn a_card_whose_job_was_lost_on_the_way_is_not_verified() {
    let mut world = World::with_cards(TEST_SERVER, "1004", &[FIRST]);
    let removal = world.remove(0);
    let (session, number) = (removal.session, removal.number);
    let progress = Progress::Step { card: 0, step: Step::Sending };
    world.learn(Event::of(session, RemovalEvent::Progress { number, progress }));
    world.learn(Event::of(session, RemovalEvent::Ended { number, result: Err(RunError::Lost) }));
    let card = &world.session().removals[0].customers[0].cards[0];
    assert_eq!(card.progress, CardProgress::Ended(Outcome::Unverified));
    // There is nothing to save, and nowhere to go in the journal.
    assert!(world.act(RemovalAction::SaveReceipt(number)).is_empty());
    assert!(world.act(RemovalAction::ShowInJournal(number)).is_empty());
    assert_eq!(shown_run(&world), Some(number));
}

#[test]
fn what_came_of_a_card_is_saved_and_found_in_the_journal() {
    let mut world = World::with_cards(TEST_SERVER, "1004", &[FIRST, SECOND]);
    let removal = world.remove(1);
    assert!(world.act(RemovalAction::SaveReceipt(removal.number)).is_empty(), "not before the end");
    assert!(world.act(RemovalAction::ShowInJournal(removal.number)).is_empty());
    let report = report(Outcome::StillThere, Ok(list(&[FIRST, SECOND])));
    let id = report.customers[0].cards[0].id().unwrap().as_str().to_owned();
    world.ended(&removal, report);
    let effects = world.act(RemovalAction::SaveReceipt(removal.number));
    let [Effect::Removal(RemovalEffect::SaveReceipts { receipts, .. })] = &effects[..] else {
        panic!("{effects:?}")
    };
    assert_eq!(receipts[0].0.cards[0].card.token, Token::from_gateway(SECOND));
    assert_eq!(receipts[0].1.merchant.get(), 452_739);
    let effects = world.act(RemovalAction::ShowInJournal(removal.number));
    assert!(matches!(effects[..], [Effect::Journal(JournalEffect::Read { .. })]), "{effects:?}");
    assert!(world.state.dialog.is_none());
    assert_eq!(world.state.journal.open, Some(id));
    // Another session's number leads nowhere.
    assert!(world.act(RemovalAction::ShowInJournal(999)).is_empty());
}

#[test]
fn nothing_is_confirmed_while_the_journal_is_broken() {
    use carddesk::journal::{BreakReason, ChainState};
    use carddesk::model::{JournalAction, JournalEvent};
    let mut world = World::with_cards(TEST_SERVER, "1004", &[FIRST, SECOND]);
    let broken = ChainState::Broken { line: 2, why: BreakReason::Changed };
    let reading = |chain| {
        let whole = super::journal::reading("1004", SECOND);
        JournalEvent::Read(Ok(carddesk::model::JournalReading { chain, ..whole }))
    };
    world.act(RemovalAction::Ask(0));
    world.answer(reading(broken));
    assert!(confirm(&mut world, FIRST).is_none(), "the question was there before");
    assert!(question(&world).is_some(), "and stays");
    // What is taken on is the line that was shown, once.
    world.act(JournalAction::AskTakeOn { line: 2 });
    world.act(JournalAction::EditTakeOn("SEC-7".to_owned()));
    let taken = |effects: Vec<Effect>| {
        effects.into_iter().find_map(|effect| match effect {
            Effect::Journal(JournalEffect::TakeOn { line, reason, .. }) => Some((line, reason)),
            _ => None,
        })
    };
    assert_eq!(taken(world.act(JournalAction::TakeOn)), Some((2, "SEC-7".to_owned())));
    assert_eq!(taken(world.act(JournalAction::TakeOn)), None, "a second click");
    world.answer(JournalEvent::TakenOn(Ok(2)));
    assert!(world.state.notices.iter().any(|notice| notice.kind == NoticeKind::TakenOn(2)));
    world.answer(reading(ChainState::Accepted { line: 2, by: 4 }));
    world.act(RemovalAction::Ask(0));
    assert!(confirm(&mut world, FIRST).is_some());
}

use carddesk::domain::{
    AssetKind, CustomerNumber, CustomerNumberError, Declared, Digest, Language, Password, Token,
    Variant,
};
use carddesk::media::PixelBox;
use carddesk::model::{
    Action, AssetAction, CardAction, Effect, Event, JournalAction, LookUpAction, LookUpEffect,
    NoticeKind, Page, RemovalAction, RemovalEnd, SessionAction, SessionEffect, SettingsAction,
    SignInAction, Stage, VerdictAction, Viewer, ViewerAction, WindowEffect, Zoom,
};
use carddesk::removal::Outcome;
use carddesk::settings::LockAfter;
use carddesk::verify::Rule;
use jiff::SignedDuration;

use super::{FIRST, PASSWORD, SECOND, TEST_SERVER, World, asked, list, opening, report};

fn locked() -> World {
    let mut world = World::with_cards(TEST_SERVER, "1004", &[FIRST, SECOND]);
    world.act(CardAction::Select(Some(1)));
    assert!(world.act(SessionAction::Lock).is_empty());
    assert!(world.session().locked);
    world
}

fn unlock(world: &mut World, password: &str) {
    let effects = world.act(SessionAction::Unlock { password: password.into() });
    assert!(effects.is_empty());
}

#[test]
fn locking_closes_the_question_and_what_was_typed_into_it() {
    let mut world = World::with_cards(TEST_SERVER, "1004", &[FIRST]);
    world.act(RemovalAction::Ask(0));
    world.act(RemovalAction::EditReason("T-17".to_owned()));
    world.act(SessionAction::Lock);
    assert!(world.state.dialog.is_none());
    unlock(&mut world, PASSWORD);
    let token = Token::from_gateway(FIRST);
    assert!(world.act(RemovalAction::Confirm { tokens: vec![token] }).is_empty());
    assert!(world.session().removals.is_empty());
}

#[test]
fn only_the_password_unlocks() {
    let mut world = locked();
    unlock(&mut world, "");
    assert!(world.session().locked);
    assert_eq!(world.session().wrong_passwords.count(), 0, "nothing typed is no try");
    for (wrong, count) in [("hunter2hunter2", 1), ("Hunter2", 2), ("Hunter2Hunter2 ", 3)] {
        unlock(&mut world, wrong);
        assert!(world.session().locked, "{wrong:?}");
        assert_eq!(world.session().wrong_passwords.count(), count, "{wrong:?}");
        world.pass(60);
    }
    unlock(&mut world, PASSWORD);
    assert!(!world.session().locked);
    assert_eq!(world.session().wrong_passwords.count(), 0);
    assert_eq!(world.shown().len(), 2, "as it was left");
    assert_eq!(world.session().selected_card().unwrap().0, 1);
    // The complaint does not wait behind the next lock.
    world.act(SessionAction::Lock);
    unlock(&mut world, "wrong");
    unlock(&mut world, PASSWORD);
    world.act(SessionAction::Lock);
    assert_eq!(world.session().wrong_passwords.count(), 0);
}

fn tick(world: &mut World) {
    world.learn(Event::Tick);
}

#[test]
fn nobody_there_for_as_long_as_the_settings_say_locks_the_window() {
    for (minutes, meant) in [(5, 5), (1, 1), (15, 15), (0, 1), (16, 15), (255, 15)] {
        let mut world = World::with_cards(TEST_SERVER, "1004", &[FIRST]);
        world.act(SettingsAction::LockAfter(LockAfter::new(minutes)));
        world.act(RemovalAction::Ask(0));
        world.pass(meant * 60 - 1);
        tick(&mut world);
        assert!(!world.session().locked, "{minutes}: a second early");
        assert_eq!(
            world.state.next_deed(world.now).unwrap(),
            world.now.timestamp + SignedDuration::from_secs(1),
            "{minutes}: the window wakes in time"
        );
        world.pass(1);
        tick(&mut world);
        assert!(world.session().locked, "{minutes}");
        assert!(world.state.dialog.is_none(), "the question is answered by keeping the card");
        assert_eq!(world.state.next_deed(world.now), None, "then it rests");
    }
}

#[test]
fn what_a_person_does_counts_and_answers_do_not() {
    let mut world = World::with_cards(TEST_SERVER, "1004", &[FIRST]);
    for _ in 0..4 {
        world.pass(299);
        world.learn(Event::Attended);
        tick(&mut world);
        assert!(!world.session().locked);
    }
    let anew = asked(&world.act(LookUpAction::Refresh));
    world.pass(200);
    world.listed(anew, Ok(list(&[FIRST])));
    world.learn(Event::Drawn);
    world.pass(100);
    tick(&mut world);
    assert!(world.session().locked);
}

#[test]
fn whoever_comes_back_too_late_finds_it_locked() {
    // No frame was drawn in between: the computer slept, or the window was hidden.
    let mut world = World::with_cards(TEST_SERVER, "1004", &[FIRST]);
    world.pass(16 * 60);
    world.learn(Event::Attended);
    assert!(world.session().locked);
    assert!(world.act(CardAction::CopyToken(0)).is_empty());
}

#[test]
fn a_clock_that_was_set_back_puts_the_lock_off_no_further() {
    let mut world = World::with_cards(TEST_SERVER, "1004", &[FIRST]);
    world.pass(-7200);
    tick(&mut world);
    world.pass(300);
    tick(&mut world);
    assert!(world.session().locked);
}

#[test]
fn the_systems_lock_and_sleep_lock_the_window() {
    let mut world = World::with_cards(TEST_SERVER, "1004", &[FIRST]);
    world.act(RemovalAction::Ask(0));
    world.learn(Event::SystemLocked);
    assert!(world.session().locked && world.state.dialog.is_none());
    unlock(&mut world, PASSWORD);
    assert!(!world.session().locked);
    let mut world = World::new();
    assert!(world.learn(Event::SystemLocked).is_empty(), "nobody is signed in");
}

#[test]
fn each_wrong_password_makes_the_next_one_wait_longer_and_the_tenth_signs_out() {
    let mut world = locked();
    let mut waits = Vec::new();
    for _ in 0..9 {
        unlock(&mut world, "wrong");
        let wait = world.session().wrong_passwords.wait(world.now.timestamp);
        let seconds = wait.map_or(0, |wait| wait.as_secs());
        waits.push(seconds);
        if seconds > 0 {
            world.pass(seconds - 1);
            // Neither the right one nor another one is taken before its time.
            unlock(&mut world, PASSWORD);
            unlock(&mut world, "wrong");
            assert!(world.session().locked);
            assert_eq!(world.session().wrong_passwords.count() as usize, waits.len());
            world.pass(1);
        }
    }
    assert_eq!(waits, [0, 1, 2, 4, 8, 16, 32, 60, 60]);
    assert_eq!(world.session().wrong_passwords.left(), 1);
    let effects = world.act(SessionAction::Unlock { password: "wrong".into() });
    assert!(matches!(effects[..], [Effect::Session(SessionEffect::Close)]), "{effects:?}");
    assert!(matches!(world.state.stage, Stage::SignIn(_)));
    let kinds: Vec<_> = world.state.notices.iter().map(|notice| &notice.kind).collect();
    assert_eq!(kinds, [&NoticeKind::TooManyWrongPasswords]);
}

#[test]
fn a_clock_that_was_set_back_makes_nobody_wait_longer() {
    let mut world = locked();
    for _ in 0..3 {
        unlock(&mut world, "wrong");
        world.pass(5);
    }
    unlock(&mut world, "wrong");
    world.pass(-86_400);
    tick(&mut world);
    let wait = world.session().wrong_passwords.wait(world.now.timestamp).unwrap();
    assert!(wait <= SignedDuration::from_secs(4), "{wait:?}");
    world.pass(4);
    unlock(&mut world, PASSWORD);
    assert!(!world.session().locked);
}

#[test]
fn behind_the_lock_the_password_is_not_kept_but_what_runs_has_its_own() {
    let mut world = World::with_cards(TEST_SERVER, "1004", &[FIRST, SECOND]);
    let removal = world.remove(0);
    world.act(SessionAction::Lock);
    let is_kept = |password: &Password| !password.is_sealed();
    assert!(!is_kept(&world.session().credentials.password));
    assert!(is_kept(&removal.plan.credentials.password));
    unlock(&mut world, PASSWORD);
    assert!(is_kept(&world.session().credentials.password));
    asked(&world.act(LookUpAction::Refresh));
}

#[test]
fn a_copied_token_leaves_the_clipboard_after_a_while_and_with_the_session() {
    let forgets = |effects: &[Effect]| {
        effects.iter().any(|it| matches!(it, Effect::Window(WindowEffect::ForgetSecret)))
    };
    let copying = || {
        let mut world = World::with_cards(TEST_SERVER, "1004", &[FIRST]);
        let effects = world.act(CardAction::CopyToken(0));
        assert!(matches!(effects[..], [Effect::Window(WindowEffect::CopySecret(_))]));
        world
    };
    let mut world = copying();
    world.pass(19);
    assert!(!forgets(&world.learn(Event::Tick)));
    world.pass(1);
    assert!(forgets(&world.learn(Event::Tick)));
    assert!(!forgets(&world.learn(Event::Tick)), "once");
    assert!(forgets(&copying().act(SessionAction::Lock)));
    assert!(forgets(&copying().act(SessionAction::SignOut)));
    assert!(forgets(&copying().learn(Event::SystemLocked)));
    // What is copied afterwards is no secret, and stays.
    let mut world = copying();
    world.act(CardAction::CopyLastFour(0));
    world.pass(30);
    assert!(!forgets(&world.learn(Event::Tick)));
    assert!(!forgets(&world.act(SessionAction::SignOut)));
}

#[test]
fn a_locked_window_does_nothing_that_is_asked() {
    let variant = Variant {
        url: "https://assets.example.com/w1.png".to_owned(),
        declared: Declared::default(),
    };
    let (kind, fit) = (AssetKind::CardBackground, PixelBox { width: 264, height: 166 });
    let removal = "0".repeat(32);
    let actions: Vec<Action> = vec![
        LookUpAction::Edit("1005".to_owned()).into(),
        LookUpAction::Submit.into(),
        LookUpAction::Open(CustomerNumber::parse("1005").unwrap()).into(),
        LookUpAction::Refresh.into(),
        CardAction::Select(None).into(),
        CardAction::CopyToken(0).into(),
        CardAction::CopyLastFour(0).into(),
        CardAction::CopyText("0028".to_owned()).into(),
        AssetAction::Want { variant: variant.clone(), kind: kind.clone(), fit }.into(),
        AssetAction::Open { variant: variant.clone(), kind }.into(),
        AssetAction::Retry { id: variant.url.as_str().into() }.into(),
        AssetAction::RetryAll.into(),
        ViewerAction::Zoom { zoom: Zoom::Scale(Viewer::MAX_SCALE), pan: [1.0, 1.0] }.into(),
        RemovalAction::Ask(0).into(),
        RemovalAction::Confirm { tokens: vec![Token::from_gateway(FIRST)] }.into(),
        JournalAction::Reload.into(),
        JournalAction::Filter("0028".to_owned()).into(),
        JournalAction::Toggle { removal: removal.clone() }.into(),
        JournalAction::Export.into(),
        JournalAction::Resolve { removal }.into(),
        SessionAction::Show(Page::Journal).into(),
        SessionAction::Lock.into(),
        SignInAction::With(Box::new(opening("pay.example.com"))).into(),
        SignInAction::Submit { password: PASSWORD.into() }.into(),
        SettingsAction::Open.into(),
        SettingsAction::Keys.into(),
        SettingsAction::Operator("Somebody else".to_owned()).into(),
        SettingsAction::LockAfter(LockAfter::new(15)).into(),
        Action::CloseTop,
    ];
    let mut world = locked();
    let before = format!("{:?}", world.state);
    for action in actions {
        let name = format!("{action:?}");
        let effects = world.act(action);
        assert!(effects.is_empty(), "{name}: {effects:?}");
        assert_eq!(format!("{:?}", world.state), before, "{name}");
    }
}

#[test]
fn a_locked_window_keeps_its_looks_and_closes_notices() {
    let mut world = World::with_cards(TEST_SERVER, "1004", &[FIRST]);
    world.act(CardAction::CopyLastFour(0));
    world.act(SessionAction::Lock);
    world.act(SettingsAction::Language(Language::Russian));
    assert_eq!(world.state.language(), Language::Russian);
    world.act(Action::CloseNotice(0));
    assert!(world.state.notices.is_empty());
    assert!(world.session().locked);
}

#[test]
fn signing_out_works_from_behind_the_lock() {
    let mut world = locked();
    let effects = world.act(SessionAction::SignOut);
    assert!(matches!(effects[..], [Effect::Session(SessionEffect::Close)]));
    assert!(matches!(world.state.stage, Stage::SignIn(_)));
}

#[test]
fn a_removal_goes_on_behind_the_lock_and_its_outcome_is_told() {
    let mut world = World::with_cards(TEST_SERVER, "1004", &[FIRST, SECOND]);
    let removal = world.remove(0);
    world.act(SessionAction::Lock);
    assert!(matches!(
        world.learn(Event::CloseRequested)[..],
        [Effect::Window(WindowEffect::KeepOpen)]
    ));
    world.state.notices.clear();
    world.ended(&removal, report(Outcome::StillThere, Ok(list(&[FIRST, SECOND]))));
    let kinds: Vec<_> = world.state.notices.iter().map(|notice| &notice.kind).collect();
    assert!(
        matches!(
            kinds[..],
            [NoticeKind::RemovalEnded {
                end: RemovalEnd::Card { outcome: Outcome::StillThere, .. },
                ..
            }]
        ),
        "{kinds:?}"
    );
    assert!(world.session().locked);
}

#[test]
fn answers_are_taken_in_behind_the_lock() {
    let mut world = World::with_cards(TEST_SERVER, "1004", &[FIRST]);
    let anew = asked(&world.act(LookUpAction::Refresh));
    world.act(SessionAction::Lock);
    world.listed(anew, Ok(list(&[SECOND])));
    unlock(&mut world, PASSWORD);
    assert_eq!(world.shown(), ["3347…FA14"]);
}

#[test]
fn there_is_nothing_to_lock_before_signing_in() {
    let mut world = World::new();
    world.act(SettingsAction::Keys);
    assert!(world.act(SessionAction::Lock).is_empty());
    assert!(world.act(SessionAction::Unlock { password: PASSWORD.into() }).is_empty());
    assert!(matches!(world.state.stage, Stage::SignIn(_)));
}

#[test]
fn the_password_is_neither_looked_up_nor_written_down() {
    let mut world = World::with_cards(TEST_SERVER, "1004", &[FIRST]);
    for text in [PASSWORD.to_owned(), format!(" {PASSWORD} ")] {
        world.act(LookUpAction::Edit(text.clone()));
        let problem = Some(CustomerNumberError::IsPassword);
        assert_eq!(world.session().look_up.problem, problem, "{text:?}");
        let effects = world.act(LookUpAction::Submit);
        assert!(!effects.iter().any(|it| matches!(it, Effect::LookUp(LookUpEffect::List { .. }))));
        assert_eq!(world.session().look_up.text, "", "it does not stay on screen");
    }
    let number = CustomerNumber::parse(PASSWORD).unwrap();
    for action in [LookUpAction::Open(number.clone()), LookUpAction::Ask(number)] {
        let effects = world.act(action);
        assert!(!effects.iter().any(|it| matches!(it, Effect::LookUp(LookUpEffect::List { .. }))));
    }
    let confirm = || RemovalAction::Confirm { tokens: vec![Token::from_gateway(FIRST)] };
    world.act(RemovalAction::Ask(0));
    for reason in [PASSWORD.to_owned(), format!("{PASSWORD}."), format!("T-7 ({PASSWORD})")] {
        world.act(RemovalAction::EditReason(reason.clone()));
        assert!(world.act(confirm()).is_empty(), "{reason:?}");
    }
    world.act(RemovalAction::EditReason("T-7".to_owned()));
    world.act(SettingsAction::Operator(PASSWORD.to_owned()));
    assert!(world.act(confirm()).is_empty());
    world.act(SettingsAction::Operator(String::new()));
    world.act(SettingsAction::OperatorRequired(true));
    assert!(world.act(confirm()).is_empty(), "several use the login, and nobody is named");
    world.act(SettingsAction::Operator("Marina".to_owned()));
    assert!(!world.act(confirm()).is_empty());
}

#[test]
fn no_other_reason_keeps_the_password_either() {
    let mut world = World::with_cards(TEST_SERVER, "1004", &[FIRST]);
    world.act(JournalAction::AskTakeOn { line: 2 });
    world.act(JournalAction::EditTakeOn(format!("T-7 {PASSWORD}")));
    assert!(world.act(JournalAction::TakeOn).is_empty());
    world.act(JournalAction::EditTakeOn("T-7".to_owned()));
    assert_eq!(world.act(JournalAction::TakeOn).len(), 1);
    let sha256 = Digest::from_bytes([1; 32]);
    world.act(VerdictAction::Ask { sha256, rule: Rule::Undecodable });
    world.act(VerdictAction::EditWhy(PASSWORD.to_owned()));
    assert!(world.act(VerdictAction::Confirm).is_empty());
    assert!(world.state.dialog.is_some(), "it waits for another reason");
    world.act(VerdictAction::EditWhy("known".to_owned()));
    assert!(!world.act(VerdictAction::Confirm).is_empty());
}

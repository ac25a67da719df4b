use carddesk::domain::{AssetKind, CustomerNumber, Declared, Language, Token, Variant};
use carddesk::media::PixelBox;
use carddesk::model::{
    Action, AssetAction, CardAction, Effect, Event, JournalAction, LookUpAction, NoticeKind, Page,
    RemovalAction, RemovalEnd, SessionAction, SessionEffect, SettingsAction, SignInAction, Stage,
    Viewer, ViewerAction, WindowEffect, Zoom,
};
use carddesk::removal::Outcome;

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
    for wrong in ["", "hunter2hunter2", "Hunter2", "Hunter2Hunter2 "] {
        unlock(&mut world, wrong);
        assert!(world.session().locked && world.session().unlock_failed, "{wrong:?}");
    }
    unlock(&mut world, PASSWORD);
    assert!(!world.session().locked && !world.session().unlock_failed);
    assert_eq!(world.shown().len(), 2, "as it was left");
    assert_eq!(world.session().selected_card().unwrap().0, 1);
    // The complaint does not wait behind the next lock.
    world.act(SessionAction::Lock);
    unlock(&mut world, "wrong");
    unlock(&mut world, PASSWORD);
    world.act(SessionAction::Lock);
    assert!(!world.session().unlock_failed);
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

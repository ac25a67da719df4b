use carddesk::model::{
    Action, CardAction, Dialog, Effect, InspectorTab, NoticeKind, SettingsAction, WindowEffect,
};
use secrecy::ExposeSecret;

use super::{FIRST, SECOND, TEST_SERVER, World};

fn copied(effects: &[Effect]) -> Option<&str> {
    match effects {
        [Effect::Window(WindowEffect::Copy(text))] => Some(text),
        [Effect::Window(WindowEffect::CopySecret(secret))] => Some(secret.expose_secret()),
        [] => None,
        other => panic!("{other:?}"),
    }
}

#[test]
fn a_card_is_selected_where_there_is_one() {
    let mut world = World::with_cards(TEST_SERVER, "1004", &[FIRST, SECOND]);
    let chosen = |world: &World| world.session().selected_card().map(|(index, _)| index);
    world.act(CardAction::Select(Some(1)));
    assert_eq!(chosen(&world), Some(1));
    world.act(CardAction::Select(Some(2)));
    assert_eq!(chosen(&world), None);
    world.act(CardAction::Select(Some(0)));
    world.act(CardAction::Select(None));
    assert_eq!(chosen(&world), None);
}

#[test]
fn the_inspectors_page_stays_from_card_to_card() {
    let mut world = World::with_cards(TEST_SERVER, "1004", &[FIRST, SECOND]);
    world.act(CardAction::Select(Some(0)));
    world.act(CardAction::Tab(InspectorTab::Raw));
    world.act(CardAction::Select(Some(1)));
    assert_eq!(world.session().customer.as_ref().unwrap().tab, InspectorTab::Raw);
}

#[test]
fn what_is_copied_is_what_was_asked_for() {
    let mut world = World::with_cards(TEST_SERVER, "1004", &[FIRST, SECOND]);
    assert_eq!(copied(&world.act(CardAction::CopyLastFour(1))), Some("0028"));
    assert_eq!(copied(&world.act(CardAction::CopyToken(1))), Some(SECOND));
    assert_eq!(copied(&world.act(CardAction::CopyText("5 / 143".to_owned()))), Some("5 / 143"));
    assert_eq!(copied(&world.act(CardAction::CopyToken(2))), None, "there is no third card");
    let kinds: Vec<_> = world.state.notices.iter().map(|notice| &notice.kind).collect();
    // The same notice twice is one notice, the newest last.
    assert_eq!(kinds, [&NoticeKind::TokenCopied, &NoticeKind::Copied]);
}

#[test]
fn the_uppermost_layer_closes_first() {
    let mut world = World::with_cards(TEST_SERVER, "1004", &[FIRST]);
    world.act(CardAction::Select(Some(0)));
    world.act(SettingsAction::Keys);
    assert!(matches!(world.state.dialog, Some(Dialog::Keys)));
    world.act(Action::CloseTop);
    assert!(world.state.dialog.is_none());
    assert!(world.session().selected_card().is_some(), "one layer at a time");
    world.act(Action::CloseTop);
    assert!(world.session().selected_card().is_none());
    world.act(Action::CloseTop);
    assert_eq!(world.shown().len(), 1);
}

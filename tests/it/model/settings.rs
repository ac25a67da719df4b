use carddesk::domain::Language;
use carddesk::model::{
    Dialog, Effect, Event, NoticeKind, SettingsAction, SettingsEffect, SettingsEvent,
};
use carddesk::settings::{RendererChoice, SettingsError, ThemeChoice};
use carddesk::store::Attempt;

use super::World;

#[test]
fn each_change_applies_and_is_kept_at_once() {
    let changes = [
        SettingsAction::Theme(ThemeChoice::Dark),
        SettingsAction::Language(Language::Russian),
        SettingsAction::Zoom(1.25),
        SettingsAction::Operator("Marina".to_owned()),
        SettingsAction::FoldCustomers(true),
        SettingsAction::Renderer(RendererChoice::Cpu),
    ];
    let mut world = World::new();
    for change in changes {
        let before = world.state.settings.clone();
        let effects = world.act(change);
        let [
            Effect::Settings(SettingsEffect::Save(saved)),
            Effect::Settings(SettingsEffect::Apply),
        ] = &effects[..]
        else {
            panic!("{effects:?}");
        };
        assert_eq!(**saved, world.state.settings);
        assert_ne!(before, world.state.settings);
    }
    let settings = &world.state.settings;
    assert_eq!(settings.theme, ThemeChoice::Dark);
    assert_eq!(settings.language, Some(Language::Russian));
    assert!((settings.zoom.get() - 1.25).abs() < f32::EPSILON);
    assert_eq!(settings.operator, "Marina");
    assert!(settings.customers_folded);
    assert_eq!(settings.renderer, RendererChoice::Cpu);
}

#[test]
fn the_systems_language_holds_until_another_is_chosen() {
    let mut world = World::new();
    assert_eq!(world.state.language(), Language::English);
    world.state.system_language = Language::Russian;
    assert_eq!(world.state.language(), Language::Russian);
    world.act(SettingsAction::Language(Language::English));
    assert_eq!(world.state.language(), Language::English);
}

#[test]
fn settings_that_could_not_be_kept_are_told() {
    let mut world = World::new();
    world.learn(Event::Settings(SettingsEvent::Saved(Ok(()))));
    assert!(world.state.notices.is_empty());
    let error = SettingsError {
        attempt: Attempt::Write,
        path: "settings.json".into(),
        kind: std::io::ErrorKind::StorageFull,
        reason: "no space".to_owned(),
    };
    let other = SettingsError { reason: "still no space".to_owned(), ..error.clone() };
    for error in [error, other] {
        world.learn(Event::Settings(SettingsEvent::Saved(Err(error.clone()))));
        let told: Vec<_> = world.state.notices.iter().map(|notice| notice.kind.clone()).collect();
        assert_eq!(told, [NoticeKind::SettingsNotSaved(error)], "the last reason alone");
    }
    assert!(world.state.notices[0].kind.stays());
    world.learn(Event::Settings(SettingsEvent::Saved(Ok(()))));
    assert!(world.state.notices.is_empty(), "kept by now");
}

#[test]
fn one_dialog_lies_over_the_window_at_a_time() {
    let mut world = World::new();
    assert!(world.act(SettingsAction::Open).is_empty());
    assert!(matches!(world.state.dialog, Some(Dialog::Settings)));
    assert!(world.act(SettingsAction::Keys).is_empty());
    assert!(matches!(world.state.dialog, Some(Dialog::Keys)));
}

#[test]
fn a_language_given_for_this_run_holds_until_another_is_chosen() {
    let mut world = World::new();
    world.state.given_language = Some(Language::Russian);
    assert_eq!(world.state.language(), Language::Russian);
    assert_eq!(world.state.settings.language, None);
    world.act(SettingsAction::Language(Language::English));
    assert_eq!(world.state.language(), Language::English);
}

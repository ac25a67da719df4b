//! Small windows, and idle ones.

use std::time::Duration;

use carddesk::model::SettingsAction;
use carddesk::sandbox::{Call, Fault};
use egui::accesskit::Role;
use egui::{Key, Modifiers};
use egui_kittest::kittest::NodeT as _;

use super::gate::Hold;
use super::stage::{Stage, Start, World};

const SIZES: [[f32; 2]; 4] = [[1280.0, 800.0], [1024.0, 700.0], [800.0, 600.0], [720.0, 480.0]];

/// That all of these are on screen, whole.
#[track_caller]
fn assert_in_window(stage: &Stage, controls: &[(Role, &str)]) {
    let window = stage.harness.ctx.content_rect();
    for (role, name) in controls {
        let nodes = stage.all(*role, name);
        assert!(!nodes.is_empty(), "{window:?}: no {role:?} {name:?}\n{}", stage.spoken());
        let rects: Vec<_> = nodes.iter().map(|node| node.rect()).collect();
        assert!(
            rects.iter().any(|rect| window.contains_rect(*rect) && rect.area() > 100.0),
            "{window:?}: {role:?} {name:?} at {rects:?}"
        );
    }
}

const HEADER: [(Role, &str); 8] = [
    (Role::TextInput, "Customer number"),
    (Role::Button, "Show or hide customers"),
    (Role::Button, "Contact sheet"),
    (Role::Button, "Journal"),
    (Role::Button, "Keys"),
    (Role::Button, "Settings"),
    (Role::Button, "Lock (Ctrl+Shift+L)"),
    (Role::Button, "Sign out"),
];

/// That the header's ways are there: on screen, whole, or in its menu.
#[track_caller]
fn assert_header(stage: &mut Stage) {
    let names = HEADER.map(|(_, name)| name);
    let (signs, rest): (Vec<_>, Vec<_>) =
        names.into_iter().skip(1).partition(|name| !stage.all(Role::Button, name).is_empty());
    assert_in_window(stage, &HEADER[..1]);
    // A number of many digits is seen whole.
    assert!(stage.field("Customer number").rect().width() > 120.0);
    let signs: Vec<_> = signs.into_iter().map(|name| (Role::Button, name)).collect();
    assert!(signs.len() >= 4);
    assert_in_window(stage, &signs);
    if !rest.is_empty() {
        stage.click("More");
        let rest: Vec<_> = rest.into_iter().map(|name| (Role::Button, name)).collect();
        assert_in_window(stage, &rest);
        stage.click("More");
    }
}

fn start(size: [f32; 2], language: carddesk::domain::Language) -> Stage {
    let customer = Some("1009");
    let start = Start { customer, size, language, known: true, ..Start::default() };
    let mut stage = World::new().start(&start);
    stage.run_until("the list", |stage| !stage.is_asking());
    stage
}

#[test]
fn the_form_fits_into_every_window() {
    for size in SIZES {
        let start = Start { signed_in: false, known: true, size, ..Start::default() };
        let mut stage = World::new().start(&start);
        stage.rest();
        assert_in_window(&stage, &[(Role::TextInput, "Server name"), (Role::Button, "Settings")]);
        // Below, it scrolls.
        stage.button("Sign in").scroll_to_me();
        stage.rest();
        assert_in_window(&stage, &[(Role::Button, "Sign in")]);
    }
}

#[test]
fn the_header_fits_into_every_window_before_the_first_list() {
    use carddesk::domain::Language::{English, Russian};
    for size in SIZES {
        let mut stage = World::new().start(&Start { size, language: English, ..Start::default() });
        stage.rest();
        assert_header(&mut stage);
        stage.assert_says(&["not verified yet"]);
        let mut stage = World::new().start(&Start { size, language: Russian, ..Start::default() });
        stage.rest();
        if stage.has_button("Ещё") {
            stage.click("Ещё");
        }
        assert_in_window(&stage, &[(Role::Button, "Выйти")]);
        stage.assert_says(&["ещё не проверено"]);
    }
}

#[test]
fn cards_and_inspector_fit_into_every_window() {
    for size in SIZES {
        let mut stage = start(size, carddesk::domain::Language::English);
        assert_header(&mut stage);
        let (tile, remove) = (stage.tile_name(0), format!("Remove {}", stage.card_name(0)));
        assert_in_window(&stage, &[(Role::Button, &tile), (Role::Button, &remove)]);
        stage.select(0);
        assert_header(&mut stage);
        assert_in_window(
            &stage,
            &[
                (Role::Button, "Close the inspector"),
                (Role::Button, "Details"),
                (Role::Button, "Assets"),
                (Role::Button, "Findings"),
                (Role::Button, "Raw"),
                (Role::Button, "Remove card…"),
                (Role::Button, "Copy token"),
            ],
        );
        for tab in ["Assets", "Findings", "Raw", "Details"] {
            stage.click(tab);
        }
        stage.click("Close the inspector");
        assert!(stage.session().selected_card().is_none());
    }
}

#[test]
fn a_customers_heading_fits_into_every_window() {
    let language = carddesk::domain::Language::Russian;
    // Two badges, and a picture that failed: everything that a heading can tell at once.
    let start = Start { customer: Some("3000"), language, ..Start::default() };
    let mut stage = World::new().start(&start);
    stage.settle();
    let remove = format!("Удалить {}", stage.card_name(0));
    for size in SIZES.into_iter().chain([[800.0, 560.0]]) {
        stage.harness.set_size(size.into());
        stage.rest();
        assert_in_window(
            &stage,
            &[
                (Role::Button, &remove),
                (Role::Label, "32 ошибки"),
                (Role::Label, "13 предупреждений"),
                (Role::Button, "Загрузить картинки снова"),
                (Role::Button, "Обновить"),
            ],
        );
        stage.click("Отозвать…");
        assert_in_window(
            &stage,
            &[(Role::Button, "Обновить"), (Role::Button, "Все карты"), (Role::Button, "Отмена")],
        );
        stage.click("Отмена");
    }
}

#[test]
fn dialogs_fit_into_every_window() {
    for size in SIZES {
        let mut stage = start(size, carddesk::domain::Language::Russian);
        stage.act(SettingsAction::Open);
        assert_in_window(&stage, &[(Role::Button, "Закрыть"), (Role::Slider, "Масштаб")]);
        stage.press(Key::Escape);
        stage.press(Key::F1);
        assert_in_window(&stage, &[(Role::Button, "Закрыть")]);
        stage.press(Key::Escape);
        let name = format!("Удалить {}", stage.card_name(0));
        stage.click(&name);
        assert_in_window(
            &stage,
            &[(Role::Button, "Оставить карту"), (Role::Button, "Удалить карту")],
        );
        stage.click("Удалить карту");
        stage.run_until("the outcome", |stage| !stage.state().is_removing());
        stage.settle();
        assert_in_window(&stage, &[(Role::Button, "Закрыть")]);
        stage.click("Закрыть");
        stage.press_with(Modifiers::COMMAND, Key::J);
        stage.settle();
        let row = super::journal::rows(&stage)[0].accesskit_node().label().unwrap();
        assert_in_window(&stage, &[(Role::Button, "Экспорт CSV"), (Role::Button, &row)]);
        stage.click(&row);
        assert_in_window(&stage, &[(Role::Button, "Закрыть")]);
        stage.press_with(Modifiers::COMMAND | Modifiers::SHIFT, Key::L);
        assert_in_window(
            &stage,
            &[(Role::PasswordInput, "Пароль"), (Role::Button, "Разблокировать")],
        );
    }
}

#[test]
fn the_large_picture_fits_into_every_window() {
    for size in SIZES {
        let start = Start { customer: Some("1002"), size, ..Start::default() };
        let mut stage = World::new().start(&start);
        stage.settle();
        stage.select(0);
        stage.press(Key::Space);
        stage.settle();
        assert_in_window(
            &stage,
            &[
                (Role::Button, "Close"),
                (Role::Button, "Fit"),
                (Role::Button, "Zoom in"),
                (Role::Button, "Next file"),
            ],
        );
        // Where it has no room it stands in the menu.
        let save = if stage.has_button("Save the file") { "Save the file" } else { "More" };
        assert_in_window(&stage, &[(Role::Button, save)]);
    }
}

#[test]
fn sheet_list_and_rules_fit_into_every_window() {
    for size in SIZES {
        let mut stage = start(size, carddesk::domain::Language::Russian);
        stage.click("Проверить список");
        stage.click("Все покупатели песочницы");
        stage.settle();
        let count = stage.session().batch.draft.list.numbers.len();
        let verify = format!("Проверить покупателей: {count}");
        assert_in_window(&stage, &[(Role::Button, &verify)]);
        stage.show("1002");
        stage.settle();
        stage.press_with(Modifiers::COMMAND, Key::G);
        stage.settle();
        let names = stage.names(Role::Button);
        let art = names.iter().find(|name| name.contains("CARD_BACKGROUND_COMBINED крупно: "));
        assert_in_window(
            &stage,
            &[
                (Role::TextInput, "Тип, система, банк, хост, правило, покупатель"),
                (Role::Button, "Все"),
                (Role::Button, art.unwrap()),
            ],
        );
        // The order stands in a list that drops down where there is little room.
        if stage.has_button("Хост") {
            assert_in_window(&stage, &[(Role::Button, "Хост")]);
        } else {
            assert_in_window(&stage, &[(Role::ComboBox, "Порядок")]);
        }
        stage.press(Key::F1);
        stage.click("Правила проверки");
        assert_in_window(&stage, &[(Role::Button, "Закрыть")]);
    }
}

#[test]
fn faults_fit_into_every_window() {
    for size in SIZES {
        let mut stage = start(size, carddesk::domain::Language::English);
        stage.world.inject(Call::List, Fault::HtmlPage, 1);
        stage.press(Key::F5);
        stage.run_until("the answer", |stage| !stage.is_asking());
        assert_in_window(&stage, &[(Role::Button, "Try again"), (Role::Button, "Copy details")]);
    }
}

#[test]
fn a_window_that_changes_its_size_goes_on() {
    let mut stage = Stage::showing("1003");
    stage.select(5);
    for size in SIZES.into_iter().chain(SIZES.into_iter().rev()).chain([[360.0, 240.0]]) {
        stage.harness.set_size(size.into());
        stage.rest();
        assert_eq!(stage.session().selected_card().map(|(index, _)| index), Some(5));
    }
}

/// That nothing will be drawn until something happens.
#[track_caller]
fn assert_idle(stage: &mut Stage, what: &str) {
    stage.settle();
    // Hover and fades end; then nothing more.
    stage.harness.run_steps(60);
    // A window that is signed in and not locked wakes once more: to lock.
    let least = match stage.state().session() {
        Some(session) if !session.locked => Duration::from_secs(290),
        Some(_) | None => Duration::MAX,
    };
    assert!(stage.repaint_delay() >= least, "{what}: {:?}", stage.repaint_delay());
}

#[test]
fn an_idle_window_draws_nothing() {
    let mut stage = Stage::at_form();
    assert_idle(&mut stage, "the form, with the focus in a field");
    let mut stage = Stage::showing("1002");
    assert_idle(&mut stage, "cards");
    stage.select(0);
    for tab in ["Assets", "Raw", "Details"] {
        stage.click(tab);
        assert_idle(&mut stage, tab);
    }
    stage.press(Key::Space);
    assert_idle(&mut stage, "the large picture");
    stage.press(Key::Escape);
    stage.press(Key::Delete);
    assert_idle(&mut stage, "the question");
    stage.press(Key::Escape);
    stage.press_with(Modifiers::COMMAND, Key::J);
    assert_idle(&mut stage, "the journal");
    stage.click("Settings");
    assert_idle(&mut stage, "settings");
    stage.press(Key::Escape);
    stage.press_with(Modifiers::COMMAND, Key::L);
    assert_idle(&mut stage, "the look-up field");
    stage.press_with(Modifiers::COMMAND | Modifiers::SHIFT, Key::L);
    assert_idle(&mut stage, "the lock");
}

#[test]
fn a_notice_keeps_the_window_awake_only_until_it_leaves() {
    let world = World::gated();
    world.gate().hold(Hold::Removals);
    let mut stage = Stage::showing_in(world, "1009");
    stage.select(0);
    stage.click("Copy the last four digits");
    stage.settle();
    assert!(stage.repaint_delay() <= Duration::from_secs(1));
    stage.pass_seconds(7);
    assert_idle(&mut stage, "after the notice");
    // One that stays asks for nothing.
    stage.world.inject(Call::Remove, Fault::CutAfterApplying, 1);
    stage.world.inject(Call::List, Fault::Status500, 1);
    stage.press(Key::Delete);
    stage.click("Remove card");
    stage.press(Key::Escape);
    stage.world.gate().open();
    stage.run_until("the outcome", |stage| !stage.state().is_removing());
    assert_idle(&mut stage, "under a notice that stays");
    stage.assert_says(&[": Not verified"]);
}

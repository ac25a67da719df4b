//! A shift by keyboard alone: on each page the focus is somewhere, seen, and where the next key should go.

use carddesk::domain::Language;
use carddesk::model::{CardAction, InspectorTab, Page, SettingsAction};
use carddesk::sandbox::{Call, Fault};
use carddesk::settings::TileSize;
use egui::accesskit::Role;
use egui::{Key, Modifiers, Rect};
use egui_kittest::kittest::NodeT as _;

use super::fits::told;
use super::journal::rows;
use super::stage::{Stage, Start, World};
use super::tour;

impl Stage {
    /// What has the focus: its name, and how much of its height is in sight.
    pub(super) fn in_focus(&self) -> Option<(String, f32)> {
        let nodes = self.harness.root().children_recursive();
        let focused = nodes.into_iter().find(|node| node.accesskit_node().is_focused())?;
        let node = focused.accesskit_node().locate().0;
        let told = told(self).into_iter().find(|told| told.node == node)?;
        let seen = told.seen.intersect(self.harness.ctx.content_rect());
        Some((told.name, seen.height() / told.rect.height().max(1.0)))
    }

    fn place_of(&self, role: Role, name: &str) -> Rect {
        let places = self.named_places(role);
        places.into_iter().find(|(said, _)| said == name).unwrap_or_else(|| panic!("{name}")).1
    }
}

fn remove_with_the_keyboard(stage: &mut Stage) {
    stage.press(Key::Delete);
    stage.wait_out_clicks();
    stage.press(Key::Tab);
    stage.press(Key::Enter);
    stage.run_until("the outcome", |stage| !stage.state().is_removing());
    stage.settle();
    stage.press(Key::Escape);
}

#[test]
fn on_another_page_the_focus_is_on_what_comes_first() {
    let mut stage = Stage::showing("1009");
    stage.press(Key::ArrowRight);
    remove_with_the_keyboard(&mut stage);
    let at_tile = stage.in_focus();
    assert!(at_tile.is_some(), "{}", stage.spoken());
    stage.press_with(Modifiers::COMMAND, Key::J);
    stage.settle();
    let (name, seen) = stage.in_focus().expect("something on the journal's page");
    assert!(name.contains("Removed") && seen > 0.8, "{name} {seen}");
    stage.press(Key::Enter);
    assert!(stage.state().journal.open.is_some());
    stage.press(Key::Escape);
    assert!(stage.state().journal.open.is_none());
    assert_eq!(stage.session().page, Page::Journal);
    for (key, first) in [(Key::J, None), (Key::G, Some("Back to the cards"))] {
        stage.press_with(Modifiers::COMMAND, key);
        stage.settle();
        let (name, seen) = stage.in_focus().expect("something has the focus");
        assert!(seen > 0.8, "{name}");
        match first {
            Some(first) => assert_eq!(name, first),
            None => assert!(stage.tiles().contains(&name), "{name}"),
        }
    }
    stage.press(Key::Enter);
    assert_eq!(stage.session().page, Page::Customer);
    let (name, _) = stage.in_focus().expect("a card");
    assert!(stage.tiles().contains(&name), "{name}");
    // Nothing was removed: the first thing on the page is the way back.
    let mut stage = Stage::showing("1009");
    stage.press_with(Modifiers::COMMAND, Key::J);
    stage.settle();
    assert_eq!(stage.in_focus().map(|(name, _)| name).as_deref(), Some("Back to the cards"));
}

#[test]
fn a_number_typed_on_any_page_is_looked_up() {
    for page in [Key::J, Key::G] {
        let mut stage = Stage::showing("1009");
        stage.press_with(Modifiers::COMMAND, page);
        stage.settle();
        stage.type_text("1004");
        stage.press(Key::Enter);
        stage.run_until("the list", |stage| !stage.is_asking());
        stage.settle();
        stage.assert_says(&["Customer 1004"]);
        let (name, _) = stage.in_focus().expect("a card");
        assert!(stage.tiles().first() == Some(&name), "{name}");
    }
}

#[test]
fn tab_is_followed_down_and_up_the_list_of_customers() {
    let start = Start { customer: Some("1002"), known: true, ..Start::default() };
    let mut stage = World::new().start(&Start { size: [1024.0, 480.0], ..start });
    stage.settle();
    let first = stage.names(Role::Button).into_iter().find(|name| name.contains("1001")).unwrap();
    stage.get(Role::Button, &first).focus();
    stage.rest();
    let walk = |stage: &mut Stage, modifiers| {
        let mut names = Vec::new();
        for _ in 0..20 {
            stage.press_with(modifiers, Key::Tab);
            let (name, seen) = stage.in_focus().expect("a row");
            assert!(seen > 0.8, "{name} is cut off: {seen}");
            names.push(name);
        }
        names
    };
    let down = walk(&mut stage, Modifiers::NONE);
    let mut distinct = down.clone();
    distinct.dedup();
    assert_eq!(distinct, down);
    assert!(down.iter().all(|name| name.starts_with("Customer ")), "{down:?}");
    let up = walk(&mut stage, Modifiers::SHIFT);
    let mut back: Vec<String> = down.into_iter().rev().skip(1).collect();
    back.push(first);
    assert_eq!(up, back);
}

#[test]
fn tab_is_followed_down_a_long_journal() {
    let world = World::new();
    for _ in 0..16 {
        super::journal::leave_intent_of(&world);
    }
    let mut stage = world.start(&Start { size: [1024.0, 480.0], ..Start::default() });
    stage.settle();
    stage.press_with(Modifiers::COMMAND, Key::J);
    stage.settle();
    for row in 0..16 {
        let (name, seen) = stage.in_focus().expect("a row");
        assert!(name.contains(" ···· ") && seen > 0.8, "row {row}: {name} {seen}");
        stage.press(Key::Tab);
    }
    assert!(rows(&stage).len() < 16, "those out of view are not drawn");
}

#[test]
fn what_is_only_read_is_scrolled_by_keys() {
    let mut stage = Stage::showing("1009");
    stage.act(SettingsAction::Rules);
    let title = |stage: &Stage| {
        let all = told(stage).into_iter();
        all.filter(|told| told.name == "The card's own data").map(|told| told.rect.min.y).next()
    };
    let labels = |stage: &Stage| {
        let all = told(stage).into_iter().filter(|told| told.role == Role::Label);
        all.map(|told| (told.name, told.rect.min.y)).collect::<Vec<_>>()
    };
    let (before, heading) = (labels(&stage), title(&stage));
    stage.press(Key::PageDown);
    assert_ne!(labels(&stage), before);
    stage.press(Key::PageUp);
    assert_eq!(title(&stage), heading);
    stage.press(Key::Escape);
    // The inspector under a dialog stays where it is.
    let mut stage = Stage::showing("1003");
    stage.select(0);
    stage.act(CardAction::Tab(InspectorTab::Raw));
    // The count of the pictures is one of the labels.
    stage.settle();
    let before = labels(&stage);
    stage.act(SettingsAction::Rules);
    stage.press(Key::PageDown);
    stage.press(Key::Escape);
    assert_eq!(labels(&stage), before);
    stage.press(Key::PageDown);
    assert_ne!(labels(&stage), before);
}

#[test]
fn the_header_stands_on_one_line() {
    for size in [[720.0, 480.0], [1024.0, 700.0], [1366.0, 768.0]] {
        let start = Start { customer: Some("1009"), size, ..Start::default() };
        let mut stage = World::new().start(&start);
        stage.settle();
        let field = stage.field("Customer number").rect().center().y;
        let pill = stage.place_of(Role::Label, "SANDBOX").center().y;
        let lock = stage.named_places(Role::Button);
        let fold = lock.iter().find(|(name, _)| name == "Show or hide customers").unwrap().1;
        let merchant = stage.place_of(Role::Label, "Merchant 777001");
        let server = stage.session().server.host_and_port();
        let server = stage.place_of(Role::Label, &server);
        let identity = merchant.union(server).center().y;
        for (name, at) in [("pill", pill), ("sign", fold.center().y), ("merchant", identity)] {
            assert!((at - field).abs() < 2.5, "{size:?}: {name} at {at}, the field at {field}");
        }
    }
}

#[test]
fn a_tile_has_a_badge_for_what_is_unusual_alone() {
    let mut stage = Stage::showing("1008");
    let drawn = |stage: &Stage, word: &str| {
        stage.named_places(Role::Label).into_iter().filter(|(name, _)| name == word).count()
    };
    for size in [TileSize::Medium, TileSize::Large] {
        stage.act(SettingsAction::Tiles(size));
        assert_eq!(drawn(&stage, "Active"), 0);
        assert!(drawn(&stage, "Inactive") > 0);
    }
    let mut stage = Stage::showing("1009");
    assert_eq!(drawn(&stage, "Active"), 0);
    assert!(stage.tiles().iter().all(|name| name.contains("Active")), "a screen reader is told");
    stage.select(0);
    assert!(drawn(&stage, "Active") > 0, "beside the card that is inspected");
}

#[test]
fn settings_that_cannot_be_kept_say_why_and_what_to_do() {
    let mut stage = Stage::showing("1009");
    let file = stage.world.data().join("settings.json");
    drop(std::fs::remove_file(&file));
    std::fs::create_dir_all(file.join("in the way")).unwrap();
    stage.act(SettingsAction::Tiles(TileSize::Large));
    stage.run_until("the notice", |stage| stage.says("Settings could not be saved"));
    stage.assert_says(&["hold until you close the window", "move it away"]);
    stage.act(SettingsAction::Language(Language::Russian));
    stage.settle();
    stage.assert_says(&["Настройки не сохранились", "уберите"]);
    std::fs::remove_dir_all(&file).unwrap();
    stage.act(SettingsAction::Tiles(TileSize::Small));
    stage.run_until("the file", |_| file.is_file());
    stage.settle();
    stage.assert_silent(&["Настройки не сохранились"]);
}

/// Names that two controls of one page may have, since they do the same or stand beside what they are
/// about.
fn may_be_many(name: &str) -> bool {
    let many = ["Back to the cards", "Copy token", "Refresh"];
    many.iter().any(|it| name.starts_with(it))
}

#[test]
fn no_two_controls_of_a_page_have_one_name() {
    let mut faults = std::collections::BTreeSet::new();
    for part in tour::PARTS {
        part(&mut |stage, page| {
            let mut seen = std::collections::BTreeSet::new();
            for told in told(stage).into_iter().filter(super::fits::Told::is_control) {
                if !seen.insert((told.role as u8, told.name.clone())) && !may_be_many(&told.name) {
                    faults.insert(format!("{page}: {:?} {:?}", told.role, told.name));
                }
            }
        });
    }
    assert!(faults.is_empty(), "{} faults\n{faults:#?}", faults.len());
}

#[test]
fn a_fault_of_the_list_leaves_the_focus_on_what_to_do() {
    let mut stage = Stage::showing("1009");
    stage.world.inject(Call::List, Fault::Status500, 1);
    stage.press(Key::F5);
    stage.run_until("the answer", |stage| !stage.is_asking());
    stage.settle();
    let (name, seen) = stage.in_focus().expect("the card or a button");
    assert!(seen > 0.5, "{name}");
}

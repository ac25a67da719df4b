//! Commands by name and by key.
use carddesk::model::{Dialog, Page};
use egui::{Key, Modifiers};

use super::stage::{LIST, Stage, Start, World};

fn opened(stage: &mut Stage) {
    stage.press_with(Modifiers::COMMAND, Key::K);
    assert!(matches!(stage.state().dialog, Some(Dialog::Palette(_))));
}

#[test]
fn a_command_is_found_by_some_of_its_letters() {
    let mut stage = Stage::showing("1009");
    opened(&mut stage);
    stage.assert_says(&["Journal", "Contact sheet", "Lock"]);
    // Letters in order; a whole word beats them.
    for (typed, page) in [("jrnl", Page::Journal), ("sheet", Page::Sheet)] {
        stage.type_text(typed);
        stage.press(Key::Enter);
        assert!(stage.state().dialog.is_none());
        assert_eq!(stage.session().page, page);
        opened(&mut stage);
    }
    stage.type_text("zzz");
    stage.assert_says(&["No command is called that."]);
    stage.press(Key::Enter);
    assert!(matches!(stage.state().dialog, Some(Dialog::Palette(_))), "nothing to do");
    stage.press(Key::Escape);
    assert!(stage.state().dialog.is_none());
}

#[test]
fn arrows_choose_and_a_click_does() {
    let mut stage = Stage::showing("1009");
    opened(&mut stage);
    stage.type_text("tiles");
    stage.press(Key::ArrowDown);
    stage.press(Key::ArrowDown);
    stage.press(Key::ArrowUp);
    stage.press(Key::Enter);
    assert_eq!(stage.state().settings.tiles, carddesk::settings::TileSize::Large);
    opened(&mut stage);
    stage.type_text("settings");
    stage.wait_out_clicks();
    let settings = stage.all(egui::accesskit::Role::Button, "Settings");
    settings.last().unwrap().click();
    stage.rest();
    assert!(matches!(stage.state().dialog, Some(Dialog::Settings)), "its own dialog");
}

#[test]
fn a_customer_is_opened_by_number_and_the_look_up_field_takes_the_focus() {
    let mut stage = Stage::showing("1009");
    opened(&mut stage);
    stage.type_text("1004");
    stage.assert_says(&["Open customer 1004"]);
    stage.press(Key::Enter);
    stage.run_until("the list", |stage| !stage.is_asking());
    stage.assert_says(&["Customer 1004"]);
    assert_eq!(stage.world.count(LIST), 2);
    opened(&mut stage);
    stage.type_text("look up");
    stage.press(Key::Enter);
    assert!(stage.field("Customer number").is_focused());
}

#[test]
fn what_needs_a_card_is_offered_with_a_card_alone() {
    let mut stage = Stage::showing("1009");
    opened(&mut stage);
    stage.assert_silent(&["Copy the token", "Remove the card"]);
    stage.press(Key::Escape);
    stage.select(0);
    opened(&mut stage);
    stage.type_text("remove");
    stage.press(Key::Enter);
    assert!(matches!(stage.state().dialog, Some(Dialog::Removal(_))));
}

#[test]
fn the_keys_page_tells_the_keys_of_this_screen() {
    let mut stage = Stage::showing("1009");
    stage.type_text("?");
    stage.assert_says(&["Ctrl+K", "All commands", "Next customer", "N", "Space"]);
    stage.press(Key::Escape);
    stage.press_with(Modifiers::COMMAND, Key::J);
    stage.press(Key::F1);
    stage.assert_says(&["Ctrl+J"]);
    stage.assert_silent(&["Next finding of the cards", "Large picture"]);
    stage.press(Key::Escape);
    // Before anybody signed in there is little to do.
    let mut stage = World::new().start(&Start { signed_in: false, ..Start::default() });
    stage.press(Key::F1);
    stage.wait_out_clicks();
    stage.click("Keys");
    stage.assert_says(&["Ctrl+Q"]);
    stage.assert_silent(&["Ctrl+J", "Ctrl+K"]);
}

#[test]
fn behind_the_lock_there_is_no_palette() {
    let mut stage = Stage::showing("1009");
    stage.press_with(Modifiers::COMMAND | Modifiers::SHIFT, Key::L);
    stage.press_with(Modifiers::COMMAND, Key::K);
    assert!(stage.state().dialog.is_none());
}

#[test]
fn what_begins_with_the_text_comes_first_and_deeds_over_a_list_last() {
    let mut stage = Stage::showing("1009");
    stage.act(carddesk::model::QueueAction::Give("1002\n1004\n".to_owned()));
    stage.act(carddesk::model::QueueAction::Take);
    stage.settle();
    opened(&mut stage);
    let lines = |stage: &Stage| -> Vec<String> {
        let ours = stage.all_in_dialog(egui::accesskit::Role::Button);
        ours.into_iter().map(|(name, _)| name).collect()
    };
    let order = |stage: &mut Stage, typed: &str| {
        stage.type_text(typed);
        let lines = lines(stage);
        stage.press_with(Modifiers::COMMAND, Key::A);
        stage.press(Key::Backspace);
        lines
    };
    for typed in ["re", "s", "c", "ver", "next", "lo"] {
        let lines = order(&mut stage, typed);
        let begins = |name: &String| name.to_lowercase().starts_with(typed);
        let words = |name: &String| name.to_lowercase().split(' ').any(|w| w.starts_with(typed));
        let tier = |name: &String| {
            if begins(name) {
                0
            } else if words(name) {
                1
            } else {
                2
            }
        };
        let tiers: Vec<u8> = lines.iter().map(tier).collect();
        assert!(tiers.is_sorted(), "{typed}: {lines:?}");
    }
    // With nothing typed all are alike.
    let all = order(&mut stage, "");
    for name in ["End the list", "Verify the customers of the list"] {
        assert!(all[all.len() - 3..].iter().any(|line| line == name), "{all:?}");
    }
}

#[test]
fn what_is_nearest_comes_first_and_the_palette_does_not_offer_itself() {
    let offered = |stage: &mut Stage| {
        opened(stage);
        let lines = stage.all_in_dialog(egui::accesskit::Role::Button);
        stage.press(Key::Escape);
        lines.into_iter().map(|(name, _)| name).collect::<Vec<_>>()
    };
    let mut stage = Stage::showing("1009");
    let lines = offered(&mut stage);
    assert!(!lines.iter().any(|line| line == "All commands"), "{lines:?}");
    assert_eq!(lines[0], "Choose all cards");
    stage.select(0);
    assert_eq!(offered(&mut stage)[0], "Large picture");
    stage.press(Key::Escape);
    stage.press_with(Modifiers::COMMAND, Key::J);
    stage.settle();
    assert_eq!(offered(&mut stage)[0], "Export CSV");
    let lines = offered(&mut stage);
    for name in ["Show all customers", "Show the customers with findings"] {
        assert!(lines.iter().any(|line| line == name), "{lines:?}");
    }
}

#[test]
fn the_palette_stands_still_whatever_is_found() {
    let mut stage = Stage::showing("1009");
    opened(&mut stage);
    let field = |stage: &Stage| {
        let fields = stage.all_in_dialog(egui::accesskit::Role::TextInput);
        fields[0].1
    };
    let before = field(&stage);
    for typed in ["j", "r", "n", "zzz"] {
        stage.type_text(typed);
        assert_eq!(field(&stage), before, "{typed}");
    }
}

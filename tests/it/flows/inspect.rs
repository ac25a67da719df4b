//! The inspector: fields, assets, raw JSON; copying.

use carddesk::model::{InspectorTab, NoticeKind};
use egui::accesskit::Role;
use egui::{Key, Modifiers, Shape};

use super::stage::Stage;

/// The token of the card at this index, whole.
fn token(stage: &Stage, index: usize) -> String {
    stage.session().cards()[index].token.expose().to_owned()
}

#[test]
fn a_click_on_a_tile_shows_every_field() {
    let mut stage = Stage::showing("4128");
    stage.assert_silent(&["Details"]);
    stage.select(0);
    stage.assert_says(&[
        "MasterCard ···· 4128",
        "Bank USA",
        "546792·· ···· 4128",
        "12/2025",
        "Active",
        "CVC needed",
        "Token",
        "BIN and last four digits are all that is kept of a card number.",
        "Expired",
    ]);
    stage.click("Assets");
    stage.assert_says(&["The gateway sent no art for this card."]);
    stage.click("Raw");
    stage.assert_says(&["\"expire\": \"12.2025\"", "\"bin\": 546792", "\"bank\": \"Bank USA\""]);
    stage.click("Close the inspector");
    stage.assert_silent(&["Details", "Raw"]);
    assert!(stage.session().selected_card().is_none());
}

#[test]
fn no_whole_token_is_ever_on_screen() {
    // As documented, as ColdFusion writes, and with a guard before the JSON.
    for customer in ["1009", "2001", "2002"] {
        let mut stage = Stage::showing(customer);
        let count = stage.session().cards().len();
        for index in 0..count {
            let name = stage.tile_name(index);
            let mut same: Vec<_> = stage.all(Role::Button, &name);
            same.pop().unwrap().click_accesskit();
            stage.rest();
            for tab in ["Details", "Assets", "Raw"] {
                stage.click(tab);
                let spoken = stage.spoken().to_ascii_uppercase();
                for index in 0..count {
                    let token = token(&stage, index).to_ascii_uppercase();
                    assert!(token.is_empty() || !spoken.contains(&token), "{customer} {tab}");
                }
            }
        }
        assert!(stage.says("…"), "tokens are elided, not left out");
        stage.click("Copy this JSON");
        let copied = stage.copied().unwrap().to_ascii_uppercase();
        let token = token(&stage, count - 1).to_ascii_uppercase();
        assert!(copied.contains("\"TOKEN\"") && !copied.contains(&token));
    }
}

#[test]
fn token_and_last_four_are_copied_when_asked_for() {
    let mut stage = Stage::showing("1009");
    stage.select(2);
    let (token, digits) = {
        let card = &stage.session().cards()[2];
        (card.token.expose().to_owned(), card.last_four.as_str().to_owned())
    };
    assert_eq!(stage.copied(), None, "nothing by itself");
    for place in 0..2 {
        let copy = stage.all(Role::Button, "Copy token");
        assert_eq!(copy.len(), 2, "beside the token, and below");
        copy[place].click();
        stage.rest();
        assert_eq!(stage.copied().as_ref(), Some(&token));
        stage.assert_says(&["Token copied. Paste it only where it is meant to go."]);
        stage.click("Copy the last four digits");
        assert_eq!(stage.copied().as_ref(), Some(&digits));
        stage.assert_says(&["Copied."]);
    }
    // Notices leave by themselves.
    stage.pass_seconds(7);
    stage.run_until("no notice", |stage| !stage.says("Token copied."));
    stage.assert_silent(&["Copied."]);
}

/// How often a text is painted.
fn painted(stage: &Stage, wanted: &str) -> usize {
    fn within(shape: &Shape, wanted: &str) -> usize {
        match shape {
            Shape::Vec(all) => all.iter().map(|shape| within(shape, wanted)).sum(),
            Shape::Text(text) => usize::from(text.galley.text() == wanted),
            _ => 0,
        }
    }
    stage.harness.output().shapes.iter().map(|clipped| within(&clipped.shape, wanted)).sum()
}

/// A dialog lies over the line of notices: one of both says it.
#[test]
fn a_notice_stands_once_whether_a_dialog_is_open_or_not() {
    let mut stage = Stage::showing("1009");
    stage.select(2);
    stage.click("Copy the last four digits");
    assert_eq!(painted(&stage, "Copied."), 1, "on the page");
    for key in [Key::F1, Key::Escape, Key::F1] {
        stage.press(key);
        stage.rest();
        assert_eq!(painted(&stage, "Copied."), 1, "{key:?}");
        stage.assert_says(&["Copied."]);
    }
}

#[test]
fn ctrl_c_copies_digits_and_only_ctrl_shift_c_the_token() {
    let mut stage = Stage::showing("1009");
    stage.select(1);
    let name = stage.tile_name(1);
    assert!(stage.button(&name).is_focused(), "the tile that was clicked has the focus");
    let (token, digits) = {
        let card = &stage.session().cards()[1];
        (card.token.expose().to_owned(), card.last_four.as_str().to_owned())
    };
    stage.harness.event(egui::Event::Copy);
    stage.rest();
    assert_eq!(stage.copied(), Some(digits.clone()));
    stage.press_with(Modifiers::COMMAND | Modifiers::SHIFT, Key::C);
    assert_eq!(stage.copied(), Some(token.clone()));
    // With the focus on a button of the inspector as well.
    stage.click("Details");
    stage.button("Details").focus();
    stage.rest();
    stage.harness.event(egui::Event::Copy);
    stage.rest();
    assert_eq!(stage.copied(), Some(digits));
    // In a field the keys are the field's.
    stage.press_with(Modifiers::COMMAND, Key::L);
    stage.press_with(Modifiers::COMMAND, Key::A);
    stage.harness.event(egui::Event::Copy);
    stage.rest();
    assert_eq!(stage.copied().as_deref(), Some("1009"));
    stage.press_with(Modifiers::COMMAND | Modifiers::SHIFT, Key::C);
    assert_ne!(stage.copied(), Some(token));
}

#[test]
fn text_that_was_selected_is_what_ctrl_c_copies() {
    let mut stage = Stage::showing("4128");
    stage.select(0);
    stage.click("Raw");
    let json = stage.session().cards()[0].raw_json.clone();
    let at = stage.get(Role::Label, &json).rect().left_top() + egui::vec2(14.0, 30.0);
    // A double click selects the word.
    for _ in 0..2 {
        stage.harness.hover_at(at);
        stage.harness.drag_at(at);
        stage.harness.event(egui::Event::PointerButton {
            pos: at,
            button: egui::PointerButton::Primary,
            pressed: false,
            modifiers: Modifiers::NONE,
        });
    }
    stage.rest();
    stage.harness.event(egui::Event::Copy);
    stage.rest();
    let copied = stage.copied().unwrap();
    assert!(json.contains(&copied) && copied != "4128" && !copied.is_empty(), "{copied}");
}

#[test]
fn the_selection_follows_its_card_through_a_refresh() {
    let mut stage = Stage::showing("1009");
    stage.select(3);
    stage.click("Raw");
    let chosen = token(&stage, 3);
    stage.press(Key::F5);
    stage.run_until("the list", |stage| !stage.is_asking());
    let (index, card) = stage.session().selected_card().unwrap();
    assert_eq!((index, card.token.expose()), (3, chosen.as_str()));
    assert_eq!(stage.session().customer.as_ref().unwrap().tab, InspectorTab::Raw);
    // Another customer begins anew.
    stage.show("4128");
    assert!(stage.session().selected_card().is_none());
}

#[test]
fn what_is_copied_is_told_to_nobody_else() {
    let mut stage = Stage::showing("1009");
    stage.select(0);
    stage.all(Role::Button, "Copy token")[0].click();
    stage.rest();
    let told: Vec<_> = stage.state().notices.iter().map(|notice| notice.kind.clone()).collect();
    assert_eq!(told, [NoticeKind::TokenCopied]);
    assert!(!stage.says(&token(&stage, 0)));
}

#[test]
fn a_failed_file_says_so_and_is_fetched_again_on_retry() {
    let mut stage = Stage::showing("3001");
    stage.settle();
    let fetched = |stage: &Stage| {
        let requests = stage.world.sandbox.requests().latest;
        let mut paths: Vec<_> = requests.into_iter().map(|request| request.path).collect();
        paths.retain(|path| path.starts_with("/assets/"));
        paths
    };
    let first = fetched(&stage);
    assert!(!first.is_empty());
    stage.assert_says(&["1 failed"]);
    stage.select(0);
    stage.click("Assets");
    stage.settle();
    stage.assert_says(&["Failed", "Declared", "image/png, 1536×969"]);
    let before = fetched(&stage).len();
    stage.button("Retry").scroll_to_me();
    stage.rest();
    stage.click("Retry");
    stage.settle();
    let again = fetched(&stage);
    assert_eq!(again.len(), before + 1);
    assert!(first.contains(again.last().unwrap()));
    stage.assert_says(&["Failed"]);
    stage.click("Load failed pictures again");
    stage.settle();
    assert_eq!(fetched(&stage).len(), before + 2);
}

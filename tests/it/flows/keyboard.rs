//! Everything by keyboard.

use carddesk::model::{Dialog, RemovalDialog};
use egui::accesskit::{Action, Role};
use egui::{Key, Modifiers};
use egui_kittest::kittest::NodeT as _;

use super::stage::{Stage, Start, World};

/// Role and name of what has the focus.
fn focused(stage: &Stage) -> Option<String> {
    let nodes = stage.harness.root().children_recursive();
    nodes
        .map(|node| node.accesskit_node())
        .find(|node| node.is_focused() && node.label().is_some())
        .and_then(|node| node.label())
}

/// Names of everything that can be acted on, in reading order.
fn controls(stage: &Stage) -> Vec<String> {
    let nodes = stage.harness.root().children_recursive().map(|node| node.accesskit_node());
    nodes
        .filter(|node| {
            let data = node.data();
            egui::accessibility::is_input(node.role())
                && node.role() != Role::Splitter
                && data.supports_action(Action::Focus)
                && !node.is_disabled()
        })
        .filter_map(|node| node.label())
        .collect()
}

/// Names of what Tab comes by, until it begins again.
fn tabbed(stage: &mut Stage) -> Vec<String> {
    let mut names = Vec::new();
    for _ in 0..200 {
        stage.press(Key::Tab);
        let Some(name) = focused(stage) else { continue };
        if names.first() == Some(&name) {
            return names;
        }
        names.push(name);
    }
    panic!("Tab never came back: {names:?}");
}

/// That Tab comes by everything that can be acted on, `under` a dialog excepted.
#[track_caller]
fn assert_all_reached_but(stage: &mut Stage, under: &[String]) -> Vec<String> {
    let mut wanted = controls(stage);
    // The same name may stand under the dialog and in it.
    for name in under {
        if let Some(at) = wanted.iter().position(|other| other == name) {
            wanted.remove(at);
        }
    }
    let names = tabbed(stage);
    let mut reached = names.clone();
    reached.sort();
    wanted.sort();
    wanted.dedup();
    reached.dedup();
    let missing: Vec<_> = wanted.iter().filter(|name| !reached.contains(name)).collect();
    assert!(missing.is_empty(), "never reached: {missing:?}\n{names:?}");
    names
}

#[track_caller]
fn assert_all_reached(stage: &mut Stage) -> Vec<String> {
    assert_all_reached_but(stage, &[])
}

#[track_caller]
fn assert_in_order(names: &[String], wanted: &[&str]) {
    let places: Vec<usize> = wanted
        .iter()
        .map(|name| {
            names
                .iter()
                .position(|other| other == name)
                .unwrap_or_else(|| panic!("{name}: {names:?}"))
        })
        .collect();
    assert!(places.is_sorted(), "{wanted:?} in {names:?}");
}

#[test]
fn tab_reaches_everything_on_the_form_in_order() {
    let start = Start { signed_in: false, known: true, ..Start::default() };
    let mut stage = World::new().start(&start);
    stage.rest();
    let names = assert_all_reached(&mut stage);
    let fields = [
        "Server name",
        "Merchant ID",
        "Login of the web services",
        "Password",
        "Customer number (optional)",
        "Sign in",
        "Use the sandbox",
    ];
    // The first Tab leaves the first field, which had the focus.
    assert_eq!(names.last().map(String::as_str), Some("Server name"));
    assert_in_order(&names, &fields[1..]);
}

#[test]
fn tab_reaches_everything_of_a_customer_in_reading_order() {
    let mut stage = Stage::showing("1009");
    stage.select(0);
    stage.press(Key::Escape);
    stage.select(0);
    let names = assert_all_reached(&mut stage);
    let tiles = stage.tiles();
    assert_in_order(
        &names_from(&names, "Customer number"),
        &[
            "Customer number",
            "Show or hide customers",
            "Journal",
            "Keys",
            "Settings",
            "Lock (Ctrl+Shift+L)",
            "Sign out",
            "Customer 1009",
        ],
    );
    assert_in_order(&names_from(&names, "Customer 1009"), &["Refresh", &tiles[0], &tiles[1]]);
}

/// The round of Tab as if it began here.
fn names_from(names: &[String], first: &str) -> Vec<String> {
    let at = names.iter().position(|name| name == first).unwrap_or_else(|| panic!("{names:?}"));
    let mut round = names.to_vec();
    round.rotate_left(at);
    round
}

#[test]
fn tab_reaches_everything_of_the_journal_and_the_dialogs() {
    let mut stage = Stage::showing("1009");
    stage.press_with(Modifiers::COMMAND, Key::J);
    stage.settle();
    let names = assert_all_reached(&mut stage);
    let wanted = ["Back to the cards", "Customer, digits, reason…", "Refresh", "Export CSV"];
    assert_in_order(&names_from(&names, wanted[0]), &wanted);
    stage.press_with(Modifiers::COMMAND, Key::J);
    let under = controls(&stage);
    stage.click("Settings");
    let names = assert_all_reached_but(&mut stage, &under);
    assert!(!names.contains(&"Refresh".to_owned()), "what lies under a dialog is out of reach");
    stage.press(Key::Escape);
    stage.press(Key::F1);
    assert!(matches!(stage.state().dialog, Some(Dialog::Keys)));
    stage.assert_says(&["Ctrl+Shift+C", "Copy the token"]);
    assert_all_reached_but(&mut stage, &under);
    stage.press(Key::Escape);
    let remove = format!("Remove {}", stage.card_name(0));
    stage.click(&remove);
    let names = assert_all_reached_but(&mut stage, &under);
    // The focus began on the safe button.
    assert_eq!(names.last().map(String::as_str), Some("Keep card"), "{names:?}");
    let from_reason = names_from(&names, "Reason or ticket number (optional)");
    assert_eq!(from_reason, ["Reason or ticket number (optional)", "Keep card", "Remove card"]);
}

#[test]
fn arrows_move_among_tiles() {
    let mut stage = Stage::showing("1003");
    let columns = {
        let tops: Vec<f32> =
            (0..4).map(|index| stage.button(&stage.tile_name(index)).rect().top()).collect();
        tops.iter().filter(|top| **top == tops[0]).count()
    };
    assert!((2..4).contains(&columns), "{columns}");
    let at = |stage: &Stage, index: usize| focused(stage) == Some(stage.tile_name(index));
    // A look-up begins at the first tile.
    assert!(at(&stage, 0), "{}", stage.spoken());
    // From nowhere an arrow leads there too.
    stage.press(Key::Escape);
    assert_eq!(focused(&stage), None);
    stage.press(Key::ArrowDown);
    assert!(at(&stage, 0), "{}", stage.spoken());
    let moves = [
        (Key::ArrowRight, 1),
        (Key::ArrowDown, 1 + columns),
        (Key::ArrowLeft, columns),
        (Key::ArrowUp, 0),
        (Key::ArrowUp, 0),
        (Key::ArrowLeft, 0),
    ];
    for (key, index) in moves {
        stage.press(key);
        assert!(at(&stage, index), "{key:?} to {index}: {:?}", focused(&stage));
    }
    // Down to the last row, scrolling what is not in view, and on to the last tile; no further.
    for key in [Key::ArrowDown, Key::ArrowRight] {
        for _ in 0..12 {
            stage.press(key);
        }
    }
    assert!(at(&stage, 11), "{:?}", focused(&stage));
    let window = stage.harness.ctx.content_rect();
    let place = stage.button(&stage.tile_name(11)).rect();
    assert!(window.contains_rect(place), "{place:?}");
}

#[test]
fn the_keys_of_a_tile() {
    let mut stage = Stage::showing("1002");
    stage.settle();
    stage.press(Key::ArrowDown);
    assert!(stage.session().selected_card().is_none(), "an arrow selects nothing");
    stage.press(Key::Enter);
    assert_eq!(stage.session().selected_card().map(|(index, _)| index), Some(0));
    stage.press(Key::Space);
    assert!(matches!(stage.state().dialog, Some(Dialog::Viewer(_))));
    stage.press(Key::Escape);
    stage.press(Key::Delete);
    assert!(matches!(stage.state().dialog, Some(Dialog::Removal(_))));
    stage.press(Key::Escape);
    // Esc leaves the tile, and the inspector with it or next.
    assert!(stage.state().dialog.is_none() && stage.session().selected_card().is_some());
}

#[test]
fn delete_asks_about_the_tile_in_focus_or_else_the_card_inspected() {
    let mut stage = Stage::showing("1009");
    let asked = |stage: &Stage| match &stage.state().dialog {
        Some(Dialog::Removal(RemovalDialog::Asking(question))) => {
            question.cards().next().map(|(_, card)| card.last_four.as_str().to_owned())
        }
        _ => None,
    };
    let digits = |stage: &Stage, index: usize| stage.session().cards()[index].last_four.clone();
    stage.select(0);
    stage.press(Key::ArrowRight);
    stage.press(Key::Delete);
    assert_eq!(asked(&stage).as_deref(), Some(digits(&stage, 1).as_str()));
    stage.press(Key::Escape);
    // On a button of the inspector it means the card that is inspected.
    stage.button("Raw").focus();
    stage.rest();
    stage.press(Key::Delete);
    assert_eq!(asked(&stage).as_deref(), Some(digits(&stage, 0).as_str()));
    stage.press(Key::Escape);
    // In a field it is the field's.
    stage.press_with(Modifiers::COMMAND, Key::L);
    stage.press(Key::Delete);
    assert_eq!(asked(&stage), None);
    assert_eq!(stage.field("Customer number").value().as_deref(), Some(""));
}

#[test]
fn esc_in_a_field_leaves_the_field_alone() {
    let mut stage = Stage::showing("1009");
    stage.select(0);
    stage.press_with(Modifiers::COMMAND, Key::L);
    stage.press(Key::Escape);
    assert!(!stage.field("Customer number").is_focused());
    assert!(stage.session().selected_card().is_some(), "the inspector is the next layer");
    stage.press(Key::Escape);
    assert!(stage.session().selected_card().is_none());
}

#[test]
fn j_and_k_go_through_the_list_of_customers() {
    let mut stage = Stage::showing("1003");
    stage.show("1002");
    // In the order they were looked up; at either end nothing happens.
    for (key, shown) in [(Key::J, "1002"), (Key::K, "1003"), (Key::K, "1003"), (Key::J, "1002")] {
        stage.pass_seconds(1);
        stage.press(key);
        stage.settle();
        stage.assert_says(&[&format!("Customer {shown}")]);
        assert_eq!(stage.session().customer.as_ref().unwrap().number.as_str(), shown);
    }
    // Where letters are typed, they are letters.
    let asked = stage.world.sandbox.requests().total;
    stage.press_with(Modifiers::COMMAND, Key::L);
    stage.type_text("J1");
    stage.press(Key::J);
    stage.settle();
    assert_eq!(stage.world.sandbox.requests().total, asked);
}

//! The question before a removal, and its one request.

use carddesk::journal::{EntryKind, OutcomeCode, read};
use carddesk::model::{Dialog, RemovalStage};
use egui::accesskit::Role;
use egui::{Key, Modifiers, PointerButton, Pos2};

use super::gate::Hold;
use super::stage::{LIST, REMOVE, Stage, World};

fn is_asking(stage: &Stage) -> bool {
    matches!(&stage.state().dialog,
        Some(Dialog::Removal(dialog)) if dialog.stage == RemovalStage::Asking)
}

/// Asks about the card at this index.
fn asked(stage: &mut Stage, index: usize) {
    let name = format!("Remove {}", stage.card_name(index));
    stage.click(&name);
    assert!(is_asking(stage));
}

/// A double click, as the window gets it: between two frames, or within one.
fn double_click(stage: &mut Stage, pos: Pos2, in_one_frame: bool) {
    let button = |pressed| egui::Event::PointerButton {
        pos,
        button: PointerButton::Primary,
        pressed,
        modifiers: Modifiers::NONE,
    };
    let clicks = [button(true), button(false), button(true), button(false)];
    stage.harness.hover_at(pos);
    stage.frame();
    if in_one_frame {
        stage.harness.input_mut().events.extend(clicks);
    } else {
        clicks.into_iter().for_each(|event| stage.harness.event(event));
    }
    stage.rest();
}

#[test]
fn the_question_names_everything_and_refuses_by_default() {
    let mut stage = Stage::showing("1009");
    let (title, bank) = (stage.card_name(2), stage.session().cards()[2].bank.clone());
    asked(&mut stage, 2);
    stage.assert_says(&[
        &format!("Remove {title}?"),
        &bank,
        "Customer 1009",
        "Merchant 777001",
        "SANDBOX",
        "This cannot be undone.",
        "Shops of one group can share saved cards: the removal may reach them too.",
        "Reason or ticket number (optional)",
        "Kept in the journal. Write no card numbers here.",
    ]);
    assert!(stage.button("Keep card").is_focused());
    assert!(!stage.is_off("Remove card"));
    // Elsewhere than on PRODUCTION no digits are asked for.
    assert_eq!(stage.names(Role::TextInput), ["Reason or ticket number (optional)"]);
}

#[test]
fn enter_esc_a_click_outside_and_the_button_all_keep_the_card() {
    let mut stage = Stage::showing("1009");
    type Act = fn(&mut Stage);
    let ways: [(&str, Act); 4] = [
        ("Enter", |stage| stage.press(Key::Enter)),
        ("Esc", |stage| stage.press(Key::Escape)),
        ("outside", |stage| {
            stage.wait_out_clicks();
            let corner = Pos2::new(12.0, 400.0);
            stage.harness.hover_at(corner);
            stage.harness.drag_at(corner);
            stage.harness.drop_at(corner);
            stage.rest();
        }),
        ("the button", |stage| stage.click("Keep card")),
    ];
    for (way, keep) in ways {
        asked(&mut stage, 1);
        keep(&mut stage);
        assert!(stage.state().dialog.is_none(), "{way}");
    }
    stage.settle();
    assert_eq!(stage.world.count(REMOVE), 0);
    assert!(read(stage.world.data()).unwrap().entries.is_empty());
    assert_eq!(stage.session().cards().len(), 5);
}

#[test]
fn the_inspector_asks_too_and_the_key_that_opened_the_question_does_not_answer_it() {
    let mut stage = Stage::showing("1009");
    stage.select(0);
    stage.button("Remove card…").focus();
    stage.rest();
    // Held down a little too long, Enter comes again at once.
    stage.harness.key_down(Key::Enter);
    stage.rest();
    assert!(is_asking(&stage));
    stage.harness.key_up(Key::Enter);
    stage.rest();
    assert!(is_asking(&stage));
    stage.press(Key::Escape);
    assert!(stage.state().dialog.is_none());
    stage.press(Key::Delete);
    assert!(is_asking(&stage));
}

#[test]
fn a_double_click_that_opens_the_question_neither_closes_nor_answers_it() {
    let mut stage = Stage::showing("1009");
    // Under some of them comes the dialog, under others the ground beside it.
    for index in 0..5 {
        for in_one_frame in [false, true] {
            let name = format!("Remove {}", stage.card_name(index));
            let pos = stage.button(&name).rect().center();
            double_click(&mut stage, pos, in_one_frame);
            assert!(is_asking(&stage), "{name}: {:?}", stage.state().dialog);
            stage.press(Key::Escape);
        }
    }
    stage.settle();
    assert_eq!(stage.world.count(REMOVE), 0);
}

#[test]
fn a_double_click_on_confirm_is_one_request() {
    for in_one_frame in [false, true] {
        let world = World::gated();
        world.gate().hold(Hold::Removals);
        let mut stage = Stage::showing_in(world, "1009");
        asked(&mut stage, 0);
        stage.wait_out_clicks();
        let pos = stage.button("Remove card").rect().center();
        double_click(&mut stage, pos, in_one_frame);
        stage.world.gate().wait_for(1);
        assert_eq!(stage.session().removals.len(), 1);
        // The progress stays on screen, though "Hide" may now lie under the pointer.
        stage.assert_says(&["Removing ", "You may hide this; the removal goes on"]);
        stage.world.gate().open();
        stage.run_until("the outcome", |stage| !stage.state().is_removing());
        stage.settle();
        assert_eq!(stage.world.count(REMOVE), 1);
        stage.assert_says(&["Removed (verified)"]);
    }
}

#[test]
fn enter_pressed_twice_on_confirm_is_one_request() {
    let world = World::gated();
    world.gate().hold(Hold::Removals);
    let mut stage = Stage::showing_in(world, "1009");
    asked(&mut stage, 0);
    stage.button("Remove card").focus();
    stage.rest();
    for _ in 0..3 {
        stage.harness.key_down(Key::Enter);
    }
    stage.harness.key_up(Key::Enter);
    stage.rest();
    stage.world.gate().wait_for(1);
    stage.assert_says(&["You may hide this; the removal goes on"]);
    stage.world.gate().open();
    stage.run_until("the outcome", |stage| !stage.state().is_removing());
    stage.settle();
    assert_eq!(stage.world.count(REMOVE), 1);
}

#[test]
fn the_card_stays_on_screen_until_a_list_proves_it_gone() {
    let world = World::gated();
    world.gate().hold(Hold::Removals);
    let mut stage = Stage::showing_in(world, "1009");
    let tile = stage.tile_name(0);
    asked(&mut stage, 0);
    stage.click("Remove card");
    stage.world.gate().wait_for(1);
    stage.rest();
    assert_eq!(stage.session().cards().len(), 5);
    stage.assert_says(&["Intent written to the journal", "Removal asked for, once"]);
    // The intent is on the disk before the request has come through.
    let entries = read(stage.world.data()).unwrap().entries;
    assert_eq!(entries.iter().map(|entry| entry.kind).collect::<Vec<_>>(), [EntryKind::Intent]);
    assert_eq!(stage.world.count(REMOVE), 0);
    // Acknowledged, but not yet verified.
    stage.world.gate().hold(Hold::List("1009"));
    stage.world.gate().release(&Hold::Removals);
    stage.world.gate().wait_for(2);
    stage.rest();
    assert_eq!(stage.world.count(REMOVE), 1);
    assert_eq!(stage.session().cards().len(), 5);
    stage.world.gate().open();
    stage.run_until("the outcome", |stage| !stage.state().is_removing());
    stage.assert_says(&["Removed (verified)"]);
    stage.click("Close");
    stage.assert_says(&["4 cards"]);
    stage.assert_silent(&[&tile]);
    assert_eq!(stage.world.count(LIST), 2, "the list that decided is the one on screen");
}

#[test]
fn a_hidden_removal_goes_on_and_tells_its_end() {
    let world = World::gated();
    world.gate().hold(Hold::Removals);
    let mut stage = Stage::showing_in(world, "1009");
    let name = stage.card_name(0);
    asked(&mut stage, 0);
    stage.click("Remove card");
    stage.click("Hide");
    assert!(stage.state().dialog.is_none());
    // Asked about again, it shows the removal under way instead of a second question.
    stage.click(&format!("Remove {name}"));
    stage.assert_says(&["You may hide this; the removal goes on"]);
    assert!(!stage.has_button("Remove card"));
    stage.press(Key::Escape);
    stage.world.gate().open();
    stage.run_until("the outcome", |stage| !stage.state().is_removing());
    stage.assert_says(&[&format!("{name}: Removed (verified)"), "4 cards"]);
    stage.settle();
    assert_eq!(stage.world.count(REMOVE), 1);
}

#[test]
fn a_removal_ends_where_it_was_begun_though_another_customer_is_on_screen() {
    let world = World::gated();
    world.gate().hold(Hold::Removals);
    let mut stage = Stage::showing_in(world, "1009");
    let name = stage.card_name(0);
    asked(&mut stage, 0);
    stage.click("Remove card");
    stage.click("Hide");
    stage.show("4128");
    stage.world.gate().open();
    stage.run_until("the outcome", |stage| !stage.state().is_removing());
    stage.settle();
    stage.assert_says(&["Customer 4128", "1 card", &format!("{name}: Removed (verified)")]);
    assert_eq!(stage.session().cards().len(), 1);
    let view = read(stage.world.data()).unwrap();
    let record = &view.removals()[0];
    assert_eq!(record.subject().customer.as_str(), "1009");
    assert_eq!(record.outcome(), Some(OutcomeCode::RemovedVerified));
}

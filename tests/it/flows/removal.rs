//! The question before a removal, and its one request.

use carddesk::domain::Token;
use carddesk::journal::{EntryKind, OutcomeCode, read};
use carddesk::model::{Dialog, Page, RemovalDialog};
use carddesk::sandbox::{Call, Fault};
use egui::accesskit::Role;
use egui::{Key, Modifiers, PointerButton, Pos2};

use super::gate::Hold;
use super::stage::{LIST, REMOVE, Stage, World};

fn is_asking(stage: &Stage) -> bool {
    matches!(&stage.state().dialog, Some(Dialog::Removal(RemovalDialog::Asking(_))))
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

/// Removes the first card, to the end; its name and its token.
fn removed(stage: &mut Stage) -> (String, Token) {
    let (name, token) = (stage.card_name(0), stage.session().cards()[0].token.clone());
    asked(stage, 0);
    stage.type_into("Reason or ticket number (optional)", "T-1001, 4123 6200 0000 0028");
    stage.click("Remove card");
    stage.run_until("the outcome", |stage| !stage.state().is_removing());
    stage.settle();
    (name, token)
}

/// No token, and no more of a card number than BIN and last four.
fn assert_no_secret(text: &str, token: &Token) {
    let upper = text.to_ascii_uppercase();
    assert!(!upper.contains(&token.expose().to_ascii_uppercase()), "{text}");
    assert!(!text.contains("4123 6200") && !text.contains("sandbox-2026"), "{text}");
}

#[test]
fn the_proof_of_one_card_is_copied() {
    let mut stage = Stage::showing("1009");
    let bin = stage.session().cards()[0].bin.as_str().to_owned();
    let (name, token) = removed(&mut stage);
    stage.click("Copy proof");
    let copied = stage.copied().unwrap();
    let digits = name.rsplit(' ').next().unwrap();
    for part in ["Customer 1009", &format!("{bin}…{digits}"), "Removed (verified)", "4 cards"] {
        assert!(copied.contains(part), "{part} in {copied}");
    }
    assert_no_secret(&copied, &token);
    // Copying leaves the dialog as it is.
    stage.assert_says(&["Removed (verified)", "Copied"]);
    stage.click("Close");
    assert!(stage.state().dialog.is_none());
}

#[test]
fn what_is_not_proven_is_copied_as_a_result_and_not_as_a_proof() {
    let mut stage = Stage::showing("1009");
    stage.world.inject(Call::List, Fault::StaleList, 1);
    removed(&mut stage);
    assert!(!stage.has_button("Copy proof"));
    stage.click("Copy result");
    let copied = stage.copied().unwrap();
    assert!(copied.contains("Still there") && !copied.contains("Removed (verified)"), "{copied}");
    assert!(stage.has_button("Save receipt") && stage.has_button("Show in journal"));
}

#[test]
fn the_receipt_of_one_card_is_saved() {
    let mut stage = Stage::showing("1009");
    let (_, token) = removed(&mut stage);
    stage.click("Save receipt");
    stage.run_until("the receipt", |stage| stage.says("Saved to "));
    let files = std::fs::read_dir(stage.world.data()).unwrap().map(|file| file.unwrap().path());
    let pages: Vec<_> =
        files.filter(|path| path.extension().is_some_and(|end| end == "html")).collect();
    let [page] = &pages[..] else { panic!("{pages:?}") };
    let page = std::fs::read_to_string(page).unwrap();
    let view = read(stage.world.data()).unwrap();
    let id = view.removals()[0].id().as_str().to_owned();
    for part in ["1009", "777001", "T-1001", "Removed (verified)", id.as_str()] {
        assert!(page.contains(part), "{part} in {page}");
    }
    assert_no_secret(&page, &token);
    assert_eq!(view.entries.len(), 4, "the journal holds what it held before");
}

#[test]
fn one_card_is_shown_in_the_journal() {
    let mut stage = Stage::showing("1009");
    removed(&mut stage);
    stage.click("Close");
    // Another filter would hide it.
    stage.press_with(Modifiers::COMMAND, Key::J);
    stage.settle();
    stage.type_into("Customer, digits, reason…", "no such thing");
    stage.click("Back to the cards");
    let (name, _) = removed(&mut stage);
    stage.click("Show in journal");
    stage.settle();
    assert_eq!((stage.session().page, stage.state().dialog.is_none()), (Page::Journal, true));
    let view = read(stage.world.data()).unwrap();
    let id = view.removals()[0].id().as_str().to_owned();
    assert_eq!(view.removals()[0].subject().last_four.as_str(), name.rsplit(' ').next().unwrap());
    assert_eq!(stage.state().journal.open, Some(id));
    stage.assert_says(&["Acknowledged by the gateway", "List checked: the card is gone"]);
}

#[test]
fn the_notice_of_a_hidden_removal_leads_to_its_proof() {
    let world = World::gated();
    world.gate().hold(Hold::Removals);
    let mut stage = Stage::showing_in(world, "1009");
    asked(&mut stage, 0);
    stage.click("Remove card");
    stage.click("Hide");
    stage.world.gate().open();
    stage.run_until("the outcome", |stage| !stage.state().is_removing());
    stage.settle();
    stage.click("Show");
    stage.assert_says(&["Removed (verified)", "A list fetched afterwards no longer holds"]);
    stage.click("Copy proof");
    assert!(stage.copied().unwrap().contains("Removed (verified)"));
}

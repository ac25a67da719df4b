//! Hands on the keyboard: each key leads somewhere, and the focus is never lost.

use carddesk::model::{CardAction, Extent, InspectorTab, Page, PaletteAction, RemovalDialog};
use carddesk::model::{Dialog, SessionAction};
use carddesk::verify::Severity;
use egui::accesskit::Role;
use egui::{Event, Key, Modifiers};

use super::stage::{REMOVE, Stage, Start, World};

const NUMBERS: &str = "Customer numbers";

fn focused(stage: &Stage) -> String {
    stage.in_focus().map(|(name, _)| name).unwrap_or_else(|| panic!("{}", stage.spoken()))
}

/// By way of the palette.
fn command(stage: &mut Stage, words: &str) {
    stage.press_with(Modifiers::COMMAND, Key::K);
    stage.type_text(words);
    stage.press(Key::Enter);
    stage.settle();
}

fn walk_to(stage: &mut Stage, name: &str) {
    for _ in 0..60 {
        if stage.in_focus().is_some_and(|(focused, _)| focused == name) {
            return;
        }
        stage.press(Key::Tab);
    }
    panic!("Tab does not lead to {name}: {}", stage.spoken());
}

#[test]
fn a_whole_shift_needs_no_pointer() {
    let mut stage = Stage::at_form();
    let server = stage.world.server();
    for (key, text) in [
        (None, server.as_str()),
        (Some(Key::Tab), "777001"),
        (Some(Key::Tab), "sandbox"),
        (Some(Key::Tab), "sandbox-2026"),
    ] {
        key.into_iter().for_each(|key| stage.press(key));
        // What the form was started with is written over.
        stage.press_with(Modifiers::COMMAND, Key::A);
        stage.type_text(text);
    }
    stage.press(Key::Enter);
    stage.settle();
    stage.type_text("2009");
    stage.press(Key::Enter);
    stage.run_until("the list", |stage| !stage.is_asking());
    stage.settle();
    assert_eq!(focused(&stage), stage.tile_name(0));
    stage.press(Key::N);
    stage.press(Key::A);
    stage.type_text("as ordered");
    stage.press(Key::Enter);
    assert_eq!(stage.session().acknowledged.iter().count(), 1);
    // Two cards, chosen and removed.
    stage.press_with(Modifiers::COMMAND, Key::L);
    stage.type_text("1009");
    stage.press(Key::Enter);
    stage.run_until("the list", |stage| !stage.is_asking());
    stage.settle();
    stage.press(Key::X);
    stage.press(Key::ArrowRight);
    stage.press(Key::X);
    stage.press(Key::Delete);
    stage.assert_says(&["Revoke 2 cards of customer 1009?"]);
    stage.wait_out_clicks();
    assert_eq!(focused(&stage), "Keep cards");
    stage.press(Key::Tab);
    stage.press(Key::Enter);
    stage.run_until("the outcome", |stage| !stage.state().is_removing());
    stage.settle();
    stage.assert_says(&["Done: 2 of 2 cards are proven to be removed."]);
    assert_eq!(stage.world.count(REMOVE), 2);
    stage.wait_out_clicks();
    stage.press(Key::Enter);
    assert!(stage.state().dialog.is_none());
    assert!(stage.in_focus().is_some(), "{}", stage.spoken());
    // A list, worked through and verified.
    stage.harness.event(Event::Paste("1004\n1002".to_owned()));
    stage.rest();
    stage.press_with(Modifiers::COMMAND, Key::Enter);
    stage.settle();
    stage.pass_seconds(1);
    stage.press(Key::J);
    stage.run_until("the list", |stage| !stage.is_asking());
    stage.settle();
    stage.assert_says(&["Customer 1002"]);
    command(&mut stage, "verify a list");
    assert_eq!(focused(&stage), NUMBERS);
    stage.type_text("1009");
    walk_to(&mut stage, "Verify 1 customer");
    stage.press(Key::Enter);
    let ended =
        |stage: &Stage| stage.session().batch.run.as_ref().is_some_and(|r| r.result.is_some());
    stage.run_until("the end of the list", ended);
    stage.settle();
    // The journal, the lock, the door.
    stage.press_with(Modifiers::COMMAND, Key::J);
    stage.settle();
    assert!(focused(&stage).contains("Removed (verified)"));
    stage.press_with(Modifiers::COMMAND | Modifiers::SHIFT, Key::L);
    stage.type_text("sandbox-2026");
    stage.press(Key::Enter);
    assert!(focused(&stage).contains("Removed (verified)"));
    command(&mut stage, "sign out");
    assert_eq!(focused(&stage), "Login of the web services");
}

#[test]
fn a_page_that_the_palette_leads_to_has_the_focus() {
    // The look-up field had it before.
    for page in [Page::Batch, Page::Sheet, Page::Journal] {
        let mut stage = Stage::showing("1009");
        stage.press_with(Modifiers::COMMAND, Key::L);
        let (words, first) = match page {
            Page::Batch => ("verify a list", NUMBERS),
            Page::Sheet => ("contact sheet", "Back to the cards"),
            _ => ("journal", "Back to the cards"),
        };
        command(&mut stage, words);
        assert_eq!(stage.session().page, page);
        assert_eq!(focused(&stage), first);
    }
}

#[test]
fn a_finding_that_the_palette_leads_to_has_the_focus() {
    let mut stage = Stage::showing("2009");
    stage.settle();
    command(&mut stage, "next error");
    let customer = stage.session().customer.as_ref().unwrap();
    assert!(customer.finding.is_some() && customer.tab == InspectorTab::Findings);
    assert!(!stage.tiles().contains(&focused(&stage)), "{}", focused(&stage));
}

#[test]
fn enter_in_a_field_leaves_the_focus_somewhere() {
    let mut stage = Stage::showing("1009");
    stage.act(SessionAction::Show(Page::Batch));
    stage.settle();
    assert_eq!(focused(&stage), NUMBERS);
    walk_to(&mut stage, "File of customers");
    stage.press(Key::Enter);
    assert_eq!(focused(&stage), "File of customers");
    for (page, field) in [
        (Page::Sheet, "Type, brand, bank, host, rule, customer"),
        (Page::Journal, "Customer, digits, reason…"),
    ] {
        stage.act(SessionAction::Show(page));
        stage.settle();
        walk_to(&mut stage, field);
        stage.press(Key::Enter);
        assert_eq!(focused(&stage), field);
    }
    // What is typed before a removal is no answer to its question.
    stage.act(SessionAction::Show(Page::Customer));
    stage.settle();
    stage.press(Key::Delete);
    stage.wait_out_clicks();
    walk_to(&mut stage, "Reason or ticket number (optional)");
    stage.press(Key::Enter);
    assert_eq!(focused(&stage), "Reason or ticket number (optional)");
    assert_eq!(stage.world.count(REMOVE), 0);
}

#[test]
fn enter_in_the_search_leads_on_to_what_was_found() {
    let start = Start { customer: Some("1002"), known: true, ..Start::default() };
    let mut stage = World::new().start(&start);
    stage.settle();
    stage.type_into("Search", "2009");
    stage.press(Key::Enter);
    // Who is on screen stays in the list.
    assert!(focused(&stage).starts_with("Customer "), "{}", focused(&stage));
    stage.type_into("Search", "no such number");
    stage.press(Key::Enter);
    assert!(stage.in_focus().is_some(), "{}", stage.spoken());
}

#[test]
fn the_cards_that_are_chosen_are_those_that_are_asked_about() {
    let mut stage = Stage::showing("1009");
    stage.settle();
    stage.press_with(Modifiers::COMMAND, Key::A);
    // Nothing offers to begin choosing once more.
    stage.act(PaletteAction::Open);
    stage.rest();
    stage.type_text("revoke");
    let names = stage.names(Role::Button);
    assert!(names.iter().all(|name| name != "Revoke…"), "{names:?}");
    stage.press(Key::Enter);
    stage.settle();
    let asked = |stage: &Stage| match &stage.state().dialog {
        Some(Dialog::Removal(RemovalDialog::Asking(question))) => {
            Some((question.extent, question.cards().count()))
        }
        _ => None,
    };
    assert_eq!(asked(&stage), Some((Extent::Customer, 5)), "{}", stage.spoken());
    stage.press(Key::Escape);
    stage.press(Key::Delete);
    assert_eq!(asked(&stage), Some((Extent::Customer, 5)), "{}", stage.spoken());
    stage.press(Key::Escape);
    // With none chosen it is the one in focus.
    for _ in 0..5 {
        stage.press(Key::X);
        stage.press(Key::ArrowRight);
    }
    assert!(stage.tiles().contains(&focused(&stage)), "{}", stage.spoken());
    stage.press(Key::Delete);
    assert_eq!(asked(&stage), Some((Extent::Card, 1)), "{}", stage.spoken());
}

#[test]
fn where_there_is_no_finding_to_go_to_it_says_so() {
    let mut stage = Stage::showing("1002");
    stage.settle();
    stage.press(Key::N);
    stage.assert_says(&["No errors and no warnings on these cards"]);
    assert!(stage.session().selected_card().is_none());
    let mut stage = Stage::showing("2009");
    stage.settle();
    stage.press(Key::P);
    stage.assert_silent(&["No errors and no warnings"]);
}

#[test]
fn the_card_of_a_finding_comes_into_view() {
    let mut stage = Stage::showing("2009");
    stage.settle();
    let count = stage.session().cards().len();
    let mut seen = Vec::new();
    for _ in 0..40 {
        stage.press(Key::N);
        stage.settle();
        let (index, _) = stage.session().selected_card().expect("a card");
        let tile = stage.tile_name(index);
        let place = stage.named_places(Role::Button).into_iter().find(|(name, _)| *name == tile);
        let place = place.unwrap_or_else(|| panic!("{tile} is out of view")).1;
        assert!(stage.harness.ctx.content_rect().contains_rect(place), "{tile}: {place:?}");
        seen.push(index);
    }
    let with_findings = |index: &usize| {
        stage.session().open_tally(*index).worst().is_some_and(|worst| worst > Severity::Note)
    };
    assert!((0..count).filter(with_findings).all(|index| seen.contains(&index)), "{seen:?}");
}

#[test]
fn each_card_and_page_of_the_inspector_begins_at_its_top() {
    let start = Start { customer: Some("2009"), size: [1280.0, 620.0], ..Start::default() };
    let mut stage = World::new().start(&start);
    stage.settle();
    stage.select(0);
    stage.click("Assets");
    stage.settle();
    // Scrolled down by the focus.
    for _ in 0..30 {
        stage.press(Key::Tab);
    }
    stage.act(CardAction::Select(Some(1)));
    stage.act(CardAction::Tab(InspectorTab::Details));
    stage.settle();
    stage.assert_says(&["Brand", "Bank"]);
    let places = stage.named_places(Role::Label);
    let brand = places.iter().find(|(name, _)| name == "Brand").unwrap().1;
    let tab = stage.named_places(Role::Button).into_iter().find(|(name, _)| name == "Details");
    assert!(brand.top() >= tab.unwrap().1.bottom(), "{brand:?}");
}

//! Several cards: chosen, asked about, removed, told; and what a crash leaves.

use std::fs;

use carddesk::domain::Token;
use carddesk::journal::{OutcomeCode, read};
use carddesk::removal::{Scope, pending};
use carddesk::sandbox::{Call, Fault};
use egui::accesskit::Role;
use egui::{Key, Modifiers, pos2};
use egui_kittest::Harness;

use crate::support::{ACKNOWLEDGED, Gateway, OTHER, TOKEN, list_of, ok};

use super::gate::Hold;
use super::stage::{REMOVE, Stage, Start, World};

/// Chooses all cards, and asks.
fn ask_about_all(stage: &mut Stage) {
    stage.click("Revoke…");
    stage.click("All cards");
    let count = stage.session().cards().len();
    stage.click(&format!("Revoke {count} cards…"));
    assert_eq!(stage.state().question().unwrap().scope, Scope::All);
}

fn finish(stage: &mut Stage) {
    stage.run_until("the result", |stage| !stage.state().is_removing());
    stage.settle();
}

#[test]
fn cards_are_chosen_by_their_boxes_by_keys_and_in_groups() {
    let mut stage = Stage::showing("1009");
    assert!(stage.names(Role::CheckBox).is_empty());
    stage.click("Revoke…");
    assert_eq!(stage.names(Role::CheckBox).len(), 5);
    stage.assert_says(&["0 of 5 chosen"]);
    assert!(stage.is_off("Revoke…"));
    let name = format!("Choose {}", stage.card_name(1));
    stage.click_on(Role::CheckBox, &name);
    stage.assert_says(&["1 of 5 chosen"]);
    let tile = stage.tile_name(3);
    stage.button(&tile).focus();
    stage.rest();
    stage.press(Key::X);
    stage.assert_says(&["2 of 5 chosen"]);
    stage.press_with(Modifiers::SHIFT, Key::Space);
    stage.assert_says(&["1 of 5 chosen"]);
    stage.press_with(Modifiers::COMMAND, Key::A);
    stage.assert_says(&["5 of 5 chosen"]);
    stage.click("None");
    stage.assert_says(&["0 of 5 chosen"]);
    stage.click("Cancel");
    assert!(stage.names(Role::CheckBox).is_empty());
    assert_eq!(stage.world.count(REMOVE), 0);
}

#[test]
fn the_question_names_every_card_and_refuses_by_default() {
    let mut stage = Stage::showing("1009");
    let names: Vec<String> = (0..5).map(|index| stage.card_name(index)).collect();
    ask_about_all(&mut stage);
    let mut said: Vec<&str> = names.iter().map(String::as_str).collect();
    said.extend([
        "Revoke 5 cards of customer 1009?",
        "SANDBOX",
        "This cannot be undone.",
        "After a card that is not removed:",
        "Reason or ticket number (optional)",
    ]);
    stage.assert_says(&said);
    assert!(stage.button("Keep cards").is_focused());
    stage.press(Key::Enter);
    assert!(stage.state().dialog.is_none());
    assert_eq!(stage.world.count(REMOVE), 0);
    assert!(read(stage.world.data()).unwrap().entries.is_empty());
}

#[test]
fn all_are_removed_and_the_result_is_kept() {
    let mut stage = Stage::showing("1009");
    let tokens: Vec<String> =
        stage.session().cards().iter().map(|card| card.token.expose().to_owned()).collect();
    ask_about_all(&mut stage);
    stage.type_into("Reason or ticket number (optional)", "T-1001");
    stage.click("Revoke 5 cards");
    finish(&mut stage);
    stage.assert_says(&[
        "All removed: 5 of 5, and the list fetched at the end is empty.",
        "Removed (verified)",
    ]);
    assert!(stage.session().cards().is_empty());
    assert!(stage.button("Close").is_focused());
    stage.click("Copy table");
    let table = stage.copied().unwrap();
    assert_eq!(table.lines().count(), 10);
    let text = fs::read_to_string(stage.world.data().join("journal.jsonl")).unwrap();
    let head = carddesk::domain::Digest::of(text.lines().last().unwrap());
    assert!(table.contains(&head.to_string()), "{table}");
    stage.click("Save receipt");
    stage.settle();
    let mut files = fs::read_dir(stage.world.data()).unwrap().map(|file| file.unwrap().path());
    let receipt = files.find(|path| path.extension().is_some_and(|end| end == "html")).unwrap();
    let page = fs::read_to_string(receipt).unwrap();
    assert!(page.contains("T-1001") && page.contains("777001"), "{page}");
    for token in &tokens {
        assert!(!page.contains(token) && !table.contains(token));
    }
    let view = read(stage.world.data()).unwrap();
    assert_eq!(view.entries.len(), 20);
    assert!(pending(stage.world.data()).is_empty());
    // A click beside it is no wish to lose the receipt.
    stage.wait_out_clicks();
    for touch in [Harness::drag_at, Harness::drop_at] {
        touch(&stage.harness, pos2(4.0, 300.0));
        stage.rest();
    }
    assert!(stage.state().dialog.is_some());
    stage.press(Key::Escape);
    assert!(stage.state().dialog.is_none());
}

#[test]
fn it_stops_at_an_unexpected_answer_and_says_what_was_not_begun() {
    let mut stage = Stage::showing("1003");
    // One for each of the two in flight: how far another came would depend on the machine.
    stage.world.inject(Call::Remove, Fault::Status500, 2);
    ask_about_all(&mut stage);
    stage.click("Revoke 12 cards");
    finish(&mut stage);
    stage.assert_says(&["Not all:", "Still there", "Not begun"]);
    stage.assert_silent(&["All removed"]);
    assert!(stage.world.count(REMOVE) <= 2, "nothing was begun after that");
    let removed = 12 - stage.session().cards().len();
    assert_eq!(removed, 0);
    let view = read(stage.world.data()).unwrap();
    let gone = view
        .removals()
        .iter()
        .filter(|r| r.outcome() == Some(OutcomeCode::RemovedVerified))
        .count();
    assert_eq!(gone, removed);
}

#[test]
fn going_on_removes_the_others() {
    let mut stage = Stage::showing("1009");
    stage.world.inject(Call::Remove, Fault::CutAfterApplying, 1);
    stage.world.inject(Call::Remove, Fault::CutBeforeApplying, 1);
    ask_about_all(&mut stage);
    stage.click("Go on");
    stage.click("Revoke 5 cards");
    finish(&mut stage);
    stage.assert_says(&["Not all: 4 of 5 cards", "The list fetched at the end holds 1 card."]);
    assert_eq!(stage.session().cards().len(), 1);
    assert_eq!(stage.world.count(REMOVE), 5);
}

#[test]
fn a_hidden_one_goes_on_may_be_stopped_and_tells_its_end() {
    let world = World::gated();
    world.gate().hold(Hold::Removals);
    let mut stage = Stage::showing_in(world, "1003");
    ask_about_all(&mut stage);
    stage.click("Revoke 12 cards");
    stage.world.gate().wait_for(2);
    stage.assert_says(&["0 of 12 ended", "waiting"]);
    stage.click("Begin no further card");
    stage.assert_says(&["No further card is begun"]);
    stage.click("Hide");
    stage.world.gate().open();
    finish(&mut stage);
    stage.assert_says(&["Customer 1003: not all cards are proven to be removed."]);
    assert_eq!(stage.world.count(REMOVE), 2, "those under way came to their end");
    stage.click("Show");
    stage.assert_says(&["Not all: 2 of 12 cards", "Not begun"]);
    assert_eq!(stage.session().cards().len(), 10);
}

#[test]
fn the_rest_is_forgotten_only_by_a_list_that_proves_it_gone() {
    let plan = |gateway: &Gateway, world: &World| {
        let server = gateway.url().trim_start_matches("http://").to_owned();
        let digest = carddesk::journal::TokenDigest::of(&Token::from_gateway(TOKEN));
        let left = serde_json::json!({
            "version": 1, "begun": "2026-11-23T12:00:00Z", "server": server, "merchant": 777_001,
            "customer": "1009", "scope": "all", "cards": [digest],
        });
        let file = world.data().join("revocation-1.jsonl");
        fs::write(&file, format!("{left}\n")).unwrap();
        file
    };
    let other = list_of(&[OTHER]);
    for (reply, proves) in [(ok(other.clone()), true), (ok(format!("//{other}")), false)] {
        let gateway = Gateway::start(ok(ACKNOWLEDGED), reply);
        let mut world = World::new();
        world.elsewhere = Some(gateway.url());
        let file = plan(&gateway, &world);
        let mut stage = world.start(&Start { customer: Some("1009"), ..Start::default() });
        stage.run_until("the offer", |stage| stage.says("was cut short") && !stage.is_asking());
        stage.click("Continue…");
        stage.run_until("the list", |stage| !stage.is_asking());
        stage.settle();
        assert_eq!(file.exists(), !proves);
        assert_eq!(stage.says("was cut short"), !proves);
        assert_eq!(stage.says("does not prove that it is gone"), !proves);
    }
}

#[test]
fn after_a_crash_the_rest_is_offered_and_never_done_by_itself() {
    let world = World::gated();
    world.gate().hold(Hold::Removals);
    let mut stage = Stage::showing_in(world, "1009");
    ask_about_all(&mut stage);
    stage.click("Revoke 5 cards");
    stage.world.gate().wait_for(2);
    // What a crash would leave of it now.
    let mut files = fs::read_dir(stage.world.data()).unwrap().map(|file| file.unwrap().path());
    let of_it = |path: &std::path::PathBuf| path.to_string_lossy().contains("revocation-");
    let file = files.find(of_it).unwrap();
    let plan = fs::read(&file).unwrap();
    stage.click("Begin no further card");
    stage.world.gate().open();
    finish(&mut stage);
    let world = stage.end();
    fs::write(&file, plan).unwrap();

    let mut stage = world.start(&Start { customer: Some("1009"), ..Start::default() });
    stage.run_until("the offer", |stage| stage.says("was cut short") && !stage.is_asking());
    stage.settle();
    stage.assert_says(&["A revocation for customer 1009 was cut short: 5 of 5 cards"]);
    assert_eq!((stage.world.count(REMOVE), stage.session().cards().len()), (2, 3));
    stage.click("Continue…");
    stage.run_until("the question", |stage| stage.state().dialog.is_some());
    stage.assert_says(&["Revoke 3 cards of customer 1009?"]);
    stage.click("Revoke 3 cards");
    finish(&mut stage);
    stage.assert_says(&["All removed: 3 of 3"]);
    stage.click("Close");
    stage.assert_silent(&["was cut short"]);
    assert!(!file.exists());

    // And a person may forget it.
    let world = stage.end();
    let left = r#"{"version":1,"begun":"2026-11-23T12:00:00Z","server":"SERVER","merchant":777001,"customer":"1009","scope":"all","cards":["DIGEST"]}"#;
    let left = left.replace("DIGEST", &"00".repeat(32));
    let server = world.server();
    fs::write(&file, format!("{}\n", left.replace("SERVER", server.trim_start_matches("http://"))))
        .unwrap();
    let mut stage = world.start(&Start::default());
    stage.run_until("the offer", |stage| stage.says("was cut short"));
    stage.click("Forget it");
    stage.settle();
    stage.assert_silent(&["was cut short"]);
    assert!(!file.exists());
}

//! A gateway that answers wrongly, or not at all.

use carddesk::model::Trust;
use carddesk::sandbox::{Call, Fault};
use egui::Key;

use super::gate::Hold;
use super::stage::{LIST, Stage, World};

fn refusal() -> Fault {
    let detail = "Service is temporarily unavailable".to_owned();
    Fault::FaultJson { status: 500, detail, code: 9, second_code: 911 }
}

/// Faults, and what is said of each.
fn faults() -> Vec<(Fault, Vec<&'static str>)> {
    let not_understood =
        vec!["The answer was not understood", "It does not mean that there are no cards."];
    vec![
        (Fault::HtmlPage, not_understood.clone()),
        (Fault::EmptyBody, not_understood.clone()),
        (Fault::Truncated, not_understood),
        (Fault::Status500, vec!["The server answered with HTTP status 500"]),
        (Fault::CutBeforeApplying, vec!["The connection broke off before the answer"]),
        (
            refusal(),
            vec!["The gateway refused", "Service is temporarily unavailable", "Codes 9 / 911"],
        ),
    ]
}

#[test]
fn a_first_list_that_fails_is_told_and_tried_again() {
    let mut stage = Stage::signed_in();
    for (fault, words) in faults() {
        stage.world.inject(Call::List, fault, 1);
        stage.show("1009");
        stage.assert_says(&words);
        // Never "no cards", and nothing of a list that there is not.
        stage.assert_silent(&["No saved cards", "····", "What you see below"]);
        stage.click("Try again");
        stage.run_until("the list", |stage| !stage.is_asking());
        stage.assert_says(&["5 cards"]);
        stage.assert_silent(&words);
        stage.show("1001");
    }
}

#[test]
fn a_failed_refresh_keeps_the_old_list_under_a_banner() {
    let mut stage = Stage::showing("1009");
    let (cards, tiles) = (stage.session().cards().to_vec(), stage.tiles());
    for (fault, words) in faults() {
        stage.world.inject(Call::List, fault, 1);
        stage.press(Key::F5);
        stage.run_until("the answer", |stage| !stage.is_asking());
        stage.assert_says(&words[..1]);
        stage.assert_says(&["What you see below is from the last look-up that worked.", "5 cards"]);
        assert_eq!(stage.session().cards(), cards);
        assert_eq!(stage.tiles(), tiles);
        assert_eq!(stage.session().trust, Trust::Verified, "proven once is proven");
        stage.click("Refresh");
        stage.run_until("the list", |stage| !stage.is_asking());
        stage.assert_silent(&words[..1]);
        stage.assert_silent(&["What you see below"]);
    }
}

#[test]
fn details_of_a_fault_can_be_copied() {
    let mut stage = Stage::signed_in();
    stage.world.inject(Call::List, Fault::HtmlPage, 1);
    stage.show("1009");
    stage.click("Copy details");
    let copied = stage.copied().unwrap();
    assert!(copied.starts_with("The answer was not understood"), "{copied}");
    assert!(copied.contains("DOCTYPE"), "what came is among them: {copied}");
    assert!(!copied.contains("sandbox-2026"));
}

#[test]
fn a_slow_answer_is_asked_for_once_and_shown_when_it_comes() {
    let world = World::gated();
    world.gate().hold(Hold::List("1009"));
    let mut stage = Stage::in_world(world);
    stage.look_up("1009");
    stage.assert_says(&["Customer 1009", "Asking the gateway…"]);
    stage.assert_silent(&["No saved cards"]);
    stage.world.gate().wait_for(1);
    stage.world.gate().open();
    stage.run_until("the list", |stage| !stage.is_asking());
    stage.assert_says(&["5 cards"]);
    assert_eq!(stage.world.count(LIST), 1);
}

#[test]
fn long_waits_are_told() {
    let world = World::gated();
    world.gate().hold(Hold::List("1009"));
    let mut stage = Stage::in_world(world);
    stage.look_up("1009");
    stage.world.gate().wait_for(1);
    stage.assert_silent(&["The gateway takes long to answer."]);
    stage.pass_seconds(11);
    // No event tells: the window must look by itself.
    stage.run_until("the note", |stage| stage.says("The gateway takes long to answer."));
    stage.world.gate().open();
    stage.run_until("the list", |stage| !stage.is_asking());
    stage.assert_silent(&["The gateway takes long to answer."]);
}

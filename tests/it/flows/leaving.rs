//! Leaving in the middle of something: what goes on is told, and what was typed comes back.

use carddesk::journal::{OutcomeCode, read};
use carddesk::model::{Dialog, QueueAction, SessionAction, Stage as Where};
use egui::{Event, Key, Modifiers};

use super::gate::Hold;
use super::stage::{REMOVE, Stage, World};

const RUNNING: &str = "A removal is still under way.";

fn removing(customer: &'static str) -> Stage {
    let world = World::gated();
    world.gate().hold(Hold::Removals);
    let mut stage = Stage::showing_in(world, customer);
    let name = format!("Remove {}", stage.card_name(0));
    stage.click(&name);
    stage.click("Remove card");
    stage.world.gate().wait_for(1);
    stage.rest();
    stage
}

fn lock(stage: &mut Stage) {
    stage.press_with(Modifiers::COMMAND | Modifiers::SHIFT, Key::L);
}

fn unlock(stage: &mut Stage) {
    stage.type_text("sandbox-2026");
    stage.press(Key::Enter);
}

#[test]
fn a_removal_that_goes_on_after_signing_out_is_told_until_it_has_ended() {
    let mut stage = removing("1009");
    let card = stage.card_name(0);
    stage.act(SessionAction::SignOut);
    stage.rest();
    assert!(matches!(stage.state().stage, Where::SignIn(_)));
    stage.assert_says(&[RUNNING]);
    stage.assert_silent(&[&card, "1009"]);
    stage.pass_seconds(60);
    stage.rest();
    stage.assert_says(&[RUNNING]);
    stage.world.gate().open();
    stage.run_until("the end", |stage| !stage.state().is_removing());
    stage.settle();
    stage.assert_silent(&[RUNNING, &card]);
    assert_eq!(stage.world.count(REMOVE), 1);
    let view = read(stage.world.data()).unwrap();
    assert_eq!(view.removals()[0].outcome(), Some(OutcomeCode::RemovedVerified));
}

#[test]
fn behind_the_lock_a_removal_can_be_left_as_well() {
    let mut stage = removing("1004");
    lock(&mut stage);
    stage.click("Sign out");
    stage.assert_says(&[RUNNING]);
    stage.world.gate().open();
    stage.run_until("the end", |stage| !stage.state().is_removing());
    stage.settle();
    stage.assert_silent(&[RUNNING]);
}

#[test]
fn where_nothing_goes_on_nothing_is_told() {
    let mut stage = Stage::showing("1009");
    stage.act(SessionAction::SignOut);
    stage.rest();
    stage.assert_silent(&[RUNNING, "Verification stopped"]);
}

#[test]
fn a_list_that_is_being_verified_is_told_at_signing_out() {
    let world = World::gated();
    world.gate().hold(Hold::List("1009"));
    let mut stage = Stage::in_world(world);
    stage.click("Verify a list");
    stage.settle();
    stage.type_text("1004\n1009\n1002");
    stage.click("Verify 3 customers");
    stage.act(SessionAction::SignOut);
    stage.rest();
    stage.assert_says(&["Verification stopped at ", " of 3 customers."]);
    stage.world.gate().open();
    stage.settle();
}

#[test]
fn a_list_that_is_being_given_comes_back_from_behind_the_lock() {
    let mut stage = Stage::showing("1009");
    stage.press(Key::ArrowRight);
    let tile = stage.tile_name(1);
    stage.act(QueueAction::Give(String::new()));
    stage.rest();
    stage.harness.event(Event::Paste("1004\n1002".to_owned()));
    stage.rest();
    lock(&mut stage);
    stage.assert_silent(&["1004", "Work through"]);
    stage.type_text("wrong");
    stage.press(Key::Enter);
    stage.assert_silent(&["1004", "Work through"]);
    unlock(&mut stage);
    stage.assert_says(&["Work through 2 customers"]);
    stage.press(Key::Escape);
    assert!(stage.state().dialog.is_none());
    assert!(stage.button(&tile).is_focused(), "{}", stage.spoken());
    // Closed, it does not come back.
    lock(&mut stage);
    unlock(&mut stage);
    assert!(stage.state().dialog.is_none());
}

#[test]
fn why_a_finding_is_accepted_comes_back_from_behind_the_lock() {
    let mut stage = Stage::showing("2009");
    stage.settle();
    stage.press(Key::N);
    stage.press(Key::A);
    stage.type_text("as ordered");
    lock(&mut stage);
    stage.assert_silent(&["as ordered", "Acknowledge"]);
    unlock(&mut stage);
    match &stage.state().dialog {
        Some(Dialog::Acknowledge(dialog)) => assert_eq!(dialog.why, "as ordered"),
        other => panic!("{other:?}"),
    }
    // The next session begins with none.
    lock(&mut stage);
    stage.click("Sign out");
    let mut stage = Stage::showing_in(stage.end(), "1009");
    lock(&mut stage);
    unlock(&mut stage);
    assert!(stage.state().dialog.is_none());
}

//! Locking, signing out, closing the window.

use std::cell::Cell;
use std::rc::Rc;
use std::time::Duration;

use carddesk::journal::{OutcomeCode, read};
use carddesk::model::Stage as Where;
use egui::accesskit::Role;
use egui::{Key, Modifiers, ViewportCommand, ViewportEvent, ViewportId};
use egui_kittest::kittest::NodeT as _;

use super::gate::Hold;
use super::stage::{LIST, REMOVE, Stage, World};

const PASSWORD: &str = "Password";

fn lock(stage: &mut Stage) {
    stage.press_with(Modifiers::COMMAND | Modifiers::SHIFT, Key::L);
}

fn unlock(stage: &mut Stage, password: &str) {
    stage.type_into_role(Role::PasswordInput, PASSWORD, password);
    stage.press(Key::Enter);
}

/// Begins to remove the first card; the request waits at the gate.
fn begin_removal(stage: &mut Stage) {
    let name = format!("Remove {}", stage.card_name(0));
    stage.click(&name);
    stage.click("Remove card");
    stage.world.gate().wait_for(1);
    stage.rest();
}

/// Asks the window to close, as its title bar would; what the program answers.
fn ask_to_close(stage: &mut Stage) -> Vec<ViewportCommand> {
    let viewports = &mut stage.harness.input_mut().viewports;
    viewports.get_mut(&ViewportId::ROOT).unwrap().events.push(ViewportEvent::Close);
    stage.frame();
    let answer = stage.harness.output().viewport_output[&ViewportId::ROOT].commands.clone();
    let viewports = &mut stage.harness.input_mut().viewports;
    viewports.get_mut(&ViewportId::ROOT).unwrap().events.clear();
    stage.rest();
    answer
}

#[test]
fn behind_the_lock_nothing_of_a_customer_is_on_screen() {
    let mut stage = Stage::showing("1009");
    let (tile, card) = (stage.tile_name(0), stage.card_name(0));
    stage.select(0);
    lock(&mut stage);
    stage.assert_says(&["Locked", "Merchant 777001, login sandbox.", "SANDBOX"]);
    stage.assert_silent(&["1009", "5 cards", &tile, &card, "Remove"]);
    assert!(stage.get(Role::PasswordInput, PASSWORD).is_focused());
    // Keys do nothing there.
    let before = stage.world.sandbox.requests().total;
    for key in [Key::F5, Key::Delete, Key::F1, Key::Escape] {
        stage.press(key);
    }
    stage.press_with(Modifiers::COMMAND, Key::L);
    stage.press_with(Modifiers::COMMAND, Key::J);
    stage.settle();
    assert_eq!(stage.world.sandbox.requests().total, before);
    stage.assert_silent(&["1009", "5 cards", &tile]);

    unlock(&mut stage, "not-the-password");
    stage.assert_says(&["This is not the password you signed in with."]);
    stage.assert_silent(&["1009", "not-the-password"]);
    unlock(&mut stage, "");
    stage.assert_says(&["This is not the password you signed in with."]);
    unlock(&mut stage, "sandbox-2026");
    stage.assert_says(&["Customer 1009", "5 cards", &tile]);
    assert_eq!(stage.session().selected_card().map(|(index, _)| index), Some(0));
    // The next lock begins without the old complaint.
    stage.click("Lock (Ctrl+Shift+L)");
    stage.assert_silent(&["This is not the password"]);
}

#[test]
fn a_window_that_nobody_works_at_locks_and_draws_nothing_until_then() {
    let mut stage = Stage::showing("1009");
    stage.select(0);
    stage.press_with(Modifiers::COMMAND | Modifiers::SHIFT, Key::C);
    let token = stage.session().cards()[0].token.expose().to_owned();
    assert_eq!(stage.copied(), Some(token));
    stage.press(Key::Delete);
    stage.assert_says(&["Remove card"]);
    stage.pass_seconds(299);
    stage.press(Key::Tab);
    stage.pass_seconds(299);
    stage.settle();
    stage.assert_says(&["Remove card"]);
    assert!(stage.repaint_delay() <= Duration::from_secs(1), "{:?}", stage.repaint_delay());
    stage.pass_seconds(1);
    stage.settle();
    stage.assert_says(&["Locked"]);
    stage.assert_silent(&["1009", "Remove card", "Keep card"]);
    assert_eq!(stage.repaint_delay(), Duration::MAX);
    assert_eq!(stage.copied().as_deref(), Some(""), "no token stays on the clipboard");
    unlock(&mut stage, "sandbox-2026");
    stage.assert_says(&["Customer 1009"]);
    assert_eq!(stage.world.count(REMOVE), 0);
}

#[test]
fn a_computer_that_has_slept_is_locked_when_it_wakes() {
    let mut stage = Stage::showing("1009");
    let (slept, told) = (Rc::new(Cell::new(Duration::ZERO)), Rc::new(Cell::new(Duration::ZERO)));
    let slept_in_all = Rc::clone(&slept);
    stage.harness.state_mut().heed_sleep(Box::new(move || slept_in_all.get()));
    told.set(Duration::from_millis(300));
    slept.set(told.get());
    stage.settle();
    stage.assert_says(&["Customer 1009"]);
    slept.set(Duration::from_secs(4));
    stage.settle();
    stage.assert_says(&["Locked"]);
    unlock(&mut stage, "sandbox-2026");
    stage.settle();
    stage.assert_says(&["Customer 1009"]);
}

#[test]
fn a_token_is_on_the_clipboard_for_twenty_seconds() {
    let mut stage = Stage::showing("1009");
    stage.press_with(Modifiers::COMMAND | Modifiers::SHIFT, Key::C);
    stage.select(0);
    stage.press_with(Modifiers::COMMAND | Modifiers::SHIFT, Key::C);
    assert_eq!(stage.copied().map(|token| token.len()), Some(36));
    stage.pass_seconds(20);
    stage.settle();
    assert_eq!(stage.copied().as_deref(), Some(""));
    // What was copied after it is not taken away.
    stage.press_with(Modifiers::COMMAND | Modifiers::SHIFT, Key::C);
    stage.click("Copy the last four digits");
    stage.pass_seconds(20);
    stage.settle();
    assert_eq!(stage.copied().map(|digits| digits.len()), Some(4));
}

#[test]
fn wrong_passwords_wait_for_longer_and_longer_and_the_tenth_signs_out() {
    let mut stage = Stage::showing("1009");
    lock(&mut stage);
    unlock(&mut stage, "wrong-1");
    stage.assert_silent(&["The next try"]);
    unlock(&mut stage, "wrong-2");
    stage.assert_says(&["The next try is taken in 1 s."]);
    assert!(stage.get(Role::PasswordInput, PASSWORD).accesskit_node().is_disabled());
    assert!(stage.repaint_delay() <= Duration::from_secs(1), "it counts down");
    for wait in [1, 2, 4, 8, 16, 32, 60] {
        stage.pass_seconds(wait);
        stage.settle();
        stage.assert_silent(&["The next try"]);
        assert!(stage.get(Role::PasswordInput, PASSWORD).is_focused(), "after {wait} s");
        unlock(&mut stage, "wrong-again");
    }
    stage.pass_seconds(30);
    stage.settle();
    stage.assert_says(&["taken in 30 s.", "1 more wrong password, and you are signed out."]);
    stage.pass_seconds(30);
    stage.settle();
    unlock(&mut stage, "wrong-10");
    assert!(matches!(stage.state().stage, Where::SignIn(_)));
    stage.assert_says(&["Signed out: ten wrong passwords in a row"]);
    stage.assert_silent(&["1009"]);
}

/// All that a screen reader can be told of the field, and of what it is made of.
fn told_of_password(stage: &Stage) -> Vec<String> {
    let field = stage.get(Role::PasswordInput, PASSWORD);
    let node = field.accesskit_node();
    let mut told = vec![format!("{:?} {:?}", node.value(), node.data().text_selection())];
    told.extend(node.children().map(|child| {
        let runs = child.data();
        format!("{:?} {:?} {:?}", runs.value(), runs.character_lengths(), runs.character_widths())
    }));
    told
}

#[test]
fn a_screen_reader_is_not_told_how_long_the_password_is() {
    let mut stage = Stage::showing("1009");
    lock(&mut stage);
    let mut told: Vec<Vec<String>> = Vec::new();
    for password in ["a", "ab", "пароль", "a-much-longer-password-0123456"] {
        stage.type_into_role(Role::PasswordInput, PASSWORD, password);
        told.push(told_of_password(&stage));
    }
    told.dedup();
    assert_eq!(told.len(), 1, "{told:#?}");
    unlock(&mut stage, "sandbox-2026");
    stage.assert_says(&["Customer 1009"]);
}

#[test]
fn a_password_is_typed_in_the_middle_and_mended() {
    let mut stage = Stage::showing("1009");
    lock(&mut stage);
    stage.type_into_role(Role::PasswordInput, PASSWORD, "sanbox-2026é");
    stage.press(Key::Backspace);
    stage.press(Key::Home);
    for _ in 0..3 {
        stage.press(Key::ArrowRight);
    }
    stage.type_text("d");
    stage.press_with(Modifiers::COMMAND, Key::Z);
    stage.press(Key::Enter);
    stage.assert_says(&["Customer 1009"]);
}

#[test]
fn locking_means_keeping_the_card() {
    let mut stage = Stage::showing("1009");
    let name = format!("Remove {}", stage.card_name(0));
    stage.click(&name);
    lock(&mut stage);
    stage.assert_silent(&["Remove card", "Keep card"]);
    unlock(&mut stage, "sandbox-2026");
    assert!(stage.state().dialog.is_none());
    stage.settle();
    assert_eq!(stage.world.count(REMOVE), 0);
}

#[test]
fn what_comes_in_behind_the_lock_is_shown_when_it_is_unlocked() {
    let world = World::gated();
    world.gate().hold(Hold::Removals);
    let mut stage = Stage::showing_in(world, "1009");
    let card = stage.card_name(0);
    begin_removal(&mut stage);
    lock(&mut stage);
    stage.world.gate().open();
    stage.run_until("the outcome", |stage| !stage.state().is_removing());
    stage.settle();
    stage.assert_silent(&[&card, "Removed (verified)"]);
    stage.pass_seconds(60);
    stage.rest();
    unlock(&mut stage, "sandbox-2026");
    stage.assert_says(&[&format!("{card}: Removed (verified)"), "4 cards"]);
    stage.pass_seconds(7);
    stage.run_until("no notice", |stage| !stage.says("Removed (verified)"));
}

#[test]
fn enter_on_sign_out_behind_the_lock_signs_out() {
    let mut stage = Stage::showing("1009");
    lock(&mut stage);
    stage.button("Sign out").focus();
    stage.rest();
    stage.press(Key::Enter);
    assert!(matches!(stage.state().stage, Where::SignIn(_)));
    stage.assert_silent(&["This is not the password", "1009"]);
}

#[test]
fn signing_out_forgets_the_session() {
    let mut stage = Stage::showing("1009");
    stage.select(0);
    stage.click("Sign out");
    stage.settle();
    assert!(matches!(stage.state().stage, Where::SignIn(_)));
    stage.assert_silent(&["1009", "VISA", "sandbox-2026", "Customer 1009"]);
    assert_eq!(stage.get(Role::PasswordInput, PASSWORD).value().as_deref(), Some(""));
}

#[test]
fn answers_of_a_session_that_was_signed_out_do_not_appear_in_the_next() {
    let world = World::gated();
    world.gate().hold(Hold::Removals);
    world.gate().hold(Hold::List("4128"));
    let mut stage = Stage::showing_in(world, "1009");
    let card = stage.card_name(0);
    begin_removal(&mut stage);
    stage.click("Hide");
    stage.look_up("4128");
    stage.world.gate().wait_for(2);
    stage.click("Sign out");
    // Signed in anew, with the remembered server and merchant.
    stage.type_into("Login of the web services", "sandbox");
    stage.type_into_role(Role::PasswordInput, PASSWORD, "sandbox-2026");
    let server = stage.world.server();
    stage.type_into("Server name", &server);
    stage.type_into("Merchant ID", "777001");
    stage.press(Key::Enter);
    stage.show("1001");
    stage.world.gate().open();
    stage.settle();
    assert_eq!((stage.world.count(REMOVE), stage.world.count(LIST)), (1, 4));
    stage.assert_says(&["Customer 1001", "No saved cards"]);
    stage.assert_silent(&["4128", &card, "Removed (verified)", "5 cards"]);
    assert!(stage.session().removals.is_empty() && stage.state().notices.is_empty());
    // The removal itself went on to its end, and the journal has it.
    let view = read(stage.world.data()).unwrap();
    assert_eq!(view.removals()[0].outcome(), Some(OutcomeCode::RemovedVerified));
}

#[test]
fn answers_that_come_to_the_form_change_nothing_there() {
    let world = World::gated();
    world.gate().hold(Hold::List("4128"));
    let mut stage = Stage::in_world(world);
    stage.look_up("4128");
    stage.world.gate().wait_for(1);
    stage.click("Sign out");
    stage.world.gate().open();
    stage.settle();
    assert!(matches!(stage.state().stage, Where::SignIn(_)));
    stage.assert_silent(&["4128", "1 card"]);
}

#[test]
fn the_window_stays_open_while_a_removal_runs() {
    let world = World::gated();
    world.gate().hold(Hold::Removals);
    let mut stage = Stage::showing_in(world, "1009");
    begin_removal(&mut stage);
    let answer = ask_to_close(&mut stage);
    assert!(answer.contains(&ViewportCommand::CancelClose), "{answer:?}");
    assert!(!answer.contains(&ViewportCommand::Close), "{answer:?}");
    stage.assert_says(&["A removal is under way."]);
    stage.world.gate().open();
    stage.run_until("the outcome", |stage| !stage.state().is_removing());
    stage.settle();
    let answer = ask_to_close(&mut stage);
    assert!(!answer.contains(&ViewportCommand::CancelClose), "{answer:?}");
}

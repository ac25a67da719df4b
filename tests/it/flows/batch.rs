//! Verifying a list of customers from the window.
use carddesk::model::{BatchAction, Page};
use egui::accesskit::Role;

use super::stage::{LIST, Stage};

/// At two lists a second, enough to be stopped on the way.
const LIST_OF_TWELVE: &str =
    "1002\n1004\n1006\n1007\n1008\n1009\n1010\n1011\n1012\n1013\n1014\n1017";

fn at_list() -> Stage {
    let mut stage = Stage::signed_in();
    stage.click("Verify a list");
    assert_eq!(stage.session().page, Page::Batch);
    stage
}

fn typed(stage: &mut Stage, text: &str) {
    stage.type_into_role(Role::MultilineTextInput, "Customer numbers", text);
}

fn run_to_the_end(stage: &mut Stage) {
    stage.run_until("the batch", |stage| !stage.session().batch.is_running());
    stage.settle();
}

fn saved(stage: &Stage, ending: &str) -> Vec<String> {
    let names = std::fs::read_dir(stage.world.data()).unwrap();
    let names = names.map(|entry| entry.unwrap().path());
    let named = names.filter(|path| path.extension().is_some_and(|found| found == ending));
    named.map(|path| std::fs::read_to_string(path).unwrap()).collect()
}

#[test]
fn what_cannot_be_asked_for_is_told_before_anything_is_sent() {
    let mut stage = at_list();
    assert!(stage.is_off("Verify 0 customers"));
    typed(&mut stage, "1002\nAB/12\n1002\n1004\n");
    stage.settle();
    stage.assert_says(&["Line 2, “AB/12”", "1 repeated number is left out."]);
    assert!(!stage.is_off("Verify 2 customers"));
    assert_eq!(stage.world.count(LIST), 0);
}

#[test]
fn a_list_is_verified_and_reported() {
    let mut stage = at_list();
    typed(&mut stage, "1002\n2009\n5008\n");
    stage.click("Verify 3 customers");
    stage.assert_says(&["of 3 customers are done."]);
    run_to_the_end(&mut stage);
    stage.assert_says(&["3 customers, 11 cards", "11 errors", "Could not be read"]);
    stage.click("Save the report");
    stage.settle();
    stage.click("Save as CSV");
    stage.settle();
    let (pages, tables) = (saved(&stage, "html"), saved(&stage, "csv"));
    assert_eq!((pages.len(), tables.len()), (1, 1));
    assert!(pages[0].contains("The background is taller than wide"));
    assert!(tables[0].contains("aspect-ratio"));
    // Its customers can be looked up, and stand in the list with their marks.
    assert!(stage.session().visited.iter().any(|v| v.number.as_str() == "2009"));
    stage.click("2009");
    stage.settle();
    assert_eq!(stage.session().page, Page::Customer);
    assert_eq!(stage.session().cards().len(), 10);
}

#[test]
fn a_batch_can_be_held_and_stopped() {
    let mut stage = at_list();
    typed(&mut stage, LIST_OF_TWELVE);
    stage.click("Verify 12 customers");
    stage.click("Pause");
    assert!(stage.session().batch.run.as_ref().unwrap().paused);
    stage.assert_says(&["Go on"]);
    stage.click("Go on");
    stage.click("Stop");
    stage.assert_says(&["Stopping"]);
    run_to_the_end(&mut stage);
    stage.assert_says(&["not asked"]);
    stage.click("New list");
    assert!(stage.session().batch.run.is_none());
    stage.assert_says(&["Verify 12 customers"]);
}

#[test]
fn a_stopped_list_goes_on_where_it_was() {
    let mut stage = at_list();
    typed(&mut stage, LIST_OF_TWELVE);
    stage.click("Verify 12 customers");
    let done = |stage: &Stage| stage.session().batch.run.as_ref().unwrap().progress.is_some();
    stage.run_until("the first customer", done);
    stage.click("Stop");
    run_to_the_end(&mut stage);
    let asked = stage.world.count(LIST);
    assert!(asked < 12, "{asked}");
    // The program is started anew.
    let mut stage = Stage::in_world(stage.end());
    stage.click("Verify a list");
    typed(&mut stage, LIST_OF_TWELVE);
    stage.click("Verify 12 customers");
    run_to_the_end(&mut stage);
    stage.assert_says(&["12 customers, ", "From the run of "]);
    let run = stage.session().batch.run.as_ref().unwrap();
    let resumed = run.result.as_ref().unwrap().as_ref().unwrap().resumed;
    assert!(resumed > 0);
    // One whose files were still on their way when it was stopped is not finished.
    assert_eq!(stage.world.count(LIST), asked + 12 - resumed, "who is finished is not asked again");
    // What is finished leaves nothing behind.
    assert!(!stage.world.data().join("verify-state.jsonl").exists());
}

#[test]
fn signing_out_ends_a_batch() {
    let mut stage = at_list();
    typed(&mut stage, "5007\n1002\n1004\n1006\n1010");
    stage.click("Verify 5 customers");
    stage.click("Sign out");
    stage.settle();
    assert!(stage.state().session().is_none());
}

#[test]
fn a_file_of_customers_is_read() {
    let mut stage = at_list();
    let path = stage.world.data().join("customers.csv");
    std::fs::create_dir_all(stage.world.data()).unwrap();
    std::fs::write(&path, "name;customer\nМарина;1002\nОлег;AB=1\n").unwrap();
    let ctx = stage.harness.ctx.clone();
    stage.harness.state_mut().act(&ctx, BatchAction::Read(path).into());
    stage.settle();
    stage.assert_says(&["Line 3, “AB=1”"]);
    assert!(!stage.is_off("Verify 1 customer"));
    let missing = stage.world.data().join("missing.csv");
    stage.harness.state_mut().act(&ctx, BatchAction::Read(missing).into());
    stage.settle();
    stage.assert_says(&["missing.csv"]);
}

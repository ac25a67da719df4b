//! Verifying a list of customers from the window.
use std::path::PathBuf;

use carddesk::model::{BatchAction, Dialog, ListAction, ListPlace, Page, Trust};
use egui::accesskit::Role;

use super::gate::Hold;
use super::stage::{LIST, Stage, World};

const TWELVE: [&str; 12] = [
    "1002", "1004", "1006", "1007", "1008", "1009", "1010", "1011", "1012", "1013", "1014", "1017",
];

fn at_list() -> Stage {
    at_list_in(World::new())
}

/// With a gate that these customers' lists wait at: nothing comes to its end before a test does
/// something about it.
fn at_list_holding(customers: &[&'static str]) -> Stage {
    let world = World::gated();
    customers.iter().for_each(|customer| world.gate().hold(Hold::List(customer)));
    at_list_in(world)
}

fn at_list_in(world: World) -> Stage {
    let mut stage = Stage::in_world(world);
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
    stage.assert_says(&["Line 2, “AB/12”", "repeated: 1"]);
    assert!(!stage.is_off("Verify 2 customers"));
    assert_eq!(stage.world.count(LIST), 0);
}

#[test]
fn a_list_is_verified_and_reported() {
    let mut stage = at_list_holding(&["5008"]);
    typed(&mut stage, "1002\n2009\n5008\n");
    stage.click("Verify 3 customers");
    stage.assert_says(&["of 3 customers are done."]);
    stage.world.gate().open();
    run_to_the_end(&mut stage);
    stage.assert_says(&["3 customers, 11 cards", "11 errors", "Could not be read"]);
    assert_eq!(stage.session().trust, Trust::Verified, "lists came with these credentials");
    stage.click("Save the report");
    stage.settle();
    stage.click("Save as CSV");
    stage.settle();
    let (pages, tables) = (saved(&stage, "html"), saved(&stage, "csv"));
    assert_eq!((pages.len(), tables.len()), (1, 1));
    assert!(pages[0].contains("The background is taller than wide"));
    assert!(tables[0].contains("aspect-ratio"));
    // Its customers can be looked up, and stand in the list with their marks.
    assert!(stage.session().queue.rows().iter().any(|v| v.number.as_str() == "2009"));
    stage.click("2009");
    stage.settle();
    assert_eq!(stage.session().page, Page::Customer);
    assert_eq!(stage.session().cards().len(), 10);
}

#[test]
fn a_batch_can_be_held_and_stopped() {
    let mut stage = at_list_holding(&TWELVE);
    typed(&mut stage, &TWELVE.join("\n"));
    stage.click("Verify 12 customers");
    stage.click("Pause");
    assert!(stage.session().batch.run.as_ref().unwrap().paused);
    stage.assert_says(&["Go on"]);
    stage.click("Go on");
    stage.click("Stop");
    stage.assert_says(&["Stopping"]);
    stage.world.gate().open();
    run_to_the_end(&mut stage);
    stage.assert_says(&["not asked"]);
    stage.click("New list");
    assert!(stage.session().batch.run.is_none());
    stage.assert_says(&["Verify 12 customers"]);
}

#[test]
fn a_stopped_list_goes_on_where_it_was() {
    let (_, held) = TWELVE.split_at(2);
    let mut stage = at_list_holding(held);
    typed(&mut stage, &TWELVE.join("\n"));
    stage.click("Verify 12 customers");
    let done = |stage: &Stage| stage.session().batch.run.as_ref().unwrap().progress.is_some();
    stage.run_until("the first customer", done);
    stage.click("Stop");
    stage.world.gate().open();
    run_to_the_end(&mut stage);
    let asked = stage.world.count(LIST);
    assert!(asked < 12, "{asked}");
    // The program is started anew.
    let mut stage = Stage::in_world(stage.end());
    stage.click("Verify a list");
    typed(&mut stage, &TWELVE.join("\n"));
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
fn customers_without_any_card_are_counted_and_listed() {
    let mut stage = at_list();
    typed(&mut stage, "1004\n1001\n0012345\n");
    // They are shorter than a number that begins with zeros.
    stage.click_on(Role::CheckBox, "Ask for these 2 as they stand");
    stage.settle();
    stage.click("Verify 3 customers");
    run_to_the_end(&mut stage);
    stage.assert_says(&["Most of these customers have no saved card."]);
    let listed = |stage: &Stage| ["1001", "1004"].map(|number| stage.has_button(number));
    assert_eq!(listed(&stage), [true, true]);
    stage.click("Customers without any card: 2");
    stage.settle();
    assert_eq!(listed(&stage), [true, false]);
    stage.click("Customers without any card: 2");
    stage.settle();
    assert_eq!(listed(&stage), [true, true]);
    // The window is English.
    stage.click("Save as CSV");
    stage.settle();
    let tables = saved(&stage, "csv");
    assert!(tables[0].starts_with("\u{feff}severity,rule,"), "{}", tables[0]);
    assert!(tables[0].contains(",'0012345,"), "{}", tables[0]);
}

#[test]
fn a_file_of_customers_is_read() {
    let mut stage = at_list();
    let path = stage.world.data().join("customers.csv");
    std::fs::create_dir_all(stage.world.data()).unwrap();
    std::fs::write(&path, "name;customer\nМарина;1002\nОлег;AB=1\n").unwrap();
    read(&mut stage, path);
    stage.settle();
    stage.assert_says(&["Line 3, “AB=1”"]);
    assert!(!stage.is_off("Verify 1 customer"));
    let missing = stage.world.data().join("missing.csv");
    read(&mut stage, missing);
    stage.settle();
    stage.assert_says(&["There is no file", "missing.csv", "Check the path"]);
    let folder = stage.world.data().to_owned();
    read(&mut stage, folder);
    stage.settle();
    stage.assert_says(&["is a folder.", "Give a file."]);
}

fn read(stage: &mut Stage, path: PathBuf) {
    let ctx = stage.harness.ctx.clone();
    let read = (ListPlace::Batch, ListAction::Read(vec![path]));
    stage.harness.state_mut().act(&ctx, read.into());
}

fn act(stage: &mut Stage, action: BatchAction) {
    let ctx = stage.harness.ctx.clone();
    stage.harness.state_mut().act(&ctx, action.into());
}

fn verified(stage: &mut Stage, text: &str) {
    typed(stage, text);
    stage.click(&format!("Verify {} customers", text.lines().count()));
    run_to_the_end(stage);
}

/// Another batch than was kept: a file has other bytes, a customer is new.
fn changed(text: &str) -> String {
    let lines = text.lines().filter(|line| !line.contains("\"number\":\"1004\""));
    let text = lines.map(|line| format!("{line}\n")).collect::<String>();
    let text = text.replacen("\"customers\":2", "\"customers\":1", 1);
    // The first file of the customer that stays shows what the second one did.
    let digests: Vec<&str> = text
        .lines()
        .filter(|line| line.contains("\"customer\""))
        .flat_map(|line| line.split("\"sha256\":\"").skip(1))
        .map(|rest| rest.split('"').next().unwrap())
        .collect();
    let other = digests.iter().find(|digest| **digest != digests[0]).unwrap();
    text.replace(digests[0], other)
}

#[test]
fn a_batch_is_kept_and_what_changed_stands_side_by_side() {
    let mut stage = at_list();
    verified(&mut stage, "1002\n1004");
    stage.click("Keep for comparison");
    stage.settle();
    let folder = stage.world.data().join("baselines");
    let kept: Vec<_> = std::fs::read_dir(&folder).unwrap().map(|e| e.unwrap().path()).collect();
    assert_eq!(kept.len(), 1);
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt as _;
        assert_eq!(kept[0].metadata().unwrap().permissions().mode() & 0o777, 0o600);
        assert_eq!(folder.metadata().unwrap().permissions().mode() & 0o777, 0o700);
    }
    assert_eq!(stage.session().batch.baselines.kept.len(), 1);
    act(&mut stage, BatchAction::Compare(kept[0].clone()));
    stage.settle();
    stage.assert_says(&["UTC: 0", "Nothing: files, cards and customers are those"]);

    let text = std::fs::read_to_string(&kept[0]).unwrap();
    let other = stage.world.data().join("other.json");
    std::fs::write(&other, changed(&text)).unwrap();
    // Dropped on the window, whatever its name.
    read(&mut stage, other);
    stage.settle();
    stage.assert_says(&["Changed", "Customers not compared: 1 (not asked for then: 1)", "Now"]);
    stage.assert_silent(&["Appeared", "not asked for then: 1004"]);
    let folded = "Customers not compared: 1 (not asked for then: 1)";
    stage.click_on(Role::DisclosureTriangle, folded);
    stage.assert_says(&["not asked for then: 1004"]);
    stage.click("Customers");
    stage.settle();
    stage.assert_says(&["2 customers, "]);
    stage.click("Save the report");
    stage.settle();
    assert!(saved(&stage, "html")[0].contains("id=\"drift\""), "the report tells it as well");

    let nowhere = stage.world.data().join("nowhere");
    act(&mut stage, BatchAction::Compare(nowhere));
    stage.settle();
    stage.assert_says(&["The batch could not be compared", "nowhere"]);
    let foreign = stage.world.data().join("foreign");
    std::fs::write(&foreign, text.replacen("\"sandbox\"", "\"pay.example\"", 1)).unwrap();
    act(&mut stage, BatchAction::Compare(foreign));
    stage.settle();
    stage.assert_says(&["at pay.example (", "and not of yours"]);
}

#[test]
fn the_files_of_a_batch_stand_on_the_contact_sheet() {
    let mut stage = at_list();
    verified(&mut stage, "1002\n2009");
    let fetched = stage.session().library.iter().count();
    assert_eq!(fetched, 0);
    stage.click("Show on the contact sheet");
    stage.settle();
    assert_eq!(stage.session().page, Page::Sheet);
    assert!(stage.session().sheet.all() > 5);
    assert_eq!(stage.session().library.iter().count(), 0, "thumbnails are of the batch");
    let names = stage.names(Role::Button);
    let name = names.iter().find(|name| name.contains(" large: ")).unwrap();
    stage.all(Role::Button, name)[0].focus();
    stage.frame();
    stage.press(egui::Key::Enter);
    stage.settle();
    assert!(matches!(stage.state().dialog, Some(Dialog::Viewer(_))));
    assert_eq!(stage.session().library.iter().count(), 1, "what is opened is fetched");
    stage.assert_says(&["Used by"]);
}

//! A list that is verified while other pages are looked at, and what it found, on the customer's page.

use carddesk::model::{BatchAction, ListAction, ListPlace, LookUpAction, Page};
use carddesk::verify::{Finding, Rule, Tally};
use egui::Key;
use egui::accesskit::Role;

use super::gate::Hold;
use super::stage::{Stage, World};

fn act(stage: &mut Stage, action: impl Into<carddesk::model::Action>) {
    let ctx = stage.harness.ctx.clone();
    stage.harness.state_mut().act(&ctx, action.into());
}

fn start(stage: &mut Stage, list: &str) {
    act(stage, (ListPlace::Batch, ListAction::Edit(list.to_owned())));
    act(stage, BatchAction::Start);
}

fn to_the_end(stage: &mut Stage) {
    stage.run_until("the batch", |stage| !stage.session().batch.is_running());
    stage.settle();
}

/// Findings that only the batch could see, of the customer on screen.
fn compared(stage: &Stage) -> usize {
    let session = stage.session();
    let all = (0..session.cards().len()).flat_map(|card| session.placed_findings(card));
    let rules = [Rule::ArtDiffersForProduct, Rule::ArtSharedAcrossBanks];
    all.filter(|(_, finding)| rules.contains(&finding.rule)).count()
}

/// What the batch says of the customer on screen, and what the page does. How long a download takes
/// is another matter each time.
fn tallies(stage: &Stage) -> (Tally, Tally) {
    let session = stage.session();
    let number = session.customer.as_ref().unwrap().number.as_str();
    let batch = session.batch.batch().unwrap();
    let record = batch.customers.iter().find(|record| record.customer == number).unwrap();
    let is_lasting = |finding: &&Finding| finding.rule != Rule::SlowDownload;
    let shown = (0..session.cards().len()).flat_map(|card| session.open_findings(card));
    let listed = Tally::of(batch.open_findings(record).filter(is_lasting));
    (listed, Tally::of(shown.filter(is_lasting)))
}

#[test]
fn what_only_a_batch_can_see_stands_on_the_customers_page() {
    let mut stage = Stage::showing("1003");
    stage.settle();
    assert_eq!(compared(&stage), 0);
    start(&mut stage, "1003\n1004\n1009");
    to_the_end(&mut stage);
    // The customer who was on screen already, and again after a list that came later.
    for _ in 0..2 {
        let (listed, shown) = tallies(&stage);
        assert!(compared(&stage) > 0, "{listed:?} {shown:?}\n{}", stage.spoken());
        assert_eq!(listed, shown);
        let worst = stage.session().queue.rows().iter().find(|row| row.number.as_str() == "1003");
        assert_eq!(worst.unwrap().worst, shown.worst());
        stage.press(Key::F5);
        stage.run_until("the list", |stage| !stage.is_asking());
        stage.settle();
    }
    // One who comes on screen after the batch.
    let number = carddesk::domain::CustomerNumber::parse("1004").unwrap();
    act(&mut stage, LookUpAction::Open(number));
    stage.run_until("the list", |stage| !stage.is_asking());
    stage.settle();
    let (listed, shown) = tallies(&stage);
    assert_eq!(listed, shown);
    assert!(compared(&stage) > 0);
    // Without the batch nothing of it is left.
    act(&mut stage, BatchAction::Clear);
    stage.settle();
    assert_eq!(compared(&stage), 0);
}

#[test]
fn progress_stands_on_every_page_and_the_end_is_told() {
    let world = World::gated();
    world.gate().hold(Hold::List("1004"));
    let mut stage = Stage::in_world(world);
    start(&mut stage, "1002\n1004");
    for page in [Page::Customer, Page::Journal, Page::Sheet] {
        act(&mut stage, carddesk::model::SessionAction::Show(page));
        stage.run_until("a page", |stage| stage.says("verifying a list: "));
    }
    stage.run_until("the first", |stage| stage.says("verifying a list: 1 of 2"));
    act(&mut stage, BatchAction::Pause(true));
    stage.rest();
    stage.assert_says(&["verification paused: 1 of 2"]);
    act(&mut stage, BatchAction::Pause(false));
    stage.rest();
    stage.click_on(Role::Link, "verifying a list: 1 of 2");
    assert_eq!(stage.session().page, Page::Batch);
    act(&mut stage, carddesk::model::SessionAction::Show(Page::Customer));
    stage.rest();
    stage.world.gate().open();
    to_the_end(&mut stage);
    stage.assert_says(&["The list has been verified. Customers: 2, errors: 0"]);
    stage.assert_silent(&["verifying a list"]);
    stage.click("Show");
    assert_eq!(stage.session().page, Page::Batch);
    stage.assert_silent(&["The list has been verified."]);
}

#[test]
fn who_watches_the_end_is_not_told_of_it() {
    let mut stage = Stage::signed_in();
    act(&mut stage, carddesk::model::SessionAction::Show(Page::Batch));
    start(&mut stage, "1002");
    to_the_end(&mut stage);
    stage.assert_silent(&["The list has been verified."]);
}

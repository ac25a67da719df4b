//! Removals left open: what their cards look like, and what settles them.

use carddesk::journal::{EntryKind, OutcomeCode, read};
use carddesk::model::{BatchAction, ListAction, ListPlace, QueueAction};
use carddesk::sandbox::{Call, Fault};
use carddesk::settings::TileSize;
use egui::accesskit::Role;
use egui::{Key, Modifiers};

use super::stage::{LIST, REMOVE, Stage, Start, World};

const MARK: &str = "Removal not verified";
const BANNER: &str = "1 removal has no outcome: ";

/// Removes the first card of customer 1009; whether it was removed is not known then.
fn left_open(applied: bool) -> Stage {
    left_open_in(Stage::showing("1009"), applied)
}

fn left_open_in(mut stage: Stage, applied: bool) -> Stage {
    let cut = if applied { Fault::CutAfterApplying } else { Fault::CutBeforeApplying };
    stage.world.inject(Call::Remove, cut, 1);
    stage.world.inject(Call::List, Fault::Status500, 1);
    let name = format!("Remove {}", stage.card_name(0));
    stage.click(&name);
    stage.click("Remove card");
    stage.run_until("the outcome", |stage| !stage.state().is_removing());
    stage.settle();
    stage
}

fn closed(mut stage: Stage) -> Stage {
    stage.click("Close");
    stage
}

/// The last entry of the journal.
fn last(world: &World) -> EntryKind {
    read(world.data()).unwrap().entries.last().unwrap().kind
}

#[test]
fn its_tile_looks_like_no_other_until_a_list_settles_it() {
    for (size, applied) in
        [(TileSize::Small, true), (TileSize::Medium, false), (TileSize::Large, true)]
    {
        let mut stage = closed(left_open(applied));
        let ctx = stage.harness.ctx.clone();
        let tiles = carddesk::model::SettingsAction::Tiles(size);
        stage.harness.state_mut().act(&ctx, tiles.into());
        stage.settle();
        let name = stage.tile_name(0);
        let tiles = stage.tiles();
        assert_eq!(tiles[0], name, "{size:?}");
        let plain = name.strip_suffix(&format!(", {MARK}")).unwrap().to_owned();
        assert!(tiles[1..].iter().all(|tile| !tile.contains(MARK)), "{tiles:?}");
        // In the inspector too, with what leads on.
        stage.click(&name);
        stage.assert_says(&["Whether this card was removed is not known."]);
        stage.click("Check again");
        stage.run_until("the list", |stage| !stage.is_asking());
        stage.settle();
        stage.assert_silent(&[MARK, BANNER, "to resolve"]);
        let (outcome, words) = match applied {
            true => (OutcomeCode::RemovedVerified, "Removed (verified)"),
            false => (OutcomeCode::StillThere, "Still there"),
        };
        assert_eq!(last(&stage.world), EntryKind::Resolution(outcome));
        stage.assert_says(&[&format!("of customer 1009: {words}. This list settles")]);
        assert_eq!(stage.tiles().contains(&plain), !applied);
        assert_eq!(stage.world.count(REMOVE), 1, "nothing is removed again");
    }
}

#[test]
fn a_card_that_its_own_list_still_holds_says_so_until_the_next_list() {
    let mut stage = Stage::showing("1009");
    stage.world.inject(Call::Remove, Fault::CutBeforeApplying, 1);
    let name = format!("Remove {}", stage.card_name(0));
    stage.click(&name);
    stage.click("Remove card");
    stage.run_until("the outcome", |stage| !stage.state().is_removing());
    stage.settle();
    let mut stage = closed(stage);
    let tile = stage.tile_name(0);
    assert!(tile.ends_with(", Still there"), "{tile}");
    stage.click(&tile);
    stage.assert_says(&["The list fetched after the removal still holds this card."]);
    stage.press(Key::F5);
    stage.run_until("the list", |stage| !stage.is_asking());
    stage.settle();
    assert_eq!(Some(stage.tiles()[0].as_str()), tile.strip_suffix(", Still there"));
}

#[test]
fn the_primary_button_of_an_open_end_is_to_check_again() {
    let mut stage = left_open(true);
    assert!(stage.button("Check again").is_focused());
    stage.press(Key::Enter);
    stage.run_until("the list", |stage| !stage.is_asking());
    stage.settle();
    assert!(stage.state().dialog.is_none());
    stage.assert_says(&["4 cards", "Removed (verified)"]);
    assert_eq!(last(&stage.world), EntryKind::Resolution(OutcomeCode::RemovedVerified));
}

#[test]
fn a_revocation_with_an_open_end_offers_to_check_again_first() {
    let mut stage = Stage::showing("1009");
    stage.world.inject(Call::Remove, Fault::CutAfterApplying, 1);
    stage.world.inject(Call::List, Fault::Status500, 3);
    stage.click("Revoke…");
    stage.click("All cards");
    stage.click("Revoke 5 cards…");
    stage.click("Revoke 5 cards");
    stage.run_until("the outcome", |stage| !stage.state().is_removing());
    stage.settle();
    assert!(stage.button("Check again").is_focused(), "{}", stage.spoken());
    stage.click("Check again");
    // A list that was asked for in the very moment of a removal's last entry settles nothing: the next
    // one does.
    for _ in 0..5 {
        stage.run_until("the list", |stage| !stage.is_asking());
        stage.settle();
        if unresolved(&stage) == 0 {
            break;
        }
        stage.press(Key::F5);
    }
    assert!(read(stage.world.data()).unwrap().unresolved().is_empty());
}

/// A list of this customer that the program asks for by itself.
fn unresolved(stage: &Stage) -> usize {
    read(stage.world.data()).unwrap().unresolved().len()
}

#[test]
fn a_list_fetched_ahead_settles_it() {
    let world = closed(left_open(true)).end();
    let mut stage = world.start(&Start::default());
    stage.settle();
    stage.assert_says(&[BANNER]);
    let ctx = stage.harness.ctx.clone();
    let give = QueueAction::Give("1001\n1009\n1002\n".to_owned());
    stage.harness.state_mut().act(&ctx, give.into());
    stage.harness.state_mut().act(&ctx, QueueAction::Take.into());
    stage.run_until("the first list", |stage| !stage.is_asking());
    for _ in 0..4 {
        stage.pass_seconds(1);
        stage.settle();
    }
    assert_eq!(stage.session().customer.as_ref().unwrap().number.as_str(), "1001");
    assert_eq!(unresolved(&stage), 0);
    stage.assert_says(&["of customer 1009: Removed (verified). This list settles"]);
    stage.assert_silent(&[BANNER]);
}

#[test]
fn a_batch_settles_it() {
    let world = closed(left_open(true)).end();
    let mut stage = world.start(&Start::default());
    stage.settle();
    let ctx = stage.harness.ctx.clone();
    stage
        .harness
        .state_mut()
        .act(&ctx, (ListPlace::Batch, ListAction::Edit("1001\n1009\n".to_owned())).into());
    stage.harness.state_mut().act(&ctx, BatchAction::Start.into());
    stage.run_until("the batch", |stage| !stage.session().batch.is_running());
    stage.settle();
    assert_eq!(unresolved(&stage), 0);
    // The batch's own end is the newest notice.
    stage.click("Close");
    stage.settle();
    stage.assert_says(&["of customer 1009: Removed (verified). This list settles"]);
}

#[test]
fn the_list_after_another_removal_settles_it() {
    let mut stage = closed(left_open(true));
    // The one that nothing is known of stands first still.
    let name = format!("Remove {}", stage.card_name(1));
    stage.click(&name);
    stage.click("Remove card");
    stage.run_until("the outcome", |stage| !stage.state().is_removing());
    stage.settle();
    assert_eq!(unresolved(&stage), 0);
    let view = read(stage.world.data()).unwrap();
    let ends: Vec<_> = view.removals().iter().map(|record| record.outcome()).collect();
    assert_eq!(ends, [Some(OutcomeCode::RemovedVerified); 2]);
    stage.assert_silent(&[MARK, BANNER]);
}

#[test]
fn the_banner_names_the_card_leads_there_and_can_be_put_aside() {
    let stage = closed(left_open(true));
    let card = stage.card_name(0);
    let mut stage = stage.end().start(&Start::default());
    stage.settle();
    stage.assert_says(&[&format!("{BANNER}{card} of customer 1009")]);
    stage.click("Put aside until the next start");
    stage.assert_silent(&[BANNER]);
    stage.assert_says(&["journal: 1 to resolve"]);
    // The next start tells it again.
    let mut stage = stage.end().start(&Start::default());
    stage.settle();
    let lists = stage.world.count(LIST);
    stage.click("Look up 1009");
    stage.run_until("the list", |stage| !stage.is_asking());
    stage.settle();
    stage.assert_says(&["Customer 1009", "Removed (verified)"]);
    stage.assert_silent(&[BANNER]);
    assert_eq!(stage.world.count(LIST), lists + 1);
}

#[test]
fn at_another_server_the_banner_says_where_it_belongs() {
    let mut world = closed(left_open(true)).end();
    let here = world.server().replace("http://", "");
    // The same files, and another gateway.
    let other = World::new();
    world.elsewhere = Some(other.server());
    let mut stage = world.start(&Start { customer: Some("1009"), ..Start::default() });
    stage.run_until("the list", |stage| !stage.is_asking());
    stage.settle();
    stage.assert_says(&[
        "1 removal has no outcome at another server or for another merchant: ",
        &format!("of customer 1009, merchant 777001 at {here}"),
        "Sign in with that server and merchant.",
    ]);
    stage.assert_silent(&["Look up 1009", MARK]);
    assert_eq!(unresolved(&stage), 1, "the other server's list settles nothing");
    stage.click("Put aside until the next start");
    stage.assert_silent(&["1 removal has no outcome"]);
    drop(other);
}

#[test]
fn behind_the_lock_nothing_is_told_of_it() {
    let mut stage = closed(left_open(true));
    stage.press_with(Modifiers::COMMAND | Modifiers::SHIFT, Key::L);
    stage.settle();
    stage.assert_silent(&["1009", MARK, BANNER]);
    assert!(stage.all(Role::Button, "Look up 1009").is_empty());
}

//! Working through a list of customers.
use carddesk::model::{Dialog, ListAction, ListPlace, Page, Remote};
use egui::accesskit::Role;
use egui::{Key, Modifiers};

use super::gate::Hold;
use super::stage::{LIST, REMOVE, Stage, World};
use crate::support::{Gateway, TOKEN, list_of, ok, status};

/// The dialog, with what was pasted.
fn pasted(stage: &mut Stage, text: &str) {
    stage.harness.event(egui::Event::Paste(text.to_owned()));
    stage.rest();
}

/// A list that is worked through, its first customer on screen with all pictures.
fn working_in(world: World, text: &str) -> Stage {
    let mut stage = Stage::in_world(world);
    // The window begins in the look-up field.
    stage.press(Key::Escape);
    pasted(&mut stage, text);
    stage.press_with(Modifiers::COMMAND, Key::Enter);
    stage.settle();
    stage
}

fn number(stage: &Stage) -> String {
    stage.session().customer.as_ref().unwrap().number.as_str().to_owned()
}

/// Lets the pace's time pass until the next two are there, with their pictures.
fn fetched_ahead(stage: &mut Stage) {
    for _ in 0..2 {
        stage.pass_seconds(1);
        stage.settle();
    }
    assert_eq!(stage.session().lists_ahead().count(), 2);
}

#[test]
fn a_pasted_list_is_worked_through_by_key() {
    let mut stage = Stage::in_world(World::new());
    stage.press(Key::Escape);
    pasted(&mut stage, "customer\n1004\nAB/12\n1004\n1009\n1002\n");
    stage.assert_says(&["Line 3, “AB/12”", "repeated: 1"]);
    stage.click("Work through 3 customers");
    stage.settle();
    assert_eq!((number(&stage), stage.world.count(LIST)), ("1004".to_owned(), 1));
    stage.assert_says(&["1 of 3 looked at"]);
    for (key, wanted) in
        [(Key::J, "1009"), (Key::J, "1002"), (Key::J, "1002"), (Key::K, "1009"), (Key::K, "1004")]
    {
        stage.pass_seconds(1);
        stage.press(key);
        stage.run_until("the list", |stage| !stage.is_asking());
        assert_eq!(number(&stage), wanted);
    }
    stage.settle();
    stage.assert_says(&["3 of 3 looked at"]);
    let row = stage.button("Customer 1009");
    let said = egui_kittest::kittest::NodeT::accesskit_node(&row).data().description();
    assert!(said.is_some_and(|said| said.contains("Looked at")), "{said:?}");
}

#[test]
fn keys_step_in_any_view_but_not_in_a_field_nor_under_a_dialog() {
    let mut stage = working_in(World::new(), "1004\n1009\n1002");
    for modifiers in [(Modifiers::COMMAND, Key::J), (Modifiers::COMMAND, Key::G)] {
        stage.pass_seconds(1);
        stage.press_with(modifiers.0, modifiers.1);
        assert_ne!(stage.session().page, Page::Customer);
        stage.press(Key::J);
        assert_eq!(stage.session().page, Page::Customer);
    }
    assert_eq!(number(&stage), "1002");
    stage.press_with(Modifiers::COMMAND, Key::L);
    stage.press(Key::K);
    assert_eq!(number(&stage), "1002", "the field's");
    stage.press(Key::Escape);
    stage.press(Key::F1);
    stage.press(Key::K);
    assert_eq!(number(&stage), "1002", "under a dialog");
    stage.press(Key::Escape);
    stage.pass_seconds(1);
    stage.press(Key::K);
    assert_eq!(number(&stage), "1009");
}

#[test]
fn the_next_customer_is_on_screen_at_once_with_all_pictures() {
    let mut stage = working_in(World::new(), "1002\n1004\n1003\n1009");
    fetched_ahead(&mut stage);
    stage.pass_seconds(9);
    for wanted in ["1004", "1003"] {
        stage.harness.key_press(Key::J);
        // The frame that has the key, and the frame that shows the customer.
        stage.frame();
        stage.frame();
        assert_eq!(number(&stage), wanted);
        let pictures = stage.harness.state().pictures();
        assert!(pictures.full > 1 && pictures.partial == 0, "{wanted}: {pictures:?}");
        assert!(matches!(stage.session().customer.as_ref().unwrap().list, Remote::Ready(_)));
        stage.assert_says(&["as of "]);
    }
    stage.settle();
    fetched_one_more(&mut stage);
    let mut asked: Vec<_> = stage.world.calls().into_iter().map(|(_, who)| who).collect();
    asked.sort();
    asked.dedup();
    assert_eq!(stage.world.count(LIST), asked.len(), "nobody was asked for again");
}

/// The one after the next is fetched once the next is on screen.
fn fetched_one_more(stage: &mut Stage) {
    stage.pass_seconds(1);
    stage.settle();
    assert_eq!(stage.session().lists_ahead().count(), 1, "the last one");
}

#[test]
fn search_and_filter_narrow_the_list() {
    let mut stage = working_in(World::new(), "1004\n1009\n2009\n1002");
    stage.type_into("Search", "20");
    assert!(stage.has_button("Customer 2009") && !stage.has_button("Customer 1009"));
    assert!(stage.has_button("Customer 1004"), "whoever is on screen stays");
    stage.press(Key::Escape);
    stage.pass_seconds(1);
    stage.press(Key::J);
    assert_eq!(number(&stage), "2009");
    stage.settle();
    stage.type_into("Search", "");
    stage.press(Key::Escape);
    stage.click("Customers with findings");
    assert!(stage.has_button("Customer 2009") && !stage.has_button("Customer 1002"));
    stage.click("Not yet looked at");
    assert!(stage.has_button("Customer 1002") && !stage.has_button("Customer 1004"));
}

#[test]
fn a_busy_gateway_is_left_alone_and_told_of_when_its_customer_is_opened() {
    let gateway = Gateway::answering(|request| match &request.json()["customernumber"] {
        number if *number == "1009" => status(429, "slow down"),
        _ => ok(list_of(&[TOKEN])),
    });
    let asked = |gateway: &Gateway| {
        let bodies = gateway.bodies().into_iter();
        bodies.map(|body| body["customernumber"].as_str().unwrap().to_owned()).collect::<Vec<_>>()
    };
    let mut world = World::new();
    world.elsewhere = Some(gateway.url());
    let mut stage = working_in(world, "1004\n1009\n1002");
    stage.pass_seconds(1);
    stage.settle();
    assert_eq!(asked(&gateway), ["1004", "1009"]);
    stage.assert_silent(&["429"]);
    stage.pass_seconds(29);
    stage.settle();
    assert_eq!(asked(&gateway).len(), 2, "for a while nobody is fetched ahead");
    stage.pass_seconds(2);
    stage.settle();
    assert_eq!(asked(&gateway)[2..], ["1002"], "and then whoever is next");
    stage.pass_seconds(1);
    stage.press(Key::J);
    stage.settle();
    stage.assert_says(&["Customer 1009", "429", "Try again"]);
    assert_eq!(asked(&gateway)[3..], ["1009"]);
}

#[test]
fn a_slow_gateway_shows_the_customer_as_loading() {
    let world = World::gated();
    world.gate().hold(Hold::List("1009"));
    let mut stage = working_in(world, "1004\n1009\n1002");
    stage.pass_seconds(1);
    stage.rest();
    stage.world.gate().wait_for(1);
    stage.press(Key::J);
    stage.assert_says(&["Customer 1009", "Asking the gateway…"]);
    assert!(stage.session().cards().is_empty(), "nobody else's cards");
    // On to the next one: the slow one holds up nobody.
    stage.pass_seconds(1);
    stage.press(Key::J);
    stage.run_until("the list", |stage| !stage.is_asking());
    assert_eq!(number(&stage), "1002");
    stage.world.gate().open();
    stage.settle();
    assert_eq!(number(&stage), "1002");
}

#[test]
fn a_list_dropped_or_read_from_a_file_is_shown_first() {
    let mut stage = Stage::showing("1004");
    let path = stage.world.data().join("queue.csv");
    std::fs::write(&path, "name;customer\nМарина;1002\nОлег;AB=1\n").unwrap();
    let ctx = stage.harness.ctx.clone();
    stage
        .harness
        .state_mut()
        .act(&ctx, (ListPlace::Queue, ListAction::Read(vec![path.clone()])).into());
    stage.settle();
    stage.assert_says(&["Line 3, “AB=1”", "Work through 1 customer"]);
    stage.press(Key::Escape);
    stage.click("Work through a list…");
    let mistyped = format!("{}x", path.display());
    stage.type_into("File of customers", &mistyped);
    stage.click("Open");
    stage.settle();
    stage.assert_says(&[&*format!("There is no file {mistyped}.")]);
    stage.type_into("File of customers", &path.display().to_string());
    stage.click("Open");
    stage.settle();
    assert!(matches!(stage.state().dialog, Some(Dialog::Queue(_))));
    stage.click("Work through 1 customer");
    stage.settle();
    assert_eq!(number(&stage), "1002");
    stage.click("End the list");
    assert!(stage.find(Role::Button, "Customer 1002").is_some());
}

#[test]
fn customers_opened_last_are_kept_and_can_be_forgotten() {
    // The gateway's address stays the same.
    let mut stage = Stage::showing("1004");
    stage.settle();
    let mut stage = Stage::in_world(stage.end());
    stage.settle();
    assert!(stage.has_button("Customer 1004"), "opened earlier");
    assert_eq!(stage.session().recent.len(), 1);
    let file = stage.world.data().join("recent.json");
    let kept = std::fs::read_to_string(&file).unwrap();
    assert!(kept.contains("1004") && !kept.contains("login") && !kept.contains("token"), "{kept}");
    stage.click("Settings");
    stage.scroll(-2000.0);
    stage.click("Forget them now");
    stage.settle();
    assert!(!file.exists() && stage.session().recent.is_empty());
    let keep = "Keep the numbers of customers opened last";
    stage.click_on(Role::CheckBox, keep);
    stage.press(Key::Escape);
    stage.show("1009");
    stage.settle();
    assert!(!file.exists(), "switched off");
}

#[test]
fn expired_cards_of_the_whole_list_are_shown_first_and_then_removed() {
    let mut stage = working_in(World::new(), "1004\n1002\n1007");
    stage.click("Expired cards…");
    stage.assert_says(&["Nothing is removed."]);
    for _ in 0..4 {
        stage.pass_seconds(1);
        stage.settle();
    }
    let found = stage.state().question().unwrap().cards().count();
    stage.assert_says(&[&format!("Expired cards: {found}. Customers who have them: 2.")]);
    // Leaving it is the safe choice, and forgets it.
    assert!(stage.button("Keep cards").is_focused());
    stage.press(Key::Enter);
    stage.rest();
    assert!(stage.state().dialog.is_none() && stage.state().question().is_none());
    assert_eq!(stage.world.count(REMOVE), 0);
    stage.click("Expired cards…");
    for _ in 0..4 {
        stage.pass_seconds(1);
        stage.settle();
    }
    stage.pass_seconds(1);
    stage.click(&format!("Revoke {found} cards"));
    stage.run_until("the result", |stage| !stage.state().is_removing());
    stage.settle();
    stage.assert_says(&[&format!("{found} of {found} expired cards are proven to be removed.")]);
    assert_eq!(stage.world.count(REMOVE), found);
    stage.click("Copy table");
    let copied = stage.copied().unwrap();
    assert!(copied.contains("Customer 1004") && copied.contains("Customer 1007"), "{copied}");
    stage.press(Key::Escape);
    let row = stage.button("Customer 1007");
    let said = egui_kittest::kittest::NodeT::accesskit_node(&row).data().description();
    assert!(said.is_some_and(|said| said.contains("A card was removed")), "{said:?}");
}

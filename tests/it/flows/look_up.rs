//! Looking customers up.

use carddesk::domain::PROHIBITED_SYMBOLS;
use egui::{Key, Modifiers};

use super::gate::Hold;
use super::stage::{LIST, Stage, World};

const FIELD: &str = "Customer number";

#[test]
fn a_number_that_the_gateway_would_change_is_refused_before_anything_is_sent() {
    let mut stage = Stage::showing("1009");
    let before = stage.world.sandbox.requests().total;
    for symbol in PROHIBITED_SYMBOLS {
        stage.press_with(Modifiers::COMMAND, Key::L);
        stage.type_text(&format!("AB{symbol}12"));
        let sentence = format!("“{symbol}” (character 3) is not allowed: the gateway would remove");
        stage.assert_says(&[&sentence]);
        stage.press(Key::Enter);
        stage.assert_says(&[&sentence, "Customer 1009", "5 cards"]);
    }
    stage.settle();
    assert_eq!(stage.world.sandbox.requests().total, before);
    // The number that it would have been answered for is another customer's.
    stage.show("AB12");
    stage.assert_says(&["Customer AB12", "2 cards"]);
    stage.assert_silent(&["is not allowed"]);
}

#[test]
fn numbers_that_cannot_be_are_refused() {
    let mut stage = Stage::signed_in();
    stage.look_up("");
    stage.assert_says(&["Enter a customer number."]);
    stage.look_up(&"7".repeat(33));
    stage.assert_says(&["up to 32 characters; this one has 33."]);
    stage.look_up("12\u{7}34");
    stage.assert_says(&["Character 3 is invisible and not allowed: a control character (U+0007)."]);
    stage.settle();
    assert_eq!(stage.world.sandbox.requests().total, 0);
}

#[test]
fn odd_numbers_are_sent_as_they_are_with_a_warning() {
    let mut stage = Stage::signed_in();
    stage.show(" 1009");
    stage.assert_says(&["The number begins or ends with a blank; it was sent as it is."]);
    stage.show("АБ12");
    stage.assert_says(&["“А” (character 1) is not a Latin letter; it was sent as it is."]);
    let asked: Vec<_> = stage.world.calls().into_iter().filter_map(|(_, who)| who).collect();
    assert_eq!(asked, [" 1009", "АБ12"]);
}

#[test]
fn ctrl_l_takes_the_focus_and_what_is_typed_replaces_the_old_number() {
    let mut stage = Stage::showing("1009");
    assert!(!stage.field(FIELD).is_focused());
    stage.press_with(Modifiers::COMMAND, Key::L);
    assert!(stage.field(FIELD).is_focused());
    stage.type_text("1001");
    assert_eq!(stage.field(FIELD).value().as_deref(), Some("1001"));
    // From the journal as well, which the answer then replaces.
    stage.press_with(Modifiers::COMMAND, Key::J);
    stage.assert_says(&["No removals yet"]);
    stage.show("1002");
    stage.assert_says(&["Customer 1002", "1 card"]);
    stage.assert_silent(&["No removals yet"]);
}

#[test]
fn no_card_one_twelve_and_two_hundred() {
    let mut stage = Stage::signed_in();
    stage.show("1001");
    stage.assert_says(&["No saved cards", "The gateway has no cards for customer 1001."]);
    for (number, count) in [("1002", 1), ("1003", 12), ("1005", 200)] {
        stage.show(number);
        let words = if count == 1 { "1 card".to_owned() } else { format!("{count} cards") };
        stage.assert_says(&[&format!("Customer {number}"), &words]);
        stage.assert_silent(&["No saved cards"]);
        assert_eq!(stage.session().cards().len(), count);
        let tiles = stage.tiles();
        assert!(!tiles.is_empty() && tiles.len() <= count, "{tiles:?}");
        assert_eq!(tiles[0], stage.tile_name(0));
    }
    // Of two hundred only those in view are drawn, and the last is reached by scrolling.
    let last = stage.tile_name(199);
    assert!(stage.tiles().len() < 30);
    assert!(!stage.tiles().iter().any(|tile| tile.starts_with(&last)));
    stage.scroll(-100_000.0);
    assert!(stage.tiles().last().unwrap().starts_with(&last));
    let last = stage.tile_name(199);
    // A card that is inspected stays in view, and the next customer begins at the top.
    stage.select(199);
    assert_eq!(stage.tiles().last(), Some(&last));
    assert!(stage.button(&last).is_focused());
    stage.show("1003");
    assert_eq!(stage.tiles()[0], stage.tile_name(0));
}

#[test]
fn an_answer_that_comes_too_late_is_dropped() {
    let world = World::gated();
    world.gate().hold(Hold::List("1009"));
    let mut stage = Stage::in_world(world);
    stage.look_up("1009");
    stage.world.gate().wait_for(1);
    stage.rest();
    stage.assert_says(&["Customer 1009", "Asking the gateway…"]);
    stage.show("4128");
    stage.assert_says(&["Customer 4128", "1 card"]);
    let shown = stage.session().cards().to_vec();
    stage.world.gate().open();
    stage.settle();
    assert_eq!(stage.world.count(LIST), 2, "the late answer did come");
    stage.assert_says(&["Customer 4128", "1 card"]);
    assert_eq!(stage.session().cards(), shown);
    assert_eq!(stage.field(FIELD).value().as_deref(), Some("4128"));
}

#[test]
fn of_two_answers_for_one_customer_the_newer_question_counts() {
    let world = World::gated();
    world.gate().hold(Hold::List("1009"));
    let mut stage = Stage::in_world(world);
    stage.look_up("1009");
    stage.press(Key::F5);
    stage.world.gate().wait_for(2);
    stage.world.gate().open();
    stage.run_until("the list", |stage| !stage.is_asking());
    stage.settle();
    stage.assert_says(&["5 cards"]);
    assert_eq!(stage.world.count(LIST), 2);
}

#[test]
fn customers_of_the_session_are_listed_and_one_click_away() {
    let mut stage = Stage::signed_in();
    stage.assert_says(&["Customers that you look up appear here until you sign out."]);
    for number in ["1009", "1001", "4128"] {
        stage.show(number);
    }
    let rows = |stage: &Stage| -> Vec<String> {
        let names = stage.names(egui::accesskit::Role::Button);
        names.into_iter().filter(|name| name.starts_with("Customer ")).collect()
    };
    assert_eq!(rows(&stage), ["Customer 1009", "Customer 1001", "Customer 4128"]);
    stage.click("Customer 1009");
    stage.run_until("the list", |stage| !stage.is_asking());
    stage.assert_says(&["5 cards"]);
    assert_eq!(stage.world.count(LIST), 4);
    stage.click("Show or hide customers");
    assert!(rows(&stage).is_empty());
    assert!(!stage.says("This session"));
    stage.click("Show or hide customers");
    assert_eq!(rows(&stage).len(), 3);
}

//! The journal's page.

use carddesk::domain::{Bin, CustomerNumber, Environment, LastFour, MerchantId, Token};
use carddesk::journal::{
    Draft, EntryKind, FILE_NAME, Journal, OutcomeCode, RemovalId, Subject, TokenDigest, read,
};
use carddesk::sandbox::{Call, Fault};
use egui::accesskit::Role;
use egui::{Key, Modifiers};
use egui_kittest::kittest::NodeT as _;
use jiff::Timestamp;

use super::stage::{LIST, REMOVE, Stage, Start, World};

const FILTER: &str = "Customer, digits, reason…";

/// Removes the first card of the customer on screen.
fn remove(stage: &mut Stage, reason: &str) {
    let name = format!("Remove {}", stage.card_name(0));
    stage.click(&name);
    stage.type_into("Reason or ticket number (optional)", reason);
    stage.click("Remove card");
    stage.run_until("the outcome", |stage| !stage.state().is_removing());
    stage.settle();
    stage.click("Close");
}

fn open(stage: &mut Stage) {
    stage.press_with(Modifiers::COMMAND, Key::J);
    stage.settle();
}

/// The rows, each a button named by what it tells.
pub(super) fn rows(stage: &Stage) -> Vec<egui_kittest::Node<'_>> {
    let nodes = stage.harness.root().children_recursive();
    let buttons = nodes.filter(|node| node.accesskit_node().role() == Role::Button);
    let is_row = |name: String| name.starts_with("20") && name.contains(" ···· ");
    buttons.filter(|node| node.accesskit_node().label().is_some_and(is_row)).collect()
}

/// Shows the steps of the row at this place.
fn show_steps(stage: &mut Stage, row: usize) {
    rows(stage)[row].click();
    stage.rest();
}

/// Writes what a program that died after the intent leaves behind.
fn leave_intent(world: &World, server: &str, merchant: &str, token: &Token) {
    let at = Timestamp::now();
    let subject = Subject {
        os_user: "agent".to_owned(),
        operator: None,
        merchant: MerchantId::parse(merchant).unwrap(),
        server: server.to_owned(),
        environment: Environment::Sandbox,
        customer: CustomerNumber::parse("1009").unwrap(),
        brand: "VISA".to_owned(),
        bank: String::new(),
        bin: Bin::from_gateway("400551"),
        last_four: LastFour::from_gateway("3964"),
        token: TokenDigest::of(token),
        reason: Some("left open".to_owned()),
    };
    let removal = RemovalId::new(at);
    let draft = Draft { removal, kind: EntryKind::Intent, subject, detail: None };
    Journal::open(world.data()).unwrap().append(draft, at).unwrap();
}

/// One more removal without an outcome.
pub(super) fn leave_intent_of(world: &World) {
    let token = Token::parse("54F5A3DE-4B47-4B40-03B5-7FF992D6B401").unwrap();
    leave_intent(world, &world.server().replace("http://", ""), "777001", &token);
}

#[test]
fn it_lists_filters_and_shows_every_step() {
    let mut stage = Stage::showing("1009");
    let token = stage.session().cards()[1].token.expose().to_ascii_uppercase();
    remove(&mut stage, "lost phone");
    remove(&mut stage, "T-2002");
    open(&mut stage);
    stage.assert_says(&["Journal", "The record is unbroken", "lost phone", "T-2002"]);
    assert_eq!(rows(&stage).len(), 2);
    stage.type_into(FILTER, "t-2002");
    stage.assert_says(&["T-2002"]);
    stage.assert_silent(&["lost phone"]);
    stage.type_into(FILTER, "no such thing");
    stage.assert_says(&["No removal matches."]);
    stage.type_into(FILTER, "");
    // The newest first.
    show_steps(&mut stage, 0);
    stage.assert_says(&[
        "Intent",
        "Acknowledged by the gateway",
        "List checked: the card is gone",
        "Removed (verified)",
        "Token, SHA-256",
        "(SANDBOX)",
        "UTC",
    ]);
    let digest = read(stage.world.data()).unwrap().removals()[0].subject().token;
    let head = format!("{digest:.16}");
    stage.assert_says(&[&format!("{head}…")]);
    assert!(!stage.spoken().to_ascii_uppercase().contains(&token));
    show_steps(&mut stage, 0);
    stage.assert_silent(&["Acknowledged by the gateway"]);
    stage.click("Back to the cards");
    stage.assert_says(&["Customer 1009", "3 cards"]);
}

#[test]
fn an_empty_journal_says_what_it_is_for() {
    let mut stage = Stage::showing("1009");
    open(&mut stage);
    stage.assert_says(&["No removals yet", "Each removal is recorded here"]);
    stage.all(Role::Button, "Back to the cards")[0].click();
    stage.rest();
    stage.assert_says(&["5 cards"]);
}

#[test]
fn what_the_filter_shows_is_exported_as_csv() {
    let mut stage = Stage::showing("1009");
    let tokens: Vec<String> =
        stage.session().cards().iter().map(|card| card.token.expose().to_owned()).collect();
    remove(&mut stage, "lost phone");
    remove(&mut stage, "T-2002");
    open(&mut stage);
    stage.type_into(FILTER, "T-2002");
    stage.click("Export CSV");
    stage.run_until("the export", |stage| stage.says("Saved to "));
    let files = std::fs::read_dir(stage.world.data()).unwrap().map(|entry| entry.unwrap().path());
    let exported: Vec<_> =
        files.filter(|path| path.extension().is_some_and(|end| end == "csv")).collect();
    let [path] = exported.as_slice() else { panic!("{exported:?}") };
    stage.assert_says(&[&path.display().to_string()]);
    let text = std::fs::read_to_string(path).unwrap();
    assert_eq!(text.lines().count(), 2, "{text}");
    assert!(text.contains("T-2002") && text.contains("removed_verified"), "{text}");
    assert!(!text.contains("lost phone"));
    assert!(tokens.iter().all(|token| !text.contains(token.as_str())));
}

#[test]
fn removals_left_open_are_told_at_the_start_and_resolved_by_one_list() {
    let mut stage = Stage::showing("1009");
    stage.world.inject(Call::Remove, Fault::CutAfterApplying, 1);
    stage.world.inject(Call::List, Fault::Status500, 1);
    remove(&mut stage, "T-3003");
    let world = stage.end();
    assert_eq!(read(world.data()).unwrap().unresolved().len(), 1);
    let lists = world.count(LIST);
    let mut stage = world.start(&Start::default());
    stage.settle();
    stage.assert_says(&["1 removal has no outcome", "One list call decides."]);
    assert_eq!(stage.world.count(LIST), lists, "nothing is asked for by itself");
    stage.click("Open the journal");
    stage.settle();
    show_steps(&mut stage, 0);
    stage.assert_says(&["Not verified", "List could not be fetched"]);
    stage.click("Ask for the list and resolve");
    stage.run_until("the resolution", |stage| stage.state().journal.resolving.is_empty());
    stage.settle();
    stage.assert_says(&["Removed (verified)"]);
    stage.assert_silent(&["journal: 1 to resolve", "Ask for the list and resolve"]);
    assert_eq!(stage.world.count(LIST), lists + 1);
    assert_eq!(stage.world.count(REMOVE), 1, "nothing is removed again");
    let view = read(stage.world.data()).unwrap();
    assert!(view.unresolved().is_empty());
    let last = view.entries.last().unwrap().kind;
    assert_eq!(last, EntryKind::Resolution(OutcomeCode::RemovedVerified));
    stage.click("Back to the cards");
    stage.assert_silent(&["1 removal has no outcome"]);
}

#[test]
fn an_intent_that_a_crash_left_behind_is_resolved_too() {
    let mut stage = Stage::showing("1009");
    let token = stage.session().cards()[2].token.clone();
    let server = stage.session().server.host_and_port();
    let world = stage.end();
    leave_intent(&world, &server, "777001", &token);
    stage = world.start(&Start::default());
    stage.settle();
    stage.assert_says(&["1 removal has no outcome"]);
    open(&mut stage);
    show_steps(&mut stage, 0);
    stage.assert_says(&["No outcome", "left open"]);
    // A list that fails decides nothing.
    stage.world.inject(Call::List, Fault::Status500, 1);
    stage.click("Ask for the list and resolve");
    stage.run_until("the attempt", |stage| stage.state().journal.resolving.is_empty());
    stage.settle();
    stage.assert_says(&[
        "The server answered with HTTP status 500",
        "The removal stays open; nothing was changed.",
        "No outcome",
    ]);
    stage.click("Ask for the list and resolve");
    stage.run_until("the resolution", |stage| stage.state().journal.resolving.is_empty());
    stage.settle();
    stage.assert_says(&["Still there"]);
    stage.assert_silent(&["The removal stays open; nothing was changed.", "No outcome"]);
    assert_eq!(stage.world.count(REMOVE), 0);
}

#[test]
fn a_removal_of_another_merchant_or_server_is_not_resolved_here() {
    let world = World::new();
    let token = Token::parse("54F5A3DE-4B47-4B40-03B5-7FF992D6B401").unwrap();
    let server = world.server().replace("http://", "");
    leave_intent(&world, &server, "452739", &token);
    leave_intent(&world, "payments.test.example", "777001", &token);
    let mut stage = world.start(&Start::default());
    stage.settle();
    stage.assert_says(&["2 removals have no outcome"]);
    open(&mut stage);
    for row in 0..2 {
        show_steps(&mut stage, row);
        stage.assert_says(&["To resolve it, sign in with its merchant and server."]);
        assert!(!stage.has_button("Ask for the list and resolve"));
    }
    assert_eq!(stage.world.sandbox.requests().total, 0);
}

#[test]
fn a_journal_that_was_changed_says_so() {
    let mut stage = Stage::showing("1009");
    remove(&mut stage, "T-4004");
    let path = stage.world.data().join(FILE_NAME);
    let text = std::fs::read_to_string(&path).unwrap().replacen("T-4004", "T-5005", 1);
    std::fs::write(&path, text).unwrap();
    open(&mut stage);
    stage.assert_says(&["The journal was changed at line 1", "From there on it proves nothing."]);
    stage.assert_silent(&["The record is unbroken"]);
}

#[test]
fn esc_closes_the_steps() {
    let mut stage = Stage::showing("1009");
    remove(&mut stage, "T-6006");
    open(&mut stage);
    show_steps(&mut stage, 0);
    stage.assert_says(&["Acknowledged by the gateway"]);
    stage.press(Key::Escape);
    stage.assert_silent(&["Acknowledged by the gateway"]);
    stage.assert_says(&["T-6006"]);
}

#[test]
fn a_row_reacts_wherever_it_is_clicked() {
    let mut stage = Stage::showing("1009");
    let card = stage.card_name(0);
    remove(&mut stage, "T-7007");
    open(&mut stage);
    let row = rows(&stage)[0].rect();
    let texts = ["1009", "T-7007", card.as_str(), "Removed (verified)"];
    let on_texts = texts.map(|text| {
        let labels = stage.all(Role::Label, text);
        let place = labels.iter().map(|label| label.rect().center()).find(|at| row.contains(*at));
        place.unwrap_or_else(|| panic!("{text}\n{}", stage.spoken()))
    });
    let between =
        [row.left_center() + egui::vec2(60.0, 0.0), row.right_center() - egui::vec2(9.0, 0.0)];
    for at in on_texts.into_iter().chain(between) {
        stage.wait_out_clicks();
        stage.harness.hover_at(at);
        for pressed in [true, false] {
            let button = egui::PointerButton::Primary;
            let modifiers = Modifiers::NONE;
            stage.harness.event(egui::Event::PointerButton { pos: at, button, pressed, modifiers });
        }
        stage.rest();
        assert!(stage.state().journal.open.is_some(), "{at:?}");
        stage.press(Key::Escape);
        assert!(stage.state().journal.open.is_none());
    }
    // By keyboard a row is one stop.
    rows(&stage)[0].focus();
    stage.rest();
    stage.press(Key::Enter);
    assert!(stage.state().journal.open.is_some());
    stage.assert_says(&["Acknowledged by the gateway"]);
}

#[test]
fn the_count_at_the_bottom_leads_to_the_removal_that_is_open() {
    let world = World::new();
    let token = Token::parse("54F5A3DE-4B47-4B40-03B5-7FF992D6B401").unwrap();
    let server = world.server().replace("http://", "");
    leave_intent(&world, "payments.test.example", "777001", &token);
    leave_intent(&world, &server, "777001", &token);
    let mut stage = world.start(&Start::default());
    stage.settle();
    stage.click_on(Role::Link, "journal: 2 to resolve");
    stage.settle();
    // The one that can be resolved here.
    stage.assert_says(&["left open"]);
    assert!(stage.has_button("Ask for the list and resolve"), "{}", stage.spoken());
}

/// Changes a line of the journal as it stands.
fn change(world: &World, from: &str, to: &str) {
    let path = world.data().join(FILE_NAME);
    let text = std::fs::read_to_string(&path).unwrap().replacen(from, to, 1);
    std::fs::write(&path, text).unwrap();
}

#[test]
fn a_changed_journal_is_told_at_sign_in_and_stops_removals_until_it_is_taken_on() {
    let mut stage = Stage::showing("1009");
    remove(&mut stage, "T-4004");
    let world = stage.end();
    change(&world, "T-4004", "T-5005");
    let mut stage = world.start(&Start { customer: Some("1009"), ..Start::default() });
    stage.settle();
    stage.assert_says(&[
        "The journal was changed at line 1",
        "From there on it proves nothing.",
        "Nothing is removed until somebody takes it on.",
    ]);
    // Nothing can be confirmed.
    let name = format!("Remove {}", stage.card_name(0));
    stage.click(&name);
    stage.click("Remove card");
    stage.settle();
    assert_eq!(stage.world.count(REMOVE), 1);
    assert!(stage.has_button("Keep card"));
    // Nor by pressing past it: the safe answer has the focus.
    stage.all(Role::Button, "Go on after line 1…").last().unwrap().click();
    stage.rest();
    stage.assert_says(&["Go on after line 1?", "Tell your security officer first"]);
    stage.press(Key::Enter);
    assert_eq!(read(stage.world.data()).unwrap().accepted, None);
    stage.all(Role::Button, "Go on after line 1…")[0].click();
    stage.rest();
    stage.type_into("Reason or ticket number (optional)", "SEC-7");
    stage.click("Go on after line 1");
    stage.run_until("the entry", |stage| stage.says("The journal goes on after line 1."));
    stage.settle();
    let taken = read(stage.world.data()).unwrap().accepted.unwrap();
    assert_eq!((taken.line, taken.by.reason.as_deref()), (1, Some("SEC-7")));
    stage.assert_silent(&["Nothing is removed until somebody takes it on."]);
    remove(&mut stage, "T-6006");
    assert_eq!(stage.world.count(REMOVE), 2);
    open(&mut stage);
    stage.assert_says(&["Line 1 was changed;", "has taken that on", "T-6006"]);
}

/// Changed while the window is open: the job finds out, and nothing is sent.
#[test]
fn a_journal_that_is_changed_meanwhile_stops_the_removal_too() {
    let mut stage = Stage::showing("1009");
    remove(&mut stage, "T-4004");
    change(&stage.world, "T-4004", "T-5005");
    let name = format!("Remove {}", stage.card_name(0));
    stage.click(&name);
    stage.click("Remove card");
    stage.run_until("the end", |stage| !stage.state().is_removing());
    stage.settle();
    stage.assert_says(&["The journal was changed at line 1"]);
    assert_eq!(stage.world.count(REMOVE), 1);
    stage.click("Close");
    stage.assert_says(&["Nothing is removed until somebody takes it on."]);
}

#[test]
fn a_clock_that_went_back_is_noted_on_the_page() {
    let mut stage = Stage::showing("1009");
    let world = stage.end();
    leave_intent_of(&world);
    let journal = Journal::open(world.data()).unwrap();
    let entry = read(world.data()).unwrap().entries.remove(0);
    let draft = Draft {
        removal: entry.removal,
        kind: EntryKind::Outcome(OutcomeCode::NotSent),
        subject: entry.subject,
        detail: None,
    };
    let before = entry.at - jiff::SignedDuration::from_secs(3 * 3600 + 61);
    journal.append(draft, before).unwrap();
    stage = world.start(&Start::default());
    open(&mut stage);
    stage.assert_says(&["At line 2 the computer’s clock had gone back by 3:01:01"]);
}

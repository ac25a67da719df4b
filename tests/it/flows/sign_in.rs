//! Signing in through the form.

use carddesk::domain::PROHIBITED_SYMBOLS;
use carddesk::model::{SignInAction, SignInField, Stage as Where, Trust};
use egui::Key;
use egui::accesskit::Role;

use super::focus::{pressed, text};
use super::gate::Hold;
use super::stage::{LIST, Stage, Start, World};

const SERVER: &str = "Server name";
const MERCHANT: &str = "Merchant ID";
const LOGIN: &str = "Login of the web services";
const PASSWORD: &str = "Password";
const CUSTOMER: &str = "Customer number (optional)";

fn type_password(stage: &mut Stage, text: &str) {
    stage.type_into_role(Role::PasswordInput, PASSWORD, text);
}

/// Fills in the sandbox's credentials.
fn fill(stage: &mut Stage, customer: &str) {
    let server = stage.world.server();
    stage.type_into(SERVER, &server);
    stage.type_into(MERCHANT, "777001");
    stage.type_into(LOGIN, "sandbox");
    type_password(stage, "sandbox-2026");
    stage.type_into(CUSTOMER, customer);
}

fn is_at_form(stage: &Stage) -> bool {
    matches!(stage.state().stage, Where::SignIn(_))
}

#[test]
fn an_empty_form_tells_all_that_is_missing() {
    let mut stage = Stage::at_form();
    assert!(stage.field(SERVER).is_focused());
    stage.click("Sign in");
    assert!(is_at_form(&stage));
    stage.assert_says(&[
        "Enter the server name that Assist gave you.",
        "Enter the merchant ID.",
        "Enter the login.",
        "Enter the password.",
    ]);
    stage.assert_silent(&["Enter a customer number."]);
    stage.settle();
    assert_eq!(stage.world.sandbox.requests().total, 0);
}

#[test]
fn what_is_wrong_in_a_field_is_told_and_nothing_is_sent() {
    let mut stage = Stage::at_form();
    fill(&mut stage, "1002");
    let long = "1".repeat(33);
    let cases = [
        (SERVER, "pay example.com", "This is not a server name."),
        (SERVER, "http://pay.example.com", "readable to pay.example.com. Use https://."),
        (SERVER, "ftp://pay.example.com", "ftp:// is not supported. Use https://."),
        (SERVER, "https://me:pw@pay.example.com", "Leave login and password out"),
        (SERVER, "pay.example.com/pay", "Enter the server name alone, without “/pay”."),
        (MERCHANT, "12a", "The merchant ID consists of digits only."),
        (MERCHANT, "0", "The merchant ID is from 1 to 2147483647."),
        (MERCHANT, "2147483648", "The merchant ID is from 1 to 2147483647."),
        (LOGIN, "a_login_of_21_symbols", "up to 20 characters; this one has 21."),
        (LOGIN, "log<in", "“<” (character 4) is not allowed"),
        (CUSTOMER, &long, "up to 32 characters; this one has 33."),
    ];
    for (field, text, sentence) in cases {
        let good = stage.field(field).value().unwrap();
        stage.type_into(field, text);
        stage.press(Key::Enter);
        assert!(is_at_form(&stage), "{field}: {text}");
        stage.assert_says(&[sentence]);
        stage.type_into(field, &good);
        stage.assert_silent(&[sentence]);
    }
    stage.settle();
    assert_eq!(stage.world.sandbox.requests().total, 0);
    // Mended, the form goes through as it stands: the password need not be typed again.
    stage.press(Key::Enter);
    stage.run_until("the list", |stage| !stage.is_asking());
    assert_eq!(stage.session().trust, Trust::Verified);
}

#[test]
fn every_symbol_that_the_gateway_would_remove_is_named() {
    let mut stage = Stage::at_form();
    fill(&mut stage, "");
    for symbol in PROHIBITED_SYMBOLS {
        stage.type_into(CUSTOMER, &format!("AB{symbol}12"));
        stage.click("Sign in");
        assert!(is_at_form(&stage), "{symbol}");
        stage.assert_says(&[&format!("“{symbol}” (character 3) is not allowed")]);
    }
    assert_eq!(stage.world.sandbox.requests().total, 0);
}

#[test]
fn a_wrong_password_is_told_without_being_shown() {
    let mut stage = Stage::at_form();
    fill(&mut stage, "");
    for (password, sentence) in [
        ("pass;1word", "Character 5 is one that the gateway removes"),
        ("a_password_of_thirty1_charactersX", "A password has up to 30 characters."),
        ("", "Enter the password."),
    ] {
        type_password(&mut stage, password);
        if !password.is_empty() {
            stage.assert_silent(&[password]);
        }
        stage.click("Sign in");
        stage.assert_says(&[sentence]);
        assert!(is_at_form(&stage), "{sentence}");
    }
    assert_eq!(stage.world.sandbox.requests().total, 0);
}

#[test]
fn the_environment_is_shown_while_the_server_is_typed() {
    let mut stage = Stage::at_form();
    for (server, word, sentence) in [
        ("test.paysec.by", "TEST", "A test server, by its name."),
        ("payments.demo.paysecure.ru", "TEST", "A test server, by its name."),
        ("payments.paysec.by", "PRODUCTION", "Real cards of real customers."),
        ("localhost:8080", "SANDBOX", "This computer: nothing real happens."),
    ] {
        stage.type_into(SERVER, server);
        stage.assert_says(&[word, sentence]);
    }
}

#[test]
fn credentials_are_unverified_until_the_first_list() {
    let world = World::gated();
    world.gate().hold(Hold::List("1002"));
    let mut stage = world.start(&Start { signed_in: false, ..Start::default() });
    fill(&mut stage, "1002");
    stage.press(Key::Enter);
    stage.world.gate().wait_for(1);
    stage.rest();
    stage.assert_says(&["SANDBOX", "Merchant 777001", "not verified yet", "Asking the gateway…"]);
    assert_eq!(stage.session().trust, Trust::Unverified);
    stage.world.gate().open();
    stage.run_until("the list", |stage| !stage.is_asking());
    assert_eq!(stage.session().trust, Trust::Verified);
    assert!(stage.find(Role::Label, "verified").is_some(), "{}", stage.spoken());
    stage.assert_silent(&["not verified yet"]);
    stage.assert_says(&["Customer 1002", "1 card"]);
    stage.settle();
    assert_eq!(stage.world.calls(), [(LIST.to_owned(), Some("1002".to_owned()))]);
}

#[test]
fn without_a_customer_nothing_is_sent() {
    let mut stage = Stage::at_form();
    fill(&mut stage, "");
    stage.click("Sign in");
    stage.settle();
    stage.assert_says(&["Whose cards?", "not verified yet"]);
    assert!(stage.field("Customer number").is_focused());
    assert_eq!(stage.world.sandbox.requests().total, 0);
    // The focus is where one types on.
    stage.type_text("1001");
    stage.press(Key::Enter);
    stage.run_until("the list", |stage| !stage.is_asking());
    stage.assert_says(&["No saved cards"]);
}

#[test]
fn a_refused_sign_in_shows_the_services_words_and_codes() {
    let mut stage = Stage::at_form();
    fill(&mut stage, "1002");
    type_password(&mut stage, "WrongPassword7");
    stage.press(Key::Enter);
    stage.run_until("the answer", |stage| !stage.is_asking());
    let words = "Authentication failed: wrong merchant, login or password";
    stage.assert_says(&["The gateway refused", words, "Codes 5 / 100"]);
    stage.assert_silent(&["No saved cards", "WrongPassword7", "not verified yet"]);
    assert_eq!(stage.session().trust, Trust::Refused);
    stage.click("Copy details");
    let copied = stage.copied().unwrap();
    assert!(copied.contains(words) && copied.contains("5 / 100"), "{copied}");
    assert!(!copied.contains("WrongPassword7"));
    // What was typed stays, bar the secrets.
    assert_eq!(stage.field("Customer number").value().as_deref(), Some("1002"));
    stage.click("Sign out");
    let server = stage.world.server();
    assert_eq!(stage.field(SERVER).value(), Some(server));
    assert_eq!(stage.field(MERCHANT).value().as_deref(), Some("777001"));
    assert_eq!(stage.field(LOGIN).value().as_deref(), Some(""));
    assert_eq!(stage.get(Role::PasswordInput, PASSWORD).value().as_deref(), Some(""));
}

#[test]
fn the_technical_words_on_tls_are_one_click_away() {
    let mut stage = Stage::at_form();
    fill(&mut stage, "1002");
    // The sandbox speaks plain HTTP.
    let server = stage.world.server().replace("http://", "https://");
    stage.type_into(SERVER, &server);
    stage.press(Key::Enter);
    stage.run_until("the failure", |stage| !stage.is_asking());
    stage.assert_says(&["What answered there does not speak TLS"]);
    let words = "corrupt message";
    stage.assert_silent(&[words, "InvalidMessage"]);
    let fold = stage.get(Role::DisclosureTriangle, "Technical details");
    fold.focus();
    stage.press(Key::Space);
    stage.settle();
    stage.assert_says(&[words]);
    stage.click_on(Role::DisclosureTriangle, "Technical details");
    stage.settle();
    stage.assert_silent(&[words]);
    stage.click("Copy details");
    let copied = stage.copied().unwrap();
    assert!(copied.contains("does not speak TLS") && copied.contains(words), "{copied}");
}

#[test]
fn a_server_that_is_not_there_is_told() {
    let nobody = format!("http://127.0.0.1:{}", crate::support::quiet_port());
    let mut stage = Stage::at_form();
    fill(&mut stage, "1002");
    stage.type_into(SERVER, &nobody);
    stage.press(Key::Enter);
    stage.run_until("the answer", |stage| !stage.is_asking());
    stage.assert_says(&[
        "The server refused the connection",
        "Nothing was sent.",
        "not verified yet",
    ]);
    assert!(stage.has_button("Try again"));
}

#[test]
fn enter_on_another_button_of_the_form_is_that_buttons_alone() {
    let mut stage = Stage::at_form();
    stage.button("Settings").focus();
    stage.rest();
    stage.press(Key::Enter);
    stage.assert_says(&["Theme", "Language"]);
    stage.assert_silent(&["Enter the merchant ID."]);
}

#[test]
fn the_sandbox_is_one_click_away_where_there_is_one() {
    let start = Start { signed_in: false, known: true, ..Start::default() };
    let mut stage = World::new().start(&start);
    stage.click("Use the sandbox");
    stage.assert_says(&["SANDBOX", "Sandbox customers", "Customer 1009"]);
    stage.click("Customer 1009");
    stage.run_until("the list", |stage| !stage.is_asking());
    stage.assert_says(&["5 cards"]);
}

#[test]
fn in_a_low_window_the_field_to_correct_is_in_view_with_its_problem() {
    for (field, password) in [("Password", ""), ("Customer number (optional)", "x")] {
        let start = Start { signed_in: false, size: [720.0, 480.0], ..Start::default() };
        let mut stage = World::new().start(&start);
        stage.rest();
        let server = stage.world.server();
        let edit = |field, text: &str| SignInAction::Edit { field, text: text.to_owned() };
        stage.act(edit(SignInField::Server, &server));
        stage.act(edit(SignInField::Merchant, "777001"));
        stage.act(edit(SignInField::Login, "sandbox"));
        if !password.is_empty() {
            stage.act(edit(SignInField::Customer, "AB/12"));
        }
        stage.act(SignInAction::Submit { password: password.to_owned().into() });
        stage.settle();
        let (name, seen) = stage.in_focus().expect("a field");
        assert_eq!(name, field);
        assert!(seen > 0.99, "{name}: {seen} of it is in view");
    }
}

#[test]
fn a_plain_start_leads_to_the_sandbox_and_to_what_to_ask_for() {
    let start = Start { signed_in: false, on_demand: true, ..Start::default() };
    let mut stage = World::new().start(&start);
    stage.rest();
    assert!(stage.field(SERVER).is_focused());
    // What to ask for, by the key and by the button; the letter names it all.
    stage.press(Key::F1);
    stage.assert_says(&["Before the first sign-in", "1. The name of the server"]);
    stage.click("Copy as a letter");
    let letter = stage.copied().unwrap();
    let asked = ["server", "merchant ID", "Login and password", "One Click", "network addresses"];
    assert!(asked.iter().all(|word| letter.contains(word)), "{letter}");
    assert_eq!(letter.lines().count(), 7, "{letter}");
    stage.press(Key::Escape);
    stage.run_until("the field", |stage| stage.field(SERVER).is_focused());
    stage.click("What to ask Assist for");
    stage.wait_out_clicks();
    stage.click("Close");
    // A sandbox that does not start says why, and can be asked for again.
    stage.click("Use the sandbox");
    stage.run_until("the reason", |stage| stage.says("no free port. Try again."));
    assert!(is_at_form(&stage));
    stage.click("Use the sandbox");
    stage.run_until("the sandbox", |stage| !is_at_form(stage));
    assert_eq!(stage.world.sandbox.requests().total, 0, "nothing is asked before a look-up");
}

#[test]
fn what_is_typed_while_the_sandbox_starts_is_looked_up_whole() {
    let start = Start { signed_in: false, on_demand: true, ..Start::default() };
    let mut stage = World::new().start(&start);
    stage.rest();
    stage.click("Use the sandbox");
    stage.run_until("the reason", |stage| stage.says("no free port"));
    stage.get(Role::Button, "Use the sandbox").focus();
    stage.frame();
    let typed = [pressed(Key::Enter), text("1003"), pressed(Key::Enter)];
    stage.at_once(typed);
    stage.run_until("the customer", |stage| {
        let session = stage.state().session();
        session.is_some_and(|session| session.customer.is_some())
    });
    assert_eq!(stage.session().customer.as_ref().unwrap().number.as_str(), "1003");
}

#[test]
fn in_a_low_window_what_takes_the_focus_comes_into_view() {
    let start =
        Start { signed_in: false, on_demand: true, size: [720.0, 480.0], ..Start::default() };
    let mut stage = World::new().start(&start);
    stage.rest();
    let mut seen = 0;
    for _ in 0..12 {
        stage.press(Key::Tab);
        stage.rest();
        let window = egui::Rect::from_min_size(egui::Pos2::ZERO, egui::vec2(720.0, 480.0));
        let focused = ["Customer number (optional)", LOGIN, MERCHANT, SERVER];
        for name in focused.into_iter().filter(|name| stage.field(name).is_focused()) {
            assert!(window.contains_rect(stage.field(name).rect()), "{name} is out of view");
            seen += 1;
        }
        for name in ["Sign in", "Use the sandbox", "What to ask Assist for"] {
            if stage.button(name).is_focused() {
                assert!(window.contains_rect(stage.button(name).rect()), "{name} is out of view");
                seen += 1;
            }
        }
    }
    assert!(seen >= 6, "{seen}");
}

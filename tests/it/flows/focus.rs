//! The focus is where the next key should go, and what is typed gets there.

use carddesk::domain::Language;
use carddesk::model::{Dialog, Stage as Where, Trust};
use carddesk::sandbox::{Call, Fault};
use egui::accesskit::Role;
use egui::{Event, Key, Modifiers};
use egui_kittest::kittest::NodeT as _;

use super::gate::Hold;
use super::stage::{Stage, Start, World};

const SERVER: &str = "Server name";
const MERCHANT: &str = "Merchant ID";
const LOGIN: &str = "Login of the web services";
const PASSWORD: &str = "Password";
const LOOK_UP: &str = "Customer number";

fn key(key: Key, modifiers: Modifiers) -> Event {
    Event::Key { key, physical_key: None, pressed: true, repeat: false, modifiers }
}

pub(super) fn pressed(of: Key) -> Event {
    key(of, Modifiers::NONE)
}

pub(super) fn text(text: &str) -> Event {
    Event::Text(text.to_owned())
}

/// A key and its letter, as a keyboard sends them.
fn letter(sign: char) -> [Event; 2] {
    let of = Key::from_name(&sign.to_uppercase().to_string()).unwrap();
    [pressed(of), text(&sign.to_string())]
}

impl Stage {
    /// All of it comes within one frame, as after a frame that took long.
    pub(super) fn at_once(&mut self, events: impl IntoIterator<Item = Event>) {
        self.harness.input_mut().events.extend(events);
        self.rest();
    }

    /// Names of what has the focus.
    pub(super) fn names_in_focus(&self) -> Vec<String> {
        let nodes = self.harness.root().children_recursive().map(|node| node.accesskit_node());
        nodes.filter(|node| node.is_focused()).filter_map(|node| node.label()).collect()
    }

    fn password(&self) -> egui_kittest::Node<'_> {
        self.get(Role::PasswordInput, PASSWORD)
    }
}

/// A world whose settings remember server and merchant, at the form.
fn remembered() -> Stage {
    let mut stage = World::new().start(&Start { signed_in: false, ..Start::default() });
    sign_in(&mut stage, "sandbox-2026");
    let world = stage.end();
    let mut stage = world.start(&Start { signed_in: false, ..Start::default() });
    stage.rest();
    stage
}

fn sign_in(stage: &mut Stage, password: &str) {
    let server = stage.world.server();
    stage.type_into(SERVER, &server);
    stage.type_into(MERCHANT, "777001");
    stage.type_into(LOGIN, "sandbox");
    stage.type_into_role(Role::PasswordInput, PASSWORD, password);
    stage.press(Key::Enter);
}

#[test]
fn the_form_begins_at_the_first_empty_field() {
    let mut stage = remembered();
    assert!(stage.field(LOGIN).is_focused(), "{}", stage.spoken());
    // The whole of it in one frame.
    let typed = [text("sandbox"), pressed(Key::Tab), text("sandbox-2026"), pressed(Key::Enter)];
    stage.at_once(typed.into_iter().chain([text("1002"), pressed(Key::Enter)]));
    stage.run_until("the list", |stage| !stage.is_asking());
    stage.assert_says(&["Customer 1002"]);
    assert_eq!(stage.session().trust, Trust::Verified);
}

#[test]
fn what_is_typed_before_the_first_frame_is_not_lost() {
    let mut stage = World::new().start(&Start { signed_in: false, ..Start::default() });
    stage.press(Key::Escape);
    // Nothing has the focus: it is meant for the form.
    stage.at_once([text("pay.example.com")]);
    assert_eq!(stage.field(SERVER).value().as_deref(), Some("pay.example.com"));
}

#[test]
fn a_sign_in_that_cannot_be_read_leads_to_what_is_wrong() {
    let mut stage = Stage::at_form();
    for (field, role, bad) in [
        (SERVER, Role::TextInput, "pay example"),
        (MERCHANT, Role::TextInput, "12a"),
        (LOGIN, Role::TextInput, "log<in"),
        (PASSWORD, Role::PasswordInput, "pass;word"),
        ("Customer number (optional)", Role::TextInput, "AB/12"),
    ] {
        sign_in_but(&mut stage, field, role, bad);
        assert!(stage.get(role, field).is_focused(), "{field}\n{}", stage.spoken());
        assert!(stage.field(LOGIN).value().is_some_and(|login| !login.is_empty()));
    }
}

/// Fills in the form, one field wrongly.
fn sign_in_but(stage: &mut Stage, field: &str, role: Role, bad: &str) {
    let server = stage.world.server();
    stage.type_into(SERVER, &server);
    stage.type_into(MERCHANT, "777001");
    stage.type_into(LOGIN, "sandbox");
    stage.type_into_role(Role::PasswordInput, PASSWORD, "sandbox-2026");
    stage.type_into("Customer number (optional)", "1002");
    stage.type_into_role(role, field, bad);
    stage.click("Sign in");
}

#[test]
fn refused_credentials_lead_back_to_the_password() {
    let mut stage = Stage::at_form();
    sign_in(&mut stage, "WrongPassword7");
    stage.show("1002");
    assert_eq!(stage.session().trust, Trust::Refused);
    let correct = stage.button("Correct sign-in");
    assert!(correct.is_focused(), "{}", stage.spoken());
    // Enter, and the password is typed on.
    stage.at_once([pressed(Key::Enter), text("sandbox-2026")]);
    assert!(matches!(stage.state().stage, Where::SignIn(_)));
    assert!(stage.password().is_focused());
    assert_eq!(stage.field(LOGIN).value().as_deref(), Some("sandbox"));
    assert_eq!(stage.field(MERCHANT).value().as_deref(), Some("777001"));
    assert_eq!(stage.field("Customer number (optional)").value().as_deref(), Some("1002"));
    stage.assert_says(&["The gateway refused merchant ID, login or password."]);
    stage.assert_silent(&["WrongPassword7"]);
    stage.press(Key::Enter);
    stage.run_until("the list", |stage| !stage.is_asking());
    assert_eq!(stage.session().trust, Trust::Verified);
    stage.assert_says(&["Customer 1002"]);
}

#[test]
fn a_server_that_is_not_there_leads_back_to_its_name() {
    let nobody = format!("http://127.0.0.1:{}", crate::support::quiet_port());
    let start = Start { signed_in: false, language: Language::Russian, ..Start::default() };
    let mut world = World::new();
    world.elsewhere = Some(nobody.clone());
    let mut stage = world.start(&start);
    for (field, text) in [
        ("Имя сервера", nobody.as_str()),
        ("Номер предприятия", "777001"),
        ("Логин веб-сервисов", "sandbox"),
        ("Номер покупателя (необязательно)", "1002"),
    ] {
        stage.type_into(field, text);
    }
    stage.type_into_role(Role::PasswordInput, "Пароль", "sandbox-2026");
    stage.press(Key::Enter);
    stage.run_until("the answer", |stage| !stage.is_asking());
    stage.click("Исправить данные для входа");
    let server = stage.field("Имя сервера");
    assert!(server.is_focused() && server.value() == Some(nobody), "{}", stage.spoken());
    stage.assert_says(&["По этому адресу сервер недоступен."]);
}

#[test]
fn once_accepted_a_server_that_fails_does_not_doubt_the_sign_in() {
    let mut stage = Stage::showing("1002");
    stage.world.inject(Call::List, Fault::Status500, 1);
    stage.show("1003");
    assert!(!stage.has_button("Correct sign-in"));
    assert!(stage.button("Try again").is_focused(), "{}", stage.spoken());
}

#[test]
fn what_is_typed_while_a_list_is_on_its_way_is_the_next_number() {
    let world = World::gated();
    world.gate().hold(Hold::List("1003"));
    let mut stage = world.start(&Start { customer: Some("1003"), ..Start::default() });
    stage.world.gate().wait_for(1);
    stage.rest();
    stage.at_once([text("100")]);
    // The list comes, and takes nothing from the person who types.
    stage.world.gate().open();
    stage.run_until("the list", |stage| !stage.is_asking());
    assert!(stage.field(LOOK_UP).is_focused(), "{}", stage.spoken());
    stage.at_once([text("2"), pressed(Key::Enter)]);
    stage.run_until("the list", |stage| !stage.is_asking());
    stage.assert_says(&["Customer 1002"]);
}

#[test]
fn a_number_typed_on_a_tile_is_looked_up() {
    let mut stage = Stage::showing("1003");
    stage.press(Key::ArrowRight);
    stage.at_once([pressed(Key::Num1), text("1"), pressed(Key::Num0), text("0"), text("02")]);
    assert_eq!(stage.field(LOOK_UP).value().as_deref(), Some("1002"));
    stage.press(Key::Enter);
    stage.run_until("the list", |stage| !stage.is_asking());
    stage.assert_says(&["Customer 1002"]);
}

#[test]
fn what_is_typed_after_a_dialog_goes_where_the_focus_was() {
    let mut stage = Stage::showing("1009");
    stage.press_with(Modifiers::COMMAND, Key::L);
    stage.at_once([
        key(Key::K, Modifiers::COMMAND),
        text("keys"),
        pressed(Key::Escape),
        text("77"),
    ]);
    assert!(stage.state().dialog.is_none());
    assert_eq!(stage.field(LOOK_UP).value().as_deref(), Some("77"));
    // What is typed is for the palette before Enter acts on it.
    stage.at_once([key(Key::K, Modifiers::COMMAND), text("journal"), pressed(Key::Enter)]);
    stage.assert_says(&["Journal"]);
}

#[test]
fn every_key_of_a_slow_frame_is_taken() {
    let mut stage = Stage::showing("1003");
    stage.at_once([pressed(Key::ArrowRight), pressed(Key::ArrowDown), pressed(Key::Enter)]);
    let selected = stage.session().selected_card().map(|(index, _)| index);
    assert!(selected.is_some_and(|index| index > 1), "{selected:?}");
    // A letter that opens a dialog is not written into it.
    stage.at_once(letter('?').into_iter().skip(1).chain([pressed(Key::Escape), text("4")]));
    assert!(stage.state().dialog.is_none());
    assert_eq!(stage.field(LOOK_UP).value().as_deref(), Some("4"));
}

#[test]
fn locked_the_password_has_the_focus_and_afterwards_what_had_it_before() {
    let mut stage = Stage::showing("1003");
    stage.press(Key::ArrowRight);
    let tile = stage.tile_name(1);
    assert!(stage.button(&tile).is_focused());
    let lock = key(Key::L, Modifiers::COMMAND | Modifiers::SHIFT);
    stage.at_once([lock, text("sandbox-2026"), pressed(Key::Enter)]);
    assert!(!stage.state().is_locked(), "{}", stage.spoken());
    assert!(stage.button(&tile).is_focused(), "{}", stage.spoken());
    stage.press_with(Modifiers::COMMAND | Modifiers::SHIFT, Key::L);
    assert!(stage.password().is_focused());
    stage.at_once([text("wrong"), pressed(Key::Enter), text("sandbox-2026"), pressed(Key::Enter)]);
    assert!(!stage.state().is_locked(), "{}", stage.spoken());
}

#[test]
fn signed_out_the_form_begins_at_the_login() {
    let mut stage = Stage::at_form();
    sign_in(&mut stage, "sandbox-2026");
    stage.show("1009");
    stage.click("Sign out");
    assert!(stage.field(LOGIN).is_focused(), "{}", stage.spoken());
    stage.at_once([text("sandbox"), pressed(Key::Tab), text("sandbox-2026")]);
    assert_eq!(stage.field(LOGIN).value().as_deref(), Some("sandbox"));
    assert!(stage.state().dialog.is_none() && !matches!(stage.state().dialog, Some(Dialog::Keys)));
}

/// Which tile has the focus.
fn tile_in_focus(stage: &Stage) -> Option<usize> {
    let cards = stage.session().cards().len();
    let is_focused = |index: &usize| {
        stage.all(Role::Button, &stage.tile_name(*index)).iter().any(|tile| tile.is_focused())
    };
    (0..cards).find(is_focused)
}

pub(super) fn number(stage: &Stage) -> &str {
    stage.session().customer.as_ref().unwrap().number.as_str()
}

#[test]
fn a_look_up_and_each_step_begin_at_the_first_card_in_view() {
    let mut stage = Stage::showing("1009");
    stage.show("1003");
    for key in [None, Some(Key::K), Some(Key::J)] {
        if let Some(key) = key {
            stage.pass_seconds(2);
            stage.press(key);
            stage.settle();
        }
        assert_eq!(tile_in_focus(&stage), Some(0), "{key:?} {}", stage.spoken());
        assert!(stage.session().selected_card().is_none());
        for _ in 0..5 {
            stage.press(Key::ArrowDown);
        }
        stage.scroll(-4000.0);
    }
    assert_eq!(number(&stage), "1003");
    // The same customer anew.
    stage.show("1003");
    assert_eq!(tile_in_focus(&stage), Some(0), "{}", stage.spoken());
    let window = stage.harness.ctx.content_rect();
    assert!(window.contains_rect(stage.button(&stage.tile_name(0)).rect()));
}

#[test]
fn n_stops_where_a_person_is_needed_and_its_keys_act_on_that() {
    use carddesk::verify::Severity;
    let mut stage = Stage::showing("2009");
    stage.settle();
    let mut stops = Vec::new();
    for _ in 0..30 {
        stage.press(Key::N);
        let (card, finding) = {
            let customer = stage.session().customer.as_ref().unwrap();
            (customer.selected.unwrap(), customer.finding.unwrap())
        };
        let (severity, url) = {
            let findings = stage.session().placed_findings(card);
            let (place, found) = findings[finding];
            (found.severity, place.and_then(|(_, url)| url).map(str::to_owned))
        };
        assert!(severity > Severity::Note, "{card} {finding}");
        if stops.contains(&(card, finding)) {
            break;
        }
        stops.push((card, finding));
        let focused = stage.names_in_focus();
        assert!(focused.len() == 1 && !focused[0].contains("last four"), "{focused:?}");
        if stops.len() == 1 {
            assert!(url.is_some());
            stage.press(Key::Enter);
            assert!(matches!(stage.state().dialog, Some(Dialog::Viewer(_))), "{}", stage.spoken());
            stage.press(Key::Escape);
            assert_eq!(stage.names_in_focus(), focused, "back where it was");
            // The key's own letter is not the beginning of the reason.
            stage.at_once(letter('a').into_iter().chain([text("seen")]));
            match &stage.state().dialog {
                Some(Dialog::Acknowledge(dialog)) => assert_eq!(dialog.why, "seen"),
                other => panic!("{other:?}"),
            }
            stage.press(Key::Escape);
            assert_eq!(stage.names_in_focus(), focused, "back where it was");
        }
    }
    assert!(stops.len() > 5, "{stops:?}");
    stage.press(Key::P);
    assert!(stage.session().customer.as_ref().unwrap().finding.is_some());
}

#[test]
fn under_a_dialog_nothing_is_told_or_reached_and_no_tooltip_lies_over_it() {
    for (language, settings, under, inside) in [
        (Language::English, "Settings", "Refresh", "Close"),
        (Language::Russian, "Настройки", "Обновить", "Закрыть"),
    ] {
        let start = Start { customer: Some("1009"), language, ..Start::default() };
        let mut stage = World::new().start(&start);
        stage.run_until("the list", |stage| !stage.is_asking());
        stage.settle();
        // A tooltip is up when the dialog comes by a key.
        stage.button(under).hover();
        stage.harness.run_steps(90);
        let tooltips = |stage: &Stage| {
            stage.harness.ctx.memory(|memory| {
                let visible = memory.areas().visible_layer_ids();
                visible.iter().filter(|layer| layer.order == egui::Order::Tooltip).count()
            })
        };
        assert_eq!(tooltips(&stage), 1);
        let before = stage.names_in_focus();
        stage.press(Key::F1);
        assert_eq!(tooltips(&stage), 0);
        assert!(stage.find(Role::Button, under).is_none(), "{}", stage.spoken());
        assert!(stage.find(Role::Button, settings).is_none(), "{}", stage.spoken());
        assert!(stage.tiles().is_empty());
        for _ in 0..6 {
            stage.press(Key::Tab);
            let names = stage.names_in_focus();
            assert!(names.len() == 1 && names != before, "{names:?}");
        }
        stage.button(inside).focus();
        stage.rest();
        stage.press(Key::Escape);
        assert!(stage.state().dialog.is_none() && stage.find(Role::Button, under).is_some());
        assert_eq!(stage.names_in_focus(), before);
    }
}

//! What stands beside the page's own: notices, and ways out of a warning.

use carddesk::domain::Language;
use egui::accesskit::Role;
use egui::{Key, Modifiers};
use egui_kittest::kittest::NodeT as _;

use super::focus::{number, pressed, text};
use super::stage::{Stage, Start, World};

#[test]
fn a_notice_covers_no_button() {
    let mut stage = Stage::showing("1009");
    stage.select(0);
    stage.press_with(Modifiers::COMMAND | Modifiers::SHIFT, Key::C);
    let notice = "Token copied.";
    let place = |stage: &Stage| {
        let labels = stage.harness.root().children_recursive();
        let of = |node: &egui_kittest::Node<'_>| {
            let said = node.accesskit_node().value();
            said.is_some_and(|said| said.contains(notice))
                && node.accesskit_node().role() == Role::Label
        };
        labels.into_iter().find(of).map(|node| node.rect())
    };
    let on_page = place(&stage).unwrap_or_else(|| panic!("{}", stage.spoken()));
    let remove = format!("Remove {}", stage.card_name(0));
    stage.click(&remove);
    let over = place(&stage).unwrap_or_else(|| panic!("{}", stage.spoken()));
    for (rect, buttons) in
        [(on_page, ["Keep card", "Remove card"]), (over, ["Keep card", "Remove card"])]
    {
        for button in buttons {
            assert!(!stage.button(button).rect().intersects(rect), "{button}");
        }
    }
    stage.click("Keep card");
    for name in stage.names(Role::Button) {
        for button in stage.all(Role::Button, &name) {
            assert!(!button.rect().intersects(on_page), "{name}");
        }
    }
}

#[test]
fn blanks_around_a_number_are_left_out_on_request() {
    for (language, label, button, blank) in [
        (Language::English, "Customer number", "Look up 1002 without the blanks", ' '),
        (Language::Russian, "Номер покупателя", "Открыть 1002 без пробелов", '\u{a0}'),
        (Language::English, "Customer number", "Look up 1002 without the blanks", '\u{2003}'),
        (Language::English, "Customer number", "Look up 1002 without the blanks", '\t'),
    ] {
        let mut stage = World::new().start(&Start { language, ..Start::default() });
        stage.rest();
        assert!(stage.field(label).is_focused());
        stage.at_once([text(&format!("{blank}1002{blank}")), pressed(Key::Enter)]);
        stage.run_until("an answer", |stage| !stage.is_asking());
        stage.click(button);
        stage.run_until("the list", |stage| !stage.is_asking());
        assert_eq!(number(&stage), "1002");
        assert!(!stage.has_button(button) && !stage.session().cards().is_empty());
    }
    // Blanks within a number are its own.
    let mut stage = Stage::showing("1002");
    stage.show("10 02");
    assert!(!stage.says("without the blanks"));
}

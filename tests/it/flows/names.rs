//! What a screen reader is told on every page and dialog: words of the window's language, and of
//! each sign of the icon font one meaning.

use std::collections::{BTreeMap, BTreeSet};

use carddesk::domain::Language;
use carddesk::model::SettingsAction;
use carddesk::verify::Rule;
use egui::accesskit::Role;
use egui::epaint::Shape;
use egui_kittest::kittest::NodeT as _;

use super::stage::Stage;
use super::tour;

/// Everything in the tree that is said: role and words.
fn said(stage: &Stage) -> Vec<(Role, String)> {
    let mut said = Vec::new();
    let root = stage.harness.root();
    for node in std::iter::once(root).chain(stage.harness.root().children_recursive()) {
        let node = node.accesskit_node();
        let (role, data) = (node.role(), node.data());
        // What a person typed is theirs.
        let value = node.value().filter(|_| role == Role::Label);
        let texts = [
            node.label(),
            value,
            data.placeholder().map(str::to_owned),
            data.description().map(str::to_owned),
            data.tooltip().map(str::to_owned),
        ];
        said.extend(texts.into_iter().flatten().map(|text| (role, text)));
    }
    said
}

fn is_of_the_icon_font(c: char) -> bool {
    ('\u{e000}'..='\u{f8ff}').contains(&c)
}

/// Names that are no words of a language, and are the same in each.
const SAME: [&str; 16] = [
    "Carddesk",
    "English",
    "HTML",
    "JSON",
    "CSV",
    "URL",
    "SANDBOX",
    "SHA-256",
    "Contrast",
    "VISA",
    "MasterCard",
    "BELKART",
    "Maestro",
    "support",
    "sandbox",
    "Esc",
];

/// Whether a text has words that are Latin alone, and is not the gateway's, an address or a path.
fn is_foreign(stage: &Stage, text: &str) -> bool {
    let has_cyrillic = text.chars().any(|c| ('\u{400}'..='\u{4ff}').contains(&c));
    let is_machine = |word: &str| {
        word.chars().any(|c| "/_:.=+·".contains(c) || c.is_ascii_digit())
            || SAME.contains(&word)
            || Rule::ALL.iter().any(|rule| rule.name() == word)
    };
    let words =
        text.split_whitespace().map(|word| word.trim_matches(|c: char| !c.is_alphanumeric()));
    let words: Vec<&str> =
        words.filter(|word| word.chars().any(|c| c.is_ascii_lowercase())).collect();
    let mut unknown = words.iter().filter(|word| !is_machine(word) && word.len() > 2).peekable();
    if has_cyrillic || unknown.peek().is_none() {
        return false;
    }
    // What the gateway sent stands in what it sent.
    let session = stage.state().session();
    let sent: Vec<&str> = session.map_or_else(Vec::new, |session| {
        session.cards().iter().map(|card| card.raw_json.as_str()).collect()
    });
    let known = |word: &&str| sent.iter().any(|json| json.contains(*word));
    !unknown.all(known)
}

#[test]
fn every_name_is_of_the_windows_language_and_no_sign_of_the_icon_font() {
    let mut faults = BTreeSet::new();
    for part in tour::PARTS {
        part(&mut |stage, name| {
            for language in [Language::English, Language::Russian] {
                stage.act(SettingsAction::Language(language));
                let root = stage.harness.root().accesskit_node().label();
                if root.as_deref() != Some("Carddesk") {
                    faults.insert(format!("{name}: the window is called {root:?}"));
                }
                for (role, text) in said(stage) {
                    if text.chars().any(is_of_the_icon_font) {
                        faults.insert(format!("{name}: {role:?} {text:?} has a sign in it"));
                    }
                    let controls = role != Role::Label;
                    if language == Language::Russian && controls && is_foreign(stage, &text) {
                        faults.insert(format!("{name}: {role:?} {text:?} is not Russian"));
                    }
                }
            }
            stage.act(SettingsAction::Language(Language::English));
        });
    }
    assert!(faults.is_empty(), "{} faults\n{faults:#?}", faults.len());
}

/// Signs that buttons are made of, with the names of these buttons.
fn signs(stage: &Stage, found: &mut BTreeMap<String, BTreeSet<String>>) {
    let mut buttons = match stage.state().dialog {
        Some(_) => stage.all_in_dialog(Role::Button),
        None => stage.named_places(Role::Button),
    };
    buttons.retain(|(_, place)| place.width() < 45.0);
    // What lies under a dialog is drawn at the same places, before the backdrop.
    let shapes = &stage.harness.output().shapes;
    let window = stage.harness.ctx.content_rect();
    let dialog = stage.state().dialog.as_ref();
    let backdrop = dialog.and_then(|_| shapes.iter().rposition(|it| covers(&it.shape, window)));
    for clipped in shapes.iter().skip(backdrop.unwrap_or(0)) {
        each_sign(&clipped.shape, &mut |sign, at| {
            let over = buttons.iter().filter(|(_, place)| place.contains(at));
            for (name, _) in over {
                found.entry(sign.to_owned()).or_default().insert(meaning(name).to_owned());
            }
        });
    }
}

fn covers(shape: &Shape, window: egui::Rect) -> bool {
    matches!(shape, Shape::Rect(filled) if filled.rect.contains_rect(window))
}

fn each_sign(shape: &Shape, look: &mut dyn FnMut(&str, egui::Pos2)) {
    match shape {
        Shape::Vec(all) => all.iter().for_each(|shape| each_sign(shape, look)),
        Shape::Text(text) if text.galley.text().chars().all(is_of_the_icon_font) => {
            look(text.galley.text(), text.visual_bounding_rect().center());
        }
        _ => {}
    }
}

/// Names of buttons that do the same to something else.
fn meaning(name: &str) -> &str {
    const SAME: [&str; 3] = ["Close", "Copy", "Remove"];
    SAME.into_iter().find(|verb| name.starts_with(verb)).unwrap_or(name)
}

#[test]
fn a_sign_has_one_meaning_and_a_meaning_one_sign() {
    let mut found = BTreeMap::new();
    for part in tour::PARTS {
        part(&mut |stage, _| signs(stage, &mut found));
    }
    assert!(found.len() > 12, "{found:?}");
    let many: Vec<_> = found.iter().filter(|(_, names)| names.len() > 1).collect();
    assert!(many.is_empty(), "{many:?}");
    let mut of: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
    for (sign, names) in &found {
        names.iter().for_each(|name| {
            of.entry(name).or_default().insert(sign);
        });
    }
    let many: Vec<_> = of.iter().filter(|(_, signs)| signs.len() > 1).collect();
    assert!(many.is_empty(), "{many:?}");
}

#[test]
fn a_tile_tells_bank_expiry_and_state() {
    let mut stage = Stage::showing("1009");
    let cards = stage.session().cards().len();
    let names = stage.tiles();
    assert_eq!(names.len(), cards);
    for (index, name) in names.iter().enumerate() {
        let card = &stage.session().cards()[index];
        assert!(name.contains(&card.bank), "{name}");
        assert!(name.contains(", expires "), "{name}");
        let states = ["Active", "Inactive", "Expired", "Expires"];
        assert!(states.iter().any(|state| name.contains(state)), "{name}");
    }
    stage.act(SettingsAction::Language(Language::Russian));
    assert!(stage.names(Role::Button).iter().any(|name| name.contains("срок до ")));
}

//! Nothing is cut off: every page and dialog, at each size, zoom and language.

use std::collections::{BTreeSet, HashMap};

use carddesk::domain::Language;
use carddesk::model::{Dialog, Page, SettingsAction};
use egui::accesskit::{NodeId, Role};
use egui::epaint::{ClippedShape, Shape};
use egui::{LayerId, Rect, WidgetRect};
use egui_kittest::kittest::NodeT as _;

use super::stage::Stage;
use super::tour;

/// Inner sizes of the window in pixels.
const SIZES: [[f32; 2]; 4] = [[720.0, 480.0], [800.0, 560.0], [1024.0, 700.0], [1366.0, 768.0]];
/// How far each of them is zoomed.
const ZOOMS: [&[f32]; 4] =
    [&[0.75, 1.0, 1.5, 2.0], &[1.0, 2.0], &[1.0, 1.5, 2.0], &[0.75, 1.0, 1.5, 2.0]];
/// Of what is out of view this many of each page are scrolled to.
const SCROLLED_TO: usize = 4;

/// A widget that says something.
struct Told {
    id: NodeId,
    layer: LayerId,
    role: Role,
    name: String,
    rect: Rect,
    /// What of it is not cut off.
    seen: Rect,
}

impl Told {
    fn is_whole(&self, window: Rect, sideways: bool) -> bool {
        let seen = self.seen.intersect(window);
        let is_wide =
            sideways || seen.min.x <= self.rect.min.x + 1.0 && seen.max.x >= self.rect.max.x - 1.0;
        // Some are higher than their room, and are read on by scrolling.
        is_wide && seen.height() >= self.rect.height().min(24.0) - 1.0
    }

    fn is_control(&self) -> bool {
        !matches!(self.role, Role::Label | Role::Image | Role::ProgressIndicator)
    }
}

const ROLES: [Role; 11] = [
    Role::Button,
    Role::CheckBox,
    Role::ComboBox,
    Role::Image,
    Role::Label,
    Role::Link,
    Role::MultilineTextInput,
    Role::PasswordInput,
    Role::ProgressIndicator,
    Role::Slider,
    Role::TextInput,
];

fn told(stage: &Stage) -> Vec<Told> {
    let widgets: HashMap<NodeId, WidgetRect> = stage.harness.ctx.viewport(|viewport| {
        let layers = viewport.prev_pass.widgets.layers();
        layers.flat_map(|(_, all)| all).map(|widget| (widget.id.accesskit_id(), *widget)).collect()
    });
    let nodes = stage.harness.root().children_recursive();
    let nodes = nodes.filter(|node| ROLES.contains(&node.accesskit_node().role()));
    nodes
        .filter_map(|node| {
            let node = node.accesskit_node();
            let (id, _) = node.locate();
            let widget = widgets.get(&id)?;
            let name = node.label().or_else(|| node.value()).unwrap_or_default();
            let (rect, seen) = (widget.rect, widget.interact_rect);
            Some(Told { id, layer: widget.layer_id, role: node.role(), name, rect, seen })
        })
        .collect()
}

/// The journal's table has columns that scroll where they have no room.
fn scrolls_sideways(stage: &Stage) -> bool {
    let page = stage.state().session().map(|session| session.page);
    page == Some(Page::Journal)
}

/// Of what is out of view, what is not to be seen either when it is scrolled to.
fn out_of_reach(stage: &mut Stage) -> Vec<String> {
    let window = stage.harness.ctx.content_rect();
    let sideways = scrolls_sideways(stage);
    // What lies behind a dialog waits for its end.
    let is_over = stage.state().dialog.is_some();
    let hidden: Vec<Told> = told(stage)
        .into_iter()
        .filter(|told| !is_over || told.layer.order == egui::Order::Foreground)
        .filter(|told| !told.is_whole(window, sideways))
        .collect();
    // Rows that come into view take over the identities of those that leave: told by what they say.
    let is_seen = |stage: &Stage, wanted: &Told| {
        let is_it = |told: &Told| told.role == wanted.role && told.name == wanted.name;
        told(stage).iter().any(|told| is_it(told) && told.is_whole(window, sideways))
    };
    let step = hidden.len().div_ceil(SCROLLED_TO).max(1);
    let last = hidden.len().saturating_sub(1);
    let some = hidden.iter().enumerate().filter(|(index, _)| index % step == 0 || *index == last);
    let mut missing: Vec<&Told> = Vec::new();
    for (_, wanted) in some {
        // As a screen reader leads there, then as Tab does.
        for by_focus in [false, true] {
            if !is_seen(stage, wanted) && (!by_focus || wanted.is_control()) {
                lead_to(stage, wanted.id, by_focus);
            }
        }
        if !is_seen(stage, wanted) {
            missing.push(wanted);
        }
    }
    // Then as the wheel does: what lies within first, then what lies around it.
    for turn in [3000.0; 3].into_iter().chain([-40.0; 40]) {
        if missing.is_empty() {
            break;
        }
        stage.scroll(turn);
        missing.retain(|wanted| !is_seen(stage, wanted));
    }
    let said = |told: &&Told| {
        format!("{:?} {:?} at {:?}, seen {:?}", told.role, told.name, told.rect, told.seen)
    };
    missing.iter().map(said).collect()
}

fn lead_to(stage: &mut Stage, id: NodeId, by_focus: bool) {
    let mut nodes = stage.harness.root().children_recursive();
    match nodes.find(|node| node.accesskit_node().locate().0 == id) {
        Some(node) if by_focus => node.focus(),
        Some(node) => node.scroll_to_me(),
        None => return,
    }
    drop(nodes);
    stage.harness.run_steps(2);
}

/// The last control of a dialog, where it is not in sight before anything is scrolled.
fn unseen_button(stage: &Stage) -> Option<String> {
    let window = stage.harness.ctx.content_rect();
    let (order, sideways) = (egui::Order::Foreground, false);
    let all = told(stage);
    let last = all.iter().rfind(|told| told.layer.order == order && told.role == Role::Button)?;
    (!last.is_whole(window, sideways))
        .then(|| format!("not in sight: {:?} at {:?}", last.name, last.rect))
}

/// Texts whose end or beginning is cut off, without an ellipsis.
fn cut_texts(stage: &Stage) -> Vec<String> {
    let window = stage.harness.ctx.content_rect();
    let nodes = stage.harness.root().children_recursive();
    let typed: BTreeSet<String> = nodes
        .filter(|node| node.accesskit_node().role() != Role::Label)
        .filter_map(|node| node.accesskit_node().value())
        .collect();
    let mut found = Vec::new();
    for ClippedShape { clip_rect, shape, .. } in &stage.harness.output().shapes {
        let clip = clip_rect.intersect(window);
        each_text(shape, &mut |text, rect| {
            let (seen, is_typed) = (rect.intersect(clip), typed.contains(text));
            let is_seen = seen.is_positive() && seen.height() > 2.0;
            let is_cut = rect.min.x < clip.min.x - 1.0 || rect.max.x > clip.max.x + 1.0;
            let is_cut = is_cut && !scrolls_sideways(stage);
            if is_seen && is_cut && !is_typed {
                found.push(format!("cut {text:?}: {rect:?} by {clip:?}"));
            }
        });
    }
    found
}

fn each_text(shape: &Shape, look: &mut dyn FnMut(&str, Rect)) {
    match shape {
        Shape::Vec(all) => all.iter().for_each(|shape| each_text(shape, look)),
        Shape::Text(text) if !text.galley.text().trim().is_empty() => {
            look(text.galley.text(), text.visual_bounding_rect());
        }
        _ => {}
    }
}

/// Controls that lie on one another.
fn overlapping(stage: &Stage) -> Vec<String> {
    let window = stage.harness.ctx.content_rect();
    let all = told(stage);
    let seen = |told: &Told| told.seen.intersect(window);
    let controls: Vec<&Told> =
        all.iter().filter(|told| told.is_control() && seen(told).is_positive()).collect();
    let mut found = Vec::new();
    for (index, one) in controls.iter().enumerate() {
        for other in &controls[index + 1..] {
            let both = seen(one).intersect(seen(other));
            let within = one.rect.contains_rect(other.rect) || other.rect.contains_rect(one.rect);
            let is_beside = one.layer == other.layer && !within;
            if is_beside && both.is_positive() && both.width() > 4.0 && both.height() > 4.0 {
                found.push(format!("{:?} lies on {:?} at {both:?}", one.name, other.name));
            }
        }
    }
    found
}

fn place(stage: &mut Stage, [width, height]: [f32; 2], zoom: f32) {
    // egui keeps the old size in points while the zoom changes.
    stage.act(SettingsAction::Zoom(zoom));
    stage.harness.set_size(egui::vec2(width, height) / zoom);
    stage.rest();
    let points = stage.harness.ctx.content_rect().size();
    assert!((points * zoom - egui::vec2(width, height)).length() < 1.0, "{points}");
}

/// Every fault of what is on the stage, at every size.
fn look(stage: &mut Stage, name: &str, faults: &mut Vec<String>) {
    for language in [Language::English, Language::Russian] {
        stage.act(SettingsAction::Language(language));
        for (size, zooms) in SIZES.into_iter().zip(ZOOMS) {
            for zoom in zooms {
                place(stage, size, *zoom);
                let mut found = cut_texts(stage);
                // Beneath a dialog nothing can be had, nor need it.
                match &stage.state().dialog {
                    None => found.extend(overlapping(stage)),
                    Some(Dialog::Viewer(_) | Dialog::Palette(_)) => {}
                    Some(_) => found.extend(unseen_button(stage)),
                }
                // What is reached is a matter of the layout: the longer words are the harder case.
                if language == Language::Russian {
                    found.extend(out_of_reach(stage));
                }
                let at = format!("{name}, {language:?}, {size:?} at {zoom}");
                faults.extend(found.into_iter().map(|fault| format!("{at}: {fault}")));
            }
        }
    }
    stage.act(SettingsAction::Language(Language::English));
    place(stage, [1280.0, 800.0], 1.0);
}

fn assert_fits(part: usize) {
    let mut faults = Vec::new();
    tour::PARTS[part](&mut |stage, name| look(stage, name, &mut faults));
    assert!(faults.is_empty(), "{} faults\n{}", faults.len(), faults.join("\n"));
}

#[test]
fn form_and_lock_are_never_cut_off() {
    assert_fits(0);
}

#[test]
fn cards_and_inspector_are_never_cut_off() {
    assert_fits(1);
}

#[test]
fn pages_are_never_cut_off() {
    assert_fits(2);
}

#[test]
fn batches_are_never_cut_off() {
    assert_fits(3);
}

#[test]
fn dialogs_are_never_cut_off() {
    assert_fits(4);
}

#[test]
fn the_viewer_is_never_cut_off() {
    assert_fits(5);
}

#[test]
fn what_the_header_has_no_room_for_stands_in_its_menu() {
    let start = super::stage::Start { customer: Some("1004"), known: true, ..Default::default() };
    let mut stage = super::stage::World::new().start(&start);
    stage.rest();
    let names = ["Contact sheet", "Journal", "Keys", "Settings", "Lock (Ctrl+Shift+L)", "Sign out"];
    for (size, zooms) in SIZES.into_iter().zip(ZOOMS) {
        for zoom in zooms {
            place(&mut stage, size, *zoom);
            let window = stage.harness.ctx.content_rect();
            if stage.has_button("More") {
                stage.click("More");
            }
            for name in names {
                stage.button(name).scroll_to_me();
                stage.rest();
                let place = stage.button(name).rect();
                assert!(window.contains_rect(place), "{name} at {place:?} in {window:?}");
            }
            stage.press(egui::Key::Escape);
        }
    }
    // The last one of them works, and so does what slides over the page.
    place(&mut stage, SIZES[0], 2.0);
    assert!(stage.find(Role::TextInput, "Search").is_none());
    stage.click("Show or hide customers");
    assert!(stage.find(Role::TextInput, "Search").is_some());
    stage.press(egui::Key::Escape);
    assert!(stage.find(Role::TextInput, "Search").is_none());
    stage.click("Show or hide customers");
    stage.click("Customer 1001");
    assert!(stage.find(Role::TextInput, "Search").is_none());
    stage.run_until("the list", |stage| !stage.is_asking());
    stage.assert_says(&["Customer 1001"]);
    stage.click("More");
    stage.click("Settings");
    assert!(stage.state().dialog.is_some());
}

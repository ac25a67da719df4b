//! Nothing is cut off: every page and dialog, at each size, zoom and language.

use std::collections::{BTreeSet, HashMap};

use carddesk::domain::Language;
use carddesk::model::{Dialog, Page, SettingsAction, ViewerPage};
use egui::accesskit::{NodeId, Role};
use egui::epaint::{ClippedShape, Shape};
use egui::{LayerId, Rect, WidgetRect};
use egui_kittest::kittest::NodeT as _;

use super::stage::Stage;
use super::tour;

/// The window's inner size in pixels and its zoom: the least of each kind.
pub(super) const PLACES: [([f32; 2], f32); 4] =
    [([720.0, 480.0], 1.0), ([1366.0, 768.0], 1.5), ([1024.0, 700.0], 2.0), ([720.0, 480.0], 2.0)];

/// A widget that says something.
pub(super) struct Told {
    pub(super) node: NodeId,
    pub(super) layer: LayerId,
    pub(super) role: Role,
    pub(super) name: String,
    pub(super) rect: Rect,
    /// What of it is not cut off: of no height where it is scrolled out of view.
    pub(super) seen: Rect,
}

impl Told {
    /// Whether neither end of its rows is cut off; how much of its height is in view is a matter of
    /// scrolling.
    fn is_wide(&self, window: Rect) -> bool {
        let seen = self.seen.intersect(window);
        seen.min.x <= self.rect.min.x + 1.0 && seen.max.x >= self.rect.max.x - 1.0
    }

    fn is_in_sight(&self, window: Rect) -> bool {
        let seen = self.seen.intersect(window);
        self.is_wide(window) && seen.height() >= self.rect.height() - 1.0
    }

    pub(super) fn is_control(&self) -> bool {
        !matches!(self.role, Role::Label | Role::Image | Role::ProgressIndicator)
    }
}

const ROLES: [Role; 12] = [
    Role::Button,
    Role::CheckBox,
    Role::ComboBox,
    Role::Image,
    Role::Label,
    Role::Link,
    Role::MultilineTextInput,
    Role::PasswordInput,
    Role::ProgressIndicator,
    Role::RadioButton,
    Role::Slider,
    Role::TextInput,
];

pub(super) fn told(stage: &Stage) -> Vec<Told> {
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
            Some(Told { node: id, layer: widget.layer_id, role: node.role(), name, rect, seen })
        })
        .collect()
}

/// The journal's table has columns that scroll where they have no room.
fn scrolls_sideways(stage: &Stage) -> bool {
    let page = stage.state().session().map(|session| session.page);
    page == Some(Page::Journal)
}

/// What is wider than the window, or than the area that scrolls up and down alone.
fn too_wide(stage: &Stage) -> Vec<String> {
    if scrolls_sideways(stage) {
        return Vec::new();
    }
    let window = stage.harness.ctx.content_rect();
    // What lies behind a dialog waits for its end.
    let is_over = stage.state().dialog.is_some();
    // A full card is drawn as large as it is, in an area that scrolls sideways where it must.
    let dialog = stage.state().dialog.as_ref();
    let is_sized =
        matches!(dialog, Some(Dialog::Viewer(viewer)) if viewer.page == ViewerPage::Sizes);
    let all = told(stage).into_iter().filter(|told| !(is_sized && told.role == Role::Image));
    all.filter(|told| !is_over || told.layer.order == egui::Order::Foreground)
        .filter(|told| !told.is_wide(window))
        .map(|told| {
            let Told { role, name, rect, seen, .. } = told;
            format!("too wide: {role:?} {name:?} at {rect:?}, seen {seen:?}")
        })
        .collect()
}

/// The last control of a dialog, where it is not in sight before anything is scrolled.
fn unseen_button(stage: &Stage) -> Option<String> {
    let window = stage.harness.ctx.content_rect();
    let order = egui::Order::Foreground;
    let all = told(stage);
    let last = all.iter().rfind(|told| told.layer.order == order && told.role == Role::Button)?;
    (!last.is_in_sight(window)).then(|| format!("not in sight: {:?} at {:?}", last.name, last.rect))
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

pub(super) fn place(stage: &mut Stage, [width, height]: [f32; 2], zoom: f32) {
    // egui keeps the old size in points while the zoom changes.
    stage.act(SettingsAction::Zoom(zoom));
    stage.harness.set_size(egui::vec2(width, height) / zoom);
    stage.rest();
    let points = stage.harness.ctx.content_rect().size();
    assert!((points * zoom - egui::vec2(width, height)).length() < 1.0, "{points}");
}

/// In which languages to look at what is on the stage.
pub(super) fn languages(stage: &Stage) -> &'static [Language] {
    match stage.state().dialog {
        Some(_) => &[Language::English, Language::Russian],
        None => &[Language::Russian],
    }
}

/// Every fault of what is on the stage, at every size: in the language of the longer words, and
/// where there are many words in the other one too.
fn look(stage: &mut Stage, name: &str, faults: &mut Vec<String>) {
    let languages = languages(stage);
    for (size, zoom) in PLACES {
        place(stage, size, zoom);
        for language in languages {
            stage.act(SettingsAction::Language(*language));
            let mut found = cut_texts(stage);
            found.extend(too_wide(stage));
            // Beneath a dialog nothing can be had, nor need it.
            match &stage.state().dialog {
                None => found.extend(overlapping(stage)),
                Some(Dialog::Viewer(_) | Dialog::Palette(_)) => {}
                Some(_) => found.extend(unseen_button(stage)),
            }
            let at = format!("{name}, {language:?}, {size:?} at {zoom}");
            faults.extend(found.into_iter().map(|fault| format!("{at}: {fault}")));
        }
    }
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
    for (size, zoom) in PLACES {
        place(&mut stage, size, zoom);
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
    // The last one of them works, and so does what slides over the page.
    place(&mut stage, PLACES[3].0, PLACES[3].1);
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

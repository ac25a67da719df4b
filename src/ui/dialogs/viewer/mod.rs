//! The large picture, over the whole window.

mod choose;
mod compare;
mod content;
mod facts;
mod overlay;
mod picture;
mod sizes;
mod tool_row;
mod tools;

use egui::{
    Align, FocusDirection, Frame, Id, Key, Layout, Margin, Modal, Modifiers, Panel, ScrollArea, Ui,
    UiBuilder, Vec2, vec2,
};

use crate::i18n::{Text, count};
use crate::model::{
    AssetEntry, Compare, FileId, LookUpAction, Session, Viewer, ViewerAction, ViewerPage,
};

use super::super::icons;
use super::super::theme::{self, space};
use super::super::view::View;
use super::super::widgets::{
    caption, focus_ring, followed_ui, icon_button, link_text, mono, strong, truncated,
};
use super::{held_ui, is_new, show_ui};

/// The large picture, over the whole window.
pub(super) fn viewer_ui(ui: &mut Ui, view: &mut View<'_>, viewer: &Viewer) {
    let Some(entry) = view.state.session().and_then(|s| s.library.get(&viewer.id)) else {
        view.act(ViewerAction::Close);
        return;
    };
    let frame = Frame::new()
        .fill(view.theme.raised)
        .stroke(view.theme.line_stroke())
        .corner_radius(theme::RADIUS_PANEL)
        .inner_margin(Margin::same(16));
    let window = ui.ctx().content_rect().size();
    // In a small window the picture needs the room more than what lies under it.
    let around = match window.x {
        ..600.0 => 44.0,
        ..1100.0 => 56.0,
        _ => 80.0,
    };
    // Below it there is always room for the line of a notice.
    let room = window - vec2(around, around.max(56.0));
    let modal = Modal::new(Id::unique("viewer")).frame(frame).backdrop_color(view.theme.backdrop);
    show_ui(ui, view, modal, |ui, view| {
        ui.set_width(room.x);
        ui.set_height(room.y);
        keys(ui, view, viewer);
        held_ui(ui, room.x, |ui| {
            heading_ui(ui, view, entry);
            let left = ui.available_size();
            if left.x >= SMALL.x && left.y >= SMALL.y {
                roomy_viewer_ui(ui, view, viewer, entry);
                return;
            }
            ScrollArea::vertical().id_salt("small viewer").auto_shrink(false).show(ui, |ui| {
                followed_ui(ui, "small viewer", |ui| small_ui(ui, view, viewer, entry));
            });
        });
    });
}

/// Below the heading, where there is room for the facts beside the picture.
fn roomy_viewer_ui(ui: &mut Ui, view: &mut View<'_>, viewer: &Viewer, entry: &AssetEntry) {
    if viewer.page == ViewerPage::Choose {
        choose::choose_ui(ui, view, viewer);
        return;
    }
    let step = tools::tools_ui(ui, view, viewer, entry);
    if viewer.facts {
        let frame = Frame::new().inner_margin(Margin { left: 12, ..Margin::ZERO });
        Panel::right("viewer facts")
            .resizable(false)
            .exact_size(288.0)
            .frame(frame)
            .show(ui, |ui| facts::facts_ui(ui, view, entry));
    }
    // Two pictures say themselves whose they are; in a low window they need the line.
    if viewer.compare.is_none() || ui.available_height() > SPACIOUS {
        uses_ui(ui, view, entry);
    }
    page_ui(ui, view, viewer, entry, step);
}

/// Where there is less room than this below the heading, in points, tools, picture and facts stand below one
/// another and scroll.
const SMALL: Vec2 = vec2(560.0, 330.0);
/// Height below the tools with room for more than the pictures, in points.
const SPACIOUS: f32 = 360.0;

fn small_ui(ui: &mut Ui, view: &mut View<'_>, viewer: &Viewer, entry: &AssetEntry) {
    // Each of a known height: within what scrolls there is no end of it.
    let sized = |ui: &mut Ui, height: f32, content: &mut dyn FnMut(&mut Ui)| {
        let (_, rect) = ui.allocate_space(vec2(ui.available_width(), height));
        ui.scope_builder(UiBuilder::new().max_rect(rect), |ui| content(ui));
    };
    if viewer.page == ViewerPage::Choose {
        sized(ui, 360.0, &mut |ui| choose::choose_ui(ui, view, viewer));
        return;
    }
    let step = tools::tools_ui(ui, view, viewer, entry);
    if viewer.compare.is_none() {
        uses_ui(ui, view, entry);
    }
    sized(ui, 240.0, &mut |ui| page_ui(ui, view, viewer, entry, step));
    if viewer.facts {
        sized(ui, 280.0, &mut |ui| facts::facts_ui(ui, view, entry));
    }
}

/// The picture itself, or as wallets draw it.
fn page_ui(ui: &mut Ui, view: &mut View<'_>, viewer: &Viewer, entry: &AssetEntry, step: f32) {
    match viewer.page {
        ViewerPage::Sizes => {
            ui.add_space(space::XS);
            sizes::sizes_ui(ui, view, viewer, entry);
        }
        ViewerPage::Picture | ViewerPage::Choose => {
            overlay::legend_ui(ui, view, viewer, entry);
            ui.add_space(space::XS);
            content::content_ui(ui, view, viewer, entry, step);
        }
    }
}

/// The arrow keys: another file, or the divider between two.
fn keys(ui: &Ui, view: &mut View<'_>, viewer: &Viewer) {
    if ui.ctx().text_edit_focused() || viewer.page == ViewerPage::Choose {
        return;
    }
    let on_divider = ui.memory(|memory| memory.has_focus(compare::divider_id()));
    for (key, by) in [(Key::ArrowLeft, -1_i8), (Key::ArrowRight, 1)] {
        let pressed = |modifiers| ui.input_mut(|input| input.consume_key(modifiers, key));
        let shifted = pressed(Modifiers::SHIFT);
        if !shifted && !pressed(Modifiers::NONE) {
            continue;
        }
        // The window would move the focus on in this same frame.
        ui.memory_mut(|memory| memory.move_focus(FocusDirection::None));
        match &viewer.compare {
            Some(compare) if shifted || on_divider => {
                let share = compare.divider + Compare::STEP * f32::from(by);
                view.act(ViewerAction::Divide(share));
            }
            Some(_) | None => view.act(ViewerAction::Step(by.into())),
        }
    }
}

/// In less room than this, in points, words cut with an ellipsis would say nothing.
const LEAST_WORDS: f32 = 40.0;

fn heading_ui(ui: &mut Ui, view: &mut View<'_>, entry: &AssetEntry) {
    ui.horizontal(|ui| {
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            let close = icon_button(ui, view, icons::X, &view.t(Text::Close));
            if is_new(view) {
                close.request_focus();
            }
            if close.clicked() {
                view.act(ViewerAction::Close);
            }
            // Right to left: the one after stands at the right.
            for (icon, text, by) in [
                (icons::CHEVRON_RIGHT, Text::ViewerNext, 1),
                (icons::CHEVRON_LEFT, Text::ViewerPrevious, -1),
            ] {
                if icon_button(ui, view, icon, &view.t(text)).clicked() {
                    view.act(ViewerAction::Step(by));
                }
            }
            ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                truncated(ui, strong(entry.kind.as_str()));
                if let Some(file) = entry.loaded().filter(|_| ui.available_width() > LEAST_WORDS) {
                    truncated(ui, caption(view, short_facts(file)));
                }
                if ui.available_width() > LEAST_WORDS {
                    truncated(ui, mono(place_of(view, entry)).size(12.0).color(view.theme.muted));
                }
            });
        });
    });
}

/// Where a file is from: its address, or its path.
fn place_of(view: &View<'_>, entry: &AssetEntry) -> String {
    let redactor = view.state.session().map(Session::redactor).unwrap_or_default();
    match &entry.id {
        FileId::Disk(path) => path.display().to_string(),
        FileId::Url(url) => redactor.address(url).into_string(),
    }
}

/// The cards that use the file; a click looks the customer up.
fn uses_ui(ui: &mut Ui, view: &mut View<'_>, entry: &AssetEntry) {
    const SHOWN: usize = 8;
    let Some(session) = view.state.session() else { return };
    let uses = session.uses(&entry.id);
    ui.horizontal_wrapped(|ui| {
        ui.label(caption(view, view.t(Text::ViewerUsedBy)));
        for place in uses.iter().take(SHOWN) {
            let link = ui.link(link_text(view, place.words()));
            if focus_ring(ui, view, link).clicked() {
                view.act(LookUpAction::Open(place.customer.clone()));
            }
        }
        let more = count(uses.len().saturating_sub(SHOWN));
        if more > 0 {
            ui.label(caption(view, view.t(Text::ViewerMore { count: more })));
        }
    });
}

fn short_facts(file: &crate::media::Loaded) -> String {
    let kind = file.measured.kind.media_type();
    match file.measured.pixels {
        Some((width, height)) => format!("{kind} · {width}×{height}"),
        None => kind.to_owned(),
    }
}

//! Chooses the file to compare with.

use egui::{Color32, Label, Pos2, Rect, ScrollArea, Sense, Stroke, StrokeKind, Ui, pos2, vec2};

use crate::i18n::Text;
use crate::model::{Choice, Comparable, Viewer, ViewerAction, ViewerPage};

use super::super::super::theme::{self, space};
use super::super::super::view::{Shown, View};
use super::super::super::widgets::{
    caption, fit_inside, mono, muted, name_as_button, quiet_button, strong, text_field_ui, title,
    truncated,
};

/// Height of a file's row, in points.
const ROW: f32 = 52.0;

/// The files that the one on screen can be compared with.
pub(super) fn choose_ui(ui: &mut Ui, view: &mut View<'_>, viewer: &Viewer) {
    ui.horizontal_wrapped(|ui| {
        ui.label(title(view.t(Text::ChooseTitle)));
        if quiet_button(ui, view, &view.t(Text::ChooseBack)).clicked() {
            view.act(ViewerAction::Page(ViewerPage::Picture));
        }
    });
    path_ui(ui, view, viewer);
    ui.add_space(space::S);
    let filter = view.t(Text::ChooseFilter);
    let (_, edited) = text_field_ui(ui, view, (&filter, ""), &viewer.choice.filter, None);
    if let Some(filter) = edited {
        view.act(ViewerAction::Choose(Choice { filter, ..viewer.choice.clone() }));
    }
    ui.add_space(space::XS);
    let Some(session) = view.state.session() else { return };
    let files = session.comparable(&viewer.id, &viewer.choice.filter);
    if files.is_empty() {
        ui.label(muted(view, view.t(Text::ChooseNothing)));
    }
    ScrollArea::vertical().id_salt("comparable").auto_shrink(false).show_rows(
        ui,
        ROW,
        files.len(),
        |ui, rows| {
            for file in files.get(rows).unwrap_or_default() {
                file_ui(ui, view, file);
            }
        },
    );
}

/// A file of this machine: another environment's, another day's.
fn path_ui(ui: &mut Ui, view: &mut View<'_>, viewer: &Viewer) {
    let (label, hint) = (view.t(Text::ChoosePath), view.t(Text::ChoosePathHint));
    let (field, edited) = text_field_ui(ui, view, (&label, &hint), &viewer.choice.path, None);
    let entered = field.lost_focus() && ui.input(|input| input.key_pressed(egui::Key::Enter));
    let changed = edited.is_some();
    if let Some(path) = edited {
        view.act(ViewerAction::Choose(Choice { path, ..viewer.choice.clone() }));
    }
    let has_path = changed || !viewer.choice.path.trim().is_empty();
    if entered && !has_path {
        // Nothing comes of it.
        field.request_focus();
    }
    let pressed = has_path && quiet_button(ui, view, &view.t(Text::ChooseOpen)).clicked();
    if has_path && (entered || pressed) {
        view.act(ViewerAction::CompareTyped);
    }
}

/// A row: what it looks like, what it is, whose it is, where it is from.
fn file_ui(ui: &mut Ui, view: &mut View<'_>, file: &Comparable<'_>) {
    let size = vec2(ui.available_width(), ROW);
    let (rect, response) = ui.allocate_exact_size(size, Sense::click());
    let owners = owners(file);
    let kind = file.kind.as_str();
    let name = view.t(Text::ChooseFile { kind, owners: &owners }).into_owned();
    let Some(session) = view.state.session() else { return };
    let address = session.redactor().address(&file.variant.url);
    name_as_button(&response, &format!("{name}, {address}"), None);
    if response.hovered() || response.has_focus() {
        ui.painter().rect_filled(rect, theme::RADIUS_CONTROL, view.theme.ground);
    }
    if response.has_focus() {
        let ring = Stroke::new(2.0, view.theme.accent);
        ui.painter().rect_stroke(rect, theme::RADIUS_CONTROL, ring, StrokeKind::Inside);
    }
    let place = Rect::from_min_size(rect.min + vec2(6.0, 6.0), vec2(63.0, 40.0));
    picture_ui(ui, view, file, place);
    let words = Rect::from_min_max(pos2(place.max.x + space::M, rect.min.y + 6.0), rect.max);
    let builder = egui::UiBuilder::new().max_rect(words).id_salt(&file.variant.url);
    let mut ui = ui.new_child(builder);
    ui.spacing_mut().item_spacing.y = 2.0;
    ui.horizontal(|ui| {
        ui.add(Label::new(strong(kind)).selectable(false));
        ui.add(Label::new(caption(view, &owners)).selectable(false).truncate());
    });
    truncated(&mut ui, mono(&*address).size(11.0).color(view.theme.muted));
    if response.clicked() {
        let (variant, kind) = (file.variant.clone(), file.kind.clone());
        view.act(ViewerAction::Compare { variant, kind });
    }
}

fn picture_ui(ui: &Ui, view: &mut View<'_>, file: &Comparable<'_>, place: Rect) {
    let fit = view.pixels(place.size());
    let known = view.state.session().and_then(|s| s.library.at(&file.variant.url));
    // A list of files is no reason to fetch them anew.
    if known.is_none_or(|entry| entry.file.value().is_none()) {
        ui.painter().rect_filled(place, 2.0, view.theme.ground);
        return;
    }
    if let Shown::Picture { texture, size } = view.asset(file.variant, file.kind, fit) {
        let uv = Rect::from_min_max(Pos2::ZERO, pos2(1.0, 1.0));
        ui.painter().image(texture, fit_inside(place, size), uv, Color32::WHITE);
    }
}

/// `1002 · VISA ···· 0028 · Bank`, and how many cards more.
fn owners(file: &Comparable<'_>) -> String {
    let Some(first) = file.uses.first() else { return String::new() };
    let mut text = first.words();
    if !first.bank.is_empty() {
        text = format!("{text} · {}", first.bank);
    }
    match file.uses.len() {
        0 | 1 => text,
        more => format!("{text} · +{}", more - 1),
    }
}

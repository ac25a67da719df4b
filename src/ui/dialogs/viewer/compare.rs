//! Two pictures beside each other, or one over the other.

use egui::{
    Align, Align2, CursorIcon, Id, Layout, Rect, Sense, Stroke, StrokeKind, Ui, WidgetInfo, pos2,
    vec2,
};

use crate::i18n::Text;
use crate::model::{Arrangement, AssetEntry, Compare, Viewer, ViewerAction};

use super::super::super::icons;
use super::super::super::theme::{self, space};
use super::super::super::view::View;
use super::super::super::widgets::{caption, fit_inside, truncated};
use super::picture::{PictureLayout, has_picture, moves_ui, natural, placed, room_ui, side_ui};
use super::{place_of, short_facts};

/// Height of the line that names a side, in points.
const NAME: f32 = 20.0;
/// Width of the divider that can be grasped, in points.
const GRASP: f32 = 20.0;

pub(super) fn divider_id() -> Id {
    Id::unique("viewer divider")
}

/// Two files, with the same zoom and pan.
pub(super) fn compare_ui(
    ui: &mut Ui,
    view: &mut View<'_>,
    viewer: &Viewer,
    compare: &Compare,
    entries: [&AssetEntry; 2],
    step: f32,
) {
    let whole = ui.available_rect_before_wrap();
    let name = format!("{} | {}", side_name(view, entries[0]), side_name(view, entries[1]));
    let response = room_ui(ui, &name);
    let both = entries.iter().all(|entry| has_picture(entry));
    let names = Rect::from_min_size(whole.min, vec2(whole.width(), NAME));
    let room = Rect::from_min_max(pos2(whole.min.x, names.max.y + space::XS), whole.max);
    // Text and failures need a side of their own.
    let slider = compare.arrangement == Arrangement::Slider && both;
    let rooms = if slider { [room, room] } else { halves(room) };
    let (first, scale) = placed(ui, viewer, entries[0], rooms[0]);
    let pictures = match has_picture(entries[0]) {
        true => {
            let moved = first.translate(rooms[1].center() - rooms[0].center());
            let size = natural(entries[1], moved.size());
            [first, fit_inside(moved, [size.x.round() as usize, size.y.round() as usize])]
        }
        false => [first, placed(ui, viewer, entries[1], rooms[1]).0],
    };
    let divider = room.min.x + room.width() * compare.divider;
    let clips = match slider {
        true => [room.with_max_x(divider), room.with_min_x(divider)],
        false => rooms,
    };
    for (index, entry) in entries.into_iter().enumerate() {
        let place =
            PictureLayout { room: rooms[index], clip: clips[index], picture: pictures[index] };
        side_ui(ui, view, viewer, entry, place);
        name_ui(ui, view, entry, index, halves(names)[index]);
    }
    if slider {
        divider_ui(ui, view, room, divider);
    }
    moves_ui(ui, view, viewer, &response, scale, step);
}

fn halves(room: Rect) -> [Rect; 2] {
    let middle = room.center().x;
    [room.with_max_x(middle - space::XS), room.with_min_x(middle + space::XS)]
}

/// Whose file it is, and what.
fn side_name(view: &View<'_>, entry: &AssetEntry) -> String {
    let session = view.state.session();
    let uses = session.map(|s| s.uses(&entry.id)).unwrap_or_default();
    let owner = match uses.first() {
        Some(place) => place.words(),
        None => place_of(view, entry),
    };
    let facts = entry.loaded().map(|file| format!(" · {}", short_facts(file)));
    format!("{owner} · {}{}", entry.kind.as_str(), facts.unwrap_or_default())
}

fn name_ui(ui: &mut Ui, view: &View<'_>, entry: &AssetEntry, index: usize, rect: Rect) {
    let align = if index == 0 { Align::Min } else { Align::Max };
    let builder = egui::UiBuilder::new()
        .max_rect(rect)
        .id_salt(("side name", index))
        .layout(Layout::top_down(align));
    let mut ui = ui.new_child(builder);
    truncated(&mut ui, caption(view, side_name(view, entry))).on_hover_text(place_of(view, entry));
}

/// The line between two pictures that lie on one another.
fn divider_ui(ui: &mut Ui, view: &mut View<'_>, room: Rect, at: f32) {
    let grasp = Rect::from_center_size(pos2(at, room.center().y), vec2(GRASP, room.height()));
    let response = ui.interact(grasp, divider_id(), Sense::click_and_drag());
    let name = view.t(Text::CompareDivider).into_owned();
    let share = f64::from((at - room.min.x) / room.width().max(1.0) * 100.0).round();
    response.widget_info(|| WidgetInfo::slider(response.enabled(), share, &name));
    let response = response.on_hover_cursor(CursorIcon::ResizeHorizontal);
    if response.dragged()
        && let Some(pointer) = response.interact_pointer_pos()
    {
        let share = (pointer.x - room.min.x) / room.width().max(1.0);
        view.act(ViewerAction::Divide(share));
    }
    let painter = ui.painter_at(room.expand(2.0));
    let line = |width: f32, colour| painter.vline(at, room.y_range(), Stroke::new(width, colour));
    line(5.0, view.theme.surface);
    line(2.0, view.theme.accent);
    let knob = Rect::from_center_size(grasp.center(), vec2(GRASP, 32.0));
    painter.rect_filled(knob, theme::RADIUS_CONTROL, view.theme.accent);
    let (font, ink) = (theme::icon(12.0), view.theme.on_accent);
    for (icon, align) in
        [(icons::CHEVRON_LEFT, Align2::RIGHT_CENTER), (icons::CHEVRON_RIGHT, Align2::LEFT_CENTER)]
    {
        painter.text(knob.center(), align, icon, font.clone(), ink);
    }
    if response.has_focus() {
        let ring = Stroke::new(2.0, view.theme.text);
        painter.rect_stroke(knob.expand(2.0), theme::RADIUS_CONTROL, ring, StrokeKind::Outside);
    }
}

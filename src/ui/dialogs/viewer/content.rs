//! One picture, or two beside each other.

use egui::Ui;

use crate::model::{AssetEntry, Viewer};

use super::super::super::view::View;
use super::compare::compare_ui;
use super::picture::{PictureLayout, has_picture, moves_ui, placed, room_ui, side_ui};

/// The picture, or both; `step` is by how much the tools zoom.
pub(super) fn content_ui(
    ui: &mut Ui,
    view: &mut View<'_>,
    viewer: &Viewer,
    entry: &AssetEntry,
    step: f32,
) {
    let other = viewer.compare.as_ref().and_then(|compare| {
        let other = view.state.session()?.library.get(&compare.other)?;
        Some((compare, other))
    });
    if let Some((compare, other)) = other {
        compare_ui(ui, view, viewer, compare, [entry, other], step);
        return;
    }
    let room = ui.available_rect_before_wrap();
    if !has_picture(entry) {
        side_ui(ui, view, viewer, entry, PictureLayout { room, clip: room, picture: room });
        ui.advance_cursor_after_rect(room);
        return;
    }
    let response = room_ui(ui, entry.kind.as_str());
    let (picture, scale) = placed(ui, viewer, entry, room);
    side_ui(ui, view, viewer, entry, PictureLayout { room, clip: room, picture });
    moves_ui(ui, view, viewer, &response, scale, step);
}

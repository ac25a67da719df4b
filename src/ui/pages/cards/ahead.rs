//! What is made ready before it is on screen.

use egui::{Rect, Ui, pos2};

use crate::i18n::Text;
use crate::model::{CustomerCards, Page, Session};

use super::tiles::TileGrid;
use crate::ui::format::local_time;
use crate::ui::view::View;
use crate::ui::widgets::{caption, want_card_face};

/// When a list was fetched that was there before its customer came on screen.
pub(super) fn as_of_ui(ui: &mut Ui, view: &View<'_>, customer: &CustomerCards) {
    if let Some(at) = customer.as_of() {
        let at = local_time(at);
        ui.label(caption(view, view.t(Text::ListAsOf { at: &at })));
    }
}

/// Remembers the room that tiles have: the next customer comes without the inspector.
pub(super) fn note_place(ui: &Ui, view: &mut View<'_>, session: &Session) {
    if view.memory.tiles_room.is_none() || session.selected_card().is_none() {
        view.memory.tiles_room = Some(ui.available_size());
    }
}

/// Asks for the pictures of the customers that are next in the queue, at the size of their tiles,
/// once those on screen are there; one customer after the other.
pub(in crate::ui) fn pictures_ahead(view: &mut View<'_>, session: &Session) {
    let Some(room) = view.memory.tiles_room else { return };
    let is_loading = session.customer.as_ref().is_some_and(|c| c.list.is_loading());
    if session.page == Page::Customer && (is_loading || view.pictures.partial > 0) {
        return;
    }
    let grid = TileGrid::new(view.state.settings.tiles, room.x - 10.0);
    let art = grid.art(Rect::from_min_size(pos2(0.0, 0.0), grid.tile)).size();
    // One row below those in view is drawn as well.
    let rows = (room.y / (grid.tile.y + grid.gap)).ceil() as usize + 1;
    for list in session.lists_ahead() {
        let mut is_ready = true;
        for card in list.cards.iter().take(rows * grid.columns) {
            is_ready &= want_card_face(view, card, art);
        }
        if !is_ready {
            return;
        }
    }
}

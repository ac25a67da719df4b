//! The list of cards in the dialog of several.

use egui::{RichText, ScrollArea, Sense, TextStyle, Ui, vec2};

use crate::domain::{Card, CustomerNumber};
use crate::i18n::Text;

use super::super::super::theme::CARD_RATIO;
use super::super::super::view::View;
use super::super::super::widgets::{caption, card_face_ui, strong, truncated};

/// Height of a card's row, in points.
const ROW: f32 = 42.0;
/// Between two rows, in points.
const GAP: f32 = 2.0;

/// A card of the list, and whose it is where that is to be shown.
pub(super) type Row<'a> = (Option<&'a CustomerNumber>, &'a Card);

/// The cards, each with its picture and what `beside` draws; those in view alone are drawn. `around` is
/// the height of the window that everything around the list takes, in points.
pub(super) fn cards_ui<'a>(
    ui: &mut Ui,
    view: &mut View<'a>,
    rows: &[Row<'_>],
    around: f32,
    mut beside: impl FnMut(&mut Ui, &mut View<'a>, usize),
) {
    // Half a row at the end shows that there are more.
    let shown = ((ui.ctx().content_rect().height() - around) / (ROW + GAP)).floor().clamp(2.0, 8.0);
    let room = (shown + 0.5) * (ROW + GAP);
    let scroll = ScrollArea::vertical().id_salt("cards to be removed").max_height(room);
    let scroll = scroll.min_scrolled_height(room.min((ROW + GAP) * rows.len() as f32));
    ui.scope(|ui| {
        ui.spacing_mut().item_spacing.y = GAP;
        scroll.show_rows(ui, ROW, rows.len(), |ui, range| {
            ui.set_width(ui.available_width());
            for (index, row) in rows.iter().enumerate().take(range.end).skip(range.start) {
                ui.horizontal(|ui| {
                    ui.set_min_height(ROW);
                    let size = vec2((ROW - 6.0) * CARD_RATIO, ROW - 6.0);
                    let (rect, _) = ui.allocate_exact_size(size, Sense::hover());
                    card_face_ui(ui, view, row.1, rect);
                    name_ui(ui, view, row.1);
                    whose_ui(ui, view, row.0, |ui, view| beside(ui, view, index));
                });
            }
        });
    });
}

/// Whose card it is, beside what is said of it; above that where there is little room.
fn whose_ui<'a>(
    ui: &mut Ui,
    view: &mut View<'a>,
    customer: Option<&CustomerNumber>,
    beside: impl FnOnce(&mut Ui, &mut View<'a>),
) {
    /// Points.
    const BESIDE: f32 = 280.0;
    let Some(customer) = customer else { return beside(ui, view) };
    let number = customer.as_str();
    let content = |ui: &mut Ui| {
        truncated(ui, RichText::new(view.t(Text::CustomerTitle { number })));
        beside(ui, view);
    };
    if ui.available_width() < BESIDE {
        ui.vertical(content);
    } else {
        content(ui);
    }
}

/// Brand and digits; where these have no room beside each other, below one another.
fn name_ui(ui: &mut Ui, view: &View<'_>, card: &Card) {
    /// Room for what stands beside the name, in points.
    const BESIDE: f32 = 170.0;
    const LEAST: f32 = 70.0;
    const BOTH: f32 = 150.0;
    let (brand, digits) = (card.brand.as_str(), card.last_four.as_str());
    let brand = if brand.is_empty() { "—" } else { brand };
    let width = (ui.available_width() - BESIDE).clamp(LEAST, 200.0);
    ui.vertical(|ui| {
        ui.set_width(width);
        if width < BOTH {
            truncated(ui, strong(format!("···· {digits}")));
            truncated(ui, caption(view, brand));
        } else {
            ui.add_space((ROW - ui.text_style_height(&TextStyle::Body)) * 0.5);
            truncated(ui, strong(format!("{brand} ···· {digits}")));
        }
    });
}

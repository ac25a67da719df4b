//! Bands across a page.

use egui::{Frame, Margin, RichText, Ui};

use super::super::format::Tone;
use super::super::format::error_text::Explained;
use super::super::theme;
use super::super::view::View;
use super::text::{icon_ui, muted, strong, technical_ui};

/// A band across a view: what happened, what it means, what to do; `actions` draws the buttons.
pub(in crate::ui) fn banner_ui<'a>(
    ui: &mut Ui,
    view: &mut View<'a>,
    tone: Tone,
    said: &Explained,
    actions: impl FnOnce(&mut Ui, &mut View<'a>),
) {
    let colour = tone.colour(view);
    let frame = Frame::new()
        .fill(view.theme.tint(colour))
        .corner_radius(theme::RADIUS_CONTROL)
        .inner_margin(Margin::symmetric(12, 10));
    frame.show(ui, |ui| {
        ui.set_width(ui.available_width());
        ui.horizontal_top(|ui| {
            icon_ui(ui, tone.icon(), 18.0, colour);
            ui.vertical(|ui| {
                ui.spacing_mut().item_spacing.y = 4.0;
                ui.add(egui::Label::new(strong(&said.what)).wrap());
                if !said.meaning.is_empty() {
                    ui.add(egui::Label::new(muted(view, &said.meaning)).wrap());
                }
                if let Some(details) = &said.details {
                    ui.add(egui::Label::new(RichText::new(details.as_str()).monospace()).wrap());
                }
                technical_ui(ui, view, said.technical.as_deref());
                ui.horizontal_wrapped(|ui| actions(ui, view));
            });
        });
    });
}

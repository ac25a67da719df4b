//! Choosing several cards, and what was cut short of an earlier removal.

use egui::accesskit::Role;
use egui::{
    Align2, CornerRadius, Frame, Margin, Rect, Sense, Stroke, StrokeKind, Ui, WidgetInfo, vec2,
};

use crate::domain::Card;
use crate::i18n::{Text, count};
use crate::model::{Picking, RemovalAction, Session};
use crate::removal::Scope;

use crate::ui::format::error_text::Explained;
use crate::ui::icons;
use crate::ui::theme::{self, space};
use crate::ui::view::View;
use crate::ui::widgets::{
    Tone, banner_ui, danger_outline_button, quiet_button, strong, tools_row_ui,
};

/// Above the cards while some are being chosen: how many, whole groups, and on to the question.
pub(super) fn picking_ui(ui: &mut Ui, view: &mut View<'_>, session: &Session, picking: &Picking) {
    let cards = session.cards();
    let chosen = count(cards.iter().filter(|card| picking.holds(card)).count());
    let today = view.now.today();
    let expired = count(cards.iter().filter(|card| Scope::Expired.takes(card, today)).count());
    let frame = Frame::new()
        .fill(view.theme.tint(view.theme.accent))
        .corner_radius(theme::RADIUS_CONTROL)
        .inner_margin(Margin::symmetric(12, 8));
    let content = |ui: &mut Ui, view: &mut View<'_>| {
        let all = count(cards.len());
        ui.label(strong(view.t(Text::PickCount { count: chosen, all })));
        let scopes = [
            (true, Text::PickAll, Scope::All),
            (expired > 0, Text::PickExpired { count: expired }, Scope::Expired),
            (chosen > 0, Text::PickNone, Scope::Chosen),
        ];
        for (_, text, scope) in scopes.into_iter().filter(|(offered, ..)| *offered) {
            if quiet_button(ui, view, &view.t(text)).clicked() {
                view.act(RemovalAction::PickScope(scope));
            }
        }
    };
    frame.show(ui, |ui| {
        tools_row_ui(ui, view, "picking tools", content, |ui, view| {
            if quiet_button(ui, view, &view.t(Text::PickLeave)).clicked() {
                view.act(RemovalAction::Pick(false));
            }
            let text = view.t(Text::RevokeAsk { count: chosen });
            if danger_outline_button(ui, view, chosen > 0, &text).clicked() {
                view.act(RemovalAction::AskPicked);
            }
        });
    });
    ui.add_space(space::S);
}

/// On a tile's art while cards are being chosen. Takes no room of its own.
pub(super) fn pick_box_ui(
    ui: &mut Ui,
    view: &mut View<'_>,
    (index, card): (usize, &Card),
    art: Rect,
    chosen: bool,
) {
    let place = Rect::from_min_size(art.min + vec2(5.0, 5.0), vec2(24.0, 24.0));
    let id = ui.scope_id().with("pick");
    // A card without a token cannot be told from others.
    let enabled = !card.token.is_empty();
    let sense = if enabled { Sense::click() } else { Sense::hover() };
    let response = ui.interact(place, id, sense);
    let (brand, digits) = (card.brand.as_str(), card.last_four.as_str());
    let name = view.t(Text::PickCard { brand, digits }).into_owned();
    response.widget_info(|| WidgetInfo::selected(Role::CheckBox, enabled, chosen, name.as_str()));
    let theme = view.theme;
    let radius = CornerRadius::same(theme::RADIUS_CONTROL);
    let fill = if chosen { theme.accent } else { theme.surface };
    ui.painter().rect_filled(place, radius, fill);
    let edge = if response.hovered() {
        Stroke::new(2.0, theme.accent)
    } else {
        Stroke::new(1.0, theme.muted)
    };
    ui.painter().rect_stroke(place, radius, edge, StrokeKind::Inside);
    if response.has_focus() {
        // Of two colours: one of them shows on any art.
        let around = [(2.0, theme.surface), (4.0, theme.accent)];
        for (by, colour) in around {
            let (ring, radius) = (place.expand(by), f32::from(theme::RADIUS_CONTROL) + by);
            ui.painter().rect_stroke(ring, radius, Stroke::new(2.0, colour), StrokeKind::Inside);
        }
    }
    if chosen {
        let (icon, font) = (icons::CHECK, theme::icon(17.0));
        ui.painter().text(place.center(), Align2::CENTER_CENTER, icon, font, theme.on_accent);
    }
    if response.clicked() {
        view.act(RemovalAction::Toggle(index));
    }
}

/// Removals that were cut short, shown until they are carried on or forgotten.
pub(in crate::ui) fn pending_ui(ui: &mut Ui, view: &mut View<'_>, session: &Session) {
    for pending in &session.pending {
        let (rest, asked) = (count(pending.rest.len()), count(pending.asked));
        let zoned = pending.begun.to_zoned(jiff::tz::TimeZone::system());
        let at = zoned.strftime("%Y-%m-%d %H:%M").to_string();
        let number = pending.customer.as_str();
        let said = Explained {
            what: view.t(Text::LeftBanner { number, rest, asked }).into(),
            meaning: view.t(Text::LeftBannerMeaning { at: &at }).into(),
            ..Explained::default()
        };
        banner_ui(ui, view, Tone::Warning, &said, |ui, view| {
            if quiet_button(ui, view, &view.t(Text::LeftContinue)).clicked() {
                view.act(RemovalAction::Resume(pending.id.clone()));
            }
            if quiet_button(ui, view, &view.t(Text::LeftForget)).clicked() {
                view.act(RemovalAction::Forget(pending.id.clone()));
            }
        });
        ui.add_space(space::M);
    }
}

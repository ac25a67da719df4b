//! Pills and signs of a tone.

use std::borrow::Cow;
use std::sync::Arc;

use egui::accesskit::Role;
use egui::text::TextWrapping;
use egui::{
    Color32, CornerRadius, Frame, Galley, Margin, Response, RichText, Sense, Stroke, Ui,
    WidgetInfo, vec2,
};

use crate::domain::{Card, Environment, ExpiryState};
use crate::i18n::Text;

use super::super::format::Tone;
use super::super::icons;
use super::super::theme::{self, size};
use super::super::view::View;
use super::text::icon_ui;

/// A small pill: sign and word.
pub(in crate::ui) fn badge_ui(ui: &mut Ui, view: &View<'_>, tone: Tone, text: &str) -> Response {
    pill_ui(ui, view, tone, text, text)
}

/// The same with a number in place of the words that `name` says, where these have no room.
pub(in crate::ui) fn number_badge_ui(
    ui: &mut Ui,
    view: &View<'_>,
    tone: Tone,
    number: usize,
    name: &str,
) {
    pill_ui(ui, view, tone, &number.to_string(), name).on_hover_text(name);
}

/// The same where there is room for the sign alone; screen readers say the word.
pub(in crate::ui) fn sign_ui(ui: &mut Ui, view: &View<'_>, tone: Tone, text: &str) -> Response {
    let response = icon_ui(ui, tone.icon(), 14.0, tone.colour(view));
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, text));
    response
}

/// Padding at the ends of a pill, and room between its sign and its word.
const PADDING: f32 = 6.0;
const GAP: f32 = 4.0;

/// A pill; of its sign alone where there is no word.
fn pill_ui(ui: &mut Ui, view: &View<'_>, tone: Tone, word: &str, name: &str) -> Response {
    let colour = tone.colour(view);
    let mut galleys = pill_galleys(ui, tone, word, colour);
    // Of a known size: where rows wrap, a pill goes to the next row whole.
    let mut size = vec2(pill_width(&galleys), 20.0);
    let (room, is_row) = room_of_pill(ui);
    let mut elided = false;
    if size.x > room
        && let Some(last) = galleys.last_mut()
    {
        let least = room - (size.x - last.size().x);
        *last = narrowed(ui, last, least, is_row);
        elided = last.elided;
        size = vec2(pill_width(&galleys), size.y.max(galleys_height(&galleys) + GAP));
    }
    let (rect, response) = ui.allocate_exact_size(size, Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, name));
    let radius = CornerRadius::same(theme::RADIUS_CONTROL);
    ui.painter().rect_filled(rect, radius, view.theme.tint(colour));
    let mut at = rect.left_center() + vec2(PADDING, 0.0);
    for galley in galleys {
        let size = galley.size();
        ui.painter().galley(at - vec2(0.0, size.y * 0.5), galley, colour);
        at.x += size.x + GAP;
    }
    if elided { response.on_hover_text(name) } else { response }
}

/// How wide a pill may be, and whether it stands in a row of which it must not be a higher part.
fn room_of_pill(ui: &Ui) -> (f32, bool) {
    let layout = ui.layout();
    let is_row = layout.is_horizontal() && !layout.main_wrap();
    (if is_row { ui.available_width() } else { ui.max_rect().width() }, is_row)
}

/// The word in less room: in a row cut with an ellipsis, else in as many lines as it takes.
fn narrowed(ui: &Ui, word: &Galley, room: f32, is_row: bool) -> Arc<Galley> {
    /// In less than this, in points, nothing could be read.
    const LEAST: f32 = 24.0;
    let mut job = (*word.job).clone();
    let room = room.max(LEAST);
    job.wrap = if is_row {
        TextWrapping::truncate_at_width(room)
    } else {
        TextWrapping::wrap_at_width(room)
    };
    ui.painter().layout_job(job)
}

fn galleys_height(galleys: &[Arc<Galley>]) -> f32 {
    galleys.iter().map(|galley| galley.size().y).fold(0.0, f32::max)
}

fn pill_galleys(ui: &Ui, tone: Tone, word: &str, colour: Color32) -> Vec<Arc<Galley>> {
    let parts = [(tone.icon(), theme::icon(12.0)), (word, theme::semibold(11.5))];
    let parts = parts.into_iter().filter(|(text, _)| !text.is_empty());
    let layout = |(text, font): (&str, _)| ui.painter().layout_no_wrap(text.into(), font, colour);
    parts.map(layout).collect()
}

fn pill_width(galleys: &[Arc<Galley>]) -> f32 {
    let texts: f32 = galleys.iter().map(|galley| galley.size().x).sum();
    2.0 * PADDING + texts + GAP * galleys.len().saturating_sub(1) as f32
}

/// The environment: a solid pill that cannot be overlooked.
pub(in crate::ui) fn environment_badge_ui(ui: &mut Ui, view: &View<'_>, environment: Environment) {
    let colour = view.theme.environment(environment);
    let on_colour = if view.theme.dark { view.theme.ground } else { view.theme.surface };
    let icon = match environment {
        Environment::Sandbox => icons::BOOK_OPEN,
        Environment::Test => icons::FLASK_CONICAL,
        Environment::Production => icons::GLOBE,
    };
    let frame = Frame::new()
        .fill(colour)
        .stroke(Stroke::NONE)
        .corner_radius(theme::RADIUS_CONTROL)
        .inner_margin(Margin::symmetric(8, 4));
    frame.show(ui, |ui| {
        ui.spacing_mut().item_spacing.x = 6.0;
        ui.spacing_mut().interact_size.y = 18.0;
        ui.horizontal(|ui| {
            ui.set_row_height(16.0);
            icon_ui(ui, icon, 13.0, on_colour);
            let word = RichText::new(environment.word()).font(theme::semibold(size::CAPTION));
            ui.label(word.color(on_colour));
        });
    });
}

/// What an agent must know of a card before doing anything with it, the most pressing first;
/// "active" only where nothing else is to be said.
fn card_badges<'a>(view: &View<'a>, card: &Card) -> Vec<(Tone, Cow<'a, str>)> {
    let expiry = card.expiry().map(|expiry| expiry.state(view.now.today()));
    let mut badges = Vec::new();
    if card.active == Some(false) {
        badges.push((Tone::Error, Text::BadgeInactive));
    }
    match expiry {
        Some(ExpiryState::Expired) => badges.push((Tone::Warning, Text::BadgeExpired)),
        Some(ExpiryState::Soon { days_left }) => {
            badges.push((Tone::Note, Text::BadgeExpiresSoon { days: days_left }));
        }
        Some(ExpiryState::Valid) => {}
        None => badges.push((Tone::Warning, Text::BadgeExpiryUnreadable)),
    }
    if card.needs_cvc == Some(true) {
        badges.push((Tone::Note, Text::BadgeCvc));
    }
    if badges.is_empty() && card.active == Some(true) {
        badges.push((Tone::Ok, Text::BadgeActive));
    }
    badges.into_iter().map(|(tone, text)| (tone, view.t(text))).collect()
}

/// The same in words alone.
pub(in crate::ui) fn card_states<'a>(view: &View<'a>, card: &Card) -> Vec<Cow<'a, str>> {
    card_badges(view, card).into_iter().map(|(_, text)| text).collect()
}

/// What an agent must know of a card, in as many rows as that takes.
pub(in crate::ui) fn card_badges_ui(ui: &mut Ui, view: &View<'_>, card: &Card) {
    ui.horizontal_wrapped(|ui| {
        for (tone, text) in card_badges(view, card) {
            badge_ui(ui, view, tone, &text);
        }
    });
}

/// What of it is unusual, in one row: where words have no room their signs stand alone.
pub(in crate::ui) fn card_badges_row_ui(ui: &mut Ui, view: &View<'_>, card: &Card) {
    // What is usual says nothing on a tile.
    let badges: Vec<_> =
        card_badges(view, card).into_iter().filter(|(tone, _)| *tone != Tone::Ok).collect();
    ui.horizontal(|ui| {
        let gap = ui.spacing().item_spacing.x;
        for (number, (tone, text)) in badges.iter().enumerate() {
            let width = |word| pill_width(&pill_galleys(ui, *tone, word, tone.colour(view))) + gap;
            let others = (badges.len() - number - 1) as f32 * width("");
            if width(text) + others <= ui.available_width() + gap {
                badge_ui(ui, view, *tone, text);
            } else {
                pill_ui(ui, view, *tone, "", text).on_hover_text(&**text);
            }
        }
    });
}

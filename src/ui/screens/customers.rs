use egui::{Align, Align2, CornerRadius, Layout, Response, ScrollArea, Sense, Ui, vec2};

use crate::domain::{CustomerNumber, Language};
use crate::i18n::Text;
use crate::model::{LookUpAction, Page, Session, SessionAction, Visited};
use crate::verify::Severity;

use super::super::icons;
use super::super::theme::{self, size, space};
use super::super::view::View;
use super::super::widgets::{
    caption, icon_button, name_as_button, severity_tone, strong, truncated,
};

/// The customers of this session; in the sandbox, all there are and what each shows.
pub(super) fn customers_ui(ui: &mut Ui, view: &mut View<'_>, session: &Session) {
    let known = !session.known.is_empty();
    let heading = view.t(if known { Text::CustomersSandbox } else { Text::CustomersVisited });
    ui.horizontal(|ui| {
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            if icon_button(ui, view, icons::LIST, &view.t(Text::Batch)).clicked() {
                view.act(SessionAction::Show(Page::Batch));
            }
            ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                truncated(ui, strong(heading));
            });
        });
    });
    ui.add_space(space::XS);
    if !known && session.visited.is_empty() {
        let text = caption(view, view.t(Text::CustomersEmpty));
        ui.add(egui::Label::new(text).wrap());
        return;
    }
    let rows = rows(view, session);
    let current = session.customer.as_ref().map(|customer| customer.number.as_str());
    ScrollArea::vertical().auto_shrink(false).show(ui, |ui| {
        ui.spacing_mut().item_spacing.y = 2.0;
        for row in rows {
            let is_current = current == Some(row.number);
            let response = row_ui(ui, view, &row, is_current);
            // Keys can lead out of the part of the list that is in view.
            if is_current && view.memory.listed_customer.as_deref() != current {
                view.memory.listed_customer = current.map(str::to_owned);
                // With the row beside it: the list fades at its ends.
                ui.scroll_to_rect(response.rect.expand2(vec2(0.0, 48.0)), None);
            }
            if response.clicked()
                && let Ok(number) = CustomerNumber::parse(row.number)
            {
                view.act(LookUpAction::Open(number));
            }
        }
    });
}

/// The customer below the one on screen in the list, or above it; the first, where none of the list
/// is on screen.
pub(in crate::ui) fn neighbour(
    view: &View<'_>,
    session: &Session,
    below: bool,
) -> Option<CustomerNumber> {
    let rows = rows(view, session);
    let current = session.customer.as_ref().map(|customer| customer.number.as_str());
    let here = rows.iter().position(|row| Some(row.number) == current);
    let there = match (here, below) {
        (Some(here), true) => here + 1,
        (Some(here), false) => here.checked_sub(1)?,
        (None, _) => 0,
    };
    rows.get(there).and_then(|row| CustomerNumber::parse(row.number).ok())
}

/// A customer in the list.
struct Row<'a> {
    number: &'a str,
    cards: Option<usize>,
    /// What the customer shows; empty where that is not known.
    title: &'a str,
    /// The worst finding so far.
    worst: Option<Severity>,
}

/// Those looked up that the server was not known to have, the newest first; then those it has.
fn rows<'a>(view: &View<'_>, session: &'a Session) -> Vec<Row<'a>> {
    let of_visited = |visited: &'a Visited| Row {
        number: visited.number.as_str(),
        cards: visited.cards,
        title: "",
        worst: visited.worst,
    };
    let is_known = |number: &str| session.known.iter().any(|known| known.number == number);
    let others = session.visited.iter().rev().filter(|v| !is_known(v.number.as_str()));
    let known = session.known.iter().map(|known| {
        let visited = session.visited.iter().find(|v| v.number.as_str() == known.number);
        Row {
            number: &known.number,
            cards: visited.and_then(|visited| visited.cards).or(Some(known.cards)),
            title: match view.texts.language() {
                Language::English => &known.title,
                Language::Russian => &known.title_ru,
            },
            worst: visited.and_then(|visited| visited.worst),
        }
    });
    others.map(of_visited).chain(known).collect()
}

fn row_ui(ui: &mut Ui, view: &View<'_>, row: &Row<'_>, current: bool) -> Response {
    let Row { number, cards, title, worst } = *row;
    let height = if title.is_empty() { 32.0 } else { 46.0 };
    let (rect, response) =
        ui.allocate_exact_size(vec2(ui.available_width(), height), Sense::click());
    let name = view.t(Text::CustomerRow { number }).into_owned();
    name_as_button(&response, &name, Some(current));
    if !ui.is_rect_visible(rect) {
        return response;
    }
    let theme = view.theme;
    let fill = if current {
        theme.tint(theme.accent)
    } else if response.hovered() {
        theme.surface
    } else {
        theme.ground
    };
    let radius = CornerRadius::same(theme::RADIUS_CONTROL);
    ui.painter().rect_filled(rect, radius, fill);
    if response.has_focus() {
        let stroke = egui::Stroke::new(2.0, theme.accent);
        ui.painter().rect_stroke(rect, radius, stroke, egui::StrokeKind::Inside);
    }
    let painter = ui.painter_at(rect);
    let inner = rect.shrink2(vec2(10.0, 6.0));
    let font = theme::semibold(size::BODY);
    let colour = if current { theme.accent } else { theme.text };
    let anchor = if title.is_empty() { inner.left_center() } else { inner.left_top() };
    let align = if title.is_empty() { Align2::LEFT_CENTER } else { Align2::LEFT_TOP };
    painter.text(anchor, align, number, font, colour);
    if let Some(cards) = cards {
        let anchor = if title.is_empty() { inner.right_center() } else { inner.right_top() };
        let align = if title.is_empty() { Align2::RIGHT_CENTER } else { Align2::RIGHT_TOP };
        let font = egui::FontId::proportional(size::CAPTION);
        let drawn = painter.text(anchor, align, cards.to_string(), font, theme.muted);
        if let Some(severity) = worst.filter(|severity| *severity > Severity::Note) {
            let tone = severity_tone(severity);
            let at = drawn.left_center() - vec2(5.0, 0.0);
            let font = theme::icon(13.0);
            painter.text(at, Align2::RIGHT_CENTER, tone.icon(), font, tone.colour(view));
        }
    }
    if !title.is_empty() {
        let font = egui::FontId::proportional(size::CAPTION);
        let mut job =
            egui::epaint::text::LayoutJob::simple_singleline(title.to_owned(), font, theme.muted);
        job.wrap = egui::epaint::text::TextWrapping::truncate_at_width(inner.width());
        let galley = painter.layout_job(job);
        let at = inner.left_bottom() - vec2(0.0, galley.size().y);
        painter.galley(at, galley, theme.muted);
    }
    if title.is_empty() { response } else { response.on_hover_text(title) }
}

use egui::{Align2, CornerRadius, Response, ScrollArea, Sense, Ui, vec2};

use crate::domain::{CustomerNumber, Language};
use crate::i18n::Text;
use crate::model::{LookUpAction, Session};

use super::super::theme::{self, size, space};
use super::super::view::View;
use super::super::widgets::{caption, name_as_button, strong};

/// The customers of this session; in the sandbox, all there are and what each shows.
pub(super) fn customers_ui(ui: &mut Ui, view: &mut View<'_>, session: &Session) {
    let known = !session.known.is_empty();
    ui.label(strong(view.t(if known { Text::CustomersSandbox } else { Text::CustomersVisited })));
    ui.add_space(space::XS);
    if !known && session.visited.is_empty() {
        let text = caption(view, view.t(Text::CustomersEmpty));
        ui.add(egui::Label::new(text).wrap());
        return;
    }
    let mut rows: Vec<(&str, Option<usize>, &str)> = session
        .known
        .iter()
        .map(|known| {
            let title = match view.texts.language() {
                Language::English => &known.title,
                Language::Russian => &known.title_ru,
            };
            (known.number.as_str(), Some(known.cards), title.as_str())
        })
        .collect();
    let visited = session.visited.iter().rev();
    let others = visited.filter(|v| !rows_hold(&session.known, v.number.as_str()));
    let others: Vec<_> = others.map(|v| (v.number.as_str(), v.cards, "")).collect();
    for visited in &session.visited {
        if let Some(row) = rows.iter_mut().find(|row| row.0 == visited.number.as_str()) {
            row.1 = visited.cards.or(row.1);
        }
    }
    rows.splice(0..0, others);
    let current = session.customer.as_ref().map(|customer| customer.number.as_str());
    ScrollArea::vertical().auto_shrink(false).show(ui, |ui| {
        ui.spacing_mut().item_spacing.y = 2.0;
        for (number, cards, title) in rows {
            let response = row_ui(ui, view, number, cards, title, current == Some(number));
            if response.clicked()
                && let Ok(number) = CustomerNumber::parse(number)
            {
                view.act(LookUpAction::Open(number));
            }
        }
    });
}

fn rows_hold(known: &[crate::model::KnownCustomer], number: &str) -> bool {
    known.iter().any(|known| known.number == number)
}

fn row_ui(
    ui: &mut Ui,
    view: &View<'_>,
    number: &str,
    cards: Option<usize>,
    title: &str,
    current: bool,
) -> Response {
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
        painter.text(anchor, align, cards.to_string(), font, theme.muted);
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

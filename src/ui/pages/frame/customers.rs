//! The customers at the left: those looked up, or those of a list.

use egui::style::ScrollAnimation;
use egui::{
    Align, Align2, CornerRadius, FontId, Frame, Layout, Panel, Response, RichText, ScrollArea,
    Sense, TextEdit, Ui, vec2,
};

use crate::domain::Language;
use crate::i18n::{Text, count};
use crate::model::{
    LookUpAction, Page, QueueAction, QueueFilter, QueueRow, RemovalAction, Session, SessionAction,
};
use crate::verify::Severity;

use crate::ui::format::error_text::tone_word;
use crate::ui::icons;
use crate::ui::theme::{self, size, space};
use crate::ui::view::View;
use crate::ui::widgets::{
    caption, entered, follow, icon_button, icon_choice, name_as_button, quiet_button,
    severity_tone, strong, truncated,
};

/// Heights of a row, and of one that says what the customer shows; in points.
const ROW: f32 = 32.0;
const TITLED_ROW: f32 = 46.0;
/// Width of a button with a sign, in points.
const SIGN: f32 = 32.0;

/// The customers of this session, or of a list that is worked through; in the sandbox, all there
/// are and what each shows.
pub(super) fn customers_ui(ui: &mut Ui, view: &mut View<'_>, session: &Session) {
    let queue = &session.queue;
    heading_ui(ui, view, session);
    ui.add_space(space::XS);
    let earlier = earlier(session);
    if queue.rows().is_empty() && earlier.is_empty() {
        let text = caption(view, view.t(Text::CustomersEmpty));
        ui.add(egui::Label::new(text).wrap());
        return;
    }
    search_ui(ui, view, session);
    ui.add_space(space::XS);
    let current = session.customer.as_ref().map(|customer| &customer.number);
    // Whoever is on screen stays in the list, filtered or not.
    let shown = queue.rows().iter().filter(|row| queue.shows(row) || current == Some(&row.number));
    let rows: Vec<&QueueRow> = shown.chain(&earlier).collect();
    if rows.is_empty() {
        ui.label(caption(view, view.t(Text::QueueNothingFound)));
        return;
    }
    let height = if session.known.is_empty() || queue.is_list { ROW } else { TITLED_ROW };
    let place = rows.iter().position(|row| current == Some(&row.number));
    let moved = view.memory.queue_place != place;
    view.memory.queue_place = place;
    if queue.is_list {
        Panel::bottom("list tools").frame(Frame::NONE).show_separator_line(false).show(ui, |ui| {
            ui.add_space(space::S);
            if quiet_button(ui, view, &view.t(Text::ExpiredButton)).clicked() {
                view.act(RemovalAction::FindExpired);
            }
        });
    }
    ui.spacing_mut().item_spacing.y = 2.0;
    ScrollArea::vertical().auto_shrink(false).show_rows(ui, height, rows.len(), |ui, range| {
        if let Some(place) = place.filter(|_| moved) {
            let top = (place as f32 - range.start as f32) * (height + 2.0) + ui.max_rect().top();
            let row = egui::Rect::from_min_size(
                egui::pos2(ui.max_rect().left(), top),
                vec2(ui.max_rect().width(), height),
            );
            // With those beside it: at the edge of what is in view a row fades out.
            let rows = row.expand2(vec2(0.0, height));
            ui.scroll_to_rect_animation(rows, None, ScrollAnimation::none());
        }
        for row in &rows[range] {
            let response = row_ui(ui, view, session, row, height);
            follow(ui, &response, height);
            if std::mem::take(&mut view.memory.focus_customer) {
                response.request_focus();
            }
            if response.clicked() {
                view.memory.customers_over = false;
                view.act(LookUpAction::Open(row.number.clone()));
            }
        }
    });
}

/// Customers opened in earlier sessions; beside a list that is worked through they say nothing.
fn earlier(session: &Session) -> Vec<QueueRow> {
    let queue = &session.queue;
    if queue.is_list || queue.filter != QueueFilter::All {
        return Vec::new();
    }
    let others = session.recent.iter().filter(|number| queue.get(number).is_none());
    let rows = others.map(|number| QueueRow {
        number: number.clone(),
        cards: None,
        worst: None,
        looked_at: false,
    });
    rows.filter(|row| queue.shows(row)).collect()
}

fn heading_ui(ui: &mut Ui, view: &mut View<'_>, session: &Session) {
    let queue = &session.queue;
    let (done, all) = (queue.looked_at(), queue.rows().len());
    let heading = match (queue.is_list, session.known.is_empty()) {
        (true, _) => view.t(Text::QueueProgress { done: count(done), all: count(all) }),
        (false, false) => view.t(Text::CustomersSandbox),
        (false, true) => view.t(Text::CustomersVisited),
    };
    // Beside the signs there is no room for more of a long list's.
    let shown = if queue.is_list { format!("{done} / {all}") } else { heading.to_string() };
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = 0.0;
        ui.spacing_mut().button_padding.x = 2.0;
        // Known beforehand: a row wider than its panel, be it for one frame, makes the panel grow.
        let signs = if queue.is_list { 3.0 } else { 2.0 };
        let room = vec2((ui.available_width() - signs * SIGN).max(0.0), SIGN);
        ui.allocate_ui_with_layout(room, Layout::left_to_right(Align::Center), |ui| {
            ui.set_min_width(room.x);
            let label = truncated(ui, strong(shown)).accessible_name(&*heading);
            if queue.is_list {
                label.on_hover_text(&*heading);
            }
        });
        if icon_button(ui, view, icons::LIST_CHECKS, &view.t(Text::QueueGive)).clicked() {
            view.act(QueueAction::Give(String::new()));
        }
        if icon_button(ui, view, icons::BADGE_CHECK, &view.t(Text::Batch)).clicked() {
            match queue.is_list {
                true => view.act(QueueAction::Verify),
                false => view.act(SessionAction::Show(Page::Batch)),
            }
        }
        if queue.is_list && icon_button(ui, view, icons::LIST_X, &view.t(Text::QueueEnd)).clicked()
        {
            view.act(QueueAction::End);
        }
    });
}

fn search_ui(ui: &mut Ui, view: &mut View<'_>, session: &Session) {
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = 0.0;
        let mut text = session.queue.search.clone();
        let name = view.t(Text::QueueSearch);
        let icon =
            RichText::new(icons::LIST_FILTER).font(theme::icon(13.0)).color(view.theme.muted);
        let edit = TextEdit::singleline(&mut text)
            .prefix(icon)
            .hint_text(RichText::new(&*name).color(view.theme.muted))
            .margin(vec2(8.0, 6.0));
        let room = ui.available_width() - 3.0 * SIGN - space::XS;
        let field = ui.add_sized(vec2(room.max(20.0), 30.0), edit).accessible_name(&*name);
        if field.changed() {
            view.act(QueueAction::Search(text));
        }
        // On to what was found.
        view.memory.focus_customer |= entered(ui, &field);
        ui.add_space(space::XS);
        filters_ui(ui, view, session);
    });
}

fn filters_ui(ui: &mut Ui, view: &mut View<'_>, session: &Session) {
    ui.spacing_mut().item_spacing.x = 0.0;
    ui.spacing_mut().button_padding.x = 2.0;
    let filters = [
        (QueueFilter::All, icons::LIST, Text::QueueAll),
        (QueueFilter::WithFindings, icons::CIRCLE_ALERT, Text::QueueWithFindings),
        (QueueFilter::NotLookedAt, icons::EYE_OFF, Text::QueueNotLookedAt),
    ];
    for (filter, icon, name) in filters {
        let chosen = session.queue.filter == filter;
        if icon_choice(ui, view, chosen, icon, &view.t(name)).clicked() {
            view.act(QueueAction::Filter(filter));
        }
    }
}

/// What a customer of the sandbox shows; empty where that is not known.
fn title<'a>(view: &View<'_>, session: &'a Session, row: &QueueRow) -> (&'a str, Option<usize>) {
    let known = session.known.iter().find(|known| known.number == row.number.as_str());
    match (known, view.texts.language()) {
        (None, _) => ("", None),
        (Some(known), Language::English) => (&known.title, Some(known.cards)),
        (Some(known), Language::Russian) => (&known.title_ru, Some(known.cards)),
    }
}

fn row_ui(
    ui: &mut Ui,
    view: &View<'_>,
    session: &Session,
    row: &QueueRow,
    height: f32,
) -> Response {
    let (rect, response) =
        ui.allocate_exact_size(vec2(ui.available_width(), height), Sense::click());
    let current = session.customer.as_ref().is_some_and(|c| c.number == row.number);
    let name = view.t(Text::CustomerRow { number: row.number.as_str() }).into_owned();
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
    let (title, known_cards) = title(view, session, row);
    let painter = ui.painter_at(rect);
    let inner = rect.shrink2(vec2(10.0, 6.0));
    let line = match height > ROW {
        true => egui::Rect::from_min_size(inner.min, vec2(inner.width(), 16.0)),
        false => inner,
    };
    let font = theme::semibold(size::BODY);
    let colour = if current { theme.accent } else { theme.text };
    painter.text(line.left_center(), Align2::LEFT_CENTER, row.number.as_str(), font, colour);
    let said = marks_ui(&painter, view, session, (row, row.cards.or(known_cards)), line);
    if height > ROW {
        let font = FontId::proportional(size::CAPTION);
        let mut job =
            egui::epaint::text::LayoutJob::simple_singleline(title.to_owned(), font, theme.muted);
        job.wrap = egui::epaint::text::TextWrapping::truncate_at_width(inner.width());
        let galley = painter.layout_job(job);
        let at = inner.left_bottom() - vec2(0.0, galley.size().y);
        painter.galley(at, galley, theme.muted);
    }
    ui.ctx().accesskit_node_builder(response.id, |node| node.set_description(said.join(", ")));
    response.on_hover_ui(|ui| {
        for line in said.iter().map(String::as_str).chain([title]) {
            if !line.is_empty() {
                ui.label(line);
            }
        }
    })
}

/// At a row's right end: number of cards, worst finding, removal done, looked at. What the signs
/// mean, in words.
fn marks_ui(
    painter: &egui::Painter,
    view: &View<'_>,
    session: &Session,
    (row, cards): (&QueueRow, Option<usize>),
    line: egui::Rect,
) -> Vec<String> {
    let theme = view.theme;
    let mut said = Vec::new();
    let shown = cards.map_or_else(|| "–".to_owned(), |cards| cards.to_string());
    if let Some(cards) = cards {
        said.push(view.t(Text::CardsCount { count: count(cards) }).into_owned());
    }
    let font = FontId::proportional(size::CAPTION);
    let drawn = painter.text(line.right_center(), Align2::RIGHT_CENTER, shown, font, theme.muted);
    // Signs stand below each other beside counts of up to two digits.
    let mut at = line.right_center() - vec2((drawn.width() + 6.0).max(24.0), 0.0);
    let mut mark = |icon: &str, colour, meaning: String| {
        painter.text(at, Align2::RIGHT_CENTER, icon, theme::icon(13.0), colour);
        at.x -= 17.0;
        said.push(meaning);
    };
    if let Some(severity) = row.worst.filter(|severity| *severity > Severity::Note) {
        let tone = severity_tone(severity);
        mark(tone.icon(), tone.colour(view), view.t(tone_word(tone)).into_owned());
    }
    if session.has_removed(&row.number) {
        mark(icons::BAN, theme.muted, view.t(Text::QueueRemoved).into_owned());
    }
    if row.looked_at {
        mark(icons::EYE, theme.muted, view.t(Text::QueueLookedAt).into_owned());
    }
    if session.queue.get(&row.number).is_none() {
        mark(icons::CLOCK, theme.muted, view.t(Text::QueueEarlier).into_owned());
    }
    said
}

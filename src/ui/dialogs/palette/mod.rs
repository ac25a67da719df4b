//! The palette: commands by name, and customers by number.

mod fuzzy;

use std::cmp::Reverse;

use egui::accesskit::Role;
use egui::text::{LayoutJob, TextWrapping};
use egui::{
    Align2, CornerRadius, FontId, Key, Modifiers, Response, ScrollArea, Sense, TextEdit, Ui,
    WidgetInfo, vec2,
};

use crate::domain::CustomerNumber;
use crate::i18n::Text;
use crate::model::{Action, LookUpAction, Palette, PaletteAction};

use super::{is_new, modal_ui};
use crate::ui::keymap::commands::{COMMANDS, Command};
use crate::ui::keymap::trigger::About;
use crate::ui::theme::{self, size};
use crate::ui::view::View;
use crate::ui::widgets::muted;
use fuzzy::rank;

/// Customers offered beside the commands.
const CUSTOMERS: usize = 5;
const ROW: f32 = 30.0;

/// A line of the palette.
enum PaletteEntry {
    Command(&'static Command),
    Customer(CustomerNumber),
}

/// All commands of this screen by name, and the customers that are known.
pub(super) fn palette_ui(ui: &mut Ui, view: &mut View<'_>, palette: &Palette) {
    let lines = lines(view, &palette.text);
    let last = lines.len().saturating_sub(1);
    modal_ui(ui, view, "palette", 520.0, |ui, view| {
        let pressed = |key| ui.input_mut(|input| input.consume_key(Modifiers::NONE, key));
        let (down, up) = (pressed(Key::ArrowDown), pressed(Key::ArrowUp));
        let entered = pressed(Key::Enter);
        let mut chosen = palette.chosen.min(last);
        if down || up {
            chosen = if down { (chosen + 1).min(last) } else { chosen.saturating_sub(1) };
            view.act(PaletteAction::Choose(chosen));
        }
        let mut text = palette.text.clone();
        let name = view.t(Text::PaletteField).into_owned();
        let edit = TextEdit::singleline(&mut text)
            .hint_text(name.as_str())
            .margin(vec2(10.0, 8.0))
            .desired_width(f32::INFINITY);
        let response = ui.add(edit).accessible_name(&*name);
        if is_new(view) {
            response.request_focus();
        }
        if response.changed() {
            view.act(PaletteAction::Edit(text));
        }
        // Of the same height whatever is found: the field that is typed into stands still.
        let height = (ui.ctx().content_rect().height() - 220.0).clamp(90.0, 360.0);
        let moved = down || up;
        let scroll = ScrollArea::vertical().auto_shrink(false).max_height(height);
        scroll.min_scrolled_height(height).show(ui, |ui| {
            ui.spacing_mut().item_spacing.y = 2.0;
            if lines.is_empty() {
                ui.label(muted(view, view.t(Text::PaletteNothing)));
            }
            for (index, (name, line)) in lines.iter().enumerate() {
                let response = line_ui(ui, view, (name, keys(line)), index == chosen);
                if index == chosen && moved {
                    response.scroll_to_me(None);
                }
                if response.clicked() || entered && index == chosen {
                    run(ui, view, line);
                }
            }
        });
    });
}

fn keys(line: &PaletteEntry) -> &'static str {
    match line {
        PaletteEntry::Command(command) => command.keys,
        PaletteEntry::Customer(_) => "",
    }
}

/// The palette goes first: what was asked for may open a dialog of its own.
fn run(ui: &Ui, view: &mut View<'_>, line: &PaletteEntry) {
    view.act(Action::CloseTop);
    match line {
        PaletteEntry::Command(command) => command.run(ui, view),
        PaletteEntry::Customer(number) => view.act(LookUpAction::Open(number.clone())),
    }
}

/// What answers to the text: names that begin with it, then those whose words do, then the others.
/// What is done to a whole list comes last among its like; where nothing is typed what is nearest to
/// the person comes first.
fn lines(view: &View<'_>, typed: &str) -> Vec<(String, PaletteEntry)> {
    let available = COMMANDS.iter().filter(|c| c.is_for_palette() && c.is_available(view));
    let mut ranked: Vec<_> = available
        .filter_map(|command| {
            let name = view.t(command.name).into_owned();
            let (place, rank) = rank(&name, typed)?;
            let is_of_list = command.about == About::List;
            let order = (Reverse(place), is_of_list, Reverse(rank), command.about);
            Some((order, name, PaletteEntry::Command(command)))
        })
        .collect();
    ranked.sort_by_key(|(order, ..)| *order);
    let mut lines: Vec<_> = ranked.into_iter().map(|(_, name, line)| (name, line)).collect();
    let typed = typed.trim();
    if let Some(session) = view.state.session().filter(|_| !typed.is_empty()) {
        let rows = session.queue.rows().iter().map(|row| &row.number);
        let rows = rows.chain(session.recent.iter().filter(|n| session.queue.get(n).is_none()));
        let mut found: Vec<&CustomerNumber> =
            rows.filter(|number| number.as_str().contains(typed)).collect();
        found.sort_by_key(|number| (number.as_str() != typed, !number.as_str().starts_with(typed)));
        found.truncate(CUSTOMERS);
        // Numbers may be letters alone, but then the command's name was meant.
        let is_number = typed.chars().any(char::is_numeric);
        let exact = CustomerNumber::parse(typed).ok().filter(|_| is_number);
        if let Some(exact) = exact.as_ref().filter(|exact| !found.contains(exact)) {
            found.push(exact);
        }
        lines.extend(found.into_iter().map(|number| {
            let name = view.t(Text::PaletteCustomer { number: number.as_str() }).into_owned();
            (name, PaletteEntry::Customer(number.clone()))
        }));
    }
    lines
}

fn line_ui(ui: &mut Ui, view: &View<'_>, (name, keys): (&str, &str), chosen: bool) -> Response {
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), ROW), Sense::click());
    response.widget_info(|| WidgetInfo::selected(Role::Button, true, chosen, name));
    if !ui.is_rect_visible(rect) {
        return response;
    }
    let theme = view.theme;
    let painter = ui.painter_at(rect);
    if chosen || response.hovered() || response.has_focus() {
        let fill = if chosen { theme.tint(theme.accent) } else { theme.surface };
        painter.rect_filled(rect, CornerRadius::same(theme::RADIUS_CONTROL), fill);
    }
    if response.has_focus() {
        let stroke = egui::Stroke::new(2.0, theme.accent);
        painter.rect_stroke(rect, 4.0, stroke, egui::StrokeKind::Inside);
    }
    let inner = rect.shrink2(vec2(10.0, 0.0));
    let font = FontId::monospace(size::CAPTION);
    let keys = painter.text(inner.right_center(), Align2::RIGHT_CENTER, keys, font, theme.muted);
    let gap = if keys.width() > 0.0 { theme::space::S } else { 0.0 };
    let font = FontId::proportional(size::BODY);
    let mut job = LayoutJob::simple_singleline(name.to_owned(), font, theme.text);
    job.wrap = TextWrapping::truncate_at_width(inner.width() - keys.width() - gap);
    let galley = painter.layout_job(job);
    let elided = galley.elided;
    let at = inner.left_center() - vec2(0.0, galley.size().y * 0.5);
    painter.galley(at, galley, theme.text);
    if elided { response.on_hover_text(name) } else { response }
}

//! A row of tools that gives way: what has no room in it stands in a menu at its end.

use egui::{Button, Popup, ScrollArea, Ui, vec2};

use crate::i18n::Text;
use crate::model::Action;

use super::super::super::icons;
use super::super::super::view::View;
use super::super::super::widgets::{
    button_width, choice_button, focus_ring, icon_button, icon_choice, quiet_button,
};

/// Below this height of the window, in points, there is one row alone: the picture needs the others.
const LOW: f32 = 560.0;
/// Rows in a window that is higher.
const ROWS: usize = 2;

/// What a tool looks like.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Look {
    /// One of several, or on and off; whether it holds.
    Choice(bool),
    Sign(&'static str),
    Button,
}

/// What a tool does.
#[derive(Debug, Clone)]
pub(super) enum Deed {
    Act(Box<Action>),
    /// What is shown is so many times as large.
    Scale(f32),
}

impl Deed {
    pub(super) fn act(action: impl Into<Action>) -> Self {
        Self::Act(Box::new(action.into()))
    }
}

#[derive(Debug, Clone)]
pub(super) struct Tool {
    pub(super) name: Text<'static>,
    pub(super) look: Look,
    pub(super) deed: Deed,
}

/// Draws groups of tools, the most needed first; returns by how much they scale what is shown.
pub(super) fn tool_row_ui(ui: &mut Ui, view: &mut View<'_>, groups: &[Vec<Tool>]) -> f32 {
    let shown = shown(ui, view, groups);
    let mut scale = 1.0;
    let mut left = shown;
    ui.horizontal_wrapped(|ui| {
        for (index, group) in groups.iter().enumerate() {
            let here = group.len().min(left);
            if index > 0 && here > 0 {
                ui.separator();
            }
            for tool in group.iter().take(here) {
                let name = view.t(tool.name);
                let response = match tool.look {
                    Look::Choice(on) => choice_button(ui, view, on, &name),
                    Look::Sign(icon) => icon_button(ui, view, icon, &name),
                    Look::Button => quiet_button(ui, view, &name),
                };
                if response.clicked() {
                    carry_out(view, &tool.deed, &mut scale);
                }
            }
            left -= here;
        }
        let rest: Vec<&Tool> = groups.iter().flatten().skip(shown).collect();
        if !rest.is_empty() {
            menu_ui(ui, view, &rest, &mut scale);
        }
    });
    scale
}

fn carry_out(view: &mut View<'_>, deed: &Deed, scale: &mut f32) {
    match deed {
        Deed::Act(action) => view.act(Action::clone(action)),
        Deed::Scale(by) => *scale *= by,
    }
}

/// The tools that had no room, with their words.
fn menu_ui(ui: &mut Ui, view: &mut View<'_>, rest: &[&Tool], scale: &mut f32) {
    let name = view.t(Text::HeaderMore);
    // What holds is told where it cannot be seen.
    let more = match rest.iter().any(|tool| tool.look == Look::Choice(true)) {
        true => icon_choice(ui, view, true, icons::ELLIPSIS, &name),
        false => icon_button(ui, view, icons::ELLIPSIS, &name),
    };
    let height = ui.ctx().content_rect().height() - 32.0;
    Popup::menu(&more).show(|ui| {
        ui.set_max_width(260.0);
        let scroll = ScrollArea::vertical().max_height(height).min_scrolled_height(height);
        scroll.show(ui, |ui| {
            for tool in rest {
                let on = tool.look == Look::Choice(true);
                let words = Button::selectable(on, view.t(tool.name).into_owned());
                let item = ui.add(words.min_size(vec2(0.0, 28.0)));
                if focus_ring(ui, view, item).clicked() {
                    carry_out(view, &tool.deed, scale);
                    // What had the focus is gone with the menu.
                    more.request_focus();
                    ui.close();
                }
            }
        });
    });
}

/// How many tools have room, where those without have a menu at the end.
fn shown(ui: &Ui, view: &View<'_>, groups: &[Vec<Tool>]) -> usize {
    let rows = if ui.ctx().content_rect().height() < LOW { 1 } else { ROWS };
    let room = ui.available_width();
    let gap = ui.spacing().item_spacing.x;
    // As wide as egui makes a separator between things in a row.
    let separator = 6.0 + gap;
    let menu = SIGN + gap;
    let (mut row, mut at) = (1, 0.0);
    let (mut fitting, mut with_menu) = (0, 0);
    for (index, group) in groups.iter().enumerate() {
        at += if index > 0 { separator } else { 0.0 };
        for tool in group {
            let width = width(ui, view, tool);
            if at > 0.0 && at + width > room {
                (row, at) = (row + 1, 0.0);
            }
            if row > rows {
                return with_menu;
            }
            at += width + gap;
            fitting += 1;
            if row < rows || at + menu <= room {
                with_menu = fitting;
            }
        }
    }
    fitting
}

/// Width of a button with a sign, in points.
const SIGN: f32 = 32.0;

fn width(ui: &Ui, view: &View<'_>, tool: &Tool) -> f32 {
    if let Look::Sign(_) = tool.look {
        return SIGN;
    }
    button_width(ui, view, &view.t(tool.name))
}

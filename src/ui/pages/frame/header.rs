//! The line at the top: environment, identity, look-up field, tools.

use egui::{
    Align, Frame, Id, Key, Label, Layout, Margin, Panel, Popup, Rect, RichText, ScrollArea, Sense,
    TextEdit, Ui, vec2,
};

use crate::i18n::Text;
use crate::model::{LookUpAction, Page, Session, SessionAction, SettingsAction, Trust};

use crate::ui::icons;
use crate::ui::keymap::context::{fold_customers, toggled_page};
use crate::ui::keymap::focus::{focus_look_up, look_up_id};
use crate::ui::theme::{self, size, space};
use crate::ui::view::View;
use crate::ui::widgets::{
    Tone, at_the_right, badge_ui, caption, environment_badge_ui, focus_ring, icon_button, sign_ui,
    strong, truncated, width_at_the_right, without_blanks_ui,
};
use crate::words::customer_field;

/// Below this width of the window, in points, the signs at the right stand closer.
const NARROW: f32 = 800.0;
/// Below this one, what is known of the credentials is a sign without its word.
const WORDLESS: f32 = 1000.0;
/// Below this one, who is signed in stands in the menu.
const TINY: f32 = 620.0;
/// Width of a sign at the right, in points.
const SIGN: f32 = 34.0;
/// What is left of the row to all but the signs, in points.
const BEFORE_SIGNS: f32 = 530.0;
/// The same where nobody's name is in it.
const BEFORE_SIGNS_TINY: f32 = 320.0;
/// The row of signs at the right.
const TOOLS: &str = "header tools";

/// A bar in the environment's colour along the whole window.
pub(super) fn environment_bar_ui(ui: &mut Ui, view: &View<'_>, session: &Session) {
    let colour = view.theme.environment(session.environment());
    Panel::top("environment")
        .frame(Frame::new().fill(colour))
        .exact_size(4.0)
        .show_separator_line(false)
        .show(ui, |ui| {
            ui.allocate_space(ui.available_size());
        });
}

/// Who is signed in where, the look-up field, and the way to everything else.
pub(super) fn header_ui(ui: &mut Ui, view: &mut View<'_>, session: &Session) {
    let is_tiny = ui.ctx().content_rect().width() < TINY;
    let margin = if is_tiny { Margin::symmetric(8, 6) } else { Margin::symmetric(16, 10) };
    let frame = Frame::new().fill(view.theme.surface).inner_margin(margin);
    Panel::top("header").frame(frame).show(ui, |ui| {
        ui.horizontal(|ui| {
            ui.set_row_height(36.0);
            environment_badge_ui(ui, view, session.environment());
            if !is_tiny {
                let width = (ui.available_width() * 0.30).clamp(120.0, 300.0);
                let place = vec2(width, 36.0);
                let layout = Layout::top_down(Align::Min);
                ui.allocate_ui_with_layout(place, layout, |ui| identity_ui(ui, view, session));
            }
            look_up_ui(ui, view, session);
            at_the_right(ui, TOOLS, |ui| tools_ui(ui, view, session));
        });
    });
}

fn identity_ui(ui: &mut Ui, view: &View<'_>, session: &Session) {
    ui.vertical(|ui| {
        // Two lines, no higher than the field beside them.
        ui.spacing_mut().item_spacing.y = 0.0;
        ui.spacing_mut().interact_size.y = 20.0;
        let merchant = session.credentials.merchant_id.get().to_string();
        ui.horizontal(|ui| {
            ui.set_row_height(20.0);
            ui.label(strong(view.t(Text::HeaderMerchant { merchant: &merchant })));
            let (tone, text, why) = match session.trust {
                Trust::Verified => (Tone::Ok, Text::TrustVerified, Text::TrustVerifiedWhy),
                Trust::Unverified => (Tone::Note, Text::TrustUnverified, Text::TrustUnverifiedWhy),
                Trust::Refused => (Tone::Warning, Text::TrustRefused, Text::TrustRefusedWhy),
            };
            let (word, why) = (view.t(text), view.t(why));
            if ui.ctx().content_rect().width() < WORDLESS {
                sign_ui(ui, view, tone, &word).on_hover_text(format!("{word}\n{why}"));
            } else {
                badge_ui(ui, view, tone, &word).on_hover_text(why);
            }
        });
        truncated(ui, caption(view, session.server.host_and_port()));
    });
}

/// A way to something, at the header's right.
struct Tool {
    icon: &'static str,
    name: Text<'static>,
    run: fn(&mut View<'_>),
}

const TOOL_LIST: [Tool; 7] = [
    Tool { icon: icons::PANEL_LEFT, name: Text::FoldCustomers, run: fold_customers },
    Tool {
        icon: icons::LAYERS,
        name: Text::Sheet,
        run: |view| view.act(SessionAction::Show(toggled_page(view, Page::Sheet))),
    },
    Tool {
        icon: icons::HISTORY,
        name: Text::Journal,
        run: |view| view.act(SessionAction::Show(toggled_page(view, Page::Journal))),
    },
    Tool { icon: icons::KEYBOARD, name: Text::Keys, run: |view| view.act(SettingsAction::Keys) },
    Tool {
        icon: icons::SETTINGS,
        name: Text::Settings,
        run: |view| view.act(SettingsAction::Open),
    },
    Tool { icon: icons::LOCK, name: Text::Lock, run: |view| view.act(SessionAction::Lock) },
    Tool {
        icon: icons::LOG_OUT,
        name: Text::SignOut,
        run: |view| view.act(SessionAction::SignOut),
    },
];

/// As many signs as there is room for; the last ones stand in a menu where it is short.
fn tools_ui(ui: &mut Ui, view: &mut View<'_>, session: &Session) {
    let width = ui.ctx().content_rect().width();
    ui.spacing_mut().item_spacing.x = if width < NARROW { 0.0 } else { space::XS };
    let before = if width < TINY { BEFORE_SIGNS_TINY } else { BEFORE_SIGNS };
    let fitting = ((width - before) / SIGN).max(0.0) as usize;
    // The menu takes a sign's place.
    let shown = match fitting {
        fitting if fitting >= TOOL_LIST.len() => TOOL_LIST.len(),
        fitting => fitting.saturating_sub(1).max(1),
    };
    let (signs, rest) = TOOL_LIST.split_at(shown);
    for tool in signs {
        if icon_button(ui, view, tool.icon, &view.t(tool.name)).clicked() {
            (tool.run)(view);
        }
    }
    if rest.is_empty() {
        return;
    }
    let name = view.t(Text::HeaderMore).into_owned();
    let more = icon_button(ui, view, icons::ELLIPSIS, &name);
    let height = ui.ctx().content_rect().height() - 32.0;
    Popup::menu(&more).show(|ui| {
        ui.set_max_width(260.0);
        let scroll = ScrollArea::vertical().max_height(height).min_scrolled_height(height);
        scroll.show(ui, |ui| menu_ui(ui, view, session, rest));
    });
}

/// What stands in the menu: the signs that had no room, with their words.
fn menu_ui(ui: &mut Ui, view: &mut View<'_>, session: &Session, rest: &[Tool]) {
    if ui.ctx().content_rect().width() < TINY {
        identity_ui(ui, view, session);
        ui.separator();
    }
    for tool in rest {
        let words = format!("{}  {}", tool.icon, view.t(tool.name));
        let label = egui::Button::new(words).frame_when_inactive(false);
        let response = ui.add(label).accessible_name(view.t(tool.name));
        if focus_ring(ui, view, response).clicked() {
            (tool.run)(view);
            ui.close();
        }
    }
}

fn look_up_ui(ui: &mut Ui, view: &mut View<'_>, session: &Session) {
    let room = ui.available_width() - width_at_the_right(ui, TOOLS) - space::L;
    let mut text = session.look_up.text.clone();
    let name = view.t(Text::LookUpField);
    let wrong = session.look_up.problem.as_ref();
    let problem = wrong.map(|problem| customer_field(view.texts, problem));
    ui.scope(|ui| {
        if problem.is_some() {
            ui.visuals_mut().widgets.inactive.bg_stroke.color = view.theme.danger;
            ui.visuals_mut().selection.stroke.color = view.theme.danger;
        }
        let icon = RichText::new(icons::SEARCH).font(theme::icon(15.0)).color(view.theme.muted);
        let hint = RichText::new(&*name).color(view.theme.muted);
        let edit = TextEdit::singleline(&mut text)
            .id(look_up_id())
            .prefix(icon)
            .hint_text(hint)
            .margin(vec2(10.0, 8.0))
            .desired_width(room.clamp(80.0, 380.0));
        let response = ui.add(edit).accessible_name(&*name);
        if std::mem::take(&mut view.memory.focus_look_up) {
            focus_look_up(ui);
        }
        if let Some(problem) = &problem {
            problem_ui(ui, view, response.rect, (&session.look_up.text, problem));
        }
        if response.changed() {
            view.act(LookUpAction::Edit(text));
        }
        if response.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter)) {
            view.act(LookUpAction::Submit);
            // Until the list comes: what is typed meanwhile is another number.
            view.memory.focus_look_up = true;
        }
    });
}

/// The reason hangs below the field, over the page and what slides over it, so that nothing moves; never
/// over a dialog.
fn problem_ui(ui: &Ui, view: &mut View<'_>, field: Rect, (typed, problem): (&str, &str)) {
    if view.state.dialog.is_some() {
        return;
    }
    let area = egui::Area::new(Id::unique("look up problem"))
        .order(egui::Order::Foreground)
        .fixed_pos(field.left_bottom() + vec2(0.0, 6.0));
    area.show(ui.ctx(), |ui| {
        let frame = Frame::new()
            .fill(view.theme.raised)
            .stroke(egui::Stroke::new(1.0, view.theme.danger))
            .corner_radius(theme::RADIUS_CONTROL)
            .inner_margin(Margin::symmetric(10, 8));
        frame.show(ui, |ui| {
            ui.set_max_width(field.width().max(320.0));
            let text = RichText::new(problem).size(size::CAPTION + 1.0).color(view.theme.danger);
            ui.add(Label::new(text).wrap().sense(Sense::hover()));
            without_blanks_ui(ui, view, typed);
        });
    });
}

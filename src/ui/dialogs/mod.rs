//! What lies over the window. A dialog about something dangerous refuses by default, and a new one
//! never steals a click or a key that was meant for what lay there before.

mod acknowledge;
mod beginning;
mod help;
mod palette;
mod queue;
mod removal;
mod rules;
mod settings;
mod take_on;
mod viewer;

use egui::{Frame, Id, Label, Margin, Modal, RichText, ScrollArea, Ui, UiBuilder, Vec2, vec2};

use crate::i18n::Text;
use crate::model::{Action, Dialog, RemovalDialog, State, Unfit};

use super::keymap::focus::{focus_look_up, look_up_id};
use super::stage::DialogStage;
use super::theme;
use super::view::{ShownDialog, View};
use super::widgets::{followed_ui, paged, primary_button, right_or_wrapped};

/// Clicks this soon after a dialog came up, in seconds, were meant for what lay there before: the
/// second half of a double click, above all.
const STRAY_CLICK: f64 = 0.4;

/// Draws the open dialog.
pub(super) fn dialogs_ui(ui: &mut Ui, view: &mut View<'_>) {
    // Once the page is drawn: a dialog of the frame before would still keep the focus from it.
    if view.state.dialog.is_none()
        && let Some(before) = view.memory.dialog.take().and_then(|shown| shown.focus_before)
    {
        // What the dialog led to may have taken the focus already.
        let now = ui.memory(|memory| memory.focused());
        if now.is_none() || now == view.focused {
            give_back(ui, view.state, before);
        }
    }
    match &view.state.dialog {
        None => {}
        Some(Dialog::Removal(dialog)) => removal::removal_ui(ui, view, dialog),
        Some(Dialog::Viewer(viewer)) => viewer::viewer_ui(ui, view, viewer),
        Some(Dialog::Settings) => settings::settings_ui(ui, view),
        Some(Dialog::Beginning) => beginning::beginning_ui(ui, view),
        Some(Dialog::Keys) => help::keys_ui(ui, view),
        Some(Dialog::Acknowledge(dialog)) => acknowledge::acknowledge_ui(ui, view, dialog),
        Some(Dialog::TakeOn(dialog)) => take_on::take_on_ui(ui, view, dialog),
        Some(Dialog::Palette(palette)) => palette::palette_ui(ui, view, palette),
        Some(Dialog::Queue(dialog)) => queue::queue_ui(ui, view, dialog),
        Some(Dialog::Rules) => rules::rules_ui(ui, view),
    }
}

/// Notes which dialog is on screen since when, and what had the focus before: to be called before the
/// page is drawn, which loses it under a dialog.
pub(super) fn track(ui: &Ui, view: &mut View<'_>) {
    let state = view.state;
    let Some(dialog) = &state.dialog else { return };
    let stage = DialogStage::of(state.session(), dialog);
    let since = ui.input(|input| input.time);
    // Buttons that turn out to take more rows are drawn anew, and are other ones then: in the next pass,
    // or in the next frame where there is none.
    let frame = ui.ctx().cumulative_frame_nr();
    let first_frame = frame + u64::from(ui.ctx().current_pass_index() > 0);
    match &mut view.memory.dialog {
        Some(shown) if shown.stage == stage => shown.is_new = frame <= shown.first_frame,
        Some(shown) => {
            (shown.stage, shown.since) = (stage, since);
            (shown.first_frame, shown.is_new) = (first_frame, true);
        }
        none => {
            // A dialog that comes back from behind the lock lies over what had the focus before it.
            let before_lock = view.memory.before_lock.as_ref().filter(|_| !state.is_locked());
            let focus_before = match before_lock {
                Some(before) => before.or(Some(look_up_id())),
                None => ui.memory(|memory| memory.focused()),
            };
            *none = Some(ShownDialog { stage, since, first_frame, is_new: true, focus_before });
        }
    }
}

/// The number of the customer on screen is selected whole, as it was: what is typed is another one.
fn give_back(ui: &Ui, state: &State, before: Id) {
    let session = state.session().filter(|_| before == look_up_id());
    let shown = session.and_then(|s| Some((s.customer.as_ref()?.number.as_str(), &s.look_up.text)));
    match shown {
        Some((number, text)) if number == text => focus_look_up(ui),
        Some(_) | None => ui.memory_mut(|memory| memory.request_focus(before)),
    }
}

/// Shows a modal and does what it asks for; a click outside and Esc close it. A click that was
/// meant for what lay there before does nothing.
fn show_ui<'a>(
    ui: &Ui,
    view: &mut View<'a>,
    modal: Modal,
    content: impl FnOnce(&mut Ui, &mut View<'a>),
) {
    let before = view.actions.len();
    let response = modal.show(ui.ctx(), |ui| content(ui, view));
    stand_in_the_middle(ui, response.response.rect.size());
    let since = view.memory.dialog.as_ref().map_or(0.0, |shown| shown.since);
    let stray = ui.input(|input| input.pointer.any_click() && input.time - since < STRAY_CLICK);
    if stray {
        let mut index = 0;
        view.actions.retain(|action| {
            index += 1;
            index <= before || action.is_wish()
        });
        return;
    }
    // A removal's proof and receipt are offered there alone: a click beside it is no wish to lose them.
    let holds_result = matches!(view.state.dialog, Some(Dialog::Removal(RemovalDialog::Run(_))));
    let is_beside = response.backdrop_response.clicked();
    if response.should_close() && !(is_beside && holds_result) {
        view.act(Action::CloseTop);
    }
}

/// A dialog is placed by the size that it had in the frame before: of another one it is drawn anew, so
/// that it is not below the window's edge when the window has become larger.
fn stand_in_the_middle(ui: &Ui, size: Vec2) {
    let id = Id::unique("size of the dialog");
    let before = ui.data(|data| data.get_temp::<Vec2>(id));
    if before.is_none_or(|before| (before - size).length() > 0.5) {
        ui.data_mut(|data| data.insert_temp(id, size));
        ui.ctx().request_discard("a dialog of another size");
    }
}

/// A modal of a width.
fn modal_ui<'a>(
    ui: &Ui,
    view: &mut View<'a>,
    name: &str,
    width: f32,
    content: impl FnOnce(&mut Ui, &mut View<'a>),
) {
    let (inner, outer) = (margins(ui).0, margins(ui).1.x);
    let frame = Frame::new()
        .fill(view.theme.raised)
        .stroke(view.theme.line_stroke())
        .corner_radius(theme::RADIUS_PANEL)
        .inner_margin(Margin::same(inner));
    let modal = Modal::new(Id::unique(name)).frame(frame).backdrop_color(view.theme.backdrop);
    let room = ui.ctx().content_rect().width() - 2.0 * (f32::from(inner) + outer);
    show_ui(ui, view, modal, |ui, view| {
        ui.set_width(width.min(room));
        held_ui(ui, room, |ui| content(ui, view));
    });
}

/// Content that makes what it stands in no wider than `room`: a dialog that has grown beyond the
/// window's edges loses both ends of all its rows, not just that of the one that is too long.
fn held_ui(ui: &mut Ui, room: f32, content: impl FnOnce(&mut Ui)) {
    let place = ui.available_rect_before_wrap();
    let mut within = ui.new_child(UiBuilder::new().max_rect(place));
    content(&mut within);
    let used = within.min_rect();
    ui.advance_cursor_after_rect(used.with_max_x(used.max.x.min(place.min.x + room)));
}

/// Within a dialog's frame and around it, in points: less where the window is small, but always enough
/// below the buttons for the line of a notice.
fn margins(ui: &Ui) -> (i8, Vec2) {
    let window = ui.ctx().content_rect().size();
    if window.x < 600.0 || window.y < 420.0 {
        (12, vec2(8.0, 16.0))
    } else {
        (24, vec2(24.0, 24.0))
    }
}

/// Height of one row of a dialog's buttons: room for their focus rings.
const BUTTONS: f32 = 40.0;

fn buttons_height() -> Id {
    Id::unique("height of dialog buttons")
}

/// What a dialog says, above its buttons: in a low window it scrolls, and they stay in view.
fn body_ui(ui: &mut Ui, content: impl FnOnce(&mut Ui)) {
    let (inner, outer) = (margins(ui).0, margins(ui).1.y);
    let buttons = ui.data(|data| data.get_temp(buttons_height())).unwrap_or(BUTTONS);
    let around = 2.0 * (f32::from(inner) + outer) + buttons + 2.0 * theme::space::M;
    let room = (ui.ctx().content_rect().height() - around).max(60.0);
    // What is cut off between two rows shows nowhere but in the bar.
    ui.spacing_mut().scroll.dormant_handle_opacity = 0.6;
    // As wide as the dialog, so that its bar stands at the edge.
    let scroll = ScrollArea::vertical().auto_shrink([false, true]);
    scroll.max_height(room).min_scrolled_height(room).show(ui, |ui| {
        ui.spacing_mut().item_spacing.y = theme::space::M;
        followed_ui(ui, "dialog body", content);
        paged(ui);
    });
    ui.add_space(theme::space::S);
}

/// The row of a dialog's buttons, at the right; where they do not fit, as many rows as they take.
fn buttons_ui(ui: &mut Ui, content: impl FnOnce(&mut Ui)) {
    let height = right_or_wrapped(ui, "dialog buttons", BUTTONS, content);
    let before = ui.data(|data| data.get_temp(buttons_height())).unwrap_or(BUTTONS);
    if (height - before).abs() > 0.5 {
        ui.data_mut(|data| data.insert_temp(buttons_height(), height));
        ui.ctx().request_discard("the buttons of a dialog are measured");
    }
}

/// Closes a dialog that asks nothing; has the focus when it is new.
fn close_ui(ui: &mut Ui, view: &mut View<'_>) {
    let close = primary_button(ui, view, true, &view.t(Text::Close));
    if is_new(view) {
        close.request_focus();
    }
    if close.clicked() {
        view.act(Action::CloseTop);
    }
}

/// Why the journal, or what else is kept, takes no such entry.
fn unfit_ui(ui: &mut Ui, view: &View<'_>, unfit: Option<Unfit>) {
    let text = match unfit {
        None => return,
        Some(Unfit::ReasonIsPassword) => Text::RemoveReasonIsPassword,
        Some(Unfit::OperatorIsPassword) => Text::RemoveOperatorIsPassword,
        Some(Unfit::NoOperator) => Text::RemoveNoOperator,
    };
    ui.add(Label::new(RichText::new(view.t(text)).color(view.theme.danger)).wrap());
}

/// Whether the dialog is drawn for the first time: then its safe button takes the focus.
fn is_new(view: &View<'_>) -> bool {
    view.memory.dialog.as_ref().is_some_and(|shown| shown.is_new)
}

//! The sign-in form.

use egui::style::ScrollAnimation;
use egui::{
    Align, CentralPanel, Frame, Key, Label, Layout, Margin, Response, ScrollArea, Ui, vec2,
};

use crate::i18n::Text;
use crate::model::{
    FieldProblem, SandboxOffer, SettingsAction, SignInAction, SignInField, SignInForm,
};

use crate::ui::format::error_text;
use crate::ui::icons;
use crate::ui::keymap::typing;
use crate::ui::theme::{self, space};
use crate::ui::view::View;
use crate::ui::widgets::{
    Tone, banner_ui, caption, environment_badge_ui, followed_ui, icon_button, language_choice_ui,
    muted, number, password_field_ui, primary_button, quiet_button, text_field_ui,
};

/// Width of the form, in points.
const WIDTH: f32 = 420.0;
/// Room above and below a field that takes the focus, for its name and its problem; in points.
const ROOM: f32 = 24.0;

/// Where the credentials are typed.
pub(in crate::ui) fn sign_in_ui(ui: &mut Ui, view: &mut View<'_>, form: &SignInForm) {
    let ground = Frame::new().fill(view.theme.ground).inner_margin(Margin::same(16));
    CentralPanel::default().frame(ground).show(ui, |ui| {
        ui.with_layout(Layout::right_to_left(Align::Min), |ui| {
            if icon_button(ui, view, icons::SETTINGS, &view.t(Text::Settings)).clicked() {
                view.act(SettingsAction::Open);
            }
            if quiet_button(ui, view, &view.t(Text::Help)).on_hover_text("F1").clicked() {
                view.act(SettingsAction::Beginning);
            }
            ui.with_layout(Layout::left_to_right(Align::Min), |ui| language_choice_ui(ui, view));
        });
        ScrollArea::vertical().auto_shrink(false).show(ui, |ui| {
            followed_ui(ui, "sign in", |ui| page_ui(ui, view, form));
        });
    });
}

/// What scrolls where the window is low.
fn page_ui(ui: &mut Ui, view: &mut View<'_>, form: &SignInForm) {
    let left = ((ui.available_width() - WIDTH) / 2.0).max(0.0);
    ui.horizontal_top(|ui| {
        ui.add_space(left);
        ui.vertical(|ui| {
            ui.set_width(WIDTH.min(ui.available_width()));
            heading_ui(ui, view);
            panel_ui(ui, view, form);
            newcomer_ui(ui, view);
        });
    });
}

fn heading_ui(ui: &mut Ui, view: &View<'_>) {
    ui.add_space(space::M);
    ui.label(number(view.t(Text::AppName)));
    ui.add(Label::new(muted(view, view.t(Text::SignInLead))).wrap());
    ui.add_space(space::M);
}

/// What the fields of signing in and of unlocking stand on.
pub(super) fn form_frame(view: &View<'_>) -> Frame {
    Frame::new()
        .fill(view.theme.surface)
        .stroke(view.theme.line_stroke())
        .corner_radius(theme::RADIUS_PANEL)
        .inner_margin(Margin::same(24))
}

fn panel_ui(ui: &mut Ui, view: &mut View<'_>, form: &SignInForm) {
    form_frame(view).show(ui, |ui| {
        ui.spacing_mut().item_spacing.y = space::M;
        if let Some(error) = &view.state.proxy_trouble {
            let said = error_text::proxy_setting(view.texts, error);
            banner_ui(ui, view, Tone::Error, &said, |_, _| {});
        }
        fields_ui(ui, view, form);
        ui.add_space(space::XS);
        // Enter in a field submits (the field has given its focus away by now); on a button it is
        // that button's own.
        let entered = ui.input(|input| input.key_pressed(Key::Enter))
            && ui.memory(|memory| memory.focused().is_none())
            && view.state.dialog.is_none();
        let clicked = ui
            .vertical_centered_justified(|ui| {
                primary_button(ui, view, true, &view.t(Text::SignInButton)).clicked()
            })
            .inner;
        if clicked || entered {
            // Kept until the session opens: another field may have to be mended first.
            let password = view.memory.password.secret();
            view.act(SignInAction::Submit { password });
        }
        ui.add(Label::new(caption(view, view.t(Text::SignInNote))).wrap());
    });
}

/// From this height of the window on, in points, the form with all of its room is seen whole.
const ROOMY: f32 = 780.0;

/// The fields, from the top.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Row {
    Server,
    Merchant,
    Login,
    Password,
    Customer,
}

impl Row {
    fn of(problem: &FieldProblem) -> Self {
        match problem {
            FieldProblem::Server(_) | FieldProblem::Unreachable => Self::Server,
            FieldProblem::Merchant(_) => Self::Merchant,
            FieldProblem::Login(_) => Self::Login,
            FieldProblem::Password(_) | FieldProblem::Refused => Self::Password,
            FieldProblem::Customer(_) => Self::Customer,
        }
    }

    /// The one to correct, or else the first to fill in.
    fn wanted(form: &SignInForm, has_password: bool) -> Self {
        let wrong = form.problems.first().map(Self::of);
        wrong.unwrap_or(match form {
            SignInForm { server, .. } if server.is_empty() => Self::Server,
            SignInForm { merchant, .. } if merchant.is_empty() => Self::Merchant,
            SignInForm { login, .. } if login.is_empty() => Self::Login,
            _ if !has_password => Self::Password,
            _ => Self::Customer,
        })
    }
}

/// The row that takes the focus in this frame. What is typed while nothing has it is meant for the
/// form as well.
fn focused_row(ui: &Ui, view: &mut View<'_>, form: &SignInForm) -> Option<Row> {
    if view.state.dialog.is_some() {
        return None;
    }
    let nowhere = ui.memory(|memory| memory.focused().is_none());
    if nowhere && typing::postpone_text(ui.ctx(), |_| true) {
        view.memory.form_focused = false;
    }
    let is_first = !std::mem::replace(&mut view.memory.form_focused, true);
    is_first.then(|| Row::wanted(form, !view.memory.password.is_empty()))
}

fn fields_ui(ui: &mut Ui, view: &mut View<'_>, form: &SignInForm) {
    let problem = |view: &View<'_>, row: Row| {
        let found = form.problems.iter().find(|problem| Row::of(problem) == row);
        found.map(|problem| error_text::field_problem(view.texts, problem))
    };
    let focused = focused_row(ui, view, form);
    let focus = |ui: &Ui, response: Response, row: Row| {
        if focused == Some(row) {
            response.request_focus();
            // In a low window it may be out of view, and its problem below it.
            let with_words = response.rect.expand2(vec2(0.0, ROOM));
            ui.scroll_to_rect_animation(with_words, None, ScrollAnimation::none());
        }
    };
    let (label, hint) = (view.t(Text::FieldServer), view.t(Text::FieldServerHint));
    let wrong = problem(view, Row::Server);
    let (response, text) = text_field_ui(ui, view, (&label, &hint), &form.server, wrong.as_deref());
    focus(ui, response, Row::Server);
    edited(view, SignInField::Server, text);
    ui.horizontal_wrapped(|ui| {
        // Its room is there from the beginning, so that nothing below moves while a name is typed; in low
        // windows the way to the sandbox needs it more.
        if ui.ctx().content_rect().height() >= ROOMY {
            ui.set_min_height(ui.spacing().interact_size.y);
        }
        if let Some(environment) = form.environment() {
            environment_badge_ui(ui, view, environment);
            ui.label(caption(view, error_text::environment(view.texts, environment)));
        }
    });
    let (label, hint) = (view.t(Text::FieldMerchant), view.t(Text::FieldMerchantHint));
    let wrong = problem(view, Row::Merchant);
    let (response, text) =
        text_field_ui(ui, view, (&label, &hint), &form.merchant, wrong.as_deref());
    focus(ui, response, Row::Merchant);
    edited(view, SignInField::Merchant, text);
    let label = view.t(Text::FieldLogin);
    let wrong = problem(view, Row::Login);
    let (response, text) = text_field_ui(ui, view, (&label, ""), &form.login, wrong.as_deref());
    focus(ui, response, Row::Login);
    edited(view, SignInField::Login, text);
    let label = view.t(Text::FieldPassword);
    let wrong = problem(view, Row::Password);
    let response = password_field_ui(ui, view, &label, (wrong.as_deref(), true));
    focus(ui, response, Row::Password);
    let (label, hint) = (view.t(Text::FieldCustomer), view.t(Text::FieldCustomerHint));
    let wrong = problem(view, Row::Customer);
    let (response, text) =
        text_field_ui(ui, view, (&label, &hint), &form.customer, wrong.as_deref());
    focus(ui, response, Row::Customer);
    edited(view, SignInField::Customer, text);
}

fn edited(view: &mut View<'_>, field: SignInField, text: Option<String>) {
    if let Some(text) = text {
        view.act(SignInAction::Edit { field, text });
    }
}

/// Leads a newcomer to the sandbox, and to what a merchant asks the gateway's support for.
fn newcomer_ui(ui: &mut Ui, view: &mut View<'_>) {
    ui.add_space(space::M);
    let state = view.state;
    let note = match &state.sandbox {
        SandboxOffer::Absent => None,
        SandboxOffer::OnDemand | SandboxOffer::Running(_) => Some(Text::SignInSandboxNote),
        SandboxOffer::Starting => Some(Text::SignInSandboxStarting),
        SandboxOffer::Failed(reason) => Some(Text::SignInSandboxFailed { reason }),
    };
    ui.horizontal_wrapped(|ui| {
        if note.is_some() && quiet_button(ui, view, &view.t(Text::SignInSandbox)).clicked() {
            view.act(SignInAction::Sandbox);
        }
        if quiet_button(ui, view, &view.t(Text::SignInQuestions)).clicked() {
            view.act(SettingsAction::Beginning);
        }
    });
    if let Some(note) = note {
        let said = ui.add(Label::new(caption(view, view.t(note))).wrap());
        // In a low window it may be out of view, and what comes of it with it.
        if matches!(state.sandbox, SandboxOffer::Starting) {
            said.scroll_to_me(None);
        }
    }
}

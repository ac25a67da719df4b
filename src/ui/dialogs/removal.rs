use egui::{CornerRadius, Frame, Label, Margin, RichText, Sense, TextEdit, Ui, vec2};

use crate::domain::{CustomerNumber, Environment};
use crate::i18n::Text;
use crate::model::{RemovalAction, RemovalDialog, RemovalStage, Session, ToType};

use super::super::theme::{self, CARD_RATIO, size, space};
use super::super::view::View;
use super::super::widgets::{
    Tone, badge_ui, caption, card_face_ui, danger_button, environment_badge_ui, muted,
    quiet_button, strong, title, truncated,
};
use super::removal_result::result_ui;
use super::{body_ui, buttons_ui, is_new, modal_ui};

/// From the question to the outcome.
pub(super) fn removal_ui(ui: &mut Ui, view: &mut View<'_>, dialog: &RemovalDialog) {
    let Some(session) = view.state.session() else { return };
    modal_ui(ui, view, "removal", 520.0, |ui, view| match dialog.stage {
        RemovalStage::Asking => question_ui(ui, view, session, dialog),
        RemovalStage::Confirmed { number } => result_ui(ui, view, session, dialog, number),
    });
}

fn question_ui(ui: &mut Ui, view: &mut View<'_>, session: &Session, dialog: &RemovalDialog) {
    let card = &dialog.card;
    let (brand, digits) = (&card.brand.short(), card.last_four.as_str());
    let environment = session.environment();
    body_ui(ui, |ui| {
        ui.add(Label::new(title(view.t(Text::RemoveTitle { brand, digits }))).wrap());
        summary_ui(ui, view, session, dialog);
        warning_ui(ui, view, Text::RemoveWarning);
        if !card.token.is_sendable() {
            let text = RichText::new(view.t(Text::RemoveTokenUnusable)).color(view.theme.danger);
            ui.add(Label::new(text).wrap());
        }
        if environment == Environment::Production {
            typed_ui(ui, view, dialog);
        }
        if let Some(text) = reason_ui(ui, view, &dialog.reason) {
            view.act(RemovalAction::EditReason(text));
        }
    });
    let may = dialog.may_confirm(environment) && card.token.is_sendable();
    buttons_ui(ui, |ui| {
        let keep = quiet_button(ui, view, &view.t(Text::RemoveKeep));
        let remove = danger_button(ui, view, may, &view.t(Text::RemoveConfirm));
        if is_new(view) {
            keep.request_focus();
        }
        if keep.clicked() {
            view.act(RemovalAction::Cancel);
        }
        if remove.clicked() {
            view.act(RemovalAction::Confirm { token: card.token.clone() });
        }
    });
}

/// The card's picture, and whose it is.
pub(super) fn summary_ui(
    ui: &mut Ui,
    view: &mut View<'_>,
    session: &Session,
    dialog: &RemovalDialog,
) {
    let card = &dialog.card;
    ui.horizontal_top(|ui| {
        let width = (ui.available_width() * 0.4).min(176.0);
        let (rect, _) = ui.allocate_exact_size(vec2(width, width / CARD_RATIO), Sense::hover());
        card_face_ui(ui, view, card, rect);
        ui.add_space(space::S);
        ui.vertical(|ui| {
            ui.spacing_mut().item_spacing.y = 4.0;
            let name = format!("{} ···· {}", card.brand.as_str(), card.last_four.as_str());
            truncated(ui, strong(name));
            if !card.bank.is_empty() {
                ui.add(Label::new(muted(view, card.bank.as_str())).truncate());
            }
            let number = dialog.customer.as_str();
            ui.add(Label::new(view.t(Text::CustomerTitle { number }).into_owned()).truncate());
            let merchant = session.credentials.merchant_id.get().to_string();
            let merchant = view.t(Text::HeaderMerchant { merchant: &merchant });
            ui.add(Label::new(merchant.into_owned()).truncate());
            ui.horizontal(|ui| environment_badge_ui(ui, view, session.environment()));
        });
    });
}

/// What cannot be undone.
pub(super) fn warning_ui(ui: &mut Ui, view: &View<'_>, text: Text<'_>) {
    let frame = Frame::new()
        .fill(view.theme.tint(view.theme.danger))
        .corner_radius(CornerRadius::same(theme::RADIUS_CONTROL))
        .inner_margin(Margin::symmetric(12, 10));
    frame.show(ui, |ui| {
        ui.set_width(ui.available_width());
        ui.add(Label::new(view.t(text).into_owned()).wrap());
    });
}

/// What must be typed before the card may be removed.
fn typed_ui(ui: &mut Ui, view: &mut View<'_>, dialog: &RemovalDialog) {
    let mut text = dialog.typed.clone();
    let (ask, width) = match dialog.to_type() {
        ToType::LastFour(digits) => (Text::RemoveTypeLastFour { digits }, 120.0),
        ToType::Customer(number) => (Text::RemoveTypeCustomer { number }, 280.0),
    };
    let label = ui.add(Label::new(strong(view.t(ask))).wrap());
    let edit = TextEdit::singleline(&mut text)
        .char_limit(2 * CustomerNumber::MAX_CHARS)
        .margin(vec2(10.0, 8.0))
        .desired_width(width);
    if ui.add(edit).labelled_by(label.id).changed() {
        view.act(RemovalAction::EditTyped(text));
    }
}

/// The field of the reason; what it was changed to.
pub(super) fn reason_ui(ui: &mut Ui, view: &View<'_>, reason: &str) -> Option<String> {
    let scope = ui.scope(|ui| {
        ui.spacing_mut().item_spacing.y = 4.0;
        let name = view.t(Text::RemoveReason);
        let label = ui.label(RichText::new(&*name).font(theme::semibold(size::CAPTION + 1.0)));
        let mut text = reason.to_owned();
        let edit = TextEdit::singleline(&mut text)
            .char_limit(200)
            .margin(vec2(10.0, 8.0))
            .desired_width(f32::INFINITY);
        let changed = ui.add(edit).labelled_by(label.id).changed();
        ui.add(Label::new(caption(view, view.t(Text::RemoveReasonNote))).wrap());
        changed.then_some(text)
    });
    scope.inner
}

/// A step of the protocol that is done, under way or to come.
pub(super) fn step_ui(ui: &mut Ui, view: &View<'_>, tone: Tone, text: &str) {
    ui.horizontal(|ui| badge_ui(ui, view, tone, text));
}

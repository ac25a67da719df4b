//! What several pages of the dialog have.

use egui::{CornerRadius, Frame, Label, Margin, RichText, Sense, TextEdit, Ui, vec2};

use crate::domain::{Card, CustomerNumber};
use crate::i18n::{Text, count};
use crate::model::{CardProgress, Question, Session, ToType};
use crate::removal::{Policy, Step};

use super::super::super::format::outcome_words;
use super::super::super::theme::{self, CARD_RATIO, size, space};
use super::super::super::view::View;
use super::super::super::widgets::{
    Tone, badge_ui, caption, card_face_ui, choice_button, environment_badge_ui, line_ui, muted,
    strong, truncated,
};

/// The picture of a card by itself, and whose it is.
pub(super) fn card_ui(
    ui: &mut Ui,
    view: &mut View<'_>,
    session: &Session,
    (customer, card): (&CustomerNumber, &Card),
) {
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
            let number = customer.as_str();
            ui.add(Label::new(view.t(Text::CustomerTitle { number }).into_owned()).truncate());
            let merchant = session.credentials.merchant_id.get().to_string();
            let merchant = view.t(Text::HeaderMerchant { merchant: &merchant });
            ui.add(Label::new(merchant.into_owned()).truncate());
            ui.horizontal(|ui| environment_badge_ui(ui, view, session.environment()));
        });
    });
}

/// Where several cards are removed, and for which merchant.
pub(super) fn where_ui(ui: &mut Ui, view: &View<'_>, session: &Session) {
    ui.horizontal_wrapped(|ui| {
        environment_badge_ui(ui, view, session.environment());
        let merchant = session.credentials.merchant_id.get().to_string();
        ui.label(view.t(Text::HeaderMerchant { merchant: &merchant }).into_owned());
        ui.label(muted(view, session.server.host_and_port()));
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

/// What must be typed before anything may be removed; what it has become.
pub(super) fn typed_ui(ui: &mut Ui, view: &View<'_>, question: &Question) -> Option<String> {
    let mut text = question.typed.clone();
    let (ask, width, limit) = match question.to_type() {
        ToType::LastFour(digits) => (Text::RemoveTypeLastFour { digits }, 120.0, 8),
        ToType::Customer(number) => {
            (Text::RemoveTypeCustomer { number }, 280.0, 2 * CustomerNumber::MAX_CHARS)
        }
        ToType::Count(cards) => (Text::RevokeTypeCount { count: count(cards) }, 80.0, 8),
    };
    let label = ui.add(Label::new(strong(view.t(ask))).wrap());
    let edit = TextEdit::singleline(&mut text).char_limit(limit).return_key(None);
    let edit = edit.margin(vec2(10.0, 8.0)).desired_width(width);
    ui.add(edit).labelled_by(label.id).changed().then_some(text)
}

/// The field of the reason; what it was changed to.
pub(super) fn reason_ui(ui: &mut Ui, view: &View<'_>, reason: &str) -> Option<String> {
    let scope = ui.scope(|ui| {
        ui.spacing_mut().item_spacing.y = 4.0;
        let name = view.t(Text::RemoveReason);
        let label = ui.label(RichText::new(&*name).font(theme::semibold(size::CAPTION + 1.0)));
        let changed = line_ui(ui, label.id, reason, 200);
        ui.add(Label::new(caption(view, view.t(Text::RemoveReasonNote))).wrap());
        changed
    });
    scope.inner
}

/// What to do after a card that is not removed; another choice than before.
pub(super) fn policy_ui(ui: &mut Ui, view: &View<'_>, chosen: Policy) -> Option<Policy> {
    let mut other = None;
    ui.horizontal_wrapped(|ui| {
        ui.label(view.t(Text::RevokePolicy).into_owned());
        for (policy, text) in
            [(Policy::Stop, Text::RevokePolicyStop), (Policy::GoOn, Text::RevokePolicyGoOn)]
        {
            if choice_button(ui, view, policy == chosen, &view.t(text)).clicked() {
                other = Some(policy);
            }
        }
    });
    other
}

/// Where a card among several is.
pub(super) fn progress_ui(ui: &mut Ui, view: &View<'_>, progress: &CardProgress) {
    let (tone, text) = match progress {
        CardProgress::Waiting => {
            ui.label(caption(view, view.t(Text::CardWaiting)));
            return;
        }
        CardProgress::NotBegun => {
            ui.label(caption(view, view.t(Text::CardNotBegun)));
            return;
        }
        CardProgress::Doing(Step::WritingIntent | Step::Sending) => (Tone::Note, Text::Removing),
        CardProgress::Doing(Step::Checking | Step::WritingOutcome) => {
            (Tone::Note, Text::CardChecking)
        }
        CardProgress::Ended(outcome) => outcome_words(outcome.kind()),
    };
    badge_ui(ui, view, tone, &view.t(text));
}

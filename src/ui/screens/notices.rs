use egui::{Align2, Area, Frame, Id, Label, Margin, Order, Ui, vec2};

use crate::i18n::{Text, count};
use crate::model::{
    Action, ExpiredAction, Notice, NoticeKind, Page, RevocationAction, SessionAction,
};
use crate::removal::Outcome;

use super::super::dialogs::whole_tone;
use super::super::error_text::{self, Explained};
use super::super::icons;
use super::super::theme;
use super::super::view::View;
use super::super::widgets::{Tone, icon_button, icon_ui, quiet_button};
use super::open_removals::one_line;
use crate::removal::Whole;

/// Short messages at the lower right; over everything, in the way of nothing.
pub(super) fn notices_ui(ui: &mut Ui, view: &mut View<'_>) {
    let state = view.state;
    let is_shown = |notice: &Notice| !(state.is_locked() && notice.kind.names_a_card());
    let shown = state.notices.iter().enumerate().filter(|(_, notice)| is_shown(notice));
    if shown.clone().next().is_none() {
        return;
    }
    let area = Area::new(Id::unique("notices"))
        .order(Order::Tooltip)
        .anchor(Align2::RIGHT_BOTTOM, vec2(-16.0, -44.0));
    area.show(ui.ctx(), |ui| {
        for (index, notice) in shown {
            let (tone, text) = words(view, &notice.kind);
            let frame = Frame::new()
                .fill(view.theme.raised)
                .stroke(egui::Stroke::new(1.0, tone.colour(view)))
                .corner_radius(theme::RADIUS_CONTROL)
                .inner_margin(Margin::symmetric(12, 8));
            frame.show(ui, |ui| {
                ui.horizontal(|ui| {
                    icon_ui(ui, tone.icon(), 16.0, tone.colour(view));
                    let room = (ui.ctx().content_rect().width() - 180.0).clamp(120.0, 560.0);
                    ui.scope(|ui| {
                        ui.set_max_width(room);
                        ui.add(Label::new(text).wrap());
                    });
                    let show: Option<Action> = match &notice.kind {
                        NoticeKind::RevocationEnded { number, .. } => {
                            Some(RevocationAction::Show(*number).into())
                        }
                        NoticeKind::ExpiredEnded { .. } => Some(ExpiredAction::Show.into()),
                        NoticeKind::BatchEnded { .. } => {
                            Some(SessionAction::Show(Page::Batch).into())
                        }
                        _ => None,
                    };
                    if let Some(show) = show
                        && quiet_button(ui, view, &view.t(Text::NoticeShow)).clicked()
                    {
                        view.act(show);
                        view.act(Action::CloseNotice(index));
                    }
                    if icon_button(ui, view, icons::X, &view.t(Text::Close)).clicked() {
                        view.act(Action::CloseNotice(index));
                    }
                });
            });
        }
    });
}

fn words(view: &View<'_>, kind: &NoticeKind) -> (Tone, String) {
    match kind {
        NoticeKind::TokenCopied => (Tone::Note, view.t(Text::NoticeTokenCopied).into()),
        NoticeKind::Copied => (Tone::Note, view.t(Text::NoticeCopied).into()),
        NoticeKind::PictureCopied => (Tone::Note, view.t(Text::NoticePictureCopied).into()),
        NoticeKind::PictureNotCopied(error) => {
            (Tone::Error, error_text::load_error(view.texts, error).what)
        }
        NoticeKind::RemovalEnded { card, outcome } => {
            let said = error_text::outcome(view.texts, outcome);
            let tone = if outcome.is_absent() { Tone::Ok } else { Tone::Warning };
            (tone, format!("{card}: {}", said.what))
        }
        NoticeKind::RemovalSettled { card, customer, outcome } => {
            let (tone, outcome) = error_text::outcome_code(*outcome);
            let (card, customer) = (one_line(card), one_line(customer));
            let outcome = &*view.t(outcome);
            let said = Text::NoticeSettled { card: &card, customer: &customer, outcome };
            (tone, view.t(said).into())
        }
        NoticeKind::RevocationEnded { customer, whole, .. } => {
            let tone = whole.map_or(Tone::Warning, whole_tone);
            let text = match whole {
                Some(Whole::AllRemoved) => Text::NoticeAllRemoved { number: customer },
                Some(Whole::Done) => Text::NoticeRevoked { number: customer },
                Some(Whole::Partly | Whole::Unverified) | None => {
                    Text::NoticeNotRevoked { number: customer }
                }
            };
            (tone, view.t(text).into())
        }
        NoticeKind::ExpiredEnded { gone, all } => {
            let tone = if gone == all { Tone::Ok } else { Tone::Warning };
            let (done, all) = (count(*gone), count(*all));
            (tone, view.t(Text::ExpiredGone { done, all }).into())
        }
        NoticeKind::BatchEnded { counts: None } => {
            (Tone::Error, view.t(Text::NoticeBatchFailed).into())
        }
        NoticeKind::BatchEnded { counts: Some(counts) } => {
            let tone = match (counts.failed, counts.errors) {
                (0, 0) => Tone::Ok,
                _ => Tone::Warning,
            };
            let (customers, errors) = (count(counts.customers), count(counts.errors));
            let failed = count(counts.failed);
            (tone, view.t(Text::NoticeBatchEnded { customers, errors, failed }).into())
        }
        NoticeKind::RestIsGone { customer } => {
            (Tone::Ok, view.t(Text::NoticeRestGone { number: customer }).into())
        }
        NoticeKind::RestNotProven { customer } => {
            (Tone::Warning, view.t(Text::NoticeRestNotProven { number: customer }).into())
        }
        NoticeKind::Exported { path } => {
            let path = path.display().to_string();
            (Tone::Ok, view.t(Text::NoticeExported { path: &path }).into())
        }
        NoticeKind::ExportFailed(error) => {
            let reason = error.to_string();
            (Tone::Error, view.t(Text::NoticeExportFailed { reason: &reason }).into())
        }
        NoticeKind::SaveFailed(error) => {
            let reason = error.to_string();
            (Tone::Error, view.t(Text::NoticeExportFailed { reason: &reason }).into())
        }
        NoticeKind::ReadFailed(error) => {
            (Tone::Error, in_one(&error_text::read_error(view.texts, error)))
        }
        NoticeKind::AcknowledgementsMerged(merged) => {
            let count = count(*merged);
            (Tone::Ok, view.t(Text::AcknowledgementsMerged { count }).into())
        }
        NoticeKind::Acknowledgements(error) => {
            (Tone::Error, in_one(&error_text::acknowledged_error(view.texts, error)))
        }
        NoticeKind::SettingsNotSaved => {
            (Tone::Warning, view.t(Text::NoticeSettingsNotSaved).into())
        }
        NoticeKind::RemovalStillRunning => {
            (Tone::Warning, view.t(Text::NoticeRemovalRunning).into())
        }
        NoticeKind::EndsAfterRemoval => {
            (Tone::Warning, view.t(Text::NoticeEndsAfterRemoval).into())
        }
        NoticeKind::NotTaken => (Tone::Warning, view.t(Text::NoticeNotTaken).into()),
        NoticeKind::JobLost => (Tone::Error, view.t(Text::NoticeJobLost).into()),
    }
}

/// An error in the few words that a notice has room for.
fn in_one(error: &Explained) -> String {
    let details = error.details.as_ref().map(|details| format!("\n{details}"));
    format!("{} {}{}", error.what, error.meaning, details.unwrap_or_default())
}

/// Whether an outcome is good news.
pub(in crate::ui) fn outcome_tone(outcome: &Outcome) -> Tone {
    match outcome {
        Outcome::RemovedVerified | Outcome::AlreadyGone => Tone::Ok,
        Outcome::StillThere | Outcome::Refused(_) => Tone::Error,
        Outcome::Unverified => Tone::Warning,
        Outcome::NotSent => Tone::Note,
    }
}

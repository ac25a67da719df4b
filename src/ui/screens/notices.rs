use egui::{Align2, Area, Frame, Id, Margin, Order, Ui, vec2};

use crate::i18n::{Text, count};
use crate::model::{Action, ExpiredAction, Notice, NoticeKind, RevocationAction};
use crate::removal::Outcome;

use super::super::dialogs::whole_tone;
use super::super::error_text;
use super::super::icons;
use super::super::theme;
use super::super::view::View;
use super::super::widgets::{Tone, icon_button, icon_text, quiet_button};
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
                    ui.label(icon_text(tone.icon(), 16.0, tone.colour(view)));
                    ui.label(text);
                    let show: Option<Action> = match &notice.kind {
                        NoticeKind::RevocationEnded { number, .. } => {
                            Some(RevocationAction::Show(*number).into())
                        }
                        NoticeKind::ExpiredEnded { .. } => Some(ExpiredAction::Show.into()),
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
        NoticeKind::RestIsGone { customer } => {
            (Tone::Ok, view.t(Text::NoticeRestGone { number: customer }).into())
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
        NoticeKind::AcknowledgementsMerged(merged) => {
            let count = count(*merged);
            (Tone::Ok, view.t(Text::AcknowledgementsMerged { count }).into())
        }
        NoticeKind::Acknowledgements(error) => (Tone::Error, error.to_string()),
        NoticeKind::SettingsNotSaved => {
            (Tone::Warning, view.t(Text::NoticeSettingsNotSaved).into())
        }
        NoticeKind::RemovalStillRunning => {
            (Tone::Warning, view.t(Text::NoticeRemovalRunning).into())
        }
        NoticeKind::NotTaken => (Tone::Warning, view.t(Text::NoticeNotTaken).into()),
        NoticeKind::JobLost => (Tone::Error, view.t(Text::NoticeJobLost).into()),
    }
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

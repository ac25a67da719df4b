//! Notices: one line, the newest first.

use egui::accesskit::Live;
use egui::{
    Align, Area, Button, FontId, Frame, Id, Label, Layout, Margin, Order, Panel, Response,
    RichText, Ui, pos2, vec2,
};

use crate::i18n::{Text, count};
use crate::model::{
    Action, NotAcknowledged, Notice, NoticeKind, Page, RemovalAction, RemovalEnd, SessionAction,
};
use crate::removal::Summary;

use crate::ui::format::error_text::{self, Explained};
use crate::ui::format::{one_line, outcome_words, summary_tone};
use crate::ui::theme::{self, size, space};
use crate::ui::view::View;
use crate::ui::widgets::{Tone, focus_ring, icon_ui};
use crate::words::{accept_error, journal_error, stored};

/// Height of the line that a notice stands in, in points.
pub(super) const LINE: f32 = 24.0;
/// Around a notice, in points.
const MARGIN: Margin = Margin::symmetric(8, 1);
/// Room for its sign and the gap behind, in points.
const SIGN: f32 = 22.0;

/// Whether there is a notice to show. Behind the lock none names a card.
pub(super) fn has_any(view: &View<'_>) -> bool {
    newest(view).is_some()
}

fn newest<'a>(view: &View<'a>) -> Option<(usize, &'a Notice)> {
    let state = view.state;
    let is_shown = |notice: &Notice| !(state.is_locked() && notice.kind.names_a_card());
    state.notices.iter().enumerate().rfind(|(_, notice)| is_shown(notice))
}

/// The newest notice at the right end of a row; when it goes, the one before shows again.
pub(super) fn line_ui(ui: &mut Ui, view: &mut View<'_>) {
    // It stands over a dialog then, and would show through from beneath.
    if view.state.dialog.is_some() {
        return;
    }
    if let Some((index, notice)) = newest(view) {
        ui.spacing_mut().item_spacing.x = space::S;
        let show = show_action(&notice.kind);
        let tools = show.iter().map(|_| Text::NoticeShow).chain([Text::Close]);
        let widths = tools.map(|text| tool_width(ui, view, text));
        let width: f32 = widths.map(|width| width + space::S).sum();
        notice_ui(ui, view, notice, width, |ui, view| {
            if let Some(show) = show
                && tool(ui, view, &view.t(Text::NoticeShow)).clicked()
            {
                view.act(show);
                view.act(Action::CloseNotice(index));
            }
            if tool(ui, view, &view.t(Text::Close)).clicked() {
                view.act(Action::CloseNotice(index));
            }
        });
    }
}

/// Where there is no line at the bottom, the notice has one of its own.
pub(in crate::ui) fn panel_ui(ui: &mut Ui, view: &mut View<'_>) {
    if !has_any(view) {
        // As many as the panel takes: fields below it would be other ones, and lose the focus, when a
        // notice comes or goes.
        ui.skip_ahead_auto_ids(1);
        return;
    }
    let frame = Frame::new().fill(view.theme.surface).inner_margin(Margin::symmetric(16, 4));
    Panel::bottom("notices").frame(frame).show(ui, |ui| {
        ui.horizontal(|ui| {
            ui.set_row_height(LINE);
            line_ui(ui, view);
        });
    });
}

/// Over a dialog the notice is to be read alone, at the same place: the dialog keeps clicks and keys.
pub(in crate::ui) fn over_dialog_ui(ui: &Ui, view: &mut View<'_>) {
    let Some((_, notice)) = newest(view).filter(|_| view.state.dialog.is_some()) else { return };
    let window = ui.ctx().content_rect();
    let area = Area::new(Id::unique("notice over dialog"))
        .order(Order::Tooltip)
        .interactable(false)
        .fixed_pos(pos2(window.left() + 16.0, window.bottom() - LINE - 4.0));
    area.show(ui.ctx(), |ui| {
        ui.set_width(window.width() - 32.0);
        // A row is as high as a button otherwise.
        ui.spacing_mut().interact_size.y = LINE;
        ui.horizontal(|ui| {
            ui.set_row_height(LINE);
            notice_ui(ui, view, notice, 0.0, |_, _| {});
        });
    });
}

/// One line at the right; its text is cut where it does not fit.
fn notice_ui<'a>(
    ui: &mut Ui,
    view: &mut View<'a>,
    notice: &Notice,
    tools: f32,
    content: impl FnOnce(&mut Ui, &mut View<'a>),
) {
    let (tone, text) = words(view, &notice.kind);
    let around = f32::from(MARGIN.left) + f32::from(MARGIN.right) + SIGN + tools;
    let font = FontId::proportional(size::BODY);
    let whole = ui.painter().layout_no_wrap(text.clone(), font, view.theme.text).size().x.ceil();
    let room = (whole + 1.0).min((ui.available_width() - around - space::S).max(40.0));
    ui.add_space((ui.available_width() - around - room).max(0.0));
    let frame = Frame::new()
        .fill(view.theme.tint(tone.colour(view)))
        .corner_radius(theme::RADIUS_CONTROL)
        .inner_margin(MARGIN);
    frame.show(ui, |ui| {
        ui.spacing_mut().item_spacing.x = space::S;
        icon_ui(ui, tone.icon(), 14.0, tone.colour(view));
        let layout = Layout::left_to_right(Align::Center);
        let said = ui.allocate_ui_with_layout(vec2(room, LINE - 2.0), layout, |ui| {
            ui.set_max_width(room);
            ui.add(Label::new(text.as_str()).truncate())
        });
        let id = said.inner.id;
        ui.ctx().accesskit_node_builder(id, |node| node.set_live(Live::Polite));
        content(ui, view);
    });
}

/// Where a notice leads.
fn show_action(kind: &NoticeKind) -> Option<Action> {
    match kind {
        NoticeKind::RemovalEnded { number, .. } => Some(RemovalAction::Show(*number).into()),
        NoticeKind::BatchEnded { .. } => Some(SessionAction::Show(Page::Batch).into()),
        _ => None,
    }
}

/// A button that fits into the line.
fn tool(ui: &mut Ui, view: &View<'_>, text: &str) -> Response {
    let words = RichText::new(text).size(size::CAPTION);
    let response = ui.add(Button::new(words).min_size(vec2(0.0, LINE - 2.0)));
    focus_ring(ui, view, response)
}

fn tool_width(ui: &Ui, view: &View<'_>, text: Text<'_>) -> f32 {
    let font = FontId::proportional(size::CAPTION);
    let words = ui.painter().layout_no_wrap(view.t(text).into_owned(), font, view.theme.text);
    words.size().x.ceil() + 2.0 * ui.spacing().button_padding.x
}

fn words(view: &View<'_>, kind: &NoticeKind) -> (Tone, String) {
    match kind {
        NoticeKind::TokenCopied => (Tone::Note, view.t(Text::NoticeTokenCopied).into()),
        NoticeKind::Copied => (Tone::Note, view.t(Text::NoticeCopied).into()),
        NoticeKind::PictureCopied => (Tone::Note, view.t(Text::NoticePictureCopied).into()),
        NoticeKind::PictureNotCopied(error) => {
            (Tone::Error, error_text::load_error(view.texts, error).what)
        }
        NoticeKind::RemovalEnded { end, .. } => end_words(view, end),
        NoticeKind::RemovalSettled { card, customer, outcome } => {
            let (tone, outcome) = outcome_words(*outcome);
            let (card, customer) = (one_line(card), one_line(customer));
            let outcome = &*view.t(outcome);
            let said = Text::NoticeSettled { card: &card, customer: &customer, outcome };
            (tone, view.t(said).into())
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
            let reason = journal_error(view.texts, error);
            (Tone::Error, view.t(Text::NoticeExportFailed { reason: &reason }).into())
        }
        NoticeKind::SaveFailed(error) => {
            let reason = stored(view.texts, error);
            (Tone::Error, view.t(Text::NoticeExportFailed { reason: &reason }).into())
        }
        NoticeKind::ReadFailed(error) => {
            (Tone::Error, in_one(&error_text::read_error(view.texts, error)))
        }
        NoticeKind::AcknowledgementsMerged(merged) => {
            let count = count(*merged);
            (Tone::Ok, view.t(Text::AcknowledgementsMerged { count }).into())
        }
        NoticeKind::NotAcknowledged(why) => (Tone::Note, view.t(not_acknowledged(*why)).into()),
        NoticeKind::NoFinding { are_coming } => {
            let text = if *are_coming { Text::NoFindingYet } else { Text::NoFinding };
            (Tone::Note, view.t(text).into())
        }
        NoticeKind::Acknowledgements(error) => {
            (Tone::Error, in_one(&error_text::acknowledged_error(view.texts, error)))
        }
        NoticeKind::SettingsNotSaved(error) => {
            let reason = stored(view.texts, error);
            (Tone::Warning, view.t(Text::NoticeSettingsNotSaved { reason: &reason }).into())
        }
        NoticeKind::RemovalStillRunning => {
            (Tone::Warning, view.t(Text::NoticeRemovalRunning).into())
        }
        NoticeKind::RemovalLeft => (Tone::Warning, view.t(Text::NoticeRemovalLeft).into()),
        NoticeKind::PasswordInList => (Tone::Warning, view.t(Text::NoticePasswordInList).into()),
        NoticeKind::TooManyWrongPasswords => {
            (Tone::Warning, view.t(Text::NoticeTooManyWrong).into())
        }
        NoticeKind::BatchLeft { done, all } => {
            let (done, all) = (count(*done), count(*all));
            (Tone::Note, view.t(Text::NoticeBatchLeft { done, all }).into())
        }
        NoticeKind::EndsAfterRemoval => {
            (Tone::Warning, view.t(Text::NoticeEndsAfterRemoval).into())
        }
        NoticeKind::TakenOn(line) => {
            (Tone::Ok, view.t(Text::NoticeTakenOn { line: count(*line) }).into())
        }
        NoticeKind::NotTakenOn(error) => (Tone::Error, accept_error(view.texts, error)),
        NoticeKind::NotTaken => (Tone::Warning, view.t(Text::NoticeNotTaken).into()),
        NoticeKind::JobLost => (Tone::Error, view.t(Text::NoticeJobLost).into()),
    }
}

/// Why nothing was acknowledged.
fn not_acknowledged(why: NotAcknowledged) -> Text<'static> {
    match why {
        NotAcknowledged::NoneChosen => Text::NotAcknowledgedNone,
        NotAcknowledged::OfNoFile => Text::NotAcknowledgedNoFile,
        NotAcknowledged::Unread => Text::NotAcknowledgedUnread,
        NotAcknowledged::Already => Text::NotAcknowledgedAlready,
    }
}

/// How a removal ended.
fn end_words(view: &View<'_>, end: &RemovalEnd) -> (Tone, String) {
    match end {
        RemovalEnd::Card { card, outcome } => {
            let said = error_text::outcome(view.texts, outcome);
            let tone = if outcome.is_absent() { Tone::Ok } else { Tone::Warning };
            (tone, format!("{card}: {}", said.what))
        }
        RemovalEnd::Customer { customer: number, summary } => {
            let tone = summary.map_or(Tone::Warning, summary_tone);
            let text = match summary {
                Some(Summary::AllRemoved) => Text::NoticeAllRemoved { number },
                Some(Summary::Done) => Text::NoticeRevoked { number },
                Some(Summary::Partly | Summary::Unverified) | None => {
                    Text::NoticeNotRevoked { number }
                }
            };
            (tone, view.t(text).into())
        }
        RemovalEnd::Queue { gone, all } => {
            let tone = if gone == all { Tone::Ok } else { Tone::Warning };
            let (done, all) = (count(*gone), count(*all));
            (tone, view.t(Text::ExpiredGone { done, all }).into())
        }
    }
}

/// An error in the few words that a notice has room for.
fn in_one(error: &Explained) -> String {
    let details = error.details.as_ref().map(|details| format!("\n{details}"));
    format!("{} {}{}", error.what, error.meaning, details.unwrap_or_default())
}

//! The expired cards of every customer of the queue: a table first, then the question, the progress
//! and the result, all over the same table.

use egui::{Label, RichText, Ui};

use crate::domain::{Card, Environment};
use crate::i18n::{Text, count};
use crate::journal::copied_row;
use crate::model::{Action, CardAction, ExpiredAction, ExpiredCards, ExpiredOf, Session};
use crate::removal::{CardSnapshot, card_name, ticket_table};

use super::super::screens::expiry_text;
use super::super::theme::space;
use super::super::view::View;
use super::super::widgets::{
    Tone, badge_ui, bar_ui, caption, danger_button, muted, quiet_button, title, truncated,
};
use super::removal::{reason_ui, warning_ui};
use super::revocation::{cards_ui, count_ui, policy_ui, whose_ui};
use super::revocation_result::progress_ui;
use super::{body_ui, buttons_ui, is_new, modal_ui};

/// Height of the window that everything around the table takes, in points.
const AROUND_TABLE: f32 = 520.0;
/// In less room than this, in points, whose card it is stands above what becomes of it.
const BESIDE: f32 = 280.0;
/// Customers that could not be read, by number; more are counted.
const FAILED: usize = 12;

/// A card of the table.
type Row<'a> = (&'a ExpiredOf, usize, &'a Card);

pub(super) fn expired_ui(ui: &mut Ui, view: &mut View<'_>) {
    let Some(session) = view.state.session() else { return };
    let Some(expired) = &session.expired else { return };
    let rows: Vec<Row<'_>> = expired.found().collect();
    modal_ui(ui, view, "expired", 680.0, |ui, view| {
        ui.spacing_mut().item_spacing.y = space::M;
        body_ui(ui, |ui| {
            ui.add(Label::new(title(view.t(Text::ExpiredTitle))).wrap());
            whose_ui(ui, view, session);
            said_ui(ui, view, session, expired, &rows);
            table_ui(ui, view, session, &rows);
            failed_ui(ui, view, expired);
            if !expired.confirmed && !expired.is_finding() && !rows.is_empty() {
                question_ui(ui, view, session, expired, count(rows.len()));
            }
        });
        buttons_ui(ui, |ui| match expired.confirmed {
            false => ask_ui(ui, view, session, expired, &rows),
            true => end_ui(ui, view, session, &rows),
        });
    });
}

/// How far it is, or what came of it.
fn said_ui(
    ui: &mut Ui,
    view: &View<'_>,
    session: &Session,
    expired: &ExpiredCards,
    rows: &[Row<'_>],
) {
    let cards = count(rows.len());
    let text = if expired.is_finding() {
        let (done, all) = (expired.asked(), expired.customers.len());
        let said = view.t(Text::ExpiredFinding { done: count(done), all: count(all) });
        bar_ui(ui, view, done as f32 / all.max(1) as f32, 6.0, &said);
        said
    } else if rows.is_empty() {
        view.t(Text::ExpiredNone)
    } else if !expired.confirmed {
        let with = |of: &&ExpiredOf| of.cards.value().is_some_and(|cards| !cards.is_empty());
        let customers = count(expired.customers.iter().filter(with).count());
        view.t(Text::ExpiredFound { cards, customers })
    } else {
        let done = count(session.expired_gone());
        view.t(Text::ExpiredGone { done, all: cards })
    };
    ui.add(Label::new(text).wrap());
    if session.is_removing_expired() && expired.stopping {
        ui.label(view.t(Text::RevokingStopping).into_owned());
    }
}

fn table_ui(ui: &mut Ui, view: &mut View<'_>, session: &Session, rows: &[Row<'_>]) {
    let cards: Vec<&Card> = rows.iter().map(|(.., card)| *card).collect();
    cards_ui(ui, view, &cards, AROUND_TABLE, |ui, view, card, index| {
        let Some((of, place, _)) = rows.get(index) else { return };
        let number = of.number.as_str();
        let content = |ui: &mut Ui| {
            truncated(ui, RichText::new(view.t(Text::CustomerTitle { number })));
            state_ui(ui, view, session, (of, *place, card));
        };
        if ui.available_width() < BESIDE {
            ui.vertical(content);
        } else {
            content(ui);
        }
    });
}

/// When the card expired, and once it is to be removed what becomes of it.
fn state_ui(
    ui: &mut Ui,
    view: &View<'_>,
    session: &Session,
    (of, place, card): (&ExpiredOf, usize, &Card),
) {
    match session.expired_run(of).and_then(|run| run.at(place)) {
        Some(progress) => progress_ui(ui, view, &progress),
        None if session.expired.as_ref().is_some_and(|expired| expired.confirmed) => {
            let text = match session.is_removing_expired() {
                true => Text::CardWaiting,
                false => Text::CardNotBegun,
            };
            ui.label(caption(view, view.t(text)));
        }
        None => {
            ui.label(muted(view, expiry_text(view, card)));
        }
    }
}

/// Customers of whom nothing is known, and so nothing is removed.
fn failed_ui(ui: &mut Ui, view: &mut View<'_>, expired: &ExpiredCards) {
    let failed: Vec<&str> = expired.failed().map(|of| of.number.as_str()).collect();
    if failed.is_empty() {
        return;
    }
    let numbers = failed.iter().copied().take(FAILED).collect::<Vec<_>>().join(", ");
    let said = view.t(Text::ExpiredFailed { count: count(failed.len()), numbers: &numbers });
    ui.horizontal_wrapped(|ui| {
        badge_ui(ui, view, Tone::Warning, &said);
        if !expired.confirmed
            && !expired.is_finding()
            && quiet_button(ui, view, &view.t(Text::ExpiredAgain)).clicked()
        {
            view.act(ExpiredAction::Again);
        }
    });
}

fn question_ui(
    ui: &mut Ui,
    view: &mut View<'_>,
    session: &Session,
    expired: &ExpiredCards,
    count: i64,
) {
    warning_ui(ui, view, Text::RevokeWarning);
    if let Some(policy) = policy_ui(ui, view, expired.policy) {
        view.act(ExpiredAction::Policy(policy));
    }
    if session.environment() == Environment::Production
        && let Some(text) = count_ui(ui, view, &expired.typed_count, count)
    {
        view.act(ExpiredAction::EditCount(text));
    }
    if let Some(text) = reason_ui(ui, view, &expired.reason) {
        view.act(ExpiredAction::EditReason(text));
    }
}

fn ask_ui(
    ui: &mut Ui,
    view: &mut View<'_>,
    session: &Session,
    expired: &ExpiredCards,
    rows: &[Row<'_>],
) {
    // There from the beginning: a button that comes would take the focus of the one beside it.
    ui.add_enabled_ui(!rows.is_empty(), |ui| {
        if quiet_button(ui, view, &view.t(Text::CopyTable)).clicked() {
            view.act(CardAction::CopyText(dry_table(view, rows)));
        }
    });
    let keep = quiet_button(ui, view, &view.t(Text::RevokeKeep));
    if is_new(view) {
        keep.request_focus();
    }
    if keep.clicked() {
        view.act(Action::CloseTop);
    }
    let may = expired.may_confirm(session.environment());
    let text = view.t(Text::RevokeConfirm { count: count(rows.len()) });
    if danger_button(ui, view, may, &text).clicked() {
        let tokens = rows.iter().map(|(.., card)| card.token.clone()).collect();
        view.act(ExpiredAction::Confirm { tokens });
    }
}

fn end_ui(ui: &mut Ui, view: &mut View<'_>, session: &Session, rows: &[Row<'_>]) {
    let is_running = session.is_removing_expired();
    let stopping = session.expired.as_ref().is_some_and(|expired| expired.stopping);
    if is_running && !stopping && quiet_button(ui, view, &view.t(Text::RevokingStop)).clicked() {
        view.act(ExpiredAction::Stop);
    }
    if !is_running {
        if quiet_button(ui, view, &view.t(Text::CopyTable)).clicked() {
            view.act(CardAction::CopyText(end_table(view, session, rows)));
        }
        if quiet_button(ui, view, &view.t(Text::ExpiredReceipts)).clicked() {
            view.act(ExpiredAction::SaveReceipts);
        }
    }
    let text = if is_running { Text::RemovingHide } else { Text::Close };
    let close = quiet_button(ui, view, &view.t(text));
    if is_new(view) {
        close.request_focus();
    }
    if close.clicked() {
        view.act(Action::CloseTop);
    }
}

/// What would be removed, its columns apart by tabs.
fn dry_table(view: &View<'_>, rows: &[Row<'_>]) -> String {
    let head = [Text::QueueCustomer, Text::ReceiptCard, Text::ReceiptExpires];
    let mut lines = vec![copied_row(head.map(|column| view.t(column)).iter().map(|name| &**name))];
    lines.extend(rows.iter().map(|(of, _, card)| {
        let name = card_name(&CardSnapshot::from(*card));
        copied_row([of.number.as_str(), &name, &card.expiry_text])
    }));
    lines.join("\n")
}

/// What came of it: the table of each customer, and who was not begun.
fn end_table(view: &View<'_>, session: &Session, rows: &[Row<'_>]) -> String {
    let reports = session.expired_runs().filter_map(|run| run.result.as_ref()?.as_ref().ok());
    let mut parts: Vec<String> = reports.map(|report| ticket_table(report, view.texts)).collect();
    let not_begun: Vec<Row<'_>> =
        rows.iter().filter(|(of, ..)| session.expired_run(of).is_none()).copied().collect();
    if !not_begun.is_empty() {
        parts.push(format!("{}\n{}", view.t(Text::CardNotBegun), dry_table(view, &not_begun)));
    }
    parts.join("\n\n")
}

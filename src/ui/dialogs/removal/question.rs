//! Before anything is removed: what will be, what it means, and what must be typed. The expired cards of
//! the queue's customers are looked for first.

use egui::{Label, RichText, Ui};

use crate::domain::{Card, CustomerNumber, Environment};
use crate::i18n::{Text, count};
use crate::journal::copied_row;
use crate::model::{CardAction, Extent, JournalAction, Question, RemovalAction, Session};
use crate::removal::{CardSnapshot, card_name};

use super::super::super::format::expiry_text;
use super::super::super::view::View;
use super::super::super::widgets::{Tone, badge_ui, bar_ui, danger_button, muted, quiet_button};
use super::super::{body_ui, buttons_ui, is_new, unfit_ui};
use super::cards::{Row, cards_ui};
use super::parts::{card_ui, policy_ui, reason_ui, typed_ui, warning_ui, where_ui};
use super::title_ui;

/// Height of the window that everything around the list of cards takes, in points.
const AROUND_LIST: f32 = 520.0;
/// Customers that could not be read, by number; more are counted.
const FAILED: usize = 12;

pub(super) fn question_ui(
    ui: &mut Ui,
    view: &mut View<'_>,
    session: &Session,
    question: &Question,
) {
    body_ui(ui, |ui| {
        match (question.extent, question.cards().next()) {
            (Extent::Card, Some((customer, card))) => {
                let (brand, digits) = (&card.brand.short(), card.last_four.as_str());
                title_ui(ui, view, Text::RemoveTitle { brand, digits });
                card_ui(ui, view, session, (customer, card));
            }
            (Extent::Card, None) => {}
            (Extent::Customer | Extent::Queue, _) => several_ui(ui, view, session, question),
        }
        if let Some(line) = view.state.broken_line() {
            broken_ui(ui, view, line);
        }
        let is_ready = !question.is_finding() && question.cards().next().is_some();
        if is_ready {
            means_ui(ui, view, session, question);
        }
    });
    buttons_ui(ui, |ui| answers_ui(ui, view, session, question));
}

/// Which cards, and of whom.
fn several_ui(ui: &mut Ui, view: &mut View<'_>, session: &Session, question: &Question) {
    let cards: Vec<_> = question.cards().collect();
    match question.extent {
        Extent::Queue => title_ui(ui, view, Text::ExpiredTitle),
        Extent::Card | Extent::Customer => {
            let number = cards.first().map_or("", |(number, _)| number.as_str());
            title_ui(ui, view, Text::RevokeTitle { count: count(cards.len()), number });
        }
    }
    where_ui(ui, view, session);
    let of_queue = question.extent == Extent::Queue;
    if of_queue {
        found_ui(ui, view, question, cards.len());
    }
    let rows: Vec<Row<'_>> =
        cards.iter().map(|(number, card)| (Some(*number).filter(|_| of_queue), *card)).collect();
    cards_ui(ui, view, &rows, AROUND_LIST, |ui, view, index| {
        if let Some((_, card)) = rows.get(index) {
            ui.label(muted(view, expiry_text(view, card)));
        }
    });
    failed_ui(ui, view, question);
}

/// How far the search is, or what it found.
fn found_ui(ui: &mut Ui, view: &View<'_>, question: &Question, cards: usize) {
    let text = if question.is_finding() {
        let (done, all) = (question.answered(), question.customers.len());
        let said = view.t(Text::ExpiredFinding { done: count(done), all: count(all) });
        bar_ui(ui, view, done as f32 / all.max(1) as f32, 6.0, &said);
        said
    } else if cards == 0 {
        view.t(Text::ExpiredNone)
    } else {
        let with = question.customers.iter().filter(|of| !of.cards().is_empty());
        view.t(Text::ExpiredFound { cards: count(cards), customers: count(with.count()) })
    };
    ui.add(Label::new(text).wrap());
}

/// Customers of whom nothing is known, and so nothing is removed.
fn failed_ui(ui: &mut Ui, view: &mut View<'_>, question: &Question) {
    let failed: Vec<&str> = question.failed().map(|of| of.number.as_str()).collect();
    if failed.is_empty() {
        return;
    }
    let numbers = failed.iter().copied().take(FAILED).collect::<Vec<_>>().join(", ");
    let said = view.t(Text::ExpiredFailed { count: count(failed.len()), numbers: &numbers });
    ui.horizontal_wrapped(|ui| {
        badge_ui(ui, view, Tone::Warning, &said);
        if !question.is_finding() && quiet_button(ui, view, &view.t(Text::ExpiredAgain)).clicked() {
            view.act(RemovalAction::FindAgain);
        }
    });
}

/// What it means, and what is to be said for it.
fn means_ui(ui: &mut Ui, view: &mut View<'_>, session: &Session, question: &Question) {
    let odd = question.cards().filter(|(_, card)| !card.token.is_sendable()).count();
    if question.extent == Extent::Card {
        warning_ui(ui, view, Text::RemoveWarning);
        if odd > 0 {
            red_ui(ui, view, Text::RemoveTokenUnusable);
        }
    } else {
        if odd > 0 {
            red_ui(ui, view, Text::RevokeUnsendable { count: count(odd) });
        }
        warning_ui(ui, view, Text::RevokeWarning);
        if let Some(policy) = policy_ui(ui, view, question.policy) {
            view.act(RemovalAction::Policy(policy));
        }
    }
    if session.environment() == Environment::Production
        && let Some(text) = typed_ui(ui, view, question)
    {
        view.act(RemovalAction::EditTyped(text));
    }
    if let Some(text) = reason_ui(ui, view, &question.reason) {
        view.act(RemovalAction::EditReason(text));
    }
    let unfit = view.state.unfit(session, &question.reason);
    unfit_ui(ui, view, unfit);
}

/// Why nothing can be confirmed, and the way on.
fn broken_ui(ui: &mut Ui, view: &mut View<'_>, line: u64) {
    let line = count(line);
    let broken = view.t(Text::ChainBroken { line });
    let said = format!("{broken}. {}", view.t(Text::ChainBrokenStops));
    ui.add(Label::new(RichText::new(said).color(view.theme.danger)).wrap());
    if quiet_button(ui, view, &view.t(Text::TakeOnAsk { line })).clicked() {
        let Some(line) = view.state.broken_line() else { return };
        view.act(JournalAction::AskTakeOn { line });
    }
}

fn red_ui(ui: &mut Ui, view: &View<'_>, text: Text<'_>) {
    ui.add(Label::new(RichText::new(view.t(text)).color(view.theme.danger)).wrap());
}

/// The safe answer has the focus.
fn answers_ui(ui: &mut Ui, view: &mut View<'_>, session: &Session, question: &Question) {
    let cards = question.cards().count();
    let (keep, confirm) = match question.extent {
        Extent::Card => (Text::RemoveKeep, Text::RemoveConfirm),
        Extent::Customer | Extent::Queue => {
            (Text::RevokeKeep, Text::RevokeConfirm { count: count(cards) })
        }
    };
    if question.extent == Extent::Queue {
        // There from the beginning: a button that comes would take the focus of the one beside it.
        ui.add_enabled_ui(cards > 0, |ui| {
            if quiet_button(ui, view, &view.t(Text::CopyTable)).clicked() {
                view.act(CardAction::CopyText(dry_table(view, question.cards())));
            }
        });
    }
    let keep = quiet_button(ui, view, &view.t(keep));
    let may = question.may_confirm(session.environment())
        && view.state.broken_line().is_none()
        && view.state.unfit(session, &question.reason).is_none();
    let confirm = danger_button(ui, view, may, &view.t(confirm));
    if is_new(view) {
        keep.request_focus();
    }
    if keep.clicked() {
        view.act(RemovalAction::Cancel);
    }
    if confirm.clicked() {
        view.act(RemovalAction::Confirm { tokens: question.tokens() });
    }
}

/// What would be removed, its columns apart by tabs.
pub(super) fn dry_table<'a>(
    view: &View<'_>,
    cards: impl Iterator<Item = (&'a CustomerNumber, &'a Card)>,
) -> String {
    let head = [Text::QueueCustomer, Text::ReceiptCard, Text::ReceiptExpires];
    let mut lines = vec![copied_row(head.map(|column| view.t(column)).iter().map(|name| &**name))];
    lines.extend(cards.map(|(customer, card)| {
        let name = card_name(&CardSnapshot::from(card));
        copied_row([customer.as_str(), &name, &card.expiry_text])
    }));
    lines.join("\n")
}

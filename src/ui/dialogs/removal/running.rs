//! While cards are being removed: what is done now, and that it may be hidden.

use egui::{Label, Ui};

use crate::i18n::{Text, count};
use crate::model::{CardProgress, Extent, RemovalAction, RemovalRun, RunCard, Session};
use crate::removal::Step;

use super::super::super::view::View;
use super::super::super::widgets::{Tone, badge_ui, caption, quiet_button};
use super::super::{body_ui, buttons_ui};
use super::cards::{Row, cards_ui};
use super::parts::{card_ui, progress_ui, where_ui};
use super::title_ui;

/// Height of the window that everything around the list of cards takes, in points.
const AROUND_LIST: f32 = 340.0;

pub(super) fn running_ui(ui: &mut Ui, view: &mut View<'_>, session: &Session, run: &RemovalRun) {
    body_ui(ui, |ui| match (run.extent, run.cards().next()) {
        (_, None) => {}
        (Extent::Card, Some((of, card))) => {
            let (brand, digits) = (&card.card.brand.short(), card.card.last_four.as_str());
            title_ui(ui, view, Text::RemovingTitle { brand, digits });
            card_ui(ui, view, session, (&of.number, &card.card));
            steps_ui(ui, view, card);
            ui.add(Label::new(caption(view, view.t(Text::RemovingNote))).wrap());
        }
        (Extent::Customer, Some((of, _))) => {
            title_ui(ui, view, Text::RevokingTitle { number: of.number.as_str() });
            progress_of_ui(ui, view, run);
            rows_ui(ui, view, run);
            ui.add(Label::new(caption(view, view.t(Text::RevokingNote))).wrap());
        }
        (Extent::Queue, Some(_)) => {
            title_ui(ui, view, Text::ExpiredTitle);
            where_ui(ui, view, session);
            gone_ui(ui, view, run);
            if run.stopping {
                ui.label(view.t(Text::RevokingStopping).into_owned());
            }
            rows_ui(ui, view, run);
        }
    });
    buttons_ui(ui, |ui| {
        let may_stop = run.extent != Extent::Card && !run.stopping && !run.checking;
        if may_stop && quiet_button(ui, view, &view.t(Text::RevokingStop)).clicked() {
            view.act(RemovalAction::Stop(run.number));
        }
        if quiet_button(ui, view, &view.t(Text::RemovingHide)).clicked() {
            view.act(RemovalAction::Cancel);
        }
    });
}

/// The steps of a card by itself.
fn steps_ui(ui: &mut Ui, view: &View<'_>, card: &RunCard) {
    let steps = [
        (Step::WritingIntent, Text::StepIntent),
        (Step::Sending, Text::StepRequest),
        (Step::Checking, Text::StepCheck),
    ];
    for (step, text) in steps {
        // A step is reported before it is begun, so it is done when a later one is reported.
        let done = match &card.progress {
            CardProgress::Doing(reached) => *reached > step,
            CardProgress::Ended(_) => true,
            CardProgress::Waiting | CardProgress::NotBegun => false,
        };
        let tone = if done { Tone::Ok } else { Tone::Note };
        ui.horizontal(|ui| badge_ui(ui, view, tone, &view.t(text)));
    }
}

/// How many of a customer's cards have ended.
fn progress_of_ui(ui: &mut Ui, view: &View<'_>, run: &RemovalRun) {
    let (done, all) = (count(run.ended()), count(run.cards().count()));
    let text = match (run.checking, run.stopping) {
        (true, _) => view.t(Text::StepCheck),
        (false, true) => view.t(Text::RevokingStopping),
        (false, false) => view.t(Text::RevokingProgress { done, all }),
    };
    ui.label(text.into_owned());
}

/// How many of the queue's cards are proven to be gone.
pub(super) fn gone_ui(ui: &mut Ui, view: &View<'_>, run: &RemovalRun) {
    let (done, all) = (count(run.absent()), count(run.cards().count()));
    ui.add(Label::new(view.t(Text::ExpiredGone { done, all })).wrap());
}

/// Each card, and where it is.
pub(super) fn rows_ui(ui: &mut Ui, view: &mut View<'_>, run: &RemovalRun) {
    let of_queue = run.extent == Extent::Queue;
    let cards: Vec<_> = run.cards().collect();
    let rows: Vec<Row<'_>> =
        cards.iter().map(|(of, card)| (of_queue.then_some(&of.number), &card.card)).collect();
    cards_ui(ui, view, &rows, AROUND_LIST, |ui, view, index| {
        if let Some((_, card)) = cards.get(index) {
            progress_ui(ui, view, &card.progress);
        }
    });
}

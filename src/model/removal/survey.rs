//! The expired cards of the queue's customers are found first, which changes nothing.

use jiff::Timestamp;

use crate::api::ApiError;
use crate::domain::CardList;
use crate::removal::{Scope, each_token_once};

use super::question::{AskedCustomer, Extent, Question, RemovalDialog};
use crate::model::dialog::Dialog;
use crate::model::effect::Effects;
use crate::model::ids::RequestId;
use crate::model::look_up;
use crate::model::look_up::fetch as ahead;
use crate::model::now::Now;
use crate::model::remote::Remote;
use crate::model::state::State;

impl State {
    /// What is asked before a removal.
    pub fn question(&self) -> Option<&Question> {
        match &self.dialog {
            Some(Dialog::Removal(RemovalDialog::Asking(question))) => Some(question),
            Some(_) | None => None,
        }
    }

    pub(super) fn question_mut(&mut self) -> Option<&mut Question> {
        match &mut self.dialog {
            Some(Dialog::Removal(RemovalDialog::Asking(question))) => Some(question),
            Some(_) | None => None,
        }
    }

    /// Whether lists of the queue are being asked for to find expired cards.
    pub(in crate::model) fn is_finding_expired(&self) -> bool {
        self.question().is_some_and(Question::is_finding)
    }

    /// Whose list is asked for next, and from when on it may be.
    pub(in crate::model) fn next_found(&self) -> Option<(usize, Timestamp)> {
        let question = self.question().filter(|question| question.is_finding())?;
        let session = self.session()?;
        let is_asking = question.customers.iter().any(|of| of.cards.is_loading());
        if session.locked || is_asking || session.ahead.is_postponed() {
            return None;
        }
        let place = question.customers.iter().position(|of| of.cards == Remote::NotAsked)?;
        let busy = question.customers.iter().any(AskedCustomer::was_busy);
        let held = session.ahead.held_until().filter(|_| busy);
        Some((place, session.ahead.next_due().max(held).unwrap_or(Timestamp::UNIX_EPOCH)))
    }
}

/// Begins to look for expired cards; a removal of such that runs is shown instead.
pub(super) fn find(state: &mut State) {
    let Some(session) = state.session().filter(|_| state.dialog.is_none()) else { return };
    let mut running = session.removals.iter().filter(|run| run.is_running());
    let running = running.find(|run| run.extent == Extent::Queue);
    if let Some(number) = running.map(|run| run.number) {
        state.dialog = Some(Dialog::Removal(RemovalDialog::Run(number)));
        return;
    }
    let rows = session.queue.rows();
    if !rows.is_empty() {
        let question = Question::about_expired(rows.iter().map(|row| &row.number));
        state.dialog = Some(Dialog::Removal(RemovalDialog::Asking(question)));
    }
}

/// Those that could not be had are asked for anew.
pub(super) fn find_again(question: &mut Question) {
    for of in question.customers.iter_mut().filter(|of| of.cards.error().is_some()) {
        of.cards = Remote::NotAsked;
    }
}

/// Asks for the next list, where its turn has come.
pub(in crate::model) fn fetch(state: &mut State, now: Now, fx: &mut Effects) {
    let due = state.next_found().filter(|(_, due)| *due <= now.timestamp);
    let Some((place, _)) = due else { return };
    let request = RequestId(state.next_number());
    let of = state.question_mut().and_then(|question| question.customers.get_mut(place));
    let Some(of) = of else { return };
    of.request = request;
    of.cards.start();
    let customer = of.number.clone();
    if let Some(session) = state.session_mut() {
        ahead::call(session, request, customer, now, fx);
    }
}

/// A list that was asked for here.
pub(in crate::model) fn found(
    state: &mut State,
    request: RequestId,
    result: Result<CardList, ApiError>,
    now: Now,
) {
    let is_it = |of: &&mut AskedCustomer| of.cards.is_loading() && of.request == request;
    let customers = state.question_mut().map(|question| question.customers.iter_mut());
    let Some(of) = customers.and_then(|mut customers| customers.find(is_it)) else { return };
    let count = result.as_ref().ok().map(|list| list.cards.len());
    let number = of.number.clone();
    of.cards.finish(result.map(|list| {
        let today = now.today();
        // A card without a token cannot be told from others.
        let takes = |card: &&_| Scope::Expired.takes(card, today) && !card.token.is_empty();
        each_token_once(list.cards.iter().filter(takes)).into_iter().cloned().collect()
    }));
    if let Some(session) = state.session_mut() {
        look_up::remember(session, &number, count);
    }
}

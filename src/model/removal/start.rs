//! A question that is confirmed becomes a plan, and is begun once.

use crate::domain::{Card, Token};
use crate::removal::{Plan, PlannedCustomer, ReceiptIssuer};

use super::effect::RemovalEffect;
use super::question::{AskedCustomer, Extent, Question, RemovalDialog};
use super::run::{CardProgress, RemovalRun, RunCard, RunCustomer};
use crate::model::dialog::Dialog;
use crate::model::effect::Effects;
use crate::model::session::Session;
use crate::model::state::State;

/// Confirm must name the question's cards, and a second click finds the dialog past its question.
pub(super) fn confirm(state: &mut State, tokens: &[Token], fx: &mut Effects) {
    let number = state.next_number();
    let operator = filled(&state.settings.operator);
    let Some((session, question)) = state.session().zip(state.question()) else { return };
    let may = !state.ending
        && state.broken_line().is_none()
        && question.may_confirm(session.environment())
        && state.unfit(session, &question.reason).is_none();
    if !may || question.tokens() != tokens {
        return;
    }
    let customers = customers(session, question);
    // Of one customer all are removed, or none.
    let is_taken = |of: &RunCustomer| of.is_passed_over;
    if customers.iter().all(is_taken) {
        return;
    }
    let plan = Plan {
        server: session.server.clone(),
        credentials: session.credentials.clone(),
        scope: question.scope,
        customers: customers.iter().filter(|of| !is_taken(of)).map(planned).collect(),
        policy: question.policy,
        operator,
        reason: filled(&question.reason),
        continues: question.continues.clone(),
    };
    let run = RemovalRun {
        number,
        extent: question.extent,
        customers,
        checking: false,
        stopping: false,
        issuer: ReceiptIssuer::named(&plan, state.os_user.clone()),
        result: None,
    };
    begin(state, run, plan, fx);
}

/// What would be written down with a removal, and must not be, or is missing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unfit {
    /// The reason is the session's password, or holds it.
    ReasonIsPassword,
    /// The agent's name is the session's password, or holds it.
    OperatorIsPassword,
    /// Several people use the login, and the agent is not named.
    NoOperator,
}

impl State {
    /// What keeps an entry with this reason out of the journal, whatever is answered to its question.
    pub fn unfit(&self, session: &Session, reason: &str) -> Option<Unfit> {
        let is_nameless = filled(&self.settings.operator).is_none();
        let required = is_nameless && self.settings.operator_required;
        self.password_in(session, reason).or(required.then_some(Unfit::NoOperator))
    }

    /// Whether the session's password would be written down, as a reason or as the agent's name.
    pub fn password_in(&self, session: &Session, reason: &str) -> Option<Unfit> {
        let password = &session.credentials.password;
        if password.is_in(reason) {
            return Some(Unfit::ReasonIsPassword);
        }
        password.is_in(&self.settings.operator).then_some(Unfit::OperatorIsPassword)
    }
}

fn filled(text: &str) -> Option<String> {
    Some(text.trim().to_owned()).filter(|text| !text.is_empty())
}

/// Those that have cards; passed over is one whose card is being removed already.
fn customers(session: &Session, question: &Question) -> Vec<RunCustomer> {
    let of = |of: &AskedCustomer| {
        let is_passed_over = of.cards().iter().any(|card| session.is_removing(&card.token));
        let progress = |card: &Card| RunCard {
            card: card.clone(),
            progress: match is_passed_over {
                true => CardProgress::NotBegun,
                false => CardProgress::Waiting,
            },
        };
        let cards = of.cards().iter().map(progress).collect();
        RunCustomer { number: of.number.clone(), cards, is_passed_over, report: None }
    };
    question.customers.iter().filter(|of| !of.cards().is_empty()).map(of).collect()
}

fn planned(of: &RunCustomer) -> PlannedCustomer {
    PlannedCustomer::of(of.number.clone(), of.cards.iter().map(|card| &card.card))
}

fn begin(state: &mut State, run: RemovalRun, plan: Plan, fx: &mut Effects) {
    state.dialog = Some(Dialog::Removal(RemovalDialog::Run(run.number)));
    let Some(session) = state.session_mut() else { return };
    if let Some(id) = &plan.continues {
        session.pending.retain(|pending| pending.id != *id);
    }
    let shown = session.customer.as_mut().filter(|shown| run.is_of(&shown.number));
    if let Some(shown) = shown.filter(|_| run.extent != Extent::Card) {
        shown.picking = None;
    }
    let (number, plan) = (run.number, Box::new(plan));
    session.removals.push(run);
    fx.push(RemovalEffect::Remove { session: session.id, number, plan });
}

//! Selecting cards, and copying from them.

use super::super::action::CardAction;
use super::super::effect::Effect;
use super::super::state::{NoticeKind, Now, State};

pub(super) fn act(state: &mut State, action: CardAction, now: Now) -> Vec<Effect> {
    match action {
        CardAction::Select(index) => {
            let count = state.session().map_or(0, |session| session.cards().len());
            if let Some(customer) = state.session_mut().and_then(|s| s.customer.as_mut()) {
                customer.selected = index.filter(|index| *index < count);
                customer.finding = None;
            }
            Vec::new()
        }
        CardAction::Tab(tab) => {
            if let Some(customer) = state.session_mut().and_then(|s| s.customer.as_mut()) {
                customer.tab = tab;
            }
            Vec::new()
        }
        CardAction::StepFinding { back } => {
            let found = state.session_mut().is_some_and(|session| session.step_finding(back));
            found.then_some(Effect::FocusFinding).into_iter().collect()
        }
        CardAction::CopyToken(index) => {
            let token = card_text(state, index, |card| card.token.expose().to_owned());
            copy(state, token, NoticeKind::TokenCopied, now)
        }
        CardAction::CopyLastFour(index) => {
            let digits = card_text(state, index, |card| card.last_four.as_str().to_owned());
            copy(state, digits, NoticeKind::Copied, now)
        }
        CardAction::CopyText(text) => copy(state, Some(text), NoticeKind::Copied, now),
    }
}

fn card_text(
    state: &State,
    index: usize,
    text: impl FnOnce(&crate::domain::Card) -> String,
) -> Option<String> {
    state.session()?.cards().get(index).map(text)
}

fn copy(state: &mut State, text: Option<String>, kind: NoticeKind, now: Now) -> Vec<Effect> {
    let Some(text) = text else { return Vec::new() };
    state.notify(kind, now);
    vec![Effect::Copy(text)]
}

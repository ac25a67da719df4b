//! Selecting cards, and copying from them.

use crate::domain::Card;

use super::action::CardAction;
use super::effect::CardEffect;
use super::summary::PictureCounts;
use crate::model::effect::{Effects, WindowEffect};
use crate::model::notice::NoticeKind;
use crate::model::now::Now;
use crate::model::state::State;

pub(in crate::model) fn act(state: &mut State, action: CardAction, now: Now, fx: &mut Effects) {
    match action {
        CardAction::Select(index) => {
            let count = state.session().map_or(0, |session| session.cards().len());
            if let Some(customer) = state.session_mut().and_then(|s| s.customer.as_mut()) {
                customer.selected = index.filter(|index| *index < count);
                customer.finding = None;
            }
        }
        CardAction::Tab(tab) => {
            if let Some(customer) = state.session_mut().and_then(|s| s.customer.as_mut()) {
                customer.tab = tab;
            }
        }
        CardAction::StepFinding { back } => {
            let Some(session) = state.session_mut() else { return };
            if session.step_finding(back) {
                fx.push(CardEffect::FocusFinding);
            } else if !session.cards().is_empty() {
                let PictureCounts { ready, failed, all } = session.picture_counts();
                let are_coming = ready + failed < all;
                state.notify(NoticeKind::NoFinding { are_coming }, now);
            }
        }
        CardAction::CopyToken(index) => {
            let token = card_text(state, index, |card| card.token.expose().to_owned());
            copy(state, token, NoticeKind::TokenCopied, now, fx);
        }
        CardAction::CopyLastFour(index) => {
            let digits = card_text(state, index, |card| card.last_four.as_str().to_owned());
            copy(state, digits, NoticeKind::Copied, now, fx);
        }
        CardAction::CopyText(text) => copy(state, Some(text), NoticeKind::Copied, now, fx),
    }
}

fn card_text(state: &State, index: usize, text: impl FnOnce(&Card) -> String) -> Option<String> {
    state.session()?.cards().get(index).map(text)
}

fn copy(state: &mut State, text: Option<String>, kind: NoticeKind, now: Now, fx: &mut Effects) {
    if let Some(text) = text {
        state.notify(kind, now);
        fx.push(WindowEffect::Copy(text));
    }
}

//! Selecting cards, and copying from them.

use jiff::{SignedDuration, Timestamp};
use secrecy::SecretString;

use crate::domain::Card;

use super::action::CardAction;
use super::effect::CardEffect;
use super::summary::PictureCounts;
use crate::model::effect::{Effects, WindowEffect};
use crate::model::notice::NoticeKind;
use crate::model::now::Now;
use crate::model::session::Session;
use crate::model::state::State;

/// How long a whole token stays on the clipboard.
const COPIED_FOR: SignedDuration = SignedDuration::from_secs(20);

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
            let cards = state.session().map(Session::cards).unwrap_or_default();
            let Some(card) = cards.get(index) else { return };
            let token = SecretString::from(card.token.expose());
            state.notify(NoticeKind::TokenCopied, now);
            state.copied = Some(now.timestamp);
            fx.push(WindowEffect::CopySecret(token));
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
        // It takes the place of whatever was copied before.
        state.copied = None;
        fx.push(WindowEffect::Copy(text));
    }
}

/// When a token that was copied then leaves the clipboard again.
pub(in crate::model) fn copied_until(copied: Timestamp) -> Option<Timestamp> {
    copied.checked_add(COPIED_FOR).ok()
}

/// A token that was copied has been on the clipboard for long enough.
pub(in crate::model) fn forget_old_copy(state: &mut State, now: Now, fx: &mut Effects) {
    // A clock that was set back does not keep it there.
    state.copied = state.copied.map(|copied| copied.min(now.timestamp));
    if state.copied.and_then(copied_until).is_some_and(|until| now.timestamp >= until) {
        forget_copied(state, fx);
    }
}

/// A token that was copied leaves the clipboard, if it is still there.
pub(in crate::model) fn forget_copied(state: &mut State, fx: &mut Effects) {
    if state.copied.take().is_some() {
        fx.push(WindowEffect::ForgetSecret);
    }
}

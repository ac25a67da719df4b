//! Signing out.

use crate::api::ApiError;
use crate::domain::ServerAddress;
use crate::removal::ResolveError;

use super::effect::SessionEffect;
use super::sign_in::{FieldProblem, SignInForm};
use crate::model::cards;
use crate::model::effect::Effects;
use crate::model::journal::JournalState;
use crate::model::notice::NoticeKind;
use crate::model::now::Now;
use crate::model::state::{Stage, State};

/// Signs out, and leaves the form as it was filled in; but for the password, which is forgotten.
pub(super) fn correct(state: &mut State, now: Now, fx: &mut Effects) {
    let Some(session) = state.session() else { return };
    let remembered = state.settings.last_server.as_str();
    let is_it = ServerAddress::parse(remembered).is_ok_and(|server| server == session.server);
    let server = if is_it { remembered } else { session.server.url().as_str() };
    let resolving = match &state.journal.resolve_error {
        Some((_, ResolveError::List(error))) => Some(error),
        Some(_) | None => None,
    };
    let listing = session.customer.as_ref().and_then(|customer| customer.list.error());
    let problem = match listing.or(resolving) {
        Some(ApiError::Refused(_)) => Some(FieldProblem::Refused),
        Some(ApiError::Unreachable { .. }) => Some(FieldProblem::Unreachable),
        Some(_) | None => None,
    };
    let form = SignInForm {
        server: server.trim_end_matches('/').to_owned(),
        merchant: session.credentials.merchant_id.get().to_string(),
        login: session.credentials.login.as_str().to_owned(),
        customer: session.customer.as_ref().map_or_else(String::new, |c| c.number.as_str().into()),
        problems: problem.into_iter().collect(),
    };
    sign_out(state, now, fx);
    state.stage = Stage::SignIn(form);
}

pub(super) fn sign_out(state: &mut State, now: Now, fx: &mut Effects) {
    let Some(session) = state.session() else { return };
    let batch = session.batch.run.as_ref().filter(|run| run.result.is_none());
    let stopped = batch.map(|run| (run.progress.map_or(0, |p| p.done), run.list.numbers.len()));
    let running = session.removals.iter().filter(|run| run.is_running());
    let running: Vec<u64> = running.map(|run| run.number).collect();
    state.left_running.extend(running);
    cards::forget_copied(state, fx);
    (state.dialog, state.set_aside) = (None, None);
    state.stage = Stage::SignIn(SignInForm::remembered(&state.settings));
    state.notices.clear();
    state.journal = JournalState::default();
    if let Some((done, all)) = stopped {
        state.notify(NoticeKind::BatchLeft { done, all }, now);
    }
    if state.is_removing() {
        state.notify(NoticeKind::RemovalLeft, now);
    }
    fx.push(SessionEffect::Close);
}

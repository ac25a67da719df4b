//! Verifying a list of customers.

use std::sync::Arc;

use crate::batch::{Batch, BatchError, Identity};
use crate::domain::CustomerNumber;
use crate::domain::cell::Separator;
use crate::verify::worst;

use super::action::BatchAction;
use super::baselines;
use super::effect::{BatchEffect, BatchRequest, ReportFormat};
use super::event::BatchEvent;
use super::state::{BatchRun, Ended};
use crate::model::effect::Effects;
use crate::model::lists::ListDraft;
use crate::model::look_up;
use crate::model::notice::NoticeKind;
use crate::model::now::Now;
use crate::model::session::{Page, Session};
use crate::model::state::State;

pub(in crate::model) fn act(state: &mut State, action: BatchAction, now: Now, fx: &mut Effects) {
    let number = state.next_number();
    let separator = Separator::usual_in(state.language());
    let listed = |session: &Session| session.is_password_among(&session.batch.draft.list.numbers);
    if matches!(action, BatchAction::Start) && state.session().is_some_and(listed) {
        return state.notify(NoticeKind::PasswordInList, now);
    }
    let Some(session) = state.session_mut() else { return };
    match action {
        BatchAction::Start => start(session, number, now, fx),
        BatchAction::Pause(paused) => {
            if let Some(run) = session.batch.run.as_mut().filter(|run| run.result.is_none()) {
                run.paused = paused;
                fx.push(BatchEffect::Pause(paused));
            }
        }
        BatchAction::Stop => {
            if let Some(run) = session.batch.run.as_mut().filter(|run| run.result.is_none()) {
                run.stopping = true;
                fx.push(BatchEffect::Stop);
            }
        }
        BatchAction::Clear => {
            if !session.batch.is_running() {
                session.batch.run = None;
                session.sheet.take_batch(None);
                session.verify_all(now);
            }
        }
        BatchAction::Save(format) => save(session, format, separator, fx),
        BatchAction::Keep => baselines::keep(session, fx),
        BatchAction::EditPath(text) => session.batch.baselines.path = text,
        BatchAction::Compare(path) => baselines::compare(session, path, fx),
        BatchAction::DoNotCompare => session.batch.baselines.chosen = None,
        BatchAction::View(view) => {
            if let Some(run) = &mut session.batch.run {
                run.ended.view = view;
            }
        }
        BatchAction::Want { sha256 } => baselines::want(session, sha256, fx),
        BatchAction::ShowSheet => {
            session.page = Page::Sheet;
            session.sheet.show(|view| view.of_batch = true);
        }
    }
}

fn start(session: &mut Session, number: u64, now: Now, fx: &mut Effects) {
    if session.batch.is_running() || session.batch.draft.list.numbers.is_empty() {
        return;
    }
    let merchant_id = session.credentials.merchant_id;
    let identity = Identity::new(&session.server, merchant_id, now.timestamp);
    let ListDraft { list, parts, .. } = session.batch.draft.clone();
    session.batch.draft.is_new = false;
    let customers = list.numbers.clone();
    session.batch.run = Some(BatchRun {
        number,
        list,
        parts,
        progress: None,
        paused: false,
        stopping: false,
        result: None,
        ended: Ended::default(),
    });
    session.sheet.take_batch(None);
    session.verify_all(now);
    fx.push(BatchEffect::Run(Box::new(BatchRequest {
        session: session.id,
        number,
        identity,
        credentials: session.credentials.clone(),
        customers,
        today: now.today(),
    })));
}

fn save(session: &Session, format: ReportFormat, separator: Separator, fx: &mut Effects) {
    let Some(run) = &session.batch.run else { return };
    let Some(Ok(batch)) = &run.result else { return };
    fx.push(BatchEffect::SaveReport {
        session: session.id,
        batch: Arc::clone(batch),
        list: Box::new(run.list.clone()),
        format,
        language: session.credentials.language,
        separator,
    });
}

pub(in crate::model) fn learn(state: &mut State, event: BatchEvent, now: Now, fx: &mut Effects) {
    match event {
        BatchEvent::Progress { number, progress } => {
            let run = state.session_mut().and_then(|session| session.batch.run.as_mut());
            if let Some(run) = run.filter(|run| run.number == number) {
                run.progress = Some(progress);
            }
        }
        BatchEvent::Ended { number, result } => ended(state, number, result, now, fx),
    }
}

/// The batch has ended; its customers stand in the list of those looked at.
fn ended(
    state: &mut State,
    number: u64,
    result: Result<Arc<Batch>, BatchError>,
    now: Now,
    fx: &mut Effects,
) {
    let Some(session) = state.session_mut() else { return };
    let run = session.batch.run.as_mut().filter(|run| run.number == number);
    let Some(run) = run else { return };
    run.result = Some(result);
    session.batch.accept(&session.acknowledged);
    let elsewhere = session.page != Page::Batch || session.locked;
    take(session, now, fx);
    if elsewhere {
        let counts = state.session().and_then(|session| {
            session.batch.batch()?;
            Some(session.batch.run.as_ref()?.ended.counts)
        });
        state.notify(NoticeKind::BatchEnded { counts }, now);
    }
}

/// Takes in the batch that has ended, where it did.
fn take(session: &mut Session, now: Now, fx: &mut Effects) {
    let Some(batch) = session.batch.batch().map(Arc::clone) else { return };
    session.sheet.take_batch(Some(&batch));
    judge_credentials(session, &batch);
    for record in &batch.customers {
        let (Ok(cards), Ok(customer)) = (&record.result, CustomerNumber::parse(&record.customer))
        else {
            continue;
        };
        look_up::remember(session, &customer, Some(cards.len()));
        if let Some(row) = session.queue.get_mut(&customer) {
            row.worst = worst(batch.open_findings(record));
        }
    }
    // What only the batch could see of the customer on screen.
    session.verify_all(now);
    baselines::after(session, fx);
}

/// Lists that came just now prove the credentials; those of an earlier run do not.
fn judge_credentials(session: &mut Session, batch: &Batch) {
    let mut errors = batch.customers.iter().filter_map(|record| record.result.as_ref().err());
    let error = errors.next();
    let failed = error.map_or(0, |_| 1 + errors.count());
    if batch.customers.len() > failed + batch.resumed {
        look_up::judge_credentials(session, None);
    } else if error.is_some() {
        look_up::judge_credentials(session, error);
    }
}

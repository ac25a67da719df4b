//! Verifying a list of customers.

use std::sync::Arc;

use crate::batch::{Batch, BatchError, Identity, Progress};
use crate::domain::CustomerNumber;
use crate::domain::cell::Separator;
use crate::verify::worst;

use super::super::action::BatchAction;
use super::super::effect::{Effect, ReportFormat};
use super::super::state::{
    BatchRun, Ended, ListDraft, NoticeKind, Now, Page, Session, SessionId, State,
};
use super::{baselines, look_up};

pub(super) fn act(state: &mut State, action: BatchAction, now: Now) -> Vec<Effect> {
    let number = state.next_number();
    let separator = Separator::usual_in(state.language());
    let Some(session) = state.session_mut() else { return Vec::new() };
    match action {
        BatchAction::Start => return start(session, number, now),
        BatchAction::Pause(paused) => {
            if let Some(run) = session.batch.run.as_mut().filter(|run| run.result.is_none()) {
                run.paused = paused;
                return vec![Effect::PauseBatch(paused)];
            }
        }
        BatchAction::Stop => {
            if let Some(run) = session.batch.run.as_mut().filter(|run| run.result.is_none()) {
                run.stopping = true;
                return vec![Effect::StopBatch];
            }
        }
        BatchAction::Clear => {
            if !session.batch.is_running() {
                session.batch.run = None;
                session.sheet.take_batch(None);
                session.verify_all(now);
            }
        }
        BatchAction::Save(format) => return save(session, format, separator),
        BatchAction::Keep => return baselines::keep(session),
        BatchAction::EditPath(text) => session.batch.baselines.path = text,
        BatchAction::Compare(path) => return baselines::compare(session, path),
        BatchAction::DoNotCompare => session.batch.baselines.chosen = None,
        BatchAction::View(view) => {
            if let Some(run) = &mut session.batch.run {
                run.ended.view = view;
            }
        }
        BatchAction::Want { sha256 } => return baselines::want(session, sha256),
        BatchAction::ShowSheet => {
            session.page = Page::Sheet;
            session.sheet.show(|view| view.of_batch = true);
        }
    }
    Vec::new()
}

fn start(session: &mut Session, number: u64, now: Now) -> Vec<Effect> {
    if session.batch.is_running() || session.batch.draft.list.numbers.is_empty() {
        return Vec::new();
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
    vec![Effect::RunBatch {
        session: session.id,
        number,
        identity,
        credentials: Box::new(session.credentials.clone()),
        customers,
        today: now.today(),
    }]
}

fn save(session: &Session, format: ReportFormat, separator: Separator) -> Vec<Effect> {
    let Some(run) = &session.batch.run else { return Vec::new() };
    let Some(Ok(batch)) = &run.result else { return Vec::new() };
    let (batch, list) = (Arc::clone(batch), Box::new(run.list.clone()));
    let language = session.credentials.language;
    vec![Effect::SaveReport { batch, list, format, language, separator }]
}

pub(super) fn progressed(state: &mut State, id: SessionId, number: u64, progress: Progress) {
    let Some(session) = state.current(id) else { return };
    if let Some(run) = session.batch.run.as_mut().filter(|run| run.number == number) {
        run.progress = Some(progress);
    }
}

/// The batch has ended; its customers stand in the list of those looked at.
pub(super) fn ended(
    state: &mut State,
    id: SessionId,
    number: u64,
    result: Result<Arc<Batch>, BatchError>,
    now: Now,
) -> Vec<Effect> {
    let Some(session) = state.current(id) else { return Vec::new() };
    let run = session.batch.run.as_mut().filter(|run| run.number == number);
    let Some(run) = run else { return Vec::new() };
    run.result = Some(result);
    session.batch.accept(&session.acknowledged);
    let elsewhere = session.page != Page::Batch || session.locked;
    let effects = take(session, now);
    if elsewhere {
        let counts = state.session().and_then(|session| {
            session.batch.batch()?;
            Some(session.batch.run.as_ref()?.ended.counts)
        });
        state.notify(NoticeKind::BatchEnded { counts }, now);
    }
    effects
}

/// Takes in the batch that has ended, where it did.
fn take(session: &mut Session, now: Now) -> Vec<Effect> {
    let Some(batch) = session.batch.batch().map(Arc::clone) else { return Vec::new() };
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
    baselines::after(session)
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

//! Lists of customers: read, verified, and reported.

use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::Ordering;
use std::time::Duration;

use crate::batch::{self, Batch, BatchError, Controls, Plan, StateError, USUAL_RATE};
use crate::customers::CustomerList;
use crate::domain::cell::Separator;
use crate::domain::{CardList, CustomerNumber, Language};
use crate::i18n::Texts;
use crate::jobs::{JobFailure, Lane, Urgency};
use crate::model::{BatchEffect, BatchEvent, BatchRequest, Event, ReportFormat, SessionEvent};
use crate::settings::save_export;
use crate::store::{make_folder, remove};

use super::super::connection::Connection;
use super::super::event_loop::App;

/// How long that is good for.
const KEPT: Duration = Duration::from_secs(24 * 60 * 60);

impl App {
    pub(super) fn run_batch(&mut self, effect: BatchEffect) {
        match effect {
            BatchEffect::Pause(paused) => self.batch.pause.store(paused, Ordering::SeqCst),
            BatchEffect::Stop => self.stop_batch(),
            BatchEffect::SaveReport { session, batch, list, format, language, separator } => {
                let folders = self.folders.clone();
                let work = move || {
                    let (name, content) = report(&batch, &list, (format, separator), language);
                    Event::of(
                        session,
                        SessionEvent::FileSaved(save_export(&folders, &name, &content)),
                    )
                };
                self.work_on_files(work);
            }
            BatchEffect::Run(request) => {
                if let Some(connection) = self.connection.clone() {
                    self.start_batch(connection, *request);
                }
            }
        }
    }

    /// Ends a batch; what is under way is waited for by its own thread.
    pub(super) fn stop_batch(&self) {
        self.batch.cancel.store(true, Ordering::SeqCst);
        // One that stands still goes on to its end.
        self.batch.pause.store(false, Ordering::SeqCst);
    }

    fn start_batch(&mut self, connection: Arc<Connection>, request: BatchRequest) {
        let BatchRequest { session, number, identity, credentials, customers, today } = request;
        self.batch = Arc::new(Controls::default());
        let controls = Arc::clone(&self.batch);
        let program = self.draw_program.clone();
        let reports = self.reports.sender.clone();
        let waker = self.jobs.waker();
        let settling = self.settling(&connection, credentials.merchant_id);
        let folders = self.folders.clone();
        let state = folders.batch_state();
        let work = move || {
            // Where it cannot be made, opening the file says so.
            let _made = make_folder(folders.data());
            discard_old(&state);
            let plan = Plan {
                server: connection.server(),
                credentials: &credentials,
                identity,
                customers: &customers,
                rate: USUAL_RATE,
                today,
                program,
                state: Some(&state),
            };
            let mut told = |progress| {
                // A full channel loses a step's display and nothing else.
                let _lost =
                    reports.try_send(Event::of(session, BatchEvent::Progress { number, progress }));
                waker();
            };
            let witness = |customer: &CustomerNumber, list: &CardList, asked| {
                settling.listed(customer, list, asked);
            };
            let mut result = batch::run_witnessed(&plan, &controls, &mut told, &witness);
            if let Err(BatchError::State {
                error: StateError::OtherBatch { .. } | StateError::NoStateFile,
                ..
            }) = &result
            {
                // What somebody else's list left behind is of no use to this one.
                discard(&state);
                result = batch::run_witnessed(&plan, &controls, &mut told, &witness);
            }
            if result.as_ref().is_ok_and(|batch| batch.missing == 0) {
                discard(&state);
            }
            Event::of(session, BatchEvent::Ended { number, result: result.map(Arc::new) })
        };
        let lost = move |failure: JobFailure| {
            let error = match failure {
                JobFailure::Panicked => BatchError::BrokeOff,
                JobFailure::Cancelled | JobFailure::QueueFull => BatchError::NeverBegun,
            };
            Event::of(session, BatchEvent::Ended { number, result: Err(error) })
        };
        self.jobs.submit(Lane::Batch, Urgency::InTurn, work, lost);
    }
}

/// What is finished is asked for again after a day: cards change.
fn discard_old(state: &Path) {
    let age =
        state.metadata().and_then(|file| file.modified()).ok().and_then(|at| at.elapsed().ok());
    if age.is_some_and(|age| age > KEPT) {
        discard(state);
    }
}

fn discard(state: &Path) {
    // One that is gone already, or stays, is found by the next run.
    let _gone = remove(state);
}

/// A report's name and content.
fn report(
    batch: &Batch,
    list: &CustomerList,
    (format, separator): (ReportFormat, Separator),
    language: Language,
) -> (String, Vec<u8>) {
    let texts = Texts::new(language);
    let stem = format!("carddesk-verified-{}", batch.identity.started.replace([' ', ':'], "-"));
    match format {
        ReportFormat::Html => {
            (format!("{stem}.html"), batch::html(batch, list, &texts).into_bytes())
        }
        ReportFormat::Csv => {
            let mut rows = Vec::new();
            // Writing into memory does not fail.
            let _written = batch::csv(batch, list, &texts, separator, &mut rows);
            (format!("{stem}.csv"), rows)
        }
    }
}

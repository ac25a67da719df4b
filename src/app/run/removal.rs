//! Removals: carried out, stopped, what was cut short of them, their receipts.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::AtomicBool;

use jiff::Timestamp;

use crate::domain::Language;
use crate::i18n::Texts;
use crate::jobs::{Lane, Urgency};
use crate::journal::{Heads, Journal};
use crate::model::{Event, RemovalEffect, RemovalEvent, RunError, SessionEvent, SessionId};
use crate::removal::{
    self, CustomerReport, Plan, Progress, ReceiptIssuer, RemovalContext, RemovalError, Report,
    receipt,
};
use crate::settings::{ExportError, Folders, save_export};

use super::super::connection::Connection;
use super::super::event_loop::App;
use super::super::stopper::Stopper;
use super::lost::lost_run;

impl App {
    /// Where the journal's heads are kept beside it.
    pub(super) fn heads(&self) -> Heads {
        let settings = &self.state.settings;
        Heads::of_settings(&settings.system_log, &settings.heads_folder)
    }

    pub(super) fn run_removal(&mut self, effect: RemovalEffect) {
        let folder = self.folders.data().to_owned();
        match effect {
            RemovalEffect::Remove { session, number, plan } => {
                if let Some(connection) = self.connection.clone() {
                    self.remove(connection, session, number, plan);
                }
            }
            RemovalEffect::Stop { number } => {
                self.stoppers.iter().for_each(|stopper| stopper.stop(number));
            }
            RemovalEffect::ReadPending { session } => {
                self.work_on_files(move || pending(session, &folder));
            }
            RemovalEffect::ForgetPending { session, id } => {
                self.work_on_files(move || {
                    // One that stays is offered again.
                    let _forgotten = removal::forget(&folder, &id);
                    pending(session, &folder)
                });
            }
            RemovalEffect::SaveReceipts { session, receipts, language } => {
                let folders = self.folders.clone();
                self.work_on_files(move || {
                    let saved = save_receipts(&folders, &receipts, language);
                    Event::of(session, SessionEvent::FileSaved(saved))
                });
            }
        }
    }

    fn remove(
        &mut self,
        connection: Arc<Connection>,
        session: SessionId,
        number: u64,
        plan: Box<Plan>,
    ) {
        self.stoppers.retain(Stopper::is_needed);
        let (stopper, stop) = Stopper::new(number);
        self.stoppers.push(stopper);
        let folder = self.folders.data().to_owned();
        let reports = self.reports.sender.clone();
        let waker = self.jobs.waker();
        let settling = self.settling(&connection, plan.credentials.merchant_id);
        let heads = self.heads();
        let work = move || {
            let settle = |report: &CustomerReport| {
                if let Ok(list) = &report.list {
                    settling.listed(&report.customer, list, report.begun);
                }
            };
            let progress = |progress: Progress| {
                if let Progress::Next(report) = &progress {
                    settle(report);
                }
                // A full channel loses the display of a step and nothing else.
                let event = RemovalEvent::Progress { number, progress };
                let _lost = reports.try_send(Event::of(session, event));
                waker();
            };
            let result = carry_out(&connection, (&folder, heads), &plan, &stop, &progress);
            if let Some(last) = result.iter().find_map(|report| report.customers.last()) {
                settle(last);
            }
            Event::of(session, RemovalEvent::Ended { number, result })
        };
        let lost = move |failure| {
            let result = Err(lost_run(failure));
            Event::of(session, RemovalEvent::Ended { number, result })
        };
        self.jobs.submit(Lane::Gateway, Urgency::Now, work, lost);
    }
}

/// Removes with the session's client and the journal of the data folder.
fn carry_out(
    connection: &Connection,
    (folder, heads): (&Path, Heads),
    plan: &Plan,
    stop: &AtomicBool,
    progress: &(dyn Fn(Progress) + Sync),
) -> Result<Report, RunError> {
    let unavailable = RemovalError::JournalUnavailable;
    let journal = Journal::open(folder).map_err(|error| RunError::NotBegun(unavailable(error)))?;
    let journal = journal.with_heads(heads);
    let client = connection.client().map_err(RunError::NoClient)?;
    let context =
        RemovalContext { client: &client, journal: &journal, stop, now: &Timestamp::now, progress };
    removal::run(&context, plan).map_err(RunError::NotBegun)
}

fn pending(session: SessionId, folder: &Path) -> Event {
    Event::of(session, RemovalEvent::PendingRead(removal::pending(folder)))
}

/// All are tried, whatever becomes of one. Several are reported by their folder.
fn save_receipts(
    folders: &Folders,
    receipts: &[(Arc<CustomerReport>, ReceiptIssuer)],
    language: Language,
) -> Result<PathBuf, ExportError> {
    let texts = Texts::new(language);
    let saved = receipts.iter().map(|(report, issuer)| {
        let name = report.ended.strftime("carddesk-receipt-%Y%m%d-%H%M%S.html").to_string();
        save_export(folders, &name, receipt(report, issuer, &texts).as_bytes())
    });
    let saved: Vec<Result<_, _>> = saved.collect();
    let saved: Vec<_> = saved.into_iter().collect::<Result<_, _>>()?;
    Ok(match saved.as_slice() {
        [path] => path.clone(),
        _ => folders.exports().to_owned(),
    })
}

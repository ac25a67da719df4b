//! Revocations: several removals of one customer, what was cut short of them, their receipts.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use jiff::Timestamp;

use crate::domain::Language;
use crate::i18n::Texts;
use crate::jobs::{Lane, Urgency};
use crate::model::{Event, RevocationEffect, RevocationEvent, RunError, SessionEvent, SessionId};
use crate::removal::{
    self, Maker, Means, RevocationReport, RevocationRequest, Told, receipt, revoke,
};
use crate::settings::save_export;

use super::super::connection::Connection;
use super::super::desk::Desk;
use super::lost::lost_run;
use super::removal::equipped;

/// How one that runs is told to begin no further card.
pub(in crate::app) struct Stopper {
    number: u64,
    stop: Arc<AtomicBool>,
}

impl Desk {
    pub(super) fn run_revocation(&mut self, effect: RevocationEffect) {
        match effect {
            RevocationEffect::Revoke { session, number, request } => {
                if let Some(connection) = self.connection.clone() {
                    self.revoke(connection, session, number, request);
                }
            }
            RevocationEffect::Stop { number } => {
                let stoppers = self.stoppers.iter().filter(|stopper| stopper.number == number);
                stoppers.for_each(|stopper| stopper.stop.store(true, Ordering::SeqCst));
            }
            RevocationEffect::ReadLeftOver { session } => {
                let folder = self.folders.data().to_owned();
                let read = move || {
                    Event::of(session, RevocationEvent::LeftOverRead(removal::left_over(&folder)))
                };
                self.work_on_files(read);
            }
            RevocationEffect::ForgetLeftOver { session, name } => {
                let folder = self.folders.data().to_owned();
                let work = move || {
                    // One that stays is offered again.
                    let _forgotten = removal::forget(&folder, &name);
                    Event::of(session, RevocationEvent::LeftOverRead(removal::left_over(&folder)))
                };
                self.work_on_files(work);
            }
            RevocationEffect::SaveReceipts { session, receipts, language } => {
                let folders = self.folders.clone();
                let work = move || {
                    let saved = receipts.iter().map(|(report, maker)| {
                        let (name, page) = page(report, maker, language);
                        save_export(&folders, &name, page.as_bytes())
                    });
                    // All are tried, whatever becomes of one.
                    let saved: Vec<Result<_, _>> = saved.collect();
                    let saved: Result<Vec<_>, _> = saved.into_iter().collect();
                    // Of several, where they are.
                    Event::of(
                        session,
                        SessionEvent::FileSaved(saved.map(|paths| match paths.as_slice() {
                            [path] => path.clone(),
                            _ => folders.exports().to_owned(),
                        })),
                    )
                };
                self.work_on_files(work);
            }
        }
    }

    fn revoke(
        &mut self,
        connection: Arc<Connection>,
        session: SessionId,
        number: u64,
        request: Box<RevocationRequest>,
    ) {
        let stop = Arc::new(AtomicBool::new(false));
        self.stoppers.retain(|stopper| Arc::strong_count(&stopper.stop) > 1);
        self.stoppers.push(Stopper { number, stop: Arc::clone(&stop) });
        let folder = self.folders.data().to_owned();
        let reports = self.reports.sender.clone();
        let waker = self.jobs.waker();
        let settling = self.settling(&connection, request.credentials.merchant_id);
        let work = move || {
            let told = |told: Told| {
                // A full channel loses a step's display and nothing else.
                let _lost = reports
                    .try_send(Event::of(session, RevocationEvent::Progress { number, told }));
                waker();
            };
            let result = equipped(&connection, &folder, |client, journal| {
                let now = &Timestamp::now;
                let means = Means { client, journal, stop: &stop, now, told: &told };
                revoke(&means, &request).map_err(RunError::NotRevoked)
            });
            if let Ok(RevocationReport { list: Ok(list), begun, .. }) = &result {
                settling.listed(&request.customer, list, *begun);
            }
            Event::of(session, RevocationEvent::Ended { number, result: result.map(Arc::new) })
        };
        let lost = move |failure| {
            let result = Err(lost_run(failure));
            Event::of(session, RevocationEvent::Ended { number, result })
        };
        self.jobs.submit(Lane::Gateway, Urgency::Now, work, lost);
    }
}

/// A receipt's name and content.
fn page(report: &RevocationReport, maker: &Maker, language: Language) -> (String, String) {
    let name = report.ended.strftime("carddesk-receipt-%Y%m%d-%H%M%S.html").to_string();
    (name, receipt(report, maker, &Texts::new(language)))
}

//! The removal of a card.

use std::path::Path;
use std::sync::Arc;

use jiff::Timestamp;

use crate::api::Client;
use crate::jobs::{Lane, Urgency};
use crate::journal::Journal;
use crate::model::{Event, RemovalEffect, RemovalEvent, RunError, SessionId};
use crate::removal::{self, RemovalReport, RemovalRequest};

use super::super::connection::Connection;
use super::super::desk::Desk;
use super::lost::lost_run;

impl Desk {
    pub(super) fn run_removal(&mut self, effect: RemovalEffect) {
        match effect {
            RemovalEffect::Remove { session, number, request } => {
                if let Some(connection) = self.connection.clone() {
                    self.remove(&connection, session, number, request);
                }
            }
        }
    }

    fn remove(
        &mut self,
        connection: &Arc<Connection>,
        session: SessionId,
        number: u64,
        request: Box<RemovalRequest>,
    ) {
        let connection = Arc::clone(connection);
        let folder = self.folders.data().to_owned();
        let reports = self.reports.sender.clone();
        let waker = self.jobs.waker();
        let settling = self.settling(&connection, request.credentials.merchant_id);
        let work = move || {
            let begun = Timestamp::now();
            let result = equipped(&connection, &folder, |client, journal| {
                let mut progress = |step| {
                    // A full channel loses a step's display and nothing else.
                    let _lost =
                        reports.try_send(Event::of(session, RemovalEvent::Step { number, step }));
                    waker();
                };
                let now = &Timestamp::now;
                removal::run(client, journal, &request, now, &mut progress)
                    .map_err(RunError::NotBegun)
            });
            if let Ok(RemovalReport { list: Some(list), .. }) = &result {
                settling.listed(&request.customer, list, begun);
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
pub(super) fn equipped<T>(
    connection: &Connection,
    folder: &Path,
    work: impl FnOnce(&Client, &Journal) -> Result<T, RunError>,
) -> Result<T, RunError> {
    let unavailable = removal::RemovalError::JournalUnavailable;
    let journal = Journal::open(folder).map_err(|error| RunError::NotBegun(unavailable(error)))?;
    let client = connection.client().map_err(RunError::NoClient)?;
    work(&client, &journal)
}

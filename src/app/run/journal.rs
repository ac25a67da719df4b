//! The journal page.

use std::io::ErrorKind;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use jiff::Timestamp;

use crate::domain::Credentials;
use crate::domain::cell::Separator;
use crate::jobs::{Lane, Urgency};
use crate::journal::{self, AcceptError, Acceptor, Filter, Journal, JournalError};
use crate::model::{Event, JournalEffect, JournalEvent, SessionId};
use crate::removal::{self, ResolveError};
use crate::settings::{self, Folders};

use super::super::connection::Connection;
use super::super::event_loop::App;
use super::lost::lost_call;

impl App {
    pub(super) fn run_journal(&mut self, effect: JournalEffect) {
        match effect {
            JournalEffect::Read { session } => self.read_journal(session),
            JournalEffect::Export { session, filter, separator } => {
                let folders = self.folders.clone();
                let work = move || {
                    let result = export(&folders, filter, separator);
                    Event::of(session, JournalEvent::Exported(result))
                };
                self.work_on_files(work);
            }
            JournalEffect::TakeOn { session, line, operator, reason } => {
                let folder = self.folders.data().to_owned();
                self.work_on_files(move || {
                    let taken = take_on(&folder, line, &operator, &reason);
                    Event::of(session, JournalEvent::TakenOn(taken))
                });
            }
            JournalEffect::Resolve { session, removal, credentials } => {
                if let Some(connection) = self.connection.clone() {
                    self.resolve(&connection, session, removal, credentials);
                }
            }
        }
    }

    fn read_journal(&mut self, session: SessionId) {
        let folder = self.folders.data().to_owned();
        let path = folder.clone();
        let work = move || {
            // Where no removal could be written down, that is told at once.
            let read = journal::check_place(&folder).and_then(|()| journal::read(&folder));
            let read = read.map(Into::into);
            Event::of(session, JournalEvent::Read(read))
        };
        let lost = move |_| {
            let (kind, reason) = (ErrorKind::Other, "reading it broke off".to_owned());
            let error = JournalError::Unreadable { path, kind, reason };
            Event::of(session, JournalEvent::Read(Err(error)))
        };
        self.jobs.submit(Lane::Files, Urgency::InTurn, work, lost);
    }

    fn resolve(
        &mut self,
        connection: &Arc<Connection>,
        session: SessionId,
        removal: String,
        credentials: Box<Credentials>,
    ) {
        let connection = Arc::clone(connection);
        let folder = self.folders.data().to_owned();
        let operator = self.state.settings.operator.trim().to_owned();
        let unresolved = self.state.unresolved();
        let Some(record) = unresolved.iter().find(|r| r.id().as_str() == removal).cloned() else {
            return;
        };
        let (lost_removal, heads) = (removal.clone(), self.heads());
        let work = move || {
            let operator = Some(operator.as_str()).filter(|name| !name.is_empty());
            let result = connection.client().map_err(ResolveError::List).and_then(|client| {
                let journal = Journal::open(&folder).map_err(ResolveError::Journal)?;
                let journal = journal.with_heads(heads);
                let (server, now) = (connection.server(), &Timestamp::now);
                removal::resolve(&client, &journal, &record, server, &credentials, operator, now)
            });
            let written = |done: removal::Resolution| match done.journal_warning {
                Some(error) => Err(ResolveError::Journal(error)),
                None => Ok(()),
            };
            Event::of(session, JournalEvent::Resolved { removal, result: result.and_then(written) })
        };
        let lost = move |failure| {
            let result = Err(ResolveError::List(lost_call(failure)));
            Event::of(session, JournalEvent::Resolved { removal: lost_removal, result })
        };
        self.jobs.submit(Lane::Gateway, Urgency::InTurn, work, lost);
    }
}

fn take_on(folder: &Path, line: u64, operator: &str, reason: &str) -> Result<u64, AcceptError> {
    let by = Acceptor::here(Some(operator), Some(reason));
    Journal::open(folder)?.accept(line, by, Timestamp::now()).map(|taken| taken.line)
}

/// Writes the removals that the filter shows into the folder of exports.
fn export(folders: &Folders, text: String, separator: Separator) -> Result<PathBuf, JournalError> {
    let view = journal::read(folders.data())?;
    let filter = Filter { text, ..Filter::default() };
    let zone = jiff::tz::TimeZone::system();
    let records = view.removals();
    let shown = records.iter().filter(|record| filter.matches(record, &zone));
    let name = Timestamp::now().strftime("carddesk-journal-%Y%m%d-%H%M%S.csv").to_string();
    let mut out = Vec::new();
    journal::export_csv(shown, separator, &mut out).map_err(|error| JournalError::Unwritable {
        path: folders.exports().join(&name),
        kind: error.kind,
        reason: error.reason,
    })?;
    Ok(settings::save_export(folders, &name, &out)?)
}

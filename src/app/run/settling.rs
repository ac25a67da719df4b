//! Removals left open, settled by whatever list of their customer a job has had.

use std::sync::Arc;
use std::sync::mpsc::SyncSender;

use jiff::Timestamp;

use crate::domain::{CardList, CustomerNumber, MerchantId};
use crate::model::{Event, JournalEvent, SessionId};
use crate::removal::Listing;

use super::super::connection::Connection;
use super::super::event_loop::App;

/// What a job needs to settle removals by its list.
#[derive(Clone)]
pub(super) struct Settling {
    connection: Arc<Connection>,
    session: SessionId,
    merchant: MerchantId,
    operator: String,
    reports: SyncSender<Event>,
    waker: Arc<dyn Fn() + Send + Sync>,
}

impl App {
    pub(super) fn settling(&self, connection: &Arc<Connection>, merchant: MerchantId) -> Settling {
        Settling {
            connection: Arc::clone(connection),
            session: connection.session,
            merchant,
            operator: self.state.settings.operator.trim().to_owned(),
            reports: self.reports.sender.clone(),
            waker: Arc::new(self.jobs.waker()),
        }
    }
}

impl Settling {
    /// Settles what a list decides that was asked for at this time, and reports it to the window.
    pub(super) fn listed(&self, customer: &CustomerNumber, list: &CardList, asked: Timestamp) {
        let (server, merchant) = (self.connection.server(), self.merchant);
        let listing = Listing { server, merchant, customer, list, asked };
        let operator = Some(self.operator.as_str()).filter(|name| !name.is_empty());
        let settled = self.connection.settler.listed(listing, operator, &Timestamp::now);
        if !settled.is_empty() {
            // A full channel loses the notice; the journal holds what was settled.
            let event = Event::of(self.session, JournalEvent::Settled { settled });
            let _lost = self.reports.try_send(event);
            (self.waker)();
        }
    }
}

//! Lists of cards.

use std::time::Instant;

use jiff::Timestamp;
use serde_json::json;

use crate::jobs::{Lane, Urgency};
use crate::model::{CardEffect, Event, LookUpEffect, LookUpEvent};

use super::super::event_loop::App;
use super::lost::{lost_call, millis};

impl App {
    pub(super) fn run_look_up(&mut self, effect: LookUpEffect) {
        match effect {
            LookUpEffect::List { session, request, credentials, customer } => {
                // An effect of a session that is gone is dropped.
                let connection = self.connection.clone();
                let Some(connection) = connection.filter(|c| c.session == session) else { return };
                let timings = self.watch.timings();
                let settling = self.settling(&connection, credentials.merchant_id);
                let work = move || {
                    let (begun, asked) = (Instant::now(), Timestamp::now());
                    let listed = connection.client().and_then(|c| c.list(&credentials, &customer));
                    let took_ms = millis(begun);
                    if let Ok(list) = &listed {
                        settling.listed(&customer, list, asked);
                    }
                    if let Some(timings) = timings {
                        let cards = listed.as_ref().ok().map(|list| list.cards.len());
                        let fields = json!({ "cards": cards, "took_ms": took_ms });
                        timings.tell("list_received", fields);
                    }
                    Event::of(session, LookUpEvent::Listed { request, took_ms, result: listed })
                };
                let lost = move |failure| {
                    let result = Err(lost_call(failure));
                    Event::of(session, LookUpEvent::Listed { request, took_ms: 0, result })
                };
                self.jobs.submit(Lane::Gateway, Urgency::Now, work, lost);
            }
            LookUpEffect::FocusField => self.memory.focus_look_up = true,
            LookUpEffect::BeginAtFirst => self.memory.begins = true,
        }
    }

    pub(super) fn run_cards(&mut self, effect: CardEffect) {
        match effect {
            CardEffect::FocusFinding => self.memory.focus_finding = true,
        }
    }
}

//! What the running sandbox knows and what has happened to it.

use std::collections::{HashMap, VecDeque};
use std::sync::{Mutex, MutexGuard, PoisonError};

use super::art_cache::ArtCache;
use super::customers::World;
use super::faults::{Call, Fault, Faults, Injection};

/// A request as the sandbox saw it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RequestRecord {
    /// HTTP method, in capitals.
    pub method: String,
    /// Path without the query.
    pub path: String,
    /// The customer of a gateway call, after the prohibited symbols were removed.
    pub customer: Option<String>,
    /// Signs of credentials outside a gateway call's body: names of headers and parts (`cookie`,
    /// `authorization`, `query`, `body`), never their values.
    pub credential_signs: Vec<String>,
}

/// The latest requests, oldest first.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct RequestLog {
    /// Requests since the start, including those no longer kept.
    pub total: u64,
    /// At most [`RequestLog::KEPT`].
    pub latest: Vec<RequestRecord>,
}

impl RequestLog {
    /// Requests kept.
    pub const KEPT: usize = 2000;
}

#[derive(Default)]
struct Log {
    total: u64,
    latest: VecDeque<RequestRecord>,
}

/// Removals of one customer.
#[derive(Default)]
struct Removals {
    /// In the order of removal; tokens in capitals.
    tokens: Vec<String>,
}

/// Everything the request handlers share.
pub(super) struct State {
    pub(super) world: World,
    pub(super) cache: ArtCache,
    removals: Mutex<HashMap<String, Removals>>,
    faults: Mutex<Faults>,
    log: Mutex<Log>,
}

/// A poisoned lock is taken all the same: each change under these locks is a single step.
fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

impl State {
    pub(super) fn new(world: World) -> Self {
        let faults = Faults::new(world.fixed_faults());
        Self {
            world,
            cache: ArtCache::default(),
            removals: Mutex::default(),
            faults: Mutex::new(faults),
            log: Mutex::default(),
        }
    }

    /// The customer's cards in order, without the removed ones. `stale`: as before the last
    /// removal. An unknown customer has none.
    pub(super) fn cards(&self, customer: &str, stale: bool) -> Vec<serde_json::Value> {
        let Some(customer) = self.world.customer(customer) else { return Vec::new() };
        let removals = lock(&self.removals);
        let gone: &[String] = removals.get(&customer.number).map_or(&[], |r| {
            let shown = r.tokens.len() - usize::from(stale && !r.tokens.is_empty());
            &r.tokens[..shown]
        });
        customer
            .cards
            .iter()
            .filter(|card| !gone.contains(&card.token))
            .map(|card| card.json.clone())
            .collect()
    }

    /// Removes a card; `false` where the customer has no such card (any more).
    pub(super) fn remove(&self, customer: &str, token: &str) -> bool {
        let Some(customer) = self.world.customer(customer) else { return false };
        let token = token.to_ascii_uppercase();
        if !customer.cards.iter().any(|card| card.token == token) {
            return false;
        }
        let mut removals = lock(&self.removals);
        let gone = removals.entry(customer.number.clone()).or_default();
        if gone.tokens.contains(&token) {
            return false;
        }
        gone.tokens.push(token);
        drop(removals);
        if let Some(fault) = &customer.after_removal {
            self.inject(Injection {
                customer: Some(customer.number.clone()),
                call: Call::List,
                fault: fault.clone(),
                times: 1,
            });
        }
        true
    }

    pub(super) fn inject(&self, injection: Injection) {
        lock(&self.faults).inject(injection);
    }

    pub(super) fn clear_faults(&self) {
        lock(&self.faults).clear();
    }

    pub(super) fn take_fault(&self, customer: &str, call: Call) -> Option<Fault> {
        lock(&self.faults).take(customer, call)
    }

    pub(super) fn record(&self, record: RequestRecord) {
        let mut log = lock(&self.log);
        log.total += 1;
        if log.latest.len() >= RequestLog::KEPT {
            log.latest.pop_front();
        }
        log.latest.push_back(record);
    }

    pub(super) fn log(&self) -> RequestLog {
        let log = lock(&self.log);
        RequestLog { total: log.total, latest: log.latest.iter().cloned().collect() }
    }
}

//! Permits at a host: no server is asked for more than a few files at once.

use std::collections::HashMap;
use std::sync::{Arc, Condvar, Mutex, PoisonError};

use crate::media::limits;

/// How many downloads each host has under way. Cheap to clone.
#[derive(Debug, Clone, Default)]
pub(super) struct Permits(Arc<Shared>);

#[derive(Debug, Default)]
struct Shared {
    under_way: Mutex<HashMap<String, usize>>,
    ended: Condvar,
}

/// A permit for a download at a host, until it is dropped.
#[derive(Debug)]
pub(super) struct Permit {
    permits: Permits,
    host: String,
}

impl Permits {
    /// Waits until fewer than [`limits::DOWNLOADS_A_HOST`] are under way at this host.
    pub(super) fn wait(&self, host: &str) -> Permit {
        let all = self.0.under_way.lock().unwrap_or_else(PoisonError::into_inner);
        let is_full = |all: &mut HashMap<String, usize>| {
            all.get(host).is_some_and(|count| *count >= limits::DOWNLOADS_A_HOST)
        };
        let free = self.0.ended.wait_while(all, is_full);
        *free.unwrap_or_else(PoisonError::into_inner).entry(host.to_owned()).or_default() += 1;
        Permit { permits: self.clone(), host: host.to_owned() }
    }
}

impl Drop for Permit {
    fn drop(&mut self) {
        let shared = &self.permits.0;
        let mut all = shared.under_way.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(count) = all.get_mut(&self.host) {
            *count -= 1;
            if *count == 0 {
                all.remove(&self.host);
            }
        }
        drop(all);
        shared.ended.notify_all();
    }
}

//! Turns at a host: no server is asked for more than a few files at once.

use std::collections::HashMap;
use std::sync::{Arc, Condvar, Mutex, PoisonError};

/// How much each place has under way. Cheap to clone.
#[derive(Debug, Clone)]
pub(super) struct Turns(Arc<Shared>);

#[derive(Debug)]
struct Shared {
    /// At each place, at most.
    at_once: usize,
    under_way: Mutex<HashMap<String, usize>>,
    ended: Condvar,
}

/// A turn at a place, until it is dropped.
#[derive(Debug)]
pub(super) struct Turn {
    turns: Turns,
    place: String,
}

impl Turns {
    /// So many at each place at once.
    pub(super) fn new(at_once: usize) -> Self {
        Self(Arc::new(Shared {
            at_once: at_once.max(1),
            under_way: Mutex::default(),
            ended: Condvar::new(),
        }))
    }

    /// Waits until this place has a turn free.
    pub(super) fn wait(&self, place: &str) -> Turn {
        let all = self.0.under_way.lock().unwrap_or_else(PoisonError::into_inner);
        let is_full = |all: &mut HashMap<String, usize>| {
            all.get(place).is_some_and(|count| *count >= self.0.at_once)
        };
        let free = self.0.ended.wait_while(all, is_full);
        *free.unwrap_or_else(PoisonError::into_inner).entry(place.to_owned()).or_default() += 1;
        Turn { turns: self.clone(), place: place.to_owned() }
    }
}

impl Drop for Turn {
    fn drop(&mut self) {
        let shared = &self.turns.0;
        let mut all = shared.under_way.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(count) = all.get_mut(&self.place) {
            *count -= 1;
            if *count == 0 {
                all.remove(&self.place);
            }
        }
        drop(all);
        shared.ended.notify_all();
    }
}

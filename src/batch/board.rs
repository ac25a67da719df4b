//! What the threads of a batch share: what is to be done, and what came of it.

use std::collections::VecDeque;
use std::sync::atomic::Ordering;
use std::sync::{Condvar, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

use crate::api::ApiError;
use crate::domain::{AssetKind, CardList, Variant};
use crate::media::{LoadFailure, Loaded};

use super::controls::Controls;
use super::pace::Pace;
use super::record::Thumbnail;

/// Customers whose files are under way, at most: more would only fill memory.
const AHEAD: usize = 16;
/// Longest wait before the controls are looked at again.
const TICK: Duration = Duration::from_millis(100);

/// A customer to be asked for, by its place in the list.
#[derive(Debug, Clone, Copy)]
pub(super) struct ListRequest {
    pub(super) place: usize,
    /// It failed before.
    pub(super) again: bool,
}

/// A file to be fetched.
#[derive(Debug)]
pub(super) struct Task {
    pub(super) variant: Variant,
    pub(super) kind: AssetKind,
}

/// A file that was fetched, without its bytes.
#[derive(Debug)]
pub(super) struct Examined {
    pub(super) result: Result<Loaded, LoadFailure>,
    pub(super) thumbnail: Option<Thumbnail>,
}

#[derive(Debug)]
pub(super) enum TaskResult {
    /// Of the customer at this place.
    Listed(usize, Result<CardList, ApiError>),
    /// Of this address.
    Fetched(String, Box<Examined>),
}

pub(super) struct Board<'a> {
    controls: &'a Controls,
    inner: Mutex<Inner>,
    changed: Condvar,
}

struct Inner {
    pace: Pace,
    turns: VecDeque<ListRequest>,
    /// List calls under way.
    asking: usize,
    /// Customers listed and not finished.
    unfinished: usize,
    tasks: VecDeque<Task>,
    answers: VecDeque<TaskResult>,
    over: bool,
}

impl<'a> Board<'a> {
    pub(super) fn new(controls: &'a Controls, pace: Pace, places: Vec<usize>) -> Self {
        let turns = places.into_iter().map(|place| ListRequest { place, again: false }).collect();
        let inner = Inner {
            pace,
            turns,
            asking: 0,
            unfinished: 0,
            tasks: VecDeque::new(),
            answers: VecDeque::new(),
            over: false,
        };
        Self { controls, inner: Mutex::new(inner), changed: Condvar::new() }
    }

    fn lock(&self) -> MutexGuard<'_, Inner> {
        self.inner.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn wait<'b>(&self, inner: MutexGuard<'b, Inner>, most: Duration) -> MutexGuard<'b, Inner> {
        let waited = self.changed.wait_timeout(inner, most.min(TICK));
        waited.unwrap_or_else(PoisonError::into_inner).0
    }

    fn is_cancelled(&self) -> bool {
        self.controls.cancel.load(Ordering::Relaxed)
    }

    fn is_paused(&self) -> bool {
        self.controls.pause.load(Ordering::Relaxed)
    }

    /// The next customer to ask for, when it is time; `None` at the end.
    pub(super) fn next_due(&self) -> Option<ListRequest> {
        let mut inner = self.lock();
        loop {
            let at_end = inner.turns.is_empty() && inner.asking == 0;
            if inner.over || at_end || self.is_cancelled() {
                return None;
            }
            let may = !self.is_paused() && inner.unfinished + inner.asking < AHEAD;
            let wait = match may && !inner.turns.is_empty() {
                true => inner.pace.turn(Instant::now()).err(),
                false => Some(TICK),
            };
            match wait {
                Some(wait) => inner = self.wait(inner, wait),
                None => {
                    inner.asking += 1;
                    return inner.turns.pop_front();
                }
            }
        }
    }

    /// Takes what a list call brought. The first failure of a customer is none yet: it is asked
    /// for once more, after all others.
    pub(super) fn listed(&self, turn: ListRequest, result: Result<CardList, ApiError>) {
        let mut inner = self.lock();
        inner.asking -= 1;
        if result.is_err() && !turn.again {
            inner.turns.push_back(ListRequest { again: true, ..turn });
        } else {
            inner.unfinished += 1;
            inner.answers.push_back(TaskResult::Listed(turn.place, result));
        }
        self.changed.notify_all();
    }

    /// The next file to fetch; `None` at the end.
    pub(super) fn next_task(&self) -> Option<Task> {
        let mut inner = self.lock();
        loop {
            if inner.over || self.is_cancelled() {
                return None;
            }
            let task = if self.is_paused() { None } else { inner.tasks.pop_front() };
            if task.is_some() {
                return task;
            }
            inner = self.wait(inner, TICK);
        }
    }

    pub(super) fn fetched(&self, url: String, examined: Examined) {
        self.lock().answers.push_back(TaskResult::Fetched(url, Box::new(examined)));
        self.changed.notify_all();
    }

    pub(super) fn fetch(&self, tasks: Vec<Task>) {
        self.lock().tasks.extend(tasks);
        self.changed.notify_all();
    }

    /// So many customers are finished.
    pub(super) fn finished(&self, count: usize) {
        self.lock().unfinished -= count;
        self.changed.notify_all();
    }

    /// The next answer; `None` where the batch was cancelled.
    pub(super) fn next_answer(&self) -> Option<TaskResult> {
        let mut inner = self.lock();
        loop {
            if let Some(answer) = inner.answers.pop_front() {
                return Some(answer);
            }
            if self.is_cancelled() {
                return None;
            }
            inner = self.wait(inner, TICK);
        }
    }

    /// Lets every thread end.
    pub(super) fn end(&self) {
        self.lock().over = true;
        self.changed.notify_all();
    }
}

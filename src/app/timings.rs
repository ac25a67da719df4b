//! When what was on screen: a JSON line for each milestone of a run, for `--timings`.

use std::fs::File;
use std::io::{self, Write as _};
use std::path::Path;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

use serde_json::{Map, Value, json};

use crate::model::{Page, RequestId, State};
use crate::ui::PicturesShown;

/// A frame that takes longer than this is written down: one of sixty a second.
const SLOW: Duration = Duration::from_micros(16_600);

/// The file of milestones. Cheap to clone; each line is written at once.
#[derive(Clone)]
pub struct Timings(Arc<Shared>);

struct Shared {
    begun: Instant,
    out: Mutex<File>,
    frame: Mutex<FrameUnderWay>,
}

/// What is written down once the frame is on screen.
#[derive(Default)]
struct FrameUnderWay {
    number: u64,
    begun: Option<(Instant, Duration)>,
    work: FrameWork,
    due: Vec<(&'static str, Value)>,
}

/// What a frame did beside drawing.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct FrameWork {
    /// Answers of jobs that were taken in.
    pub(super) events: usize,
    /// Bytes of pictures that were uploaded.
    pub(super) uploaded_bytes: usize,
    /// What the person, or the drawing, asked for.
    pub(super) actions: usize,
}

impl Timings {
    /// Makes the file anew. `begun` is when the process started.
    ///
    /// # Errors
    /// The file cannot be made.
    pub fn create(path: &Path, begun: Instant) -> io::Result<Self> {
        let (out, frame) = (Mutex::new(File::create(path)?), Mutex::default());
        Ok(Self(Arc::new(Shared { begun, out, frame })))
    }

    /// Writes down a milestone; from any thread.
    pub(super) fn tell(&self, event: &str, fields: Value) {
        let micros = self.0.begun.elapsed().as_micros() as f64;
        let mut line = Map::new();
        line.insert("t_ms".to_owned(), json!(micros / 1000.0));
        line.insert("event".to_owned(), json!(event));
        if let Value::Object(fields) = fields {
            line.extend(fields);
        }
        let text = format!("{}\n", Value::Object(line));
        // Who asked for the file sees that it ends; the window goes on.
        let _written = lock(&self.0.out).write_all(text.as_bytes());
    }

    fn begin_frame(&self) {
        let mut frame = lock(&self.0.frame);
        // A frame that only received drew nothing: what it did counts for the next.
        if frame.begun.is_none() {
            frame.begun = Some((Instant::now(), thread_time()));
        }
    }

    fn finish_frame(&self) {
        let (number, begun, work, due) = {
            let mut frame = lock(&self.0.frame);
            frame.number += 1;
            let work = std::mem::take(&mut frame.work);
            (frame.number, frame.begun.take(), work, std::mem::take(&mut frame.due))
        };
        if number == 1 {
            self.tell("first_frame", Value::Null);
        }
        for (event, mut fields) in due {
            if let Value::Object(fields) = &mut fields {
                fields.insert("frame".to_owned(), json!(number));
            }
            self.tell(event, fields);
        }
        if let Some((at, cpu)) = begun
            && at.elapsed() > SLOW
        {
            let millis = |time: Duration| time.as_micros() as f64 / 1000.0;
            let FrameWork { events, uploaded_bytes, actions } = work;
            let fields = json!({
                "frame": number,
                "ms": millis(at.elapsed()),
                "cpu_ms": millis(thread_time().saturating_sub(cpu)),
                "events": events,
                "uploaded_bytes": uploaded_bytes,
                "actions": actions,
            });
            self.tell("frame", fields);
        }
    }
}

/// Follows one app's frames for the file of milestones; does nothing where there is none.
#[derive(Default)]
pub(super) struct Watch {
    timings: Option<Timings>,
    /// Whose tiles and whose pictures were written down.
    cards_of: Option<RequestId>,
    art_of: Option<RequestId>,
    asked_for: Option<RequestId>,
}

impl Watch {
    pub(super) fn new(timings: Option<Timings>) -> Self {
        Self { timings, ..Self::default() }
    }

    pub(super) fn timings(&self) -> Option<Timings> {
        self.timings.clone()
    }

    pub(super) fn begin_frame(&self) {
        if let Some(timings) = &self.timings {
            timings.begin_frame();
        }
    }

    pub(super) fn add(&self, work: FrameWork) {
        if let Some(timings) = &self.timings {
            let sum = &mut lock(&timings.0.frame).work;
            sum.events += work.events;
            sum.uploaded_bytes += work.uploaded_bytes;
            sum.actions += work.actions;
        }
    }

    /// Notes that another customer, or the same anew, was asked for in this frame.
    pub(super) fn asked(&mut self, state: &State) {
        let Some(timings) = &self.timings else { return };
        let customer = state.session().and_then(|session| session.customer.as_ref());
        let Some(customer) = customer.filter(|customer| self.asked_for != Some(customer.request))
        else {
            return;
        };
        self.asked_for = Some(customer.request);
        let is_there = !customer.list.is_loading();
        let frame = lock(&timings.0.frame).number + 1;
        timings.tell("customer_asked_for", json!({ "from_memory": is_there, "frame": frame }));
    }

    /// Which milestones this frame reaches, once it is on screen.
    pub(super) fn look(&mut self, state: &State, pictures: PicturesShown) {
        let Some(timings) = &self.timings else { return };
        let Some(session) = state.session().filter(|session| session.page == Page::Customer) else {
            return;
        };
        let Some(customer) = &session.customer else { return };
        let Some(list) = customer.list.value().filter(|_| !customer.list.is_loading()) else {
            return;
        };
        let request = Some(customer.request);
        if self.cards_of != request {
            self.cards_of = request;
            let due = ("cards_on_screen", json!({ "cards": list.cards.len() }));
            lock(&timings.0.frame).due.push(due);
        }
        if self.art_of != request && pictures.partial == 0 {
            self.art_of = request;
            let due = ("art_complete", json!({ "pictures": pictures.full }));
            lock(&timings.0.frame).due.push(due);
        }
    }

    /// To be called once what was drawn is on screen.
    pub(super) fn drawn(&self) -> Option<impl Fn() + Send + Sync + 'static> {
        let timings = self.timings()?;
        Some(move || timings.finish_frame())
    }
}

/// Processor time of this thread.
#[cfg(unix)]
fn thread_time() -> Duration {
    let time = rustix::time::clock_gettime(rustix::time::ClockId::ThreadCPUTime);
    Duration::try_from(time).unwrap_or_default()
}

#[cfg(not(unix))]
fn thread_time() -> Duration {
    Duration::ZERO
}

/// A line is written whole or not at all whoever panics.
fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

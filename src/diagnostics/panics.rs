//! A panic's place is recorded, never its message: that may hold what was being worked on.

use std::panic::{Location, PanicHookInfo};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;

/// Where the program broke off.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("the program has crashed ({place})")]
pub struct Crash {
    /// File and line of the source: `src/ui/view.rs:12`, or `winit-0.30.13/src/lib.rs:7`; empty where it
    /// is not known.
    pub place: String,
}

/// The newest panic of the thread that watches.
#[derive(Debug, Clone)]
pub struct Panics {
    newest: Arc<Mutex<Option<Crash>>>,
}

impl Panics {
    /// From now on each panic of any thread is a record of its place and its thread in the log, and is
    /// not printed. Those of the calling thread are kept for [`Panics::newest`].
    pub fn watch() -> Self {
        let newest = Arc::new(Mutex::new(None));
        let (kept, watching) = (Arc::clone(&newest), thread::current().id());
        std::panic::set_hook(Box::new(move |info: &PanicHookInfo<'_>| {
            let place = info.location().map(place).unwrap_or_default();
            let thread = thread::current();
            let name = thread.name().unwrap_or("without a name");
            tracing::error!(target: "carddesk::panic", thread = name, place, "panic");
            if thread.id() == watching {
                *kept.lock().unwrap_or_else(PoisonError::into_inner) = Some(Crash { place });
            }
        }));
        Self { newest }
    }

    /// What the thread that watches has just broken off with, for whoever caught it.
    pub fn crash(&self) -> Crash {
        let unknown = || Crash { place: String::new() };
        self.newest().unwrap_or_else(unknown)
    }

    /// The newest one of the thread that watches.
    pub fn newest(&self) -> Option<Crash> {
        self.newest.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }
}

/// Without the folders of the computer that built the program.
fn place(location: &Location<'_>) -> String {
    let file = location.file().replace('\\', "/");
    let of_library = file.split_once("/registry/src/").and_then(|(_, rest)| rest.split_once('/'));
    let of_std = file.split_once("/library/").map(|(_, rest)| rest);
    let short = of_library.map(|(_, rest)| rest).or(of_std).unwrap_or(&file);
    format!("{short}:{}", location.line())
}

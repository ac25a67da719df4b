//! When the window is drawn next.

use std::time::{Duration, Instant};

use winit::event_loop::ControlFlow;

/// A window that nobody sees is run no more often than this: Windows asks it for no frames.
const UNSEEN: Duration = Duration::from_millis(100);
/// A compositor may keep a frame back from a window that it does not show, and tell nobody; after so
/// long the program goes on without it.
const KEPT_BACK: Duration = Duration::from_millis(250);

/// What is to be done now.
pub(super) enum Turn {
    /// The system is to be asked for a frame.
    Ask,
    /// The program is to go on without one.
    Unseen,
    Wait,
}

/// The frame that is due, and the one that has been asked for.
#[derive(Default)]
pub(super) struct Repaint {
    due: Option<Instant>,
    asked: Option<Instant>,
    unseen: Option<Instant>,
}

impl Repaint {
    pub(super) fn at(&mut self, when: Instant) {
        self.due = Some(self.due.map_or(when, |due| due.min(when)));
    }

    pub(super) fn at_once(&mut self) {
        self.at(Instant::now());
    }

    /// To be asked when the system wants a frame: whether that is the one it was asked for.
    pub(super) fn was_asked(&mut self) -> bool {
        self.asked.take().is_some()
    }

    pub(super) fn turn(&mut self, is_hidden: bool) -> Turn {
        let now = Instant::now();
        if let Some(asked) = self.asked.filter(|asked| *asked + KEPT_BACK <= now) {
            // It may still come, and is then drawn.
            self.asked = Some(asked.max(now));
            return Turn::Unseen;
        }
        let last = self.unseen.filter(|_| is_hidden);
        let due = self.due.map(|due| last.map_or(due, |last| due.max(last + UNSEEN)));
        if due.is_none_or(|due| now < due) {
            self.due = due;
            return Turn::Wait;
        }
        self.due = None;
        if is_hidden {
            self.unseen = Some(now);
            return Turn::Unseen;
        }
        self.asked.get_or_insert(now);
        Turn::Ask
    }

    pub(super) fn control_flow(&self) -> ControlFlow {
        let kept_back = self.asked.map(|asked| asked + KEPT_BACK);
        let next = self.due.into_iter().chain(kept_back).min();
        next.map_or(ControlFlow::Wait, ControlFlow::WaitUntil)
    }
}

//! When the window is drawn next.

use std::time::{Duration, Instant};

use winit::event_loop::ControlFlow;

/// What moves is drawn no more often than most screens show it, since not every system says when they do.
const FRAME: Duration = Duration::from_micros(16_600);
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
    was_asked: bool,
    /// When the one that was asked for has been kept back.
    kept_back: Option<Instant>,
    last_unseen: Option<Instant>,
    /// When the last frame that was asked for was drawn.
    last_drawn: Option<Instant>,
}

impl Repaint {
    pub(super) fn at(&mut self, when: Instant) {
        self.due = Some(self.due.map_or(when, |due| due.min(when)));
    }

    pub(super) fn at_once(&mut self) {
        self.at(Instant::now());
    }

    /// To be called when the system wants a frame: whether that is the one it was asked for.
    pub(super) fn answer(&mut self) -> bool {
        self.kept_back = None;
        if self.was_asked {
            self.last_drawn = Some(Instant::now());
        }
        std::mem::take(&mut self.was_asked)
    }

    pub(super) fn turn(&mut self, is_hidden: impl FnOnce() -> bool) -> Turn {
        let now = Instant::now();
        if self.kept_back.is_some_and(|at| at <= now) {
            // It may still come, and is drawn then.
            self.kept_back = None;
            return Turn::Unseen;
        }
        if self.due.is_none_or(|due| now < due) {
            return Turn::Wait;
        }
        let next = self.last_drawn.map(|last| last + FRAME).filter(|next| now < *next);
        if next.is_some() {
            self.due = next;
            return Turn::Wait;
        }
        if !is_hidden() {
            self.due = None;
            self.was_asked = true;
            self.kept_back.get_or_insert(now + KEPT_BACK);
            return Turn::Ask;
        }
        let next = self.last_unseen.map(|last| last + UNSEEN).filter(|next| now < *next);
        self.due = next;
        if next.is_some() {
            return Turn::Wait;
        }
        self.last_unseen = Some(now);
        Turn::Unseen
    }

    pub(super) fn control_flow(&self) -> ControlFlow {
        let next = self.due.into_iter().chain(self.kept_back).min();
        next.map_or(ControlFlow::Wait, ControlFlow::WaitUntil)
    }
}

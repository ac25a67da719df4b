//! Whether a person is at the window: what they do, and what the window does without them.

use std::sync::atomic::Ordering;
use std::time::Duration;

use egui::{Context, Event, ImeEvent, InputState};

use crate::model;

use super::clipboard::Clipboard;
use super::event_loop::App;
use super::signals::Ending;
use super::sleep::{SleepWatch, Slept};

impl App {
    /// From now on the closing of the system's own lock is read from here.
    pub fn heed_lock(&mut self, locked: &Ending) {
        self.locked = Ending::clone(locked);
    }

    /// From now on the computer's sleep is told by this.
    pub fn heed_sleep(&mut self, slept: Slept) {
        self.sleep = SleepWatch::new(slept);
    }

    /// From now on secrets are copied to the system's clipboard past egui's.
    pub(super) fn use_system_clipboard(&mut self) {
        self.clipboard = Clipboard::of_system();
    }

    /// Tells whether a person is there, or has left the computer.
    pub(super) fn attend(&mut self, ctx: &Context) {
        if self.sleep.has_slept() | self.locked.swap(false, Ordering::SeqCst) {
            self.take(ctx, model::Event::SystemLocked.into());
        }
        if ctx.input(is_attended) {
            self.take(ctx, model::Event::Attended.into());
        }
        if ctx.input(|input| input.raw.events.contains(&Event::WindowFocused(false))) {
            self.clipboard.lost_sight();
        }
    }

    /// A frame is drawn when something is to be done without being asked: a call, the lock, a count.
    pub(super) fn wake_in_time(&self, ctx: &Context) {
        let now = self.now();
        for due in [self.state().next_call(), self.state().next_deed(now)].into_iter().flatten() {
            let wait = due.duration_since(now.timestamp);
            ctx.request_repaint_after(Duration::try_from(wait).unwrap_or_default());
        }
    }
}

/// Whether a frame's input comes from a person, and not from the system.
fn is_attended(input: &InputState) -> bool {
    !input.raw.dropped_files.is_empty() || input.raw.events.iter().any(is_of_person)
}

fn is_of_person(event: &Event) -> bool {
    match event {
        Event::WindowFocused(_) | Event::PointerGone => false,
        // An empty one tells that the method of input has been left.
        Event::Ime(ImeEvent::Preedit { text, .. }) => !text.is_empty(),
        _ => true,
    }
}

//! Why there is no window.

use std::any::Any;

use crate::diagnostics::Crash;

/// Why no window could be opened.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum WindowError {
    /// No X server and no Wayland compositor.
    #[error("no window can be opened: there is no display")]
    NoDisplay,
    /// A display, but no way to open a window on it.
    #[error("no window can be opened ({reason})")]
    NoWindow {
        /// The windowing library's words, or what it logged before it gave up.
        reason: String,
    },
    /// A display, but no OpenGL, and nothing else was to draw.
    #[error("no window can be opened by OpenGL ({reason})")]
    NoOpenGl {
        /// The windowing library's words, or what it logged before it gave up.
        reason: String,
    },
    /// There was a window, and it could be drawn no longer. Whatever was being removed is in the journal.
    #[error("the window could not be drawn any longer ({reason})")]
    Lost {
        /// The windowing library's words, or what it logged before it gave up.
        reason: String,
    },
    /// There was a window, and the program broke off. Whatever it was removing is in the journal.
    #[error(transparent)]
    Crashed(Crash),
}

pub(super) fn panic_text(payload: &(dyn Any + Send)) -> String {
    let text = payload.downcast_ref::<&str>().map(|text| (*text).to_owned());
    text.or_else(|| payload.downcast_ref::<String>().cloned()).unwrap_or_default()
}

/// The reason without the place in a library's source that it comes from.
pub(super) fn first_line(text: &str) -> String {
    let line = text.lines().next().unwrap_or_default().trim_end_matches('.');
    let reason = line.rsplit(".rs:").next().unwrap_or(line);
    let reason = reason.trim_start_matches(|c: char| c.is_ascii_digit() || ": ".contains(c));
    if reason.is_empty() { "no reason given".to_owned() } else { reason.to_owned() }
}

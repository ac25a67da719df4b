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

/// The reason without the place in a library's source that it comes from, and without what the library's own values
/// look like there.
pub(super) fn first_line(text: &str) -> String {
    let line = text.lines().next().unwrap_or_default().trim_end_matches('.');
    let reason = line.rsplit(".rs:").next().unwrap_or(line);
    let reason = reason.trim_start_matches(|c: char| c.is_ascii_digit() || ": ".contains(c));
    let reason = without_values(reason);
    if reason.is_empty() { "no reason given".to_owned() } else { reason }
}

/// A library says `… matching the template: ConfigTemplate { alpha_size: 8, … }. Error: not found`.
fn without_values(reason: &str) -> String {
    let (Some((before, _)), Some((_, after))) = (reason.split_once('{'), reason.rsplit_once('}'))
    else {
        return reason.to_owned();
    };
    // The value's type stands before its braces.
    let before = before.trim_end().trim_end_matches(|c: char| c.is_alphanumeric() || c == '_');
    let before = before.trim_end_matches(|c: char| ":( ".contains(c));
    let after = after.trim_start_matches(|c: char| ") }".contains(c));
    let gap = if after.starts_with(char::is_alphanumeric) { " " } else { "" };
    format!("{before}{gap}{after}")
}

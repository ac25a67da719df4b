//! Why there is no window.

use std::any::Any;

use crate::diagnostics::Crash;

/// Why no window could be opened.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum WindowError {
    /// No X server and no Wayland compositor.
    #[error(
        "no window can be opened, because neither DISPLAY nor WAYLAND_DISPLAY is set: start carddesk in a \
         desktop session, or under Xvfb (Debian: xvfb), or use `carddesk snapshot`, which needs no display"
    )]
    NoDisplay,
    /// A display, but no way to open a window on it.
    #[error("no window can be opened ({reason}): {}", way_on())]
    NoWindow {
        /// The windowing library's words, or what it logged before it gave up.
        reason: String,
    },
    /// A display, but no OpenGL, and nothing else was to draw.
    #[error(
        "no window can be opened by OpenGL ({reason}): leave `--renderer opengl` out, and the processor \
         draws the window, or install OpenGL (Debian: libgl1 libgl1-mesa-dri)"
    )]
    NoOpenGl {
        /// The windowing library's words, or what it logged before it gave up.
        reason: String,
    },
    /// There was a window, and it could be drawn no longer. Whatever was being removed is in the journal.
    #[error(
        "the window could not be drawn any longer ({reason}): start carddesk anew; a removal that was under \
         way is in the journal"
    )]
    Lost {
        /// The windowing library's words, or what it logged before it gave up.
        reason: String,
    },
    /// There was a window, and the program broke off. Whatever it was removing is in the journal.
    #[error(transparent)]
    Crashed(Crash),
}

/// What to do where no window opens although OpenGL is not needed.
fn way_on() -> &'static str {
    if cfg!(target_os = "linux") {
        "check that the display is reachable, and that the X libraries are installed (Debian: libx11-6 \
         libx11-xcb1 libxcursor1 libxi6 libxkbcommon-x11-0)"
    } else {
        "sign in to a desktop session, and start carddesk there"
    }
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

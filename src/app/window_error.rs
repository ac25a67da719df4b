//! Why there is no window, and how that is found out.

use std::any::Any;
use std::sync::{Arc, Mutex, PoisonError};

use log::{Level, LevelFilter, Log, Metadata, Record};

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
    /// A display, but something to draw with is missing.
    #[error(
        "no window can be opened ({reason}): install OpenGL and the X libraries (Debian: libgl1 \
         libgl1-mesa-dri libx11-6 libx11-xcb1 libxcursor1 libxi6 libxkbcommon-x11-0), and check that the \
         display is reachable"
    )]
    NoGraphics {
        /// The windowing library's words, or what it logged before it gave up.
        reason: String,
    },
    /// There was a window, and the program broke off. Whatever it was removing is in the journal.
    #[error(transparent)]
    Crashed(Crash),
}

/// The reason that eframe's event loop ends for: it goes to eframe's log alone. Warnings and errors
/// of libraries go to the diagnostic log besides.
#[derive(Clone, Default)]
pub(super) struct LoggedReason(Arc<Mutex<Option<String>>>);

impl LoggedReason {
    /// Where the loop logs it, and its words before it.
    const LOOP: &str = "eframe::native::run";
    const BEFORE: &str = "Exiting because of error: ";

    /// Listens from now on.
    pub(super) fn listen() -> Self {
        let reason = Self::default();
        // A second listener is refused; then no reason is known.
        if log::set_boxed_logger(Box::new(reason.clone())).is_ok() {
            log::set_max_level(LevelFilter::Warn);
        }
        reason
    }

    /// The error, where one was logged.
    pub(super) fn take(&self) -> Option<String> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).take()
    }
}

impl Log for LoggedReason {
    fn enabled(&self, metadata: &Metadata<'_>) -> bool {
        metadata.level() <= Level::Warn
    }

    fn log(&self, record: &Record<'_>) {
        let (library, text) = (record.target(), record.args().to_string());
        match record.level() {
            Level::Error => tracing::error!(target: "library", library, reason = text),
            Level::Warn => tracing::warn!(target: "library", library, reason = text),
            Level::Info | Level::Debug | Level::Trace => {}
        }
        if library == Self::LOOP && record.level() == Level::Error {
            let reason = text.strip_prefix(Self::BEFORE).unwrap_or(&text).to_owned();
            *self.0.lock().unwrap_or_else(PoisonError::into_inner) = Some(reason);
        }
    }

    fn flush(&self) {}
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

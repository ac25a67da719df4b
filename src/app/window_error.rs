//! Why there is no window, and how that is found out.

use std::any::Any;
use std::sync::{Arc, Mutex, PoisonError};

use log::{LevelFilter, Log, Metadata, Record};

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
    NoGraphics { reason: String },
}

/// The reason that eframe's event loop ends for: it tells its log alone. Nothing else is kept, and
/// nothing is printed.
#[derive(Clone, Default)]
pub(super) struct LoggedReason(Arc<Mutex<Option<String>>>);

impl LoggedReason {
    /// Where the loop tells it, and its words before it.
    const LOOP: &str = "eframe::native::run";
    const BEFORE: &str = "Exiting because of error: ";

    /// Listens from now on.
    pub(super) fn listen() -> Self {
        let reason = Self::default();
        // A second listener is refused; then no reason is known.
        if log::set_boxed_logger(Box::new(reason.clone())).is_ok() {
            log::set_max_level(LevelFilter::Error);
        }
        reason
    }

    /// The error, where one was told.
    pub(super) fn take(&self) -> Option<String> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).take()
    }
}

impl Log for LoggedReason {
    fn enabled(&self, metadata: &Metadata<'_>) -> bool {
        metadata.target() == Self::LOOP
    }

    fn log(&self, record: &Record<'_>) {
        if self.enabled(record.metadata()) {
            let text = record.args().to_string();
            let reason = text.strip_prefix(Self::BEFORE).unwrap_or(&text).to_owned();
            *self.0.lock().unwrap_or_else(PoisonError::into_inner) = Some(reason);
        }
    }

    fn flush(&self) {}
}

/// While it lives, a panic's message is kept instead of printed: the sentence above says what to
/// do. Workers' panics are caught in `jobs` and become errors of their own.
pub(super) struct QuietPanics {
    message: Arc<Mutex<Option<String>>>,
}

impl QuietPanics {
    pub(super) fn new() -> Self {
        let message = Arc::new(Mutex::new(None));
        let kept = Arc::clone(&message);
        std::panic::set_hook(Box::new(move |info| {
            let text = panic_text(info.payload());
            *kept.lock().unwrap_or_else(PoisonError::into_inner) = Some(text);
        }));
        Self { message }
    }

    pub(super) fn message(&self) -> Option<String> {
        self.message.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }
}

impl Drop for QuietPanics {
    fn drop(&mut self) {
        if !std::thread::panicking() {
            let _ours = std::panic::take_hook();
        }
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

//! What libraries of the window tell their log alone.

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use log::{Level, LevelFilter, Log, Metadata, Record};

/// The reason that eframe's event loop ends for, and the name of what draws OpenGL: both are told nowhere
/// else. Warnings and errors of libraries go to the diagnostic log besides.
#[derive(Clone, Default)]
pub(super) struct LibraryLog(Arc<Mutex<Heard>>);

#[derive(Default)]
struct Heard {
    reason: Option<String>,
    renderer: Option<String>,
}

impl LibraryLog {
    /// Where the loop tells it, and its words before it.
    const LOOP: &str = "eframe::native::run";
    const BEFORE: &str = "Exiting because of error: ";
    /// Where the name is told, and the words before it.
    const OPENGL: &str = "egui_glow::painter";
    const RENDERER: &str = "opengl renderer: ";

    /// Listens from now on.
    pub(super) fn listen() -> Self {
        let heard = Self::default();
        // A second listener is refused; then nothing is known.
        if log::set_boxed_logger(Box::new(heard.clone())).is_ok() {
            log::set_max_level(LevelFilter::Debug);
        }
        heard
    }

    /// The error, where one was told.
    pub(super) fn take(&self) -> Option<String> {
        self.heard().reason.take()
    }

    /// Warnings and errors alone from now on: what else was wanted has been heard.
    pub(super) fn hear_warnings_alone(&self) {
        log::set_max_level(LevelFilter::Warn);
    }

    /// What draws OpenGL, as its driver calls itself.
    pub(super) fn renderer(&self) -> Option<String> {
        // Told once, and nothing else is wanted at this level.
        self.hear_warnings_alone();
        self.heard().renderer.clone()
    }

    fn heard(&self) -> MutexGuard<'_, Heard> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Log for LibraryLog {
    fn enabled(&self, metadata: &Metadata<'_>) -> bool {
        metadata.level() <= Level::Warn || metadata.target() == Self::OPENGL
    }

    fn log(&self, record: &Record<'_>) {
        if !self.enabled(record.metadata()) {
            return;
        }
        let (library, text) = (record.target(), record.args().to_string());
        match record.level() {
            Level::Error => tracing::error!(target: "library", library, reason = text),
            Level::Warn => tracing::warn!(target: "library", library, reason = text),
            Level::Info | Level::Debug | Level::Trace => {
                let name = text.lines().find_map(|line| line.strip_prefix(Self::RENDERER));
                if let Some(name) = name {
                    self.heard().renderer = Some(name.trim().to_owned());
                }
            }
        }
        if library == Self::LOOP && record.level() == Level::Error {
            let reason = text.strip_prefix(Self::BEFORE).unwrap_or(&text).to_owned();
            self.heard().reason = Some(reason);
        }
    }

    fn flush(&self) {}
}

//! Opens the window, by OpenGL or without.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;
use std::time::Duration;

use eframe::UserEvent;
use egui::ViewportBuilder;
use winit::event_loop::EventLoop;

use crate::diagnostics::Panics;
use crate::settings::{RendererChoice, WindowSize};

use super::cpu;
use super::display;
use super::event_loop::Setup;
use super::icon::icon;
use super::library_log::LibraryLog;
use super::opengl;
use super::pacing::Pace;
use super::pane::{Launch, Parts};
use super::renderer::{Renderer, expected_renderer};
use super::screen::SMALLEST;
use super::signals::{Ending, heed_signals};
use super::system_lock::heed_system_lock;
use super::window_error::{WindowError, first_line, panic_text};

/// How a window is to look when it opens.
#[derive(Debug, Clone, Copy)]
pub struct WindowLook {
    /// As the title bar has it.
    pub title: &'static str,
    /// Of the inside, in points; smaller where the screen is.
    pub size: WindowSize,
    /// What is to draw it.
    pub renderer: RendererChoice,
    /// Whether there is to be no window where that cannot draw it: who has asked for it at this start wants to
    /// know why it does not. One that was chosen earlier gives way, since the settings are in the window.
    pub insists: bool,
}

impl WindowLook {
    fn insists_on_opengl(self) -> bool {
        self.insists && self.renderer == RendererChoice::OpenGl
    }

    fn viewport(self) -> ViewportBuilder {
        ViewportBuilder::default()
            .with_title(self.title)
            .with_app_id("carddesk")
            .with_icon(icon())
            .with_inner_size([self.size.width(), self.size.height()])
            .with_min_inner_size(SMALLEST)
    }
}

/// Opens the window and stays until it is closed.
///
/// # Errors
/// [`WindowError`]: what is missing, or where the program broke off, as `panics` saw it.
pub fn run_window(setup: Setup, look: WindowLook, panics: &Panics) -> Result<(), WindowError> {
    if !display::is_named() {
        return Err(WindowError::NoDisplay);
    }
    let pace = Pace::default();
    let run = caught(&pace, || run_loop(setup, look, &pace));
    let failure = |failed: Failed| match failed {
        Failed::Crashed => WindowError::Crashed(panics.crash()),
        Failed::Ended(reason) if pace.has_begun() => {
            WindowError::Lost { reason: first_line(&reason) }
        }
        Failed::Ended(reason) if look.insists_on_opengl() => {
            WindowError::NoOpenGl { reason: first_line(&reason) }
        }
        Failed::Ended(reason) => WindowError::NoWindow { reason: first_line(&reason) },
    };
    run.map_err(failure)
}

/// How a window failed.
enum Failed {
    /// It never opened, or could be drawn no longer.
    Ended(String),
    /// It was there, and the program broke off.
    Crashed,
}

/// Where a library of the system is missing, some of the windowing stack panics.
fn caught(pace: &Pace, open: impl FnOnce() -> Result<(), Failed>) -> Result<(), Failed> {
    match catch_unwind(AssertUnwindSafe(open)) {
        Ok(result) => result,
        Err(_panic) if pace.has_begun() => Err(Failed::Crashed),
        Err(panic) => Err(Failed::Ended(panic_text(panic.as_ref()))),
    }
}

/// Until the window is closed.
fn run_loop(setup: Setup, look: WindowLook, pace: &Pace) -> Result<(), Failed> {
    let libraries = LibraryLog::listen();
    let built = EventLoop::<UserEvent>::with_user_event().build();
    let mut event_loop = built.map_err(|error| Failed::Ended(error.to_string()))?;
    let (waker, ending) = (Pace::waker(&event_loop), Ending::default());
    let wake = Arc::clone(&waker);
    heed_signals(&ending, move || wake(Duration::ZERO));
    let (locked, wake) = (Ending::default(), Arc::clone(&waker));
    heed_system_lock(&locked, move || wake(Duration::ZERO));
    let size = look.size;
    let parts = Parts { setup, size, waker, ending, locked, pace: pace.clone() };
    let launch = Launch::new(parts);
    let (first, reason) = expected_renderer(look.renderer);
    let mut why = reason.to_owned();
    if first == Renderer::OpenGl {
        let hardware_alone = look.renderer == RendererChoice::Auto;
        let opened = caught(pace, || {
            let what = (look.viewport(), &launch);
            let opened = opengl::run(&mut event_loop, what, (pace, &libraries), hardware_alone);
            opened.map_err(Failed::Ended)
        });
        match opened {
            Err(Failed::Ended(reason)) if !look.insists_on_opengl() && !pace.has_begun() => {
                why = reason;
            }
            ended => return ended,
        }
    }
    tracing::info!(target: "carddesk::window", renderer = "cpu", reason = why, "opens");
    libraries.hear_warnings_alone();
    cpu::run(&mut event_loop, look.viewport(), &launch, pace).map_err(Failed::Ended)
}

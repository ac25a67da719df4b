//! Runs the program in an eframe window.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;
use std::time::Duration;

use eframe::{CreationContext, Frame, NativeOptions};
use egui::{Ui, ViewportBuilder};
use winit::event_loop::EventLoop;

use crate::diagnostics::Panics;
use crate::settings::WindowSize;

use super::event_loop::{App, Setup};
use super::icon::icon;
use super::pacing::{Pace, Paced};
use super::screen::{SMALLEST, first_sizes};
use super::signals::{Ending, heed_signals};
use super::window_error::{LoggedReason, WindowError, first_line, panic_text};

/// The program in its window.
struct Window {
    app: App,
    size: [f32; 2],
    pace: Pace,
}

impl eframe::App for Window {
    fn logic(&mut self, ctx: &egui::Context, _frame: &mut Frame) {
        self.app.logic(ctx);
    }

    fn ui(&mut self, ui: &mut Ui, _frame: &mut Frame) {
        let zoom = ui.ctx().zoom_factor();
        self.size = (ui.ctx().content_rect().size() * zoom).into();
        self.app.ui(ui);
        self.pace.drawn(ui.ctx(), self.app.awaits_art_alone());
        if let Some(drawn) = self.app.drawn() {
            tell_when_drawn(ui, drawn);
        }
    }

    /// The ground that all is drawn on; so the page, which is most of the window, need not paint it.
    fn clear_color(&self, visuals: &egui::Visuals) -> [f32; 4] {
        visuals.panel_fill.to_normalized_gamma_f32()
    }

    fn on_exit(&mut self, _gl: Option<&eframe::glow::Context>) {
        self.app.keep_window_size(self.size[0], self.size[1]);
    }
}

/// Has `drawn` called when all else of this frame has been handed to OpenGL.
fn tell_when_drawn(ui: &Ui, drawn: impl Fn() + Send + Sync + 'static) {
    let last = egui::LayerId::new(egui::Order::Debug, egui::Id::unique("drawn"));
    let callback = eframe::egui_glow::CallbackFn::new(move |_info, _painter| drawn());
    let rect = ui.ctx().content_rect();
    let shape = egui::epaint::PaintCallback { rect, callback: Arc::new(callback) };
    ui.ctx().layer_painter(last).add(shape);
}

/// Opens the window and stays until it is closed.
///
/// # Errors
/// [`WindowError`]: what is missing, or where the program broke off, as `panics` saw it.
pub fn run_window(
    setup: Setup,
    title: &str,
    size: WindowSize,
    panics: &Panics,
) -> Result<(), WindowError> {
    let display = ["DISPLAY", "WAYLAND_DISPLAY", "WAYLAND_SOCKET"];
    let is_set = |name| std::env::var_os(name).is_some_and(|value| !value.is_empty());
    if cfg!(target_os = "linux") && !display.into_iter().any(is_set) {
        return Err(WindowError::NoDisplay);
    }
    let pace = Pace::default();
    let told = pace.clone();
    let options = NativeOptions {
        // The screens are known by then.
        window_builder: Some(Box::new(move |window| {
            let (first, least) = first_sizes(size, told.screen());
            window.with_inner_size(first).with_min_inner_size(least)
        })),
        viewport: ViewportBuilder::default()
            .with_title(title)
            .with_app_id("carddesk")
            .with_icon(icon())
            .with_inner_size([size.width(), size.height()])
            .with_min_inner_size(SMALLEST),
        // Costs time where no graphics card draws; colours are flat, and pictures have their own.
        dithering: false,
        ..NativeOptions::default()
    };
    let begun = pace.clone();
    let run = catch_unwind(AssertUnwindSafe(|| run_loop(setup, size, (options, pace))));
    let reason = match run {
        Ok(Ok(())) => return Ok(()),
        Ok(Err(reason)) => reason,
        Err(_panic) if begun.has_begun() => return Err(WindowError::Crashed(panics.crash())),
        // Where a library of the system is missing, some of the windowing stack panics.
        Err(panic) => panic_text(panic.as_ref()),
    };
    Err(WindowError::NoGraphics { reason: first_line(&reason) })
}

/// Until the window is closed. Why it could not be opened otherwise.
fn run_loop(
    setup: Setup,
    size: WindowSize,
    (options, pace): (NativeOptions, Pace),
) -> Result<(), String> {
    let logged = LoggedReason::listen();
    let event_loop = EventLoop::with_user_event().build().map_err(|error| error.to_string())?;
    let (frames, waker) = (pace.clone(), Pace::waker(&event_loop));
    let (ending, wake) = (Ending::default(), Arc::clone(&waker));
    heed_signals(&ending, move || wake(Duration::ZERO));
    let create = move |context: &CreationContext<'_>| {
        frames.begin(&context.egui_ctx);
        let mut app = App::new(setup, waker);
        app.heed(&ending);
        Ok(Box::new(Window { app, size: size.into(), pace: frames }) as Box<dyn eframe::App>)
    };
    let app = eframe::create_native("carddesk", options, Box::new(create), &event_loop);
    let mut paced = Paced::new(app, pace.clone());
    event_loop.run_app(&mut paced).map_err(|error| error.to_string())?;
    match logged.take() {
        Some(reason) => Err(reason),
        // Whatever it was, there has been no window.
        None if !pace.has_begun() => Err(String::new()),
        None => Ok(()),
    }
}

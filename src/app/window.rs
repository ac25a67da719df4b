use std::any::Any;
use std::fmt;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use eframe::{CreationContext, Frame, NativeOptions};
use egui::{Ui, ViewportBuilder};

use crate::settings::WindowSize;

use super::desk::{Desk, Setup};

/// Smallest inner size the layout holds at, in points.
const SMALLEST: [f32; 2] = [720.0, 480.0];

/// Why no window could be opened.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum WindowError {
    /// No X server and no Wayland compositor.
    NoDisplay,
    /// A display, but something to draw with is missing.
    NoGraphics { reason: String },
}

impl fmt::Display for WindowError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NoDisplay => f.write_str(
                "no window can be opened, because neither DISPLAY nor WAYLAND_DISPLAY is set: start \
                 carddesk in a desktop session, or under Xvfb (Debian: xvfb), or use `carddesk \
                 snapshot`, which needs no display",
            ),
            Self::NoGraphics { reason } => write!(
                f,
                "no window can be opened ({reason}): install OpenGL and the X libraries (Debian: \
                 libgl1 libgl1-mesa-dri libx11-6 libx11-xcb1 libxcursor1 libxi6 libxkbcommon-x11-0), \
                 and check that the display is reachable"
            ),
        }
    }
}

impl std::error::Error for WindowError {}

/// The program in its window.
struct Window {
    desk: Desk,
    size: [f32; 2],
}

impl eframe::App for Window {
    fn logic(&mut self, ctx: &egui::Context, _frame: &mut Frame) {
        self.desk.logic(ctx);
    }

    fn ui(&mut self, ui: &mut Ui, _frame: &mut Frame) {
        let zoom = ui.ctx().zoom_factor();
        self.size = (ui.ctx().content_rect().size() * zoom).into();
        self.desk.ui(ui);
        if let Some(drawn) = self.desk.drawn() {
            tell_when_drawn(ui, drawn);
        }
    }

    /// The ground that all is drawn on; so the page, which is most of the window, need not paint it.
    fn clear_color(&self, visuals: &egui::Visuals) -> [f32; 4] {
        visuals.panel_fill.to_normalized_gamma_f32()
    }

    fn on_exit(&mut self, _gl: Option<&eframe::glow::Context>) {
        self.desk.keep_window_size(self.size[0], self.size[1]);
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
/// [`WindowError`]: what is missing.
pub fn run_window(setup: Setup, title: &str, size: WindowSize) -> Result<(), WindowError> {
    let display = ["DISPLAY", "WAYLAND_DISPLAY", "WAYLAND_SOCKET"];
    let is_set = |name| std::env::var_os(name).is_some_and(|value| !value.is_empty());
    if cfg!(target_os = "linux") && !display.into_iter().any(is_set) {
        return Err(WindowError::NoDisplay);
    }
    let options = NativeOptions {
        viewport: ViewportBuilder::default()
            .with_title(title)
            .with_app_id("carddesk")
            .with_inner_size([size.width(), size.height()])
            .with_min_inner_size(SMALLEST),
        // Costs time where no graphics card draws; colours are flat, and pictures have their own.
        dithering: false,
        ..NativeOptions::default()
    };
    let create = move |context: &CreationContext<'_>| {
        let ctx = context.egui_ctx.clone();
        let waker = Arc::new(move |within: Duration| ctx.request_repaint_after(within));
        let desk = Desk::new(setup, waker);
        Ok(Box::new(Window { desk, size: size.into() }) as Box<dyn eframe::App>)
    };
    // Where a library of the system is missing, some of the windowing stack panics.
    let quiet = QuietPanics::new();
    let run = catch_unwind(AssertUnwindSafe(|| {
        eframe::run_native("carddesk", options, Box::new(create)).map_err(|e| e.to_string())
    }));
    let reason = match run {
        Ok(Ok(())) => return Ok(()),
        Ok(Err(reason)) => reason,
        Err(panic) => quiet.message().unwrap_or_else(|| panic_text(panic.as_ref())),
    };
    Err(WindowError::NoGraphics { reason: first_line(&reason) })
}

/// While it lives, a panic's message is kept instead of printed: the sentence above says what to
/// do. Workers' panics are caught in `jobs` and become errors of their own.
struct QuietPanics {
    message: Arc<Mutex<Option<String>>>,
}

impl QuietPanics {
    fn new() -> Self {
        let message = Arc::new(Mutex::new(None));
        let kept = Arc::clone(&message);
        std::panic::set_hook(Box::new(move |info| {
            let text = panic_text(info.payload());
            *kept.lock().unwrap_or_else(PoisonError::into_inner) = Some(text);
        }));
        Self { message }
    }

    fn message(&self) -> Option<String> {
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

fn panic_text(payload: &(dyn Any + Send)) -> String {
    let text = payload.downcast_ref::<&str>().map(|text| (*text).to_owned());
    text.or_else(|| payload.downcast_ref::<String>().cloned()).unwrap_or_default()
}

/// The reason without the place in a library's source that it comes from.
fn first_line(text: &str) -> String {
    let line = text.lines().next().unwrap_or_default().trim_end_matches('.');
    let reason = line.rsplit(".rs:").next().unwrap_or(line);
    let reason = reason.trim_start_matches(|c: char| c.is_ascii_digit() || ": ".contains(c));
    if reason.is_empty() { "no reason given".to_owned() } else { reason.to_owned() }
}

//! The window that eframe opens and OpenGL draws.

use std::sync::Arc;

use eframe::{CreationContext, Frame, NativeOptions, UserEvent};
use egui::{Ui, ViewportBuilder};
use winit::event_loop::EventLoop;
use winit::platform::run_on_demand::EventLoopExtRunOnDemand as _;

use super::library_log::LibraryLog;
use super::pacing::{Pace, Paced};
use super::pane::{Launch, Pane};
use super::renderer::is_software;

impl eframe::App for Pane {
    fn logic(&mut self, ctx: &egui::Context, _frame: &mut Frame) {
        self.logic(ctx);
    }

    fn ui(&mut self, ui: &mut Ui, _frame: &mut Frame) {
        self.ui(ui);
        if let Some(drawn) = self.drawn() {
            tell_when_drawn(ui, drawn);
        }
    }

    /// The ground that all is drawn on; so the page, which is most of the window, need not paint it.
    fn clear_color(&self, visuals: &egui::Visuals) -> [f32; 4] {
        visuals.panel_fill.to_normalized_gamma_f32()
    }

    fn on_exit(&mut self, _gl: Option<&eframe::glow::Context>) {
        self.close();
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

/// Opens the window and stays until it is closed. Where `hardware_alone` holds, a processor that
/// imitates a graphics card is refused.
///
/// # Errors
/// Why there has been no window.
pub(super) fn run(
    event_loop: &mut EventLoop<UserEvent>,
    (viewport, launch): (ViewportBuilder, &Launch),
    (pace, libraries): (&Pace, &LibraryLog),
    hardware_alone: bool,
) -> Result<(), String> {
    let told = pace.clone();
    let options = NativeOptions {
        // The screens are known by then.
        window_builder: Some(Box::new(move |window| told.fitted(window))),
        viewport,
        // Costs time where no graphics card draws; colours are flat, and pictures have their own.
        dithering: false,
        ..NativeOptions::default()
    };
    let (launch, heard) = (launch.clone(), libraries.clone());
    let create = move |context: &CreationContext<'_>| {
        let renderer = heard.renderer().unwrap_or_default();
        if hardware_alone && is_software(&renderer) {
            return Err(format!("OpenGL is drawn by the processor: {renderer}").into());
        }
        let pane = launch.start(&context.egui_ctx).ok_or("the program has been started")?;
        tracing::info!(target: "carddesk::window", renderer = "opengl", device = renderer, "opens");
        Ok(Box::new(pane) as Box<dyn eframe::App>)
    };
    let app = eframe::create_native("carddesk", options, Box::new(create), event_loop);
    let mut paced = Paced::new(app, pace.clone());
    event_loop.run_app_on_demand(&mut paced).map_err(|error| error.to_string())?;
    match libraries.take() {
        Some(reason) => Err(reason),
        // Whatever it was, there has been no window.
        None if !pace.has_begun() => Err(String::new()),
        None => Ok(()),
    }
}

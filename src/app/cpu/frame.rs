//! Frames of the window that the processor draws.

use std::rc::Rc;

use egui::{
    Context, FullOutput, RawInput, ViewportCommand, ViewportEvent, ViewportId, ViewportInfo,
};
use egui_winit::{ActionRequested, accesskit_winit};
use winit::event::WindowEvent;
use winit::event_loop::ActiveEventLoop;
use winit::window::{Window, WindowId};

use super::super::offscreen::MAX_TEXTURE_SIDE;
use super::super::pane::Pane;
use super::surface::Surface;
use super::{Opening, context};
use crate::ui::theme::Theme;
use carddesk_painter::Scene;

/// What follows a frame.
pub(super) enum Next {
    GoOn,
    Close,
}

/// The open window.
pub(super) struct Frames {
    ctx: Context,
    pane: Pane,
    surface: Surface,
    egui: egui_winit::State,
    info: ViewportInfo,
    /// Whether the system may say something else than `info` by now.
    info_is_old: bool,
    /// Taken in while nothing was shown.
    pending: RawInput,
    window: Rc<Window>,
    has_shown: bool,
}

impl Frames {
    /// Opens the window, hidden until its first frame.
    pub(super) fn open(event_loop: &ActiveEventLoop, opening: Opening) -> Result<Self, String> {
        let Opening { viewport, launch, pace, proxy } = opening;
        let ctx = context(proxy.clone());
        let viewport = pace.fitted(viewport).with_visible(false);
        let window = egui_winit::create_window(&ctx, event_loop, &viewport);
        let window = Rc::new(window.map_err(|error| error.to_string())?);
        let mut info = ViewportInfo::default();
        egui_winit::update_viewport_info(&mut info, &ctx, &window, true);
        let surface = Surface::new(&window)?;
        let (scale, theme) = (window.scale_factor() as f32, window.theme());
        let side = Some(MAX_TEXTURE_SIDE);
        let (root, scale) = (ViewportId::ROOT, Some(scale));
        let mut egui = egui_winit::State::new(ctx.clone(), root, event_loop, scale, theme, side);
        egui.init_accesskit(event_loop, &window, proxy);
        let pane = launch.start(&ctx).ok_or("the program has been started")?;
        let pending = RawInput::default();
        Ok(Self {
            ctx,
            pane,
            surface,
            egui,
            info,
            info_is_old: false,
            pending,
            window,
            has_shown: false,
        })
    }

    pub(super) fn id(&self) -> WindowId {
        self.window.id()
    }

    pub(super) fn pass(&self) -> u64 {
        self.ctx.cumulative_pass_nr()
    }

    /// Whether the system asks this window for no frames.
    pub(super) fn is_hidden(&self) -> bool {
        // Others ask all the same, and to find it out takes a round trip there.
        cfg!(windows) && self.is_out_of_sight()
    }

    fn is_out_of_sight(&self) -> bool {
        self.window.is_visible() == Some(false) || self.window.is_minimized() == Some(true)
    }

    pub(super) fn ask_for_redraw(&self) {
        self.window.request_redraw();
    }

    pub(super) fn tell(&mut self, event: ViewportEvent) {
        self.info.events.push(event);
        self.ctx.request_repaint();
    }

    pub(super) fn set_occluded(&mut self, is_occluded: bool) {
        self.surface.forget();
        self.info.occluded = Some(is_occluded);
    }

    /// Whether a frame is to follow.
    pub(super) fn take_event(&mut self, event: &WindowEvent) -> bool {
        self.info_is_old |= matches!(
            event,
            WindowEvent::Moved(_)
                | WindowEvent::Resized(_)
                | WindowEvent::ScaleFactorChanged { .. }
                | WindowEvent::Focused(_)
                | WindowEvent::Occluded(_)
        );
        let is_seen_anew = match event {
            WindowEvent::Resized(size) => size.width > 0 && size.height > 0,
            WindowEvent::Occluded(is_occluded) => !is_occluded,
            _ => false,
        };
        self.egui.on_window_event(&self.window, event).repaint || is_seen_anew
    }

    /// Whether a frame is to follow.
    pub(super) fn take_accesskit(&mut self, event: &accesskit_winit::WindowEvent) -> bool {
        match event {
            accesskit_winit::WindowEvent::InitialTreeRequested => {
                self.ctx.enable_accesskit();
                true
            }
            accesskit_winit::WindowEvent::ActionRequested(request) => {
                self.egui.on_accesskit_action_request(request.clone());
                true
            }
            accesskit_winit::WindowEvent::AccessibilityDeactivated => {
                self.ctx.disable_accesskit();
                false
            }
        }
    }

    /// Shows the last frame anew; `false` where a frame has to follow for that.
    pub(super) fn show_again(&mut self) -> Result<bool, String> {
        self.surface.show_again(&self.window)
    }

    /// Runs a frame: all of it where it `is_shown`, and only what the program does without a window
    /// otherwise.
    pub(super) fn run(
        &mut self,
        event_loop: &ActiveEventLoop,
        is_shown: bool,
    ) -> Result<Next, String> {
        // To ask takes round trips: not for each move of the pointer.
        if std::mem::take(&mut self.info_is_old) || self.info.minimized != Some(false) {
            egui_winit::update_viewport_info(&mut self.info, &self.ctx, &self.window, false);
        }
        // Before the first frame it is hidden, and the first frame shows it.
        let is_visible = !self.has_shown || self.info.visible().unwrap_or(true);
        let mut input = std::mem::take(&mut self.pending);
        input.append(self.egui.take_egui_input(&self.window));
        input.viewports = std::iter::once((ViewportId::ROOT, self.info.clone())).collect();
        let is_closing = input.viewport().close_requested();
        let is_whole = is_shown && is_visible;
        let commands =
            if is_whole { self.whole(event_loop, input)? } else { self.unseen(event_loop, input) };
        self.info.events.clear();
        let goes_on = commands.contains(&ViewportCommand::CancelClose);
        self.obey(commands);
        if let Some(drawn) = self.pane.drawn().filter(|_| is_whole) {
            drawn();
        }
        Ok(if is_closing && !goes_on { Next::Close } else { Next::GoOn })
    }

    /// Runs and shows a frame. What the window is to do.
    fn whole(
        &mut self,
        event_loop: &ActiveEventLoop,
        input: RawInput,
    ) -> Result<Vec<ViewportCommand>, String> {
        let pane = &mut self.pane;
        let output = self.ctx.run_ui(input, |ui| {
            pane.logic(ui.ctx());
            pane.ui(ui);
        });
        let FullOutput {
            platform_output,
            textures_delta,
            shapes,
            pixels_per_point,
            viewport_output,
        } = output;
        let window = &self.window;
        self.egui.handle_platform_output_with_event_loop(window, event_loop, platform_output);
        let primitives = self.ctx.tessellate(shapes, pixels_per_point);
        if !self.has_shown {
            self.has_shown = true;
            window.set_visible(true);
        }
        let size = window.inner_size();
        let scene = Scene {
            primitives: &primitives,
            pixels_per_point,
            size: (size.width as usize, size.height as usize),
            ground: Theme::of(&self.ctx).ground,
        };
        self.surface.take_textures(textures_delta);
        self.surface.show(window, &scene)?;
        let root = viewport_output.into_iter().filter(|(id, _)| *id == ViewportId::ROOT);
        Ok(root.flat_map(|(_, output)| output.commands).collect())
    }

    /// Lets the program go on without a frame. What the window is to do.
    fn unseen(&mut self, event_loop: &ActiveEventLoop, input: RawInput) -> Vec<ViewportCommand> {
        let pane = &mut self.pane;
        let output = self.ctx.run_logic(&input, |ctx| pane.logic(ctx));
        self.pending = input;
        let window = &self.window;
        self.egui.handle_platform_output_with_event_loop(
            window,
            event_loop,
            output.platform_output,
        );
        let root = output.viewport_commands.into_iter().filter(|(id, _)| *id == ViewportId::ROOT);
        root.flat_map(|(_, commands)| commands).collect()
    }

    fn obey(&mut self, commands: Vec<ViewportCommand>) {
        self.info_is_old |= !commands.is_empty();
        let mut actions = Vec::new();
        let (ctx, window) = (&self.ctx, &self.window);
        egui_winit::process_viewport_commands(ctx, &mut self.info, commands, window, &mut actions);
        for action in actions {
            let events = &mut self.egui.egui_input_mut().events;
            match action {
                ActionRequested::Cut => events.push(egui::Event::Cut),
                ActionRequested::Copy => events.push(egui::Event::Copy),
                ActionRequested::Paste => {
                    if let Some(text) = self.egui.clipboard_text().filter(|text| !text.is_empty()) {
                        let text = text.replace("\r\n", "\n");
                        self.egui.egui_input_mut().events.push(egui::Event::Paste(text));
                    }
                }
                // Nobody here asks for them.
                ActionRequested::Screenshot(_) | ActionRequested::PaintWhileHidden => {}
            }
        }
    }

    pub(super) fn close(&mut self) {
        self.ctx.on_exit();
        self.pane.close();
    }
}

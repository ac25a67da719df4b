//! The window that the processor draws: winit's window, egui's input and output by egui-winit, and pixels
//! by softbuffer. No library of OpenGL is loaded for it.

mod frame;
mod repaint;
mod surface;

use eframe::UserEvent;
use egui::{Context, ViewportBuilder, ViewportEvent, ViewportId};
use egui_winit::accesskit_winit;
use winit::application::ApplicationHandler;
use winit::event::{StartCause, WindowEvent};
use winit::event_loop::{ActiveEventLoop, EventLoop, EventLoopProxy};
use winit::platform::run_on_demand::EventLoopExtRunOnDemand as _;
use winit::window::WindowId;

use super::pacing::{Pace, Paced};
use super::pane::Launch;
use frame::{Frames, Next};
use repaint::{Repaint, Turn};

/// Opens the window and stays until it is closed.
///
/// # Errors
/// Why there has been no window, or why it could be drawn no longer.
pub(super) fn run(
    event_loop: &mut EventLoop<UserEvent>,
    viewport: ViewportBuilder,
    launch: &Launch,
    pace: &Pace,
) -> Result<(), String> {
    let opening = Opening {
        viewport,
        launch: launch.clone(),
        pace: pace.clone(),
        proxy: event_loop.create_proxy(),
    };
    let window = CpuWindow {
        opening: Some(opening),
        frames: None,
        repaint: Repaint::default(),
        failed: None,
    };
    let mut paced = Paced::new(window, pace.clone());
    event_loop.run_app_on_demand(&mut paced).map_err(|error| error.to_string())?;
    paced.into_inner().failed.map_or(Ok(()), Err)
}

/// What the window is opened with.
struct Opening {
    viewport: ViewportBuilder,
    launch: Launch,
    pace: Pace,
    proxy: EventLoopProxy<UserEvent>,
}

/// The window, before and after it is open.
struct CpuWindow {
    opening: Option<Opening>,
    frames: Option<Frames>,
    repaint: Repaint,
    failed: Option<String>,
}

impl CpuWindow {
    fn fail(&mut self, event_loop: &ActiveEventLoop, reason: String) {
        self.failed = Some(reason);
        self.close(event_loop);
    }

    /// The window goes while the loop still runs, so that it can be put away in order.
    fn close(&mut self, event_loop: &ActiveEventLoop) {
        if let Some(mut frames) = self.frames.take() {
            frames.close();
        }
        event_loop.exit();
    }

    /// Runs a frame, and sees what follows from it.
    fn frame(&mut self, event_loop: &ActiveEventLoop, is_shown: bool) {
        let Some(frames) = &mut self.frames else { return };
        match frames.run(event_loop, is_shown) {
            Ok(Next::GoOn) => {}
            Ok(Next::Close) => self.close(event_loop),
            Err(reason) => self.fail(event_loop, reason),
        }
    }

    /// Draws what is due, and says when the loop is to wake up next.
    fn take_turn(&mut self, event_loop: &ActiveEventLoop) {
        let Some(frames) = &self.frames else { return };
        match self.repaint.turn(|| frames.is_hidden()) {
            Turn::Ask => frames.ask_for_redraw(),
            Turn::Unseen => self.frame(event_loop, false),
            Turn::Wait => {}
        }
        event_loop.set_control_flow(self.repaint.control_flow());
    }

    fn take_event(&mut self, event_loop: &ActiveEventLoop, event: &WindowEvent) {
        let Some(frames) = &mut self.frames else { return };
        match event {
            WindowEvent::RedrawRequested if self.repaint.answer() => {
                self.frame(event_loop, true);
                return;
            }
            // The system has lost what it showed.
            WindowEvent::RedrawRequested => {
                match frames.show_again() {
                    Ok(true) => {}
                    Ok(false) => self.frame(event_loop, true),
                    Err(reason) => self.fail(event_loop, reason),
                }
                return;
            }
            WindowEvent::Destroyed => return self.close(event_loop),
            WindowEvent::CloseRequested => frames.tell(ViewportEvent::Close),
            WindowEvent::Occluded(is_occluded) => frames.set_occluded(*is_occluded),
            _ => {}
        }
        if frames.take_event(event) {
            self.repaint.at_once();
        }
        // Windows waits for a frame of the new size before it shows it.
        if cfg!(windows) && matches!(event, WindowEvent::Resized(size) if size.width > 0) {
            self.frame(event_loop, true);
        }
    }

    fn take_accesskit(&mut self, event: &accesskit_winit::Event) {
        if let Some(frames) = &mut self.frames
            && frames.id() == event.window_id
            && frames.take_accesskit(&event.window_event)
        {
            self.repaint.at_once();
        }
    }
}

impl ApplicationHandler<UserEvent> for CpuWindow {
    fn resumed(&mut self, event_loop: &ActiveEventLoop) {
        let Some(opening) = self.opening.take() else { return };
        match Frames::open(event_loop, opening) {
            Ok(frames) => {
                self.frames = Some(frames);
                // A hidden window is asked for no frame: the first one shows it.
                self.frame(event_loop, true);
                self.take_turn(event_loop);
            }
            Err(reason) => self.fail(event_loop, reason),
        }
    }

    fn new_events(&mut self, event_loop: &ActiveEventLoop, _cause: StartCause) {
        self.take_turn(event_loop);
    }

    fn user_event(&mut self, event_loop: &ActiveEventLoop, event: UserEvent) {
        match event {
            UserEvent::RequestRepaint { when, cumulative_pass_nr, .. } => {
                let pass = |frames: &Frames| frames.pass();
                // One that a later frame has answered already is not current.
                let current = self.frames.as_ref().map_or(0, pass);
                if (cumulative_pass_nr..=cumulative_pass_nr + 1).contains(&current) {
                    self.repaint.at(when);
                }
            }
            UserEvent::AccessKitActionRequest(event) => self.take_accesskit(&event),
        }
        self.take_turn(event_loop);
    }

    fn window_event(&mut self, event_loop: &ActiveEventLoop, id: WindowId, event: WindowEvent) {
        // Of a window that OpenGL was tried with some may still come: that it is gone, for one.
        if self.frames.as_ref().is_none_or(|frames| frames.id() != id) {
            return;
        }
        self.take_event(event_loop, &event);
        self.take_turn(event_loop);
    }

    fn exiting(&mut self, _event_loop: &ActiveEventLoop) {
        if let Some(mut frames) = self.frames.take() {
            frames.close();
        }
    }
}

/// As eframe makes it.
fn context(proxy: EventLoopProxy<UserEvent>) -> Context {
    let ctx = Context::default();
    ctx.set_embed_viewports(false);
    if let Some(two) = std::num::NonZeroUsize::new(2) {
        ctx.options_mut(|options| options.max_passes = two);
    }
    let proxy = std::sync::Mutex::new(proxy);
    ctx.set_request_repaint_callback(move |info| {
        let event = UserEvent::RequestRepaint {
            viewport_id: ViewportId::ROOT,
            when: std::time::Instant::now() + info.delay,
            cumulative_pass_nr: info.current_cumulative_pass_nr,
        };
        let proxy = proxy.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
        // A loop that is over has no use for it.
        let _is_over = proxy.send_event(event);
    });
    ctx
}

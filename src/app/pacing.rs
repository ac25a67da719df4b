//! When frames are drawn. egui asks for two more after each event and each change of its own, just in
//! case. Where no graphics card helps, those take the time of decoding a page of card art; so while
//! one is coming and a person does nothing, they wait and become one. Events that a frame can take in
//! together are told together.

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

use eframe::UserEvent;
use egui::{Context, Event, ViewportBuilder, ViewportId};
use winit::application::ApplicationHandler;
use winit::event::{DeviceEvent, DeviceId, Ime, StartCause, WindowEvent};
use winit::event_loop::{ActiveEventLoop, EventLoop};
use winit::window::WindowId;

use crate::jobs::Waker;

use super::screen::{SMALLEST, Screen, first_sizes};
use crate::settings::WindowSize;

/// How long after a frame the next one that egui alone asks for may wait.
const WAIT: Duration = Duration::from_millis(250);
/// How long after a person did something no frame waits: whatever answers it may move for so long.
const AFTER_INPUT: Duration = Duration::from_millis(600);
/// Stands where egui tells the pass that a frame is asked for in: an answer of a job, which is in
/// none.
const ANSWER: u64 = u64::MAX;

/// What the frames and the event loop share.
#[derive(Clone, Default)]
pub(super) struct Pace(Arc<Mutex<PaceState>>);

#[derive(Default)]
struct PaceState {
    ctx: Option<Context>,
    last_input: Option<Instant>,
    not_before: Option<Instant>,
    screen: Option<Screen>,
}

impl Pace {
    /// Wakes the event loop for the answers of jobs; these frames never wait.
    pub(super) fn waker(event_loop: &EventLoop<UserEvent>) -> Waker {
        let proxy = Mutex::new(event_loop.create_proxy());
        Arc::new(move |within| {
            let event = UserEvent::RequestRepaint {
                viewport_id: ViewportId::ROOT,
                when: Instant::now() + within,
                cumulative_pass_nr: ANSWER,
            };
            // A loop that is over has no use for it.
            let _is_over = proxy.lock().unwrap_or_else(PoisonError::into_inner).send_event(event);
        })
    }

    /// Takes note of each frame: whether all that the next one can bring is card art.
    pub(super) fn drawn(&self, ctx: &Context, awaits_art_alone: bool) {
        let now = Instant::now();
        let is_input = |event: &Event| {
            !matches!(
                event,
                Event::PointerMoved(_)
                    | Event::MouseMoved(_)
                    | Event::PointerGone
                    | Event::WindowFocused(_)
            )
        };
        let has_input = ctx.input(|input| input.raw.events.iter().any(is_input));
        let mut told = self.state();
        if has_input {
            told.last_input = Some(now);
        }
        let is_left_alone = told.last_input.is_none_or(|at| now > at + AFTER_INPUT);
        told.not_before = (awaits_art_alone && is_left_alone).then_some(now + WAIT);
    }

    /// To be called once there is a window.
    pub(super) fn begin(&self, ctx: &Context) {
        self.state().ctx = Some(ctx.clone());
    }

    /// The window that is to be opened, at sizes that fit on the screen it will most likely be on.
    pub(super) fn fitted(&self, window: ViewportBuilder) -> ViewportBuilder {
        let [width, height] = window.inner_size.map_or(SMALLEST, Into::into);
        let (first, least) = first_sizes(WindowSize::new(width, height), self.state().screen);
        window.with_inner_size(first).with_min_inner_size(least)
    }

    /// Whether there has been a window.
    pub(super) fn has_begun(&self) -> bool {
        self.state().ctx.is_some()
    }

    /// What the event loop gets in place of this.
    fn paced(&self, event: UserEvent) -> UserEvent {
        let told = self.state();
        let UserEvent::RequestRepaint { viewport_id, mut when, mut cumulative_pass_nr } = event
        else {
            return event;
        };
        if cumulative_pass_nr == ANSWER {
            let pass = |ctx: &Context| ctx.cumulative_pass_nr_for(viewport_id);
            cumulative_pass_nr = told.ctx.as_ref().map_or(0, pass);
        } else if let Some(not_before) = told.not_before {
            when = when.max(not_before);
        }
        UserEvent::RequestRepaint { viewport_id, when, cumulative_pass_nr }
    }

    /// Whole whoever panics: every change is a single value.
    fn state(&self) -> MutexGuard<'_, PaceState> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// A window's application, with its frames paced.
pub(super) struct Paced<A> {
    app: A,
    pace: Pace,
    /// What has come and not been passed on yet.
    waiting: Vec<(WindowId, WindowEvent)>,
}

impl<A: ApplicationHandler<UserEvent>> Paced<A> {
    pub(super) fn new(app: A, pace: Pace) -> Self {
        Self { app, pace, waiting: Vec::new() }
    }

    pub(super) fn into_inner(self) -> A {
        self.app
    }

    fn tell_waiting(&mut self, event_loop: &ActiveEventLoop) {
        for (id, event) in std::mem::take(&mut self.waiting) {
            self.app.window_event(event_loop, id, event);
        }
    }
}

/// Whether it can be told together with those behind it. A window that opens is sent several of these at
/// once, and until it is told to be in sight, eframe draws a frame for each of them.
fn may_wait(event: &WindowEvent) -> bool {
    matches!(
        event,
        WindowEvent::Focused(_)
            | WindowEvent::Occluded(_)
            | WindowEvent::Ime(Ime::Enabled | Ime::Disabled)
            | WindowEvent::CursorEntered { .. }
            | WindowEvent::CursorMoved { .. }
    )
}

impl<A: ApplicationHandler<UserEvent>> ApplicationHandler<UserEvent> for Paced<A> {
    fn user_event(&mut self, event_loop: &ActiveEventLoop, event: UserEvent) {
        self.app.user_event(event_loop, self.pace.paced(event));
    }

    fn new_events(&mut self, event_loop: &ActiveEventLoop, cause: StartCause) {
        self.app.new_events(event_loop, cause);
    }

    fn resumed(&mut self, event_loop: &ActiveEventLoop) {
        let first = || event_loop.available_monitors().next();
        let monitor = event_loop.primary_monitor().or_else(first);
        self.pace.state().screen = monitor
            .map(|monitor| Screen { pixels: monitor.size().into(), scale: monitor.scale_factor() });
        self.app.resumed(event_loop);
    }

    fn window_event(&mut self, event_loop: &ActiveEventLoop, id: WindowId, event: WindowEvent) {
        if may_wait(&event) {
            self.waiting.push((id, event));
        } else {
            self.tell_waiting(event_loop);
            self.app.window_event(event_loop, id, event);
        }
    }

    fn device_event(&mut self, event_loop: &ActiveEventLoop, id: DeviceId, event: DeviceEvent) {
        self.app.device_event(event_loop, id, event);
    }

    fn about_to_wait(&mut self, event_loop: &ActiveEventLoop) {
        self.tell_waiting(event_loop);
        self.app.about_to_wait(event_loop);
    }

    fn suspended(&mut self, event_loop: &ActiveEventLoop) {
        self.app.suspended(event_loop);
    }

    fn exiting(&mut self, event_loop: &ActiveEventLoop) {
        self.app.exiting(event_loop);
    }

    fn memory_warning(&mut self, event_loop: &ActiveEventLoop) {
        self.app.memory_warning(event_loop);
    }
}

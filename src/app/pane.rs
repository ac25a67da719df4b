//! The program within its window, whatever draws that.

use std::cell::RefCell;
use std::rc::Rc;

use egui::{Context, Ui};

use crate::jobs::Waker;
use crate::settings::WindowSize;

use super::event_loop::{App, Setup};
use super::pacing::Pace;
use super::signals::Ending;

/// The program, and what its window tells it.
pub(super) struct Pane {
    app: App,
    size: [f32; 2],
    pace: Pace,
}

impl Pane {
    pub(super) fn logic(&mut self, ctx: &Context) {
        self.app.logic(ctx);
    }

    pub(super) fn ui(&mut self, ui: &mut Ui) {
        let zoom = ui.ctx().zoom_factor();
        self.size = (ui.ctx().content_rect().size() * zoom).into();
        self.app.ui(ui);
        self.pace.drawn(ui.ctx(), self.app.awaits_art_alone());
    }

    /// To be called once the frame is on screen; `None` where nobody times it.
    pub(super) fn drawn(&self) -> Option<impl Fn() + Send + Sync + 'static> {
        self.app.drawn()
    }

    /// To be called when the window closes.
    pub(super) fn close(&mut self) {
        self.app.keep_window_size(self.size[0], self.size[1]);
    }
}

/// What a [`Pane`] is made from, once there is a window; shared by the ways to open one.
#[derive(Clone)]
pub(super) struct Launch(Rc<RefCell<Option<Parts>>>);

pub(super) struct Parts {
    pub(super) setup: Setup,
    pub(super) size: WindowSize,
    pub(super) waker: Waker,
    pub(super) ending: Ending,
    pub(super) locked: Ending,
    pub(super) pace: Pace,
}

impl Launch {
    pub(super) fn new(parts: Parts) -> Self {
        Self(Rc::new(RefCell::new(Some(parts))))
    }

    /// Starts the program; `None` where it has been started.
    pub(super) fn start(&self, ctx: &Context) -> Option<Pane> {
        let Parts { setup, size, waker, ending, locked, pace } = self.0.take()?;
        pace.begin(ctx);
        let mut app = App::new(setup, waker);
        app.heed(&ending);
        app.heed_lock(&locked);
        app.use_system_clipboard();
        Some(Pane { app, size: size.into(), pace })
    }
}

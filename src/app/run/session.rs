//! What a session begins and ends with.

use std::sync::Arc;

use crate::domain::ServerAddress;
use crate::i18n::{Text, Texts};
use crate::jobs::{Lane, Urgency};
use crate::model::{Event, SessionEffect, SessionId};
use crate::removal::Settler;

use super::super::connection::Connection;
use super::super::event_loop::App;

impl App {
    pub(super) fn run_session(&mut self, effect: SessionEffect) {
        match effect {
            SessionEffect::Open { session, server } => self.open_session(session, server),
            SessionEffect::StartSandbox => self.start_sandbox(),
            SessionEffect::Close => {
                self.cancel_loads();
                self.stop_batch();
                self.connection = None;
                self.textures.clear();
                self.memory = Default::default();
            }
            SessionEffect::FocusForm => self.memory.form_focused = false,
        }
    }

    fn start_sandbox(&mut self) {
        let Some(start) = self.start_sandbox.clone() else { return };
        let language = self.state.language();
        let work = move || Event::SandboxStarted(start(language).map(Box::new));
        let otherwise = move |failure| {
            let reason = format!("{failure:?}");
            let said = Texts::new(language).get(Text::SandboxNotStarted { reason: &reason }).into();
            Event::SandboxStarted(Err(said))
        };
        self.jobs.submit(Lane::Gateway, Urgency::InTurn, work, otherwise);
    }

    fn open_session(&mut self, session: SessionId, server: ServerAddress) {
        self.memory.password.forget();
        let draw = self.draw_program.clone();
        let cache = self.art_cache.clone();
        let settler = Settler::new(self.folders.data()).with_heads(self.heads());
        let connection = Arc::new(Connection::new(session, server, draw, cache, settler));
        self.connection = Some(Arc::clone(&connection));
        // Both read the system's certificates: while the person types, or, where the first customer
        // is given, beside one another.
        self.jobs.prepare(Lane::Assets, move || drop(connection.loader()));
    }
}

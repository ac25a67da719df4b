//! Runs what the core asked for, a file a topic: calls, pictures, files, clipboard, window.

mod assets;
mod baselines;
mod batch;
mod journal;
mod lists;
mod look_up;
mod lost;
mod queue;
mod removal;
mod session;
mod settings;
mod settling;
mod verify;
mod viewer;
mod window;

use egui::Context;

use crate::jobs::{Lane, Urgency};
use crate::model::{Effect, Event};

use super::event_loop::App;

impl App {
    pub(super) fn run(&mut self, ctx: &Context, effect: Effect) {
        match effect {
            Effect::Session(effect) => self.run_session(effect),
            Effect::LookUp(effect) => self.run_look_up(effect),
            Effect::Card(effect) => self.run_cards(effect),
            Effect::Asset(effect) => self.run_assets(effect),
            Effect::Viewer(effect) => self.run_viewer(ctx, effect),
            Effect::Queue(effect) => self.run_queue(effect),
            Effect::List(effect) => self.run_lists(effect),
            Effect::Batch(effect) => self.run_batch(effect),
            Effect::Baseline(effect) => self.run_baselines(effect),
            Effect::Verdict(effect) => self.run_verify(effect),
            Effect::Removal(effect) => self.run_removal(effect),
            Effect::Journal(effect) => self.run_journal(effect),
            Effect::Settings(effect) => self.run_settings(ctx, effect),
            Effect::Window(effect) => self.run_window(ctx, effect),
        }
    }

    /// Works on files of this machine, after whatever was given before; a notice tells where the work
    /// broke off.
    fn work_on_files(&mut self, work: impl FnOnce() -> Event + Send + 'static) {
        self.jobs.submit(Lane::Files, Urgency::InTurn, work, Event::JobLost);
    }
}

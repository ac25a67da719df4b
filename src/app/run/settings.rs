//! Settings.

use std::sync::Arc;

use egui::Context;

use crate::jobs::Lane;
use crate::model::{Event, SettingsEffect, SettingsEvent};

use super::super::event_loop::App;

impl App {
    pub(super) fn run_settings(&mut self, ctx: &Context, effect: SettingsEffect) {
        match effect {
            SettingsEffect::Save(settings) => {
                let keeper = Arc::clone(&self.keeper);
                let save = move || Event::Settings(SettingsEvent::Saved(keeper.keep(&settings)));
                self.work_on_files(save);
            }
            SettingsEffect::Apply => self.apply_settings(ctx),
            SettingsEffect::KeepArt(keep) => {
                self.art_cache.switch(keep);
                if !keep {
                    let cache = self.art_cache.clone();
                    // What cannot be removed is used no more.
                    self.jobs.prepare(Lane::Files, move || drop(cache.clear()));
                }
            }
        }
    }
}

//! Customers opened of late.

use crate::model::{Event, QueueEffect, QueueEvent, SettingsEvent};
use crate::settings;

use super::super::event_loop::App;

impl App {
    pub(super) fn run_queue(&mut self, effect: QueueEffect) {
        let folders = self.folders.clone();
        let work = move || match effect {
            QueueEffect::ReadRecent { session, whose } => {
                let recent = settings::load_recent(&folders, &whose);
                Event::of(session, QueueEvent::RecentRead(recent))
            }
            QueueEffect::KeepRecent { whose, customer } => {
                let kept = settings::keep_recent(&folders, &whose, &customer);
                Event::Settings(SettingsEvent::Saved(kept))
            }
            QueueEffect::ForgetRecent => {
                Event::Settings(SettingsEvent::Saved(settings::forget_recent(&folders)))
            }
        };
        self.work_on_files(work);
    }
}

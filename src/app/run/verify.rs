//! What was acknowledged.

use crate::acknowledged;
use crate::model::{BaselineEvent, Event, VerdictEffect, VerdictEvent};

use super::super::event_loop::App;
use super::baselines::is_baseline_file;

impl App {
    pub(super) fn run_verify(&mut self, effect: VerdictEffect) {
        let folders = self.folders.clone();
        let work = move || match effect {
            VerdictEffect::ReadAcknowledged { session } => {
                Event::of(session, VerdictEvent::Read(acknowledged::load(&folders)))
            }
            VerdictEffect::ChangeAcknowledged { session, change } => {
                Event::of(session, VerdictEvent::Read(acknowledged::change(&folders, *change)))
            }
            // Somebody may have given a baseline this ending.
            VerdictEffect::MergeAcknowledged { session, path } if is_baseline_file(&path) => {
                Event::of(session, BaselineEvent::Found(path))
            }
            VerdictEffect::MergeAcknowledged { session, path } => {
                let merged = acknowledged::merge_file(&folders, &path);
                Event::of(session, VerdictEvent::Merged(merged))
            }
        };
        self.work_on_files(work);
    }
}

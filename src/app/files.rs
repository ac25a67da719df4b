//! Files of the data folder: settings, the journal, what was acknowledged, who was opened of late.

use std::path::PathBuf;
use std::sync::Arc;

use jiff::Timestamp;

use crate::acknowledged;
use crate::domain::cell::Separator;
use crate::jobs::{Lane, Urgency};
use crate::journal::{self, Filter, JournalError};
use crate::media::Loaded;
use crate::model::{Effect, Event};
use crate::settings::{self, Folders};

use super::baselines::is_baseline_file;
use super::desk::Desk;

impl Desk {
    /// What has to do with the data folder; everything else is passed over.
    pub(super) fn run_for_files(&mut self, effect: Effect) {
        match effect {
            Effect::ReadAcknowledged { session } => {
                let folders = self.folders.clone();
                let read = move || Event::AcknowledgedRead {
                    session,
                    result: acknowledged::load(&folders),
                };
                self.jobs.submit(Lane::Files, Urgency::InTurn, read, Event::JobLost);
            }
            Effect::ChangeAcknowledged { session, change } => {
                let folders = self.folders.clone();
                let work = move || {
                    let result = acknowledged::change(&folders, *change);
                    Event::AcknowledgedRead { session, result }
                };
                self.jobs.submit(Lane::Files, Urgency::InTurn, work, Event::JobLost);
            }
            Effect::MergeAcknowledged { session, path } => {
                let folders = self.folders.clone();
                let work = move || {
                    // Somebody may have given a baseline this ending.
                    if is_baseline_file(&path) {
                        return Event::BaselineFound { session, path };
                    }
                    let result = acknowledged::merge_file(&folders, &path);
                    Event::AcknowledgedMerged { session, result }
                };
                self.jobs.submit(Lane::Files, Urgency::InTurn, work, Event::JobLost);
            }
            Effect::SaveFile { name, file } => self.save_file(name, file),
            Effect::KeepArt(keep) => self.keep_art(keep),
            Effect::ReadRecent { .. } | Effect::KeepRecent { .. } | Effect::ForgetRecent => {
                self.run_for_recent(effect);
            }
            Effect::ReadJournal => self.read_journal(),
            Effect::ExportJournal { filter, separator } => self.export_journal(filter, separator),
            Effect::SaveSettings(kept) => {
                let keeper = Arc::clone(&self.keeper);
                let save = move || Event::SettingsSaved(keeper.keep(&kept));
                self.jobs.submit(Lane::Files, Urgency::InTurn, save, Event::JobLost);
            }
            _ => {}
        }
    }

    /// What has to do with customers opened of late; everything else is passed over.
    fn run_for_recent(&mut self, effect: Effect) {
        let folders = self.folders.clone();
        let work = move || match effect {
            Effect::ReadRecent { session, whose } => {
                Event::RecentRead { session, recent: settings::load_recent(&folders, &whose) }
            }
            Effect::KeepRecent { whose, customer } => {
                Event::SettingsSaved(settings::keep_recent(&folders, &whose, &customer))
            }
            _ => Event::SettingsSaved(settings::forget_recent(&folders)),
        };
        self.jobs.submit(Lane::Files, Urgency::InTurn, work, Event::JobLost);
    }

    fn keep_art(&mut self, keep: bool) {
        self.art_cache.switch(keep);
        if !keep {
            let cache = self.art_cache.clone();
            // What cannot be removed is used no more.
            self.jobs.prepare(Lane::Files, move || drop(cache.clear()));
        }
    }

    fn read_journal(&mut self) {
        let folder = self.folders.data().to_owned();
        let work = move || Event::JournalRead(journal::read(&folder).map(Into::into));
        self.jobs.submit(Lane::Files, Urgency::InTurn, work, Event::JobLost);
    }

    fn save_file(&mut self, name: String, file: Arc<Loaded>) {
        let folders = self.folders.clone();
        let save = move || Event::FileSaved(settings::save_export(&folders, &name, &file.bytes));
        self.jobs.submit(Lane::Files, Urgency::InTurn, save, Event::JobLost);
    }

    fn export_journal(&mut self, filter: String, separator: Separator) {
        let folders = self.folders.clone();
        let work = move || Event::JournalExported(export(&folders, filter, separator));
        self.jobs.submit(Lane::Files, Urgency::InTurn, work, Event::JobLost);
    }
}

/// Writes the removals that the filter shows into the folder of exports.
fn export(folders: &Folders, text: String, separator: Separator) -> Result<PathBuf, JournalError> {
    let view = journal::read(folders.data())?;
    let filter = Filter { text, ..Filter::default() };
    let zone = jiff::tz::TimeZone::system();
    let records = view.removals();
    let shown = records.iter().filter(|record| filter.matches(record, &zone));
    let name = Timestamp::now().strftime("carddesk-journal-%Y%m%d-%H%M%S.csv").to_string();
    let mut out = Vec::new();
    journal::export_csv(shown, separator, &mut out).map_err(|error| JournalError::Unwritable {
        path: folders.exports().join(&name),
        kind: error.kind,
        reason: error.reason,
    })?;
    Ok(settings::save_export(folders, &name, &out)?)
}

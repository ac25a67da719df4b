//! Files of customers: read, and which of their columns were chosen.

use crate::customers::{MOST_BYTES, columns_of_file, read_file};
use crate::model::{Event, Given, ListEffect, ListEvent, ListFile, ListPart, SettingsEvent};
use crate::settings::{self, KnownColumns};

use super::super::event_loop::App;
use super::baselines::is_baseline_file;

impl App {
    pub(super) fn run_lists(&mut self, effect: ListEffect) {
        let folders = self.folders.clone();
        let work: Box<dyn FnOnce() -> Event + Send> = match effect {
            ListEffect::Read { session, place, files, known, anew } => Box::new(move || {
                let is_baseline = |file: &ListFile| is_baseline_file(&file.path);
                let (baselines, lists): (Vec<_>, Vec<_>) = files.into_iter().partition(is_baseline);
                let baselines = baselines.into_iter().map(|file| file.path).collect();
                let parts = lists.into_iter().map(|file| read(file, &known)).collect();
                Event::of(session, ListEvent::Read { place, parts, baselines, anew })
            }),
            ListEffect::ReadColumns => Box::new(move || {
                Event::Settings(SettingsEvent::ColumnsRead(settings::load_columns(&folders)))
            }),
            ListEffect::KeepColumn { shape, chosen } => Box::new(move || {
                Event::Settings(SettingsEvent::Saved(settings::keep_column(
                    &folders, &shape, &chosen,
                )))
            }),
        };
        self.work_on_files(work);
    }
}

fn read(file: ListFile, known: &KnownColumns) -> ListPart {
    let ListFile { path, choice, ask } = file;
    let bytes = match settings::read_file(&path, MOST_BYTES) {
        Ok(bytes) => bytes,
        Err(error) => return ListPart::new(Some(path), Given::Unread(error)),
    };
    if ask {
        let given = columns_of_file(&bytes, choice.sheet.as_deref());
        return ListPart::new(Some(path), given.map_or_else(Given::NotAList, Given::Ask));
    }
    // What a person says now is not what was said earlier.
    let nothing = KnownColumns::default();
    let known = if choice.column.is_none() { known } else { &nothing };
    ListPart::read(Some(path), choice, known, |choice| read_file(&bytes, choice))
}

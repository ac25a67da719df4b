//! Files of customers: read, and which of their columns were chosen.

use crate::customers::{MOST_BYTES, columns_of_file, read_file};
use crate::jobs::{Lane, Urgency};
use crate::model::{Effect, Event, Given, ListFile, ListPart};
use crate::settings::{self, KnownColumns};

use super::baselines::is_baseline_file;
use super::desk::Desk;

impl Desk {
    /// What has to do with files of customers; everything else is passed over.
    pub(super) fn run_for_lists(&mut self, effect: Effect) {
        let folders = self.folders.clone();
        let work: Box<dyn FnOnce() -> Event + Send> = match effect {
            Effect::ReadList { session, place, files, known, anew } => Box::new(move || {
                let is_baseline = |file: &ListFile| is_baseline_file(&file.path);
                let (baselines, lists): (Vec<_>, Vec<_>) = files.into_iter().partition(is_baseline);
                let baselines = baselines.into_iter().map(|file| file.path).collect();
                let parts = lists.into_iter().map(|file| read(file, &known)).collect();
                Event::ListRead { session, place, parts, baselines, anew }
            }),
            Effect::ReadColumns => {
                Box::new(move || Event::ColumnsRead(settings::load_columns(&folders)))
            }
            Effect::KeepColumn { shape, chosen } => Box::new(move || {
                Event::SettingsSaved(settings::keep_column(&folders, &shape, &chosen))
            }),
            _ => return,
        };
        self.jobs.submit(Lane::Files, Urgency::InTurn, work, Event::JobLost);
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

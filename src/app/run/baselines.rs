//! Batches that are kept in the data folder, and compared with.

use std::fs::{self, File};
use std::io::{BufRead as _, BufReader, Read as _};
use std::path::{Path, PathBuf};

use crate::batch::{Baseline, Batch, Drift, Identity, baseline_head, is_baseline};
use crate::jobs::{Lane, Urgency};
use crate::model::{BaselineEffect, BaselineEvent, CompareError, Event, KeptBaseline};
use crate::settings::{ExportError, Folders, read_file};
use crate::store::{Attempt, make_folder, replace};

use super::super::event_loop::App;

/// Largest baseline, in bytes; its pictures are most of it.
pub(super) const MOST_BYTES: u64 = 1024 * 1024 * 1024;
/// Largest first line, in bytes: it names the customers that could not be read.
const MOST_HEAD_BYTES: u64 = 4 * 1024 * 1024;

impl App {
    pub(super) fn run_baselines(&mut self, effect: BaselineEffect) {
        let folders = self.folders.clone();
        match effect {
            BaselineEffect::List { session, identity } => {
                let work = move || {
                    let kept = kept(&folders, &identity);
                    Event::of(session, BaselineEvent::Listed(kept))
                };
                self.work_on_files(work);
            }
            BaselineEffect::Keep { session, batch } => {
                let work = move || Event::of(session, BaselineEvent::Kept(keep(&folders, &batch)));
                self.work_on_files(work);
            }
            BaselineEffect::Compare { session, number, batch, path } => {
                let work = move || {
                    let result = compare(&path, &batch);
                    Event::of(session, BaselineEvent::Compared { number, result })
                };
                let lost = move |_| {
                    let result = Err(CompareError::Lost);
                    Event::of(session, BaselineEvent::Compared { number, result })
                };
                self.jobs.submit(Lane::Files, Urgency::InTurn, work, lost);
            }
            BaselineEffect::DrawThumbnail { session, sha256, thumbnail } => {
                let work = move || {
                    let picture = thumbnail.picture();
                    Event::of(session, BaselineEvent::ThumbnailDrawn { sha256, picture })
                };
                let lost = move |_| {
                    Event::of(session, BaselineEvent::ThumbnailDrawn { sha256, picture: None })
                };
                self.jobs.submit(Lane::Files, Urgency::Now, work, lost);
            }
        }
    }
}

/// Whether a file begins as a baseline does.
pub(super) fn is_baseline_file(path: &Path) -> bool {
    let mut start = [0; 64];
    // Opening a pipe would wait for somebody to write into it.
    let read = match path.is_file() {
        true => File::open(path).and_then(|mut file| file.read(&mut start)),
        false => return false,
    };
    read.is_ok_and(|length| start.get(..length).is_some_and(is_baseline))
}

/// Baselines of the same merchant at the same server, the latest first.
fn kept(folders: &Folders, wanted: &Identity) -> Vec<KeptBaseline> {
    let entries = fs::read_dir(folders.baselines());
    let paths = entries.into_iter().flatten().filter_map(|entry| Some(entry.ok()?.path()));
    let mut all: Vec<KeptBaseline> = paths
        .filter_map(|path| {
            let (identity, customers) = head(&path)?;
            let is_same = identity.is_same_place(wanted);
            is_same.then_some(KeptBaseline { path, identity, customers })
        })
        .collect();
    all.sort_by(|a, b| (&b.identity.started, &b.path).cmp(&(&a.identity.started, &a.path)));
    all
}

fn head(path: &Path) -> Option<(Identity, usize)> {
    let mut line = Vec::new();
    let mut start = BufReader::new(File::open(path).ok()?.take(MOST_HEAD_BYTES));
    start.read_until(b'\n', &mut line).ok()?;
    baseline_head(&line).ok()
}

/// Under the names of server, merchant and time.
fn keep(folders: &Folders, batch: &Batch) -> Result<PathBuf, ExportError> {
    let identity = &batch.identity;
    let merchant = identity.merchant_id.to_string();
    let name = [&*identity.server, &*identity.environment, &*merchant, &*identity.started];
    let plain = |c: char| if c.is_ascii_alphanumeric() || c == '.' { c } else { '-' };
    let name: String = name.join("-").chars().map(plain).collect();
    let folder = folders.baselines();
    let path = folder.join(format!("{name}.jsonl"));
    let text = Baseline::of(batch).text();
    let text = text.map_err(|error| ExportError::new(Attempt::Write, &path, &error.into()))?;
    make_folder(&folder)?;
    replace(&path, &text)?;
    Ok(path)
}

fn compare(path: &Path, batch: &Batch) -> Result<Drift, CompareError> {
    let text = read_file(path, MOST_BYTES).map_err(CompareError::Unreadable)?;
    let baseline = Baseline::read(&text, &batch.identity);
    let baseline =
        baseline.map_err(|error| CompareError::NotFitting { path: path.to_owned(), error })?;
    Ok(Drift::between(&baseline, batch))
}

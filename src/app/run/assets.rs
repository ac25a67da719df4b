//! Files of cards.

use std::fs::File;
use std::io::{self, Read as _};
use std::path::Path;
use std::sync::Arc;
use std::time::Instant;

use serde_json::json;
use url::Url;

use crate::domain::{AssetKind, Variant};
use crate::jobs::{Lane, Share, Step, Urgency};
use crate::media::{LoadError, LoadFailure, Loaded, Loader, Picture, PixelBox, is_drawn, limits};
use crate::model::{AssetEffect, AssetEvent, Event, FileId, Library, SessionId};

use super::super::event_loop::App;
use super::lost::{lost_load, millis, unmeasured};

impl App {
    /// What needs the connection of a session that is gone is dropped.
    pub(super) fn run_assets(&mut self, effect: AssetEffect) {
        match effect {
            AssetEffect::Load { session, variant, kind, fit } => {
                self.load(session, variant, kind, fit);
            }
            AssetEffect::Read { session, path, kind, fit } => {
                self.read(session, path, kind, fit);
            }
            AssetEffect::Draw { session, id, file, fit } => self.draw(session, id, file, fit),
            AssetEffect::Show { key, picture } => self.textures.add(key, picture),
            AssetEffect::DropPictures { id } => self.textures.drop_file(id),
            AssetEffect::CancelLoads => self.cancel_loads(),
        }
    }

    /// Of files that nobody waits for any more.
    pub(super) fn cancel_loads(&self) {
        self.jobs.cancel_queued(Lane::Assets);
        self.jobs.cancel_queued(Lane::Drawing);
    }

    fn load(
        &mut self,
        session: SessionId,
        variant: Variant,
        kind: AssetKind,
        fit: Option<PixelBox>,
    ) {
        let Some(connection) = self.connection.clone() else { return };
        let id = FileId::from(variant.url.as_str());
        let lost_id = id.clone();
        let before = self.jobs.assets_left();
        let timings = self.watch.timings();
        let share = share(&id);
        let work = move || {
            let begun = Instant::now();
            let answer = move |result: Result<(Loaded, Option<Picture>), LoadFailure>| {
                if let Some(timings) = timings {
                    let bytes = result.as_ref().ok().map(|(loaded, _)| loaded.bytes.len());
                    let fields = json!({ "bytes": bytes, "took_ms": millis(begun) });
                    timings.tell("asset_loaded", fields);
                }
                let result = result.map(|(loaded, picture)| (Arc::new(loaded), picture));
                Event::of(session, AssetEvent::Loaded { id, fit, result })
            };
            let loader = match connection.loader() {
                Ok(loader) => loader,
                Err(error) => return Step::Done(answer(Err(unmeasured(error)))),
            };
            let fetched = match loader.fetch(&variant, &kind) {
                Ok(fetched) => fetched,
                Err(failure) => return Step::Done(answer(Err(failure))),
            };
            let is_drawn = fetched.is_drawn();
            let read = move || {
                let read = loader.read_fetched(&variant, &kind, &fetched, fit);
                drop(fetched);
                answer(read.map(|(mut loaded, picture)| {
                    // With so many as large before it, the library would drop it at once.
                    let all = loaded.bytes.len().saturating_mul(before);
                    if all > Library::KEPT_BYTES && picture.is_some() {
                        loader.drop_bytes(&mut loaded);
                    }
                    (loaded, picture)
                }))
            };
            match is_drawn {
                true => Step::Then(Lane::Drawing, share, Box::new(read)),
                false => Step::Done(read()),
            }
        };
        let lost = move |failure| {
            let result = Err(unmeasured(lost_load(failure)));
            Event::of(session, AssetEvent::Loaded { id: lost_id, fit, result })
        };
        let urgency = if fit.is_some() { Urgency::InTurn } else { Urgency::Unseen };
        self.jobs.submit_in_steps(Lane::Assets, urgency, work, lost);
    }

    fn read(&mut self, session: SessionId, path: Arc<Path>, kind: AssetKind, fit: PixelBox) {
        let Some(connection) = self.connection.clone() else { return };
        let id = FileId::Disk(Arc::clone(&path));
        let lost_id = id.clone();
        let work = move || {
            let read = |loader: Arc<Loader>| {
                let bytes = read(&path).map_err(unmeasured)?;
                let (loaded, picture) = loader.examine_bytes(bytes, &kind, fit)?;
                Ok::<_, LoadFailure>((Arc::new(loaded), picture))
            };
            let result = connection.loader().map_err(unmeasured).and_then(read);
            Event::of(session, AssetEvent::Loaded { id, fit: Some(fit), result })
        };
        let lost = move |failure| {
            let result = Err(unmeasured(lost_load(failure)));
            Event::of(session, AssetEvent::Loaded { id: lost_id, fit: Some(fit), result })
        };
        self.jobs.submit(Lane::Assets, Urgency::Now, work, lost);
    }

    fn draw(&mut self, session: SessionId, id: FileId, file: Arc<Loaded>, fit: PixelBox) {
        let Some(connection) = self.connection.clone() else { return };
        let lost_id = id.clone();
        let lane = if is_drawn(file.measured.kind) { Lane::Drawing } else { Lane::Assets };
        let share = share(&id);
        let work = move || {
            let draw = |loader: Arc<Loader>| loader.picture(&file, fit).map(Some);
            let result = connection.loader().and_then(draw);
            Event::of(session, AssetEvent::Drawn { id, fit, result })
        };
        let lost = move |failure| {
            let result = Err(lost_load(failure));
            Event::of(session, AssetEvent::Drawn { id: lost_id, fit, result })
        };
        self.jobs.submit_shared((lane, share), Urgency::Now, work, lost);
    }
}

/// On whose account a file is drawn: its host's.
fn share(id: &FileId) -> Share {
    let host = id.url().and_then(|url| Url::parse(url).ok());
    host.and_then(|url| url.host_str().map(Share::from)).unwrap_or_else(|| Share::from(""))
}

/// Reads a file that a person chose, as much as a file may have and a byte more.
fn read(path: &Path) -> Result<Vec<u8>, LoadError> {
    let unreadable = |error: io::Error| LoadError::Unreadable { reason: error.to_string() };
    // Opening a pipe would wait for somebody to write into it.
    if !std::fs::metadata(path).map_err(unreadable)?.is_file() {
        return Err(LoadError::Unreadable { reason: "not a file".to_owned() });
    }
    let most = u64::try_from(limits::PDF_BYTES).unwrap_or(u64::MAX).saturating_add(1);
    let mut bytes = Vec::new();
    let file = File::open(path).map_err(unreadable)?;
    file.take(most).read_to_end(&mut bytes).map_err(unreadable)?;
    Ok(bytes)
}

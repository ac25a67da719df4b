//! What the large picture asks for beside the picture.

use std::fs::File;
use std::io::{self, Read as _};
use std::path::Path;
use std::sync::Arc;

use egui::{ColorImage, Context};

use crate::jobs::{Lane, Urgency};
use crate::media::{Layer, LoadError, LoadFailure, Loader, Picture, limits};
use crate::model::{Effect, Event};

use super::desk::Desk;
use super::effects::{lost_load, unmeasured};

impl Desk {
    /// What has to do with the large picture; everything else is passed over.
    pub(super) fn run_for_viewer(&mut self, ctx: &Context, effect: Effect) {
        match effect {
            Effect::ShowLayer { key, picture } => {
                self.textures.add_pixels(key, picture);
                ctx.request_repaint();
            }
            Effect::CopyPicture(picture) => {
                let size = [picture.width as usize, picture.height as usize];
                if picture.rgba.len() == size[0] * size[1] * 4 {
                    ctx.copy_image(ColorImage::from_rgba_premultiplied(size, &picture.rgba));
                }
            }
            other => self.draw_for_viewer(other),
        }
    }

    fn draw_for_viewer(&mut self, effect: Effect) {
        let Some(connection) = self.connection.clone() else { return };
        match effect {
            Effect::ReadAsset { session, url, path, kind, fit } => {
                let lost_url = Arc::clone(&url);
                let work = move || {
                    let read = |loader: Arc<Loader>| {
                        let bytes = read(&path).map_err(unmeasured)?;
                        let (loaded, picture) = loader.examine_bytes(bytes, &kind, fit)?;
                        Ok::<_, LoadFailure>((Arc::new(loaded), picture))
                    };
                    let result = connection.loader().map_err(unmeasured).and_then(read);
                    Event::AssetLoaded { session, url, fit: Some(fit), result }
                };
                let lost = move |failure| {
                    let result = Err(unmeasured(lost_load(failure)));
                    Event::AssetLoaded { session, url: lost_url, fit: Some(fit), result }
                };
                self.jobs.submit(Lane::Assets, Urgency::Now, work, lost);
            }
            Effect::DrawLayer { session, file, layer } => {
                let sha256 = file.measured.sha256;
                let work = move || {
                    let result = connection.loader().and_then(|loader| loader.layer(&file, layer));
                    Event::LayerDrawn { session, sha256, layer, result }
                };
                let lost = move |failure| {
                    let result = Err(lost_load(failure));
                    Event::LayerDrawn { session, sha256, layer, result }
                };
                self.jobs.submit(Lane::Assets, Urgency::Now, work, lost);
            }
            Effect::CompareFiles { session, files: [one, other] } => {
                let of = [one.measured.sha256, other.measured.sha256];
                let work = move || {
                    let compare = |loader: Arc<Loader>| loader.difference(&one, &other);
                    Event::FilesCompared {
                        session,
                        of,
                        result: connection.loader().and_then(compare),
                    }
                };
                let lost = move |failure| Event::FilesCompared {
                    session,
                    of,
                    result: Err(lost_load(failure)),
                };
                self.jobs.submit(Lane::Assets, Urgency::Now, work, lost);
            }
            Effect::DrawForCopy { session, file } => {
                let work = move || {
                    let draw = |loader: Arc<Loader>| loader.layer(&file, Layer::Pixels);
                    let drawn: Result<(_, Picture), LoadError> = connection.loader().and_then(draw);
                    let result = drawn.map(|(_, picture)| picture);
                    Event::PictureForCopy { session, result }
                };
                let lost = move |failure| Event::PictureForCopy {
                    session,
                    result: Err(lost_load(failure)),
                };
                self.jobs.submit(Lane::Assets, Urgency::Now, work, lost);
            }
            _ => {}
        }
    }
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

//! What the large picture asks for beside the picture.

use std::sync::Arc;

use egui::{ColorImage, Context};

use crate::jobs::{Lane, Urgency};
use crate::media::{Layer, LoadError, Loaded, Loader, Picture};
use crate::model::{Event, SessionEvent, SessionId, ViewerEffect, ViewerEvent};
use crate::settings;

use super::super::event_loop::App;
use super::lost::lost_load;

impl App {
    pub(super) fn run_viewer(&mut self, ctx: &Context, effect: ViewerEffect) {
        match effect {
            ViewerEffect::ShowLayer { key, picture } => {
                self.textures.add_pixels(key, picture);
                ctx.request_repaint();
            }
            ViewerEffect::CopyPicture(picture) => {
                let size = [picture.width as usize, picture.height as usize];
                if picture.rgba.len() == size[0] * size[1] * 4 {
                    ctx.copy_image(ColorImage::from_rgba_premultiplied(size, &picture.rgba));
                }
            }
            ViewerEffect::SaveFile { session, name, file } => {
                let folders = self.folders.clone();
                let save = move || {
                    let saved = settings::save_export(&folders, &name, &file.bytes);
                    Event::of(session, SessionEvent::FileSaved(saved))
                };
                self.work_on_files(save);
            }
            ViewerEffect::DrawLayer { session, file, layer } => {
                self.draw_layer(session, file, layer);
            }
            ViewerEffect::CompareFiles { session, files } => self.compare_files(session, files),
            ViewerEffect::DrawForCopy { session, file } => self.draw_for_copy(session, file),
        }
    }

    fn draw_layer(&mut self, session: SessionId, file: Arc<Loaded>, layer: Layer) {
        let Some(connection) = self.connection.clone() else { return };
        let sha256 = file.measured.sha256;
        let work = move || {
            let result = connection.loader().and_then(|loader| loader.layer(&file, layer));
            Event::of(session, ViewerEvent::LayerDrawn { sha256, layer, result })
        };
        let lost = move |failure| {
            let result = Err(lost_load(failure));
            Event::of(session, ViewerEvent::LayerDrawn { sha256, layer, result })
        };
        self.jobs.submit(Lane::Assets, Urgency::Now, work, lost);
    }

    fn compare_files(&mut self, session: SessionId, [one, other]: [Arc<Loaded>; 2]) {
        let Some(connection) = self.connection.clone() else { return };
        let of = [one.measured.sha256, other.measured.sha256];
        let work = move || {
            let compare = |loader: Arc<Loader>| loader.difference(&one, &other);
            Event::of(
                session,
                ViewerEvent::FilesCompared { of, result: connection.loader().and_then(compare) },
            )
        };
        let lost = move |failure| {
            Event::of(session, ViewerEvent::FilesCompared { of, result: Err(lost_load(failure)) })
        };
        self.jobs.submit(Lane::Assets, Urgency::Now, work, lost);
    }

    fn draw_for_copy(&mut self, session: SessionId, file: Arc<Loaded>) {
        let Some(connection) = self.connection.clone() else { return };
        let work = move || {
            let draw = |loader: Arc<Loader>| loader.layer(&file, Layer::Pixels);
            let drawn: Result<(_, Picture), LoadError> = connection.loader().and_then(draw);
            let result = drawn.map(|(_, picture)| picture);
            Event::of(session, ViewerEvent::DrawnForCopy { result })
        };
        let lost = move |failure| {
            Event::of(session, ViewerEvent::DrawnForCopy { result: Err(lost_load(failure)) })
        };
        self.jobs.submit(Lane::Assets, Urgency::Now, work, lost);
    }
}

//! Batches that are kept and compared, and the thumbnails of both.

use std::path::PathBuf;
use std::sync::Arc;

use crate::batch::{Drift, Thumbnail};
use crate::media::Picture;
use crate::settings::ExportError;

use super::super::effect::Effect;
use super::super::state::{
    BatchView, CompareError, KeptBaseline, NoticeKind, Now, Page, Session, SessionId, State,
};

pub(super) fn keep(session: &Session) -> Vec<Effect> {
    let batch = session.batch.batch().map(Arc::clone);
    let keep = batch.map(|batch| Effect::KeepBaseline { session: session.id, batch });
    keep.into_iter().collect()
}

/// Compares the batch that has ended, or else the next one.
pub(super) fn compare(session: &mut Session, path: PathBuf) -> Vec<Effect> {
    session.page = Page::Batch;
    let id = session.id;
    let ended = session.batch.batch().map(Arc::clone);
    match (&mut session.batch.run, ended) {
        (Some(run), Some(batch)) => {
            run.ended.comparing = true;
            run.ended.compare_error = None;
            vec![Effect::Compare { session: id, number: run.number, batch, path }]
        }
        _ => {
            session.batch.baselines.chosen = Some(path);
            Vec::new()
        }
    }
}

/// What is done with a batch that has just ended.
pub(super) fn after(session: &mut Session) -> Vec<Effect> {
    let Some(identity) = session.batch.batch().map(|batch| batch.identity.clone()) else {
        return Vec::new();
    };
    let mut effects = vec![Effect::ListBaselines { session: session.id, identity }];
    if let Some(path) = session.batch.baselines.chosen.take() {
        let page = session.page;
        effects.extend(compare(session, path));
        session.page = page;
    }
    effects
}

pub(super) fn found(state: &mut State, id: SessionId, path: PathBuf) -> Vec<Effect> {
    state.current(id).map_or_else(Vec::new, |session| compare(session, path))
}

pub(super) fn listed(state: &mut State, id: SessionId, kept: Vec<KeptBaseline>) -> Vec<Effect> {
    if let Some(session) = state.current(id) {
        session.batch.baselines.kept = kept;
    }
    Vec::new()
}

pub(super) fn kept(
    state: &mut State,
    id: SessionId,
    result: Result<PathBuf, ExportError>,
    now: Now,
) -> Vec<Effect> {
    match result {
        Ok(path) => state.notify(NoticeKind::Exported { path }, now),
        Err(error) => state.notify(NoticeKind::SaveFailed(error), now),
    }
    let batch = state.current(id).and_then(|session| session.batch.batch());
    let identity = batch.map(|batch| batch.identity.clone());
    let list = identity.map(|identity| Effect::ListBaselines { session: id, identity });
    list.into_iter().collect()
}

pub(super) fn compared(
    state: &mut State,
    id: SessionId,
    number: u64,
    result: Result<Drift, CompareError>,
) {
    let Some(session) = state.current(id) else { return };
    let Some(run) = session.batch.run.as_mut().filter(|run| run.number == number) else { return };
    run.ended.comparing = false;
    match result {
        Ok(drift) => {
            run.ended.view = BatchView::Changes;
            session.batch.compare(drift);
        }
        Err(error) => run.ended.compare_error = Some(error),
    }
}

/// A thumbnail is in view and not on screen: drawn once at a time.
pub(super) fn want(session: &mut Session, sha256: String) -> Vec<Effect> {
    if !session.batch.is_drawable(&sha256) {
        return Vec::new();
    }
    let thumbnail = session.batch.thumbnail(&sha256).cloned().map(Box::new);
    let is_new = session.batch.thumbnails.drawing.insert(sha256.clone());
    let draw = thumbnail.filter(|_| is_new).map(|thumbnail| Effect::DrawThumbnail {
        session: session.id,
        sha256,
        thumbnail,
    });
    draw.into_iter().collect()
}

pub(super) fn drawn(
    state: &mut State,
    id: SessionId,
    sha256: String,
    picture: Option<Picture>,
) -> Vec<Effect> {
    let Some(session) = state.current(id) else { return Vec::new() };
    session.batch.thumbnails.drawing.remove(&sha256);
    match picture {
        Some(picture) => {
            let (url, fit) = (Thumbnail::key(&sha256).into(), Thumbnail::FIT);
            vec![Effect::ShowPicture { url, fit, picture }]
        }
        None => {
            session.batch.thumbnails.broken.insert(sha256);
            Vec::new()
        }
    }
}

//! Batches that are kept and compared, and the thumbnails of both.

use std::path::PathBuf;
use std::sync::Arc;

use crate::batch::{Drift, Thumbnail};
use crate::domain::Digest;
use crate::media::Picture;

use super::effect::BaselineEffect;
use super::event::BaselineEvent;
use super::state::{BatchView, CompareError};
use crate::model::assets::{AssetEffect, DrawKey, PictureKey};
use crate::model::effect::Effects;
use crate::model::notice::NoticeKind;
use crate::model::now::Now;
use crate::model::session::{Page, Session};
use crate::model::state::State;

pub(in crate::model) fn keep(session: &Session, fx: &mut Effects) {
    if let Some(batch) = session.batch.batch().map(Arc::clone) {
        fx.push(BaselineEffect::Keep { session: session.id, batch });
    }
}

/// Compares the batch that has ended, or else the next one.
pub(in crate::model) fn compare(session: &mut Session, path: PathBuf, fx: &mut Effects) {
    session.page = Page::Batch;
    let id = session.id;
    let ended = session.batch.batch().map(Arc::clone);
    match (&mut session.batch.run, ended) {
        (Some(run), Some(batch)) => {
            run.ended.comparing = true;
            run.ended.compare_error = None;
            fx.push(BaselineEffect::Compare { session: id, number: run.number, batch, path });
        }
        _ => session.batch.baselines.chosen = Some(path),
    }
}

/// What is done with a batch that has just ended.
pub(in crate::model) fn after(session: &mut Session, fx: &mut Effects) {
    list(session, fx);
    if session.batch.batch().is_some()
        && let Some(path) = session.batch.baselines.chosen.take()
    {
        let page = session.page;
        compare(session, path, fx);
        session.page = page;
    }
}

/// Looks for those that the batch could be compared with.
fn list(session: &Session, fx: &mut Effects) {
    if let Some(batch) = session.batch.batch() {
        let identity = batch.identity.clone();
        fx.push(BaselineEffect::List { session: session.id, identity });
    }
}

pub(in crate::model) fn learn(state: &mut State, event: BaselineEvent, now: Now, fx: &mut Effects) {
    if let BaselineEvent::Kept(result) = &event {
        state.notify(NoticeKind::of_saved(result.clone()), now);
    }
    let Some(session) = state.session_mut() else { return };
    match event {
        BaselineEvent::Found(path) => compare(session, path, fx),
        BaselineEvent::Listed(kept) => session.batch.baselines.kept = kept,
        BaselineEvent::Kept(_) => list(session, fx),
        BaselineEvent::Compared { number, result } => compared(session, number, result),
        BaselineEvent::ThumbnailDrawn { sha256, picture } => drawn(session, sha256, picture, fx),
    }
}

fn compared(session: &mut Session, number: u64, result: Result<Drift, CompareError>) {
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
pub(in crate::model) fn want(session: &mut Session, sha256: Digest, fx: &mut Effects) {
    if !session.batch.is_drawable(sha256) {
        return;
    }
    let thumbnail = session.batch.thumbnail(sha256).cloned().map(Box::new);
    let is_new = session.batch.thumbnails.drawing.insert(sha256);
    if let Some(thumbnail) = thumbnail.filter(|_| is_new) {
        fx.push(BaselineEffect::DrawThumbnail { session: session.id, sha256, thumbnail });
    }
}

fn drawn(session: &mut Session, sha256: Digest, picture: Option<Picture>, fx: &mut Effects) {
    session.batch.thumbnails.drawing.remove(&sha256);
    match picture {
        Some(picture) => {
            let key = PictureKey::Thumbnail(sha256);
            let key = DrawKey { picture: key, fit: Thumbnail::FIT };
            fx.push(AssetEffect::Show { key, picture });
        }
        None => {
            session.batch.thumbnails.broken.insert(sha256);
        }
    }
}

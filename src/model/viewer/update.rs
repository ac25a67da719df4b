//! The large picture.

use std::borrow::Cow;
use std::path::PathBuf;
use std::sync::Arc;

use crate::domain::Digest;
use crate::media::{Content, Layer, LayerFacts, LoadError, Loaded, Picture};

use super::action::ViewerAction;
use super::effect::ViewerEffect;
use super::event::ViewerEvent;
use super::state::{Arrangement, Compare, LayerRun, Viewer, ViewerPage, Zoom, layer_key};
use crate::model::assets::{AssetEffect, AssetEntry, FileId, Library, typed_path};
use crate::model::dialog::Dialog;
use crate::model::effect::Effects;
use crate::model::notice::NoticeKind;
use crate::model::now::Now;
use crate::model::remote::Remote;
use crate::model::state::{Stage, State};

pub(in crate::model) fn act(state: &mut State, action: ViewerAction, now: Now, fx: &mut Effects) {
    let Some(viewer) = viewer(state) else { return };
    match action {
        ViewerAction::Ground(ground) => viewer.ground = ground,
        // Both are about the picture.
        ViewerAction::Overlay(overlay) => {
            (viewer.overlay, viewer.page) = (overlay, ViewerPage::Picture);
        }
        ViewerAction::Zoom { zoom, pan } => {
            viewer.page = ViewerPage::Picture;
            viewer.pan = if zoom == Zoom::Fit { [0.0, 0.0] } else { pan };
            viewer.zoom = match zoom {
                Zoom::Fit => Zoom::Fit,
                Zoom::Scale(scale) => {
                    Zoom::Scale(scale.clamp(Viewer::MIN_SCALE, Viewer::MAX_SCALE))
                }
            };
        }
        ViewerAction::Step(by) => step(state, by, now),
        ViewerAction::Save => save(state, fx),
        ViewerAction::CopyPicture => copy(state, fx),
        ViewerAction::Page(page) => viewer.page = page,
        ViewerAction::Facts(facts) => viewer.facts = facts,
        ViewerAction::Choose(choice) => viewer.choice = choice,
        ViewerAction::Compare { variant, kind } => {
            compare(state, |library| library.want(&variant, &kind, now.timestamp));
        }
        ViewerAction::CompareFile(path) => compare_file(state, path, now, fx),
        ViewerAction::CompareTyped => {
            if let Some(path) = typed_path(&viewer.choice.path) {
                compare_file(state, path, now, fx);
            }
        }
        ViewerAction::Arrange(arrangement) => {
            if let Some(compare) = &mut viewer.compare {
                compare.arrangement = arrangement;
            }
        }
        ViewerAction::Divide(share) => {
            if let Some(compare) = &mut viewer.compare {
                compare.divider = share.clamp(0.0, 1.0);
            }
        }
        ViewerAction::Swap => {
            if let Some(compare) = &mut viewer.compare {
                std::mem::swap(&mut viewer.id, &mut compare.other);
            }
        }
        ViewerAction::StopComparing => viewer.compare = None,
        ViewerAction::DrawAgain => viewer.layers.clear(),
        ViewerAction::Close => state.dialog = None,
    }
}

fn viewer(state: &mut State) -> Option<&mut Viewer> {
    match &mut state.dialog {
        Some(Dialog::Viewer(viewer)) => Some(viewer),
        Some(_) | None => None,
    }
}

/// Goes back from the choice of a file to the picture; whether there was a way back.
pub(in crate::model) fn close_layer(state: &mut State) -> bool {
    let chooser = viewer(state).filter(|viewer| viewer.page == ViewerPage::Choose);
    chooser.is_some_and(|viewer| {
        viewer.page = ViewerPage::Picture;
        true
    })
}

/// Puts another file beside the one on screen.
fn compare(state: &mut State, want: impl FnOnce(&mut Library) -> &mut AssetEntry) {
    let Some(session) = state.session_mut() else { return };
    let other = want(&mut session.library).id.clone();
    if let Some(viewer) = viewer(state) {
        viewer.page = ViewerPage::Picture;
        let before = viewer.compare.take();
        let kept = before.map_or((Arrangement::default(), 0.5), |c| (c.arrangement, c.divider));
        let (arrangement, divider) = kept;
        viewer.compare = Some(Compare { arrangement, divider, ..Compare::with(other) });
    }
}

/// A file of this machine counts as what the file on screen is: terms may be text.
fn compare_file(state: &mut State, path: PathBuf, now: Now, fx: &mut Effects) {
    let Some(id) = viewer(state).map(|viewer| viewer.id.clone()) else { return };
    let kind = state.session().and_then(|session| session.library.get(&id));
    let Some(kind) = kind.map(|entry| entry.kind.clone()) else { return };
    compare(state, |library| library.want_path(path, &kind, now.timestamp));
    let other = viewer(state).and_then(|viewer| viewer.compare.as_ref());
    // What was drawn of it before may be of other bytes.
    if let Some(compare) = other {
        fx.push(AssetEffect::DropPictures { id: compare.other.clone() });
    }
}

/// What the viewer needs that nobody has asked for: layers and the difference, of files that are
/// there.
pub(in crate::model) fn ask(state: &mut State, fx: &mut Effects) {
    let (Some(Dialog::Viewer(viewer)), Stage::SignedIn(session)) =
        (&mut state.dialog, &state.stage)
    else {
        return;
    };
    let read = |id: &FileId| match &session.library.get(id)?.file {
        Remote::Ready(file) => Some(Arc::clone(file)),
        Remote::NotAsked | Remote::Loading { .. } | Remote::Failed { .. } => None,
    };
    let files: Vec<Arc<Loaded>> = viewer.shown().filter_map(read).collect();
    let wanted = files.iter().filter_map(|file| Some((file, viewer.layer_for(&file.content)?)));
    let wanted: Vec<(&Arc<Loaded>, Layer)> = wanted.collect();
    viewer.layers.retain(|run| {
        wanted.iter().any(|(f, layer)| *layer == run.layer && f.measured.sha256 == run.sha256)
    });
    for (file, layer) in wanted {
        let sha256 = file.measured.sha256;
        if viewer.layer_of(&sha256, layer).is_none() {
            let facts = Remote::Loading { previous: None };
            viewer.layers.push(LayerRun { sha256, layer, facts });
            let file = Arc::clone(file);
            fx.push(ViewerEffect::DrawLayer { session: session.id, file, layer });
        }
    }
    if let (Some(compare), [one, other]) = (&mut viewer.compare, files.as_slice()) {
        let of = [one.measured.sha256, other.measured.sha256];
        if compare.of != Some(of) {
            compare.of = Some(of);
            compare.difference = Remote::Loading { previous: None };
            let files = [Arc::clone(one), Arc::clone(other)];
            fx.push(ViewerEffect::CompareFiles { session: session.id, files });
        }
    }
}

pub(in crate::model) fn learn(state: &mut State, event: ViewerEvent, now: Now, fx: &mut Effects) {
    match event {
        ViewerEvent::LayerDrawn { sha256, layer, result } => {
            layer_drawn(state, sha256, layer, result, fx);
        }
        ViewerEvent::FilesCompared { of, result } => {
            let compare = viewer(state).and_then(|viewer| viewer.compare.as_mut());
            if let Some(compare) = compare.filter(|compare| compare.of == Some(of)) {
                compare.difference.finish(result);
            }
        }
        ViewerEvent::DrawnForCopy { result: Ok(picture) } => {
            state.notify(NoticeKind::PictureCopied, now);
            fx.push(ViewerEffect::CopyPicture(picture));
        }
        ViewerEvent::DrawnForCopy { result: Err(error) } => {
            state.notify(NoticeKind::PictureNotCopied(error), now);
        }
    }
}

fn layer_drawn(
    state: &mut State,
    sha256: Digest,
    layer: Layer,
    result: Result<(LayerFacts, Picture), LoadError>,
    fx: &mut Effects,
) {
    let Some(viewer) = viewer(state) else { return };
    let is_it = |run: &&mut LayerRun| run.layer == layer && run.sha256 == sha256;
    let Some(run) = viewer.layers.iter_mut().find(is_it) else { return };
    run.facts.finish(result.map(|(facts, picture)| {
        fx.push(ViewerEffect::ShowLayer { key: layer_key(&sha256, layer), picture });
        facts
    }));
}

/// The file on screen, where it is read.
fn open_file(state: &State) -> Option<(&AssetEntry, &Arc<Loaded>)> {
    let Some(Dialog::Viewer(viewer)) = &state.dialog else { return None };
    let entry = state.session()?.library.get(&viewer.id)?;
    Some((entry, entry.file.value()?))
}

fn copy(state: &State, fx: &mut Effects) {
    let Some(session) = state.session().map(|session| session.id) else { return };
    let file = open_file(state).filter(|(_, file)| !matches!(file.content, Content::Text(_)));
    if let Some((_, file)) = file {
        fx.push(ViewerEffect::DrawForCopy { session, file: Arc::clone(file) });
    }
}

/// Goes on to another file of the page, round its ends; ground and overlay stay.
fn step(state: &mut State, by: isize, now: Now) {
    let Some(Dialog::Viewer(viewer)) = &state.dialog else { return };
    let id = viewer.id.clone();
    let Some(session) = state.session_mut() else { return };
    let files = session.files_on_page();
    let Ok(count) = isize::try_from(files.len()) else { return };
    let place = files.iter().position(|(variant, _)| Some(variant.url.as_str()) == id.url());
    let next = place.and_then(|place| isize::try_from(place).ok()).map_or(0, |place| place + by);
    let next = next.checked_rem_euclid(count).and_then(|next| usize::try_from(next).ok());
    let Some((variant, kind)) = next.and_then(|next| files.get(next)).copied() else { return };
    let (variant, kind) = (variant.clone(), kind.clone());
    let id = session.library.want(&variant, &kind, now.timestamp).id.clone();
    if let Some(Dialog::Viewer(viewer)) = &mut state.dialog {
        (viewer.id, viewer.zoom, viewer.pan) = (id, Zoom::Fit, [0.0, 0.0]);
    }
}

fn save(state: &State, fx: &mut Effects) {
    let Some(session) = state.session().map(|session| session.id) else { return };
    if let Some((entry, file)) = open_file(state) {
        let name = name_of(&entry.id, file.measured.kind.extension());
        fx.push(ViewerEffect::SaveFile { session, name, file: Arc::clone(file) });
    }
}

/// A name for a file from its address or path: the last part of it, of harmless characters alone.
fn name_of(id: &FileId, extension: &str) -> String {
    let stem: Cow<'_, str> = match id {
        FileId::Url(url) => {
            let path = url.split(['?', '#']).next().unwrap_or_default();
            let last = path.rsplit('/').find(|part| !part.is_empty()).unwrap_or_default();
            last.rsplit_once('.').map_or(last, |(stem, _)| stem).into()
        }
        FileId::Disk(path) => path.file_stem().unwrap_or_default().to_string_lossy(),
    };
    let is_harmless = |c: &char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_');
    let stem: String = stem.chars().filter(is_harmless).take(80).collect();
    let stem = if stem.is_empty() { "asset".to_owned() } else { stem };
    format!("{stem}.{extension}")
}

//! The large picture.

use std::path::PathBuf;
use std::sync::Arc;

use crate::domain::Digest;
use crate::media::{Content, Difference, Layer, LayerFacts, LoadError, Loaded, Picture};

use super::super::Remote;
use super::super::action::ViewerAction;
use super::super::effect::Effect;
use super::super::state::{
    Arrangement, AssetEntry, Compare, Dialog, LayerRun, Library, NoticeKind, Now, SessionId, Stage,
    State, Viewer, ViewerPage, Zoom, layer_key, typed_path,
};

pub(super) fn act(state: &mut State, action: ViewerAction, now: Now) -> Vec<Effect> {
    let Some(viewer) = viewer(state) else { return Vec::new() };
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
        ViewerAction::Save => return save(state),
        ViewerAction::CopyPicture => return copy(state),
        ViewerAction::Page(page) => viewer.page = page,
        ViewerAction::Facts(facts) => viewer.facts = facts,
        ViewerAction::Choose(choice) => viewer.choice = choice,
        ViewerAction::Compare { variant, kind } => {
            compare(state, |library| library.want(&variant, &kind, now.timestamp));
        }
        ViewerAction::CompareFile(path) => return compare_file(state, path, now),
        ViewerAction::CompareTyped => {
            if let Some(path) = typed_path(&viewer.choice.path) {
                return compare_file(state, path, now);
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
                std::mem::swap(&mut viewer.url, &mut compare.other);
            }
        }
        ViewerAction::StopComparing => viewer.compare = None,
        ViewerAction::DrawAgain => viewer.layers.clear(),
        ViewerAction::Close => state.dialog = None,
    }
    Vec::new()
}

fn viewer(state: &mut State) -> Option<&mut Viewer> {
    match &mut state.dialog {
        Some(Dialog::Viewer(viewer)) => Some(viewer),
        Some(_) | None => None,
    }
}

/// Goes back from the choice of a file to the picture; whether there was a way back.
pub(super) fn close_layer(state: &mut State) -> bool {
    let chooser = viewer(state).filter(|viewer| viewer.page == ViewerPage::Choose);
    chooser.is_some_and(|viewer| {
        viewer.page = ViewerPage::Picture;
        true
    })
}

/// Puts another file beside the one on screen.
fn compare(state: &mut State, want: impl FnOnce(&mut Library) -> &mut AssetEntry) {
    let Some(session) = state.session_mut() else { return };
    let other = Arc::clone(&want(&mut session.library).url);
    if let Some(viewer) = viewer(state) {
        viewer.page = ViewerPage::Picture;
        let before = viewer.compare.take();
        let kept = before.map_or((Arrangement::default(), 0.5), |c| (c.arrangement, c.divider));
        let (arrangement, divider) = kept;
        viewer.compare = Some(Compare { arrangement, divider, ..Compare::with(other) });
    }
}

/// A file of this machine counts as what the file on screen is: terms may be text.
fn compare_file(state: &mut State, path: PathBuf, now: Now) -> Vec<Effect> {
    let Some(url) = viewer(state).map(|viewer| Arc::clone(&viewer.url)) else { return Vec::new() };
    let kind = state.session().and_then(|session| session.library.get(&url));
    let Some(kind) = kind.map(|entry| entry.kind.clone()) else { return Vec::new() };
    compare(state, |library| library.want_path(path, &kind, now.timestamp));
    let other = viewer(state).and_then(|viewer| viewer.compare.as_ref());
    // What was drawn of it before may be of other bytes.
    let drop = other.map(|compare| Effect::DropPictures { url: Arc::clone(&compare.other) });
    drop.into_iter().collect()
}

/// What the viewer needs that nobody has asked for: layers and the difference, of files that are
/// there.
pub(super) fn ask(state: &mut State) -> Vec<Effect> {
    let (Some(Dialog::Viewer(viewer)), Stage::Desk(session)) = (&mut state.dialog, &state.stage)
    else {
        return Vec::new();
    };
    let read = |url: &Arc<str>| match &session.library.get(url)?.file {
        Remote::Ready(file) => Some(Arc::clone(file)),
        Remote::NotAsked | Remote::Loading { .. } | Remote::Failed { .. } => None,
    };
    let files: Vec<Arc<Loaded>> = viewer.shown().filter_map(read).collect();
    let mut effects = Vec::new();
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
            effects.push(Effect::DrawLayer { session: session.id, file, layer });
        }
    }
    if let (Some(compare), [one, other]) = (&mut viewer.compare, files.as_slice()) {
        let of = [one.measured.sha256, other.measured.sha256];
        if compare.of != Some(of) {
            compare.of = Some(of);
            compare.difference = Remote::Loading { previous: None };
            let files = [Arc::clone(one), Arc::clone(other)];
            effects.push(Effect::CompareFiles { session: session.id, files });
        }
    }
    effects
}

pub(super) fn layer_drawn(
    state: &mut State,
    id: SessionId,
    sha256: Digest,
    layer: Layer,
    result: Result<(LayerFacts, Picture), LoadError>,
) -> Vec<Effect> {
    if state.current(id).is_none() {
        return Vec::new();
    }
    let Some(viewer) = viewer(state) else { return Vec::new() };
    let is_it = |run: &&mut LayerRun| run.layer == layer && run.sha256 == sha256;
    let Some(run) = viewer.layers.iter_mut().find(is_it) else { return Vec::new() };
    match result {
        Ok((facts, picture)) => {
            run.facts = Remote::Ready(facts);
            vec![Effect::ShowLayer { key: layer_key(&sha256, layer), picture }]
        }
        Err(error) => {
            run.facts.finish(Err(error));
            Vec::new()
        }
    }
}

pub(super) fn compared(
    state: &mut State,
    id: SessionId,
    of: [Digest; 2],
    result: Result<Difference, LoadError>,
) {
    if state.current(id).is_none() {
        return;
    }
    let compare = viewer(state).and_then(|viewer| viewer.compare.as_mut());
    if let Some(compare) = compare.filter(|compare| compare.of == Some(of)) {
        compare.difference.finish(result);
    }
}

pub(super) fn drawn_for_copy(
    state: &mut State,
    id: SessionId,
    result: Result<Picture, LoadError>,
    now: Now,
) -> Vec<Effect> {
    if state.current(id).is_none() {
        return Vec::new();
    }
    match result {
        Ok(picture) => {
            state.notify(NoticeKind::PictureCopied, now);
            vec![Effect::CopyPicture(picture)]
        }
        Err(error) => {
            state.notify(NoticeKind::PictureNotCopied(error), now);
            Vec::new()
        }
    }
}

/// The file on screen, where it is read.
fn open_file(state: &State) -> Option<(&AssetEntry, &Arc<Loaded>)> {
    let Some(Dialog::Viewer(viewer)) = &state.dialog else { return None };
    let entry = state.session()?.library.get(&viewer.url)?;
    Some((entry, entry.file.value()?))
}

fn copy(state: &State) -> Vec<Effect> {
    let Some(session) = state.session().map(|session| session.id) else { return Vec::new() };
    let file = open_file(state).filter(|(_, file)| !matches!(file.content, Content::Text(_)));
    let draw = file.map(|(_, file)| Effect::DrawForCopy { session, file: Arc::clone(file) });
    draw.into_iter().collect()
}

/// Goes on to another file of the page, round its ends; ground and overlay stay.
fn step(state: &mut State, by: isize, now: Now) {
    let Some(Dialog::Viewer(viewer)) = &state.dialog else { return };
    let url = Arc::clone(&viewer.url);
    let Some(session) = state.session_mut() else { return };
    let files = session.files_on_page();
    let Ok(count) = isize::try_from(files.len()) else { return };
    let place = files.iter().position(|(variant, _)| variant.url == *url);
    let next = place.and_then(|place| isize::try_from(place).ok()).map_or(0, |place| place + by);
    let next = next.checked_rem_euclid(count).and_then(|next| usize::try_from(next).ok());
    let Some((variant, kind)) = next.and_then(|next| files.get(next)).copied() else { return };
    let (variant, kind) = (variant.clone(), kind.clone());
    let url = Arc::clone(&session.library.want(&variant, &kind, now.timestamp).url);
    if let Some(Dialog::Viewer(viewer)) = &mut state.dialog {
        (viewer.url, viewer.zoom, viewer.pan) = (url, Zoom::Fit, [0.0, 0.0]);
    }
}

fn save(state: &State) -> Vec<Effect> {
    let save = open_file(state).map(|(entry, file)| Effect::SaveFile {
        name: name_of(&entry.url, file.measured.kind.extension()),
        file: Arc::clone(file),
    });
    save.into_iter().collect()
}

/// A name for a file from its address: the last part of it, of harmless characters alone.
fn name_of(url: &str, extension: &str) -> String {
    let path = url.split(['?', '#']).next().unwrap_or_default();
    let last = path.rsplit('/').find(|part| !part.is_empty()).unwrap_or_default();
    let stem = last.rsplit_once('.').map_or(last, |(stem, _)| stem);
    let is_harmless = |c: &char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_');
    let stem: String = stem.chars().filter(is_harmless).take(80).collect();
    let stem = if stem.is_empty() { "asset".to_owned() } else { stem };
    format!("{stem}.{extension}")
}

//! The large picture.

use std::sync::Arc;

use super::super::action::ViewerAction;
use super::super::effect::Effect;
use super::super::state::{Dialog, Now, State, Viewer, Zoom};

pub(super) fn act(state: &mut State, action: &ViewerAction, now: Now) -> Vec<Effect> {
    let Some(Dialog::Viewer(viewer)) = &mut state.dialog else { return Vec::new() };
    match action {
        ViewerAction::Ground(ground) => viewer.ground = *ground,
        ViewerAction::Overlay(overlay) => viewer.overlay = *overlay,
        ViewerAction::Zoom { zoom, pan } => {
            viewer.pan = if *zoom == Zoom::Fit { [0.0, 0.0] } else { *pan };
            viewer.zoom = match *zoom {
                Zoom::Fit => Zoom::Fit,
                Zoom::Scale(scale) => {
                    Zoom::Scale(scale.clamp(Viewer::MIN_SCALE, Viewer::MAX_SCALE))
                }
            };
        }
        ViewerAction::Step(by) => step(state, *by, now),
        ViewerAction::Save => return save(state),
    }
    Vec::new()
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
    let Some(Dialog::Viewer(viewer)) = &state.dialog else { return Vec::new() };
    let entry = state.session().and_then(|session| session.library.get(&viewer.url));
    let file = entry.and_then(|entry| entry.file.value());
    let save = file.map(|file| Effect::SaveFile {
        name: name_of(&viewer.url, file.measured.kind.extension()),
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

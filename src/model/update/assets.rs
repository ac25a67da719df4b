//! Files of cards: each is fetched once, and drawn at the sizes wanted.

use std::sync::Arc;

use crate::media::{Content, LoadError, LoadFailure, Loaded, Picture, PixelBox};

use super::super::Remote;
use super::super::action::AssetAction;
use super::super::effect::Effect;
use super::super::state::{AssetEntry, Dialog, Now, Session, SessionId, State, Viewer};

pub(super) fn act(state: &mut State, action: AssetAction, now: Now) -> Vec<Effect> {
    let Some(session) = state.session_mut() else { return Vec::new() };
    let id = session.id;
    match action {
        AssetAction::Want { variant, kind, fit } => {
            let entry = session.library.want(&variant, &kind, now.timestamp);
            want(entry, id, fit, now).into_iter().collect()
        }
        AssetAction::Retry { url } => {
            let entry = session.library.get_mut(&url);
            let effects = entry.map_or_else(Vec::new, |entry| retry(entry, now));
            session.verify_file(&url, now);
            effects
        }
        AssetAction::RetryAll => {
            let failed: Vec<Arc<str>> = session
                .shown_files()
                .filter(|entry| entry.error().is_some())
                .map(|entry| Arc::clone(&entry.url))
                .collect();
            let library = &mut session.library;
            let retried = failed.iter().flat_map(|url| {
                library.get_mut(url).map_or_else(Vec::new, |entry| retry(entry, now))
            });
            let effects = retried.collect();
            session.verify_all(now);
            effects
        }
        AssetAction::Open { variant, kind } => {
            let entry = session.library.want(&variant, &kind, now.timestamp);
            let url = Arc::clone(&entry.url);
            state.dialog = Some(Dialog::Viewer(Viewer::new(url)));
            Vec::new()
        }
    }
}

/// What a wish for a picture needs: nothing while it is being fetched or drawn, or has failed.
fn want(entry: &mut AssetEntry, session: SessionId, fit: PixelBox, now: Now) -> Option<Effect> {
    let url = Arc::clone(&entry.url);
    match &entry.file {
        Remote::NotAsked => {
            entry.file.start();
            entry.asked_at = now.timestamp;
            let (variant, kind) = (entry.variant.clone(), entry.kind.clone());
            if let Some(path) = entry.path.clone() {
                return Some(Effect::ReadAsset { session, url, path, kind, fit });
            }
            Some(Effect::LoadAsset { session, url, variant, kind, fit: Some(fit) })
        }
        Remote::Ready(file) => {
            let drawable = !matches!(file.content, Content::Text(_));
            if !drawable || entry.draw_error.is_some() || entry.drawing.contains(&fit) {
                return None;
            }
            entry.drawing.push(fit);
            let file = Arc::clone(file);
            Some(Effect::DrawAsset { session, url, file, fit })
        }
        Remote::Loading { .. } | Remote::Failed { .. } => None,
    }
}

/// Forgets what was read, so that the next wish fetches it anew.
fn retry(entry: &mut AssetEntry, now: Now) -> Vec<Effect> {
    if entry.file.is_loading() {
        return Vec::new();
    }
    entry.forget();
    entry.asked_at = now.timestamp;
    vec![Effect::DropPictures { url: Arc::clone(&entry.url) }]
}

pub(super) fn loaded(
    state: &mut State,
    id: SessionId,
    url: &Arc<str>,
    fit: Option<PixelBox>,
    result: Result<(Arc<Loaded>, Option<Picture>), LoadFailure>,
    now: Now,
) -> Vec<Effect> {
    let Some(session) = state.current(id) else { return Vec::new() };
    let Some(entry) = session.library.get_mut(url) else { return Vec::new() };
    // A load dropped before it began is as if never asked for.
    if result.as_ref().is_err_and(|failure| failure.error == LoadError::Cancelled) {
        entry.file = Remote::NotAsked;
        return Vec::new();
    }
    let (file, picture) = match result {
        Ok((file, picture)) => (Ok(file), picture),
        Err(error) => (Err(error), None),
    };
    entry.take_in(file);
    session.sheet.note_file(url, &session.library);
    // What the set of a card's assets says of it comes with the card.
    session.verify_file(url, now);
    fit.map_or_else(Vec::new, |fit| show(url, fit, picture))
}

/// The list on screen was drawn, and what is in view was asked for.
pub(super) fn view_drawn(state: &mut State, now: Now) -> Vec<Effect> {
    let session = state.session_mut().filter(|session| session.awaits_drawing());
    let Some(session) = session else { return Vec::new() };
    if let Some(customer) = &mut session.customer {
        customer.was_drawn = true;
    }
    ask_for_the_rest(session, now)
}

/// Files that are not in view are fetched too, a few at a time, once those in view are there: the
/// verifier says something of every file.
pub(super) fn ask_for_the_rest(session: &mut Session, now: Now) -> Vec<Effect> {
    const AT_ONCE: usize = 8;
    let Session { id, customer, library, .. } = session;
    let Some(customer) = customer else { return Vec::new() };
    let Remote::Ready(list) = &customer.list else { return Vec::new() };
    // What is in view is asked for when it is drawn first.
    if !customer.was_drawn || customer.summary.complete == Some(library.revision()) {
        return Vec::new();
    }
    let loading = library.iter().filter(|entry| entry.file.is_loading()).count();
    let mut effects = Vec::new();
    for asset in list.cards.iter().flat_map(|card| &card.assets) {
        for variant in &asset.variants {
            if loading + effects.len() >= AT_ONCE {
                return effects;
            }
            if library.get(&variant.url).is_none_or(AssetEntry::is_unknown) {
                let entry = library.want(variant, &asset.kind, now.timestamp);
                entry.file.start();
                entry.asked_at = now.timestamp;
                let (url, variant) = (Arc::clone(&entry.url), variant.clone());
                let (session, kind) = (*id, asset.kind.clone());
                effects.push(Effect::LoadAsset { session, url, variant, kind, fit: None });
            }
        }
    }
    if effects.is_empty() {
        customer.summary.complete = Some(library.revision());
    }
    effects
}

pub(super) fn drawn(
    state: &mut State,
    id: SessionId,
    url: &Arc<str>,
    fit: PixelBox,
    result: Result<Option<Picture>, LoadError>,
) -> Vec<Effect> {
    let Some(entry) = state.current(id).and_then(|session| session.library.get_mut(url)) else {
        return Vec::new();
    };
    entry.drawing.retain(|drawing| *drawing != fit);
    match result {
        Ok(picture) => show(url, fit, picture),
        Err(LoadError::Cancelled) => Vec::new(),
        Err(error) => {
            entry.draw_error = Some(error);
            Vec::new()
        }
    }
}

fn show(url: &Arc<str>, fit: PixelBox, picture: Option<Picture>) -> Vec<Effect> {
    let picture = picture.map(|picture| Effect::ShowPicture { url: Arc::clone(url), fit, picture });
    picture.into_iter().collect()
}

//! Files of cards: each is fetched once, and drawn at the sizes wanted.

use std::sync::Arc;

use crate::media::{Content, LoadError, LoadFailure, Loaded, Picture, PixelBox};

use super::action::AssetAction;
use super::effect::AssetEffect;
use super::event::AssetEvent;
use super::key::DrawKey;
use super::library::AssetEntry;
use crate::model::dialog::Dialog;
use crate::model::effect::Effects;
use crate::model::ids::SessionId;
use crate::model::now::Now;
use crate::model::remote::Remote;
use crate::model::session::Session;
use crate::model::state::State;
use crate::model::viewer::Viewer;

pub(in crate::model) fn act(state: &mut State, action: AssetAction, now: Now, fx: &mut Effects) {
    let Some(session) = state.session_mut() else { return };
    let id = session.id;
    match action {
        AssetAction::Want { variant, kind, fit } => {
            let entry = session.library.want(&variant, &kind, now.timestamp);
            want(entry, id, fit, now, fx);
        }
        AssetAction::Retry { url } => {
            if let Some(entry) = session.library.get_mut(&url) {
                retry(entry, now, fx);
            }
            session.verify_file(&url, now);
        }
        AssetAction::RetryAll => {
            let failed: Vec<Arc<str>> = session
                .shown_files()
                .filter(|entry| entry.error().is_some())
                .map(|entry| Arc::clone(&entry.url))
                .collect();
            for url in failed {
                if let Some(entry) = session.library.get_mut(&url) {
                    retry(entry, now, fx);
                }
            }
            session.verify_all(now);
        }
        AssetAction::Open { variant, kind } => {
            let entry = session.library.want(&variant, &kind, now.timestamp);
            let url = Arc::clone(&entry.url);
            state.dialog = Some(Dialog::Viewer(Viewer::new(url)));
        }
    }
}

/// What a wish for a picture needs: nothing while it is being fetched or drawn, or has failed.
fn want(entry: &mut AssetEntry, session: SessionId, fit: PixelBox, now: Now, fx: &mut Effects) {
    let url = Arc::clone(&entry.url);
    match &entry.file {
        Remote::NotAsked => {
            entry.file.start();
            entry.asked_at = now.timestamp;
            let (variant, kind) = (entry.variant.clone(), entry.kind.clone());
            fx.push(match entry.path.clone() {
                Some(path) => AssetEffect::Read { session, url, path, kind, fit },
                None => AssetEffect::Load { session, url, variant, kind, fit: Some(fit) },
            });
        }
        Remote::Ready(file) => {
            let drawable = !matches!(file.content, Content::Text(_));
            if drawable && entry.draw_error.is_none() && !entry.drawing.contains(&fit) {
                entry.drawing.push(fit);
                fx.push(AssetEffect::Draw { session, url, file: Arc::clone(file), fit });
            }
        }
        Remote::Loading { .. } | Remote::Failed { .. } => {}
    }
}

/// Forgets what was read, so that the next wish fetches it anew.
fn retry(entry: &mut AssetEntry, now: Now, fx: &mut Effects) {
    if !entry.file.is_loading() {
        entry.forget();
        entry.asked_at = now.timestamp;
        fx.push(AssetEffect::DropPictures { url: Arc::clone(&entry.url) });
    }
}

pub(in crate::model) fn learn(state: &mut State, event: AssetEvent, now: Now, fx: &mut Effects) {
    let Some(session) = state.session_mut() else { return };
    match event {
        AssetEvent::Loaded { url, fit, result } => loaded(session, &url, fit, result, now, fx),
        AssetEvent::Drawn { url, fit, result } => drawn(session, &url, fit, result, fx),
    }
}

fn loaded(
    session: &mut Session,
    url: &Arc<str>,
    fit: Option<PixelBox>,
    result: Result<(Arc<Loaded>, Option<Picture>), LoadFailure>,
    now: Now,
    fx: &mut Effects,
) {
    let Some(entry) = session.library.get_mut(url) else { return };
    // A load dropped before it began is as if never asked for.
    if result.as_ref().is_err_and(|failure| failure.error == LoadError::Cancelled) {
        entry.file = Remote::NotAsked;
        return;
    }
    let (file, picture) = match result {
        Ok((file, picture)) => (Ok(file), picture),
        Err(error) => (Err(error), None),
    };
    entry.take_in(file);
    session.sheet.note_file(url, &session.library);
    // What the set of a card's assets says of it comes with the card.
    session.verify_file(url, now);
    if let Some(fit) = fit {
        show(url, fit, picture, fx);
    }
}

/// The list on screen was drawn, and what is in view was asked for.
pub(in crate::model) fn view_drawn(state: &mut State, now: Now, fx: &mut Effects) {
    let Some(session) = state.session_mut().filter(|session| session.awaits_drawing()) else {
        return;
    };
    if let Some(customer) = &mut session.customer {
        customer.was_drawn = true;
    }
    ask_for_the_rest(session, now, fx);
}

/// Files that are not in view are fetched too, a few at a time, once those in view are there: the
/// verifier says something of every file.
pub(in crate::model) fn ask_for_the_rest(session: &mut Session, now: Now, fx: &mut Effects) {
    const AT_ONCE: usize = 8;
    let Session { id, customer, library, .. } = session;
    let Some(customer) = customer else { return };
    let Remote::Ready(list) = &customer.list else { return };
    // What is in view is asked for when it is drawn first.
    if !customer.was_drawn || customer.summary.complete == Some(library.revision()) {
        return;
    }
    let loading = library.iter().filter(|entry| entry.file.is_loading()).count();
    let mut asked = 0;
    for asset in list.cards.iter().flat_map(|card| &card.assets) {
        for variant in &asset.variants {
            if loading + asked >= AT_ONCE {
                return;
            }
            if library.get(&variant.url).is_none_or(AssetEntry::is_unknown) {
                let entry = library.want(variant, &asset.kind, now.timestamp);
                entry.file.start();
                entry.asked_at = now.timestamp;
                let (url, variant) = (Arc::clone(&entry.url), variant.clone());
                let (session, kind) = (*id, asset.kind.clone());
                fx.push(AssetEffect::Load { session, url, variant, kind, fit: None });
                asked += 1;
            }
        }
    }
    if asked == 0 {
        customer.summary.complete = Some(library.revision());
    }
}

fn drawn(
    session: &mut Session,
    url: &Arc<str>,
    fit: PixelBox,
    result: Result<Option<Picture>, LoadError>,
    fx: &mut Effects,
) {
    let Some(entry) = session.library.get_mut(url) else { return };
    entry.drawing.retain(|drawing| *drawing != fit);
    match result {
        Ok(picture) => show(url, fit, picture, fx),
        Err(LoadError::Cancelled) => {}
        Err(error) => entry.draw_error = Some(error),
    }
}

fn show(url: &Arc<str>, fit: PixelBox, picture: Option<Picture>, fx: &mut Effects) {
    if let Some(picture) = picture {
        fx.push(AssetEffect::Show { key: DrawKey::file(url, fit), picture });
    }
}

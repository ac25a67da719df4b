//! Files of cards: each is fetched once, and drawn at the sizes wanted.

use std::sync::Arc;

use crate::domain::Variant;
use crate::media::{Content, LoadError, LoadFailure, Loaded, Picture, PixelBox};

use super::action::AssetAction;
use super::effect::AssetEffect;
use super::event::AssetEvent;
use super::file::FileId;
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
        AssetAction::WantFile { id: file, fit } => {
            if let Some(entry) = session.library.want_again(&file) {
                want(entry, id, fit, now, fx);
            }
        }
        AssetAction::Retry { id } => {
            if let Some(entry) = session.library.get_mut(&id) {
                retry(entry, now, fx);
            }
            session.verify_file(&id, now);
        }
        AssetAction::RetryAll => {
            let failed: Vec<FileId> = session
                .shown_files()
                .filter(|entry| entry.error().is_some())
                .map(|entry| entry.id.clone())
                .collect();
            for id in failed {
                if let Some(entry) = session.library.get_mut(&id) {
                    retry(entry, now, fx);
                }
            }
            session.verify_all(now);
        }
        AssetAction::Open { variant, kind } => {
            let entry = session.library.want(&variant, &kind, now.timestamp);
            let id = entry.id.clone();
            state.dialog = Some(Dialog::Viewer(Viewer::new(id)));
        }
    }
}

/// What a wish for a picture needs: nothing while it is being fetched or drawn, or has failed.
fn want(entry: &mut AssetEntry, session: SessionId, fit: PixelBox, now: Now, fx: &mut Effects) {
    match &entry.file {
        Remote::NotAsked => {
            entry.file.start();
            entry.asked_at = now.timestamp;
            let kind = entry.kind.clone();
            fx.push(match &entry.id {
                FileId::Disk(path) => {
                    AssetEffect::Read { session, path: Arc::clone(path), kind, fit }
                }
                FileId::Url(url) => {
                    let (url, declared) = (url.as_ref().to_owned(), entry.declared.clone());
                    let variant = Variant { url, declared };
                    AssetEffect::Load { session, variant, kind, fit: Some(fit) }
                }
            });
        }
        Remote::Ready(file) => {
            let drawable = !matches!(file.content, Content::Text(_));
            if drawable && entry.draw_error.is_none() && !entry.drawing.contains(&fit) {
                entry.drawing.push(fit);
                let (id, file) = (entry.id.clone(), Arc::clone(file));
                fx.push(AssetEffect::Draw { session, id, file, fit });
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
        fx.push(AssetEffect::DropPictures { id: entry.id.clone() });
    }
}

pub(in crate::model) fn learn(state: &mut State, event: AssetEvent, now: Now, fx: &mut Effects) {
    let Some(session) = state.session_mut() else { return };
    match event {
        AssetEvent::Loaded { id, fit, result } => loaded(session, &id, fit, result, now, fx),
        AssetEvent::Drawn { id, fit, result } => drawn(session, &id, fit, result, fx),
    }
}

fn loaded(
    session: &mut Session,
    id: &FileId,
    fit: Option<PixelBox>,
    result: Result<(Arc<Loaded>, Option<Picture>), LoadFailure>,
    now: Now,
    fx: &mut Effects,
) {
    let Some(entry) = session.library.get_mut(id) else { return };
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
    if let Some(url) = id.url() {
        session.sheet.note_file(url, &session.library);
    }
    // What the set of a card's assets says of it comes with the card.
    session.verify_file(id, now);
    if let Some(fit) = fit {
        show(id, fit, picture, fx);
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
            if library.at(&variant.url).is_none_or(AssetEntry::is_unknown) {
                let entry = library.want_unseen(variant, &asset.kind, now.timestamp);
                entry.file.start();
                entry.asked_at = now.timestamp;
                let (session, kind) = (*id, asset.kind.clone());
                let variant = variant.clone();
                fx.push(AssetEffect::Load { session, variant, kind, fit: None });
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
    id: &FileId,
    fit: PixelBox,
    result: Result<Option<Picture>, LoadError>,
    fx: &mut Effects,
) {
    let Some(entry) = session.library.get_mut(id) else { return };
    entry.drawing.retain(|drawing| *drawing != fit);
    match result {
        Ok(picture) => show(id, fit, picture, fx),
        Err(LoadError::Cancelled) => {}
        Err(error) => entry.draw_error = Some(error),
    }
}

fn show(id: &FileId, fit: PixelBox, picture: Option<Picture>, fx: &mut Effects) {
    if let Some(picture) = picture {
        fx.push(AssetEffect::Show { key: DrawKey::file(id, fit), picture });
    }
}

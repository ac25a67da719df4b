//! Runs what the core asked for: calls, pictures, clipboard, window.

use std::path::Path;
use std::sync::Arc;
use std::time::Instant;

use egui::{Context, ViewportCommand};
use jiff::Timestamp;
use serde_json::json;

use crate::api::{ApiError, Client, UnreachableCause};
use crate::domain::Credentials;
use crate::jobs::{JobFailure, Lane, Urgency};
use crate::journal::Journal;
use crate::media::{LoadError, LoadFailure, Loader};
use crate::model::{DrawKey, Effect, Event, Library, RunError, SessionId};
use crate::removal::{self, RemovalReport, RemovalRequest, ResolveError};

use super::connection::Connection;
use super::desk::Desk;

impl Desk {
    pub(super) fn run(&mut self, ctx: &Context, effect: Effect) {
        match effect {
            Effect::OpenSession { session, server } => {
                self.memory.password.forget();
                let draw = self.draw_program.clone();
                let cache = self.art_cache.clone();
                let folder = self.folders.data();
                let connection = Connection::new(session, server, draw, cache, folder);
                let connection = Arc::new(connection);
                self.connection = Some(Arc::clone(&connection));
                // Both read the system's certificates: while the person types, or, where the
                // first customer is given, beside one another.
                self.jobs.prepare(Lane::Assets, move || drop(connection.loader()));
            }
            Effect::CloseSession => {
                self.jobs.cancel_queued(Lane::Assets);
                self.stop_batch();
                self.connection = None;
                self.textures.clear();
                self.memory = Default::default();
            }
            Effect::CancelLoads => self.jobs.cancel_queued(Lane::Assets),
            Effect::List { .. }
            | Effect::LoadAsset { .. }
            | Effect::DrawAsset { .. }
            | Effect::Remove { .. }
            | Effect::Resolve { .. } => self.run_remote(effect),
            Effect::ShowPicture { url, fit, picture } => {
                self.textures.add(DrawKey { url, fit }, picture);
            }
            Effect::DropPictures { url } => self.textures.drop_url(&url),
            Effect::Revoke { .. }
            | Effect::StopRevocation { .. }
            | Effect::ReadLeftOver { .. }
            | Effect::ForgetLeftOver { .. }
            | Effect::SaveReceipts { .. } => self.run_for_revocation(effect),
            Effect::ReadList { .. } | Effect::ReadColumns | Effect::KeepColumn { .. } => {
                self.run_for_lists(effect);
            }
            Effect::RunBatch { .. }
            | Effect::PauseBatch(_)
            | Effect::StopBatch
            | Effect::SaveReport { .. } => self.run_for_batch(effect),
            Effect::ListBaselines { .. }
            | Effect::KeepBaseline { .. }
            | Effect::Compare { .. }
            | Effect::DrawThumbnail { .. } => self.run_for_baselines(effect),
            Effect::ReadAsset { .. }
            | Effect::DrawLayer { .. }
            | Effect::ShowLayer { .. }
            | Effect::CompareFiles { .. }
            | Effect::DrawForCopy { .. }
            | Effect::CopyPicture(_) => self.run_for_viewer(ctx, effect),
            Effect::ReadAcknowledged { .. }
            | Effect::ChangeAcknowledged { .. }
            | Effect::MergeAcknowledged { .. }
            | Effect::SaveFile { .. }
            | Effect::KeepArt(_)
            | Effect::ReadRecent { .. }
            | Effect::KeepRecent { .. }
            | Effect::ForgetRecent
            | Effect::ReadJournal
            | Effect::ExportJournal { .. }
            | Effect::SaveSettings(_) => self.run_for_files(effect),
            Effect::Copy(text) => ctx.copy_text(text),
            Effect::ApplySettings => self.apply_settings(ctx),
            Effect::CloseWindow => ctx.send_viewport_cmd(ViewportCommand::Close),
            Effect::KeepWindow => ctx.send_viewport_cmd(ViewportCommand::CancelClose),
            Effect::FocusLookUp => self.memory.focus_look_up = true,
            Effect::FocusForm => self.memory.form_focused = false,
            Effect::FocusFinding => self.memory.focus_finding = true,
            Effect::BeginAtFirst => self.memory.begins = true,
        }
    }

    /// What needs the session's connection; an effect of a session that is gone is dropped.
    fn run_remote(&mut self, effect: Effect) {
        let Some(connection) = self.connection.clone() else { return };
        match effect {
            Effect::List { session, request, credentials, customer }
                if session == connection.session =>
            {
                let timings = self.watch.timings();
                let settling = self.settling(&connection, credentials.merchant_id);
                let work = move || {
                    let (begun, asked) = (Instant::now(), Timestamp::now());
                    let listed = connection.client().and_then(|c| c.list(&credentials, &customer));
                    let took_ms = millis(begun);
                    if let Ok(list) = &listed {
                        settling.listed(&customer, list, asked);
                    }
                    if let Some(timings) = timings {
                        let cards = listed.as_ref().ok().map(|list| list.cards.len());
                        let fields = json!({ "cards": cards, "took_ms": took_ms });
                        timings.tell("list_received", fields);
                    }
                    Event::Listed { session, request, took_ms, result: listed }
                };
                let lost = move |failure| {
                    let result = Err(lost_call(failure));
                    Event::Listed { session, request, took_ms: 0, result }
                };
                self.jobs.submit(Lane::Gateway, Urgency::Now, work, lost);
            }
            Effect::LoadAsset { session, url, variant, kind, fit } => {
                let lost_url = Arc::clone(&url);
                let before = self.jobs.assets_left();
                let timings = self.watch.timings();
                let work = move || {
                    let begun = Instant::now();
                    let load = |loader: Arc<Loader>| {
                        let examined = loader.examine(&variant, &kind, fit);
                        if let Some(timings) = timings {
                            let bytes =
                                examined.as_ref().ok().map(|(loaded, _)| loaded.bytes.len());
                            let fields = json!({ "bytes": bytes, "took_ms": millis(begun) });
                            timings.tell("asset_loaded", fields);
                        }
                        let (mut loaded, picture) = examined?;
                        // With so many as large before it, the library would drop it at once.
                        let all = loaded.bytes.len().saturating_mul(before);
                        if all > Library::KEPT_BYTES && picture.is_some() {
                            loader.drop_bytes(&mut loaded);
                        }
                        Ok((Arc::new(loaded), picture))
                    };
                    let result = connection.loader().map_err(unmeasured).and_then(load);
                    Event::AssetLoaded { session, url, fit, result }
                };
                let lost = move |failure| {
                    let result = Err(unmeasured(lost_load(failure)));
                    Event::AssetLoaded { session, url: lost_url, fit, result }
                };
                let urgency = if fit.is_some() { Urgency::InTurn } else { Urgency::Unseen };
                self.jobs.submit(Lane::Assets, urgency, work, lost);
            }
            Effect::DrawAsset { session, url, file, fit } => {
                let lost_url = Arc::clone(&url);
                let work = move || {
                    let draw = |loader: Arc<Loader>| loader.picture(&file, fit).map(Some);
                    let result = connection.loader().and_then(draw);
                    Event::AssetDrawn { session, url, fit, result }
                };
                let lost = move |failure| {
                    let result = Err(lost_load(failure));
                    Event::AssetDrawn { session, url: lost_url, fit, result }
                };
                self.jobs.submit(Lane::Assets, Urgency::Now, work, lost);
            }
            Effect::Remove { session, number, request } => {
                self.remove(&connection, session, number, request);
            }
            Effect::Resolve { session, removal, credentials } => {
                self.resolve(&connection, session, removal, credentials);
            }
            _ => {}
        }
    }

    fn remove(
        &mut self,
        connection: &Arc<Connection>,
        session: SessionId,
        number: u64,
        request: Box<RemovalRequest>,
    ) {
        let connection = Arc::clone(connection);
        let folder = self.folders.data().to_owned();
        let reports = self.reports.sender.clone();
        let waker = self.jobs.waker();
        let settling = self.settling(&connection, request.credentials.merchant_id);
        let work = move || {
            let begun = Timestamp::now();
            let result = equipped(&connection, &folder, |client, journal| {
                let mut progress = |step| {
                    // A full channel loses a step's display and nothing else.
                    let _lost = reports.try_send(Event::RemovalStep { session, number, step });
                    waker();
                };
                let now = &Timestamp::now;
                removal::run(client, journal, &request, now, &mut progress)
                    .map_err(RunError::NotBegun)
            });
            if let Ok(RemovalReport { list: Some(list), .. }) = &result {
                settling.listed(&request.customer, list, begun);
            }
            Event::RemovalEnded { session, number, result }
        };
        let lost = move |failure| {
            let result = Err(lost_run(failure));
            Event::RemovalEnded { session, number, result }
        };
        self.jobs.submit(Lane::Gateway, Urgency::Now, work, lost);
    }

    fn resolve(
        &mut self,
        connection: &Arc<Connection>,
        session: SessionId,
        removal: String,
        credentials: Box<Credentials>,
    ) {
        let connection = Arc::clone(connection);
        let folder = self.folders.data().to_owned();
        let operator = self.state.settings.operator.trim().to_owned();
        let unresolved = self.state.unresolved();
        let Some(record) = unresolved.iter().find(|r| r.id().as_str() == removal).cloned() else {
            return;
        };
        let lost_removal = removal.clone();
        let work = move || {
            let operator = Some(operator.as_str()).filter(|name| !name.is_empty());
            let result = connection.client().map_err(ResolveError::List).and_then(|client| {
                let journal = Journal::open(&folder).map_err(ResolveError::Journal)?;
                let (server, now) = (connection.server(), &Timestamp::now);
                removal::resolve(&client, &journal, &record, server, &credentials, operator, now)
            });
            let written = |done: removal::Resolution| match done.journal_warning {
                Some(error) => Err(ResolveError::Journal(error)),
                None => Ok(()),
            };
            Event::Resolved { session, removal, result: result.and_then(written) }
        };
        let lost = move |failure| {
            let result = Err(ResolveError::List(lost_call(failure)));
            Event::Resolved { session, removal: lost_removal, result }
        };
        self.jobs.submit(Lane::Gateway, Urgency::InTurn, work, lost);
    }
}

/// Removes with the session's client and the journal of the data folder.
pub(super) fn equipped<T>(
    connection: &Connection,
    folder: &Path,
    work: impl FnOnce(&Client, &Journal) -> Result<T, RunError>,
) -> Result<T, RunError> {
    let unavailable = removal::RemovalError::JournalUnavailable;
    let journal = Journal::open(folder).map_err(|error| RunError::NotBegun(unavailable(error)))?;
    let client = connection.client().map_err(RunError::NoClient)?;
    work(&client, &journal)
}

/// A removal whose job did not answer.
pub(super) fn lost_run(failure: JobFailure) -> RunError {
    match failure {
        JobFailure::Panicked => RunError::Lost,
        JobFailure::Cancelled | JobFailure::QueueFull => RunError::NeverBegun,
    }
}

fn millis(since: Instant) -> u64 {
    u64::try_from(since.elapsed().as_millis()).unwrap_or(u64::MAX)
}

/// A look-up that was never made.
fn lost_call(failure: JobFailure) -> ApiError {
    let reason = match failure {
        JobFailure::Panicked => "the call failed inside the program",
        JobFailure::Cancelled => "the call was cancelled",
        JobFailure::QueueFull => "too many calls are waiting",
    };
    ApiError::Unreachable { cause: UnreachableCause::Setup, reason: reason.to_owned() }
}

pub(super) fn unmeasured(error: LoadError) -> LoadFailure {
    LoadFailure { error, measured: None }
}

pub(super) fn lost_load(failure: JobFailure) -> LoadError {
    match failure {
        JobFailure::Panicked => LoadError::DecoderPanicked,
        JobFailure::Cancelled | JobFailure::QueueFull => LoadError::Cancelled,
    }
}

//! The only code that changes the [`State`]: one file a topic.

mod ahead;
mod assets;
mod baselines;
mod batch;
mod cards;
mod expired;
mod journal;
mod lists;
mod look_up;
mod palette;
mod queue;
mod removal;
mod revocation;
mod session;
mod settings;
mod sheet;
mod verdict;
mod viewer;

use jiff::SignedDuration;

use super::action::Action;
use super::effect::Effect;
use super::event::Event;
use super::state::{Dialog, NoticeKind, Now, State};

/// How long a notice stays.
const NOTICE_SECONDS: i64 = 6;

/// What goes into [`update`].
#[derive(Debug)]
#[expect(clippy::large_enum_variant, reason = "few at a time, each moved once into `update`")]
pub enum Message {
    Action(Action),
    Event(Event),
}

impl From<Action> for Message {
    fn from(action: Action) -> Self {
        Self::Action(action)
    }
}

impl From<Event> for Message {
    fn from(event: Event) -> Self {
        Self::Event(event)
    }
}

/// Takes in one message at a time that is given.
pub fn update(state: &mut State, message: Message, now: Now) -> Vec<Effect> {
    match message {
        Message::Action(action) => act(state, action, now),
        Message::Event(event) => learn(state, event, now),
    }
}

fn act(state: &mut State, action: Action, now: Now) -> Vec<Effect> {
    // A locked window takes nothing but the password, signing out, and its looks.
    if state.session().is_some_and(|session| session.locked) && !works_while_locked(&action) {
        return Vec::new();
    }
    match action {
        Action::SignIn(action) => session::sign_in(state, action, now),
        Action::Session(action) => session::session(state, action, now),
        Action::LookUp(action) => look_up::act(state, action, now),
        Action::Card(action) => cards::act(state, action, now),
        Action::Asset(action) => assets::act(state, action, now),
        Action::Batch(action) => batch::act(state, action, now),
        Action::Verdict(action) => verdict::act(state, action, now),
        Action::Palette(action) => palette::act(state, action),
        Action::Expired(action) => expired::act(state, action),
        Action::Queue(action) => queue::act(state, action, now),
        Action::List(place, action) => lists::act(state, place, action, now),
        Action::Sheet(action) => sheet::act(state, action),
        Action::Viewer(action) => viewer::act(state, action, now),
        Action::Removal(action) => removal::act(state, action),
        Action::Revocation(action) => revocation::act(state, action, now),
        Action::Journal(action) => journal::act(state, action),
        Action::Settings(action) => settings::act(state, action),
        Action::CloseTop => close_top(state),
        Action::CloseNotice(index) => {
            if index < state.notices.len() {
                state.notices.remove(index);
            }
            Vec::new()
        }
        Action::Quit => close_window(state, now),
    }
}

fn works_while_locked(action: &Action) -> bool {
    use super::action::{SessionAction, SettingsAction};
    match action {
        Action::Session(action) => {
            matches!(action, SessionAction::SignOut | SessionAction::Unlock { .. })
        }
        Action::Settings(action) => match action {
            SettingsAction::Theme(_) | SettingsAction::Language(_) | SettingsAction::Zoom(_) => {
                true
            }
            // The operator stands in the journal: nobody who passes by may change it.
            SettingsAction::Operator(_)
            | SettingsAction::FoldCustomers(_)
            | SettingsAction::Tiles(_)
            | SettingsAction::KeepArt(_)
            | SettingsAction::KeepRecent(_)
            | SettingsAction::ForgetRecent
            | SettingsAction::Open
            | SettingsAction::Keys
            | SettingsAction::Rules => false,
        },
        Action::CloseNotice(_) | Action::Quit => true,
        Action::SignIn(_)
        | Action::LookUp(_)
        | Action::Card(_)
        | Action::Asset(_)
        | Action::Batch(_)
        | Action::Verdict(_)
        | Action::Queue(_)
        | Action::List(..)
        | Action::Palette(_)
        | Action::Expired(_)
        | Action::Sheet(_)
        | Action::Viewer(_)
        | Action::Removal(_)
        | Action::Revocation(_)
        | Action::Journal(_)
        | Action::CloseTop => false,
    }
}

fn learn(state: &mut State, event: Event, now: Now) -> Vec<Effect> {
    match event {
        Event::Listed { session, request, took_ms, result } => {
            look_up::listed(state, session, request, took_ms, result, now)
        }
        Event::AssetLoaded { session, url, fit, result } => {
            assets::loaded(state, session, &url, fit, result, now)
        }
        Event::AssetDrawn { session, url, fit, result } => {
            assets::drawn(state, session, &url, fit, result)
        }
        Event::LayerDrawn { session, sha256, layer, result } => {
            viewer::layer_drawn(state, session, sha256, layer, result)
        }
        Event::FilesCompared { session, of, result } => {
            viewer::compared(state, session, of, result);
            Vec::new()
        }
        Event::PictureForCopy { session, result } => {
            viewer::drawn_for_copy(state, session, result, now)
        }
        Event::RemovalStep { session, number, step } => {
            removal::stepped(state, session, number, step);
            Vec::new()
        }
        Event::RemovalEnded { session, number, result } => {
            removal::ended(state, session, number, result, now)
        }
        Event::RevocationTold { session, number, told } => {
            revocation::told(state, session, number, told);
            Vec::new()
        }
        Event::RevocationEnded { session, number, result } => {
            revocation::ended(state, session, number, result, now)
        }
        Event::RemovalsSettled { session, settled } => {
            journal::settled(state, session, settled, now)
        }
        Event::LeftOverRead { session, left } => {
            revocation::left_over(state, session, left);
            Vec::new()
        }
        Event::JournalRead(result) => journal::was_read(state, result),
        Event::ListRead { session, place, parts, baselines, anew } => {
            lists::was_read(state, (session, place), parts, baselines, anew, now)
        }
        Event::ColumnsRead(known) => {
            state.columns = known;
            Vec::new()
        }
        Event::BatchProgress { session, number, progress } => {
            batch::progressed(state, session, number, progress);
            Vec::new()
        }
        Event::BatchEnded { session, number, result } => {
            batch::ended(state, session, number, result, now)
        }
        Event::BaselineFound { session, path } => baselines::found(state, session, path),
        Event::BaselinesListed { session, kept } => baselines::listed(state, session, kept),
        Event::BaselineKept { session, result } => baselines::kept(state, session, result, now),
        Event::Compared { session, number, result } => {
            baselines::compared(state, session, number, result);
            Vec::new()
        }
        Event::ThumbnailDrawn { session, sha256, picture } => {
            baselines::drawn(state, session, sha256, picture)
        }
        Event::AcknowledgedRead { session, result } => {
            verdict::was_read(state, session, result, now)
        }
        Event::AcknowledgedMerged { session, result } => {
            verdict::merged(state, session, result, now)
        }
        Event::FileSaved(result) => {
            told(state, Some(result.map_or_else(NoticeKind::SaveFailed, exported)), now)
        }
        Event::JournalExported(result) => journal::exported(state, result, now),
        Event::Resolved { session, removal, result } => {
            journal::resolved(state, session, &removal, result)
        }
        Event::RecentRead { session, recent } => queue::recent_read(state, session, recent),
        Event::SettingsSaved(result) => {
            told(state, result.err().map(|_| NoticeKind::SettingsNotSaved), now)
        }
        Event::JobLost(_) => told(state, Some(NoticeKind::JobLost), now),
        Event::CloseRequested => close_window(state, now),
        Event::EndRequested => end(state, now),
        Event::Drawn => assets::view_drawn(state, now),
        Event::Tick => tick(state, now),
    }
}

/// What a notice says, and nothing more is to be done about.
fn told(state: &mut State, notice: Option<NoticeKind>, now: Now) -> Vec<Effect> {
    if let Some(notice) = notice {
        state.notify(notice, now);
    }
    Vec::new()
}

fn exported(path: std::path::PathBuf) -> NoticeKind {
    NoticeKind::Exported { path }
}

/// Time has passed: notices go, and what is missing is asked for.
fn tick(state: &mut State, now: Now) -> Vec<Effect> {
    let age = |since| now.timestamp.duration_since(since);
    let locked = state.is_locked();
    state.notices.retain(|notice| {
        locked
            || notice.kind.stays()
            || age(notice.since) < SignedDuration::from_secs(NOTICE_SECONDS)
    });
    let mut effects = viewer::ask(state);
    if let Some(session) = state.session_mut() {
        session.library.trim();
        sheet::refresh(session);
        effects.extend(assets::ask_for_the_rest(session, now));
        if let Some(customer) = &mut session.customer {
            customer.summary.count_pictures(&session.library);
        }
    }
    effects.extend(expired::fetch(state, now));
    effects.extend(ahead::fetch(state, now));
    if state.ending && !state.is_removing() {
        effects.push(Effect::CloseWindow);
    }
    effects
}

/// What is under way comes to its end, nothing further is begun, and then the window closes.
fn end(state: &mut State, now: Now) -> Vec<Effect> {
    state.ending = true;
    if !state.is_removing() {
        return vec![Effect::CloseWindow];
    }
    state.notify(NoticeKind::EndsAfterRemoval, now);
    let left = state.left_running.clone();
    let mut effects: Vec<Effect> =
        left.into_iter().map(|number| Effect::StopRevocation { number }).collect();
    let Some(session) = state.session_mut() else { return effects };
    if let Some(expired) = session.expired.as_mut().filter(|expired| expired.confirmed) {
        expired.stopping = true;
    }
    let running = session.revocations.iter().filter(|run| run.is_running());
    let numbers: Vec<u64> = running.map(|run| run.number).collect();
    effects.extend(numbers.into_iter().flat_map(|number| revocation::stop(state, number)));
    effects
}

/// A removal under way is brought to its end first, so that its outcome stands in the journal.
fn close_window(state: &mut State, now: Now) -> Vec<Effect> {
    if state.is_removing() {
        state.notify(NoticeKind::RemovalStillRunning, now);
        return vec![Effect::KeepWindow];
    }
    vec![Effect::CloseWindow]
}

fn close_top(state: &mut State) -> Vec<Effect> {
    if viewer::close_layer(state) {
        return Vec::new();
    }
    if state.dialog.take().is_some() {
        return Vec::new();
    }
    if let Some(customer) = state.session_mut().and_then(|session| session.customer.as_mut()) {
        match customer.picking {
            Some(_) => customer.picking = None,
            None => customer.selected = None,
        }
    }
    Vec::new()
}

/// Whether a dialog of this kind is open; closes nothing else.
fn close_dialog_if(state: &mut State, matches: impl FnOnce(&Dialog) -> bool) {
    if state.dialog.as_ref().is_some_and(matches) {
        state.dialog = None;
    }
}

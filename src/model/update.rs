//! The only code that changes the [`State`]; what a topic's messages change stands in its room.

use jiff::SignedDuration;

use super::action::Action;
use super::batch::baselines;
use super::effect::{Effect, Effects, WindowEffect};
use super::event::{Event, SessionEvent};
use super::lock::works_while_locked;
use super::notice::NoticeKind;
use super::now::Now;
use super::state::State;
use super::{
    assets, batch, cards, journal, lists, look_up, palette, queue, removal, session, settings,
    sheet, verify, viewer,
};
use crate::model::journal::JournalEffect;
use crate::model::look_up::{WaitedFor, fetch};
use crate::model::removal::RemovalEffect;

/// How long a notice stays.
const NOTICE_SECONDS: i64 = 6;

/// What goes into [`update`].
#[derive(Debug)]
pub enum Message {
    /// From the person; dropped where the lock forbids it.
    Action(Action),
    /// From outside: jobs, time, the window, the system.
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

/// Takes in one message; what must be done comes back in its order.
pub fn update(state: &mut State, message: Message, now: Now) -> Vec<Effect> {
    let mut fx = Effects::default();
    match message {
        Message::Action(action) => act(state, action, now, &mut fx),
        Message::Event(event) => learn(state, event, now, &mut fx),
    }
    fx.into_vec()
}

fn act(state: &mut State, action: Action, now: Now, fx: &mut Effects) {
    if state.session().is_some_and(|session| session.locked) && !works_while_locked(&action) {
        return;
    }
    match action {
        Action::SignIn(action) => session::sign_in(state, action, now, fx),
        Action::Session(action) => session::act(state, action, now, fx),
        Action::LookUp(action) => look_up::act(state, action, now, fx),
        Action::Card(action) => cards::act(state, action, now, fx),
        Action::Asset(action) => assets::act(state, action, now, fx),
        Action::Batch(action) => batch::act(state, action, now, fx),
        Action::Verdict(action) => verify::act(state, action, now, fx),
        Action::Palette(action) => palette::act(state, action),
        Action::Queue(action) => queue::act(state, action, now, fx),
        Action::List(place, action) => lists::act(state, place, action, now, fx),
        Action::Sheet(action) => sheet::act(state, action),
        Action::Viewer(action) => viewer::act(state, action, now, fx),
        Action::Removal(action) => removal::act(state, action, now, fx),
        Action::Journal(action) => journal::act(state, action, fx),
        Action::Settings(action) => settings::act(state, action, fx),
        Action::CloseTop => close_top(state),
        Action::CloseNotice(index) => {
            if index < state.notices.len() {
                state.notices.remove(index);
            }
        }
        Action::Quit => close_window(state, now, fx),
    }
}

fn learn(state: &mut State, event: Event, now: Now, fx: &mut Effects) {
    match event {
        // The one place where answers to a session that has ended are told from those to this one.
        Event::Session(id, event) => match state.session().is_some_and(|s| s.id == id) {
            true => learn_of_session(state, event, now, fx),
            false => too_late(state, &event, fx),
        },
        Event::Settings(event) => settings::learn(state, event, now),
        Event::SandboxStarted(result) => session::sandbox_started(state, result, now, fx),
        Event::JobLost(_) => state.notify(NoticeKind::JobLost, now),
        Event::Attended => session::attend(state, now, fx),
        Event::SystemLocked => session::lock(state, fx),
        Event::CloseRequested => close_window(state, now, fx),
        Event::EndRequested => end(state, now, fx),
        Event::Drawn => assets::view_drawn(state, now, fx),
        Event::Tick => tick(state, now, fx),
    }
}

fn learn_of_session(state: &mut State, event: SessionEvent, now: Now, fx: &mut Effects) {
    match event {
        SessionEvent::LookUp(event) => match look_up::listed(state, event, now, fx) {
            WaitedFor::OnScreen => removal::listed(state, now, fx),
            WaitedFor::Ahead => {}
            WaitedFor::Elsewhere(request, result) => removal::found(state, request, result, now),
        },
        SessionEvent::Asset(event) => assets::learn(state, event, now, fx),
        SessionEvent::Viewer(event) => viewer::learn(state, event, now, fx),
        SessionEvent::Queue(event) => queue::learn(state, event),
        SessionEvent::List(event) => lists::learn(state, event, now, fx),
        SessionEvent::Batch(event) => batch::learn(state, event, now, fx),
        SessionEvent::Baseline(event) => baselines::learn(state, event, now, fx),
        SessionEvent::Verdict(event) => verify::learn(state, event, now),
        SessionEvent::Removal(event) => removal::learn(state, event, now, fx),
        SessionEvent::Journal(event) => journal::learn(state, event, now, fx),
        SessionEvent::FileSaved(result) => state.notify(NoticeKind::of_saved(result), now),
    }
}

/// An answer to a session that has ended changes nothing, but that a removal is no longer under way;
/// its outcome stands in the journal, which the session after it has read too early.
fn too_late(state: &mut State, event: &SessionEvent, fx: &mut Effects) {
    let ended = match event {
        SessionEvent::Removal(event) => event.ended(),
        SessionEvent::LookUp(_)
        | SessionEvent::Asset(_)
        | SessionEvent::Viewer(_)
        | SessionEvent::Queue(_)
        | SessionEvent::List(_)
        | SessionEvent::Batch(_)
        | SessionEvent::Baseline(_)
        | SessionEvent::Verdict(_)
        | SessionEvent::Journal(_)
        | SessionEvent::FileSaved(_) => None,
    };
    let Some(number) = ended else { return };
    state.left_running.retain(|left| *left != number);
    state.notices.retain(|notice| notice.kind != NoticeKind::RemovalLeft);
    if let Some(session) = state.session().map(|session| session.id) {
        fx.push(JournalEffect::Read { session });
    }
}

/// Time has passed: notices go, and what is missing is asked for.
fn tick(state: &mut State, now: Now, fx: &mut Effects) {
    session::lock_if_idle(state, now, fx);
    cards::forget_old_copy(state, now, fx);
    let age = |since| now.timestamp.duration_since(since);
    let locked = state.is_locked();
    state.notices.retain(|notice| {
        locked
            || notice.kind.stays()
            || age(notice.since) < SignedDuration::from_secs(NOTICE_SECONDS)
    });
    viewer::ask(state, fx);
    if let Some(session) = state.session_mut() {
        session.library.trim();
        sheet::refresh(session);
        assets::ask_for_the_rest(session, now, fx);
        if let Some(customer) = &mut session.customer {
            customer.summary.count_pictures(&session.library);
        }
    }
    removal::fetch(state, now, fx);
    fetch::fetch(state, now, fx);
    if state.ending && !state.is_removing() {
        fx.push(WindowEffect::Close);
    }
}

/// What is under way comes to its end, nothing further is begun, and then the window closes.
fn end(state: &mut State, now: Now, fx: &mut Effects) {
    state.ending = true;
    if !state.is_removing() {
        return fx.push(WindowEffect::Close);
    }
    state.notify(NoticeKind::EndsAfterRemoval, now);
    for number in state.left_running.clone() {
        fx.push(RemovalEffect::Stop { number });
    }
    let Some(session) = state.session_mut() else { return };
    let running = session.removals.iter().filter(|run| run.is_running());
    let numbers: Vec<u64> = running.map(|run| run.number).collect();
    for number in numbers {
        removal::stop(state, number, fx);
    }
}

/// A removal under way is brought to its end first, so that its outcome stands in the journal.
fn close_window(state: &mut State, now: Now, fx: &mut Effects) {
    if state.is_removing() {
        state.notify(NoticeKind::RemovalStillRunning, now);
        return fx.push(WindowEffect::KeepOpen);
    }
    fx.push(WindowEffect::Close);
}

fn close_top(state: &mut State) {
    if viewer::close_layer(state) || state.dialog.take().is_some() {
        return;
    }
    if let Some(customer) = state.session_mut().and_then(|session| session.customer.as_mut()) {
        match customer.picking {
            Some(_) => customer.picking = None,
            None => customer.selected = None,
        }
    }
}

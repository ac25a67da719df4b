//! Keys reach what they are meant for. A frame may bring many events, and the focus moves once in a
//! frame at most: what is typed after the key that moves it waits until the focus has arrived, and
//! so does what is typed while a screen or a dialog is only coming up, or the sandbox starts.

use std::collections::VecDeque;

use egui::{Context, Event, Id, Key, Modifiers, Plugin, RawInput};

use crate::model::{Dialog, Page, SandboxOffer, SessionId, Stage, State};

use crate::ui::stage::DialogStage;
use crate::ui::view::UiMemory;

/// Frames that keys wait for the focus at most: should it never come to rest, they go where it is.
const LONGEST: u8 = 12;
/// Frames without any change after which it is where it was going: what had it and is gone loses it
/// at the end of the next frame alone.
const STILL: u8 = 2;

/// What is on screen, as far as the focus is concerned.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Screen {
    session: Option<(SessionId, bool, Page)>,
    dialog: Option<DialogStage>,
}

impl Screen {
    fn of(state: &State) -> Self {
        let session = match &state.stage {
            Stage::SignIn(_) => None,
            Stage::SignedIn(session) => Some((session.id, session.locked, session.page)),
        };
        let stage = |dialog: &Dialog| DialogStage::of(state.session(), dialog);
        Self { session, dialog: state.dialog.as_ref().map(stage) }
    }
}

/// Events that wait for their frame.
#[derive(Default)]
struct Typing {
    waiting: VecDeque<Event>,
    /// What was on screen and had the focus at the end of the last frame.
    last: Option<(Screen, Option<Id>)>,
    /// Frames since that changed.
    still: u8,
    /// Whether a field has it.
    in_field: bool,
    /// Frames that the first of those waiting has waited.
    waited: u8,
}

impl Plugin for Typing {
    fn debug_name(&self) -> &'static str {
        "typing"
    }

    fn input_hook(&mut self, _ctx: &Context, input: &mut RawInput) {
        for event in std::mem::take(&mut input.events) {
            // A key held down never lags behind the hand.
            if !(is_repeated(&event) && self.waiting.back() == Some(&event)) {
                self.waiting.push_back(event);
            }
        }
        let may_type = self.still >= STILL || self.waited >= LONGEST;
        while let Some(event) = self.waiting.pop_front() {
            if !may_type && is_typed(&event) {
                self.waiting.push_front(event);
                break;
            }
            let ends = self.may_move_focus(&event);
            if ends && input.events.iter().any(is_written) {
                // What was written is taken in before a key acts on it.
                self.waiting.push_front(event);
                break;
            }
            let is_letter = may_be_text(&event);
            input.events.push(event);
            if ends {
                // The text that the same key stands for.
                let text = |event: &mut Event| is_letter && matches!(event, Event::Text(_));
                input.events.extend(self.waiting.pop_front_if(text));
                break;
            }
        }
        let waits = !may_type && !self.waiting.is_empty();
        self.waited = if waits { self.waited + 1 } else { 0 };
    }
}

impl Typing {
    /// Whether what comes after this event may be meant for something else than what has the focus.
    fn may_move_focus(&self, event: &Event) -> bool {
        match event {
            Event::Key { key, pressed: true, modifiers, .. } => {
                let leads = is_chord(*modifiers) || is_function(*key) || is_way(*key);
                !self.in_field || leads
            }
            Event::Text(_) => !self.in_field,
            Event::PointerButton { .. } | Event::AccessKitActionRequest(_) | Event::Paste(_) => {
                true
            }
            _ => false,
        }
    }
}

fn is_typed(event: &Event) -> bool {
    matches!(
        event,
        Event::Key { .. }
            | Event::ModifiersChanged(_)
            | Event::Text(_)
            | Event::Ime(_)
            | Event::Paste(_)
            | Event::Copy
            | Event::Cut
    )
}

/// Whether it changes what stands in a field.
fn is_written(event: &Event) -> bool {
    matches!(
        event,
        Event::Text(_) | Event::Paste(_) | Event::Ime(_) | Event::Key { pressed: true, .. }
    )
}

/// Whether it leads out of a field, or through what is beside it.
fn is_way(key: Key) -> bool {
    let vertical = matches!(key, Key::ArrowUp | Key::ArrowDown);
    vertical || matches!(key, Key::Enter | Key::Tab | Key::Escape)
}

fn is_repeated(event: &Event) -> bool {
    matches!(event, Event::Key { repeat: true, .. })
}

fn is_chord(modifiers: Modifiers) -> bool {
    modifiers.command || modifiers.ctrl || modifiers.alt
}

fn is_function(key: Key) -> bool {
    key.name().strip_prefix('F').is_some_and(|number| number.parse::<u8>().is_ok())
}

/// Whether the same key brings a text of its own, right behind.
fn may_be_text(event: &Event) -> bool {
    let Event::Key { key, modifiers, .. } = event else { return false };
    let moves = matches!(key, Key::Enter | Key::Tab | Key::Escape | Key::Backspace | Key::Delete);
    !moves && !modifiers.command && !is_function(*key)
}

/// To be called once, before anything is drawn; what this frame has brought waits like the rest.
pub fn install(ctx: &Context) {
    let mut typing = Typing::default();
    ctx.input_mut(|input| {
        let (typed, other) = std::mem::take(&mut input.events).into_iter().partition(is_typed);
        input.events = other;
        typing.waiting = Vec::into(typed);
    });
    ctx.add_plugin(typing);
}

/// To be called when all that a frame asked for is done: whether the next one may take keys.
pub fn frame_done(ctx: &Context, state: &State, memory: &UiMemory) {
    let now = (Screen::of(state), ctx.memory(|memory| memory.focused()));
    let in_field = ctx.text_edit_focused();
    let waits = ctx.with_plugin(|typing: &mut Typing| {
        let is_coming =
            state.session().is_none() && matches!(state.sandbox, SandboxOffer::Starting);
        let is_still = typing.last == Some(now) && !memory.will_move_focus() && !is_coming;
        typing.still = if is_still { typing.still.saturating_add(1) } else { 0 };
        typing.last = Some(now);
        typing.in_field = in_field;
        !typing.waiting.is_empty()
    });
    if waits == Some(true) {
        ctx.request_repaint();
    }
}

/// Takes the first text of this frame that is wanted, for whatever has the focus in the next one;
/// whether there was one.
pub(in crate::ui) fn postpone_text(ctx: &Context, wanted: impl Fn(&str) -> bool) -> bool {
    let is_wanted = |event: &Event| matches!(event, Event::Text(text) if wanted(text));
    let text = ctx.input_mut(|input| {
        let place = input.events.iter().position(is_wanted)?;
        Some(input.events.remove(place))
    });
    let Some(text) = text else { return false };
    ctx.with_plugin(|typing: &mut Typing| {
        typing.waiting.push_front(text);
        typing.still = 0;
    });
    true
}

/// Whether this frame brings something for a field.
pub(in crate::ui) fn brings_text(ctx: &Context) -> bool {
    ctx.input(|input| input.events.iter().any(|event| matches!(event, Event::Text(_))))
}

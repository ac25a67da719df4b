//! A list of customers as it is being given: to be worked through, or to be verified.

use std::path::PathBuf;

use crate::customers::{Choice, Question};

use super::action::ListAction;
use super::draft::{Given, ListDraft, ListPlace, shape_of_sheets};
use super::effect::{ListEffect, ListFile};
use super::event::ListEvent;
use crate::model::assets::typed_path;
use crate::model::batch::{BaselineEvent, baselines};
use crate::model::dialog::Dialog;
use crate::model::effect::Effects;
use crate::model::notice::NoticeKind;
use crate::model::now::Now;
use crate::model::queue;
use crate::model::session::Page;
use crate::model::state::State;

pub(in crate::model) fn act(
    state: &mut State,
    place: ListPlace,
    action: ListAction,
    now: Now,
    fx: &mut Effects,
) {
    match action {
        ListAction::Edit(text) => {
            let known = state.columns.clone();
            if let Some(draft) = draft(state, place) {
                draft.take_text(text, &known);
            }
        }
        ListAction::EditPath(path) => {
            if let Some(draft) = draft(state, place) {
                draft.path = path;
            }
        }
        ListAction::Read(paths) => read(state, place, paths, now, fx),
        ListAction::ReadTyped => {
            if let Some(path) = draft(state, place).and_then(|draft| typed_path(&draft.path)) {
                read(state, place, vec![path], now, fx);
            }
        }
        ListAction::AllKnown => {
            let known = state.session().map(queue::known).unwrap_or_default();
            if let Some(draft) = draft(state, place) {
                draft.take_numbers(known);
            }
        }
        ListAction::Sheet { part, sheet } => choose_sheet(state, place, part, sheet, fx),
        ListAction::Column { part, column } => choose_column(state, place, part, column, fx),
        ListAction::AskAgain { part } => ask_again(state, place, part, fx),
        ListAction::AsTheyStand(yes) => {
            if let Some(draft) = draft(state, place) {
                draft.take_as_they_stand(yes);
            }
        }
    }
}

fn draft(state: &mut State, place: ListPlace) -> Option<&mut ListDraft> {
    match place {
        ListPlace::Queue => match &mut state.dialog {
            Some(Dialog::Queue(draft)) => Some(draft),
            Some(_) | None => None,
        },
        ListPlace::Batch => state.session_mut().map(|session| &mut session.batch.draft),
    }
}

/// Reads files in the place of the list. No other dialog is closed over it.
fn read(state: &mut State, place: ListPlace, paths: Vec<PathBuf>, now: Now, fx: &mut Effects) {
    let may = match place {
        ListPlace::Queue => matches!(state.dialog, None | Some(Dialog::Queue(_))),
        ListPlace::Batch => true,
    };
    if !may || state.session().is_none() {
        return state.notify(NoticeKind::NotTaken, now);
    }
    if let (ListPlace::Batch, Some(session)) = (place, state.session_mut()) {
        session.page = Page::Batch;
    }
    let file = |path| ListFile { path, choice: Choice::default(), ask: false };
    ask_for(state, place, paths.into_iter().map(file).collect(), false, fx);
}

fn ask_for(state: &State, place: ListPlace, files: Vec<ListFile>, anew: bool, fx: &mut Effects) {
    if let Some(session) = state.session().filter(|_| !files.is_empty()) {
        let (session, known) = (session.id, state.columns.clone());
        fx.push(ListEffect::Read { session, place, files, known, anew });
    }
}

/// What is asked about a part of the list.
fn question(state: &mut State, place: ListPlace, part: usize) -> Option<&Question> {
    match &draft(state, place)?.parts.get(part)?.given {
        Given::Ask(question) => Some(question),
        Given::List(_) | Given::NotAList(_) | Given::Unread(_) => None,
    }
}

fn choose_sheet(state: &mut State, place: ListPlace, part: usize, sheet: usize, fx: &mut Effects) {
    let Some(question) = question(state, place, part) else { return };
    let Some(name) = question.sheets.get(sheet).cloned() else { return };
    let shape = shape_of_sheets(&question.sheets);
    let choice = Choice { sheet: Some(name.clone()), column: None };
    answer(state, (place, part), choice, (shape, name), fx);
}

fn choose_column(
    state: &mut State,
    place: ListPlace,
    part: usize,
    column: usize,
    fx: &mut Effects,
) {
    let Some(question) = question(state, place, part) else { return };
    if !question.columns.iter().any(|seen| seen.place == column) {
        return;
    }
    let sheet = question.sheet.and_then(|sheet| question.sheets.get(sheet)).cloned();
    let (shape, column) = (question.shape.clone(), column.to_string());
    let choice = Choice { sheet, column: Some(column.clone()) };
    answer(state, (place, part), choice, (shape, column), fx);
}

/// Reads a part with what a person said of it, and remembers that for others of its shape.
fn answer(
    state: &mut State,
    (place, part): (ListPlace, usize),
    choice: Choice,
    (shape, chosen): (String, String),
    fx: &mut Effects,
) {
    state.columns.keep(&shape, &chosen);
    read_anew(state, (place, part), choice, false, fx);
    fx.push(ListEffect::KeepColumn { shape, chosen });
}

fn ask_again(state: &mut State, place: ListPlace, part: usize, fx: &mut Effects) {
    let taken = draft(state, place).and_then(|draft| {
        let list = draft.parts.get(part)?.list()?;
        list.column.clone()
    });
    if let Some(taken) = taken {
        let choice = Choice { sheet: taken.sheet, column: None };
        read_anew(state, (place, part), choice, true, fx);
    }
}

fn read_anew(
    state: &mut State,
    (place, part): (ListPlace, usize),
    choice: Choice,
    ask: bool,
    fx: &mut Effects,
) {
    let Some(draft) = draft(state, place) else { return };
    let Some(part) = draft.parts.get(part) else { return };
    match (part.path.clone(), ask) {
        (Some(path), _) => {
            ask_for(state, place, vec![ListFile { path, choice, ask }], true, fx);
        }
        (None, true) => draft.ask(),
        (None, false) => draft.choose(choice),
    }
}

/// What files of customers hold; baselines among them were taken before.
pub(in crate::model) fn learn(state: &mut State, event: ListEvent, now: Now, fx: &mut Effects) {
    let ListEvent::Read { place, parts, baselines, anew } = event;
    for path in baselines {
        baselines::learn(state, BaselineEvent::Found(path), now, fx);
    }
    if parts.is_empty() {
        return;
    }
    if place == ListPlace::Queue && state.dialog.is_none() && !anew {
        state.dialog = Some(Dialog::Queue(ListDraft::default()));
    }
    match draft(state, place) {
        Some(draft) => draft.take_parts(parts, anew),
        // Whoever closed it does not want it any more.
        None if anew => {}
        None => state.notify(NoticeKind::NotTaken, now),
    }
}

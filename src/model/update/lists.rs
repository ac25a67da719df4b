//! A list of customers as it is being given: to be worked through, or to be verified.

use std::path::PathBuf;

use crate::customers::Choice;

use super::super::effect::{Effect, ListFile};
use super::super::list_action::ListAction;
use super::super::state::{
    Dialog, Given, ListDraft, ListPart, ListPlace, NoticeKind, Now, Page, SessionId, State,
    shape_of_sheets, typed_path,
};
use super::{baselines, queue};

pub(super) fn act(
    state: &mut State,
    place: ListPlace,
    action: ListAction,
    now: Now,
) -> Vec<Effect> {
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
        ListAction::Read(paths) => return read(state, place, paths, now),
        ListAction::ReadTyped => {
            let path = draft(state, place).and_then(|draft| typed_path(&draft.path));
            return path.map_or_else(Vec::new, |path| read(state, place, vec![path], now));
        }
        ListAction::AllKnown => {
            let known = state.session().map(queue::known).unwrap_or_default();
            if let Some(draft) = draft(state, place) {
                draft.take_numbers(known);
            }
        }
        ListAction::Sheet { part, sheet } => return choose_sheet(state, place, part, sheet),
        ListAction::Column { part, column } => return choose_column(state, place, part, column),
        ListAction::AskAgain { part } => return ask_again(state, place, part),
        ListAction::AsTheyStand(yes) => {
            if let Some(draft) = draft(state, place) {
                draft.take_as_they_stand(yes);
            }
        }
    }
    Vec::new()
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
fn read(state: &mut State, place: ListPlace, paths: Vec<PathBuf>, now: Now) -> Vec<Effect> {
    let may = match place {
        ListPlace::Queue => matches!(state.dialog, None | Some(Dialog::Queue(_))),
        ListPlace::Batch => true,
    };
    if !may || state.session().is_none() {
        state.notify(NoticeKind::NotTaken, now);
        return Vec::new();
    }
    if let (ListPlace::Batch, Some(session)) = (place, state.session_mut()) {
        session.page = Page::Batch;
    }
    let file = |path| ListFile { path, choice: Choice::default(), ask: false };
    ask_for(state, place, paths.into_iter().map(file).collect(), false)
}

fn ask_for(state: &State, place: ListPlace, files: Vec<ListFile>, anew: bool) -> Vec<Effect> {
    let session = state.session().filter(|_| !files.is_empty()).map(|session| session.id);
    let known = || state.columns.clone();
    let read =
        session.map(|session| Effect::ReadList { session, place, files, known: known(), anew });
    read.into_iter().collect()
}

fn choose_sheet(state: &mut State, place: ListPlace, part: usize, sheet: usize) -> Vec<Effect> {
    let question = draft(state, place).and_then(|draft| match &draft.parts.get(part)?.given {
        Given::Ask(question) => Some(question.sheets.clone()),
        Given::List(_) | Given::NotAList(_) | Given::Unread(_) => None,
    });
    let Some(sheets) = question else { return Vec::new() };
    let Some(name) = sheets.get(sheet).cloned() else { return Vec::new() };
    let shape = shape_of_sheets(&sheets);
    let choice = Choice { sheet: Some(name.clone()), column: None };
    answer(state, place, part, choice, (shape, name))
}

fn choose_column(state: &mut State, place: ListPlace, part: usize, column: usize) -> Vec<Effect> {
    let question = draft(state, place).and_then(|draft| match &draft.parts.get(part)?.given {
        Given::Ask(question) => Some(question.clone()),
        Given::List(_) | Given::NotAList(_) | Given::Unread(_) => None,
    });
    let Some(question) = question else { return Vec::new() };
    if !question.columns.iter().any(|seen| seen.place == column) {
        return Vec::new();
    }
    let sheet = question.sheet.and_then(|sheet| question.sheets.get(sheet)).cloned();
    let column = column.to_string();
    let choice = Choice { sheet, column: Some(column.clone()) };
    answer(state, place, part, choice, (question.shape, column))
}

/// Reads a part with what a person said of it, and remembers that for others of its shape.
fn answer(
    state: &mut State,
    place: ListPlace,
    part: usize,
    choice: Choice,
    (shape, chosen): (String, String),
) -> Vec<Effect> {
    state.columns.keep(&shape, &chosen);
    let mut effects = read_anew(state, place, part, choice, false);
    effects.push(Effect::KeepColumn { shape, chosen });
    effects
}

fn ask_again(state: &mut State, place: ListPlace, part: usize) -> Vec<Effect> {
    let taken = draft(state, place).and_then(|draft| {
        let list = draft.parts.get(part)?.list()?;
        list.column.clone()
    });
    let Some(taken) = taken else { return Vec::new() };
    let choice = Choice { sheet: taken.sheet, column: None };
    read_anew(state, place, part, choice, true)
}

fn read_anew(
    state: &mut State,
    place: ListPlace,
    part: usize,
    choice: Choice,
    ask: bool,
) -> Vec<Effect> {
    let Some(draft) = draft(state, place) else { return Vec::new() };
    let Some(part) = draft.parts.get(part) else { return Vec::new() };
    match part.path.clone() {
        Some(path) => ask_for(state, place, vec![ListFile { path, choice, ask }], true),
        None => {
            match ask {
                true => draft.ask(),
                false => draft.choose(choice),
            }
            Vec::new()
        }
    }
}

/// What files of customers hold.
pub(super) fn was_read(
    state: &mut State,
    (id, place): (SessionId, ListPlace),
    parts: Vec<ListPart>,
    baselines: Vec<PathBuf>,
    anew: bool,
    now: Now,
) -> Vec<Effect> {
    if state.current(id).is_none() {
        return Vec::new();
    }
    let mut effects = Vec::new();
    for path in baselines {
        effects.extend(baselines::found(state, id, path));
    }
    if parts.is_empty() {
        return effects;
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
    effects
}

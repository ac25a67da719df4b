//! The pages of the window, a folder each, and the frame around them.

mod batch;
mod cards;
mod frame;
mod journal;
mod sheet;
mod sign_in;

use egui::Ui;

use crate::model::Stage;

use super::covered;
use super::dialogs;
use super::keymap::keys;
use super::spoken;
use super::view::View;
use frame::{notices, workspace};

/// Draws the whole window.
pub fn window_ui(ui: &mut Ui, view: &mut View<'_>) {
    spoken::tell(ui.ctx(), view);
    keys::global(ui, view);
    dialogs::track(ui, view);
    covered::cover(ui, view);
    if view.state.session().is_none_or(|session| session.locked) {
        notices::panel_ui(ui, view);
    }
    match &view.state.stage {
        Stage::SignIn(form) => sign_in::form::sign_in_ui(ui, view, form),
        Stage::SignedIn(session) if session.locked => sign_in::locked::locked_ui(ui, view, session),
        Stage::SignedIn(session) => {
            workspace::workspace_ui(ui, view, session);
            // What is not on screen takes no focus later on.
            view.memory.focus_finding = false;
        }
    }
    dialogs::dialogs_ui(ui, view);
    notices::over_dialog_ui(ui, view);
}

//! The pages of the window.

mod ahead;
mod batch;
mod batch_changes;
mod batch_ended;
mod batch_status;
mod cards;
mod customers;
mod desk;
mod header;
mod inspector;
mod inspector_assets;
mod inspector_findings;
mod journal;
mod journal_rows;
mod journal_steps;
mod locked;
mod notices;
mod open_removals;
mod picking;
mod sheet;
mod sign_in;
mod tiles;

use egui::Ui;

use crate::model::Stage;

use super::covered;
use super::dialogs;
use super::keys;
use super::spoken;
use super::view::View;

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
        Stage::SignIn(form) => sign_in::sign_in_ui(ui, view, form),
        Stage::Desk(session) if session.locked => locked::locked_ui(ui, view, session),
        Stage::Desk(session) => {
            desk::desk_ui(ui, view, session);
            // What is not on screen takes no focus later on.
            view.memory.focus_finding = false;
        }
    }
    dialogs::dialogs_ui(ui, view);
    notices::over_dialog_ui(ui, view);
}

//! What a locked window still takes.

use super::action::Action;
use crate::model::session::SessionAction;
use crate::model::settings::SettingsAction;

/// Whether an action is taken behind the lock: the password, signing out, and the window's looks.
pub(super) fn works_while_locked(action: &Action) -> bool {
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
            | SettingsAction::OperatorRequired(_)
            | SettingsAction::LockAfter(_)
            | SettingsAction::HeadsFolder(_)
            | SettingsAction::FoldCustomers(_)
            | SettingsAction::Renderer(_)
            | SettingsAction::Tiles(_)
            | SettingsAction::KeepArt(_)
            | SettingsAction::KeepRecent(_)
            | SettingsAction::ForgetRecent
            | SettingsAction::Open
            | SettingsAction::Beginning
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
        | Action::Sheet(_)
        | Action::Viewer(_)
        | Action::Removal(_)
        | Action::Journal(_)
        | Action::CloseTop => false,
    }
}

//! Settings: each change applies and is kept at once.

use super::action::SettingsAction;
use super::effect::SettingsEffect;
use super::event::SettingsEvent;
use crate::model::dialog::Dialog;
use crate::model::effect::Effects;
use crate::model::notice::NoticeKind;
use crate::model::now::Now;
use crate::model::queue::QueueEffect;
use crate::model::state::State;
use crate::settings::Zoom;

pub(in crate::model) fn act(state: &mut State, action: SettingsAction, fx: &mut Effects) {
    let settings = &mut state.settings;
    match action {
        SettingsAction::Open => return state.dialog = Some(Dialog::Settings),
        SettingsAction::Beginning => return state.dialog = Some(Dialog::Beginning),
        SettingsAction::Keys => return state.dialog = Some(Dialog::Keys),
        SettingsAction::Rules => return state.dialog = Some(Dialog::Rules),
        SettingsAction::ForgetRecent => return forget_recent(state, fx),
        SettingsAction::Theme(theme) => settings.theme = theme,
        SettingsAction::Language(language) => {
            settings.language = Some(language);
            state.given_language = None;
            // The gateway answers in it from now on.
            if let Some(session) = state.session_mut() {
                session.credentials.language = language;
            }
        }
        SettingsAction::Zoom(zoom) => settings.zoom = Zoom::new(zoom),
        SettingsAction::LockAfter(after) => settings.lock_after = after,
        SettingsAction::OperatorRequired(shared) => settings.operator_required = shared,
        SettingsAction::Operator(name) => settings.operator = name,
        SettingsAction::HeadsFolder(folder) => settings.heads_folder = folder,
        SettingsAction::FoldCustomers(folded) => settings.customers_folded = folded,
        SettingsAction::Tiles(size) => settings.tiles = size,
        SettingsAction::Renderer(renderer) => settings.renderer = renderer,
        SettingsAction::KeepRecent(keep) => {
            settings.keep_recent = keep;
            save(state, fx);
            if !keep {
                forget_recent(state, fx);
            }
            return;
        }
        SettingsAction::KeepArt(keep) => {
            settings.keep_art = keep;
            save(state, fx);
            return fx.push(SettingsEffect::KeepArt(keep));
        }
    }
    save(state, fx);
    fx.push(SettingsEffect::Apply);
}

/// Has the settings of this window kept.
pub(in crate::model) fn save(state: &State, fx: &mut Effects) {
    fx.push(SettingsEffect::Save(Box::new(state.settings.clone())));
}

fn forget_recent(state: &mut State, fx: &mut Effects) {
    if let Some(session) = state.session_mut() {
        session.recent.clear();
    }
    fx.push(QueueEffect::ForgetRecent);
}

pub(in crate::model) fn learn(state: &mut State, event: SettingsEvent, now: Now) {
    match event {
        SettingsEvent::ColumnsRead(known) => state.columns = known,
        // What could not be kept before has been by now.
        SettingsEvent::Saved(Ok(())) => {
            state.notices.retain(|it| !matches!(it.kind, NoticeKind::SettingsNotSaved(_)));
        }
        SettingsEvent::Saved(Err(error)) => {
            // Each change tries again: only the last reason is shown.
            state.notices.retain(|it| !matches!(it.kind, NoticeKind::SettingsNotSaved(_)));
            state.notify(NoticeKind::SettingsNotSaved(error), now);
        }
    }
}

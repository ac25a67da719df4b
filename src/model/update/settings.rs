//! Settings: each change applies and is kept at once.

use crate::settings::Zoom;

use super::super::action::SettingsAction;
use super::super::effect::Effect;
use super::super::state::{Dialog, State};

pub(super) fn act(state: &mut State, action: SettingsAction) -> Vec<Effect> {
    let settings = &mut state.settings;
    match action {
        SettingsAction::Open => {
            state.dialog = Some(Dialog::Settings);
            return Vec::new();
        }
        SettingsAction::Keys => {
            state.dialog = Some(Dialog::Keys);
            return Vec::new();
        }
        SettingsAction::Rules => {
            state.dialog = Some(Dialog::Rules);
            return Vec::new();
        }
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
        SettingsAction::Operator(name) => settings.operator = name,
        SettingsAction::FoldCustomers(folded) => settings.customers_folded = folded,
        SettingsAction::Tiles(size) => settings.tiles = size,
        SettingsAction::ForgetRecent => {
            forget_recent(state);
            return vec![Effect::ForgetRecent];
        }
        SettingsAction::KeepRecent(keep) => {
            settings.keep_recent = keep;
            let mut effects = vec![Effect::SaveSettings(Box::new(settings.clone()))];
            if !keep {
                forget_recent(state);
                effects.push(Effect::ForgetRecent);
            }
            return effects;
        }
        SettingsAction::KeepArt(keep) => {
            settings.keep_art = keep;
            let kept = Box::new(settings.clone());
            return vec![Effect::SaveSettings(kept), Effect::KeepArt(keep)];
        }
    }
    let kept = Box::new(state.settings.clone());
    vec![Effect::SaveSettings(kept), Effect::ApplySettings]
}

fn forget_recent(state: &mut State) {
    if let Some(session) = state.session_mut() {
        session.recent.clear();
    }
}

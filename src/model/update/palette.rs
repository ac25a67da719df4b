//! The palette: commands by name.

use super::super::action::PaletteAction;
use super::super::effect::Effect;
use super::super::state::{Dialog, Palette, State};

pub(super) fn act(state: &mut State, action: PaletteAction) -> Vec<Effect> {
    match (action, &mut state.dialog) {
        (PaletteAction::Open, none @ None) => *none = Some(Dialog::Palette(Palette::default())),
        (PaletteAction::Edit(text), Some(Dialog::Palette(palette))) => {
            *palette = Palette { text, chosen: 0 };
        }
        (PaletteAction::Choose(index), Some(Dialog::Palette(palette))) => palette.chosen = index,
        (PaletteAction::Open | PaletteAction::Edit(_) | PaletteAction::Choose(_), _) => {}
    }
    Vec::new()
}

//! The palette: commands by name.

use super::action::PaletteAction;
use super::state::Palette;
use crate::model::dialog::Dialog;
use crate::model::state::State;

pub(in crate::model) fn act(state: &mut State, action: PaletteAction) {
    match (action, &mut state.dialog) {
        (PaletteAction::Open, none @ None) => *none = Some(Dialog::Palette(Palette::default())),
        (PaletteAction::Edit(text), Some(Dialog::Palette(palette))) => {
            *palette = Palette { text, chosen: 0 };
        }
        (PaletteAction::Choose(index), Some(Dialog::Palette(palette))) => palette.chosen = index,
        (PaletteAction::Open | PaletteAction::Edit(_) | PaletteAction::Choose(_), _) => {}
    }
}

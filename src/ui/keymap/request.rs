//! What a command asks for.

use egui::Ui;

use crate::model::Action;
use crate::ui::keymap::context::fold_customers;
use crate::ui::keymap::focus::{focus_look_up, look_up_id};
use crate::ui::view::View;

/// An action, or one of the two that concern the drawing alone.
pub(in crate::ui) enum Request {
    /// What the core does.
    Act(Action),
    /// The look-up field takes the focus.
    LookUp,
    /// The customers are shown, or folded away.
    FoldCustomers,
}

impl Request {
    /// Passes it on.
    pub(in crate::ui) fn carry_out(self, ui: &Ui, view: &mut View<'_>) {
        match self {
            Self::Act(action) => view.act(action),
            Self::FoldCustomers => fold_customers(view),
            Self::LookUp => {
                // At once: what is typed next may come within the same frame.
                focus_look_up(ui);
                // What has the focus once the palette is gone.
                if let Some(shown) = &mut view.memory.dialog {
                    shown.focus_before = Some(look_up_id());
                }
            }
        }
    }
}

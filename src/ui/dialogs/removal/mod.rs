//! The dialog of a removal, from the question to the result: of one card, of several cards of a customer,
//! or of the expired cards of the queue's customers.

mod cards;
mod parts;
mod question;
mod result;
mod running;

use egui::{Label, Ui};

use crate::i18n::Text;
use crate::model::{Extent, RemovalDialog};

use super::super::theme::space;
use super::super::view::View;
use super::super::widgets::title;
use super::modal_ui;

/// From the question to the result.
pub(super) fn removal_ui(ui: &mut Ui, view: &mut View<'_>, dialog: &RemovalDialog) {
    let Some(session) = view.state.session() else { return };
    let run = match dialog {
        RemovalDialog::Asking(_) => None,
        RemovalDialog::Run(number) => session.removal(*number),
    };
    let extent = match (dialog, run) {
        (RemovalDialog::Asking(question), _) => question.extent,
        (RemovalDialog::Run(_), Some(run)) => run.extent,
        (RemovalDialog::Run(_), None) => return,
    };
    let (name, width) = match extent {
        Extent::Card => ("removal", 520.0),
        Extent::Customer => ("removal of several", 640.0),
        Extent::Queue => ("removal of expired", 680.0),
    };
    modal_ui(ui, view, name, width, |ui, view| {
        if extent != Extent::Card {
            ui.spacing_mut().item_spacing.y = space::M;
        }
        match (dialog, run) {
            (RemovalDialog::Asking(question), _) => {
                question::question_ui(ui, view, session, question);
            }
            (RemovalDialog::Run(_), Some(run)) if run.is_running() => {
                running::running_ui(ui, view, session, run);
            }
            (RemovalDialog::Run(_), Some(run)) => result::result_ui(ui, view, session, run),
            (RemovalDialog::Run(_), None) => {}
        }
    });
}

fn title_ui(ui: &mut Ui, view: &View<'_>, text: Text<'_>) {
    ui.add(Label::new(title(view.t(text))).wrap());
}

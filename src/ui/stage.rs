//! How far the dialog on screen is.

use crate::model::{Dialog, RemovalDialog, Session};

/// Each of these takes its own first focus.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DialogStage {
    Question,
    Progress,
    Outcome,
    Viewer,
    Settings,
    Beginning,
    Keys,
    Rules,
    Acknowledge,
    TakeOn,
    Queue,
    Palette,
}

impl DialogStage {
    /// That of a dialog; `session` knows the removals that run.
    pub(super) fn of(session: Option<&Session>, dialog: &Dialog) -> Self {
        match dialog {
            Dialog::Viewer(_) => DialogStage::Viewer,
            Dialog::Settings => DialogStage::Settings,
            Dialog::Beginning => DialogStage::Beginning,
            Dialog::Keys => DialogStage::Keys,
            Dialog::Rules => DialogStage::Rules,
            Dialog::Palette(_) => DialogStage::Palette,
            Dialog::Queue(_) => DialogStage::Queue,
            Dialog::Acknowledge(_) => DialogStage::Acknowledge,
            Dialog::TakeOn(_) => DialogStage::TakeOn,
            Dialog::Removal(dialog) => of_removal(session, dialog),
        }
    }
}

/// Where a removal stands.
fn of_removal(session: Option<&Session>, dialog: &RemovalDialog) -> DialogStage {
    match dialog {
        RemovalDialog::Asking(_) => DialogStage::Question,
        RemovalDialog::Run(number) => {
            let run = session.and_then(|session| session.removal(*number));
            match run.is_some_and(|run| run.is_running()) {
                true => DialogStage::Progress,
                false => DialogStage::Outcome,
            }
        }
    }
}

//! How serious something is.

use egui::Color32;

use super::super::icons;
use super::super::view::View;

/// How serious something is: always a word and a shape as well as a colour.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::ui) enum Tone {
    Ok,
    Note,
    Warning,
    Error,
}

impl Tone {
    pub(in crate::ui) fn colour(self, view: &View<'_>) -> Color32 {
        match self {
            Self::Ok => view.theme.ok,
            Self::Note => view.theme.note,
            Self::Warning => view.theme.warning,
            Self::Error => view.theme.danger,
        }
    }

    pub(in crate::ui) fn icon(self) -> &'static str {
        match self {
            Self::Ok => icons::CIRCLE_CHECK,
            Self::Note => icons::INFO,
            Self::Warning => icons::TRIANGLE_ALERT,
            Self::Error => icons::OCTAGON_X,
        }
    }
}

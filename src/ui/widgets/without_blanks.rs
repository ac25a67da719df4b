//! Numbers that were pasted with something around them.

use crate::domain::CustomerNumber;
use crate::i18n::Text;
use crate::model::LookUpAction;

use super::super::view::View;
use super::button::quiet_button;

/// The number in a text that has blanks or invisible signs around it; `None` where it has none.
fn without_blanks(text: &str) -> Option<CustomerNumber> {
    let trimmed = text.trim_matches(|c: char| c.is_whitespace() || c.is_control() || is_unseen(c));
    (trimmed != text).then(|| CustomerNumber::parse(trimmed).ok()).flatten()
}

/// Signs that copied text brings along and nobody sees: soft hyphens, joiners, marks of direction, a
/// byte order mark; and blanks that Unicode does not call so.
fn is_unseen(c: char) -> bool {
    matches!(
        c,
        '\u{ad}'
            | '\u{34f}'
            | '\u{61c}'
            | '\u{180e}'
            | '\u{200b}'..='\u{200f}'
            | '\u{202a}'..='\u{202e}'
            | '\u{2060}'..='\u{206f}'
            | '\u{2800}'
            | '\u{3164}'
            | '\u{feff}'
            | '\u{ffa0}'
    )
}

/// Beside a warning of blanks: looks the number up without them.
pub(in crate::ui) fn without_blanks_ui(ui: &mut egui::Ui, view: &mut View<'_>, text: &str) {
    let Some(number) = without_blanks(text) else { return };
    let label = view.t(Text::LookUpWithoutBlanks { number: number.as_str() });
    if quiet_button(ui, view, &label).clicked() {
        view.act(LookUpAction::Open(number));
    }
}

//! What is printed on a card.

use crate::domain::Card;
use crate::i18n::Text;

use super::super::view::View;

/// Expiry as on a card, `12/2025`; what came, where it cannot be read.
pub(in crate::ui) fn expiry_text(view: &View<'_>, card: &Card) -> String {
    match card.expiry() {
        Some(expiry) => format!("{:02}/{}", expiry.month(), expiry.year()),
        None if card.expiry_text.is_empty() => view.t(Text::ExpiryUnknown).into(),
        None => card.expiry_text.clone(),
    }
}

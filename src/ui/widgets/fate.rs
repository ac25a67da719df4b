//! What a card's removal has left to be said: loud, since such a card must look like no other.

use std::borrow::Cow;

use egui::{Align2, CornerRadius, Rect, Ui, pos2, vec2};

use crate::i18n::Text;
use crate::model::Fate;

use super::super::format::Tone;
use super::super::theme::{self, size};
use super::super::view::View;

/// Height of the band, in points.
const BAND: f32 = 30.0;
/// Bands narrower than this, in points, have room for the sign alone.
const NARROW: f32 = 150.0;

/// Its word, and how serious it is.
pub(in crate::ui) fn fate_word<'a>(view: &View<'a>, fate: Fate) -> (Tone, Cow<'a, str>) {
    match fate {
        Fate::NotVerified => (Tone::Warning, view.t(Text::FateNotVerified)),
        Fate::StillThere => (Tone::Error, view.t(Text::FateStillThere)),
    }
}

/// A band over the lower edge of a card's art: sign and word, or the sign where the word has no
/// room. Whoever draws it names it for screen readers.
pub(in crate::ui) fn fate_band_ui(ui: &Ui, view: &View<'_>, art: Rect, fate: Fate) {
    let (tone, word) = fate_word(view, fate);
    let theme = view.theme;
    let height = BAND.min(art.height() * 0.5);
    let band = Rect::from_min_max(pos2(art.min.x, art.max.y - height), art.max);
    let corner = (art.width() * theme::CARD_CORNER) as u8;
    let radius = CornerRadius { sw: corner, se: corner, nw: 0, ne: 0 };
    ui.painter().rect_filled(band, radius, tone.colour(view));
    let on_band = if theme.dark { theme.ground } else { theme.surface };
    let sign =
        |at, align| ui.painter().text(at, align, tone.icon(), theme::icon(height * 0.55), on_band);
    if band.width() < NARROW {
        sign(band.center(), Align2::CENTER_CENTER);
        return;
    }
    let font = theme::semibold(size::BODY);
    let galley = ui.painter().layout_no_wrap(word.into_owned(), font, on_band);
    let width = height + galley.size().x;
    let left = band.center() - vec2(width * 0.5, 0.0);
    sign(left, Align2::LEFT_CENTER);
    let at = pos2(left.x + height, band.center().y - galley.size().y * 0.5);
    ui.painter().galley(at, galley, on_band);
}

//! A whole card and a whole icon, put together.

use resvg::tiny_skia::{PathBuilder, Rect};

use super::bank::BankLook;
use super::canvas::{CARD, Canvas, linear, solid};
use super::marks::Mark;
use super::palette::Palette;
use super::patterns::Subject;
use super::rng::Rng;
use super::shape::rounded;
use super::{emblem, marks, patterns};

/// The card's art; see [`super::card_background`].
pub(super) fn card(bank: &BankLook, mark: Option<Mark>, width: u32, height: u32) -> Option<Canvas> {
    let mut canvas = Canvas::new(width, height, CARD)?;
    let palette = if mark.is_some() { bank.palette() } else { bank.palette().dark() };
    let mut rng = Rng::new(bank.seed, 1);
    let subject = Subject { palette: &palette, name: bank.name };
    patterns::paint(&mut canvas, bank.pattern(), &subject, &mut rng);
    quiet_edges(&mut canvas, &palette);
    if let Some(mark) = mark {
        imprint(&mut canvas, bank, mark, &palette);
    }
    Some(canvas)
}

/// Calms the corners where logos stand and the edge where the last four digits are shown.
fn quiet_edges(canvas: &mut Canvas, palette: &Palette) {
    let shade = if palette.is_light() { palette.lift } else { palette.deep };
    canvas.soften(|soft| {
        soft.glow(230.0, 120.0, 620.0, shade, 0.5);
        soft.glow(1250.0, 860.0, 560.0, shade, 0.62);
        let stops = [(0.0, shade.alpha(0.0)), (1.0, shade.alpha(0.55))];
        let strip = Rect::from_xywh(-CARD.0, 620.0, CARD.0 * 3.0, CARD.1);
        let strip = strip.map(PathBuilder::from_rect);
        soft.fill(strip.as_ref(), linear((0.0, 620.0), (0.0, CARD.1), &stops));
    });
}

/// The bank's logo at the upper left, the mark at the lower right.
fn imprint(canvas: &mut Canvas, bank: &BankLook, mark: Mark, palette: &Palette) {
    let ink = palette.ink();
    let logo = emblem::lockup(bank.name, bank.emblem(), ink, (ink, palette.accent));
    if let Some(area) = Rect::from_xywh(92.0, 84.0, 760.0, 104.0) {
        canvas.draw(&logo.fitted(area, 0.0));
    }
    let brand = marks::lockup(mark, ink, palette.is_light());
    if let Some(area) = Rect::from_xywh(964.0, 792.0, 480.0, 94.0) {
        canvas.draw(&brand.fitted(area, 1.0));
    }
}

/// The icon; see [`super::icon_png`].
pub(super) fn icon(bank: &BankLook, mark: Option<Mark>, width: u32, height: u32) -> Option<Canvas> {
    let mut canvas = Canvas::new(width, height, (100.0, 100.0))?;
    let palette = bank.palette().dark();
    let ground = rounded(50.0, 50.0, 100.0, 100.0, 22.0);
    let near = palette.lift.mix(palette.accent, 0.35);
    let stops = [(0.0, near.alpha(1.0)), (1.0, palette.base.mix(palette.lift, 0.55).alpha(1.0))];
    canvas.fill(ground.as_ref(), linear((0.0, 0.0), (100.0, 100.0), &stops));
    let ink = super::palette::Rgb(0xFF, 0xFF, 0xFF);
    let sign = emblem::emblem(bank.emblem(), ink, palette.accent.mix(ink, 0.55));
    let area = match mark {
        Some(_) => Rect::from_xywh(16.0, 16.0, 54.0, 54.0),
        None => Rect::from_xywh(20.0, 20.0, 60.0, 60.0),
    };
    if let Some(area) = area {
        canvas.draw(&sign.fitted(area, 0.5));
    }
    if let (Some(mark), Some(area)) = (mark, Rect::from_xywh(66.0, 66.0, 24.0, 24.0)) {
        let disc = PathBuilder::from_circle(78.0, 78.0, 18.0);
        canvas.fill(disc.as_ref(), solid(palette.deep.alpha(1.0)));
        canvas.draw(&marks::symbol(mark, false).fitted(area, 0.5));
    }
    Some(canvas)
}

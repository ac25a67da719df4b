//! A whole card and a whole icon, put together.

use resvg::tiny_skia::{PathBuilder, Rect, Transform};

use super::bank::BankLook;
use super::canvas::{CARD, Canvas, linear, solid};
use super::marks::Mark;
use super::palette::{Palette, Rgb};
use super::patterns::Subject;
use super::rng::Rng;
use super::shape::{polyline, rounded};
use super::{emblem, logos, marks, patterns};

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
        soft.glow(1414.0, 110.0, 330.0, shade, 0.3);
        let stops = [(0.0, shade.alpha(0.0)), (1.0, shade.alpha(0.55))];
        let strip = Rect::from_xywh(-CARD.0, 620.0, CARD.0 * 3.0, CARD.1);
        let strip = strip.map(PathBuilder::from_rect);
        soft.fill(strip.as_ref(), linear((0.0, 620.0), (0.0, CARD.1), &stops));
    });
}

/// The bank's logo at the upper left, the mark at the lower right, and the sign of a card that is
/// held to a reader.
fn imprint(canvas: &mut Canvas, bank: &BankLook, mark: Mark, palette: &Palette) {
    const MARGIN: f32 = 92.0;
    const LOGO_WIDTH: f32 = 1080.0;
    let ink = palette.ink();
    let logo = logos::lockup(bank.name, bank.emblem(), ink, (ink, palette.accent));
    let width = logo.bounds().map_or(LOGO_WIDTH, |bounds| bounds.right());
    let scale = (LOGO_WIDTH / width).min(1.12);
    let place = Transform::from_scale(scale, scale);
    canvas.draw(&logo.transformed(place.post_translate(MARGIN, 138.0 - 50.0 * scale)));
    let brand = marks::lockup(mark, ink, palette.is_light());
    let width = brand.bounds().map_or(0.0, |bounds| bounds.right());
    let corner = Transform::from_translate(CARD.0 - MARGIN - width, 784.0);
    canvas.draw(&brand.transformed(corner));
    tap_sign(canvas, ink);
}

/// A point under three roofs: an invented sign, not the one of EMVCo.
fn tap_sign(canvas: &mut Canvas, ink: Rgb) {
    let (x, y) = (1414.0, 166.0);
    let shader = || solid(ink.alpha(0.82));
    canvas.fill(PathBuilder::from_circle(x, y, 6.5).as_ref(), shader());
    for roof in 1..=3 {
        let reach = 13.0 * roof as f32;
        let peak = y - 4.0 - 16.0 * roof as f32;
        let eaves = peak + reach * 0.62;
        let line = polyline(&[(x - reach, eaves), (x, peak), (x + reach, eaves)]);
        canvas.stroke(line.as_ref(), shader(), 6.0);
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
    let ink = Rgb(0xFF, 0xFF, 0xFF);
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

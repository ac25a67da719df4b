//! Invented marks that stand for the payment systems.

use std::f32::consts::TAU;

use resvg::tiny_skia::{PathBuilder, Transform};

use super::letters;
use super::palette::Rgb;
use super::shape::{Drawing, polar, polygon, ring, rounded};

/// A payment system, drawn as an invented mark.
///
/// No mark resembles the trade mark of the system that it stands for, in shape, lettering or
/// colour: the sandbox must not show anybody's real logo.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Mark {
    /// "VERA": a violet flower of four petals.
    Visa,
    /// "DUOLINK": two green links of a chain.
    Mastercard,
    /// "TEMPO": pink bars of an equaliser.
    Maestro,
    /// "ОРБИТА": a sky-blue planet with a ring.
    Mir,
    /// "ГРОНА": an amber cluster of six-sided cells.
    Belkart,
    /// "ATRIUM": bronze arches one within the other.
    Amex,
    /// "TRIVANE": an orange pinwheel of three vanes.
    UnionPay,
}

impl Mark {
    /// All marks.
    pub const ALL: [Self; 7] = [
        Self::Visa,
        Self::Mastercard,
        Self::Maestro,
        Self::Mir,
        Self::Belkart,
        Self::Amex,
        Self::UnionPay,
    ];

    /// The invented name in the mark.
    pub fn wordmark(self) -> &'static str {
        match self {
            Self::Visa => "VERA",
            Self::Mastercard => "DUOLINK",
            Self::Maestro => "TEMPO",
            Self::Mir => "ОРБИТА",
            Self::Belkart => "ГРОНА",
            Self::Amex => "ATRIUM",
            Self::UnionPay => "TRIVANE",
        }
    }

    /// Its two colours: on dark art, or darker ones on light art.
    fn colours(self, on_light: bool) -> (Rgb, Rgb) {
        let (dark, light) = match self {
            Self::Visa => ([0xA98BFF, 0x7C5CF0], [0x5B34D6, 0x3E1E9E]),
            Self::Mastercard => ([0x3FDDB0, 0x12A380], [0x0B8467, 0x075A48]),
            Self::Maestro => ([0xFF7FB6, 0xE0488E], [0xC72A74, 0x8F1650]),
            Self::Mir => ([0x9ADCFF, 0x47AEF5], [0x1477C4, 0x0C4F86]),
            Self::Belkart => ([0xFFC34D, 0xE8982A], [0xB06A08, 0x7C4705]),
            Self::Amex => ([0xDDB088, 0xB37F52], [0x8C5A30, 0x60391A]),
            Self::UnionPay => ([0xFF9A5C, 0xEB6A2E], [0xC64A12, 0x8E300A]),
        };
        let [first, second] = if on_light { light } else { dark };
        (Rgb::hex(first), Rgb::hex(second))
    }
}

/// The mark alone, within about 100 x 100.
pub(super) fn symbol(mark: Mark, on_light: bool) -> Drawing {
    let (first, second) = mark.colours(on_light);
    let mut drawing = Drawing::default();
    match mark {
        Mark::Visa => petals(&mut drawing, first, second),
        Mark::Mastercard => links(&mut drawing, first, second),
        Mark::Maestro => bars(&mut drawing, first, second),
        Mark::Mir => planet(&mut drawing, first, second),
        Mark::Belkart => cells(&mut drawing, first, second),
        Mark::Amex => arches(&mut drawing, first, second),
        Mark::UnionPay => vanes(&mut drawing, first, second),
    }
    drawing
}

/// Mark and wordmark in one row, about 100 high.
pub(super) fn lockup(mark: Mark, ink: Rgb, on_light: bool) -> Drawing {
    let mut drawing = symbol(mark, on_light);
    let words = letters::line(mark.wordmark(), 56.0, 0.12);
    let left = drawing.bounds().map_or(0.0, |bounds| bounds.right()) + 26.0;
    let moved = Transform::from_translate(left, 78.0);
    drawing.fill(words.path.and_then(|path| path.transform(moved)), ink);
    drawing
}

fn petals(to: &mut Drawing, first: Rgb, second: Rgb) {
    for turn in 0..4 {
        let angle = TAU * (turn as f32 + 0.5) / 4.0;
        let mut petal = PathBuilder::new();
        let (a, b, c, d) = (
            polar(50.0, 50.0, 7.0, angle),
            polar(50.0, 50.0, 46.0, angle - 0.75),
            polar(50.0, 50.0, 62.0, angle),
            polar(50.0, 50.0, 46.0, angle + 0.75),
        );
        petal.move_to(a.0, a.1);
        petal.quad_to(b.0, b.1, c.0, c.1);
        petal.quad_to(d.0, d.1, a.0, a.1);
        petal.close();
        to.fill(petal.finish(), if turn % 2 == 0 { first } else { second });
    }
}

fn links(to: &mut Drawing, first: Rgb, second: Rgb) {
    // Half a link, split along its length; `side` is -1 for the upper half.
    let half = |x: f32, y: f32, side: f32| {
        let rail = |radius: f32| {
            (0..=41).map(move |i| {
                let turn = if i <= 20 { i } else { i - 1 };
                let angle = TAU / 2.0 * turn as f32 / 40.0;
                let straight = if i <= 20 { 15.0 } else { -15.0 };
                (x + straight + radius * angle.cos(), y + side * radius * angle.sin())
            })
        };
        let points: Vec<_> = rail(23.0).chain(rail(10.0).rev()).collect();
        polygon(&points)?.transform(Transform::from_rotate_at(-45.0, x, y))
    };
    let (low, high) = ((33.0, 67.0), (67.0, 33.0));
    // One half under the other link, one half over it: a chain.
    to.fill(half(low.0, low.1, 1.0), second);
    to.fill(half(high.0, high.1, 1.0), first);
    to.fill(half(high.0, high.1, -1.0), first);
    to.fill(half(low.0, low.1, -1.0), second);
}

fn bars(to: &mut Drawing, first: Rgb, second: Rgb) {
    for (index, height) in [34.0_f32, 66.0, 100.0, 58.0, 28.0].into_iter().enumerate() {
        let x = 8.0 + 21.0 * index as f32;
        let colour = if index % 2 == 0 { first } else { second };
        to.fill(rounded(x, 50.0, 13.0, height, 6.5), colour);
    }
}

fn planet(to: &mut Drawing, first: Rgb, second: Rgb) {
    to.fill(PathBuilder::from_circle(56.0, 50.0, 29.0), second);
    let half = |from: f32, to: f32| {
        let steps = 40;
        let at = |i: i32, a: f32, b: f32| {
            let angle = from + (to - from) * i as f32 / steps as f32;
            (56.0 + a * angle.cos(), 50.0 + b * angle.sin())
        };
        let outer = (0..=steps).map(|i| at(i, 56.0, 17.0));
        let inner = (0..=steps).rev().map(|i| at(i, 48.0, 10.0));
        polygon(&outer.chain(inner).collect::<Vec<_>>())
    };
    let turned = Transform::from_rotate_at(-24.0, 56.0, 50.0);
    // The ring's near half passes over the planet; of the far half only the ends show.
    for (from, until) in
        [(-0.12, TAU / 2.0 + 0.12), (TAU / 2.0, TAU / 2.0 + 0.95), (TAU - 0.95, TAU)]
    {
        to.fill(half(from, until).and_then(|path| path.transform(turned)), first);
    }
}

fn cells(to: &mut Drawing, first: Rgb, second: Rgb) {
    let cell = |x: f32, y: f32| {
        let corners: Vec<_> = (0..6).map(|i| polar(x, y, 17.0, TAU * i as f32 / 6.0)).collect();
        polygon(&corners)
    };
    for (column, row) in
        [(0.0, 0.0), (1.0, 0.5), (2.0, 0.0), (0.0, 1.0), (2.0, 1.0), (1.0, 1.5_f32)]
    {
        let (x, y) = (18.0 + 28.5 * column, 18.0 + 33.0 * row);
        to.fill(cell(x, y), if row.fract() == 0.0 { first } else { second });
    }
}

fn arches(to: &mut Drawing, first: Rgb, second: Rgb) {
    for (index, width) in [96.0_f32, 60.0, 24.0].into_iter().enumerate() {
        let mut builder = PathBuilder::new();
        let arch = |builder: &mut PathBuilder, width: f32, top: f32| {
            let r = width / 2.0;
            builder.move_to(50.0 - r, 98.0);
            builder.line_to(50.0 - r, top + r);
            let k = r * 0.552_285;
            builder.cubic_to(50.0 - r, top + r - k, 50.0 - k, top, 50.0, top);
            builder.cubic_to(50.0 + k, top, 50.0 + r, top + r - k, 50.0 + r, top + r);
            builder.line_to(50.0 + r, 98.0);
            builder.close();
        };
        let top = 4.0 + 18.0 * index as f32;
        arch(&mut builder, width, top);
        if width > 30.0 {
            arch(&mut builder, width - 20.0, top + 10.0);
        }
        to.fill_with_holes(builder.finish(), if index == 1 { second } else { first });
    }
}

fn vanes(to: &mut Drawing, first: Rgb, second: Rgb) {
    for turn in 0..3 {
        let angle = TAU * turn as f32 / 3.0 - TAU / 4.0;
        let at = |radius: f32, aside: f32| polar(50.0, 54.0, radius, angle + aside);
        to.fill(polygon(&[at(9.0, -0.6), at(50.0, 0.0), at(36.0, 0.95)]), first);
        to.fill(polygon(&[at(9.0, -0.6), at(36.0, 0.95), at(9.0, 1.4)]), second);
    }
    to.fill_with_holes(ring(50.0, 54.0, 7.0, 0.5), second);
}

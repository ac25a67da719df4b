//! Emblems of the invented banks.

use std::f32::consts::TAU;

use resvg::tiny_skia::{LineCap, Path, PathBuilder, Stroke};

use super::palette::Rgb;
use super::shape::{Drawing, polar, polygon, polyline, ring, rounded};

/// Draws an emblem within 100 x 100, in one or two colours.
type Emblem = fn(&mut Drawing, Rgb, Rgb);

pub(super) const BRIDGE: u64 = 0;
pub(super) const DIAMOND: u64 = 1;
pub(super) const BERRIES: u64 = 2;
pub(super) const SAIL: u64 = 3;
pub(super) const TRILLIUM: u64 = 4;
pub(super) const SUNRISE: u64 = 5;
pub(super) const QUARTERS: u64 = 6;
pub(super) const BOOK: u64 = 7;
pub(super) const PEAKS: u64 = 8;
pub(super) const APPLE: u64 = 9;
pub(super) const MOON: u64 = 10;
pub(super) const WAVES: u64 = 11;
pub(super) const QUILL: u64 = 12;
pub(super) const FIR: u64 = 13;

/// In the order of the names above.
const EMBLEMS: [Emblem; 14] = [
    bridge, diamond, berries, sail, trillium, sunrise, quarters, book, peaks, apple, moon, waves,
    quill, fir,
];

/// The emblem number `index`, within 100 x 100.
pub(super) fn emblem(index: usize, first: Rgb, second: Rgb) -> Drawing {
    let mut drawing = Drawing::default();
    EMBLEMS[index % EMBLEMS.len()](&mut drawing, first, second);
    drawing
}

/// A pylon, its stays and the deck.
fn bridge(to: &mut Drawing, first: Rgb, second: Rgb) {
    for (top, foot) in [(14.0, 46.0), (34.0, 25.0)] {
        for side in [-1.0, 1.0] {
            to.fill(band(&[(50.0, top), (50.0 + side * foot, 70.0)], 6.0), second);
        }
    }
    to.fill(rounded(50.0, 50.0, 11.0, 92.0, 5.5), first);
    to.fill(rounded(50.0, 75.0, 104.0, 11.0, 5.5), first);
}

/// The upper half of a ring standing on `y`.
fn arch(x: f32, y: f32, outer: f32, inner: f32) -> Option<Path> {
    let steps = 28;
    let angle = |i: i32| TAU / 2.0 + TAU / 2.0 * i as f32 / steps as f32;
    let over = (0..=steps).map(|i| polar(x, y, outer, angle(i)));
    let under = (0..=steps).rev().map(|i| polar(x, y, inner, angle(i)));
    polygon(&over.chain(under).collect::<Vec<_>>())
}

fn diamond(to: &mut Drawing, first: Rgb, second: Rgb) {
    to.fill(polygon(&[(50.0, 4.0), (73.0, 50.0), (50.0, 96.0), (27.0, 50.0)]), first);
    to.fill(
        polygon(&[
            (19.0, 22.0),
            (28.0, 32.0),
            (19.0, 50.0),
            (28.0, 68.0),
            (19.0, 78.0),
            (5.0, 50.0),
        ]),
        second,
    );
    to.fill(
        polygon(&[
            (81.0, 22.0),
            (72.0, 32.0),
            (81.0, 50.0),
            (72.0, 68.0),
            (81.0, 78.0),
            (95.0, 50.0),
        ]),
        second,
    );
}

fn berries(to: &mut Drawing, first: Rgb, second: Rgb) {
    to.fill(PathBuilder::from_circle(30.0, 66.0, 25.0), first);
    to.fill(PathBuilder::from_circle(76.0, 72.0, 19.0), first);
    let mut leaf = PathBuilder::new();
    leaf.move_to(44.0, 38.0);
    leaf.cubic_to(46.0, 12.0, 70.0, 4.0, 94.0, 8.0);
    leaf.cubic_to(92.0, 36.0, 70.0, 48.0, 44.0, 38.0);
    leaf.close();
    to.fill(leaf.finish(), second);
}

fn sail(to: &mut Drawing, first: Rgb, second: Rgb) {
    let mut main = PathBuilder::new();
    main.move_to(54.0, 4.0);
    main.cubic_to(84.0, 24.0, 94.0, 52.0, 92.0, 78.0);
    main.line_to(54.0, 78.0);
    main.close();
    to.fill(main.finish(), first);
    let mut fore = PathBuilder::new();
    fore.move_to(45.0, 26.0);
    fore.line_to(45.0, 78.0);
    fore.line_to(8.0, 78.0);
    fore.cubic_to(14.0, 56.0, 28.0, 38.0, 45.0, 26.0);
    fore.close();
    to.fill(fore.finish(), second);
    to.fill(rounded(50.0, 91.0, 84.0, 9.0, 4.5), first);
}

fn trillium(to: &mut Drawing, first: Rgb, second: Rgb) {
    let mut outline = PathBuilder::new();
    for turn in 0..3 {
        let angle = TAU * turn as f32 / 3.0 - TAU / 4.0;
        let at = |radius, aside| polar(50.0, 54.0, radius, angle + aside);
        let (a, b, c) = (at(12.0, 0.0), at(40.0, -0.75), at(50.0, 0.0));
        let d = at(40.0, 0.75);
        outline.move_to(a.0, a.1);
        outline.quad_to(b.0, b.1, c.0, c.1);
        outline.quad_to(d.0, d.1, a.0, a.1);
        outline.close();
    }
    to.fill(outline.finish(), first);
    to.fill(PathBuilder::from_circle(50.0, 54.0, 8.0), second);
}

fn sunrise(to: &mut Drawing, first: Rgb, second: Rgb) {
    to.fill(arch(50.0, 68.0, 26.0, 0.5), second);
    for ray in 0..7 {
        let angle = TAU / 2.0 + TAU / 2.0 * ray as f32 / 6.0;
        let a = polar(50.0, 68.0, 34.0, angle - 0.09);
        let b = polar(50.0, 68.0, 34.0, angle + 0.09);
        let c = polar(50.0, 68.0, 50.0, angle + 0.07);
        let d = polar(50.0, 68.0, 50.0, angle - 0.07);
        to.fill(polygon(&[a, b, c, d]), second);
    }
    to.fill(rounded(50.0, 79.0, 100.0, 9.0, 4.5), first);
}

fn quarters(to: &mut Drawing, first: Rgb, second: Rgb) {
    let quarter = |x: f32, y: f32, turn: f32| {
        let mut points = vec![(x, y)];
        let angle = |i: i32| turn + TAU / 4.0 * i as f32 / 20.0;
        points.extend((0..=20).map(|i| polar(x, y, 45.0, angle(i))));
        polygon(&points)
    };
    to.fill(quarter(48.0, 48.0, TAU / 2.0), first);
    to.fill(quarter(52.0, 3.0, 0.0), second);
    to.fill(quarter(48.0, 97.0, TAU / 2.0), second);
    to.fill(quarter(52.0, 52.0, 0.0), first);
}

fn book(to: &mut Drawing, first: Rgb, second: Rgb) {
    to.fill(polygon(&[(6.0, 20.0), (44.0, 34.0), (44.0, 96.0), (6.0, 82.0)]), first);
    to.fill(polygon(&[(94.0, 20.0), (56.0, 34.0), (56.0, 96.0), (94.0, 82.0)]), second);
    to.fill_with_holes(ring(50.0, 13.0, 12.0, 5.0), first);
}

fn peaks(to: &mut Drawing, first: Rgb, second: Rgb) {
    to.fill(polygon(&[(0.0, 90.0), (38.0, 16.0), (76.0, 90.0)]), first);
    to.fill(polygon(&[(62.0, 50.0), (71.0, 33.0), (100.0, 90.0), (83.0, 90.0)]), second);
}

fn apple(to: &mut Drawing, first: Rgb, second: Rgb) {
    let mut body = PathBuilder::new();
    body.move_to(50.0, 34.0);
    body.cubic_to(72.0, 20.0, 94.0, 36.0, 92.0, 60.0);
    body.cubic_to(90.0, 84.0, 68.0, 106.0, 50.0, 94.0);
    body.cubic_to(32.0, 106.0, 10.0, 84.0, 8.0, 60.0);
    body.cubic_to(6.0, 36.0, 28.0, 20.0, 50.0, 34.0);
    body.close();
    // A round window, so that it is nobody's well-known apple.
    body.push_circle(64.0, 56.0, 9.0);
    to.fill_with_holes(body.finish(), first);
    to.fill(polygon(&[(50.0, 26.0), (54.0, 4.0), (76.0, 0.0), (70.0, 20.0)]), second);
}

fn moon(to: &mut Drawing, first: Rgb, second: Rgb) {
    // The angles at which a circle of 36 around (64, 42) cuts one of 44 around (46, 50).
    let outer = (0..=48).map(|i| polar(46.0, 50.0, 44.0, 0.518 + 4.411 * i as f32 / 48.0));
    let inner = (0..=48).map(|i| polar(64.0, 42.0, 36.0, -2.167 - 2.785 * i as f32 / 48.0));
    to.fill(polygon(&outer.chain(inner).collect::<Vec<_>>()), first);
    let star: Vec<_> = (0..8)
        .map(|i| polar(74.0, 34.0, if i % 2 == 0 { 22.0 } else { 6.5 }, TAU * i as f32 / 8.0))
        .collect();
    to.fill(polygon(&star), second);
}

fn waves(to: &mut Drawing, first: Rgb, second: Rgb) {
    for (row, colour) in [first, second, first].into_iter().enumerate() {
        let wave = |i: i32| {
            let x = 5.0 + 90.0 * i as f32 / 40.0;
            (x, 24.0 + 27.0 * row as f32 + 9.0 * (x / 100.0 * TAU * 1.5).sin())
        };
        to.fill(band(&(0..=40).map(wave).collect::<Vec<_>>(), 11.0), colour);
    }
}

/// The outline of a round-ended line.
fn band(points: &[(f32, f32)], width: f32) -> Option<Path> {
    let stroke = Stroke { width, line_cap: LineCap::Round, ..Stroke::default() };
    polyline(points)?.stroke(&stroke, 4.0)
}

fn quill(to: &mut Drawing, first: Rgb, second: Rgb) {
    let mut vane = PathBuilder::new();
    vane.move_to(90.0, 4.0);
    vane.cubic_to(96.0, 40.0, 76.0, 70.0, 38.0, 74.0);
    vane.line_to(74.0, 32.0);
    vane.line_to(30.0, 68.0);
    vane.cubic_to(26.0, 34.0, 52.0, 8.0, 90.0, 4.0);
    vane.close();
    to.fill(vane.finish(), first);
    to.fill(band(&[(10.0, 92.0), (30.0, 74.0)], 8.0), second);
    to.fill(band(&[(48.0, 92.0), (90.0, 92.0)], 8.0), second);
}

fn fir(to: &mut Drawing, first: Rgb, second: Rgb) {
    to.fill(polygon(&[(50.0, 2.0), (74.0, 38.0), (26.0, 38.0)]), second);
    to.fill(polygon(&[(38.0, 43.0), (62.0, 43.0), (88.0, 80.0), (12.0, 80.0)]), first);
    to.fill(rounded(50.0, 91.0, 12.0, 16.0, 3.0), first);
}

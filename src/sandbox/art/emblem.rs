//! Emblems and logos of the invented banks.

use std::f32::consts::TAU;

use resvg::tiny_skia::{Path, PathBuilder, Rect, Transform};

use super::letters;
use super::palette::Rgb;
use super::rng::Rng;
use super::shape::{Drawing, polar, polygon, push_rounded, ring, rounded};

/// Draws an emblem within 100 x 100, in one or two colours.
type Emblem = fn(&mut Drawing, Rgb, Rgb);

const EMBLEMS: [Emblem; 8] = [bridge, diamond, berries, sail, drop, sunrise, quarters, fold];

/// The emblem number `index`, within 100 x 100.
pub(super) fn emblem(index: usize, first: Rgb, second: Rgb) -> Drawing {
    let mut drawing = Drawing::default();
    EMBLEMS[index % EMBLEMS.len()](&mut drawing, first, second);
    drawing
}

/// Two spans of a bridge and its deck.
fn bridge(to: &mut Drawing, first: Rgb, second: Rgb) {
    for x in [27.0, 73.0] {
        to.fill(arch(x, 66.0, 23.0, 13.0), first);
    }
    to.fill(rounded(50.0, 78.0, 96.0, 10.0, 5.0), second);
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

fn drop(to: &mut Drawing, first: Rgb, second: Rgb) {
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

fn fold(to: &mut Drawing, first: Rgb, second: Rgb) {
    to.fill(polygon(&[(6.0, 20.0), (44.0, 34.0), (44.0, 96.0), (6.0, 82.0)]), first);
    to.fill(polygon(&[(94.0, 20.0), (56.0, 34.0), (56.0, 96.0), (94.0, 82.0)]), second);
    to.fill_with_holes(ring(50.0, 13.0, 12.0, 5.0), first);
}

/// Emblem and name in one row, 100 high; long names on two lines.
pub(super) fn lockup(name: &str, index: usize, ink: Rgb, colours: (Rgb, Rgb)) -> Drawing {
    const WORDS_LEFT: f32 = 126.0;
    let mut drawing = emblem(index, colours.0, colours.1);
    let lines = wrap(name);
    // Baselines and height of capitals for one line and for two.
    let (cap, baselines): (f32, &[f32]) =
        if lines.len() == 1 { (46.0, &[73.0]) } else { (31.0, &[42.0, 95.0]) };
    for (text, baseline) in lines.iter().zip(baselines) {
        let line = letters::line(text, cap, 0.02);
        let moved = Transform::from_translate(WORDS_LEFT, *baseline);
        drawing.fill(line.path.and_then(|path| path.transform(moved)), ink);
    }
    drawing
}

/// One line, or two of about one length where the name is long.
fn wrap(name: &str) -> Vec<String> {
    const ONE_LINE: usize = 19;
    let count = name.chars().count();
    let words: Vec<&str> = name.split_whitespace().collect();
    if count <= ONE_LINE || words.len() < 2 {
        return vec![name.to_owned()];
    }
    let length = |words: &[&str]| words.iter().map(|w| w.chars().count() + 1).sum::<usize>();
    let split = (1..words.len())
        .min_by_key(|&at| length(&words[..at]).max(length(&words[at..])))
        .unwrap_or(1);
    vec![words[..split].join(" "), words[split..].join(" ")]
}

/// A made-up partner's logo: a badge with its letter, and its name.
pub(super) fn partner(name: &str, seed: u64, ink: Rgb, badge: Rgb) -> Drawing {
    let mut rng = Rng::new(seed, 0xC0B);
    let mut drawing = Drawing::default();
    let radius = [50.0, 26.0, 12.0][rng.below(3)];
    // The letter is a hole in the badge, so the logo needs no second colour.
    let mut outline = PathBuilder::new();
    push_rounded(&mut outline, 50.0, 50.0, 100.0, 100.0, radius);
    let initial: String = name.chars().find(|c| c.is_alphanumeric()).into_iter().collect();
    let letter = letters::line(&initial, 54.0, 0.0);
    let moved = Transform::from_translate(50.0 - letter.width / 2.0, 77.0);
    if let Some(path) = letter.path.and_then(|path| path.transform(moved)) {
        outline.push_path(&path);
    }
    drawing.fill_with_holes(outline.finish(), badge);
    let words = letters::line(name, 50.0, 0.03);
    let moved = Transform::from_translate(128.0, 75.0);
    drawing.fill(words.path.and_then(|path| path.transform(moved)), ink);
    drawing
}

/// The rectangle a logo keeps to in a picture of this size: a small margin all around.
pub(super) fn logo_area(width: u32, height: u32) -> Option<Rect> {
    let (w, h) = (width as f32, height as f32);
    let margin = h.min(w) * 0.06;
    Rect::from_ltrb(margin, margin, w - margin, h - margin)
}

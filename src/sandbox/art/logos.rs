//! Logos of the invented banks and of their partners.

use resvg::tiny_skia::{PathBuilder, Rect, Transform};

use super::emblem::emblem;
use super::letters;
use super::palette::Rgb;
use super::rng::Rng;
use super::shape::{Drawing, push_rounded};

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
    const ONE_LINE: usize = 24;
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

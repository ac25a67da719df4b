//! Comparing with the pictures in `pictures/`.

use std::path::{Path, PathBuf};

use carddesk_painter::Drawing;
use egui::{Color32, Rect};

/// Levels that a colour may differ by where letters are drawn: egui's rasteriser computes their
/// coverage with the widest instructions of the processor, and these round differently.
pub(super) const LETTERS: u8 = 3;
/// Everything else is fixed-point arithmetic, or plain 32-bit floats in a fixed order.
pub(super) const EXACT: u8 = 0;

/// Fails where a drawing differs from its reference picture; makes the picture instead where
/// `UPDATE_PICTURES` is set.
pub(super) fn compare(name: &str, drawing: &Drawing, tolerance: u8) {
    let fits = drawing.width <= 220 && drawing.height <= 120;
    assert!(fits, "{drawing:?} is too large to be kept");
    let path = picture(name);
    if std::env::var_os("UPDATE_PICTURES").is_some() {
        std::fs::write(&path, drawing.to_png().unwrap()).unwrap();
        return;
    }
    let reference = std::fs::read(&path)
        .unwrap_or_else(|error| panic!("{}: {error}; see mod.rs", path.display()));
    if let Err(difference) = differs(&reference, drawing, tolerance) {
        let actual = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("{name}.png"));
        std::fs::write(&actual, drawing.to_png().unwrap()).unwrap();
        panic!("{name}: {difference}; drawn now: {}", actual.display());
    }
}

fn picture(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/it/painter/pictures");
    folder.join(format!("{name}.png"))
}

fn differs(png: &[u8], drawing: &Drawing, tolerance: u8) -> Result<(), String> {
    let reference = image::load_from_memory(png).map_err(|error| error.to_string())?.to_rgba8();
    let size = (drawing.width as u32, drawing.height as u32);
    if reference.dimensions() != size {
        return Err(format!("{size:?} pixels instead of {:?}", reference.dimensions()));
    }
    let mut count = 0;
    let mut most = 0;
    for (old, new) in reference.pixels().zip(&drawing.pixels) {
        let pairs = old.0.into_iter().zip(new.to_array());
        let difference = pairs.map(|(old, new)| old.abs_diff(new)).max().unwrap_or(0);
        count += usize::from(difference > tolerance);
        most = most.max(difference);
    }
    if count == 0 { Ok(()) } else { Err(format!("{count} pixels differ, by up to {most} levels")) }
}

/// A part of a drawing.
pub(super) fn cut(drawing: &Drawing, rect: Rect) -> Drawing {
    let (left, top) = (rect.min.x.round() as usize, rect.min.y.round() as usize);
    let (width, height) = (rect.width().round() as usize, rect.height().round() as usize);
    let places = (top..top + height).flat_map(|y| (left..left + width).map(move |x| (x, y)));
    let pixels: Vec<Color32> = places.map(|(x, y)| drawing.at(x, y)).collect();
    assert!(pixels.iter().all(|pixel| pixel.a() == 255), "{rect:?} is not within the drawing");
    Drawing { width, height, pixels }
}

#[test]
fn a_difference_is_seen() {
    let drawing = Drawing { width: 2, height: 2, pixels: vec![Color32::from_gray(50); 4] };
    let png = drawing.to_png().unwrap();
    assert_eq!(differs(&png, &drawing, EXACT), Ok(()));
    let mut other = drawing.clone();
    other.pixels[3] = Color32::from_rgba_premultiplied(50, 52, 50, 255);
    assert_eq!(differs(&png, &other, EXACT), Err("1 pixels differ, by up to 2 levels".to_owned()));
    assert_eq!(differs(&png, &other, 2), Ok(()));
    let smaller = Drawing { width: 2, height: 1, pixels: vec![Color32::from_gray(50); 2] };
    assert!(differs(&png, &smaller, 255).is_err());
    assert!(differs(b"no picture", &drawing, 255).is_err());
}

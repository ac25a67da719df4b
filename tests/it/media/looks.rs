//! What pixels show, on drawn samples with known answers.
use carddesk::media::PixelFacts;

use super::Bench;
use super::png::rgba;

fn look(bench: &Bench, width: u32, height: u32, pixel: impl Fn(u32, u32) -> [u8; 4]) -> PixelFacts {
    let bytes = rgba(width, height, pixel);
    bench.load("image/png", &bytes).unwrap().0.measured.look.unwrap()
}

#[track_caller]
fn assert_near(found: f32, wanted: f32) {
    assert!((found - wanted).abs() < 0.02 * wanted.abs().max(0.05), "{found}, wanted {wanted}");
}

#[test]
fn opaque_art_with_square_corners_is_plain() {
    let facts = look(&Bench::new(), 160, 100, |x, _| [x as u8, 90, 60, 255]);
    assert_eq!((facts.transparent_corners, facts.blank), (0, false));
    assert_near(facts.transparent_share, 0.0);
    assert_eq!(facts.matte_corners, 0, "the gradient alone");
}

#[test]
fn rounded_corners_are_seen_in_alpha_and_in_a_matte() {
    let bench = Bench::new();
    // The corners of a card: within 6 of an edge and outside the quarter circle.
    let outside = |x: u32, y: u32| {
        let inset = |at: u32, size: u32| 6_u32.saturating_sub(at.min(size - 1 - at));
        inset(x, 160).pow(2) + inset(y, 100).pow(2) > 36
    };
    let art = [40, 80, 160, 255];
    let clear = look(&bench, 160, 100, |x, y| if outside(x, y) { [0; 4] } else { art });
    assert_eq!((clear.transparent_corners, clear.matte_corners), (4, 0));
    assert!(clear.transparent_share > 0.0);
    assert_near(clear.transparent_share_inside, 0.0);
    let white = look(&bench, 160, 100, |x, y| if outside(x, y) { [255; 4] } else { art });
    assert_eq!((white.transparent_corners, white.matte_corners), (0, 4));
    let one =
        look(&bench, 160, 100, |x, y| if outside(x, y) && x > 80 && y > 50 { [0; 4] } else { art });
    assert_eq!(one.transparent_corners, 1);
}

#[test]
fn transparency_beyond_the_corners_is_told_apart() {
    // A hole of a quarter of the picture in its middle, and a corner of one pixel.
    let facts = look(&Bench::new(), 100, 100, |x, y| {
        let hole = (25..75).contains(&x) && (25..75).contains(&y);
        if hole || (x, y) == (0, 0) { [9, 9, 9, 239] } else { [9, 9, 9, 255] }
    });
    assert_near(facts.transparent_share, 0.2501);
    assert_near(facts.transparent_share_inside, 0.25);
    assert_eq!(facts.transparent_corners, 1);
}

#[test]
fn blank_is_one_colour_or_nothing() {
    let bench = Bench::new();
    assert!(look(&bench, 20, 10, |_, _| [7, 8, 9, 255]).blank);
    assert!(look(&bench, 20, 10, |x, y| [x as u8, y as u8, 0, 0]).blank, "all transparent");
    assert!(!look(&bench, 20, 10, |x, y| [7, 8, u8::from((x, y) == (19, 9)), 255]).blank);
    assert!(look(&bench, 1, 1, |_, _| [7, 8, 9, 255]).blank);
}

#[test]
fn contrast_is_that_of_the_visible_pixels() {
    let bench = Bench::new();
    let on =
        |colour: [u8; 3]| {
            // A stroke on transparent ground, which counts for nothing.
            look(&bench, 40, 10, |_, y| {
                if y == 5 { [colour[0], colour[1], colour[2], 255] } else { [0; 4] }
            })
        };
    let black = on([0, 0, 0]);
    assert_near(black.contrast_with_white.unwrap(), 21.0);
    assert_near(black.contrast_with_dark.unwrap(), 1.148);
    let white = on([255, 255, 255]);
    assert_near(white.contrast_with_white.unwrap(), 1.0);
    assert_near(white.contrast_with_dark.unwrap(), 18.29);
    // The examples of WCAG: #767676 is the lightest grey with 4.54 on white.
    let grey = on([0x76, 0x76, 0x76]);
    assert_near(grey.contrast_with_white.unwrap(), 4.54);
    let red = on([255, 0, 0]);
    assert_near(red.contrast_with_white.unwrap(), 4.0);
    // Barely visible pixels do not count.
    let faint =
        look(&bench, 40, 10, |_, y| if y == 5 { [0, 0, 0, 255] } else { [255, 255, 255, 15] });
    assert_near(faint.contrast_with_white.unwrap(), 21.0);
    // What is half seen is as bright as it looks on the ground.
    let half = look(&bench, 40, 10, |_, y| if y == 5 { [0, 0, 0, 128] } else { [0; 4] });
    assert_near(half.contrast_with_white.unwrap(), 4.0);
    // A small part that stands out is enough to see a logo by; a speck is not.
    let with_black = |columns: u32| {
        let pixel = |x, _| if x < columns { [0, 0, 0, 255] } else { [255, 255, 255, 255] };
        look(&bench, 200, 10, pixel).contrast_with_white.unwrap()
    };
    assert_near(with_black(5), 21.0);
    assert_near(with_black(3), 1.0);
    assert_eq!(look(&bench, 40, 10, |_, _| [9, 9, 9, 0]).contrast_with_white, None);
}

#[test]
fn the_last_four_digits_stand_on_the_lower_edge() {
    let bench = Bench::new();
    let on = |lower: &dyn Fn(u32, u32) -> u8| {
        let pixel = |x, y| {
            if y < 78 { [255, 0, 0, 255] } else { [lower(x, y), lower(x, y), lower(x, y), 255] }
        };
        look(&bench, 100, 100, pixel).last_four_contrast
    };
    assert_near(on(&|_, _| 0), 21.0);
    assert_near(on(&|_, _| 255), 21.0);
    // Where white and black do equally well is the worst of even grounds: 4.58.
    assert_near(on(&|_, _| 0x75), 4.6);
    // On stripes neither is read: white is lost on the light ones, black on the dark ones.
    assert_near(on(&|x, _| if x % 4 < 2 { 255 } else { 0 }), 1.0);
    // White letters on a dark ground with a few glints are read.
    assert_near(on(&|x, _| if x % 20 == 0 { 255 } else { 0 }), 21.0);
}

#[test]
fn drawn_vectors_are_looked_at_as_well() {
    let bench = Bench::new();
    let look = |svg: &str| {
        let (loaded, _) = bench.load("image/svg+xml", svg.as_bytes()).unwrap();
        loaded.measured.look.unwrap()
    };
    let logo = look(
        "<svg xmlns='http://www.w3.org/2000/svg' width='40' height='20'>\
         <rect x='10' y='5' width='20' height='10' fill='#fff' fill-opacity='0.5'/></svg>",
    );
    assert_near(logo.contrast_with_white.unwrap(), 1.0);
    assert_eq!((logo.blank, logo.transparent_corners), (false, 4));
    assert!(look("<svg xmlns='http://www.w3.org/2000/svg' width='40' height='20'/>").blank);
    let full = look(
        "<svg xmlns='http://www.w3.org/2000/svg' width='40' height='20'>\
         <rect width='40' height='20' fill='#123456'/></svg>",
    );
    assert!(full.blank);
    assert_near(full.transparent_share, 0.0);
}

#[test]
fn pictures_that_look_alike_have_like_fingerprints() {
    let bench = Bench::new();
    // A disc on a slope, at several sizes and lights.
    let scene = |width: u32, shift: f32, light: f32| {
        let height = width * 5 / 8;
        let look = look(&bench, width, height, |x, y| {
            let (u, v) = (x as f32 / width as f32, y as f32 / height as f32);
            let disc = (u - 0.3 - shift).powi(2) + (v - 0.5).powi(2) < 0.04;
            let value = if disc { 230.0 } else { 40.0 + 120.0 * u } * light;
            [value as u8, value as u8, (value * 0.8) as u8, 255]
        });
        look.fingerprint.unwrap()
    };
    let differ = |one: u64, other: u64| (one ^ other).count_ones();
    let own = scene(320, 0.0, 1.0);
    assert!(differ(own, scene(160, 0.0, 1.0)) <= 5, "smaller");
    assert!(differ(own, scene(320, 0.0, 0.9)) <= 5, "darker");
    assert!(differ(own, scene(320, 0.4, 1.0)) > 5, "the disc is elsewhere");
    assert_eq!(look(&bench, 40, 40, |_, _| [90, 20, 200, 255]).fingerprint, None);
}

//! Pictures within a box: never larger than they are, of the same shape, without fringes.
use carddesk::media::{Loaded, Picture, PixelBox};
use proptest::prelude::*;

use super::png::rgba;
use super::{Bench, assert_pixel, pixel};

fn load(bench: &Bench, bytes: &[u8]) -> Loaded {
    bench.load("image/png", bytes).unwrap().0
}

fn fit(bench: &Bench, file: &Loaded, width: u32, height: u32) -> Picture {
    bench.loader.picture(file, PixelBox { width, height }).unwrap()
}

#[test]
fn a_raster_is_never_enlarged_and_keeps_its_shape() {
    let bench = Bench::new();
    let file = load(&bench, &rgba(150, 100, |x, _| [x as u8, 0, 0, 255]));
    let sizes = [
        ((1000, 1000), (150, 100)),
        ((150, 100), (150, 100)),
        ((75, 1000), (75, 50)),
        ((1000, 20), (30, 20)),
        ((30, 30), (30, 20)),
        ((1, 1), (1, 1)),
        ((0, 0), (1, 1)),
        ((u32::MAX, u32::MAX), (150, 100)),
    ];
    for ((width, height), wanted) in sizes {
        let picture = fit(&bench, &file, width, height);
        assert_eq!((picture.width, picture.height), wanted, "in {width}x{height}");
        assert_eq!(picture.rgba.len(), (picture.width * picture.height * 4) as usize);
    }
    let line = load(&bench, &rgba(300, 1, |_, _| [1, 1, 1, 255]));
    let picture = fit(&bench, &line, 10, 10);
    assert_eq!((picture.width, picture.height), (10, 1), "a line stays visible");
}

#[test]
fn transparent_pixels_lend_their_colour_to_no_edge() {
    // White art; its transparent corners hold black, as many tools write them.
    let bench = Bench::new();
    let is_corner = |x: u32, y: u32| x < 20 && y < 20;
    let file = load(&bench, &rgba(120, 80, |x, y| if is_corner(x, y) { [0; 4] } else { [255; 4] }));
    for (width, height) in [(60, 40), (47, 31), (13, 9)] {
        let picture = fit(&bench, &file, width, height);
        for (x, y) in (0..picture.height).flat_map(|y| (0..picture.width).map(move |x| (x, y))) {
            let [r, g, b, a] = pixel(&picture, x, y);
            // Premultiplied white is as light as it is opaque, also where it fades.
            let near = [r, g, b].iter().all(|channel| channel.abs_diff(a) <= 1);
            assert!(near, "a fringe at {x},{y}: {r} {g} {b} of {a}");
        }
        assert_pixel(&picture, (0, 0), [0; 4], 2);
        assert_pixel(&picture, (picture.width - 1, picture.height - 1), [255; 4], 0);
    }
}

#[test]
fn no_colour_exceeds_its_alpha() {
    // Hard edges make the filter overshoot.
    let bench = Bench::new();
    let file = load(
        &bench,
        &rgba(64, 64, |x, y| {
            if (x / 3 + y / 5) % 2 == 0 { [255, 255, 255, 40] } else { [255, 0, 255, 255] }
        }),
    );
    let picture = fit(&bench, &file, 37, 37);
    let over = picture.rgba.chunks(4).filter(|p| p[..3].iter().any(|channel| *channel > p[3]));
    assert_eq!(over.count(), 0);
}

#[test]
fn a_picture_made_smaller_looks_the_same() {
    let bench = Bench::new();
    let file = load(
        &bench,
        &rgba(200, 100, |x, _| if x < 100 { [200, 30, 40, 255] } else { [30, 60, 200, 255] }),
    );
    let picture = fit(&bench, &file, 40, 20);
    assert_pixel(&picture, (5, 10), [200, 30, 40, 255], 1);
    assert_pixel(&picture, (35, 10), [30, 60, 200, 255], 1);
}

proptest! {
    #[test]
    fn a_box_is_filled_on_one_side_and_exceeded_on_none(
        width in 1_u32..6000, height in 1_u32..6000,
        across in 0.01_f32..1e9, down in 0.01_f32..1e9,
    ) {
        let (w, h) = PixelBox { width, height }.fit(across, down);
        let (most_x, most_y) = (width.min(4096), height.min(4096));
        prop_assert!(w >= 1 && h >= 1 && w <= most_x && h <= most_y);
        prop_assert!(w == most_x || h == most_y);
    }

    #[test]
    fn what_is_no_size_fills_the_box(bad in prop_oneof![
        Just(f32::NAN), Just(f32::INFINITY), Just(0.0), Just(-1.0), Just(f32::NEG_INFINITY)
    ]) {
        let boxed = PixelBox { width: 30, height: 20 };
        prop_assert_eq!(boxed.fit(bad, 5.0), (30, 20));
        prop_assert_eq!(boxed.fit(5.0, bad), (30, 20));
    }
}

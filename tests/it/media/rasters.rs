//! Rasters of every format come out as they were drawn.
use carddesk::media::{Content, LoadError, Picture};

use super::png::{GREY, GREY_ALPHA, PALETTE, Png, RGB, RGBA};
use super::{Bench, assert_pixel};

const RED: [u8; 4] = [200, 30, 40, 255];
const GREEN: [u8; 4] = [20, 160, 60, 255];
const BLUE: [u8; 4] = [30, 60, 200, 255];
const YELLOW: [u8; 4] = [240, 220, 40, 255];

/// The quarters of the samples' picture of 48 by 32: made with Pillow 13 (libjpeg-turbo, libwebp).
#[track_caller]
fn assert_quarters(picture: &Picture, wanted: [[u8; 4]; 4], difference: u8) {
    assert_eq!((picture.width, picture.height), (48, 32));
    for (place, colour) in [(12, 8), (36, 8), (12, 24), (36, 24)].into_iter().zip(wanted) {
        assert_pixel(picture, place, colour, difference);
    }
}

/// Red right of a diagonal, as channels of so many bits, and what that is in eight bits.
fn ramp(x: u32, y: u32) -> bool {
    (x + 2 * y) % 5 < 2
}

#[test]
fn png_of_every_colour_type_depth_and_order() {
    let bench = Bench::new();
    let palette = [10, 20, 30, 250, 240, 230];
    for interlaced in [false, true] {
        let kinds = [
            (GREY, 1),
            (GREY, 2),
            (GREY, 4),
            (GREY, 8),
            (GREY, 16),
            (RGB, 8),
            (RGB, 16),
            (PALETTE, 1),
            (PALETTE, 2),
            (PALETTE, 4),
            (PALETTE, 8),
            (GREY_ALPHA, 8),
            (GREY_ALPHA, 16),
            (RGBA, 8),
            (RGBA, 16),
        ];
        for (colour, depth) in kinds {
            // Sizes that are no multiple of an interlaced picture's eight.
            let mut png = Png::new(13, 11, depth, colour);
            if interlaced {
                png = png.interlaced();
            }
            if colour == PALETTE {
                png = png.with(b"PLTE", &palette);
            }
            let most = u16::MAX >> (16 - depth);
            let bytes = png.write(|x, y| match (colour, ramp(x, y)) {
                (GREY, on) => vec![if on { most } else { 0 }],
                (RGB, on) => vec![if on { most } else { 0 }, 0, most],
                (PALETTE, on) => vec![u16::from(on)],
                (GREY_ALPHA, on) => vec![most, if on { most } else { 0 }],
                (_, on) => vec![most, 0, 0, if on { most } else { 0 }],
            });
            let picture = bench.picture("image/png", &bytes);
            assert_eq!((picture.width, picture.height), (13, 11));
            for (x, y) in (0..11).flat_map(|y| (0..13).map(move |x| (x, y))) {
                let wanted = match (colour, ramp(x, y)) {
                    (GREY, true) => [255; 4],
                    (GREY, false) => [0, 0, 0, 255],
                    (RGB, on) => [if on { 255 } else { 0 }, 0, 255, 255],
                    (PALETTE, true) => [250, 240, 230, 255],
                    (PALETTE, false) => [10, 20, 30, 255],
                    (GREY_ALPHA, true) => [255; 4],
                    (_, true) => [255, 0, 0, 255],
                    (_, false) => [0; 4],
                };
                assert_pixel(&picture, (x, y), wanted, 0);
            }
        }
    }
}

#[test]
fn png_transparency_by_colour_and_by_palette() {
    let bench = Bench::new();
    let keyed = Png::new(2, 1, 8, RGB).with(b"tRNS", &[0, 9, 0, 8, 0, 7]);
    let keyed = keyed.write(|x, _| if x == 0 { vec![9, 8, 7] } else { vec![9, 8, 6] });
    let picture = bench.picture("image/png", &keyed);
    assert_eq!(picture.rgba, [0, 0, 0, 0, 9, 8, 6, 255]);
    let palette = Png::new(2, 1, 8, PALETTE).with(b"PLTE", &[200, 100, 50, 1, 2, 3]);
    let palette = palette.with(b"tRNS", &[128]).write(|x, _| vec![x as u16]);
    let picture = bench.picture("image/png", &palette);
    assert_eq!(picture.rgba, [100, 50, 25, 128, 1, 2, 3, 255], "premultiplied");
}

#[test]
fn an_animated_png_is_its_first_frame() {
    let picture = Bench::new().picture("image/png", include_bytes!("samples/animated.png"));
    assert_quarters(&picture, [RED, GREEN, BLUE, YELLOW], 0);
}

#[test]
fn jpeg_of_every_build() {
    let bench = Bench::new();
    let colours = [RED, GREEN, BLUE, YELLOW];
    let samples: [&[u8]; 4] = [
        include_bytes!("samples/baseline.jpg"),
        include_bytes!("samples/progressive.jpg"),
        include_bytes!("samples/restarts.jpg"),
        include_bytes!("samples/cmyk.jpg"),
    ];
    for sample in samples {
        assert_quarters(&bench.picture("image/jpeg", sample), colours, 4);
    }
    let grey = bench.picture("image/jpeg", include_bytes!("samples/grey.jpg"));
    let luma = |c: [u8; 4]| {
        let [r, g, b, _] = c.map(f32::from);
        let y = (0.299 * r + 0.587 * g + 0.114 * b) as u8;
        [y, y, y, 255]
    };
    assert_quarters(&grey, colours.map(luma), 4);
    // Turned by its EXIF data for viewers that look there; shown as it is stored.
    let turned = bench.picture("image/jpeg", include_bytes!("samples/turned.jpg"));
    assert_quarters(&turned, colours, 4);
}

#[test]
fn webp_of_every_build() {
    let bench = Bench::new();
    let lossy = bench.picture("image/webp", include_bytes!("samples/lossy.webp"));
    assert_quarters(&lossy, [RED, GREEN, BLUE, YELLOW], 6);
    let lossless = bench.picture("image/webp", include_bytes!("samples/lossless.webp"));
    assert_quarters(&lossless, [[0; 4], GREEN, BLUE, YELLOW], 0);
    let animated = bench.picture("image/webp", include_bytes!("samples/animated.webp"));
    assert_quarters(&animated, [RED, GREEN, BLUE, YELLOW], 0);
}

#[test]
fn a_gif_is_its_first_frame() {
    let bench = Bench::new();
    let samples: [&[u8]; 3] = [
        include_bytes!("samples/plain.gif"),
        include_bytes!("samples/interlaced.gif"),
        include_bytes!("samples/animated.gif"),
    ];
    for sample in samples {
        let picture = bench.picture("image/gif", sample);
        assert_quarters(&picture, [RED, GREEN, BLUE, YELLOW], 0);
    }
}

#[test]
fn the_content_is_told_with_its_size() {
    let bench = Bench::new();
    let bytes = super::png::rgba(30, 20, |_, _| [1, 2, 3, 255]);
    let (loaded, _) = bench.load("image/png", &bytes).unwrap();
    assert_eq!(loaded.content, Content::Raster { natural: (30, 20) });
    assert_eq!(loaded.measured.pixels, Some((30, 20)));
    assert_eq!(&*loaded.bytes, &bytes[..]);
}

#[test]
fn formats_that_are_not_drawn_are_named() {
    let bench = Bench::new();
    let tiff = [b"II*\0\x08\0\0\0".to_vec(), vec![0; 64]].concat();
    let error = bench.load("image/png", &tiff).unwrap_err();
    assert!(matches!(error, LoadError::Unsupported { .. }), "{error:?}");
}

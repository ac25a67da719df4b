//! The pixels of usual PNGs are those that another decoder finds, whatever their rows' filters.
use carddesk::media::{Layer, LoadError};
use proptest::prelude::*;

use super::Bench;
use super::deflate::zlib;
use super::png::{Png, RGB, RGBA, chunk};

/// A file of these rows, as they are stored, in so many parts.
fn file((width, height): (u32, u32), colour: u8, rows: &[u8], parts: usize) -> Vec<u8> {
    let mut bytes = Png::new(width, height, 8, colour).head();
    let data = zlib(rows);
    for part in data.chunks(data.len().div_ceil(parts)) {
        bytes.extend(chunk(b"IDAT", part));
    }
    bytes.extend(chunk(b"IEND", b""));
    bytes
}

/// Width, height, colour type, and rows with a filter before each.
fn stored() -> impl Strategy<Value = ((u32, u32), u8, Vec<u8>)> {
    // Small ones are done pixel by pixel; large ones many rows and pixels at a time.
    let (small, large) = ((1_u32..12, 1_u32..12), (12_u32..60, 12_u32..40));
    let sizes = (prop_oneof![small, large], prop_oneof![Just(RGB), Just(RGBA)]);
    sizes.prop_flat_map(|((width, height), colour)| {
        let channels = if colour == RGB { 3 } else { 4 };
        let bytes = proptest::collection::vec(any::<u8>(), width as usize * channels);
        let row = (0_u8..=4, bytes).prop_map(|(filter, bytes)| [vec![filter], bytes].concat());
        let rows = proptest::collection::vec(row, height as usize);
        rows.prop_map(move |rows| ((width, height), colour, rows.concat()))
    })
}

proptest! {
    #[test]
    fn they_are_undone_as_another_decoder_does((size, colour, rows) in stored(), parts in 1..4_usize) {
        let bytes = file(size, colour, &rows, parts);
        let mut wanted = image::load_from_memory(&bytes).unwrap().into_rgba8();
        for pixel in wanted.pixels_mut() {
            let alpha = u16::from(pixel.0[3]);
            for channel in &mut pixel.0[..3] {
                *channel = ((u16::from(*channel) * alpha + 127) / 255) as u8;
            }
        }
        let bench = Bench::new();
        let (loaded, _) = bench.load("image/png", &bytes).unwrap();
        let (_, picture) = bench.loader.layer(&loaded, Layer::Pixels).unwrap();
        prop_assert_eq!(picture.rgba, wanted.into_raw());
        prop_assert_eq!(loaded.measured.raster.unwrap().bad_checksums, 0);
    }
}

#[test]
fn a_filter_that_does_not_exist_is_refused() {
    let rows = [[0, 1, 2, 3], [5, 1, 2, 3]].concat();
    let failure = Bench::new().examine("image/png", &file((1, 2), RGB, &rows, 1)).unwrap_err();
    assert!(matches!(failure.error, LoadError::Undecodable { .. }));
}

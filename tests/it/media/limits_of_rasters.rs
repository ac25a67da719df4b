//! Sizes that are refused from the header, and headers that are none.
use carddesk::media::{LoadError, limits};

use super::Bench;
use super::deflate::zlib_bomb;
use super::png::{GREY, Png, RGBA, chunk, rgba};

/// A file that claims a size, and holds no such picture.
fn claims(width: u32, height: u32) -> Vec<u8> {
    let mut png = Png::new(width, height, 8, RGBA).head();
    png.extend(chunk(b"IDAT", &zlib_bomb(b"\0", 100_000)));
    png.extend(chunk(b"IEND", b""));
    png
}

/// A logical screen of a GIF, a frame of a JPEG, a canvas of a WebP: nothing behind.
fn headers(width: u16, height: u16) -> [(&'static str, Vec<u8>); 3] {
    let (w, h) = (width.to_le_bytes(), height.to_le_bytes());
    let frame = [b"\x2c\0\0\0\0", &w[..], &h[..], b"\0\x02\x02\x4c\x01\0"].concat();
    let gif = [b"GIF89a", &w[..], &h[..], &[0, 0, 0], &frame, &[0x3b]].concat();
    let (w, h) = (width.to_be_bytes(), height.to_be_bytes());
    // A good file whose frame header claims another size.
    let mut jpeg = include_bytes!("samples/baseline.jpg").to_vec();
    let frame = jpeg.windows(2).position(|pair| pair == b"\xff\xc0").unwrap();
    jpeg[frame + 5..frame + 9].copy_from_slice(&[h, w].concat());
    let side = |side: u16| u32::from(side).wrapping_sub(1).to_le_bytes()[..3].to_vec();
    let extended = [vec![0; 4], side(width), side(height)].concat();
    let body =
        [b"WEBPVP8X\x0a\0\0\0".to_vec(), extended, b"VP8L\x04\0\0\0\x2f\0\0\0".to_vec()].concat();
    let webp = [b"RIFF", &(body.len() as u32).to_le_bytes()[..], &body].concat();
    [("image/gif", gif), ("image/jpeg", jpeg), ("image/webp", webp)]
}

#[test]
fn sides_and_areas_are_limited_by_the_header() {
    let bench = Bench::new();
    let side = limits::SIDE;
    for (width, height) in
        [(20_000, 20_000), (side + 1, 1), (1, side + 1), (side, side), (4096, 3907)]
    {
        let failure = bench.examine("image/png", &claims(width, height)).unwrap_err();
        assert_eq!(failure.error, LoadError::TooManyPixels { width, height });
        // Known all the same: the verifier compares it with what was declared.
        assert_eq!(failure.measured.unwrap().pixels, Some((width, height)));
    }
    for (media_type, bytes) in headers(20_000, 20_000) {
        let error = bench.load(media_type, &bytes).unwrap_err();
        assert_eq!(
            error,
            LoadError::TooManyPixels { width: 20_000, height: 20_000 },
            "{media_type}"
        );
    }
}

#[test]
fn the_largest_sizes_allowed_are_shown() {
    let bench = Bench::new();
    for (width, height) in [(4096, 1), (1, 4096), (4096, 64)] {
        let bytes = Png::new(width, height, 1, GREY).write(|x, y| vec![((x + y) % 2) as u16]);
        let (loaded, picture) = bench.load("image/png", &bytes).unwrap();
        assert_eq!(loaded.measured.pixels, Some((width, height)));
        let picture = picture.unwrap();
        assert!(picture.width.max(picture.height) == 400, "within the box");
    }
    // 16 megapixels to the pixel: 4000 by 4000.
    let square = Png::new(4000, 4000, 1, GREY).write(|_, _| vec![1]);
    assert_eq!(u64::from(4000_u32) * 4000, limits::PIXELS);
    assert!(bench.load("image/png", &square).is_ok());
}

#[test]
fn a_picture_without_pixels_is_refused() {
    let bench = Bench::new();
    for (width, height) in [(0, 0), (0, 5), (5, 0), (1 << 31, 1 << 31), (u32::MAX, 1)] {
        let error = bench.load("image/png", &claims(width, height)).unwrap_err();
        assert!(
            matches!(error, LoadError::Undecodable { .. } | LoadError::TooManyPixels { .. }),
            "{width}x{height}: {error:?}"
        );
    }
    for (media_type, bytes) in headers(0, 0) {
        let error = bench.load(media_type, &bytes).unwrap_err();
        assert!(
            matches!(error, LoadError::Undecodable { .. } | LoadError::TooManyPixels { .. }),
            "{media_type}: {error:?}"
        );
    }
}

#[test]
fn a_header_that_claims_more_than_follows_is_refused() {
    let bench = Bench::new();
    // What is missing of a JPEG is drawn in one colour, as browsers do.
    for (media_type, bytes) in headers(4000, 4000).into_iter().filter(|h| h.0 != "image/jpeg") {
        let error = bench.load(media_type, &bytes).unwrap_err();
        assert!(matches!(error, LoadError::Undecodable { .. }), "{media_type}: {error:?}");
    }
    let error = bench.load("image/png", &claims(4000, 4000)).unwrap_err();
    assert!(matches!(error, LoadError::Undecodable { .. }), "{error:?}");
}

#[test]
fn a_picture_that_unpacks_to_more_than_its_size_is_only_as_large_as_that() {
    // A row needs 41 bytes; a gigabyte follows.
    let mut png = Png::new(10, 10, 8, RGBA).head();
    png.extend(chunk(b"IDAT", &zlib_bomb(b"\0", 1 << 30)));
    png.extend(chunk(b"IEND", b""));
    let bench = Bench::new();
    match bench.load("image/png", &png) {
        Ok((loaded, _)) => assert_eq!(loaded.measured.pixels, Some((10, 10))),
        Err(error) => assert!(matches!(error, LoadError::Undecodable { .. }), "{error:?}"),
    }
    // Texts in a picture can be bombs as well; nothing reads them.
    let text = [b"Comment\0\0".to_vec(), zlib_bomb(b"x", 1 << 30)].concat();
    let mut bytes = Png::new(4, 4, 8, RGBA).with(b"zTXt", &text).head();
    let good = rgba(4, 4, |_, _| [9, 9, 9, 255]);
    bytes.extend_from_slice(&good[33..]);
    assert!(bench.load("image/png", &bytes).is_ok());
}

//! Files that were good once: cut, changed, or with something after their end.
use carddesk::media::{LoadError, MediaKind};
use proptest::prelude::*;

use super::png::{Png, RGB, chunk, rgba};
use super::{BOX, Bench, fetcher, program};

fn noise(width: u32, height: u32) -> Vec<u8> {
    // Bytes that no repetition makes shorter, so that a cut hits the picture.
    rgba(width, height, |x, y| {
        let n = (x * 7919 + y * 104_729) ^ (x * y * 31);
        [n as u8, (n >> 3) as u8, (n >> 5) as u8, 255]
    })
}

#[test]
fn a_cut_png_is_refused_and_what_is_known_of_it_is_kept() {
    // Its decoder gives back nothing of what it had read: an error, not half a card.
    let bench = Bench::new();
    let whole = noise(64, 40);
    for part in [30, 50, 66, 90] {
        let cut = &whole[..whole.len() * part / 100];
        let failure = bench.examine("image/png", cut).unwrap_err();
        assert!(matches!(failure.error, LoadError::Undecodable { .. }), "{:?}", failure.error);
        let measured = failure.measured.unwrap();
        assert_eq!(measured.pixels, Some((64, 40)));
        assert_eq!(measured.bytes, cut.len());
        assert!(measured.raster.unwrap().end_missing);
    }
    // Within the header nothing is known.
    let failure = bench.examine("image/png", &whole[..20]).unwrap_err();
    assert!(matches!(failure.error, LoadError::Undecodable { .. }));
    assert_eq!(failure.measured.unwrap().pixels, None);
}

#[test]
fn a_png_without_its_last_chunk_is_refused_and_counts_as_cut() {
    let whole = noise(16, 10);
    let failure = Bench::new().examine("image/png", &whole[..whole.len() - 12]).unwrap_err();
    assert!(matches!(failure.error, LoadError::Undecodable { .. }));
    let facts = failure.measured.unwrap().raster.unwrap();
    assert!(facts.end_missing && facts.trailing_bytes == 0);
    assert_eq!(facts.bad_checksums, 0);
}

#[test]
fn a_wrong_checksum_in_the_picture_is_refused_and_beside_it_is_shown() {
    let bench = Bench::new();
    let mut in_picture = noise(16, 10);
    let last = in_picture.len() - 12 - 1;
    in_picture[last] ^= 0xff;
    let failure = bench.examine("image/png", &in_picture).unwrap_err();
    assert!(matches!(failure.error, LoadError::Undecodable { .. }));
    assert_eq!(failure.measured.unwrap().raster.unwrap().bad_checksums, 1);

    let mut beside = Png::new(1, 1, 8, RGB).with(b"tEXt", b"Title\0x").write(|_, _| vec![1, 2, 3]);
    let at = beside.windows(4).position(|w| w == b"tEXt").unwrap();
    beside[at + 10] ^= 0xff;
    let (loaded, _) = bench.load("image/png", &beside).unwrap();
    assert_eq!(loaded.measured.raster.unwrap().bad_checksums, 1);
}

#[test]
fn bytes_after_the_end_are_counted_and_harmless() {
    let bench = Bench::new();
    let samples: [(&str, &[u8]); 4] = [
        ("image/png", include_bytes!("samples/animated.png")),
        ("image/jpeg", include_bytes!("samples/progressive.jpg")),
        ("image/gif", include_bytes!("samples/animated.gif")),
        ("image/webp", include_bytes!("samples/lossy.webp")),
    ];
    for (media_type, sample) in samples {
        let (loaded, _) = bench.load(media_type, sample).unwrap();
        let facts = loaded.measured.raster.unwrap();
        assert_eq!((facts.end_missing, facts.trailing_bytes), (false, 0), "{media_type}");
        let longer = [sample, b"<?php evil ?>"].concat();
        let (loaded, picture) = bench.load(media_type, &longer).unwrap();
        let facts = loaded.measured.raster.unwrap();
        assert_eq!((facts.end_missing, facts.trailing_bytes), (false, 13), "{media_type}");
        assert_eq!(picture.unwrap().width, 48);
    }
}

#[test]
fn a_cut_file_of_any_format_is_told_as_cut() {
    let bench = Bench::new();
    let samples: [(&str, &[u8]); 7] = [
        ("image/jpeg", include_bytes!("samples/baseline.jpg")),
        ("image/jpeg", include_bytes!("samples/progressive.jpg")),
        ("image/gif", include_bytes!("samples/interlaced.gif")),
        ("image/gif", include_bytes!("samples/animated.gif")),
        ("image/webp", include_bytes!("samples/lossless.webp")),
        ("image/webp", include_bytes!("samples/lossy.webp")),
        ("image/webp", include_bytes!("samples/animated.webp")),
    ];
    for (media_type, sample) in samples {
        for cut in [1, 2, sample.len() / 10, sample.len() / 3] {
            let bytes = &sample[..sample.len() - cut];
            // Shown or refused: that is the decoder's choice. Known as cut it is in both cases.
            let measured = match bench.examine(media_type, bytes) {
                Ok((loaded, _)) => loaded.measured,
                Err(failure) => {
                    let error = failure.error;
                    assert!(matches!(error, LoadError::Undecodable { .. }), "{error:?}");
                    *failure.measured.unwrap()
                }
            };
            assert!(measured.raster.unwrap().end_missing, "{media_type} short of {cut} bytes");
        }
    }
}

#[test]
fn a_jpeg_cut_at_two_thirds_is_shown_as_far_as_it_goes() {
    let sample = include_bytes!("samples/baseline.jpg");
    let bytes = &sample[..sample.len() - 12];
    let (loaded, picture) = Bench::new().load("image/jpeg", bytes).unwrap();
    assert!(loaded.measured.raster.unwrap().end_missing);
    super::assert_pixel(&picture.unwrap(), (12, 8), [200, 30, 40, 255], 4);
}

#[test]
fn chunks_that_claim_any_length_are_harmless() {
    let bench = Bench::new();
    for length in [u32::MAX, 1 << 31, 1 << 20] {
        let mut bytes = Png::new(4, 4, 8, RGB).head();
        bytes.extend(length.to_be_bytes());
        bytes.extend_from_slice(b"iTXtx");
        bytes.extend(chunk(b"IEND", b""));
        let error = bench.load("image/png", &bytes).unwrap_err();
        assert!(matches!(error, LoadError::Undecodable { .. }), "{error:?}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(150))]

    /// Any byte changed, any length: a picture or a reason, and no panic of a decoder.
    #[test]
    fn spoiled_rasters_end_in_a_picture_or_a_reason(
        which in 0_usize..8,
        changes in proptest::collection::vec((any::<proptest::sample::Index>(), any::<u8>()), 0..6),
        kept in 40_u32..=100,
    ) {
        let samples: [&[u8]; 8] = [
            include_bytes!("samples/baseline.jpg"), include_bytes!("samples/progressive.jpg"),
            include_bytes!("samples/cmyk.jpg"), include_bytes!("samples/lossy.webp"),
            include_bytes!("samples/animated.webp"), include_bytes!("samples/animated.gif"),
            include_bytes!("samples/animated.png"), include_bytes!("samples/interlaced.gif"),
        ];
        let mut bytes = samples[which].to_vec();
        for (place, value) in changes {
            let at = place.index(bytes.len());
            bytes[at] = value;
        }
        bytes.truncate(bytes.len() * kept as usize / 100);
        let template = TEMPLATE.get_or_init(Template::new);
        let mut file = template.file.clone();
        file.measured.kind = [MediaKind::Jpeg, MediaKind::WebP, MediaKind::Gif, MediaKind::Png][[0, 0, 0, 1, 1, 2, 3, 2][which]];
        file.bytes = bytes.into();
        match template.loader.picture(&file, BOX) {
            Ok(picture) => {
                let bytes = picture.width as usize * picture.height as usize * 4;
                prop_assert!(picture.width > 0 && picture.rgba.len() == bytes);
            }
            Err(error) => prop_assert!(
                matches!(error, LoadError::Undecodable { .. } | LoadError::TooManyPixels { .. }),
                "{error:?}"
            ),
        }
    }
}

static TEMPLATE: std::sync::OnceLock<Template> = std::sync::OnceLock::new();

/// A loaded file, whose bytes are then exchanged.
struct Template {
    loader: carddesk::media::Loader,
    file: carddesk::media::Loaded,
}

impl Template {
    fn new() -> Self {
        let file = Bench::new().load("image/png", &noise(2, 2)).unwrap().0;
        Self { loader: carddesk::media::Loader::new(fetcher(), program()), file }
    }
}

//! What the headers of rasters say, format by format.
use carddesk::media::{ColourModel, RasterFacts};

use super::Bench;
use super::png::{GREY, GREY_ALPHA, PALETTE, Png, RGB, RGBA};

fn facts(bench: &Bench, media_type: &str, bytes: &[u8]) -> RasterFacts {
    bench.load(media_type, bytes).unwrap().0.measured.raster.unwrap()
}

const WHOLE: RasterFacts = RasterFacts {
    colour: ColourModel::Rgb,
    bit_depth: 8,
    has_alpha: false,
    interlaced: false,
    animated: false,
    orientation: 1,
    bad_checksums: 0,
    end_missing: false,
    trailing_bytes: 0,
};

#[test]
fn png_headers_are_read() {
    let bench = Bench::new();
    let rows = [
        (GREY, 1, ColourModel::Grey, false),
        (GREY, 16, ColourModel::Grey, false),
        (GREY_ALPHA, 8, ColourModel::Grey, true),
        (RGB, 8, ColourModel::Rgb, false),
        (RGB, 16, ColourModel::Rgb, false),
        (RGBA, 8, ColourModel::Rgb, true),
        (RGBA, 16, ColourModel::Rgb, true),
        (PALETTE, 4, ColourModel::Palette, false),
    ];
    for (kind, bit_depth, colour, has_alpha) in rows {
        let channels = [1, 0, 3, 1, 2, 0, 4][usize::from(kind)];
        let png = Png::new(3, 2, bit_depth, kind).with(b"PLTE", &[1, 2, 3]);
        let png =
            if matches!(kind, GREY | GREY_ALPHA) { Png { before: Vec::new(), ..png } } else { png };
        let found = facts(&bench, "image/png", &png.write(|_, _| vec![0; channels]));
        assert_eq!(found, RasterFacts { colour, bit_depth, has_alpha, ..WHOLE });
        let interlaced = png.interlaced().write(|_, _| vec![0; channels]);
        let found = facts(&bench, "image/png", &interlaced);
        assert_eq!(found, RasterFacts { colour, bit_depth, has_alpha, interlaced: true, ..WHOLE });
    }
    let keyed = Png::new(1, 1, 8, RGB).with(b"tRNS", &[0; 6]).write(|_, _| vec![0, 0, 0]);
    assert!(facts(&bench, "image/png", &keyed).has_alpha, "a colour that is transparent");
    let animated = facts(&bench, "image/png", include_bytes!("samples/animated.png"));
    assert_eq!(animated, RasterFacts { animated: true, ..WHOLE });
}

#[test]
fn jpeg_headers_are_read() {
    let bench = Bench::new();
    let samples: [(&[u8], RasterFacts); 6] = [
        (include_bytes!("samples/baseline.jpg"), WHOLE),
        (include_bytes!("samples/restarts.jpg"), WHOLE),
        (include_bytes!("samples/progressive.jpg"), RasterFacts { interlaced: true, ..WHOLE }),
        (include_bytes!("samples/grey.jpg"), RasterFacts { colour: ColourModel::Grey, ..WHOLE }),
        (include_bytes!("samples/cmyk.jpg"), RasterFacts { colour: ColourModel::Cmyk, ..WHOLE }),
        (include_bytes!("samples/turned.jpg"), RasterFacts { orientation: 6, ..WHOLE }),
    ];
    for (index, (bytes, wanted)) in samples.into_iter().enumerate() {
        assert_eq!(facts(&bench, "image/jpeg", bytes), wanted, "sample {index}");
    }
}

#[test]
fn gif_and_webp_headers_are_read() {
    let bench = Bench::new();
    let palette = RasterFacts { colour: ColourModel::Palette, ..WHOLE };
    let rows: [(&str, &[u8], RasterFacts); 6] = [
        ("image/gif", include_bytes!("samples/plain.gif"), palette),
        (
            "image/gif",
            include_bytes!("samples/interlaced.gif"),
            RasterFacts { interlaced: true, ..palette },
        ),
        (
            "image/gif",
            include_bytes!("samples/animated.gif"),
            RasterFacts { animated: true, ..palette },
        ),
        ("image/webp", include_bytes!("samples/lossy.webp"), WHOLE),
        (
            "image/webp",
            include_bytes!("samples/lossless.webp"),
            RasterFacts { has_alpha: true, ..WHOLE },
        ),
        (
            "image/webp",
            include_bytes!("samples/animated.webp"),
            RasterFacts { animated: true, ..WHOLE },
        ),
    ];
    for (index, (media_type, bytes, wanted)) in rows.into_iter().enumerate() {
        let mut found = facts(&bench, media_type, bytes);
        // Pillow marks its animations as interlaced and transparent where it likes.
        if wanted.animated {
            (found.interlaced, found.has_alpha) = (wanted.interlaced, wanted.has_alpha);
        }
        assert_eq!(found, wanted, "row {index}");
    }
}

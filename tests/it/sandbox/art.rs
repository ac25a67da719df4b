//! Art of the invented banks: what the window and the sandbox server rely on.
#![allow(clippy::unwrap_used, reason = "helpers of tests stop at the first surprise too")]

use std::collections::HashSet;

use carddesk::sandbox::art::{self, BANKS, BankLook, Mark};
use hayro::hayro_interpret::InterpreterSettings;
use hayro::hayro_syntax::Pdf;
use hayro::vello_cpu::color::palette::css::TRANSPARENT;
use hayro::{PixmapSettings, RenderCache, RenderSettings};
use image::{ColorType, GenericImageView as _, ImageFormat, RgbaImage};
use resvg::{tiny_skia, usvg};
use sha2::{Digest as _, Sha256};

/// A quarter of the usual size: enough to see the art, quick to draw.
const SMALL: (u32, u32) = (384, 242);

fn small(bank: &BankLook, mark: Option<Mark>) -> Vec<u8> {
    art::card_background(bank, mark, SMALL.0, SMALL.1)
}

fn rgba(png: &[u8]) -> RgbaImage {
    let image = image::load_from_memory_with_format(png, ImageFormat::Png).unwrap();
    assert_eq!(image.color(), ColorType::Rgba8, "RGBA of 8 bits");
    image.to_rgba8()
}

fn visible_pixels(image: &RgbaImage) -> usize {
    image.pixels().filter(|pixel| pixel.0[3] > 0).count()
}

/// WCAG's relative luminance.
fn luminance(rgb: [f64; 3]) -> f64 {
    let linear = rgb.map(|channel| {
        let c = channel / 255.0;
        if c <= 0.040_45 { c / 12.92 } else { ((c + 0.055) / 1.055).powf(2.4) }
    });
    0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
}

fn contrast(a: f64, b: f64) -> f64 {
    (a.max(b) + 0.05) / (a.min(b) + 0.05)
}

/// Mean colour of a part of the card; sides in shares of the card's.
fn mean(image: &RgbaImage, left: f64, top: f64, right: f64, bottom: f64) -> [f64; 3] {
    let at = |share: f64, side: u32| (share * f64::from(side)) as u32;
    let (x, y) = (at(left, image.width()), at(top, image.height()));
    let (w, h) = (at(right, image.width()) - x, at(bottom, image.height()) - y);
    let view = image.view(x, y, w, h);
    let mut sum = [0.0; 3];
    for (_, _, pixel) in view.pixels() {
        for (total, channel) in sum.iter_mut().zip(pixel.0) {
            *total += f64::from(channel);
        }
    }
    sum.map(|total| total / f64::from(w * h))
}

#[test]
fn the_same_card_is_the_same_bytes() {
    let bank = &BANKS[1];
    assert_eq!(small(bank, Some(Mark::Visa)), small(bank, Some(Mark::Visa)));
    assert_eq!(
        art::card_background_jpeg(bank, None, 200, 126),
        art::card_background_jpeg(bank, None, 200, 126)
    );
    assert_eq!(art::brand_logo_pdf(Mark::Mir), art::brand_logo_pdf(Mark::Mir));
    assert_eq!(art::icon_png(bank, None, 100, 100), art::icon_png(bank, None, 100, 100));
}

#[test]
fn art_is_opaque_to_its_square_corners() {
    for bank in BANKS {
        for mark in [None, Some(Mark::Mastercard)] {
            let image = rgba(&small(bank, mark));
            assert_eq!(image.dimensions(), SMALL);
            assert!(image.pixels().all(|pixel| pixel.0[3] == 255), "{}", bank.name);
        }
    }
}

#[test]
fn art_of_the_usual_size_is_of_a_real_files_weight() {
    let png = art::card_background(&BANKS[0], Some(Mark::Visa), 1536, 969);
    assert_eq!(rgba(&png).dimensions(), (1536, 969));
    assert!((100_000..2_000_000).contains(&png.len()), "{} bytes", png.len());
}

#[test]
fn every_bank_and_mark_looks_its_own() {
    let mut seen = HashSet::new();
    let marks = [None, Some(Mark::Visa), Some(Mark::Belkart), Some(Mark::UnionPay)];
    for bank in BANKS {
        for mark in marks {
            let art = Sha256::digest(rgba(&small(bank, mark)).into_raw());
            assert!(seen.insert(art), "{} {mark:?} looks like another", bank.name);
        }
    }
}

#[test]
fn another_seed_varies_the_drawing_and_any_seed_draws() {
    let bank = BANKS[4];
    let other = BankLook { seed: bank.seed + (1 << 40), ..bank };
    assert_ne!(small(&bank, None), small(&other, None));
    for seed in [0, u64::MAX, 0x1234_5678_9ABC_DEF0] {
        assert_eq!(rgba(&small(&BankLook { name: "?", seed }, None)).dimensions(), SMALL);
    }
}

#[test]
fn combined_art_carries_logos_where_plain_art_does_not() {
    // A dark bank: both arts have one ground, so what differs is the logos.
    let bank = &BANKS[0];
    let (plain, combined) = (rgba(&small(bank, None)), rgba(&small(bank, Some(Mark::Visa))));
    let differs = |x: std::ops::Range<u32>, y: std::ops::Range<u32>| {
        x.flat_map(|x| y.clone().map(move |y| (x, y)))
            .any(|(x, y)| plain.get_pixel(x, y) != combined.get_pixel(x, y))
    };
    assert!(differs(20..180, 15..55), "the bank's logo at the upper left");
    assert!(differs(240..365, 190..230), "the mark at the lower right");
    assert!(!differs(20..180, 80..230), "nothing at the lower left");
}

#[test]
fn pale_logos_can_be_read_on_every_plain_card() {
    let logo = rgba(&art::brand_logo_png(Mark::Amex, 1372, 283));
    // The last third of the picture holds letters alone.
    let letters = logo.view(1000, 0, 372, 283).to_image();
    let pixel = letters.pixels().find(|pixel| pixel.0[3] == 255).unwrap();
    let pale = luminance([0, 1, 2].map(|i| f64::from(pixel.0[i])));
    assert!(contrast(pale, 1.0) >= 1.5, "seen on white paper too");
    for bank in BANKS {
        let image = rgba(&small(bank, None));
        for (left, top, right, bottom) in [(0.06, 0.08, 0.5, 0.2), (0.6, 0.8, 0.94, 0.92)] {
            let ground = luminance(mean(&image, left, top, right, bottom));
            assert!(contrast(pale, ground) >= 3.0, "{} at {left} {top}", bank.name);
        }
    }
}

#[test]
fn jpeg_is_the_same_art() {
    let bank = &BANKS[7];
    let jpeg = art::card_background_jpeg(bank, Some(Mark::Maestro), SMALL.0, SMALL.1);
    let image = image::load_from_memory_with_format(&jpeg, ImageFormat::Jpeg).unwrap();
    let png = rgba(&small(bank, Some(Mark::Maestro)));
    assert_eq!(image.dimensions(), SMALL);
    let (a, b) = (mean(&png, 0.0, 0.0, 1.0, 1.0), mean(&image.to_rgba8(), 0.0, 0.0, 1.0, 1.0));
    for (a, b) in a.into_iter().zip(b) {
        assert!((a - b).abs() < 3.0, "{a} against {b}");
    }
}

#[test]
fn logos_stand_on_clear_ground() {
    let mut logos: Vec<_> = Mark::ALL.map(|mark| art::brand_logo_png(mark, 1372, 283)).to_vec();
    logos.extend(BANKS.iter().map(|bank| art::issuer_logo_png(bank, 1372, 283)));
    logos.push(art::co_brand_logo_png("Орлан Air", 5, 1372, 283));
    let unlike: HashSet<_> = logos.iter().collect();
    assert_eq!(unlike.len(), logos.len(), "no two are the same");
    for logo in &logos {
        let image = rgba(logo);
        assert_eq!(image.dimensions(), (1372, 283));
        let visible = visible_pixels(&image);
        assert!((10_000..200_000).contains(&visible), "{visible} pixels");
        for (x, y) in [(0, 0), (1371, 0), (0, 282), (1371, 282)] {
            assert_eq!(image.get_pixel(x, y).0[3], 0);
        }
    }
}

#[test]
fn icons_are_drawn_with_and_without_a_mark() {
    let bank = &BANKS[3];
    let plain = art::icon_png(bank, None, 100, 100);
    let marked = art::icon_png(bank, Some(Mark::Mir), 100, 100);
    assert_ne!(plain, marked);
    for icon in [plain, marked] {
        let image = rgba(&icon);
        assert_eq!(image.dimensions(), (100, 100));
        assert!(visible_pixels(&image) > 8_000);
    }
}

/// Visible pixels of the PDF's first page at one pixel to a point.
fn pdf_pixels(pdf: Vec<u8>) -> usize {
    let pdf = Pdf::new(pdf).unwrap();
    assert_eq!(pdf.pages().len(), 1);
    let page = &pdf.pages()[0];
    assert_eq!(page.render_dimensions(), (1372.0, 283.0));
    let settings = PixmapSettings { bg_color: TRANSPARENT, ..PixmapSettings::default() };
    let pixmap = hayro::render(
        page,
        &RenderCache::new(),
        &InterpreterSettings::default(),
        &RenderSettings::default(),
        &settings,
    );
    pixmap.data().iter().filter(|pixel| pixel.a > 0).count()
}

#[test]
fn one_logo_in_three_formats_covers_the_same_area() {
    for mark in Mark::ALL {
        let png = visible_pixels(&rgba(&art::brand_logo_png(mark, 1372, 283)));
        let pdf = pdf_pixels(art::brand_logo_pdf(mark));
        let svg = svg_pixels(&art::brand_logo_svg(mark));
        for (format, count) in [("PDF", pdf), ("SVG", svg)] {
            // Renderers differ by how they smooth edges.
            assert!(count.abs_diff(png) < png / 50, "{mark:?} as {format}: {count}, PNG: {png}");
        }
    }
}

fn svg_pixels(svg: &[u8]) -> usize {
    let tree = usvg::Tree::from_data(svg, &usvg::Options::default()).unwrap();
    assert_eq!((tree.size().width(), tree.size().height()), (1372.0, 283.0));
    let mut pixmap = tiny_skia::Pixmap::new(1372, 283).unwrap();
    resvg::render(&tree, tiny_skia::Transform::identity(), &mut pixmap.as_mut());
    pixmap.pixels().iter().filter(|pixel| pixel.alpha() > 0).count()
}

#[test]
fn pdf_cross_references_point_at_their_objects() {
    let pdf = art::brand_logo_pdf(Mark::Visa);
    let find = |needle: &[u8]| pdf.windows(needle.len()).rposition(|at| at == needle).unwrap();
    let tail = String::from_utf8(pdf[find(b"\nxref\n") + 1..].to_vec()).unwrap();
    let start: usize = tail.lines().rev().nth(1).unwrap().parse().unwrap();
    assert_eq!(start, find(b"\nxref\n") + 1);
    let entries: Vec<&str> = tail.lines().filter(|line| line.ends_with(" n ")).collect();
    assert_eq!(entries.len(), 4);
    for (number, entry) in (1..).zip(entries) {
        let offset: usize = entry.split(' ').next().unwrap().parse().unwrap();
        assert!(pdf[offset..].starts_with(format!("{number} 0 obj\n").as_bytes()));
    }
}

#[test]
fn every_name_has_its_letters() {
    for bank in BANKS {
        assert!(art::lettering_covers(bank.name), "{}", bank.name);
    }
    for mark in Mark::ALL {
        assert!(art::lettering_covers(mark.wordmark()), "{mark:?}");
    }
    assert!(art::lettering_covers("Ёлка, съешь ещё этих мягких французских булок — № 7"));
    assert!(!art::lettering_covers("銀行"));
}

#[test]
fn a_picture_without_pixels_is_empty() {
    assert!(art::card_background(&BANKS[0], None, 0, 969).is_empty());
    assert!(art::icon_png(&BANKS[0], None, 100, 0).is_empty());
    assert!(art::brand_logo_png(Mark::Visa, u32::MAX, 1).is_empty());
}

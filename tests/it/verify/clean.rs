//! Whole cards as they should be: nothing to find.
use carddesk::domain::{AssetKind, Bin, Brand};

use super::case::{Case, Entry, Place, Source, asset, entry, variant};
use super::draw::{blue, clear, mark, noise, opaque};
use crate::media::pdf::{document, one_page, page_with, stream};

pub(super) fn entries() -> Vec<Entry> {
    [arts(), logos(), cards()].into_iter().flatten().collect()
}

const FULL: (u32, u32) = (1536, 969);

fn full(pixel: impl Fn(u32, u32) -> [u8; 3]) -> Case {
    Case::alone(Place::Art, "image/png", opaque(FULL, pixel)).declared(Some(1536), Some(969))
}

/// A colour on the way from one to another.
fn between(from: [u8; 3], to: [u8; 3], share: f32) -> [u8; 3] {
    std::array::from_fn(|channel| {
        let (from, to) = (f32::from(from[channel]), f32::from(to[channel]));
        (from + (to - from) * share.clamp(0.0, 1.0)).round() as u8
    })
}

fn arts() -> Vec<Entry> {
    let across = full(|x, y| {
        let share = (x as f32 / 1536.0 + y as f32 / 969.0) / 2.0;
        between([16, 24, 90], [120, 20, 110], share)
    });
    let spot = full(|x, y| {
        let far = ((x as f32 - 300.0) / 1536.0).hypot((y as f32 - 200.0) / 969.0);
        between([90, 140, 210], [10, 16, 40], far * 1.3)
    });
    // Waves that meet the corners, and grain as of a photograph.
    let waves = full(|x, y| {
        let wave = ((x as f32 / 90.0).sin() * 40.0 + y as f32) / 60.0;
        let base = if (wave as u32).is_multiple_of(2) { [24, 70, 60] } else { [16, 40, 52] };
        base.map(|channel| channel + (noise(x, y) % 12) as u8)
    });
    // A lighter disc that is cut by two corners, softened at its edge.
    let disc = full(|x, y| {
        let far = (x as f32 - 1400.0).hypot(y as f32 - 500.0);
        between([150, 40, 50], [40, 12, 20], (far - 560.0) / 2.0)
    });
    let dotted = full(|x, y| {
        let (dx, dy) = (x as i32 % 64 - 20, y as i32 % 64 - 44);
        if dx * dx + dy * dy < 120 { [60, 60, 110] } else { [22, 26, 48] }
    });
    let light = full(|x, y| {
        let share = (y as f32 / 969.0 + (x as f32 / 300.0).sin() * 0.1).abs();
        between([250, 250, 252], [205, 214, 226], share)
    });
    let wider = Case::alone(Place::Art, "image/png", opaque((1536, 960), blue))
        .declared(Some(1536), Some(960))
        .named("w1536_h960.png");
    let large = Case::alone(Place::Art, "image/png", opaque((2048, 1292), blue));
    let alpha = clear(FULL, |x, y| {
        let [r, g, b] = blue(x, y);
        [r, g, b, 255]
    });
    let alpha = Case::alone(Place::Art, "image/png", alpha).named("w1536_h969.png");
    vec![
        entry("a gradient across", "", across),
        entry("a spot of light", "", spot),
        entry("waves with grain", "", waves),
        entry("a disc cut by the edge", "", disc),
        entry("dots", "", dotted),
        entry("light art", "", light),
        entry("art of 1536 by 960", "", wider),
        entry("art of 2048 by 1292", "", large),
        entry("art with an alpha channel that it does not use", "", alpha),
        entry("art as a PDF", "", Case::alone(Place::Art, "application/pdf", pdf_art())),
        entry("art as image/pdf", "", Case::alone(Place::Art, "image/pdf", pdf_art())),
    ]
}

/// An ID-1 page, filled to its edges, with shapes on it.
fn pdf_art() -> Vec<u8> {
    let page = page_with("/MediaBox [0 0 242.65 153.01]");
    let content = "0.1 0.15 0.4 rg 0 0 242.65 153.01 re f \
                   0.2 0.3 0.6 rg 0 60 m 120 140 200 90 242.65 153.01 c 0 153.01 l h f";
    document("", page, stream("", content.as_bytes()), &[])
}

/// A ring, softened over a pixel.
fn ring(size: (u32, u32), colour: [u8; 3]) -> Vec<u8> {
    let (middle_x, middle_y) = (size.0 as f32 / 2.0, size.1 as f32 / 2.0);
    let radius = middle_x.min(middle_y) * 0.7;
    clear(size, move |x, y| {
        let far = (x as f32 + 0.5 - middle_x).hypot(y as f32 + 0.5 - middle_y);
        let seen = (radius * 0.25 - (far - radius).abs() + 0.5).clamp(0.0, 1.0);
        [colour[0], colour[1], colour[2], (seen * 255.0) as u8]
    })
}

const LOGO: (u32, u32) = (1372, 283);

fn logos() -> Vec<Entry> {
    let colours = [
        ("a blue logo", [20, 52, 203]),
        ("a red logo", [200, 20, 30]),
        ("a dark green logo", [0, 90, 60]),
        ("a light orange logo", [245, 150, 30]),
        ("a grey logo", [128; 3]),
    ];
    let rings = colours.map(|(name, colour)| {
        let case = Case::alone(Place::IssuerLogo, "image/png", ring(LOGO, colour));
        entry(name, "", case.declared(Some(1372), Some(283)))
    });
    // Two circles that overlap, as a brand has.
    let circles = clear(LOGO, |x, y| {
        let within = |middle: f32| (x as f32 - middle).hypot(y as f32 - 141.0) < 120.0;
        match (within(600.0), within(770.0)) {
            (true, true) => [255, 95, 0, 255],
            (true, false) => [235, 0, 27, 255],
            (false, true) => [247, 158, 27, 255],
            (false, false) => [0; 4],
        }
    });
    let tile = opaque((100, 100), |x, y| {
        if (30..70).contains(&x) && (30..70).contains(&y) { [255; 3] } else { [16, 20, 60] }
    });
    let pdf = one_page(
        page_with("/MediaBox [0 0 343 70.75]"),
        "0.08 0.2 0.8 rg 20 10 m 120 10 l 150 60 l 50 60 l h f \
         0.9 0.5 0.1 rg 160 10 m 260 10 l 290 60 l 190 60 l h f",
        &[],
    );
    let others = [
        entry("circles", "", Case::alone(Place::BrandLogo, "image/png", circles)),
        entry(
            "an icon as a ring",
            "",
            Case::alone(Place::Icon, "image/png", ring((100, 100), [20, 110, 190])),
        ),
        entry("an icon as a tile", "", Case::alone(Place::Icon, "image/png", tile)),
        entry("a logo as a vector file", "", Case::alone(Place::BrandLogo, "image/pdf", pdf)),
    ];
    rings.into_iter().chain(others).collect()
}

/// A whole card of files, all of them read.
fn whole(brand: &str, bin: &str, background: AssetKind) -> Case {
    let (name, number) = (Brand::from_gateway(brand), Bin::from_gateway(bin));
    Case::plain().with(|case| {
        (case.card.brand, case.card.bin) = (name, number);
        case.card.assets[0].kind = background;
        let png = |bytes: Vec<u8>| Source::Bytes("image/png".to_owned(), bytes);
        case.put((0, 0), png(opaque(FULL, blue)));
        case.put((1, 0), png(ring(LOGO, [20, 52, 203])));
        case.put((2, 0), png(mark(LOGO, [180, 30, 60])));
        case.put((3, 0), png(ring((100, 100), [20, 110, 190])));
    })
}

const TERMS: &str = "<!DOCTYPE html><html lang=ru><head><meta charset=utf-8><title>Условия</title>\
    <style>h1 { font-size: 120% }</style></head><body><h1>Условия обслуживания карты</h1>\
    <p>Комиссия за снятие наличных — 3&nbsp;%. Подробнее на \
    <a href='https://bank.example/terms'>сайте банка</a>.</p>\
    <ul><li>Льготный период — 50 дней<li>Кэшбэк до 5&nbsp;%</ul></body></html>";

fn cards() -> Vec<Entry> {
    let combined = || AssetKind::CardBackgroundCombined;
    let terms = |media_type: &str, text: &str| {
        let (kind, text) = (AssetKind::TermsAndConditions, text.as_bytes().to_vec());
        whole("VISA", "412362", combined()).with(|case| {
            case.card.assets.push(asset(kind, media_type, None));
            case.put((4, 0), Source::Bytes(format!("{media_type}; charset=utf-8"), text));
        })
    };
    let sizes = whole("VISA", "412362", combined()).with(|case| {
        for (place, (width, height)) in [(1, (768, 484)), (2, (320, 202))] {
            let url = format!("https://cards.example.com/{width}");
            let further = variant(&url, "image/png", Some((width, height)));
            case.card.assets[0].variants.push(further);
            let bytes = opaque((width, height), blue);
            case.put((0, place), Source::Bytes("image/png".to_owned(), bytes));
        }
    });
    vec![
        entry("a card of Visa", "", whole("VISA", "412362", combined())),
        entry("a card of Mastercard", "", whole("MC", "530000", AssetKind::CardBackground)),
        entry("a card with art in three sizes", "", sizes),
        entry("a card with terms as a page", "", terms("text/html", TERMS)),
        entry(
            "a card with terms in words",
            "",
            terms("text/plain", "Условия обслуживания.\r\n\r\nСм. https://bank.example/terms"),
        ),
    ]
}

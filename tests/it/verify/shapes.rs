//! The shape and the size of a picture.
use super::case::{Case, Entry, Place, entry};
use super::draw::{ART, LOGO, art, blue, mark, opaque};
use crate::media::pdf::{document, page_with, stream};

pub(super) fn entries() -> Vec<Entry> {
    [ratios(), icons(), portraits(), widths()].into_iter().flatten().collect()
}

const WARNING: &str = "W aspect-ratio";
const ERROR: &str = "E aspect-ratio";

/// Art as a PDF of this page, filled.
fn page(width: f32, height: f32) -> Case {
    let page = page_with(&format!("/MediaBox [0 0 {width} {height}]"));
    let content = format!(
        "0.1 0.2 0.5 rg 0 0 {width} {height} re f 0.5 0.6 0.9 rg {} {} m {} {} l {} {} l h f",
        width * 0.3,
        height * 0.5,
        width * 0.7,
        height * 0.5,
        width * 0.5,
        height * 0.9,
    );
    let pdf = document("", page, stream("", content.as_bytes()), &[]);
    Case::alone(Place::Art, "image/pdf", pdf)
}

/// Art as a PDF of the shape of a card.
fn page_of(content: &str) -> Case {
    let page = page_with("/MediaBox [0 0 242.65 153.01]");
    let pdf = document("", page, stream("", content.as_bytes()), &[]);
    Case::alone(Place::Art, "application/pdf", pdf)
}

fn ratios() -> Vec<Entry> {
    // 85.60 by 53.98 is 1.58577.
    let rasters = [
        ((768, 484), ""),
        // 1536 by 960: 0.9 % off.
        ((768, 480), ""),
        ((768, 479), WARNING),
        ((768, 471), WARNING),
        ((768, 470), ERROR),
        ((768, 489), ""),
        ((768, 490), WARNING),
        ((768, 499), WARNING),
        ((768, 500), ERROR),
        ((400, 300), ERROR),
    ];
    let rasters = rasters.map(|(size, expected)| {
        let case = Case::small(Place::Art, "image/png", art(size));
        entry(format!("art of {} by {}", size.0, size.1), expected, case)
    });
    let pages = [
        (85.6, 53.98, ""),
        (242.65, 153.01, ""),
        // 0.9, 1.1, 2.9 and 3.1 % off, either way.
        (160.004, 100.0, ""),
        (160.321, 100.0, WARNING),
        (163.176, 100.0, WARNING),
        (163.493, 100.0, ERROR),
        (157.150, 100.0, ""),
        (156.833, 100.0, WARNING),
        (153.979, 100.0, WARNING),
        (153.661, 100.0, ERROR),
    ];
    let pages = pages.map(|(width, height, expected)| {
        entry(format!("a page of {width} by {height}"), expected, page(width, height))
    });
    let even = page_of("0.1 0.2 0.5 rg 0 0 242.65 153.01 re f");
    let empty = page_of("");
    let plain = [
        entry("a page of one colour", "E blank", even),
        entry("an empty page", "E blank, W corners-not-square, W transparent-background", empty),
    ];
    rasters.into_iter().chain(pages).chain(plain).collect()
}

fn icons() -> Vec<Entry> {
    let rows = [
        ((100, 100), ""),
        ((101, 100), ""),
        ((100, 101), ""),
        ((102, 100), WARNING),
        ((100, 102), WARNING),
        ((103, 100), WARNING),
        ((104, 100), ERROR),
        ((100, 104), ERROR),
        ((200, 100), ERROR),
    ];
    let rows = rows.map(|(size, expected)| {
        let case = Case::alone(Place::Icon, "image/png", mark(size, [30, 60, 200]));
        entry(format!("an icon of {} by {}", size.0, size.1), expected, case)
    });
    let logo = Case::small(Place::BrandLogo, "image/png", mark((50, 90), [30, 60, 200]));
    rows.into_iter().chain([entry("a logo of any shape", "", logo)]).collect()
}

fn portraits() -> Vec<Entry> {
    const PORTRAIT: &str = "E portrait, E aspect-ratio";
    let raster = |size| Case::small(Place::Art, "image/png", art(size));
    vec![
        entry("art that stands", PORTRAIT, raster((101, 160))),
        entry("art a little taller than wide", PORTRAIT, raster((100, 101))),
        entry("square art", ERROR, raster((100, 100))),
        entry("a page that stands", PORTRAIT, page(53.98, 85.6)),
        entry("a square page", ERROR, page(100.0, 100.0)),
    ]
}

fn widths() -> Vec<Entry> {
    const BELOW: &str = "W below-recommended-size";
    let alone = |place, bytes| Case::alone(place, "image/png", bytes);
    let logo = |size| alone(Place::BrandLogo, mark(size, [30, 60, 200]));
    let icon = |size| alone(Place::Icon, mark(size, [30, 60, 200]));
    let partly = opaque(ART, blue);
    vec![
        entry("art 1536 wide", "", alone(Place::Art, art((1536, 969)))),
        entry("art 1535 wide", BELOW, alone(Place::Art, art((1535, 968)))),
        entry("small art", BELOW, alone(Place::Art, art(ART))),
        entry(
            "small art beside art of full size",
            "",
            Case::small(Place::Art, "image/png", partly),
        ),
        entry(
            "small art beside small art",
            BELOW,
            Case::small(Place::Art, "image/png", art(ART)).with(|case| {
                case.card.assets[0].variants[1].declared.width = Some(1535);
            }),
        ),
        entry(
            "small art beside art of full size by its name",
            "",
            Case::small(Place::Art, "image/png", art(ART)).with(|case| {
                let further = &mut case.card.assets[0].variants[1];
                (further.declared.width, further.declared.height) = (None, None);
                further.url = "https://cards.example.com/w1536_h969.png".to_owned();
            }),
        ),
        entry("a logo 1372 wide", "", logo((1372, 283))),
        entry("a logo 1371 wide", BELOW, logo((1371, 283))),
        entry("a small logo", BELOW, logo(LOGO)),
        entry("an icon 99 wide", BELOW, icon((99, 99))),
        entry("a small icon", BELOW, icon((32, 32))),
        entry("a large icon", "", icon((512, 512))),
    ]
}

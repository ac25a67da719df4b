//! Media that cannot be shown, one way each; `3000` has them all.

use std::time::Duration;

use serde_json::json;

use super::builder::{AssetSpec, CardSpec, Shelf, Variant};
use super::media::{art, background, card_with};
use crate::sandbox::art::Mark;
use crate::sandbox::files::{Delivery, Document, File, Format, Picture, Recipe, Spoil};

const PAGE: &str = "<!DOCTYPE html><html><head><title>Sign in</title></head>\
    <body><h1>Sign in to the store</h1></body></html>\n";
const SVG: &str = "<svg xmlns=\"http://www.w3.org/2000/svg\" \
    xmlns:xlink=\"http://www.w3.org/1999/xlink\" width=\"1372\" height=\"283\" \
    viewBox=\"0 0 1372 283\" onload=\"alert(1)\"><script>alert(2)</script>\
    <image xlink:href=\"https://tracker.example/p.png\" width=\"9\" height=\"9\"/>\
    <rect x=\"40\" y=\"40\" width=\"600\" height=\"200\" fill=\"#7c5cf0\"/></svg>\n";
const TERMS: &str = "Условия обслуживания: карта действует до конца указанного месяца.\n";

/// Number, title and the broken thing.
type Row = (&'static str, &'static str, AssetSpec);

pub(super) fn add(shelf: &mut Shelf) {
    let rows: Vec<Row> = statuses().into_iter().chain(lies()).chain(documents()).collect();
    let all = rows.iter().enumerate().map(|(index, row)| card(index, row)).collect();
    shelf.customer("3000", "Every broken medium, a card each", all);
    for (index, row) in rows.iter().enumerate() {
        shelf.customer(row.0, row.1, vec![card(index, row)]);
    }
}

fn card(index: usize, row: &Row) -> CardSpec {
    card_with(index, row.2.clone()).with("post", format!("{:04}", 9000 + index))
}

fn spoiled(index: usize, spoil: Spoil) -> Variant {
    art(index).with_file(|file| {
        file.recipe = Recipe::Spoiled(Box::new(file.recipe.clone()), spoil);
    })
}

fn statuses() -> Vec<Row> {
    let row = |number, title, index: usize, delivery: Delivery| -> Row {
        (number, title, background(art(index).delivered(delivery)))
    };
    let ms = Duration::from_millis;
    vec![
        row("3001", "Missing file (404)", 0, Delivery::Status(404)),
        row("3002", "Forbidden file (403)", 1, Delivery::Status(403)),
        row("3003", "Store fails (500)", 2, Delivery::Status(500)),
        row("3008", "Connection cut half-way", 7, Delivery::Cut),
        row("3009", "Slow file (3.5 s)", 8, Delivery::Late(ms(3500))),
        row(
            "3010",
            "Very slow file (over a minute, in drips)",
            9,
            Delivery::Drips { count: 70, pause: ms(1000) },
        ),
        row("3015", "Redirect to another host name", 14, Delivery::RedirectToOtherHost),
        row("3016", "Redirect on the same host", 15, Delivery::RedirectHere),
        row("3017", "Redirect without end", 16, Delivery::RedirectLoop),
        row("3018", "Length not told beforehand (a good file)", 17, Delivery::UntoldLength),
    ]
}

fn lies() -> Vec<Row> {
    let recipe = |index: usize, recipe: Recipe| art(index).with_file(|file| file.recipe = recipe);
    let jpeg = |index: usize| {
        art(index).with_file(|file| {
            if let Recipe::Drawn { format, .. } = &mut file.recipe {
                *format = Format::Jpeg;
            }
        })
    };
    let mebibytes = |count: usize| Spoil::PngPadded { bytes: count * 1024 * 1024 };
    let huge = Spoil::PngClaims { width: 20_000, height: 20_000 };
    let unlabelled = |kind: Option<&'static str>| move |file: &mut File| file.content_type = kind;
    vec![
        ("3004", "JPEG called PNG", background(jpeg(3))),
        ("3005", "PDF called PNG", background(recipe(4, Recipe::BrandPdf(Mark::Visa)))),
        ("3006", "Size differs from the declared one", background(art(5).declared(1024, 646))),
        (
            "3007",
            "PNG cut off at two thirds",
            background(spoiled(6, Spoil::Shortened { percent: 66 })),
        ),
        ("3011", "Huge file (12 MiB)", background(spoiled(10, mebibytes(12)))),
        (
            "3012",
            "Huge file (12 MiB), length not told beforehand",
            background(spoiled(11, mebibytes(12)).delivered(Delivery::UntoldLength)),
        ),
        ("3013", "Huge dimensions (20000 x 20000)", background(spoiled(12, huge))),
        ("3014", "HTML page called PNG", background(recipe(13, Recipe::Text(PAGE)))),
        ("3019", "Empty file", background(recipe(0, Recipe::Empty))),
        ("3020", "PNG with a wrong checksum", background(spoiled(1, Spoil::PngChecksum))),
        (
            "3021",
            "Content-Type text/html for a good PNG",
            background(art(2).with_file(unlabelled(Some("text/html")))),
        ),
        ("3022", "No Content-Type", background(art(3).with_file(unlabelled(None)))),
    ]
}

fn documents() -> Vec<Row> {
    let logo = |recipe: Recipe, end: &str, media_type: &'static str| {
        let variant = Variant::unsized_file(recipe, end, media_type);
        AssetSpec::new("BRAND_LOGO", "brandLogo", vec![variant])
    };
    let pdf = |document: Document| logo(Recipe::Document(document), "pdf", "application/pdf");
    let half = Spoil::Shortened { percent: 50 };
    let mut mislabelled =
        Variant::unsized_file(Recipe::TextIn1251(TERMS), "txt", "text/plain; charset=utf-8");
    mislabelled.media_type = json!("text/plain");
    let terms = |variant| AssetSpec::new("TERMS_AND_CONDITIONS", "terms", vec![variant]);
    let big =
        Variant::unsized_file(Recipe::Zeroes { bytes: 11 * 1024 * 1024 }, "pdf", "application/pdf");
    let logo_as_text = Variant::png(Picture::BrandLogo(Mark::Visa), (1372, 283))
        .with_file(|file| file.content_type = Some("text/plain"));
    let mut logo_as_text = terms(logo_as_text);
    for variant in &mut logo_as_text.variants {
        variant.media_type = json!("text/plain");
    }
    vec![
        ("3030", "PDF that asks for a password", pdf(Document::Encrypted)),
        ("3031", "PDF with JavaScript", pdf(Document::Active)),
        ("3032", "PDF of two pages", pdf(Document::TwoPage)),
        ("3033", "PDF that is one picture", pdf(Document::Raster)),
        (
            "3034",
            "PDF cut off half-way",
            logo(
                Recipe::Spoiled(Box::new(Recipe::BrandPdf(Mark::Visa)), half),
                "pdf",
                "application/pdf",
            ),
        ),
        (
            "3035",
            "SVG with a script and a remote picture",
            logo(Recipe::Text(SVG), "svg", "image/svg+xml"),
        ),
        ("3036", "Terms in windows-1251, called UTF-8", terms(mislabelled)),
        (
            "3037",
            "Terms without text",
            terms(Variant::unsized_file(Recipe::Text(" \n"), "txt", "text/plain")),
        ),
        ("3038", "Picture called text", logo_as_text),
        ("3039", "Huge PDF (11 MiB)", AssetSpec::new("BRAND_LOGO", "brandLogo", vec![big])),
    ]
}

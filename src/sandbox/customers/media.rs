//! Odd sets of media: stores elsewhere, duplicates, missing pieces, looks that are wrong.

use serde_json::{Value, json};

use super::builder::{
    AssetSpec, CARD, CardSpec, FileSource, ICON, LOGO, Shelf, Variant, bank, brand_png, combined,
    icon, issuer, plain,
};
use crate::sandbox::art::{BankLook, Mark};
use crate::sandbox::files::{Picture, Recipe, Spoil};

pub(super) fn add(shelf: &mut Shelf) {
    stores(shelf);
    sets(shelf);
    shapes(shelf);
}

/// A bank whose Visa art other customers show as well.
fn visa_bank(index: usize) -> BankLook {
    bank(Mark::ALL.len() * (index % 2))
}

/// A card of one asset beside a sound icon.
pub(super) fn card_with(index: usize, art: AssetSpec) -> CardSpec {
    let look = visa_bank(index);
    CardSpec::new(Mark::Visa, look, &format!("{:04}", 6000 + index))
        .assets([art, icon(look, Mark::Visa)])
}

pub(super) fn background(variant: Variant) -> AssetSpec {
    AssetSpec::new("CARD_BACKGROUND_COMBINED", "digitalCardArt", vec![variant])
}

/// Usual combined art, to be changed.
pub(super) fn art(index: usize) -> Variant {
    Variant::png(Picture::Card { bank: visa_bank(index), mark: Some(Mark::Visa) }, CARD)
}

fn stores(shelf: &mut Shelf) {
    let mut test_store = art(0);
    if let FileSource::Store(file) = test_store.place {
        let path = "emvts-test-assets/A5/VISA/0c5f0f6f3a0b4a4f9d3e7b1c2d3e4f50/w1536_h969.png";
        test_store.place = FileSource::At(path, file);
    }
    let port = shelf.base().rsplit(':').next().unwrap_or_default().to_owned();
    let elsewhere = |url: String| {
        let mut variant = art(1);
        variant.place = FileSource::Url(url);
        background(variant)
    };
    let file = "A5/VISA/0c5f0f6f3a0b4a4f9d3e7b1c2d3e4f50/w1536_h969.png";
    let cards = vec![
        card_with(0, background(test_store)),
        card_with(1, elsewhere(format!("https://emvts-test-assets.s3.example/{file}"))),
        card_with(2, elsewhere(format!("http://plain-store.example/{file}"))),
        card_with(3, elsewhere(format!("http://user:secret@127.0.0.1:{port}/assets/{file}"))),
        card_with(4, elsewhere(format!("https://store.example:8444/{file}"))),
        card_with(5, elsewhere(format!("https://10.0.0.7/{file}"))),
        card_with(6, elsewhere(format!("https://169.254.169.254/{file}"))),
        card_with(7, elsewhere("file:///etc/hostname".to_owned())),
        card_with(8, elsewhere("not an address".to_owned())),
        card_with(9, elsewhere(String::new())),
    ];
    shelf.customer("2007", "A test store; addresses that must not be fetched", cards);
}

fn sets(shelf: &mut Shelf) {
    let look = bank(5);
    let mark = Mark::Mastercard;
    let card = |post: &str| CardSpec::new(mark, look, post);
    let mut unnamed = combined(look, mark);
    unnamed.alt = json!("  ");
    let mut no_types = icon(look, mark);
    for variant in &mut no_types.variants {
        variant.media_type = Value::Null;
    }
    let empty = AssetSpec::new("ISSUER_LOGO", Value::Null, Vec::new());
    let cards = vec![
        card("6201").assets([combined(look, mark), combined(look, mark), icon(look, mark)]),
        card("6202").assets([brand_png(mark), issuer(look), icon(look, mark)]),
        card("6203").assets([plain(look), icon(look, mark)]),
        card("6204").assets([unnamed, no_types, empty]),
        card("6205").assets([combined(look, mark), plain(look), brand_png(mark), issuer(look)]),
    ];
    let title = "Asset twice; no background; background without logos; nameless; both backgrounds";
    shelf.customer("2008", title, cards);
}

fn shapes(shelf: &mut Shelf) {
    let picture = Picture::Card { bank: bank(8), mark: Some(Mark::Visa) };
    let named = |kind, variant| AssetSpec::new(kind, "digitalCardArt", vec![variant]);
    let mut damaged = art(9);
    damaged = damaged.with_file(|file| {
        file.recipe = Recipe::Spoiled(Box::new(file.recipe.clone()), Spoil::TrailingBytes);
    });
    let cards = vec![
        card_with(1, background(Variant::png(picture, (969, 1536)))),
        card_with(2, background(Variant::png(picture, (1536, 900)))),
        card_with(3, background(Variant::png(picture, (400, 252)))),
        card_with(4, background(Variant::png(Picture::Blank, CARD))),
        card_with(5, background(Variant::png(Picture::Clear, CARD))),
        card_with(6, background(Variant::png(Picture::Rounded(bank(6)), CARD))),
        card_with(7, named("ISSUER_LOGO", Variant::png(Picture::Clear, LOGO))),
        card_with(
            8,
            named(
                "ICON",
                Variant::png(Picture::Icon { bank: bank(8), mark: Mark::Visa }, (160, 90)),
            ),
        ),
        card_with(9, background(damaged)),
        card_with(10, named("ICON", Variant::png(Picture::Blank, ICON))),
    ];
    let title = "Art that is portrait, squat, small, blank, clear, rounded; odd icons; extra bytes";
    shelf.customer("2009", title, cards);
}

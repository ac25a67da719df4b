//! Assist's two documented examples, field by field; their files are the sandbox's own, at the
//! documented paths below a folder named after the documented store.

use serde_json::Value;

use super::builder::{
    AssetSpec, CARD, CardSpec, FileSource, ICON, LOGO, PaymentType, Shelf, Variant, bank,
};
use crate::sandbox::art::Mark;
use crate::sandbox::files::{Picture, Recipe};

pub(super) fn add(shelf: &mut Shelf) {
    shelf.customer(
        "1234",
        "Assist's documented example: several cards",
        vec![visa(), mastercard()],
    );
    let card = CardSpec::new(Mark::Mastercard, bank(7), "4128")
        .token("91720736-CF93-469C-63A0-E5859815D6BA")
        .with("expire", "12.2025")
        .with("bank", "Bank USA")
        .with("bin", 546_792);
    shelf.customer("4128", "Assist's documented example: a card without media", vec![card]);
}

fn at(mut variant: Variant, path: &'static str) -> Variant {
    if let FileSource::Store(file) = variant.place {
        variant.place = FileSource::At(path, file);
    }
    variant
}

fn asset(kind: &'static str, alt: impl Into<Value>, variant: Variant) -> AssetSpec {
    AssetSpec { kind, alt: alt.into(), payment: PaymentType::OfCard, variants: vec![variant] }
}

fn visa() -> CardSpec {
    let look = bank(5);
    let icon = Variant::png(Picture::Icon { bank: look, mark: Mark::Visa }, ICON);
    let art = Variant::png(Picture::Card { bank: look, mark: None }, CARD);
    CardSpec::new(Mark::Visa, look, "0028")
        .token("49D902C6-1CCF-4605-9228-11D0E8115C77")
        .with("expire", "12.2025")
        .with("bank", "")
        .with("bin", 412_362)
        .assets([
            asset(
                "ICON",
                "cardSymbol",
                at(
                    icon,
                    "emvts-test-assets/A5/VISA/aa3dcd69e8e8407fa2a59a1956994610/w100_h100.png",
                ),
            ),
            asset(
                "CARD_BACKGROUND",
                "digitalCardArt",
                at(
                    art,
                    "emvts-prod-assets/B5/VISA/fa0ff42cfa9e41b09ae8c2899d61394a/w1536_h969.png",
                ),
            ),
        ])
}

fn mastercard() -> CardSpec {
    let look = bank(9);
    let mark = Mark::Mastercard;
    let mut logo = Variant::unsized_file(Recipe::BrandPdf(mark), "pdf", "application/pdf");
    logo.media_type = Value::from("image/pdf");
    let icon = Variant::png(Picture::Icon { bank: look, mark }, ICON);
    let art = Variant::png(Picture::Card { bank: look, mark: Some(mark) }, CARD);
    let issuer = Variant::png(Picture::IssuerLogo(look), LOGO);
    let none = || Value::Null;
    CardSpec::new(mark, look, "1030")
        .token("4D7F0B0D-B701-47B0-779A-BB0CB5F25A14")
        .with("expire", "12.2025")
        .with("bank", "")
        .with("bin", 518_615)
        .assets([
            asset(
                "BRAND_LOGO",
                none(),
                at(logo, "emvts-test-assets/A5/MC/3789637f-32a1-4810-a138-4bf34501c509/w0_h0.pdf"),
            ),
            asset(
                "ICON",
                none(),
                at(
                    icon,
                    "emvts-prod-assets/B5/MC/a7556277-51e9-4ef1-b503-dd8989e7a8bf/w100_h100.png",
                ),
            ),
            asset(
                "CARD_BACKGROUND_COMBINED",
                none(),
                at(
                    art,
                    "emvts-prod-assets/B5/MC/eb50276e-7e28-4cd1-9b95-c8dfbe595db6/w1536_h969.png",
                ),
            ),
            asset(
                "ISSUER_LOGO",
                none(),
                at(
                    issuer,
                    "emvts-prod-assets/B5/MC/de7ce012-641e-450c-8b4f-a65d78062999/w1372_h283.png",
                ),
            ),
        ])
}

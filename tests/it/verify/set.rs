//! The set of assets, and what the service says of each.
use carddesk::domain::{Asset, AssetKind, Bin, Brand, Environment};

use super::case::{Case, Entry, Place, Source, asset, entry, variant};
use super::draw::{ART, LOGO, art, mark};
use crate::media::server::answer;

pub(super) fn entries() -> Vec<Entry> {
    [backgrounds(), logos(), missing(), said(), duplicates(), hosts()]
        .into_iter()
        .flatten()
        .collect()
}

fn brand(case: &mut Case, brand: &str, bin: &str) {
    case.card.brand = Brand::from_gateway(brand);
    case.card.bin = Bin::from_gateway(bin);
}

/// A card with assets of these kinds alone.
fn kinds(kinds: &[AssetKind]) -> Case {
    Case::plain().with(|case| {
        let png = |kind: &AssetKind| asset(kind.clone(), "image/png", None);
        case.card.assets = kinds.iter().map(png).collect();
    })
}

fn mastercard(kinds: &[AssetKind]) -> Case {
    self::kinds(kinds).with(|case| brand(case, "MC", "530000"))
}

const BRAND: AssetKind = AssetKind::BrandLogo;
const ISSUER: AssetKind = AssetKind::IssuerLogo;
const CO_BRAND: AssetKind = AssetKind::CoBrandLogo;
const ICON: AssetKind = AssetKind::Icon;
const PLAIN: AssetKind = AssetKind::CardBackground;
const COMBINED: AssetKind = AssetKind::CardBackgroundCombined;

fn backgrounds() -> Vec<Entry> {
    let bare = |name: &str, bin: &str| kinds(&[]).with(|case| brand(case, name, bin));
    vec![
        entry("Visa without assets", "W no-assets", bare("VISA", "412362")),
        entry("Mastercard without assets", "W no-assets", bare("MC", "530000")),
        entry("Belkart without assets", "N no-assets", bare("BELKART", "911200")),
        entry("Mir without assets", "N no-assets", bare("MIR", "220000")),
        entry("Maestro without assets", "N no-assets", bare("MAESTRO", "676100")),
        entry("logos and icon without art", "E no-card-background", kinds(&[BRAND, ISSUER, ICON])),
        entry(
            "terms alone",
            "E no-card-background, N missing-brand-logo, N missing-issuer-logo, N missing-icon",
            kinds(&[]).with(|case| {
                case.card.assets = vec![asset(AssetKind::TermsAndConditions, "text/plain", None)];
            }),
        ),
        entry(
            "art without a file",
            "E no-card-background",
            Case::plain().with(|case| case.card.assets[0].variants.clear()),
        ),
        entry(
            "combined art beside plain art without a file",
            "",
            kinds(&[PLAIN, COMBINED, BRAND, ISSUER, ICON])
                .with(|case| case.card.assets[0].variants.clear()),
        ),
    ]
}

fn logos() -> Vec<Entry> {
    const NEEDS: &str = "W background-needs-logo, E http-status, N missing-issuer-logo";
    let gone = || Source::Answer(answer("404 Not Found\r\nContent-Length: 0", b""));
    let plain = |kinds: &[AssetKind]| self::kinds(&[&[PLAIN, ICON], kinds].concat());
    vec![
        entry("plain art with both logos", "", plain(&[BRAND, ISSUER])),
        entry("plain art with its issuer's logo", "N missing-brand-logo", plain(&[ISSUER])),
        entry("plain art with its brand's logo", "N missing-issuer-logo", plain(&[BRAND])),
        entry(
            "plain art without logos",
            "W background-needs-logo, N missing-brand-logo, N missing-issuer-logo",
            plain(&[]),
        ),
        entry(
            "plain art with a partner's logo",
            "W background-needs-logo, N missing-brand-logo, N missing-issuer-logo",
            plain(&[CO_BRAND]),
        ),
        entry(
            "plain art of Mastercard without logos",
            "W background-needs-logo, W missing-brand-logo, W missing-issuer-logo",
            mastercard(&[PLAIN, ICON]),
        ),
        entry(
            "plain art with a logo that is gone",
            NEEDS,
            plain(&[BRAND]).with(|case| case.put((2, 0), gone())),
        ),
        entry(
            "plain art with a logo that is gone and another one",
            "E http-status, N missing-issuer-logo",
            plain(&[BRAND, BRAND]).with(|case| {
                case.card.assets[3].variants[0] =
                    variant("https://cards.example.com/2.png", "image/png", Some((1372, 283)));
                case.put((2, 0), gone());
            }),
        ),
        entry(
            "plain art with a logo in words",
            "W background-needs-logo, N missing-issuer-logo",
            plain(&[BRAND]).with(|case| {
                case.card.assets[2].variants[0].declared.media_type = Some("text/plain".to_owned());
                case.put((2, 0), Source::Bytes("text/plain".to_owned(), b"VISA".to_vec()));
            }),
        ),
    ]
}

fn missing() -> Vec<Entry> {
    vec![
        entry("a whole set of Mastercard", "", mastercard(&[COMBINED, BRAND, ISSUER, ICON])),
        entry(
            "a whole set of its plain art",
            "",
            mastercard(&[PLAIN, BRAND, ISSUER, CO_BRAND, ICON]),
        ),
        entry(
            "combined art alone",
            "N missing-brand-logo, N missing-issuer-logo, N missing-icon",
            kinds(&[COMBINED]),
        ),
        entry(
            "combined art of Mastercard alone",
            "W missing-brand-logo, W missing-issuer-logo, W missing-icon",
            mastercard(&[COMBINED]),
        ),
        entry("no icon", "N missing-icon", kinds(&[COMBINED, BRAND, ISSUER])),
        entry(
            "an icon without a file",
            "N missing-icon",
            Case::plain().with(|case| case.card.assets[3].variants.clear()),
        ),
        entry("no issuer's logo", "N missing-issuer-logo", kinds(&[COMBINED, BRAND, ICON])),
        entry("no brand's logo", "N missing-brand-logo", kinds(&[COMBINED, ISSUER, ICON])),
    ]
}

/// A whole set, with an asset changed.
fn changed(place: Place, change: impl FnOnce(&mut Asset)) -> Case {
    Case::plain().with(|case| change(&mut case.card.assets[place as usize]))
}

fn said() -> Vec<Entry> {
    let kinds = [
        ("CO_BRAND_LOGO", ""),
        ("co_brand_logo", ""),
        (" CO_BRAND_LOGO ", ""),
        ("HOLOGRAM", "W asset-type-unknown"),
        ("CARD_BACKGROUND_BACK", "W asset-type-unknown"),
        ("", "W asset-type-unknown"),
    ];
    let kinds = kinds.map(|(name, expected)| {
        let further = asset(AssetKind::from_gateway(name), "image/png", None);
        let case = Case::plain().with(|case| case.card.assets.push(further));
        entry(format!("assetType '{name}'"), expected, case)
    });
    let types = [
        (Some("image/png"), ""),
        (Some("IMAGE/PNG; charset=binary"), ""),
        (Some("image/pdf"), ""),
        (Some("application/pdf"), ""),
        (Some("text/html;charset=utf-8"), ""),
        (Some("image/jpeg"), "W media-type-unknown"),
        (Some("image/svg+xml"), "W media-type-unknown"),
        (Some("png"), "W media-type-unknown"),
        (None, "W media-type-unknown"),
    ];
    let types = types.map(|(name, expected)| {
        let set = |asset: &mut Asset| {
            asset.variants[0].declared.media_type = name.map(str::to_owned);
        };
        entry(format!("mediaType {name:?}"), expected, changed(Place::IssuerLogo, set))
    });
    let texts = [
        (Some("digitalCardArt"), ""),
        (Some("—"), ""),
        (None, "N alt-text-missing"),
        (Some(""), "N alt-text-missing"),
        (Some(" \t\u{a0}"), "N alt-text-missing"),
    ];
    let texts = texts.map(|(text, expected)| {
        let set = |asset: &mut Asset| asset.alt_text = text.map(str::to_owned);
        entry(format!("altText {text:?}"), expected, changed(Place::Art, set))
    });
    kinds.into_iter().chain(types).chain(texts).collect()
}

fn duplicates() -> Vec<Entry> {
    let png = |bytes: Vec<u8>| Source::Bytes("image/png".to_owned(), bytes);
    // A brand's logo in two variants of these types and sizes, with these files.
    let two = |types: [&str; 2], sizes: [Option<(u32, u32)>; 2], files: Vec<Source>| {
        changed(Place::BrandLogo, |asset| {
            asset.variants = vec![
                variant("https://cards.example.com/one", types[0], sizes[0]),
                variant("https://cards.example.com/two", types[1], sizes[1]),
                variant("https://cards.example.com/full", "image/png", Some((1372, 283))),
            ];
        })
        .with(|case| {
            for (place, source) in files.into_iter().enumerate() {
                case.put((1, place), source);
            }
        })
    };
    let small = Some(LOGO);
    let blue = || png(mark(LOGO, [30, 60, 200]));
    let red = || png(mark(LOGO, [200, 40, 40]));
    let half = || png(mark((270, 56), [200, 40, 40]));
    let pngs = ["image/png"; 2];
    let gone = || Source::Answer(answer("403 Forbidden\r\nContent-Length: 0", b""));
    let same_address = two(pngs, [small, small], vec![])
        .with(|case| case.card.assets[1].variants[1].url = "https://cards.example.com/one".into());
    let pdf = ["image/pdf", "application/pdf"];
    vec![
        entry("one size in two files not read yet", "", two(pngs, [small, small], vec![])),
        entry("two sizes", "", two(pngs, [small, Some((270, 56))], vec![blue(), half()])),
        entry("two sizes that nobody told", "", two(pngs, [None, None], vec![blue(), half()])),
        entry("two formats", "", two(["image/png", "image/pdf"], [None, None], vec![])),
        entry("one address twice", "N asset-duplicated", same_address),
        entry("one PDF under two types and addresses", "", two(pdf, [None, None], vec![])),
        entry(
            "one file twice",
            "N asset-duplicated",
            two(pngs, [small, small], vec![blue(), blue()]),
        ),
        entry(
            "two files of one size",
            "W asset-duplicated",
            two(pngs, [small, small], vec![blue(), red()]),
        ),
        entry(
            "two files of one size that nobody told",
            "W asset-duplicated",
            two(pngs, [None, None], vec![blue(), red()]),
        ),
        entry(
            "two files of one size, and one is gone",
            "W asset-duplicated, E http-status",
            two(pngs, [small, small], vec![blue(), gone()]),
        ),
        entry(
            "one art in two assets",
            "W asset-duplicated, N asset-duplicated",
            Case::small(Place::Art, "image/png", art(ART))
                .with(|case| {
                    let mut further = asset(COMBINED, "image/png", Some(ART));
                    further.variants[0].url = "https://cards.example.com/further.png".to_owned();
                    case.card.assets[0].variants[0].declared = further.variants[0].declared.clone();
                    case.card.assets.push(further);
                    case.put((4, 0), png(mark_on_art()));
                })
                .with(|case| {
                    let full = case.card.assets[0].variants[1].clone();
                    case.card.assets[4].variants.push(full);
                }),
        ),
    ]
}

fn mark_on_art() -> Vec<u8> {
    super::draw::opaque(ART, |x, y| if y == 40 { [200; 3] } else { super::draw::blue(x, y) })
}

fn hosts() -> Vec<Entry> {
    use Environment::{Production, Sandbox, Test};
    const WARNING: &str = "W test-asset-on-production";
    const NOTE: &str = "N test-asset-on-production";
    let rows = [
        ("assets.bank.example", Production, ""),
        ("contest.bank.example", Production, ""),
        ("latest-art.bank.example", Production, ""),
        ("cards.bank.dev", Production, ""),
        ("test.bank.example", Production, WARNING),
        ("assets-TEST.bank.example", Production, WARNING),
        ("sandbox.assets.bank.example", Production, WARNING),
        ("cdn.uat2.bank.example", Production, WARNING),
        ("test.bank.example", Test, ""),
        ("test.bank.example", Sandbox, ""),
        ("assets.bank.example", Test, ""),
        ("prod-assets.bank.example", Test, NOTE),
        ("assets.live.bank.example", Test, NOTE),
        ("prod-assets.bank.example", Production, ""),
        ("products.bank.example", Test, ""),
    ];
    let rows = rows.map(|(host, environment, expected)| {
        let case = changed(Place::Icon, |asset| {
            asset.variants[0].url = format!("https://{host}/icon.png");
        });
        let name = format!("{host} on {}", environment.word());
        entry(name, expected, case.with(|case| case.environment = environment))
    });
    rows.into()
}

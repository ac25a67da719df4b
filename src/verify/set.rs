//! The set of assets, and what the service says of each.

use std::collections::HashMap;

use url::Url;

use crate::domain::{
    Asset, AssetKind, Brand, BrandKind, Card, CardFace, Declared, Environment, Variant,
};
use crate::media::{Content, MediaKind};

use super::finding::Finding;
use super::rule::Rule;
use super::severity::Severity;
use super::{FileState, Files};

/// Media types that Assist documents.
const MEDIA_TYPES: [&str; 5] =
    ["image/png", "image/pdf", "application/pdf", "text/plain", "text/html"];
/// Words in a host's name that mark a test store, and a production store.
const TEST_WORDS: [&str; 14] = [
    "test", "tests", "testing", "tst", "stage", "staging", "stg", "dev", "demo", "uat", "sandbox",
    "qa", "preprod", "mtf",
];
const PRODUCTION_WORDS: [&str; 4] = ["prod", "production", "prd", "live"];

pub(super) fn check(card: &Card, files: &dyn Files) -> Vec<Finding> {
    let brand = card.brand.kind();
    if card.assets.is_empty() {
        let severity = match brand {
            BrandKind::Visa | BrandKind::Mastercard => Severity::Warning,
            _ => Severity::Note,
        };
        return vec![Finding::of(Rule::NoAssets, severity, [card.brand.as_str().into()])];
    }
    let mut found = Vec::new();
    match card.face() {
        CardFace::Drawn => found.push(Finding::new(Rule::NoCardBackground, [])),
        CardFace::Composed { .. } => {
            let is_logo =
                |a: &&Asset| matches!(a.kind, AssetKind::BrandLogo | AssetKind::IssuerLogo);
            if !card.assets.iter().filter(is_logo).any(|logo| may_be_drawn(logo, files)) {
                found.push(Finding::new(Rule::BackgroundNeedsLogo, []));
            }
        }
        CardFace::Combined(_) => {}
    }
    let severity = match brand {
        BrandKind::Mastercard => Severity::Warning,
        _ => Severity::Note,
    };
    for (kind, rule) in [
        (AssetKind::BrandLogo, Rule::MissingBrandLogo),
        (AssetKind::IssuerLogo, Rule::MissingIssuerLogo),
        (AssetKind::Icon, Rule::MissingIcon),
    ] {
        let has = card.assets.iter().any(|a| a.kind == kind && !a.variants.is_empty());
        if !has {
            found.push(Finding::of(rule, severity, []));
        }
    }
    found
}

/// Whether a logo has a variant that is a picture, or that is not known yet.
fn may_be_drawn(logo: &Asset, files: &dyn Files) -> bool {
    logo.variants.iter().any(|variant| match files.file(variant) {
        FileState::Unknown => true,
        FileState::Read(loaded) => !matches!(loaded.content, Content::Text(_)),
        FileState::Failed(_) => false,
    })
}

pub(super) fn check_asset(card: &Card, asset: &Asset) -> Vec<Finding> {
    let mut found = Vec::new();
    if let AssetKind::Other(name) = &asset.kind {
        found.push(Finding::new(Rule::AssetTypeUnknown, [name.as_str().into()]));
    }
    if asset.alt_text.as_ref().is_none_or(|text| text.trim().is_empty()) {
        found.push(Finding::new(Rule::AltTextMissing, []));
    }
    if let Some(payment_type) = &asset.payment_type
        && is_another_brand(&card.brand, payment_type)
    {
        let values = [card.brand.as_str().into(), payment_type.as_str().into()];
        found.push(Finding::new(Rule::BrandPaymentTypeMismatch, values));
    }
    found
}

fn is_another_brand(brand: &Brand, payment_type: &str) -> bool {
    let payment = Brand::from_gateway(payment_type);
    if brand.as_str().is_empty() || payment.as_str().is_empty() {
        return false;
    }
    match (brand.kind(), payment.kind()) {
        (BrandKind::Other, BrandKind::Other) => {
            !brand.as_str().eq_ignore_ascii_case(payment.as_str())
        }
        (brand, payment) => brand != payment,
    }
}

pub(super) fn check_variant(variant: &Variant, environment: Environment) -> Vec<Finding> {
    let mut found = Vec::new();
    let declared = variant.declared.media_type.as_deref().unwrap_or_default();
    let essence = declared.split(';').next().unwrap_or_default().trim().to_ascii_lowercase();
    if !MEDIA_TYPES.contains(&essence.as_str()) {
        found.push(Finding::new(Rule::MediaTypeUnknown, [declared.into()]));
    }
    let host = Url::parse(&variant.url).ok().and_then(|url| url.host_str().map(str::to_owned));
    if let Some(host) = host {
        let says = |words: &[&str]| names_one_of(&host, words);
        let severity = match environment {
            Environment::Production if says(&TEST_WORDS) => Some(Severity::Warning),
            Environment::Test if says(&PRODUCTION_WORDS) => Some(Severity::Note),
            Environment::Production | Environment::Test | Environment::Sandbox => None,
        };
        if let Some(severity) = severity {
            let values = [host.as_str().into(), environment.word().into()];
            found.push(Finding::of(Rule::TestAssetOnProduction, severity, values));
        }
    }
    found
}

/// Whether a part of a host's name is one of these words, numbered or not.
fn names_one_of(host: &str, words: &[&str]) -> bool {
    // `.dev` and `.live` are domains of the world.
    let own = match host.trim_end_matches('.').rsplit_once('.') {
        Some((own, "dev" | "live")) => own,
        _ => host,
    };
    own.split(['.', '-', '_'])
        .any(|part| words.contains(&part.trim_end_matches(|c: char| c.is_ascii_digit())))
}

/// Type, format and size: a variant should be the only one of its own.
type Sort<'a> = (&'a AssetKind, String, Option<u32>, Option<u32>);

/// Variants that an earlier one makes superfluous, by the places of asset and variant.
pub(super) fn duplicated(card: &Card, files: &dyn Files) -> HashMap<(usize, usize), Finding> {
    let mut first: HashMap<Sort<'_>, &Variant> = HashMap::new();
    let mut found = HashMap::new();
    for (index, asset) in card.assets.iter().enumerate() {
        for (place, variant) in asset.variants.iter().enumerate() {
            let (width, height) = known_size(variant, files);
            let sort = (&asset.kind, format_of(&variant.declared), width, height);
            let Some(earlier) = first.get(&sort) else {
                first.insert(sort, variant);
                continue;
            };
            let Some(same_bytes) = same_bytes(earlier, variant, files) else { continue };
            let severity = if same_bytes { Severity::Note } else { Severity::Warning };
            let values = [
                asset.kind.as_str().into(),
                variant.declared.media_type.as_deref().unwrap_or_default().into(),
                width.unwrap_or_default().into(),
                height.unwrap_or_default().into(),
            ];
            let finding = Finding::of(Rule::AssetDuplicated, severity, values);
            found.insert((index, place), finding);
        }
    }
    found
}

/// The size that a variant is said to have, or else has.
fn known_size(variant: &Variant, files: &dyn Files) -> (Option<u32>, Option<u32>) {
    let measured = match files.file(variant) {
        FileState::Read(loaded) => loaded.measured.pixels,
        FileState::Unknown | FileState::Failed(_) => None,
    };
    match (told_size(variant), measured) {
        ((None, None), Some((width, height))) => (Some(width), Some(height)),
        (told, _) => told,
    }
}

/// The declared format; the two names of PDF are one.
fn format_of(declared: &Declared) -> String {
    let text = declared.media_type.as_deref().unwrap_or_default();
    match MediaKind::of_media_type(text) {
        Some(kind) => kind.media_type().to_owned(),
        None => text.trim().to_ascii_lowercase(),
    }
}

/// Whether two variants are the same bytes; `None` where that is not known yet.
fn same_bytes(one: &Variant, other: &Variant, files: &dyn Files) -> Option<bool> {
    if one.url == other.url {
        return Some(true);
    }
    match (files.file(one), files.file(other)) {
        (FileState::Unknown, _) | (_, FileState::Unknown) => None,
        (FileState::Read(one), FileState::Read(other)) => {
            Some(one.measured.sha256 == other.measured.sha256)
        }
        (FileState::Failed(_), _) | (_, FileState::Failed(_)) => Some(false),
    }
}

/// The size a variant is said to have: declared, or else in the file's name.
pub(super) fn told_size(variant: &Variant) -> (Option<u32>, Option<u32>) {
    let Declared { width, height, .. } = variant.declared;
    if width.is_some() || height.is_some() {
        return (width, height);
    }
    named_size(&variant.url).map_or((None, None), |(width, height)| (Some(width), Some(height)))
}

/// The size in a file's name, `w1536_h969.png`; nothing where it is zero (vector files).
pub(super) fn named_size(url: &str) -> Option<(u32, u32)> {
    let path = url.split(['?', '#']).next()?;
    let name = path.rsplit('/').next()?;
    let stem = name.rsplit_once('.').map_or(name, |(stem, _)| stem);
    let (width, height) = stem.strip_prefix('w')?.split_once("_h")?;
    let size: (u32, u32) = (width.parse().ok()?, height.parse().ok()?);
    (size.0 > 0 && size.1 > 0).then_some(size)
}

//! What a picture that could be read looks like: its shape, its size, its pixels.

use crate::domain::{Asset, AssetKind, Variant};
use crate::media::{Content, Loaded, PixelFacts};

use super::finding::{Finding, Value};
use super::rule::Rule;
use super::set::told_size;
use super::severity::Severity;
use super::thresholds::{
    ASPECT_ERROR, ASPECT_WARNING, BACKGROUND_WIDTH, DIGITS_CONTRAST, ICON_WIDTH, ID1_RATIO,
    LOGO_CONTRAST, LOGO_WIDTH, MATTE_CORNERS, TRANSPARENT_SHARE,
};

/// Rounding of a ratio, which is no deviation.
const ROUNDING: f64 = 1e-9;

/// What a picture is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Role {
    Background,
    Logo,
    Icon,
    /// Nothing that has rules of its own.
    Other,
}

impl Role {
    fn of(kind: &AssetKind) -> Self {
        match kind {
            AssetKind::CardBackground | AssetKind::CardBackgroundCombined => Self::Background,
            AssetKind::BrandLogo | AssetKind::IssuerLogo | AssetKind::CoBrandLogo => Self::Logo,
            AssetKind::Icon => Self::Icon,
            AssetKind::TermsAndConditions | AssetKind::Other(_) => Self::Other,
        }
    }

    /// Pixels that it should be wide.
    fn width(self) -> Option<u32> {
        match self {
            Self::Background => Some(BACKGROUND_WIDTH),
            Self::Logo => Some(LOGO_WIDTH),
            Self::Icon => Some(ICON_WIDTH),
            Self::Other => None,
        }
    }
}

pub(super) fn check(asset: &Asset, variant: &Variant, loaded: &Loaded) -> Vec<Finding> {
    let role = Role::of(&asset.kind);
    let mut found = Vec::new();
    match &loaded.content {
        Content::Raster { natural: (width, height) } => {
            shape(role, (f64::from(*width), f64::from(*height)), &mut found);
            resolution(role, asset, variant, *width, &mut found);
        }
        Content::Vector { natural: (width, height) } => {
            shape(role, (f64::from(*width), f64::from(*height)), &mut found);
        }
        Content::Text(_) => {}
    }
    if let Some(look) = &loaded.measured.look {
        pixels(role, look, &mut found);
    }
    found
}

fn shape(role: Role, (width, height): (f64, f64), found: &mut Vec<Finding>) {
    let wanted = match role {
        Role::Background => ID1_RATIO,
        Role::Icon => 1.0,
        Role::Logo | Role::Other => return,
    };
    if width <= 0.0 || height <= 0.0 {
        return;
    }
    let ratio = width / height;
    let deviation = (ratio / wanted - 1.0).abs();
    // 103 by 100 is 3 %, and not over it by the last bit of a fraction.
    let severity = match deviation - ROUNDING {
        d if d > ASPECT_ERROR => Some(Severity::Error),
        d if d > ASPECT_WARNING => Some(Severity::Warning),
        _ => None,
    };
    if let Some(severity) = severity {
        let values = [ratio.into(), wanted.into(), (deviation * 100.0).into()];
        found.push(Finding::of(Rule::AspectRatio, severity, values));
    }
    if role == Role::Background && height > width {
        found.push(Finding::new(
            Rule::Portrait,
            [pixels_or_points(width), pixels_or_points(height)],
        ));
    }
}

/// Pixels are whole; the points of a vector file need not be.
fn pixels_or_points(side: f64) -> Value {
    let whole = side.fract() == 0.0 && side <= f64::from(u32::MAX);
    if whole { Value::Whole(side as u64) } else { side.into() }
}

/// Of several sizes of one asset the largest counts: smaller ones beside it are for small places.
fn resolution(role: Role, asset: &Asset, variant: &Variant, width: u32, found: &mut Vec<Finding>) {
    let Some(wanted) = role.width() else { return };
    let others = asset.variants.iter().filter(|other| *other != variant);
    let larger = others.filter_map(|other| told_size(other).0).any(|other| other >= wanted);
    if width < wanted && !larger {
        found.push(Finding::new(Rule::BelowRecommendedSize, [width.into(), wanted.into()]));
    }
}

fn pixels(role: Role, look: &PixelFacts, found: &mut Vec<Finding>) {
    if look.blank {
        found.push(Finding::new(Rule::Blank, []));
    }
    match role {
        Role::Background => on_background(look, found),
        Role::Logo | Role::Icon => on_grounds(look, found),
        Role::Other => {}
    }
}

fn on_background(look: &PixelFacts, found: &mut Vec<Finding>) {
    let mattes = look.matte_corners;
    let corners = if mattes >= MATTE_CORNERS { mattes } else { 0 };
    let corners = corners.max(look.transparent_corners);
    if corners > 0 {
        found.push(Finding::new(Rule::CornersNotSquare, [u32::from(corners).into()]));
    }
    if look.transparent_share_inside > TRANSPARENT_SHARE {
        let percent = f64::from(look.transparent_share_inside) * 100.0;
        found.push(Finding::new(Rule::TransparentBackground, [percent.into()]));
    }
    if look.last_four_contrast < DIGITS_CONTRAST {
        let contrast = f64::from(look.last_four_contrast);
        found.push(Finding::new(Rule::LowLastFourContrast, [contrast.into()]));
    }
}

fn on_grounds(look: &PixelFacts, found: &mut Vec<Finding>) {
    for (contrast, rule) in [
        (look.contrast_with_white, Rule::InvisibleOnLight),
        (look.contrast_with_dark, Rule::InvisibleOnDark),
    ] {
        // Nothing to see at all is another rule's.
        if let Some(contrast) = contrast
            && contrast < LOGO_CONTRAST
        {
            found.push(Finding::new(rule, [f64::from(contrast).into()]));
        }
    }
}

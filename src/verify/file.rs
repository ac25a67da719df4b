//! The file: its type, whether it can be read, how it is built.

use crate::domain::{Asset, AssetKind, Variant};
use crate::media::{
    ActiveContent, ColourModel, LoadError, Measured, MediaKind, MissingPart, RasterFacts,
    VectorFacts,
};

use super::FileState;
use super::finding::Finding;
use super::rule::Rule;
use super::set::named_size;

pub(super) fn check(asset: &Asset, variant: &Variant, state: FileState<'_>) -> Vec<Finding> {
    let mut found = Vec::new();
    match state {
        FileState::Unknown => {}
        FileState::Read(loaded) => {
            declared_type(variant, loaded.measured.kind, &mut found);
            of_measured(asset, variant, &loaded.measured, true, &mut found);
        }
        FileState::Failed(failure) => {
            let kind = failure.measured.as_ref().map(|measured| measured.kind);
            let before = found.len();
            if let Some(kind) = kind {
                declared_type(variant, kind, &mut found);
            }
            let is_another = found.len() > before;
            of_error(&failure.error, is_another, &mut found);
            if let Some(measured) = &failure.measured {
                of_measured(asset, variant, measured, false, &mut found);
            }
        }
    }
    found
}

/// Seen by the first bytes; a type that is not known declares nothing.
fn declared_type(variant: &Variant, kind: MediaKind, found: &mut Vec<Finding>) {
    let Some(declared) = &variant.declared.media_type else { return };
    if MediaKind::of_media_type(declared).is_some_and(|expected| expected != kind) {
        let values = [declared.as_str().into(), kind.media_type().into()];
        found.push(Finding::new(Rule::NotTheDeclaredType, values));
    }
}

fn of_error(error: &LoadError, is_another: bool, found: &mut Vec<Finding>) {
    let undecodable = |reason: &str| Finding::new(Rule::Undecodable, [reason.into()]);
    match error {
        // Reported by the download's rules.
        LoadError::Fetch(_) | LoadError::Unreadable { .. } | LoadError::Cancelled => {}
        LoadError::NotTheDeclaredType { declared, found: kind } => {
            // Where nothing was declared, the asset's type said what to expect.
            if !is_another {
                let values = [declared.as_str().into(), kind.media_type().into()];
                found.push(Finding::new(Rule::NotTheDeclaredType, values));
            }
        }
        LoadError::TooManyPixels { width, height } => {
            found.push(Finding::new(Rule::TooManyPixels, [(*width).into(), (*height).into()]));
        }
        LoadError::Encrypted => found.push(Finding::new(Rule::PdfEncrypted, [])),
        // What is called another thing cannot be read as what it is called.
        LoadError::Unsupported { .. } if is_another => {}
        LoadError::Unsupported { .. } => found.push(undecodable("a format that is not drawn")),
        LoadError::Undecodable { reason } => found.push(undecodable(reason)),
        LoadError::DecoderPanicked => found.push(undecodable("the decoder broke off")),
        LoadError::RendererMemory => found.push(undecodable("takes too much memory")),
        LoadError::RendererTime => found.push(undecodable("takes too much time")),
        LoadError::RendererFailed => found.push(undecodable("the drawing process broke off")),
    }
}

fn of_measured(
    asset: &Asset,
    variant: &Variant,
    measured: &Measured,
    is_read: bool,
    found: &mut Vec<Finding>,
) {
    if let Some(pixels) = measured.pixels {
        size(variant, pixels, found);
    }
    if let Some(raster) = &measured.raster {
        of_raster(raster, is_read, found);
    }
    if let Some(vector) = &measured.vector {
        of_vector(measured.kind, vector, found);
    }
    let terms = asset.kind == AssetKind::TermsAndConditions;
    let (encoding, is_utf8, says_nothing) = match (&measured.text, &measured.html) {
        (Some(text), _) => (text.encoding, text.is_utf8, text.empty || text.only_url),
        (None, Some(html)) => (html.encoding, html.is_utf8, html.empty || html.only_url),
        (None, None) => return,
    };
    if !is_utf8 {
        found.push(Finding::new(Rule::TextNotUtf8, [encoding.into()]));
    }
    if terms && says_nothing {
        found.push(Finding::new(Rule::TermsEmpty, []));
    }
    if let Some(html) = &measured.html
        && !html.active.is_empty()
    {
        found.push(Finding::new(Rule::HtmlActiveContent, [html.active.join(", ").into()]));
    }
}

fn size(variant: &Variant, (width, height): (u32, u32), found: &mut Vec<Finding>) {
    let declared = (variant.declared.width, variant.declared.height);
    let named = named_size(&variant.url);
    let named = (named.map(|size| size.0), named.map(|size| size.1));
    let differs = |told: (Option<u32>, Option<u32>)| {
        told.0.is_some_and(|told| told != width) || told.1.is_some_and(|told| told != height)
    };
    let Some(told) = [declared, named].into_iter().find(|told| differs(*told)) else { return };
    let values = [
        width.into(),
        height.into(),
        told.0.unwrap_or_default().into(),
        told.1.unwrap_or_default().into(),
    ];
    found.push(Finding::new(Rule::SizeDiffersFromDeclared, values));
}

fn of_raster(raster: &RasterFacts, is_read: bool, found: &mut Vec<Finding>) {
    let is_damaged = raster.bad_checksums > 0 || raster.end_missing || raster.trailing_bytes > 0;
    if is_read && is_damaged {
        found.push(damaged(raster.bad_checksums, raster.end_missing, raster.trailing_bytes));
    }
    let built = [
        (raster.interlaced, Rule::Interlaced),
        (raster.colour == ColourModel::Grey, Rule::Grayscale),
        (raster.colour == ColourModel::Palette, Rule::Palette),
        (raster.colour == ColourModel::Cmyk, Rule::Cmyk),
        (raster.bit_depth == 16, Rule::SixteenBit),
    ];
    found.extend(built.iter().filter(|(is, _)| *is).map(|(_, rule)| Finding::new(*rule, [])));
}

fn damaged(bad_checksums: u32, end_missing: bool, trailing_bytes: usize) -> Finding {
    let end_missing = if end_missing { "yes" } else { "no" };
    let values = [bad_checksums.into(), end_missing.into(), trailing_bytes.into()];
    Finding::new(Rule::Damaged, values)
}

fn of_vector(kind: MediaKind, vector: &VectorFacts, found: &mut Vec<Finding>) {
    let mut active: Vec<&str> = vector.active.iter().map(|part| active_name(*part)).collect();
    if kind != MediaKind::Pdf {
        // An SVG is markup, as HTML is; a picture that it lacks is one that it points to.
        if vector.missing.contains(&MissingPart::Image) {
            active.push("remote load");
        }
        if !active.is_empty() {
            found.push(Finding::new(Rule::HtmlActiveContent, [active.join(", ").into()]));
        }
        return;
    }
    if vector.end_missing || vector.trailing_bytes > 0 {
        found.push(damaged(0, vector.end_missing, vector.trailing_bytes));
    }
    if vector.encrypted {
        found.push(Finding::new(Rule::PdfEncrypted, []));
    }
    if !active.is_empty() {
        found.push(Finding::new(Rule::PdfActiveContent, [active.join(", ").into()]));
    }
    if vector.pages != 1 {
        found.push(Finding::new(Rule::PdfPages, [vector.pages.into()]));
    }
    if vector.raster_only {
        found.push(Finding::new(Rule::PdfRasterOnly, []));
    }
    if !vector.missing.is_empty() {
        let parts: Vec<&str> = vector.missing.iter().map(|part| missing_name(*part)).collect();
        found.push(Finding::new(Rule::PdfRendersIncompletely, [parts.join(", ").into()]));
    }
}

fn active_name(part: ActiveContent) -> &'static str {
    match part {
        ActiveContent::JavaScript => "JavaScript",
        ActiveContent::OpenAction => "OpenAction",
        ActiveContent::Launch => "Launch",
        ActiveContent::EmbeddedFile => "embedded file",
    }
}

fn missing_name(part: MissingPart) -> &'static str {
    match part {
        MissingPart::Font => "font",
        MissingPart::Image => "image",
        MissingPart::Annotation => "annotation",
        MissingPart::Other => "other",
    }
}

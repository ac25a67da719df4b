//! Draws the first page of a PDF.

use std::sync::{Arc, Mutex, PoisonError};

use hayro::hayro_interpret::font::FontQuery;
use hayro::hayro_interpret::{InterpreterSettings, InterpreterWarning, TransformExt as _};
use hayro::hayro_syntax::page::Page;
use hayro::hayro_syntax::{DecryptionError, LoadPdfError, Pdf};
use hayro::kurbo::Affine;
use hayro::vello_cpu::{Pixmap, RasterizerSettings, RenderContext, Resources};
use hayro::{RenderCache, RenderSettings, render_into};

use super::active::active_content;
use super::contents::contents;
use super::unsupported::unsaid;
use super::{DrawError, Drawn, MissingPart, VectorFacts};
use carddesk_pixels::{Picture, PixelBox};

/// Draws the first page.
pub(super) fn draw(bytes: Vec<u8>, fit: PixelBox) -> Result<Drawn, DrawError> {
    let encrypted = is_encrypted(&bytes);
    let trailing = after_end(&bytes);
    let pdf = Pdf::new(bytes).map_err(refusal)?;
    let page = pdf.pages().first().ok_or_else(|| undecodable("it has no page"))?;
    let (width, height) = page.render_dimensions();
    if !(width.is_finite() && height.is_finite() && width > 0.0 && height > 0.0) {
        return Err(undecodable("its first page has no size"));
    }
    let size = fit.fit(width, height);
    let said: Arc<Mutex<Said>> = Arc::default();
    let settings = settings(&said);
    let picture = picture(page, &settings, (width, height), size)?;
    let contents = contents(page, &settings);
    let Said { mut missing, substituted } =
        said.lock().unwrap_or_else(PoisonError::into_inner).clone();
    missing.extend(unsaid(page, substituted));
    // A font of the file's own lacks its letters in every viewer.
    missing.extend((substituted && contents.unknown_letters).then_some(MissingPart::Font));
    missing.sort_unstable();
    missing.dedup();
    let facts = VectorFacts {
        pages: pdf.pages().len(),
        encrypted,
        active: active_content(&pdf),
        raster_only: contents.raster_only,
        missing,
        end_missing: trailing.is_none(),
        trailing_bytes: trailing.unwrap_or_default(),
    };
    Ok(Drawn { picture, natural: (width, height), facts })
}

/// Bytes after the last mark of an end, white space left out; `None` without a mark.
fn after_end(bytes: &[u8]) -> Option<usize> {
    const MARK: &[u8] = b"%%EOF";
    let at = bytes.windows(MARK.len()).rposition(|window| window == MARK)?;
    let rest = bytes.get(at + MARK.len()..)?;
    let is_blank = |byte: &u8| byte.is_ascii_whitespace() || *byte == 0;
    Some(rest.iter().rposition(|byte| !is_blank(byte)).map_or(0, |last| last + 1))
}

/// Whether its trailer, which is never compressed itself, names an encryption; other names begin
/// with the same letters.
fn is_encrypted(bytes: &[u8]) -> bool {
    const ENTRY: &[u8] = b"/Encrypt";
    bytes
        .windows(ENTRY.len() + 1)
        .any(|window| window.starts_with(ENTRY) && !window[ENTRY.len()].is_ascii_alphanumeric())
}

fn undecodable(reason: &str) -> DrawError {
    DrawError::Undecodable { reason: reason.to_owned() }
}

fn refusal(error: LoadPdfError) -> DrawError {
    match error {
        LoadPdfError::Decryption(DecryptionError::PasswordProtected) => DrawError::Encrypted,
        LoadPdfError::Decryption(_) => undecodable("its encryption is not understood"),
        LoadPdfError::Invalid => undecodable("it is no readable PDF"),
    }
}

/// What the renderer said while it drew.
#[derive(Default, Clone)]
struct Said {
    missing: Vec<MissingPart>,
    /// It asked for a font that is not in the file, or cannot be read.
    substituted: bool,
}

fn settings(said: &Arc<Mutex<Said>>) -> InterpreterSettings {
    let (warned, asked) = (Arc::clone(said), Arc::clone(said));
    let sink = move |warning| {
        let part = match warning {
            InterpreterWarning::UnsupportedFont => MissingPart::Font,
            InterpreterWarning::ImageDecodeFailure => MissingPart::Image,
            // Also said of boxes that are off; `unsupported` looks closer.
            InterpreterWarning::UnresolvedAnnotationAppearance => return,
            // What a newer renderer may learn to complain of.
            _ => MissingPart::Other,
        };
        let mut said = warned.lock().unwrap_or_else(PoisonError::into_inner);
        if !said.missing.contains(&part) {
            said.missing.push(part);
        }
    };
    let defaults = InterpreterSettings::default();
    let built_in = defaults.font_resolver;
    let font_resolver = Arc::new(move |query: &FontQuery| {
        asked.lock().unwrap_or_else(PoisonError::into_inner).substituted = true;
        built_in(query)
    });
    InterpreterSettings { warning_sink: Arc::new(sink), font_resolver, ..defaults }
}

/// Draws the page at a size of our own choice: its own, cast to 16 bits, may be anything.
fn picture(
    page: &Page<'_>,
    settings: &InterpreterSettings,
    natural: (f32, f32),
    (width, height): (u32, u32),
) -> Result<Picture, DrawError> {
    let (Ok(columns), Ok(rows)) = (u16::try_from(width), u16::try_from(height)) else {
        return Err(undecodable("the size asked for is out of range"));
    };
    let scale = Affine::scale_non_uniform(
        f64::from(width) / f64::from(natural.0),
        f64::from(height) / f64::from(natural.1),
    );
    let transform = scale * page.initial_transform(true).to_kurbo();
    let mut context = RenderContext::new(columns, rows);
    let cache = RenderCache::new();
    render_into(page, &cache, settings, &RenderSettings::default(), &mut context, transform);
    context.flush();
    let mut pixmap = Pixmap::new(columns, rows);
    context.render_with(&mut pixmap, &mut Resources::default(), RasterizerSettings::default());
    Ok(Picture { width, height, rgba: pixmap.data_as_u8_slice().to_vec() })
}

use std::sync::{Arc, Mutex, PoisonError};

use hayro::hayro_interpret::font::GlyphRun;
use hayro::hayro_interpret::{
    BlendMode, ClipPath, Context, Device, DrawMode, DrawProps, Image, ImageDrawProps,
    InterpreterCache, InterpreterSettings, InterpreterWarning, SoftMask, TransformExt as _,
    interpret_page,
};
use hayro::hayro_syntax::page::Page;
use hayro::hayro_syntax::{DecryptionError, LoadPdfError, Pdf};
use hayro::kurbo::{Affine, BezPath, Rect};
use hayro::vello_cpu::{Pixmap, RasterizerSettings, RenderContext, Resources};
use hayro::{RenderCache, RenderSettings, render_into};

use super::super::picture::{Picture, PixelBox};
use super::active::active_content;
use super::{DrawError, Drawn, MissingPart, VectorFacts};

/// Draws the first page.
pub(super) fn draw(bytes: Vec<u8>, fit: PixelBox) -> Result<Drawn, DrawError> {
    // The entry stands in the trailer, which is never compressed itself.
    let encrypted = bytes.windows(8).any(|window| window == b"/Encrypt");
    let trailing = after_end(&bytes);
    let pdf = Pdf::new(bytes).map_err(refusal)?;
    let page = pdf.pages().first().ok_or_else(|| undecodable("it has no page"))?;
    let (width, height) = page.render_dimensions();
    if !(width.is_finite() && height.is_finite() && width > 0.0 && height > 0.0) {
        return Err(undecodable("its first page has no size"));
    }
    let size = fit.fit(width, height);
    let warnings: Arc<Mutex<Vec<MissingPart>>> = Arc::default();
    let settings = settings(&warnings);
    let picture = picture(page, &settings, (width, height), size)?;
    let counted = count(page, &settings);
    let mut missing = warnings.lock().unwrap_or_else(PoisonError::into_inner).clone();
    missing.dedup();
    let facts = VectorFacts {
        pages: pdf.pages().len(),
        encrypted,
        active: active_content(&pdf),
        raster_only: counted.images > 0 && counted.vectors == 0,
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

fn settings(warnings: &Arc<Mutex<Vec<MissingPart>>>) -> InterpreterSettings {
    let warnings = Arc::clone(warnings);
    let sink = move |warning| {
        let part = match warning {
            InterpreterWarning::UnsupportedFont => MissingPart::Font,
            InterpreterWarning::ImageDecodeFailure => MissingPart::Image,
            InterpreterWarning::UnresolvedAnnotationAppearance => MissingPart::Annotation,
            // What a newer renderer may learn to complain of.
            _ => MissingPart::Other,
        };
        let mut warnings = warnings.lock().unwrap_or_else(PoisonError::into_inner);
        if !warnings.contains(&part) {
            warnings.push(part);
        }
    };
    InterpreterSettings { warning_sink: Arc::new(sink), ..InterpreterSettings::default() }
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

/// What a page is made of.
#[derive(Default)]
struct Counted {
    images: usize,
    /// Paths and glyphs; rectangles do not count, since a ground under a picture is one.
    vectors: usize,
}

fn count(page: &Page<'_>, settings: &InterpreterSettings) -> Counted {
    let cache = InterpreterCache::new();
    let (width, height) = page.render_dimensions();
    let target = Rect::new(0.0, 0.0, f64::from(width), f64::from(height));
    let transform = page.initial_transform(true).to_kurbo();
    let mut context = Context::new(transform, target, &cache, page.xref(), settings.clone());
    let mut counter = Counter(Counted::default());
    interpret_page(page, &mut context, &mut counter);
    counter.0
}

struct Counter(Counted);

impl<'a> Device<'a> for Counter {
    fn draw_path(&mut self, _: &BezPath, _: DrawProps<'a>, _: &DrawMode) {
        self.0.vectors += 1;
    }

    fn draw_rect(&mut self, _: &Rect, _: DrawProps<'a>, _: &DrawMode) {}

    fn draw_glyph_run(&mut self, _: &GlyphRun<'_, 'a>, _: DrawProps<'a>, _: &DrawMode) {
        self.0.vectors += 1;
    }

    fn draw_image(&mut self, _: Image<'a, '_>, _: ImageDrawProps<'a>) {
        self.0.images += 1;
    }

    fn push_clip_path(&mut self, _: &ClipPath) {}

    fn push_transparency_group(&mut self, _: f32, _: Option<SoftMask<'a>>, _: BlendMode) {}

    fn pop_clip(&mut self) {}

    fn pop_transparency_group(&mut self) {}
}

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;

use sha2::{Digest as _, Sha256};

use crate::domain::{AssetKind, Variant};

use super::document::{Document, read_html, read_text};
use super::drawer::{DrawError, Drawer};
use super::error::LoadError;
use super::fetch::{Download, FetchError, Fetcher};
use super::measure::{Measured, measure_pixels, measure_png};
use super::picture::{DrawProgram, Picture, PixelBox};
use super::raster;
use super::sniff::{MediaKind, fetch_limit, sniff};

/// What a file holds, decoded or decodable again from its bytes.
#[derive(Debug, Clone, PartialEq)]
pub enum Content {
    /// Size in pixels.
    Raster {
        natural: (u32, u32),
    },
    /// Size in the file's own units; only its shape matters.
    Vector {
        natural: (f32, f32),
    },
    Text(Document),
}

/// A file that was fetched, read to its end, and measured.
#[derive(Debug, Clone)]
pub struct Loaded {
    /// As they came.
    pub bytes: Arc<[u8]>,
    pub sha256: [u8; 32],
    pub measured: Measured,
    pub content: Content,
}

/// Fetches, decodes and measures files. Safe to use from several threads. Blocks.
pub struct Loader {
    fetcher: Fetcher,
    drawer: Drawer,
}

impl Loader {
    pub fn new(fetcher: Fetcher, program: DrawProgram) -> Self {
        Self { fetcher, drawer: Drawer::new(program) }
    }

    /// Fetches a file and reads it to its end; with a picture of it within a box, unless it is
    /// text. What was decoded for that is dropped.
    ///
    /// # Errors
    /// See [`LoadError`].
    pub fn load_at(
        &self,
        variant: &Variant,
        kind: &AssetKind,
        fit: PixelBox,
    ) -> Result<(Loaded, Option<Picture>), LoadError> {
        let declared = variant.declared.media_type.as_deref();
        let download = self.fetcher.fetch(&variant.url, fetch_limit(declared, kind))?;
        let found = sniff(&download.bytes);
        if download.bytes.len() > found.byte_limit() {
            let limit = found.byte_limit();
            return Err(FetchError::TooLarge { limit }.into());
        }
        check_declared(declared, kind, found)?;
        guarded(|| self.read(declared, found, download, fit))
    }

    /// Draws a file again at another size: vector files sharp at that size, rasters no larger than
    /// they are.
    ///
    /// # Errors
    /// See [`LoadError`]; `Unsupported` for text.
    pub fn picture(&self, file: &Loaded, fit: PixelBox) -> Result<Picture, LoadError> {
        let kind = file.measured.kind;
        guarded(|| match kind.vector() {
            Some(vector) => {
                Ok(self.drawer.draw(vector, &file.bytes, fit).map_err(of_drawer)?.picture)
            }
            None => raster::scale(&raster::decode(kind, &file.bytes)?, fit),
        })
    }

    fn read(
        &self,
        declared: Option<&str>,
        kind: MediaKind,
        download: Download,
        fit: PixelBox,
    ) -> Result<(Loaded, Option<Picture>), LoadError> {
        let bytes = Arc::clone(&download.bytes);
        let mut measured = measured(declared, kind, download);
        let (content, picture) = if let Some(vector) = kind.vector() {
            let drawn = self.drawer.draw(vector, &bytes, fit).map_err(of_drawer)?;
            measured.vector = Some(drawn.facts);
            (Content::Vector { natural: drawn.natural }, Some(drawn.picture))
        } else if kind.is_raster() {
            let image = raster::decode(kind, &bytes)?;
            measured.pixels = Some(image.dimensions());
            measured.png = (kind == MediaKind::Png).then(|| measure_png(&bytes));
            measured.raster = Some(measure_pixels(&image));
            let natural = image.dimensions();
            (Content::Raster { natural }, Some(raster::scale(&image, fit)?))
        } else if kind == MediaKind::Html {
            let (document, facts) = read_html(&bytes);
            measured.html = Some(facts);
            (Content::Text(document), None)
        } else if kind == MediaKind::Text {
            let (document, facts) = read_text(&bytes);
            measured.text = Some(facts);
            (Content::Text(document), None)
        } else {
            return Err(LoadError::Unsupported { found: kind });
        };
        let sha256 = Sha256::digest(&bytes).into();
        Ok((Loaded { bytes, sha256, measured, content }, picture))
    }
}

/// A picture where text was declared, or text where a picture was: an error page above all. Only
/// terms may be text where nothing was declared.
fn check_declared(
    declared: Option<&str>,
    asset: &AssetKind,
    found: MediaKind,
) -> Result<(), LoadError> {
    let is_text = matches!(found, MediaKind::Html | MediaKind::Text);
    let expected = declared.and_then(MediaKind::of_media_type);
    let text_expected = match expected {
        Some(kind) => matches!(kind, MediaKind::Html | MediaKind::Text),
        None => *asset == AssetKind::TermsAndConditions,
    };
    // Terms as a PDF or a picture of a page can be shown, whatever was said.
    if is_text && !text_expected {
        let declared = declared.unwrap_or_else(|| asset.as_str()).to_owned();
        return Err(LoadError::NotTheDeclaredType { declared, found });
    }
    Ok(())
}

fn measured(declared: Option<&str>, kind: MediaKind, download: Download) -> Measured {
    let expected = declared.map(MediaKind::of_media_type);
    Measured {
        kind,
        declared_matches: expected.is_none_or(|expected| expected == Some(kind)),
        content_type: download.content_type,
        elapsed: download.elapsed,
        redirects: download.redirects,
        pixels: None,
        png: None,
        raster: None,
        vector: None,
        text: None,
        html: None,
    }
}

/// A decoder's panic is that file's error.
fn guarded<T>(work: impl FnOnce() -> Result<T, LoadError>) -> Result<T, LoadError> {
    catch_unwind(AssertUnwindSafe(work)).unwrap_or(Err(LoadError::DecoderPanicked))
}

fn of_drawer(error: DrawError) -> LoadError {
    match error {
        DrawError::Memory => LoadError::DrawerMemory,
        DrawError::Time => LoadError::DrawerTime,
        DrawError::Crashed | DrawError::NotStarted => LoadError::DrawerFailed,
        DrawError::Encrypted => LoadError::Encrypted,
        DrawError::Undecodable { reason } => LoadError::Undecodable { reason },
    }
}

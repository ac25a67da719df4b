//! From an address, or a path, to a file that is measured and decoded.

use std::panic::{AssertUnwindSafe, catch_unwind};

use bytes::Bytes;

use crate::domain::{AssetKind, Variant};

use super::decoder::{self, of_renderer};
use super::document::{Document, read_html, read_text};
use super::error::LoadError;
use super::fetch::{Download, FetchError, Fetcher};
use super::measure::{Measured, measure_raster};
use super::picture::DrawProgram;
use super::raster::{self, DecodeContext};
use super::renderer::Renderer;
use super::sniff::{MediaKind, fetch_limit, sniff};
use carddesk_pixels::{BufferPool, Look, Picture, PixelBox, Reduced, measure_drawn, png};

/// What a file holds, decoded or decodable again from its bytes.
#[derive(Debug, Clone, PartialEq)]
pub enum Content {
    /// Size in pixels.
    Raster {
        /// Width and height in pixels.
        natural: (u32, u32),
    },
    /// Size in the file's own units; only its shape matters.
    Vector {
        /// Width and height.
        natural: (f32, f32),
    },
    /// Terms, as formatted text.
    Text(Document),
}

/// A file that was fetched, read to its end, and measured.
#[derive(Debug, Clone)]
pub struct Loaded {
    /// As they came; none where they were dropped.
    pub bytes: Bytes,
    /// Found in the pass that decodes it.
    pub measured: Measured,
    /// A picture's size, or the text itself.
    pub content: Content,
}

/// A file as it came.
pub struct Fetched {
    download: Download,
    kind: MediaKind,
}

impl Fetched {
    /// Whether a drawing process reads it, which may take seconds.
    pub fn is_drawn(&self) -> bool {
        is_drawn(self.kind)
    }
}

/// Whether files of a kind are read in drawing processes.
pub fn is_drawn(kind: MediaKind) -> bool {
    kind.vector().is_some() || kind == MediaKind::WebP
}

/// Why a file is not shown, with what is known of it all the same.
#[derive(Debug, Clone, PartialEq)]
pub struct LoadFailure {
    /// What went wrong.
    pub error: LoadError,
    /// What was measured before; `None` where nothing was fetched.
    pub measured: Option<Box<Measured>>,
}

/// Fetches, decodes and measures files. Safe to use from several threads. Blocks.
pub struct Loader {
    fetcher: Fetcher,
    pub(super) renderer: Renderer,
    pub(super) pool: BufferPool,
}

impl Loader {
    /// With buffers of its own, which its threads share; starts no drawing process yet.
    pub fn new(fetcher: Fetcher, program: DrawProgram) -> Self {
        Self { fetcher, renderer: Renderer::new(program), pool: BufferPool::default() }
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
        self.examine(variant, kind, Some(fit)).map_err(|failure| failure.error)
    }

    /// The same; without a box, without a picture; of a file that cannot be shown, with what was
    /// measured of it.
    ///
    /// # Errors
    /// See [`LoadFailure`].
    pub fn examine(
        &self,
        variant: &Variant,
        asset: &AssetKind,
        fit: Option<PixelBox>,
    ) -> Result<(Loaded, Option<Picture>), LoadFailure> {
        let fetched = self.fetch(variant, asset)?;
        self.read_fetched(variant, asset, &fetched, fit)
    }

    /// The first half of [`Loader::examine`]: waits for the network alone.
    ///
    /// # Errors
    /// See [`LoadFailure`].
    pub fn fetch(&self, variant: &Variant, asset: &AssetKind) -> Result<Fetched, LoadFailure> {
        let declared = variant.declared.media_type.as_deref();
        let fetched = self.fetcher.fetch(&variant.url, fetch_limit(declared, asset));
        let download = fetched
            .map_err(|error| recorded(LoadFailure { error: error.into(), measured: None }))?;
        let kind = kind_of(declared, &download.bytes);
        Ok(Fetched { download, kind })
    }

    /// The second half: reads, measures and draws.
    ///
    /// # Errors
    /// See [`LoadFailure`].
    pub fn read_fetched(
        &self,
        variant: &Variant,
        asset: &AssetKind,
        fetched: &Fetched,
        fit: Option<PixelBox>,
    ) -> Result<(Loaded, Option<Picture>), LoadFailure> {
        let declared = variant.declared.media_type.as_deref();
        self.examine_download(declared, asset, &fetched.download, fit).map_err(recorded)
    }

    /// Drops the bytes of a file that nobody wants beyond what was found out.
    pub fn drop_bytes(&self, file: &mut Loaded) {
        self.fetcher.give_back(std::mem::take(&mut file.bytes));
    }

    /// Gives back to the system what only the next file would need: buffers, and drawing processes.
    /// Call it when no file is coming.
    pub fn rest(&self) {
        self.fetcher.rest();
        self.pool.clear();
        self.renderer.rest();
    }

    /// Reads and measures what came.
    pub(super) fn examine_download(
        &self,
        declared: Option<&str>,
        asset: &AssetKind,
        download: &Download,
        fit: Option<PixelBox>,
    ) -> Result<(Loaded, Option<Picture>), LoadFailure> {
        let kind = kind_of(declared, &download.bytes);
        let mut measured = Measured::begin(declared, kind, download);
        let bytes = download.bytes.clone();
        let read = guarded(|| {
            check_size(kind, bytes.len())?;
            check_declared(declared, asset, kind)?;
            self.read(kind, &bytes, fit, &mut measured)
        });
        match read {
            Ok((content, picture)) => {
                // A file that is no good is fetched anew when a person asks for it again.
                self.fetcher.keep(download);
                Ok((Loaded { bytes, measured, content }, picture))
            }
            Err(error) => Err(LoadFailure { error, measured: Some(Box::new(measured)) }),
        }
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
                Ok(self.renderer.draw(vector, &file.bytes, fit).map_err(of_renderer)?.picture)
            }
            None => raster::draw(self.context(), kind, &file.bytes, fit),
        })
    }

    /// What decoding a raster takes; waits for a free set of buffers.
    pub(super) fn context(&self) -> DecodeContext<'_> {
        DecodeContext { buffers: self.pool.take(), renderer: &self.renderer }
    }

    /// Measures what comes before decoding first: it is wanted of files that are refused too.
    fn read(
        &self,
        kind: MediaKind,
        bytes: &[u8],
        fit: Option<PixelBox>,
        measured: &mut Measured,
    ) -> Result<(Content, Option<Picture>), LoadError> {
        if let Some(vector) = kind.vector() {
            let drawn = self.renderer.draw(vector, bytes, PixelBox::LOOK).map_err(of_renderer)?;
            measured.vector = Some(drawn.facts);
            measured.look = measure_drawn(&drawn.picture);
            let picture = match fit {
                None => None,
                Some(PixelBox::LOOK) => Some(drawn.picture),
                Some(fit) => {
                    Some(self.renderer.draw(vector, bytes, fit).map_err(of_renderer)?.picture)
                }
            };
            Ok((Content::Vector { natural: drawn.natural }, picture))
        } else if kind.is_raster() {
            measured.raster = measure_raster(kind, bytes);
            let natural = decoder::dimensions(kind, bytes)?;
            measured.pixels = Some(natural);
            raster::check_size(natural)?;
            let mut context = self.context();
            let mut look = Look::new(natural.0, natural.1);
            let mut reduced = fit.map(|fit| Reduced::new(&mut context.buffers, natural, fit));
            let is_checked = match &mut reduced {
                Some(reduced) => raster::read(&mut context, kind, bytes, &mut (&mut look, reduced)),
                None => raster::read(&mut context, kind, bytes, &mut look),
            }?;
            measured.look = Some(look.facts());
            if let Some(facts) = &mut measured.raster
                && kind == MediaKind::Png
                && !is_checked
            {
                facts.bad_checksums += u32::from(!png::pixels_are_sound(bytes));
            }
            let finish = |reduced: Reduced| raster::finished(reduced.finish(&mut context.buffers));
            let picture = reduced.map(finish).transpose()?;
            Ok((Content::Raster { natural }, picture))
        } else if kind == MediaKind::Html {
            let (document, facts) = read_html(bytes);
            measured.html = Some(facts);
            Ok((Content::Text(document), None))
        } else if kind == MediaKind::Text {
            let (document, facts) = read_text(bytes);
            measured.text = Some(facts);
            Ok((Content::Text(document), None))
        } else {
            Err(LoadError::Unsupported { found: kind })
        }
    }
}

/// In the log, by the error's code alone.
fn recorded(failure: LoadFailure) -> LoadFailure {
    tracing::warn!(target: "carddesk::media", error = failure.error.code(), "file not shown");
    failure
}

/// What a file is. A piece of HTML may begin as plain text does: there the gateway is believed.
fn kind_of(declared: Option<&str>, bytes: &[u8]) -> MediaKind {
    let declared = declared.and_then(MediaKind::of_media_type);
    match sniff(bytes) {
        MediaKind::Text if declared == Some(MediaKind::Html) => MediaKind::Html,
        found => found,
    }
}

/// More was fetched than a file of the kind found may have.
fn check_size(found: MediaKind, bytes: usize) -> Result<(), LoadError> {
    let limit = found.byte_limit();
    if bytes > limit { Err(FetchError::TooLarge { limit }.into()) } else { Ok(()) }
}

/// Text where a picture was declared: an error page above all. Only terms may be text where nothing
/// was declared.
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

/// A decoder's panic is that file's error.
pub(super) fn guarded<T>(work: impl FnOnce() -> Result<T, LoadError>) -> Result<T, LoadError> {
    catch_unwind(AssertUnwindSafe(work)).unwrap_or(Err(LoadError::DecoderPanicked))
}

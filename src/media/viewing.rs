//! What the large picture asks for beside the picture: layers, differences, files of this machine.

use std::time::Duration;

use image::RgbaImage;

use crate::domain::AssetKind;

use super::decoder::of_renderer;
use super::difference::{Difference, difference};
use super::error::LoadError;
use super::fetch::Download;
use super::loader::{Content, LoadFailure, Loaded, Loader, guarded};
use super::raster;
use carddesk_pixels::layer::{Layer, LayerFacts, draw};
use carddesk_pixels::{Picture, PixelBox};

/// The box that vector files are drawn in where a picture at its own size is asked for.
const VECTOR: PixelBox = PixelBox { width: 2048, height: 2048 };

impl Loader {
    /// Reads bytes that were not fetched: a file of this machine, which declares nothing.
    ///
    /// # Errors
    /// See [`LoadFailure`].
    pub fn examine_bytes(
        &self,
        bytes: Vec<u8>,
        asset: &AssetKind,
        fit: PixelBox,
    ) -> Result<(Loaded, Option<Picture>), LoadFailure> {
        if bytes.is_empty() {
            let error = super::fetch::FetchError::Empty.into();
            return Err(LoadFailure { error, measured: None });
        }
        let download = Download {
            bytes: bytes.into(),
            status: 200,
            content_type: None,
            elapsed: Duration::ZERO,
            redirects: 0,
            to_keep: None,
        };
        self.examine_download(None, asset, &download, Some(fit))
    }

    /// Draws a layer of a file's picture, at its own size.
    ///
    /// # Errors
    /// See [`LoadError`]; `Unsupported` for text.
    pub fn layer(&self, file: &Loaded, layer: Layer) -> Result<(LayerFacts, Picture), LoadError> {
        guarded(|| Ok(draw(&self.pixels(file, VECTOR)?, layer)))
    }

    /// How two files differ. Files without a picture differ or not; nothing more is known of them.
    ///
    /// # Errors
    /// See [`LoadError`].
    pub fn difference(&self, one: &Loaded, other: &Loaded) -> Result<Difference, LoadError> {
        if one.measured.sha256 == other.measured.sha256 {
            return Ok(Difference::SameBytes);
        }
        let is_text = |file: &Loaded| matches!(file.content, Content::Text(_));
        if is_text(one) || is_text(other) {
            return Ok(Difference::NoPictures);
        }
        guarded(|| {
            // A vector file beside a raster is drawn at the raster's size.
            let fit = one.measured.pixels.or(other.measured.pixels);
            let fit = fit.map_or(PixelBox::LOOK, |(width, height)| PixelBox { width, height });
            difference(&self.pixels(one, fit)?, &self.pixels(other, fit)?)
        })
    }

    /// The pixels of a raster as they are, of a vector file as drawn within a box.
    fn pixels(&self, file: &Loaded, fit: PixelBox) -> Result<RgbaImage, LoadError> {
        let kind = file.measured.kind;
        match kind.vector() {
            Some(vector) => {
                let drawn = self.renderer.draw(vector, &file.bytes, fit).map_err(of_renderer)?;
                let failed = || LoadError::Undecodable { reason: "no pixels".to_owned() };
                drawn.picture.into_straight().ok_or_else(failed)
            }
            None => raster::decode_whole(self.context(), kind, &file.bytes),
        }
    }
}

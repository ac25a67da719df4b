//! A picture that was drawn.

use egui::Color32;

/// A picture of opaque pixels.
#[derive(Clone, PartialEq, Eq)]
pub struct Drawing {
    /// Pixels.
    pub width: usize,
    /// Pixels.
    pub height: usize,
    /// Row by row from the top.
    pub pixels: Vec<Color32>,
}

impl std::fmt::Debug for Drawing {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Drawing({}x{})", self.width, self.height)
    }
}

impl Drawing {
    /// As PNG.
    ///
    /// # Errors
    /// Those of the encoder: a side of zero.
    pub fn to_png(&self) -> Result<Vec<u8>, image::ImageError> {
        let rgba: Vec<u8> = self.pixels.iter().flat_map(Color32::to_array).collect();
        let mut png = Vec::new();
        let encoder = image::codecs::png::PngEncoder::new(&mut png);
        let (width, height) = (self.width as u32, self.height as u32);
        let colour = image::ExtendedColorType::Rgba8;
        image::ImageEncoder::write_image(encoder, &rgba, width, height, colour)?;
        Ok(png)
    }

    /// The pixel at a place; transparent outside.
    pub fn at(&self, x: usize, y: usize) -> Color32 {
        let inside = x < self.width && y < self.height;
        let pixel = inside.then(|| self.pixels.get(y * self.width + x)).flatten();
        pixel.copied().unwrap_or(Color32::TRANSPARENT)
    }
}

//! WebP. Decoded here since its decoder takes memory as a file says, not as its picture's size does.

use image::ImageDecoder as _;

use super::super::decoder::decoder;
use super::super::sniff::MediaKind;
use super::{DrawError, Drawn, VectorFacts};
use carddesk_pixels::{Picture, PixelBox};

pub(super) fn decode(bytes: &[u8], largest: PixelBox) -> Result<Drawn, DrawError> {
    let refused = |reason: String| DrawError::Undecodable { reason };
    let decoder = decoder(MediaKind::WebP, bytes).map_err(|error| refused(format!("{error:?}")))?;
    let (width, height) = decoder.dimensions();
    if width > largest.width || height > largest.height {
        return Err(refused("it is larger than it said".to_owned()));
    }
    let has_alpha = decoder.color_type().has_alpha();
    let mut stored = vec![0; usize::try_from(decoder.total_bytes()).unwrap_or_default()];
    decoder.read_image(&mut stored).map_err(|error| refused(error.to_string()))?;
    let rgba = if has_alpha {
        stored
    } else {
        let (pixels, _) = stored.as_chunks::<3>();
        pixels.iter().flat_map(|[r, g, b]| [*r, *g, *b, u8::MAX]).collect()
    };
    let natural = (width as f32, height as f32);
    Ok(Drawn { picture: Picture { width, height, rgba }, natural, facts: VectorFacts::default() })
}

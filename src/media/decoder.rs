//! The only way to a decoder of raster files: what each is given to read, and what it may take.
//!
//! Decoders unpack more than the picture: profiles, comments, metadata, which a hostile file makes a
//! thousand times as large as itself, under limits of their own or none. What the picture does not
//! need is therefore not given to them where it could be packed, and a decoder that takes memory by
//! more than the size of its picture works in a process with limits ([`Renderer`]).

use std::borrow::Cow;
use std::io::Cursor;

use image::{ImageDecoder, ImageFormat, ImageReader, Limits};

use super::error::LoadError;
use super::limits;
use super::renderer::{DrawError, Renderer};
use super::sniff::MediaKind;
use carddesk_pixels::{Picture, PixelBox, png};

fn format(kind: MediaKind) -> Result<ImageFormat, LoadError> {
    match kind {
        MediaKind::Png => Ok(ImageFormat::Png),
        MediaKind::Jpeg => Ok(ImageFormat::Jpeg),
        MediaKind::WebP => Ok(ImageFormat::WebP),
        MediaKind::Gif => Ok(ImageFormat::Gif),
        MediaKind::Svg | MediaKind::Pdf | MediaKind::Html | MediaKind::Text | MediaKind::Other => {
            Err(LoadError::Unsupported { found: kind })
        }
    }
}

/// Width and height from the header; nothing is decoded or allocated for them.
pub(super) fn dimensions(kind: MediaKind, bytes: &[u8]) -> Result<(u32, u32), LoadError> {
    let given = match kind {
        MediaKind::Png => Cow::Owned(png::head(bytes)),
        _ => Cow::Borrowed(bytes),
    };
    // Too large a picture is refused by who tells its size.
    Ok(open(kind, given, u32::MAX)?.dimensions())
}

/// A decoder in this process. Its picture's size must have been checked, and it may not be one of
/// those that [`in_process`] is for.
pub(super) fn decoder(
    kind: MediaKind,
    bytes: &[u8],
) -> Result<impl ImageDecoder + use<'_>, LoadError> {
    let given = match kind {
        MediaKind::Png => png::picture_alone(bytes),
        _ => Cow::Borrowed(bytes),
    };
    open(kind, given, limits::SIDE)
}

fn open(
    kind: MediaKind,
    given: Cow<'_, [u8]>,
    most_side: u32,
) -> Result<impl ImageDecoder + use<'_>, LoadError> {
    let mut reader = ImageReader::with_format(Cursor::new(given), format(kind)?);
    let mut allowed = Limits::default();
    allowed.max_image_width = Some(most_side);
    allowed.max_image_height = Some(most_side);
    // Sixteen bits a channel take twice the memory on the way.
    allowed.max_alloc = Some(2 * limits::DECODE_BYTES);
    reader.limits(allowed);
    reader.into_decoder().map_err(|error| undecodable(&error))
}

/// Whether a decoder's memory follows from more than the size of its picture. That of WebP makes
/// tables for as many codes as a file names, four kilobytes for some twenty bytes, and room for
/// frames of other sizes than the picture has.
pub(super) fn needs_process(kind: MediaKind) -> bool {
    kind == MediaKind::WebP
}

/// Decodes in a process with limits. The picture is not premultiplied.
pub(super) fn in_process(
    renderer: &Renderer,
    bytes: &[u8],
    (width, height): (u32, u32),
) -> Result<Picture, LoadError> {
    let picture = renderer.decode(bytes, PixelBox { width, height }).map_err(of_renderer)?;
    if (picture.width, picture.height) == (width, height) { Ok(picture) } else { Err(too_short()) }
}

pub(super) fn of_renderer(error: DrawError) -> LoadError {
    match error {
        DrawError::Memory => LoadError::RendererMemory,
        DrawError::Time => LoadError::RendererTime,
        DrawError::Crashed | DrawError::NotStarted => LoadError::RendererFailed,
        DrawError::Encrypted => LoadError::Encrypted,
        DrawError::Undecodable { reason } => LoadError::Undecodable { reason },
    }
}

pub(super) fn too_short() -> LoadError {
    LoadError::Undecodable { reason: "it lacks pixels".to_owned() }
}

pub(super) fn undecodable(error: &image::ImageError) -> LoadError {
    LoadError::Undecodable { reason: error.to_string() }
}

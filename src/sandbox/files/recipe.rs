//! What a file holds, and how it is made when it is first asked for.

use std::io::Cursor;

use image::ImageFormat;
use image::codecs::gif::GifEncoder;

use super::documents::Document;
use super::spoil::Spoil;
use crate::sandbox::art::{self, BankLook, Mark};

/// Something drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::sandbox) enum Picture {
    /// A card; with a mark, combined art.
    Card {
        bank: BankLook,
        mark: Option<Mark>,
    },
    BrandLogo(Mark),
    IssuerLogo(BankLook),
    CoBrandLogo {
        name: &'static str,
        seed: u64,
    },
    Icon {
        bank: BankLook,
        mark: Mark,
    },
    /// One colour, opaque.
    Blank,
    /// Clear all over.
    Clear,
    /// A card that is rounded already: clear at its corners.
    Rounded(BankLook),
}

/// Raster formats.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::sandbox) enum Format {
    Png,
    Jpeg,
    WebP,
    Gif,
}

/// How a file's bytes come about. Equal recipes give equal bytes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::sandbox) enum Recipe {
    Drawn {
        picture: Picture,
        width: u32,
        height: u32,
        format: Format,
    },
    BrandPdf(Mark),
    BrandSvg(Mark),
    Document(Document),
    Text(&'static str),
    /// The text in windows-1251.
    TextIn1251(&'static str),
    Empty,
    /// So many bytes of nothing.
    Zeroes {
        bytes: usize,
    },
    /// Another file, spoiled.
    Spoiled(Box<Recipe>, Spoil),
}

impl Recipe {
    /// The file's bytes; takes up to a second for a large picture.
    pub(in crate::sandbox) fn make(&self) -> Vec<u8> {
        match self {
            Self::Drawn { picture, width, height, format } => {
                draw(*picture, *width, *height, *format)
            }
            Self::BrandPdf(mark) => art::brand_logo_pdf(*mark),
            Self::BrandSvg(mark) => art::brand_logo_svg(*mark),
            Self::Document(document) => document.make(),
            Self::Text(text) => text.as_bytes().to_vec(),
            Self::TextIn1251(text) => encoding_rs::WINDOWS_1251.encode(text).0.into_owned(),
            Self::Empty => Vec::new(),
            Self::Zeroes { bytes } => vec![0; *bytes],
            Self::Spoiled(recipe, spoil) => spoil.apply(recipe.make()),
        }
    }
}

fn draw(picture: Picture, width: u32, height: u32, format: Format) -> Vec<u8> {
    if let (Picture::Card { bank, mark }, Format::Jpeg) = (picture, format) {
        return art::card_background_jpeg(&bank, mark, width, height);
    }
    let png = match picture {
        Picture::Card { bank, mark } => art::card_background(&bank, mark, width, height),
        Picture::BrandLogo(mark) => art::brand_logo_png(mark, width, height),
        Picture::IssuerLogo(bank) => art::issuer_logo_png(&bank, width, height),
        Picture::CoBrandLogo { name, seed } => art::co_brand_logo_png(name, seed, width, height),
        Picture::Icon { bank, mark } => art::icon_png(&bank, Some(mark), width, height),
        Picture::Blank => filled(width, height, [0x2F, 0x6F, 0xA8, 0xFF]),
        Picture::Clear => filled(width, height, [0, 0, 0, 0]),
        Picture::Rounded(bank) => rounded(&art::card_background(&bank, None, width, height)),
    };
    match format {
        Format::Png => png,
        Format::Jpeg => converted(&png, ImageFormat::Jpeg),
        Format::WebP => converted(&png, ImageFormat::WebP),
        Format::Gif => gif(&png),
    }
}

fn filled(width: u32, height: u32, colour: [u8; 4]) -> Vec<u8> {
    encoded(
        &image::RgbaImage::from_pixel(width, height, image::Rgba(colour)).into(),
        ImageFormat::Png,
    )
}

/// The picture with clear corners, as wallets cut them.
fn rounded(png: &[u8]) -> Vec<u8> {
    let Ok(picture) = image::load_from_memory_with_format(png, ImageFormat::Png) else {
        return Vec::new();
    };
    let mut picture = picture.into_rgba8();
    let (width, height) = picture.dimensions();
    let radius = f64::from(width) / 24.0;
    for (x, y, pixel) in picture.enumerate_pixels_mut() {
        // How far beyond the centre of the nearest corner's circle.
        let beyond = |at: u32, side: u32| {
            let at = f64::from(at) + 0.5;
            (radius - at.min(f64::from(side) - at)).max(0.0)
        };
        if beyond(x, width).hypot(beyond(y, height)) > radius {
            pixel.0[3] = 0;
        }
    }
    encoded(&picture.into(), ImageFormat::Png)
}

/// The picture in another format; nothing where the drawing gave none.
fn converted(png: &[u8], format: ImageFormat) -> Vec<u8> {
    let Ok(picture) = image::load_from_memory_with_format(png, ImageFormat::Png) else {
        return Vec::new();
    };
    match format {
        ImageFormat::Jpeg => encoded(&picture.into_rgb8().into(), format),
        _ => encoded(&picture, format),
    }
}

/// As GIF with a palette chosen quickly: the careful choice takes seconds.
fn gif(png: &[u8]) -> Vec<u8> {
    let mut out = Vec::new();
    let drawn = image::load_from_memory_with_format(png, ImageFormat::Png).and_then(|picture| {
        let frame = image::Frame::new(picture.into_rgba8());
        GifEncoder::new_with_speed(&mut out, 30).encode_frame(frame)
    });
    match drawn {
        Ok(()) => out,
        Err(_) => Vec::new(),
    }
}

fn encoded(picture: &image::DynamicImage, format: ImageFormat) -> Vec<u8> {
    let mut out = Cursor::new(Vec::new());
    // Writing to memory fails only for a format the picture has no colours for; none is here.
    match picture.write_to(&mut out, format) {
        Ok(()) => out.into_inner(),
        Err(_) => Vec::new(),
    }
}

//! What a file is, by its first bytes.

use encoding_rs::Encoding;

use super::limits;
use super::picture::VectorKind;
use crate::domain::AssetKind;

/// What a file is, by its first bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum MediaKind {
    /// Raster, lossless, with or without alpha.
    Png,
    /// Raster without alpha.
    Jpeg,
    /// Raster, decoded in a process of its own.
    WebP,
    /// Raster, of which the first frame is shown.
    Gif,
    /// XML, drawn as a picture.
    Svg,
    /// Pages, of which the first is drawn.
    Pdf,
    /// A page, of which text alone is shown.
    Html,
    /// Text without markup, in any encoding that is read.
    Text,
    /// A format that is known and not drawn: BMP, TIFF, ICO, AVIF, HEIC, archives and the like.
    Other,
}

/// Bytes looked at for marks, and characters looked at for whether it is text.
const HEAD: usize = 1024;
/// Bytes of a text looked at: what precedes the first element of an SVG can be long.
const TEXT_HEAD: usize = 16 * 1024;

impl MediaKind {
    /// The media type, as in a `Content-Type` header.
    pub fn media_type(self) -> &'static str {
        match self {
            Self::Png => "image/png",
            Self::Jpeg => "image/jpeg",
            Self::WebP => "image/webp",
            Self::Gif => "image/gif",
            Self::Svg => "image/svg+xml",
            Self::Pdf => "application/pdf",
            Self::Html => "text/html",
            Self::Text => "text/plain",
            Self::Other => "application/octet-stream",
        }
    }

    /// The usual ending of a file's name, without its dot.
    pub fn extension(self) -> &'static str {
        match self {
            Self::Png => "png",
            Self::Jpeg => "jpg",
            Self::WebP => "webp",
            Self::Gif => "gif",
            Self::Svg => "svg",
            Self::Pdf => "pdf",
            Self::Html => "html",
            Self::Text => "txt",
            Self::Other => "bin",
        }
    }

    /// What a declared media type means; parameters and case do not matter, `image/pdf` (Visa) and
    /// `application/pdf` (Mastercard) are one type.
    pub fn of_media_type(text: &str) -> Option<Self> {
        let essence = text.split(';').next().unwrap_or_default().trim().to_ascii_lowercase();
        Some(match essence.as_str() {
            "image/png" | "image/x-png" => Self::Png,
            "image/jpeg" | "image/jpg" | "image/pjpeg" => Self::Jpeg,
            "image/webp" => Self::WebP,
            "image/gif" => Self::Gif,
            "image/svg+xml" | "image/svg" => Self::Svg,
            "application/pdf" | "image/pdf" | "application/x-pdf" => Self::Pdf,
            "text/html" | "application/xhtml+xml" => Self::Html,
            "text/plain" => Self::Text,
            _ => return None,
        })
    }

    /// The vector format, where it is one.
    pub fn vector(self) -> Option<VectorKind> {
        match self {
            Self::Pdf => Some(VectorKind::Pdf),
            Self::Svg => Some(VectorKind::Svg),
            Self::Png | Self::Jpeg | Self::WebP | Self::Gif => None,
            Self::Html | Self::Text | Self::Other => None,
        }
    }

    /// Whether it is decoded to pixels at its own size.
    pub fn is_raster(self) -> bool {
        matches!(self, Self::Png | Self::Jpeg | Self::WebP | Self::Gif)
    }

    /// Largest file of this kind, in bytes.
    pub fn byte_limit(self) -> usize {
        match self {
            Self::Pdf => limits::PDF_BYTES,
            Self::Html | Self::Text => limits::TEXT_BYTES,
            Self::Png | Self::Jpeg | Self::WebP | Self::Gif | Self::Svg | Self::Other => {
                limits::IMAGE_BYTES
            }
        }
    }
}

/// Bytes to fetch at most for what is declared; the kind found is held to its own limit later.
pub(super) fn fetch_limit(declared: Option<&str>, asset: &AssetKind) -> usize {
    match declared.and_then(MediaKind::of_media_type) {
        Some(kind) => kind.byte_limit().max(limits::IMAGE_BYTES),
        None if *asset == AssetKind::TermsAndConditions => limits::IMAGE_BYTES,
        None => limits::PDF_BYTES,
    }
}

/// The kind of a file: magic bytes first, then what its text looks like.
pub fn sniff(bytes: &[u8]) -> MediaKind {
    if let Some(kind) = magic(bytes) {
        return kind;
    }
    let head = bytes.get(..TEXT_HEAD).unwrap_or(bytes);
    let text = match Encoding::for_bom(bytes) {
        Some((encoding, _)) => encoding.decode_with_bom_removal(head).0,
        None => String::from_utf8_lossy(head),
    };
    // Control characters do not occur in text of any encoding read here.
    let is_control = |c: char| {
        c.is_ascii_control() && !matches!(c, '\t' | '\n' | '\r' | '\x0c' | '\x1b' | '\x7f')
    };
    if text.chars().take(HEAD).any(is_control) {
        return MediaKind::Other;
    }
    markup(&text.to_ascii_lowercase()).unwrap_or(MediaKind::Text)
}

fn magic(bytes: &[u8]) -> Option<MediaKind> {
    let starts = |magic: &[u8]| bytes.starts_with(magic);
    let at = |from: usize, magic: &[u8]| bytes.get(from..from + magic.len()) == Some(magic);
    // Readers of PDF look for the mark in the first kilobyte.
    let head = bytes.get(..HEAD).unwrap_or(bytes);
    Some(if starts(b"\x89PNG\r\n\x1a\n") {
        MediaKind::Png
    } else if starts(b"\xff\xd8\xff") {
        MediaKind::Jpeg
    } else if starts(b"GIF87a") || starts(b"GIF89a") {
        MediaKind::Gif
    } else if starts(b"RIFF") && at(8, b"WEBP") {
        MediaKind::WebP
    } else if head.windows(5).any(|window| window == b"%PDF-") {
        MediaKind::Pdf
    } else if starts(b"BM") && bytes.len() > 26 && at(6, &[0, 0, 0, 0])
        || starts(b"II*\0")
        || starts(b"MM\0*")
        || starts(b"\0\0\x01\0")
        || at(4, b"ftyp")
        || starts(b"PK\x03\x04")
        || starts(b"\x1f\x8b")
    {
        MediaKind::Other
    } else {
        return None;
    })
}

/// Elements that an HTML page or a piece of one begins with.
const HTML_ELEMENTS: [&str; 46] = [
    "a",
    "address",
    "article",
    "aside",
    "b",
    "base",
    "big",
    "blockquote",
    "body",
    "br",
    "center",
    "dd",
    "div",
    "dl",
    "em",
    "font",
    "footer",
    "form",
    "frameset",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "head",
    "header",
    "hr",
    "html",
    "i",
    "iframe",
    "img",
    "link",
    "main",
    "meta",
    "nav",
    "ol",
    "p",
    "script",
    "section",
    "span",
    "strong",
    "style",
    "table",
    "title",
    "ul",
];

/// The kind of a page by its document type or its first element, in small letters; `None` for text
/// that only looks like markup.
fn markup(text: &str) -> Option<MediaKind> {
    let mut rest = text.trim_start_matches('\u{feff}').trim_start();
    loop {
        let after = if let Some(comment) = rest.strip_prefix("<!--") {
            comment.split_once("-->")?.1
        } else if let Some(instruction) = rest.strip_prefix("<?") {
            instruction.split_once("?>")?.1
        } else if let Some(doctype) = rest.strip_prefix("<!doctype") {
            match doctype.trim_start() {
                name if name.starts_with("html") => return Some(MediaKind::Html),
                name if name.starts_with("svg") => return Some(MediaKind::Svg),
                // Its definitions, in brackets, hold tags' ends of their own.
                name => match name.split_once('>') {
                    Some((before, _)) if before.contains('[') => {
                        name.split_once(']')?.1.split_once('>')?.1
                    }
                    Some((_, after)) => after,
                    None => return None,
                },
            }
        } else {
            break;
        };
        rest = after.trim_start();
    }
    let name = rest.strip_prefix('<')?;
    let end = name.find(|c: char| !(c.is_ascii_alphanumeric() || c == ':'));
    match name.get(..end.unwrap_or(name.len()))? {
        "svg" | "svg:svg" => Some(MediaKind::Svg),
        name if HTML_ELEMENTS.contains(&name) => Some(MediaKind::Html),
        _ => None,
    }
}

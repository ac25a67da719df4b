use super::limits;
use super::picture::VectorKind;
use crate::domain::AssetKind;

/// What a file is, by its first bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum MediaKind {
    Png,
    Jpeg,
    WebP,
    Gif,
    Svg,
    Pdf,
    Html,
    Text,
    /// A format that is known and not drawn: BMP, TIFF, ICO, AVIF, HEIC, archives and the like.
    Other,
}

/// Bytes looked at.
const HEAD: usize = 1024;

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
    let head = bytes.get(..HEAD).unwrap_or(bytes);
    if has_utf16_mark(head) {
        return MediaKind::Text;
    }
    // Control characters do not occur in text of any encoding read here.
    let is_text = !head.iter().any(|byte| matches!(byte, 0..=8 | 11 | 14..=26 | 28..=31));
    if !is_text {
        return MediaKind::Other;
    }
    let text = String::from_utf8_lossy(head).to_ascii_lowercase();
    let text = text.trim_start_matches('\u{feff}').trim_start();
    markup(text).unwrap_or(MediaKind::Text)
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

fn has_utf16_mark(head: &[u8]) -> bool {
    head.starts_with(&[0xff, 0xfe]) || head.starts_with(&[0xfe, 0xff])
}

fn markup(text: &str) -> Option<MediaKind> {
    if text.starts_with("<svg") || (text.starts_with("<?xml") && text.contains("<svg")) {
        return Some(MediaKind::Svg);
    }
    let after_comments = {
        let mut rest = text;
        while let Some(comment) = rest.strip_prefix("<!--") {
            rest = comment.split_once("-->").map_or("", |(_, after)| after.trim_start());
        }
        rest
    };
    if after_comments.starts_with("<svg") || after_comments.starts_with("<!doctype svg") {
        return Some(MediaKind::Svg);
    }
    let tags = [
        "<!doctype html",
        "<html",
        "<head",
        "<body",
        "<title",
        "<meta",
        "<script",
        "<style",
        "<div",
        "<p>",
        "<p ",
        "<h1",
        "<h2",
        "<h3",
        "<table",
        "<ul",
        "<ol",
        "<span",
        "<b>",
        "<br",
        "<font",
        "<center",
        "<iframe",
        "<form",
        "<a ",
        "<section",
        "<article",
        "<strong",
        "<em",
    ];
    let html = tags.iter().any(|tag| after_comments.starts_with(tag))
        || (after_comments.starts_with("<?xml") && text.contains("<html"));
    html.then_some(MediaKind::Html)
}

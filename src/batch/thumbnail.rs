//! Small pictures for reports and for the window.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD as BASE64;
use carddesk_pixels::{SmallPng, to_small_png};

use crate::media::{Picture, PixelBox, small_png};

use super::record::Thumbnail;

/// `None` where it cannot be encoded.
pub(super) fn thumbnail(picture: &Picture) -> Option<Thumbnail> {
    let SmallPng { width, height, bytes } = to_small_png(picture, Thumbnail::FIT)?;
    Some(Thumbnail { width, height, png: BASE64.encode(&bytes) })
}

impl Thumbnail {
    /// Pixels that one takes at most.
    pub const FIT: PixelBox = PixelBox { width: 160, height: 120 };

    /// The pixels, premultiplied; `None` where a file that was changed holds no thumbnail.
    pub fn picture(&self) -> Option<Picture> {
        let png = BASE64.decode(&self.png).ok()?;
        small_png(&png, Self::FIT).ok()
    }
}

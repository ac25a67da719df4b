//! Small pictures that a batch keeps.

use std::io::Cursor;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use carddesk::batch::Thumbnail;

/// A grey picture of this width, in base64.
fn png(width: u32) -> String {
    let mut png = Cursor::new(Vec::new());
    image::GrayImage::new(width, 1).write_to(&mut png, image::ImageFormat::Png).unwrap();
    STANDARD.encode(png.into_inner())
}

#[test]
fn a_changed_thumbnail_is_no_bomb() {
    let of = |png: &str| Thumbnail { width: 1, height: 1, png: png.to_owned() }.picture();
    assert!(of(&png(160)).is_some());
    assert!(of("").is_none() && of("!!!").is_none() && of(&png(160)[..40]).is_none());
    assert!(of(&png(161)).is_none());
}

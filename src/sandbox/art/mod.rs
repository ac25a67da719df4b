//! Art for the sandbox's cards: invented banks, invented payment marks, drawn from a seed.
//!
//! The same arguments give the same bytes, on one machine. Nothing here shows a real bank, a real
//! trade mark, a chip, a number, a name or an expiry. A picture with a side of 0 or over 8192
//! pixels is no picture: its bytes are empty.
//!
//! Art is made for the corners as they are cut by wallets: opaque and square. Logos for any card
//! (`brand_logo_*`, `issuer_logo_png`, `co_brand_logo_png`) are pale, on clear ground; plain art is
//! therefore always dark. Marks sit at the right of their picture and banks' names at the left, as
//! they do on the card.

mod backdrop;
mod bank;
mod canvas;
mod emblem;
mod letters;
mod logos;
mod marks;
mod palette;
mod patterns;
mod rng;
mod shape;
mod vector;

pub use bank::{BANKS, BankLook};
pub use letters::lettering_covers;
pub use marks::Mark;

use canvas::Canvas;
use palette::PALE;
use shape::Drawing;

/// Size of a logo's page in PDF and SVG: the usual 1372 x 283.
const LOGO_SIZE: (u32, u32) = (1372, 283);

/// Card art as PNG (RGBA of 8 bits, opaque, square corners).
///
/// With a mark: combined art, with the bank's logo and the mark drawn in. Without: plain art, to
/// lay logos over. 1536 x 969 is the usual size; other proportions are cut, not squeezed.
pub fn card_background(bank: &BankLook, mark: Option<Mark>, width: u32, height: u32) -> Vec<u8> {
    backdrop::card(bank, mark, width, height).map_or_else(Vec::new, Canvas::png)
}

/// The same art as [`card_background`] as JPEG.
pub fn card_background_jpeg(
    bank: &BankLook,
    mark: Option<Mark>,
    width: u32,
    height: u32,
) -> Vec<u8> {
    backdrop::card(bank, mark, width, height).map_or_else(Vec::new, Canvas::jpeg)
}

/// The mark with its name as PNG on clear ground; 1372 x 283 is usual.
pub fn brand_logo_png(mark: Mark, width: u32, height: u32) -> Vec<u8> {
    logo_png(marks::lockup(mark, PALE, false), width, height, 1.0)
}

/// The mark with its name as a vector PDF 1.4 of one page.
pub fn brand_logo_pdf(mark: Mark) -> Vec<u8> {
    let (width, height) = LOGO_SIZE;
    vector::pdf(&brand_logo(mark), width, height)
}

/// The mark with its name as SVG.
pub fn brand_logo_svg(mark: Mark) -> Vec<u8> {
    let (width, height) = LOGO_SIZE;
    vector::svg(&brand_logo(mark), width, height)
}

fn brand_logo(mark: Mark) -> Drawing {
    placed(marks::lockup(mark, PALE, false), LOGO_SIZE.0, LOGO_SIZE.1, 1.0)
}

/// The bank's emblem and name as PNG on clear ground; 1372 x 283 is usual.
pub fn issuer_logo_png(bank: &BankLook, width: u32, height: u32) -> Vec<u8> {
    let accent = bank.palette().dark().accent;
    let drawing = logos::lockup(bank.name, bank.emblem(), PALE, (PALE, accent));
    logo_png(drawing, width, height, 0.0)
}

/// The logo of a made-up partner as PNG on clear ground; `seed` chooses its badge and colour.
pub fn co_brand_logo_png(name: &str, seed: u64, width: u32, height: u32) -> Vec<u8> {
    let badge = palette::Palette::of((seed & 0xFF) as usize).dark().accent;
    logo_png(logos::partner(name, seed, PALE, badge), width, height, 0.0)
}

/// The bank's icon as PNG (100 x 100 is usual), with the mark in its corner where there is one.
pub fn icon_png(bank: &BankLook, mark: Option<Mark>, width: u32, height: u32) -> Vec<u8> {
    backdrop::icon(bank, mark, width, height).map_or_else(Vec::new, Canvas::png)
}

fn placed(drawing: Drawing, width: u32, height: u32, align: f32) -> Drawing {
    match logos::logo_area(width, height) {
        Some(area) => drawing.fitted(area, align),
        None => Drawing::default(),
    }
}

fn logo_png(drawing: Drawing, width: u32, height: u32, align: f32) -> Vec<u8> {
    let Some(mut canvas) = Canvas::new(width, height, (width as f32, height as f32)) else {
        return Vec::new();
    };
    canvas.draw(&placed(drawing, width, height, align));
    canvas.png()
}

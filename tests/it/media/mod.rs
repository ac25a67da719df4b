//! Files from outside, good, lying, cut, oversized and hostile: over real sockets, and drawn by
//! the real drawing process.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    reason = "helpers of tests stop at the first surprise"
)]

mod cache;
#[cfg(all(target_os = "linux", target_pointer_width = "64"))]
mod closed;
pub(crate) mod deflate;
mod drawing;
mod fetching;
mod filters;
mod hostile;
mod kept_headers;
mod limits_of_rasters;
mod looks;
mod memory;
pub(crate) mod pdf;
pub(crate) mod png;
mod policy;
mod proxies;
mod rasters;
mod redirects;
mod scaling;
pub(crate) mod server;
mod sniffing;
mod spoiled;
mod structure;
mod terms;
mod viewing;

use carddesk::domain::{AssetKind, Declared, Variant};
use carddesk::media::{
    DrawProgram, Fetcher, HostPolicy, LoadError, LoadFailure, Loaded, Loader, Picture, PixelBox,
};
use server::Server;

/// A box that the small pictures of these tests fit into as they are.
const BOX: PixelBox = PixelBox { width: 400, height: 400 };

pub(crate) fn program() -> DrawProgram {
    DrawProgram::new(env!("CARGO_BIN_EXE_carddesk"))
}

pub(crate) fn fetcher() -> Fetcher {
    Fetcher::new(HostPolicy::with_loopback()).unwrap()
}

fn variant(url: &str, media_type: Option<&str>) -> Variant {
    let media_type = media_type.map(str::to_owned);
    Variant { url: url.to_owned(), declared: Declared { media_type, width: None, height: None } }
}

/// A store, and the loader that fetches from it.
struct Bench {
    store: Server,
    loader: Loader,
}

impl Bench {
    fn new() -> Self {
        Self { store: Server::start(), loader: Loader::new(fetcher(), program()) }
    }

    /// Loads bytes sent as they are declared: art of a card, or terms where they are text.
    fn load(&self, media_type: &str, bytes: &[u8]) -> Result<(Loaded, Option<Picture>), LoadError> {
        self.examine(media_type, bytes).map_err(|failure| failure.error)
    }

    fn examine(
        &self,
        media_type: &str,
        bytes: &[u8],
    ) -> Result<(Loaded, Option<Picture>), LoadFailure> {
        let url = self.store.put("/file", server::file(media_type, bytes));
        let kind = if media_type.starts_with("text/") {
            AssetKind::TermsAndConditions
        } else {
            AssetKind::CardBackground
        };
        self.loader.examine(&variant(&url, Some(media_type)), &kind, Some(BOX))
    }

    /// The picture of a file that must be good.
    fn picture(&self, media_type: &str, bytes: &[u8]) -> Picture {
        self.load(media_type, bytes).unwrap().1.unwrap()
    }
}

/// The premultiplied RGBA of a pixel.
fn pixel(picture: &Picture, x: u32, y: u32) -> [u8; 4] {
    let at = (y * picture.width + x) as usize * 4;
    picture.rgba[at..at + 4].try_into().unwrap()
}

/// Checks a pixel, give or take a difference a channel.
#[track_caller]
fn assert_pixel(picture: &Picture, (x, y): (u32, u32), wanted: [u8; 4], difference: u8) {
    let found = pixel(picture, x, y);
    let near = found.iter().zip(wanted).all(|(a, b)| a.abs_diff(b) <= difference);
    assert!(near, "pixel {x},{y}: {found:?}, wanted {wanted:?}");
}

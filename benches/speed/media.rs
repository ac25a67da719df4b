//! Files: told apart, decoded to the size they are shown at, fetched and measured.

use std::sync::{Arc, OnceLock};

use carddesk::api::Client;
use carddesk::domain::{AssetKind, CustomerNumber, ServerAddress, Variant};
use carddesk::media::{DrawProgram, Fetcher, HostPolicy, Loaded, Loader, Picture, PixelBox, sniff};
use carddesk::sandbox::{Sandbox, SandboxOptions};
use divan::{Bencher, black_box};

/// A medium tile's art, in pixels.
pub(super) const TILE: PixelBox = PixelBox { width: 300, height: 189 };

/// The sandbox of this run.
pub(super) fn sandbox() -> &'static Sandbox {
    static SANDBOX: OnceLock<Sandbox> = OnceLock::new();
    SANDBOX.get_or_init(|| Sandbox::start(SandboxOptions::default()).unwrap())
}

fn loader() -> &'static Loader {
    static LOADER: OnceLock<Loader> = OnceLock::new();
    LOADER.get_or_init(|| {
        let fetcher = Fetcher::new(HostPolicy::with_loopback()).unwrap();
        Loader::new(fetcher, DrawProgram::new(env!("CARGO_BIN_EXE_carddesk")))
    })
}

/// The first file of a customer that is declared so.
fn file_of(customer: &str, media_type: &str) -> (Variant, AssetKind) {
    let server = ServerAddress::parse(&sandbox().url()).unwrap();
    let who = super::frame::credentials();
    let number = CustomerNumber::parse(customer).unwrap();
    let list = Client::new(&server).unwrap().list(&who, &number).unwrap();
    let assets = list.cards.iter().flat_map(|card| &card.assets);
    let mut files =
        assets.flat_map(|asset| asset.variants.iter().map(move |variant| (variant, &asset.kind)));
    let is_wanted = |variant: &Variant| variant.declared.media_type.as_deref() == Some(media_type);
    let (variant, kind) = files.find(|(variant, _)| is_wanted(variant)).expect("such a file");
    (variant.clone(), kind.clone())
}

/// Card art of the usual size, read, and as it is shown on a tile.
pub(super) fn art() -> &'static (Arc<Loaded>, Picture) {
    static ART: OnceLock<(Arc<Loaded>, Picture)> = OnceLock::new();
    ART.get_or_init(|| {
        let (variant, kind) = file_of("1002", "image/png");
        let (loaded, picture) = loader().examine(&variant, &kind, Some(TILE)).unwrap();
        (Arc::new(loaded), picture.unwrap())
    })
}

#[divan::bench]
fn sniff_png(bencher: Bencher<'_, '_>) {
    let bytes = &art().0.bytes;
    bencher.bench_local(|| sniff(black_box(bytes)));
}

#[divan::bench]
fn sniff_html(bencher: Bencher<'_, '_>) {
    let bytes = b"<p>Terms and conditions of the card.</p>".repeat(2000);
    bencher.bench_local(|| sniff(black_box(&bytes)));
}

/// 1536 x 969, decoded and scaled to a tile.
#[divan::bench(sample_count = 50)]
fn decode_png_to_a_tile(bencher: Bencher<'_, '_>) {
    let (loaded, loader) = (&art().0, loader());
    bencher.bench_local(|| loader.picture(black_box(loaded), TILE).unwrap());
}

/// The whole way of a file over loopback: fetched, decoded, measured, scaled.
#[divan::bench(sample_count = 50)]
fn examine_png_from_loopback(bencher: Bencher<'_, '_>) {
    let ((variant, kind), loader) = (file_of("1002", "image/png"), loader());
    bencher.bench_local(|| loader.examine(black_box(&variant), &kind, Some(TILE)).unwrap());
}

/// In the drawing process, which is there already.
#[divan::bench(sample_count = 30)]
fn draw_pdf(bencher: Bencher<'_, '_>) {
    let loader = loader();
    let (variant, kind) = file_of("1012", "image/pdf");
    let (loaded, _) = loader.examine(&variant, &kind, Some(TILE)).unwrap();
    bencher.bench_local(|| loader.picture(black_box(&loaded), TILE).unwrap());
}

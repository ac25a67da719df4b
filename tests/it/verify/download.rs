//! The download.
use std::time::Duration;

use carddesk::media::{FetchError, LoadFailure};

use super::case::{Case, Entry, Place, Source, entry};
use super::draw::{ART, LOGO, art, mark};
use crate::media::pdf;
use crate::media::server::{Reply, answer, chunk, file, head_of, redirect};
use crate::support::quiet_port;

pub(super) fn entries() -> Vec<Entry> {
    [addresses(), failures(), statuses(), redirects(), sizes(), types(), times()]
        .into_iter()
        .flatten()
        .collect()
}

/// A whole set whose icon is at this address.
fn at(url: &str) -> Case {
    Case::plain().with(|case| {
        case.card.assets[3].variants[0].url = url.to_owned();
        case.put((3, 0), Source::Address);
    })
}

/// A whole set whose brand's logo the store answers like this.
fn answered(reply: Reply) -> Case {
    Case::plain().with(|case| case.put((1, 0), Source::Answer(reply)))
}

fn addresses() -> Vec<Entry> {
    let refused = [
        "",
        "cards.example.com/icon.png",
        "http://cards.example.com/icon.png",
        "ftp://cards.example.com/icon.png",
        "data:image/png;base64,iVBORw0KGgo=",
        "https://user:secret@cards.example.com/icon.png",
        "https://cards.example.com:8443/icon.png",
        "https://10.0.0.1/icon.png",
        "https://169.254.169.254/latest/meta-data",
        "https://[fd00::1]/icon.png",
        "https://store/icon.png",
        "https://store.local/icon.png",
    ];
    let refused = refused.map(|url| entry(format!("address '{url}'"), "E url-refused", at(url)));
    refused.into()
}

fn failures() -> Vec<Entry> {
    const FAILED: &str = "E download-failed";
    let nobody = quiet_port();
    let timed_out = LoadFailure { error: FetchError::TimedOut.into(), measured: None };
    let half = answer("200 OK\r\nContent-Type: image/png\r\nContent-Length: 1000", &[b'x'; 500]);
    let no_last_chunk =
        Reply::Raw([head_of("200 OK\r\nTransfer-Encoding: chunked"), chunk(b"some")].concat());
    let bytes = mark(LOGO, [30, 60, 200]);
    let chunked = [
        head_of("200 OK\r\nContent-Type: image/png\r\nTransfer-Encoding: chunked"),
        chunk(&bytes),
        chunk(b""),
    ];
    vec![
        entry("nobody at the port", FAILED, at(&format!("http://127.0.0.1:{nobody}/icon.png"))),
        entry("a host without TLS", FAILED, at("https://127.0.0.1:{port}/icon.png")),
        entry(
            "silence",
            FAILED,
            Case::plain().with(|case| case.put((3, 0), Source::Failed(Box::new(timed_out)))),
        ),
        entry("half a file", FAILED, answered(half)),
        entry("chunks without an end", FAILED, answered(no_last_chunk)),
        entry("no answer", FAILED, answered(Reply::Raw(Vec::new()))),
        entry(
            "chunks with an end",
            "",
            Case::small(Place::BrandLogo, "image/png", bytes)
                .with(|case| case.files[0].source = Source::Answer(Reply::Raw(chunked.concat()))),
        ),
    ]
}

fn statuses() -> Vec<Entry> {
    let rows = [204, 302, 304, 401, 403, 404, 410, 429, 500, 503];
    let status = |status: u16| {
        let reply = answer(&format!("{status} X\r\nContent-Length: 0"), b"");
        entry(format!("status {status}"), "E http-status", answered(reply))
    };
    let page = answer("404 X\r\nContent-Type: image/png\r\nContent-Length: 4", b"page");
    let page = entry("status 404 with a page", "E http-status", answered(page));
    rows.into_iter().map(status).chain([page]).collect()
}

fn redirects() -> Vec<Entry> {
    const REDIRECTED: &str = "W redirected";
    // To a file beside, which is another asset's.
    let within = |status: u16| {
        let bytes = mark((1372, 283), [30, 60, 200]);
        Case::plain().with(|case| {
            case.put((1, 0), Source::Bytes("image/png".to_owned(), bytes));
            case.files[0].name = "/moved/logo.png";
            case.put((2, 0), Source::Answer(redirect(status, "/moved/logo.png")));
        })
    };
    let itself = answered(redirect(302, "/loop/logo.png"))
        .with(|case| case.files[0].name = "/loop/logo.png");
    let elsewhere = |location: &str| answered(redirect(302, location));
    vec![
        entry("a file that was moved", REDIRECTED, within(301)),
        entry("a file that is found elsewhere", REDIRECTED, within(307)),
        entry("a redirect to another host", REDIRECTED, elsewhere("https://store.example/file")),
        entry("a redirect to plain http", REDIRECTED, elsewhere("http://store.example/file")),
        entry("a redirect to another port", REDIRECTED, elsewhere("http://127.0.0.1:9/file")),
        entry("a redirect without a target", "E http-status", answered(redirect(302, "http://["))),
        entry("a redirect to itself", "E download-failed", itself),
    ]
}

fn sizes() -> Vec<Entry> {
    const LARGE: &str = "E too-large";
    let said = |bytes: usize| answer(&format!("200 OK\r\nContent-Length: {bytes}"), b"");
    let exact = |bytes: usize| "a word ".repeat(bytes / 7 + 1).into_bytes()[..bytes].to_vec();
    let plain = |bytes: usize| Case::alone(Place::Terms, "text/plain", exact(bytes));
    let pdf = |bytes: usize| answered(said(bytes)).called(Some("application/pdf"));
    vec![
        entry("a PNG over its limit by a byte", LARGE, answered(said((5 << 20) + 1))),
        entry("a PNG of a gigabyte", LARGE, answered(said(1 << 30))),
        entry("a PDF over its limit by a byte", LARGE, pdf((10 << 20) + 1)),
        entry("a PDF under its limit, cut off", "E download-failed", pdf(10 << 20)),
        entry("terms at their limit", "", plain(256 << 10)),
        entry("terms over their limit by a byte", LARGE, plain((256 << 10) + 1)),
        entry("no bytes", "E empty-file", answered(file("image/png", b""))),
        entry("no bytes of unknown length", "E empty-file", answered(answer("200 OK", b""))),
        entry("no terms", "E empty-file", Case::alone(Place::Terms, "text/html", Vec::new())),
        entry(
            "an empty PDF",
            "E empty-file",
            Case::small(Place::IssuerLogo, "application/pdf", Vec::new()),
        ),
    ]
}

fn types() -> Vec<Entry> {
    const MISMATCH: &str = "W content-type-mismatch";
    let bytes = || mark(LOGO, [30, 60, 200]);
    let png =
        |header: &str| Case::small(Place::BrandLogo, header, bytes()).called(Some("image/png"));
    let silent = answer(&format!("200 OK\r\nContent-Length: {}", bytes().len()), &bytes());
    let pdf = |header: &str, declared: &str| {
        Case::small(Place::BrandLogo, header, pdf::logo()).called(Some(declared))
    };
    let terms = |header: &str| {
        Case::alone(Place::Terms, header, b"A fee of 3 %.".to_vec()).called(Some("text/plain"))
    };
    vec![
        entry("a PNG sent as such", "", png("image/png")),
        entry("a PNG sent as IMAGE/PNG", "", png("IMAGE/PNG; q=1")),
        entry("a PNG sent as any bytes", MISMATCH, png("application/octet-stream")),
        entry("a PNG sent as a page", MISMATCH, png("text/html; charset=utf-8")),
        entry("a PNG sent as a JPEG", MISMATCH, png("image/jpeg")),
        entry("a PNG sent as a PDF", MISMATCH, png("application/pdf")),
        entry(
            "a PNG sent as nothing",
            "",
            png("image/png").with(|case| case.files[0].source = Source::Answer(silent)),
        ),
        entry("a PDF under its two names", "", pdf("application/pdf", "image/pdf")),
        entry("a PDF under its other two names", "", pdf("image/pdf", "application/pdf")),
        entry("a PDF sent as any bytes", MISMATCH, pdf("binary/octet-stream", "image/pdf")),
        entry("terms sent with their encoding", "", terms("text/plain; charset=utf-8")),
        entry("terms sent as a page", MISMATCH, terms("text/html")),
    ]
}

fn times() -> Vec<Entry> {
    const SLOW: &str = "N slow-download";
    let logo = || Case::small(Place::BrandLogo, "image/png", mark(LOGO, [30, 60, 200]));
    let broken = || Case::small(Place::Art, "image/png", art(ART)[..60].to_vec());
    vec![
        entry("a file in three seconds", "", logo().later(|m| m.elapsed = Duration::from_secs(3))),
        entry(
            "a file in a little more",
            SLOW,
            logo().later(|m| m.elapsed = Duration::from_millis(3001)),
        ),
        entry("a file in ten seconds", SLOW, logo().later(|m| m.elapsed = Duration::from_secs(10))),
        entry(
            "a broken file in ten seconds",
            "N slow-download, E undecodable",
            broken().later(|m| m.elapsed = Duration::from_secs(10)),
        ),
    ]
}

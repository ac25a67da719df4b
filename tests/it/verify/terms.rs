//! Terms: text and pages; and SVG, which is markup as well.
use encoding_rs::{KOI8_R, WINDOWS_1251};

use super::case::{Entry, entry};
use super::file::{logo, terms};
use crate::media::pdf;

pub(super) fn entries() -> Vec<Entry> {
    texts().into_iter().chain(pages()).collect()
}

fn texts() -> Vec<Entry> {
    const ENCODING: &str = "W text-not-utf8";
    const EMPTY: &str = "E terms-empty";
    let words = "Условия договора. Комиссия 3 %. Подробнее: https://bank.example/terms";
    let windows = WINDOWS_1251.encode(words).0.into_owned();
    let page = format!("<meta charset=windows-1251><p>{words}</p>");
    let utf16: Vec<u8> =
        [0xff, 0xfe].into_iter().chain(words.encode_utf16().flat_map(u16::to_le_bytes)).collect();
    let text = |bytes: &[u8]| terms("text/plain", bytes);
    let html = |page: &str| terms("text/html", page);
    vec![
        entry("terms with a link", "", text(words.as_bytes())),
        entry(
            "terms with a byte order mark",
            "",
            text(&[b"\xef\xbb\xbf", words.as_bytes()].concat()),
        ),
        entry("terms in ASCII", "", text(b"A fee of 3 %.")),
        entry("terms in windows-1251", ENCODING, text(&windows)),
        entry("terms in KOI8-R", ENCODING, text(&KOI8_R.encode(words).0)),
        entry("terms in UTF-16", ENCODING, text(&utf16)),
        entry(
            "a page in windows-1251",
            ENCODING,
            terms("text/html", &*WINDOWS_1251.encode(&page).0),
        ),
        entry("a page in UTF-8 that names another encoding", "", html(&page)),
        entry("blank terms", EMPTY, text(b" \r\n\t\n")),
        entry("terms of a mark alone", EMPTY, text(b"\xef\xbb\xbf")),
        entry("terms that are an address", EMPTY, text(b"https://bank.example/terms\n")),
        entry("terms that are a site", EMPTY, text(b"www.bank.example")),
        entry("terms that name an address", "", text(b"See https://bank.example/terms")),
        entry("a page without words", EMPTY, html("<html><body> <hr></body></html>")),
        entry(
            "a page that is an address",
            EMPTY,
            html("<p><a href='https://bank.example'>https://bank.example</a></p>"),
        ),
        entry("terms as a PDF", "", terms("application/pdf", pdf::logo())),
    ]
}

fn pages() -> Vec<Entry> {
    const ACTIVE: &str = "W html-active-content";
    let html = |part: &str| terms("text/html", format!("<p>A fee of 3 %.</p>{part}"));
    let svg = |part: &str| {
        let shape = "<rect x='20' y='20' width='160' height='60' fill='#36c'/>";
        let root = "<svg xmlns='http://www.w3.org/2000/svg' width='200' height='41'>";
        logo("image/svg+xml", format!("{root}{shape}{part}</svg>").into_bytes())
    };
    let rows = [
        ("a script", "<script>x()</script>"),
        ("an event handler", "<p onclick='x()'>More</p>"),
        ("a frame", "<iframe src='https://x.example'></iframe>"),
        ("a form", "<form action='/x'><input name=a></form>"),
        ("a picture from elsewhere", "<img src='https://x.example/a.png'>"),
        ("a style from elsewhere", "<link rel='stylesheet' href='https://x.example/a.css'>"),
        ("an imported style", "<style>@import 'https://x.example/a.css';</style>"),
        ("a link that is a script", "<a href='javascript:x()'>More</a>"),
        ("a page that sends on", "<meta http-equiv=refresh content='0;url=https://x.example'>"),
    ];
    let inert = [
        ("a link", "<a href='https://bank.example'>More</a>"),
        ("a picture in it", "<img src='data:image/gif;base64,R0lGODlhAQABAAAAACw='>"),
        ("a style of its own", "<style>p { color: #333 }</style>"),
        ("where it belongs", "<link rel=canonical href='https://bank.example/terms'>"),
        ("words about scripts", "<p>onclick &lt;script&gt; javascript: is not run</p>"),
    ];
    let rows = rows.map(|(name, part)| entry(format!("a page with {name}"), ACTIVE, html(part)));
    let inert = inert.map(|(name, part)| entry(format!("a page with {name}"), "", html(part)));
    let drawn = [
        ("an SVG", "W media-type-unknown", ""),
        (
            "an SVG with a script",
            "W media-type-unknown, W html-active-content",
            "<script>x()</script>",
        ),
        (
            "an SVG with a picture from elsewhere",
            "W media-type-unknown, W html-active-content",
            "<image href='https://x.example/a.png' width='9' height='9'/>",
        ),
    ];
    let drawn = drawn.map(|(name, expected, part)| entry(name, expected, svg(part)));
    rows.into_iter().chain(inert).chain(drawn).collect()
}

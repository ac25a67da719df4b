//! The file: its type, whether it can be read, how it is built.
use carddesk::domain::AssetKind;

use super::case::{Case, Entry, Place, asset, entry};
use super::draw::{ART, LOGO, art, blue, mark, opaque};
use super::drawn;
use crate::media::deflate::zlib;
use crate::media::pdf::{self, document, one_page, page, page_with, stream};
use crate::media::png::{GREY, GREY_ALPHA, PALETTE, Png, RGB, RGBA, chunk};

pub(super) fn entries() -> Vec<Entry> {
    [types(), unreadable(), damaged(), pixels(), built(), pdfs(), pdf_parts(), drawn::entries()]
        .into_iter()
        .flatten()
        .collect()
}

macro_rules! sample {
    ($name:literal) => {
        include_bytes!(concat!("../media/samples/", $name)).to_vec()
    };
}

fn png(bytes: Vec<u8>) -> Case {
    Case::small(Place::Art, "image/png", bytes)
}

pub(super) fn logo(media_type: &str, bytes: Vec<u8>) -> Case {
    Case::small(Place::BrandLogo, media_type, bytes)
}

pub(super) fn terms(media_type: &str, bytes: impl Into<Vec<u8>>) -> Case {
    Case::alone(Place::Terms, media_type, bytes.into())
}

const PAGE: &str = "<!DOCTYPE html><html><body><h1>Not found</h1></body></html>";

fn types() -> Vec<Entry> {
    const OTHER: &str = "E not-the-declared-type";
    let mark = || mark(LOGO, [30, 60, 200]);
    vec![
        entry(
            "an error page called a PNG",
            "E not-the-declared-type, W content-type-mismatch",
            Case::small(Place::Art, "text/html", PAGE.into()).called(Some("image/png")),
        ),
        entry("an error page sent as a PNG", OTHER, png(PAGE.into())),
        entry("words sent as a PDF", OTHER, logo("application/pdf", b"Access denied".to_vec())),
        entry("a JPEG called a PNG", OTHER, logo("image/png", sample!("baseline.jpg"))),
        entry("a PDF called a PNG", OTHER, logo("image/png", pdf::logo())),
        entry("a PNG called a PDF", OTHER, logo("image/pdf", mark())),
        entry(
            "a GIF called a PNG",
            "E not-the-declared-type, N palette",
            logo("image/png", sample!("plain.gif")),
        ),
        entry("a BMP called a PNG", OTHER, logo("image/png", bmp())),
        entry("a PNG without its mark", OTHER, logo("image/png", mark()[1..].to_vec())),
        entry("a page called plain text", OTHER, terms("text/plain", PAGE)),
        entry("a piece of a page called a page", "", terms("text/html", "Fee: <b>3 %</b>")),
        entry("plain text called a page", "", terms("text/html", "A fee of 3 %")),
        entry(
            "a JPEG called a JPEG",
            "W media-type-unknown",
            logo("image/jpeg", sample!("baseline.jpg")),
        ),
    ]
}

fn bmp() -> Vec<u8> {
    let head = [b'B', b'M', 58, 0, 0, 0, 0, 0, 0, 0, 54, 0, 0, 0, 40, 0, 0, 0, 1, 0, 0, 0, 1, 0];
    [&head[..], &[0, 0, 1, 0, 24, 0], &[0; 28]].concat()
}

fn unreadable() -> Vec<Entry> {
    const UNDECODABLE: &str = "E undecodable";
    let whole = art(ART);
    let mut bad_picture = Png::new(16, 10, 8, RGB).write(|x, y| vec![x as u16, y as u16, 9]);
    let last = bad_picture.len() - 12 - 1;
    bad_picture[last] ^= 0xff;
    let mut no_picture = Png::new(16, 10, 8, RGB).head();
    no_picture.extend(chunk(b"IEND", b""));
    let mut short_rows = Png::new(16, 10, 8, RGB).head();
    short_rows.extend(chunk(b"IDAT", &zlib(&[0; 100])));
    short_rows.extend(chunk(b"IEND", b""));
    let mut bad_header = whole.clone();
    bad_header[24] = 3;
    let other = format!("{UNDECODABLE}, W media-type-unknown");
    vec![
        entry("half a PNG", UNDECODABLE, png(whole[..whole.len() / 2].to_vec())),
        entry(
            "a PNG cut before its last chunk",
            UNDECODABLE,
            png(whole[..whole.len() - 12].to_vec()),
        ),
        entry("a PNG with a bad checksum in its picture", UNDECODABLE, png(bad_picture)),
        entry("a PNG without a picture", UNDECODABLE, png(no_picture)),
        entry("a PNG with too few rows", UNDECODABLE, png(short_rows)),
        entry("a PNG of three bits a channel", UNDECODABLE, png(bad_header)),
        entry("a PDF of words", UNDECODABLE, logo("application/pdf", b"%PDF-1.7\nwords".to_vec())),
        entry(
            "a JPEG of its head alone",
            other.clone(),
            logo("image/jpeg", sample!("baseline.jpg")[..40].to_vec()),
        ),
        entry(
            "an SVG that is not closed",
            other.clone(),
            logo("image/svg+xml", b"<svg xmlns='http://www.w3.org/2000/svg'><g>".to_vec()),
        ),
        entry("a BMP called so", other, logo("image/bmp", bmp())),
    ]
}

fn damaged() -> Vec<Entry> {
    const DAMAGED: &str = "W damaged";
    let with_text = |spoil: bool| {
        let mut bytes = Png::new(ART.0, ART.1, 8, RGB)
            .with(b"tEXt", b"Title\0x")
            .write(|x, y| blue(x, y).map(u16::from).to_vec());
        let at = bytes.windows(4).position(|window| window == b"tEXt").unwrap();
        bytes[at + 10] ^= if spoil { 0xff } else { 0 };
        bytes
    };
    // The last byte of the compressed pixels' own checksum; that of the part is right.
    let with_sum = |colour: u8, spoil: bool| {
        let png = Png::new(ART.0, ART.1, 8, colour);
        let mut rows = Vec::new();
        for y in 0..ART.1 {
            rows.push(0);
            for x in 0..ART.0 {
                let [r, g, b] = blue(x, y);
                rows.extend(if colour == RGB { vec![r, g, b] } else { vec![b.wrapping_add(r)] });
            }
        }
        let mut data = zlib(&rows);
        if let Some(last) = data.last_mut() {
            *last ^= if spoil { 0xff } else { 0 };
        }
        [png.head(), chunk(b"IDAT", &data), chunk(b"IEND", b"")].concat()
    };
    let longer = |bytes: Vec<u8>, tail: &[u8]| [&bytes, tail].concat();
    let cut = |bytes: Vec<u8>, most: usize| bytes[..bytes.len() - most].to_vec();
    vec![
        entry("a PNG with a text beside", "", png(with_text(false))),
        entry("a PNG with a bad checksum beside its picture", DAMAGED, png(with_text(true))),
        entry("a PNG whose pixels have their checksum", "", png(with_sum(RGB, false))),
        entry("a PNG whose pixels have a bad checksum", DAMAGED, png(with_sum(RGB, true))),
        entry(
            "a grey PNG whose pixels have their checksum",
            "N grayscale",
            png(with_sum(GREY, false)),
        ),
        entry(
            "a grey PNG whose pixels have a bad checksum",
            "W damaged, N grayscale",
            png(with_sum(GREY, true)),
        ),
        entry("a PNG with bytes after its end", DAMAGED, png(longer(art(ART), b"<?php evil ?>"))),
        entry("a PNG with a byte after its end", DAMAGED, png(longer(art(ART), b"\n"))),
        entry(
            "a JPEG without its end",
            "W damaged, W media-type-unknown",
            logo("image/jpeg", cut(sample!("baseline.jpg"), 12)),
        ),
        entry(
            "a PDF with bytes after its end",
            DAMAGED,
            logo("image/pdf", longer(pdf::logo(), b"x")),
        ),
        entry(
            "a PDF with blank lines after its end",
            "",
            logo("image/pdf", longer(pdf::logo(), b"\r\n\n")),
        ),
        entry("a PDF without its last line", DAMAGED, logo("image/pdf", cut(pdf::logo(), 6))),
    ]
}

fn pixels() -> Vec<Entry> {
    const DIFFERS: &str = "W size-differs-from-declared";
    const MANY: &str = "E too-many-pixels";
    let head = |width: u32, height: u32| {
        let mut bytes = Png::new(width, height, 8, RGB).head();
        bytes.extend(chunk(b"IDAT", &zlib(&[0; 100])));
        bytes.extend(chunk(b"IEND", b""));
        logo("image/png", bytes)
    };
    let wide = |width: u32| {
        logo("image/png", opaque((width, 8), |x, _| blue(x / 16, 0).map(|c| c / 2 + 90)))
    };
    let art = || png(art(ART));
    vec![
        entry("a PNG 4096 wide", "", wide(4096)),
        entry("a PNG 4097 wide", MANY, wide(4097)),
        entry("a PNG of 4000 by 4001", MANY, head(4000, 4001)),
        entry("a PNG of a thousand million", MANY, head(100_000, 10_000)),
        entry("art of the declared size", "", art().declared(Some(160), Some(101))),
        entry("art of another width", DIFFERS, art().declared(Some(161), Some(101))),
        entry("art of another height", DIFFERS, art().declared(Some(160), Some(100))),
        entry("art of another height alone", DIFFERS, art().declared(None, Some(100))),
        entry("art of the size in its name", "", art().named("w160_h101.png")),
        entry("art of another size than in its name", DIFFERS, art().named("w1536_h969.png")),
        entry(
            "art of another size than in its name, as declared",
            DIFFERS,
            art().named("w320_h202.png").declared(Some(160), Some(101)),
        ),
        entry("art with no size in its name", "", art().named("w0_h0.png")),
    ]
}

fn built() -> Vec<Entry> {
    let colour = |depth: u8| {
        Png::new(ART.0, ART.1, depth, RGB)
            .write(move |x, y| blue(x, y).map(|c| u16::from(c) << (depth - 8)).to_vec())
    };
    let interlaced = |kind: u8| {
        Png::new(ART.0, ART.1, 8, kind).interlaced().write(move |x, y| {
            let [r, g, b] = blue(x, y).map(u16::from);
            if kind == GREY {
                vec![r]
            } else if kind == RGBA {
                vec![r, g, b, 255]
            } else {
                vec![r, g, b]
            }
        })
    };
    let grey = |kind: u8, depth: u8| {
        Png::new(ART.0, ART.1, depth, kind).write(move |x, _| {
            let level = u16::from(blue(x, 0)[0]) << (depth - 8);
            let most = ((1_u32 << depth) - 1) as u16;
            if kind == GREY { vec![level] } else { vec![level, most] }
        })
    };
    let palette = |depth: u8| {
        Png::new(ART.0, ART.1, depth, PALETTE)
            .with(b"PLTE", &[20, 40, 120, 40, 80, 120])
            .write(|x, _| vec![u16::from(x > 70)])
    };
    let cmyk = |place| Case::small(place, "image/jpeg", sample!("cmyk.jpg"));
    let partner = cmyk(Place::BrandLogo)
        .with(|case| case.card.assets.push(asset(AssetKind::BrandLogo, "image/png", None)))
        .with(|case| case.card.assets[1].kind = AssetKind::CoBrandLogo);
    const CMYK: &str = "N cmyk, W media-type-unknown";
    vec![
        entry("eight bits of colour", "", png(colour(8))),
        entry("sixteen bits of colour", "N sixteen-bit", png(colour(16))),
        entry("interlaced colour", "N interlaced", png(interlaced(RGB))),
        entry("interlaced colour with alpha", "N interlaced", png(interlaced(RGBA))),
        entry("interlaced grey", "N interlaced, N grayscale", png(interlaced(GREY))),
        entry("grey", "N grayscale", png(grey(GREY, 8))),
        entry("grey with alpha", "N grayscale", png(grey(GREY_ALPHA, 8))),
        entry("grey of sixteen bits", "N grayscale, N sixteen-bit", png(grey(GREY, 16))),
        entry(
            "grey of sixteen bits with alpha",
            "N grayscale, N sixteen-bit",
            png(grey(GREY_ALPHA, 16)),
        ),
        entry(
            "grey that is stored as colour",
            "",
            png(opaque(ART, |x, _| [(20 + x / 8) as u8; 3])),
        ),
        entry("a palette of a bit", "N palette", png(palette(1))),
        entry("a palette of eight bits", "N palette", png(palette(8))),
        entry(
            "an interlaced GIF",
            "N palette, N interlaced, W media-type-unknown",
            logo("image/gif", sample!("interlaced.gif")),
        ),
        entry(
            "a progressive JPEG",
            "N interlaced, W media-type-unknown",
            logo("image/jpeg", sample!("progressive.jpg")),
        ),
        entry(
            "a grey JPEG",
            "N grayscale, W media-type-unknown",
            logo("image/jpeg", sample!("grey.jpg")),
        ),
        entry("a brand's logo for printing", CMYK, cmyk(Place::BrandLogo)),
        entry("an issuer's logo for printing", CMYK, cmyk(Place::IssuerLogo)),
        entry("a partner's logo for printing", CMYK, partner),
    ]
}

const SHAPE: &str = "0.2 0.4 0.8 rg 20 20 m 180 20 l 160 80 l 40 80 l h f";

fn pdfs() -> Vec<Entry> {
    const ENCRYPTED: &str = "E pdf-encrypted";
    const PAGES: &str = "W pdf-pages";
    let pages = |count: usize| {
        let kids: String = (0..count).map(|index| format!("{} 0 R ", 3 + 2 * index)).collect();
        let mut objects = vec![
            b"<< /Type /Catalog /Pages 2 0 R >>".to_vec(),
            format!("<< /Type /Pages /Kids [{kids}] /Count {count} >>").into_bytes(),
        ];
        for index in 0..count {
            let entries = "/MediaBox [0 0 200 100]";
            let content = 4 + 2 * index;
            objects.push(
                format!("<< /Type /Page /Parent 2 0 R {entries} /Contents {content} 0 R >>").into(),
            );
            objects.push(stream("", SHAPE.as_bytes()));
        }
        pdf::file(&objects, "")
    };
    let pdf = |bytes: Vec<u8>| logo("application/pdf", bytes);
    vec![
        entry("a logo as a PDF", "", pdf(pdf::logo())),
        entry("a logo as image/pdf", "", logo("image/pdf", pdf::logo())),
        entry("a PDF with a password", ENCRYPTED, pdf(sample!("password.pdf"))),
        entry(
            "a PDF as image/pdf with a password",
            ENCRYPTED,
            logo("image/pdf", sample!("password.pdf")),
        ),
        entry("a PDF that opens without its password", ENCRYPTED, pdf(sample!("no-password.pdf"))),
        entry("a PDF of one page", "", pdf(pages(1))),
        entry("a PDF of two pages", PAGES, pdf(pages(2))),
        entry("a PDF of three pages", PAGES, pdf(pages(3))),
        entry("a PDF of twenty pages", PAGES, logo("image/pdf", pages(20))),
        entry("a PDF of no page", "E undecodable", pdf(pages(0))),
    ]
}

fn pdf_parts() -> Vec<Entry> {
    const ACTIVE: &str = "E pdf-active-content";
    const RASTER: &str = "W pdf-raster-only";
    let pdf = |bytes: Vec<u8>| logo("application/pdf", bytes);
    let content = || stream("", SHAPE.as_bytes());
    let script = "<< /S /JavaScript /JS (app.alert\\(1\\)) >>";
    let catalogue = |entries: &str| pdf(document(entries, page(""), content(), &[]));
    let launch = page_with(
        "/MediaBox [0 0 200 100] /Annots [<< /Type /Annot /Subtype /Link /Rect [0 0 9 9] \
         /A << /S /Launch /F (calc.exe) >> >>]",
    );
    let link = page_with(
        "/MediaBox [0 0 200 100] /Annots [<< /Type /Annot /Subtype /Link /Rect [0 0 9 9] \
         /A << /S /URI /URI (https://bank.example) >> >>]",
    );
    let attached = [stream("/Type /EmbeddedFile", b"hello")];
    let picture = |entries: &str, data: &[u8]| {
        let entries = format!("/Type /XObject /Subtype /Image /Width 2 /Height 1 {entries}");
        stream(&entries, data)
    };
    let plain = "/ColorSpace /DeviceRGB /BitsPerComponent 8";
    let red_and_blue = || picture(plain, &[255, 0, 0, 0, 0, 255]);
    let shown = |content: &str, picture: Vec<u8>| {
        pdf(one_page(page("/XObject << /Im 5 0 R >>"), content, &[picture]))
    };
    let draw = "q 200 0 0 100 0 0 cm /Im Do Q";
    let broken = |filter: &str| picture(&format!("{plain} /Filter /{filter}"), b"no picture");
    const INCOMPLETE: &str = "W pdf-renders-incompletely";
    vec![
        entry("a script at opening", ACTIVE, catalogue(&format!("/OpenAction {script}"))),
        entry(
            "a site at opening",
            ACTIVE,
            catalogue("/OpenAction << /S /URI /URI (https://x.example) >>"),
        ),
        entry("a page to open at", "", catalogue("/OpenAction [3 0 R /Fit]")),
        entry("a place to go to", "", catalogue("/OpenAction << /S /GoTo /D [3 0 R /Fit] >>")),
        entry("a program to start", ACTIVE, pdf(document("", launch, content(), &[]))),
        entry("a link to a site", "", pdf(document("", link, content(), &[]))),
        entry("a file in it", ACTIVE, pdf(document("", page(""), content(), &attached))),
        entry("a page that is a picture", RASTER, shown(draw, red_and_blue())),
        entry(
            "a picture on a ground",
            RASTER,
            shown(&format!("1 1 1 rg 0 0 200 100 re f {draw}"), red_and_blue()),
        ),
        entry(
            "two pictures",
            RASTER,
            shown(&format!("{draw} q 90 0 0 90 0 0 cm /Im Do Q"), red_and_blue()),
        ),
        entry("a picture and a shape", "", shown(&format!("{draw} {SHAPE}"), red_and_blue())),
        entry("a broken JPEG", INCOMPLETE, shown(&format!("{draw} {SHAPE}"), broken("DCTDecode"))),
        entry(
            "a broken JPEG 2000",
            INCOMPLETE,
            shown(&format!("{draw} {SHAPE}"), broken("JPXDecode")),
        ),
        entry(
            "a broken JBIG2",
            INCOMPLETE,
            shown(&format!("{SHAPE} {draw}"), broken("JBIG2Decode")),
        ),
    ]
}

//! What a file is, by its first bytes.
use carddesk::media::{MediaKind, sniff};
use proptest::prelude::*;

use MediaKind::{Gif, Html, Jpeg, Other, Pdf, Png, Svg, Text, WebP};

fn utf16(text: &str, big: bool) -> Vec<u8> {
    let units = std::iter::once(0xfeff).chain(text.encode_utf16());
    units.flat_map(|unit| if big { unit.to_be_bytes() } else { unit.to_le_bytes() }).collect()
}

#[test]
fn magic_bytes_tell_pictures_and_documents() {
    let rows: [(&[u8], MediaKind); 22] = [
        (b"\x89PNG\r\n\x1a\n", Png),
        (b"\x89PNG\r\n\x1a\n<html>", Png),
        (b"\x89PNG\n\x1a\n", Other),
        (b"\xff\xd8\xff\xe0\x00\x10JFIF", Jpeg),
        (b"\xff\xd8\xff\xdb", Jpeg),
        (b"GIF87a", Gif),
        (b"GIF89a", Gif),
        (b"GIF88a", Text),
        (b"RIFF\x00\x00\x00\x00WEBPVP8 ", WebP),
        (b"RIFF\x00\x00\x00\x00WAVEfmt ", Other),
        (b"%PDF-1.4\n", Pdf),
        (b"\r\n%PDF-2.0", Pdf),
        (b"HTTP headers left over\r\n\r\n%PDF-1.7", Pdf),
        (b"BM\x36\x00\x03\x00\x00\x00\x00\x00\x36\x00\x00\x00\x28\x00\x00\x00\x00\x01\x00\x00\x00\x01\x00\x00\x01", Other),
        (b"II*\0\x08\0\0\0", Other),
        (b"MM\0*\0\0\0\x08", Other),
        (b"\0\0\x01\0\x01\0", Other),
        (b"\0\0\0\x20ftypavif", Other),
        (b"PK\x03\x04", Other),
        (b"\x1f\x8b\x08", Other),
        (b"\x7fELF\x02\x01\x01\0", Other),
        (b"\0\0\0\0", Other),
    ];
    for (bytes, kind) in rows {
        assert_eq!(sniff(bytes), kind, "{}", bytes.escape_ascii());
    }
}

#[test]
fn the_mark_of_a_pdf_counts_in_the_first_kilobyte() {
    let with_junk = |junk: usize| [vec![b' '; junk], b"%PDF-1.4".to_vec()].concat();
    assert_eq!(sniff(&with_junk(1019)), Pdf);
    assert_eq!(sniff(&with_junk(1020)), Text);
}

#[test]
fn markup_is_told_by_its_first_element() {
    let long = "x".repeat(3000);
    let long_comment = format!("<?xml version='1.0'?>\n<!-- {long} -->\n<svg width='1'/>");
    let rows: Vec<(&str, MediaKind)> = vec![
        ("<svg xmlns='http://www.w3.org/2000/svg'/>", Svg),
        ("\u{feff}  \n<SVG>", Svg),
        ("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<svg>", Svg),
        ("<!-- made by a tool --><svg>", Svg),
        (
            "<?xml version='1.0'?><!DOCTYPE svg PUBLIC '-//W3C//DTD SVG 1.1//EN' 'svg11.dtd'><svg>",
            Svg,
        ),
        ("<!DOCTYPE svg [ <!ENTITY a 'b'> ]><svg>", Svg),
        ("<!DOCTYPE lolz [ <!ENTITY a 'b>'> ]><svg>", Svg),
        ("<svg:svg xmlns:svg='http://www.w3.org/2000/svg'/>", Svg),
        ("<svg", Svg),
        (&long_comment, Svg),
        ("<svgfoo>", Text),
        ("<!DOCTYPE html><title>x</title>", Html),
        ("<!doctype HTML PUBLIC '-//W3C//DTD HTML 4.01//EN'>", Html),
        ("<html><svg></svg></html>", Html),
        ("<?xml version='1.0'?><html xmlns='http://www.w3.org/1999/xhtml'><body><svg/>", Html),
        ("\n\n<!-- a --><!-- b -->\n<BODY>", Html),
        ("<p>Terms", Html),
        ("<h1 class='x'>Terms</h1>", Html),
        ("<script>", Html),
        ("<br/>Terms", Html),
        ("<?xml version='1.0'?><Error><Code>AccessDenied</Code></Error>", Text),
        ("<3 to our customers", Text),
        ("< 5 % interest", Text),
        ("<ФИО>, именуемый далее", Text),
        ("<paragraph>", Text),
        ("<!-- never closed <svg>", Text),
        ("<", Text),
        ("{\"error\": \"not found\"}", Text),
        ("Terms and <b>conditions</b>", Text),
        ("https://store.example/terms", Text),
        ("", Text),
    ];
    for (text, kind) in rows {
        assert_eq!(sniff(text.as_bytes()), kind, "{text}");
    }
}

#[test]
fn text_is_text_in_every_encoding_that_is_read() {
    let russian = "Условия обслуживания";
    assert_eq!(sniff(russian.as_bytes()), Text);
    assert_eq!(sniff(&encoding_rs::WINDOWS_1251.encode(russian).0), Text);
    assert_eq!(sniff(&encoding_rs::KOI8_R.encode(russian).0), Text);
    for big in [false, true] {
        assert_eq!(sniff(&utf16(russian, big)), Text);
        assert_eq!(sniff(&utf16("<!DOCTYPE html><p>x", big)), Html);
        assert_eq!(sniff(&utf16("\0\0", big)), Other);
    }
    // The mark of UTF-16 alone makes no text of what is none.
    assert_eq!(sniff(b"\xff\xfe\x01\x00\x02\x00\x03\x00"), Other);
    assert_eq!(sniff(b"text with a \x01 byte"), Other);
    assert_eq!(sniff(&[b"text".repeat(300), vec![0]].concat()), Text, "told by the first kilobyte");
}

#[test]
fn declared_types_are_read_loosely() {
    let rows = [
        ("image/png", Some(Png)),
        (" IMAGE/PNG ; charset=binary", Some(Png)),
        ("image/jpg", Some(Jpeg)),
        ("image/pdf", Some(Pdf)),
        ("application/pdf", Some(Pdf)),
        ("image/svg+xml;charset=utf-8", Some(Svg)),
        ("text/html; charset=windows-1251", Some(Html)),
        ("application/octet-stream", None),
        ("png", None),
        ("", None),
    ];
    for (text, kind) in rows {
        assert_eq!(MediaKind::of_media_type(text), kind, "{text}");
    }
    for kind in [Png, Jpeg, WebP, Gif, Svg, Pdf, Html, Text] {
        assert_eq!(MediaKind::of_media_type(kind.media_type()), Some(kind));
    }
}

proptest! {
    #[test]
    fn any_bytes_are_of_some_kind(bytes in proptest::collection::vec(any::<u8>(), 0..300)) {
        let kind = sniff(&bytes);
        prop_assert!(kind.byte_limit() > 0);
    }

    #[test]
    fn any_markup_is_of_some_kind(text in "(<|<!--|-->|<\\?|\\?>|<!DOCTYPE |svg|html|\\[|\\]|>| |я|\u{feff}){0,20}") {
        let kind = sniff(text.as_bytes());
        prop_assert!(matches!(kind, Svg | Html | Text));
    }
}

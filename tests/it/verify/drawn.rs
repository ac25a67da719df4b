//! PDFs that the renderer draws otherwise than meant, and pages that only seem to be pictures.
use super::case::{Case, Entry, entry};
use super::file::logo;
use crate::media::pdf::{one_page, page, page_with, stream};

pub(super) fn entries() -> Vec<Entry> {
    [fonts(), annotations(), pictures(), names()].into_iter().flatten().collect()
}

const INCOMPLETE: &str = "W pdf-renders-incompletely";
const SHAPE: &str = "0.2 0.4 0.8 rg 20 20 m 180 20 l 160 80 l 40 80 l h f";

fn pdf(page: String, content: &str, further: &[Vec<u8>]) -> Case {
    logo("application/pdf", one_page(page, content, further))
}

/// Blue words in a font that is described like this.
fn words(font: &str, text: &str) -> Case {
    let fonts = format!("/Font << /F1 << /Type /Font {font} >> >>");
    pdf(page(&fonts), &format!("0.2 0.4 0.8 rg BT /F1 60 Tf 20 30 Td {text} Tj ET"), &[])
}

fn fonts() -> Vec<Entry> {
    let simple = |kind: &str, name: &str| format!("/Subtype /{kind} /BaseFont /{name}");
    let named = |entries: &str| {
        let fonts = format!("/Font << /F1 << /Type /Font {entries} >> >>");
        pdf(page(&fonts), SHAPE, &[])
    };
    let composite = "/Subtype /Type0 /BaseFont /Arial /Encoding /Identity-H /DescendantFonts [<< \
         /Type /Font /Subtype /CIDFontType2 /BaseFont /Arial /CIDSystemInfo \
         << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> >>]";
    let cyrillic = "/Subtype /TrueType /BaseFont /Arial /Encoding << /Type /Encoding \
         /BaseEncoding /WinAnsiEncoding /Differences [65 /afii10017 /afii10018] >>";
    vec![
        entry("words in a standard font", "", words(&simple("Type1", "Helvetica-Bold"), "(Visa)")),
        entry("words in Arial", "", words(&simple("TrueType", "Arial,Bold"), "(Visa)")),
        entry(
            "words in a font of which the file has the name alone",
            INCOMPLETE,
            words(&simple("TrueType", "HouseSans-Bold"), "(Visa)"),
        ),
        entry(
            "such a font that is named and not used",
            "",
            named(&simple("TrueType", "HouseSans-Bold")),
        ),
        entry(
            "words by the numbers of shapes of a font that is not there",
            INCOMPLETE,
            words(composite, "<00390044>"),
        ),
        entry(
            "Russian words in a font that is not there",
            INCOMPLETE,
            words(cyrillic, "(AB Visa)"),
        ),
    ]
}

fn annotations() -> Vec<Entry> {
    let with = |annotation: &str| {
        let annotation = format!("<< /Type /Annot /Rect [20 20 180 80] {annotation} >>");
        pdf(page_with(&format!("/MediaBox [0 0 200 100] /Annots [{annotation}]")), SHAPE, &[form()])
    };
    vec![
        entry("a circle as a remark", INCOMPLETE, with("/Subtype /Circle /C [1 0 0]")),
        entry("a marked text", INCOMPLETE, with("/Subtype /Highlight /C [1 1 0]")),
        entry("a hidden remark", "", with("/Subtype /Circle /C [1 0 0] /F 2")),
        entry("a remark with its drawing", "", with("/Subtype /Circle /AP << /N 5 0 R >>")),
        entry("a link with a border", INCOMPLETE, with("/Subtype /Link /Border [0 0 2]")),
        entry("a link without a border", "", with("/Subtype /Link /Border [0 0 0]")),
        entry(
            "a box that is off",
            "",
            with("/Subtype /Widget /FT /Btn /AS /Off /AP << /N << /Yes 5 0 R >> >>"),
        ),
        entry(
            "a box in a state without a drawing",
            INCOMPLETE,
            with("/Subtype /Widget /FT /Btn /AS /On /AP << /N << /Yes 5 0 R >> >>"),
        ),
    ]
}

/// What a remark looks like.
fn form() -> Vec<u8> {
    stream("/Type /XObject /Subtype /Form /BBox [0 0 9 9]", b"1 0 0 rg 0 0 m 9 0 l 9 9 l f")
}

fn pictures() -> Vec<Entry> {
    const RASTER: &str = "W pdf-raster-only";
    const PAGE: &str = "q 200 0 0 100 0 0 cm /Im Do Q";
    const SMALL: &str = "q 40 0 0 40 10 30 cm /Im Do Q";
    let shown = |content: &str| {
        let picture = stream(
            "/Type /XObject /Subtype /Image /Width 2 /Height 1 /ColorSpace /DeviceRGB \
             /BitsPerComponent 8",
            &[255, 0, 0, 0, 0, 255],
        );
        let fonts = "/Font << /F1 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >>";
        pdf(page(&format!("/XObject << /Im 5 0 R >> {fonts}")), content, &[picture])
    };
    let text = |mode: u8| format!("{PAGE} BT {mode} Tr /F1 20 Tf 20 40 Td (Visa) Tj ET");
    vec![
        entry("a scan with the words that were read", RASTER, shown(&text(3))),
        entry("a picture with words on it", "", shown(&text(0))),
        entry("a picture with blanks on it", RASTER, shown(&text(0).replace("Visa", "  "))),
        entry(
            "a scan with a white rectangle",
            RASTER,
            shown(&format!("{PAGE} 1 1 1 rg 20 20 30 10 re f")),
        ),
        entry(
            "a scan with a black rectangle",
            RASTER,
            shown(&format!("{PAGE} 0 0 0 rg 20 20 30 10 re f")),
        ),
        entry(
            "a picture that is cut to a shape",
            RASTER,
            shown(&format!("0 0 m 200 0 l 100 100 l h W n {PAGE}")),
        ),
        entry(
            "a shape beside the page",
            RASTER,
            shown(&format!("{PAGE} 300 0 m 400 0 l 350 9 l f")),
        ),
        entry(
            "rectangles beside a small picture",
            "",
            shown(&format!("{SMALL} 0 0.3 0.8 rg 80 30 20 40 re f 110 30 20 40 re f")),
        ),
        entry("a small picture", RASTER, shown(SMALL)),
        entry(
            "rectangles without a picture",
            "",
            shown("0 0.3 0.8 rg 80 30 20 40 re f 110 30 20 40 re f"),
        ),
    ]
}

/// Names that begin as others do.
fn names() -> Vec<Entry> {
    let page = page_with("/MediaBox [0 0 200 100] /EncryptedBy (nobody)");
    vec![entry("a page with an entry that begins as an encryption's", "", pdf(page, SHAPE, &[]))]
}

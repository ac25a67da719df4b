//! PDF and SVG, drawn by the real drawing process.
use carddesk::media::{ActiveContent, Content, LoadError, MissingPart, PixelBox};

use super::pdf::{document, file, logo, one_page, page, page_with, stream};
use super::{Bench, assert_pixel};

const SAMPLES: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/it/media/samples");

fn sample(name: &str) -> Vec<u8> {
    std::fs::read(format!("{SAMPLES}/{name}")).unwrap()
}

const BLUE: [u8; 4] = [51, 102, 204, 255];

#[test]
fn a_vector_pdf_is_drawn_as_large_as_the_box_on_a_clear_ground() {
    let bench = Bench::new();
    let (loaded, picture) = bench.load("application/pdf", &logo()).unwrap();
    let picture = picture.unwrap();
    assert_eq!((picture.width, picture.height), (400, 200));
    assert_pixel(&picture, (200, 100), BLUE, 2);
    assert_pixel(&picture, (10, 10), [0, 0, 0, 0], 0);
    assert_eq!(loaded.content, Content::Vector { natural: (200.0, 100.0) });
    let facts = loaded.measured.vector.clone().unwrap();
    assert_eq!((facts.pages, facts.raster_only, facts.encrypted), (1, false, false));
    assert!(facts.active.is_empty() && facts.missing.is_empty());
    // Drawn anew at another size, its edges stay where they are.
    let large = bench.loader.picture(&loaded, PixelBox { width: 2000, height: 2000 }).unwrap();
    assert_eq!((large.width, large.height), (2000, 1000));
    for (x, inside) in [(198, false), (202, true), (1797, true), (1802, false)] {
        let wanted = if inside { BLUE } else { [0, 0, 0, 0] };
        assert_pixel(&large, (x, 500), wanted, 2);
    }
}

#[test]
fn both_names_of_the_type_are_one() {
    let bench = Bench::new();
    for name in ["image/pdf", "application/pdf"] {
        let (loaded, _) = bench.load(name, &logo()).unwrap();
        assert!(loaded.measured.declared_matches, "{name}");
    }
}

#[test]
fn text_in_a_standard_font_and_cmyk_are_drawn() {
    let fonts = "/Font << /F1 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >>";
    let pdf = one_page(page(fonts), "BT /F1 60 Tf 20 30 Td (Visa) Tj ET", &[]);
    let picture = Bench::new().picture("application/pdf", &pdf);
    let black = picture.rgba.chunks_exact(4).filter(|p| **p == [0, 0, 0, 255]).count();
    assert!(black > 2000, "{black} pixels of letters");
    let pdf = one_page(page(""), "0 1 1 0 k 0 0 200 100 re f", &[]);
    let picture = Bench::new().picture("application/pdf", &pdf);
    let [r, g, b, a] = super::pixel(&picture, 200, 100);
    assert!(r > 180 && g < 90 && b < 90 && a == 255, "{:?}", (r, g, b, a));
}

#[test]
fn pages_are_counted_and_the_first_is_drawn() {
    let red = "1 0 0 rg 0 0 200 100 re f";
    let green = "0 1 0 rg 0 0 200 100 re f";
    let leaf = |content: usize| {
        format!("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 100] /Contents {content} 0 R >>")
    };
    let objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>".to_vec(),
        b"<< /Type /Pages /Kids [3 0 R 5 0 R] /Count 2 >>".to_vec(),
        leaf(4).into_bytes(),
        stream("", red.as_bytes()),
        leaf(6).into_bytes(),
        stream("", green.as_bytes()),
    ];
    let (loaded, picture) = Bench::new().load("application/pdf", &file(&objects, "")).unwrap();
    assert_eq!(loaded.measured.vector.unwrap().pages, 2);
    assert_pixel(&picture.unwrap(), (200, 100), [255, 0, 0, 255], 1);
}

#[test]
fn a_page_that_is_one_picture_is_told() {
    let image = stream(
        "/Type /XObject /Subtype /Image /Width 2 /Height 1 /ColorSpace /DeviceRGB \
         /BitsPerComponent 8",
        &[255, 0, 0, 0, 0, 255],
    );
    let resources = "/XObject << /Im 5 0 R >>";
    let draw = "q 200 0 0 100 0 0 cm /Im Do Q";
    let raster = |content: &str| {
        let pdf = one_page(page(resources), content, std::slice::from_ref(&image));
        let (loaded, _) = Bench::new().load("application/pdf", &pdf).unwrap();
        loaded.measured.vector.unwrap().raster_only
    };
    assert!(raster(draw));
    // A ground under it changes nothing; a drawn line does.
    assert!(raster(&format!("1 1 1 rg 0 0 200 100 re f {draw}")));
    assert!(!raster(&format!("{draw} 0 0 m 50 50 l 100 0 l f")));
}

#[test]
fn passwords_are_told_apart() {
    let bench = Bench::new();
    let error = bench.load("application/pdf", &sample("password.pdf")).unwrap_err();
    assert_eq!(error, LoadError::Encrypted);
    let (loaded, _) = bench.load("application/pdf", &sample("no-password.pdf")).unwrap();
    assert!(loaded.measured.vector.unwrap().encrypted);
}

#[test]
fn what_a_viewer_would_run_is_found_wherever_it_stands() {
    use ActiveContent::{EmbeddedFile, JavaScript, Launch, OpenAction};
    let script = "<< /S /JavaScript /JS (app.alert\\(1\\)) >>";
    let content = || stream("", b"0 0 m 9 9 l 9 0 l f");
    let at_open = document(&format!("/OpenAction {script}"), page(""), content(), &[]);
    let elsewhere =
        document("/OpenAction << /S /URI /URI (https://x.example) >>", page(""), content(), &[]);
    let annotation = page_with(
        "/MediaBox [0 0 200 100] /Annots [<< /Type /Annot /Subtype /Link /Rect [0 0 9 9] \
         /A << /S /Launch /F (calc.exe) >> >>]",
    );
    let launch = document("", annotation, content(), &[]);
    let attached = [stream("/Type /EmbeddedFile", b"hello")];
    let attachment = document("", page(""), content(), &attached);
    let on_page = page_with(&format!("/MediaBox [0 0 200 100] /AA << /O {script} >>"));
    let rows = [
        (at_open, vec![OpenAction, JavaScript]),
        (elsewhere, vec![OpenAction]),
        (launch, vec![Launch]),
        (attachment, vec![EmbeddedFile]),
        (document("", on_page, content(), &[]), vec![OpenAction, JavaScript]),
        // A place to open at runs nothing.
        (document("/OpenAction [3 0 R /Fit]", page(""), content(), &[]), vec![]),
        (document("/OpenAction << /S /GoTo /D [3 0 R /Fit] >>", page(""), content(), &[]), vec![]),
    ];
    let bench = Bench::new();
    for (number, (pdf, wanted)) in rows.into_iter().enumerate() {
        let (loaded, _) = bench.load("application/pdf", &pdf).unwrap();
        let mut found = loaded.measured.vector.unwrap().active;
        found.sort_by_key(|content| format!("{content:?}"));
        let mut wanted = wanted;
        wanted.sort_by_key(|content| format!("{content:?}"));
        assert_eq!(found, wanted, "row {number}");
    }
}

#[test]
fn an_svg_is_drawn_with_its_text_and_nothing_from_outside() {
    let bench = Bench::new();
    let svg = |body: &str| {
        format!(r#"<svg xmlns="http://www.w3.org/2000/svg" width="200" height="100">{body}</svg>"#)
    };
    let good = svg(r##"<rect x="20" y="20" width="160" height="60" fill="#3366cc"/>"##);
    let (loaded, picture) = bench.load("image/svg+xml", good.as_bytes()).unwrap();
    assert_pixel(&picture.unwrap(), (200, 100), BLUE, 1);
    assert_eq!(loaded.measured.vector.unwrap().missing, []);

    let lettered = svg(r#"<text x="20" y="70" font-size="50">Банк</text>"#);
    let picture = bench.picture("image/svg+xml", lettered.as_bytes());
    let ink = picture.rgba.chunks_exact(4).filter(|p| p[3] == 255).count();
    assert!(ink > 1000, "{ink} pixels of letters");

    let secret = tempfile::NamedTempFile::with_suffix(".png").unwrap();
    let art = super::png::Png::new(200, 100, 8, super::png::RGB).write(|_, _| vec![255, 0, 0]);
    std::fs::write(secret.path(), art).unwrap();
    for target in [
        secret.path().display().to_string(),
        bench.store.put("/inner.png", super::server::file("image/png", b"x")),
    ] {
        let body = format!(r#"<image href="{target}" width="200" height="100"/>"#);
        let (loaded, picture) = bench.load("image/svg+xml", svg(&body).as_bytes()).unwrap();
        assert_pixel(&picture.unwrap(), (200, 100), [0, 0, 0, 0], 0);
        assert_eq!(loaded.measured.vector.unwrap().missing, [MissingPart::Image], "{target}");
    }
}

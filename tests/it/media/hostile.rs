//! Files that ask for gigabytes or hours: each ends as its own error, and the next is drawn.
use carddesk::media::LoadError;

use super::deflate::zlib_bomb;
use super::pdf::{document, logo, one_page, page, page_with, stream};
use super::{Bench, assert_pixel};

/// Whether an error says that the file was given up, whatever for.
fn is_given_up(error: &LoadError) -> bool {
    matches!(
        error,
        LoadError::RendererMemory
            | LoadError::RendererTime
            | LoadError::RendererFailed
            | LoadError::Undecodable { .. }
    )
}

/// A file that must not harm: drawn in part or given up; a good one after it is drawn.
#[track_caller]
fn survive(bench: &Bench, media_type: &str, bytes: &[u8]) -> Option<LoadError> {
    let error = bench.load(media_type, bytes).err();
    if let Some(error) = &error {
        assert!(is_given_up(error), "{error:?}");
    }
    let picture = bench.picture("application/pdf", &logo());
    assert_pixel(&picture, (200, 100), [51, 102, 204, 255], 2);
    error
}

/// Forms that each draw the next ten times.
fn nested_forms(depth: usize) -> Vec<u8> {
    let form = |next: usize| {
        let entries = format!(
            "/Type /XObject /Subtype /Form /BBox [0 0 200 100] \
             /Resources << /XObject << /F {next} 0 R >> >>"
        );
        stream(&entries, "/F Do ".repeat(10).as_bytes())
    };
    let mut forms: Vec<Vec<u8>> = (0..depth).map(|index| form(6 + index)).collect();
    forms.push(stream(
        "/Type /XObject /Subtype /Form /BBox [0 0 200 100]",
        b"0 0 m 200 100 l 200 0 l f",
    ));
    one_page(page("/XObject << /F 5 0 R >>"), "/F Do", &forms)
}

#[test]
fn bombs_end_as_errors_and_the_next_file_is_drawn() {
    let bench = Bench::new();
    // A content stream that unpacks to a gigabyte.
    let bomb = stream("/Filter /FlateDecode", &zlib_bomb(b"q Q ", 1 << 30));
    assert!(bomb.len() < 5 << 20);
    let error = survive(&bench, "application/pdf", &document("", page(""), bomb, &[]));
    assert!(error.is_some(), "a gigabyte was drawn");
    // Ten to the ninth triangles.
    let error = survive(&bench, "application/pdf", &nested_forms(9));
    assert!(error.is_some(), "a thousand million triangles were drawn");
}

/// By the exit of its process alone, which each system puts differently.
#[test]
fn which_limit_a_file_went_beyond_is_told() {
    let bench = Bench::new();
    let bomb = stream("/Filter /FlateDecode", &zlib_bomb(b"q Q ", 1 << 30));
    let error = survive(&bench, "application/pdf", &document("", page(""), bomb, &[]));
    assert_eq!(error, Some(LoadError::RendererMemory));
    // Each is blurred by itself, in memory that is given back before the next.
    let blurred = r##"<rect width="400" height="400" filter="url(#f)"/>"##.repeat(20_000);
    let svg = format!(
        r#"<svg xmlns="http://www.w3.org/2000/svg" width="400" height="400"><filter id="f"><feGaussianBlur stdDeviation="9 7"/></filter>{blurred}</svg>"#
    );
    let error = survive(&bench, "image/svg+xml", svg.as_bytes());
    assert_eq!(error, Some(LoadError::RendererTime));
}

#[test]
fn many_operators_and_deep_nesting_do_no_harm() {
    let bench = Bench::new();
    let many = "0 0 m 200 100 l 200 0 l f\n".repeat(300_000);
    survive(&bench, "application/pdf", &one_page(page(""), &many, &[]));
    let deep = format!("{}{}", "q ".repeat(200_000), "<< /A ".repeat(100_000));
    survive(&bench, "application/pdf", &one_page(page(""), &deep, &[]));
    let looping = b"<< /Type /Pages /Kids [2 0 R 2 0 R] /Count 2 >>".to_vec();
    let objects = [b"<< /Type /Catalog /Pages 2 0 R >>".to_vec(), looping];
    survive(&bench, "application/pdf", &super::pdf::file(&objects, ""));
}

#[test]
fn a_page_of_any_size_is_drawn_in_the_box_or_refused() {
    let bench = Bench::new();
    for media_box in
        ["[0 0 1e9 1e9]", "[0 0 0 0]", "[0 0 -5 7]", "[nan 0 1 1]", "[0 0 1e-9 1e9]", "[0 0]"]
    {
        let page = page_with(&format!("/MediaBox {media_box}"));
        let pdf = document("", page, stream("", b"0 0 m 9 9 l 9 0 l f"), &[]);
        match bench.load("application/pdf", &pdf) {
            Ok((_, picture)) => {
                let picture = picture.unwrap();
                assert!(picture.width <= 400 && picture.height <= 400, "{media_box}");
            }
            Err(error) => assert!(is_given_up(&error), "{media_box}: {error:?}"),
        }
    }
}

#[test]
fn a_pdf_cut_anywhere_does_no_harm() {
    let bench = Bench::new();
    let whole = logo();
    for part in [10, 40, 70, 90, 99] {
        survive(&bench, "application/pdf", &whole[..whole.len() * part / 100]);
    }
}

#[test]
fn svg_bombs_do_no_harm() {
    let bench = Bench::new();
    let mut uses = String::from(r#"<g id="a0"><path d="M0 0L9 9L9 0Z"/></g>"#);
    for level in 1..12 {
        let use_one = format!(r##"<use href="#a{}"/>"##, level - 1);
        uses.push_str(&format!(r#"<g id="a{level}">{}</g>"#, use_one.repeat(10)));
    }
    let svg = format!(
        r##"<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><defs>{uses}</defs><use href="#a11"/></svg>"##
    );
    survive(&bench, "image/svg+xml", svg.as_bytes());
    let entities: String = (1..12)
        .map(|n| format!(r#"<!ENTITY e{n} "{}">"#, format!("&e{};", n - 1).repeat(10)))
        .collect();
    let bomb = format!(
        r#"<?xml version="1.0"?><!DOCTYPE svg [<!ENTITY e0 "x">{entities}]><svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><text>&e11;</text></svg>"#
    );
    survive(&bench, "image/svg+xml", bomb.as_bytes());
    let nested = format!("<svg xmlns='http://www.w3.org/2000/svg'>{}", "<g>".repeat(200_000));
    survive(&bench, "image/svg+xml", nested.as_bytes());
}

/// Drawing processes that this test process has.
#[cfg(target_os = "linux")]
fn drawing_processes() -> Vec<u32> {
    let own = std::process::id().to_string();
    let processes = std::fs::read_dir("/proc").unwrap().flatten();
    let numbers = processes.filter_map(|entry| entry.file_name().to_str()?.parse().ok());
    numbers
        .filter(|number: &u32| {
            let stat = std::fs::read_to_string(format!("/proc/{number}/stat")).unwrap_or_default();
            let after_name = stat.rsplit(") ").next().unwrap_or_default();
            after_name.split(' ').nth(1) == Some(&own)
        })
        .collect()
}

#[cfg(target_os = "linux")]
#[test]
fn a_loader_at_rest_has_no_process_and_draws_again() {
    let before = drawing_processes();
    let bench = Bench::new();
    let first = bench.picture("application/pdf", &logo());
    let drawing: Vec<u32> =
        drawing_processes().into_iter().filter(|number| !before.contains(number)).collect();
    bench.loader.rest();
    let open = |number: &u32| std::fs::metadata(format!("/proc/{number}")).is_ok();
    // Those of other tests may live on.
    assert!(drawing.iter().any(|number| !open(number)), "{drawing:?}");
    assert_eq!(bench.picture("application/pdf", &logo()), first);
}

#[cfg(target_os = "linux")]
#[test]
fn the_limits_are_set_and_no_process_outlives_its_loader() {
    let before = drawing_processes();
    let bench = Bench::new();
    bench.picture("application/pdf", &logo());
    let drawing: Vec<u32> =
        drawing_processes().into_iter().filter(|number| !before.contains(number)).collect();
    // Other tests draw at the same time, so there may be more than ours.
    let limits: Vec<String> = drawing
        .iter()
        .filter_map(|number| std::fs::read_to_string(format!("/proc/{number}/limits")).ok())
        .collect();
    let limited = limits.iter().any(|text| {
        let has = |name: &str, value: &str| {
            text.lines().any(|line| line.starts_with(name) && line.contains(value))
        };
        has("Max address space", "536870912") && has("Max open files", "3") && has("Max core", "0")
    });
    assert!(limited, "{limits:?}");
    drop(bench);
    let open = |number: &u32| std::fs::metadata(format!("/proc/{number}")).is_ok();
    // Ours is reaped when the loader is dropped; those of other tests may live on.
    assert!(drawing.iter().any(|number| !open(number)), "{drawing:?}");
}

//! The asset store.

use std::collections::HashMap;

use carddesk::sandbox::Sandbox;
use carddesk::sandbox::art::lettering_covers;
use reqwest::blocking::{Client, Response};

use super::help::{http, list, sandbox, variants};

fn get(url: &str) -> Response {
    http().get(url).send().unwrap()
}

/// The only card's broken file: the one that is not the icon.
fn broken_url(sandbox: &Sandbox, customer: &str) -> String {
    let cards = list(sandbox, customer);
    let url = cards[0]["assets"][0]["assetData"][0]["url"].as_str().unwrap();
    url.to_owned()
}

fn png_size(bytes: &[u8]) -> (u32, u32) {
    let number = |at: usize| u32::from_be_bytes(bytes[at..at + 4].try_into().unwrap());
    (number(16), number(20))
}

/// The size in a file's name, `w1536_h969.png`.
fn named_size(url: &str) -> (u32, u32) {
    let name = url.rsplit('/').next().unwrap();
    let (size, _) = name.split_once('.').unwrap();
    let (width, height) = size.split_once('_').unwrap();
    let number = |part: &str| part.trim_start_matches(['w', 'h']).parse().unwrap();
    (number(width), number(height))
}

fn has_magic(media_type: &str, bytes: &[u8]) -> bool {
    let start = |magic: &[u8]| bytes.starts_with(magic);
    match media_type {
        "image/png" => start(b"\x89PNG\r\n\x1a\n"),
        "image/jpeg" => start(b"\xff\xd8\xff"),
        "image/webp" => start(b"RIFF") && bytes[8..12] == *b"WEBP",
        "image/gif" => start(b"GIF8"),
        "image/pdf" | "application/pdf" => start(b"%PDF-1."),
        "image/svg+xml" => start(b"<svg "),
        "text/plain" | "text/html" => !bytes.is_empty(),
        _ => false,
    }
}

/// Fetches a file, and checks that it is what the list and its headers say.
fn check_file(client: &Client, url: &str, media_type: &str) {
    let answer = client.get(url).send().unwrap();
    assert_eq!(answer.status(), 200, "{url}");
    let header = |name: &str| answer.headers()[name].to_str().unwrap().to_owned();
    let sent_type = header("content-type").replace("application/pdf", "image/pdf");
    assert_eq!(sent_type, media_type.replace("application/pdf", "image/pdf"), "{url}");
    assert!(header("etag").starts_with('"') && header("cache-control").contains("max-age"));
    let length: usize = header("content-length").parse().unwrap();
    let bytes = answer.bytes().unwrap();
    assert_eq!(bytes.len(), length, "{url}");
    assert!(has_magic(media_type, &bytes), "{url} as {media_type}");
    if media_type == "image/png" {
        assert_eq!(png_size(&bytes), named_size(url), "{url}");
    }
}

#[test]
fn every_file_of_healthy_customers_is_what_it_says() {
    let sandbox = sandbox();
    let client = http();
    let mut files: Vec<_> = sandbox
        .customers()
        .iter()
        .filter(|customer| customer.number.starts_with(['1', '4', 'A']))
        .flat_map(|customer| variants(&list(&sandbox, &customer.number)))
        .collect();
    files.sort();
    files.dedup();
    let mut kinds: HashMap<&str, usize> = HashMap::new();
    for (_, media_type) in &files {
        *kinds.entry(media_type).or_default() += 1;
    }
    assert!(kinds.len() == 9 && kinds["image/png"] > 60, "{kinds:?}");
    // Interleaved, so that the large pictures are spread over the threads.
    std::thread::scope(|scope| {
        for start in 0..4 {
            let files = &files;
            scope.spawn(move || {
                for (url, media_type) in files.iter().skip(start).step_by(4) {
                    check_file(client, url, media_type);
                }
            });
        }
    });
}

#[test]
fn every_name_that_is_drawn_has_its_letters() {
    let sandbox = sandbox();
    let mut partners = 0;
    for customer in ["1004", "1010", "1014", "1017"] {
        for card in list(&sandbox, customer) {
            let bank = card["bank"].as_str().unwrap();
            assert!(lettering_covers(bank), "{bank}");
            for asset in card["assets"].as_array().unwrap() {
                if asset["assetType"] == "CO_BRAND_LOGO" {
                    let name = asset["altText"].as_str().unwrap();
                    assert!(lettering_covers(name), "{name}");
                    partners += 1;
                }
            }
        }
    }
    assert!(partners >= 4);
}

#[test]
fn equal_art_has_one_address_and_is_not_sent_twice() {
    let sandbox = sandbox();
    assert_eq!(broken_url(&sandbox, "1002"), broken_url(&sandbox, "1019"));
    let url =
        list(&sandbox, "1002")[0]["assets"][1]["assetData"][0]["url"].as_str().unwrap().to_owned();
    let tag = get(&url).headers()["etag"].to_str().unwrap().to_owned();
    let again = http().get(&url).header("if-none-match", tag).send().unwrap();
    assert_eq!(again.status(), 304);
}

#[test]
fn the_store_refuses_redirects_and_cuts() {
    let sandbox = sandbox();
    let url = |customer: &str| broken_url(&sandbox, customer);
    for (customer, status) in [("3001", 404), ("3002", 403), ("3003", 500)] {
        assert_eq!(get(&url(customer)).status(), status, "{customer}");
    }
    let missing = get(&format!("{}/assets/none.png", sandbox.url()));
    assert_eq!(missing.status(), 404);
    let location = |answer: &Response| answer.headers()["location"].to_str().unwrap().to_owned();
    let away = get(&url("3015"));
    assert_eq!(away.status(), 302);
    assert!(location(&away).starts_with(&format!("http://localhost:{}/", sandbox.port())));
    let moved = get(&url("3016"));
    let moved_to = format!("{}{}", sandbox.url(), location(&moved));
    assert_eq!(get(&moved_to).status(), 200);
    assert!(url("3017").ends_with(&location(&get(&url("3017")))));
    let cut = get(&url("3008"));
    assert_eq!(cut.status(), 200);
    assert!(cut.bytes().is_err(), "the body ends before its length");
    assert_eq!(get(&url("3019")).bytes().unwrap().len(), 0);
}

#[test]
fn files_lie_as_announced() {
    let sandbox = sandbox();
    let bytes = |customer: &str| get(&broken_url(&sandbox, customer)).bytes().unwrap();
    let png = b"\x89PNG\r\n\x1a\n";
    assert!(bytes("3004").starts_with(b"\xff\xd8\xff"));
    assert!(bytes("3005").starts_with(b"%PDF-"));
    assert!(bytes("3007").starts_with(png) && !bytes("3007").ends_with(b"IEND\xae\x42\x60\x82"));
    assert!(bytes("3014").starts_with(b"<!DOCTYPE html>"));
    assert_eq!(png_size(&bytes("3013")), (20_000, 20_000));
    assert_eq!(image::load_from_memory(&bytes("3006")).unwrap().width(), 1536);
    image::load_from_memory(&bytes("3020")).unwrap_err();
    let sized = get(&broken_url(&sandbox, "3011"));
    assert_eq!(sized.content_length(), Some(12 << 20));
    assert_eq!(png_size(&sized.bytes().unwrap()), (1536, 969));
    let unsized_answer = get(&broken_url(&sandbox, "3012"));
    assert_eq!(unsized_answer.content_length(), None);
    assert_eq!(unsized_answer.bytes().unwrap().len(), 12 << 20);
    assert_eq!(get(&broken_url(&sandbox, "3021")).headers()["content-type"], "text/html");
    assert!(get(&broken_url(&sandbox, "3022")).headers().get("content-type").is_none());
}

#[test]
fn documents_are_wrong_as_announced() {
    let sandbox = sandbox();
    let text = |customer: &str| {
        let bytes = get(&broken_url(&sandbox, customer)).bytes().unwrap();
        String::from_utf8_lossy(&bytes).into_owned()
    };
    let locked = hayro::hayro_syntax::Pdf::new(std::sync::Arc::new(text("3030").into_bytes()));
    assert!(format!("{:?}", locked.err().unwrap()).contains("PasswordProtected"));
    assert!(text("3031").contains("/JavaScript"));
    let two = hayro::hayro_syntax::Pdf::new(std::sync::Arc::new(text("3032").into_bytes()));
    assert_eq!(two.unwrap().pages().len(), 2);
    assert!(text("3033").contains("/Subtype /Image"));
    assert!(!text("3034").contains("%%EOF"));
    assert!(text("3035").contains("<script>"));
    let mislabelled = get(&broken_url(&sandbox, "3036"));
    assert_eq!(mislabelled.headers()["content-type"], "text/plain; charset=utf-8");
    assert!(std::str::from_utf8(&mislabelled.bytes().unwrap()).is_err());
    assert!(text("3037").trim().is_empty());
}

#[test]
fn credentials_that_reach_the_store_are_noticed() {
    let sandbox = sandbox();
    let url = broken_url(&sandbox, "3019");
    get(&url);
    let clean = sandbox.requests().latest.pop().unwrap();
    assert!(clean.method == "GET" && url.ends_with(&clean.path), "{clean:?}");
    assert!(clean.credential_signs.is_empty(), "{clean:?}");
    let leaks = http()
        .get(format!("{url}?login=sandbox"))
        .header("authorization", "Basic c2FuZGJveA==")
        .header("cookie", "session=1")
        .header("referer", "http://x/?sandbox-2026");
    leaks.send().unwrap();
    let leaked = sandbox.requests().latest.pop().unwrap();
    for sign in ["authorization", "cookie", "referer", "query"] {
        assert!(leaked.credential_signs.iter().any(|s| s == sign), "{sign} in {leaked:?}");
    }
    assert!(!format!("{leaked:?}").contains("sandbox-2026"));
}

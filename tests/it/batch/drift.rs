//! Baselines: what changed since a batch that was kept.

use std::collections::HashMap;

use carddesk::batch::{
    Baseline, BaselineError, Batch, Drift, Identity, csv, html, json as report, summary,
};
use carddesk::customers::CustomerList;
use carddesk::domain::Language;
use carddesk::domain::cell::Separator;
use carddesk::i18n::Texts;
use serde_json::{Value, json};

use crate::support::{Gateway, LIST, OTHER, Reply, TOKEN, card, credentials, ok, status};

use super::{Bench, identity, run_at};

/// A picture of one colour.
fn picture(red: u8) -> Vec<u8> {
    let mut png = std::io::Cursor::new(Vec::new());
    let pixels = image::RgbaImage::from_pixel(32, 20, image::Rgba([red, 80, 160, 255]));
    pixels.write_to(&mut png, image::ImageFormat::Png).unwrap();
    png.into_inner()
}

/// A card with art at this path, and other assets.
pub(super) fn with(token: &str, last_four: &str, assets: &[(&str, &str)]) -> Value {
    let mut card = card(token);
    card["post"] = json!(last_four);
    card["assets"] = assets
        .iter()
        .map(|(kind, path)| {
            let file = json!({"url": path, "mediaType": "image/png", "width": 32, "height": 20});
            json!({"assetType": kind, "assetData": [file]})
        })
        .collect();
    card
}

/// A batch over customer 1, with these cards and files; paths become addresses of one server,
/// whose port is another one each time.
pub(super) fn batch(cards: &[Value], files: &[(&str, Vec<u8>)]) -> Batch {
    let cards = Value::from(cards.to_vec()).to_string();
    let files: HashMap<String, Vec<u8>> =
        files.iter().map(|(path, bytes)| ((*path).to_owned(), bytes.clone())).collect();
    let gateway = Gateway::answering(move |request| -> Reply {
        if request.target == LIST {
            let host = request.header("host").unwrap();
            return ok(cards.replace("\"/", &format!("\"http://{host}/")));
        }
        match files.get(&request.target) {
            Some(bytes) => ok(bytes.clone()).content_type("image/png"),
            None => status(404, "").content_type("text/html"),
        }
    });
    run_at(&gateway.server(), &credentials("777001"), &["1"], None)
}

fn art(path: &str) -> Value {
    with(TOKEN, "0028", &[("CARD_BACKGROUND_COMBINED", path)])
}

/// Keeps the one, and compares the other with it, by way of the file.
fn drift(before: &Batch, mut after: Batch) -> Batch {
    let text = Baseline::of(before).text().unwrap();
    let kept = Baseline::read(&text, &identity()).unwrap();
    after.drift = Some(Drift::between(&kept, &after));
    after
}

fn changes(batch: &Batch) -> Vec<String> {
    let drift = batch.drift.as_ref().unwrap();
    let words = drift.changes.iter().map(|change| {
        let card = change.subject.card().last_four.as_str();
        let words = [change.kind.as_str(), change.subject.as_str(), &change.customer, card];
        words.join(" ").trim().to_owned()
    });
    words.collect()
}

fn texts() -> Texts {
    Texts::new(Language::English)
}

#[test]
fn a_batch_does_not_differ_from_itself() {
    let bench = Bench::new();
    let customers = ["1003", "2009", "3001", "3000", "5009"];
    let (before, after) = (bench.run(&customers), bench.run(&customers));
    let after = drift(&before, after);
    assert_eq!(changes(&after), [""; 0]);
    let page = html(&after, &CustomerList::default(), &texts());
    assert!(page.contains("What changed since 2026-06-01 12:00 UTC"), "{page:.2000}");
    assert_eq!(report(&after, &texts())["drift"]["changes"], json!([]));
    // Nothing of it is there where no baseline was given.
    assert!(report(&before, &texts()).get("drift").is_none());
    assert!(!html(&before, &CustomerList::default(), &texts()).contains("id=\"drift\""));
}

#[test]
fn other_art_at_the_same_address_is_told_with_both_pictures() {
    let before = batch(&[art("/a.png")], &[("/a.png", picture(1))]);
    let after = drift(&before, batch(&[art("/a.png")], &[("/a.png", picture(200))]));
    assert_eq!(changes(&after), ["changed file 1 0028"]);
    let told = &report(&after, &texts())["drift"];
    assert_eq!(told["since"], "2026-06-01 12:00");
    let change = &told["changes"][0];
    assert_eq!((&change["last4"], &change["bin"]), (&"0028".into(), &"412362".into()));
    assert_eq!(change["type"], "CARD_BACKGROUND_COMBINED");
    let digest = |side: &str| change[side]["measured"]["sha256"].as_str().unwrap().to_owned();
    assert_ne!(digest("before"), digest("after"));
    let page = html(&after, &CustomerList::default(), &texts());
    let section = page.split("id=\"drift\"").nth(1).unwrap();
    for sha256 in [digest("before"), digest("after")] {
        assert!(page.contains(&format!("<image id=\"f{sha256}\"")), "{sha256}");
        assert!(section.contains(&format!("<use href=\"#f{sha256}\"")), "{sha256}");
    }
    let line = format!("SHA-256 {:.12}… → image/png, 32 × 20", digest("before"));
    let lines = summary(&after, &texts());
    assert!(lines.contains("Changed: 1, VISA 412362…0028, CARD_BACKGROUND_COMBINED: "), "{lines}");
    assert!(lines.contains(&line), "{lines}");
    let rows = |batch: &Batch| {
        let mut out = Vec::new();
        csv(batch, &CustomerList::default(), &texts(), Separator::Comma, &mut out).unwrap();
        out
    };
    let without = Batch { drift: None, ..after.clone() };
    assert_eq!(rows(&after), rows(&without));
}

#[test]
fn the_same_bytes_at_another_address_are_no_change() {
    let before = batch(&[art("/a.png")], &[("/a.png", picture(1))]);
    let after = batch(&[art("/b.png")], &[("/b.png", picture(1))]);
    assert_eq!(changes(&drift(&before, after)), [""; 0]);
}

#[test]
fn files_and_cards_come_and_go() {
    let files = [("/a.png", picture(1)), ("/i.png", picture(2))];
    let icon = [("CARD_BACKGROUND_COMBINED", "/a.png"), ("ICON", "/i.png")];
    let less = batch(&[art("/a.png")], &files);
    let more = batch(&[with(OTHER, "7777", &[]), with(TOKEN, "0028", &icon)], &files);
    assert_eq!(
        changes(&drift(&less, more.clone())),
        ["appeared card 1 7777", "appeared file 1 0028"]
    );
    assert_eq!(
        changes(&drift(&more, less)),
        ["disappeared file 1 0028", "disappeared card 1 7777"]
    );
}

#[test]
fn a_file_that_cannot_be_read_any_more_is_a_change() {
    let before = batch(&[art("/a.png")], &[("/a.png", picture(1))]);
    let after = batch(&[art("/a.png")], &[]);
    assert_eq!(changes(&drift(&after, after.clone())), [""; 0]);
    let after = drift(&before, after);
    assert_eq!(changes(&after), ["changed file 1 0028"]);
    assert!(summary(&after, &texts()).contains("could not be read"));
}

#[test]
fn cards_alike_are_told_apart_whatever_their_order() {
    let files = [("/a.png", picture(1)), ("/b.png", picture(2))];
    let one = |path| with(TOKEN, "0028", &[("ICON", path)]);
    let other = |path| with(OTHER, "0028", &[("ICON", path)]);
    let before = batch(&[one("/a.png"), other("/b.png")], &files);
    let after = batch(&[other("/b.png"), one("/a.png")], &files);
    assert_eq!(changes(&drift(&before, after)), [""; 0]);
}

/// Who is not compared, and why.
fn left_out(batch: &Batch) -> Vec<String> {
    let all = batch.drift.as_ref().unwrap().not_compared.iter();
    all.map(|one| format!("{} {}", one.customer, one.why.as_str())).collect()
}

#[test]
fn customers_of_one_batch_alone_are_not_compared_and_are_no_change() {
    let bench = Bench::new();
    // 5009 cannot be read.
    let before = bench.run(&["2006", "1001", "5009"]);
    let after = drift(&before, bench.run(&["2006", "1002"]));
    assert_eq!(changes(&after), [""; 0]);
    assert_eq!(
        left_out(&after),
        ["1002 not-asked-before", "1001 not-asked-now", "5009 not-asked-now"]
    );
    let told = &report(&after, &texts())["drift"];
    assert_eq!(told["changes"], json!([]));
    assert_eq!(told["not_compared"][0], json!({"customer": "1002", "why": "not-asked-before"}));
    assert_eq!(after.counts().errors, 0, "and no error");
    let words = "Customers not compared: 3 (not asked for then: 1, not asked for now: 2)";
    assert!(summary(&after, &texts()).ends_with(words), "{}", summary(&after, &texts()));
    let page = html(&after, &CustomerList::default(), &texts());
    let section = page.split("id=\"drift\"").nth(1).unwrap();
    let folded = section.split("<details class=\"none\">").nth(1).unwrap();
    let folded = folded.split("</details>").next().unwrap();
    assert!(folded.contains(words) && folded.contains("<bdi>1001</bdi>"), "{folded}");
    assert!(section.contains("Nothing: "), "{section:.400}");
    // Where everybody is compared, nothing is said of that.
    let same = drift(&before, bench.run(&["2006", "1001"]));
    assert_eq!(left_out(&same), ["5009 not-asked-now"]);
    let whole = drift(&bench.run(&["2006"]), bench.run(&["2006"]));
    assert_eq!(left_out(&whole), [""; 0]);
    assert!(!html(&whole, &CustomerList::default(), &texts()).contains("<details class=\"none\">"));
    assert_eq!(report(&whole, &texts())["drift"]["not_compared"], json!([]));
}

#[test]
fn customers_that_could_not_be_read_in_either_batch_are_not_compared() {
    let bench = Bench::new();
    let unread = |mut batch: Batch, customer: &str| {
        batch.customers[0].customer = customer.to_owned();
        batch
    };
    let read = bench.run(&["2006"]);
    let failed = unread(bench.run(&["5009"]), "2006");
    assert_eq!(left_out(&drift(&read, failed.clone())), ["2006 unread-now"]);
    assert_eq!(left_out(&drift(&failed, read)), ["2006 unread-before"]);
    assert_eq!(left_out(&drift(&failed, failed.clone())), ["2006 unread-before"]);
}

#[test]
fn baselines_of_earlier_versions_are_read() {
    let bench = Bench::new();
    let text = Baseline::of(&bench.run(&["2006", "5009"])).text().unwrap();
    let text = String::from_utf8(text).unwrap();
    let head = text.lines().next().unwrap();
    // What the first line has held from the beginning says who was asked.
    let told: Value = serde_json::from_str(head).unwrap();
    let names: Vec<&String> = told.as_object().unwrap().keys().collect();
    assert_eq!(
        names,
        [
            "carddesk_baseline",
            "server",
            "merchant_id",
            "environment",
            "started",
            "customers",
            "unread"
        ]
    );
    let kept = Baseline::read(text.as_bytes(), &identity()).unwrap();
    let later = bench.run(&["2006", "5009", "1001"]);
    let later = Batch { drift: Some(Drift::between(&kept, &later)), ..later };
    assert_eq!(left_out(&later), ["5009 unread-before", "1001 not-asked-before"]);
}

#[test]
fn a_baseline_holds_no_secret() {
    let bench = Bench::new();
    let customers = ["1004", "2003", "2006"];
    let text = Baseline::of(&bench.run(&customers)).text().unwrap();
    let text = String::from_utf8(text).unwrap();
    assert!(text.starts_with("{\"carddesk_baseline\":1,"), "{text:.200}");
    super::reports::holds_no_secret(&bench, &customers, &text);
}

#[test]
fn what_is_no_baseline_of_this_batch_is_refused() {
    let before = batch(&[art("/a.png")], &[("/a.png", picture(1))]);
    let text = Baseline::of(&before).text().unwrap();
    let other = Identity { server: "pay.example".to_owned(), ..identity() };
    let refused = Baseline::read(&text, &other).unwrap_err();
    assert!(matches!(refused, BaselineError::OtherBatch { .. }));
    assert!(refused.to_string().contains("merchant 777001 at sandbox (SANDBOX)"), "{refused}");
    // However much of it is missing.
    for length in 0..text.len() {
        let cut = Baseline::read(&text[..length], &identity());
        let known = matches!(cut, Err(BaselineError::Damaged { .. } | BaselineError::NoBaseline));
        assert!(known, "{length}: {cut:?}");
    }
    for foreign in ["", "customer\n1001\n", "{}\n", "\u{0}\u{1}", "[1]\n"] {
        let refused = Baseline::read(foreign.as_bytes(), &identity());
        assert_eq!(refused, Err(BaselineError::NoBaseline), "{foreign:?}");
    }
    let newer = Baseline::read(b"{\"carddesk_baseline\":9,\"more\":1}\n", &identity());
    assert_eq!(newer, Err(BaselineError::OtherForm(9)));
}

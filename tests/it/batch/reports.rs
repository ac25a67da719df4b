use std::collections::{BTreeMap, BTreeSet};

use carddesk::batch::{Batch, Counts, csv, html, json as report, junit, summary};
use carddesk::customers::{Choice, CustomerList, Reading, read_text};
use carddesk::domain::cell::Separator;
use carddesk::domain::{Language, redact};
use carddesk::i18n::{Texts, harmless};
use proptest::prelude::*;
use quick_xml::events::Event;
use serde_json::{Value, json};

use crate::support::{Gateway, PASSWORD, TOKEN, card, credentials, ok};

use super::{Bench, run_at};

/// Good cards, odd values, broken files, a list that fails.
const CUSTOMERS: [&str; 7] = ["1004", "2003", "2005", "2006", "3001", "3014", "5009"];

fn texts(language: Language) -> Texts {
    Texts::new(language)
}

fn csv_text(batch: &Batch, texts: &Texts) -> String {
    let mut out = Vec::new();
    csv(batch, &CustomerList::default(), texts, Separator::Comma, &mut out).unwrap();
    String::from_utf8(out).unwrap()
}

/// Fails where a text holds the password or a token of one of these customers.
pub(super) fn holds_no_secret(bench: &Bench, customers: &[&str], text: &str) {
    let text = text.to_ascii_uppercase();
    assert!(!text.contains(&bench.sandbox.password().to_ascii_uppercase()));
    for customer in customers.iter().filter(|customer| **customer != "5009") {
        for card in bench.list(customer).cards {
            let token = card.token.expose().to_ascii_uppercase();
            assert!(token.is_empty() || !text.contains(&token), "{customer}: {token}");
        }
    }
}

#[test]
fn no_report_holds_a_secret() {
    let bench = Bench::new();
    let batch = bench.run(&CUSTOMERS);
    for texts in [texts(Language::English), texts(Language::Russian)] {
        let reports = [
            report(&batch, &texts).to_string(),
            html(&batch, &CustomerList::default(), &texts),
            csv_text(&batch, &texts),
            junit(&batch, &CustomerList::default(), &texts).unwrap(),
            summary(&batch, &texts),
        ];
        for text in &reports {
            holds_no_secret(&bench, &CUSTOMERS, text);
            assert!(!text.contains("report-"), "a text is missing: {text}");
        }
    }
}

#[test]
fn tokens_and_card_numbers_that_are_sent_elsewhere_are_hidden() {
    let mut odd = card(TOKEN);
    odd["bank"] = json!(format!("Bank 4111 1111 1111 1111 {TOKEN}"));
    odd["brand"] = json!("VISA 4111111111111111");
    odd["4111111111111111"] = json!(1);
    let small = TOKEN.to_ascii_lowercase();
    // Other identifiers and numbers belong to an address.
    let kept = "33479991-b4e5-40fe-d9ed-edc94ba7fa14/1600000000000";
    let url = format!("http://127.0.0.1:1/{small}/4111111111111111/{kept}?n=4111111111111111");
    odd["assets"] = json!([{
        "assetType": "4111111111111111", "assetData": [{"url": url, "mediaType": small}],
    }]);
    let gateway = Gateway::start(ok(""), ok(json!([odd]).to_string()));
    let state = tempfile::NamedTempFile::new().unwrap();
    let batch = run_at(&gateway.server(), &credentials("777001"), &["1"], Some(state.path()));
    let texts = texts(Language::English);
    let kept_file = std::fs::read_to_string(state.path()).unwrap();
    for text in [
        report(&batch, &texts).to_string(),
        html(&batch, &CustomerList::default(), &texts),
        kept_file,
    ] {
        for secret in [TOKEN, small.as_str(), "4111111111111111", "4111 1111", PASSWORD] {
            assert!(!text.contains(secret), "{secret} in {text}");
        }
        assert!(text.contains(kept), "{text}");
        assert!(text.contains("54f5…b401/************1111/"), "{text}");
    }
}

/// Names of an object, in order.
fn names(value: &Value) -> Vec<&str> {
    value.as_object().unwrap().keys().map(String::as_str).collect()
}

#[test]
fn the_json_has_the_promised_shape() {
    let bench = Bench::new();
    let batch = bench.run(&CUSTOMERS);
    let json = report(&batch, &texts(Language::English));
    assert_eq!(names(&json), ["customers", "without_cards"]);
    assert_eq!(names(&json["without_cards"]), ["count", "customers", "hint"]);
    let customers = json["customers"].as_array().unwrap();
    assert_eq!(customers.len(), CUSTOMERS.len());
    let mut states = BTreeSet::new();
    let mut findings: Vec<&Value> = Vec::new();
    for customer in customers {
        assert_eq!(names(customer), ["customer", "outcome", "error", "findings", "cards"]);
        for card in customer["cards"].as_array().unwrap() {
            let wanted =
                ["last4", "bin", "brand", "bank", "expires", "active", "findings", "assets"];
            assert_eq!(names(card), wanted);
            findings.extend(card["findings"].as_array().unwrap());
            for asset in card["assets"].as_array().unwrap() {
                let wanted = ["type", "url", "declared", "measured", "state", "error", "findings"];
                assert_eq!(names(asset), wanted);
                assert_eq!(names(&asset["declared"]), ["media_type", "width", "height"]);
                if !asset["measured"].is_null() {
                    let wanted = ["media_type", "width", "height", "bytes", "sha256"];
                    assert_eq!(names(&asset["measured"]), wanted);
                }
                let state = asset["state"].as_str().unwrap();
                assert_eq!(asset["error"].is_string(), state == "failed", "{asset}");
                states.insert(state);
                findings.extend(asset["findings"].as_array().unwrap());
            }
        }
    }
    assert!(states.contains("rendered") && states.contains("failed"), "{states:?}");
    for finding in &findings {
        assert_eq!(names(finding), ["rule", "severity", "message", "values"]);
        assert!(finding["values"].is_object() && finding["message"].is_string());
    }
    assert!(findings.iter().any(|finding| finding["values"]["status"] == 404), "{findings:?}");
    let failed = &customers[6];
    assert_eq!((&failed["outcome"], &failed["cards"]), (&"failed".into(), &Value::Array(vec![])));
    assert_eq!(
        failed["error"].as_str().unwrap().split(':').next(),
        Some("The answer was not understood")
    );
    assert_eq!((&customers[0]["outcome"], &customers[0]["error"]), (&"ok".into(), &Value::Null));
}

#[test]
fn the_page_stands_alone_and_shows_everything() {
    let bench = Bench::new();
    let batch = bench.run(&CUSTOMERS);
    let Ok(Reading::List(rows)) = read_text("1001\nAB/<script>\n", &Choice::default()) else {
        panic!("a list")
    };
    let page = html(&batch, &rows, &texts(Language::English));
    // Hostile names are text.
    assert!(!page.contains("<b>Bold"), "the bank's name is markup");
    assert!(page.contains("&lt;b&gt;Bold&lt;/b&gt; &amp; Sons\u{fffd}"));
    assert!(!page.contains("<script"), "{page}");
    assert!(page.contains("AB/&lt;script&gt;"));
    assert!(!page.contains('\u{202e}'));
    // Nothing is loaded: pictures are in the file.
    assert!(page.contains("http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'"));
    for part in page.split(" src=\"").skip(1).chain(page.split("url(").skip(1)) {
        assert!(part.starts_with("data:"), "{part:.60}");
    }
    let pictures = page.split("href=\"data:image/png;base64,").count() - 1;
    assert_eq!(pictures, batch.thumbnails.len(), "each once");
    assert!(pictures > 3, "{pictures}");
    for used in page.split("<use href=\"#").skip(1).map(|part| part.split('"').next().unwrap()) {
        assert!(page.contains(&format!("<image id=\"{used}\"")), "{used}");
    }
    let at = |text: &str| page.find(text).unwrap_or_else(|| panic!("{text} is missing"));
    assert!(at("id=\"findings\"") < at("id=\"unread\""));
    assert!(at("id=\"unread\"") < at("id=\"refused\""));
    assert!(at("id=\"refused\"") < at("id=\"customers\""));
    assert!(at("rule error") < at("rule warning") && at("rule warning") < at("rule note"));
    for text in ["2026-06-01 12:00 UTC", "777001", "SANDBOX", "http-status", "@media print"] {
        at(text);
    }
}

#[test]
fn the_page_speaks_russian() {
    let bench = Bench::new();
    let batch = bench.run(&["2006", "5009"]);
    let page = html(&batch, &CustomerList::default(), &texts(Language::Russian));
    assert!(page.contains("<html lang=\"ru\">") && page.contains("Отчёт об оформлении карт"));
    for word in ["Customer", "Errors", "Warnings", "What to do"] {
        assert!(!page.contains(word), "{word}");
    }
}

#[test]
fn the_rows_are_findings_and_run_nothing() {
    let bench = Bench::new();
    let batch = bench.run(&CUSTOMERS);
    let text = csv_text(&batch, &texts(Language::English));
    let text = text.strip_prefix('\u{feff}').unwrap();
    let mut reader = ::csv::Reader::from_reader(text.as_bytes());
    let header = "severity,rule,message,customer,brand,bank,bin,last4,asset_type,url,values,\
                  acknowledged";
    assert_eq!(reader.headers().unwrap().iter().collect::<Vec<_>>().join(","), header);
    let rows: Vec<::csv::StringRecord> = reader.records().map(Result::unwrap).collect();
    let Counts { errors, warnings, notes, .. } = batch.counts();
    assert_eq!(rows.len(), errors + warnings + notes);
    assert!(rows[..errors].iter().all(|row| &row[0] == "error"), "the worst first");
    for row in &rows {
        assert!(row.iter().all(|cell| !cell.starts_with(['=', '+', '-', '@'])), "{row:?}");
        assert!(serde_json::from_str::<Value>(&row[10]).unwrap().is_object());
    }
    let missing = rows.iter().find(|row| &row[1] == "http-status").unwrap();
    assert_eq!((&missing[3], &missing[10]), ("3001", "{\"status\":404}"));
    assert!(missing[9].starts_with("http://127.0.0.1:"));
}

#[test]
fn build_servers_get_a_case_a_card_and_a_file() {
    let bench = Bench::new();
    let batch = bench.run(&CUSTOMERS);
    let xml = junit(&batch, &CustomerList::default(), &texts(Language::English)).unwrap();
    assert!(xml.starts_with("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites "));
    let elements = elements(&xml);
    let all = |name: &'static str| elements.iter().filter(move |(tag, _)| tag == name);
    let counts = batch.counts();
    // Those without any card have one of their own beside.
    let more = usize::from(counts.without_cards > 0);
    assert_eq!(all("testsuite").count(), CUSTOMERS.len() + more);
    let assets: usize = batch
        .customers
        .iter()
        .flat_map(|record| record.result.iter().flatten())
        .map(|card| card.assets.len())
        .sum();
    let cases = counts.customers + counts.cards + assets + more;
    assert_eq!(all("testcase").count(), cases);
    assert_eq!(all("error").count(), 1);
    let failures = all("failure").count();
    assert!(failures > 0 && failures <= counts.errors);
    let totals = &elements[0].1;
    for (name, count) in [("tests", cases), ("failures", failures), ("errors", 1)] {
        assert_eq!(totals[name], count.to_string(), "{name}");
        let of_suites = all("testsuite").map(|(_, of)| of[name].parse::<usize>().unwrap());
        assert_eq!(of_suites.sum::<usize>(), count, "{name}");
    }
    assert!(all("testsuite").any(|(_, of)| of["name"] == "customer 3001"));
    assert!(all("testcase").all(|(_, of)| !of["classname"].is_empty() && !of["name"].is_empty()));
}

/// The elements of an XML document with their attributes, as a reader takes them.
fn elements(xml: &str) -> Vec<(String, BTreeMap<String, String>)> {
    let mut reader = quick_xml::Reader::from_str(xml);
    let mut found = Vec::new();
    loop {
        let tag = match reader.read_event().unwrap() {
            Event::Start(tag) | Event::Empty(tag) => tag,
            Event::Eof => return found,
            _ => continue,
        };
        let attributes = tag.attributes().map(|one| {
            let one = one.unwrap();
            let value = one.normalized_value(quick_xml::XmlVersion::Explicit1_0).unwrap();
            (one.key.0.to_owned(), value.into_owned())
        });
        let name = tag.name().0.to_owned();
        found.push((name, attributes.collect()));
    }
}

/// Whether XML 1.0 allows a character.
fn is_of_xml(c: char) -> bool {
    matches!(c, '\t' | '\n' | '\r' | ' '..='\u{d7ff}' | '\u{e000}'..='\u{fffd}' | '\u{10000}'..)
}

/// Texts from outside with whatever breaks a document: markup, controls, colours of terminals, no characters.
fn hostile() -> impl Strategy<Value = String> {
    let signs = prop_oneof![
        any::<char>().prop_map(String::from),
        prop::sample::select(vec![
            "]]>",
            "<!--",
            "-->",
            "<script>",
            "</style>",
            "</svg>",
            "\"",
            "'",
            "&#0;",
            "&amp;",
            "\0",
            "\t",
            "\n",
            "\r",
            "\u{1b}[31m",
            "\u{9b}2J",
            "\u{1b}]8;;x\u{7}",
            "\u{85}",
            "\u{2028}",
            "\u{fffe}",
            "\u{1ffff}",
            "\u{202e}",
            "\u{7f}",
            "\u{feff}",
            "Ы",
            "𝟘",
        ])
        .prop_map(str::to_owned),
    ];
    prop::collection::vec(signs, 0..12).prop_map(|signs| signs.concat())
}

#[test]
fn whatever_was_sent_the_documents_are_whole() {
    let bench = Bench::new();
    let batch = bench.run(&["3001"]);
    let english = texts(Language::English);
    let list = CustomerList::default();
    let shape = |xml: &str| elements(xml).into_iter().map(|(name, _)| name).collect::<Vec<_>>();
    let plain = shape(&junit(&batch, &list, &english).unwrap());
    let tags = |page: &str| page.matches('<').count();
    proptest!(ProptestConfig::with_cases(200), |(text in hostile())| {
        let mut odd = batch.clone();
        odd.identity.server = text.clone();
        odd.customers[0].customer = text.clone();
        for card in odd.customers[0].result.iter_mut().flatten() {
            (card.brand, card.bank) = (redact(&text), redact(&format!("x{text}")));
            card.assets.iter_mut().for_each(|asset| asset.kind = redact(&text));
        }
        let xml = junit(&odd, &list, &english).unwrap();
        prop_assert!(xml.chars().all(is_of_xml), "{xml}");
        prop_assert_eq!(shape(&xml), &*plain);
        let shown: String = text.chars().map(harmless).collect();
        let suite = elements(&xml).into_iter().find(|(name, _)| name == "testsuite").unwrap();
        prop_assert_eq!(&suite.1["name"], &format!("customer {shown}"));
        let page = html(&odd, &list, &english);
        prop_assert!(!page.contains(|c: char| harmless(c) != c), "{page}");
        let mut same = odd;
        same.customers[0].customer = "1".to_owned();
        same.identity.server = String::new();
        for card in same.customers[0].result.iter_mut().flatten() {
            (card.brand, card.bank) = (redact(""), redact("x"));
            card.assets.iter_mut().for_each(|asset| asset.kind = redact("K"));
        }
        prop_assert_eq!(tags(&page), tags(&html(&same, &list, &english)));
    });
}

#[test]
fn the_summary_is_short() {
    let bench = Bench::new();
    let batch = bench.run(&["1004", "3001", "5009"]);
    let counts = batch.counts();
    let text = summary(&batch, &texts(Language::English));
    assert!(text.starts_with("Customers: 3 (could not be read: 1), cards: "), "{text}");
    assert_eq!(text.lines().count(), 2 + 1 + counts.errors + counts.warnings, "{text}");
    assert!(text.contains("Error: 3001, VISA"), "{text}");
}

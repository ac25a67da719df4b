//! Findings that a person has accepted, in every report.

use carddesk::acknowledged::Acknowledgement;
use carddesk::batch::{Batch, csv, html, json as report, junit, summary};
use carddesk::customers::CustomerList;
use carddesk::domain::Language;
use carddesk::domain::cell::Separator;
use carddesk::i18n::Texts;
use carddesk::verify::{Rule, Severity};
use serde_json::Value;

use super::Bench;

const WHY: &str = "agreed with the issuer <7>";

/// A customer with portrait art; the first such file's finding is accepted where asked for.
fn batch(is_accepted: bool) -> Batch {
    let mut batch = Bench::new().run(&["2009"]);
    let cards = batch.customers[0].result.as_ref().unwrap();
    let asset = cards.iter().flat_map(|card| &card.assets);
    let asset = asset
        .clone()
        .find(|asset| asset.findings.iter().any(|finding| finding.rule == Rule::Portrait))
        .unwrap();
    let sha256 = asset.sha256().unwrap();
    if is_accepted {
        let (by, at) = ("Marina".to_owned(), "2026-06-02T09:00:00Z".parse().unwrap());
        let why = WHY.to_owned();
        batch.acknowledged.add(Acknowledgement { sha256, rule: Rule::Portrait, by, at, why });
    }
    batch
}

/// Findings of a report, as they stand in its JSON.
fn findings(json: &Value) -> Vec<Value> {
    let cards = json["customers"][0]["cards"].as_array().unwrap();
    let assets = cards.iter().flat_map(|card| card["assets"].as_array().unwrap());
    assets.flat_map(|asset| asset["findings"].as_array().unwrap().clone()).collect()
}

#[test]
fn it_counts_no_more() {
    let (before, after) = (batch(false).counts(), batch(true).counts());
    assert!(after.acknowledged > 0 && before.acknowledged == 0);
    assert_eq!(after.errors + after.acknowledged, before.errors);
    assert_eq!((after.warnings, after.notes), (before.warnings, before.notes));
    let batch = batch(true);
    let open = batch.open_findings(&batch.customers[0]);
    assert_eq!(open.filter(|finding| finding.severity == Severity::Error).count(), after.errors);
}

#[test]
fn every_report_tells_it_apart() {
    let (open, accepted) = (batch(false), batch(true));
    let count = accepted.counts().acknowledged;
    let texts = Texts::new(Language::English);
    let json = report(&accepted, &texts);
    let (told, plain): (Vec<Value>, Vec<Value>) =
        findings(&json).into_iter().partition(|finding| !finding["acknowledged"].is_null());
    assert_eq!(told.len(), count);
    for finding in &told {
        assert_eq!(finding["acknowledged"]["by"], "Marina");
        assert_eq!(finding["acknowledged"]["at"], "2026-06-02T09:00:00Z");
        assert_eq!(finding["acknowledged"]["why"], WHY);
        assert_eq!((&finding["rule"], &finding["severity"]), (&"portrait".into(), &"error".into()));
    }
    assert!(plain.iter().all(|finding| finding.get("acknowledged").is_none()));
    assert!(findings(&report(&open, &texts)).iter().all(|f| f.get("acknowledged").is_none()));

    let mut rows = Vec::new();
    csv(&accepted, &CustomerList::default(), &texts, Separator::Comma, &mut rows).unwrap();
    let rows = String::from_utf8(rows).unwrap();
    let lines: Vec<&str> = rows.lines().collect();
    assert!(lines[0].ends_with(",values,acknowledged"));
    let told = format!("Acknowledged by Marina on 2026-06-02: {WHY}");
    let last = &lines[lines.len() - count..];
    assert!(last.iter().all(|line| line.ends_with(&told)), "{last:?}");
    assert_eq!(rows.matches(&told).count(), count);

    let failures = |batch: &Batch| {
        junit(batch, &CustomerList::default(), &texts).unwrap().matches("error portrait: ").count()
    };
    assert_eq!(failures(&open), failures(&accepted), "none is hidden");
    let in_failures = |batch: &Batch| {
        let xml = junit(batch, &CustomerList::default(), &texts).unwrap();
        let parts = xml.split("<failure").skip(1);
        parts
            .map(|part| part.split("</failure>").next().unwrap().matches("error portrait").count())
            .sum::<usize>()
    };
    assert_eq!(in_failures(&open), in_failures(&accepted) + count);
    assert!(
        junit(&accepted, &CustomerList::default(), &texts)
            .unwrap()
            .contains("(Acknowledged by Marina on 2026-06-02: agreed")
    );

    let page = html(&accepted, &CustomerList::default(), &texts);
    let quiet = page.matches("<li class=\"accepted\">").count();
    assert_eq!(quiet, 2 * count, "among the findings and beside the file");
    assert!(page.contains("agreed with the issuer &lt;7&gt;"));
    assert!(page.contains(&format!("<dd>{count}</dd><dt>Acknowledged</dt>")));
    assert!(!html(&open, &CustomerList::default(), &texts).contains("Acknowledged"));

    let words = summary(&accepted, &texts);
    assert!(words.contains(&format!("\nAcknowledged: {count}\n")), "{words}");
    let portrait = |batch: &Batch| summary(batch, &texts).matches("[portrait]").count();
    assert_eq!(portrait(&open), portrait(&accepted) + count);
}

#[test]
fn a_long_summary_tells_the_worst_and_how_many_more() {
    let texts = Texts::new(Language::English);
    let mut batch = batch(false);
    let record = batch.customers[0].clone();
    batch.customers = std::iter::repeat_n(record, 50).collect();
    let counts = batch.counts();
    let words = summary(&batch, &texts);
    assert_eq!(words.lines().count(), 2 + 40 + 1, "{words}");
    assert!(words.lines().skip(2).take(40).all(|line| line.starts_with("Error: ")), "{words}");
    let more = counts.errors + counts.warnings - 40;
    assert!(words.ends_with(&format!("and {more} more; a report (--html, --csv) has them all")));
}

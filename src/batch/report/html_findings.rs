//! The findings of a report: by severity, then by rule, then by what each says.

use std::collections::BTreeMap;

use maud::{Markup, html};

use crate::batch::words::{acknowledged, say_numbers};
use crate::verify::{Rule, Severity, advice, condition, message};

use super::html_page::Page;
use super::{FindingRow, card_name, places};

/// Places shown under one sentence, at most; the customers below have them all.
const MOST_PLACES: usize = 60;

/// The places of a rule, by what is said there.
type Sentences<'a> = BTreeMap<String, Vec<FindingRow<'a>>>;

pub(super) fn section(page: &Page<'_>) -> Markup {
    let (all, accepted): (Vec<FindingRow<'_>>, Vec<FindingRow<'_>>) =
        places(page.batch).partition(|place| place.acknowledged.is_none());
    let groups = [
        (Severity::Error, "report-errors", "report-error-meaning"),
        (Severity::Warning, "report-warnings", "report-warning-meaning"),
        (Severity::Note, "report-notes", "report-note-meaning"),
    ];
    html! {
        section id="findings" {
            h2 { (page.word("report-findings")) }
            @if all.is_empty() { p { (page.word("report-no-findings")) } }
            @for (severity, title, meaning) in groups {
                @let rules = by_rule(page, &all, severity);
                @if !rules.is_empty() {
                    h3 class="group" { (page.word(title)) }
                    p { (page.word(meaning)) }
                }
                @for (rule, sentences) in &rules { (of_rule(page, *rule, severity, sentences)) }
            }
            (of_accepted(page, &accepted))
        }
    }
}

fn by_rule<'a>(
    page: &Page<'_>,
    all: &[FindingRow<'a>],
    severity: Severity,
) -> BTreeMap<Rule, Sentences<'a>> {
    let mut rules: BTreeMap<Rule, Sentences<'a>> = BTreeMap::new();
    for place in all.iter().filter(|place| place.finding.severity == severity) {
        let sentences = rules.entry(place.finding.rule).or_default();
        sentences.entry(message(page.texts, place.finding)).or_default().push(*place);
    }
    rules
}

/// What a person has acknowledged: a quiet line each, with by whom, when and why.
fn of_accepted(page: &Page<'_>, places: &[FindingRow<'_>]) -> Markup {
    let shown = places.iter().take(MOST_PLACES);
    let shown = shown.filter_map(|place| Some((place, place.acknowledged?)));
    html! {
        @if !places.is_empty() {
            h3 class="group" { (page.word("report-acknowledged")) }
            p { (page.word("report-acknowledged-meaning")) }
            ul class="found" {
                @for (place, one) in shown {
                    li class="accepted" {
                        span class="badge" { (page.severity(place.finding.severity)) }
                        " " (page.word("report-customer")) " " (place.customer) ": "
                        (card_name(place.card)) ", "
                        (place.asset.map(|asset| &*asset.kind).unwrap_or_default()) ": "
                        (message(page.texts, place.finding)) " "
                        code { (place.finding.rule.name()) } " "
                        span class="by" { (acknowledged(page.texts, one)) }
                    }
                }
            }
            (more(page, places.len()))
        }
    }
}

/// How many places are not shown.
fn more(page: &Page<'_>, places: usize) -> Markup {
    let count = places.saturating_sub(MOST_PLACES);
    html! {
        @if count > 0 { p { (say_numbers(page.texts, "report-more", &[("count", count)])) } }
    }
}

fn of_rule(page: &Page<'_>, rule: Rule, severity: Severity, sentences: &Sentences<'_>) -> Markup {
    let count: usize = sentences.values().map(Vec::len).sum();
    let single = sentences.keys().next().filter(|_| sentences.len() == 1);
    let title = single.cloned().unwrap_or_else(|| condition(page.texts, rule));
    let class = severity.as_str();
    html! {
        article class={ "rule " (class) } {
            h4 {
                span class={ "badge " (class) } { (page.severity(severity)) }
                " " (title) " "
                code { (rule.name()) } " "
                span class="count" { "× " (count) }
            }
            p class="advice" { b { (page.word("report-what-to-do")) } " " (advice(page.texts, rule)) }
            @for (sentence, places) in sentences {
                @if single.is_none() { p class="sentence" { (sentence) } }
                table class="places" {
                    @for place in places.iter().take(MOST_PLACES) { (place_row(page, place)) }
                }
                (more(page, places.len()))
            }
        }
    }
}

fn place_row(page: &Page<'_>, place: &FindingRow<'_>) -> Markup {
    let asset = place.asset;
    // A card is known by its art.
    let shown = asset.or_else(|| place.card.assets.iter().find(|asset| is_art(&asset.kind)));
    html! {
        tr {
            td class="picture" { (page.thumbnail(shown)) }
            td { (page.word("report-customer")) " " (place.customer) }
            td { (page.card(place.card)) }
            td {
                @if let Some(asset) = asset {
                    (asset.kind) " "
                    @if let Some(url) = &asset.url { (page.address(url)) }
                }
            }
        }
    }
}

fn is_art(kind: &str) -> bool {
    kind.starts_with("CARD_BACKGROUND")
}

//! The findings of a report: by severity, then by rule, then by what each says.

use std::collections::BTreeMap;

use crate::batch::words::{acknowledged, say_numbers};
use crate::verify::{Rule, Severity, advice, condition, message};

use crate::i18n::escaped;

use super::html::Page;
use super::{Place, card_name, places};

/// Places shown under one sentence, at most; the customers below have them all.
const MOST_PLACES: usize = 60;

/// The places of a rule, by what is said there.
type Sentences<'a> = BTreeMap<String, Vec<Place<'a>>>;

pub(super) fn write(page: &Page<'_>, out: &mut String) {
    out.push_str(&format!(
        "<section id=\"findings\">\n<h2>{}</h2>\n",
        page.word("report-findings")
    ));
    let (all, accepted): (Vec<Place<'_>>, Vec<Place<'_>>) =
        places(page.batch).partition(|place| place.acknowledged.is_none());
    if all.is_empty() {
        out.push_str(&format!("<p>{}</p>\n", page.word("report-no-findings")));
    }
    for (severity, title, meaning) in [
        (Severity::Error, "report-errors", "report-error-meaning"),
        (Severity::Warning, "report-warnings", "report-warning-meaning"),
        (Severity::Note, "report-notes", "report-note-meaning"),
    ] {
        let mut rules: BTreeMap<Rule, Sentences<'_>> = BTreeMap::new();
        for place in all.iter().filter(|place| place.finding.severity == severity) {
            let sentences = rules.entry(place.finding.rule).or_default();
            sentences.entry(message(page.texts, place.finding)).or_default().push(*place);
        }
        if rules.is_empty() {
            continue;
        }
        let (title, meaning) = (page.word(title), page.word(meaning));
        out.push_str(&format!("<h3 class=\"group\">{title}</h3>\n<p>{meaning}</p>\n"));
        for (rule, sentences) in &rules {
            rule_section(page, *rule, severity, sentences, out);
        }
    }
    accepted_section(page, &accepted, out);
    out.push_str("</section>\n");
}

/// What a person has accepted: a quiet line each, with by whom, when and why.
fn accepted_section(page: &Page<'_>, places: &[Place<'_>], out: &mut String) {
    if places.is_empty() {
        return;
    }
    out.push_str(&format!(
        "<h3 class=\"group\">{}</h3>\n<p>{}</p>\n<ul class=\"found\">\n",
        page.word("report-acknowledged"),
        page.word("report-acknowledged-meaning"),
    ));
    for place in places.iter().take(MOST_PLACES) {
        let Some(one) = place.acknowledged else { continue };
        out.push_str(&format!(
            "<li class=\"accepted\"><span class=\"badge\">{}</span> {} {}: {}, {}: {} \
             <code>{}</code> <span class=\"by\">{}</span></li>\n",
            page.severity(place.finding.severity),
            page.word("report-customer"),
            escaped(place.customer),
            escaped(&card_name(place.card)),
            escaped(place.asset.map(|asset| &*asset.kind).unwrap_or_default()),
            escaped(&message(page.texts, place.finding)),
            place.finding.rule.name(),
            escaped(&acknowledged(page.texts, one)),
        ));
    }
    out.push_str("</ul>\n");
    let more = places.len().saturating_sub(MOST_PLACES);
    if more > 0 {
        let words = say_numbers(page.texts, "report-more", &[("count", more)]);
        out.push_str(&format!("<p>{}</p>\n", escaped(&words)));
    }
}

fn rule_section(
    page: &Page<'_>,
    rule: Rule,
    severity: Severity,
    sentences: &Sentences<'_>,
    out: &mut String,
) {
    let count: usize = sentences.values().map(Vec::len).sum();
    let single = sentences.keys().next().filter(|_| sentences.len() == 1);
    let title = single.cloned().unwrap_or_else(|| condition(page.texts, rule));
    out.push_str(&format!(
        "<article class=\"rule {class}\">\n<h4><span class=\"badge {class}\">{word}</span> \
         {title} <code>{name}</code> <span class=\"count\">× {count}</span></h4>\n\
         <p class=\"advice\"><b>{to_do}</b> {advice}</p>\n",
        class = severity.as_str(),
        word = page.severity(severity),
        title = escaped(&title),
        name = rule.name(),
        to_do = page.word("report-what-to-do"),
        advice = escaped(&advice(page.texts, rule)),
    ));
    for (sentence, places) in sentences {
        if single.is_none() {
            out.push_str(&format!("<p class=\"sentence\">{}</p>\n", escaped(sentence)));
        }
        out.push_str("<table class=\"places\">\n");
        for place in places.iter().take(MOST_PLACES) {
            place_row(page, place, out);
        }
        out.push_str("</table>\n");
        let more = places.len().saturating_sub(MOST_PLACES);
        if more > 0 {
            let words = say_numbers(page.texts, "report-more", &[("count", more)]);
            out.push_str(&format!("<p>{}</p>\n", escaped(&words)));
        }
    }
    out.push_str("</article>\n");
}

fn place_row(page: &Page<'_>, place: &Place<'_>, out: &mut String) {
    let asset = place.asset;
    // A card is known by its art.
    let shown = asset.or_else(|| place.card.assets.iter().find(|asset| is_art(&asset.kind)));
    let file = asset.map(|asset| {
        let address = asset.url.as_deref().map(|url| page.address(url)).unwrap_or_default();
        format!("{} {address}", escaped(&asset.kind))
    });
    out.push_str(&format!(
        "<tr><td class=\"picture\">{}</td><td>{} {}</td><td>{}</td><td>{}</td></tr>\n",
        page.thumbnail(shown),
        page.word("report-customer"),
        escaped(place.customer),
        page.card(place.card),
        file.unwrap_or_default(),
    ));
}

fn is_art(kind: &str) -> bool {
    kind.starts_with("CARD_BACKGROUND")
}

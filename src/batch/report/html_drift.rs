//! What changed since a batch that was kept: files with both pictures side by side.

use crate::batch::changes::{Change, ChangeKind, Drift, Subject};
use crate::batch::record::{AssetRecord, CardRecord};
use crate::batch::words::{say_numbers, say_since};

use crate::i18n::escaped;

use super::drift_words::{change_word, digest, not_compared, nothing_changed, size, why_not_word};
use super::html::Page;

/// Cards told of one change, at most; the same art changes for many at once.
const MOST_CARDS: usize = 20;

/// What a reader sees as one change, and where it happened.
struct Group<'a> {
    kind: ChangeKind,
    before: Option<&'a AssetRecord>,
    after: Option<&'a AssetRecord>,
    cards: Vec<(&'a str, &'a CardRecord)>,
}

pub(super) fn write(page: &Page<'_>, drift: &Drift, out: &mut String) {
    let lead = nothing_changed(drift).unwrap_or("report-drift-lead");
    out.push_str(&format!(
        "<section id=\"drift\">\n<h2>{}</h2>\n<p>{}</p>\n",
        escaped(&say_since(page.texts, "report-drift-title", &drift.since, 0)),
        page.word(lead),
    ));
    let groups = groups(drift);
    if !groups.is_empty() {
        out.push_str("<table class=\"drift\">\n<thead><tr>");
        for id in ["report-drift-what", "report-drift-before", "report-drift-after"] {
            out.push_str(&format!("<th>{}</th>", page.word(id)));
        }
        out.push_str("</tr></thead>\n<tbody>\n");
        for group in &groups {
            of_group(page, group, out);
        }
        out.push_str("</tbody></table>\n");
    }
    let others = drift.changes.iter().filter_map(|change| Some((change, of_other(page, change)?)));
    let lines: String = others
        .map(|(change, words)| format!("<li>{} {words}</li>\n", badge(page, change.kind)))
        .collect();
    if !lines.is_empty() {
        out.push_str(&format!("<ul class=\"found\">\n{lines}</ul>\n"));
    }
    write_not_compared(page, drift, out);
    out.push_str("</section>\n");
}

/// Customers of one batch alone, folded: no findings, and nothing to do.
fn write_not_compared(page: &Page<'_>, drift: &Drift, out: &mut String) {
    let Some(said) = not_compared(drift, page.texts) else { return };
    out.push_str(&format!(
        "<details class=\"none\">\n<summary>{}</summary>\n<dl>\n",
        escaped(&said)
    ));
    for (why, _) in drift.left_out() {
        let those = drift.not_compared.iter().filter(|one| one.why == why);
        let numbers: Vec<String> =
            those.map(|one| format!("<bdi>{}</bdi>", escaped(&one.customer))).collect();
        out.push_str(&format!(
            "<dt>{}</dt><dd>{}</dd>\n",
            escaped(&why_not_word(why, page.texts)),
            numbers.join(", ")
        ));
    }
    out.push_str("</dl>\n</details>\n");
}

fn groups(drift: &Drift) -> Vec<Group<'_>> {
    let group = |places: &Vec<usize>| {
        let all: Vec<&Change> = places.iter().filter_map(|p| drift.changes.get(*p)).collect();
        let first = all.first()?;
        let Subject::File { before, after, .. } = &first.subject else { return None };
        Some(Group {
            kind: first.kind,
            before: before.as_deref(),
            after: after.as_deref(),
            cards: all
                .into_iter()
                .map(|change| (&*change.customer, change.subject.card()))
                .collect(),
        })
    };
    drift.alike.iter().filter_map(group).collect()
}

fn of_group(page: &Page<'_>, group: &Group<'_>, out: &mut String) {
    let file = group.after.or(group.before);
    let kind = file.map(|file| escaped(&file.kind)).unwrap_or_default();
    let mut cards = String::new();
    for (customer, card) in group.cards.iter().take(MOST_CARDS) {
        cards.push_str(&format!(
            "<p>{} {}: {}</p>",
            page.word("report-customer"),
            escaped(customer),
            page.card(card)
        ));
    }
    let more = group.cards.len().saturating_sub(MOST_CARDS);
    if more > 0 {
        let words = say_numbers(page.texts, "report-drift-more", &[("count", more)]);
        cards.push_str(&format!("<p>{}</p>", escaped(&words)));
    }
    let addresses = [group.before, group.after].map(|file| file.and_then(|file| file.url.as_ref()));
    let with_address = addresses[0] != addresses[1];
    out.push_str(&format!(
        "<tr><td>{} {kind}{cards}</td>{}{}</tr>\n",
        badge(page, group.kind),
        side(page, group.before, with_address),
        side(page, group.after, with_address),
    ));
}

fn side(page: &Page<'_>, file: Option<&AssetRecord>, with_address: bool) -> String {
    let Some(file) = file else { return "<td><span class=\"none\">–</span></td>".to_owned() };
    let address = file.url.as_deref().filter(|_| with_address).map(|url| page.address(url));
    let class = if file.sha256().is_some() { "digest" } else { "failed" };
    format!(
        "<td>{}<p>{}</p><p class=\"{class}\">{}</p>{}</td>",
        page.thumbnail(Some(file)),
        escaped(&size(file)),
        escaped(&digest(file, page.texts)),
        address.unwrap_or_default(),
    )
}

fn badge(page: &Page<'_>, kind: ChangeKind) -> String {
    let word = escaped(&change_word(kind, page.texts));
    format!("<span class=\"badge {}\">{word}</span>", kind.as_str())
}

/// A card that appeared or disappeared.
fn of_other(page: &Page<'_>, change: &Change) -> Option<String> {
    let customer = format!("{} {}", page.word("report-customer"), escaped(&change.customer));
    match &change.subject {
        Subject::File { .. } => None,
        Subject::Card(card) => Some(format!("{customer}: {}", page.card(card))),
    }
}

//! What changed since a batch that was kept: files with both pictures side by side.

use maud::{Markup, html};

use crate::batch::changes::{Change, ChangeKind, Drift, Subject};
use crate::batch::record::{AssetRecord, CardRecord};
use crate::batch::words::{say_numbers, say_since};

use super::drift_words::{change_word, digest, not_compared, nothing_changed, size, why_not_word};
use super::html_page::Page;

/// Cards listed for one change, at most; the same art changes for many at once.
const MOST_CARDS: usize = 20;

/// What a reader sees as one change, and where it happened.
struct Group<'a> {
    kind: ChangeKind,
    before: Option<&'a AssetRecord>,
    after: Option<&'a AssetRecord>,
    cards: Vec<(&'a str, &'a CardRecord)>,
}

pub(super) fn section(page: &Page<'_>, drift: &Drift) -> Markup {
    let lead = nothing_changed(drift).unwrap_or("report-drift-lead");
    let groups = groups(drift);
    let mut cards = drift.changes.iter().filter(|change| is_card(change)).peekable();
    html! {
        section id="drift" {
            h2 { (say_since(page.texts, "report-drift-title", &drift.since, 0)) }
            p { (page.word(lead)) }
            @if !groups.is_empty() {
                table class="drift" {
                    thead {
                        (page.titles(&["report-drift-what", "report-drift-before", "report-drift-after"]))
                    }
                    tbody { @for group in &groups { (of_group(page, group)) } }
                }
            }
            @if cards.peek().is_some() {
                ul class="found" {
                    @for change in cards {
                        li {
                            (badge(page, change.kind)) " "
                            (of_customer(page, &change.customer, change.subject.card()))
                        }
                    }
                }
            }
            (of_those_not_compared(page, drift))
        }
    }
}

/// A card that appeared or disappeared.
fn is_card(change: &Change) -> bool {
    matches!(change.subject, Subject::Card(_))
}

/// Customers of one batch alone, folded: no findings, and nothing to do.
fn of_those_not_compared(page: &Page<'_>, drift: &Drift) -> Markup {
    let those = |why| drift.not_compared.iter().filter(move |one| one.why == why).enumerate();
    html! {
        @if let Some(summary) = not_compared(drift, page.texts) {
            details class="none" {
                summary { (summary) }
                dl {
                    @for (why, _) in drift.left_out() {
                        dt { (why_not_word(why, page.texts)) }
                        dd {
                            @for (place, one) in those(why) {
                                @if place > 0 { ", " }
                                bdi { (one.customer) }
                            }
                        }
                    }
                }
            }
        }
    }
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

fn of_group(page: &Page<'_>, group: &Group<'_>) -> Markup {
    let kind = group.after.or(group.before).map(|file| &*file.kind).unwrap_or_default();
    let more = group.cards.len().saturating_sub(MOST_CARDS);
    let addresses = [group.before, group.after].map(|file| file.and_then(|file| file.url.as_ref()));
    let with_address = addresses[0] != addresses[1];
    html! {
        tr {
            td {
                (badge(page, group.kind)) " " (kind)
                @for (customer, card) in group.cards.iter().take(MOST_CARDS) {
                    p { (of_customer(page, customer, card)) }
                }
                @if more > 0 {
                    p { (say_numbers(page.texts, "report-drift-more", &[("count", more)])) }
                }
            }
            (side(page, group.before, with_address))
            (side(page, group.after, with_address))
        }
    }
}

fn side(page: &Page<'_>, file: Option<&AssetRecord>, with_address: bool) -> Markup {
    let Some(file) = file else {
        return html! { td { span class="none" { "–" } } };
    };
    let address = file.url.as_deref().filter(|_| with_address);
    let class = if file.sha256().is_some() { "digest" } else { "failed" };
    html! {
        td {
            (page.thumbnail(Some(file)))
            p { (size(file)) }
            p class=(class) { (digest(file, page.texts)) }
            @if let Some(url) = address { (page.address(url)) }
        }
    }
}

fn badge(page: &Page<'_>, kind: ChangeKind) -> Markup {
    html! { span class={ "badge " (kind.as_str()) } { (change_word(kind, page.texts)) } }
}

fn of_customer(page: &Page<'_>, customer: &str, card: &CardRecord) -> Markup {
    html! { (page.word("report-customer")) " " (customer) ": " (page.card(card)) }
}

//! The customers of a report, each with its cards and their assets.

use maud::{Markup, html};

use crate::batch::record::{AssetRecord, CardRecord};
use crate::batch::words::file_error;

use super::described;
use super::html_page::Page;

/// The columns of a table of assets.
const COLUMNS: [&str; 5] =
    ["report-picture", "report-asset", "report-declared", "report-measured", "report-found"];

pub(super) fn section(page: &Page<'_>) -> Markup {
    let read = page.batch.customers.iter();
    let read = read.filter_map(|record| Some((&record.customer, record.result.as_ref().ok()?)));
    html! {
        section id="customers" {
            h2 { (page.word("report-customers")) }
            @for (customer, cards) in read {
                section class="customer" {
                    h3 { (page.word("report-customer")) " " (customer) }
                    @if cards.is_empty() { p { (page.word("report-no-cards")) } }
                    @for card in cards { (of_card(page, card)) }
                }
            }
        }
    }
}

fn of_card(page: &Page<'_>, card: &CardRecord) -> Markup {
    let state = match card.active {
        Some(true) => "report-active",
        Some(false) => "report-inactive",
        None => "report-state-unknown",
    };
    let expires = card.expires.trim();
    let expires = if expires.is_empty() { "–" } else { expires };
    html! {
        div class="card" {
            h4 { (page.card(card)) }
            p { (page.word("report-expires")) " " (expires) ", " (page.word(state)) }
            (page.findings(&card.findings, None))
            @if card.assets.is_empty() {
                p { (page.word("report-no-assets")) }
            } @else {
                table class="assets" {
                    thead { (page.titles(&COLUMNS)) }
                    tbody { @for asset in &card.assets { (of_asset(page, asset)) } }
                }
            }
        }
    }
}

fn of_asset(page: &Page<'_>, asset: &AssetRecord) -> Markup {
    let declared = &asset.declared;
    let told = described(declared.media_type.as_deref(), declared.width, declared.height, None);
    let measured = asset
        .measured
        .as_ref()
        .map(|file| described(Some(&file.media_type), file.width, file.height, Some(file.bytes)));
    html! {
        tr {
            td class="picture" { (page.thumbnail(Some(asset))) }
            td {
                (asset.kind)
                br;
                @if let Some(url) = &asset.url { (page.address(url)) }
            }
            td { (told) }
            td { (measured.as_deref().unwrap_or("–")) }
            td {
                @if let Some(words) = file_error(page.texts, asset) { p class="failed" { (words) } }
                (page.findings(&asset.findings, Some(asset)))
            }
        }
    }
}

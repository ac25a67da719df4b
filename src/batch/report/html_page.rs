//! What the sections of the page have in common.

use maud::{Markup, html};

use crate::batch::outcome::Batch;
use crate::batch::record::{AssetRecord, CardRecord};
use crate::batch::words::{acknowledged, say};
use crate::i18n::Texts;
use crate::verify::{Finding, Severity};

use super::card_name;

/// A report in the making.
pub(super) struct Page<'a> {
    pub(super) batch: &'a Batch,
    pub(super) texts: &'a Texts,
}

impl Page<'_> {
    /// A text of the report.
    pub(super) fn word(&self, id: &str) -> String {
        say(self.texts, id)
    }

    pub(super) fn severity(&self, severity: Severity) -> String {
        self.word(match severity {
            Severity::Error => "report-error",
            Severity::Warning => "report-warning",
            Severity::Note => "report-note",
        })
    }

    /// The picture of a file, or a sign that there is none.
    pub(super) fn thumbnail(&self, asset: Option<&AssetRecord>) -> Markup {
        let known = asset.and_then(|asset| {
            let digest = asset.sha256()?;
            let earlier = || self.batch.drift.as_ref()?.thumbnails.get(&digest);
            Some((asset, digest, self.batch.thumbnails.get(&digest).or_else(earlier)?))
        });
        let Some((asset, sha256, picture)) = known else {
            return html! { span class="none" { "–" } };
        };
        let (width, height) = (picture.width, picture.height);
        html! {
            svg class="art" viewBox={ "0 0 " (width) " " (height) } width=(width.div_ceil(2))
                height=(height.div_ceil(2)) role="img" aria-label=(asset.kind) {
                use href={ "#f" (sha256) } {}
            }
        }
    }

    /// An address: a link where it leads to the web.
    pub(super) fn address(&self, url: &str) -> Markup {
        // An address without its signature leads nowhere.
        let leads = !url.contains('…')
            && url::Url::parse(url).is_ok_and(|url| matches!(url.scheme(), "http" | "https"));
        html! {
            @if leads {
                a class="url" rel="noopener noreferrer" href=(url) { (url) }
            } @else {
                span class="url" { (url) }
            }
        }
    }

    /// Brand, BIN and last four digits, bank.
    pub(super) fn card(&self, card: &CardRecord) -> Markup {
        let bank = card.bank.trim();
        html! {
            b { (card_name(card)) }
            @if !bank.is_empty() { " " bdi { (bank) } }
        }
    }

    /// Findings as a list, the worst first, those that a person has acknowledged last.
    pub(super) fn findings(&self, findings: &[Finding], asset: Option<&AssetRecord>) -> Markup {
        let accepted = |finding: &Finding| self.batch.acknowledgement(asset, finding.rule);
        let mut sorted: Vec<&Finding> = findings.iter().collect();
        sorted.sort_by_key(|finding| {
            (accepted(finding).is_some(), std::cmp::Reverse(finding.severity))
        });
        let line = |finding: &Finding| {
            let words = crate::verify::message(self.texts, finding);
            let severity = self.severity(finding.severity);
            match accepted(finding) {
                None => html! {
                    li {
                        span class={ "badge " (finding.severity.as_str()) } { (severity) }
                        " " (words)
                    }
                },
                Some(one) => html! {
                    li class="accepted" {
                        span class="badge" { (severity) }
                        " " (words) " "
                        span class="by" { (acknowledged(self.texts, one)) }
                    }
                },
            }
        };
        html! {
            @if !sorted.is_empty() {
                ul class="found" { @for finding in sorted { (line(finding)) } }
            }
        }
    }

    /// The row of a table that names its columns.
    pub(super) fn titles(&self, ids: &[&str]) -> Markup {
        html! { tr { @for id in ids { th { (self.word(id)) } } } }
    }
}

//! One file that shows everything, findings first; it loads nothing, and needs no script.

use std::collections::BTreeMap;

use maud::{Markup, html};

use crate::batch::outcome::Batch;
use crate::batch::words::{account, accounts_of_files, row_refusal, say_since};
use crate::customers::{CustomerList, RefusedRow};
use crate::domain::Environment;
use crate::i18n::{Head, Text, Texts, document};
use crate::words::reported_error;

use super::html_page::Page;
use super::{html_customers, html_drift, html_findings};

const STYLE: &str = include_str!("report.css");
/// Nothing is loaded or run, whatever text found its way into the file.
const POLICY: &str = "default-src 'none'; img-src data:; style-src 'unsafe-inline'; \
                      base-uri 'none'; form-action 'none'";

/// The report for people.
pub fn html(batch: &Batch, list: &CustomerList, texts: &Texts) -> String {
    let shown = batch.shown();
    let batch = &*shown;
    let page = Page { batch, texts };
    let title = page.word("report-title");
    let body = html! {
        (page.pictures())
        header {
            h1 { (title) }
            p { (page.word("report-lead")) }
            (page.facts())
            (page.counts())
            @if let Some(drift) = &batch.drift {
                p {
                    a href="#drift" {
                        (say_since(texts, "report-summary-drift", &drift.since, drift.changes.len()))
                    }
                }
            }
        }
        main {
            (html_findings::section(&page))
            @if let Some(drift) = &batch.drift { (html_drift::section(&page, drift)) }
            (page.failed())
            (page.without_cards())
            (page.list(list))
            (html_customers::section(&page))
        }
    };
    let title = format!("{title} – {}", batch.identity.server);
    document(texts, &Head { title: &title, policy: POLICY, style: STYLE }, &body)
}

impl Page<'_> {
    /// Every thumbnail once, to be used wherever its file is shown.
    fn pictures(&self) -> Markup {
        let earlier = self.batch.drift.iter().flat_map(|drift| &drift.thumbnails);
        let all: BTreeMap<_, _> = self.batch.thumbnails.iter().chain(earlier).collect();
        html! {
            svg class="store" width="0" height="0" aria-hidden="true" {
                defs {
                    @for (sha256, picture) in all {
                        image id={ "f" (sha256) } width=(picture.width) height=(picture.height)
                            href={ "data:image/png;base64," (picture.png) } {}
                    }
                }
            }
        }
    }

    fn facts(&self) -> Markup {
        let identity = &self.batch.identity;
        let environments = [
            (Environment::Sandbox, Text::EnvironmentSandbox),
            (Environment::Test, Text::EnvironmentTest),
            (Environment::Production, Text::EnvironmentProduction),
        ];
        let known = environments.iter().find(|(known, _)| known.word() == identity.environment);
        let meaning = known.map(|(_, text)| self.texts.get(*text)).unwrap_or_default();
        let rows = [
            ("report-when", format!("{} UTC", identity.started)),
            ("report-server", identity.server.clone()),
            ("report-environment", format!("{} – {meaning}", identity.environment)),
            ("report-merchant", identity.merchant_id.to_string()),
        ];
        html! {
            dl class="facts" {
                @for (id, value) in rows { div { dt { (self.word(id)) } dd { (value) } } }
            }
        }
    }

    fn counts(&self) -> Markup {
        let counts = self.batch.counts();
        let rows = [
            ("report-customers", counts.customers, ""),
            ("report-unread", counts.failed, "error"),
            ("report-without-cards", counts.without_cards, ""),
            ("report-cards", counts.cards, ""),
            ("report-files", counts.files, ""),
            ("report-errors", counts.errors, "error"),
            ("report-warnings", counts.warnings, "warning"),
            ("report-notes", counts.notes, "note"),
        ];
        // Most batches have none.
        let accepted = ("report-acknowledged", counts.acknowledged, "");
        let accepted = Some(accepted).filter(|(_, count, _)| *count > 0);
        html! {
            dl class="counts" {
                @for (id, count, class) in rows.into_iter().chain(accepted) {
                    div class=(if count > 0 { class } else { "" }) {
                        dd { (count) }
                        dt { (self.word(id)) }
                    }
                }
            }
            @if counts.is_mostly_without_cards() {
                p class="alert" { (self.word("report-mostly-without-cards")) }
            }
            @if self.batch.missing > 0 {
                p class="alert" { (self.word("report-missing")) " " (self.batch.missing) }
            }
        }
    }

    fn without_cards(&self) -> Markup {
        let mut customers = self.batch.without_cards().peekable();
        html! {
            @if customers.peek().is_some() {
                section id="without-cards" {
                    h2 { (self.word("report-without-cards-title")) }
                    p { (self.word("report-without-cards-lead")) }
                    ul { @for customer in customers { li { (customer) } } }
                }
            }
        }
    }

    fn failed(&self) -> Markup {
        let failed = self.batch.customers.iter();
        let mut failed = failed
            .filter_map(|record| Some((&record.customer, record.result.as_ref().err()?)))
            .peekable();
        html! {
            @if failed.peek().is_some() {
                section id="unread" {
                    h2 { (self.word("report-unread-title")) }
                    p { (self.word("report-unread-lead")) }
                    table {
                        (self.titles(&["report-customer", "report-reason"]))
                        @for (customer, error) in failed {
                            tr { td { (customer) } td { (reported_error(self.texts, error)) } }
                        }
                    }
                }
            }
        }
    }

    /// What became of the list's lines.
    fn list(&self, list: &CustomerList) -> Markup {
        html! {
            @if list.counts().lines > 0 {
                section id="list" {
                    h2 { (self.word("report-list-title")) }
                    p { (account(self.texts, list)) }
                    @for account in accounts_of_files(self.texts, list) { p { (account) } }
                    (self.aside(list))
                }
            }
            (self.refused(&list.refused))
        }
    }

    fn aside(&self, list: &CustomerList) -> Markup {
        let files = list.aside.iter().any(|row| row.file.is_some());
        html! {
            @if !list.aside.is_empty() {
                h3 { (self.word("report-list-other")) }
                table {
                    (self.titles(with_file(files, &["report-file", "report-line", "report-value"])))
                    @for row in &list.aside {
                        tr {
                            (file_cell(files, row.file.as_deref()))
                            td { (row.line) }
                            td { (row.value) }
                        }
                    }
                }
            }
        }
    }

    fn refused(&self, rows: &[RefusedRow]) -> Markup {
        let files = rows.iter().any(|row| row.file.is_some());
        let titles = ["report-file", "report-line", "report-value", "report-reason"];
        html! {
            @if !rows.is_empty() {
                section id="refused" {
                    h2 { (self.word("report-refused-title")) }
                    p { (self.word("report-refused-lead")) }
                    table {
                        (self.titles(with_file(files, &titles)))
                        @for row in rows {
                            tr {
                                (file_cell(files, row.file.as_deref()))
                                td { (row.line) }
                                td { (row.value) }
                                td { (row_refusal(self.texts, &row.error)) }
                            }
                        }
                    }
                }
            }
        }
    }
}

/// The titles of a table whose first column names files, where it has such.
fn with_file<'a>(files: bool, titles: &'a [&'a str]) -> &'a [&'a str] {
    titles.get(usize::from(!files)..).unwrap_or_default()
}

/// The cell that names a row's file, where a table has such.
fn file_cell(files: bool, file: Option<&str>) -> Markup {
    html! { @if files { td { (file.unwrap_or_default()) } } }
}

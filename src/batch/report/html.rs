//! One file that shows everything, findings first; it loads nothing, and needs no script.

use std::collections::BTreeMap;

use crate::batch::outcome::Batch;
use crate::batch::record::{AssetRecord, CardRecord};
use crate::batch::words::{
    account, accounts_of_files, acknowledged, api_error, row_refusal, say, say_since,
};
use crate::customers::{CustomerList, RefusedRow};
use crate::domain::{Environment, Language};
use crate::i18n::{Text, Texts, escaped};
use crate::verify::{Finding, Severity};

use super::{card_name, html_customers, html_drift, html_findings};

const STYLE: &str = include_str!("report.css");
/// Nothing is loaded or run, whatever text found its way into the file.
const POLICY: &str = "default-src 'none'; img-src data:; style-src 'unsafe-inline'; \
                      base-uri 'none'; form-action 'none'";

/// The report for people.
pub fn html(batch: &Batch, list: &CustomerList, texts: &Texts) -> String {
    let page = Page { batch, texts };
    let language = match texts.language() {
        Language::English => "en",
        Language::Russian => "ru",
    };
    let title = page.word("report-title");
    let mut out = format!(
        "<!DOCTYPE html>\n<html lang=\"{language}\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta http-equiv=\"Content-Security-Policy\" content=\"{POLICY}\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <meta name=\"referrer\" content=\"no-referrer\">\n\
         <title>{title} – {}</title>\n<style>\n{STYLE}</style>\n</head>\n<body>\n",
        escaped(&batch.identity.server),
    );
    page.pictures(&mut out);
    out.push_str(&format!("<header>\n<h1>{title}</h1>\n<p>{}</p>\n", page.word("report-lead")));
    page.facts(&mut out);
    page.counts(&mut out);
    if let Some(drift) = &batch.drift {
        let words = say_since(texts, "report-summary-drift", &drift.since, drift.changes.len());
        out.push_str(&format!("<p><a href=\"#drift\">{}</a></p>\n", escaped(&words)));
    }
    out.push_str("</header>\n<main>\n");
    html_findings::write(&page, &mut out);
    if let Some(drift) = &batch.drift {
        html_drift::write(&page, drift, &mut out);
    }
    page.failed(&mut out);
    page.without_cards(&mut out);
    page.list(list, &mut out);
    html_customers::write(&page, &mut out);
    out.push_str("</main>\n</body>\n</html>\n");
    out
}

pub(super) struct Page<'a> {
    pub(super) batch: &'a Batch,
    pub(super) texts: &'a Texts,
}

impl Page<'_> {
    /// A text of the report, escaped.
    pub(super) fn word(&self, id: &str) -> String {
        escaped(&say(self.texts, id))
    }

    pub(super) fn severity(&self, severity: Severity) -> String {
        self.word(match severity {
            Severity::Error => "report-error",
            Severity::Warning => "report-warning",
            Severity::Note => "report-note",
        })
    }

    /// Every thumbnail once, to be used wherever its file is shown.
    fn pictures(&self, out: &mut String) {
        out.push_str("<svg class=\"store\" width=\"0\" height=\"0\" aria-hidden=\"true\"><defs>\n");
        let earlier = self.batch.drift.iter().flat_map(|drift| &drift.thumbnails);
        let all: BTreeMap<_, _> = self.batch.thumbnails.iter().chain(earlier).collect();
        for (sha256, picture) in all {
            out.push_str(&format!(
                "<image id=\"f{}\" width=\"{}\" height=\"{}\" \
                 href=\"data:image/png;base64,{}\"/>\n",
                escaped(sha256),
                picture.width,
                picture.height,
                escaped(&picture.png),
            ));
        }
        out.push_str("</defs></svg>\n");
    }

    /// The picture of a file, or a sign that there is none.
    pub(super) fn thumbnail(&self, asset: Option<&AssetRecord>) -> String {
        let known = asset.and_then(|asset| {
            let digest = asset.sha256()?;
            let earlier = || self.batch.drift.as_ref()?.thumbnails.get(digest);
            Some((digest, self.batch.thumbnails.get(digest).or_else(earlier)?))
        });
        let label = asset.map(|asset| escaped(&asset.kind)).unwrap_or_default();
        match known {
            Some((sha256, picture)) => {
                let (width, height) = (picture.width, picture.height);
                format!(
                    "<svg class=\"art\" viewBox=\"0 0 {width} {height}\" width=\"{}\" \
                     height=\"{}\" role=\"img\" aria-label=\"{label}\">\
                     <use href=\"#f{}\"/></svg>",
                    width.div_ceil(2),
                    height.div_ceil(2),
                    escaped(sha256),
                )
            }
            None => "<span class=\"none\">–</span>".to_owned(),
        }
    }

    /// An address: a link where it leads to the web.
    pub(super) fn address(&self, url: &str) -> String {
        let text = escaped(url);
        // An address without its signature leads nowhere.
        let leads = !url.contains('…')
            && url::Url::parse(url).is_ok_and(|url| matches!(url.scheme(), "http" | "https"));
        if leads {
            format!("<a class=\"url\" rel=\"noopener noreferrer\" href=\"{text}\">{text}</a>")
        } else {
            format!("<span class=\"url\">{text}</span>")
        }
    }

    /// Brand, BIN and last four digits, bank.
    pub(super) fn card(&self, card: &CardRecord) -> String {
        let name = escaped(&card_name(card));
        let bank = card.bank.trim();
        if bank.is_empty() {
            format!("<b>{name}</b>")
        } else {
            format!("<b>{name}</b> <bdi>{}</bdi>", escaped(bank))
        }
    }

    /// Findings as a list, the worst first, those that a person has accepted last.
    pub(super) fn findings(&self, findings: &[Finding], asset: Option<&AssetRecord>) -> String {
        if findings.is_empty() {
            return String::new();
        }
        let accepted = |finding: &Finding| self.batch.acknowledgement(asset, finding.rule);
        let mut sorted: Vec<&Finding> = findings.iter().collect();
        sorted.sort_by_key(|finding| {
            (accepted(finding).is_some(), std::cmp::Reverse(finding.severity))
        });
        let line = |finding: &Finding| {
            let said = escaped(&crate::verify::message(self.texts, finding));
            match accepted(finding) {
                None => format!(
                    "<li><span class=\"badge {}\">{}</span> {said}</li>",
                    finding.severity.as_str(),
                    self.severity(finding.severity),
                ),
                Some(one) => format!(
                    "<li class=\"accepted\"><span class=\"badge\">{}</span> {said} \
                     <span class=\"by\">{}</span></li>",
                    self.severity(finding.severity),
                    escaped(&acknowledged(self.texts, one)),
                ),
            }
        };
        let lines: String = sorted.into_iter().map(line).collect();
        format!("<ul class=\"found\">{lines}</ul>")
    }

    fn facts(&self, out: &mut String) {
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
        out.push_str("<dl class=\"facts\">\n");
        for (id, value) in rows {
            let value = escaped(&value);
            out.push_str(&format!("<div><dt>{}</dt><dd>{value}</dd></div>\n", self.word(id)));
        }
        out.push_str("</dl>\n");
    }

    fn counts(&self, out: &mut String) {
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
        out.push_str("<dl class=\"counts\">\n");
        for (id, count, class) in rows.into_iter().chain(accepted) {
            let class = if count > 0 { class } else { "" };
            out.push_str(&format!(
                "<div class=\"{class}\"><dd>{count}</dd><dt>{}</dt></div>\n",
                self.word(id)
            ));
        }
        out.push_str("</dl>\n");
        if counts.is_mostly_without_cards() {
            let words = self.word("report-mostly-without-cards");
            out.push_str(&format!("<p class=\"alert\">{words}</p>\n"));
        }
        if self.batch.missing > 0 {
            let word = self.word("report-missing");
            out.push_str(&format!("<p class=\"alert\">{word} {}</p>\n", self.batch.missing));
        }
    }

    fn without_cards(&self, out: &mut String) {
        let mut customers = self.batch.without_cards().peekable();
        if customers.peek().is_none() {
            return;
        }
        out.push_str(&format!(
            "<section id=\"without-cards\">\n<h2>{}</h2>\n<p>{}</p>\n<ul>\n",
            self.word("report-without-cards-title"),
            self.word("report-without-cards-lead"),
        ));
        for customer in customers {
            out.push_str(&format!("<li>{}</li>\n", escaped(customer)));
        }
        out.push_str("</ul>\n</section>\n");
    }

    fn failed(&self, out: &mut String) {
        let failed = self.batch.customers.iter();
        let mut failed = failed
            .filter_map(|record| Some((&record.customer, record.result.as_ref().err()?)))
            .peekable();
        if failed.peek().is_none() {
            return;
        }
        out.push_str(&format!(
            "<section id=\"unread\">\n<h2>{}</h2>\n<p>{}</p>\n<table>\n<tr><th>{}</th>\
             <th>{}</th></tr>\n",
            self.word("report-unread-title"),
            self.word("report-unread-lead"),
            self.word("report-customer"),
            self.word("report-reason"),
        ));
        for (customer, error) in failed {
            let words = escaped(&api_error(self.texts, error));
            out.push_str(&format!("<tr><td>{}</td><td>{words}</td></tr>\n", escaped(customer)));
        }
        out.push_str("</table>\n</section>\n");
    }

    /// What became of the list's lines.
    fn list(&self, list: &CustomerList, out: &mut String) {
        if list.counts().lines > 0 {
            let account = escaped(&account(self.texts, list));
            let title = self.word("report-list-title");
            out.push_str(&format!("<section id=\"list\">\n<h2>{title}</h2>\n<p>{account}</p>\n"));
            for account in accounts_of_files(self.texts, list) {
                out.push_str(&format!("<p>{}</p>\n", escaped(&account)));
            }
            self.aside(list, out);
            out.push_str("</section>\n");
        }
        self.refused(&list.refused, out);
    }

    fn aside(&self, list: &CustomerList, out: &mut String) {
        if list.aside.is_empty() {
            return;
        }
        let files = list.aside.iter().any(|row| row.file.is_some());
        out.push_str(&format!(
            "<h3>{}</h3>\n<table>\n<tr>{}<th>{}</th><th>{}</th></tr>\n",
            self.word("report-list-other"),
            self.file_title(files),
            self.word("report-line"),
            self.word("report-value"),
        ));
        for row in &list.aside {
            let value = escaped(&row.value);
            let file = file_cell(files, row.file.as_deref());
            out.push_str(&format!("<tr>{file}<td>{}</td><td>{value}</td></tr>\n", row.line));
        }
        out.push_str("</table>\n");
    }

    fn file_title(&self, files: bool) -> String {
        if files { format!("<th>{}</th>", self.word("report-file")) } else { String::new() }
    }

    fn refused(&self, rows: &[RefusedRow], out: &mut String) {
        if rows.is_empty() {
            return;
        }
        let files = rows.iter().any(|row| row.file.is_some());
        out.push_str(&format!(
            "<section id=\"refused\">\n<h2>{}</h2>\n<p>{}</p>\n<table>\n<tr>{}<th>{}</th>\
             <th>{}</th><th>{}</th></tr>\n",
            self.word("report-refused-title"),
            self.word("report-refused-lead"),
            self.file_title(files),
            self.word("report-line"),
            self.word("report-value"),
            self.word("report-reason"),
        ));
        for row in rows {
            out.push_str(&format!(
                "<tr>{}<td>{}</td><td>{}</td><td>{}</td></tr>\n",
                file_cell(files, row.file.as_deref()),
                row.line,
                escaped(&row.value),
                escaped(&row_refusal(self.texts, &row.error)),
            ));
        }
        out.push_str("</table>\n</section>\n");
    }
}

/// The cell that names a row's file, where a table has such.
fn file_cell(files: bool, file: Option<&str>) -> String {
    if files { format!("<td>{}</td>", escaped(file.unwrap_or_default())) } else { String::new() }
}

use crate::acknowledged::Acknowledgement;
use crate::batch::outcome::Batch;
use crate::batch::record::{AssetRecord, CustomerRecord};
use crate::batch::words::{
    account, accounts_of_files, acknowledged, api_error, refused_row, say, say_numbers,
};
use crate::customers::CustomerList;
use crate::i18n::{Texts, escaped};
use crate::verify::{Finding, Rule, Severity, message};

use super::card_name;

/// JUnit's XML: a suite a customer, a case a card and a file. Errors fail a case, the rest is its
/// output, and so is what a person has accepted; a customer that could not be read is an error of its own
/// case. Customers without any card are counted and listed in a suite of their own, and so are the rows of
/// the list that were refused.
pub fn junit(batch: &Batch, list: &CustomerList, texts: &Texts) -> String {
    let suites = batch.customers.iter().map(|c| suite(c, batch, texts));
    let of_all = [suite_without_cards(batch, texts), suite_refused(list, texts)];
    let suites: Vec<Suite> = suites.chain(of_all.into_iter().flatten()).collect();
    let sum = |of: fn(&Suite) -> usize| suites.iter().map(of).sum::<usize>();
    let mut xml = format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites name=\"carddesk verify\" \
         tests=\"{}\" failures=\"{}\" errors=\"{}\">\n",
        sum(|suite| suite.cases),
        sum(|suite| suite.failures),
        sum(|suite| suite.errors),
    );
    for suite in &suites {
        xml.push_str(&format!(
            "<testsuite name=\"{}\" tests=\"{}\" failures=\"{}\" errors=\"{}\" \
             skipped=\"0\">\n{}</testsuite>\n",
            escaped(&suite.name),
            suite.cases,
            suite.failures,
            suite.errors,
            suite.xml,
        ));
    }
    xml.push_str("</testsuites>\n");
    xml
}

#[derive(Default)]
struct Suite {
    /// Of the suite, and the class of its cases.
    name: String,
    cases: usize,
    failures: usize,
    errors: usize,
    xml: String,
}

fn suite(record: &CustomerRecord, batch: &Batch, texts: &Texts) -> Suite {
    let name = format!("customer {}", record.customer);
    let mut suite = Suite { name, ..Suite::default() };
    match &record.result {
        Err(error) => {
            let words = escaped(&api_error(texts, error));
            let content = format!("<error type=\"list\" message=\"{words}\"/>");
            suite.errors += 1;
            suite.case("list", &content);
        }
        Ok(cards) => {
            let none = cards.is_empty().then(|| output(&say(texts, "report-no-cards")));
            suite.case("list", &none.unwrap_or_default());
            for (place, card) in cards.iter().enumerate() {
                // Cards may look alike.
                let name = format!("card {}: {}", place + 1, card_name(card));
                let told = |finding: &Finding, asset: Option<&AssetRecord>| {
                    let accepted = batch.acknowledgement(asset, finding.rule);
                    line(finding, accepted, texts)
                };
                let lines: Vec<Line> = card.findings.iter().map(|f| told(f, None)).collect();
                suite.verified(&name, &lines);
                for asset in &card.assets {
                    let lines = asset.findings.iter().map(|f| told(f, Some(asset)));
                    suite.verified(&file_name(&name, asset), &lines.collect::<Vec<_>>());
                }
            }
        }
    }
    suite
}

/// How many customers have no card, and who they are; nothing where all have some.
fn suite_without_cards(batch: &Batch, texts: &Texts) -> Option<Suite> {
    let counts = batch.counts();
    if counts.without_cards == 0 {
        return None;
    }
    let mut suite = Suite { name: "customers without cards".to_owned(), ..Suite::default() };
    let count = [("count", counts.without_cards)];
    let mut lines = vec![say_numbers(texts, "report-summary-without-cards", &count)];
    if counts.is_mostly_without_cards() {
        lines.push(say(texts, "report-mostly-without-cards"));
    }
    lines.extend(batch.without_cards().map(str::to_owned));
    suite.case("count", &output(&lines.join("\n")));
    Some(suite)
}

/// The lines of the list that were refused, and what became of all; nothing where none was.
fn suite_refused(list: &CustomerList, texts: &Texts) -> Option<Suite> {
    if list.refused.is_empty() {
        return None;
    }
    let mut suite = Suite { name: "refused rows".to_owned(), ..Suite::default() };
    let mut lines = vec![account(texts, list)];
    lines.extend(accounts_of_files(texts, list));
    lines.extend(list.refused.iter().map(|row| refused_row(texts, row)));
    suite.case("count", &output(&lines.join("\n")));
    Some(suite)
}

fn output(text: &str) -> String {
    let lines: Vec<String> = text.split('\n').map(escaped).collect();
    format!("<system-out>{}</system-out>", lines.join("\n"))
}

fn file_name(card: &str, asset: &AssetRecord) -> String {
    format!("{card}, {} {}", asset.kind, asset.url.as_deref().unwrap_or_default())
}

impl Suite {
    fn case(&mut self, name: &str, content: &str) {
        self.cases += 1;
        let (class, name) = (escaped(&self.name), escaped(name.trim()));
        let case = format!("<testcase classname=\"{class}\" name=\"{name}\">");
        self.xml.push_str(&format!("{case}{content}</testcase>\n"));
    }

    fn verified(&mut self, name: &str, lines: &[Line]) {
        let (errors, rest): (Vec<&Line>, Vec<&Line>) = lines.iter().partition(|line| line.fails);
        let joined =
            |all: &[&Line]| all.iter().map(|line| &*line.text).collect::<Vec<_>>().join("\n");
        let mut content = String::new();
        // One element: some readers take no more.
        if let Some(first) = errors.first() {
            self.failures += 1;
            content.push_str(&format!(
                "<failure type=\"{}\" message=\"{}\">{}</failure>",
                first.rule.name(),
                first.message,
                joined(&errors),
            ));
        }
        if !rest.is_empty() {
            content.push_str(&format!("<system-out>{}</system-out>", joined(&rest)));
        }
        self.case(name, &content);
    }
}

/// A finding in words, escaped.
struct Line {
    rule: Rule,
    message: String,
    text: String,
    /// An error that nobody has accepted.
    fails: bool,
}

fn line(finding: &Finding, accepted: Option<&Acknowledgement>, texts: &Texts) -> Line {
    let (severity, rule) = (finding.severity.as_str(), finding.rule);
    let message = message(texts, finding);
    let accepted = accepted.map(|one| acknowledged(texts, one));
    let fails = finding.severity == Severity::Error && accepted.is_none();
    let told = accepted.map(|words| format!(" ({words})")).unwrap_or_default();
    let text = escaped(&format!("{severity} {}: {message}{told}", rule.name()));
    Line { rule, message: escaped(&message), text, fails }
}

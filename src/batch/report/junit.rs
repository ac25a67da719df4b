use crate::batch::record::{AssetRecord, Batch, CustomerRecord};
use crate::batch::words::api_error;
use crate::i18n::Texts;
use crate::verify::{Finding, Severity, message};

use super::{card_name, escaped};

/// JUnit's XML: a suite a customer, a case a card and a file. Errors fail a case, the rest is its
/// output; a customer that could not be read is an error of its own case.
pub fn junit(batch: &Batch, texts: &Texts) -> String {
    let suites: Vec<Suite> = batch.customers.iter().map(|c| suite(c, texts)).collect();
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
            "<testsuite name=\"customer {}\" tests=\"{}\" failures=\"{}\" errors=\"{}\" \
             skipped=\"0\">\n{}</testsuite>\n",
            escaped(&suite.customer),
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
    customer: String,
    cases: usize,
    failures: usize,
    errors: usize,
    xml: String,
}

fn suite(record: &CustomerRecord, texts: &Texts) -> Suite {
    let mut suite = Suite { customer: record.customer.clone(), ..Suite::default() };
    match &record.result {
        Err(error) => {
            let words = escaped(&api_error(texts, error));
            let content = format!("<error type=\"list\" message=\"{words}\"/>");
            suite.errors += 1;
            suite.case("list", &content);
        }
        Ok(cards) => {
            suite.case("list", "");
            for (place, card) in cards.iter().enumerate() {
                // Cards may look alike.
                let name = format!("card {}: {}", place + 1, card_name(card));
                suite.verified(&name, &card.findings, texts);
                for asset in &card.assets {
                    suite.verified(&file_name(&name, asset), &asset.findings, texts);
                }
            }
        }
    }
    suite
}

fn file_name(card: &str, asset: &AssetRecord) -> String {
    format!("{card}, {} {}", asset.kind, asset.url.as_deref().unwrap_or_default())
}

impl Suite {
    fn case(&mut self, name: &str, content: &str) {
        self.cases += 1;
        let (class, name) = (escaped(&self.customer), escaped(name.trim()));
        let case = format!("<testcase classname=\"customer {class}\" name=\"{name}\">");
        self.xml.push_str(&format!("{case}{content}</testcase>\n"));
    }

    fn verified(&mut self, name: &str, findings: &[Finding], texts: &Texts) {
        let (errors, rest): (Vec<&Finding>, Vec<&Finding>) =
            findings.iter().partition(|finding| finding.severity == Severity::Error);
        let line = |finding: &&Finding| {
            let (severity, rule) = (finding.severity.as_str(), finding.rule.name());
            escaped(&format!("{severity} {rule}: {}", message(texts, finding)))
        };
        let lines = |all: &[&Finding]| all.iter().map(line).collect::<Vec<_>>().join("\n");
        let mut content = String::new();
        // One element: some readers take no more.
        if let Some(first) = errors.first() {
            self.failures += 1;
            content.push_str(&format!(
                "<failure type=\"{}\" message=\"{}\">{}</failure>",
                first.rule.name(),
                escaped(&message(texts, first)),
                lines(&errors),
            ));
        }
        if !rest.is_empty() {
            content.push_str(&format!("<system-out>{}</system-out>", lines(&rest)));
        }
        self.case(name, &content);
    }
}

//! A batch as JUnit's XML.

use std::io;

use quick_junit::{NonSuccessKind, Report, TestCase, TestCaseStatus, TestSuite};

use crate::acknowledged::Acknowledgement;
use crate::batch::outcome::Batch;
use crate::batch::record::{AssetRecord, CardRecord, CustomerRecord};
use crate::batch::words::{
    account, accounts_of_files, acknowledged, refused_row, say, say_numbers,
};
use crate::customers::CustomerList;
use crate::i18n::{Texts, harmless};
use crate::verify::{Finding, Rule, Severity, message};
use crate::words::reported_error;

use super::card_name;

/// JUnit's XML: a suite a customer, a case a card and a file. Errors fail a case, the rest is its
/// output, and so is what a person has acknowledged; a customer that could not be read is an error of its own
/// case. Customers without any card are counted and listed in a suite of their own, and so are the rows of
/// the list that were refused.
///
/// # Errors
/// Those of the writer of XML; it has none of its own where it writes into memory.
pub fn junit(batch: &Batch, list: &CustomerList, texts: &Texts) -> io::Result<String> {
    let shown = batch.shown();
    let batch = &*shown;
    let mut report = Report::new("carddesk verify");
    report.add_test_suites(batch.customers.iter().map(|record| suite(record, batch, texts)));
    report.add_test_suites(suite_without_cards(batch, texts));
    report.add_test_suites(suite_refused(list, texts));
    report.to_string().map_err(io::Error::other)
}

fn suite(record: &CustomerRecord, batch: &Batch, texts: &Texts) -> TestSuite {
    let mut suite = TestSuite::new(plain(&format!("customer {}", record.customer)));
    let mut list = case(&suite, "list", TestCaseStatus::success());
    match &record.result {
        Err(error) => {
            list.status = status(NonSuccessKind::Error, "list", &reported_error(texts, error));
            suite.add_test_case(list);
        }
        Ok(cards) => {
            if cards.is_empty() {
                list.set_system_out(plain(&say(texts, "report-no-cards")));
            }
            suite.add_test_case(list);
            for (place, card) in cards.iter().enumerate() {
                add_card(&mut suite, place + 1, card, batch, texts);
            }
        }
    }
    suite
}

/// A case for a card, and one for each of its files.
fn add_card(suite: &mut TestSuite, number: usize, card: &CardRecord, batch: &Batch, texts: &Texts) {
    let lines = |findings: &[Finding], asset: Option<&AssetRecord>| -> Vec<CaseLine> {
        let accepted = |finding: &Finding| batch.acknowledgement(asset, finding.rule);
        findings.iter().map(|finding| line(finding, accepted(finding), texts)).collect()
    };
    // Cards may look alike.
    let name = format!("card {number}: {}", card_name(card));
    suite.add_test_case(verified(suite, &name, &lines(&card.findings, None)));
    for asset in &card.assets {
        let name = format!("{name}, {} {}", asset.kind, asset.url.as_deref().unwrap_or_default());
        suite.add_test_case(verified(suite, &name, &lines(&asset.findings, Some(asset))));
    }
}

/// How many customers have no card, and who they are; nothing where all have some.
fn suite_without_cards(batch: &Batch, texts: &Texts) -> Option<TestSuite> {
    let counts = batch.counts();
    if counts.without_cards == 0 {
        return None;
    }
    let count = [("count", counts.without_cards)];
    let mut lines = vec![say_numbers(texts, "report-summary-without-cards", &count)];
    if counts.is_mostly_without_cards() {
        lines.push(say(texts, "report-mostly-without-cards"));
    }
    lines.extend(batch.without_cards().map(str::to_owned));
    Some(suite_of_lines("customers without cards", &lines))
}

/// The lines of the list that were refused, and what became of all; nothing where none was.
fn suite_refused(list: &CustomerList, texts: &Texts) -> Option<TestSuite> {
    if list.refused.is_empty() {
        return None;
    }
    let mut lines = vec![account(texts, list)];
    lines.extend(accounts_of_files(texts, list));
    lines.extend(list.refused.iter().map(|row| refused_row(texts, row)));
    Some(suite_of_lines("refused rows", &lines))
}

/// A suite of one case that passes and says something.
fn suite_of_lines(name: &str, lines: &[String]) -> TestSuite {
    let mut suite = TestSuite::new(name);
    let mut count = case(&suite, "count", TestCaseStatus::success());
    count.set_system_out(lines.iter().map(|line| plain(line)).collect::<Vec<_>>().join("\n"));
    suite.add_test_case(count);
    suite
}

fn case(suite: &TestSuite, name: &str, status: TestCaseStatus) -> TestCase {
    let mut case = TestCase::new(plain(name.trim()), status);
    case.set_classname(suite.name.clone());
    case
}

fn status(kind: NonSuccessKind, of: &str, message: &str) -> TestCaseStatus {
    let mut status = TestCaseStatus::non_success(kind);
    status.set_type(of).set_message(plain(message));
    status
}

fn verified(suite: &TestSuite, name: &str, lines: &[CaseLine]) -> TestCase {
    let (errors, rest): (Vec<&CaseLine>, Vec<&CaseLine>) =
        lines.iter().partition(|line| line.fails);
    let joined =
        |all: &[&CaseLine]| all.iter().map(|line| &*line.text).collect::<Vec<_>>().join("\n");
    let mut outcome = TestCaseStatus::success();
    // One element: some readers take no more.
    if let Some(first) = errors.first() {
        outcome = status(NonSuccessKind::Failure, first.rule.name(), &first.message);
        outcome.set_description(joined(&errors));
    }
    let mut case = case(suite, name, outcome);
    if !rest.is_empty() {
        case.set_system_out(joined(&rest));
    }
    case
}

/// A finding in words.
struct CaseLine {
    rule: Rule,
    message: String,
    text: String,
    /// An error that nobody has acknowledged.
    fails: bool,
}

fn line(finding: &Finding, accepted: Option<&Acknowledgement>, texts: &Texts) -> CaseLine {
    let (severity, rule) = (finding.severity.as_str(), finding.rule);
    let message = message(texts, finding);
    let accepted = accepted.map(|one| acknowledged(texts, one));
    let fails = finding.severity == Severity::Error && accepted.is_none();
    let told = accepted.map(|words| format!(" ({words})")).unwrap_or_default();
    let text = plain(&format!("{severity} {}: {message}{told}", rule.name()));
    CaseLine { rule, message, text, fails }
}

/// Text from outside. What XML does not allow is a sign of its own here, so that it is neither dropped nor
/// taken for the start of a terminal's colours, which `quick-junit` would cut out with what follows.
fn plain(text: &str) -> String {
    text.chars().map(harmless).collect()
}

//! Rows of lists, findings and failures of files in words.

use crate::acknowledged::Acknowledgement;
use crate::customers::{Counts, CustomerList, Doubt, RefusedRow, RowError};
use crate::domain::{CustomerNumberError, redact};
use crate::i18n::{Argument, Texts};
use crate::verify::{Finding, Rule, message};
use crate::words::customer_field;

use super::record::{AssetRecord, AssetState};

/// A text of the reports.
pub(super) fn say(texts: &Texts, id: &str) -> String {
    texts.by_id(id, None, &[])
}

/// A text of the reports that takes numbers.
pub(super) fn say_numbers(texts: &Texts, id: &str, numbers: &[(&str, usize)]) -> String {
    let arguments: Vec<(&str, Argument<'_>)> =
        numbers.iter().map(|(name, number)| (*name, Argument::Number(*number as f64))).collect();
    texts.by_id(id, None, &arguments)
}

/// A text of the reports that takes a date, and perhaps a number.
pub(super) fn say_since(texts: &Texts, id: &str, since: &str, count: usize) -> String {
    let arguments = [("since", Argument::Text(since)), ("count", Argument::Number(count as f64))];
    texts.by_id(id, None, &arguments)
}

/// Who acknowledged a finding, when and why.
pub(super) fn acknowledged(texts: &Texts, one: &Acknowledgement) -> String {
    let at = one.at.strftime("%Y-%m-%d").to_string();
    let by = redact(&one.by);
    let arguments = [("by", Argument::Text(&by)), ("at", Argument::Text(&at))];
    let who = texts.by_id("report-acknowledged-by", None, &arguments);
    let why = why_acknowledged(one);
    if why.is_empty() { who } else { format!("{who}: {why}") }
}

/// The reason given. It may come from somebody else's file.
pub(super) fn why_acknowledged(one: &Acknowledgement) -> String {
    redact(one.why.trim()).into_string()
}

/// Why a row of a file is no customer number.
pub fn refusal(texts: &Texts, error: &CustomerNumberError) -> String {
    match error {
        CustomerNumberError::Empty => say(texts, "report-row-empty"),
        CustomerNumberError::TooLong { .. }
        | CustomerNumberError::IsPassword
        | CustomerNumberError::Prohibited(_) => customer_field(texts, error),
    }
}

/// Why a row of a list names nobody.
pub fn row_refusal(texts: &Texts, error: &RowError) -> String {
    match error {
        RowError::Number(error) => refusal(texts, error),
        RowError::Quote { opened, closed: None } => {
            let opened = [("line", Argument::Number(*opened as f64))];
            texts.by_id("report-row-quote", None, &opened)
        }
        RowError::NoResult => say(texts, "report-row-no-result"),
        RowError::CellError => say(texts, "report-row-cell-error"),
        RowError::Quote { opened, closed: Some(closed) } => {
            let from = ("line", Argument::Number(*opened as f64));
            let to = ("end", Argument::Number(*closed as f64));
            texts.by_id("report-row-quotes", None, &[from, to])
        }
    }
}

/// A refused row in one sentence: its file, where there are several, its line, what stands there
/// and why.
pub fn refused_row(texts: &Texts, row: &RefusedRow) -> String {
    let why = row_refusal(texts, &row.error);
    let line = ("line", Argument::Number(row.line as f64));
    let (value, why) = (("value", Argument::Text(&row.value)), ("why", Argument::Text(&why)));
    match &row.file {
        None => texts.by_id("report-refused-row", None, &[line, value, why]),
        Some(file) => {
            let file = ("file", Argument::Text(file));
            texts.by_id("report-refused-row-of-file", None, &[file, line, value, why])
        }
    }
}

/// How many lines each file of a list has, and what became of them; nothing where it is one.
pub fn accounts_of_files(texts: &Texts, list: &CustomerList) -> Vec<String> {
    let told = list.files().map(|(name, counts)| format!("{name}: {}", account_of(texts, counts)));
    let told: Vec<String> = told.collect();
    if told.len() > 1 { told } else { Vec::new() }
}

/// How many lines a list has, and what became of them: the parts add up to the lines.
pub fn account(texts: &Texts, list: &CustomerList) -> String {
    let counts = list.counts();
    let lines = account_of(texts, counts);
    // A line may hold several numbers, and another none.
    if list.numbers.len() + list.doubtful.len() == counts.asked + counts.doubtful {
        return lines;
    }
    let customers = say_numbers(texts, "report-list-customers", &[("count", list.numbers.len())]);
    format!("{lines}, {customers}")
}

/// The same of counts alone.
pub fn account_of(texts: &Texts, counts: Counts) -> String {
    let part =
        |id: &str, count: usize| (count > 0).then(|| say_numbers(texts, id, &[("count", count)]));
    let parts = [
        part("report-list-asked", counts.asked),
        part("report-list-repeated", counts.repeated),
        part("report-list-doubtful", counts.doubtful),
        part("report-list-refused", counts.refused),
        part("report-list-headers", counts.headers),
        part("report-list-titles", counts.titles),
        part("report-list-totals", counts.totals),
        part("report-list-blank", counts.blank),
    ];
    let parts: Vec<String> = parts.into_iter().flatten().collect();
    let lines = say_numbers(texts, "report-list-lines", &[("count", counts.lines)]);
    if parts.is_empty() { lines } else { format!("{lines} ({})", parts.join(", ")) }
}

/// Why a number is asked for after a yes alone.
pub fn doubt(texts: &Texts, doubt: Doubt) -> String {
    let id = match doubt {
        Doubt::Exponent => "report-doubt-exponent",
        Doubt::Decimals => "report-doubt-decimals",
        Doubt::Grouped => "report-doubt-grouped",
        Doubt::Date => "report-doubt-date",
        Doubt::Digits => "report-doubt-digits",
        Doubt::Zeros => "report-doubt-zeros",
        Doubt::Word => "report-doubt-word",
        Doubt::Hidden => "report-doubt-hidden",
        Doubt::Format => "report-doubt-format",
        Doubt::Blank => "report-doubt-blank",
        Doubt::Label => "report-doubt-label",
        Doubt::Sign => "report-doubt-sign",
        Doubt::Script => "report-doubt-script",
        Doubt::Failed => "report-doubt-failed",
        Doubt::Unlike => "report-doubt-unlike",
        Doubt::Encoding => "report-doubt-encoding",
        Doubt::Lone => "report-doubt-lone",
        Doubt::Card => "report-doubt-card",
        Doubt::Token => "report-doubt-token",
        Doubt::Several => "report-doubt-several",
        Doubt::Account => "report-doubt-account",
        Doubt::Range => "report-doubt-range",
        Doubt::Amount => "report-doubt-amount",
        Doubt::Nothing => "report-doubt-nothing",
        Doubt::Mail => "report-doubt-mail",
        Doubt::Address => "report-doubt-address",
        Doubt::Phone => "report-doubt-phone",
        Doubt::TaxNumber => "report-doubt-tax",
        Doubt::Payment => "report-doubt-payment",
        Doubt::Hex => "report-doubt-hex",
    };
    say(texts, id)
}

/// Rules that say why a file is not shown.
const FAILURES: [Rule; 10] = [
    Rule::UrlRefused,
    Rule::DownloadFailed,
    Rule::HttpStatus,
    Rule::Redirected,
    Rule::TooLarge,
    Rule::EmptyFile,
    Rule::NotTheDeclaredType,
    Rule::TooManyPixels,
    Rule::PdfEncrypted,
    Rule::Undecodable,
];

/// Why a file is not shown: what the finding about that says.
pub fn file_error(texts: &Texts, asset: &AssetRecord) -> Option<String> {
    if asset.state != AssetState::Failed {
        return None;
    }
    if asset.url.is_none() {
        return Some(say(texts, "report-no-file"));
    }
    let tells =
        |rule: &Rule| asset.findings.iter().find(|finding: &&Finding| finding.rule == *rule);
    let told = FAILURES.iter().find_map(tells).map(|finding| message(texts, finding));
    Some(told.unwrap_or_else(|| say(texts, "report-not-read")))
}

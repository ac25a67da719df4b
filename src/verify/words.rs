//! Findings in words.

use crate::domain::Language;
use crate::i18n::{Argument, Texts};

use super::finding::{Finding, Value};
use super::rule::{Rule, Source};

/// What was found, with the values measured: one sentence.
///
/// Beside each text goes its key, `$host-key` beside `$host`: Fluent chooses by names alone, and an
/// empty text is none, nor are several words.
pub fn message(texts: &Texts, finding: &Finding) -> String {
    let mut words: Vec<(String, String)> = Vec::new();
    let mut counts: Vec<(&str, f64)> = Vec::new();
    for (name, value) in &finding.values {
        match value {
            Value::Text(list) if *name == "parts" => {
                words.push(((*name).to_owned(), parts(texts, list)));
            }
            Value::Text(text) => {
                words.push((format!("{name}-key"), key(text)));
                words.push(((*name).to_owned(), text.clone()));
            }
            Value::Whole(number) => counts.push((*name, *number as f64)),
            Value::Number(number) => words.push(((*name).to_owned(), decimal(texts, *number))),
        }
    }
    let words = words.iter().map(|(name, word)| (name.as_str(), Argument::Text(word)));
    let counts = counts.iter().map(|(name, number)| (*name, Argument::Number(*number)));
    let arguments: Vec<(&str, Argument<'_>)> = words.chain(counts).collect();
    texts.by_id(&id(finding.rule), None, &arguments)
}

/// What to do about it.
pub fn advice(texts: &Texts, rule: Rule) -> String {
    texts.by_id(&id(rule), Some("do"), &[])
}

/// When the rule finds something, for the catalogue.
pub fn condition(texts: &Texts, rule: Rule) -> String {
    texts.by_id(&id(rule), Some("when"), &[])
}

/// Whose rule it is.
pub fn source_name(texts: &Texts, source: Source) -> String {
    let name = match source {
        Source::Assist => "assist",
        Source::Iso7812 => "iso-7812",
        Source::Id1 => "id1",
        Source::Mdes => "mdes",
        Source::Visa => "visa",
        Source::Wcag => "wcag",
        Source::Format => "format",
        Source::Http => "http",
        Source::Practice => "practice",
    };
    texts.by_id(&format!("rule-source-{name}"), None, &[])
}

fn id(rule: Rule) -> String {
    format!("rule-{}", rule.name())
}

/// A name to choose by.
fn key(text: &str) -> String {
    if text.is_empty() { "none".to_owned() } else { text.replace(' ', "-") }
}

/// A list of parts of a file, each in the texts' language.
fn parts(texts: &Texts, list: &str) -> String {
    let named = list.split(", ").map(|part| {
        let key = key(part);
        let arguments = [("part", Argument::Text(part)), ("part-key", Argument::Text(&key))];
        texts.by_id("rule-part", None, &arguments)
    });
    named.collect::<Vec<_>>().join(", ")
}

/// Two places are what people read.
fn decimal(texts: &Texts, number: f64) -> String {
    let text = ((number * 100.0).round() / 100.0).to_string();
    match texts.language() {
        Language::English => text,
        Language::Russian => text.replace('.', ","),
    }
}

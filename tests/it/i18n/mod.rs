//! The window's languages: the same texts, the same arguments, letters that can be drawn.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    reason = "helpers of tests stop at the first surprise"
)]

mod fonts;
mod keys;
mod rules;
mod samples;
mod sources;
mod texts;

use std::collections::{BTreeMap, BTreeSet};

use carddesk::domain::Language;
use carddesk::i18n::{KEYS, source};
use fluent_bundle::{FluentArgs, FluentBundle, FluentResource};
use unic_langid::LanguageIdentifier;

const LANGUAGES: [Language; 2] = [Language::English, Language::Russian];

/// A bundle that tells of everything the program's own passes over.
fn strict_bundle(language: Language) -> FluentBundle<FluentResource> {
    strict_bundle_of(language, source(language))
}

/// The same of another source than the window's.
fn strict_bundle_of(language: Language, source: &str) -> FluentBundle<FluentResource> {
    let resource = FluentResource::try_new(source.to_owned());
    let resource = resource.unwrap_or_else(|(_, errors)| panic!("{language:?}: {errors:?}"));
    let locale: LanguageIdentifier = match language {
        Language::English => "en".parse().unwrap(),
        Language::Russian => "ru".parse().unwrap(),
    };
    let mut bundle = FluentBundle::new(vec![locale]);
    bundle.set_use_isolating(false);
    let added = bundle.add_resource(resource);
    added.unwrap_or_else(|errors| panic!("{language:?}: {errors:?}"));
    bundle
}

/// The text of a key, formatted without errors.
fn strictly(
    bundle: &FluentBundle<FluentResource>,
    id: &str,
    arguments: Option<&FluentArgs<'_>>,
) -> Result<String, String> {
    let message = bundle.get_message(id).ok_or("no such message")?;
    let pattern = message.value().ok_or("a message without a text")?;
    let mut errors = Vec::new();
    let text = bundle.format_pattern(pattern, arguments, &mut errors).into_owned();
    if errors.is_empty() { Ok(text) } else { Err(format!("{errors:?}")) }
}

/// Arguments of a key, each with the same value.
fn arguments_of(id: &str, value: i64) -> FluentArgs<'static> {
    let (_, names) = KEYS.iter().find(|(key, _)| *key == id).unwrap();
    let mut arguments = FluentArgs::new();
    for name in *names {
        arguments.set(*name, value);
    }
    arguments
}

/// Messages of a Fluent source as written: key and body. Fluent's own parser does not hand them
/// out.
fn messages(source: &str) -> Vec<(String, String)> {
    let mut messages: Vec<(String, String)> = Vec::new();
    for line in source.lines() {
        let begins = line.starts_with(|c: char| c.is_ascii_alphabetic());
        match line.split_once('=') {
            Some((key, body)) if begins => {
                messages.push((key.trim().to_owned(), body.to_owned()));
            }
            _ if line.starts_with([' ', '}']) => {
                let (_, body) = messages.last_mut().expect("a continued line continues something");
                body.push('\n');
                body.push_str(line);
            }
            _ => assert!(line.is_empty() || line.starts_with('#'), "what is this: {line}"),
        }
    }
    messages
}

/// Names after a `$`.
fn arguments_in(body: &str) -> BTreeSet<String> {
    let name = |part: &str| {
        part.chars().take_while(|c| c.is_ascii_alphanumeric() || "-_".contains(*c)).collect()
    };
    body.split('$').skip(1).map(name).collect()
}

/// Arguments by key.
fn arguments(source: &str) -> BTreeMap<String, BTreeSet<String>> {
    messages(source).into_iter().map(|(key, body)| (key, arguments_in(&body))).collect()
}

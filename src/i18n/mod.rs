//! The window's languages: Fluent texts in `assets/i18n/`, reached through typed keys.

mod catalogue;
mod keys;
mod markup;

use std::borrow::Cow;

use fluent_bundle::{FluentArgs, FluentBundle, FluentError, FluentResource};
use unic_langid::LanguageIdentifier;

use crate::domain::Language;

pub use crate::domain::harmless;
use catalogue::Inserted as _;
pub use keys::{KEYS, Key, Text};
pub use markup::{Head, document};

/// A value that a message of [`Texts::by_id`] takes.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Argument<'a> {
    /// Put in as it is.
    Text(&'a str),
    /// Written as the language writes numbers; chooses the plural.
    Number(f64),
}

/// A count as texts take it, whatever its type.
pub fn count(number: impl TryInto<i64>) -> i64 {
    number.try_into().unwrap_or(i64::MAX)
}

/// The texts of one language.
pub struct Texts {
    language: Language,
    bundle: FluentBundle<FluentResource>,
}

/// The Fluent source of a language, as it ships.
pub fn source(language: Language) -> &'static str {
    match language {
        Language::English => include_str!("../../assets/i18n/en.ftl"),
        Language::Russian => include_str!("../../assets/i18n/ru.ftl"),
    }
}

/// The language of a system locale such as `ru_RU.UTF-8`: Russian, or else English.
pub fn language_of_locale(locale: &str) -> Language {
    let language = locale.split(['_', '-', '.', '@']).next().unwrap_or_default();
    if language.eq_ignore_ascii_case("ru") { Language::Russian } else { Language::English }
}

/// The Fluent source of the verifier's rules in a language, as it ships.
pub fn rules_source(language: Language) -> &'static str {
    match language {
        Language::English => include_str!("../../assets/i18n/rules.en.ftl"),
        Language::Russian => include_str!("../../assets/i18n/rules.ru.ftl"),
    }
}

/// The Fluent source of the reports in a language, as it ships.
pub fn report_source(language: Language) -> &'static str {
    match language {
        Language::English => include_str!("../../assets/i18n/report.en.ftl"),
        Language::Russian => include_str!("../../assets/i18n/report.ru.ftl"),
    }
}

impl Texts {
    /// Loads a language. A message that Fluent cannot read would be left out; the build sees to it that
    /// there is none.
    pub fn new(language: Language) -> Self {
        let locale = LanguageIdentifier::from_bytes(match language {
            Language::English => b"en",
            Language::Russian => b"ru",
        });
        let mut bundle = FluentBundle::new(vec![locale.unwrap_or_default()]);
        // The isolation marks have no glyphs, and no text here mixes directions.
        bundle.set_use_isolating(false);
        for source in [source(language), rules_source(language), report_source(language)] {
            let resource =
                FluentResource::try_new(source.to_owned()).unwrap_or_else(|(readable, _)| readable);
            bundle.add_resource_overriding(resource);
        }
        Self { language, bundle }
    }

    /// Language that its texts are in.
    pub fn language(&self) -> Language {
        self.language
    }

    /// The text of a key. The build sees to it that there is one.
    pub fn get(&self, text: Text<'_>) -> Cow<'_, str> {
        let id = text.id();
        let Some(pattern) = self.bundle.get_message(id).and_then(|message| message.value()) else {
            return Cow::Borrowed(id);
        };
        let arguments = text.arguments();
        let mut errors = Vec::new();
        let formatted = self.bundle.format_pattern(pattern, arguments.as_ref(), &mut errors);
        check(id, &errors);
        // The arguments are dropped here, so only a text that holds none of them may be borrowed.
        match (arguments, formatted) {
            (None, Cow::Borrowed(plain)) => Cow::Borrowed(plain),
            (_, text) => Cow::Owned(text.into_owned()),
        }
    }

    /// The text of a message that is chosen by data: a rule's, or a report's. A missing one shows its
    /// identifier: visible, and never a panic where it matters. A build for tests ends there.
    pub fn by_id(
        &self,
        id: &str,
        attribute: Option<&str>,
        arguments: &[(&str, Argument<'_>)],
    ) -> String {
        let message = self.bundle.get_message(id);
        let pattern = message.and_then(|message| match attribute {
            None => message.value(),
            Some(name) => message.get_attribute(name).map(|attribute| attribute.value()),
        });
        debug_assert!(pattern.is_some(), "no text: {id} {attribute:?}");
        let Some(pattern) = pattern else { return id.to_owned() };
        let mut all = FluentArgs::new();
        for (name, argument) in arguments {
            match argument {
                Argument::Text(text) => all.set(*name, text.inserted()),
                Argument::Number(number) => all.set(*name, *number),
            }
        }
        let mut errors = Vec::new();
        let text = self.bundle.format_pattern(pattern, Some(&all), &mut errors).into_owned();
        check(id, &errors);
        text
    }
}

/// A message that cannot be formatted ends a build for tests; in others it shows what it lacks.
fn check(id: &str, errors: &[FluentError]) {
    debug_assert!(errors.is_empty(), "{id}: {errors:?}");
}

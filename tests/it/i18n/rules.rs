//! The verifier's rules in words: nothing missing, nothing invented, the measured values in them.

use std::collections::{BTreeMap, BTreeSet};

use carddesk::domain::Language;
use carddesk::i18n::{Texts, rules_source};
use carddesk::media::limits;
use carddesk::verify::{
    Finding, Group, Rule, Severity, Source, Value, advice, condition, message, source_name,
};
use fluent_bundle::FluentArgs;

use super::fonts::{TEXT_FACES, missing, read};
use super::{LANGUAGES, arguments_in, messages, strict_bundle_of, strictly};

/// Messages of the rules' source; its terms are Fluent's own.
fn rule_messages(language: Language) -> Vec<(String, String)> {
    let lines = rules_source(language).lines().filter(|line| !line.starts_with('-'));
    messages(&lines.collect::<Vec<_>>().join("\n"))
}

fn id(rule: Rule) -> String {
    format!("rule-{}", rule.name())
}

/// A value as a check could give it, and how it reads in the message; nothing where the value only
/// chooses the words.
fn sample(name: &str, place: usize, language: Language) -> (Value, Option<String>) {
    match name {
        "end_missing" => (Value::Text("no".to_owned()), None),
        "seconds" | "percent" | "ratio" | "contrast" => {
            let said = match language {
                Language::English => "2.35",
                Language::Russian => "2,35",
            };
            (Value::Number(2.349), Some(said.to_owned()))
        }
        "days" | "characters" | "cards" | "width" | "height" | "declared_width"
        | "declared_height" | "wanted" | "status" | "limit" | "bad_checksums"
        | "trailing_bytes" | "corners" | "pages" => {
            let number = 1700 + place as u64;
            (Value::Whole(number), Some(number.to_string()))
        }
        _ => {
            let text = format!("sample of {name}");
            (Value::Text(text.clone()), Some(text))
        }
    }
}

fn finding(rule: Rule, values: Vec<(&'static str, Value)>) -> Finding {
    Finding { rule, severity: rule.severity(), values }
}

fn said(language: Language, rule: Rule, values: &[(&'static str, Value)]) -> String {
    message(&Texts::new(language), &finding(rule, values.to_vec()))
}

fn text(text: &str) -> Value {
    Value::Text(text.to_owned())
}

#[test]
fn every_rule_says_what_when_and_what_to_do() {
    for language in LANGUAGES {
        let texts = Texts::new(language);
        let written: BTreeMap<String, String> = rule_messages(language).into_iter().collect();
        for rule in Rule::ALL.iter().copied() {
            let id = id(rule);
            let body = written.get(&id).unwrap_or_else(|| panic!("{language:?} lacks {id}"));
            assert!(!body.trim_start().starts_with('.'), "{language:?}: {id} has no value");
            for (attribute, said) in
                [("when", condition(&texts, rule)), ("do", advice(&texts, rule))]
            {
                // A missing one is shown as the identifier.
                assert!(!said.is_empty() && said != id, "{language:?}: {id} lacks .{attribute}");
                assert!(said.ends_with('.'), "{language:?}: {id}.{attribute}: {said}");
                assert!(!said.contains(['{', '}', '$']), "{language:?}: {id}.{attribute}: {said}");
            }
        }
    }
}

#[test]
fn both_languages_have_the_same_texts_of_rules() {
    let ids = |language| {
        let written = rule_messages(language);
        let ids: BTreeSet<String> = written.iter().map(|(id, _)| id.clone()).collect();
        assert_eq!(ids.len(), written.len(), "{language:?} has an identifier twice");
        ids
    };
    assert_eq!(ids(Language::English), ids(Language::Russian));
}

#[test]
fn no_text_speaks_of_a_rule_that_is_not_there() {
    let named: BTreeSet<String> = Rule::ALL.iter().copied().map(id).collect();
    for (id, _) in rule_messages(Language::English) {
        let names = ["rule-group-", "rule-source-", "severity-"];
        let is_name = id == "rule-part" || names.iter().any(|start| id.starts_with(start));
        assert!(is_name || named.contains(&id), "{id}");
    }
}

#[test]
fn messages_use_exactly_the_values_of_their_rule() {
    for language in LANGUAGES {
        let written: BTreeMap<String, String> = rule_messages(language).into_iter().collect();
        for rule in Rule::ALL.iter().copied() {
            let used = arguments_in(&written[&id(rule)]);
            let used: BTreeSet<&str> =
                used.iter().map(|name| name.strip_suffix("-key").unwrap_or(name)).collect();
            let promised: BTreeSet<&str> = rule.values().iter().copied().collect();
            assert_eq!(used, promised, "{language:?}: {}", rule.name());
        }
    }
}

#[test]
fn sources_groups_and_severities_have_names() {
    let sources = [
        Source::Assist,
        Source::Iso7812,
        Source::Id1,
        Source::Mdes,
        Source::Visa,
        Source::Wcag,
        Source::Format,
        Source::Http,
        Source::Practice,
    ];
    for rule in Rule::ALL {
        assert!(sources.contains(&rule.source()), "{} has a source not looked at", rule.name());
    }
    for language in LANGUAGES {
        let texts = Texts::new(language);
        let named = sources.map(|source| source_name(&texts, source));
        for name in &named {
            assert!(!name.is_empty() && !name.starts_with("rule-"), "{language:?}: {name}");
        }
        let different: BTreeSet<&String> = named.iter().collect();
        assert_eq!(different.len(), sources.len(), "{language:?}");
        let groups = Group::ALL.map(|group| match group {
            Group::Card => "rule-group-card",
            Group::Set => "rule-group-set",
            Group::Download => "rule-group-download",
            Group::File => "rule-group-file",
        });
        let severities = [Severity::Note, Severity::Warning, Severity::Error]
            .map(|severity| format!("severity-{}", severity.as_str()));
        let ids = groups.into_iter().map(str::to_owned).chain(severities);
        for id in ids {
            let name = texts.by_id(&id, None, &[]);
            assert!(!name.is_empty() && name != id, "{language:?}: {id}");
        }
    }
}

#[test]
fn the_measured_values_stand_in_the_message() {
    for language in LANGUAGES {
        for rule in Rule::ALL.iter().copied() {
            let samples = rule.values().iter().enumerate();
            let samples: Vec<(&str, (Value, Option<String>))> =
                samples.map(|(place, name)| (*name, sample(name, place, language))).collect();
            let values: Vec<(&'static str, Value)> = rule
                .values()
                .iter()
                .zip(&samples)
                .map(|(name, (_, (value, _)))| (*name, value.clone()))
                .collect();
            let said = said(language, rule, &values);
            let at = format!("{language:?}: {}: {said}", rule.name());
            assert!(said != id(rule) && said.ends_with('.') && said.trim() == said, "{at}");
            assert!(!said.contains(['{', '}', '$']), "{at}");
            for (name, (_, shown)) in &samples {
                if let Some(shown) = shown {
                    assert!(said.contains(shown.as_str()), "{at} lacks {name}");
                }
            }
        }
    }
}

#[test]
fn messages_format_without_errors_for_every_count() {
    for language in LANGUAGES {
        let bundle = strict_bundle_of(language, rules_source(language));
        for rule in Rule::ALL.iter().copied() {
            for count in [0, 1, 2, 5, 11, 21, 36, 101, 403, 404, 5_242_880] {
                let mut arguments = FluentArgs::new();
                for (place, name) in rule.values().iter().enumerate() {
                    match sample(name, place, language).0 {
                        Value::Whole(_) => arguments.set(*name, count),
                        Value::Number(number) => arguments.set(*name, number),
                        Value::Text(text) => {
                            arguments.set(format!("{name}-key"), text.replace(' ', "-"));
                            arguments.set(*name, text);
                        }
                    }
                }
                let said = strictly(&bundle, &id(rule), Some(&arguments));
                assert!(said.is_ok(), "{language:?}: {}: {said:?}", rule.name());
            }
        }
    }
}

#[test]
fn an_empty_value_has_words_of_its_own() {
    let (visa, bin) = (("brand", text("VISA")), ("bin", text("999999")));
    let (png, icon) = (("media_type", text("image/png")), ("type", text("ICON")));
    let (no_width, no_height) = (("width", Value::Whole(0)), ("height", Value::Whole(0)));
    let no_media_type = ("media_type", text(""));
    let cases: &[(Rule, &[(&'static str, Value)])] = &[
        (Rule::ExpiryUnreadable, &[("expire", text(""))]),
        (Rule::BinMalformed, &[("bin", text(""))]),
        (Rule::LastFourMalformed, &[("last4", text(""))]),
        (Rule::TokenMalformed, &[("characters", Value::Whole(0))]),
        (Rule::BrandBinMismatch, &[visa, bin, ("bin_brand", text(""))]),
        (Rule::NoAssets, &[("brand", text(""))]),
        (Rule::AssetTypeUnknown, &[("type", text(""))]),
        (Rule::MediaTypeUnknown, std::slice::from_ref(&no_media_type)),
        (Rule::AssetDuplicated, &[icon.clone(), png, no_width.clone(), no_height.clone()]),
        (Rule::AssetDuplicated, &[icon, no_media_type.clone(), no_width, no_height]),
        (Rule::Redirected, &[("host", text(""))]),
    ];
    for language in LANGUAGES {
        for (rule, values) in cases {
            let said = said(language, *rule, values);
            let gaps = ["  ", "“”", "«»", " ,", " .", ", .", ": .", " 0", "none", "0×0"];
            let gap = gaps.iter().find(|gap| said.contains(**gap));
            assert!(gap.is_none(), "{language:?}: {}: {gap:?} in {said}", rule.name());
        }
    }
}

#[test]
fn key_words_of_the_checks_are_put_into_russian() {
    let said = |rule, name, word: &str| said(Language::Russian, rule, &[(name, text(word))]);
    let reasons = [
        (Rule::UrlRefused, "not a URL"),
        (Rule::UrlRefused, "not https"),
        (Rule::UrlRefused, "user info"),
        (Rule::UrlRefused, "odd port"),
        (Rule::UrlRefused, "private address"),
        (Rule::DownloadFailed, "no connection"),
        (Rule::DownloadFailed, "TLS"),
        (Rule::DownloadFailed, "time-out"),
        (Rule::DownloadFailed, "cut off"),
        (Rule::Undecodable, "a format that is not drawn"),
        (Rule::Undecodable, "the decoder broke off"),
        (Rule::Undecodable, "takes too much memory"),
        (Rule::Undecodable, "takes too much time"),
        (Rule::Undecodable, "the drawing process broke off"),
    ];
    for (rule, reason) in reasons {
        let said = said(rule, "reason", reason);
        assert!(!said.contains(&format!(": {reason}.")), "{said}");
        assert!(!said.contains(&format!("«{reason}»")), "{said}");
    }
    let words = "Invalid PNG signature.";
    assert!(said(Rule::Undecodable, "reason", words).contains(words), "the decoder's own words");

    let parts = "OpenAction, embedded file, JavaScript";
    let pdf = said(Rule::PdfActiveContent, "parts", parts);
    assert!(
        pdf.ends_with("действие при открытии (OpenAction), вложенный файл, JavaScript."),
        "{pdf}"
    );
    let incomplete = said(Rule::PdfRendersIncompletely, "parts", "font, image, annotation, other");
    assert!(incomplete.ends_with("шрифт, картинка, аннотация, что-то ещё."), "{incomplete}");
    let parts = "script, event handler, frame, form, remote load, javascript link";
    let html = said(Rule::HtmlActiveContent, "parts", parts);
    let listed =
        "скрипт, обработчик событий, фрейм, форма, загрузка с других адресов, ссылка с JavaScript.";
    assert!(html.ends_with(listed), "{html}");
}

#[test]
fn limits_of_downloads_are_said_in_large_units() {
    let limits = [
        (limits::IMAGE_BYTES, "5 MiB", "5 МиБ"),
        (limits::PDF_BYTES, "10 MiB", "10 МиБ"),
        (limits::TEXT_BYTES, "256 KiB", "256 КиБ"),
    ];
    for (limit, english, russian) in limits {
        let values = [("limit", Value::Whole(limit as u64))];
        assert!(said(Language::English, Rule::TooLarge, &values).contains(english));
        assert!(said(Language::Russian, Rule::TooLarge, &values).contains(russian));
    }
}

#[test]
fn counts_in_messages_take_their_forms() {
    let days =
        |language, days| said(language, Rule::CardExpiresSoon, &[("days", Value::Whole(days))]);
    for (count, english, russian) in [
        (0, "The card expires today.", "Карта истекает сегодня."),
        (1, "The card expires in 1 day.", "Карта истекает через 1 день."),
        (2, "The card expires in 2 days.", "Карта истекает через 2 дня."),
        (21, "The card expires in 21 days.", "Карта истекает через 21 день."),
        (60, "The card expires in 60 days.", "Карта истекает через 60 дней."),
    ] {
        assert_eq!(days(Language::English, count), english);
        assert_eq!(days(Language::Russian, count), russian);
    }
}

#[test]
fn damage_is_told_part_by_part() {
    let damage = |checksums, end_missing, bytes| {
        let values = [
            ("bad_checksums", Value::Whole(checksums)),
            ("end_missing", text(end_missing)),
            ("trailing_bytes", Value::Whole(bytes)),
        ];
        let said = said(Language::English, Rule::Damaged, &values);
        let parts = said.split_once('(').and_then(|(_, rest)| rest.split_once(')'));
        parts.map_or_else(|| said.clone(), |(parts, _)| parts.to_owned())
    };
    assert_eq!(damage(0, "yes", 0), "its end is missing");
    assert_eq!(damage(0, "no", 1), "1 byte follows its end");
    assert_eq!(damage(0, "no", 12), "12 bytes follow its end");
    assert_eq!(damage(2, "no", 0), "parts with a wrong checksum: 2");
    assert_eq!(damage(2, "yes", 0), "parts with a wrong checksum: 2; its end is missing");
    assert_eq!(damage(2, "no", 5), "parts with a wrong checksum: 2; bytes after its end: 5");
}

#[test]
fn every_text_of_a_rule_can_be_drawn_in_both_weights() {
    for path in TEXT_FACES {
        let face = read(path);
        for language in LANGUAGES {
            let missing = missing(rules_source(language), &[&face]);
            assert!(missing.is_empty(), "{path}: {language:?}: {missing:?}");
        }
    }
}

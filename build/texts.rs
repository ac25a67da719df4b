//! Fluent sources, read as the build needs them: which messages there are, what they take, and what is wrong
//! with them. The build and the tests share this file.

use std::collections::{BTreeMap, BTreeSet};

use fluent_syntax::ast::{
    Entry, Expression, InlineExpression, Message, Pattern, PatternElement, Resource, VariantKey,
};
use fluent_syntax::parser;

/// A file, and what it is called in a sentence.
pub(crate) struct Source {
    pub(crate) name: String,
    pub(crate) text: String,
}

/// What a message takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    Text,
    Number,
}

/// Names of plural forms, as Unicode's CLDR has them.
const FORMS: [&str; 6] = ["zero", "one", "two", "few", "many", "other"];
/// Those that each language can come to, in the order of a topic's sources.
const FORMS_OF: [&[&str]; 2] = [&["one", "other"], &["one", "few", "many", "other"]];

/// A source, taken apart.
struct Parsed<'a> {
    name: &'a str,
    resource: Resource<&'a str>,
    /// What Fluent could not read.
    junk: Vec<String>,
}

impl<'a> Parsed<'a> {
    fn of(source: &'a Source) -> Self {
        let name = &*source.name;
        match parser::parse(&*source.text) {
            Ok(resource) => Self { name, resource, junk: Vec::new() },
            Err((resource, errors)) => {
                let line = |at: usize| source.text.bytes().take(at).filter(|b| *b == b'\n').count();
                let junk = errors
                    .iter()
                    .map(|error| format!("{name}:{}: {}", line(error.pos.start) + 1, error.kind));
                Self { name, junk: junk.collect(), resource }
            }
        }
    }

    fn messages(&self) -> impl Iterator<Item = &Message<&'a str>> {
        self.resource.body.iter().filter_map(|entry| match entry {
            Entry::Message(message) => Some(message),
            _ => None,
        })
    }

    /// Every pattern by its address (`id`, `id.attribute`, `-term`), with what it is made of.
    fn patterns(&self) -> Vec<(String, Parts<'a>)> {
        let mut found = Vec::new();
        for entry in &self.resource.body {
            let (address, value, attributes) = match entry {
                Entry::Message(one) => {
                    (one.id.name.to_owned(), one.value.as_ref(), &one.attributes)
                }
                Entry::Term(one) => {
                    (format!("-{}", one.id.name), Some(&one.value), &one.attributes)
                }
                _ => continue,
            };
            found.extend(value.map(|pattern| (address.clone(), Parts::of(pattern))));
            found.extend(attributes.iter().map(|attribute| {
                (format!("{address}.{}", attribute.id.name), Parts::of(&attribute.value))
            }));
        }
        let own = found.clone();
        for (address, parts) in &mut found {
            parts.follow(address, &own);
        }
        found
    }
}

/// What a pattern is made of.
#[derive(Default, Clone)]
struct Parts<'a> {
    arguments: BTreeSet<&'a str>,
    /// Other messages, terms and functions.
    references: BTreeSet<String>,
    functions: BTreeSet<&'a str>,
    /// Whether it comes back to itself by way of others.
    endless: bool,
    /// What chooses among forms, with the forms.
    selected: Vec<(&'a str, Vec<Form<'a>>)>,
}

/// A form, and what it takes of its own.
#[derive(Clone)]
struct Form<'a> {
    /// `None` where it is for one number.
    name: Option<&'a str>,
    arguments: BTreeSet<&'a str>,
}

impl<'a> Parts<'a> {
    fn of(pattern: &Pattern<&'a str>) -> Self {
        let mut parts = Self::default();
        parts.pattern(pattern);
        parts
    }

    /// Takes what the messages take that are referred to, theirs included. Terms are given nothing.
    fn follow(&mut self, address: &str, all: &[(String, Self)]) {
        let mut ahead: Vec<String> = self.references.iter().cloned().collect();
        let mut seen = BTreeSet::new();
        while let Some(next) = ahead.pop() {
            self.endless |= next == address;
            let other = all.iter().find(|(other, _)| *other == next);
            let Some((_, other)) = other.filter(|_| seen.insert(next.clone())) else { continue };
            if !next.starts_with('-') {
                self.arguments.extend(&other.arguments);
            }
            ahead.extend(other.references.iter().cloned());
        }
    }

    fn pattern(&mut self, pattern: &Pattern<&'a str>) {
        for element in &pattern.elements {
            if let PatternElement::Placeable { expression } = element {
                self.expression(expression);
            }
        }
    }

    fn expression(&mut self, expression: &Expression<&'a str>) {
        let (selector, variants) = match expression {
            Expression::Inline(inline) => return self.inline(inline),
            Expression::Select { selector, variants } => (selector, variants),
        };
        self.inline(selector);
        let forms = variants.iter().map(|variant| {
            let name = match &variant.key {
                VariantKey::Identifier { name } => Some(*name),
                VariantKey::NumberLiteral { .. } => None,
            };
            let inner = Self::of(&variant.value);
            let form = Form { name, arguments: inner.arguments.clone() };
            self.join(inner);
            form
        });
        let forms = forms.collect();
        if let InlineExpression::VariableReference { id } = selector {
            self.selected.push((id.name, forms));
        }
    }

    fn join(&mut self, inner: Self) {
        self.arguments.extend(inner.arguments);
        self.references.extend(inner.references);
        self.functions.extend(inner.functions);
        self.selected.extend(inner.selected);
    }

    fn inline(&mut self, inline: &InlineExpression<&'a str>) {
        let arguments = match inline {
            InlineExpression::VariableReference { id } => {
                self.arguments.insert(id.name);
                return;
            }
            InlineExpression::MessageReference { id, attribute } => {
                let attribute = attribute.iter().map(|one| format!(".{}", one.name));
                self.references.insert(format!("{}{}", id.name, attribute.collect::<String>()));
                return;
            }
            InlineExpression::Placeable { expression } => return self.expression(expression),
            InlineExpression::StringLiteral { .. } | InlineExpression::NumberLiteral { .. } => {
                return;
            }
            InlineExpression::TermReference { id, attribute, arguments } => {
                let attribute = attribute.iter().map(|one| format!(".{}", one.name));
                self.references.insert(format!("-{}{}", id.name, attribute.collect::<String>()));
                arguments.as_ref()
            }
            InlineExpression::FunctionReference { id, arguments } => {
                self.functions.insert(id.name);
                Some(arguments)
            }
        };
        for inline in arguments.iter().flat_map(|arguments| &arguments.positional) {
            self.inline(inline);
        }
    }
}

/// What is wrong within a topic's files, and between them: English, then Russian.
pub(crate) fn disagreements(sources: &[Source; 2]) -> Vec<String> {
    let both = [Parsed::of(&sources[0]), Parsed::of(&sources[1])];
    let mut wrong = Vec::new();
    let mut taken = [BTreeMap::new(), BTreeMap::new()];
    for (place, parsed) in both.iter().enumerate() {
        wrong.extend(parsed.junk.iter().cloned());
        let patterns = parsed.patterns();
        let known: BTreeSet<&str> = patterns.iter().map(|(address, _)| &**address).collect();
        if known.len() < patterns.len() {
            let mut seen = BTreeSet::new();
            let twice = patterns.iter().filter(|(address, _)| !seen.insert(address));
            wrong.extend(
                twice.map(|(address, _)| format!("{}: {address} stands twice", parsed.name)),
            );
        }
        for message in parsed.messages().filter(|message| message.value.is_none()) {
            wrong.push(format!("{}: {} has no text", parsed.name, message.id.name));
        }
        for (address, parts) in &patterns {
            for trouble in troubles(parts, &known, FORMS_OF[place]) {
                wrong.push(format!("{}: {address} {trouble}", parsed.name));
            }
            // Terms are a language's own, and see none of a message's arguments.
            if address.starts_with('-') {
                let lost = parts.arguments.iter();
                wrong.extend(lost.map(|name| {
                    format!("{}: {address} takes ${name}, which no term is given", parsed.name)
                }));
            } else {
                taken[place].insert(address.clone(), chosen_by_text_or_not(parts));
            }
        }
    }
    let [english, russian] = &taken;
    for (address, arguments) in english {
        match russian.get(address) {
            None => wrong.push(format!("{}: {address} is missing", both[1].name)),
            Some(others) if others != arguments => wrong.push(format!(
                "{}: {address} takes {others:?}, and in English {arguments:?}",
                both[1].name
            )),
            Some(_) => {}
        }
    }
    let unknown = russian.keys().filter(|address| !english.contains_key(*address));
    wrong.extend(unknown.map(|address| format!("{}: {address} is missing", both[0].name)));
    wrong
}

/// The names of a pattern's arguments. What chooses by a text stands beside it under the text's name and
/// `-key` (`src/verify/words.rs`).
fn chosen_by_text_or_not(parts: &Parts<'_>) -> BTreeSet<String> {
    let name = |name: &&str| name.strip_suffix("-key").unwrap_or(name).to_owned();
    parts.arguments.iter().map(name).collect()
}

/// What is wrong with a pattern by itself.
fn troubles(parts: &Parts<'_>, known: &BTreeSet<&str>, forms: &[&str]) -> Vec<String> {
    let mut wrong = Vec::new();
    let lost = parts.references.iter().filter(|name| !known.contains(&***name));
    wrong.extend(lost.map(|name| format!("refers to {name}, which is not there")));
    wrong.extend(parts.endless.then(|| "comes back to itself".to_owned()));
    // The program gives Fluent none, `NUMBER` neither.
    wrong.extend(parts.functions.iter().map(|name| format!("calls {name}, which is not there")));
    for (name, chosen) in parts.selected.iter().filter(|(_, chosen)| is_counted(chosen)) {
        // A form for one number says it in words; that for one serves 21 in Russian.
        for (form, takes) in chosen.iter().filter_map(|form| Some((form.name?, &form.arguments))) {
            if !forms.contains(&form) {
                wrong.push(format!("has a form [{form}], which ${name} never comes to"));
            }
            if !takes.contains(name) {
                wrong.push(format!("has a form [{form}] without ${name}"));
            }
        }
    }
    wrong
}

/// Whether forms are chosen by a number.
fn is_counted(forms: &[Form<'_>]) -> bool {
    let plural = |name: &str| FORMS.contains(&name) && name != "other";
    forms.iter().any(|form| form.name.is_none_or(plural))
}

/// Messages that stand in several topics: the program keeps all in one place.
pub(crate) fn repeated(topics: &[&[Source; 2]]) -> Vec<String> {
    let mut seen: BTreeMap<String, &str> = BTreeMap::new();
    let mut wrong = Vec::new();
    for source in topics.iter().map(|[english, _]| english) {
        for (address, _) in Parsed::of(source).patterns() {
            let other = seen.insert(address.clone(), &source.name);
            let other = other.filter(|other| *other != source.name);
            wrong
                .extend(other.map(|other| format!("{}: {address} is in {other} too", source.name)));
        }
    }
    wrong
}

/// The keys, one a line, for the macro in `src/i18n/catalogue.rs`.
///
/// # Errors
/// What cannot be a name in Rust.
pub(crate) fn typed_keys(sources: &[Source; 2]) -> Result<String, Vec<String>> {
    let (english, russian) = (Parsed::of(&sources[0]), Parsed::of(&sources[1]));
    let general = kinds_in_comments(english.resource.body.iter().filter_map(|entry| match entry {
        Entry::ResourceComment(comment) => Some(&*comment.content),
        _ => None,
    }));
    let counted = counted(&[&english, &russian]);
    let patterns: BTreeMap<String, Parts<'_>> = english.patterns().into_iter().collect();
    let mut keys = String::from("texts! {\n");
    let mut variants = BTreeMap::new();
    let mut wrong = Vec::new();
    for message in english.messages() {
        let id = message.id.name;
        let Some(pattern) = &message.value else { continue };
        let own = kinds_in_comments(message.comment.iter().map(|comment| &*comment.content));
        let mut fields = Vec::new();
        for name in patterns.get(id).iter().flat_map(|parts| &parts.arguments).copied() {
            if !is_name(name) {
                wrong.push(format!("{}: {id}: ${name} is no name in Rust", english.name));
            }
            let counts = counted.contains(&(id.to_owned(), name.to_owned()));
            let named = own.get(name).or_else(|| general.get(name)).copied();
            fields.push(match named.unwrap_or(if counts { Kind::Number } else { Kind::Text }) {
                Kind::Number => format!("{name}: i64"),
                Kind::Text if counts => {
                    wrong.push(format!("{}: {id} counts ${name}, which is a text", english.name));
                    continue;
                }
                Kind::Text => format!("{name}: &'a str"),
            });
        }
        let variant = variant(id);
        if let Some(other) = variants.insert(variant.clone(), id) {
            wrong.push(format!("{}: {id} and {other} are both {variant}", english.name));
        }
        let fields =
            if fields.is_empty() { String::new() } else { format!(" {{ {} }}", fields.join(", ")) };
        keys.push_str(&format!(
            "    #[doc = {:?}]\n    {variant}{fields} = {id:?};\n",
            said(pattern)
        ));
    }
    keys.push_str("}\n");
    if wrong.is_empty() { Ok(keys) } else { Err(wrong) }
}

/// Arguments that choose a plural, with their messages.
fn counted(both: &[&Parsed<'_>]) -> BTreeSet<(String, String)> {
    let patterns = both.iter().flat_map(|parsed| parsed.patterns());
    patterns
        .flat_map(|(address, parts)| {
            let counted = parts.selected.into_iter().filter(|(_, forms)| is_counted(forms));
            counted.map(move |(name, _)| (address.clone(), name.to_owned())).collect::<Vec<_>>()
        })
        .collect()
}

/// `$name (Number)` and `$name (String)`, as Fluent's guide has them in comments.
fn kinds_in_comments<'a>(comments: impl Iterator<Item = &'a [&'a str]>) -> BTreeMap<&'a str, Kind> {
    let mut kinds = BTreeMap::new();
    for line in comments.flatten() {
        for part in line.split('$').skip(1) {
            let Some((name, rest)) = part.split_once(" (") else { continue };
            let kind = match rest.split_once(')') {
                Some(("Number", _)) => Kind::Number,
                Some(("String", _)) => Kind::Text,
                _ => continue,
            };
            kinds.insert(name, kind);
        }
    }
    kinds
}

fn is_name(name: &str) -> bool {
    let plain = |c: char| matches!(c, 'a'..='z' | '0'..='9' | '_');
    name.starts_with(|c: char| c.is_ascii_lowercase()) && name.chars().all(plain)
}

/// `cards-count` as `CardsCount`.
fn variant(id: &str) -> String {
    let mut variant = String::new();
    for part in id.split(['-', '_']) {
        let mut letters = part.chars();
        variant.extend(letters.next().map(|first| first.to_ascii_uppercase()));
        variant.push_str(letters.as_str());
    }
    variant
}

/// The English text, for the documentation of its key.
fn said(pattern: &Pattern<&str>) -> String {
    let mut text = String::new();
    for element in &pattern.elements {
        match element {
            PatternElement::TextElement { value } => text.push_str(value),
            PatternElement::Placeable { expression } => match expression {
                Expression::Inline(InlineExpression::VariableReference { id }) => {
                    text.push_str(&format!("{{{}}}", id.name));
                }
                Expression::Inline(_) => text.push('…'),
                Expression::Select { variants, .. } => {
                    let usual = variants.iter().find(|variant| variant.default);
                    text.push_str(
                        &usual.map(|usual| said_within(&usual.value)).unwrap_or_default(),
                    );
                }
            },
        }
    }
    let words: Vec<&str> = text.split_whitespace().collect();
    format!("`` {} ``", words.join(" "))
}

fn said_within(pattern: &Pattern<&str>) -> String {
    said(pattern).trim_matches(['`', ' ']).to_owned()
}

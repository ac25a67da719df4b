#!/usr/bin/env bash
# fluent-bundle 0.16: a message that refers to a term with a variable in it.
#
# One would expect: the term sees the arguments that the message was formatted with; or, since it does not, an
# error among those that formatting gives back, as for a variable that is missing in a message.
# So it is: the term's variable stands in the text by its name, and no error is given. A check of texts that
# looks at errors alone finds nothing.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
mkdir src
cat > Cargo.toml <<'TOML'
[package]
name = "shown"
version = "0.0.0"
edition = "2024"
[dependencies]
fluent-bundle = "=0.16.0"
unic-langid = "0.9"
TOML
cat > src/main.rs <<'RUST'
use fluent_bundle::{FluentArgs, FluentBundle, FluentResource};

fn main() {
    let texts = "-cards = { $count } cards\nby-term = { -cards } left\nplain = { $missing } left\n";
    let mut bundle = FluentBundle::new(vec![unic_langid::LanguageIdentifier::default()]);
    bundle.set_use_isolating(false);
    bundle.add_resource(FluentResource::try_new(texts.to_owned()).unwrap()).unwrap();
    let mut arguments = FluentArgs::new();
    arguments.set("count", 3);
    let say = |key: &str| {
        let mut errors = Vec::new();
        let pattern = bundle.get_message(key).unwrap().value().unwrap();
        let text = bundle.format_pattern(pattern, Some(&arguments), &mut errors).into_owned();
        println!("{key}: {text:?}, errors: {errors:?}");
        (text, errors.len())
    };
    assert_eq!(say("by-term"), ("{$count} cards left".to_owned(), 0));
    assert_eq!(say("plain"), ("{$missing} left".to_owned(), 1));
}
RUST
cargo run --quiet

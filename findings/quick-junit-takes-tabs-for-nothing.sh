#!/usr/bin/env bash
# quick-junit 0.8.0: text that goes into a JUnit file.
#
# One would expect: `XmlString::new` takes out what XML 1.0 does not allow, and nothing else.
# So it is: it takes out terminal escapes first, and with them a tab, which XML allows, and the letters that
# follow a lone escape sign; while U+FFFE, which XML 1.0 does not allow, stays. What must be seen has to be
# made visible before.
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
quick-junit = "=0.8.0"
TOML
cat > src/main.rs <<'RUST'
use quick_junit::XmlString;

fn main() {
    for (text, wanted) in [("a\tb", "ab"), ("a\u{1b}Xhello", "a"), ("a\u{fffe}b", "a\u{fffe}b"), ("a\u{7}b", "ab")] {
        let made = XmlString::new(text);
        println!("{text:?} becomes {:?}", made.as_str());
        assert_eq!(made.as_str(), wanted);
    }
}
RUST
cargo run --quiet

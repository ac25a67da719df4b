//! Matches over what the core is asked and told: a new variant must be thought about everywhere.

use super::Findings;
use super::source::{Source, words};

pub(super) fn wildcards(source: &Source) -> Findings {
    if !source.is_in("model/") {
        return Findings::new();
    }
    let mut findings = Findings::new();
    for at in words(&source.code, "match") {
        let patterns = patterns(&source.code[at..]);
        let ours = patterns.iter().any(|(_, pattern)| names_a_message(pattern));
        for (offset, pattern) in patterns {
            if ours && catches_all(pattern) {
                let what = format!("`{}` matches whatever comes later", pattern.trim());
                findings.push(source.finding(at + offset, &what));
            }
        }
    }
    for at in words(&source.code, "matches") {
        // `matches!` answers `false` for every variant to come.
        let arguments = source.code[at..].split_once('(').map_or("", |(_, rest)| rest);
        let pattern = arguments.split_once(',').map_or("", |(_, rest)| rest);
        let end = pattern.find([')', ';']).unwrap_or(pattern.len());
        let risky = ["Message::", "Event::", "Effect::"];
        if source.code[at..].starts_with("matches!")
            && risky.iter().any(|m| pattern[..end].contains(m))
        {
            findings.push(source.finding(at, "asks for one message and forgets the others"));
        }
    }
    findings
}

/// Whether a pattern is about an action, event or effect.
fn names_a_message(pattern: &str) -> bool {
    let owner = |at: usize| {
        pattern[..at].rsplit(|c: char| !c.is_alphanumeric() && c != '_').next().unwrap_or_default()
    };
    pattern.match_indices("::").any(|(at, _)| {
        let name = owner(at);
        name.ends_with("Action") || matches!(name, "Event" | "Effect" | "Message")
    })
}

/// `_`, or a name that takes anything.
fn catches_all(pattern: &str) -> bool {
    let pattern = pattern.split(" if ").next().unwrap_or_default();
    pattern.split('|').any(|one| {
        let one = one.trim();
        let one = one.strip_prefix("ref ").unwrap_or(one);
        let one = one.strip_prefix("mut ").unwrap_or(one);
        one.starts_with(|c: char| c == '_' || c.is_ascii_lowercase())
            && one.chars().all(|c| c == '_' || c.is_ascii_alphanumeric())
            && !matches!(one, "true" | "false")
    })
}

/// Patterns of the arms of a `match`, and where each begins.
fn patterns(code: &str) -> Vec<(usize, &str)> {
    let Some(open) = body(code) else { return Vec::new() };
    let mut patterns = Vec::new();
    let mut depth = 0_i32;
    let mut begins = open + 1;
    let mut in_pattern = true;
    let bytes = code.as_bytes();
    for at in open + 1..bytes.len() {
        match bytes[at] {
            b'(' | b'[' | b'{' => depth += 1,
            b')' | b']' | b'}' => {
                depth -= 1;
                if depth < 0 {
                    break;
                }
                // An arm in braces needs no comma.
                if depth == 0 && bytes[at] == b'}' && !in_pattern {
                    (in_pattern, begins) = (true, at + 1);
                }
            }
            b'=' if depth == 0 && in_pattern && bytes.get(at + 1) == Some(&b'>') => {
                let pattern = &code[begins..at];
                let blanks = pattern.len() - pattern.trim_start_matches([',', ' ', '\n']).len();
                patterns.push((begins + blanks, &pattern[blanks..]));
                in_pattern = false;
            }
            b',' if depth == 0 && !in_pattern => (in_pattern, begins) = (true, at + 1),
            _ => {}
        }
    }
    patterns
}

/// Where the arms begin: the first brace outside of parentheses.
fn body(code: &str) -> Option<usize> {
    let mut depth = 0_i32;
    for (at, byte) in code.bytes().enumerate() {
        match byte {
            b'(' | b'[' => depth += 1,
            b')' | b']' => depth -= 1,
            b'{' if depth == 0 => return Some(at),
            b';' | b'}' if depth <= 0 => return None,
            _ => {}
        }
    }
    None
}

#[test]
fn arms_are_told_apart() {
    let code = "match a(|x| { 1 }) { Some(x) if x == y => f(x, [1, 2]), B { c, .. } | D => { g => h, }\n _ => { }\n E => match z { _ => 1 } }";
    let found: Vec<&str> = patterns(code).iter().map(|(_, p)| p.trim()).collect();
    assert_eq!(found, ["Some(x) if x == y", "B { c, .. } | D", "_", "E"]);
}

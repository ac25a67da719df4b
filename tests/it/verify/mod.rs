//! The labelled corpus: cards and files, each with exactly what the verifier must find. Files are
//! real bytes, fetched over real sockets.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    reason = "helpers of tests stop at the first surprise"
)]

mod batch;
mod card;
mod case;
mod clean;
mod download;
mod draw;
mod drawn;
mod file;
mod look;
mod set;
mod shapes;
mod terms;

use std::collections::BTreeMap;
use std::sync::atomic::{AtomicUsize, Ordering};

use carddesk::verify::{Rule, Severity};

use case::{Bench, Entry};

/// A rule at a severity, and how often.
type Found = BTreeMap<(&'static str, Severity), usize>;

/// How an entry was judged.
struct Verdict {
    name: String,
    wanted: Found,
    found: Found,
}

/// Reads what is expected: `E portrait, N palette`, or nothing.
fn wanted(text: &str) -> Found {
    let mut wanted = Found::new();
    for part in text.split(',').map(str::trim).filter(|part| !part.is_empty()) {
        let (severity, name) = part.split_once(' ').expect("severity and rule");
        let severity = match severity {
            "E" => Severity::Error,
            "W" => Severity::Warning,
            "N" => Severity::Note,
            other => panic!("{other} is no severity"),
        };
        let rule = Rule::named(name).unwrap_or_else(|| panic!("{name} is no rule"));
        *wanted.entry((rule.name(), severity)).or_default() += 1;
    }
    wanted
}

fn judge(bench: &Bench, entries: Vec<Entry>) -> Vec<Verdict> {
    let judge = |entry: Entry| {
        let mut found = Found::new();
        for finding in entry.subject.findings(bench) {
            *found.entry((finding.rule.name(), finding.severity)).or_default() += 1;
        }
        Verdict { wanted: wanted(&entry.expected), name: entry.name, found }
    };
    entries.into_iter().map(judge).collect()
}

/// Positives, found and right, found and wrong, missed.
#[derive(Default)]
struct Score {
    entries: usize,
    right: usize,
    wrong: usize,
    missed: usize,
}

impl Score {
    fn of(rule: Rule, verdicts: &[Verdict]) -> Self {
        let mut score = Self::default();
        for verdict in verdicts {
            let count = |found: &Found, severity| {
                found.get(&(rule.name(), severity)).copied().unwrap_or_default()
            };
            let mut is_positive = false;
            for severity in [Severity::Note, Severity::Warning, Severity::Error] {
                let (wanted, found) =
                    (count(&verdict.wanted, severity), count(&verdict.found, severity));
                is_positive |= wanted > 0;
                score.right += wanted.min(found);
                score.wrong += found.saturating_sub(wanted);
                score.missed += wanted.saturating_sub(found);
            }
            score.entries += usize::from(is_positive);
        }
        score
    }

    fn share(part: usize, other: usize) -> f64 {
        if part + other == 0 { 0.0 } else { part as f64 / (part + other) as f64 }
    }
}

#[test]
fn every_rule_finds_what_it_must_and_nothing_else() {
    let groups: [fn() -> Vec<Entry>; 9] = [
        shapes::entries,
        look::entries,
        clean::entries,
        file::entries,
        terms::entries,
        download::entries,
        set::entries,
        card::entries,
        batch::entries,
    ];
    let bench = &Bench::new();
    let next = AtomicUsize::new(0);
    // Two at once: other tests run at the same time, and some of those have little time.
    let work = || {
        let mut verdicts = Vec::new();
        while let Some(entries) = groups.get(next.fetch_add(1, Ordering::Relaxed)) {
            verdicts.extend(judge(bench, entries()));
        }
        verdicts
    };
    let verdicts: Vec<Verdict> = std::thread::scope(|scope| {
        let threads = [scope.spawn(work), scope.spawn(work)];
        threads.into_iter().flat_map(|thread| thread.join().unwrap()).collect()
    });
    println!("{:28} {:>7} {:>9} {:>6}", "rule", "entries", "precision", "recall");
    let mut poor = Vec::new();
    for rule in Rule::ALL {
        let score = Score::of(*rule, &verdicts);
        let precision = Score::share(score.right, score.wrong);
        let recall = Score::share(score.right, score.missed);
        println!("{:28} {:>7} {precision:>9.2} {recall:>6.2}", rule.name(), score.entries);
        if score.entries < 3 || score.wrong > 0 || score.missed > 0 {
            poor.push(rule.name());
        }
    }
    let clean = verdicts.iter().filter(|verdict| verdict.wanted.is_empty()).count();
    println!("{} entries, {clean} of them clean", verdicts.len());
    let wrong = verdicts.iter().filter(|verdict| verdict.wanted != verdict.found);
    let wrong: Vec<String> = wrong
        .map(|v| format!("{}\n  wanted {:?}\n  found  {:?}", v.name, v.wanted, v.found))
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert!(poor.is_empty(), "too few entries, or not all right: {poor:?}");
    assert!(verdicts.len() >= 200, "{} entries", verdicts.len());
    let mut names: Vec<&str> = verdicts.iter().map(|verdict| verdict.name.as_str()).collect();
    names.sort_unstable();
    let twice: Vec<&[&str]> = names.windows(2).filter(|pair| pair[0] == pair[1]).collect();
    assert!(twice.is_empty(), "one name for two entries: {twice:?}");
}

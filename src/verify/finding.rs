//! What the rules find.

use super::rule::Rule;
use super::severity::Severity;

/// A measured value.
#[derive(Debug, Clone, PartialEq)]
pub enum Value {
    /// Such as a type or a host; may hold what the gateway sent.
    Text(String),
    /// A count, or a size in pixels or bytes.
    Whole(u64),
    /// Finite.
    Number(f64),
}

impl From<&str> for Value {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl From<String> for Value {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

impl From<u32> for Value {
    fn from(number: u32) -> Self {
        Self::Whole(number.into())
    }
}

impl From<usize> for Value {
    fn from(number: usize) -> Self {
        Self::Whole(number as u64)
    }
}

impl From<f64> for Value {
    fn from(number: f64) -> Self {
        if number.is_finite() { Self::Number(number) } else { Self::Number(0.0) }
    }
}

/// Something that a rule says of a card or a file: data, never a failure of the program.
#[derive(Debug, Clone, PartialEq)]
pub struct Finding {
    /// By which words, source and advice are found.
    pub rule: Rule,
    /// The rule's usual one, or another where the case is worse or milder.
    pub severity: Severity,
    /// What was measured, by name: the names that [`Rule::values`] lists, in that order.
    pub values: Vec<(&'static str, Value)>,
}

impl Finding {
    /// With the rule's usual severity, and the values in the rule's order.
    pub(super) fn new<const N: usize>(rule: Rule, values: [Value; N]) -> Self {
        Self::of(rule, rule.severity(), values)
    }

    pub(super) fn of<const N: usize>(rule: Rule, severity: Severity, values: [Value; N]) -> Self {
        debug_assert_eq!(rule.values().len(), N, "{}", rule.name());
        let values = rule.values().iter().copied().zip(values).collect();
        Self { rule, severity, values }
    }
}

/// How many findings of each severity.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Tally {
    /// Findings that keep a card from being shown as it should be.
    pub errors: usize,
    /// Findings that should be looked into.
    pub warnings: usize,
    /// Findings that are worth knowing.
    pub notes: usize,
}

impl Tally {
    /// Counts findings, accepted ones too where they are given.
    pub fn of<'a>(findings: impl IntoIterator<Item = &'a Finding>) -> Self {
        let mut tally = Self::default();
        for finding in findings {
            match finding.severity {
                Severity::Error => tally.errors += 1,
                Severity::Warning => tally.warnings += 1,
                Severity::Note => tally.notes += 1,
            }
        }
        tally
    }

    /// The worst first.
    pub fn counts(self) -> [(Severity, usize); 3] {
        [
            (Severity::Error, self.errors),
            (Severity::Warning, self.warnings),
            (Severity::Note, self.notes),
        ]
    }

    /// The worst severity; `None` where nothing was found.
    pub fn worst(self) -> Option<Severity> {
        self.counts().into_iter().find(|(_, count)| *count > 0).map(|(severity, _)| severity)
    }
}

impl std::iter::Sum for Tally {
    fn sum<I: Iterator<Item = Self>>(tallies: I) -> Self {
        tallies.fold(Self::default(), |sum, tally| Self {
            errors: sum.errors + tally.errors,
            warnings: sum.warnings + tally.warnings,
            notes: sum.notes + tally.notes,
        })
    }
}

/// The worst severity of findings; `None` where there are none.
pub fn worst<'a>(findings: impl IntoIterator<Item = &'a Finding>) -> Option<Severity> {
    Tally::of(findings).worst()
}

//! Tokens that came, to be known again: as digests, so that no second copy of them lies about.

use std::collections::{BTreeSet, HashSet};
use std::hash::{DefaultHasher, Hash as _, Hasher as _};
use std::ops::Range;

use super::super::secret::Token;
use super::units::Unit;

/// Fewest characters of a token that is known again in a text.
const FEWEST: usize = 6;
/// Most lengths that are looked for: a gateway has one or two.
const LENGTHS: usize = 8;

/// Tokens of a list, or of a session. UUIDs are known by their digits, however they are written.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct KnownTokens {
    uuids: HashSet<u64>,
    odd: HashSet<u64>,
    starts: HashSet<char>,
    lengths: BTreeSet<usize>,
}

impl KnownTokens {
    /// Knows these tokens alone.
    pub fn of<'a>(tokens: impl IntoIterator<Item = &'a Token>) -> Self {
        let mut known = Self::default();
        known.learn(tokens);
        known
    }

    /// Knows these, too.
    pub fn learn<'a>(&mut self, tokens: impl IntoIterator<Item = &'a Token>) {
        for token in tokens {
            let text = token.expose();
            if token.is_uuid() {
                self.uuids.insert(digest(text.chars().filter(|c| *c != '-')));
                continue;
            }
            let length = text.chars().count();
            let is_new = !self.lengths.contains(&length);
            if length < FEWEST || is_new && self.lengths.len() == LENGTHS {
                continue;
            }
            self.lengths.insert(length);
            self.starts.extend(text.chars().next().map(folded));
            self.odd.insert(digest(text.chars()));
        }
    }

    /// How short a token may be that is no UUID; `None` where there is none.
    pub(super) fn shortest(&self) -> Option<usize> {
        self.lengths.first().copied()
    }

    pub(super) fn is_uuid(&self, digits: &str) -> bool {
        !self.uuids.is_empty() && self.uuids.contains(&digest(digits.chars()))
    }

    /// Where tokens stand that are no UUIDs.
    pub(super) fn odd(&self, units: &[Unit]) -> Vec<Range<usize>> {
        if self.odd.is_empty() {
            return Vec::new();
        }
        let starts = (0..units.len()).filter(|at| self.starts.contains(&folded(units[*at].c)));
        let longest_at = |at: usize| {
            self.lengths.iter().rev().find_map(|length| {
                let part = units.get(at..at + length)?;
                let is_known = self.odd.contains(&digest(part.iter().map(|unit| unit.c)));
                is_known.then(|| part[0].from..part[length - 1].to)
            })
        };
        starts.filter_map(longest_at).collect()
    }
}

fn folded(c: char) -> char {
    c.to_ascii_lowercase()
}

fn digest(chars: impl Iterator<Item = char>) -> u64 {
    let mut hasher = DefaultHasher::new();
    chars.for_each(|c| folded(c).hash(&mut hasher));
    hasher.finish()
}

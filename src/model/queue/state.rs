//! The customers that are worked through, one after the other.

use std::collections::HashMap;

use crate::domain::CustomerNumber;
use crate::verify::Severity;

/// A customer of the queue, and what is known of it.
#[derive(Debug, Clone, PartialEq)]
pub struct QueueRow {
    /// As it was given or looked up; no other row has it.
    pub number: CustomerNumber,
    /// Cards at the last look-up; `None` while unknown.
    pub cards: Option<usize>,
    /// The worst finding so far; `None` where there is none.
    pub worst: Option<Severity>,
    /// Whether its cards were on screen.
    pub looked_at: bool,
}

/// Which customers of the queue are shown, and stepped to.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum QueueFilter {
    /// Every customer.
    #[default]
    All,
    /// Those with an open finding of any severity.
    WithFindings,
    /// Those whose cards were not on screen yet.
    NotLookedAt,
}

/// A list of customers, given or grown by look-ups.
#[derive(Debug, Default)]
pub struct Queue {
    rows: Vec<QueueRow>,
    places: HashMap<CustomerNumber, usize>,
    /// Whether it was given as a list, which is worked through: the next customers are fetched
    /// ahead.
    pub is_list: bool,
    /// Part of a number, as typed.
    pub search: String,
    /// Holds for stepping as well.
    pub filter: QueueFilter,
}

impl Queue {
    /// All customers, in the order they are worked through.
    pub fn rows(&self) -> &[QueueRow] {
        &self.rows
    }

    /// The customer's row; `None` where it is not in the queue.
    pub fn get(&self, number: &CustomerNumber) -> Option<&QueueRow> {
        self.rows.get(*self.places.get(number)?)
    }

    pub(crate) fn get_mut(&mut self, number: &CustomerNumber) -> Option<&mut QueueRow> {
        self.rows.get_mut(*self.places.get(number)?)
    }

    /// The customer's row, made at the end where there is none.
    pub(crate) fn enter(&mut self, number: &CustomerNumber) -> &mut QueueRow {
        let place = *self.places.entry(number.clone()).or_insert_with(|| {
            let number = number.clone();
            self.rows.push(QueueRow { number, cards: None, worst: None, looked_at: false });
            self.rows.len() - 1
        });
        &mut self.rows[place]
    }

    /// Puts these customers in the place of all others; what is known of them is kept.
    pub(crate) fn take(&mut self, numbers: &[CustomerNumber]) {
        let known = std::mem::take(self);
        for number in numbers {
            let row = self.enter(number);
            if let Some(earlier) = known.get(number) {
                *row = earlier.clone();
            }
        }
        self.is_list = true;
    }

    /// Ends the list: what is left are these, and the customers that were looked at.
    pub(crate) fn end_list(&mut self, known: &[CustomerNumber]) {
        let looked_at = self.rows.iter().filter(|row| row.looked_at).map(|row| row.number.clone());
        let numbers: Vec<CustomerNumber> = known.iter().cloned().chain(looked_at).collect();
        self.take(&numbers);
        self.is_list = false;
    }

    /// Whether search and filter let a customer through.
    pub fn shows(&self, row: &QueueRow) -> bool {
        let filtered = match self.filter {
            QueueFilter::All => true,
            QueueFilter::WithFindings => row.worst.is_some(),
            QueueFilter::NotLookedAt => !row.looked_at,
        };
        filtered && contains(row.number.as_str(), self.search.trim())
    }

    /// Those shown after a customer, the nearest first; from the beginning where that one is not
    /// in the queue.
    pub fn after(&self, current: Option<&CustomerNumber>) -> impl Iterator<Item = &QueueRow> {
        let place = current.and_then(|number| self.places.get(number));
        let first = place.map_or(0, |place| place + 1);
        self.rows[first.min(self.rows.len())..].iter().filter(|row| self.shows(row))
    }

    /// Those shown before a customer, the nearest first.
    pub fn before(&self, current: Option<&CustomerNumber>) -> impl Iterator<Item = &QueueRow> {
        let place = current.and_then(|number| self.places.get(number)).copied();
        self.rows[..place.unwrap_or_default()].iter().rev().filter(|row| self.shows(row))
    }

    /// How many were looked at.
    pub fn looked_at(&self) -> usize {
        self.rows.iter().filter(|row| row.looked_at).count()
    }
}

/// Whether a number holds what was typed, small letters or large.
fn contains(number: &str, typed: &str) -> bool {
    typed.is_empty() || number.contains(typed) || {
        number.to_lowercase().contains(&typed.to_lowercase())
    }
}

//! The sandbox's customers: numbers from 1001 show what goes well, from 2001 odd answers, from
//! 3001 broken media, from 5001 faults of the two calls; `1234` and `4128` are Assist's examples.

mod broken;
mod builder;
mod cards;
mod documented;
mod faulty;
mod looks;
mod media;
mod odd;
mod russian;
mod terms;

use std::collections::HashMap;

use serde_json::Value;

use super::faults::{Fault, Injection};
use super::files::File;
use super::json::ListStyle;
use crate::domain::{Date, Digest};
use builder::Shelf;

/// A customer of the sandbox, for people to choose from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CustomerInfo {
    /// To be typed into the look-up field.
    pub number: String,
    /// What the customer shows, in English.
    pub title: String,
    /// The same in Russian.
    pub title_ru: &'static str,
    /// Cards at the start.
    pub cards: usize,
}

impl From<&Customer> for CustomerInfo {
    fn from(customer: &Customer) -> Self {
        Self {
            number: customer.number.clone(),
            title: customer.title.clone(),
            title_ru: russian::title(&customer.number),
            cards: customer.cards.len(),
        }
    }
}

/// A customer and the cards as they were at the start.
pub(super) struct Customer {
    pub(super) number: String,
    pub(super) title: String,
    pub(super) cards: Vec<StoredCard>,
    pub(super) style: ListStyle,
    /// What happens to the next list after each removal.
    pub(super) after_removal: Option<Fault>,
    /// What always happens.
    pub(super) fixed: Option<Injection>,
}

/// A card as the list writes it.
pub(super) struct StoredCard {
    /// In capitals.
    pub(super) token: String,
    pub(super) json: Value,
}

/// All customers and all files, made once at the start; nothing here changes.
pub(super) struct World {
    base: String,
    customers: Vec<Customer>,
    /// By path: `/assets/...`.
    files: HashMap<String, File>,
}

impl World {
    /// `base` is the server's URL, without a slash at its end.
    pub(super) fn new(base: &str, today: Date) -> Self {
        let mut shelf = Shelf::new(base, today);
        cards::add(&mut shelf);
        looks::add(&mut shelf);
        terms::add(&mut shelf);
        documented::add(&mut shelf);
        odd::add(&mut shelf);
        media::add(&mut shelf);
        broken::add(&mut shelf);
        faulty::add(&mut shelf);
        let (mut customers, files) = shelf.into_parts();
        customers.sort_by(|a, b| a.number.cmp(&b.number));
        Self { base: base.to_owned(), customers, files }
    }

    pub(super) fn customers(&self) -> &[Customer] {
        &self.customers
    }

    pub(super) fn customer(&self, number: &str) -> Option<&Customer> {
        self.customers.iter().find(|customer| customer.number == number)
    }

    pub(super) fn file(&self, path: &str) -> Option<&File> {
        self.files.get(path)
    }

    pub(super) fn fixed_faults(&self) -> Vec<Injection> {
        self.customers.iter().filter_map(|customer| customer.fixed.clone()).collect()
    }

    /// This server under this machine's other name.
    pub(super) fn other_host(&self) -> String {
        self.base.replacen("127.0.0.1", "localhost", 1)
    }
}

/// The token of a customer's card: a UUID in capitals, the same in every sandbox.
pub(super) fn token(customer: &str, index: usize) -> String {
    let digest = Digest::of(format!("carddesk sandbox token {customer} {index}"));
    let digits = format!("{digest:.32}").to_uppercase();
    let part = |from: usize, to: usize| digits.get(from..to).unwrap_or_default();
    [part(0, 8), part(8, 12), part(12, 16), part(16, 20), part(20, 32)].join("-")
}

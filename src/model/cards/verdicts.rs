//! What the verifier says of the cards on screen.

use crate::batch::{Seen, seen_by_batch};
use crate::domain::{Card, Variant};
use crate::verify::{CardFindings, Situation, Tally, verify_card};

use super::summary::{ListSummary, PictureCounts};
use crate::model::assets::{AssetEntry, FileId, Library};
use crate::model::now::Now;
use crate::model::session::Session;

impl Session {
    fn summary(&self) -> Option<&ListSummary> {
        self.customer.as_ref().map(|customer| &customer.summary)
    }

    /// The files of the cards on screen that were asked for, each once, in the list's order.
    pub fn shown_files(&self) -> impl Iterator<Item = &AssetEntry> {
        let files = self.summary().map(|summary| summary.files.as_slice()).unwrap_or_default();
        files.iter().filter_map(|url| self.library.at(url))
    }

    /// How many of them there are, as of the last tick.
    pub fn picture_counts(&self) -> PictureCounts {
        self.summary().map(|summary| summary.pictures).unwrap_or_default()
    }

    /// What the verifier says of a card on screen.
    pub fn findings(&self, index: usize) -> Option<&CardFindings> {
        self.summary()?.verdicts.get(index).map(|verdict| &verdict.found)
    }

    /// How much is found about a card on screen that nobody has acknowledged.
    pub fn open_tally(&self, index: usize) -> Tally {
        let verdict = self.summary().and_then(|summary| summary.verdicts.get(index));
        verdict.map(|verdict| verdict.open).unwrap_or_default()
    }

    /// The same of all cards on screen.
    pub fn open_total(&self) -> Tally {
        let verdicts = self.summary().map(|summary| summary.verdicts.as_slice());
        verdicts.unwrap_or_default().iter().map(|verdict| verdict.open).sum()
    }

    /// Verifies the cards on screen, be it another list.
    pub(crate) fn verify_all(&mut self, now: Now) {
        let Some(customer) = &mut self.customer else { return };
        let list = customer.list.value();
        customer.summary = list.map(ListSummary::new).unwrap_or_default();
        let records = self.batch.records_of(&customer.number);
        if let Some((list, records)) = list.zip(records) {
            customer.summary.seen = seen_by_batch(records, list);
        }
        let all: Vec<usize> = (0..self.cards().len()).collect();
        self.verify_cards(&all, now);
    }

    /// Verifies the cards on screen that name a file.
    pub(crate) fn verify_file(&mut self, id: &FileId, now: Now) {
        let places = self.summary().and_then(|summary| summary.places.get(id.url()?));
        if let Some(places) = places.cloned() {
            self.verify_cards(&places, now);
        }
    }

    fn verify_cards(&mut self, places: &[usize], now: Now) {
        let situation = Situation { today: now.today(), environment: self.environment() };
        let Self { customer: Some(customer), library, sheet, .. } = self else { return };
        let Some(list) = customer.list.value() else { return };
        for place in places {
            let verdict = customer.summary.verdicts.get_mut(*place);
            if let Some((card, verdict)) = list.cards.get(*place).zip(verdict) {
                verdict.found = verify_card(card, list, library, situation);
                if let Some(seen) = customer.summary.seen.get(*place) {
                    add_seen(&mut verdict.found, seen, card, library);
                }
                sheet.note(card, &verdict.found);
            }
        }
        let number = customer.number.clone();
        for place in places {
            let open = Tally::of(self.open_findings(*place));
            let summary = self.customer.as_mut().map(|customer| &mut customer.summary);
            if let Some(verdict) = summary.and_then(|summary| summary.verdicts.get_mut(*place)) {
                verdict.open = open;
            }
        }
        let worst = self.open_total().worst();
        if let Some(row) = self.queue.get_mut(&number) {
            row.worst = worst;
        }
    }
}

/// Adds what a batch has seen, as far as the files are still those.
fn add_seen(found: &mut CardFindings, seen: &Seen, card: &Card, library: &Library) {
    if seen.is_empty() {
        return;
    }
    let digest = |variant: &Variant| library.at(&variant.url).and_then(AssetEntry::digest);
    found.card.extend(seen.of_card(card, &digest).cloned());
    for (asset, variant, finding) in seen.of_files(card, &digest) {
        let of_asset = found.assets.get_mut(asset);
        if let Some(own) = of_asset.and_then(|asset| asset.variants.get_mut(variant)) {
            own.push(finding.clone());
        }
    }
}

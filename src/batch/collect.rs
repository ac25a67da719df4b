//! Brings lists and files together: a customer is finished when its files are there.

use std::collections::{HashMap, HashSet};

use crate::api::ApiError;
use crate::domain::{AssetKind, CardList, CustomerNumber, Digest, Redactor, Variant};
use crate::store::StoreError;
use crate::verify::{
    BatchCard, BatchFindings, FileState, Files, Situation, verify_batch, verify_card,
};

use super::board::{Examined, Task};
use super::record::{CardRecord, CustomerRecord, Thumbnail, cleaned};
use super::state::{Kept, StateFile};

/// Every file of a batch, by its address; each is fetched once.
#[derive(Default)]
struct Shelf(HashMap<String, Examined>);

impl Files for Shelf {
    fn file(&self, variant: &Variant) -> FileState<'_> {
        match self.0.get(&variant.url).map(|examined| &examined.result) {
            None => FileState::Unknown,
            Some(Ok(loaded)) => FileState::Read(loaded),
            Some(Err(failure)) => FileState::Failed(failure),
        }
    }
}

/// A customer whose files are under way.
struct Pending {
    place: usize,
    list: CardList,
    /// Addresses of files that are not there yet.
    missing: HashSet<String>,
}

pub(super) struct Collector<'a> {
    customers: &'a [CustomerNumber],
    situation: Situation,
    shelf: Shelf,
    /// Addresses that were asked for.
    asked: HashSet<String>,
    pending: Vec<Pending>,
    records: Vec<Option<CustomerRecord>>,
    pub(super) thumbnails: HashMap<Digest, Thumbnail>,
    state: Option<StateFile>,
    pub(super) state_warning: Option<StoreError>,
    pub(super) done: usize,
    pub(super) failed: usize,
}

impl<'a> Collector<'a> {
    /// Begins with what an earlier run has finished.
    pub(super) fn new(
        customers: &'a [CustomerNumber],
        situation: Situation,
        state: Option<StateFile>,
        mut kept: Kept,
    ) -> Self {
        let records: Vec<Option<CustomerRecord>> = customers
            .iter()
            .map(|customer| {
                let cards = kept.customers.remove(customer.as_str())?;
                Some(CustomerRecord { customer: customer.as_str().to_owned(), result: Ok(cards) })
            })
            .collect();
        let done = records.iter().flatten().count();
        Self {
            customers,
            situation,
            shelf: Shelf::default(),
            asked: HashSet::new(),
            pending: Vec::new(),
            records,
            thumbnails: kept.thumbnails,
            state,
            state_warning: None,
            done,
            failed: 0,
        }
    }

    /// Customers to be asked for, by their places.
    pub(super) fn open_places(&self) -> Vec<usize> {
        (0..self.records.len()).filter(|place| self.records[*place].is_none()).collect()
    }

    /// Takes a customer's list: the files to fetch for it, and how many customers are finished by
    /// that.
    pub(super) fn listed(
        &mut self,
        place: usize,
        result: Result<CardList, ApiError>,
    ) -> (Vec<Task>, usize) {
        let list = match result {
            Ok(list) => list,
            Err(error) => {
                self.failed += 1;
                self.record(place, Err(error));
                return (Vec::new(), 1);
            }
        };
        let mut tasks = Vec::new();
        let mut missing = HashSet::new();
        for asset in list.cards.iter().flat_map(|card| &card.assets) {
            for variant in &asset.variants {
                if !self.shelf.0.contains_key(&variant.url) {
                    missing.insert(variant.url.clone());
                }
                if self.asked.insert(variant.url.clone()) {
                    tasks.push(Task { variant: variant.clone(), kind: asset.kind.clone() });
                }
            }
        }
        self.pending.push(Pending { place, list, missing });
        (tasks, self.finish())
    }

    /// Takes a file; how many customers are finished by it.
    pub(super) fn fetched(&mut self, url: &str, mut examined: Examined) -> usize {
        if let (Ok(loaded), Some(picture)) = (&examined.result, examined.thumbnail.take()) {
            self.thumbnails.entry(loaded.measured.sha256).or_insert(picture);
        }
        self.shelf.0.insert(url.to_owned(), examined);
        for pending in &mut self.pending {
            pending.missing.remove(url);
        }
        self.finish()
    }

    fn finish(&mut self) -> usize {
        let (ready, open): (Vec<Pending>, Vec<Pending>) =
            self.pending.drain(..).partition(|pending| pending.missing.is_empty());
        self.pending = open;
        for pending in &ready {
            let list = &pending.list;
            let known = list.known();
            let card = |card| {
                let found = verify_card(card, list, &self.shelf, self.situation);
                CardRecord::new(card, &known, found, &self.shelf)
            };
            let cards = list.cards.iter().map(card).collect();
            self.record(pending.place, Ok(cards));
        }
        ready.len()
    }

    fn record(&mut self, place: usize, result: Result<Vec<CardRecord>, ApiError>) {
        let customer = self.customers[place].as_str().to_owned();
        if let (Some(state), Ok(cards)) = (&mut self.state, &result)
            && let Err(error) = state.keep(&customer, cards, &self.thumbnails)
        {
            // The reports are worth more than the way back.
            self.state_warning = Some(error);
            self.state = None;
        }
        self.records[place] = Some(CustomerRecord { customer, result });
        self.done += 1;
    }

    /// The records, with what shows only when all are looked at together.
    pub(super) fn into_records(self) -> (Vec<CustomerRecord>, HashMap<Digest, Thumbnail>) {
        let mut records: Vec<CustomerRecord> = self.records.into_iter().flatten().collect();
        compare(&mut records);
        (records, self.thumbnails)
    }
}

fn compare(records: &mut [CustomerRecord]) {
    /// A card's place among the assets of each file, and the files.
    type Art = (Vec<usize>, Vec<(AssetKind, Digest)>);
    let cards = |record: &CustomerRecord| record.result.as_ref().map_or(0, Vec::len);
    let mut art: Vec<Art> = Vec::with_capacity(records.iter().map(cards).sum());
    for card in records.iter().filter_map(|record| record.result.as_ref().ok()).flatten() {
        art.push(card.read_files().into_iter().unzip());
    }
    let mut compared = Vec::with_capacity(art.len());
    let mut files = art.iter();
    for record in records.iter() {
        for card in record.result.as_deref().unwrap_or_default() {
            let files = files.next().map_or(&[][..], |(_, files)| files);
            let (customer, bin, bank) = (&record.customer, &card.bin, &card.bank);
            compared.push(BatchCard { customer, bin, bank, files });
        }
    }
    let found = verify_batch(&compared);
    let all = records.iter_mut().filter_map(|record| record.result.as_mut().ok()).flatten();
    for ((card, found), (places, _)) in all.zip(found).zip(&art) {
        add(card, found, places);
    }
}

fn add(card: &mut CardRecord, found: BatchFindings, places: &[usize]) {
    card.findings
        .extend(found.card.into_iter().map(|finding| cleaned(finding, Redactor::default())));
    for (file, finding) in found.files {
        let asset = places.get(file).and_then(|place| card.assets.get_mut(*place));
        if let Some(asset) = asset {
            asset.findings.push(cleaned(finding, Redactor::default()));
        }
    }
}

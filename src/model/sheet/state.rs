//! The contact sheet: the files of all customers looked at since sign-in, those of the same bytes
//! as one.

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use crate::acknowledged::Acknowledged;
use crate::domain::{Asset, AssetKind, Card, CustomerNumber, Digest, Variant};
use crate::verify::{CardFindings, Finding, Rule, Severity, verify_file, worst};

use crate::model::assets::{AssetEntry, Library};

/// Where a file is used.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Use {
    /// Whose card names the file.
    pub customer: CustomerNumber,
    /// As the gateway spells it.
    pub brand: String,
    /// As the gateway spells it; may be empty.
    pub bank: String,
    /// As on the list; not always four digits.
    pub last_four: String,
}

impl Use {
    /// `1002 · VISA ···· 0028`.
    pub fn words(&self) -> String {
        format!("{} · {} ···· {}", self.customer.as_str(), self.brand, self.last_four)
    }
}

/// In which order the sheet shows its files.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum SheetOrder {
    /// The worst findings first.
    #[default]
    Severity,
    /// By the asset's type, then by address.
    Type,
    /// The files that most cards use first.
    Cards,
    /// By bank; of several banks that use a file, the first in the alphabet counts.
    Bank,
    /// By the host of the address.
    Host,
}

/// Which files are shown, and how.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct SheetView {
    /// Words, all of which must be found in type, brand, bank, host, rules, customer or last four.
    pub filter: String,
    /// Files with a finding of at least this severity alone.
    pub least: Option<Severity>,
    /// Ties are broken by type and address, so that the order is stable.
    pub order: SheetOrder,
    /// Files that look like this fingerprint alone.
    pub like: Option<u64>,
    /// The files of the batch, in place of those of the customers looked up.
    pub of_batch: bool,
}

/// Files of the same bytes.
#[derive(Debug, Clone)]
pub struct SheetGroup {
    /// One of the addresses.
    pub variant: Variant,
    /// Type of the asset that the first address belongs to.
    pub kind: AssetKind,
    /// Of the bytes, by which a batch has its picture; `None` for files looked up.
    pub thumbnail: Option<Digest>,
    /// How many addresses the same bytes have.
    pub addresses: usize,
    /// Uses of all the addresses: a card that names two of them counts twice.
    pub cards: usize,
    /// How many customers have such cards.
    pub customers: usize,
    /// Of the findings that nobody has accepted; `None` where there is none.
    pub worst: Option<Severity>,
    /// What it looks like, where it is a picture.
    pub fingerprint: Option<u64>,
    /// How many other groups look alike.
    pub alike: usize,
    /// Rules that found something, each once, in the catalogue's order.
    pub rules: Vec<Rule>,
    /// What is searched, in small letters.
    words: String,
    bank: String,
    host: String,
}

#[derive(Debug)]
pub(super) struct SheetFile {
    pub(super) variant: Variant,
    /// The asset that it is a variant of.
    pub(super) asset: Asset,
    pub(super) uses: Vec<Use>,
    pub(super) findings: Vec<Finding>,
    /// What a batch knows of the bytes; else the library is asked.
    pub(super) digest: Option<Digest>,
}

/// Files by their addresses.
pub(super) type SheetFiles = HashMap<Arc<str>, SheetFile>;

/// All files of a session's customers.
#[derive(Debug, Default)]
pub struct Sheet {
    /// Filter and order; a change of them regroups at the next tick.
    pub view: SheetView,
    files: SheetFiles,
    pub(super) of_batch: Option<SheetFiles>,
    groups: Vec<SheetGroup>,
    /// How many groups there are without the filter.
    all: usize,
    pub(super) is_stale: bool,
}

impl Sheet {
    /// The groups to show, in their order.
    pub fn groups(&self) -> &[SheetGroup] {
        &self.groups
    }

    /// How many groups there are, shown or not.
    pub fn all(&self) -> usize {
        self.all
    }

    /// The cards that use a file, whichever of its addresses they name; in the order of customers.
    pub fn uses(&self, url: &str, library: &Library) -> Vec<&Use> {
        let Some((url, file)) = self.shown().get_key_value(url) else { return Vec::new() };
        let key = key_of(url, file, library);
        let same = self.shown().iter().filter(|(url, file)| key_of(url, file, library) == key);
        let mut uses: Vec<&Use> = same.flat_map(|(_, file)| &file.uses).collect();
        uses.sort_by_key(|place| (place.customer.as_str(), &place.brand, &place.last_four));
        uses.dedup();
        uses
    }

    /// Whether there are files of a batch to show.
    pub fn has_batch(&self) -> bool {
        self.of_batch.is_some()
    }

    /// The files that are shown, those of the batch or those looked up.
    fn shown(&self) -> &SheetFiles {
        self.of_batch.as_ref().filter(|_| self.view.of_batch).unwrap_or(&self.files)
    }

    /// All files, shown or not, each with its uses.
    pub fn files(&self) -> impl Iterator<Item = Comparable<'_>> {
        self.files.values().map(|file| Comparable {
            variant: &file.variant,
            kind: &file.asset.kind,
            uses: file.uses.iter().collect(),
        })
    }

    /// What was found of the file at an address.
    pub fn findings(&self, url: &str) -> &[Finding] {
        self.files.get(url).map_or(&[], |file| &file.findings)
    }

    /// The cards that name an address.
    pub fn file_of(&self, url: &str) -> Vec<&Use> {
        self.files.get(url).map(|file| file.uses.iter().collect()).unwrap_or_default()
    }

    /// Takes in a customer's cards, in place of those known before.
    pub(crate) fn record(&mut self, customer: &CustomerNumber, cards: &[Card]) {
        for file in self.files.values_mut() {
            file.uses.retain(|place| place.customer != *customer);
        }
        for card in cards {
            let place = Use {
                customer: customer.clone(),
                brand: card.brand.as_str().to_owned(),
                bank: card.bank.clone(),
                last_four: card.last_four.as_str().to_owned(),
            };
            let mut named = HashSet::new();
            for asset in &card.assets {
                // A card that names a file twice uses it once.
                for variant in asset.variants.iter().filter(|v| named.insert(v.url.as_str())) {
                    let file = self.files.entry(variant.url.as_str().into());
                    let file = file.or_insert_with(|| SheetFile {
                        variant: variant.clone(),
                        asset: asset.clone(),
                        uses: Vec::new(),
                        findings: Vec::new(),
                        digest: None,
                    });
                    file.uses.push(place.clone());
                }
            }
        }
        self.files.retain(|_, file| !file.uses.is_empty());
        self.is_stale = true;
    }

    /// Takes in what was found of a card's files.
    pub(crate) fn note(&mut self, card: &Card, findings: &CardFindings) {
        for (asset, found) in card.assets.iter().zip(&findings.assets) {
            for (variant, own) in asset.variants.iter().zip(&found.variants) {
                if let Some(file) = self.files.get_mut(variant.url.as_str()) {
                    file.findings = found.asset.iter().chain(own).cloned().collect();
                }
            }
        }
        self.is_stale = true;
    }

    /// Takes in a file that came, whoever's card names it.
    pub(crate) fn note_file(&mut self, url: &str, library: &Library) {
        if let Some(file) = self.files.get_mut(url) {
            file.findings = verify_file(&file.asset, &file.variant, library);
            self.is_stale = true;
        }
    }

    /// Changes what is shown.
    pub(crate) fn show(&mut self, change: impl FnOnce(&mut SheetView)) {
        change(&mut self.view);
        self.is_stale = true;
    }

    /// Groups, filters and sorts anew, where anything has changed since.
    pub(crate) fn refresh(&mut self, library: &Library, accepted: &Acknowledged) {
        if !std::mem::take(&mut self.is_stale) {
            return;
        }
        let mut same: HashMap<Key<'_>, Vec<&SheetFile>> = HashMap::new();
        for (url, file) in self.shown() {
            same.entry(key_of(url, file, library)).or_default().push(file);
        }
        let mut groups: Vec<SheetGroup> =
            same.into_values().filter_map(|files| group(files, library, accepted)).collect();
        count_alike(&mut groups);
        self.all = groups.len();
        let words: Vec<String> =
            self.view.filter.split_whitespace().map(str::to_lowercase).collect();
        let is_shown = |group: &SheetGroup| {
            words.iter().all(|word| group.words.contains(word.as_str()))
                && self.view.least.is_none_or(|least| group.worst >= Some(least))
                && self
                    .view
                    .like
                    .is_none_or(|like| group.fingerprint.is_some_and(|f| is_alike(f, like)))
        };
        self.groups = groups.into_iter().filter(is_shown).collect();
        self.sort();
    }

    fn sort(&mut self) {
        // The address last, so that the order is the same each time.
        let tie = |group: &SheetGroup| (group.kind.as_str().to_owned(), group.variant.url.clone());
        self.groups.sort_by_cached_key(tie);
        match self.view.order {
            SheetOrder::Severity => self.groups.sort_by_key(|group| std::cmp::Reverse(group.worst)),
            SheetOrder::Type => {}
            SheetOrder::Cards => self.groups.sort_by_key(|group| std::cmp::Reverse(group.cards)),
            SheetOrder::Bank => self.groups.sort_by(|a, b| a.bank.cmp(&b.bank)),
            SheetOrder::Host => self.groups.sort_by(|a, b| a.host.cmp(&b.host)),
        }
    }
}

/// What makes files one: their bytes, or, while those are not known, their address.
#[derive(PartialEq, Eq, Hash)]
enum Key<'a> {
    Bytes(Digest),
    Address(&'a str),
}

fn key_of<'a>(url: &'a str, file: &SheetFile, library: &Library) -> Key<'a> {
    digest_of(url, file, library).map_or(Key::Address(url), Key::Bytes)
}

fn digest_of(url: &str, file: &SheetFile, library: &Library) -> Option<Digest> {
    file.digest.or_else(|| library.at(url)?.digest())
}

/// Bits of a fingerprint that may differ between pictures that look alike.
const ALIKE: u32 = 5;

fn is_alike(one: u64, other: u64) -> bool {
    (one ^ other).count_ones() <= ALIKE
}

fn count_alike(groups: &mut [SheetGroup]) {
    let prints: Vec<Option<u64>> = groups.iter().map(|group| group.fingerprint).collect();
    for group in groups {
        if let Some(own) = group.fingerprint {
            let alike = prints.iter().flatten().filter(|other| is_alike(own, **other)).count();
            group.alike = alike.saturating_sub(1);
        }
    }
}

fn group(
    mut files: Vec<&SheetFile>,
    library: &Library,
    accepted: &Acknowledged,
) -> Option<SheetGroup> {
    files.sort_by(|a, b| a.variant.url.cmp(&b.variant.url));
    let first = files.first()?;
    // The same for all: what makes them one are their bytes.
    let digest = digest_of(&first.variant.url, first, library);
    let is_open = |finding: &&Finding| {
        digest.is_none_or(|digest| accepted.get(&digest, finding.rule).is_none())
    };
    let findings = || files.iter().flat_map(|file| &file.findings).filter(is_open);
    let mut rules: Vec<Rule> = findings().map(|finding| finding.rule).collect();
    rules.sort_unstable();
    rules.dedup();
    let uses = || files.iter().flat_map(|file| &file.uses);
    let mut customers: Vec<&str> = uses().map(|place| place.customer.as_str()).collect();
    customers.sort_unstable();
    customers.dedup();
    let host = url::Url::parse(&first.variant.url).ok();
    let host = host.and_then(|url| url.host_str().map(str::to_owned)).unwrap_or_default();
    let mut words = vec![first.asset.kind.as_str(), &host];
    words.extend(rules.iter().map(|rule| rule.name()));
    words.extend(&customers);
    words.extend(uses().flat_map(|place| [&*place.brand, &*place.bank, &*place.last_four]));
    words.sort_unstable();
    words.dedup();
    let look = |file: &&SheetFile| {
        library.at(&file.variant.url).and_then(AssetEntry::loaded)?.measured.look
    };
    let fingerprint = files.iter().find_map(look).and_then(|look| look.fingerprint);
    Some(SheetGroup {
        fingerprint,
        alike: 0,
        variant: first.variant.clone(),
        kind: first.asset.kind.clone(),
        thumbnail: first.digest,
        addresses: files.len(),
        cards: uses().count(),
        customers: customers.len(),
        worst: worst(findings()),
        bank: uses().map(|place| place.bank.as_str()).min().unwrap_or_default().to_owned(),
        words: words.join("\n").to_lowercase(),
        rules,
        host,
    })
}

/// A file that another can be compared with.
#[derive(Debug)]
pub struct Comparable<'a> {
    /// Its address, and what the list says of it.
    pub variant: &'a Variant,
    /// Type of the asset it belongs to.
    pub kind: &'a AssetKind,
    /// Cards that name it.
    pub uses: Vec<&'a Use>,
}

//! What is different from a batch that was kept earlier.

use std::collections::{HashMap, HashSet};

use super::baseline::Baseline;
use super::changes::{Change, ChangeKind, Drift, NotCompared, Subject, WhyNot};
use super::outcome::Batch;
use super::record::{AssetRecord, CardRecord, Thumbnail};
use crate::domain::Digest;

impl Drift {
    /// Compares what both batches asked for and could read; the rest is named.
    pub fn between(baseline: &Baseline, batch: &Batch) -> Self {
        let kept: HashMap<&str, &[CardRecord]> =
            baseline.customers.iter().map(|(number, cards)| (&**number, &**cards)).collect();
        let mut changes = Vec::new();
        let mut not_compared = Vec::new();
        let mut leave_out = |customer: &str, why| {
            not_compared.push(NotCompared { customer: customer.to_owned(), why });
        };
        let mut seen = HashSet::new();
        for record in &batch.customers {
            seen.insert(&*record.customer);
            let customer = &*record.customer;
            match (kept.get(customer), &record.result) {
                (Some(before), Ok(cards)) => of_customer(customer, before, cards, &mut changes),
                (Some(_), Err(_)) => leave_out(customer, WhyNot::UnreadNow),
                (None, _) if baseline.unread.contains(customer) => {
                    leave_out(customer, WhyNot::UnreadBefore);
                }
                (None, _) => leave_out(customer, WhyNot::NotAskedBefore),
            }
        }
        let earlier = baseline.customers.iter().map(|(number, _)| number).chain(&baseline.unread);
        for customer in earlier.filter(|customer| !seen.contains(customer.as_str())) {
            leave_out(customer, WhyNot::NotAskedNow);
        }
        let thumbnails = pictures(&changes, &baseline.thumbnails);
        let alike = alike(&changes);
        let since = baseline.identity.started.clone();
        Self { since, changes, not_compared, alike, thumbnails }
    }
}

fn alike(changes: &[Change]) -> Vec<Vec<usize>> {
    let mut files: Vec<Vec<usize>> = Vec::new();
    let mut others = Vec::new();
    let mut known = HashMap::new();
    for (place, change) in changes.iter().enumerate() {
        let Subject::File { before, after, .. } = &change.subject else {
            others.push(vec![place]);
            continue;
        };
        let key = [before, after]
            .map(|file| file.as_ref().map(|f| (&f.kind, &f.url, &f.declared, f.sha256())));
        let group = *known.entry((change.kind, key)).or_insert_with(|| {
            files.push(Vec::new());
            files.len() - 1
        });
        if let Some(group) = files.get_mut(group) {
            group.push(place);
        }
    }
    files.append(&mut others);
    files
}

fn pictures(changes: &[Change], kept: &HashMap<Digest, Thumbnail>) -> HashMap<Digest, Thumbnail> {
    let before = changes.iter().filter_map(|change| match &change.subject {
        Subject::File { before, .. } => before.as_ref()?.sha256(),
        Subject::Card(_) => None,
    });
    before.filter_map(|sha256| Some((sha256, kept.get(&sha256)?.clone()))).collect()
}

fn of_customer(
    customer: &str,
    before: &[CardRecord],
    after: &[CardRecord],
    changes: &mut Vec<Change>,
) {
    // Several cards may share BIN and last four digits, so whatever else tells them apart is tried
    // first; the list's order says nothing.
    let same = |a: &CardRecord, b: &CardRecord| a.bin == b.bin && a.last_four == b.last_four;
    let named =
        move |a: &CardRecord, b: &CardRecord| same(a, b) && a.brand == b.brand && a.bank == b.bank;
    let dated = move |a: &CardRecord, b: &CardRecord| named(a, b) && a.expires == b.expires;
    let alike = move |a: &CardRecord, b: &CardRecord| dated(a, b) && same_files(a, b);
    let pairs = pair(before, after, &[&alike, &dated, &named, &same]);
    let mut add = |kind, subject| {
        changes.push(Change { kind, customer: customer.to_owned(), subject });
    };
    for (card, earlier) in pairs.after {
        match earlier {
            None => add(ChangeKind::Appeared, Subject::Card(Box::new(bare(card)))),
            Some(earlier) => of_card(earlier, card, &mut add),
        }
    }
    for card in pairs.gone {
        add(ChangeKind::Disappeared, Subject::Card(Box::new(bare(card))));
    }
}

fn of_card(before: &CardRecord, after: &CardRecord, add: &mut dyn FnMut(ChangeKind, Subject)) {
    let (earlier, later) = (files(before), files(after));
    let alone = |file: &AssetRecord, all: &[&AssetRecord]| {
        all.iter().filter(|other| same_sort(file, other)).count() == 1
    };
    let sized = |a: &&AssetRecord, b: &&AssetRecord| same_sort(a, b) && same_size(a, b);
    let read_alike = |a: &&AssetRecord, b: &&AssetRecord| {
        same_sort(a, b) && a.sha256().is_some() && a.sha256() == b.sha256()
    };
    let pairs = pair(
        &earlier,
        &later,
        &[
            &|a, b| sized(a, b) && a.sha256() == b.sha256() && a.url == b.url,
            &|a, b| sized(a, b) && a.sha256() == b.sha256(),
            &|a, b| sized(a, b) && a.url == b.url,
            &sized,
            &read_alike,
            &|a, b| same_sort(a, b) && a.url == b.url,
            // The only one of its sort is the same one, whatever its size is now.
            &|a, b| same_sort(a, b) && alone(a, &earlier) && alone(b, &later),
        ],
    );
    let mut file = |kind, before: Option<&AssetRecord>, card, after: Option<&AssetRecord>| {
        let boxed = |asset: Option<&AssetRecord>| asset.map(plain).map(Box::new);
        let (before, after) = (boxed(before), boxed(after));
        add(kind, Subject::File { card: Box::new(bare(card)), before, after });
    };
    for (asset, earlier) in pairs.after {
        match earlier {
            None => file(ChangeKind::Appeared, None, after, Some(asset)),
            Some(earlier) if earlier.sha256() == asset.sha256() => {}
            Some(earlier) => file(ChangeKind::Changed, Some(earlier), after, Some(asset)),
        }
    }
    for asset in pairs.gone {
        file(ChangeKind::Disappeared, Some(asset), after, None);
    }
}

/// What a card shows; an asset without variants names no file.
fn files(card: &CardRecord) -> Vec<&AssetRecord> {
    card.assets.iter().filter(|asset| asset.url.is_some()).collect()
}

fn same_files(a: &CardRecord, b: &CardRecord) -> bool {
    fn digests(card: &CardRecord) -> Vec<(&str, Option<Digest>)> {
        let mut all: Vec<_> =
            files(card).into_iter().map(|file| (&*file.kind, file.sha256())).collect();
        all.sort_unstable();
        all
    }
    digests(a) == digests(b)
}

/// Type and media type.
fn same_sort(a: &AssetRecord, b: &AssetRecord) -> bool {
    let media_type = |file: &AssetRecord| {
        file.declared.media_type.as_deref().unwrap_or_default().trim().to_ascii_lowercase()
    };
    a.kind == b.kind && media_type(a) == media_type(b)
}

fn same_size(a: &AssetRecord, b: &AssetRecord) -> bool {
    (a.declared.width, a.declared.height) == (b.declared.width, b.declared.height)
}

fn bare(card: &CardRecord) -> CardRecord {
    CardRecord {
        last_four: card.last_four.clone(),
        bin: card.bin.clone(),
        brand: card.brand.clone(),
        bank: card.bank.clone(),
        expires: card.expires.clone(),
        active: card.active,
        findings: Vec::new(),
        assets: Vec::new(),
    }
}

fn plain(asset: &AssetRecord) -> AssetRecord {
    AssetRecord { findings: Vec::new(), ..asset.clone() }
}

/// What two lists have in common, by the places in the later one.
struct Pairs<'a, T> {
    after: Vec<(&'a T, Option<&'a T>)>,
    gone: Vec<&'a T>,
}

/// Whether two belong together.
type Test<'t, T> = dyn Fn(&T, &T) -> bool + 't;

/// Pairs by each test in turn, the strictest first; nothing is paired twice.
fn pair<'a, T>(before: &'a [T], after: &'a [T], tests: &[&Test<'_, T>]) -> Pairs<'a, T> {
    let mut gone: Vec<&T> = before.iter().collect();
    let mut after: Vec<(&T, Option<&T>)> = after.iter().map(|item| (item, None)).collect();
    for fits in tests {
        for (item, earlier) in after.iter_mut().filter(|(_, earlier)| earlier.is_none()) {
            if let Some(place) = gone.iter().position(|other| fits(other, item)) {
                *earlier = Some(gone.remove(place));
            }
        }
    }
    Pairs { after, gone }
}

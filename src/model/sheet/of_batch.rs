//! The contact sheet of a batch, from its records: nothing is fetched.

use crate::batch::{AssetRecord, Batch, CardRecord};
use crate::domain::{Asset, AssetKind, CustomerNumber, Declared, Variant};

use super::state::{Sheet, SheetFile, SheetFiles, Use};

impl Sheet {
    /// The files of a batch, in place of those of the one before; `None` where it is gone.
    pub(crate) fn take_batch(&mut self, batch: Option<&Batch>) {
        self.of_batch = batch.map(files);
        self.view.of_batch &= batch.is_some();
        self.is_stale = true;
    }
}

fn files(batch: &Batch) -> SheetFiles {
    let mut files = SheetFiles::new();
    for record in &batch.customers {
        let (Ok(cards), Ok(customer)) = (&record.result, CustomerNumber::parse(&record.customer))
        else {
            continue;
        };
        for card in cards {
            add(&mut files, &customer, card);
        }
    }
    files
}

fn add(files: &mut SheetFiles, customer: &CustomerNumber, card: &CardRecord) {
    let mut named = std::collections::HashSet::new();
    for asset in &card.assets {
        // As it came, where this run asked: what is left out of it lets the file be fetched.
        let whole = asset.whole.as_deref().or(asset.url.as_deref());
        let Some(url) = whole else { continue };
        // A card that names a file twice uses it once.
        if !named.insert(url) {
            continue;
        }
        let file = files.entry(url.into()).or_insert_with(|| of_record(asset, url));
        file.uses.push(Use {
            customer: customer.clone(),
            brand: card.brand.to_string(),
            bank: card.bank.to_string(),
            last_four: card.last_four.clone(),
        });
    }
}

fn of_record(record: &AssetRecord, url: &str) -> SheetFile {
    let declared = Declared {
        media_type: record.declared.media_type.as_deref().map(str::to_owned),
        width: record.declared.width,
        height: record.declared.height,
    };
    let kind = AssetKind::from_gateway(&record.kind);
    SheetFile {
        variant: Variant { url: url.to_owned(), declared },
        asset: Asset { kind, alt_text: None, payment_type: None, variants: Vec::new() },
        uses: Vec::new(),
        findings: record.findings.clone(),
        digest: record.sha256(),
    }
}

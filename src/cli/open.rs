//! Removals that have no outcome in the journal: a crash, or a list that proved nothing.

use std::process::ExitCode;

use jiff::Timestamp;
use serde_json::{Value, json};

use crate::domain::{CustomerNumber, MerchantId, ServerAddress};
use crate::i18n::{Text, Texts, count};
use crate::journal::{self, ChainState, RemovalRecord};
use crate::removal::check_same_account;
use crate::settings::Folders;
use crate::words::{break_reason, continued, journal_error};

use super::error::EXIT_BROKEN;
use super::output::complain_of;

/// Removals without an outcome, as far as the journal tells.
pub(super) struct OpenRemovals {
    /// The oldest first.
    pub(super) records: Vec<RemovalRecord>,
    /// Whether the journal could be read, and every line is as it was written.
    pub(super) is_certain: bool,
    /// Whether it was changed, and nobody has taken that on.
    pub(super) is_broken: bool,
}

/// Those of this server and merchant, and of this customer where one is given. A journal that cannot be
/// read, or was changed, is reported.
pub(super) fn open_removals(
    folders: &Folders,
    server: &ServerAddress,
    merchant: MerchantId,
    customer: Option<&CustomerNumber>,
    texts: &Texts,
) -> OpenRemovals {
    let unknown = |why: &str| complain_of(texts, Text::CliOpenUnknown { why: &continued(why) });
    let mut is_broken = false;
    let (mut records, is_certain) = match journal::read(folders.data()) {
        Ok(view) => {
            let broken = view.chain.broken();
            is_broken = broken.is_some();
            if let Some((line, _)) = broken {
                let changed = texts.get(Text::ChainBroken { line: count(line) });
                unknown(&format!("{changed}. {}", texts.get(Text::ChainBrokenMeaning)));
            }
            (view.unresolved().to_vec(), broken.is_none())
        }
        Err(error) => {
            unknown(&journal_error(texts, &error));
            (Vec::new(), false)
        }
    };
    records.retain(|record| {
        check_same_account(record, server, merchant).is_ok()
            && customer.is_none_or(|customer| record.subject().customer == *customer)
    });
    OpenRemovals { records, is_certain, is_broken }
}

/// That they are open, and what to do; `None` where there are none.
pub(super) fn open_words(records: &[RemovalRecord], texts: &Texts) -> Option<String> {
    let cards: Vec<String> = records
        .iter()
        .map(|record| {
            let (card, begun) = (record_name(record), begun(record.started()));
            texts.get(Text::CliBegun { card: &card, begun: &begun }).into()
        })
        .collect();
    let text = Text::CliOpenRemovals { count: count(records.len()), names: &cards.join(", ") };
    (!records.is_empty()).then(|| continued(&texts.get(text)))
}

/// That the chain is broken, and the exit code.
pub(super) fn told(chain: ChainState, texts: &Texts) -> ExitCode {
    let Some((line, why)) = chain.broken() else { return ExitCode::SUCCESS };
    let why = continued(&texts.get(break_reason(why)));
    complain_of(texts, Text::CliChainBroken { line: count(line), why: &why });
    ExitCode::from(EXIT_BROKEN)
}

/// When a removal was begun, or something else was: in UTC.
pub(super) fn begun(at: Timestamp) -> String {
    at.strftime("%F %T UTC").to_string()
}

/// The card of a removal, as far as it may be shown.
pub(super) fn record_name(record: &RemovalRecord) -> String {
    let subject = record.subject();
    let name =
        format!("{} {}.. .... {}", subject.brand, subject.bin.as_str(), subject.last_four.as_str());
    name.trim().to_owned()
}

/// What scripts learn of a removal.
pub(super) fn record_json(record: &RemovalRecord) -> Value {
    let subject = record.subject();
    json!({
        "removal": record.id().as_str(),
        "customer": subject.customer.as_str(),
        "begun": record.started().to_string(),
        "last4": subject.last_four.as_str(),
        "bin": subject.bin.as_str(),
        "brand": subject.brand,
    })
}

/// Puts the open removals into a JSON object, where there are any.
pub(super) fn add_open(object: &mut Value, records: &[RemovalRecord]) {
    if !records.is_empty() {
        object["open_removals"] = records.iter().map(record_json).collect();
    }
}

//! A batch as JSON.

use serde_json::{Map, Value as Json, json};

use crate::batch::changes::{Change, ChangeKind, Subject};
use crate::batch::outcome::Batch;
use crate::batch::record::{AssetRecord, CardRecord, CustomerRecord};
use crate::batch::words::{file_error, say, why_acknowledged};
use crate::i18n::Texts;
use crate::verify::{Finding, Value, message};
use crate::words::reported_error;

/// What findings are reported with.
struct JsonReport<'a> {
    batch: &'a Batch,
    texts: &'a Texts,
}

/// The documented object.
pub fn json(batch: &Batch, texts: &Texts) -> Json {
    let shown = batch.shown();
    let batch = &*shown;
    let report_by = JsonReport { batch, texts };
    let customers: Vec<Json> = batch.customers.iter().map(|c| report_by.of_customer(c)).collect();
    let counts = batch.counts();
    let hint = counts.is_mostly_without_cards();
    let hint = hint.then(|| say(texts, "report-mostly-without-cards"));
    let mut report = json!({
        "customers": customers,
        "without_cards": {
            "count": counts.without_cards,
            "customers": batch.without_cards().collect::<Vec<_>>(),
            "hint": hint,
        },
    });
    if let Some(drift) = &batch.drift {
        let changes: Vec<Json> = drift.changes.iter().map(of_change).collect();
        let left_out: Vec<Json> = drift
            .not_compared
            .iter()
            .map(|one| json!({ "customer": one.customer, "why": one.why.as_str() }))
            .collect();
        report["drift"] =
            json!({ "since": drift.since, "changes": changes, "not_compared": left_out });
    }
    report
}

fn of_change(change: &Change) -> Json {
    let card = change.subject.card();
    let (kind, url, state) = match &change.subject {
        Subject::Card(card) => (None, None, [of_changed_card(card), Json::Null]),
        Subject::File { before, after, .. } => {
            let file = after.as_ref().or(before.as_ref());
            let states = [before, after].map(|file| file.as_deref().map_or(Json::Null, of_state));
            (file.map(|file| &file.kind), file.and_then(|file| file.url.as_ref()), states)
        }
    };
    let [mut before, mut after] = state;
    let is_file = matches!(change.subject, Subject::File { .. });
    if !is_file && change.kind == ChangeKind::Appeared {
        std::mem::swap(&mut before, &mut after);
    }
    json!({
        "kind": change.kind.as_str(),
        "what": change.subject.as_str(),
        "customer": change.customer,
        "last4": card.last_four,
        "bin": card.bin,
        "type": kind,
        "url": url,
        "before": before,
        "after": after,
    })
}

fn of_changed_card(card: &CardRecord) -> Json {
    json!({ "brand": card.brand, "bank": card.bank, "expires": card.expires, "active": card.active })
}

fn of_state(file: &AssetRecord) -> Json {
    json!({
        "url": file.url,
        "declared": declared(file),
        "measured": measured(file),
        "state": file.state.as_str(),
    })
}

fn declared(asset: &AssetRecord) -> Json {
    json!({
        "media_type": asset.declared.media_type,
        "width": asset.declared.width,
        "height": asset.declared.height,
    })
}

fn measured(asset: &AssetRecord) -> Option<Json> {
    let file = asset.measured.as_ref()?;
    Some(json!({
        "media_type": file.media_type,
        "width": file.width,
        "height": file.height,
        "bytes": file.bytes,
        "sha256": file.sha256,
    }))
}

impl JsonReport<'_> {
    fn of_customer(&self, record: &CustomerRecord) -> Json {
        let (outcome, error) = match &record.result {
            Ok(_) => ("ok", None),
            Err(error) => ("failed", Some(reported_error(self.texts, error))),
        };
        let cards = record.result.iter().flatten();
        let cards: Vec<Json> = cards.map(|card| self.of_card(card)).collect();
        // Nothing concerns a list as a whole so far.
        let findings: [Json; 0] = [];
        json!({
            "customer": record.customer,
            "outcome": outcome,
            "error": error,
            "findings": findings,
            "cards": cards,
        })
    }

    fn of_card(&self, card: &CardRecord) -> Json {
        let assets: Vec<Json> = card.assets.iter().map(|asset| self.of_asset(asset)).collect();
        json!({
            "last4": card.last_four,
            "bin": card.bin,
            "brand": card.brand,
            "bank": card.bank,
            "expires": card.expires,
            "active": card.active,
            "findings": self.of_findings(&card.findings, None),
            "assets": assets,
        })
    }

    fn of_asset(&self, asset: &AssetRecord) -> Json {
        json!({
            "type": asset.kind,
            "url": asset.url,
            "declared": declared(asset),
            "measured": measured(asset),
            "state": asset.state.as_str(),
            "error": file_error(self.texts, asset),
            "findings": self.of_findings(&asset.findings, Some(asset)),
        })
    }

    fn of_findings(&self, findings: &[Finding], asset: Option<&AssetRecord>) -> Vec<Json> {
        let object = |finding: &Finding| {
            let mut object = json!({
                "rule": finding.rule.name(),
                "severity": finding.severity.as_str(),
                "message": message(self.texts, finding),
                "values": values(finding),
            });
            if let Some(one) = self.batch.acknowledgement(asset, finding.rule) {
                let (at, why) = (one.at.to_string(), why_acknowledged(one));
                object["acknowledged"] = json!({ "by": one.by, "at": at, "why": why });
            }
            object
        };
        findings.iter().map(object).collect()
    }
}

/// The values measured, by their names.
pub(super) fn values(finding: &Finding) -> Json {
    let plain = |value: &Value| match value {
        Value::Text(text) => Json::from(text.as_str()),
        Value::Whole(number) => Json::from(*number),
        Value::Number(number) => Json::from(*number),
    };
    let all = finding.values.iter();
    Json::Object(all.map(|(name, value)| ((*name).to_owned(), plain(value))).collect::<Map<_, _>>())
}

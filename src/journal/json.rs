//! A removal as JSON, for scripts: names and order of its fields stay as they are.

use serde_json::{Value, json};

use super::entry::{Entry, short_name, short_text};
use super::record::RemovalRecord;

/// One removal with all its steps; text that somebody wrote into the file by hand is masked as well.
pub fn record_json(record: &RemovalRecord) -> Value {
    let subject = record.subject();
    let end = record.conclusion();
    json!({
        "removal": record.id().shown(),
        "started": format!("{:.3}", record.started()),
        "ended": end.map(|entry| format!("{:.3}", entry.at)),
        "outcome": record.outcome().map_or("unresolved", |code| code.as_str()),
        "detail": end.and_then(|entry| entry.detail.as_deref()).map(short_text),
        "environment": subject.environment.word(),
        "server": short_name(&subject.server),
        "merchant_id": subject.merchant.get(),
        "customer": subject.customer.as_str(),
        "brand": short_name(&subject.brand),
        "bank": short_name(&subject.bank),
        "bin": subject.bin.as_str(),
        "last_four": subject.last_four.as_str(),
        "token_sha256": subject.token.to_string(),
        "operator": subject.operator.as_deref().map(short_name),
        "os_user": short_name(&subject.os_user),
        "workstation": record.workstation().map(short_name),
        "reason": subject.reason.as_deref().map(short_text),
        "answer": record.answer().map(|entry| entry.kind.as_str()),
        "steps": record.entries().map(step_json).collect::<Vec<_>>(),
    })
}

fn step_json(entry: &Entry) -> Value {
    json!({
        "seq": entry.seq,
        "time": format!("{:.3}", entry.at),
        "step": entry.kind.as_str(),
        "outcome": entry.kind.outcome().map(|code| code.as_str()),
        "os_user": short_name(&entry.subject.os_user),
        "operator": entry.subject.operator.as_deref().map(short_name),
        "workstation": entry.workstation.as_deref().map(short_name),
        "detail": entry.detail.as_deref().map(short_text),
    })
}

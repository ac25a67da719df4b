//! `carddesk resolve`: has lists decide removals that were left open.

use std::path::Path;
use std::process::ExitCode;
use std::sync::atomic::Ordering;

use jiff::Timestamp;
use serde_json::{Value, json};

use crate::api::Client;
use crate::app::{Ending, heed_signals};
use crate::domain::CustomerNumber;
use crate::i18n::{Text, Texts};
use crate::journal::{OutcomeCode, RemovalRecord};
use crate::removal::{ResolveError, head_words, resolve, resolve_words};
use crate::settings::{self, Folders};
use crate::words::{continued, outcome};

use super::connect::{Reached, not_the_password, reach};
use super::error::{
    ArgumentError, CliError, EXIT_BROKEN, EXIT_REFUSED, EXIT_UNVERIFIED, Misplaced,
};
use super::journal_arguments::ResolveOptions;
use super::open::{OpenRemovals, begun, open_removals, record_json, record_name};
use super::output::{complain, complain_of, harmless, print};
use super::remove::{open_journal, operator};

/// What became of an open removal.
struct Settled {
    record: RemovalRecord,
    /// `None` where it stays open.
    outcome: Option<OutcomeCode>,
    detail: String,
}

/// Asks for the list of each open removal's customer, once a removal, and writes down what it decides.
pub(super) fn run(
    options: &ResolveOptions,
    data_dir: Option<&Path>,
    texts: &Texts,
) -> Result<ExitCode, CliError> {
    let customer = options.customer.as_deref().map(CustomerNumber::parse).transpose();
    let customer = customer.map_err(ArgumentError::Customer)?;
    let folders = Folders::new(data_dir).map_err(CliError::Folders)?;
    let Reached { server, credentials, sandbox: _sandbox, .. } =
        reach(&options.access, options.lang)?;
    if let Some(customer) = &customer {
        not_the_password(&credentials, Misplaced::Customer, customer.as_str())?;
    }
    let journal = open_journal(&folders)?;
    let journal = journal.with_heads(options.heads.heads(&settings::load(&folders).settings));
    let client = Client::new(&server).map_err(CliError::Api)?;
    let merchant = credentials.merchant_id;
    let open = open_removals(&folders, &server, merchant, customer.as_ref(), texts);
    let operator = operator(&folders);
    let ending = Ending::default();
    let heard = continued(&texts.get(Text::CliEndingResolve));
    heed_signals(&ending, move || complain(&heard));
    let stays_open = |error: &ResolveError| continued(&resolve_words(texts, error));
    let settle = |record: RemovalRecord| {
        let (outcome, detail) = if ending.load(Ordering::SeqCst) {
            (None, continued(&texts.get(Text::CardStoppedByHand)))
        } else {
            let operator = operator.as_deref();
            let now = &Timestamp::now;
            match resolve(&client, &journal, &record, &server, &credentials, operator, now) {
                Ok(settled) => match settled.journal_warning {
                    None => {
                        let unkept = settled.head_warning.as_ref();
                        let unkept = unkept.map(|error| continued(&head_words(texts, error)));
                        (Some(settled.outcome), unkept.unwrap_or_default())
                    }
                    Some(error) => (None, stays_open(&ResolveError::Journal(error))),
                },
                Err(error) => (None, stays_open(&error)),
            }
        };
        Settled { record, outcome, detail }
    };
    let OpenRemovals { records, is_certain, is_broken } = open;
    let settled: Vec<Settled> = records.into_iter().map(settle).collect();
    let text = match options.json {
        true => Some(json_text(&settled, is_certain)),
        false => plain_text(&settled, is_certain, texts),
    };
    if let Err(error) = text.map_or(Ok(()), |text| print(&text)) {
        complain_of(texts, Text::CliSettledBut { why: &error.words(texts) });
    }
    if is_broken {
        return Ok(ExitCode::from(EXIT_BROKEN));
    }
    // That nothing is open is known of a whole journal alone.
    Ok(if is_certain { exit_code(&settled) } else { ExitCode::from(EXIT_UNVERIFIED) })
}

fn exit_code(settled: &[Settled]) -> ExitCode {
    let is_gone =
        |outcome| matches!(outcome, OutcomeCode::RemovedVerified | OutcomeCode::AlreadyGone);
    if settled.iter().any(|one| one.outcome.is_none()) {
        return ExitCode::from(EXIT_UNVERIFIED);
    }
    let all_gone = settled.iter().filter_map(|one| one.outcome).all(is_gone);
    if all_gone { ExitCode::SUCCESS } else { ExitCode::from(EXIT_REFUSED) }
}

/// `certain` is false where the journal could not be read, or was changed.
fn json_text(settled: &[Settled], certain: bool) -> String {
    let removals: Vec<Value> = settled
        .iter()
        .map(|one| {
            let mut object = record_json(&one.record);
            let outcome = one.outcome.unwrap_or(OutcomeCode::Unverified);
            object["outcome"] = outcome.as_str().into();
            object["detail"] = one.detail.as_str().into();
            object
        })
        .collect();
    let open = settled.iter().filter(|one| one.outcome.is_none()).count();
    let settled = settled.len() - open;
    json!({ "settled": settled, "open": open, "certain": certain, "removals": removals })
        .to_string()
}

/// `None` where nothing may be said.
fn plain_text(settled: &[Settled], is_certain: bool, texts: &Texts) -> Option<String> {
    if settled.is_empty() {
        return is_certain.then(|| texts.get(Text::CliNoneOpen).into());
    }
    let line = |one: &Settled| {
        let how = match one.outcome {
            Some(OutcomeCode::Refused) => Text::CliThereRefused,
            Some(OutcomeCode::NotSent) => Text::CliThereNotSent,
            Some(OutcomeCode::Unverified) | None => Text::CliStaysOpen,
            Some(code) => outcome(code),
        };
        let how = continued(&texts.get(how));
        let line = texts.get(Text::CliResolved {
            begun: &begun(one.record.started()),
            customer: one.record.subject().customer.as_str(),
            card: &record_name(&one.record),
            outcome: &how,
        });
        let detail =
            if one.detail.is_empty() { String::new() } else { format!(" ({})", one.detail) };
        harmless(&format!("{line}{detail}"))
    };
    Some(settled.iter().map(line).collect::<Vec<_>>().join("\n"))
}

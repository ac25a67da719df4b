//! `carddesk journal`: the record of removals as evidence.

use std::path::Path;
use std::process::ExitCode;

use jiff::Timestamp;
use serde_json::{Value, json};

use crate::i18n::{Text, Texts, count};
use crate::journal::{Acceptor, ChainState, Check, ClockBack, FILE_NAME, Journal, check};
use crate::settings::Folders;
use crate::words::clock_words;

use super::error::{CliError, EXIT_BROKEN};
use super::journal_arguments::{AcceptOptions, JournalCommand, VerifyJournalOptions};
use super::open::{begun, told};
use super::output::{complain_of, harmless_lines, print};
use super::remove::named;
use super::{journal_show, resolve};

pub(super) fn run(
    command: &JournalCommand,
    data_dir: Option<&Path>,
    texts: &Texts,
) -> Result<ExitCode, CliError> {
    match command {
        JournalCommand::Verify(options) => verify(options, data_dir, texts),
        JournalCommand::Show(options) => journal_show::show(options, data_dir, texts),
        JournalCommand::Export(options) => journal_show::export(options, data_dir, texts),
        JournalCommand::Accept(options) => accept(options, data_dir, texts),
        JournalCommand::Resolve(options) => resolve::run(options, data_dir, texts),
    }
}

/// Prints what the whole file says of itself.
fn verify(
    options: &VerifyJournalOptions,
    data_dir: Option<&Path>,
    texts: &Texts,
) -> Result<ExitCode, CliError> {
    let folders = Folders::new(data_dir).map_err(CliError::Folders)?;
    let path = folders.data().join(FILE_NAME);
    if !path.exists() {
        return Err(CliError::NoJournal(path));
    }
    let found = check(folders.data(), options.head).map_err(CliError::Journal)?;
    let is_missing = options.head.is_some() && found.found.is_none();
    print(&match options.json {
        true => json_text(&found, options.head.is_some()),
        false => plain_text(&found, texts),
    })?;
    if is_missing {
        complain_of(texts, Text::CliJournalHeadMissing);
        return Ok(ExitCode::from(EXIT_BROKEN));
    }
    Ok(told(found.chain, texts))
}

fn plain_text(found: &Check, texts: &Texts) -> String {
    let say = |text: Text<'_>| texts.get(text).into_owned();
    let (entries, lines) = (found.entries.to_string(), found.lines.to_string());
    let mut said = vec![say(Text::CliJournalEntries { entries: &entries, lines: &lines })];
    if let Some((first, last)) = found.times {
        let (first, last) = (begun(first), begun(last));
        said.push(say(Text::CliJournalTimes { first: &first, last: &last }));
    }
    if found.lines > 0 {
        said.push(say(Text::CliJournalHead { digest: &found.head.to_string() }));
    }
    said.push(match (found.chain, &found.accepted) {
        (ChainState::Accepted { line, .. }, Some(acceptance)) => {
            let (who, time) = (acceptance.by.to_string(), begun(acceptance.at));
            say(Text::ChainAccepted { line: count(line), who: &who, time: &time })
        }
        (ChainState::Torn { line }, _) => say(Text::ChainTorn { line: count(line) }),
        (ChainState::Broken { line, .. }, _) => say(Text::ChainBroken { line: count(line) }),
        (ChainState::Intact | ChainState::Accepted { .. }, _) => say(Text::ReceiptChainIntact),
    });
    said.extend(found.clock.map(|clock| clock_words(texts, clock)));
    said.extend(found.found.map(|line| {
        say(match found.lines - line {
            0 => Text::CliJournalHeadLast,
            after => Text::CliJournalHeadInner { line: count(line), count: count(after) },
        })
    }));
    harmless_lines(&said)
}

fn json_text(found: &Check, is_asked: bool) -> String {
    let accepted = found.accepted.as_ref().map(|acceptance| {
        json!({
            "line": acceptance.line,
            "by_line": acceptance.seq,
            "time": format!("{:.3}", acceptance.at),
            "before_sha256": acceptance.before.to_string(),
            "os_user": acceptance.by.os_user,
            "operator": acceptance.by.operator,
            "workstation": acceptance.by.workstation,
            "reason": acceptance.by.reason,
        })
    });
    let (first, last) = found.times.unzip();
    let time = |at: Option<Timestamp>| at.map(|at| format!("{at:.3}"));
    let mut object = json!({
        "entries": found.entries,
        "lines": found.lines,
        "head": (found.lines > 0).then(|| found.head.to_string()),
        "first": time(first),
        "last": time(last),
        "chain": found.chain.word(),
        "line": found.chain.line(),
        "why": found.chain.broken().map(|(_, why)| why.word()),
        "accepted": accepted,
        "clock_back": found.clock.map(clock_json),
    });
    if is_asked {
        object["head_line"] = found.found.into();
    }
    object.to_string()
}

fn clock_json(clock: ClockBack) -> Value {
    json!({ "line": clock.line, "seconds": clock.by.as_secs(), "times": clock.times })
}

/// Takes on that the journal was changed at a line.
fn accept(
    options: &AcceptOptions,
    data_dir: Option<&Path>,
    texts: &Texts,
) -> Result<ExitCode, CliError> {
    let folders = Folders::new(data_dir).map_err(CliError::Folders)?;
    let name = named(options.operator.as_deref(), &folders).map_err(CliError::Argument)?;
    let by = Acceptor::here(name.as_deref(), options.reason.as_deref());
    let journal = Journal::open(folders.data()).map_err(CliError::Journal)?;
    let accepted = journal.accept(options.line, by, Timestamp::now());
    let accepted = accepted.map_err(CliError::NotAccepted)?;
    let (line, by) = (count(accepted.line), accepted.seq.to_string());
    print(&texts.get(Text::CliJournalAccepted { line, by: &by }))?;
    Ok(ExitCode::SUCCESS)
}

use std::io::{self, BufRead as _, IsTerminal as _, Write as _};
use std::path::Path;
use std::process::ExitCode;

use jiff::Timestamp;
use serde_json::json;

use crate::api::{ApiError, Client};
use crate::app::{Ending, heed_signals};
use crate::domain::{Card, Token, find_prohibited};
use crate::journal::{Journal, JournalError, RemovalRecord};
use crate::removal::{self, CardSnapshot, Outcome, RemovalError, RemovalReport, RemovalRequest};
use crate::settings::{self, Folders};

use super::arguments::RemoveOptions;
use super::connect::{Connected, connect};
use super::open::{add_open, open_removals, open_words};
use super::output::{
    CliError, EXIT_BAD, EXIT_REFUSED, EXIT_UNVERIFIED, complain, complain_technically, harmless,
    print,
};
use super::revoke;

/// Removes one card, or several, by the protocol that the window uses.
pub(super) fn run(options: &RemoveOptions, data_dir: Option<&Path>) -> Result<ExitCode, CliError> {
    match &options.token {
        Some(token) => one(options, token, data_dir),
        None => revoke::run(options, data_dir),
    }
}

fn one(
    options: &RemoveOptions,
    token: &str,
    data_dir: Option<&Path>,
) -> Result<ExitCode, CliError> {
    let token = parsed(token)?;
    let folders = Folders::new(data_dir).map_err(CliError::Folders)?;
    let connected = connect(&options.connection)?;
    // What would stop the removal later stops it before anything is asked of anybody.
    if !options.yes && !io::stdin().is_terminal() {
        return Err(CliError::NotConfirmed);
    }
    let journal = open_journal(&folders)?;
    let merchant = connected.credentials.merchant_id;
    let open = open_removals(&folders, &connected.server, merchant, Some(&connected.customer));
    if let Some(words) = open_words(&open) {
        complain(&words);
    }
    let end = End { as_json: options.json, open: &open };
    let client = Client::new(&connected.server).map_err(CliError::Api)?;
    // The list tells whose card it is: for the question, and for the journal.
    let list = match client.list(&connected.credentials, &connected.customer) {
        Ok(list) => list,
        Err(ApiError::Refused(fault)) if options.json => {
            let detail = ApiError::Refused(fault.clone()).to_string();
            return Ok(end.tell(&Outcome::Refused(fault), &detail));
        }
        Err(error) => return Err(CliError::Api(error)),
    };
    let Some(card) = list.find(&token) else {
        return Ok(match list.proves_absence(|listed| *listed == token) {
            Err(doubt) => {
                let detail = format!("{}; nothing was sent", ApiError::NoProof { doubt });
                end.tell(&Outcome::Unverified, &detail)
            }
            Ok(_) => {
                let detail = "the customer's list did not hold the token; nothing was sent";
                end.tell(&Outcome::AlreadyGone, detail)
            }
        });
    };
    if !options.yes && !confirmed(&connected, card)? {
        return Err(CliError::NotConfirmed);
    }
    let request = RemovalRequest {
        server: connected.server.clone(),
        credentials: connected.credentials.clone(),
        customer: connected.customer,
        // The token as the gateway wrote it.
        card: CardSnapshot::from(card),
        operator: operator(&folders),
        reason: options.reason.clone(),
    };
    // From here on a signal ends nothing in the middle.
    heed_signals(&Ending::default(), || complain("the removal under way is brought to its end"));
    let report = removal::run(&client, &journal, &request, &Timestamp::now, &mut |_| {})
        .map_err(CliError::Removal)?;
    let mut detail = report.detail().unwrap_or_default();
    if let Some(warning) = &report.journal_warning {
        let said = unkept(warning);
        detail = if detail.is_empty() { said } else { format!("{detail}; {said}") };
    }
    if report.outcome == Outcome::NotSent {
        let error = CliError::NotSent(detail);
        complain(&error.to_string());
        complain_of(&report);
        return Ok(ExitCode::from(error.exit_code()));
    }
    let code = end.tell(&report.outcome, &detail);
    if report.outcome == Outcome::Unverified {
        complain_of(&report);
    }
    Ok(if report.journal_warning.is_some() { ExitCode::from(EXIT_UNVERIFIED) } else { code })
}

/// The library's words for what went wrong on the way, each once.
fn complain_of(report: &RemovalReport) {
    let errors = [&report.remove_error, &report.list_error];
    let mut told: Vec<&str> =
        errors.into_iter().flatten().filter_map(ApiError::technical).collect();
    told.dedup();
    told.into_iter().for_each(complain_technically);
}

/// That an outcome is not in the journal, what it means and what to do.
pub(super) fn unkept(warning: &JournalError) -> String {
    format!(
        "this could not be written to the journal, where the removal stays open ({warning}); make \
         the journal writable and run `carddesk resolve`"
    )
}

/// The journal, which is opened before anything is asked of anybody.
pub(super) fn open_journal(folders: &Folders) -> Result<Journal, CliError> {
    let unwritable = |error| CliError::Removal(RemovalError::JournalUnavailable(error));
    Journal::open(folders.data()).map_err(unwritable)
}

/// The agent's name of the settings.
pub(super) fn operator(folders: &Folders) -> Option<String> {
    Some(settings::load(folders).settings.operator).filter(|name| !name.trim().is_empty())
}

fn parsed(text: &str) -> Result<Token, CliError> {
    match find_prohibited(text) {
        Some(found) => Err(CliError::TokenProhibited(found)),
        None => Token::parse(text).map_err(CliError::Token),
    }
}

/// How an end is told.
struct End<'a> {
    as_json: bool,
    /// Earlier removals of the customer.
    open: &'a [RemovalRecord],
}

impl End<'_> {
    /// Prints how it ended. Where that fails, the exit code still tells it.
    fn tell(&self, outcome: &Outcome, detail: &str) -> ExitCode {
        let text = if self.as_json {
            let mut object = json!({ "outcome": outcome.code(), "detail": detail });
            add_open(&mut object, self.open);
            object.to_string()
        } else {
            plain_text(outcome, detail)
        };
        if let Err(error) = print(&text) {
            complain(&format!("the outcome is {}, but {error}", outcome.code()));
        }
        ExitCode::from(match outcome {
            Outcome::RemovedVerified | Outcome::AlreadyGone => 0,
            Outcome::StillThere | Outcome::Refused(_) => EXIT_REFUSED,
            Outcome::NotSent => EXIT_BAD,
            Outcome::Unverified => EXIT_UNVERIFIED,
        })
    }
}

fn plain_text(outcome: &Outcome, detail: &str) -> String {
    let words = match outcome {
        Outcome::RemovedVerified => "Removed (verified): the list no longer holds the card.",
        Outcome::AlreadyGone => "Already gone: the list does not hold the card.",
        Outcome::StillThere => "Still there: the list holds the card.",
        Outcome::Refused(_) => "Refused by the gateway.",
        Outcome::Unverified => "Not verified: no list that proves it could be fetched afterwards.",
        Outcome::NotSent => "Nothing was sent.",
    };
    if detail.is_empty() { words.to_owned() } else { format!("{words}\n{}", harmless(detail)) }
}

/// Asks on the terminal.
fn confirmed(connected: &Connected, card: &Card) -> Result<bool, CliError> {
    let question = format!(
        "Remove {} .... {} of customer {}, merchant {}, on {} ({})? This cannot be undone and may \
         reach other shops of the group. Type yes: ",
        card.brand.short(),
        card.last_four.as_str(),
        connected.customer.as_str(),
        connected.credentials.merchant_id.get(),
        connected.server,
        connected.server.environment().word(),
    );
    Ok(answered(&question)?.eq_ignore_ascii_case("yes"))
}

/// What a person types after a question.
pub(super) fn answered(question: &str) -> Result<String, CliError> {
    let mut out = io::stderr();
    write!(out, "{}", harmless(question)).and_then(|()| out.flush()).map_err(CliError::Output)?;
    let mut answer = String::new();
    io::stdin().lock().read_line(&mut answer).map_err(CliError::Output)?;
    Ok(answer.trim().to_owned())
}

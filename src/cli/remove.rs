//! `carddesk remove`: one card, all of a customer's, or the expired ones.

use std::io::{self, BufRead as _, IsTerminal as _, Write as _};
use std::path::Path;
use std::process::ExitCode;

use jiff::Timestamp;

use crate::api::{ApiError, Client};
use crate::app::{Ending, heed_signals};
use crate::domain::{Brand, CardList, Environment, Token};
use crate::i18n::{Text, Texts, count};
use crate::journal::{Journal, RemovalRecord};
use crate::removal::{
    CardEnd, CardSnapshot, CustomerReport, Outcome, Plan, Policy, Progress, ReceiptIssuer,
    RemovalContext, RemovalError, Report, Scope, check_chain, pending, receipt, run as carry_out,
};
use crate::settings::{self, Folders};
use crate::store::replace;
use crate::words::{self, api_error, continued};

use super::arguments::RemoveOptions;
use super::connect::{Connected, connect, not_the_password};
use super::error::{ArgumentError, CliError, EXIT_REFUSED, Misplaced};
use super::open::{begun, open_removals, open_words};
use super::output::{
    complain, complain_of, complain_technically, end_progress, harmless, is_standard_output,
    progress,
};
use super::own_files;
use super::remove_output::{self as output, Printer, card_line};
use super::verify_files::check_file;
use super::which::{self, Which};

/// Removes one card, or several, by the protocol that the window uses.
pub(super) fn run(
    options: &RemoveOptions,
    data_dir: Option<&Path>,
    texts: &Texts,
) -> Result<ExitCode, CliError> {
    let which = Which::of(options)?;
    which::check(options)?;
    let receipt = options.several.receipt.as_deref();
    if receipt.is_some_and(is_standard_output) {
        return Err(ArgumentError::NeedsFile { flag: "--receipt" }.into());
    }
    own_files::check(data_dir, receipt.map(|path| ("--receipt", path)))?;
    let folders = Folders::new(data_dir).map_err(CliError::Folders)?;
    let connected = connect(&options.connection)?;
    let which = which.map_or_else(Which::read, Ok)?;
    if options.token.is_some() {
        complain_of(texts, Text::CliTokenReadable);
    }
    let operator = named_operator(options, &folders, &connected)?;
    let dry = options.several.dry_run;
    // What would stop it later stops it before anything is asked of anybody.
    if !dry && !options.yes && !io::stdin().is_terminal() {
        return Err(CliError::NotConfirmed);
    }
    if let Some(path) = receipt.filter(|_| !dry) {
        check_file(path)?;
    }
    let journal = if dry { None } else { Some(open_journal(&folders)?) };
    if journal.is_some() {
        check_chain(folders.data()).map_err(CliError::Removal)?;
    }
    let open = warn_of_earlier(&folders, &connected, texts);
    let client = Client::new(&connected.server).map_err(CliError::Api)?;
    let (scope, as_json) = (which.scope(), options.json);
    let printer = Printer { scope, connected: &connected, as_json, open: &open, texts };
    // The list tells whose card it is: for the question, and for the journal.
    let list = match client.list(&connected.credentials, &connected.customer) {
        Ok(list) => list,
        Err(error @ ApiError::Refused(_)) if options.json => {
            printer.refused(&continued(&api_error(texts, &error)));
            return Ok(ExitCode::from(EXIT_REFUSED));
        }
        Err(error) => return Err(CliError::Api(error)),
    };
    let customer = which.cards(&list, &connected)?;
    let found = customer.cards.len();
    if let Some(expected) = options.several.expect_cards.filter(|expected| *expected != found) {
        return Err(ArgumentError::OtherNumber { expected, found }.into());
    }
    if let Which::One(token) = &which
        && customer.cards.is_empty()
    {
        return Ok(not_listed(&printer, token, &list));
    }
    let Some(journal) = journal.filter(|_| !customer.cards.is_empty()) else {
        printer.only(&customer.cards, list.cards.len());
        return Ok(ExitCode::SUCCESS);
    };
    if !options.yes && !confirmed(&connected, scope, &customer.cards, texts)? {
        return Err(CliError::NotConfirmed);
    }
    let plan = Plan {
        server: connected.server.clone(),
        credentials: connected.credentials.clone(),
        scope,
        customers: vec![customer],
        policy: if options.several.go_on { Policy::GoOn } else { Policy::Stop },
        operator,
        reason: options.reason.clone(),
        continues: None,
    };
    let journal = journal.with_heads(options.heads.heads(&settings::load(&folders).settings));
    let report = carried_out(&client, &journal, &plan, texts)?;
    // Of one customer there is one.
    let mut reports = report.customers.iter();
    reports.try_fold(ExitCode::SUCCESS, |_, report| ended(options, &printer, &plan, report))
}

/// Nothing is sent for a card that is not on the list.
fn not_listed(printer: &Printer<'_>, token: &Token, list: &CardList) -> ExitCode {
    let texts = printer.texts;
    let (outcome, detail) = match list.proves_absence(|listed| listed == token) {
        Err(doubt) => {
            let why = continued(&api_error(texts, &ApiError::NoProof { doubt }));
            (Outcome::Unverified, texts.get(Text::CliNotProven { why: &why }).into_owned())
        }
        Ok(_) => (Outcome::AlreadyGone, continued(&texts.get(Text::CliNotListed))),
    };
    printer.one(&outcome, &detail, None);
    ExitCode::from(output::exit_code(&outcome))
}

fn carried_out(
    client: &Client,
    journal: &Journal,
    plan: &Plan,
    texts: &Texts,
) -> Result<Report, CliError> {
    let all: usize = plan.customers.iter().map(|customer| customer.cards.len()).sum();
    // Texts stay on their thread; a removal reports from several.
    let language = texts.language();
    let say = move |text: Text<'_>| Texts::new(language).get(text).into_owned();
    let report = |what: Progress| match what {
        Progress::Ended { card, outcome } => progress(|| {
            let outcome = continued(&say(words::outcome(outcome.kind())));
            let (done, all) = (count(card + 1), count(all));
            say(Text::CliProgressCard { done, all, outcome: &outcome })
        }),
        Progress::Checking => progress(|| say(Text::CliProgressList)),
        Progress::Step { .. } | Progress::Next(_) => {}
    };
    let (stop, now) = (Ending::default(), &Timestamp::now);
    let heard = match plan.scope {
        Scope::One => Text::CliEndingCard,
        Scope::All | Scope::Expired | Scope::Chosen => Text::CliEndingCards,
    };
    let heard = continued(&texts.get(heard));
    // From here on a signal ends nothing in the middle.
    heed_signals(&stop, move || complain(&heard));
    let context = RemovalContext { client, journal, stop: &stop, now, progress: &report };
    let done = carry_out(&context, plan).map_err(CliError::Removal);
    end_progress();
    done
}

/// Prints what came of it and writes the receipt: both are tried. Where one fails, that is told with
/// its reason; the exit code is what came of the cards.
fn ended(
    options: &RemoveOptions,
    printer: &Printer<'_>,
    plan: &Plan,
    report: &CustomerReport,
) -> Result<ExitCode, CliError> {
    let texts = printer.texts;
    let detail = output::remarks(report, texts);
    let unsent = match (plan.scope, &report.cards[..]) {
        (Scope::One, [end]) if end.outcome == Outcome::NotSent => {
            Some((detail.unwrap_or_default(), end))
        }
        (Scope::One, [end]) => {
            printer.one(&end.outcome, &detail.unwrap_or_default(), report.mark.as_ref());
            if end.outcome == Outcome::Unverified {
                technical(end).into_iter().for_each(|words| complain_technically(texts, words));
            }
            None
        }
        _ => {
            printer.several(report, detail.as_deref());
            None
        }
    };
    if let Err(error) = save_receipt(options, plan, report, texts) {
        output::complain_beside(output::ended_text(report), &error, texts);
    }
    if let Some((why, end)) = unsent {
        let technical = technical(end).first().map(|&words| words.to_owned());
        return Err(CliError::NotSent { why, technical });
    }
    Ok(ExitCode::from(output::exit_code_of(report)))
}

/// The library's words for what went wrong on the way, each once.
fn technical(end: &CardEnd) -> Vec<&str> {
    let Some(report) = &end.report else { return Vec::new() };
    let errors = [&report.remove_error, &report.list_error];
    let mut words: Vec<&str> =
        errors.into_iter().flatten().filter_map(ApiError::technical).collect();
    words.dedup();
    words
}

fn save_receipt(
    options: &RemoveOptions,
    plan: &Plan,
    report: &CustomerReport,
    texts: &Texts,
) -> Result<(), CliError> {
    let Some(path) = &options.several.receipt else { return Ok(()) };
    let page = receipt(report, &ReceiptIssuer::of(plan), texts);
    replace(path, page.as_bytes()).map_err(CliError::Report)
}

/// The journal, which is opened before anything is asked of anybody.
pub(super) fn open_journal(folders: &Folders) -> Result<Journal, CliError> {
    let unwritable = |error| CliError::Removal(RemovalError::JournalUnavailable(error));
    Journal::open(folders.data()).map_err(unwritable)
}

/// Who removes. Neither that nor the reason is the password, which the journal would keep.
fn named_operator(
    options: &RemoveOptions,
    folders: &Folders,
    connected: &Connected,
) -> Result<Option<String>, ArgumentError> {
    let who = &connected.credentials;
    if let Some(reason) = &options.reason {
        not_the_password(who, Misplaced::Reason, reason)?;
    }
    let name = match named(options.operator.as_deref(), folders) {
        Err(ArgumentError::NoOperator) if options.several.dry_run => None,
        name => name?,
    };
    if let Some(name) = &name {
        not_the_password(who, Misplaced::Operator, name)?;
    }
    Ok(name)
}

/// Who stands in the journal as the agent: as given, or as the settings have it.
///
/// # Errors
/// [`ArgumentError::NoOperator`]: several people use the login, and nobody is named.
pub(super) fn named(
    given: Option<&str>,
    folders: &Folders,
) -> Result<Option<String>, ArgumentError> {
    let settings = settings::load(folders).settings;
    let filled = |name: &&str| !name.trim().is_empty();
    let name = given.filter(filled).or(Some(&*settings.operator).filter(filled));
    match name {
        None if settings.operator_required => Err(ArgumentError::NoOperator),
        name => Ok(name.map(str::to_owned)),
    }
}

/// The agent's name of the settings.
pub(super) fn operator(folders: &Folders) -> Option<String> {
    Some(settings::load(folders).settings.operator).filter(|name| !name.trim().is_empty())
}

/// Tells of removals that were cut short, and of cards without an outcome, in one sentence; returns
/// those of this customer.
fn warn_of_earlier(folders: &Folders, connected: &Connected, texts: &Texts) -> Vec<RemovalRecord> {
    let merchant = connected.credentials.merchant_id;
    let mut parts: Vec<String> = pending(folders.data())
        .iter()
        .filter(|pending| pending.is_of(&connected.server, merchant))
        .map(|pending| {
            let begun = begun(pending.begun);
            let (rest, asked) = (count(pending.rest.len()), count(pending.asked));
            let customer = pending.customer.as_str();
            continued(&texts.get(Text::CliCutShort { customer, begun: &begun, rest, asked }))
        })
        .collect();
    let customer = Some(&connected.customer);
    let open = open_removals(folders, &connected.server, merchant, customer, texts).records;
    parts.extend(open_words(&open, texts));
    if !parts.is_empty() {
        complain(&parts.join("; "));
    }
    open
}

/// Asks on the terminal; on PRODUCTION the number of several cards is typed.
fn confirmed(
    connected: &Connected,
    scope: Scope,
    cards: &[CardSnapshot],
    texts: &Texts,
) -> Result<bool, CliError> {
    let environment = connected.server.environment();
    let number = cards.len().to_string();
    let what = match (scope, cards) {
        (Scope::One, [card]) => {
            let brand = Brand::from_gateway(&card.brand).short();
            format!("{brand} .... {}", card.last_four.as_str())
        }
        _ => {
            cards.iter().for_each(|card| complain(&card_line(card)));
            texts.get(Text::CliCardsAbove { count: count(cards.len()) }).into()
        }
    };
    let (ask, expected) = match environment {
        Environment::Production if scope != Scope::One => {
            (Text::CliRemoveTypeCount { count: count(cards.len()) }, number.as_str())
        }
        Environment::Sandbox | Environment::Test | Environment::Production => {
            (Text::CliRemoveTypeYes, "yes")
        }
    };
    let question = texts.get(Text::CliRemoveAsk {
        what: &what,
        customer: connected.customer.as_str(),
        merchant: &connected.credentials.merchant_id.get().to_string(),
        server: &connected.server.to_string(),
        environment: environment.word(),
    });
    let question = format!("{question} {} ", texts.get(ask));
    Ok(answered(&question)?.eq_ignore_ascii_case(expected))
}

/// What a person types after a question.
fn answered(question: &str) -> Result<String, CliError> {
    let mut out = io::stderr();
    write!(out, "{}", harmless(question)).and_then(|()| out.flush()).map_err(CliError::Output)?;
    let mut answer = String::new();
    io::stdin().lock().read_line(&mut answer).map_err(CliError::Output)?;
    Ok(answer.trim().to_owned())
}

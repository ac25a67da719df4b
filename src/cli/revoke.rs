//! `carddesk remove --all` and `--expired`: several cards of one customer.

use std::io::{self, IsTerminal as _};
use std::path::Path;
use std::process::ExitCode;

use jiff::Timestamp;
use serde_json::{Map, Value, json};

use crate::api::{ApiError, Client};
use crate::app::{Ending, heed_signals};
use crate::domain::{CardList, Environment, Language};
use crate::i18n::Texts;
use crate::journal::{self, Journal, RemovalRecord};
use crate::model::Now;
use crate::removal::{
    CardEnd, Maker, Means, Outcome, Picked, Policy, RevocationReport, RevocationRequest, Scope,
    Told, Whole, left_over, receipt, revoke,
};
use crate::settings::Folders;
use crate::store::replace;

use super::arguments::RemoveOptions;
use super::connect::{Connected, connect};
use super::open::{add_open, open_removals, open_words};
use super::output::{
    CliError, EXIT_BAD, EXIT_REFUSED, EXIT_UNVERIFIED, complain, harmless, print, progress,
};
use super::remove::{answered, open_journal, operator, unkept};
use super::verify_files::check_folder;

/// Removes several cards, each by the protocol of a single removal.
pub(super) fn run(options: &RemoveOptions, data_dir: Option<&Path>) -> Result<ExitCode, CliError> {
    let folders = Folders::new(data_dir).map_err(CliError::Folders)?;
    let connected = connect(&options.connection)?;
    let dry = options.several.dry_run;
    // What would stop it later stops it before anything is asked of anybody.
    if !dry && !options.yes && !io::stdin().is_terminal() {
        return Err(CliError::NotConfirmed);
    }
    if let Some(path) = options.several.receipt.as_ref().filter(|_| !dry) {
        check_folder(path)?;
    }
    let journal = if dry { None } else { Some(open_journal(&folders)?) };
    let open = warn_of_left(&folders, &connected);
    let client = Client::new(&connected.server).map_err(CliError::Api)?;
    let list = match client.list(&connected.credentials, &connected.customer) {
        Ok(list) => list,
        Err(ApiError::Refused(fault)) if options.json => {
            let detail = ApiError::Refused(fault).to_string();
            let said = Said { outcome: "refused", detail: Some(&detail), left: None, open: &open };
            tell(&said.json(&connected, &[]).to_string(), "refused");
            return Ok(ExitCode::from(EXIT_REFUSED));
        }
        Err(error) => return Err(CliError::Api(error)),
    };
    let scope = if options.several.all { Scope::All } else { Scope::Expired };
    let today = Now { timestamp: Timestamp::now() }.today();
    let cards = RevocationRequest::of_cards(list.cards.iter().filter(|c| scope.takes(c, today)));
    let Some(journal) = journal.filter(|_| !cards.is_empty()) else {
        return Ok(only_told(options, &connected, &cards, &list, &open));
    };
    if !options.yes && !confirmed(&connected, &cards)? {
        return Err(CliError::NotConfirmed);
    }
    let request = RevocationRequest {
        server: connected.server.clone(),
        credentials: connected.credentials.clone(),
        customer: connected.customer.clone(),
        scope,
        cards,
        policy: if options.several.go_on { Policy::GoOn } else { Policy::Stop },
        operator: operator(&folders),
        reason: options.reason.clone(),
        continues: None,
    };
    let report = carried_out(&client, &journal, &request)?;
    ended(options, &connected, &request, &report, &open)
}

fn carried_out(
    client: &Client,
    journal: &Journal,
    request: &RevocationRequest,
) -> Result<RevocationReport, CliError> {
    let all = request.cards.len();
    let told = |told: Told| match told {
        Told::Ended { card, outcome } => {
            progress(&format!("card {} of {all}: {}", card + 1, outcome.code()));
        }
        Told::Checking => progress("asking for the list at the end"),
        Told::Step { .. } => {}
    };
    let (stop, now) = (Ending::default(), &Timestamp::now);
    heed_signals(&stop, || {
        complain("the cards under way are brought to their end, and no other is begun");
    });
    let means = Means { client, journal, stop: &stop, now, told: &told };
    let report = revoke(&means, request).map_err(CliError::Revocation);
    progress("");
    report
}

/// Prints what came of it and writes the receipt: both are tried. Where one fails, what came of the
/// cards is told with the reason, and by the exit code unless all went well.
fn ended(
    options: &RemoveOptions,
    connected: &Connected,
    request: &RevocationRequest,
    report: &RevocationReport,
    open: &[RemovalRecord],
) -> Result<ExitCode, CliError> {
    let whole = report.whole();
    let detail = remarks(report);
    let text = if options.json {
        let (outcome, detail) = (whole.word(), detail.as_deref());
        let said = Said { outcome, detail, left: report.left(), open };
        said.json(connected, &report.cards.iter().map(end_json).collect::<Vec<_>>()).to_string()
    } else {
        plain_text(report, detail.as_deref())
    };
    tell(&text, whole.word());
    let saved = save_receipt(options, request, report);
    if let Err(error) = &saved {
        complain(&format!("the outcome is {}, but {error}", whole.word()));
    }
    let nothing_sent = report.cards.iter().all(|end| end.outcome == Outcome::NotSent);
    let unkept = report.cards.iter().any(|end| end.unkept().is_some());
    Ok(ExitCode::from(match whole {
        _ if unkept => EXIT_UNVERIFIED,
        Whole::AllRemoved | Whole::Done if saved.is_err() => EXIT_BAD,
        Whole::AllRemoved | Whole::Done => 0,
        Whole::Partly if nothing_sent => EXIT_BAD,
        Whole::Partly => EXIT_REFUSED,
        Whole::Unverified => EXIT_UNVERIFIED,
    }))
}

fn save_receipt(
    options: &RemoveOptions,
    request: &RevocationRequest,
    report: &RevocationReport,
) -> Result<(), CliError> {
    let Some(path) = &options.several.receipt else { return Ok(()) };
    let language = Language::from(options.connection.lang);
    let page = receipt(report, &Maker::of(request), &Texts::new(language));
    replace(path, page.as_bytes()).map_err(CliError::Report)
}

/// Where there is nothing to remove, or nothing may be.
fn only_told(
    options: &RemoveOptions,
    connected: &Connected,
    cards: &[Picked],
    list: &CardList,
    open: &[RemovalRecord],
) -> ExitCode {
    let left = list.cards.len();
    let outcome = if cards.is_empty() { "nothing-to-do" } else { "dry-run" };
    let text = if options.json {
        let said = Said { outcome, detail: None, left: Some(left), open };
        let cards = cards.iter().map(|picked| Value::Object(card_json(picked)));
        said.json(connected, &cards.collect::<Vec<_>>()).to_string()
    } else if cards.is_empty() {
        format!("Nothing to remove: {}.", counted(left, "on the customer's list"))
    } else {
        let lines = cards.iter().map(|picked| format!("\n{}", harmless(&card_line(picked))));
        let said = counted(cards.len(), "would be removed");
        format!("{said}; nothing was sent.{}", lines.collect::<String>())
    };
    tell(&text, outcome);
    ExitCode::SUCCESS
}

fn tell(text: &str, outcome: &str) {
    if let Err(error) = print(text) {
        complain(&format!("the outcome is {outcome}, but {error}"));
    }
}

/// What goes around the cards in the JSON object.
struct Said<'a> {
    outcome: &'a str,
    detail: Option<&'a str>,
    left: Option<usize>,
    /// Earlier removals of the customer.
    open: &'a [RemovalRecord],
}

impl Said<'_> {
    fn json(&self, connected: &Connected, cards: &[Value]) -> Value {
        let mut object = json!({
            "customer": connected.customer.as_str(),
            "asked": cards.len(),
            "outcome": self.outcome,
            "detail": self.detail.unwrap_or_default(),
            "cards": cards,
            "left": self.left,
        });
        add_open(&mut object, self.open);
        object
    }
}

fn card_json(picked: &Picked) -> Map<String, Value> {
    let card = &picked.card;
    let mut object = Map::new();
    object.insert("last4".to_owned(), card.last_four.as_str().into());
    object.insert("bin".to_owned(), card.bin.as_str().into());
    object.insert("brand".to_owned(), card.brand.as_str().into());
    object.insert("expires".to_owned(), picked.expires.as_str().into());
    object
}

fn end_json(end: &CardEnd) -> Value {
    let mut object = card_json(&end.picked);
    object.insert("outcome".to_owned(), end.outcome.code().into());
    object.insert("detail".to_owned(), end.detail().unwrap_or_default().into());
    object.insert("removal".to_owned(), json!(end.id().map(journal::RemovalId::as_str)));
    Value::Object(object)
}

fn card_line(picked: &Picked) -> String {
    let card = &picked.card;
    format!(
        "{:<12} {}.. .... {}  {:<8}",
        card.brand,
        card.bin.as_str(),
        card.last_four.as_str(),
        picked.expires
    )
}

fn plain_text(report: &RevocationReport, detail: Option<&str>) -> String {
    let (gone, asked) = (report.absent(), report.cards.len());
    let mut text = match report.whole() {
        Whole::AllRemoved => {
            format!("All removed: {gone} of {asked}, and the list at the end is empty.")
        }
        Whole::Done => format!("Done: {gone} of {asked} cards are removed."),
        Whole::Partly => format!("Not all: {gone} of {asked} cards are removed."),
        Whole::Unverified => {
            format!("Not verified: {gone} of {asked} cards are proven to be removed.")
        }
    };
    if let Some(left) = report.left().filter(|left| *left > 0) {
        text.push_str(&format!(" {}.", counted(left, "on the list at the end")));
    }
    for end in &report.cards {
        let detail = end.detail().unwrap_or_default();
        let line = format!("{} {:<16} {detail}", card_line(&end.picked), end.outcome.code());
        text.push('\n');
        text.push_str(harmless(&line).trim_end());
    }
    if let Some(detail) = detail {
        text.push('\n');
        text.push_str(&harmless(detail));
    }
    text
}

/// What concerns the whole.
fn remarks(report: &RevocationReport) -> Option<String> {
    let failed = report.list.as_ref().err();
    let failed = failed.map(|error| format!("the list at the end could not be fetched: {error}"));
    let kept = report.left_warning.as_ref();
    let kept = kept.map(|error| format!("the list of what is to be removed, {error}"));
    let unkept = report.cards.iter().find_map(CardEnd::unkept).map(unkept);
    let parts: Vec<String> = [failed, kept, unkept].into_iter().flatten().collect();
    (!parts.is_empty()).then(|| parts.join("; "))
}

fn counted(count: usize, what: &str) -> String {
    let cards = if count == 1 { "card" } else { "cards" };
    format!("{count} {cards} {what}")
}

/// Tells of revocations that were cut short, and of removals without an outcome, in one sentence;
/// returns those of this customer.
fn warn_of_left(folders: &Folders, connected: &Connected) -> Vec<RemovalRecord> {
    let merchant = connected.credentials.merchant_id;
    let mut parts: Vec<String> = left_over(folders.data())
        .iter()
        .filter(|left| left.is_of(&connected.server, merchant))
        .map(|left| {
            let (rest, asked) = (left.rest.len(), left.asked);
            let (customer, begun) = (left.customer.as_str(), left.begun.strftime("%F %T UTC"));
            format!(
                "a revocation for customer {customer}, begun {begun}, was cut short: {rest} of \
                 {asked} cards were not proven to be gone"
            )
        })
        .collect();
    let open = open_removals(folders, &connected.server, merchant, Some(&connected.customer));
    parts.extend(open_words(&open));
    if !parts.is_empty() {
        complain(&parts.join("; "));
    }
    open
}

/// Asks on the terminal; on PRODUCTION the number of cards is typed.
fn confirmed(connected: &Connected, cards: &[Picked]) -> Result<bool, CliError> {
    let environment = connected.server.environment();
    let count = cards.len().to_string();
    for picked in cards {
        complain(&card_line(picked));
    }
    let (ask, expected) = match environment {
        Environment::Production => (format!("Type the number of cards, {count}: "), count.as_str()),
        Environment::Sandbox | Environment::Test => ("Type yes: ".to_owned(), "yes"),
    };
    let question = format!(
        "Remove {} of customer {}, merchant {}, on {} ({})? This cannot be undone and may reach \
         other shops of the group. {ask}",
        counted(cards.len(), "above"),
        connected.customer.as_str(),
        connected.credentials.merchant_id.get(),
        connected.server,
        environment.word(),
    );
    Ok(answered(&question)?.eq_ignore_ascii_case(expected))
}

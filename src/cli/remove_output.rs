//! What `carddesk remove` prints, and its exit codes.

use serde_json::{Map, Value, json};

use crate::journal::{self, JournalError, RemovalRecord};
use crate::removal::{CardEnd, CardSnapshot, CustomerReport, Outcome, Scope, Summary};

use super::connect::Connected;
use super::open::add_open;
use super::output::{EXIT_BAD, EXIT_REFUSED, EXIT_UNVERIFIED, complain, harmless, print};

/// Prints how a removal ended.
pub(super) struct Printer<'a> {
    pub(super) scope: Scope,
    pub(super) connected: &'a Connected,
    pub(super) as_json: bool,
    /// Earlier removals of the customer.
    pub(super) open: &'a [RemovalRecord],
}

impl Printer<'_> {
    /// How one card ended.
    pub(super) fn one(&self, outcome: &Outcome, detail: &str) {
        let text = if self.as_json {
            let mut object = json!({ "outcome": outcome.code(), "detail": detail });
            add_open(&mut object, self.open);
            object.to_string()
        } else {
            one_text(outcome, detail)
        };
        tell(&text, outcome.code());
    }

    /// How several ended.
    pub(super) fn several(&self, report: &CustomerReport, detail: Option<&str>) {
        let outcome = report.summary().word();
        let text = if self.as_json {
            let cards: Vec<Value> = report.cards.iter().map(end_json).collect();
            self.json(outcome, detail, &cards, report.left())
        } else {
            several_text(report, detail)
        };
        tell(&text, outcome);
    }

    /// That the gateway refuses to list the cards.
    pub(super) fn refused(&self, detail: &str) {
        let text = match self.scope {
            Scope::One => {
                let mut object = json!({ "outcome": "refused", "detail": detail });
                add_open(&mut object, self.open);
                object.to_string()
            }
            Scope::All | Scope::Expired | Scope::Chosen => {
                self.json("refused", Some(detail), &[], None)
            }
        };
        tell(&text, "refused");
    }

    /// Where there is nothing to remove, or nothing may be.
    pub(super) fn only(&self, cards: &[CardSnapshot], left: usize) {
        let outcome = if cards.is_empty() { "nothing-to-do" } else { "dry-run" };
        let text = if self.as_json {
            let cards = cards.iter().map(|card| Value::Object(card_json(card)));
            self.json(outcome, None, &cards.collect::<Vec<_>>(), Some(left))
        } else if cards.is_empty() {
            format!("Nothing to remove: {}.", counted(left, "on the customer's list"))
        } else {
            let lines = cards.iter().map(|card| format!("\n{}", harmless(&card_line(card))));
            let said = counted(cards.len(), "would be removed");
            format!("{said}; nothing was sent.{}", lines.collect::<String>())
        };
        tell(&text, outcome);
    }

    fn json(
        &self,
        outcome: &str,
        detail: Option<&str>,
        cards: &[Value],
        left: Option<usize>,
    ) -> String {
        let mut object = json!({
            "customer": self.connected.customer.as_str(),
            "asked": cards.len(),
            "outcome": outcome,
            "detail": detail.unwrap_or_default(),
            "cards": cards,
            "left": left,
        });
        add_open(&mut object, self.open);
        object.to_string()
    }
}

/// Prints how it ended. Where that fails, the exit code still tells it.
fn tell(text: &str, outcome: &str) {
    if let Err(error) = print(text) {
        complain(&format!("the outcome is {outcome}, but {error}"));
    }
}

/// The word for how it ended.
pub(super) fn word(report: &CustomerReport) -> &'static str {
    match (report.scope, &report.cards[..]) {
        (Scope::One, [end]) => end.outcome.code(),
        _ => report.summary().word(),
    }
}

pub(super) fn exit_code(outcome: &Outcome) -> u8 {
    match outcome {
        Outcome::RemovedVerified | Outcome::AlreadyGone => 0,
        Outcome::StillThere | Outcome::Refused(_) => EXIT_REFUSED,
        Outcome::NotSent => EXIT_BAD,
        Outcome::Unverified => EXIT_UNVERIFIED,
    }
}

pub(super) fn exit_code_of(report: &CustomerReport) -> u8 {
    if report.cards.iter().any(|end| end.unkept().is_some()) {
        return EXIT_UNVERIFIED;
    }
    if let (Scope::One, [end]) = (report.scope, &report.cards[..]) {
        return exit_code(&end.outcome);
    }
    let sent_nothing = report.cards.iter().all(|end| end.outcome == Outcome::NotSent);
    match report.summary() {
        Summary::AllRemoved | Summary::Done => 0,
        Summary::Partly if sent_nothing => EXIT_BAD,
        Summary::Partly => EXIT_REFUSED,
        Summary::Unverified => EXIT_UNVERIFIED,
    }
}

fn card_json(card: &CardSnapshot) -> Map<String, Value> {
    let mut object = Map::new();
    object.insert("last4".to_owned(), card.last_four.as_str().into());
    object.insert("bin".to_owned(), card.bin.as_str().into());
    object.insert("brand".to_owned(), card.brand.as_str().into());
    object.insert("expires".to_owned(), card.expires.as_str().into());
    object
}

fn end_json(end: &CardEnd) -> Value {
    let mut object = card_json(&end.card);
    object.insert("outcome".to_owned(), end.outcome.code().into());
    object.insert("detail".to_owned(), end.detail().unwrap_or_default().into());
    object.insert("removal".to_owned(), json!(end.id().map(journal::RemovalId::as_str)));
    Value::Object(object)
}

pub(super) fn card_line(card: &CardSnapshot) -> String {
    let (bin, last_four) = (card.bin.as_str(), card.last_four.as_str());
    format!("{:<12} {bin}.. .... {last_four}  {:<8}", card.brand, card.expires)
}

fn one_text(outcome: &Outcome, detail: &str) -> String {
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

fn several_text(report: &CustomerReport, detail: Option<&str>) -> String {
    let (gone, asked) = (report.absent(), report.cards.len());
    let mut text = match report.summary() {
        Summary::AllRemoved => {
            format!("All removed: {gone} of {asked}, and the list at the end is empty.")
        }
        Summary::Done => format!("Done: {gone} of {asked} cards are removed."),
        Summary::Partly => format!("Not all: {gone} of {asked} cards are removed."),
        Summary::Unverified => {
            format!("Not verified: {gone} of {asked} cards are proven to be removed.")
        }
    };
    if let Some(left) = report.left().filter(|left| *left > 0) {
        text.push_str(&format!(" {}.", counted(left, "on the list at the end")));
    }
    for end in &report.cards {
        let detail = end.detail().unwrap_or_default();
        let line = format!("{} {:<16} {detail}", card_line(&end.card), end.outcome.code());
        text.push('\n');
        text.push_str(harmless(&line).trim_end());
    }
    if let Some(detail) = detail {
        text.push('\n');
        text.push_str(&harmless(detail));
    }
    text
}

/// What is said of a card by itself, or what concerns the whole of several; and what could not be kept.
pub(super) fn remarks(report: &CustomerReport) -> Option<String> {
    let said = match (report.scope, &report.cards[..]) {
        (Scope::One, [end]) => end.report.as_ref().and_then(|report| report.detail()),
        _ => {
            let failed = report.list.as_ref().err();
            failed.map(|error| format!("the list at the end could not be fetched: {error}"))
        }
    };
    let kept = report.pending_warning.as_ref();
    let kept = kept.map(|error| format!("the list of what is to be removed, {error}"));
    let unkept = report.cards.iter().find_map(CardEnd::unkept).map(unkept);
    let parts: Vec<String> = [said, kept, unkept].into_iter().flatten().collect();
    (!parts.is_empty()).then(|| parts.join("; "))
}

/// That an outcome is not in the journal, what it means and what to do.
fn unkept(warning: &JournalError) -> String {
    format!(
        "this could not be written to the journal, where the removal stays open ({warning}); make \
         the journal writable and run `carddesk resolve`"
    )
}

pub(super) fn counted(count: usize, what: &str) -> String {
    let cards = if count == 1 { "card" } else { "cards" };
    format!("{count} {cards} {what}")
}

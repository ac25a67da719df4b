//! What `carddesk remove` prints, and its exit codes.

use serde_json::{Map, Value, json};

use crate::i18n::{Text, Texts, count};
use crate::journal::{self, JournalMark, RemovalRecord};
use crate::removal::{
    CardEnd, CardSnapshot, CustomerReport, Outcome, Scope, Summary, detail_words, mark_words,
    report_words,
};
use crate::words::{self, StoredFile, api_error, continued, journal_error, stored_as};

use super::connect::Connected;
use super::error::{CliError, EXIT_BAD, EXIT_REFUSED, EXIT_UNVERIFIED};
use super::open::add_open;
use super::output::{complain_of, harmless, print};

/// Prints how a removal ended.
pub(super) struct Printer<'a> {
    pub(super) scope: Scope,
    pub(super) connected: &'a Connected,
    pub(super) as_json: bool,
    /// Earlier removals of the customer.
    pub(super) open: &'a [RemovalRecord],
    pub(super) texts: &'a Texts,
}

impl Printer<'_> {
    /// How one card ended.
    pub(super) fn one(&self, outcome: &Outcome, detail: &str, mark: Option<&JournalMark>) {
        let text = if self.as_json {
            self.one_json(outcome.code(), detail, mark)
        } else {
            with_mark(one_text(outcome, detail, self.texts), mark, self.texts)
        };
        self.tell(&text, words::outcome(outcome.kind()));
    }

    /// How several ended.
    pub(super) fn several(&self, report: &CustomerReport, detail: Option<&str>) {
        let summary = report.summary();
        let text = if self.as_json {
            let cards: Vec<Value> =
                report.cards.iter().map(|end| end_json(end, self.texts)).collect();
            self.json(summary.word(), detail, &cards, (report.left(), report.mark.as_ref()))
        } else {
            let text = several_text(report, detail, self.texts);
            with_mark(text, report.mark.as_ref(), self.texts)
        };
        self.tell(&text, summary_text(summary));
    }

    fn one_json(&self, outcome: &str, detail: &str, mark: Option<&JournalMark>) -> String {
        let mut object = json!({ "outcome": outcome, "detail": detail });
        add_mark(&mut object, mark);
        add_open(&mut object, self.open);
        object.to_string()
    }

    /// That the gateway refuses to list the cards.
    pub(super) fn refused(&self, detail: &str) {
        let text = match self.scope {
            Scope::One => self.one_json("refused", detail, None),
            Scope::All | Scope::Expired | Scope::Chosen => {
                self.json("refused", Some(detail), &[], (None, None))
            }
        };
        self.tell(&text, Text::OutcomeRefused);
    }

    /// Where there is nothing to remove, or nothing may be.
    pub(super) fn only(&self, cards: &[CardSnapshot], left: usize) {
        let (outcome, said) = match cards.is_empty() {
            true => ("nothing-to-do", Text::CliSummaryNothing),
            false => ("dry-run", Text::OutcomeNotSent),
        };
        let text = if self.as_json {
            let cards = cards.iter().map(|card| Value::Object(card_json(card)));
            self.json(outcome, None, &cards.collect::<Vec<_>>(), (Some(left), None))
        } else if cards.is_empty() {
            self.texts.get(Text::CliNothingToRemove { count: count(left) }).into()
        } else {
            let lines = cards.iter().map(|card| format!("\n{}", harmless(&card_line(card))));
            let said = self.texts.get(Text::CliDryRun { count: count(cards.len()) });
            format!("{said}{}", lines.collect::<String>())
        };
        self.tell(&text, said);
    }

    fn json(
        &self,
        outcome: &str,
        detail: Option<&str>,
        cards: &[Value],
        (left, mark): (Option<usize>, Option<&JournalMark>),
    ) -> String {
        let mut object = json!({
            "customer": self.connected.customer.as_str(),
            "asked": cards.len(),
            "outcome": outcome,
            "detail": detail.unwrap_or_default(),
            "cards": cards,
            "left": left,
        });
        add_mark(&mut object, mark);
        add_open(&mut object, self.open);
        object.to_string()
    }

    /// Prints how it ended. Where that fails, the exit code still tells it.
    fn tell(&self, text: &str, outcome: Text<'_>) {
        if let Err(error) = print(text) {
            complain_beside(outcome, &error, self.texts);
        }
    }
}

/// Where the journal stood at the end.
fn add_mark(object: &mut Value, mark: Option<&JournalMark>) {
    if let Some(mark) = mark {
        object["journal"] = json!({ "lines": mark.lines, "head": mark.digest.to_string() });
    }
}

fn with_mark(text: String, mark: Option<&JournalMark>, texts: &Texts) -> String {
    let mark = mark.map(|mark| mark_words(mark, texts));
    [Some(text), mark].into_iter().flatten().collect::<Vec<_>>().join("\n")
}

/// That something went wrong once it had ended in this way.
pub(super) fn complain_beside(outcome: Text<'_>, error: &CliError, texts: &Texts) {
    let (outcome, why) = (continued(&texts.get(outcome)), error.words(texts));
    complain_of(texts, Text::CliOutcomeBut { outcome: &outcome, why: &why });
}

/// How it ended, in a few words.
pub(super) fn ended_text(report: &CustomerReport) -> Text<'static> {
    match (report.scope, &report.cards[..]) {
        (Scope::One, [end]) => words::outcome(end.outcome.kind()),
        _ => summary_text(report.summary()),
    }
}

fn summary_text(summary: Summary) -> Text<'static> {
    match summary {
        Summary::AllRemoved => Text::CliSummaryAllRemoved,
        Summary::Done => Text::CliSummaryDone,
        Summary::Partly => Text::CliSummaryPartly,
        Summary::Unverified => Text::OutcomeUnverified,
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

fn end_json(end: &CardEnd, texts: &Texts) -> Value {
    let mut object = card_json(&end.card);
    object.insert("outcome".to_owned(), end.outcome.code().into());
    object.insert("detail".to_owned(), detail_words(end, texts).unwrap_or_default().into());
    object.insert("removal".to_owned(), json!(end.id().map(journal::RemovalId::as_str)));
    Value::Object(object)
}

pub(super) fn card_line(card: &CardSnapshot) -> String {
    let (bin, last_four) = (card.bin.as_str(), card.last_four.as_str());
    format!("{:<12} {bin}.. .... {last_four}  {:<8}", card.brand, card.expires)
}

fn one_text(outcome: &Outcome, detail: &str, texts: &Texts) -> String {
    let words = texts.get(match outcome {
        Outcome::RemovedVerified => Text::CliRemoved,
        Outcome::AlreadyGone => Text::CliGone,
        Outcome::StillThere => Text::CliStill,
        Outcome::Refused(_) => Text::CliRefused,
        Outcome::Unverified => Text::CliUnverified,
        Outcome::NotSent => Text::CliNothingSent,
    });
    if detail.is_empty() { words.into() } else { format!("{words}\n{}", harmless(detail)) }
}

fn several_text(report: &CustomerReport, detail: Option<&str>, texts: &Texts) -> String {
    let (gone, asked) = (count(report.absent()), count(report.cards.len()));
    let whole = match report.summary() {
        Summary::AllRemoved => Text::CliAllRemoved { gone, asked },
        Summary::Done => Text::CliDone { gone, asked },
        Summary::Partly => Text::CliPartly { gone, asked },
        Summary::Unverified => Text::CliPartlyUnverified { gone, asked },
    };
    let mut text = texts.get(whole).into_owned();
    if let Some(left) = report.left().filter(|left| *left > 0) {
        text.push(' ');
        text.push_str(&texts.get(Text::CliLeft { count: count(left) }));
    }
    let ended = |end: &CardEnd| continued(&texts.get(words::outcome(end.outcome.kind())));
    let widest = report.cards.iter().map(|end| ended(end).chars().count()).max();
    let width = widest.unwrap_or_default();
    for end in &report.cards {
        let detail = detail_words(end, texts).unwrap_or_default();
        let line = format!("{} {:<width$}  {detail}", card_line(&end.card), ended(end));
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
pub(super) fn remarks(report: &CustomerReport, texts: &Texts) -> Option<String> {
    let said = match (report.scope, &report.cards[..]) {
        (Scope::One, [end]) => end.report.as_ref().and_then(|report| report_words(report, texts)),
        _ => report.list.as_ref().err().map(|error| {
            let why = continued(&api_error(texts, error));
            continued(&texts.get(Text::CliLastListFailed { why: &why }))
        }),
    };
    let kept = report.pending_warning.as_ref();
    let kept = kept.map(|error| continued(&stored_as(texts, StoredFile::Rest, error)));
    let unkept = report.cards.iter().find_map(CardEnd::unkept).map(|error| {
        // What it means, and what to do.
        let why = continued(&journal_error(texts, error));
        continued(&texts.get(Text::CliUnkept { why: &why }))
    });
    let parts: Vec<String> = [said, kept, unkept].into_iter().flatten().collect();
    (!parts.is_empty()).then(|| parts.join("; "))
}

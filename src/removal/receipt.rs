//! What a person keeps of a removal: a page to print, a table for a ticket. Neither holds a
//! token, or more of a card number than BIN and last four.

use jiff::Timestamp;
use jiff::tz::TimeZone;
use maud::{Markup, html};

use crate::domain::{Expiry, MerchantId, redact};
use crate::i18n::{Head, Text, Texts, count, document};
use crate::journal::{ChainState, JournalMark, RemovalId, copied_row, os_user};
use crate::words::outcome;

use super::plan::{CardSnapshot, Plan, Scope};
use super::report::{CardEnd, CustomerReport, Summary};
use super::words::detail_words;

const STYLE: &str = include_str!("receipt.css");
/// Nothing is loaded or run, whatever text found its way into the page.
const POLICY: &str =
    "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

/// Who removed, where, and why.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReceiptIssuer {
    /// User of the operating system who removed.
    pub os_user: String,
    /// The agent, as entered in the settings; `None` where nothing is.
    pub operator: Option<String>,
    /// Host, and port where it is not the scheme's own.
    pub server: String,
    /// `PRODUCTION` and the like.
    pub environment: &'static str,
    /// Merchant whose credentials were used.
    pub merchant: MerchantId,
    /// Reason or ticket number, as typed; `None` where nothing is.
    pub reason: Option<String>,
    /// In which times are written.
    pub zone: TimeZone,
}

impl ReceiptIssuer {
    /// From the plan that was carried out, for the user who runs this program.
    pub fn of(plan: &Plan) -> Self {
        Self::named(plan, os_user())
    }

    /// The same for a user of the operating system who is known already.
    pub fn named(plan: &Plan, os_user: String) -> Self {
        Self {
            os_user,
            operator: plan.operator.clone(),
            server: plan.server.host_and_port(),
            environment: plan.server.environment().word(),
            merchant: plan.credentials.merchant_id,
            reason: plan.reason.clone(),
            zone: TimeZone::system(),
        }
    }
}

/// What is said of the whole: "all removed" with an empty list alone, and of a card by itself how it
/// ended.
pub fn summary_words(report: &CustomerReport, texts: &Texts) -> String {
    if let (Scope::One, [end]) = (report.scope, &report.cards[..]) {
        return end_words(end, texts);
    }
    let (gone, asked) = (count(report.absent()), count(report.cards.len()));
    let text = match report.summary() {
        Summary::AllRemoved => Text::WholeAllRemoved { gone, asked },
        Summary::Done => Text::WholeDone { gone, asked },
        Summary::Partly => Text::WholePartly { gone, asked },
        Summary::Unverified => Text::WholeUnverified { gone, asked },
    };
    texts.get(text).into_owned()
}

/// What the list at the end says.
pub fn list_words(report: &CustomerReport, texts: &Texts) -> String {
    let text = match report.left().and_then(|left| i64::try_from(left).ok()) {
        Some(count) => Text::ReceiptLeft { count },
        None if report.scope == Scope::One => Text::ReceiptNoList,
        None => Text::ReceiptListFailed,
    };
    texts.get(text).into_owned()
}

/// The word for how a card ended.
pub fn end_words(end: &CardEnd, texts: &Texts) -> String {
    texts.get(outcome(end.outcome.kind())).into_owned()
}

/// By what a card's outcome is known.
pub fn proof_words(end: &CardEnd, texts: &Texts) -> String {
    let proven = end.report.as_ref().is_some_and(|report| report.list_error.is_none());
    let text = match end.settled {
        true => Text::ReceiptByLastList,
        false if proven => Text::ReceiptByOwnList,
        false => Text::ReceiptNotProven,
    };
    texts.get(text).into_owned()
}

/// A table for a ticket, its columns apart by tabs; a spreadsheet takes it too.
pub fn ticket_table(report: &CustomerReport, texts: &Texts) -> String {
    let columns =
        [Text::ReceiptCard, Text::ReceiptExpires, Text::ReceiptOutcome, Text::ReceiptProof];
    let mut lines = vec![
        copied_row([&*texts.get(Text::CustomerTitle { number: report.customer.as_str() })]),
        copied_row([summary_words(report, texts).as_str()]),
        copied_row([list_words(report, texts).as_str()]),
    ];
    lines.extend(report.mark.as_ref().map(|mark| copied_row([mark_words(mark, texts).as_str()])));
    lines.push(copied_row(columns.map(|column| texts.get(column)).iter().map(|name| &**name)));
    for end in &report.cards {
        let cells = [
            card_name(&end.card),
            end.card.expires.clone(),
            end_words(end, texts),
            proof_words(end, texts),
        ];
        lines.push(copied_row(cells.iter().map(String::as_str)));
    }
    lines.join("\n")
}

/// Where the journal stood at the end: whoever has it can tell later whether it is still the same.
pub fn mark_words(mark: &JournalMark, texts: &Texts) -> String {
    let (line, digest) = (count(mark.lines), mark.digest.to_string());
    texts.get(Text::ReceiptJournalCopied { line, digest: &digest }).into()
}

/// A card in a table: `VISA 412362…0028`.
pub fn card_name(card: &CardSnapshot) -> String {
    let name = format!("{} {}…{}", card.brand, card.bin.as_str(), card.last_four.as_str());
    redact(name.trim()).into_string()
}

/// One page that loads nothing and needs no script.
pub fn receipt(report: &CustomerReport, issuer: &ReceiptIssuer, texts: &Texts) -> String {
    let page = Page { report, issuer, texts };
    let title = texts.get(Text::ReceiptTitle);
    let class = match report.summary() {
        Summary::AllRemoved | Summary::Done => "ok",
        Summary::Partly => "error",
        Summary::Unverified => "warning",
    };
    let body = html! {
        h1 { (title) }
        p class={ "whole " (class) } { (summary_words(report, texts)) }
        p { (list_words(report, texts)) }
        (page.facts())
        (page.cards())
        (page.journal())
        p class="note" { (texts.get(Text::ReceiptNote)) }
    };
    let title = format!("{title} – {}", report.customer.as_str());
    document(texts, &Head { title: &title, policy: POLICY, style: STYLE }, &body)
}

struct Page<'a> {
    report: &'a CustomerReport,
    issuer: &'a ReceiptIssuer,
    texts: &'a Texts,
}

impl Page<'_> {
    fn facts(&self) -> Markup {
        let ReceiptIssuer { os_user, operator, server, environment, merchant, reason, zone } =
            self.issuer;
        let said = |text: &Option<String>| match text.as_deref().map(str::trim) {
            Some(text) if !text.is_empty() => redact(text).into_string(),
            Some(_) | None => "–".to_owned(),
        };
        let rows = [
            (Text::ReceiptCustomer, self.report.customer.as_str().to_owned()),
            (Text::ReceiptMerchant, merchant.get().to_string()),
            (Text::ReceiptServer, format!("{server} ({environment})")),
            (Text::ReceiptBegun, told(self.report.begun, zone)),
            (Text::ReceiptEnded, told(self.report.ended, zone)),
            (Text::ReceiptOperator, said(operator)),
            (Text::ReceiptUser, redact(os_user).into_string()),
            (Text::ReceiptReason, said(reason)),
        ];
        html! {
            dl {
                @for (name, value) in rows {
                    div { dt { (self.texts.get(name)) } dd { (value) } }
                }
            }
        }
    }

    fn cards(&self) -> Markup {
        let columns = [
            Text::ReceiptCard,
            Text::ReceiptExpires,
            Text::ReceiptOutcome,
            Text::ReceiptProof,
            Text::ReceiptRemoval,
        ];
        html! {
            table {
                thead {
                    tr {
                        th { "№" }
                        @for column in columns { th { (self.texts.get(column)) } }
                    }
                }
                tbody {
                    @for (place, end) in self.report.cards.iter().enumerate() {
                        (self.card(place + 1, end))
                    }
                }
            }
        }
    }

    fn card(&self, number: usize, end: &CardEnd) -> Markup {
        let class = if end.outcome.is_absent() { "ok" } else { "error" };
        // What was said matters where the card is not gone.
        let said = detail_words(end, self.texts).filter(|_| !end.outcome.is_absent());
        html! {
            tr class=(class) {
                td { (number) }
                td {
                    b class="whole-line" { (card_name(&end.card)) }
                    " "
                    bdi { (redact(end.card.bank.trim()).as_str()) }
                }
                td { (expires(&end.card.expires)) }
                td { b { (end_words(end, self.texts)) } }
                td { (proof_words(end, self.texts)) }
                td { code { (end.id().map_or("–", RemovalId::as_str)) } }
            }
            @if let Some(said) = said {
                tr class="said" { td {} td colspan="5" { small { (redact(&said).as_str()) } } }
            }
        }
    }

    fn journal(&self) -> Markup {
        let Some(mark) = &self.report.mark else {
            return html! { p { (self.texts.get(Text::ReceiptNoJournal)) } };
        };
        let line = count(mark.lines);
        let chain = match mark.chain {
            ChainState::Intact => Text::ReceiptChainIntact,
            ChainState::Accepted { line, .. } => Text::ReceiptChainAccepted { line: count(line) },
            ChainState::Torn { .. } | ChainState::Broken { .. } => Text::ReceiptChainBroken,
        };
        html! {
            p {
                (self.texts.get(Text::ReceiptJournal { line })) " "
                code { (mark.digest) } ". "
                (self.texts.get(chain))
            }
        }
    }
}

/// Day and time as the window shows them, with their distance from UTC: `2026-11-23 15:00:00 UTC+3`.
fn told(at: Timestamp, zone: &TimeZone) -> String {
    let zoned = at.to_zoned(zone.clone());
    let minutes = zoned.offset().seconds() / 60;
    let sign = if minutes < 0 { '−' } else { '+' };
    let (hours, rest) = (minutes.abs() / 60, minutes.abs() % 60);
    let zone = match (hours, rest) {
        (0, 0) => "UTC".to_owned(),
        (_, 0) => format!("UTC{sign}{hours}"),
        _ => format!("UTC{sign}{hours}:{rest:02}"),
    };
    format!("{} {zone}", zoned.strftime("%F %T"))
}

/// `12/2025`, as the window has it; what came, where it cannot be read.
fn expires(text: &str) -> String {
    match Expiry::parse(text) {
        Some(expiry) => format!("{:02}/{}", expiry.month(), expiry.year()),
        None => redact(text).into_string(),
    }
}

//! What a person keeps of a removal: a page to print, a table for a ticket. Neither holds a
//! token, or more of a card number than BIN and last four.

use jiff::Timestamp;
use jiff::tz::TimeZone;

use crate::domain::{Expiry, Language, MerchantId};
use crate::i18n::{Text, Texts, count, escaped};
use crate::journal::{ChainState, RemovalId, copied_row, mask, os_user};

use super::outcome::Outcome;
use super::plan::{CardSnapshot, Plan, Scope};
use super::report::{CardEnd, CustomerReport, Summary};

const STYLE: &str = include_str!("receipt.css");
/// Nothing is loaded or run, whatever text found its way into the page.
const POLICY: &str =
    "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

/// Who removed, where, and why.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReceiptIssuer {
    pub os_user: String,
    pub operator: Option<String>,
    /// Host, and port where it is not the scheme's own.
    pub server: String,
    /// `PRODUCTION` and the like.
    pub environment: &'static str,
    pub merchant: MerchantId,
    pub reason: Option<String>,
    /// In which times are told.
    pub zone: TimeZone,
}

impl ReceiptIssuer {
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
    let text = match &end.outcome {
        Outcome::RemovedVerified => Text::OutcomeRemoved,
        Outcome::AlreadyGone => Text::OutcomeGone,
        Outcome::StillThere => Text::OutcomeStill,
        Outcome::Refused(_) => Text::OutcomeRefused,
        Outcome::Unverified => Text::OutcomeUnverified,
        Outcome::NotSent => Text::OutcomeNotSent,
    };
    texts.get(text).into_owned()
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
        copied_row(columns.map(|column| texts.get(column)).iter().map(|name| &**name)),
    ];
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

/// A card in a table: `VISA 412362…0028`.
pub fn card_name(card: &CardSnapshot) -> String {
    let name = format!("{} {}…{}", card.brand, card.bin.as_str(), card.last_four.as_str());
    mask(name.trim())
}

/// One page that loads nothing and needs no script.
pub fn receipt(report: &CustomerReport, issuer: &ReceiptIssuer, texts: &Texts) -> String {
    let language = match texts.language() {
        Language::English => "en",
        Language::Russian => "ru",
    };
    let page = Page { report, issuer, texts };
    let title = page.word(Text::ReceiptTitle);
    let mut out = format!(
        "<!DOCTYPE html>\n<html lang=\"{language}\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta http-equiv=\"Content-Security-Policy\" content=\"{POLICY}\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <meta name=\"referrer\" content=\"no-referrer\">\n\
         <title>{title} – {}</title>\n<style>\n{STYLE}</style>\n</head>\n<body>\n<h1>{title}</h1>\n",
        escaped(report.customer.as_str()),
    );
    let class = match report.summary() {
        Summary::AllRemoved | Summary::Done => "ok",
        Summary::Partly => "error",
        Summary::Unverified => "warning",
    };
    let (summary, list) = (summary_words(report, texts), list_words(report, texts));
    out.push_str(&format!(
        "<p class=\"whole {class}\">{}</p>\n<p>{}</p>\n",
        escaped(&summary),
        escaped(&list)
    ));
    page.facts(&mut out);
    page.cards(&mut out);
    page.journal(&mut out);
    out.push_str(&format!("<p class=\"note\">{}</p>\n", page.word(Text::ReceiptNote)));
    out.push_str("</body>\n</html>\n");
    out
}

struct Page<'a> {
    report: &'a CustomerReport,
    issuer: &'a ReceiptIssuer,
    texts: &'a Texts,
}

impl Page<'_> {
    /// A text, escaped.
    fn word(&self, text: Text<'_>) -> String {
        escaped(&self.texts.get(text))
    }

    fn facts(&self, out: &mut String) {
        let ReceiptIssuer { os_user, operator, server, environment, merchant, reason, zone } =
            self.issuer;
        let said = |text: &Option<String>| match text.as_deref().map(str::trim) {
            Some(text) if !text.is_empty() => mask(text),
            Some(_) | None => "–".to_owned(),
        };
        let rows = [
            (Text::ReceiptCustomer, self.report.customer.as_str().to_owned()),
            (Text::ReceiptMerchant, merchant.get().to_string()),
            (Text::ReceiptServer, format!("{server} ({environment})")),
            (Text::ReceiptBegun, told(self.report.begun, zone)),
            (Text::ReceiptEnded, told(self.report.ended, zone)),
            (Text::ReceiptOperator, said(operator)),
            (Text::ReceiptUser, mask(os_user)),
            (Text::ReceiptReason, said(reason)),
        ];
        out.push_str("<dl>\n");
        for (name, value) in rows {
            let (name, value) = (self.word(name), escaped(&value));
            out.push_str(&format!("<div><dt>{name}</dt><dd>{value}</dd></div>\n"));
        }
        out.push_str("</dl>\n");
    }

    fn cards(&self, out: &mut String) {
        let columns = [
            Text::ReceiptCard,
            Text::ReceiptExpires,
            Text::ReceiptOutcome,
            Text::ReceiptProof,
            Text::ReceiptRemoval,
        ];
        out.push_str("<table>\n<thead><tr><th>№</th>");
        for column in columns {
            out.push_str(&format!("<th>{}</th>", self.word(column)));
        }
        out.push_str("</tr></thead>\n<tbody>\n");
        for (place, end) in self.report.cards.iter().enumerate() {
            let class = if end.outcome.is_absent() { "ok" } else { "error" };
            let bank = escaped(&mask(end.card.bank.trim()));
            let id = end.id().map_or("–", RemovalId::as_str);
            out.push_str(&format!(
                "<tr class=\"{class}\"><td>{}</td>\
                 <td><b class=\"whole-line\">{}</b> <bdi>{bank}</bdi></td><td>{}</td>\
                 <td><b>{}</b></td><td>{}</td><td><code>{id}</code></td></tr>\n",
                place + 1,
                escaped(&card_name(&end.card)),
                escaped(&expires(&end.card.expires)),
                escaped(&end_words(end, self.texts)),
                escaped(&proof_words(end, self.texts)),
            ));
            // What was said matters where the card is not gone.
            if let Some(said) = end.detail().filter(|_| !end.outcome.is_absent()) {
                out.push_str(&format!(
                    "<tr class=\"said\"><td></td><td colspan=\"5\"><small>{}</small></td></tr>\n",
                    escaped(&mask(&said))
                ));
            }
        }
        out.push_str("</tbody>\n</table>\n");
    }

    fn journal(&self, out: &mut String) {
        let Some(mark) = &self.report.mark else {
            out.push_str(&format!("<p>{}</p>\n", self.word(Text::ReceiptNoJournal)));
            return;
        };
        let line = count(mark.lines);
        let chain = match mark.chain {
            ChainState::Intact => Text::ReceiptChainIntact,
            ChainState::Torn { .. } | ChainState::Broken { .. } => Text::ReceiptChainBroken,
        };
        out.push_str(&format!(
            "<p>{} <code>{}</code>. {}</p>\n",
            self.word(Text::ReceiptJournal { line }),
            escaped(&mark.digest),
            self.word(chain)
        ));
    }
}

/// Day and time as the window tells them, with their distance from UTC: `2026-11-23 15:00:00 UTC+3`.
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
        None => mask(text),
    }
}

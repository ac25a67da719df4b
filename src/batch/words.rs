//! Errors in words: what happened, in one sentence.

use crate::acknowledged::Acknowledgement;
use crate::api::{ApiError, Fault, InterruptedCause, UnreachableCause};
use crate::customers::{Counts, CustomerList, Doubt, RefusedRow, RowError};
use crate::domain::{CustomerNumberError, Unproven, redact};
use crate::i18n::{Argument, Text, Texts, count, prohibited_symbol};
use crate::network::{ProxyFault, ProxyTrouble, TlsCause};
use crate::verify::{Finding, Rule, message};

use super::record::{AssetRecord, AssetState};

/// A text of the reports.
pub(super) fn say(texts: &Texts, id: &str) -> String {
    texts.by_id(id, None, &[])
}

/// A text of the reports that takes numbers.
pub(super) fn say_numbers(texts: &Texts, id: &str, numbers: &[(&str, usize)]) -> String {
    let arguments: Vec<(&str, Argument<'_>)> =
        numbers.iter().map(|(name, number)| (*name, Argument::Number(*number as f64))).collect();
    texts.by_id(id, None, &arguments)
}

/// A text of the reports that takes a date, and perhaps a number.
pub(super) fn say_since(texts: &Texts, id: &str, since: &str, count: usize) -> String {
    let arguments = [("since", Argument::Text(since)), ("count", Argument::Number(count as f64))];
    texts.by_id(id, None, &arguments)
}

/// Who accepted a finding, when and why.
pub(super) fn acknowledged(texts: &Texts, one: &Acknowledgement) -> String {
    let at = one.at.strftime("%Y-%m-%d").to_string();
    let by = redact(&one.by);
    let arguments = [("by", Argument::Text(&by)), ("at", Argument::Text(&at))];
    let who = texts.by_id("report-acknowledged-by", None, &arguments);
    let why = why_acknowledged(one);
    if why.is_empty() { who } else { format!("{who}: {why}") }
}

/// The reason given. It may come from somebody else's file.
pub(super) fn why_acknowledged(one: &Acknowledgement) -> String {
    redact(one.why.trim()).into_string()
}

/// Why a server is not trusted.
pub fn untrusted(cause: TlsCause) -> Text<'static> {
    match cause {
        TlsCause::Expired => Text::ErrTlsExpired,
        TlsCause::NotYetValid => Text::ErrTlsNotYet,
        TlsCause::WrongName => Text::ErrTlsName,
        TlsCause::UnknownIssuer => Text::ErrTlsIssuer,
        TlsCause::Revoked => Text::ErrTlsRevoked,
        TlsCause::WrongPurpose => Text::ErrTlsPurpose,
        TlsCause::BadCertificate => Text::ErrTlsFaulty,
        TlsCause::ClientCertificate => Text::ErrTlsClient,
        TlsCause::NothingInCommon => Text::ErrTlsCommon,
        TlsCause::NoTls => Text::ErrTlsNone,
        TlsCause::Other => Text::ErrTls,
    }
}

/// Why a proxy made no connection.
pub fn without_proxy(proxy: &str, trouble: ProxyTrouble) -> Text<'_> {
    match trouble {
        ProxyTrouble::NameUnknown => Text::ErrProxyName { proxy },
        ProxyTrouble::NoConnection => Text::ErrProxyConnect { proxy },
        ProxyTrouble::TimedOut => Text::ErrProxyTimedOut { proxy },
        ProxyTrouble::Credentials => Text::ErrProxyCredentials { proxy },
        ProxyTrouble::Refused => Text::ErrProxy { proxy },
        ProxyTrouble::Forbidden { status } => {
            Text::ErrProxyForbidden { proxy, status: status.into() }
        }
        ProxyTrouble::UnknownToIt { status } => {
            Text::ErrProxyUnknown { proxy, status: status.into() }
        }
        ProxyTrouble::ServerUnreached { status } => {
            Text::ErrProxyUnreached { proxy, status: status.into() }
        }
        ProxyTrouble::ServerTimedOut => Text::ErrProxyServerTimedOut { proxy },
        ProxyTrouble::NoTunnel { status } => {
            Text::ErrProxyNoTunnel { proxy, status: status.into() }
        }
        ProxyTrouble::NoProxy => Text::ErrProxyNoProxy { proxy },
        ProxyTrouble::HungUp => Text::ErrProxyHungUp { proxy },
        ProxyTrouble::NoTls => Text::ErrProxyNoTls { proxy },
        ProxyTrouble::NotTrusted => Text::ErrProxyTls { proxy },
    }
}

/// What is wrong with the setting of a proxy.
pub fn proxy_fault(fault: &ProxyFault) -> Text<'_> {
    match fault {
        ProxyFault::Blank => Text::ProxyBlank,
        ProxyFault::Quotes => Text::ProxyQuotes,
        ProxyFault::Scheme { scheme } => Text::ProxyScheme { scheme },
        ProxyFault::NoHost => Text::ProxyNoHost,
        ProxyFault::NoUser => Text::ProxyNoUser,
        ProxyFault::Brackets => Text::ProxyBrackets,
        ProxyFault::Port => Text::ProxyPort,
        ProxyFault::MoreThanAServer => Text::ProxyMore,
        ProxyFault::Several => Text::ProxySeveral,
        ProxyFault::Direct => Text::ProxyDirect,
        ProxyFault::Exception { entry } => Text::ProxyException { entry },
        ProxyFault::ExceptionAddress { server: Some(server) } => {
            Text::ProxyExceptionAddress { server }
        }
        ProxyFault::ExceptionAddress { server: None } => Text::ProxyExceptionSecret,
        ProxyFault::Unescaped => Text::ProxyUnescaped,
        ProxyFault::Malformed => Text::ProxyMalformed,
    }
}

/// What happened to a call, in a few words.
pub fn what_failed(error: &ApiError) -> Text<'_> {
    match error {
        ApiError::Refused(_) => Text::ErrRefused,
        ApiError::Unreachable { cause, .. } => match cause {
            UnreachableCause::NameUnknown => Text::ErrName,
            UnreachableCause::Refused => Text::ErrConnectRefused,
            UnreachableCause::TimedOut => Text::ErrConnectTimedOut,
            UnreachableCause::NoConnection => Text::ErrConnect,
            UnreachableCause::Tls(cause) => untrusted(*cause),
            UnreachableCause::Proxy { proxy, trouble } => without_proxy(proxy, *trouble),
            UnreachableCause::ProxySetting(error) => {
                Text::ErrProxySetting { variable: &error.variable }
            }
            UnreachableCause::Setup => Text::ErrSetup,
        },
        ApiError::Interrupted { cause, .. } => match cause {
            InterruptedCause::TimedOut => Text::ErrTimedOut,
            InterruptedCause::CutOff => Text::ErrCutOff,
            InterruptedCause::BadPacking => Text::ErrBadPacking,
            InterruptedCause::NotHttp => Text::ErrNotHttp,
        },
        ApiError::HttpStatus { status, .. } => Text::ErrStatus { status: i64::from(*status) },
        ApiError::NotUnderstood { .. } => Text::ErrNotUnderstood,
        ApiError::NoProof { .. } => Text::ErrNoProof,
        ApiError::TooLarge { limit } => {
            let mib = count(limit / (1024 * 1024));
            Text::ErrTooLarge { mib }
        }
        ApiError::TokenNotSendable => Text::RemoveTokenUnusable,
    }
}

/// What the gateway says of a refusal: its sentences, then its codes.
pub fn said_of(texts: &Texts, fault: &Fault) -> Vec<String> {
    let said =
        [&fault.detail, &fault.recommendation].into_iter().flatten().map(ToString::to_string);
    let codes = fault.codes().map(|codes| texts.get(Text::FaultCodes { codes: &codes }).into());
    said.chain(codes).collect()
}

/// Why a customer's list could not be read, in one sentence.
pub fn api_error(texts: &Texts, error: &ApiError) -> String {
    let details = match error {
        ApiError::Refused(fault) => said_of(texts, fault).join("; "),
        ApiError::Unreachable { cause: UnreachableCause::ProxySetting(error), .. } => {
            texts.get(proxy_fault(&error.fault)).into()
        }
        // Said in full already; the library's words are for those who look into it.
        ApiError::Unreachable { .. } | ApiError::Interrupted { .. } => String::new(),
        ApiError::NotUnderstood { reason, .. } => reason.clone(),
        ApiError::HttpStatus { excerpt, .. } => excerpt.to_string(),
        ApiError::NoProof { doubt } => no_proof(texts, *doubt),
        ApiError::TooLarge { .. } | ApiError::TokenNotSendable => String::new(),
    };
    let what = texts.get(what_failed(error));
    if details.trim().is_empty() { what.into_owned() } else { format!("{what}: {details}") }
}

/// What a list has against it as a proof.
pub fn no_proof(texts: &Texts, why: Unproven) -> String {
    let id = match why {
        Unproven::Status { .. } => "report-no-proof-status",
        Unproven::Part => "report-no-proof-part",
        Unproven::Kept => "report-no-proof-kept",
        Unproven::Old => "report-no-proof-old",
        Unproven::Elsewhere => "report-no-proof-elsewhere",
        Unproven::Digest => "report-no-proof-digest",
        Unproven::Encoding => "report-no-proof-encoding",
        Unproven::Provisional => "report-no-proof-provisional",
        Unproven::Trouble => "report-no-proof-trouble",
        Unproven::Kind => "report-no-proof-kind",
        Unproven::Length => "report-no-proof-length",
        Unproven::Prefix => "report-no-proof-prefix",
        Unproven::NoArray => "report-no-proof-no-array",
        Unproven::RepeatedKey { .. } => "report-no-proof-repeated-key",
        Unproven::Key { .. } => "report-no-proof-key",
        Unproven::Token { .. } => "report-no-proof-token",
        Unproven::RepeatedToken { .. } => "report-no-proof-repeated-token",
        Unproven::Fault { .. } => "report-no-proof-fault",
        Unproven::OtherCustomer { .. } => "report-no-proof-other-customer",
        Unproven::More { .. } => "report-no-proof-more",
        Unproven::NamedElsewhere => "report-no-proof-named-elsewhere",
        Unproven::Overlong => "report-no-proof-overlong",
    };
    let number = |number: usize| Argument::Number(number as f64);
    let arguments = [
        ("card", number(why.card().unwrap_or_default())),
        ("status", number(usize::from(why.status().unwrap_or_default()))),
    ];
    texts.by_id(id, None, &arguments)
}

/// Why a row of a file is no customer number.
pub fn refusal(texts: &Texts, error: &CustomerNumberError) -> String {
    match error {
        CustomerNumberError::Empty => say(texts, "report-row-empty"),
        CustomerNumberError::TooLong { chars } => {
            texts.get(Text::CustomerTooLong { chars: count(*chars) }).into()
        }
        CustomerNumberError::Prohibited(found) => prohibited_symbol(texts, *found),
    }
}

/// Why a row of a list names nobody.
pub fn row_refusal(texts: &Texts, error: &RowError) -> String {
    match error {
        RowError::Number(error) => refusal(texts, error),
        RowError::Quote { opened, closed: None } => {
            let opened = [("line", Argument::Number(*opened as f64))];
            texts.by_id("report-row-quote", None, &opened)
        }
        RowError::NoResult => say(texts, "report-row-no-result"),
        RowError::Quote { opened, closed: Some(closed) } => {
            let from = ("line", Argument::Number(*opened as f64));
            let to = ("end", Argument::Number(*closed as f64));
            texts.by_id("report-row-quotes", None, &[from, to])
        }
    }
}

/// A refused row in one sentence: its file, where there are several, its line, what stands there
/// and why.
pub fn refused_row(texts: &Texts, row: &RefusedRow) -> String {
    let why = row_refusal(texts, &row.error);
    let line = ("line", Argument::Number(row.line as f64));
    let (value, why) = (("value", Argument::Text(&row.value)), ("why", Argument::Text(&why)));
    match &row.file {
        None => texts.by_id("report-refused-row", None, &[line, value, why]),
        Some(file) => {
            let file = ("file", Argument::Text(file));
            texts.by_id("report-refused-row-of-file", None, &[file, line, value, why])
        }
    }
}

/// How many lines each file of a list has, and what became of them; nothing where it is one.
pub fn accounts_of_files(texts: &Texts, list: &CustomerList) -> Vec<String> {
    let told = list.files().map(|(name, counts)| format!("{name}: {}", account_of(texts, counts)));
    let told: Vec<String> = told.collect();
    if told.len() > 1 { told } else { Vec::new() }
}

/// How many lines a list has, and what became of them: the parts add up to the lines.
pub fn account(texts: &Texts, list: &CustomerList) -> String {
    let counts = list.counts();
    let lines = account_of(texts, counts);
    // A line may hold several numbers, and another none.
    if list.numbers.len() + list.doubtful.len() == counts.asked + counts.doubtful {
        return lines;
    }
    let customers = say_numbers(texts, "report-list-customers", &[("count", list.numbers.len())]);
    format!("{lines}, {customers}")
}

/// The same of counts alone.
pub fn account_of(texts: &Texts, counts: Counts) -> String {
    let part =
        |id: &str, count: usize| (count > 0).then(|| say_numbers(texts, id, &[("count", count)]));
    let parts = [
        part("report-list-asked", counts.asked),
        part("report-list-repeated", counts.repeated),
        part("report-list-doubtful", counts.doubtful),
        part("report-list-refused", counts.refused),
        part("report-list-headers", counts.headers),
        part("report-list-titles", counts.titles),
        part("report-list-totals", counts.totals),
        part("report-list-blank", counts.blank),
    ];
    let parts: Vec<String> = parts.into_iter().flatten().collect();
    let lines = say_numbers(texts, "report-list-lines", &[("count", counts.lines)]);
    if parts.is_empty() { lines } else { format!("{lines} ({})", parts.join(", ")) }
}

/// Why a number is asked for after a yes alone.
pub fn doubt(texts: &Texts, doubt: Doubt) -> String {
    let id = match doubt {
        Doubt::Exponent => "report-doubt-exponent",
        Doubt::Decimals => "report-doubt-decimals",
        Doubt::Grouped => "report-doubt-grouped",
        Doubt::Date => "report-doubt-date",
        Doubt::Digits => "report-doubt-digits",
        Doubt::Zeros => "report-doubt-zeros",
        Doubt::Word => "report-doubt-word",
        Doubt::Hidden => "report-doubt-hidden",
        Doubt::Format => "report-doubt-format",
        Doubt::Blank => "report-doubt-blank",
        Doubt::Label => "report-doubt-label",
        Doubt::Sign => "report-doubt-sign",
        Doubt::Script => "report-doubt-script",
        Doubt::Failed => "report-doubt-failed",
        Doubt::Unlike => "report-doubt-unlike",
        Doubt::Encoding => "report-doubt-encoding",
        Doubt::Lone => "report-doubt-lone",
        Doubt::Card => "report-doubt-card",
        Doubt::Token => "report-doubt-token",
        Doubt::Several => "report-doubt-several",
        Doubt::Account => "report-doubt-account",
        Doubt::Range => "report-doubt-range",
        Doubt::Amount => "report-doubt-amount",
        Doubt::Nothing => "report-doubt-nothing",
        Doubt::Mail => "report-doubt-mail",
        Doubt::Address => "report-doubt-address",
        Doubt::Phone => "report-doubt-phone",
        Doubt::TaxNumber => "report-doubt-tax",
        Doubt::Payment => "report-doubt-payment",
        Doubt::Hex => "report-doubt-hex",
    };
    say(texts, id)
}

/// Rules that tell why a file is not shown.
const FAILURES: [Rule; 10] = [
    Rule::UrlRefused,
    Rule::DownloadFailed,
    Rule::HttpStatus,
    Rule::Redirected,
    Rule::TooLarge,
    Rule::EmptyFile,
    Rule::NotTheDeclaredType,
    Rule::TooManyPixels,
    Rule::PdfEncrypted,
    Rule::Undecodable,
];

/// Why a file is not shown: what the finding about that says.
pub fn file_error(texts: &Texts, asset: &AssetRecord) -> Option<String> {
    if asset.state != AssetState::Failed {
        return None;
    }
    if asset.url.is_none() {
        return Some(say(texts, "report-no-file"));
    }
    let tells =
        |rule: &Rule| asset.findings.iter().find(|finding: &&Finding| finding.rule == *rule);
    let told = FAILURES.iter().find_map(tells).map(|finding| message(texts, finding));
    Some(told.unwrap_or_else(|| say(texts, "report-not-read")))
}

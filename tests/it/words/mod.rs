//! Errors in the words of the texts: in both languages, whole, and with what a person named left as it is.

mod command_line;

use std::io;
use std::path::PathBuf;

use carddesk::api::{ApiError, CardFault, Fault, InterruptedCause, Misread, UnreachableCause};
use carddesk::domain::{Language, Unproven, redact};
use carddesk::i18n::Texts;
use carddesk::journal::JournalError;
use carddesk::network::{ProxyError, ProxyFault, ProxyTrouble, RootsSetting, TlsCause};
use carddesk::settings::{Attempt, StoreError};
use carddesk::words::{
    StoredFile, advised_error, api_error, continued, journal_error, misread, proxy_error,
    reported_error, stored_as, what_to_do,
};
use proptest::prelude::*;

/// A name whose capital and whose dots are its own.
const PATH: &str = "Receipts/May. 2026.HTML";

fn both() -> [Texts; 2] {
    [Language::English, Language::Russian].map(Texts::new)
}

/// What holds for every sentence: one line, the language's letters, no other language's words.
#[track_caller]
fn is_whole(texts: &Texts, said: &str) {
    assert!(!said.contains('\n') && !said.contains(".."), "{said}");
    assert!(!said.ends_with(": ") && !said.contains("  ") && !said.contains("{ "), "{said}");
    let has = |range: std::ops::RangeInclusive<char>| said.chars().any(|c| range.contains(&c));
    match texts.language() {
        Language::English => assert!(!has('а'..='я'), "{said}"),
        Language::Russian => {
            assert!(has('а'..='я'), "{said}");
            for word in [" the ", " is ", " cannot ", " of ", " it ", " was "] {
                assert!(!said.contains(word), "{word}in {said}");
            }
        }
    }
}

#[test]
fn a_sentence_goes_on_without_its_capital_and_its_full_stop() {
    for (whole, inner) in [
        ("The journal cannot be read.", "the journal cannot be read"),
        ("A card is gone.", "a card is gone"),
        ("В логине есть «(».", "в логине есть «(»"),
        ("HTTP status 500.", "HTTP status 500"),
        ("C:\\Users cannot be read", "C:\\Users cannot be read"),
        ("No room. Free some.", "no room. Free some"),
        ("Wait…", "wait…"),
        ("And so on...", "and so on..."),
        ("“List.pdf” is a PDF.", "“List.pdf” is a PDF"),
        ("3 cards.", "3 cards"),
        ("Ё", "Ё"),
        ("", ""),
    ] {
        assert_eq!(continued(whole), inner);
        assert_eq!(continued(inner), inner, "once is enough");
    }
}

proptest! {
    /// Nothing but the first letter and the last stop is touched.
    #[test]
    fn nothing_of_a_sentence_is_lost(text in "\\PC{0,30}") {
        let said = continued(&text);
        let plain = text.trim();
        prop_assert!(said.to_lowercase().trim_end_matches('.') == plain.to_lowercase().trim_end_matches('.'));
    }
}

#[test]
fn a_file_is_called_by_what_it_is_and_its_name_stays() {
    let files = [
        StoredFile::Plain,
        StoredFile::Journal,
        StoredFile::Settings,
        StoredFile::Acknowledgements,
        StoredFile::State,
        StoredFile::Rest,
    ];
    let kinds = [
        io::ErrorKind::StorageFull,
        io::ErrorKind::ReadOnlyFilesystem,
        io::ErrorKind::PermissionDenied,
        io::ErrorKind::WouldBlock,
        io::ErrorKind::IsADirectory,
        io::ErrorKind::NotFound,
        io::ErrorKind::InvalidFilename,
        io::ErrorKind::FileTooLarge,
        io::ErrorKind::BrokenPipe,
    ];
    for texts in both() {
        let mut all = std::collections::BTreeSet::new();
        for (file, attempt) in files
            .into_iter()
            .flat_map(|file| [Attempt::Read, Attempt::Write, Attempt::Remove].map(|at| (file, at)))
        {
            for kind in kinds {
                let reason = "os error 5".to_owned();
                let error = StoreError { attempt, path: PathBuf::from(PATH), kind, reason };
                let said = continued(&stored_as(&texts, file, &error));
                is_whole(&texts, &said);
                assert!(said.contains(PATH), "{said}");
                assert!(kind == io::ErrorKind::WouldBlock || said.contains("os error 5"), "{said}");
                assert!(!error.to_string().contains("another folder"), "a fact alone: {error}");
                all.insert(said);
            }
        }
        // A folder that is no file is told alike however it was met; all else by itself.
        assert!(all.len() > files.len() * 3 * (kinds.len() - 2), "{}", all.len());
        let busy = JournalError::Locked { path: PathBuf::from(PATH) };
        let said = continued(&journal_error(&texts, &busy));
        is_whole(&texts, &said);
        assert!(said.contains(PATH), "{said}");
    }
}

fn unreachable(cause: UnreachableCause) -> ApiError {
    ApiError::Unreachable { cause, reason: redact("tcp connect error") }
}

fn calls() -> Vec<ApiError> {
    let fault = Fault {
        detail: Some(redact("Нет такого токена")),
        recommendation: Some(redact("Ask again")),
        first_code: Some(redact("5")),
        second_code: None,
        http_status: 200,
    };
    let silent = Fault { detail: None, recommendation: None, ..fault.clone() };
    let tls = [
        TlsCause::Expired,
        TlsCause::NotYetValid,
        TlsCause::WrongName,
        TlsCause::UnknownIssuer,
        TlsCause::Revoked,
        TlsCause::WrongPurpose,
        TlsCause::BadCertificate,
        TlsCause::NothingInCommon,
        TlsCause::ClientCertificate,
        TlsCause::NoTls,
        TlsCause::Other,
    ];
    let proxy = "Proxy.local:3128".to_owned();
    let setting = ProxyError { variable: "HTTPS_PROXY".to_owned(), fault: ProxyFault::Port };
    let mut all = vec![
        ApiError::Refused(Fault { detail: Some(redact("No")), ..fault }),
        ApiError::Refused(silent),
        unreachable(UnreachableCause::NameUnknown),
        unreachable(UnreachableCause::Refused),
        unreachable(UnreachableCause::TimedOut),
        unreachable(UnreachableCause::NoConnection),
        unreachable(UnreachableCause::Setup),
        unreachable(UnreachableCause::NoRoots(None)),
        unreachable(UnreachableCause::ProxySetting(setting)),
        unreachable(UnreachableCause::Proxy { proxy, trouble: ProxyTrouble::HungUp }),
        ApiError::HttpStatus { status: 502, excerpt: redact("") },
        ApiError::Redirected { status: 302, host: redact("pay.example") },
        ApiError::NoProof { doubt: Unproven::Token { card: 3 } },
        ApiError::TooLarge { limit: 8 * 1024 * 1024 },
        ApiError::TokenNotSendable,
    ];
    all.extend(tls.map(|cause| unreachable(UnreachableCause::Tls(cause))));
    let interrupted = [
        InterruptedCause::TimedOut,
        InterruptedCause::CutOff,
        InterruptedCause::BrokeOff,
        InterruptedCause::BadPacking,
        InterruptedCause::NotHttp,
    ];
    let misread = misreadings().into_iter();
    all.extend(misread.map(|reason| ApiError::NotUnderstood { reason, excerpt: redact("") }));
    all.extend(interrupted.map(|cause| ApiError::Interrupted { cause, reason: redact("hyper") }));
    all
}

fn misreadings() -> Vec<Misread> {
    let cards = [CardFault::NoObject, CardFault::NoToken, CardFault::Assets, CardFault::AssetData];
    let mut all = vec![
        Misread::Empty,
        Misread::NoJson { line: 3, column: 17 },
        Misread::NoList,
        Misread::OtherObject,
        Misread::NoMessage,
        Misread::Encoding { encoding: "br".to_owned() },
        Misread::ReadingFailed,
    ];
    all.extend(cards.map(|fault| Misread::Card { place: 12, fault }));
    all
}

/// What the program says itself is in the language; a library's words and names of fields may stay.
#[test]
fn why_an_answer_was_not_understood_is_told_in_the_language() {
    for reason in misreadings() {
        let [english, russian] = both().map(|texts| misread(&texts, &reason));
        assert_eq!(english.replace('`', ""), reason.to_string(), "the journal's words");
        let known = ["JSON", "br", "assets", "assetData"];
        let mut rest = russian.clone();
        known.iter().for_each(|word| rest = rest.replace(word, ""));
        assert!(!rest.chars().any(|c| c.is_ascii_alphabetic()), "{russian}");
        assert_eq!(english.contains("12"), russian.contains("12"), "{russian}");
        assert_eq!(english.contains("17"), russian.contains("17"), "{russian}");
    }
}

#[test]
fn whoever_reads_an_error_on_the_command_line_is_told_what_to_do() {
    let status = |status| ApiError::HttpStatus { status, excerpt: redact("") };
    let statuses = [401, 403, 404, 408, 429, 500, 502, 503, 504, 418];
    for texts in both() {
        for error in calls().into_iter().chain(statuses.map(status)) {
            let (fact, said) = (api_error(&texts, &error), advised_error(&texts, &error));
            is_whole(&texts, &said);
            let advises =
                fact == said || said.starts_with(&format!("{}. ", fact.trim_end_matches('.')));
            assert!(advises, "{said}");
            let is_told = matches!(
                &error,
                ApiError::NoProof { .. }
                    | ApiError::TokenNotSendable
                    | ApiError::Unreachable { cause: UnreachableCause::ProxySetting(_), .. }
            );
            assert_eq!(fact == said, is_told, "{said}");
        }
        let told: std::collections::BTreeSet<String> =
            [401, 404, 503, 418].map(|code| what_to_do(&texts, &status(code))).into();
        assert_eq!(told.len(), 4, "{told:?}");
        let setting = RootsSetting { variable: "SSL_CERT_FILE", path: PATH.into() };
        let error = unreachable(UnreachableCause::NoRoots(Some(setting)));
        let said = advised_error(&texts, &error);
        is_whole(&texts, &said);
        assert!(said.contains(&format!("SSL_CERT_FILE={PATH}")), "{said}");
    }
}

#[test]
fn every_error_of_a_call_is_a_sentence_of_its_own_in_both_languages() {
    for texts in both() {
        let said: Vec<String> = calls().iter().map(|error| api_error(&texts, error)).collect();
        for (error, said) in calls().iter().zip(&said) {
            is_whole(&texts, said);
            assert!(!said.contains("tcp connect") && !said.contains("hyper"), "{said}");
            assert_ne!(*said, error.to_string());
            let is_refused = matches!(error, ApiError::Refused(_));
            assert_eq!(said.contains("5 / –"), is_refused, "{said}");
        }
        let apart: std::collections::BTreeSet<&String> = said.iter().collect();
        assert_eq!(apart.len(), said.len(), "{said:#?}");
    }
}

#[test]
fn a_report_holds_nothing_of_an_answer_that_was_not_understood() {
    let excerpt = redact("<p>Ivan Petrov</p>");
    let error = ApiError::NotUnderstood { reason: Misread::Empty, excerpt };
    for texts in both() {
        let why = misread(&texts, &Misread::Empty);
        assert!(api_error(&texts, &error).ends_with(&format!("({why}): <p>Ivan Petrov</p>")));
        let said = reported_error(&texts, &error);
        assert!(said.ends_with(&format!(": {why}")) && !said.contains("Petrov"), "{said}");
        for other in calls().iter().filter(|one| !matches!(one, ApiError::NotUnderstood { .. })) {
            assert_eq!(reported_error(&texts, other), api_error(&texts, other));
        }
    }
}

#[test]
fn a_proxys_setting_is_told_with_what_is_wrong_and_what_it_means() {
    let faults = [
        ProxyFault::Blank,
        ProxyFault::Quotes,
        ProxyFault::Scheme { scheme: "socks".to_owned() },
        ProxyFault::NoHost,
        ProxyFault::NoUser,
        ProxyFault::Brackets,
        ProxyFault::Port,
        ProxyFault::Unescaped,
        ProxyFault::MoreThanAServer,
        ProxyFault::Several,
        ProxyFault::Direct,
        ProxyFault::Exception { entry: "10.*".to_owned() },
        ProxyFault::ExceptionAddress { server: Some("pay.example".to_owned()) },
        ProxyFault::ExceptionAddress { server: None },
        ProxyFault::Malformed,
    ];
    for texts in both() {
        let mut all = std::collections::BTreeSet::new();
        for fault in &faults {
            let error = ProxyError { variable: "NO_PROXY".to_owned(), fault: fault.clone() };
            let said = proxy_error(&texts, &error);
            is_whole(&texts, &said);
            assert!(said.contains("NO_PROXY"), "{said}");
            all.insert(said);
        }
        assert_eq!(all.len(), faults.len());
    }
}

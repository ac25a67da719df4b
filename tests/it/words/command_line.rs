//! What the command line says of what ended it early.

use std::io;
use std::path::PathBuf;

use carddesk::acknowledged::AcknowledgedError;
use carddesk::app::WindowError;
use carddesk::batch::{BaselineError, BatchError, Identity, StateError};
use carddesk::cli::{ArgumentError, CliError};
use carddesk::diagnostics::Crash;
use carddesk::domain::{
    CustomerNumberError, LoginError, MerchantIdError, PasswordError, Prohibited,
    ServerAddressError, TokenError,
};
use carddesk::journal::JournalError;
use carddesk::removal::RemovalError;
use carddesk::sandbox::SandboxError;
use carddesk::settings::{Attempt, FoldersError, ReadError, ReadFailure, StoreError};

use super::{PATH, both, calls, is_whole};

fn broken() -> io::Error {
    io::Error::other("os error 5")
}

fn stored() -> StoreError {
    let (attempt, path) = (Attempt::Write, PathBuf::from(PATH));
    StoreError { attempt, path, kind: io::ErrorKind::StorageFull, reason: "os error 5".to_owned() }
}

fn unread(failure: ReadFailure) -> ReadError {
    ReadError { path: PATH.into(), failure, reason: "os error 5".to_owned() }
}

fn place(server: &str, merchant_id: u32) -> Box<Identity> {
    let (server, environment) = (server.to_owned(), "TEST".to_owned());
    Box::new(Identity { server, merchant_id, environment, started: "2026-01-31 12:00".to_owned() })
}

fn arguments() -> Vec<ArgumentError> {
    let (seen, unseen) =
        (Prohibited { symbol: '/', position: 3 }, Prohibited { symbol: '\u{200b}', position: 3 });
    let extra = "/pay".to_owned();
    vec![
        ArgumentError::Server(ServerAddressError::Empty),
        ArgumentError::Server(ServerAddressError::Malformed),
        ArgumentError::Server(ServerAddressError::Port),
        ArgumentError::Server(ServerAddressError::PlainHttp { host: "pay.example".to_owned() }),
        ArgumentError::Server(ServerAddressError::Scheme { scheme: "ftp".to_owned() }),
        ArgumentError::Server(ServerAddressError::UserInfo),
        ArgumentError::Server(ServerAddressError::MoreThanAServer { extra }),
        ArgumentError::MerchantId(MerchantIdError::Empty),
        ArgumentError::MerchantId(MerchantIdError::NotANumber),
        ArgumentError::MerchantId(MerchantIdError::OutOfRange),
        ArgumentError::Login(LoginError::Empty),
        ArgumentError::Login(LoginError::TooLong { chars: 21 }),
        ArgumentError::Login(LoginError::Prohibited(seen)),
        ArgumentError::Login(LoginError::Prohibited(unseen)),
        ArgumentError::Password(PasswordError::Empty),
        ArgumentError::Password(PasswordError::TooLong),
        ArgumentError::Password(PasswordError::Prohibited { position: 3 }),
        ArgumentError::Password(PasswordError::Invisible { position: 3 }),
        ArgumentError::PasswordUnread(broken()),
        ArgumentError::PasswordEncoding,
        ArgumentError::Customer(CustomerNumberError::Empty),
        ArgumentError::Customer(CustomerNumberError::TooLong { chars: 33 }),
        ArgumentError::Customer(CustomerNumberError::Prohibited(seen)),
        ArgumentError::Customer(CustomerNumberError::Prohibited(unseen)),
        ArgumentError::Token(TokenError::Empty),
        ArgumentError::Token(TokenError::Length { chars: 35 }),
        ArgumentError::Token(TokenError::Shape { position: 35 }),
        ArgumentError::TokenProhibited(seen),
        ArgumentError::TokenProhibited(unseen),
        ArgumentError::NoSuchCard { wanted: "7777".to_owned(), cards: 1 },
        ArgumentError::NoSuchCard { wanted: "7777".to_owned(), cards: 2 },
        ArgumentError::DataFolder { folder: PATH.into(), taken: PATH.into(), is_file: true },
        ArgumentError::DataFolder { folder: PATH.into(), taken: "Receipts".into(), is_file: false },
        ArgumentError::OwnFile { flag: "--html", path: PATH.into() },
        ArgumentError::SameFile { first: "--html", second: "--csv", path: PATH.into() },
        ArgumentError::BothPrinted { first: "--html", second: "--csv" },
        ArgumentError::NeedsFile { flag: "--state" },
        ArgumentError::BadSize("1x1".to_owned()),
    ]
}

fn batches() -> Vec<CliError> {
    let (kept, wanted) = (place("pay.example", 777_001), place("sandbox", 777_002));
    let other = StateError::OtherBatch { kept: kept.clone(), wanted: wanted.clone() };
    let states =
        [StateError::Unusable(stored()), StateError::InUse, StateError::NoStateFile, other];
    let baselines = [
        BaselineError::NoBaseline,
        BaselineError::OtherForm(9),
        BaselineError::Damaged { line: 4 },
        BaselineError::OtherBatch { kept, wanted },
    ];
    let states =
        states.map(|error| CliError::Batch(BatchError::State { path: PATH.into(), error }));
    let baselines = baselines.map(|error| CliError::Baseline { path: PATH.into(), error });
    let others = [BatchError::System(broken()), BatchError::BrokeOff, BatchError::NeverBegun];
    let others = others.map(CliError::Batch);
    states.into_iter().chain(baselines).chain(others).collect()
}

fn others() -> Vec<CliError> {
    let failures = [
        ReadFailure::NotFound,
        ReadFailure::Folder,
        ReadFailure::NoFile,
        ReadFailure::Denied,
        ReadFailure::InUse,
        ReadFailure::TooLarge { most: 1024 * 1024 },
        ReadFailure::Other,
    ];
    let reason = || "no display".to_owned();
    let busy = JournalError::Locked { path: PATH.into() };
    let contents = AcknowledgedError::Broken { path: PATH.into(), reason: "line 1".to_owned() };
    let mut all = vec![
        CliError::Folders(FoldersError::NoHome),
        CliError::Sandbox(SandboxError::Port { port: 0, source: broken() }),
        CliError::Sandbox(SandboxError::Port { port: 80, source: broken() }),
        CliError::Sandbox(SandboxError::System(broken())),
        CliError::Sandbox(SandboxError::Output(broken())),
        CliError::Removal(RemovalError::JournalUnavailable(busy)),
        CliError::Removal(RemovalError::PlanUnkept(stored())),
        CliError::Window(WindowError::NoDisplay),
        CliError::Window(WindowError::NoWindow { reason: reason() }),
        CliError::Window(WindowError::NoOpenGl { reason: reason() }),
        CliError::Window(WindowError::Lost { reason: reason() }),
        CliError::Crashed(Crash { place: "src/ui/view.rs:12".to_owned() }),
        CliError::Crashed(Crash { place: String::new() }),
        CliError::NotSent { why: String::new(), technical: None },
        CliError::NotConfirmed,
        CliError::NotSettled,
        CliError::NoCustomers,
        CliError::Acknowledged(contents),
        CliError::Acknowledged(AcknowledgedError::Unwritable(stored())),
        CliError::Report(stored()),
        CliError::Output(broken()),
        CliError::Several(vec![CliError::Report(stored()), CliError::Output(broken())]),
    ];
    all.extend(failures.map(|failure| CliError::CustomersUnread(unread(failure))));
    all.extend(failures.map(|failure| CliError::BaselineUnread(unread(failure))));
    let acknowledged = |failure| AcknowledgedError::Unreadable(unread(failure));
    all.extend(failures.map(|failure| CliError::Acknowledged(acknowledged(failure))));
    all.extend(calls().into_iter().map(CliError::Api));
    all
}

#[test]
fn whatever_ends_a_command_early_is_a_sentence_in_both_languages() {
    let all: Vec<CliError> =
        arguments().into_iter().map(CliError::from).chain(batches()).chain(others()).collect();
    for texts in both() {
        let mut apart = std::collections::BTreeSet::new();
        for error in &all {
            let said = error.words(&texts);
            is_whole(&texts, &said);
            assert!(!said.ends_with('.') && said.chars().count() > 10, "{said}");
            let debug = format!("{error:?}");
            assert_eq!(said.contains(PATH), debug.contains(PATH), "{debug}: {said}");
            apart.insert(said);
        }
        assert_eq!(apart.len(), all.len(), "{:?}", texts.language());
    }
}

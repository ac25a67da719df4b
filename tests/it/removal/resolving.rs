//! Removals that a crash left open, decided later.
use std::path::Path;

use carddesk::api::Client;
use carddesk::domain::{MerchantId, ServerAddress, Token};
use carddesk::journal::{
    Draft, EntryKind, Journal, OutcomeCode, RemovalId, RemovalRecord, Subject, TokenDigest, read,
};
use carddesk::removal::{Resolution, ResolveError, resolve};

use crate::support::{Gateway, LIST, OTHER, Reply, TOKEN, credentials, list_of, ok};

use super::{kinds, now, remove};

/// A journal as a crash leaves it: an intent, and perhaps an answer.
fn crashed(dir: &Path, server: &ServerAddress, answer: Option<EntryKind>) -> RemovalRecord {
    let journal = Journal::open(dir).unwrap();
    let removal = RemovalId::new(now());
    let subject = subject(server);
    for kind in [Some(EntryKind::Intent), answer].into_iter().flatten() {
        let draft =
            Draft { removal: removal.clone(), kind, subject: subject.clone(), detail: None };
        journal.append(draft, now()).unwrap();
    }
    open(dir).remove(0)
}

fn subject(server: &ServerAddress) -> Subject {
    use carddesk::domain::{Bin, CustomerNumber, LastFour};
    Subject {
        os_user: "somebody".to_owned(),
        operator: Some("Марина".to_owned()),
        merchant: MerchantId::parse("452739").unwrap(),
        server: server.host_and_port(),
        environment: server.environment(),
        customer: CustomerNumber::parse("AB 12").unwrap(),
        brand: "VISA".to_owned(),
        bank: String::new(),
        bin: Bin::from_gateway("412362"),
        last_four: LastFour::from_gateway("0028"),
        token: TokenDigest::of(&Token::from_gateway(TOKEN)),
        reason: None,
    }
}

fn open(dir: &Path) -> Vec<RemovalRecord> {
    read(dir).unwrap().unresolved().to_vec()
}

fn decide(
    gateway: &Gateway,
    dir: &Path,
    record: &RemovalRecord,
) -> Result<Resolution, ResolveError> {
    let server = gateway.server();
    let client = Client::new(&server).unwrap();
    let journal = Journal::open(dir).unwrap();
    resolve(&client, &journal, record, &server, &credentials("452739"), Some("Олег"), &now)
}

#[test]
fn one_list_decides_by_what_was_known_of_the_request() {
    use OutcomeCode::{AlreadyGone, NotSent, Refused, RemovedVerified, StillThere};
    let cases = [
        (None, RemovedVerified, StillThere),
        (Some(EntryKind::Acknowledged), RemovedVerified, StillThere),
        (Some(EntryKind::Unknown), RemovedVerified, StillThere),
        (Some(EntryKind::Refused), AlreadyGone, Refused),
        (Some(EntryKind::NotSent), AlreadyGone, NotSent),
    ];
    for (answer, absent, present) in cases {
        for (tokens, outcome) in
            [(vec![OTHER], absent), (vec![OTHER, &TOKEN.to_lowercase()], present)]
        {
            let gateway = Gateway::start(Reply::close(), ok(list_of(&tokens)));
            let dir = tempfile::tempdir().unwrap();
            let record = crashed(dir.path(), &gateway.server(), answer);
            let resolution = decide(&gateway, dir.path(), &record).unwrap();
            assert_eq!(resolution.outcome, outcome, "{answer:?} {tokens:?}");
            assert_eq!(resolution.list.cards.len(), tokens.len());
            assert_eq!(resolution.journal_warning, None);
            assert_eq!(gateway.paths(), [LIST], "nothing is removed");
            assert_eq!(gateway.bodies()[0]["customernumber"], "AB 12");
            assert_eq!(kinds(dir.path()).last(), Some(&EntryKind::Resolution(outcome)));
            assert!(open(dir.path()).is_empty());
        }
    }
}

#[test]
fn the_resolution_names_who_resolved() {
    let gateway = Gateway::start(Reply::close(), ok("[]"));
    let dir = tempfile::tempdir().unwrap();
    let record = crashed(dir.path(), &gateway.server(), None);
    decide(&gateway, dir.path(), &record).unwrap();
    let view = read(dir.path()).unwrap();
    let [intent, resolution] = &view.entries[..] else { panic!("two entries") };
    assert_eq!(intent.subject.operator.as_deref(), Some("Марина"));
    assert_eq!(resolution.subject.operator.as_deref(), Some("Олег"));
    assert_eq!(resolution.removal, intent.removal);
}

#[test]
fn an_unverified_removal_stays_open_until_a_list_is_had() {
    let dir = tempfile::tempdir().unwrap();
    let gateway = Gateway::start(Reply::close(), Reply::close());
    remove(&gateway.server(), dir.path(), TOKEN).unwrap();
    let record = open(dir.path()).remove(0);
    let error = decide(&gateway, dir.path(), &record).unwrap_err();
    assert!(matches!(error, ResolveError::List(_)), "{error:?}");
    assert_eq!(open(dir.path()).len(), 1, "nothing was decided");
    assert_eq!(kinds(dir.path()).len(), 4, "and nothing written");
}

#[test]
fn only_the_same_merchant_at_the_same_server_can_decide() {
    let gateway = Gateway::start(Reply::close(), ok("[]"));
    let dir = tempfile::tempdir().unwrap();
    let elsewhere = ServerAddress::parse("payments.test.example").unwrap();
    let record = crashed(dir.path(), &elsewhere, None);
    assert_eq!(
        decide(&gateway, dir.path(), &record),
        Err(ResolveError::OtherServer { server: "payments.test.example".to_owned() })
    );

    let dir = tempfile::tempdir().unwrap();
    let server = gateway.server();
    let record = crashed(dir.path(), &server, None);
    let client = Client::new(&server).unwrap();
    let journal = Journal::open(dir.path()).unwrap();
    assert_eq!(
        resolve(&client, &journal, &record, &server, &credentials("7"), None, &now),
        Err(ResolveError::OtherMerchant { merchant: MerchantId::parse("452739").unwrap() })
    );
    assert!(gateway.paths().is_empty(), "not even asked");
}

#[test]
fn what_has_an_outcome_is_not_decided_again() {
    let gateway = Gateway::start(Reply::close(), ok("[]"));
    let dir = tempfile::tempdir().unwrap();
    remove(&gateway.server(), dir.path(), TOKEN).unwrap();
    let record = read(dir.path()).unwrap().removals().remove(0);
    assert_eq!(decide(&gateway, dir.path(), &record), Err(ResolveError::NotOpen));
    assert_eq!(gateway.paths().len(), 2);
}

//! Open removals settled by lists that were fetched for something else.

use std::path::Path;
use std::sync::Arc;

use carddesk::domain::{CardList, CustomerNumber, MerchantId, ServerAddress, Token};
use carddesk::journal::{EntryKind, OutcomeCode, read};
use carddesk::removal::{Listing, Settled, Settler};
use jiff::{SignedDuration, Timestamp};

use crate::support::{Door, Gateway, OTHER, Reply, TOKEN, list_of, ok, quiet_port};

use super::{kinds, now, remove};

/// A removal that nothing is known of: request and check were both cut off.
fn left_open(dir: &Path) -> ServerAddress {
    let gateway = Gateway::start(Reply::close(), Reply::close());
    let server = gateway.server();
    remove(&server, dir, TOKEN).unwrap();
    assert_eq!(read(dir).unwrap().unresolved().len(), 1);
    server
}

fn cards(tokens: &[&str]) -> CardList {
    let cards = tokens.iter().map(|token| {
        let mut card = crate::model::card(token);
        card.token = Token::from_gateway(token);
        card
    });
    CardList::sound(cards.collect())
}

/// What a list means for the removals open in this folder.
struct Case<'a> {
    server: &'a ServerAddress,
    merchant: &'a str,
    customer: &'a str,
    tokens: &'a [&'a str],
    asked: Timestamp,
}

fn settle(dir: &Path, case: &Case<'_>) -> Vec<Settled> {
    let listing = Listing {
        server: case.server,
        merchant: MerchantId::parse(case.merchant).unwrap(),
        customer: &CustomerNumber::parse(case.customer).unwrap(),
        list: &cards(case.tokens),
        asked: case.asked,
    };
    Settler::new(dir).listed(listing, Some("Олег"), &now)
}

fn later() -> Timestamp {
    now() + SignedDuration::from_secs(1)
}

#[test]
fn any_later_list_of_that_customer_settles_it() {
    for (tokens, outcome) in [
        (&[OTHER][..], OutcomeCode::RemovedVerified),
        (&[], OutcomeCode::RemovedVerified),
        (&[OTHER, TOKEN], OutcomeCode::StillThere),
    ] {
        let dir = tempfile::tempdir().unwrap();
        let server = left_open(dir.path());
        let case =
            Case { server: &server, merchant: "452739", customer: "1234", tokens, asked: later() };
        let settled = settle(dir.path(), &case);
        let [settled] = settled.as_slice() else { panic!("{settled:?}") };
        assert_eq!(settled.outcome, outcome, "{tokens:?}");
        assert_eq!(settled.subject.last_four.as_str(), "0028");
        assert_eq!(kinds(dir.path()).last(), Some(&EntryKind::Resolution(outcome)));
        let view = read(dir.path()).unwrap();
        assert!(view.unresolved().is_empty());
        assert_eq!(view.entries.last().unwrap().subject.operator.as_deref(), Some("Олег"));
        assert_eq!(settle(dir.path(), &case), [], "it is settled once");
    }
}

#[test]
fn a_list_that_says_nothing_of_it_leaves_it_open() {
    let dir = tempfile::tempdir().unwrap();
    let server = left_open(dir.path());
    let elsewhere = ServerAddress::parse("payments.test.example").unwrap();
    let whole =
        Case { server: &server, merchant: "452739", customer: "1234", tokens: &[], asked: later() };
    let before = kinds(dir.path());
    for (what, case) in [
        ("another customer", Case { customer: "12345", ..whole }),
        ("another merchant", Case { merchant: "7", ..whole }),
        ("another server", Case { server: &elsewhere, ..whole }),
        ("a card without a token", Case { tokens: &[OTHER, ""], ..whole }),
        ("asked for in the same moment", Case { asked: now(), ..whole }),
        ("asked for before", Case { asked: now() - SignedDuration::from_secs(1), ..whole }),
    ] {
        assert_eq!(settle(dir.path(), &case), [], "{what}");
        assert_eq!(kinds(dir.path()), before, "{what}");
    }
    assert_eq!(settle(dir.path(), &whole).len(), 1);
}

#[test]
fn what_other_programs_leave_open_is_seen_by_a_settler_that_lives_on() {
    let dir = tempfile::tempdir().unwrap();
    let settler = Settler::new(dir.path());
    let customer = CustomerNumber::parse("1234").unwrap();
    let list = cards(&[OTHER]);
    for _ in 0..2 {
        let server = left_open(dir.path());
        let merchant = MerchantId::parse("452739").unwrap();
        let listing =
            Listing { server: &server, merchant, customer: &customer, list: &list, asked: later() };
        assert_eq!(settler.listed(listing, None, &now).len(), 1);
        assert_eq!(settler.listed(listing, None, &now), []);
    }
}

#[test]
fn a_removal_that_runs_is_not_settled_and_one_that_was_killed_is() {
    let dir = tempfile::tempdir().unwrap();
    let door = Arc::new(Door::default());
    let (sent, at_server) = std::sync::mpsc::sync_channel(1);
    let held = Arc::clone(&door);
    let gateway = Gateway::answering(move |request| {
        if request.target == crate::support::REMOVE {
            sent.send(()).unwrap();
            held.wait();
        }
        ok(list_of(&[TOKEN]))
    });
    let server = gateway.server();
    let whole =
        Case { server: &server, merchant: "452739", customer: "1234", tokens: &[], asked: later() };
    std::thread::scope(|scope| {
        let removal = scope.spawn(|| remove(&server, dir.path(), TOKEN).unwrap());
        at_server.recv().unwrap();
        assert_eq!(kinds(dir.path()), [EntryKind::Intent]);
        assert_eq!(settle(dir.path(), &whole), [], "its own list decides");
        door.open();
        removal.join().unwrap();
    });
    // The same journal, of a program that ended there.
    let path = dir.path().join(carddesk::journal::FILE_NAME);
    let text = std::fs::read_to_string(&path).unwrap();
    std::fs::write(&path, text.lines().next().unwrap().to_owned() + "\n").unwrap();
    assert_eq!(settle(dir.path(), &whole).len(), 1);
}

#[test]
fn a_journal_that_cannot_be_read_or_is_not_there_settles_nothing() {
    let dir = tempfile::tempdir().unwrap();
    let server = ServerAddress::parse(&format!("http://127.0.0.1:{}", quiet_port())).unwrap();
    let case =
        Case { server: &server, merchant: "452739", customer: "1234", tokens: &[], asked: later() };
    assert_eq!(settle(dir.path(), &case), []);
    assert_eq!(std::fs::read_dir(dir.path()).unwrap().count(), 0, "and makes no file");
    std::fs::create_dir(dir.path().join(carddesk::journal::FILE_NAME)).unwrap();
    assert_eq!(settle(dir.path(), &case), []);
}

/// What stands behind a break may say anything, and what stands before it is as it was written.
#[test]
fn nothing_behind_a_break_is_settled_until_somebody_takes_it_on() {
    use carddesk::journal::{Acceptor, FILE_NAME, Journal};
    for (broken, settles) in [(2, false), (4, false), (5, true)] {
        let dir = tempfile::tempdir().unwrap();
        let server = left_open(dir.path());
        // A removal of another customer, after it.
        let journal = Journal::open(dir.path()).unwrap();
        let entry = read(dir.path()).unwrap().entries.remove(0);
        let mut subject = entry.subject;
        subject.customer = CustomerNumber::parse("7777").unwrap();
        let removal = carddesk::journal::RemovalId::new(now());
        let draft = carddesk::journal::Draft { removal, kind: entry.kind, subject, detail: None };
        journal.append(draft, now()).unwrap();
        let path = dir.path().join(FILE_NAME);
        let text = std::fs::read_to_string(&path).unwrap();
        let edited = text.lines().enumerate().map(|(at, line)| match at + 1 == broken {
            true => format!("{}\n", line.replace("VISA", "visa")),
            false => format!("{line}\n"),
        });
        std::fs::write(&path, edited.collect::<String>()).unwrap();
        let before = kinds(dir.path());
        let whole = Case {
            server: &server,
            merchant: "452739",
            customer: "1234",
            tokens: &[],
            asked: later(),
        };
        assert_eq!(settle(dir.path(), &whole).len(), usize::from(settles), "line {broken}");
        if !settles {
            assert_eq!(kinds(dir.path()), before);
            let who = Acceptor::here(None, None);
            journal.accept(broken as u64, who, now()).unwrap();
            assert_eq!(settle(dir.path(), &whole).len(), 1, "line {broken}, taken on");
        }
    }
}

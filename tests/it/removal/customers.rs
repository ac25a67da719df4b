//! A plan for several customers: one after another, each with a list and a report of its own.
use std::collections::HashMap;
use std::path::Path;
use std::sync::atomic::Ordering;
use std::sync::{Arc, Mutex};

use carddesk::domain::CustomerNumber;
use carddesk::journal::{read, verify};
use carddesk::removal::{
    CardSnapshot, Outcome, Plan, PlannedCustomer, Policy, Progress, Report, Scope, Step, Summary,
    pending,
};

use crate::support::{ACKNOWLEDGED, Gateway, REFUSED, REMOVE, list_of, ok, token};

use super::{carried_out, one};

/// Cards by customer.
type Kept = Arc<Mutex<HashMap<String, Vec<String>>>>;

/// A gateway at which A has cards 0 to 2, B card 3, and C cards 4 and 5; it refuses to remove this one.
fn gateway(refused: Option<usize>) -> (Gateway, Kept) {
    let of = |numbers: &[usize]| numbers.iter().copied().map(token).collect::<Vec<_>>();
    let kept = [("A", of(&[0, 1, 2])), ("B", of(&[3])), ("C", of(&[4, 5]))];
    let kept = kept.map(|(customer, tokens)| (customer.to_owned(), tokens));
    let kept: Kept = Arc::new(Mutex::new(HashMap::from(kept)));
    let (cards, refused) = (Arc::clone(&kept), refused.map(token));
    let gateway = Gateway::answering(move |request| {
        let body = request.json();
        let mut cards = cards.lock().unwrap();
        let cards = cards.get_mut(body["customernumber"].as_str().unwrap()).unwrap();
        if request.target != REMOVE {
            return ok(list_of(&cards.iter().map(String::as_str).collect::<Vec<_>>()));
        }
        if refused.as_deref() == body["token"].as_str() {
            return ok(REFUSED);
        }
        cards.retain(|token| body["token"] != *token);
        ok(ACKNOWLEDGED)
    });
    (gateway, kept)
}

/// All of these cards.
fn plan(gateway: &Gateway, policy: Policy) -> Plan {
    let like = one(&gateway.server(), &token(0));
    let card = |number: usize| {
        let token = carddesk::domain::Token::from_gateway(&token(number));
        CardSnapshot { token, ..like.customers[0].cards[0].clone() }
    };
    let of = |number: &str, cards: &[usize]| PlannedCustomer {
        number: CustomerNumber::parse(number).unwrap(),
        cards: cards.iter().copied().map(card).collect(),
    };
    let customers = vec![of("A", &[0, 1, 2]), of("B", &[3]), of("C", &[4, 5])];
    Plan { scope: Scope::Expired, customers, policy, ..like }
}

/// The customers of a report, with what is said of each.
fn said(report: &Report) -> Vec<(&str, Summary)> {
    let customers = report.customers.iter();
    customers.map(|of| (of.customer.as_str(), of.summary())).collect()
}

/// Whose cards the removals asked for were, in order.
fn asked(gateway: &Gateway) -> Vec<String> {
    let requests = gateway.requests();
    let removals = requests.iter().filter(|request| request.target == REMOVE);
    let customer = |body: serde_json::Value| body["customernumber"].as_str().unwrap().to_owned();
    removals.map(|request| customer(request.json())).collect()
}

fn open(dir: &Path) -> usize {
    verify(dir).unwrap();
    assert!(pending(dir).is_empty(), "it came to its end");
    read(dir).unwrap().unresolved().len()
}

#[test]
fn customers_follow_one_another_and_cards_are_told_by_their_place_in_the_plan() {
    let (gateway, kept) = gateway(None);
    let dir = tempfile::tempdir().unwrap();
    let heard = Mutex::new(Vec::new());
    let report = carried_out(&plan(&gateway, Policy::Stop), dir.path(), &|progress, _| {
        let customers: Vec<_> =
            pending(dir.path()).iter().map(|pending| pending.customer.clone()).collect();
        assert!(customers.is_empty(), "what runs is not offered: {customers:?}");
        heard.lock().unwrap().push(progress);
    });
    let all = Summary::AllRemoved;
    assert_eq!(said(&report), [("A", all), ("B", all), ("C", all)]);
    assert!(kept.lock().unwrap().values().all(Vec::is_empty));
    assert_eq!(asked(&gateway), ["A", "A", "A", "B", "C", "C"]);
    assert_eq!((open(dir.path()), read(dir.path()).unwrap().entries.len()), (0, 24));
    let heard = heard.into_inner().unwrap();
    for card in 0..6 {
        let begun = Progress::Step { card, step: Step::WritingIntent };
        assert_eq!(heard.iter().filter(|told| **told == begun).count(), 1, "{card}");
        assert!(heard.contains(&Progress::Ended { card, outcome: Outcome::RemovedVerified }));
    }
    let next: Vec<&str> = heard
        .iter()
        .filter_map(|told| match told {
            Progress::Next(report) => Some(report.customer.as_str()),
            _ => None,
        })
        .collect();
    assert_eq!(next, ["A", "B"], "the last one is told by the end");
    // Nothing of a customer is begun before all of the one before has ended.
    let place = |wanted: &Progress| heard.iter().position(|told| told == wanted).unwrap();
    let first_of_b = place(&Progress::Step { card: 3, step: Step::WritingIntent });
    assert!((0..3).all(|card| {
        place(&Progress::Ended { card, outcome: Outcome::RemovedVerified }) < first_of_b
    }));
}

#[test]
fn after_an_unexpected_answer_no_further_customer_is_begun_unless_told_otherwise() {
    for (policy, expected) in [
        (Policy::Stop, vec![("A", Summary::AllRemoved), ("B", Summary::Partly)]),
        (
            Policy::GoOn,
            vec![("A", Summary::AllRemoved), ("B", Summary::Partly), ("C", Summary::AllRemoved)],
        ),
    ] {
        let (gateway, _) = gateway(Some(3));
        let dir = tempfile::tempdir().unwrap();
        let report = carried_out(&plan(&gateway, policy), dir.path(), &|_, _| {});
        assert_eq!(said(&report), expected, "{policy:?}");
        let sent = if policy == Policy::Stop { 4 } else { 6 };
        assert_eq!(asked(&gateway).len(), sent, "{policy:?}: each once");
        assert_eq!(open(dir.path()), 0);
    }
}

#[test]
fn a_person_may_stop_it_between_customers() {
    let (gateway, kept) = gateway(None);
    let dir = tempfile::tempdir().unwrap();
    let report = carried_out(&plan(&gateway, Policy::GoOn), dir.path(), &|told, stop| {
        if told == Progress::Checking {
            stop.store(true, Ordering::SeqCst);
        }
    });
    assert_eq!(said(&report), [("A", Summary::AllRemoved)]);
    assert_eq!(asked(&gateway), ["A", "A", "A"]);
    let kept = kept.lock().unwrap();
    assert_eq!((kept["B"].len(), kept["C"].len()), (1, 2));
}

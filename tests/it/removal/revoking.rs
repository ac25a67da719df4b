//! Several cards of one customer: whatever goes wrong, nothing is lost and nothing is claimed that
//! is not so.
use std::collections::HashSet;
use std::path::Path;
use std::sync::atomic::Ordering;
use std::sync::{Condvar, Mutex};
use std::time::Duration;

use carddesk::domain::Language;
use carddesk::i18n::Texts;
use carddesk::journal::{ChainState, EntryKind, OutcomeCode, read, verify};
use carddesk::removal::{
    CustomerReport, Outcome, PlannedCustomer, Policy, Progress, RemovalContext, RemovalError,
    Scope, Summary, detail_words, pending, run,
};

use crate::support::{Door, Fate, Shop, token};

use super::{all, ends, revoked, revoked_telling};

/// What holds however it ended: cards said to be gone are gone, the others are there or said to
/// be unknown; each was asked for once at most; the journal says the same of each.
fn check(shop: &Shop, report: &CustomerReport, dir: &Path) {
    let there = shop.tokens();
    for end in &report.cards {
        let token = end.card.token.expose().to_owned();
        match end.outcome {
            Outcome::RemovedVerified | Outcome::AlreadyGone => {
                assert!(!there.contains(&token), "{token} is there");
            }
            Outcome::StillThere | Outcome::Refused(_) => assert!(there.contains(&token)),
            Outcome::Unverified | Outcome::NotSent => {}
        }
    }
    let mut asked = shop.asked();
    let count = asked.len();
    asked.sort();
    asked.dedup();
    assert_eq!(asked.len(), count, "each once");
    if report.summary() == Summary::AllRemoved {
        assert!(there.is_empty());
    }
    assert_eq!(verify(dir).unwrap(), ChainState::Intact);
    let records = read(dir).unwrap().removals();
    for end in &report.cards {
        let Some(id) = end.id() else { continue };
        let record = records.iter().find(|record| record.id() == id).unwrap();
        assert_eq!(record.outcome(), Some(end.outcome.kind()));
        assert_eq!(record.entries().next().unwrap().kind, EntryKind::Intent);
    }
    assert!(pending(dir).is_empty(), "nothing is left to offer");
    let text = std::fs::read_to_string(dir.join("journal.jsonl")).unwrap();
    for number in 0..40 {
        assert!(!text.contains(&token(number)));
    }
}

#[test]
fn all_cards_go_two_at_once_and_an_empty_list_proves_it() {
    let shop = Shop::willing(12);
    let dir = tempfile::tempdir().unwrap();
    let report = revoked(&all(&shop, Policy::Stop), dir.path());
    check(&shop, &report, dir.path());
    assert_eq!(ends(&report), [("removed_verified", 12)]);
    assert_eq!((report.summary(), report.left()), (Summary::AllRemoved, Some(0)));
    assert_eq!(read(dir.path()).unwrap().entries.len(), 48);
}

#[test]
fn every_fifth_removal_refused_is_told_and_nothing_more() {
    let fifth =
        |fate: Fate| move |call: usize| if call.is_multiple_of(5) { fate } else { Fate::Fine };
    for (fate, word) in [(Fate::Refused, "refused"), (Fate::CutBefore, "still_there")] {
        let shop = Shop::new(20, fifth(fate), |_| Fate::Fine);
        let dir = tempfile::tempdir().unwrap();
        let report = revoked(&all(&shop, Policy::GoOn), dir.path());
        check(&shop, &report, dir.path());
        let mut expected = [("removed_verified", 16), (word, 4)];
        expected.sort_by_key(|(word, _)| *word != "removed_verified");
        assert_eq!(ends(&report), expected, "{fate:?}");
        assert_eq!((report.summary(), report.left()), (Summary::Partly, Some(4)));
        assert_eq!(shop.asked().len(), 20, "no second try");
    }
}

#[test]
fn every_fifth_cut_off_after_applying_is_found_removed() {
    let fate = |call: usize| if call.is_multiple_of(5) { Fate::CutAfter } else { Fate::Fine };
    let shop = Shop::new(20, fate, |_| Fate::Fine);
    let dir = tempfile::tempdir().unwrap();
    let report = revoked(&all(&shop, Policy::Stop), dir.path());
    check(&shop, &report, dir.path());
    assert_eq!(ends(&report), [("removed_verified", 20)]);
    assert_eq!(report.summary(), Summary::AllRemoved);
}

#[test]
fn every_fifth_call_of_both_kinds_may_fail() {
    for fate in [Fate::Refused, Fate::CutBefore, Fate::CutAfter] {
        let fifth = move |call: usize| if call % 5 == 4 { fate } else { Fate::Fine };
        let shop = Shop::new(20, fifth, fifth);
        let dir = tempfile::tempdir().unwrap();
        let report = revoked(&all(&shop, Policy::GoOn), dir.path());
        check(&shop, &report, dir.path());
        let open = read(dir.path()).unwrap().unresolved().len();
        let unknown = report.cards.iter().filter(|end| end.outcome == Outcome::Unverified).count();
        assert_eq!(open, unknown, "{fate:?}: what is not known stays open");
        assert_eq!(report.cards.len(), 20);
    }
}

#[test]
fn the_list_at_the_end_settles_what_a_cards_own_list_left_open() {
    // The first list names the cards; the one after the first removal fails.
    let list = |call| if call == 2 { Fate::CutBefore } else { Fate::Fine };
    let shop = Shop::new(1, |_| Fate::CutAfter, list);
    let dir = tempfile::tempdir().unwrap();
    let report = revoked(&all(&shop, Policy::Stop), dir.path());
    check(&shop, &report, dir.path());
    assert_eq!(ends(&report), [("removed_verified", 1)]);
    assert!(report.cards[0].settled);
    assert_eq!(report.summary(), Summary::AllRemoved);
    let kinds = super::kinds(dir.path());
    assert_eq!(
        kinds[3..],
        [
            EntryKind::Outcome(OutcomeCode::Unverified),
            EntryKind::Resolution(OutcomeCode::RemovedVerified)
        ]
    );
    assert!(read(dir.path()).unwrap().unresolved().is_empty());
}

#[test]
fn without_a_list_at_the_end_all_removed_is_not_said() {
    // The list that names the cards, one for each of them, and then none.
    let list = |call| if call == 5 { Fate::Refused } else { Fate::Fine };
    let shop = Shop::new(3, |_| Fate::Fine, list);
    let dir = tempfile::tempdir().unwrap();
    let report = revoked(&all(&shop, Policy::Stop), dir.path());
    check(&shop, &report, dir.path());
    assert_eq!(ends(&report), [("removed_verified", 3)]);
    assert_eq!((report.summary(), report.left()), (Summary::Done, None));
}

#[test]
fn a_card_that_came_meanwhile_is_not_passed_over() {
    for (scope, whole) in [(Scope::All, Summary::Partly), (Scope::Expired, Summary::Done)] {
        let shop = Shop::willing(2);
        let dir = tempfile::tempdir().unwrap();
        let mut request = all(&shop, Policy::Stop);
        request.scope = scope;
        shop.add(30);
        let report = revoked(&request, dir.path());
        check(&shop, &report, dir.path());
        assert_eq!((report.summary(), report.left(), report.absent()), (whole, Some(1), 2));
    }
}

#[test]
fn an_unexpected_answer_stops_what_has_not_begun() {
    let fate = |call| if call == 3 { Fate::Refused } else { Fate::Fine };
    let shop = Shop::new(12, fate, |_| Fate::Fine);
    let dir = tempfile::tempdir().unwrap();
    let refused = Door::default();
    let report = revoked_telling(&all(&shop, Policy::Stop), dir.path(), &|told, _| match told {
        Progress::Ended { outcome, .. } if !outcome.is_absent() => refused.open(),
        // The third call is of one of the first four cards: nobody runs ahead of its end.
        Progress::Step { card, .. } if card >= 4 => refused.wait(),
        _ => {}
    });
    check(&shop, &report, dir.path());
    // The one beside it comes to its end, and may have made room for another.
    assert!((3..=5).contains(&shop.asked().len()), "{:?}", shop.asked());
    assert_eq!(report.summary(), Summary::Partly);
    let begun = report.cards.iter().filter(|end| end.id().is_some()).count();
    assert_eq!(begun, shop.asked().len());
    for end in report.cards.iter().filter(|end| end.id().is_none()) {
        assert_eq!(end.outcome, Outcome::NotSent);
        let detail = detail_words(end, &Texts::new(Language::English)).unwrap();
        assert!(detail.contains("not begun"), "{detail}");
    }
}

#[test]
fn a_person_may_stop_it() {
    let shop = Shop::willing(12);
    let dir = tempfile::tempdir().unwrap();
    let stopped = Door::default();
    let report = revoked_telling(&all(&shop, Policy::GoOn), dir.path(), &|told, stop| match told {
        Progress::Ended { card: 2, .. } => {
            stop.store(true, Ordering::SeqCst);
            stopped.open();
        }
        // Whoever is not held by the third card may not run ahead of the hand.
        Progress::Step { card, .. } if card >= 4 => stopped.wait(),
        _ => {}
    });
    check(&shop, &report, dir.path());
    assert!((3..=5).contains(&shop.asked().len()), "{:?}", shop.asked());
    let last = report.cards.last().unwrap();
    let detail = detail_words(last, &Texts::new(Language::English)).unwrap();
    assert!(detail.contains("stopped by hand"), "{detail}");
    let detail = detail_words(last, &Texts::new(Language::Russian)).unwrap();
    assert!(detail.contains("остановлено вручную"), "{detail}");
    assert_eq!(report.left(), Some(12 - shop.asked().len()));
}

#[test]
fn two_are_under_way_at_once_and_never_three() {
    let shop = Shop::willing(9);
    let dir = tempfile::tempdir().unwrap();
    // Cards under way, and the most there were.
    let (under_way, met) = (Mutex::new((HashSet::new(), 0)), Condvar::new());
    revoked_telling(&all(&shop, Policy::Stop), dir.path(), &|told, _| match told {
        Progress::Step { card, .. } => {
            let mut held = under_way.lock().unwrap();
            held.0.insert(card);
            held.1 = held.1.max(held.0.len());
            met.notify_all();
            if card < 2 {
                // Neither of the first two goes on without the other.
                let alone = |held: &mut (HashSet<usize>, usize)| held.1 < 2;
                let waited = met.wait_timeout_while(held, Duration::from_secs(60), alone).unwrap();
                assert!(!waited.1.timed_out(), "one at a time");
            }
        }
        Progress::Ended { card, .. } => assert!(under_way.lock().unwrap().0.remove(&card)),
        Progress::Checking => assert!(under_way.lock().unwrap().0.is_empty()),
        Progress::Next(_) => panic!("one customer"),
    });
    assert_eq!(under_way.lock().unwrap().1, 2);
    assert!(shop.tokens().is_empty());
}

#[test]
fn each_step_of_each_card_is_told() {
    let shop = Shop::willing(4);
    let dir = tempfile::tempdir().unwrap();
    let heard = Mutex::new(Vec::new());
    revoked_telling(&all(&shop, Policy::Stop), dir.path(), &|told, _| {
        heard.lock().unwrap().push(told);
    });
    let heard = heard.into_inner().unwrap();
    assert_eq!(heard.last(), Some(&Progress::Checking));
    for card in 0..4 {
        let steps = heard
            .iter()
            .filter(|told| matches!(told, Progress::Step { card: c, .. } if *c == card));
        assert_eq!(steps.count(), 4);
        let outcome = Outcome::RemovedVerified;
        assert!(heard.contains(&Progress::Ended { card, outcome }));
    }
}

#[test]
fn a_token_named_twice_is_removed_once_and_one_that_cannot_be_sent_is_told() {
    let shop = Shop::willing(2);
    let dir = tempfile::tempdir().unwrap();
    let mut request = all(&shop, Policy::Stop);
    let mut odd = request.customers[0].cards[0].clone();
    odd.token = carddesk::domain::Token::from_gateway("54F5A3DE;4B47");
    request.customers[0].cards.insert(0, odd);
    let report = revoked(&request, dir.path());
    check(&shop, &report, dir.path());
    // It is not on the list, so it is gone all the same; it was not sent, and stopped nothing.
    assert_eq!(ends(&report), [("removed_verified", 2), ("already_gone", 1)]);

    let twice = crate::support::list_of(&[&token(1), &token(1).to_lowercase(), &token(2)]);
    let gateway =
        crate::support::Gateway::start(crate::support::Reply::close(), crate::support::ok(twice));
    let who = crate::support::credentials("1");
    let list = carddesk::api::Client::new(&gateway.server())
        .unwrap()
        .list(&who, &request.customers[0].number)
        .unwrap();
    let number = request.customers[0].number.clone();
    assert_eq!(PlannedCustomer::of(number, &list.cards).cards.len(), 2);
}

#[test]
fn without_a_journal_or_a_plan_nothing_is_sent() {
    let shop = Shop::willing(3);
    let request = all(&shop, Policy::GoOn);
    let dir = tempfile::tempdir().unwrap();
    let client = carddesk::api::Client::new(&request.server).unwrap();
    let journal = carddesk::journal::Journal::open(&dir.path().join("data")).unwrap();
    let stop = std::sync::atomic::AtomicBool::new(false);
    let context = RemovalContext {
        client: &client,
        journal: &journal,
        stop: &stop,
        now: &super::now,
        progress: &|_| {},
    };
    // The journal turns into something that cannot be written.
    std::fs::remove_file(journal.path()).unwrap();
    std::fs::create_dir(journal.path()).unwrap();
    let error = run(&context, &request).unwrap_err();
    assert!(matches!(error, RemovalError::JournalUnavailable(_)), "{error:?}");
    // And its folder goes.
    std::fs::remove_dir_all(dir.path().join("data")).unwrap();
    let error = run(&context, &request).unwrap_err();
    assert!(matches!(error, RemovalError::PlanUnkept(_)), "{error:?}");
    assert!(error.to_string().contains("nothing was sent"), "{error}");
    assert!(shop.asked().is_empty());
}

//! What a crash leaves: the rest is told, by digests, and nothing is done by itself.
use std::fs;

use carddesk::domain::{MerchantId, Token};
use carddesk::removal::{Pending, Policy, Progress, forget, pending};

use crate::support::{Door, Fate, Shop, token};

use super::{all, revoked, revoked_telling};

/// The folder's files as they were when this card had ended: what a crash then would leave.
fn crashed_after(card: usize) -> (Shop, tempfile::TempDir, tempfile::TempDir) {
    let fate = |call| if call == 2 { Fate::Refused } else { Fate::Fine };
    let shop = Shop::new(6, fate, |_| Fate::Fine);
    let (running, crashed) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    let copied = Door::default();
    revoked_telling(&all(&shop, Policy::GoOn), running.path(), &|told, _| {
        if let Progress::Step { card: begun, .. } = told
            && begun > card + 1
        {
            // The card beside it may be under way; none after it has begun.
            copied.wait();
        }
        if !matches!(told, Progress::Ended { card: ended, .. } if ended == card) {
            return;
        }
        assert!(pending(running.path()).is_empty(), "what runs is not offered");
        for file in fs::read_dir(running.path()).unwrap().map(Result::unwrap) {
            fs::copy(file.path(), crashed.path().join(file.file_name())).unwrap();
        }
        copied.open();
    });
    (shop, running, crashed)
}

fn only(dir: &std::path::Path) -> Pending {
    let mut left = pending(dir);
    assert_eq!(left.len(), 1, "{left:?}");
    left.remove(0)
}

#[test]
fn the_rest_is_what_was_not_proven_to_be_gone() {
    let (shop, running, crashed) = crashed_after(3);
    assert!(pending(running.path()).is_empty());
    let left = only(crashed.path());
    assert_eq!((left.asked, left.customer.as_str()), (6, "1234"));
    assert!(left.is_of(&shop.gateway.server(), MerchantId::parse("452739").unwrap()));
    assert!(!left.is_of(&shop.gateway.server(), MerchantId::parse("452740").unwrap()));
    assert_eq!(left.reason.as_deref(), Some("T-1001, **** **** **** 0028"));
    // The refused one is among it, as are those that had not begun.
    for kept in shop.tokens() {
        assert!(left.holds(&Token::from_gateway(&kept)));
        assert!(left.holds(&Token::from_gateway(&kept.to_lowercase())));
    }
    assert!(left.holds(&Token::from_gateway(&token(5))));
    assert!(!left.holds(&Token::from_gateway(&token(3))));
    assert!((2..=4).contains(&left.rest.len()), "{}", left.rest.len());
}

#[test]
fn the_file_holds_no_token_and_is_the_users_alone() {
    let (_shop, _running, crashed) = crashed_after(3);
    for file in fs::read_dir(crashed.path()).unwrap().map(Result::unwrap) {
        let text = fs::read_to_string(file.path()).unwrap();
        for number in 0..6 {
            assert!(!text.to_uppercase().contains(&token(number)), "{:?}", file.path());
        }
        assert!(!text.contains(crate::support::PASSWORD) && !text.contains("4123 6200"), "{text}");
        #[cfg(unix)]
        {
            use std::os::unix::fs::PermissionsExt as _;
            assert_eq!(file.metadata().unwrap().permissions().mode() & 0o777, 0o600);
        }
    }
}

#[test]
fn carrying_on_takes_over_and_the_end_forgets() {
    let (shop, _running, crashed) = crashed_after(1);
    let left = only(crashed.path());
    // A file cut off in its last line is read all the same; one without a whole first line means
    // that nothing was sent.
    fs::write(crashed.path().join("revocation-0.jsonl"), "{\"version\":1,").unwrap();
    only(crashed.path());
    let mut request = all(&shop, Policy::Stop);
    request.customers[0].cards.retain(|card| left.holds(&card.token));
    request.continues = Some(left.id);
    let report = revoked(&request, crashed.path());
    assert!(report.cards.iter().all(|end| end.outcome.is_absent()));
    assert!(pending(crashed.path()).is_empty());
}

#[test]
fn a_list_without_the_rest_forgets_it_and_so_does_a_person() {
    let (shop, _running, crashed) = crashed_after(1);
    let mut request = all(&shop, Policy::Stop);
    shop.add(20);
    request.customers = all(&shop, Policy::Stop).customers;
    revoked(&request, crashed.path());
    assert!(pending(crashed.path()).is_empty(), "the list at the end holds nothing of it");

    let (_shop, _running, crashed) = crashed_after(1);
    let left = only(crashed.path());
    forget(crashed.path(), &left.id).unwrap();
    forget(crashed.path(), &left.id).unwrap();
    assert!(pending(crashed.path()).is_empty());
}

//! `carddesk remove --all` and `--expired`.
use std::fs;

use carddesk::journal::{ChainState, OutcomeCode, read, verify};
use carddesk::removal::pending;
use serde_json::{Value, json};

use crate::support::{Fate, Gateway, PASSWORD, REFUSED, Reply, Shop, ok, token};

use super::{Run, User, access};

fn remove(user: &User, shop: &Shop, more: &[&str]) -> Run {
    let data = user.data();
    let cards = shop.tokens().len().to_string();
    let mut flags = vec!["--data-dir", data.to_str().unwrap()];
    if ["--all", "--yes"].iter().all(|flag| more.contains(flag))
        && !more.contains(&"--expect-cards")
    {
        flags.extend(["--expect-cards", &cards]);
    }
    user.at(&shop.gateway, "remove", &[more, &flags].concat())
}

fn outcomes(printed: &Value) -> Vec<&str> {
    let cards = printed["cards"].as_array().unwrap();
    cards.iter().map(|card| card["outcome"].as_str().unwrap()).collect()
}

#[test]
fn all_cards_are_removed_and_the_json_has_the_promised_shape() {
    let (user, shop) = (User::new(), Shop::willing(3));
    let run = remove(&user, &shop, &["--all", "--yes", "--json", "--reason", "T-7"]);
    run.is_ok();
    let printed = run.json();
    let names: Vec<&String> = printed.as_object().unwrap().keys().collect();
    assert_eq!(names, ["customer", "asked", "outcome", "detail", "cards", "left", "journal"]);
    assert_eq!(printed["customer"], "AB 12");
    assert_eq!((&printed["asked"], &printed["left"]), (&json!(3), &json!(0)));
    assert_eq!(printed["outcome"], "all-removed");
    let card = &printed["cards"][1];
    let names: Vec<&String> = card.as_object().unwrap().keys().collect();
    assert_eq!(names, ["last4", "bin", "brand", "expires", "outcome", "detail", "removal"]);
    assert_eq!((&card["last4"], &card["outcome"]), (&json!("0001"), &json!("removed_verified")));
    let entries = user.journal();
    assert_eq!(entries.len(), 12);
    assert!(entries.iter().all(|entry| entry.subject.reason.as_deref() == Some("T-7")));
    assert!(entries.iter().any(|entry| card["removal"] == entry.removal.as_str()));
    assert_eq!(verify(&user.data()).unwrap(), ChainState::Intact);
    assert!(!run.out.contains(&token(1)), "no token");
    assert!(shop.tokens().is_empty());
    // Once more there is nothing to do.
    let run = remove(&user, &shop, &["--all", "--yes", "--json"]);
    run.is_ok();
    assert_eq!((&run.json()["outcome"], &run.json()["left"]), (&json!("nothing-to-do"), &json!(0)));
}

#[test]
fn only_expired_cards_go_where_that_is_asked() {
    let (user, shop) = (User::new(), Shop::willing(7));
    let run = remove(&user, &shop, &["--expired", "--yes", "--json"]);
    run.is_ok();
    let printed = run.json();
    assert_eq!((&printed["asked"], &printed["left"]), (&json!(3), &json!(4)));
    assert_eq!(printed["outcome"], "done");
    assert_eq!(shop.tokens(), [1, 2, 4, 5].map(token));
    let run = remove(&user, &shop, &["--expired", "--yes"]);
    run.is_ok();
    assert!(run.out.contains("Nothing to remove: 4 cards on the customer's list."), "{run:?}");
}

#[test]
fn a_dry_run_tells_and_writes_nothing() {
    let (user, shop) = (User::new(), Shop::willing(4));
    let run = remove(&user, &shop, &["--all", "--dry-run"]);
    run.is_ok();
    assert!(run.out.contains("4 cards would be removed; nothing was sent."), "{run:?}");
    assert_eq!(run.out.lines().count(), 5);
    let run = remove(&user, &shop, &["--expired", "--dry-run", "--json"]);
    run.is_ok();
    assert_eq!((&run.json()["outcome"], &run.json()["asked"]), (&json!("dry-run"), &json!(2)));
    assert!(shop.asked().is_empty());
    assert!(!user.data().exists());
}

#[test]
fn exactly_one_of_the_three_is_given_and_somebody_confirms() {
    let (user, shop) = (User::new(), Shop::willing(2));
    let one = token(0);
    for flags in [
        &["--all", "--expired", "--yes"][..],
        &["--all", "--yes", "--token", &one],
        &["--last4", "0028", "--token", &one, "--yes"],
        &["--token-stdin", "--token", &one, "--yes"],
        &["--last4", "0028", "--all", "--yes"],
        &["--last4", "0028", "--expect-cards", "1", "--yes"],
        &["--expired", "--yes", "--token", &one],
        &["--yes", "--token", &one, "--dry-run"],
        &["--yes"],
    ] {
        assert_eq!(remove(&user, &shop, flags).code, 2, "{flags:?}");
    }
    remove(&user, &shop, &["--all"]).complains(2, "nobody confirmed");
    remove(&user, &shop, &["--all", "--go-on", "--json"]).complains(2, "nobody confirmed");
    assert!(shop.gateway.requests().is_empty());
}

#[test]
fn it_stops_at_the_first_unexpected_answer_or_goes_on() {
    let refusing = |calls: usize| {
        let fate = move |call| if call <= calls { Fate::Refused } else { Fate::Fine };
        Shop::new(10, fate, |_| Fate::Fine)
    };
    // One for each of the two in flight: how far another came would depend on the machine.
    let (user, shop) = (User::new(), refusing(2));
    let run = remove(&user, &shop, &["--all", "--yes", "--json"]);
    assert_eq!((run.code, run.err.as_str()), (1, ""), "{run:?}");
    let printed = run.json();
    assert_eq!(printed["outcome"], "partly");
    let not_begun = outcomes(&printed).iter().filter(|outcome| **outcome == "not_sent").count();
    assert_eq!(not_begun, 10 - shop.asked().len());
    assert!(not_begun >= 8, "{printed}");
    assert_eq!(printed["left"], shop.tokens().len());
    assert!(pending(&user.data()).is_empty(), "it ended, and said how");

    let (user, shop) = (User::new(), refusing(1));
    let run = remove(&user, &shop, &["--all", "--yes", "--go-on"]);
    assert_eq!(run.code, 1);
    assert!(
        run.out.starts_with("Not all: 9 of 10 cards are removed. 1 card on the list at the end.")
    );
    assert_eq!(shop.tokens().len(), 1);
}

#[test]
fn what_is_not_known_is_an_exit_code_of_its_own() {
    // No list after the first.
    let list = |call| if call == 1 { Fate::Fine } else { Fate::CutBefore };
    let (user, shop) = (User::new(), Shop::new(3, |_| Fate::Fine, list));
    let run = remove(&user, &shop, &["--all", "--yes", "--json", "--go-on"]);
    assert_eq!(run.code, 3, "{run:?}");
    let printed = run.json();
    assert_eq!((&printed["outcome"], &printed["left"]), (&json!("unverified"), &Value::Null));
    assert_eq!(outcomes(&printed), ["unverified"; 3]);
    assert!(printed["detail"].as_str().unwrap().contains("the list at the end"));
    assert_eq!(read(&user.data()).unwrap().unresolved().len(), 3);
    // Removed by its own list, and yet nothing is said of all.
    let list = |call| if call <= 2 { Fate::Fine } else { Fate::Refused };
    let (user, shop) = (User::new(), Shop::new(1, |_| Fate::Fine, list));
    let run = remove(&user, &shop, &["--all", "--yes"]);
    assert_eq!(run.code, 0, "{run:?}");
    assert!(run.out.starts_with("Done: 1 of 1") && !run.out.contains("All removed"), "{run:?}");
}

#[test]
fn a_refused_list_is_an_outcome() {
    let gateway = Gateway::start(Reply::close(), ok(REFUSED));
    let user = User::new();
    let run = user.at(&gateway, "remove", &["--all", "--yes", "--expect-cards", "1", "--json"]);
    assert_eq!(run.code, 1);
    assert_eq!((&run.json()["outcome"], &run.json()["left"]), (&json!("refused"), &Value::Null));
}

#[test]
fn the_receipt_is_one_private_page_without_secrets() {
    let (user, shop) = (User::new(), Shop::willing(2));
    let file = user.home.path().join("receipt.html");
    let path = file.to_str().unwrap();
    remove(&user, &shop, &["--all", "--yes", "--receipt", path, "--lang", "ru"]).is_ok();
    let page = fs::read_to_string(&file).unwrap();
    assert!(page.contains("Удалены все: 2 из 2") && page.contains("AB 12"), "{page}");
    for secret in [&token(0), &token(1), PASSWORD] {
        assert!(!page.contains(secret));
    }
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt as _;
        assert_eq!(fs::metadata(&file).unwrap().permissions().mode() & 0o777, 0o600);
    }
}

#[test]
fn one_card_has_a_receipt_too_whatever_came_of_it() {
    let lists = |call| if call == 1 { Fate::Fine } else { Fate::CutBefore };
    for (fate, is_listed, code, said) in [
        (Fate::Fine, true, 0, "Removed (verified)"),
        (Fate::Refused, true, 1, "Refused"),
        (Fate::CutBefore, true, 1, "Still there"),
        (Fate::CutAfter, false, 3, "Not verified"),
    ] {
        let list = move |call| if is_listed { Fate::Fine } else { lists(call) };
        let (user, shop) = (User::new(), Shop::new(3, move |_| fate, list));
        let file = user.home.path().join("receipt.html");
        let one = token(2);
        let flags = ["--token", &one, "--yes", "--json", "--receipt", file.to_str().unwrap()];
        let run = remove(&user, &shop, &flags);
        assert_eq!(run.code, code, "{run:?}");
        let is_technical = |line: &str| line.starts_with("carddesk: Technical details: ");
        assert!(run.err.lines().all(is_technical), "{run:?}");
        let names: Vec<String> = run.json().as_object().unwrap().keys().cloned().collect();
        assert_eq!(names, ["outcome", "detail", "journal"], "as without a receipt");
        let page = fs::read_to_string(&file).unwrap();
        let id = read(&user.data()).unwrap().removals()[0].id().as_str().to_owned();
        let summary = format!("\">{said}</p>");
        for part in ["AB 12", "412362…0002", &summary, id.as_str()] {
            assert!(page.contains(part), "{part} in {page}");
        }
        assert_eq!(page.contains("No list could be fetched afterwards."), !is_listed);
        assert!(!page.contains("rests on its own list"), "{page}");
        assert!(!page.contains(&one) && !page.contains("0001") && !page.contains(PASSWORD));
        assert!(pending(&user.data()).is_empty());
    }
    // Nothing was sent, and nothing is to be kept of it.
    let (user, shop) = (User::new(), Shop::willing(1));
    let file = user.home.path().join("receipt.html");
    let other = token(9);
    let run = remove(
        &user,
        &shop,
        &["--token", &other, "--yes", "--json", "--receipt", file.to_str().unwrap()],
    );
    assert_eq!((run.code, &run.json()["outcome"]), (0, &json!("already_gone")), "{run:?}");
    assert!(!file.exists() && shop.asked().is_empty());
}

#[test]
fn killed_in_the_middle_it_loses_nothing_and_does_nothing_by_itself() {
    let fate = |call| if call == 3 || call == 4 { Fate::Hang } else { Fate::Fine };
    let (user, shop) = (User::new(), Shop::new(8, fate, |_| Fate::Fine));
    let (url, data) = (shop.gateway.url(), user.data());
    let flags =
        ["remove", "--customer", "AB 12", "--all", "--yes", "--expect-cards", "8", "--go-on"];
    let folder = ["--data-dir", data.to_str().unwrap()];
    let arguments = [&flags[..], &folder, &access(&url)].concat();
    let mut child = user.program(&arguments).spawn().unwrap();
    let mut stdin = child.stdin.take().unwrap();
    std::io::Write::write_all(&mut stdin, format!("{PASSWORD}\n").as_bytes()).unwrap();
    drop(stdin);
    shop.wait_for_removals(4);
    child.kill().unwrap();
    child.wait().unwrap();

    // The two that were proven to be gone are; of the two under way the intent stands.
    let view = read(&data).unwrap();
    assert_eq!(verify(&data).unwrap(), ChainState::Intact);
    let done = view
        .removals()
        .iter()
        .filter(|r| r.outcome() == Some(OutcomeCode::RemovedVerified))
        .count();
    assert_eq!((done, view.unresolved().len()), (2, 2));
    let left = pending(&data);
    assert_eq!((left.len(), left[0].asked, left[0].rest.len()), (1, 8, 6));
    let kept = shop.tokens();
    assert_eq!(kept.len(), 6, "{kept:?}");
    assert!(kept.iter().all(|token| left[0].holds(&carddesk::domain::Token::from_gateway(token))));

    // Looking does nothing but tell.
    let run = remove(&user, &shop, &["--all", "--dry-run"]);
    assert_eq!(run.code, 0);
    assert!(run.err.contains("was cut short: 6 of 8 cards were not proven to be gone"), "{run:?}");
    assert!(run.err.contains("2 earlier removals of this customer have no outcome"), "{run:?}");
    assert_eq!((shop.asked().len(), pending(&data).len()), (4, 1));

    let run = remove(&user, &shop, &["--all", "--yes", "--json"]);
    assert_eq!(run.code, 0, "{run:?}");
    assert_eq!(run.json()["outcome"], "all-removed");
    assert!(shop.tokens().is_empty());
    assert!(pending(&data).is_empty(), "nothing of it is on the list");
    assert_eq!(read(&data).unwrap().unresolved().len(), 2, "a person resolves them");
}

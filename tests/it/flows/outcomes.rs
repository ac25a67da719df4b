//! How removals end: what is said, what is on screen, what is in the journal.

use carddesk::api::Client;
use carddesk::domain::{
    Credentials, CustomerNumber, Language, Login, MerchantId, Password, ServerAddress,
};
use carddesk::journal::EntryKind::{
    Acknowledged, CheckFailed, CheckedAbsent, CheckedPresent, Intent, Refused, Unknown,
};
use carddesk::journal::{EntryKind, FILE_NAME, OutcomeCode, read};
use carddesk::sandbox::{Call, Fault};

use super::stage::{LIST, REMOVE, Stage, World};

const BANNER: &str = "1 removal has no outcome";

/// Removes the first card of customer 1009 with a reason, to the end.
fn remove(stage: &mut Stage) {
    let name = format!("Remove {}", stage.card_name(0));
    stage.click(&name);
    stage.type_into("Reason or ticket number (optional)", "T-1001");
    stage.click("Remove card");
    stage.run_until("the outcome", |stage| !stage.state().is_removing());
    stage.settle();
}

/// The entries of the only removal there is.
#[track_caller]
fn kinds(world: &World) -> Vec<EntryKind> {
    let view = read(world.data()).unwrap();
    let removals = view.removals();
    assert_eq!(removals.len(), 1, "{removals:?}");
    let subject = removals[0].subject();
    assert_eq!(subject.customer.as_str(), "1009");
    assert_eq!(subject.reason.as_deref(), Some("T-1001"));
    assert_eq!(subject.merchant.get(), 777_001);
    view.entries.iter().map(|entry| entry.kind).collect()
}

/// What should be seen of an outcome.
struct Seen<'a> {
    says: &'a [&'a str],
    cards: usize,
    entries: &'a [EntryKind],
    /// The button that has the focus.
    first: &'a str,
}

#[track_caller]
fn assert_seen(stage: &Stage, seen: &Seen<'_>) {
    stage.assert_says(seen.says);
    assert_eq!(stage.session().cards().len(), seen.cards);
    assert_eq!(kinds(&stage.world), seen.entries);
    assert_eq!(stage.world.count(REMOVE), 1);
    assert!(stage.button(seen.first).is_focused(), "{}", stage.spoken());
}

#[test]
fn removed_and_verified() {
    let mut stage = Stage::showing("1009");
    let (tile, token) = (stage.tile_name(0), stage.session().cards()[0].token.clone());
    remove(&mut stage);
    assert_seen(
        &stage,
        &Seen {
            says: &[
                "Done",
                "Removed (verified)",
                "A list fetched afterwards no longer holds the card.",
            ],
            cards: 4,
            entries: &[
                Intent,
                Acknowledged,
                CheckedAbsent,
                EntryKind::Outcome(OutcomeCode::RemovedVerified),
            ],
            first: "Close",
        },
    );
    stage.assert_silent(&["Check again", BANNER]);
    stage.click("Close");
    stage.assert_silent(&[&tile]);
    assert_eq!(stage.world.count(LIST), 2);
    let file = std::fs::read_to_string(stage.world.data().join(FILE_NAME)).unwrap();
    assert!(!file.to_ascii_uppercase().contains(&token.expose().to_ascii_uppercase()));
    assert!(!file.contains("sandbox-2026"));
}

#[test]
fn already_gone() {
    let mut stage = Stage::showing("1009");
    let token = stage.session().cards()[0].token.clone();
    // Somebody else was faster.
    let client = Client::new(&ServerAddress::parse(&stage.world.server()).unwrap()).unwrap();
    let who = Credentials {
        merchant_id: MerchantId::parse("777001").unwrap(),
        login: Login::parse("sandbox").unwrap(),
        password: Password::parse("sandbox-2026".into()).unwrap(),
        language: Language::English,
    };
    client.remove(&who, &CustomerNumber::parse("1009").unwrap(), &token).unwrap();
    let name = format!("Remove {}", stage.card_name(0));
    stage.click(&name);
    stage.click("Remove card");
    stage.run_until("the outcome", |stage| !stage.state().is_removing());
    stage.settle();
    stage.assert_says(&["Already gone", "somebody else did before."]);
    let view = read(stage.world.data()).unwrap();
    assert_eq!(view.removals()[0].outcome(), Some(OutcomeCode::AlreadyGone));
}

#[test]
fn still_there() {
    let mut stage = Stage::showing("1009");
    stage.world.inject(Call::List, Fault::StaleList, 1);
    remove(&mut stage);
    assert_seen(
        &stage,
        &Seen {
            says: &["Error", "Still there", "The list fetched afterwards still holds the card."],
            cards: 5,
            entries: &[
                Intent,
                Acknowledged,
                CheckedPresent,
                EntryKind::Outcome(OutcomeCode::StillThere),
            ],
            first: "Check again",
        },
    );
    // A second look, and nothing is sent again.
    stage.click("Check again");
    stage.run_until("the list", |stage| !stage.is_asking());
    stage.assert_says(&["4 cards"]);
    assert!(stage.state().dialog.is_none());
    assert_eq!(stage.world.count(REMOVE), 1);
}

#[test]
fn refused() {
    let mut stage = Stage::showing("1009");
    let detail = "Removal is not allowed for this card".to_owned();
    let fault = Fault::FaultJson { status: 403, detail: detail.clone(), code: 9, second_code: 911 };
    stage.world.inject(Call::Remove, fault, 1);
    remove(&mut stage);
    assert_seen(
        &stage,
        &Seen {
            says: &[
                "Refused",
                "The gateway refused, and the card is still saved.",
                &detail,
                "Codes 9 / 911",
            ],
            cards: 5,
            entries: &[Intent, Refused, CheckedPresent, EntryKind::Outcome(OutcomeCode::Refused)],
            first: "Close",
        },
    );
    stage.assert_silent(&["The request: "]);
    stage.click("Copy details");
    let copied = stage.copied().unwrap();
    assert!(copied.contains(&detail) && copied.contains("9 / 911"), "{copied}");
}

#[test]
fn unverified() {
    let mut stage = Stage::showing("1009");
    stage.world.inject(Call::Remove, Fault::CutAfterApplying, 1);
    stage.world.inject(Call::List, Fault::Status500, 1);
    remove(&mut stage);
    assert_seen(
        &stage,
        &Seen {
            says: &[
                "Attention",
                "Not verified",
                "Whether the card was removed is not known",
                "The request: The connection broke off before the answer",
                "The check: The server answered with HTTP status 500",
                "Nothing is sent again by itself.",
            ],
            cards: 5,
            entries: &[Intent, Unknown, CheckFailed, EntryKind::Outcome(OutcomeCode::Unverified)],
            first: "Check again",
        },
    );
    stage.click("Check again");
    stage.run_until("the list", |stage| !stage.is_asking());
    stage.assert_says(&["4 cards"]);
    assert_eq!(stage.world.count(REMOVE), 1);
}

#[test]
fn an_answer_that_says_nothing_is_decided_by_the_list() {
    for (fault, says, cards) in [
        (Fault::CutBeforeApplying, "Still there", 5),
        (Fault::CutAfterApplying, "Removed (verified)", 4),
        (Fault::HtmlPage, "Still there", 5),
        (Fault::Status500, "Still there", 5),
        (Fault::EmptyBody, "Removed (verified)", 4),
        (Fault::Truncated, "Removed (verified)", 4),
    ] {
        let mut stage = Stage::showing("1009");
        stage.world.inject(Call::Remove, fault.clone(), 1);
        remove(&mut stage);
        stage.assert_says(&[says, "The request: "]);
        assert_eq!(stage.session().cards().len(), cards, "{fault:?}");
        assert_eq!(stage.world.count(REMOVE), 1, "{fault:?}: never sent twice");
    }
}

#[test]
fn another_token_in_the_answer_is_told() {
    let mut stage = Stage::showing("1009");
    stage.world.inject(Call::Remove, Fault::OtherTokenInMessage, 1);
    remove(&mut stage);
    stage.assert_says(&[
        "Removed (verified)",
        "The gateway’s answer names another token than the one asked for.",
    ]);
    assert_eq!(stage.session().cards().len(), 4);
}

#[test]
fn without_a_journal_nothing_is_sent() {
    let mut stage = Stage::showing("1009");
    // A folder in the journal's place: not writable by anybody.
    std::fs::create_dir(stage.world.data().join(FILE_NAME)).unwrap();
    let name = format!("Remove {}", stage.card_name(0));
    stage.click(&name);
    stage.click("Remove card");
    stage.run_until("the outcome", |stage| !stage.state().is_removing());
    stage.settle();
    stage.assert_says(&[
        "The journal cannot be written",
        "Nothing was sent: no removal without a record.",
    ]);
    assert_eq!(stage.world.count(REMOVE), 0);
}

#[test]
fn two_cards_one_after_the_other() {
    let mut stage = Stage::showing("1009");
    let last = stage.tile_name(4);
    for left in (0..5_usize).rev() {
        let name = format!("Remove {}", stage.card_name(0));
        stage.click(&name);
        stage.click("Remove card");
        stage.run_until("the outcome", |stage| !stage.state().is_removing());
        stage.settle();
        stage.click("Close");
        assert_eq!(stage.session().cards().len(), left);
        assert_eq!(stage.says(&last), left > 0);
    }
    stage.assert_says(&["No saved cards"]);
    let view = read(stage.world.data()).unwrap();
    assert_eq!((view.removals().len(), view.unresolved().len()), (5, 0));
}

//! Every answer to the removal, with every list after it.
use carddesk::api::ApiError;
use carddesk::journal::{EntryKind, OutcomeCode, read};
use carddesk::removal::Outcome;

use crate::support::{
    ACKNOWLEDGED, Gateway, LIST, OTHER, REFUSED, REMOVE, Reply, TOKEN, list_of, nobody, ok, status,
};

use super::{Removed, kinds, remove};

/// Which list follows.
#[derive(Debug, Clone, Copy)]
enum After {
    Absent,
    Present,
    Failed,
}

fn list(after: After) -> Reply {
    match after {
        After::Absent => ok(list_of(&[OTHER])),
        // In another case: a UUID all the same.
        After::Present => ok(list_of(&[OTHER, &TOKEN.to_lowercase()])),
        After::Failed => status(500, "<html>no</html>"),
    }
}

/// Removes, and checks what holds whatever the outcome: one request at most, a list after it, and
/// a journal that tells the same.
fn outcome_of(reply: Reply, after: After, sent: bool) -> Removed {
    let gateway = Gateway::start(reply, list(after));
    let dir = tempfile::tempdir().unwrap();
    let token = if sent { TOKEN } else { "54F5A3DE;4B47" };
    let report = remove(&gateway.server(), dir.path(), token).unwrap();
    assert_eq!(gateway.paths(), if sent { vec![REMOVE, LIST] } else { vec![LIST] });
    assert_eq!(report.journal_warning, None);
    assert_eq!(report.list.is_some(), !matches!(after, After::Failed));
    assert_eq!(report.list_error.is_some(), matches!(after, After::Failed));
    assert_eq!(report.acknowledgement.is_some(), report.remove_error.is_none());
    let kinds = kinds(dir.path());
    assert_eq!(kinds.len(), 4);
    assert_eq!(kinds[0], EntryKind::Intent);
    assert!(kinds[1].is_answer());
    let check = match after {
        After::Absent => EntryKind::CheckedAbsent,
        After::Present => EntryKind::CheckedPresent,
        After::Failed => EntryKind::CheckFailed,
    };
    assert_eq!(kinds[2], check);
    assert_eq!(kinds[3], EntryKind::Outcome(report.outcome.kind()));
    let view = read(dir.path()).unwrap();
    assert_eq!(view.entries[3].detail, report.detail());
    assert_eq!(view.unresolved().len(), usize::from(report.outcome == Outcome::Unverified));
    report
}

#[test]
fn an_acknowledged_removal_is_what_the_list_says() {
    let code = |after| outcome_of(ok(ACKNOWLEDGED), after, true).outcome.kind();
    assert_eq!(code(After::Absent), OutcomeCode::RemovedVerified);
    assert_eq!(code(After::Present), OutcomeCode::StillThere);
    assert_eq!(code(After::Failed), OutcomeCode::Unverified);
}

#[test]
fn a_removal_without_an_answer_is_what_the_list_says() {
    let replies =
        [Reply::close(), status(500, "<html>oops</html>"), ok("<html>welcome</html>"), ok("")];
    for reply in replies {
        let code = |after| outcome_of(reply.clone(), after, true).outcome.kind();
        assert_eq!(code(After::Absent), OutcomeCode::RemovedVerified);
        assert_eq!(code(After::Present), OutcomeCode::StillThere);
        assert_eq!(code(After::Failed), OutcomeCode::Unverified);
    }
}

/// A list on which one card came without its token.
fn list_with_a_tokenless_card(tokens: &[&str]) -> String {
    let mut list: serde_json::Value =
        serde_json::from_str(&list_of(&[tokens, &[OTHER]].concat())).unwrap();
    list[tokens.len()]["token"] = serde_json::Value::Null;
    list.to_string()
}

#[test]
fn a_list_with_a_card_without_token_proves_no_absence() {
    let outcome = |reply: Reply, tokens: &[&str]| {
        let gateway = Gateway::start(reply, ok(list_with_a_tokenless_card(tokens)));
        let dir = tempfile::tempdir().unwrap();
        let report = remove(&gateway.server(), dir.path(), TOKEN).unwrap();
        assert_eq!(report.list.as_ref().unwrap().cards.len(), tokens.len() + 1);
        assert_eq!(kinds(dir.path())[3], EntryKind::Outcome(report.outcome.kind()));
        report
    };
    let unproven = outcome(ok(ACKNOWLEDGED), &[]);
    assert_eq!(unproven.outcome, Outcome::Unverified);
    let detail = unproven.detail().unwrap();
    assert!(detail.contains("card 1 came without a token"), "{detail}");
    assert_eq!(outcome(ok(ACKNOWLEDGED), &[TOKEN]).outcome, Outcome::StillThere);
    assert_eq!(outcome(ok(REFUSED), &[]).outcome.kind(), OutcomeCode::Refused);
}

#[test]
fn a_refused_removal_is_refused_unless_the_card_is_gone() {
    for code in [200, 403] {
        let outcome = |after| outcome_of(status(code, REFUSED), after, true).outcome;
        assert_eq!(outcome(After::Absent), Outcome::AlreadyGone);
        for after in [After::Present, After::Failed] {
            let Outcome::Refused(fault) = outcome(after) else { panic!("not refused") };
            assert_eq!(fault.detail.as_deref(), Some("Token not found"));
            assert_eq!(fault.codes().as_deref(), Some("5 / 143"));
        }
    }
    let report = outcome_of(ok(REFUSED), After::Failed, true);
    let detail = report.detail().unwrap();
    assert!(detail.contains("5 / 143") && detail.contains("the check failed"), "{detail}");
}

#[test]
fn a_removal_that_cannot_be_sent_is_not_sent_unless_the_card_is_gone() {
    let not_sent = |after| outcome_of(Reply::close(), after, false);
    assert_eq!(not_sent(After::Absent).outcome, Outcome::AlreadyGone);
    assert_eq!(not_sent(After::Failed).outcome, Outcome::NotSent);

    let gateway = Gateway::start(Reply::close(), ok(list_of(&["54F5A3DE;4B47"])));
    let dir = tempfile::tempdir().unwrap();
    let report = remove(&gateway.server(), dir.path(), "54F5A3DE;4B47").unwrap();
    assert_eq!(report.outcome, Outcome::NotSent);
    assert_eq!(report.remove_error, Some(ApiError::TokenNotSendable));
    assert_eq!(gateway.paths(), [LIST]);
}

#[test]
fn a_server_that_is_not_there_is_sent_nothing() {
    let dir = tempfile::tempdir().unwrap();
    let report = remove(&nobody(), dir.path(), TOKEN).unwrap();
    assert_eq!(report.outcome, Outcome::NotSent);
    assert!(matches!(report.remove_error, Some(ApiError::Unreachable { .. })));
    assert!(matches!(report.list_error, Some(ApiError::Unreachable { .. })));
    assert_eq!(
        kinds(dir.path()),
        [
            EntryKind::Intent,
            EntryKind::NotSent,
            EntryKind::CheckFailed,
            EntryKind::Outcome(OutcomeCode::NotSent)
        ]
    );
}

#[test]
fn an_answer_that_names_another_token_is_told() {
    let message = format!(r#"{{"message":"Token {OTHER} is removed"}}"#);
    let report = outcome_of(ok(message), After::Absent, true);
    assert!(report.names_other_token());
    let detail = report.detail().unwrap();
    assert!(detail.contains("names another token"), "{detail}");
    assert!(!detail.contains(OTHER), "{detail}");
    assert!(!outcome_of(ok(ACKNOWLEDGED), After::Absent, true).names_other_token());
}

#[test]
fn each_outcome_has_its_word() {
    let words = OutcomeCode::ALL.map(OutcomeCode::as_str);
    assert_eq!(
        words,
        ["removed_verified", "already_gone", "still_there", "refused", "unverified", "not_sent"]
    );
    assert_eq!(Outcome::RemovedVerified.code(), "removed_verified");
    assert_eq!(Outcome::NotSent.code(), "not_sent");
}

//! What was written is what is read, and any other byte is noticed.
use std::fs::{self, OpenOptions};
use std::io::Write as _;

use carddesk::journal::{
    BreakReason, ChainState, Draft, EntryKind, FILE_NAME, Journal, OutcomeCode, RemovalId, read,
    verify,
};
use proptest::prelude::*;
use sha2::{Digest as _, Sha256};

use super::{append_removal, draft, lines, noon, subject, write_lines, written};

fn broken(line: u64, why: BreakReason) -> ChainState {
    ChainState::Broken { line, why }
}

#[test]
fn a_line_says_who_what_where_and_follows_from_the_one_before() {
    let dir = written();
    let lines = lines(dir.path());
    let entry: serde_json::Value = serde_json::from_str(&lines[3]).unwrap();
    let prev: String = Sha256::digest(&lines[2]).iter().map(|byte| format!("{byte:02x}")).collect();
    assert_eq!(entry["seq"], 4);
    assert_eq!(entry["prev"], prev);
    assert_eq!(entry["time"], "2026-11-23T12:00:00.500Z");
    assert_eq!(entry["step"], "outcome");
    assert_eq!(entry["outcome"], "removed_verified");
    assert_eq!(entry["os_user"], "agent");
    assert_eq!(entry["operator"], "Марина");
    assert_eq!(entry["merchant_id"], 452_739);
    assert_eq!(entry["server"], "payments.test.example");
    assert_eq!(entry["environment"], "TEST");
    assert_eq!(entry["customer"], "AB 12");
    assert_eq!(entry["brand"], "VISA");
    assert_eq!(entry["bank"], "Банк \"Заря\"");
    assert_eq!(entry["bin"], "012362");
    assert_eq!(entry["last_four"], "0028");
    assert_eq!(entry["reason"], "T-1001");
    let first: serde_json::Value = serde_json::from_str(&lines[0]).unwrap();
    assert_eq!(first["prev"], "0".repeat(64));
    assert_eq!(entry["removal"], first["removal"]);
}

#[test]
fn nothing_written_yet_is_an_intact_empty_journal() {
    let dir = tempfile::tempdir().unwrap();
    let view = read(&dir.path().join("none")).unwrap();
    assert_eq!((view.entries.len(), view.chain), (0, ChainState::Intact));
    Journal::open(dir.path()).unwrap();
    assert_eq!(read(dir.path()).unwrap(), view);
}

#[test]
fn an_edited_line_is_named() {
    let dir = written();
    let mut all = lines(dir.path());
    all[2] = all[2].replace("AB 12", "AB 13");
    write_lines(dir.path(), &all);
    assert_eq!(verify(dir.path()).unwrap(), broken(3, BreakReason::Changed));
    let view = read(dir.path()).unwrap();
    assert_eq!(view.chain, broken(3, BreakReason::Changed));
    assert_eq!(view.entries[2].subject.customer.as_str(), "AB 13", "still shown");
}

#[test]
fn the_newest_line_edited_is_noticed_though_none_follows_it() {
    let dir = written();
    let mut all = lines(dir.path());
    all[7] = all[7].replace("removed_verified", "still_there");
    write_lines(dir.path(), &all);
    assert_eq!(verify(dir.path()).unwrap(), broken(8, BreakReason::Changed));
    // A further entry does not heal it.
    Journal::open(dir.path()).unwrap().append(draft(EntryKind::Intent), noon()).unwrap();
    assert_eq!(verify(dir.path()).unwrap(), broken(8, BreakReason::Changed));
}

#[test]
fn an_edited_line_with_a_digest_made_anew_breaks_the_next() {
    let dir = written();
    let mut all = lines(dir.path());
    let edited = all[2].replace("AB 12", "AB 13");
    let (body, _) = edited.split_once(",\"sum\":").unwrap();
    let sum: String = Sha256::digest(body).iter().map(|byte| format!("{byte:02x}")).collect();
    all[2] = format!("{body},\"sum\":\"{sum}\"}}");
    write_lines(dir.path(), &all);
    assert_eq!(verify(dir.path()).unwrap(), broken(4, BreakReason::OtherPredecessor));
}

#[test]
fn a_deleted_first_inner_inserted_or_swapped_line_is_named() {
    type Change = fn(&mut Vec<String>);
    let cases: [(&str, Change, u64); 4] = [
        ("first deleted", |all| drop(all.remove(0)), 1),
        ("inner deleted", |all| drop(all.remove(3)), 4),
        ("inserted twice", |all| all.insert(4, all[3].clone()), 5),
        ("swapped", |all| all.swap(3, 4), 4),
    ];
    for (name, change, line) in cases {
        let dir = written();
        let mut all = lines(dir.path());
        change(&mut all);
        write_lines(dir.path(), &all);
        let state = verify(dir.path()).unwrap();
        assert_eq!(state, broken(line, BreakReason::OtherPredecessor), "{name}");
    }
}

#[test]
fn a_torn_last_line_is_kept_reported_and_written_after() {
    let dir = written();
    let path = dir.path().join(FILE_NAME);
    let whole = fs::read(&path).unwrap();
    let cut = whole.len() - 100;
    fs::write(&path, &whole[..cut]).unwrap();

    let view = read(dir.path()).unwrap();
    assert_eq!(view.chain, ChainState::Torn { line: 8 });
    assert_eq!(view.entries.len(), 7);
    assert_eq!(view.unreadable.len(), 1);
    assert_eq!(view.unresolved().len(), 1, "its outcome is what was cut off");

    let journal = Journal::open(dir.path()).unwrap();
    let entry = journal.append(draft(EntryKind::Intent), noon()).unwrap();
    assert_eq!(entry.seq, 9);
    journal.append(draft(EntryKind::Intent), noon()).unwrap();
    let view = read(dir.path()).unwrap();
    assert_eq!(view.chain, ChainState::Torn { line: 8 });
    assert_eq!(view.entries.len(), 9);
    assert!(fs::read(&path).unwrap().starts_with(&whole[..cut]), "nothing was taken away");

    // A torn line that changes later is a break like any other.
    let mut all = lines(dir.path());
    all[7].truncate(20);
    write_lines(dir.path(), &all);
    assert_eq!(verify(dir.path()).unwrap(), broken(9, BreakReason::OtherPredecessor));
}

#[test]
fn a_line_that_lacks_its_line_feed_alone_is_whole_again_after_the_next() {
    let dir = written();
    let path = dir.path().join(FILE_NAME);
    let whole = fs::read(&path).unwrap();
    fs::write(&path, &whole[..whole.len() - 1]).unwrap();
    let view = read(dir.path()).unwrap();
    assert_eq!((view.chain, view.entries.len()), (ChainState::Torn { line: 8 }, 8));
    Journal::open(dir.path()).unwrap().append(draft(EntryKind::Intent), noon()).unwrap();
    let view = read(dir.path()).unwrap();
    assert_eq!((view.chain, view.entries.len()), (ChainState::Intact, 9));
}

#[test]
fn a_huge_line_of_rubbish_is_told_and_written_after() {
    let dir = written();
    let path = dir.path().join(FILE_NAME);
    let mut file = OpenOptions::new().append(true).open(&path).unwrap();
    file.write_all(&vec![b'x'; 3_000_000]).unwrap();
    let journal = Journal::open(dir.path()).unwrap();
    assert_eq!(journal.append(draft(EntryKind::Intent), noon()).unwrap().seq, 10);
    let view = read(dir.path()).unwrap();
    assert_eq!(view.chain, broken(9, BreakReason::NoDigest));
    assert_eq!((view.unreadable[0].line, view.unreadable[0].bytes), (9, 3_000_000));
    assert_eq!(view.entries.len(), 9);
}

#[test]
fn a_step_of_a_newer_version_is_unreadable_and_no_break() {
    let dir = written();
    let mut all = lines(dir.path());
    let newer = all.pop().unwrap().replace("\"step\":\"outcome\"", "\"step\":\"appeal\"");
    let (body, _) = newer.split_once(",\"sum\":").unwrap();
    let sum: String = Sha256::digest(body).iter().map(|byte| format!("{byte:02x}")).collect();
    all.push(format!("{body},\"sum\":\"{sum}\"}}"));
    write_lines(dir.path(), &all);
    let view = read(dir.path()).unwrap();
    assert_eq!(view.chain, ChainState::Intact);
    assert_eq!((view.entries.len(), view.unreadable[0].line), (7, 8));
}

fn any_kind() -> impl Strategy<Value = EntryKind> {
    prop::sample::select(vec![
        EntryKind::Intent,
        EntryKind::Acknowledged,
        EntryKind::Refused,
        EntryKind::Unknown,
        EntryKind::NotSent,
        EntryKind::CheckedAbsent,
        EntryKind::CheckedPresent,
        EntryKind::CheckFailed,
        EntryKind::Outcome(OutcomeCode::Unverified),
        EntryKind::Resolution(OutcomeCode::AlreadyGone),
    ])
}

prop_compose! {
    fn any_draft()(
        kind in any_kind(),
        texts in prop::array::uniform5("\\PC{0,12}|[\\x00-\\x20\"\\\\,{}]{0,6}"),
        reason in prop::option::of(any::<String>()),
        detail in prop::option::of("[а-я \n]{0,20}"),
        customer in "[A-Za-zА-я0-9][A-Za-z0-9 ._-]{0,20}",
    ) -> Draft {
        let mut draft = draft(kind);
        let [os_user, operator, server, brand, bank] = texts;
        draft.subject.os_user = os_user;
        draft.subject.operator = Some(operator);
        draft.subject.server = server;
        draft.subject.brand = brand;
        draft.subject.bank = bank;
        draft.subject.reason = reason;
        draft.subject.customer = carddesk::domain::CustomerNumber::parse(&customer).unwrap();
        draft.detail = detail;
        draft
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn what_is_appended_reads_back_equal(
        drafts in prop::collection::vec(any_draft(), 1..8),
        millis in 0_i64..4_000_000_000_000,
    ) {
        let dir = tempfile::tempdir().unwrap();
        let journal = Journal::open(dir.path()).unwrap();
        let at = jiff::Timestamp::from_millisecond(millis).unwrap();
        let mut written = Vec::new();
        for draft in drafts {
            let entry = journal.append(draft.clone(), at).unwrap();
            prop_assert_eq!(&entry.subject.customer, &draft.subject.customer);
            prop_assert_eq!((entry.kind, &entry.detail, entry.at), (draft.kind, &draft.detail, at));
            written.push(entry);
        }
        let view = read(dir.path()).unwrap();
        prop_assert_eq!(view.entries, written);
        prop_assert_eq!(view.chain, ChainState::Intact);
    }

    #[test]
    fn any_changed_byte_is_noticed(place in any::<prop::sample::Index>(), flip in 1_u8..=255) {
        let dir = tempfile::tempdir().unwrap();
        append_removal(&Journal::open(dir.path()).unwrap(), noon(), &subject());
        let path = dir.path().join(FILE_NAME);
        let mut bytes = fs::read(&path).unwrap();
        let place = place.index(bytes.len());
        bytes[place] ^= flip;
        fs::write(&path, &bytes).unwrap();
        prop_assert_ne!(verify(dir.path()).unwrap(), ChainState::Intact);
    }
}

#[test]
fn removal_ids_differ_though_made_in_the_same_instant() {
    assert_ne!(RemovalId::new(noon()), RemovalId::new(noon()));
}

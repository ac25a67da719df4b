//! One record a removal: what is open, what is shown, what is exported.
use std::collections::BTreeSet;

use carddesk::domain::cell::{Separator, unprotect};
use carddesk::domain::{CustomerNumber, LastFour};
use carddesk::journal::{
    EntryKind, Filter, Journal, OutcomeCode, OutcomeFilter, RemovalId, copied_row, export_csv, read,
};
use jiff::tz::TimeZone;

use super::{append_removal, draft_of, noon, subject, time};

#[test]
fn an_intent_is_open_until_an_outcome_or_a_resolution_is_written() {
    let dir = tempfile::tempdir().unwrap();
    let journal = Journal::open(dir.path()).unwrap();
    let append = |id: &RemovalId, kind| journal.append(draft_of(id, kind), noon()).unwrap();
    let open = || -> Vec<RemovalId> {
        read(dir.path()).unwrap().unresolved().iter().map(|record| record.id().clone()).collect()
    };
    let (first, second) = (RemovalId::new(noon()), RemovalId::new(noon()));

    append(&first, EntryKind::Intent);
    append(&second, EntryKind::Intent);
    append(&first, EntryKind::Acknowledged);
    assert_eq!(open(), [first.clone(), second.clone()]);
    let view = read(dir.path()).unwrap();
    assert_eq!(view.unresolved()[0].answer().unwrap().kind, EntryKind::Acknowledged);

    append(&second, EntryKind::Outcome(OutcomeCode::RemovedVerified));
    assert_eq!(open(), std::slice::from_ref(&first));
    append(&first, EntryKind::Outcome(OutcomeCode::Unverified));
    assert_eq!(open(), std::slice::from_ref(&first), "unverified is not an end");
    append(&first, EntryKind::Resolution(OutcomeCode::StillThere));
    assert!(open().is_empty());
    let records = read(dir.path()).unwrap().removals();
    assert_eq!(records[1].outcome(), Some(OutcomeCode::StillThere), "the newest statement counts");
}

#[test]
fn removals_come_one_a_record_the_newest_first() {
    let dir = tempfile::tempdir().unwrap();
    let journal = Journal::open(dir.path()).unwrap();
    let written = append_removal(&journal, time("2026-01-01T00:00:00Z"), &subject());
    append_removal(&journal, time("2026-01-02T00:00:00Z"), &subject());
    let records = read(dir.path()).unwrap().removals();
    assert_eq!(records.len(), 2);
    assert_eq!(records[0].started(), time("2026-01-02T00:00:00Z"));
    assert_eq!(records[1].entries().cloned().collect::<Vec<_>>(), written);
    assert_eq!(records[1].intent(), written.first());
    assert_eq!(records[1].conclusion(), written.last());
}

#[test]
fn the_filter_finds_by_text_outcome_and_local_day() {
    let dir = tempfile::tempdir().unwrap();
    let journal = Journal::open(dir.path()).unwrap();
    let mut other = subject();
    other.customer = CustomerNumber::parse("ZZ").unwrap();
    other.last_four = LastFour::from_gateway("9999");
    other.operator = Some("Олег".to_owned());
    other.reason = Some("Ticket 7".to_owned());
    append_removal(&journal, time("2026-03-01T22:30:00Z"), &subject());
    append_removal(&journal, time("2026-03-05T10:00:00Z"), &other);
    let open = RemovalId::new(noon());
    journal.append(draft_of(&open, EntryKind::Intent), time("2026-03-06T10:00:00Z")).unwrap();
    let records = read(dir.path()).unwrap().removals();
    let zone = TimeZone::fixed(jiff::tz::offset(3));
    let found = |filter: Filter| -> Vec<usize> {
        (0..records.len()).filter(|at| filter.matches(&records[*at], &zone)).collect()
    };
    let text = |text: &str| Filter { text: text.to_owned(), ..Filter::default() };

    assert_eq!(found(Filter::default()), [0, 1, 2]);
    assert_eq!(found(text("zz")), [1]);
    assert_eq!(found(text("0028")), [0, 2]);
    assert_eq!(found(text("TICKET")), [1]);
    assert_eq!(found(text(" оЛЕГ ")), [1]);
    assert_eq!(found(text("nobody")), [0_usize; 0]);
    let outcome = |outcome| Filter { outcome: Some(outcome), ..Filter::default() };
    assert_eq!(found(outcome(OutcomeFilter::Unresolved)), [0]);
    assert_eq!(found(outcome(OutcomeFilter::Is(OutcomeCode::RemovedVerified))), [1, 2]);
    // 22:30 UTC is the next day there.
    let day = Some(jiff::civil::date(2026, 3, 2));
    assert_eq!(found(Filter { from: day, to: day, ..Filter::default() }), [2]);
    assert_eq!(
        found(Filter { from: Some(jiff::civil::date(2026, 3, 5)), ..Filter::default() }),
        [0, 1]
    );
    assert_eq!(
        found(Filter { to: Some(jiff::civil::date(2026, 3, 1)), ..Filter::default() }),
        [0_usize; 0]
    );
}

#[test]
fn numbers_in_the_export_come_back_from_a_spreadsheet() {
    let dir = tempfile::tempdir().unwrap();
    let journal = Journal::open(dir.path()).unwrap();
    let numbers = ["+375291234567", "0012345", "1E5", "4276380012345678", "1-2", "1004", "AB 12"];
    for number in numbers {
        let subject = carddesk::journal::Subject {
            customer: CustomerNumber::parse(number).unwrap(),
            last_four: LastFour::from_gateway("0028"),
            reason: Some("000123".to_owned()),
            ..subject()
        };
        append_removal(&journal, noon(), &subject);
    }
    let records = read(dir.path()).unwrap().removals();
    for separator in [Separator::Comma, Separator::Semicolon] {
        let mut out = Vec::new();
        export_csv(&records, separator, &mut out).unwrap();
        let text = String::from_utf8(out).unwrap();
        let header = text.lines().next().unwrap();
        assert_eq!(header.split(char::from(separator.byte())).count(), 19, "{header}");
        let mut reader =
            csv::ReaderBuilder::new().delimiter(separator.byte()).from_reader(text.as_bytes());
        let rows: Vec<csv::StringRecord> = reader.records().map(Result::unwrap).collect();
        let cells: BTreeSet<&str> = rows.iter().map(|row| &row[8]).collect();
        assert!(cells.contains("'0012345") && cells.contains("1004"), "{cells:?}");
        let back: BTreeSet<&str> = cells.into_iter().map(unprotect).collect();
        assert_eq!(back, numbers.into_iter().collect());
        assert!(rows.iter().all(|row| &row[12] == "'0028" && &row[16] == "'000123"), "{rows:?}");
    }
}

#[test]
fn the_export_has_a_row_a_removal_and_no_formulas() {
    let dir = tempfile::tempdir().unwrap();
    let journal = Journal::open(dir.path()).unwrap();
    for reason in ["=1+1", "+7 029", "-2", "@SUM(A1)", "\t=1", "  =1", "＝1", "a,\"b\"\nc", "7"] {
        let subject = carddesk::journal::Subject { reason: Some(reason.to_owned()), ..subject() };
        append_removal(&journal, noon(), &subject);
    }
    let id = RemovalId::new(noon());
    journal.append(draft_of(&id, EntryKind::Intent), noon()).unwrap();
    let mut records = read(dir.path()).unwrap().removals();
    records.reverse();

    let mut out = Vec::new();
    export_csv(&records, Separator::Comma, &mut out).unwrap();
    assert!(out.starts_with("\u{feff}removal,".as_bytes()));
    let mut reader = csv::Reader::from_reader(out.as_slice());
    let headers = reader.headers().unwrap().clone();
    let column = |name: &str| headers.iter().position(|header| header == name).unwrap();
    let rows: Vec<csv::StringRecord> = reader.records().map(Result::unwrap).collect();
    let reasons: Vec<&str> = rows.iter().map(|row| &row[column("reason")]).collect();
    assert_eq!(
        reasons,
        [
            "'=1+1",
            "'+7 029",
            "'-2",
            "'@SUM(A1)",
            "'\t=1",
            "'  =1",
            "'＝1",
            "a,\"b\"\nc",
            "7",
            "T-1001"
        ]
    );
    assert_eq!(&rows[0][column("outcome")], "removed_verified");
    assert_eq!(&rows[0][column("answer")], "acknowledged");
    assert_eq!(&rows[0][column("bin")], "'012362");
    assert_eq!(&rows[0][column("bank")], "Банк \"Заря\"");
    assert_eq!(&rows[9][column("outcome")], "unresolved");
    assert_eq!(&rows[9][column("ended_utc")], "");
}

#[test]
fn a_copied_row_keeps_its_cells_and_runs_nothing() {
    let odd = [
        ("=1+1", "'=1+1"),
        ("\t=1", "'=1"),
        ("a\tb", "a b"),
        ("a\r\nb\u{2028}c\u{85}d", "a¶b¶c¶d"),
        ("\u{feff}@SUM(A1)", "\u{fffd}@SUM(A1)"),
        ("\"a", "'\"a"),
        ("-2", "'-2"),
        ("＋7", "'＋7"),
        ("Банк \"Заря\"", "Банк \"Заря\""),
        ("", ""),
    ];
    let row = copied_row(odd.map(|(came, _)| came));
    assert_eq!(row.split('\t').collect::<Vec<_>>(), odd.map(|(_, cell)| cell));
    assert_eq!(row.lines().count(), 1);
}

#[test]
fn an_export_that_cannot_be_written_is_an_error() {
    struct Full;
    impl std::io::Write for Full {
        fn write(&mut self, _: &[u8]) -> std::io::Result<usize> {
            Err(std::io::ErrorKind::StorageFull.into())
        }
        fn flush(&mut self) -> std::io::Result<()> {
            Ok(())
        }
    }
    let error = export_csv([], Separator::Comma, Full).unwrap_err();
    assert_eq!(error.kind, std::io::ErrorKind::StorageFull);
}

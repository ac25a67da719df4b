//! The state file: a batch goes on where it stopped.

use std::fs;

use carddesk::batch::{BatchError, StateError, html, json};
use carddesk::customers::CustomerList;
use carddesk::domain::Language;
use carddesk::i18n::Texts;

use super::{Bench, names};

const CUSTOMERS: [&str; 3] = ["1004", "2006", "1001"];

#[test]
fn finished_customers_are_not_asked_again() {
    let folder = tempfile::tempdir().unwrap();
    let state = folder.path().join("state.jsonl");
    let texts = Texts::new(Language::English);
    let bench = Bench::new();
    let whole = bench.keeping(&CUSTOMERS, &state).unwrap();
    assert_eq!(whole.resumed, 0);

    // As a kill leaves it: the last customer's line torn in the middle.
    let text = fs::read_to_string(&state).unwrap();
    let lines: Vec<&str> = text.lines().collect();
    let last = lines.iter().rposition(|line| line.contains("\"customer\":")).unwrap();
    assert_eq!(last, lines.len() - 1);
    let torn_off: serde_json::Value = serde_json::from_str(lines[last]).unwrap();
    let torn_off = torn_off["customer"]["number"].as_str().unwrap().to_owned();
    fs::write(&state, text.trim_end().chars().take(text.len() - 40).collect::<String>()).unwrap();

    let again = bench.keeping(&CUSTOMERS, &state).unwrap();
    assert_eq!((again.resumed, names(&again)), (2, CUSTOMERS.to_vec()));
    for customer in CUSTOMERS {
        let asked = if customer == torn_off { 2 } else { 1 };
        assert_eq!(bench.lists()[customer], asked, "{customer}");
    }
    assert_eq!(json(&again, &texts), json(&whole, &texts), "the same report");
    assert_eq!(
        html(&again, &CustomerList::default(), &texts),
        html(&whole, &CustomerList::default(), &texts),
        "pictures and all"
    );

    // A third run finds everything, and asks nobody; the file is whole again.
    let before = bench.sandbox.requests().total;
    let third = bench.keeping(&CUSTOMERS, &state).unwrap();
    assert_eq!((third.resumed, bench.sandbox.requests().total), (3, before));
    assert!(fs::read_to_string(&state).unwrap().lines().all(|line| line.ends_with('}')));
}

#[test]
fn failed_customers_are_asked_again() {
    let folder = tempfile::tempdir().unwrap();
    let state = folder.path().join("state.jsonl");
    let bench = Bench::new();
    bench.keeping(&["5009", "2006"], &state).unwrap();
    let again = bench.keeping(&["5009", "2006", "1001"], &state).unwrap();
    assert_eq!(again.resumed, 1);
    let asked = bench.lists();
    assert_eq!((asked["5009"], asked["2006"], asked["1001"]), (4, 1, 1));
}

#[test]
fn the_state_file_holds_no_secret_and_is_the_users_alone() {
    let folder = tempfile::tempdir().unwrap();
    let state = folder.path().join("state.jsonl");
    let bench = Bench::new();
    bench.keeping(&CUSTOMERS, &state).unwrap();
    let text = fs::read_to_string(&state).unwrap();
    super::reports::holds_no_secret(&bench, &CUSTOMERS, &text);
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt as _;
        assert_eq!(fs::metadata(&state).unwrap().permissions().mode() & 0o777, 0o600);
    }
}

#[test]
fn a_file_of_another_batch_is_refused_and_left_alone() {
    let folder = tempfile::tempdir().unwrap();
    let bench = Bench::new();
    let other = r#"{"carddesk_batch":1,"server":"pay.example","merchant_id":777001,"environment":"PRODUCTION","started":"2026-01-01 00:00"}"#;
    let cases = [
        (format!("{other}\n"), "merchant 777001 at pay.example (PRODUCTION)"),
        ("customer\n1001\n".to_owned(), "no state file"),
        ("1001".to_owned(), "no state file"),
        ("{}\n".to_owned(), "no state file"),
    ];
    for (content, words) in cases {
        let state = folder.path().join("state");
        fs::write(&state, &content).unwrap();
        match bench.keeping(&["2006"], &state) {
            Err(BatchError::State { path, error }) => {
                assert!(error.to_string().contains(words) && path == state, "{error}");
            }
            other => panic!("{content}: {other:?}"),
        }
        assert_eq!(fs::read_to_string(&state).unwrap(), content);
    }
    let nowhere = bench.keeping(&["2006"], &folder.path().join("none/state"));
    assert!(
        matches!(nowhere, Err(BatchError::State { error: StateError::Unusable(_), .. })),
        "{nowhere:?}"
    );
    assert_eq!(bench.sandbox.requests().total, 0, "nobody was asked");
}

#[test]
fn an_empty_file_and_a_torn_head_begin_anew() {
    let folder = tempfile::tempdir().unwrap();
    let bench = Bench::new();
    for content in ["", "{\"carddesk_batch\":1,\"serv"] {
        let state = folder.path().join("state");
        fs::write(&state, content).unwrap();
        assert_eq!(bench.keeping(&["2006"], &state).unwrap().resumed, 0);
        assert_eq!(bench.keeping(&["2006"], &state).unwrap().resumed, 1);
    }
}

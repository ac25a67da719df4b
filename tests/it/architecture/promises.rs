//! Each promise of `SECURITY.md` names a test that is there.

use super::{files_below, root};

/// Names of tests in a text: between backticks, parted by `::`.
fn named(text: &str) -> Vec<String> {
    let spans = text.split('`').skip(1).step_by(2);
    spans.filter(|span| span.contains("::")).map(str::to_owned).collect()
}

/// Every test, and every file and folder of tests, as the test binary's filter takes them.
fn known() -> Vec<String> {
    let mut known = Vec::new();
    for file in files_below("tests/it") {
        let module = file.path.trim_end_matches(".rs").trim_end_matches("/mod").replace('/', "::");
        for part in file.text.split("#[test]").skip(1) {
            let name = part.split_once("fn ").and_then(|(_, rest)| rest.split_once('('));
            known.extend(name.map(|(name, _)| format!("{module}::{name}")));
        }
        known.push(module);
    }
    known
}

/// Names that nothing answers to.
fn lost(text: &str, known: &[String]) -> Vec<String> {
    named(text).into_iter().filter(|name| !known.contains(name)).collect()
}

#[test]
fn each_promise_has_its_test() {
    let known = known();
    let text = std::fs::read_to_string(root().join("SECURITY.md")).unwrap();
    assert_eq!(lost(&text, &known), Vec::<String>::new());
    let promised: Vec<&str> = text
        .split("## Promises")
        .nth(1)
        .and_then(|rest| rest.split("## ").next())
        .map(|part| part.lines().filter(|line| line.starts_with("| ")).skip(1).collect())
        .unwrap_or_default();
    assert!(promised.len() > 10, "{promised:?}");
    for line in promised {
        assert!(!named(line).is_empty(), "no test: {line}");
    }
    assert_eq!(lost("`media::closed::no_such_test`", &known), ["media::closed::no_such_test"]);
}

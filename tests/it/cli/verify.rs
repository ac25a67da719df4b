//! `carddesk verify`.
use std::fs;

use carddesk::sandbox::{Sandbox, SandboxOptions};
use serde_json::Value;

use super::{Run, User, finish};

/// Fast enough for tests.
const FAST: [&str; 2] = ["--rate", "100"];

fn verify(user: &User, more: &[&str]) -> Run {
    user.run(&[&["verify", "--sandbox"][..], &FAST, more].concat())
}

#[test]
fn the_exit_code_says_what_was_found() {
    let user = User::new();
    for (customers, code) in
        [(&["1001"][..], 0), (&["3001"], 1), (&["5009"], 3), (&["3001", "5009", "1001"], 3)]
    {
        let flags = [&["--json", "-", "--customer"][..], customers].concat();
        let run = verify(&user, &flags);
        assert_eq!((run.code, run.err.as_str()), (code, ""), "{customers:?}: {run:?}");
        let json = run.json();
        let told: Vec<&str> = json["customers"]
            .as_array()
            .unwrap()
            .iter()
            .map(|customer| customer["customer"].as_str().unwrap())
            .collect();
        assert_eq!(told, customers);
    }
}

#[test]
fn the_csv_is_parted_as_the_language_or_a_flag_says() {
    let user = User::new();
    let file = user.home.path().join("r.csv");
    let path = file.to_str().unwrap();
    for (more, sign) in [
        (&[][..], ','),
        (&["--lang", "ru"], ';'),
        (&["--lang", "ru", "--csv-separator", "comma"], ','),
        (&["--csv-separator", "semicolon"], ';'),
    ] {
        verify(&user, &[&["--customer", "0012345", "--csv", path][..], more].concat()).is_ok();
        let text = fs::read_to_string(&file).unwrap();
        let row = text.lines().nth(1).unwrap();
        assert!(text.starts_with(&format!("\u{feff}severity{sign}rule{sign}")), "{more:?}: {text}");
        assert!(row.contains(&format!("{sign}'0012345{sign}")), "{more:?}: {row}");
    }
    let alone = ["--customer", "1001", "--csv-separator", "comma"];
    verify(&user, &alone).complains(2, "--csv");
}

#[test]
fn a_list_in_which_most_have_no_card_says_so() {
    let user = User::new();
    let run = verify(&user, &["--customer", "Ivanov", "Petrov", "1004"]);
    assert!(run.out.starts_with("Most of these customers have no saved card."), "{run:?}");
    assert!(run.out.contains("Customers without any card: 2"), "{run:?}");
    assert!(run.out.contains("Customer Petrov: No saved cards."), "{run:?}");
    let run = verify(&user, &["--customer", "Ivanov", "Petrov", "--json", "-"]);
    assert_eq!(run.code, 0, "{run:?}");
    assert!(run.err.contains("Most of these customers have no saved card."), "{run:?}");
    assert_eq!(run.json()["without_cards"]["count"], 2);
}

#[test]
fn customers_may_be_given_in_turn_and_each_counts_once() {
    let user = User::new();
    let flags = ["--json", "-", "--customer", "1001", "--customer", "2006", "--customer", "1001"];
    let run = verify(&user, &flags);
    assert!(run.err.contains("1 number was given before, and is asked for once"), "{run:?}");
    let json = run.json();
    assert_eq!(json["customers"].as_array().unwrap().len(), 2);
}

#[test]
fn every_report_is_written_privately() {
    let user = User::new();
    let file = |name: &str| user.home.path().join(name);
    let path = |name: &str| file(name).to_str().unwrap().to_owned();
    fs::write(file("list.csv"), "customer;name\n3001;a\nAB/12;b\n3001;c\n").unwrap();
    let flags: [String; 12] = [
        "--customers".into(),
        path("list.csv"),
        "--json".into(),
        path("r.json"),
        "--html".into(),
        path("r.html"),
        "--csv".into(),
        path("r.csv"),
        "--junit".into(),
        path("r.xml"),
        "--lang".into(),
        "ru".into(),
    ];
    let flags: Vec<&str> = flags.iter().map(String::as_str).collect();
    let run = verify(&user, &flags);
    assert_eq!((run.code, run.out.as_str()), (1, ""), "{run:?}");
    // All of it in one language.
    assert!(run.err.contains("; 1 строка отклонена: строка 3 «AB/12»: «/» (символ 3)"), "{run:?}");
    assert!(run.err.contains("), номера из столбца 1 «customer»; "), "{run:?}");
    assert!(
        run.err
            .contains("list.csv: строк: 4 (запросов: 1, повторов: 1, отклонено: 1, заголовков: 1)"),
        "{run:?}"
    );
    for name in ["r.json", "r.html", "r.csv", "r.xml"] {
        assert!(!fs::read_to_string(file(name)).unwrap().is_empty(), "{name}");
        #[cfg(unix)]
        {
            use std::os::unix::fs::PermissionsExt as _;
            assert_eq!(fs::metadata(file(name)).unwrap().permissions().mode() & 0o777, 0o600);
        }
    }
    let json: Value = serde_json::from_slice(&fs::read(file("r.json")).unwrap()).unwrap();
    assert_eq!(json["customers"][0]["customer"], "3001");
    let page = fs::read_to_string(file("r.html")).unwrap();
    assert!(page.contains("lang=\"ru\"") && page.contains("AB/12"));
}

#[test]
fn people_get_a_summary_where_no_report_is_asked_for() {
    let run = verify(&User::new(), &["--customer", "3001"]);
    assert_eq!(run.code, 1, "{run:?}");
    assert!(run.out.starts_with("Customers: 1 (could not be read: 0), cards: 1, files: "));
    assert!(run.out.contains("[http-status]"), "{run:?}");
}

#[test]
fn a_run_goes_on_from_its_state_file() {
    let user = User::new();
    let state = user.home.path().join("state.jsonl");
    let sandbox = Sandbox::start(SandboxOptions::default()).unwrap();
    let url = sandbox.url();
    let run = |merchant: &str, customers: &[&str]| {
        let flags = ["verify", "--server", &url, "--merchant-id", merchant, "--login", "sandbox"];
        let more = ["--password-stdin", "--json", "-", "--rate", "100", "--state"];
        let state = [state.to_str().unwrap(), "--customer"];
        let all = [&flags[..], &more, &state, customers].concat();
        finish(user.program(&all).spawn().unwrap(), "sandbox-2026\n")
    };
    let lists = || sandbox.requests().latest.iter().filter(|r| r.customer.is_some()).count();
    assert_eq!(run("777001", &["2006", "1001"]).code, 0);
    assert_eq!(lists(), 2);
    let again = run("777001", &["2006", "1001", "1002"]);
    assert_eq!(again.json()["customers"].as_array().unwrap().len(), 3);
    assert_eq!(lists(), 3);
    run("777002", &["2006"]).complains(2, " is of merchant 777001 at sandbox");
    assert_eq!(lists(), 3);
}

#[test]
fn bad_usage_asks_nobody() {
    let user = User::new();
    let file = |name: &str, text: &str| {
        let path = user.home.path().join(name);
        fs::write(&path, text).unwrap();
        path.to_str().unwrap().to_owned()
    };
    let (empty, refused) = (file("empty", "customer\n"), file("refused", "a/b\n"));
    let (nothing, blank) = (file("nothing.csv", ""), file("blank.csv", "\n \n;;\n"));
    let nowhere = user.home.path().join("no/r.html");
    let nowhere = nowhere.to_str().unwrap();
    let folder = user.home.path().to_str().unwrap();
    let cases: [(&[&str], &str); 13] = [
        (&["--customer", "AB/12"], "--customer: “/” (character 3) is not allowed"),
        (
            &["--customers", "/nowhere/at/all"],
            "no customer numbers were read: there is no file /nowhere/at/all; check the path",
        ),
        (&["--customers", &empty], "empty holds no customer number: lines: 1 (header: 1)"),
        (&["--customers", &nothing], "nothing.csv is empty: it needs customer numbers, one a line"),
        (&["--customers", &blank], "blank.csv holds no customer number: lines: 3 (blank: 3)"),
        (&["--customer", "1001", "--state", &refused], "the file "),
        (&["--customer", "1001", "--state", &refused], "refused is no state file of a batch; give"),
        (&["--customers", &refused], "1 row was refused: line 1 `a/b`: "),
        (&["--customers", &empty, "--customer", "1"], "cannot be used with"),
        (&["--customer", "1001", "--html", nowhere], "cannot be written"),
        (&["--customer", "1001", "--csv", folder], "cannot be written"),
        (&["--customer", "1001", "--rate", "0"], "from 0.01 to 100"),
        (&["--customer", "1001", "--lang", "de"], "[possible values: ru, en]"),
    ];
    for (flags, words) in cases {
        let run = user.run(&[&["verify", "--sandbox"], flags].concat());
        run.complains(2, words);
    }
    user.run(&["verify", "--customer", "1"]).complains(2, "required");
    let access = super::access("pay.example");
    user.run(&[&["verify"][..], &access].concat()).complains(2, "--customers");
}

#[test]
fn a_batch_is_kept_and_a_later_one_compared_with_it() {
    let user = User::new();
    let file = |name: &str| user.home.path().join(name).to_str().unwrap().to_owned();
    let (kept, foreign) = (file("kept"), file("foreign"));
    let first = verify(&user, &["--customer", "2006", "--save-baseline", &kept]);
    assert_eq!((first.code, first.err.as_str()), (0, ""), "{first:?}");
    assert!(first.out.starts_with("Customers: 1 "), "{first:?}");
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt as _;
        assert_eq!(fs::metadata(&kept).unwrap().permissions().mode() & 0o777, 0o600);
    }
    // Changes do not alter the exit code.
    let later = verify(&user, &["--customer", "2006", "1001", "--baseline", &kept]);
    assert_eq!(later.code, 0, "{later:?}");
    assert!(later.out.contains("Changes since ") && later.out.contains("UTC: 0"), "{later:?}");
    assert!(later.out.contains("Customers not compared: 1 (not asked for then: 1)"), "{later:?}");
    let json = verify(&user, &["--customer", "2006", "--baseline", &kept, "--json", "-"]).json();
    assert_eq!(json["drift"]["changes"], Value::Array(vec![]));

    fs::write(&foreign, "customer\n1001\n").unwrap();
    let run = |baseline: &str| verify(&user, &["--customer", "2006", "--baseline", baseline]);
    run(&foreign).complains(2, "cannot be compared with: it is no batch that was kept for");
    run(&foreign).complains(2, "give a file that --save-baseline");
    run(&file("nowhere")).complains(2, "no baseline was read: there is no file ");
    run(user.home.path().to_str().unwrap()).complains(2, " is a folder; give a file in it");
    let text = fs::read_to_string(&kept).unwrap();
    fs::write(&foreign, text.replacen("\"sandbox\"", "\"pay.example\"", 1)).unwrap();
    run(&foreign).complains(2, "it is of merchant 777001 at pay.example (SANDBOX)");
    run(&foreign).complains(2, "; give one that was kept there");
}

/// A file of acknowledgements for every error that a report tells of bytes that came.
fn acknowledgements(json: &Value) -> (String, usize) {
    let mut all = Vec::new();
    let mut errors = 0;
    for card in json["customers"][0]["cards"].as_array().unwrap() {
        for part in card["assets"].as_array().unwrap().iter().chain([card]) {
            for finding in part["findings"].as_array().unwrap() {
                if finding["severity"] == "error" {
                    errors += 1;
                    all.push(serde_json::json!({
                        "sha256": part["measured"]["sha256"].as_str().unwrap(),
                        "rule": finding["rule"], "by": "Marina", "at": "2026-06-02T09:00:00Z",
                    }));
                }
            }
        }
    }
    (serde_json::json!({ "acknowledgements": all }).to_string(), errors)
}

#[test]
fn what_was_accepted_does_not_fail_a_run() {
    let user = User::new();
    let list = ["--customer", "3005", "--json", "-"];
    let run = verify(&user, &list);
    assert_eq!(run.code, 1, "{run:?}");
    let (text, errors) = acknowledgements(&run.json());
    assert!(errors > 0);
    let file = user.home.path().join("accepted.json");
    fs::write(&file, &text).unwrap();
    let accepted = ["--acknowledged", file.to_str().unwrap()];
    let run = verify(&user, &[&list[..], &accepted].concat());
    assert_eq!((run.code, run.err.as_str()), (0, ""), "{run:?}");
    assert_eq!(run.out.matches("\"acknowledged\":{\"by\":\"Marina\"").count(), errors);
    let words = verify(&user, &[&["--customer", "3005"][..], &accepted].concat());
    assert!(words.out.contains(&format!("Acknowledged: {errors}")), "{words:?}");

    // Those in the data folder count as well.
    let data = user.home.path().join("data");
    fs::create_dir(&data).unwrap();
    fs::write(data.join("acknowledgements.json"), &text).unwrap();
    let data = ["--data-dir", data.to_str().unwrap()];
    assert_eq!(verify(&user, &[&list[..], &data].concat()).code, 0);
    assert_eq!(verify(&user, &list).code, 1);

    // A broken file must not pass for none.
    fs::write(&file, "[]").unwrap();
    let broken = verify(&user, &[&list[..], &accepted].concat());
    broken.complains(2, "hold no acknowledgements; correct the file, or move it away (");
    let nowhere = ["--acknowledged", "/nowhere/at/all"];
    verify(&user, &[&list[..], &nowhere].concat())
        .complains(2, "no acknowledgements were read: there is no file /nowhere/at/all");
}

#[test]
fn rows_that_are_no_customers_of_their_own_are_told() {
    let user = User::new();
    let file = user.home.path().join("list.csv");
    fs::write(&file, "Payer;name\n1001;a\nAB=2;b\n1001;c\n1001;d\n").unwrap();
    let run = verify(&user, &["--customers", file.to_str().unwrap(), "--json", "-"]);
    assert_eq!(run.code, 0, "{run:?}");
    assert_eq!(run.json()["customers"].as_array().unwrap().len(), 1);
    for words in [
        "list.csv: lines: 5 (asked for: 1, repeated: 2, refused: 1, header: 1), numbers from column 1 `Payer`; ",
        "; not asked for: line 1 `Payer name` (header); ",
        "; 1 row was refused: line 3 `AB=2`: ",
    ] {
        assert!(run.err.contains(words), "{run:?}");
    }
}

#[test]
fn signatures_are_in_no_output_and_a_new_one_is_no_change() {
    let user = User::new();
    let store = crate::media::server::Server::start();
    let art = crate::media::png::rgba(300, 189, |x, y| [x as u8, y as u8, 9, 255]);
    let path = |name: &str| user.home.path().join(name).to_str().unwrap().to_owned();
    let run = |signature: &str, more: &[&str]| {
        let query = format!("?w=300&X-Amz-Credential=AKIAHUNTER&X-Amz-Signature={signature}");
        let file = crate::media::server::file("image/png", &art);
        let url = store.put(&format!("/art.png{query}"), file);
        let mut card = crate::support::card(crate::support::TOKEN);
        card["assets"] = serde_json::json!([{
            "assetType": "CARD_BACKGROUND_COMBINED",
            "assetData": [{"url": url, "mediaType": "image/png", "width": 300, "height": 189}],
        }]);
        let gateway = crate::support::Gateway::start(
            crate::support::Reply::close(),
            crate::support::ok(Value::from(vec![card]).to_string().as_str()),
        );
        user.at(&gateway, "verify", &[&FAST[..], more].concat())
    };
    let files = ["r.json", "r.html", "r.csv", "r.xml", "state.jsonl", "first", "second"];
    let paths: Vec<String> = files.iter().map(|name| path(name)).collect();
    run("HUNTER2", &["--save-baseline", &paths[5]]);
    let flags =
        ["--json", &paths[0], "--html", &paths[1], "--csv", &paths[2], "--junit", &paths[3]];
    let kept = ["--state", &paths[4], "--baseline", &paths[5], "--save-baseline", &paths[6]];
    let second = run("HUNTER3", &[&flags[..], &kept].concat());
    assert!(!second.err.contains("HUNTER"), "{second:?}");
    for path in &paths {
        let text = fs::read_to_string(path).unwrap();
        assert!(!text.contains("HUNTER"), "{path}");
        assert!(text.contains("/art.png?w=300"), "{path}");
    }
    let json: Value = serde_json::from_str(&fs::read_to_string(&paths[0]).unwrap()).unwrap();
    assert_eq!(json["customers"][0]["cards"][0]["assets"][0]["state"], "rendered", "{json}");
    assert!(!json.to_string().contains("\"changed\""), "{json}");
    let summary = run("HUNTER4", &["--baseline", &paths[5]]);
    assert!(!format!("{summary:?}").contains("HUNTER"), "{summary:?}");
}

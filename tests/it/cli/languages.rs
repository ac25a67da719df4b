//! `--lang`: a command speaks one language, and programs read the same words in both.
use std::fs;

use serde_json::json;

use crate::support::{ACKNOWLEDGED, Fate, Gateway, REFUSED, Shop, TOKEN, list_of, ok, status};

use super::User;

fn is_russian(text: &str) -> bool {
    text.chars().any(|c| ('а'..='я').contains(&c))
}

#[test]
fn what_ends_a_command_early_is_told_in_its_language() {
    let gateway = Gateway::start(ok(ACKNOWLEDGED), ok(REFUSED));
    let user = User::new();
    let missing = user.home.path().join("Missing.csv");
    let missing = missing.to_str().unwrap();
    let nowhere = user.home.path().join("No/R.html");
    let nowhere = nowhere.to_str().unwrap();
    let cases: [(&[&str], &str); 8] = [
        (&["list"], "шлюз отказал: Token not found (коды 5 / 143)"),
        (&["list", "--customer", "AB/12"], "--customer: «/» (символ 3) недопустим"),
        (&["remove", "--all"], "ничего не удалено: подтверждения не было"),
        (
            &["remove", "--token", "x", "--yes"],
            "--token: токен — это UUID из 36 символов, а здесь 1",
        ),
        (
            &["remove", "--all", "--yes", "--expect-cards", "1", "--receipt", nowhere],
            "No/R.html: папки нет; создайте её",
        ),
        (&["resolve", "--customer", ""], "--customer: введите номер покупателя"),
        (&["verify", "--customers", missing], "Missing.csv нет"),
        (&["snapshot", "--out", "a.png", "--size", "1x1"], "«1x1» — не размер"),
    ];
    let url = gateway.url();
    for (arguments, words) in cases {
        let (command, more) = arguments.split_first().unwrap();
        let mut all = vec![*command, "--lang", "ru"];
        all.extend(super::access(&url));
        all.extend(more);
        let names_one = more.contains(&"--customer") || *command == "verify";
        if !names_one {
            all.extend(["--customer", "AB 12"]);
        }
        let run = user.run(&all);
        assert!(matches!(run.code, 1 | 2) && run.out.is_empty(), "{run:?}");
        assert!(run.err.contains(words) && is_russian(&run.err), "{words}: {run:?}");
        // English is what nobody has to ask for.
        let usual: Vec<&str> =
            all.iter().copied().filter(|word| !["--lang", "ru"].contains(word)).collect();
        let usual = user.run(&usual);
        assert_eq!((usual.code, is_russian(&usual.err)), (run.code, false), "{usual:?}");
    }
}

#[test]
fn what_is_printed_for_people_is_in_its_language_and_for_programs_the_same() {
    let replies = || Gateway::scripted([ok(ACKNOWLEDGED)], [ok(list_of(&[TOKEN])), ok("[]")]);
    let flags = ["--token", TOKEN, "--yes"];
    let run = User::new().at(&replies(), "remove", &[&flags[..], &["--lang", "ru"]].concat());
    run.is_ok();
    assert!(run.out.starts_with("Удалена (проверено): карты в списке больше нет.\n"), "{run:?}");
    let [russian, english] = ["ru", "en"].map(|lang| {
        let more = [&flags[..], &["--json", "--lang", lang]].concat();
        User::new().at(&replies(), "remove", &more).json()
    });
    assert_eq!(russian["outcome"], json!("removed_verified"));
    assert_eq!(russian["outcome"], english["outcome"]);
    let gateway = Gateway::start(ok(ACKNOWLEDGED), ok(list_of(&[TOKEN])));
    let list = User::new().at(&gateway, "list", &["--lang", "ru"]);
    list.is_ok();
    assert!(list.out.starts_with("Покупатель AB 12: 1 сохранённая карта\n"), "{list:?}");
}

/// Auditors read one language, whoever removed.
#[test]
fn the_journal_stays_in_english() {
    let gateway = Gateway::scripted([status(503, "busy")], [ok(list_of(&[TOKEN]))]);
    let user = User::new();
    let data = user.data();
    let flags = ["--token", TOKEN, "--yes", "--lang", "ru", "--data-dir", data.to_str().unwrap()];
    let run = user.at(&gateway, "remove", &flags);
    assert!(run.out.contains("сервер ответил кодом HTTP 503: busy"), "{run:?}");
    let journal = fs::read_to_string(data.join("journal.jsonl")).unwrap();
    assert!(journal.contains("the server answered with HTTP status 503: busy"), "{journal}");
    assert!(!is_russian(&journal), "{journal}");
}

/// What an answer or a server's refusal means is told with what to do, in both languages.
#[test]
fn an_answer_that_is_none_is_told_with_what_to_do() {
    let cases = [
        (status(401, ""), "HTTP status 401. ", "your network address", "вашего сетевого адреса"),
        (status(403, "no"), "HTTP status 403: no. ", "your network address", "сетевого адреса"),
        (status(404, ""), "HTTP status 404. ", "check the server name", "проверьте имя сервера"),
        (status(503, "busy"), "HTTP status 503: busy. ", "wait a few minutes", "подождите"),
        (status(500, ""), "HTTP status 500. ", "try again", "повторите"),
        (
            status(302, "").header("Location", "/login?x=S3"),
            "a redirect to 127.0.0.1, not followed. ",
            "check the server name",
            "проверьте имя сервера",
        ),
        (ok(""), "(the body is empty). ", "assist’s support", "поддержке assist"),
        (ok("<html>"), "(no JSON at line 1, column 1): <html>. ", "server name", "это не json"),
        (ok("[1]"), "(card 1: not an object): [1]. ", "server name", "карта 1: не объект"),
        (ok("[]").cut_after(0), "the answer broke off before its end. ", "try again", "оборвался"),
        (ok(REFUSED), "(codes 5 / 143). ", "merchant id, login and password", "логин и пароль"),
    ];
    for (reply, fact, advice, russian) in cases {
        let gateway = Gateway::start(ok(ACKNOWLEDGED), reply);
        let run = User::new().at(&gateway, "list", &[]);
        assert!(run.err.contains(fact), "{fact}: {run:?}");
        assert!(run.err.to_lowercase().contains(advice), "{advice}: {run:?}");
        assert!(!run.err.contains("S3"), "{run:?}");
        let run = User::new().at(&gateway, "list", &["--lang", "ru"]);
        assert!(run.err.to_lowercase().contains(russian) && is_russian(&run.err), "{run:?}");
        for word in ["redirect", "no JSON", "card 1", "body", "not an object"] {
            let sentence = run.err.lines().next().unwrap();
            assert!(!sentence.contains(word), "{word}: {run:?}");
        }
    }
}

/// The words of JSON and files are for programs alone.
#[test]
fn what_is_printed_for_people_holds_no_words_for_programs() {
    let shop = Shop::new(3, |n| if n == 1 { Fate::CutBefore } else { Fate::Fine }, |_| Fate::Fine);
    let flags = ["--all", "--yes", "--expect-cards", "3", "--go-on", "--lang", "ru"];
    let run = User::new().at(&shop.gateway, "remove", &flags);
    for word in ["removed_verified", "still_there", "all-removed", "partly", "not_sent", "_"] {
        assert!(!run.out.contains(word), "{word}: {run:?}");
    }
    for word in ["удалена (проверено)", "всё ещё на месте"] {
        assert!(run.out.contains(word), "{word}: {run:?}");
    }
}

/// What the program itself finds wrong with a workbook is in the language; only a library's words may not be.
#[test]
fn a_damaged_workbook_is_told_in_the_language() {
    let user = User::new();
    let zipped = |name: &str, parts: &[(&str, &str)]| {
        let path = user.home.path().join(name);
        let mut archive = zip::ZipWriter::new(fs::File::create(&path).unwrap());
        for (part, text) in parts {
            archive.start_file(*part, zip::write::SimpleFileOptions::default()).unwrap();
            std::io::Write::write_all(&mut archive, text.as_bytes()).unwrap();
        }
        archive.finish().unwrap();
        path.to_str().unwrap().to_owned()
    };
    let none = "<Relationships/>";
    let cases = [
        (zipped("a.xlsx", &[("xl/workbook.xml", "<workbook/>")]), "/_rels/.rels", "нет части"),
        (
            zipped("c.xlsx", &[("xl/workbook.xml", "<workbook/>"), ("_rels/.rels", none)]),
            "",
            "не указано, какая часть — книга",
        ),
    ];
    for (path, name, words) in cases {
        let run = user.run(&["verify", "--sandbox", "--customers", &path, "--lang", "ru"]);
        run.complains(2, words);
        assert!(run.err.contains(name) && !run.err.contains("there is"), "{run:?}");
    }
}

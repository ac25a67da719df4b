//! Where `verify` writes what it found, and flags that contradict one another: nobody is asked.

use std::fs;

use serde_json::Value;

use super::User;

/// `verify` of a customer of the sandbox, with these flags.
fn verify<'a>(more: &[&'a str]) -> Vec<&'a str> {
    [&["verify", "--sandbox", "--customer", "1001", "--rate", "100"][..], more].concat()
}

#[test]
fn two_outputs_never_name_one_file() {
    let user = User::new();
    let home = user.home.path();
    let path = |name: &str| home.join(name).to_str().unwrap().to_owned();
    fs::create_dir(home.join("reports")).unwrap();
    let file = path("a.out");
    let dotted = format!("{}/./a.out", home.display());
    let around = format!("{}/reports/../a.out", home.display());
    let cases = [("--html", "--csv"), ("--json", "--junit"), ("--csv", "--state")];
    for (first, second) in cases {
        for other in [&file, &dotted, &around] {
            let run = user.run(&verify(&[first, &file, second, other]));
            run.complains(2, "name the same file");
            assert!(run.err.contains(first) && run.err.contains(second), "{run:?}");
        }
    }
    assert!(!home.join("a.out").exists());
    // What is read is not written over.
    let list = path("list.csv");
    fs::write(&list, "customer\n1001\n").unwrap();
    for flag in ["--csv", "--state", "--save-baseline"] {
        let run = user.run(&["verify", "--sandbox", "--customers", &list, flag, &list]);
        run.complains(2, "name the same file");
    }
    assert_eq!(fs::read_to_string(&list).unwrap(), "customer\n1001\n");
    user.run(&verify(&["--html", "-", "--csv", "-"])).complains(2, "standard output");
    for flag in ["--state", "--save-baseline"] {
        user.run(&verify(&[flag, "-"])).complains(2, "needs a file");
    }
}

#[cfg(unix)]
#[test]
fn a_link_leads_to_the_file_that_it_names() {
    let user = User::new();
    let home = user.home.path();
    let path = |name: &str| home.join(name).to_str().unwrap().to_owned();
    fs::write(home.join("a.html"), "before").unwrap();
    fs::create_dir(home.join("folder")).unwrap();
    std::os::unix::fs::symlink(home.join("a.html"), home.join("link.csv")).unwrap();
    std::os::unix::fs::symlink(home, home.join("folder/home")).unwrap();
    for other in [path("link.csv"), path("folder/home/a.html")] {
        let run = user.run(&verify(&["--html", &path("a.html"), "--csv", &other]));
        run.complains(2, "name the same file");
    }
    let run = user.run(&verify(&["--html", &path("new"), "--csv", &path("folder/home/new")]));
    run.complains(2, "name the same file");
    assert_eq!(fs::read_to_string(home.join("a.html")).unwrap(), "before");
}

#[test]
fn every_report_goes_to_the_standard_output_where_that_is_asked_for() {
    let user = User::new();
    let starts =
        [("--html", "<!DOCTYPE html>"), ("--csv", "\u{feff}severity"), ("--junit", "<?xml")];
    for (flag, start) in starts {
        let run = user.run(&verify(&[flag, "-"]));
        assert_eq!((run.code, run.err.as_str()), (0, ""), "{flag}: {}", run.err);
        let begin: String = run.out.trim_start_matches('\u{feff}').chars().take(15).collect();
        let start = start.trim_start_matches('\u{feff}').to_lowercase();
        assert!(begin.to_lowercase().starts_with(&start), "{flag}: {begin}");
    }
    let json = user.run(&verify(&["--json", "-"]));
    assert!(serde_json::from_str::<Value>(&json.out).is_ok());
    assert!(!fs::exists("-").unwrap());
}

#[test]
fn flags_that_say_nothing_together_are_refused() {
    let user = User::new();
    for flag in [&["--column", "2"][..], &["--sheet", "S"], &["--yes-as-is"]] {
        user.run(&verify(flag)).complains(2, "cannot be used with");
    }
    for text in ["customer;name\n1001;Ann\n", "1001\n1002\n", "Foo;Bar\n1001;7\n1002;8\n"] {
        let list = user.home.path().join("list.csv");
        fs::write(&list, text).unwrap();
        let list = list.to_str().unwrap();
        let run = user.run(&["verify", "--sandbox", "--customers", list, "--sheet", "S"]);
        run.complains(2, "--sheet names a sheet of a workbook");
    }
    for rate in ["-1", "0", "nan", "-0.5", "inf", "1e9"] {
        let run = user.run(&["verify", "--sandbox", "--customer", "1001", "--rate", rate]);
        run.complains(2, "give calls a second, from 0.01 to 100");
    }
    for name in ["x.jpg", "x", "-", "x.png.gif"] {
        let run = user.run(&["snapshot", "--sandbox", "--customer", "1001", "--out", name]);
        run.complains(2, "give a name that ends in .png");
    }
    for server in ["https://pay.example:0", "pay.example:0", "http://127.0.0.1:0"] {
        let run = user.run(&[&["list", "--customer", "1"][..], &super::access(server)].concat());
        run.complains(2, "--server: the port is no number from 1 to 65535");
    }
    let receipt = [
        "remove",
        "--sandbox",
        "--customer",
        "1001",
        "--all",
        "--yes",
        "--expect-cards",
        "1",
        "--receipt",
        "-",
    ];
    user.run(&receipt).complains(2, "--receipt needs a file");
}

#[test]
fn a_data_folder_that_is_a_file_is_told() {
    let user = User::new();
    let file = user.home.path().join("notes.txt");
    fs::write(&file, "kept").unwrap();
    let name = file.to_str().unwrap();
    for arguments in [
        &["list", "--sandbox", "--customer", "1001"][..],
        &["remove", "--sandbox", "--customer", "1001", "--all", "--yes"],
        &["resolve", "--sandbox"],
        &["verify", "--sandbox", "--customer", "1001"],
        &["snapshot", "--sandbox", "--customer", "1001", "--out", "x.png"],
        &["diagnostics"],
        &[],
    ] {
        let run = user.run(&[arguments, &["--data-dir", name]].concat());
        run.complains(2, "notes.txt is a file; give a folder");
    }
    let below = file.join("a/b");
    let below = below.to_str().unwrap();
    let mut taken =
        vec![(below.to_owned(), format!("{below} cannot be made, since {name} is a file"))];
    if cfg!(unix) {
        for device in ["/dev/null", "/dev/null/x"] {
            taken.push((device.to_owned(), "/dev/null is a device or a pipe; give".to_owned()));
        }
    }
    for (folder, words) in &taken {
        for subcommand in ["list", "verify", "remove"] {
            let more: &[&str] = if subcommand == "remove" { &["--all", "--yes"] } else { &[] };
            let flags = [subcommand, "--sandbox", "--customer", "1001", "--data-dir", folder];
            user.run(&[&flags, more].concat()).complains(2, words);
        }
    }
    assert_eq!(fs::read_to_string(&file).unwrap(), "kept");
}

#[test]
fn a_column_or_a_sheet_that_is_not_there_is_told_with_those_that_are() {
    let user = User::new();
    let list = user.home.path().join("list.csv");
    let list = list.to_str().unwrap();
    for (text, column, words) in [
        ("1001\n1002\n", "0", "there is no column `0`; its only column is 1 (such as"),
        ("1001\n1002\n", "", "--column names no column; give a name, or a place from 1; its only"),
        ("a;b\n1;2\n", "c", "there is no column `c`; its columns are 1 `a` (such as `1`), 2 `b`"),
    ] {
        fs::write(list, text).unwrap();
        let run = user.run(&["verify", "--sandbox", "--customers", list, "--column", column]);
        run.complains(2, words);
    }
}

#[test]
fn a_cards_number_that_is_asked_for_stands_in_no_report() {
    let user = User::new();
    let home = user.home.path();
    let path = |name: &str| home.join(name).to_str().unwrap().to_owned();
    let list = path("list.csv");
    let (card, token) = ("4111111111111111", "54F5A3DE4B474B4003B57FF992D6B401");
    fs::write(&list, format!("customer\n1002\n1003\n1004\n{card}\n5500 0055 5555 5559\n{token}\n"))
        .unwrap();
    let asked = ["verify", "--sandbox", "--customers", &list, "--yes-as-is", "--rate", "100"];
    let (before, json) = (path("before"), path("a.json"));
    let first = user.run(&[&asked[..], &["--save-baseline", &before, "--json", &json]].concat());
    assert!(first.code < 2, "{first:?}");
    fs::write(&list, "customer\n1002\n4111111111111111\n").unwrap();
    let outputs = ["html", "csv", "xml", "json"].map(|ending| path(&format!("b.{ending}")));
    let [html, csv, junit, json] = &outputs;
    let reports = ["--html", html, "--csv", csv, "--junit", junit, "--json", json];
    let run = user.run(&[&asked[..], &["--baseline", &before], &reports].concat());
    assert!(run.code < 2, "{run:?}");
    let summary = user.run(&asked);
    let mut texts: Vec<String> =
        outputs.iter().map(|name| fs::read_to_string(name).unwrap()).collect();
    assert!(texts.iter().all(|text| text.contains("411111******1111")));
    texts.extend([
        fs::read_to_string(path("a.json")).unwrap(),
        first.err,
        run.err,
        summary.out,
        summary.err,
    ]);
    for text in &texts {
        for secret in [card, "5500 0055 5555 5559", token] {
            assert!(!text.contains(secret), "{text}");
        }
    }
    // A reader finds it in the list by its line.
    let report: Value = serde_json::from_str(&texts[4]).unwrap();
    let rows = report["list"]["as_is_rows"].as_array().unwrap();
    let told: Vec<(u64, &str)> = rows
        .iter()
        .map(|row| (row["line"].as_u64().unwrap(), row["value"].as_str().unwrap()))
        .collect();
    let wanted = [(5, "411111******1111"), (6, "5500 00** **** 5559"), (7, "54F5…B401")];
    assert_eq!(told, wanted);
}

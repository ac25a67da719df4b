use super::{OTHER, Reply, TOKEN, card, list_of, ok, status};

/// A list without the token whose values were replaced in its text.
fn with(from: &str, to: &str) -> String {
    let list = list_of(&[OTHER]);
    assert!(list.contains(from), "{from}");
    list.replacen(from, to, 1)
}

/// The list of another card, whose token is written so.
fn token_as(written: &str) -> String {
    with(&format!("\"{OTHER}\""), written)
}

/// Lists of another card with one thing wrong in them, each with its name.
fn odd_lists() -> Vec<(String, String)> {
    let mut all: Vec<(String, String)> = Vec::new();
    let mut add = |name: &str, body: String| all.push((name.to_owned(), body));
    let plain = TOKEN.replace('-', "");
    let key = "\"token\":";
    let twice = [
        format!("\"token\":\"{TOKEN}\",{key}"),
        format!("\"TOKEN\":\"{TOKEN}\",{key}"),
        format!("\"\\u0074oken\":\"{TOKEN}\",{key}"),
        format!("\"to\u{212a}en\":\"{OTHER}\",{key}"),
        format!("\"token\":\"{OTHER}\",{key}"),
        format!("\"post\":\"1111\",{key}"),
        format!("\"POST\":\"1111\",{key}"),
        format!("\"x\":1,\"X\":2,{key}"),
    ];
    for twice in twice {
        add(&format!("twice: {twice}"), with(key, &twice));
    }
    let deep = [
        "[{\"assetType\":\"ICON\",\"ASSETTYPE\":\"ICON\"}]",
        "[{\"assetData\":[{\"url\":\"a\",\"Url\":\"b\"}]}]",
    ];
    for assets in deep {
        add(assets, with("\"assets\":[]", &format!("\"assets\":{assets}")));
    }
    let written = [
        format!("\"{{{TOKEN}}}\""),
        format!("\"{plain}\""),
        format!("\"{}\"", plain.to_lowercase()),
        format!("\"{TOKEN}\u{200b}\""),
        format!("\"{}\u{200b}{}\"", &TOKEN[..9], &TOKEN[9..]),
        format!("\"\u{feff}{TOKEN}\""),
        format!("\"urn:uuid:{TOKEN}\""),
        format!("\"{}\"", TOKEN.replace('-', "\u{2010}")),
        format!("[\"{TOKEN}\"]"),
        format!("{{\"value\":\"{TOKEN}\"}}"),
        "\"54F5A3DE-4B47-4B40-03B5-7FF992D6B40\"".to_owned(),
        "\"54F5A3DE-4B47-4B40-03B5-7FF992D6B40G\"".to_owned(),
        "1234567890".to_owned(),
        "5.4e10".to_owned(),
        "true".to_owned(),
        "null".to_owned(),
        "\"\"".to_owned(),
        "\" \"".to_owned(),
    ];
    for written in written {
        add(&format!("token {written}"), token_as(&written));
    }
    let elsewhere = [
        format!("\"cards\":[{{\"token\":\"{TOKEN}\"}}],{key}"),
        format!("\"token \":\"{TOKEN}\",{key}"),
        format!("\"{TOKEN}\":true,{key}"),
        format!("\"history\":\"{} was restored\",{key}", plain.to_lowercase()),
        format!("\"fault\":{{\"detail\":\"the rest is missing\"}},{key}"),
    ];
    for elsewhere in elsewhere {
        add(&elsewhere, with(key, &elsewhere));
    }
    all
}

/// Answers after which no card on [`TOKEN`] is shown, and which prove nothing all the same.
pub(crate) fn doubtful() -> Vec<(String, Reply)> {
    let other = list_of(&[OTHER]);
    let mut all: Vec<(String, Reply)> = Vec::new();
    let mut add = |name: &str, reply: Reply| all.push((name.to_owned(), reply));
    for code in [201, 202, 203, 206, 207, 226] {
        add(&format!("{code} and nothing"), status(code, "[]"));
        add(&format!("{code} and another card"), status(code, other.clone()));
    }
    add("204", status(204, "").until_close());
    let heads = [
        ("Content-Range", "items 0-0/2"),
        ("Content-Range", "bytes 0-1/400"),
        ("Link", "<https://a.example/?page=2>; rel=\"next\""),
        ("Age", "3600"),
        ("Warning", "110 - \"Response is Stale\""),
        ("Content-Encoding", "br"),
        ("Content-Type", "application/json; charset=utf-16"),
    ];
    for (name, value) in heads {
        add(&format!("{name}: {value}, and nothing"), ok("[]").header(name, value));
        add(&format!("{name}: {value}, and a card"), ok(other.clone()).header(name, value));
    }
    for prefix in ["\u{feff}", "//", "// ", ")]}'\n", "\u{feff}//"] {
        add(&format!("{prefix:?} and nothing"), ok(format!("{prefix}[]")));
        add(&format!("{prefix:?} and a card"), ok(format!("{prefix}{other}")));
    }
    for suffix in [",", "]", "[]", "x", "\0", "//", "{}", "\u{feff}"] {
        add(&format!("[] and {suffix:?}"), ok(format!("[]{suffix}")));
        add(&format!("a card and {suffix:?}"), ok(format!("{other}{suffix}")));
    }
    for body in ["", "{}", "null", "[[]]", "[null]", "[{}]", "\"[]\"", "{\"cards\":[]}", "[NaN]"] {
        add(&format!("{body:?}"), ok(body));
    }
    add("no brackets", ok(card(OTHER).to_string()));
    for (name, body) in odd_lists() {
        add(&name, ok(body));
    }
    let mut not_utf8 = with("\"bank\":\"\"", "\"bank\":\"?\"").into_bytes();
    let place = not_utf8.iter().position(|byte| *byte == b'?').unwrap();
    not_utf8[place] = 0xc1;
    add("windows-1251", ok(not_utf8.clone()));
    add("windows-1251 by its name", ok(not_utf8).content_type("text/html; charset=windows-1251"));
    add("cut off", ok(other.clone()).cut_after(other.len() - 1));
    add("cut off in chunks", ok(other.clone()).chunked().cut_after(other.len() - 1));
    add("half", ok(other.chars().take(other.len() / 2).collect::<String>()));
    add("packed and cut off", ok("[]").gzip().cut_after(17));
    all
}

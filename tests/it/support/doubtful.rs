use super::spelled::SPELLED;
use super::telling::{DOUBTFUL_HEADS, TELLING_MORE};
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

/// Every sign percent-encoded.
fn percent(text: &str) -> String {
    text.bytes().map(|byte| format!("%{byte:02x}")).collect()
}

/// In signs of full width.
fn wide(text: &str) -> String {
    text.chars().map(|c| char::from_u32(u32::from(c) + 0xfee0).unwrap()).collect()
}

/// Lists of another card with one thing wrong in them, each with its name.
fn odd_lists() -> Vec<(String, String)> {
    let key = "\"token\":";
    let mut all: Vec<(String, String)> = Vec::new();
    let mut add = |name: &str, body: String| all.push((name.to_owned(), body));
    for member in odd_members().into_iter().chain(members_that_name_it()) {
        add(&member, with(key, &member));
    }
    for (name, value) in SPELLED {
        add(&format!("{name}: {value}"), with(key, &format!("\"ref\":{value},{key}")));
    }
    for instead in ["\u{ff54}oken", "to\u{ad}ken", "tok\u{435}n", "token_", "t\\u006fken\\u200d"] {
        add(&format!("{instead:?} instead"), with(key, &format!("\"{instead}\":")));
    }
    for more in TELLING_MORE {
        add(more, with(key, &format!("{more},{key}")));
    }
    add("the same token on two cards", list_of(&[OTHER, &OTHER.to_lowercase()]));
    let deep = [
        "[{\"assetType\":\"ICON\",\"ASSETTYPE\":\"ICON\"}]",
        "[{\"assetData\":[{\"url\":\"a\",\"Url\":\"b\"}]}]",
    ];
    for assets in deep {
        add(assets, with("\"assets\":[]", &format!("\"assets\":{assets}")));
    }
    for written in odd_tokens() {
        add(&format!("token {written}"), token_as(&written));
    }
    all
}

/// Members before a card's token that make it doubtful which one holds.
fn odd_members() -> Vec<String> {
    let key = "\"token\":";
    vec![
        format!("\"token\":\"{TOKEN}\",{key}"),
        format!("\"TOKEN\":\"{TOKEN}\",{key}"),
        format!("\"\\u0074oken\":\"{TOKEN}\",{key}"),
        format!("\"to\u{212a}en\":\"{OTHER}\",{key}"),
        format!("\"token\":\"{OTHER}\",{key}"),
        format!("\"post\":\"1111\",{key}"),
        format!("\"POST\":\"1111\",{key}"),
        format!("\"x\":1,\"X\":2,{key}"),
        format!("\"to\u{200b}ken\":\"{TOKEN}\",{key}"),
        format!("\"to\u{200b}ken\":\"{OTHER}\",{key}"),
        format!("\"tok\u{435}n\":\"{OTHER}\",{key}"),
        format!("\"\u{ff54}oken\":null,{key}"),
        format!("\"token\\u0130d\":1,\"tokenid\":1,{key}"),
        format!("\"token\u{131}d\":1,\"tokenid\":1,{key}"),
        format!("\"to-ken\":\"{OTHER}\",{key}"),
        format!("\"_token\":null,{key}"),
    ]
}

/// What may stand for a card's token and is none.
fn odd_tokens() -> Vec<String> {
    let plain = TOKEN.replace('-', "");
    vec![
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
        "\"00000000-0000-0000-0000-000000000000\"".to_owned(),
        "\"FFFFFFFF-FFFF-FFFF-FFFF-FFFFFFFFFFFF\"".to_owned(),
        "\"ffffffff-ffff-ffff-ffff-ffffffffffff\"".to_owned(),
        "1234567890".to_owned(),
        "5.4e10".to_owned(),
        "true".to_owned(),
        "null".to_owned(),
        "\"\"".to_owned(),
        "\" \"".to_owned(),
    ]
}

/// Members before a card's token that name [`TOKEN`], or tell of a fault.
fn members_that_name_it() -> Vec<String> {
    let key = "\"token\":";
    let plain = TOKEN.replace('-', "");
    vec![
        format!("\"cards\":[{{\"token\":\"{TOKEN}\"}}],{key}"),
        format!("\"token \":\"{TOKEN}\",{key}"),
        format!("\"{TOKEN}\":true,{key}"),
        format!("\"history\":\"{} was restored\",{key}", plain.to_lowercase()),
        format!("\"urn\":\"urn:uuid:{TOKEN}\",{key}"),
        format!("\"ref\":\"id%3D{}\",{key}", TOKEN.replace('-', "%2D")),
        format!("\"ref\":\"{}\",{key}", percent(&percent(TOKEN))),
        format!("\"dots\":\"{}\",{key}", TOKEN.replace('-', "_")),
        format!("\"low\":\"{}\",\"high\":\"{}\",{key}", &plain[..16], &plain[16..]),
        format!("\"high\":\"{}\",\"x\":\"AB12\",\"low\":\"{}\",{key}", &plain[16..], &plain[..16]),
        format!("\"parts\":[\"{}\"],{key}", TOKEN.replace('-', "\",\"")),
        format!("\"a\":\"{}\",\"bank \":\"Bank\",\"b\":\"{}\",{key}", &TOKEN[..18], &TOKEN[19..]),
        format!("\"{}\":\"{}\",{key}", &plain[..20], &plain[20..]),
        format!("\"wide\":\"{}\",{key}", wide(TOKEN)),
        format!("\"fault\":{{\"detail\":\"the rest is missing\"}},{key}"),
        format!("\"a\":\"{}<b>{}</b>{}\",{key}", &TOKEN[..4], &TOKEN[4..8], &TOKEN[8..]),
        format!("\"a\":\"{}<br class='x'>{}\",{key}", &TOKEN[..12], &TOKEN[12..]),
        format!("\"a\":\"{}[b]{}[/b]\",{key}", &plain[..12], &plain[12..]),
        format!("\"a\":\"NTRGNUEzREUtNEI0Ny00\\r\\nQjQwLTAzQjUtN0ZGOTkyRDZCNDAx\",{key}"),
        format!("\"a\":\"NTRGNUEzREUtNEI0\\n Ny00QjQwLTAzQjUt\\n N0ZGOTkyRDZCNDAx\",{key}"),
        format!("\"a\":\"VPWj3ktH\\nS0ADtX/5kta0AQ==\",{key}"),
        format!("\"a\":\"xNTRGNUEzREUtNEI0Ny00QjQwLTAzQjUtN0ZGOTkyRDZCNDAx\",{key}"),
        format!(
            "\"a\":\"84, 245, 163, 222, 75, 71, 75, 64, 3, 181, 127, 249, 146, 214, 180, 1\",{key}"
        ),
        format!("\"a\":[\"0x54F5A3DE4B474B40\",\"0x03B57FF992D6B401\"],{key}"),
    ]
}

/// Answers to the letter: words in the status line, and headers behind the body.
fn raw_answers(other: &str) -> Vec<(String, String)> {
    let mut all = Vec::new();
    for words in [
        "Partial Content",
        "Error",
        "Accepted",
        "Not Found",
        "503 Service Unavailable",
        "Stale",
        "OK but incomplete",
        "Backend failure",
        "Oops",
        "Page 1 of 2",
        "Connection established",
        "OK OK",
    ] {
        for body in ["[]", other] {
            let length = body.len();
            let text = format!("HTTP/1.1 200 {words}\r\nContent-Length: {length}\r\n\r\n{body}");
            all.push((format!("200 {words}, {body}"), text));
        }
    }
    let dates = [
        "Date: Mon, 23 Nov 2026 10:00:00 GMT\r\nDate: Mon, 23 Nov 2026 10:00:01 GMT",
        "Date: Mon, 23 Nov 2026 10:00:00 GMT\r\nDate: soon",
    ];
    for date in dates {
        let length = other.len();
        let text = format!("HTTP/1.1 200 OK\r\n{date}\r\nContent-Length: {length}\r\n\r\n{other}");
        all.push((date.to_owned(), text));
    }
    for coding in ["chunked, chunked", "chunked\r\nTransfer-Encoding: chunked", "CHUNKED,chunked"] {
        let head = format!("HTTP/1.1 200 OK\r\nTransfer-Encoding: {coding}\r\n\r\n");
        all.push((coding.to_owned(), format!("{head}2\r\n[]\r\n0\r\n\r\n")));
    }
    for trailer in [
        "X-Has-More: true",
        "X-Total-Count: 9",
        "Content-Range: items 0-0/9",
        "X-Error: cut",
        "Grpc-Status: 13",
        "X-Cache: HIT",
        "Age: 60",
        "Link: <?page=2>; rel=next",
        "Content-Digest: sha-256=:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=:",
    ] {
        for body in ["[]", other] {
            let head = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n";
            let text = format!("{head}{:x}\r\n{body}\r\n0\r\n{trailer}\r\n\r\n", body.len());
            all.push((format!("behind {body}: {trailer}"), text));
        }
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
    for (name, value) in DOUBTFUL_HEADS {
        add(&format!("{name}: {value}, and nothing"), ok("[]").header(name, value));
        add(&format!("{name}: {value}, and a card"), ok(other.clone()).header(name, value));
    }
    // An empty answer that is called a page may be one.
    add("a page of nothing", ok("[]").content_type("text/html"));
    for (name, value) in [("Age", "0"), ("X-Total-Count", "0"), ("X-Cache", "MISS")] {
        let again = if name == "Age" { "5" } else { "HIT, 7" };
        add(&format!("{name} twice"), ok("[]").header(name, value).and_header(name, again));
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
    for (name, text) in raw_answers(&other) {
        add(&name, Reply::raw(&text));
    }
    add("half", ok(other.chars().take(other.len() / 2).collect::<String>()));
    add("packed and cut off", ok("[]").gzip().cut_after(17));
    for (first, second) in [("[", "]"), ("[]", " "), ("[]", ""), (&*other, "\n")] {
        let name = format!("packed in two pieces: {first:?} {second:?}");
        add(&name, ok(first).gzip().and_gzip(second));
    }
    let cyrillic = with("\"bank\":\"\"", "\"bank\":\"Банк\"");
    for label in ["windows-1251", "koi8-r"] {
        let kind = format!("application/json; charset={label}");
        add(&format!("nothing as {label}"), ok("[]").content_type(&kind));
        add(&format!("UTF-8 as {label}"), ok(cyrillic.clone()).content_type(&kind));
    }
    all
}

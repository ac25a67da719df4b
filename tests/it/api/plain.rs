//! What a careful reader has nothing against: nobody is told "not verified" in vain.
use carddesk::api::Client;
use carddesk::domain::{
    CardList, Credentials, CustomerNumber, Language, Login, MerchantId, Password, ServerAddress,
    Token, Unproven,
};
use carddesk::sandbox::{Sandbox, SandboxOptions};
use proptest::prelude::*;
use proptest::sample::{select, subsequence};
use serde_json::{Value, json};

use crate::support::{DOUBTFUL_HEADS, OTHER, Reply, TOKEN, card, list_of, ok};

use super::{Stage, customer};

/// Headers that say nothing against a list of one card, nor against one of none where they name no
/// count.
const PLAIN_HEADS: &[(&str, &str)] = &[
    ("Server", "nginx/1.25.3"),
    ("Server", "Apache (cache hit ratio 3)"),
    ("Date", "Mon, 23 Nov 2099 10:00:00 GMT"),
    ("Last-Modified", "Mon, 26 Jul 1997 05:00:00 GMT"),
    ("Content-Type", "application/json;charset=UTF-8"),
    ("Content-Type", "Application/JSON"),
    ("Content-Type", "text/plain; charset=utf-8"),
    ("Content-Language", "ru"),
    ("Cache-Control", "no-store, max-age=0, stale-if-error=60"),
    ("Pragma", "no-cache"),
    ("Expires", "0"),
    ("Age", "0"),
    ("X-Cache", "MISS"),
    ("X-Cache", "Miss from cloudfront"),
    ("X-Cache", "TCP_MISS from proxy"),
    ("X-Cache-Status", "BYPASS"),
    ("X-Cache-Hits", "0"),
    ("X-Cache-Hits", "0, 0"),
    ("X-Cache-Key", "/hit/5"),
    ("X-Cache-Enabled", "true"),
    ("Cache-Status", "Edge; fwd=uri-miss; hit=?0"),
    ("CF-Cache-Status", "DYNAMIC"),
    ("X-Served-By", "cache-fra-eddf8230042-FRA"),
    ("X-Varnish", "32770"),
    ("X-From-Cache", "false"),
    ("Server-Timing", "total;dur=12, cdn-cache;desc=MISS"),
    ("Via", "1.1 proxy.example (squid/6.6)"),
    ("Link", "<https://a.example/?rel=next>; rel=\"help\""),
    ("Link", "</style.css>; rel=preload; title=\"next, please\""),
    ("X-RateLimit-Limit", "1"),
    ("X-RateLimit-Remaining", "59"),
    ("X-Rate-Limit-Reset", "60"),
    ("X-Request-Id", "57"),
    ("X-Request-Count", "57"),
    ("X-Runtime", "0.057"),
    ("X-Powered-By", "ColdFusion"),
    ("X-Mod-Pagespeed", "1.13"),
    ("X-Frame-Options", "SAMEORIGIN"),
    ("X-Content-Type-Options", "nosniff"),
    ("Report-To", "{\"group\":\"errors\"}"),
    ("NEL", "{\"report_to\":\"nel\",\"max_age\":604800}"),
    ("X-Error", ""),
    ("X-Error-Code", "0"),
    ("Status", "200 OK"),
    ("X-Status", "success"),
    ("X-Has-More", "false"),
    ("X-Next-Page", ""),
    ("X-Next-Cursor", "null"),
    ("X-Truncated", "0"),
    ("X-Page", "1"),
    ("X-Total-Pages", "1"),
    ("X-Per-Page", "25"),
    ("X-Offset", "0"),
    ("X-Complete", "true"),
    ("X-Pagination", "{\"hasNext\":false,\"pageSize\":25}"),
    ("Accept-Ranges", "bytes"),
    ("Vary", "Accept-Encoding"),
    ("ETag", "\"hit-2\""),
    ("Set-Cookie", "cursor=5; total=3"),
    ("Strict-Transport-Security", "max-age=31536000"),
    ("Trailer", "X-Checksum"),
    ("Content-Encoding", "identity"),
    ("Alt-Svc", "h3=\":443\"; ma=86400"),
    ("Content-Location", "/pay/oneclick/v1/token.cfm"),
    ("Content-Location", "token.cfm"),
    ("Link", "</pay/oneclick/v1/token.cfm>; rel=\"last\""),
    ("Link", "<?page=1>; rel=\"first\", <?page=1>; rel=\"last\""),
    ("X-Success", "true"),
    ("Grpc-Status", "0"),
    ("Content-Type", "application/json; charset=\"UTF-8\";"),
    ("X-Page-Id", "77"),
    ("X-Sync", "ok"),
    ("X-Synced", "true"),
    ("X-Pending-Writes", "0"),
    ("X-Async", "false"),
    ("X-Consistency", "strong"),
    ("X-Auth", "ok"),
    ("X-Retry", "1"),
    ("Idempotent-Replayed", "false"),
    ("Idempotency-Key", "8e03978e-40d5-43e8-bc93-6894a57f9324"),
    ("X-Part", "1/1"),
    ("X-Response-Code", "200"),
    ("X-Result-Code", "00"),
    ("X-Return-Code", "OK"),
    ("X-Error", "none"),
    ("X-Failover", "false"),
    ("X-Served-From", "primary"),
    ("X-Merchant-ID", "452739"),
    ("X-Client-Id", "web-7"),
    ("X-Page-Token", ""),
    ("Proxy-Status", "edge; received-status=200"),
    (
        "Set-Cookie",
        "CFID=12345; CFTOKEN=9f86d081884c7d65-9A2FEAA0-C55A-D015-A3BF4F1B2B0B822C; path=/",
    ),
    ("Set-Cookie", "JSESSIONID=5A0C4D1F2B3E4A5968778695A4B3C2D1.cfusion; Path=/; HttpOnly"),
    ("X-Request-Id", "0B4C1D5E-0000-4000-8000-000000000099"),
    ("X-Amzn-Trace-Id", "Root=1-67891233-abcdef012345678912345678"),
];

fn proves(list: &CardList) -> bool {
    let wanted = Token::parse(TOKEN).unwrap();
    list.proves_absence(|token| *token == wanted) == Ok(true)
}

#[test]
fn plain_headers_say_nothing_against_a_list() {
    let stage = Stage::new();
    for (name, value) in PLAIN_HEADS {
        for body in ["[]".to_owned(), list_of(&[OTHER])] {
            let list = stage.list(ok(body).header(name, value));
            assert!(list.as_ref().is_ok_and(proves), "{name}: {value}: {list:?}");
        }
    }
    let counts = [("X-Total-Count", 0), ("X-Total", 1), ("X-Count", 2), ("X-WP-Total", 1)];
    for (name, count) in counts {
        let tokens: Vec<String> = (0..count).map(numbered).collect();
        let tokens: Vec<&str> = tokens.iter().map(String::as_str).collect();
        let list = stage.list(ok(list_of(&tokens)).header(name, &count.to_string())).unwrap();
        assert!(proves(&list), "{name}: {count}");
    }
    let untyped = stage.list(ok("[]").without_header("Content-Type")).unwrap();
    assert!(proves(&untyped));
}

/// What stands beside 200 in the status line, and dates in each form that HTTP knows.
#[test]
fn usual_words_and_dates_say_nothing_against_a_list() {
    let stage = Stage::new();
    let now = jiff::Timestamp::now();
    let dates = ["%a, %d %b %Y %H:%M:%S GMT", "%A, %d-%b-%y %H:%M:%S GMT", "%a %b %e %H:%M:%S %Y"];
    for words in ["OK", "ok", "", "Success"] {
        for form in dates {
            let date = now.strftime(form).to_string();
            let body = list_of(&[OTHER]);
            let length = body.len();
            let text = format!(
                "HTTP/1.1 200 {words}\r\nDate: {date}\r\nDate: {date}\r\nContent-Length: {length}\r\n\r\n{body}"
            );
            let list = stage.list(Reply::raw(&text));
            assert!(list.as_ref().is_ok_and(proves), "{words:?}, {date}: {list:?}");
        }
    }
}

fn numbered(number: usize) -> String {
    format!("0B4C1D5E-0000-4000-8000-{number:012}")
}

/// What else a card may say of itself and of its holder.
fn states_and_holders() -> Vec<(&'static str, Value)> {
    vec![
        ("archived", json!(false)),
        ("removal", json!(null)),
        ("progress", json!(100)),
        ("level", json!("gold")),
        ("severity", json!("info")),
        ("test", json!(false)),
        ("resultCode", json!("00")),
        ("status", json!({"code": 0, "text": "active"})),
        ("owner", json!({"name": "ANNA K", "birthYear": "1990"})),
        ("accountNumber", json!("BY20OLMP31350000001000000933")),
        ("phone", json!("+37529*****67")),
        ("account", json!("****4567")),
        ("inactive", json!(true)),
        ("maxAmount", json!(1)),
    ]
}

#[test]
fn members_that_speak_of_other_things_say_nothing_against_a_list() {
    let stage = Stage::new();
    let members = [
        ("hasMore", json!(false)),
        ("nextPage", json!(null)),
        ("next", json!("")),
        ("total", json!(1)),
        ("truncated", json!("NO")),
        ("cursor", json!(null)),
        ("complete", json!(true)),
        ("page", json!(1)),
        ("_links", json!({"next": null})),
        ("nextPaymentDate", json!("2027-01-01")),
        ("cardLimit", json!(50000)),
        ("lastUsed", json!("2026-01-01")),
        ("partialNumber", json!("4123…0028")),
        ("cardNumber", json!("412362XXXXXX0028")),
        ("cardId", json!(57)),
        ("attemptsLeft", json!(3)),
        ("count", json!(1)),
        ("cards", json!("1")),
        ("numCards", json!(1)),
        ("part", json!("1/1")),
        ("position", json!("1 of 1")),
        ("endOfList", json!(true)),
        ("others", json!([])),
        ("moreCardsExist", json!(false)),
        ("remaining", json!(100.5)),
        ("remaining", json!("99.90")),
        ("left", json!("1 000,00")),
        ("note", json!("for more, see the manual")),
        ("note", json!("a card of the wife")),
        ("address", json!([{"post": "190000", "city": "Saint Petersburg"}])),
        ("limits", json!([{"type": "day", "amount": 50000}])),
        ("card", json!({"type": "debit"})),
        ("picture", json!("https://a.example/fa0ff42c-fa9e-41b0-9ae8-c2899d61394a.png")),
        ("pageId", json!(77)),
        ("status", json!("expired")),
        ("status", json!("active")),
        ("STATUS", json!("Not verified")),
        ("status", json!("pending")),
        ("status", json!(3)),
        ("state", json!("blocked")),
        ("state", json!("DEFAULT")),
        ("isDefault", json!(true)),
        ("result", json!("OK")),
        ("errorCode", json!("0")),
        ("errorCode", json!("000")),
        ("error", json!("0")),
        ("error", json!("OK")),
        ("error", json!("none")),
        ("error", json!({"code": 0, "message": "No errors."})),
        ("hasErrors", json!("false")),
        ("message", json!("ok")),
        ("code", json!(643)),
        ("httpStatus", json!("200")),
        ("cache", json!("MISS")),
        ("cachedAt", json!(null)),
        ("replica", json!(false)),
        ("source", json!("terminal")),
        ("customer", json!("Ivan Ivanov")),
        ("customer", json!("ivan2@mail.example")),
        ("customerName", json!("Ivan 2")),
        ("client", json!({"name": "Ivan", "age": 44})),
        ("customerId", json!(null)),
        ("customer", json!({"id": "AB 12", "merchantId": "452739"})),
        ("customer", json!({"data": {"customerNumber": "AB 12"}})),
        ("merchant", json!("A shop of 7 things")),
        ("merchantName", json!("Shop 24")),
        ("fingerprint", json!("9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08")),
        ("fault", json!(null)),
        ("errorCode", json!(0)),
        ("created", json!("2026-11-23T10:00:00Z")),
        ("", json!("")),
    ];
    let mut doubted = Vec::new();
    for (key, value) in members.into_iter().chain(states_and_holders()) {
        let mut card = card(OTHER);
        card[key] = value;
        let list = stage.list(ok(Value::Array(vec![card.clone()]).to_string()));
        if !list.as_ref().is_ok_and(proves) {
            doubted.push((key, card[key].clone(), list.map(|list| list.doubt())));
        }
    }
    assert!(doubted.is_empty(), "{doubted:?}");
}

/// Customers whose lists the sandbox writes as no strict reader takes them, each with its word.
const LOOSE: &[(&str, &str)] =
    &[("2001", "prefix"), ("2002", "prefix"), ("2005", "repeated_token"), ("2006", "token")];

#[test]
fn the_answers_of_the_sandbox_prove() {
    let sandbox = Sandbox::start(SandboxOptions { port: None, today: None }).unwrap();
    let client = Client::new(&ServerAddress::parse(&sandbox.url()).unwrap()).unwrap();
    let who = Credentials {
        merchant_id: MerchantId::parse(sandbox.merchant_id()).unwrap(),
        login: Login::parse(sandbox.login()).unwrap(),
        password: Password::parse(sandbox.password().into()).unwrap(),
        language: Language::English,
    };
    let unknown = client.list(&who, &customer()).unwrap();
    assert!(unknown.proves_empty());
    let mut loose = Vec::new();
    // Calls for the others fail, as they are meant to.
    for info in sandbox.customers().iter().filter(|info| !info.number.starts_with('5')) {
        let number = CustomerNumber::parse(&info.number).unwrap();
        match client.list(&who, &number) {
            Ok(list) if proves(&list) => {}
            Ok(list) => loose.push((info.number.clone(), list.doubt().map_or("", Unproven::word))),
            Err(_) => loose.push((info.number.clone(), "error")),
        }
    }
    let loose: Vec<(&str, &str)> =
        loose.iter().map(|(number, word)| (number.as_str(), *word)).collect();
    assert_eq!(loose, LOOSE);
}

#[test]
fn the_documented_examples_prove() {
    let stage = Stage::new();
    for body in [
        include_str!("../sandbox/examples/list-several-cards.json"),
        include_str!("../sandbox/examples/list-card-without-media.json"),
    ] {
        assert!(proves(&stage.list(ok(body)).unwrap()));
    }
}

#[test]
fn headers_together_prove_as_much_as_the_worst_of_them() {
    let stage = Stage::new();
    let config = ProptestConfig { cases: 200, failure_persistence: None, ..Default::default() };
    let plain = subsequence(PLAIN_HEADS.to_vec(), 0..6);
    let doubtful = prop::option::of(select(DOUBTFUL_HEADS.to_vec()));
    proptest!(config, |(plain in plain, doubtful in doubtful, at in any::<prop::sample::Index>(), shout in any::<bool>())| {
        let mut heads = plain;
        // A second type or coding would be another answer.
        heads.retain(|(name, _)| !name.starts_with("Content-"));
        if let Some(head) = doubtful {
            heads.insert(at.index(heads.len() + 1), head);
        }
        let mut reply = ok(list_of(&[OTHER]));
        for (name, value) in heads {
            let name = if shout { name.to_uppercase() } else { name.to_lowercase() };
            reply = if name.eq_ignore_ascii_case("content-type") { reply.header(&name, value) } else { reply.and_header(&name, value) };
        }
        let list = stage.list(reply.clone());
        prop_assert_eq!(list.as_ref().is_ok_and(proves), doubtful.is_none(), "{:?}: {:?}", reply, list);
    });
}

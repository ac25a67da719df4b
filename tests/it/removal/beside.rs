//! What stands beside a list, in headers and in its cards: what is usual proves, a token in parts does not.
use carddesk::removal::Outcome;

use crate::support::{ACKNOWLEDGED, Gateway, OTHER, Reply, TOKEN, list_of, ok};

use super::proofs::dated;
use super::remove;

#[test]
fn a_token_in_parts_over_headers_leaves_the_removal_open() {
    let plain = TOKEN.replace('-', "");
    let (high, low) = (plain[..16].to_owned(), plain[16..].to_owned());
    let decimal = |digits: &str| u64::from_str_radix(digits, 16).unwrap().to_string();
    for [(name, value), (other, behind)] in [
        [("X-A", TOKEN[..18].to_owned()), ("X-B", TOKEN[18..].to_owned())],
        [("X-B", low.clone()), ("X-A", high.clone())],
        [("X-A", plain[..28].to_owned()), ("X-B", plain[28..].to_owned())],
        [("Set-Cookie", format!("a={high}; Path=/")), ("Set-Cookie", format!("b={low}; Path=/"))],
        [("Set-Cookie", format!("a={}", &plain[..4])), ("ETag", format!("\"{}\"", &plain[4..]))],
        [("X-Hi", decimal(&high)), ("X-Lo", decimal(&low))],
    ] {
        let reply = ok(list_of(&[OTHER])).header("X-Request", "12").header(name, &value);
        let gateway = Gateway::start(ok(ACKNOWLEDGED), reply.and_header(other, &behind));
        let dir = tempfile::tempdir().unwrap();
        let report = remove(&gateway.server(), dir.path(), TOKEN).unwrap();
        assert_eq!(report.outcome, Outcome::Unverified, "{name}: {value}, {other}: {behind}");
    }
}

/// What servers, proxies and delivery networks say of every answer, and what a card may have more.
#[test]
fn a_list_with_what_is_usual_beside_it_proves() {
    let date = dated(0);
    let heads = [
        ("X-Cache", "MISS from squid"),
        ("X-Cache-TTL", "0"),
        ("X-Cache-Key", "/pay/date"),
        ("Via", "1.1 squid (squid/5.7)"),
        ("Via", "1.1 a (ApacheTrafficServer/9.1 [uScMsSf pSeN:t cCMi p sS])"),
        ("X-Served-By", "cache-ams21030-AMS"),
        ("X-Circuit-Breaker", "closed"),
        ("X-Data-Freshness", "live"),
        ("X-Generated-At", &*date),
        ("X-Node", "replica-set-1"),
        ("X-Timeout", "30"),
        ("Keep-Alive", "timeout=5"),
        ("Content-Type", "application/json; charset=windows-1251"),
        ("Content-Type", "application/json; charset=ISO-8859-1"),
    ];
    let now = jiff::Timestamp::now().to_string();
    let dated_now = format!("\"asOf\":\"{now}\"");
    let members = [
        &*dated_now,
        "\"deleted\":false",
        "\"hidden\":0",
        "\"pending\":null",
        "\"rest\":100.5",
        "\"linkedCards\":[]",
        "\"length\":1",
        "\"size\":\"small\"",
        "\"updatedAt\":\"2020-01-01T00:00:00Z\"",
        "\"created\":\"2020-01-01\"",
        "\"generation\":2",
        "\"expiry\":\"01/29\"",
        "\"version\":2",
        "\"note\":\"<b>gold</b>\"",
        "\"a\":\"line\\r\\nline\"",
    ];
    let proves = |reply: Reply, name: &str| {
        let gateway = Gateway::start(ok(ACKNOWLEDGED), reply);
        let dir = tempfile::tempdir().unwrap();
        let report = remove(&gateway.server(), dir.path(), TOKEN).unwrap();
        assert_eq!(report.outcome, Outcome::RemovedVerified, "{name}: {:?}", report.list_error);
    };
    let body = list_of(&[OTHER]);
    heads.iter().for_each(|(name, value)| proves(ok(body.clone()).header(name, value), value));
    for member in members {
        proves(ok(body.replacen("\"token\":", &format!("{member},\"token\":"), 1)), member);
    }
    proves(ok(body).gzip(), "packed in one piece");
}

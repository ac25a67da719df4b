use carddesk::domain::{Environment, ServerAddress, ServerAddressError};
use proptest::prelude::*;

use super::rough_text;

fn environment(text: &str) -> Environment {
    ServerAddress::parse(text).unwrap_or_else(|e| panic!("{text}: {e:?}")).environment()
}

fn refusal(text: &str) -> ServerAddressError {
    ServerAddress::parse(text).expect_err(text)
}

#[test]
fn test_servers_are_known_by_their_labels() {
    for name in [
        "test.paysec.by",
        "payments.t.paysecure.ru",
        "payments.d.paysecure.ru",
        "payments.demo.paysecure.ru",
        "TEST.PaySec.BY",
        " test.paysec.by ",
        "test.paysec.by:8443",
        "https://test.paysec.by/",
        "test.paysec.by.",
        "t.paysecure.ru",
        "demo.paysecure.ru",
        "test",
    ] {
        assert_eq!(environment(name), Environment::Test, "{name}");
    }
}

#[test]
fn everything_else_is_production() {
    for name in [
        "payments.paysec.by",
        "pay196.paysec.by",
        "payments123.paysecure.ru",
        "latest.example.com",
        "contest.example.com",
        "demo-shop.example.com",
        "mydemo.example.com",
        "testing.x",
        "test1.paysec.by",
        "test-2.paysec.by",
        "tests.paysec.by",
        // `test` counts as the first label only.
        "pay.test.by",
        "payments.tt.paysecure.ru",
        "payments.dd.paysecure.ru",
        "payments.demos.paysecure.ru",
        "td.paysecure.ru",
        "192.168.1.10",
        "10.0.0.1:8080",
        "[2001:db8::1]",
        "xn--e1aybc.xn--p1ai",
        // Cyrillic letters that look like Latin ones.
        "payments.т.paysecure.ru",
        "тест.paysec.by",
    ] {
        assert_eq!(environment(name), Environment::Production, "{name}");
    }
}

#[test]
fn this_machine_is_the_sandbox() {
    for name in [
        "localhost",
        "LocalHost:8080",
        "127.0.0.1",
        "127.8.9.1:4711",
        "[::1]",
        "[::1]:4711",
        "http://localhost",
        "http://127.0.0.1:8080",
        "http://[::1]:8080/",
    ] {
        assert_eq!(environment(name), Environment::Sandbox, "{name}");
        assert!(ServerAddress::parse(name).unwrap().is_loopback(), "{name}");
    }
}

#[test]
fn what_only_looks_like_this_machine_counts_as_production() {
    // Some of these may lead here; a removal is then asked about once more, and no harm is done.
    for name in [
        "localhost.",
        "localhost.example.com",
        "mylocalhost",
        "127.0.0.1.nip.io",
        "0.0.0.0",
        "[::]",
        "[::ffff:127.0.0.1]",
        "[::2]",
        "128.0.0.1",
    ] {
        assert_eq!(environment(name), Environment::Production, "{name}");
    }
}

#[test]
fn plain_http_goes_to_this_machine_alone() {
    for (text, host) in [
        ("http://payments.paysec.by", "payments.paysec.by"),
        ("HTTP://test.paysec.by", "test.paysec.by"),
        ("http://localhost.example.com", "localhost.example.com"),
        ("http://localhost.", "localhost."),
        ("http://127.0.0.1.nip.io", "127.0.0.1.nip.io"),
        ("http://0.0.0.0:8080", "0.0.0.0"),
        ("http://192.168.1.10", "192.168.1.10"),
        ("http://[2001:db8::1]", "[2001:db8::1]"),
        ("http://[::ffff:127.0.0.1]", "[::ffff:7f00:1]"),
    ] {
        assert_eq!(refusal(text), ServerAddressError::PlainHttp { host: host.into() }, "{text}");
    }
}

#[test]
fn only_a_servers_name_is_taken() {
    for (text, extra) in [
        ("pay.example.com/pay/oneclick", "/pay/oneclick"),
        ("https://pay.example.com/x?password=1", "/x?…"),
        ("pay.example.com?x", "?…"),
        ("pay.example.com?", "?…"),
        ("pay.example.com#", "#…"),
        ("https://pay.example.com//", "//"),
        ("https://pay.example.com?token=S3CRET&x=/y#z", "?…#…"),
        ("pay.example.com/in/54F5A3DE-4B47-4B40-03B5-7FF992D6B401", "/in/54F5…B401"),
        ("pay.example.com/#access=S3CRET", "#…"),
        ("pay.example.com\\x", "/x"),
        ("https://pay.example.com\\@test.paysec.by", "/@test.paysec.by"),
    ] {
        let error = ServerAddressError::MoreThanAServer { extra: extra.into() };
        assert_eq!(refusal(text), error, "{text}");
    }
    for text in ["pay.example.com/", "https://pay.example.com", "https://pay.example.com/"] {
        let server = ServerAddress::parse(text).unwrap();
        assert_eq!(server.url().as_str(), "https://pay.example.com/");
    }
}

#[test]
fn names_and_passwords_in_an_address_are_refused() {
    for text in [
        "user@pay.example.com",
        "https://user:secret@pay.example.com",
        "https://:secret@pay.example.com",
        "user:@pay.example.com",
        // The server would be the last one.
        "https://test.paysec.by@evil.example.com",
    ] {
        assert_eq!(refusal(text), ServerAddressError::UserInfo, "{text}");
    }
}

#[test]
fn other_schemes_are_refused_by_name() {
    for (text, scheme) in [
        ("ftp://pay.example.com", "ftp"),
        ("file:///etc/hosts", "file"),
        ("wss://pay.example.com", "wss"),
        ("JavaScript://x", "javascript"),
    ] {
        assert_eq!(refusal(text), ServerAddressError::Scheme { scheme: scheme.into() }, "{text}");
    }
}

#[test]
fn what_names_no_server_is_malformed() {
    for text in [
        "https://",
        "://pay.example.com",
        "pay example.com",
        "::1",
        "[::1",
        "1.2.3.4.5.6.",
        "256.0.0.1",
        "pay<.example.com",
        // Read as a URL, these would lose what is invisible in them.
        "pay.exam\tple.com",
        "pay.\nexample.com",
        "te\rst.paysec.by",
    ] {
        assert_eq!(refusal(text), ServerAddressError::Malformed, "{text:?}");
    }
    for text in [
        "pay.example.com:99999",
        "pay.example.com:65536",
        "pay.example.com:0",
        "pay.example.com:x",
        "https://pay.example.com:-1/",
        "127.0.0.1:abc",
        "[::1]:99999",
        "mailto:a",
    ] {
        assert_eq!(refusal(text), ServerAddressError::Port, "{text:?}");
    }
    for text in ["", "  ", "\n"] {
        assert_eq!(refusal(text), ServerAddressError::Empty, "{text:?}");
    }
}

#[test]
fn ports_are_shown_where_they_are_not_the_schemes_own() {
    for (text, shown) in [
        ("pay.example.com", "pay.example.com"),
        ("pay.example.com:443", "pay.example.com"),
        ("pay.example.com:8443", "pay.example.com:8443"),
        ("http://127.0.0.1:80", "127.0.0.1"),
        ("http://127.0.0.1:443", "127.0.0.1:443"),
        ("[::1]:9", "[::1]:9"),
        ("PAY.Example.COM", "pay.example.com"),
    ] {
        let server = ServerAddress::parse(text).unwrap();
        assert_eq!(server.host_and_port(), shown, "{text}");
        assert_eq!(server.to_string(), shown, "{text}");
    }
}

#[test]
fn names_in_other_scripts_are_shown_as_they_are_asked_for() {
    // What the person sees must be what the system looks up: no lookalike is shown as itself.
    for text in ["платежи.рф", "payments.раysec.by", "https://платежи.рф/"] {
        let shown = ServerAddress::parse(text).unwrap().to_string();
        assert!(shown.is_ascii() && shown.contains("xn--"), "{shown}");
    }
    // Full-width letters lead to the server of plain ones, and are shown so.
    let wide = ServerAddress::parse("ｔｅｓｔ.paysec.by").unwrap();
    assert_eq!(wide.to_string(), "test.paysec.by");
    assert_eq!(wide.environment(), Environment::Test);
}

#[test]
fn environments_have_their_words() {
    let words = [Environment::Sandbox, Environment::Test, Environment::Production];
    assert_eq!(words.map(Environment::word), ["SANDBOX", "TEST", "PRODUCTION"]);
}

/// Labels of a name that say nothing of tests.
fn ordinary_labels() -> impl Strategy<Value = Vec<String>> {
    let label = "[a-z][a-z0-9]{0,8}"
        .prop_filter("says nothing", |l| !matches!(l.as_str(), "t" | "d" | "demo" | "test"));
    proptest::collection::vec(label, 2..5)
}

proptest! {
    #[test]
    fn an_accepted_address_is_safe_to_send_a_password_to(text in rough_text(30)) {
        for text in [text.clone(), format!("https://{text}"), format!("http://{text}")] {
            let Ok(server) = ServerAddress::parse(&text) else { continue };
            let url = server.url();
            prop_assert!(url.scheme() == "https" || server.is_loopback(), "{}", url);
            prop_assert!(url.username().is_empty() && url.password().is_none());
            prop_assert_eq!((url.path(), url.query(), url.fragment()), ("/", None, None));
            // What is kept in the settings or the journal leads to the same server.
            prop_assert_eq!(ServerAddress::parse(url.as_str()), Ok(server.clone()));
        }
    }

    #[test]
    fn only_the_labels_decide(labels in ordinary_labels(), at in 0_usize..5, port in 1024_u16..) {
        let name = labels.join(".");
        prop_assume!(ServerAddress::parse(&name).is_ok());
        prop_assert_eq!(environment(&name), Environment::Production);
        prop_assert_eq!(environment(&format!("{name}:{port}")), Environment::Production);
        prop_assert_eq!(environment(&format!("test.{name}")), Environment::Test);
        for marker in ["t", "d", "demo"] {
            let mut marked = labels.clone();
            marked.insert(at.min(labels.len() - 1), marker.to_owned());
            prop_assert_eq!(environment(&marked.join(".")), Environment::Test);
        }
    }
}

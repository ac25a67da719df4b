//! What the settings say.
use std::ffi::OsString;

use carddesk::network::{Proxies, ProxyError, ProxyFault};
use proptest::prelude::*;
use url::Url;

fn read(variables: &[(&str, &str)]) -> Result<Proxies, ProxyError> {
    Proxies::read(|name| {
        let (_, value) = variables.iter().find(|(known, _)| *known == name)?;
        Some(OsString::from(value))
    })
}

/// Host and port of the proxy for an address.
fn chosen(proxies: &Proxies, url: &str) -> Option<String> {
    proxies.for_url(&Url::parse(url).unwrap()).map(|proxy| proxy.host_and_port())
}

#[test]
fn settings_that_cannot_be_read_are_refused() {
    let scheme = |scheme: &str| ProxyFault::Scheme { scheme: scheme.to_owned() };
    let cases = [
        ("\"http://proxy.local:3128\"", ProxyFault::Quotes),
        ("'proxy.local:3128'", ProxyFault::Quotes),
        ("“http://proxy.local”", ProxyFault::Quotes),
        ("http://proxy.local:3128\"", ProxyFault::Quotes),
        (" http://proxy.local:3128", ProxyFault::Blank),
        ("http://proxy.local:3128 ", ProxyFault::Blank),
        ("http://proxy.local:3128\r", ProxyFault::Blank),
        ("http://proxy.local:3128\n", ProxyFault::Blank),
        ("http://proxy.local:31\t28", ProxyFault::Blank),
        ("http://proxy .local:3128", ProxyFault::Blank),
        ("\u{feff}http://proxy.local:3128", ProxyFault::Blank),
        ("http://proxy.local:3128\u{a0}", ProxyFault::Blank),
        (" ", ProxyFault::Blank),
        ("socks://proxy.local:1080", scheme("socks")),
        ("socks5h://proxy.local:1080", scheme("socks5h")),
        ("SOCKS4://proxy.local:1080", scheme("socks4")),
        ("ftp://proxy.local", scheme("ftp")),
        ("htp://proxy.local:3128", scheme("htp")),
        ("http://", ProxyFault::NoHost),
        ("http://:3128", ProxyFault::NoHost),
        (":3128", ProxyFault::NoHost),
        ("http://:hunter2@proxy.local:3128", ProxyFault::NoUser),
        (":hunter2@proxy.local", ProxyFault::NoUser),
        ("::1", ProxyFault::Brackets),
        ("http://::1:3128", ProxyFault::Brackets),
        ("https://fe80::1", ProxyFault::Brackets),
        ("http://agent:hunter2@2001:db8::7:3128", ProxyFault::Brackets),
        ("http:///proxy.local:3128", ProxyFault::NoHost),
        ("proxy.local:port", ProxyFault::Port),
        ("http://proxy.local:99999", ProxyFault::Port),
        ("http://proxy.local:0", ProxyFault::Port),
        ("http://proxy.local:31 28", ProxyFault::Blank),
        ("http://wpad.local/wpad.dat", ProxyFault::MoreThanAServer),
        ("http:/proxy.local:3128", ProxyFault::MoreThanAServer),
        ("http://proxy.local:3128/?a", ProxyFault::MoreThanAServer),
        ("http://host:1?x=1", ProxyFault::MoreThanAServer),
        ("http://host:1/?x=1;y=2", ProxyFault::MoreThanAServer),
        ("http://host:1#a,b", ProxyFault::MoreThanAServer),
        ("http://agent:pa/ss@proxy.local:3128", ProxyFault::Unescaped),
        ("http://agent:pa#ss@proxy.local:3128", ProxyFault::Unescaped),
        ("http://agent:1?s@proxy.local", ProxyFault::Unescaped),
        ("agent:pa\\ss@proxy.local:3128", ProxyFault::Unescaped),
        ("https://dom/agent:word@proxy.local:3128", ProxyFault::Unescaped),
        ("http://[::1:3128", ProxyFault::Malformed),
        ("http://pro%xy:3128", ProxyFault::Malformed),
        ("://proxy.local", ProxyFault::Malformed),
        ("DIRECT", ProxyFault::Direct),
        ("none", ProxyFault::Direct),
        ("direct://", ProxyFault::Direct),
        ("DIRECT;", ProxyFault::Several),
        ("p;q", ProxyFault::Several),
        ("host1,host2", ProxyFault::Several),
        ("http=host:1;https=host:2", ProxyFault::Several),
        ("https=host:2", ProxyFault::Several),
        ("http://a:1;http://b:2", ProxyFault::Several),
        ("PROXY host:3128", ProxyFault::Blank),
        ("PROXY host:3128; DIRECT", ProxyFault::Blank),
        ("agent:pa ss@proxy.local", ProxyFault::Blank),
        ("proxy.local:3128:3128", ProxyFault::Port),
        ("http://http://proxy.local:1", ProxyFault::MoreThanAServer),
        ("http://agent:hunter2@", ProxyFault::NoHost),
        ("http://proxy!.local:1", ProxyFault::Malformed),
        ("http://proxy..local:1", ProxyFault::Malformed),
        ("http://.proxy.local:1", ProxyFault::Malformed),
        ("(proxy):1", ProxyFault::Malformed),
        ("$PROXY:3128", ProxyFault::Malformed),
        ("{proxy}:3128", ProxyFault::Malformed),
        ("*:3128", ProxyFault::Malformed),
        ("3128", ProxyFault::Malformed),
        ("10.1:3128", ProxyFault::Malformed),
        ("http://0x7f000001", ProxyFault::Malformed),
    ];
    let names =
        ["HTTPS_PROXY", "https_proxy", "HTTP_PROXY", "http_proxy", "ALL_PROXY", "all_proxy"];
    for (setting, fault) in cases {
        for name in names {
            let error = read(&[(name, setting)]).unwrap_err();
            assert_eq!(
                error,
                ProxyError { variable: name.to_owned(), fault: fault.clone() },
                "{setting:?}"
            );
            assert!(error.to_string().contains(name), "{error}");
        }
    }
    // One that is not used is looked at too.
    let both = [("HTTPS_PROXY", "http://proxy.local:3128"), ("http_proxy", "'x'")];
    assert_eq!(read(&both).unwrap_err().variable, "http_proxy");
}

#[test]
fn good_settings_name_their_proxy() {
    for (setting, named) in [
        ("http://proxy.local:3128", "proxy.local:3128"),
        ("HTTP://Proxy.Local:3128/", "proxy.local:3128"),
        ("proxy.local:3128", "proxy.local:3128"),
        ("proxy.local", "proxy.local:80"),
        ("https://proxy.local", "proxy.local:443"),
        ("http://agent:pass%20word@10.0.0.1:8080", "10.0.0.1:8080"),
        ("http://[2001:db8::1]:3128", "[2001:db8::1]:3128"),
        ("[::1]:3128", "[::1]:3128"),
        ("//proxy.local:3128", "proxy.local:3128"),
        ("http://my_proxy-2.local.:3128", "my_proxy-2.local.:3128"),
        ("пример.example:3128", "xn--e1afmkfd.example:3128"),
        ("agent:pass%20word@proxy.local:1", "proxy.local:1"),
        ("agent:pass=;,word@proxy.local:1", "proxy.local:1"),
    ] {
        let proxies = read(&[("https_proxy", setting)]).unwrap();
        assert_eq!(chosen(&proxies, "https://pay.example/").as_deref(), Some(named));
        assert_eq!(chosen(&proxies, "http://pay.example/"), None);
        assert!(!format!("{proxies:?}").contains("pass"), "{proxies:?}");
    }
    let all = [("ALL_PROXY", "all.local:1"), ("HTTPS_PROXY", ""), ("HTTP_PROXY", "plain.local:2")];
    let proxies = read(&all).unwrap();
    assert_eq!(chosen(&proxies, "https://pay.example").as_deref(), Some("all.local:1"));
    assert_eq!(chosen(&proxies, "http://pay.example").as_deref(), Some("plain.local:2"));
    assert_eq!(chosen(&read(&[]).unwrap(), "https://pay.example"), None);
}

#[test]
fn exceptions_are_known_in_every_form() {
    let direct = [
        ("*", "https://pay.example"),
        ("pay.example", "https://pay.example"),
        ("pay.example", "https://test.pay.example"),
        ("PAY.Example", "https://pay.example:8443"),
        ("pay.example.", "https://pay.example"),
        (".pay.example", "https://test.pay.example"),
        (".pay.example", "https://pay.example"),
        ("*.pay.example", "https://test.pay.example"),
        ("pay.example:443", "https://pay.example"),
        ("pay.example:8443", "https://pay.example:8443"),
        ("*.pay.example:8443", "https://a.pay.example:8443"),
        ("a.example,pay.example", "https://pay.example"),
        ("a.example pay.example", "https://pay.example"),
        ("a.example , \t pay.example,", "https://pay.example"),
        ("10.0.0.0/8", "https://10.200.3.4"),
        ("10.1.2.3", "https://10.1.2.3:8443"),
        ("10.1.2.3:8443", "https://10.1.2.3:8443"),
        ("0.0.0.0/0", "https://8.8.8.8"),
        ("2001:db8::/32", "https://[2001:db8:1::5]"),
        ("[2001:db8::]/32", "https://[2001:db8:1::5]"),
        ("2001:db8::5", "https://[2001:db8::5]"),
        ("[2001:db8::5]", "https://[2001:db8::5]"),
        ("[2001:db8::5]:443", "https://[2001:db8::5]"),
        ("10.0.0.0/8", "https://[::ffff:10.1.2.3]"),
        ("платёж.example", "https://платёж.example"),
        ("ПЛАТЁЖ.Example", "https://платёж.example"),
        ("xn--e1afmkfd.example", "https://пример.example"),
        ("*:8443", "https://pay.example:8443"),
        ("::1/128", "https://[::1]:8443"),
        ("<local>", "https://intranet"),
        ("my_store.example", "https://my_store.example"),
    ];
    let by_proxy = [
        ("", "https://pay.example"),
        ("pay.example", "https://notpay.example"),
        ("pay.example", "https://pay.example.org"),
        ("*.pay.example", "https://pay.example"),
        ("pay.example:8443", "https://pay.example"),
        ("10.0.0.0/8", "https://11.0.0.1"),
        ("10.0.0.0/8", "https://10.0.0.1.example"),
        ("2001:db8::/32", "https://[2001:db9::5]"),
        ("[2001:db8::5]:8443", "https://[2001:db8::5]"),
        ("::/0", "https://10.0.0.1"),
        ("<local>", "https://pay.example"),
    ];
    for name in ["NO_PROXY", "no_proxy"] {
        let with = |list: &str| read(&[("HTTPS_PROXY", "proxy.local:1"), (name, list)]).unwrap();
        for (list, url) in direct {
            assert_eq!(chosen(&with(list), url), None, "{list:?} {url}");
        }
        for (list, url) in by_proxy {
            assert_eq!(
                chosen(&with(list), url).as_deref(),
                Some("proxy.local:1"),
                "{list:?} {url}"
            );
        }
    }
}

/// One that is passed over would have its servers asked the wrong way.
#[test]
fn exceptions_that_cannot_be_understood_are_refused_and_named() {
    let cases = [
        ("\"pay.example\"", "\"pay.example\""),
        ("'a.example", "'a.example"),
        ("10.0.0.0/33", "10.0.0.0/33"),
        ("10.0.0.0/", "10.0.0.0/"),
        ("10.0.0/8", "10.0.0/8"),
        ("::1/129", "::1/129"),
        ("10.0.0.0-10.0.0.9", "10.0.0.0-10.0.0.9"),
        ("10.1", "10.1"),
        ("10.*", "10.*"),
        ("*pay.example", "*pay.example"),
        ("*.*", "*.*"),
        ("*.", "*."),
        (".", "."),
        ("localhost;pay.example", "localhost;pay.example"),
        ("pay.example|a.example", "pay.example|a.example"),
        ("pay.example:0", "pay.example:0"),
        ("pay.example:65536", "pay.example:65536"),
        ("pay.example:", "pay.example:"),
        ("pay.example:443:1", "pay.example:443:1"),
        ("pay..example", "pay..example"),
        ("[::1", "[::1"),
        ("[10.0.0.1]", "[10.0.0.1]"),
    ];
    for (list, named) in cases {
        for name in ["NO_PROXY", "no_proxy"] {
            let error = read(&[("HTTPS_PROXY", "proxy.local:1"), (name, list)]).unwrap_err();
            let fault = ProxyFault::Exception { entry: named.to_owned() };
            assert_eq!(error, ProxyError { variable: name.to_owned(), fault }, "{list}");
            let said = error.to_string();
            assert!(said.contains(name) && said.contains(named), "{said}");
            assert!(!said.contains("hunter2"), "{said}");
        }
    }
    for (list, server) in [
        ("http://pay.example", Some("pay.example")),
        ("pay.example,https://a.example/x", Some("a.example")),
        ("https://pay.example:8443/?password=hunter2", Some("pay.example:8443")),
        ("http://agent:hunter2@pay.example", Some("pay.example")),
        ("agent:hunter2@10.0.0.0/8", Some("10.0.0.0")),
        ("agent:hunter2@pay!example", None),
        ("https://agent:hun,hunter2@pay.example", None),
        ("http://agent:x#hunter2@[::1]:1/a", Some("[::1]:1")),
    ] {
        let error = read(&[("HTTPS_PROXY", "proxy.local:1"), ("NO_PROXY", list)]).unwrap_err();
        let server = server.map(str::to_owned);
        assert_eq!(error.fault, ProxyFault::ExceptionAddress { server }, "{list}");
        let said = error.to_string();
        assert!(said.contains("whole address"), "{said}");
        assert!(!said.contains("hun") && !said.contains("agent"), "{said}");
    }
    // Without a proxy they mean nothing.
    assert!(read(&[("NO_PROXY", "http://pay.example")]).is_ok());
}

proptest! {
    /// Whatever is set names a proxy, or is refused in words that repeat no password.
    #[test]
    fn nothing_that_is_set_means_a_direct_connection(
        before in "[ \"'a-z:/@.\\r\\u{feff}]{0,6}",
        host in "[a-z0-9.\\[\\]: -]{0,12}",
        after in "[ \"'a-z:/?#0-9\\n]{0,6}",
    ) {
        let setting = format!("{before}agent:hunter2@{host}{after}");
        match read(&[("HTTPS_PROXY", &setting)]) {
            Ok(proxies) => {
                let chosen = chosen(&proxies, "https://pay.example");
                prop_assert!(chosen.is_some_and(|chosen| !chosen.contains("hunter2")));
            }
            Err(error) => prop_assert!(!error.to_string().contains("hunter2"), "{}", error),
        }
    }
}

fn of_windows(servers: &str, exceptions: &str) -> Result<Proxies, ProxyError> {
    Proxies::of_windows(servers, exceptions, |_| None)
}

#[test]
fn windows_names_one_proxy_or_one_for_each_protocol() {
    let (http, https) = ("http://pay.example/", "https://pay.example/");
    for (servers, for_http, for_https) in [
        ("proxy.local:3128", Some("proxy.local:3128"), Some("proxy.local:3128")),
        ("http://proxy.local:3128", Some("proxy.local:3128"), Some("proxy.local:3128")),
        ("http=a.local:1;https=b.local:2", Some("a.local:1"), Some("b.local:2")),
        ("HTTPS=b.local:2; HTTP=a.local:1", Some("a.local:1"), Some("b.local:2")),
        ("https=b.local:2", None, Some("b.local:2")),
        ("http=a.local:1", Some("a.local:1"), None),
        ("ftp=f.local:3;https=http://b.local:2;socks=s.local:1080", None, Some("b.local:2")),
        ("http=a.local:1 c.local:3", Some("a.local:1"), Some("c.local:3")),
        ("ftp=f.local:3", None, None),
        ("https=;http=", None, None),
        ("", None, None),
    ] {
        let proxies = of_windows(servers, "").unwrap();
        let both = [chosen(&proxies, http), chosen(&proxies, https)];
        assert_eq!(both.each_ref().map(Option::as_deref), [for_http, for_https], "{servers:?}");
    }
    for (servers, wanted) in [
        ("socks=s.local:1080", "names a proxy of the kind socks"),
        ("http=a.local:1;socks=s.local:1080", "names a proxy of the kind socks"),
        ("https=b.local:port", "has a port that is no number from 1 to 65535"),
        ("http://", "names no server"),
        ("http=\"a.local\";https=b.local", "stands in quotation marks"),
    ] {
        let error = of_windows(servers, "").unwrap_err();
        assert_eq!(error.variable, "ProxyServer (Windows)");
        assert!(error.to_string().contains(wanted), "{servers:?}: {error}");
    }
}

#[test]
fn exceptions_of_windows_are_patterns() {
    let is_direct = |exceptions: &str, url: &str| {
        chosen(&of_windows("proxy.local:3128", exceptions).unwrap(), url).is_none()
    };
    for (exceptions, url, direct) in [
        ("<local>", "https://intranet/", true),
        ("<LOCAL>", "https://intranet.example/", false),
        ("*.corp.example;<local>", "https://pay.corp.example/", true),
        ("*.corp.example", "https://corp.example/", false),
        ("corp.example", "https://pay.corp.example/", false),
        ("Corp.Example", "https://corp.example/", true),
        ("10.*", "https://10.1.2.3/", true),
        ("10.*", "https://110.1.2.3/", false),
        ("192.168.*.7;172.16.*", "https://192.168.4.7/", true),
        ("192.168.*.7", "https://192.168.4.8/", false),
        ("pay*", "https://payments.example/", true),
        ("*example*", "https://pay.example.org/", true),
        ("https://pay.example/", "https://pay.example/", true),
        ("pay.example:8443", "https://pay.example:8443/", true),
        ("pay.example:8443", "https://pay.example/", false),
        ("*", "https://pay.example/", true),
        ("<-loopback>", "https://pay.example/", false),
        ("почта.рф", "https://pay.example/", false),
        ("", "https://pay.example/", false),
    ] {
        assert_eq!(is_direct(exceptions, url), direct, "{exceptions:?} {url}");
    }
    // Those of a variable hold beside them, and are refused where they cannot be read.
    let with = |list: &'static str| {
        let variable = move |name: &str| (name == "NO_PROXY").then(|| list.into());
        Proxies::of_windows("proxy.local:3128", "10.*", variable)
    };
    let proxies = with("pay.example").unwrap();
    assert_eq!(chosen(&proxies, "https://pay.example/"), None);
    assert_eq!(chosen(&proxies, "https://10.0.0.1/"), None);
    assert_eq!(with("10.*").unwrap_err().variable, "NO_PROXY");
}

proptest! {
    #[test]
    fn whatever_windows_has_set_is_read_or_refused(servers in "[a-c=;: .*/]{0,20}", list in "[a-c*.;:<>1]{0,20}") {
        if let Ok(proxies) = of_windows(&servers, &list) {
            chosen(&proxies, "https://abc.bc/");
        }
    }

    #[test]
    fn a_pattern_holds_what_its_parts_make(parts in prop::collection::vec("[a-c.]{0,4}", 1..5), between in "[a-c]{0,3}") {
        let url = format!("https://x{}y/", parts.join(&between));
        let Ok(url) = Url::parse(&url) else { return Ok(()) };
        let pattern = format!("x{}y", parts.join("*"));
        let proxies = of_windows("proxy.local:3128", &pattern).unwrap();
        prop_assert!(proxies.for_url(&url).is_none(), "{pattern} {url}");
    }
}

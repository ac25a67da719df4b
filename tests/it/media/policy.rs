//! Which addresses are asked at all.
use carddesk::domain::ServerAddress;
use carddesk::media::{HostPolicy, UrlRefusal};

use UrlRefusal::{Malformed, Port, PrivateAddress, Scheme, UserInfo};

#[test]
fn public_https_addresses_are_asked() {
    for url in [
        "https://emvts-prod-assets.s3.eu-north-1.amazonaws.com/a/w1536_h969.png",
        "https://store.example:443/file?x=1#y",
        "HTTPS://Store.Example./file",
        "https://8.8.8.8/file",
        "https://[2a00:1450:4010:c0e::71]/file",
        "https://[2001:4860:4860::8888]/file",
        "https://[::ffff:8.8.8.8]/file",
        "https://банк.бел/карта.png",
        "https://localhost.example/file",
        "https://local.example/file",
    ] {
        assert!(HostPolicy::public().check(url).is_ok(), "{url}");
        assert!(HostPolicy::with_loopback().check(url).is_ok(), "{url}");
    }
}

#[test]
fn other_addresses_are_refused_with_the_reason() {
    let rows = [
        ("", Malformed),
        ("w1536_h969.png", Malformed),
        ("//store.example/file", Malformed),
        ("https://", Malformed),
        ("https://[::1/file", Malformed),
        ("https://store.example:99999/file", Malformed),
        ("data:image/png;base64,iVBORw0KGgo=", Malformed),
        ("http://store.example/file", Scheme),
        ("http://8.8.8.8/file", Scheme),
        ("ftp://store.example/file", Scheme),
        ("ws://store.example/file", Scheme),
        ("https://user@store.example/file", UserInfo),
        ("https://:secret@store.example/file", UserInfo),
        ("https://user:secret@127.0.0.1/file", UserInfo),
        ("https://store.example:444/file", Port),
        ("https://store.example:80/file", Port),
        ("https://8.8.8.8:8443/file", Port),
    ];
    for (url, refusal) in rows {
        assert_eq!(HostPolicy::public().check(url).unwrap_err(), refusal, "{url}");
        assert_eq!(HostPolicy::with_loopback().check(url).unwrap_err(), refusal, "{url}");
    }
    // A file of this machine has no host, whatever is said.
    for url in ["file:///etc/passwd", "file://localhost/etc/passwd"] {
        assert!(HostPolicy::with_loopback().check(url).is_err(), "{url}");
    }
}

/// Names and literal addresses of the local network, in every spelling.
const PRIVATE: [&str; 33] = [
    "10.0.0.1",
    "172.16.0.1",
    "172.31.255.255",
    "192.168.1.1",
    "169.254.169.254",
    "100.64.0.1",
    "0.0.0.0",
    "255.255.255.255",
    "224.0.0.1",
    "240.0.0.1",
    "198.18.0.1",
    "192.0.0.1",
    "192.88.99.1",
    "[fd00::1]",
    "[fe80::1]",
    "[ff02::1]",
    "[::]",
    "[fec0::1]",
    "[64:ff9b::7f00:1]",
    "[2002:7f00:1::]",
    "[2001:0:7f00:1::]",
    "[2001:db8::1]",
    "[100::1]",
    "[::ffff:10.0.0.1]",
    "[::ffff:169.254.169.254]",
    "[::10.0.0.1]",
    "printer",
    "printer.",
    "router.local",
    "Router.LAN",
    "metadata.google.internal",
    "nas.home.arpa",
    "[::ffff:0:127.0.0.1]",
];

/// This machine, in every spelling.
const HERE: [&str; 13] = [
    "127.0.0.1",
    "127.1",
    "127.255.255.254",
    "2130706433",
    "0x7f000001",
    "0x7f.1",
    "0177.0.0.1",
    "127.0.0.1.",
    "localhost",
    "LOCALHOST",
    "localhost.",
    "a.localhost",
    "[::1]",
];

#[test]
fn local_addresses_are_refused_however_they_are_written() {
    for host in PRIVATE {
        let url = format!("https://{host}/file");
        assert_eq!(HostPolicy::public().check(&url).unwrap_err(), PrivateAddress, "{url}");
        assert_eq!(HostPolicy::with_loopback().check(&url).unwrap_err(), PrivateAddress, "{url}");
    }
    // The numbers of the private ranges as one number, in octal, and in full-width digits.
    for host in ["3232235777", "0xc0a80101", "0300.0250.1.1", "0xA.0.0.1", "１０.０.０.１"] {
        let url = format!("https://{host}/file");
        assert_eq!(HostPolicy::public().check(&url).unwrap_err(), PrivateAddress, "{url}");
    }
}

#[test]
fn this_machine_is_asked_only_where_the_gateway_is_on_it() {
    for host in HERE {
        for url in [format!("http://{host}:8080/file"), format!("https://{host}:8443/file")] {
            assert!(HostPolicy::with_loopback().check(&url).is_ok(), "{url}");
            let refusal = if url.starts_with("https") { PrivateAddress } else { Scheme };
            assert_eq!(HostPolicy::public().check(&url).unwrap_err(), refusal, "{url}");
        }
    }
    // Mapped into IPv6 it is a way round, and no one writes it so.
    let mapped = "http://[::ffff:127.0.0.1]:8080/file";
    assert_eq!(HostPolicy::with_loopback().check(mapped).unwrap_err(), Scheme);
    let policy = |server: &str| HostPolicy::for_server(&ServerAddress::parse(server).unwrap());
    assert_eq!(policy("http://127.0.0.1:8080"), HostPolicy::with_loopback());
    assert_eq!(policy("pay196.paysec.by"), HostPolicy::public());
}

#[test]
fn a_public_name_may_not_lead_into_the_local_network() {
    let literal = PRIVATE.iter().filter_map(|host| {
        let host = host.trim_matches(['[', ']']);
        host.parse().ok()
    });
    let mut tried = 0;
    for address in literal {
        tried += 1;
        assert!(!HostPolicy::public().allows_address(address), "{address}");
        assert!(!HostPolicy::with_loopback().allows_address(address), "{address}");
    }
    assert_eq!(tried, 27, "all but the names");
    for address in ["127.0.0.1", "127.8.8.8", "::1"] {
        let address = address.parse().unwrap();
        assert!(!HostPolicy::public().allows_address(address));
        assert!(HostPolicy::with_loopback().allows_address(address));
    }
    for address in ["8.8.8.8", "172.32.0.1", "100.128.0.1", "2a00:1450::1", "::ffff:8.8.8.8"] {
        assert!(HostPolicy::public().allows_address(address.parse().unwrap()), "{address}");
    }
}

//! Servers by their IPv6 address, by way of a proxy.
use std::io::{BufRead as _, BufReader, Write as _};
use std::net::TcpStream;
use std::sync::mpsc::{Receiver, sync_channel};

use super::super::tunnels::{list, serve};
use super::{Authority, answer, date_time_ymd};

const SERVER: &str = "https://[2001:db8::5]:8443";

/// A proxy that is the server at the tunnel's other end, too; and what each was asked.
fn proxy(ours: &Authority, name: &str, until: i32) -> (u16, Receiver<(String, String)>) {
    let config = ours.config(name, |params| params.not_after = date_time_ymd(until, 1, 1));
    let (asked, what) = sync_channel(8);
    let port = serve(move |stream| {
        let head = head_of(stream);
        stream.write_all(b"HTTP/1.1 200 Connection established\r\n\r\n").unwrap();
        // Nobody may listen any more.
        let _ = asked.send((head, answer(stream, &config)));
    });
    (port, what)
}

/// A request to a proxy: no body follows, and the client waits.
fn head_of(stream: &TcpStream) -> String {
    let mut reader = BufReader::new(stream);
    let mut head = String::new();
    while !head.ends_with("\r\n\r\n") && reader.read_line(&mut head).is_ok_and(|read| read > 0) {}
    head
}

fn asked(ours: &Authority, server: &str, proxy: &str) -> (i32, String) {
    let trusted = ours.file.path().to_str().unwrap();
    list(server, &[("SSL_CERT_FILE", trusted), ("HTTPS_PROXY", proxy)])
}

#[test]
#[cfg_attr(windows, ignore = "Windows trusts its own store, whatever SSL_CERT_FILE says")]
fn a_server_by_its_ipv6_address_is_reached_by_way_of_a_proxy() {
    let ours = Authority::new();
    for (server, tunnel, host) in [
        (SERVER, "[2001:db8::5]:8443", "[2001:db8::5]:8443"),
        ("[2001:db8:0:0::5]", "[2001:db8::5]:443", "[2001:db8::5]"),
    ] {
        let (port, what) = proxy(&ours, "2001:db8::5", 2099);
        let (code, said) = asked(&ours, server, &format!("agent:pa%20ss@127.0.0.1:{port}"));
        assert_eq!(code, 0, "{said}");
        let (head, request) = what.recv().unwrap();
        assert!(head.starts_with(&format!("CONNECT {tunnel} HTTP/1.1\r\n")), "{head}");
        // agent:pa ss
        assert!(
            head.to_lowercase().contains("proxy-authorization: basic ywdlbnq6cgegc3m="),
            "{head}"
        );
        assert!(request.starts_with("POST /pay/oneclick/v1/token.cfm HTTP/1.1\r\n"), "{request}");
        let small = request.to_lowercase();
        assert_eq!(small.matches("\r\nhost: ").count(), 1, "{request}");
        for line in [&*format!("host: {host}"), "user-agent: carddesk/", "accept: application/json"]
        {
            assert!(small.contains(&format!("\r\n{line}")), "{line}: {request}");
        }
        assert!(!small.contains("proxy-authorization"), "for the proxy alone: {request}");
    }
}

#[test]
#[cfg_attr(windows, ignore = "Windows trusts its own store, whatever SSL_CERT_FILE says")]
fn what_is_wrong_with_its_certificate_is_told_as_elsewhere() {
    let (ours, other) = (Authority::new(), Authority::new());
    for (authority, name, until, words) in [
        (&ours, "2001:db8::6", 2099, "certificate is for another name"),
        (&ours, "pay.example", 2099, "certificate is for another name"),
        (&ours, "2001:db8::5", 2001, "certificate has expired"),
        (&other, "2001:db8::5", 2099, "issued by nobody whom this computer trusts"),
    ] {
        let (port, _what) = proxy(authority, name, until);
        let (code, said) = asked(&ours, SERVER, &format!("127.0.0.1:{port}"));
        assert_eq!(code, 2, "{said}");
        assert!(said.contains(words), "{words}: {said}");
        assert!(!said.contains("2001:db8::5]:8443 HTTP") && !said.contains("Invalid"), "{said}");
    }
}

#[test]
fn a_proxy_that_does_not_connect_to_it_is_named() {
    let ours = Authority::new();
    for (answer, words) in [
        ("HTTP/1.1 407 Proxy Authentication Required\r\n\r\n", "asks for a user name and password"),
        ("HTTP/1.1 403 Forbidden\r\n\r\n", "does not allow connections to this server (403)"),
        ("HTTP/1.1 504 Gateway Timeout\r\n\r\n", "had no answer from the server in time (504)"),
        ("", "ended the connection without an answer"),
    ] {
        let port = serve(move |stream| {
            drop(head_of(stream));
            stream.write_all(answer.as_bytes()).unwrap();
        });
        let (code, said) = asked(&ours, SERVER, &format!("http://agent:hunter2@127.0.0.1:{port}"));
        assert_eq!(code, 2, "{said}");
        assert!(said.contains(&format!("the proxy 127.0.0.1:{port} {words}")), "{said}");
        assert!(!said.contains("hunter2"), "{said}");
        let (sentence, technical) = said.split_once("\ncarddesk: Technical details: ").unwrap();
        assert!(!sentence.contains("tunnel") && technical.contains("tunnel"), "{said}");
    }
    for (proxy, words) in [
        ("127.0.0.1:1", "the proxy 127.0.0.1:1 cannot be reached"),
        ("proxy-that-is-not.invalid:1", "the name of the proxy proxy-that-is-not.invalid:1 is not"),
    ] {
        let (code, said) = asked(&ours, SERVER, proxy);
        assert_eq!(code, 2, "{said}");
        assert!(said.contains(words), "{words}: {said}");
    }
    let hanging = serve(|stream| drop(std::io::copy(stream, &mut std::io::sink())));
    let (code, said) = asked(&ours, SERVER, &format!("127.0.0.1:{hanging}"));
    assert_eq!(code, 2, "{said}");
    assert!(said.contains(&format!("the proxy 127.0.0.1:{hanging} made no connection")), "{said}");
}

/// An answer that ends before it is whole may have been acted upon.
#[test]
#[cfg_attr(windows, ignore = "Windows trusts its own store, whatever SSL_CERT_FILE says")]
fn an_answer_of_it_that_breaks_off_is_told_as_such() {
    let ours = Authority::new();
    let config = ours.config("2001:db8::5", |_| ());
    let port = serve(move |stream| {
        drop(head_of(stream));
        stream.write_all(b"HTTP/1.1 200 OK\r\n\r\n").unwrap();
        let connection = rustls::ServerConnection::new(std::sync::Arc::clone(&config)).unwrap();
        let mut tls = rustls::StreamOwned::new(connection, stream.try_clone().unwrap());
        let answer = b"HTTP/1.1 200 OK\r\nContent-Length: 2000\r\n\r\n[";
        let _gone = tls.write_all(answer).and_then(|()| tls.flush());
    });
    let (code, said) = asked(&ours, SERVER, &format!("127.0.0.1:{port}"));
    assert_ne!(code, 0, "{said}");
    assert!(said.contains("the answer broke off before its end"), "{said}");
}

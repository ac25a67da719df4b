//! Sizes, times, TLS and redirects.
use std::io::{Read as _, Write as _};
use std::net::TcpListener;
use std::thread::Builder;
use std::time::Duration;

use carddesk::api::{ApiError, Client, InterruptedCause, Limits, UnreachableCause};
use carddesk::domain::{CardList, ServerAddress, ServerAddressError, redact};
use carddesk::network::TlsCause;

use crate::support::{
    ACKNOWLEDGED, Gateway, LIST, Reply, TOKEN, credentials, list_of, nobody, ok, status,
};

use super::{Stage, customer, short};

const LIMIT: usize = 1000;

/// An empty list in so many bytes.
fn padded(bytes: usize) -> String {
    format!("[{}]", " ".repeat(bytes - 2))
}

fn cause(result: Result<CardList, ApiError>) -> UnreachableCause {
    match result {
        Err(error @ ApiError::Unreachable { .. }) => {
            assert!(error.nothing_was_sent());
            is_plain(&error);
            assert!(error.to_string().starts_with("the server was not reached: "), "{error}");
            let ApiError::Unreachable { cause, .. } = error else { unreachable!() };
            cause
        }
        other => panic!("{other:?}"),
    }
}

#[test]
fn an_answer_over_the_limit_is_not_read() {
    let stage = Stage::with_limits(Limits { answer: LIMIT, ..Limits::default() });
    let dresses: [fn(Reply) -> Reply; 5] = [
        |reply| reply,
        Reply::chunked,
        Reply::until_close,
        Reply::gzip,
        |reply| reply.gzip().chunked(),
    ];
    for dress in dresses {
        assert_eq!(stage.list(dress(ok(padded(LIMIT)))), Ok(CardList::sound(Vec::new())));
        for code in [200, 500] {
            let result = stage.list(dress(status(code, padded(LIMIT + 1))));
            assert_eq!(result, Err(ApiError::TooLarge { limit: LIMIT }));
        }
    }
    let removed = stage.remove(ok(padded(LIMIT + 1))).unwrap_err();
    assert!(!removed.nothing_was_sent(), "it may well have been applied");
    // A length that is announced is believed before anything is read.
    let announced = ok("").header("Content-Length", "99999999").until_close().cut_after(0);
    assert_eq!(stage.list(announced), Err(ApiError::TooLarge { limit: LIMIT }));
}

#[test]
fn the_limit_is_eight_mebibytes() {
    let stage = Stage::new();
    let limit = 8 * 1024 * 1024;
    assert_eq!(stage.list(ok(padded(limit)).chunked()), Ok(CardList::sound(Vec::new())));
    let result = stage.list(ok(padded(limit + 1)).chunked());
    assert_eq!(result, Err(ApiError::TooLarge { limit }));
}

#[test]
fn an_answer_that_breaks_off_is_an_interruption() {
    let stage = Stage::new();
    let list = list_of(&[TOKEN]);
    let replies = [
        (Reply::close(), InterruptedCause::CutOff),
        (Reply::raw("HTTP/1.1 200 OK\r\nContent-"), InterruptedCause::CutOff),
        (ok(list.clone()).cut_after(0), InterruptedCause::BrokeOff),
        (ok(list.clone()).cut_after(50), InterruptedCause::BrokeOff),
        (ok(list.clone()).chunked().cut_after(50), InterruptedCause::BrokeOff),
        (ok(padded(3000)).chunked().cut_after(2000), InterruptedCause::BrokeOff),
        (ok(list.clone()).gzip().cut_after(50), InterruptedCause::BrokeOff),
        (ok(list.clone()).gzip().until_close().cut_after(50), InterruptedCause::BrokeOff),
    ];
    for (reply, expected) in replies {
        let result = stage.list(reply.clone());
        let Err(ApiError::Interrupted { cause, reason }) = &result else {
            panic!("{reply:?}: {result:?}")
        };
        assert_eq!(*cause, expected, "{reply:?}");
        assert!(!reason.is_empty() && !reason.contains("http"), "{reason}");
        is_plain(result.as_ref().unwrap_err());
    }
    for reply in replies_that_are_garbled(&list) {
        let result = stage.list(reply.0.clone());
        let Err(ApiError::Interrupted { cause, .. }) = &result else {
            panic!("{reply:?}: {result:?}")
        };
        assert_eq!(*cause, reply.1, "{result:?}");
        is_plain(result.as_ref().unwrap_err());
    }
    // Where no length was promised, the JSON tells.
    let result = stage.list(ok(list).until_close().cut_after(50));
    assert!(matches!(result, Err(ApiError::NotUnderstood { .. })), "{result:?}");
}

/// Answers that came, and that are not what they are called.
fn replies_that_are_garbled(list: &str) -> Vec<(Reply, InterruptedCause)> {
    let mut wrong_sum = ok(list).gzip();
    wrong_sum.spoil_byte_from_end(8);
    vec![
        (ok(list).header("Content-Encoding", "gzip"), InterruptedCause::BadPacking),
        (wrong_sum.clone(), InterruptedCause::BadPacking),
        (wrong_sum.chunked(), InterruptedCause::BadPacking),
        (Reply::raw("SSH-2.0-OpenSSH_9.6\r\n"), InterruptedCause::NotHttp),
        (Reply::raw("HTTP/9.9 200 OK\r\n\r\n[]"), InterruptedCause::NotHttp),
        (Reply::raw("220 mail.example ESMTP\r\n"), InterruptedCause::NotHttp),
        (Reply::raw("HTTP/1.1 200 OK\r\nno header\r\n\r\n[]"), InterruptedCause::NotHttp),
        (
            Reply::raw("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nxyz\r\n[]\r\n"),
            InterruptedCause::NotHttp,
        ),
    ]
}

/// No word of a library stands in what people are told.
fn is_plain(error: &ApiError) {
    let words = error.to_string();
    let technical =
        ["(", "::", "hyper", "message", "CRC", "checksum", "stream", "gzip", "os error"];
    assert!(!technical.iter().any(|word| words.contains(word)), "{words}");
    assert!(error.technical().is_some_and(|words| !words.is_empty()));
}

#[test]
fn a_call_that_takes_too_long_is_given_up() {
    let stage = Stage::with_limits(short());
    // Each byte comes in time, and the whole would take half a minute.
    let dripping = ok(padded(600)).dripping(Duration::from_millis(50));
    for reply in [Reply::hang(), dripping.clone(), dripping.clone().gzip(), dripping.chunked()] {
        for error in
            [stage.list(reply.clone()).unwrap_err(), stage.remove(reply.clone()).unwrap_err()]
        {
            let ApiError::Interrupted { cause, .. } = &error else {
                panic!("{reply:?}: {error:?}")
            };
            assert_eq!(*cause, InterruptedCause::TimedOut, "{reply:?}");
            assert!(!error.nothing_was_sent());
        }
    }
}

#[test]
fn a_server_that_is_not_there_is_sent_nothing() {
    let client = Client::new(&nobody()).unwrap();
    let result = client.list(&credentials("452739"), &customer());
    assert_eq!(cause(result), UnreachableCause::Refused);
}

#[test]
fn a_handshake_that_never_ends_is_no_connection() {
    // Takes connections, and never says a word of TLS.
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let server = format!("https://{}", listener.local_addr().unwrap());
    let limits = Limits { connect: Duration::from_millis(200), ..Limits::default() };
    let client = Client::with_limits(&ServerAddress::parse(&server).unwrap(), limits).unwrap();
    let result = client.list(&credentials("452739"), &customer());
    assert_eq!(cause(result), UnreachableCause::TimedOut);
}

#[test]
fn a_server_without_tls_is_sent_nothing_over_https() {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let server = format!("https://{}", listener.local_addr().unwrap());
    let heard = Builder::new()
        .name("plain".to_owned())
        .spawn(move || {
            let (mut stream, _) = listener.accept().unwrap();
            let mut heard = vec![0; 64 * 1024];
            let length = stream.read(&mut heard).unwrap();
            stream.write_all(b"HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\n\r\n").unwrap();
            let mut rest = Vec::new();
            // The client may reset the connection.
            drop(stream.read_to_end(&mut rest));
            heard.truncate(length);
            heard.extend(rest);
            heard
        })
        .unwrap();
    let client = Client::new(&ServerAddress::parse(&server).unwrap()).unwrap();
    let result = client.list(&credentials("452739"), &customer());
    assert_eq!(cause(result), UnreachableCause::Tls(TlsCause::NoTls));
    let heard = heard.join().unwrap();
    assert_eq!(heard.first(), Some(&22), "a TLS handshake");
    let text = String::from_utf8_lossy(&heard);
    assert!(!text.contains("POST") && !text.contains("452739"), "{text}");
}

#[test]
fn plain_http_is_for_this_machine_alone() {
    for here in ["http://127.0.0.1:8080", "http://localhost", "http://[::1]:1", "http://127.9.9.9"]
    {
        let server = ServerAddress::parse(here).unwrap();
        assert!(server.is_loopback(), "{here}");
        assert!(Client::new(&server).is_ok(), "{here}");
    }
    let elsewhere = [
        "pay.example",
        "127.0.0.1.pay.example",
        "10.0.0.1",
        "localhost.pay.example",
        "[::2]",
        "0.0.0.0",
    ];
    for host in elsewhere {
        let error = ServerAddress::parse(&format!("http://{host}")).unwrap_err();
        assert_eq!(error, ServerAddressError::PlainHttp { host: host.to_owned() });
        assert_eq!(ServerAddress::parse(host).unwrap().url().scheme(), "https");
    }
}

#[test]
fn a_redirect_is_not_followed() {
    let tempting = Gateway::start(ok(ACKNOWLEDGED), ok("[]"));
    let stage = Stage::new();
    let target = format!("{}{LIST}?to=secret", tempting.url());
    for code in [301, 302, 303, 307, 308] {
        let reply = status(code, "").header("Location", &target);
        let error = ApiError::Redirected { status: code, host: redact("127.0.0.1") };
        assert!(error.to_string().ends_with("a redirect to 127.0.0.1, not followed"), "{error}");
        assert_eq!(stage.list(reply.clone()), Err(error.clone()));
        assert_eq!(stage.remove(reply), Err(error));
    }
    assert!(tempting.requests().is_empty(), "the password went nowhere else");
    assert_eq!(stage.gateway.requests().len(), 10);
    // A place without a server's name is none that anybody could sign in to.
    for reply in [status(302, "Moved"), status(302, "Moved").header("Location", "data:,x")] {
        let nowhere = stage.list(reply);
        assert_eq!(nowhere, Err(ApiError::HttpStatus { status: 302, excerpt: redact("Moved") }));
    }
}

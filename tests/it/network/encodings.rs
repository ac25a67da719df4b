//! Bodies that are compressed, by whatever name.
use carddesk::api::{ApiError, Client};
use carddesk::domain::{CustomerNumber, ServerAddress};
use carddesk::media::FetchError;

use crate::media::deflate::gzip;
use crate::media::fetcher;
use crate::media::server::{Server, answer};
use crate::support::credentials;

const GOOD: [&str; 8] = [
    "gzip",
    "x-gzip",
    "X-GZip",
    "GZIP",
    "gzip, identity",
    "identity,x-gzip",
    " x-gzip ",
    "identity, GZip ,",
];

#[test]
fn files_are_unpacked_by_every_name_of_gzip() {
    let store = Server::start();
    let packed = gzip(b"a file");
    let put = |encoding: &str, body: &[u8]| {
        let length = body.len();
        let head = format!("200 OK\r\nContent-Encoding: {encoding}\r\nContent-Length: {length}");
        store.put("/file", answer(&head, body))
    };
    for encoding in GOOD {
        let download = fetcher().fetch(&put(encoding, &packed), 1000).unwrap();
        assert_eq!(&download.bytes[..], b"a file", "{encoding}");
    }
    let twice = gzip(&packed);
    assert_eq!(&fetcher().fetch(&put("gzip, x-gzip", &twice), 1000).unwrap().bytes[..], b"a file");
    assert_eq!(&fetcher().fetch(&put("identity", b"a file"), 1000).unwrap().bytes[..], b"a file");
    for unknown in ["br", "zstd", "deflate", "compress"] {
        let error = fetcher().fetch(&put(unknown, &packed), 1000).unwrap_err();
        assert_eq!(error, FetchError::Encoding { encoding: unknown.to_owned() });
    }
    // Held to the limit as it is unpacked.
    let large = gzip(&[b'x'; 2000]);
    let error = fetcher().fetch(&put("x-gzip", &large), 1000).unwrap_err();
    assert_eq!(error, FetchError::TooLarge { limit: 1000 });
    assert!(fetcher().fetch(&put("x-gzip", b"no gzip"), 1000).is_err());
}

#[test]
fn lists_are_unpacked_by_every_name_of_gzip() {
    let store = Server::start();
    let server = ServerAddress::parse(&format!("http://127.0.0.1:{}", store.port())).unwrap();
    let client = Client::new(&server).unwrap();
    let list = |encoding: &str| {
        let body = gzip(b"[]");
        let head = format!(
            "200 OK\r\nContent-Type: application/json\r\nContent-Encoding: {encoding}\r\n\
             Content-Length: {}",
            body.len()
        );
        store.put("/pay/oneclick/v1/token.cfm", answer(&head, &body));
        client.list(&credentials("452739"), &CustomerNumber::parse("1").unwrap())
    };
    for encoding in GOOD {
        assert!(list(encoding).unwrap().cards.is_empty(), "{encoding}");
    }
    // What follows the packed answer is part of it.
    for more in [gzip(b"[{}]"), b"garbage".to_vec()] {
        let body = [gzip(b"[]"), more].concat();
        let head = format!("200 OK\r\nContent-Encoding: gzip\r\nContent-Length: {}", body.len());
        store.put("/pay/oneclick/v1/token.cfm", answer(&head, &body));
        let number = CustomerNumber::parse("1").unwrap();
        assert!(client.list(&credentials("452739"), &number).is_err());
    }
    let Err(ApiError::NotUnderstood { reason, .. }) = list("br") else { panic!("read") };
    let reason = reason.to_string();
    assert!(reason.contains("br"), "{reason}");
}

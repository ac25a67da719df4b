//! Redirects, and what a request says of us.
use carddesk::media::{Download, FetchError, UrlRefusal};

use super::fetcher;
use super::server::{Reply, Server, answer, file, redirect};

const LIMIT: usize = 1024;

fn fetch(store: &Server, path: &str) -> Result<Download, FetchError> {
    fetcher().fetch(&store.url(path), LIMIT)
}

fn elsewhere(host: &str) -> FetchError {
    FetchError::RedirectedElsewhere { host: host.to_owned() }
}

#[test]
fn redirects_within_the_host_are_followed_up_to_three() {
    let store = Server::start();
    store.put("/a/file", redirect(301, "b"));
    store.put("/a/b", redirect(302, "/c?x=1"));
    store.put("/c?x=1", redirect(307, &store.url("/d")));
    store.put("/d", file("image/png", b"bytes"));
    let download = fetch(&store, "/a/file").unwrap();
    assert_eq!((&*download.bytes, download.redirects), (&b"bytes"[..], 3));
    assert_eq!(store.paths(), ["/a/file", "/a/b", "/c?x=1", "/d"]);
    store.put("/fourth", redirect(308, "/a/file"));
    assert_eq!(fetch(&store, "/fourth").unwrap_err(), FetchError::TooManyRedirects);
    assert_eq!(store.paths().len(), 8, "the fourth is not followed");
}

#[test]
fn a_loop_ends() {
    let store = Server::start();
    store.put("/loop", redirect(302, "/loop"));
    assert_eq!(fetch(&store, "/loop").unwrap_err(), FetchError::TooManyRedirects);
    assert_eq!(store.paths(), ["/loop"; 4]);
}

#[test]
fn a_redirect_to_another_place_is_not_followed() {
    let (store, other) = (Server::start(), Server::start());
    let target = other.put("/file", file("image/png", b"bytes"));
    store.put("/port", redirect(302, &target));
    assert_eq!(fetch(&store, "/port").unwrap_err(), elsewhere("127.0.0.1"));
    let here = store.put("/file", file("image/png", b"bytes"));
    store.put("/host", redirect(302, &here.replace("127.0.0.1", "localhost")));
    assert_eq!(fetch(&store, "/host").unwrap_err(), elsewhere("localhost"));
    store.put("/public", redirect(302, "https://store.example/file"));
    assert_eq!(fetch(&store, "/public").unwrap_err(), elsewhere("store.example"));
    store.put("/no-scheme", redirect(302, "//store.example/file"));
    assert_eq!(fetch(&store, "/no-scheme").unwrap_err(), elsewhere("store.example"));
    store.put("/scheme", redirect(302, &here.replace("http:", "https:")));
    assert_eq!(fetch(&store, "/scheme").unwrap_err(), elsewhere("127.0.0.1"));
    store.put("/disk", redirect(302, "file:///etc/passwd"));
    assert_eq!(fetch(&store, "/disk").unwrap_err(), elsewhere(""));
    assert_eq!(other.paths(), [""; 0]);
    assert!(!store.paths().contains(&"/file".to_owned()));
}

#[test]
fn a_redirect_that_names_a_user_is_refused() {
    let store = Server::start();
    let here = store.put("/file", file("image/png", b"bytes"));
    store.put("/user", redirect(302, &here.replace("http://", "http://user:pass@")));
    let refused = fetch(&store, "/user").unwrap_err();
    assert_eq!(refused, FetchError::UrlRefused(UrlRefusal::UserInfo));
}

#[test]
fn a_redirect_to_nowhere_is_its_status() {
    let store = Server::start();
    for (status, head) in [
        (302, "302 X\r\nContent-Length: 0"),
        (301, "301 X\r\nLocation: http://[\r\nContent-Length: 0"),
        (300, "300 X\r\nContent-Length: 0"),
    ] {
        store.put("/file", answer(head, b""));
        assert_eq!(fetch(&store, "/file").unwrap_err(), FetchError::HttpStatus(status));
    }
    let unreadable = b"HTTP/1.1 302 X\r\nLocation: \xff\r\nContent-Length: 0\r\n\r\n".to_vec();
    store.put("/file", Reply::Raw(unreadable));
    assert_eq!(fetch(&store, "/file").unwrap_err(), FetchError::HttpStatus(302));
}

#[test]
fn a_request_carries_nothing_of_the_user() {
    let store = Server::start();
    let cookie = "302 X\r\nSet-Cookie: id=1; Path=/\r\nLocation: /file?size=1\r\nContent-Length: 0";
    store.put("/first", answer(cookie, b""));
    store.put("/file?size=1", file("image/png", b"bytes"));
    let fetcher = fetcher();
    // The second time a cookie or a cached answer could be told.
    for _ in 0..2 {
        fetcher.fetch(&store.url("/first#part"), LIMIT).unwrap();
    }
    let heads = store.heads();
    assert_eq!(heads.len(), 4);
    for head in heads {
        let mut lines = head.lines();
        let request = lines.next().unwrap();
        assert!(
            ["GET /first HTTP/1.1", "GET /file?size=1 HTTP/1.1"].contains(&request),
            "{request}"
        );
        let mut names: Vec<String> = lines
            .filter_map(|line| line.split_once(':'))
            .map(|(name, _)| name.to_ascii_lowercase())
            .collect();
        names.sort_unstable();
        assert_eq!(names, ["accept", "accept-encoding", "host", "user-agent"], "{head}");
        assert!(head.to_ascii_lowercase().contains("user-agent: carddesk/"), "{head}");
    }
}

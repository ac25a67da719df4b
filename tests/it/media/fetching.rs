//! Downloads: limits, statuses, broken connections, time.
use std::io::{ErrorKind, Read as _, Write as _};
use std::net::TcpListener;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use carddesk::media::{Download, FetchError, Fetcher, HostPolicy, UrlRefusal};
use carddesk::network::TlsCause;

use super::deflate::{gzip, gzip_bomb};
use super::fetcher;
use super::server::{Reply, Server, answer, chunk, file, head_of};

const LIMIT: usize = 64 * 1024;

fn fetch(reply: Reply) -> Result<Download, FetchError> {
    let store = Server::start();
    let url = store.put("/file", reply);
    fetcher().fetch(&url, LIMIT)
}

fn short_of_time() -> Fetcher {
    Fetcher::with_time_limit(HostPolicy::with_loopback(), Duration::from_millis(400)).unwrap()
}

#[test]
fn a_file_comes_with_its_status_and_type() {
    let download = fetch(file("image/png; x=y", b"bytes")).unwrap();
    assert_eq!(&*download.bytes, b"bytes");
    assert_eq!(download.status, 200);
    assert_eq!(download.content_type.as_deref(), Some("image/png; x=y"));
    assert_eq!(download.redirects, 0);
    assert!(download.elapsed > Duration::ZERO);
}

#[test]
fn a_file_without_a_type_or_a_length_is_a_file() {
    // Ended by the end of the connection alone, as servers of HTTP/1.0 do.
    let download = fetch(answer("200 OK", b"bytes")).unwrap();
    assert_eq!(&*download.bytes, b"bytes");
    assert_eq!(download.content_type, None);
    let unreadable = fetch(Reply::Raw(
        b"HTTP/1.1 200 OK\r\nContent-Type: \xff\xfe\r\nContent-Length: 1\r\n\r\nx".to_vec(),
    ));
    assert_eq!(unreadable.unwrap().content_type, None);
}

#[test]
fn the_memory_of_a_file_that_nobody_wants_serves_the_next() {
    let store = Server::start();
    let long = store.put("/long", file("text/plain", &[b'x'; 60_000]));
    let short = store.put("/short", file("text/plain", b"bytes"));
    let fetcher = fetcher();
    let first = fetcher.fetch(&long, LIMIT).unwrap().bytes;
    let memory = first.as_ptr();
    fetcher.give_back(first);
    let second = fetcher.fetch(&long, LIMIT).unwrap().bytes;
    assert_eq!(second.as_ptr(), memory);
    fetcher.give_back(second);
    // Nothing of it is in the next, be that shorter.
    assert_eq!(&*fetcher.fetch(&short, LIMIT).unwrap().bytes, b"bytes");
    // Somebody has it still.
    let held = fetcher.fetch(&long, LIMIT).unwrap().bytes;
    fetcher.give_back(held.clone());
    assert_eq!(&*fetcher.fetch(&short, LIMIT).unwrap().bytes, b"bytes");
    assert!(held.iter().all(|byte| *byte == b'x'));
}

#[test]
fn a_file_as_large_as_the_limit_is_the_largest() {
    let most = vec![b'x'; LIMIT];
    assert_eq!(fetch(file("text/plain", &most)).unwrap().bytes.len(), LIMIT);
    let over = vec![b'x'; LIMIT + 1];
    let too_large = FetchError::TooLarge { limit: LIMIT };
    assert_eq!(fetch(file("text/plain", &over)).unwrap_err(), too_large);
    assert_eq!(fetch(answer("200 OK", &over)).unwrap_err(), too_large);
    let chunked = [head_of("200 OK\r\nTransfer-Encoding: chunked"), chunk(&over), chunk(b"")];
    assert_eq!(fetch(Reply::Raw(chunked.concat())).unwrap_err(), too_large);
}

#[test]
fn a_declared_length_over_the_limit_is_refused_before_the_body() {
    // The body never comes: who waits for it ends in a time-out instead.
    let head = head_of("200 OK\r\nContent-Length: 999999999");
    assert_eq!(fetch(Reply::Stall(head)).unwrap_err(), FetchError::TooLarge { limit: LIMIT });
}

#[test]
fn a_body_of_unknown_length_is_cut_at_the_limit() {
    let store = Server::start();
    let piece = chunk(&[b'x'; 16 * 1024]);
    let most = 256 * 1024 * 1024 / piece.len();
    let head = head_of("200 OK\r\nTransfer-Encoding: chunked");
    let url = store.put("/file", Reply::Repeat { head, piece, most });
    let refused = fetcher().fetch(&url, LIMIT).unwrap_err();
    assert_eq!(refused, FetchError::TooLarge { limit: LIMIT });
    // What is under way in the system's buffers is sent; the rest of the 256 MiB is not.
    let sent = store.sent();
    assert!(sent < 64 * 1024 * 1024, "{sent} bytes were taken");
}

#[test]
fn the_limit_counts_decompressed_bytes() {
    let head =
        |body: &[u8]| format!("200 OK\r\nContent-Encoding: gzip\r\nContent-Length: {}", body.len());
    let good = gzip(b"compressed text");
    assert_eq!(&*fetch(answer(&head(&good), &good)).unwrap().bytes, b"compressed text");
    // A tenth of the limit on the wire, a hundred times the limit unpacked.
    let bomb = gzip_bomb(b"\0", 100 * LIMIT);
    assert!(bomb.len() < LIMIT / 8);
    let refused = fetch(answer(&head(&bomb), &bomb)).unwrap_err();
    assert_eq!(refused, FetchError::TooLarge { limit: LIMIT });
    let broken = b"this is no gzip";
    assert_eq!(fetch(answer(&head(broken), broken)).unwrap_err(), FetchError::CutOff);
}

#[test]
fn an_empty_file_is_told_as_such() {
    assert_eq!(fetch(file("image/png", b"")).unwrap_err(), FetchError::Empty);
    assert_eq!(fetch(answer("200 OK", b"")).unwrap_err(), FetchError::Empty);
    let packed = gzip(b"");
    let head = format!("200 OK\r\nContent-Encoding: gzip\r\nContent-Length: {}", packed.len());
    assert_eq!(fetch(answer(&head, &packed)).unwrap_err(), FetchError::Empty);
}

#[test]
fn any_status_but_200_is_an_error_with_its_number() {
    for status in [201, 204, 206, 304, 400, 401, 403, 404, 410, 418, 429, 500, 503] {
        let reply = answer(&format!("{status} X\r\nContent-Length: 0"), b"");
        assert_eq!(fetch(reply).unwrap_err(), FetchError::HttpStatus(status));
    }
    let page = answer("404 Not Found\r\nContent-Type: image/png\r\nContent-Length: 4", b"page");
    assert_eq!(fetch(page).unwrap_err(), FetchError::HttpStatus(404));
}

#[test]
fn a_download_that_ends_before_the_file_is_cut_off() {
    let half = answer("200 OK\r\nContent-Length: 1000", &[b'x'; 500]);
    assert_eq!(fetch(half).unwrap_err(), FetchError::CutOff);
    let head = head_of("200 OK\r\nTransfer-Encoding: chunked");
    let no_last_chunk = Reply::Raw([head.clone(), chunk(b"some")].concat());
    assert_eq!(fetch(no_last_chunk).unwrap_err(), FetchError::CutOff);
    let within_a_chunk = Reply::Raw([head, b"ff\r\nsome".to_vec()].concat());
    assert_eq!(fetch(within_a_chunk).unwrap_err(), FetchError::CutOff);
    let packed = gzip(&[b'x'; 1000]);
    let head = "200 OK\r\nContent-Encoding: gzip\r\nContent-Length: 500";
    assert_eq!(fetch(answer(head, &packed[..500])).unwrap_err(), FetchError::CutOff);
    // No answer, half a head, and no HTTP at all.
    assert_eq!(fetch(Reply::Raw(Vec::new())).unwrap_err(), FetchError::CutOff);
    assert_eq!(fetch(Reply::Raw(b"HTTP/1.1 200".to_vec())).unwrap_err(), FetchError::CutOff);
    assert_eq!(
        fetch(Reply::Raw(b"220 mail ready\r\n\r\n".to_vec())).unwrap_err(),
        FetchError::CutOff
    );
}

#[test]
fn silence_is_a_time_out() {
    let store = Server::start();
    let mute = store.put("/mute", Reply::Stall(Vec::new()));
    assert_eq!(short_of_time().fetch(&mute, LIMIT).unwrap_err(), FetchError::TimedOut);
    let head = head_of("200 OK\r\nContent-Length: 10");
    let stuck = store.put("/stuck", Reply::Stall([head, b"some".to_vec()].concat()));
    assert_eq!(short_of_time().fetch(&stuck, LIMIT).unwrap_err(), FetchError::TimedOut);
}

#[test]
fn a_file_that_drips_does_not_outlast_the_limit() {
    // Each byte comes well within the limit; all of them take a minute and more.
    let store = Server::start();
    let dots = 2400;
    let head = head_of(&format!("200 OK\r\nContent-Length: {dots}"));
    let url = store.put("/drips", Reply::Drip { head, dots, tail: Vec::new() });
    assert_eq!(short_of_time().fetch(&url, LIMIT).unwrap_err(), FetchError::TimedOut);
    assert!(store.sent() < dots, "the whole file was waited for");
}

#[test]
fn redirects_share_the_time_of_the_download() {
    let store = Server::start();
    store.put("/file", file("image/png", b"bytes"));
    // Each takes more than half of the limit.
    let slow = |next: &str| Reply::Drip {
        head: b"HTTP/1.1 302 X\r\nConnection: close\r\nX: ".to_vec(),
        dots: 10,
        tail: format!("\r\nLocation: {next}\r\nContent-Length: 0\r\n\r\n").into_bytes(),
    };
    store.put("/second", slow("/file"));
    let url = store.put("/first", slow("/second"));
    assert_eq!(short_of_time().fetch(&url, LIMIT).unwrap_err(), FetchError::TimedOut);
    let patient = fetcher().fetch(&url, LIMIT).unwrap();
    assert_eq!(patient.redirects, 2, "it is a good file for who has the time");
}

#[test]
fn nobody_there_is_no_connection() {
    let url = format!("http://127.0.0.1:{}/file", crate::support::quiet_port());
    assert_eq!(fetcher().fetch(&url, LIMIT).unwrap_err(), FetchError::NoConnection);
}

#[test]
fn a_host_that_speaks_no_tls_is_told_from_one_that_is_not_there() {
    let store = Server::start();
    let url = format!("https://127.0.0.1:{}/file", store.port());
    let error = fetcher().fetch(&url, LIMIT).unwrap_err();
    assert!(matches!(error, FetchError::Tls { cause: TlsCause::Other, .. }), "{error:?}");
    assert_eq!(store.paths(), [""; 0], "nothing goes unencrypted to a https address");
}

#[test]
fn what_the_policy_refuses_is_never_asked() {
    let store = Server::start();
    let url = store.put("/file", file("image/png", b"bytes"));
    let public = Fetcher::new(HostPolicy::public()).unwrap();
    let refused = |url: &str| public.fetch(url, LIMIT).unwrap_err();
    assert_eq!(refused(&url), FetchError::UrlRefused(UrlRefusal::Scheme));
    let https = url.replace("http:", "https:");
    assert_eq!(refused(&https), FetchError::UrlRefused(UrlRefusal::PrivateAddress));
    let user = url.replace("http://", "http://user:secret@");
    let with_user = fetcher().fetch(&user, LIMIT).unwrap_err();
    assert_eq!(with_user, FetchError::UrlRefused(UrlRefusal::UserInfo));
    assert_eq!(store.paths(), [""; 0]);
}

#[test]
fn a_host_is_asked_for_six_files_at_once() {
    const FILES: usize = 18;
    const MOST: usize = 6;
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let url = format!("http://{}/file", listener.local_addr().unwrap());
    let fetcher = fetcher();
    let begun = AtomicUsize::new(0);
    let mut waiting = Vec::new();
    std::thread::scope(|scope| {
        for _ in 0..FILES {
            scope.spawn(|| {
                begun.fetch_add(1, Ordering::SeqCst);
                assert_eq!(&*fetcher.fetch(&url, LIMIT).unwrap().bytes, b"bytes");
            });
        }
        for _ in 0..FILES {
            let (mut stream, _) = listener.accept().unwrap();
            // As many as may come do, while nobody is answered; then nobody more is there.
            assert!(stream.read(&mut [0; 4096]).unwrap() > 0);
            waiting.push(stream);
            if waiting.len() == MOST && begun.load(Ordering::SeqCst) == FILES {
                listener.set_nonblocking(true).unwrap();
                assert_eq!(listener.accept().unwrap_err().kind(), ErrorKind::WouldBlock);
                listener.set_nonblocking(false).unwrap();
            }
            if waiting.len() == MOST {
                let reply = [head_of("200 OK\r\nContent-Length: 5"), b"bytes".to_vec()].concat();
                for mut stream in waiting.drain(..) {
                    stream.write_all(&reply).unwrap();
                }
            }
        }
    });
}

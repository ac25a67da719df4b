//! Behind a proxy: the name of the proxy may lead into the local network, that of a store may not.
use std::io::{BufRead as _, BufReader, Write as _};
use std::net::{TcpListener, TcpStream};
use std::process::Command;

use carddesk::media::{FetchError, Fetcher, HostPolicy, UrlRefusal};

/// Set in the process that fetches: a proxy is the system's, and so the whole process's.
const URL: &str = "CARDDESK_TEST_FETCHES";

/// Fetches `url` in a process whose proxy for https is `proxy`; whether it ended well.
fn fetches(url: &str, proxy: &str) -> bool {
    let test = ["--exact", "media::proxies::fetches_when_told_to", "--ignored"];
    let mut command = Command::new(std::env::current_exe().unwrap());
    command.args(test).env(URL, url);
    for name in ["https_proxy", "ALL_PROXY", "all_proxy", "NO_PROXY", "no_proxy"] {
        command.env_remove(name);
    }
    // Last: Windows takes both spellings for one name.
    command.env("HTTPS_PROXY", proxy).output().unwrap().status.success()
}

#[test]
fn a_proxy_with_a_private_name_is_asked() {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = listener.local_addr().unwrap();
    let proxy = format!("http://localhost:{}", address.port());
    let asked = std::thread::scope(|scope| {
        let asked = scope.spawn(|| {
            let (stream, _) = listener.accept().unwrap();
            let mut reader = BufReader::new(stream);
            let mut first = String::new();
            reader.read_line(&mut first).unwrap();
            let refusal = b"HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\n\r\n";
            reader.get_mut().write_all(refusal).unwrap();
            first
        });
        assert!(fetches("https://assets.example.com/art.png", &proxy));
        // Where nobody asked, this ends the wait.
        drop(TcpStream::connect(address));
        asked.join().unwrap()
    });
    assert_eq!(asked, "CONNECT assets.example.com:443 HTTP/1.1\r\n");
}

#[test]
#[ignore = "run in its own process by the test above"]
fn fetches_when_told_to() {
    if let Some(url) = std::env::var_os(URL) {
        let fetcher = Fetcher::new(HostPolicy::public()).unwrap();
        let error = fetcher.fetch(url.to_str().unwrap(), 1000).unwrap_err();
        assert_ne!(error, FetchError::UrlRefused(UrlRefusal::PrivateAddress));
    }
}

//! Proxies that do not connect: each is told with its name.
use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::net::{TcpListener, TcpStream};
use std::process::{Command, Stdio};
use std::thread::Builder;

use crate::support::{PASSWORD, needed_by_windows};

/// The program's list of a customer, with these variables and no others; its exit code and what it
/// said.
pub(super) fn list(server: &str, variables: &[(&str, &str)]) -> (i32, String) {
    let home = tempfile::tempdir().unwrap();
    let arguments = ["list", "--customer", "1", "--merchant-id", "452739", "--login", "support"];
    let mut command = Command::new(env!("CARGO_BIN_EXE_carddesk"));
    command.args(arguments).args(["--password-stdin", "--server", server]);
    command.env_clear().env("HOME", home.path()).envs(needed_by_windows());
    command.envs(variables.iter().copied());
    let pipes = command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = pipes.spawn().unwrap();
    let _refused_before = child.stdin.take().unwrap().write_all(PASSWORD.as_bytes());
    let output = child.wait_with_output().unwrap();
    let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    (output.status.code().unwrap(), text(&output.stdout) + &text(&output.stderr))
}

/// Serves one connection after the other.
pub(super) fn serve(answer: impl Fn(&mut TcpStream) + Send + 'static) -> u16 {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let port = listener.local_addr().unwrap().port();
    let serve = move || {
        for stream in listener.incoming() {
            answer(&mut stream.unwrap());
        }
    };
    // Ends with the tests.
    let _thread = Builder::new().name("server".to_owned()).spawn(serve).unwrap();
    port
}

#[test]
fn a_proxy_that_does_not_connect_is_named() {
    let answers = [
        ("HTTP/1.1 407 Proxy Authentication Required\r\n\r\n", "asks for a user name and password"),
        ("HTTP/1.1 403 Forbidden\r\n\r\n", "does not allow connections to this server (403)"),
        ("HTTP/1.0 451 Unavailable\r\n\r\n", "does not allow connections to this server (451)"),
        ("HTTP/1.1 502 Bad Gateway\r\n\r\n", "did not reach the server (502)"),
        ("HTTP/1.1 503 Service Unavailable\r\n\r\n", "did not reach the server (503)"),
        (
            "HTTP/1.1 503 Service Unavailable\r\nX-Squid-Error: ERR_DNS_FAIL 0\r\n\r\n",
            "does not know the server’s name (503)",
        ),
        ("HTTP/1.1 502 Host not found\r\n\r\n", "does not know the server’s name (502)"),
        ("HTTP/1.1 504 Gateway Timeout\r\n\r\n", "had no answer from the server in time"),
        ("HTTP/1.1 405 Method Not Allowed\r\n\r\n", "makes no connections for https (405)"),
        ("HTTP/1.1 301 Moved\r\nLocation: /\r\n\r\n", "makes no connections for https (301)"),
        ("SSH-2.0-OpenSSH_9.2\r\n\r\n", "is no HTTP proxy"),
        ("", "ended the connection without an answer"),
    ];
    for (answer, words) in answers {
        let port = serve(move |stream| {
            let mut reader = BufReader::new(&*stream);
            let mut line = String::new();
            while reader.read_line(&mut line).is_ok_and(|length| length > 2) {}
            stream.write_all(answer.as_bytes()).unwrap();
        });
        let proxy = format!("http://agent:hunter2@127.0.0.1:{port}");
        let (code, said) = list("pay.example", &[("HTTPS_PROXY", &proxy)]);
        assert_eq!(code, 2, "{said}");
        assert!(said.contains(&format!("the proxy 127.0.0.1:{port} {words}")), "{said}");
        assert!(!said.contains("hunter2"), "{said}");
        let (sentence, technical) = said.split_once("\ncarddesk: Technical details: ").unwrap();
        assert!(!sentence.contains("tunnel") && technical.contains("tunnel"), "{said}");
    }
}

#[test]
fn a_proxy_that_is_not_there_or_hangs_is_named() {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let nobody = listener.local_addr().unwrap();
    drop(listener);
    let (code, said) = list("pay.example", &[("ALL_PROXY", &nobody.to_string())]);
    assert_eq!(code, 2, "{said}");
    assert!(said.contains(&format!("the proxy {nobody} cannot be reached")), "{said}");
    let name = [("https_proxy", "http://proxy-that-is-not.invalid:3128")];
    let (code, said) = list("pay.example", &name);
    assert_eq!(code, 2, "{said}");
    let words = "the name of the proxy proxy-that-is-not.invalid:3128 is not known";
    assert!(said.contains(words), "{said}");
    let port = serve(|stream| drop(stream.read_to_end(&mut Vec::new())));
    let (code, said) = list("pay.example", &[("HTTPS_PROXY", &format!("127.0.0.1:{port}"))]);
    assert_eq!(code, 2, "{said}");
    assert!(said.contains(&format!("the proxy 127.0.0.1:{port} made no connection")), "{said}");
}

/// Most proxies are asked in plain, whatever they connect to.
#[test]
fn a_plain_proxy_that_is_set_with_https_is_told_so() {
    let waits = serve(|stream| drop(stream.read_to_end(&mut Vec::new())));
    let answers = serve(|stream| {
        let _hello = stream.read(&mut [0; 8192]);
        let _gone = stream.write_all(b"HTTP/1.1 400 Bad Request\r\n\r\n");
    });
    let closes = serve(|stream| drop(stream.read(&mut [0; 8192])));
    for port in [waits, answers, closes] {
        let proxy = format!("https://agent:hunter2@127.0.0.1:{port}");
        let (code, said) = list("pay.example", &[("HTTPS_PROXY", &proxy)]);
        assert_eq!(code, 2, "{said}");
        let words = format!("the proxy 127.0.0.1:{port} does not answer in TLS");
        assert!(said.contains(&words) && !said.contains("hunter2"), "{said}");
    }
}

#[test]
fn a_setting_that_cannot_be_read_is_refused_before_anything_is_sent() {
    for name in ["HTTPS_PROXY", "https_proxy", "HTTP_PROXY", "ALL_PROXY"] {
        for setting in
            ["\"http://agent:hunter2@127.0.0.1:9\"", "socks://127.0.0.1:9", "127.0.0.1:9\r"]
        {
            let (code, said) = list("pay.example", &[(name, setting)]);
            assert_eq!(code, 2, "{said}");
            // Windows takes both spellings for one name.
            let told = if cfg!(windows) { name.to_uppercase() } else { name.to_owned() };
            assert!(said.contains(&format!("the proxy setting {told} cannot be read")), "{said}");
            assert!(!said.contains("hunter2"), "{said}");
        }
    }
}

#!/usr/bin/env bash
# hyper 1.12.0 (client, HTTP/1.1): the reason behind the status code.
#
# One would expect: `ReasonPhrase` holds the bytes that the server sent, since it gives bytes and not text, and
# RFC 9112 allows bytes above 0x7F there; and an answer without a reason has none.
# So it is: a reason with any such byte (a server that says `Ошибка`, or `Déjà`) is there and empty, and so is one
# that the server left out. Both look the same, and what was said is not to be had. A usual reason (`OK`) is not
# kept at all, one of the server's own in ASCII is.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
mkdir src
cat > Cargo.toml <<'TOML'
[package]
name = "shown"
version = "0.0.0"
edition = "2024"
[dependencies]
hyper = { version = "=1.12.0", features = ["client", "http1"] }
hyper-util = { version = "0.1", features = ["tokio"] }
http-body-util = "0.1"
bytes = "1"
tokio = { version = "1", features = ["rt", "net", "io-util", "macros"] }
TOML
cat > src/main.rs <<'RUST'
use bytes::Bytes;
use http_body_util::Empty;
use hyper::ext::ReasonPhrase;
use hyper_util::rt::TokioIo;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};

/// The reason that the client is given for this status line.
async fn reason(line: &'static str) -> Option<Vec<u8>> {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    let server = async move {
        let (mut stream, _) = listener.accept().await.unwrap();
        let _request = stream.read(&mut [0; 1024]).await.unwrap();
        let answer = format!("{line}\r\nContent-Length: 0\r\n\r\n");
        stream.write_all(answer.as_bytes()).await.unwrap();
    };
    let client = async move {
        let stream = TokioIo::new(TcpStream::connect(address).await.unwrap());
        let (mut sender, connection) = hyper::client::conn::http1::handshake(stream).await.unwrap();
        let ask = sender.send_request(hyper::Request::new(Empty::<Bytes>::new()));
        let (answer, _ended) = tokio::join!(ask, connection);
        answer.unwrap().extensions().get::<ReasonPhrase>().map(|said| said.as_bytes().to_vec())
    };
    tokio::join!(server, client).1
}

#[tokio::main(flavor = "current_thread")]
async fn main() {
    let lines = ["HTTP/1.1 200 OK", "HTTP/1.1 200 Partly", "HTTP/1.1 200 Ошибка", "HTTP/1.1 200 Déjà", "HTTP/1.1 200 "];
    let mut seen = Vec::new();
    for line in lines {
        let said = reason(line).await.map(|bytes| String::from_utf8_lossy(&bytes).into_owned());
        println!("{line:?}: {said:?}");
        seen.push(said);
    }
    let wanted = [None, Some("Partly"), Some(""), Some(""), Some("")];
    let is_so = seen.iter().map(Option::as_deref).eq(wanted);
    std::process::exit(if is_so { 0 } else { 1 });
}
RUST
cargo run --quiet

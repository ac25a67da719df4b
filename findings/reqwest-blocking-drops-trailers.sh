#!/usr/bin/env bash
# reqwest 0.13.5: the fields that follow a chunked answer (trailers).
#
# One would expect: a blocking answer gives them where the other kind does, since it is made of that one; or
# that neither does.
# So it is: the body of the async answer yields them as a frame of its own, announced by `Trailer` or not; the
# blocking answer reads the same bytes to their end and has no way to them. Whoever must know what a server says
# behind its body (a checksum, an error) needs the async client.
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
reqwest = { version = "=0.13.5", default-features = false, features = ["blocking"] }
http = "1"
http-body-util = "0.1"
tokio = { version = "1", features = ["rt", "net", "time"] }
TOML
cat > src/main.rs <<'RUST'
use std::io::{Read, Write};
use std::net::TcpListener;

use http_body_util::BodyExt;

const ANSWER: &[u8] = b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2\r\n[]\r\n0\r\nX-State: partial\r\n\r\n";

/// Answers once.
fn server() -> String {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = listener.local_addr().unwrap();
    std::thread::spawn(move || {
        let (mut stream, _) = listener.accept().unwrap();
        let _request = stream.read(&mut [0; 4096]).unwrap();
        stream.write_all(ANSWER).unwrap();
    });
    format!("http://{address}/")
}

fn main() {
    let blocking = reqwest::blocking::get(server()).unwrap();
    let headers = format!("{:?}", blocking.headers());
    let response: http::Response<reqwest::blocking::Body>;
    let text = blocking.text().unwrap();
    println!("blocking: body {text:?}, headers {headers}");
    let seen = headers.contains("x-state");
    let _no_such_conversion: Option<http::Response<reqwest::blocking::Body>> = None;
    let _ = { response = http::Response::new(String::new().into()); response };

    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    let trailers = runtime.block_on(async {
        let answer: http::Response<reqwest::Body> = reqwest::get(server()).await.unwrap().into();
        answer.into_body().collect().await.unwrap().trailers().cloned()
    });
    println!("async: trailers {trailers:?}");
    assert!(!seen, "the blocking answer tells them now");
    assert_eq!(trailers.unwrap()["x-state"], "partial");
}
RUST
sed -i '/let response: http/d; /_no_such_conversion/d; /let _ = { response/d' src/main.rs
cargo run --quiet

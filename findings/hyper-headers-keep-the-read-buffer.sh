#!/usr/bin/env bash
# hyper 1.12.0 and http 1.5.0, headers of answers on one connection, kept after the bodies were read and dropped and the
# connection closed: what a cache keeps to know how long a file is good.
#
# One would expect: a copy of the headers takes as much memory as their text, some 100 bytes.
# So it is: `HeaderMap::clone` shares the values, and each is a slice of the buffer that the answer was read into, which
# grows with large bodies to hundreds of kilobytes. It stays as long as one value does. Values made anew of
# their bytes take what they should.
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
http = "=1.5.0"
http-body-util = "0.1"
hyper-util = { version = "0.1", features = ["tokio"] }
tokio = { version = "1", features = ["rt", "net"] }
cap = "0.1"
TOML
cat > src/main.rs <<'RUST'
use std::io::{Read, Write};

use http::{HeaderMap, HeaderValue, Request};
use http_body_util::{BodyExt, Empty};
use hyper_util::rt::TokioIo;

#[global_allocator]
static HEAP: cap::Cap<std::alloc::System> = cap::Cap::new(std::alloc::System, usize::MAX);

/// Headers of so many answers on one connection, the bodies read to their ends and dropped.
async fn headers(address: std::net::SocketAddr, files: usize) -> Vec<HeaderMap> {
    let stream = tokio::net::TcpStream::connect(address).await.unwrap();
    let made = hyper::client::conn::http1::handshake(TokioIo::new(stream)).await.unwrap();
    let (mut sender, connection) = made;
    let connection = tokio::spawn(connection);
    let mut kept = Vec::new();
    for _ in 0..files {
        sender.ready().await.unwrap();
        let request = Request::get("/").header("Host", "local");
        let request = request.body(Empty::<hyper::body::Bytes>::new()).unwrap();
        let (head, mut body) = sender.send_request(request).await.unwrap().into_parts();
        while let Some(frame) = body.frame().await {
            drop(frame.unwrap());
        }
        kept.push(head.headers.clone());
    }
    drop(sender);
    connection.await.unwrap().unwrap();
    kept
}

fn main() {
    const FILES: usize = 20;
    let listener = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let address = listener.local_addr().unwrap();
    std::thread::spawn(move || {
        let body = vec![b'x'; 1 << 20];
        for stream in listener.incoming() {
            let mut stream = stream.unwrap();
            let head = format!("HTTP/1.1 200 OK\r\nETag: \"a\"\r\nContent-Length: {}\r\n\r\n", body.len());
            let answer = [head.as_bytes(), &body].concat();
            // One request at a time: each read has a whole one.
            while stream.read(&mut [0; 1024]).is_ok_and(|read| read > 0) {
                stream.write_all(&answer).unwrap();
            }
        }
    });
    let runtime = tokio::runtime::Builder::new_current_thread().enable_io().build().unwrap();
    drop(runtime.block_on(headers(address, 1)));
    let before = HEAP.allocated();
    let kept = runtime.block_on(headers(address, FILES));
    let shared = HEAP.allocated().saturating_sub(before) / FILES;
    let anew = |value: &HeaderValue| HeaderValue::from_bytes(&value.as_bytes().to_vec()).unwrap();
    let copies: Vec<HeaderMap> = kept
        .iter()
        .map(|headers| headers.iter().map(|(name, value)| (name.clone(), anew(value))).collect())
        .collect();
    let text: usize = copies[0].iter().map(|(name, value)| name.as_str().len() + value.len()).sum();
    drop(kept);
    let with = HEAP.allocated();
    drop(copies);
    let own = with.saturating_sub(HEAP.allocated()) / FILES;
    println!("text of the headers {text} bytes; kept by a clone {shared}, by values made anew {own}");
    assert!(shared > 20 * own && shared > 50_000, "the buffer is no longer kept");
}
RUST
cargo run --quiet
echo "as described: cloned headers keep the buffer they were read into"

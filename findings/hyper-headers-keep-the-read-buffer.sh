#!/usr/bin/env bash
# hyper 1.12.0 and http 1.5.0, headers of an answer that are kept after its body was read and dropped, and its
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

/// Headers of an answer whose body was read to its end and dropped.
async fn headers(address: std::net::SocketAddr) -> HeaderMap {
    let stream = tokio::net::TcpStream::connect(address).await.unwrap();
    let made = hyper::client::conn::http1::handshake(TokioIo::new(stream)).await.unwrap();
    let (mut sender, connection) = made;
    let connection = tokio::spawn(connection);
    let request = Request::get("/").header("Host", "local").body(Empty::<hyper::body::Bytes>::new());
    let (head, mut body) = sender.send_request(request.unwrap()).await.unwrap().into_parts();
    while let Some(frame) = body.frame().await {
        drop(frame.unwrap());
    }
    drop(body);
    drop(sender);
    connection.await.unwrap().unwrap();
    head.headers.clone()
}

fn main() {
    const FILES: usize = 20;
    let listener = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let address = listener.local_addr().unwrap();
    std::thread::spawn(move || {
        let body = vec![b'x'; 1 << 20];
        for stream in listener.incoming() {
            let mut stream = stream.unwrap();
            let _request = stream.read(&mut [0; 1024]).unwrap();
            let head = format!("HTTP/1.1 200 OK\r\nETag: \"a\"\r\nContent-Length: {}\r\n\r\n", body.len());
            stream.write_all(head.as_bytes()).unwrap();
            let _gone = stream.write_all(&body);
        }
    });
    let runtime = tokio::runtime::Builder::new_current_thread().enable_io().build().unwrap();
    let _warm = runtime.block_on(headers(address));
    let before = HEAP.allocated();
    let kept: Vec<_> = (0..FILES).map(|_| runtime.block_on(headers(address))).collect();
    let shared = HEAP.allocated().saturating_sub(before) / FILES;
    let anew = |value: &HeaderValue| HeaderValue::from_bytes(&value.as_bytes().to_vec()).unwrap();
    let copies: Vec<HeaderMap> = kept
        .iter()
        .map(|headers| headers.iter().map(|(name, value)| (name.clone(), anew(value))).collect())
        .collect();
    let text: usize = copies[0].iter().map(|(name, value)| name.as_str().len() + value.len()).sum();
    drop(kept);
    let own = HEAP.allocated().saturating_sub(before) / FILES;
    drop(copies);
    println!("text of the headers {text} bytes; kept by a clone {shared}, by values made anew {own}");
    assert!(shared > 20 * own && shared > 50_000, "the buffer is no longer kept");
}
RUST
cargo run --quiet
echo "as described: cloned headers keep the buffer they were read into"

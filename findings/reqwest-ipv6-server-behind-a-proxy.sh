#!/usr/bin/env bash
# reqwest 0.13.5 (blocking, rustls), a server named by its IPv6 number, and an HTTP proxy.
#
# One would expect: https://[::1]:PORT is asked through a proxy as it is without one: CONNECT [::1]:PORT, then
# a TLS handshake that names the server by its number.
# So it is: the proxy is asked to connect, says yes, and the client gives up before it sends a byte of TLS: the
# number still has its brackets when it is made a server's name, and with them it is none. Without a proxy the
# handshake begins. A host's name works both ways.
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
reqwest = { version = "=0.13.5", default-features = false, features = ["blocking", "rustls-no-provider"] }
rustls = { version = "0.23", default-features = false, features = ["ring", "std", "tls12"] }
TOML
cat > src/main.rs <<'RUST'
use std::error::Error;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpListener;
use std::thread;

/// Listens once: answers CONNECT where it is asked to, and tells the first byte that follows.
fn listen(address: &str, is_proxy: bool) -> (u16, thread::JoinHandle<String>) {
    let listener = TcpListener::bind((address, 0)).unwrap();
    let port = listener.local_addr().unwrap().port();
    let heard = thread::spawn(move || {
        let mut reader = BufReader::new(listener.accept().unwrap().0);
        let mut told = String::new();
        if is_proxy {
            reader.read_line(&mut told).unwrap();
            let mut line = String::new();
            while line != "\r\n" {
                line.clear();
                reader.read_line(&mut line).unwrap();
            }
            reader.get_mut().write_all(b"HTTP/1.1 200 OK\r\n\r\n").unwrap();
        }
        let mut byte = [0];
        let after = match reader.read(&mut byte) {
            Ok(1) if byte == [0x16] => "a TLS handshake",
            Ok(1) => "something else",
            Ok(_) | Err(_) => "nothing",
        };
        format!("{} then {after}", told.trim_end())
    });
    (port, heard)
}

fn ask(url: &str, proxy: Option<u16>) -> String {
    let client = reqwest::blocking::Client::builder().no_proxy();
    let client = match proxy {
        Some(port) => {
            client.proxy(reqwest::Proxy::all(format!("http://127.0.0.1:{port}")).unwrap())
        }
        None => client,
    };
    let error = client.build().unwrap().get(url).send().unwrap_err();
    let mut causes = vec![error.to_string()];
    let mut next: Option<&dyn Error> = error.source();
    while let Some(cause) = next {
        causes.push(cause.to_string());
        next = cause.source();
    }
    causes.join(": ")
}

fn main() {
    rustls::crypto::ring::default_provider().install_default().unwrap();
    let (port, heard) = listen("::1", false);
    ask(&format!("https://[::1]:{port}/"), None);
    println!("number, directly:   {}", heard.join().unwrap());
    for (what, host) in [("number, by a proxy: ", "[::1]"), ("name, by a proxy:   ", "localhost")] {
        let (port, heard) = listen("127.0.0.1", true);
        let said = ask(&format!("https://{host}:8443/"), Some(port));
        println!("{what}{}", heard.join().unwrap());
        if host == "[::1]" {
            println!("the client says:    {said}");
        }
    }
}
RUST
cargo run --quiet > told.txt
cat told.txt
grep -q "^number, directly:    then a TLS handshake$" told.txt
grep -q "^number, by a proxy: CONNECT \[::1\]:8443 HTTP/1.1 then nothing$" told.txt
grep -qi "invalid .*name" told.txt
grep -q "^name, by a proxy:   CONNECT localhost:8443 HTTP/1.1 then a TLS handshake$" told.txt

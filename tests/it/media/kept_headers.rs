//! What is kept of answers, beside their files: measured in a process of its own.
#![cfg(target_os = "linux")]

use std::io::{BufRead, BufReader, Write};
use std::net::{TcpListener, TcpStream};
use std::process::Command;
use std::thread::Builder;

use carddesk::media::AssetCache;

use super::fetcher;

const TEST: &str = "media::kept_headers::keeps_what_is_said_of_many_files_when_told_to";
const LENGTH: usize = 300_000;
const FILES: usize = 200;
/// In MiB; the buffers that 200 answers were read into would be some 60.
const MOST: u64 = 12;

/// A store that answers all that is asked on a connection, as stores do.
fn store() -> String {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = listener.local_addr().unwrap();
    let start = |work: Box<dyn FnOnce() + Send>| {
        Builder::new().name("store".to_owned()).spawn(work).unwrap();
    };
    let serve = move || {
        for stream in listener.incoming() {
            let stream = stream.unwrap();
            start(Box::new(move || answer_all(&stream)));
        }
    };
    start(Box::new(serve));
    format!("http://{address}")
}

fn answer_all(mut stream: &TcpStream) {
    let head = format!(
        "HTTP/1.1 200 OK\r\nContent-Length: {LENGTH}\r\nETag: \"one\"\r\nX-Own: mark\r\n\
         Cache-Control: max-age=600\r\n\r\n"
    );
    let reply = [head.as_bytes(), &vec![7; LENGTH]].concat();
    // A request has no body: it is over with its empty line.
    for line in BufReader::new(stream).lines().map_while(Result::ok) {
        if line.is_empty() && stream.write_all(&reply).is_err() {
            return;
        }
    }
}

/// The most memory that this process ever had, in MiB.
fn peak() -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap();
    let line = status.lines().find(|line| line.starts_with("VmHWM:")).unwrap();
    line.split_whitespace().nth(1).unwrap().parse::<u64>().unwrap() / 1024
}

#[test]
fn what_is_kept_of_an_answer_is_its_headers_alone() {
    let test = ["--exact", TEST, "--ignored", "--nocapture"];
    let mut command = Command::new(std::env::current_exe().unwrap());
    let output = command.args(test).env("CARDDESK_TEST_KEEPS", "1").output().unwrap();
    let said = [output.stdout, output.stderr].concat();
    let said = String::from_utf8_lossy(&said);
    assert!(output.status.success() && said.contains("1 passed"), "{said}");
}

#[test]
#[ignore = "run in its own process by the test above"]
fn keeps_what_is_said_of_many_files_when_told_to() {
    if std::env::var_os("CARDDESK_TEST_KEEPS").is_none() {
        return;
    }
    let folder = tempfile::TempDir::new().unwrap();
    let fetcher = fetcher().with_cache(AssetCache::new(folder.path()));
    let store = store();
    let fetch = |number: usize| {
        let download = fetcher.fetch(&format!("{store}/{number}.png"), LENGTH).unwrap();
        assert_eq!(download.bytes.len(), LENGTH);
        fetcher.give_back(download.bytes);
        download.to_keep.unwrap()
    };
    // Buffers grow as answers come.
    let mut kept: Vec<_> = (0..20).map(fetch).collect();
    let before = peak();
    kept.extend((20..FILES).map(fetch));
    let taken = peak() - before;
    println!("{taken} MiB");
    assert!(taken <= MOST, "{taken} MiB for what is said of {} files", kept.len());
}

//! A gateway of two fixed answers, on a free port of this machine.
use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex};
use std::thread::{Builder, JoinHandle};

use carddesk::domain::ServerAddress;

pub(super) const LIST: &str = "/pay/oneclick/v1/token.cfm";
pub(super) const REMOVE: &str = "/pay/oneclick/v1/rem_token.cfm";

#[derive(Clone)]
pub(super) enum Reply {
    Answer(u16, String),
    /// Reads the request and ends the connection.
    Cut,
}

pub(super) fn ok(body: impl Into<String>) -> Reply {
    Reply::Answer(200, body.into())
}

pub(super) struct Gateway {
    address: SocketAddr,
    seen: Arc<Mutex<Vec<(String, String)>>>,
    stopped: Arc<AtomicBool>,
    thread: Option<JoinHandle<()>>,
}

impl Gateway {
    pub(super) fn start(remove: Reply, list: Reply) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let address = listener.local_addr().unwrap();
        let seen = Arc::new(Mutex::new(Vec::new()));
        let stopped = Arc::new(AtomicBool::new(false));
        let (log, stop) = (Arc::clone(&seen), Arc::clone(&stopped));
        let serve = move || {
            for stream in listener.incoming() {
                if stop.load(Ordering::SeqCst) {
                    return;
                }
                answer(&stream.unwrap(), &remove, &list, &log);
            }
        };
        let thread = Builder::new().name("gateway".to_owned()).spawn(serve).unwrap();
        Self { address, seen, stopped, thread: Some(thread) }
    }

    pub(super) fn server(&self) -> ServerAddress {
        ServerAddress::parse(&format!("http://{}", self.address)).unwrap()
    }

    /// Paths asked for so far.
    pub(super) fn paths(&self) -> Vec<String> {
        self.seen.lock().unwrap().iter().map(|(path, _)| path.clone()).collect()
    }

    /// Bodies of the requests so far.
    pub(super) fn bodies(&self) -> Vec<serde_json::Value> {
        let seen = self.seen.lock().unwrap();
        seen.iter().map(|(_, body)| serde_json::from_str(body).unwrap()).collect()
    }
}

impl Drop for Gateway {
    fn drop(&mut self) {
        self.stopped.store(true, Ordering::SeqCst);
        drop(TcpStream::connect(self.address));
        if let Some(thread) = self.thread.take() {
            drop(thread.join());
        }
    }
}

/// The address of a port where nobody listens.
pub(super) fn nobody() -> ServerAddress {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    ServerAddress::parse(&format!("http://{}", listener.local_addr().unwrap())).unwrap()
}

fn answer(stream: &TcpStream, remove: &Reply, list: &Reply, log: &Mutex<Vec<(String, String)>>) {
    let mut reader = BufReader::new(stream);
    let mut line = String::new();
    // A connection made ahead and not used.
    if reader.read_line(&mut line).unwrap_or(0) == 0 {
        return;
    }
    let path = line.split(' ').nth(1).unwrap().to_owned();
    let mut length = 0;
    loop {
        line.clear();
        reader.read_line(&mut line).unwrap();
        if line.trim().is_empty() {
            break;
        }
        if let Some(value) = line.to_ascii_lowercase().strip_prefix("content-length:") {
            length = value.trim().parse().unwrap();
        }
    }
    let mut body = vec![0; length];
    reader.read_exact(&mut body).unwrap();
    let reply = if path == REMOVE { remove } else { list };
    log.lock().unwrap().push((path, String::from_utf8(body).unwrap()));
    if let Reply::Answer(status, body) = reply {
        let length = body.len();
        write!(
            &mut &*stream,
            "HTTP/1.1 {status} X\r\nContent-Type: application/json\r\nContent-Length: {length}\r\n\
             Connection: close\r\n\r\n{body}"
        )
        .unwrap();
    }
}

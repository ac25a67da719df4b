//! A store of files whose answers are written byte for byte, on a free port of this machine.
use std::collections::HashMap;
use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};
use std::thread::{Builder, JoinHandle};
use std::time::Duration;

/// What is sent back, head and all. The connection is closed afterwards.
#[derive(Clone)]
pub(crate) enum Reply {
    /// These bytes.
    Raw(Vec<u8>),
    /// These bytes, then nothing until the client goes.
    Stall(Vec<u8>),
    /// The head, then so many dots, one at a time with a pause, until the client goes; the tail.
    Drip { head: Vec<u8>, dots: usize, tail: Vec<u8> },
    /// These bytes, then the piece again and again, at most so many times.
    Repeat { head: Vec<u8>, piece: Vec<u8>, most: usize },
}

/// A good answer of a known length.
pub(crate) fn file(content_type: &str, body: &[u8]) -> Reply {
    let length = body.len();
    answer(&format!("200 OK\r\nContent-Type: {content_type}\r\nContent-Length: {length}"), body)
}

/// An answer: the status line without its version, headers, and a body.
pub(crate) fn answer(head: &str, body: &[u8]) -> Reply {
    Reply::Raw([&head_of(head), body].concat())
}

pub(crate) fn redirect(status: u16, location: &str) -> Reply {
    answer(&format!("{status} Moved\r\nLocation: {location}\r\nContent-Length: 0"), b"")
}

pub(crate) fn head_of(head: &str) -> Vec<u8> {
    format!("HTTP/1.1 {head}\r\nConnection: close\r\n\r\n").into_bytes()
}

/// A piece of a chunked body.
pub(crate) fn chunk(data: &[u8]) -> Vec<u8> {
    [format!("{:x}\r\n", data.len()).as_bytes(), data, b"\r\n"].concat()
}

#[derive(Default)]
struct Shared {
    replies: Mutex<HashMap<String, Reply>>,
    heads: Mutex<Vec<String>>,
    sent: AtomicUsize,
    stopped: AtomicBool,
}

pub(crate) struct Server {
    address: SocketAddr,
    shared: Arc<Shared>,
    thread: Option<JoinHandle<()>>,
}

impl Server {
    pub(crate) fn start() -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let address = listener.local_addr().unwrap();
        let shared = Arc::new(Shared::default());
        let server = Arc::clone(&shared);
        let serve = move || {
            for stream in listener.incoming() {
                if server.stopped.load(Ordering::SeqCst) {
                    return;
                }
                server.serve(&stream.unwrap());
            }
        };
        let thread = Builder::new().name("store".to_owned()).spawn(serve).unwrap();
        Self { address, shared, thread: Some(thread) }
    }

    /// Puts an answer at a path, and gives its address.
    pub(crate) fn put(&self, path: &str, reply: Reply) -> String {
        self.shared.replies.lock().unwrap().insert(path.to_owned(), reply);
        self.url(path)
    }

    pub(crate) fn url(&self, path: &str) -> String {
        format!("http://{}{path}", self.address)
    }

    pub(crate) fn port(&self) -> u16 {
        self.address.port()
    }

    /// Heads of the requests so far.
    pub(crate) fn heads(&self) -> Vec<String> {
        self.shared.heads.lock().unwrap().clone()
    }

    /// Paths asked for so far.
    pub(crate) fn paths(&self) -> Vec<String> {
        self.heads().iter().map(|head| head.split(' ').nth(1).unwrap().to_owned()).collect()
    }

    /// Bytes that the system took from [`Reply::Repeat`] and [`Reply::Drip`] so far.
    pub(crate) fn sent(&self) -> usize {
        self.shared.sent.load(Ordering::SeqCst)
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        self.shared.stopped.store(true, Ordering::SeqCst);
        drop(TcpStream::connect(self.address));
        if let Some(thread) = self.thread.take() {
            drop(thread.join());
        }
    }
}

impl Shared {
    fn serve(&self, stream: &TcpStream) {
        let Some(head) = read_head(stream) else { return };
        let path = head.split(' ').nth(1).unwrap_or_default().to_owned();
        self.heads.lock().unwrap().push(head);
        let reply = self.replies.lock().unwrap().get(&path).cloned();
        let reply = reply.unwrap_or_else(|| answer("404 Not Found\r\nContent-Length: 0", b""));
        // A client that goes early is part of many tests.
        let _client_gone = self.send(stream, reply);
    }

    fn send(&self, mut stream: &TcpStream, reply: Reply) -> std::io::Result<()> {
        match reply {
            Reply::Raw(bytes) => stream.write_all(&bytes),
            Reply::Stall(bytes) => {
                stream.write_all(&bytes)?;
                let _gone = stream.read(&mut [0]);
                Ok(())
            }
            Reply::Drip { head, dots, tail } => {
                stream.write_all(&head)?;
                stream.set_read_timeout(Some(Duration::from_millis(25)))?;
                for _ in 0..dots {
                    // Waits for the client's end of the connection: that is the pause.
                    if stream.read(&mut [0]).is_ok() {
                        return Ok(());
                    }
                    stream.write_all(b".")?;
                    self.sent.fetch_add(1, Ordering::SeqCst);
                }
                stream.write_all(&tail)
            }
            Reply::Repeat { head, piece, most } => {
                stream.write_all(&head)?;
                for _ in 0..most {
                    stream.write_all(&piece)?;
                    self.sent.fetch_add(piece.len(), Ordering::SeqCst);
                }
                Ok(())
            }
        }
    }
}

/// The head of a request; `None` of a connection that says nothing, or something else than HTTP.
fn read_head(stream: &TcpStream) -> Option<String> {
    let mut reader = BufReader::new(stream);
    let mut head = Vec::new();
    loop {
        let before = head.len();
        if reader.read_until(b'\n', &mut head).ok()? == 0 {
            return None;
        }
        // A handshake of TLS begins with its own mark.
        if head.first().is_some_and(|byte| !byte.is_ascii_alphabetic()) {
            return None;
        }
        if head.len() - before <= 2 {
            return String::from_utf8(head).ok();
        }
    }
}

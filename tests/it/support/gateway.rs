use std::collections::HashMap;
use std::io::{BufRead as _, BufReader, Read as _};
use std::net::{Shutdown, SocketAddr, TcpListener, TcpStream};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex};
use std::thread::{Builder, JoinHandle};

use carddesk::domain::ServerAddress;

use super::door::{quiet_listener, quiet_port};
use super::reply::{Ending, Reply};

pub(crate) const LIST: &str = "/pay/oneclick/v1/token.cfm";
pub(crate) const REMOVE: &str = "/pay/oneclick/v1/rem_token.cfm";

/// A request as it came.
#[derive(Debug, Clone)]
pub(crate) struct Request {
    pub(crate) method: String,
    /// Path and query.
    pub(crate) target: String,
    /// Names in small letters, in the order they came.
    pub(crate) headers: Vec<(String, String)>,
    pub(crate) body: String,
    /// Which connection brought it, from 0.
    pub(crate) connection: usize,
}

impl Request {
    pub(crate) fn header(&self, name: &str) -> Option<&str> {
        self.headers.iter().find(|(known, _)| known == name).map(|(_, value)| value.as_str())
    }

    pub(crate) fn json(&self) -> serde_json::Value {
        serde_json::from_str(&self.body).unwrap()
    }
}

type Script = Box<dyn Fn(&Request) -> Reply + Send + Sync>;

/// A gateway that answers by a script, on a free port of this machine. Each connection has a
/// thread of its own, so that a hanging answer holds up nobody else.
pub(crate) struct Gateway {
    address: SocketAddr,
    shared: Arc<Shared>,
    thread: Option<JoinHandle<()>>,
}

struct Shared {
    script: Script,
    seen: Mutex<Vec<Request>>,
    stopped: AtomicBool,
    /// Those open: whoever waits for one of them wakes when it is closed.
    streams: Mutex<HashMap<usize, TcpStream>>,
}

impl Gateway {
    /// The same answers always.
    pub(crate) fn start(remove: Reply, list: Reply) -> Self {
        Self::scripted([remove], [list])
    }

    /// Answers in turn; the last one for ever.
    pub(crate) fn scripted(
        remove: impl IntoIterator<Item = Reply>,
        list: impl IntoIterator<Item = Reply>,
    ) -> Self {
        let removals = Mutex::new(remove.into_iter().collect::<Vec<_>>());
        let lists = Mutex::new(list.into_iter().collect::<Vec<_>>());
        Self::answering(move |request| {
            let turns = if request.target == REMOVE { &removals } else { &lists };
            let mut turns = turns.lock().unwrap();
            if turns.len() > 1 { turns.remove(0) } else { turns[0].clone() }
        })
    }

    pub(crate) fn answering(script: impl Fn(&Request) -> Reply + Send + Sync + 'static) -> Self {
        let listener = quiet_listener();
        let address = listener.local_addr().unwrap();
        let shared = Arc::new(Shared {
            script: Box::new(script),
            seen: Mutex::default(),
            stopped: AtomicBool::new(false),
            streams: Mutex::default(),
        });
        let serving = Arc::clone(&shared);
        let thread = spawn(move || serve(listener, &serving));
        Self { address, shared, thread: Some(thread) }
    }

    pub(crate) fn server(&self) -> ServerAddress {
        ServerAddress::parse(&self.url()).unwrap()
    }

    pub(crate) fn url(&self) -> String {
        format!("http://{}", self.address)
    }

    pub(crate) fn requests(&self) -> Vec<Request> {
        self.shared.seen.lock().unwrap().clone()
    }

    /// Paths asked for so far.
    pub(crate) fn paths(&self) -> Vec<String> {
        self.requests().into_iter().map(|request| request.target).collect()
    }

    /// Bodies of the requests so far.
    pub(crate) fn bodies(&self) -> Vec<serde_json::Value> {
        self.requests().iter().map(Request::json).collect()
    }
}

impl Drop for Gateway {
    fn drop(&mut self) {
        self.shared.stopped.store(true, Ordering::SeqCst);
        drop(TcpStream::connect(self.address));
        let open: Vec<usize> = self.shared.streams.lock().unwrap().keys().copied().collect();
        for connection in open {
            self.shared.close(connection);
        }
        if let Some(thread) = self.thread.take() {
            drop(thread.join());
        }
    }
}

/// The address of a port where nobody listens.
pub(crate) fn nobody() -> ServerAddress {
    ServerAddress::parse(&format!("http://127.0.0.1:{}", quiet_port())).unwrap()
}

fn spawn(work: impl FnOnce() + Send + 'static) -> JoinHandle<()> {
    Builder::new().name("gateway".to_owned()).spawn(work).unwrap()
}

/// Takes connections until it is stopped, or a reply says to leave.
fn serve(listener: TcpListener, shared: &Arc<Shared>) {
    let mut threads: Vec<JoinHandle<()>> = Vec::new();
    for connection in 0.. {
        let (stream, _) = listener.accept().unwrap();
        if shared.stopped.load(Ordering::SeqCst) {
            break;
        }
        shared.streams.lock().unwrap().insert(connection, stream.try_clone().unwrap());
        let mut reader = BufReader::new(stream);
        // The first request is read here, so that nobody is taken on after a reply that leaves.
        let Some(reply) = shared.hear(&mut reader, connection) else {
            shared.close(connection);
            continue;
        };
        if reply.leaves {
            drop(listener);
            answer(&reply, &mut reader);
            shared.close(connection);
            break;
        }
        threads.retain(|thread| !thread.is_finished());
        let shared = Arc::clone(shared);
        threads.push(spawn(move || {
            let mut reply = Some(reply);
            while reply.as_ref().is_some_and(|reply| answer(reply, &mut reader)) {
                reply = shared.hear(&mut reader, connection);
            }
            shared.close(connection);
        }));
    }
    for thread in threads {
        drop(thread.join());
    }
}

impl Shared {
    /// Reads a request and finds its reply; `None` where the connection ended, or brings no HTTP.
    fn hear(&self, reader: &mut BufReader<TcpStream>, connection: usize) -> Option<Reply> {
        let request = read_request(reader, connection)?;
        let reply = (self.script)(&request);
        self.seen.lock().unwrap().push(request);
        Some(reply)
    }

    fn close(&self, connection: usize) {
        if let Some(stream) = self.streams.lock().unwrap().remove(&connection) {
            // The caller may have closed it already.
            drop(stream.shutdown(Shutdown::Both));
        }
    }
}

/// Replies; whether the connection stays open.
fn answer(reply: &Reply, reader: &mut BufReader<TcpStream>) -> bool {
    match reply.ending() {
        Ending::Closed => false,
        Ending::Hanging => {
            // Ends when the caller closes the connection, or the gateway is dropped.
            drop(reader.read_to_end(&mut Vec::new()));
            false
        }
        Ending::Whole | Ending::CutAfter(_) | Ending::Dripping(_) => {
            let written = reply.write(reader.get_mut());
            written.is_ok() && reply.keeps
        }
    }
}

fn read_request(reader: &mut BufReader<TcpStream>, connection: usize) -> Option<Request> {
    let first = read_line(reader)?;
    let mut words = first.split(' ').map(str::to_owned);
    let (method, target) = (words.next()?, words.next()?);
    let mut headers = Vec::new();
    loop {
        let line = read_line(reader)?;
        let Some((name, value)) = line.split_once(':') else { break };
        headers.push((name.to_ascii_lowercase(), value.trim().to_owned()));
    }
    let mut request = Request { method, target, headers, body: String::new(), connection };
    let length = request.header("content-length").map_or(0, |length| length.parse().unwrap());
    let mut body = vec![0; length];
    reader.read_exact(&mut body).ok()?;
    request.body = String::from_utf8(body).unwrap();
    Some(request)
}

/// A line of text without its end; `None` where the connection ended or brings no text.
fn read_line(reader: &mut BufReader<TcpStream>) -> Option<String> {
    let mut line = String::new();
    let read = reader.read_line(&mut line).ok()?;
    (read > 0).then(|| line.trim_end().to_owned())
}

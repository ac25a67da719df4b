//! A door between the program and the sandbox: calls pass it, or wait at it until a test lets them
//! through. So a test decides what is in flight, and for how long, without timing anything.

use std::io::{self, BufRead as _, BufReader, Read as _, Write as _};
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::sync::{Arc, Condvar, Mutex};
use std::thread::{Builder, JoinHandle};
use std::time::{Duration, Instant};

/// Longest wait for a call to arrive.
const PATIENCE: Duration = Duration::from_secs(60);

const REMOVE: &str = "/pay/oneclick/v1/rem_token.cfm";

/// Which calls wait.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Hold {
    /// Lists of this customer.
    List(&'static str),
    Removals,
}

impl Hold {
    fn concerns(&self, path: &str, body: &str) -> bool {
        match self {
            Self::Removals => path == REMOVE,
            Self::List(customer) => {
                let read: serde_json::Value = serde_json::from_str(body).unwrap();
                path != REMOVE && read["customernumber"] == *customer
            }
        }
    }
}

#[derive(Default)]
struct Inner {
    holds: Vec<Hold>,
    /// Calls that have ever been made to wait.
    stopped: usize,
    closing: bool,
}

#[derive(Default)]
struct Shared {
    inner: Mutex<Inner>,
    changed: Condvar,
}

pub(super) struct Gate {
    address: SocketAddr,
    shared: Arc<Shared>,
    thread: Option<JoinHandle<()>>,
}

impl Gate {
    /// A gate before the server at this port.
    pub(super) fn before(port: u16) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let address = listener.local_addr().unwrap();
        let shared = Arc::new(Shared::default());
        let at_door = Arc::clone(&shared);
        let serve = move || {
            for stream in listener.incoming() {
                let (stream, at_door) = (stream.unwrap(), Arc::clone(&at_door));
                if at_door.inner.lock().unwrap().closing {
                    return;
                }
                // A broken connection is the program's to notice, not the gate's.
                let pass = move || drop(pass(&stream, port, &at_door));
                Builder::new().name("through the gate".to_owned()).spawn(pass).unwrap();
            }
        };
        let thread = Builder::new().name("gate".to_owned()).spawn(serve).unwrap();
        Self { address, shared, thread: Some(thread) }
    }

    pub(super) fn url(&self) -> String {
        format!("http://{}", self.address)
    }

    /// Lets such calls wait from now on.
    pub(super) fn hold(&self, hold: Hold) {
        self.shared.inner.lock().unwrap().holds.push(hold);
    }

    /// Waits until this many calls have been stopped at the gate since its making.
    pub(super) fn wait_for(&self, calls: usize) {
        let begun = Instant::now();
        let mut inner = self.shared.inner.lock().unwrap();
        while inner.stopped < calls {
            let left = PATIENCE.checked_sub(begun.elapsed());
            let left = left.unwrap_or_else(|| panic!("{} of {calls} calls came", inner.stopped));
            inner = self.shared.changed.wait_timeout(inner, left).unwrap().0;
        }
    }

    /// Lets such calls through.
    pub(super) fn release(&self, hold: &Hold) {
        self.shared.inner.lock().unwrap().holds.retain(|held| held != hold);
        self.shared.changed.notify_all();
    }

    /// Lets everything through.
    pub(super) fn open(&self) {
        self.shared.inner.lock().unwrap().holds.clear();
        self.shared.changed.notify_all();
    }
}

impl Drop for Gate {
    fn drop(&mut self) {
        self.shared.inner.lock().unwrap().closing = true;
        self.open();
        drop(TcpStream::connect(self.address));
        if let Some(thread) = self.thread.take() {
            drop(thread.join());
        }
    }
}

fn pass(stream: &TcpStream, port: u16, shared: &Shared) -> io::Result<()> {
    let mut reader = BufReader::new(stream);
    let mut head = String::new();
    let mut length = 0;
    loop {
        let from = head.len();
        if reader.read_line(&mut head)? == 0 {
            return Ok(());
        }
        let line = head.split_at(from).1.trim().to_ascii_lowercase();
        if line.is_empty() {
            break;
        }
        if let Some(value) = line.strip_prefix("content-length:") {
            length = value.trim().parse().map_err(io::Error::other)?;
        }
    }
    let mut body = vec![0; length];
    reader.read_exact(&mut body)?;
    let path = head.split(' ').nth(1).unwrap_or_default().to_owned();
    wait_at(shared, &path, &String::from_utf8_lossy(&body));

    let mut onward = TcpStream::connect(("127.0.0.1", port))?;
    // The answer ends with the connection, so that it can be copied as it comes.
    let head = head.trim_end().to_owned() + "\r\nConnection: close\r\n\r\n";
    onward.write_all(head.as_bytes())?;
    onward.write_all(&body)?;
    io::copy(&mut onward, &mut &*stream)?;
    Ok(())
}

fn wait_at(shared: &Shared, path: &str, body: &str) {
    let mut inner = shared.inner.lock().unwrap();
    let held =
        |inner: &Inner| !inner.closing && inner.holds.iter().any(|hold| hold.concerns(path, body));
    if held(&inner) {
        inner.stopped += 1;
        shared.changed.notify_all();
    }
    while held(&inner) {
        inner = shared.changed.wait(inner).unwrap();
    }
}

use std::net::TcpListener;
use std::sync::atomic::{AtomicU16, Ordering};
use std::sync::{Condvar, Mutex};
use std::time::Duration;

/// Longest wait at a door.
const PATIENCE: Duration = Duration::from_secs(60);

/// Holds whoever would run ahead of what a test waits for, on however fast or slow a machine.
#[derive(Default)]
pub(crate) struct Door {
    is_open: Mutex<bool>,
    opened: Condvar,
}

impl Door {
    /// Lets everybody through, now and from now on.
    pub(crate) fn open(&self) {
        *self.is_open.lock().unwrap() = true;
        self.opened.notify_all();
    }

    pub(crate) fn wait(&self) {
        let held = self.is_open.lock().unwrap();
        let waited = self.opened.wait_timeout_while(held, PATIENCE, |is_open| !*is_open).unwrap();
        assert!(!waited.1.timed_out(), "the door stayed shut");
    }
}

/// Listens at a port which, once it is free again, no test beside this one gets: systems hand out
/// higher ones.
pub(crate) fn quiet_listener() -> TcpListener {
    static NEXT: AtomicU16 = AtomicU16::new(0);
    // Two runs at once begin at different places.
    let begin = (std::process::id() % 200) as u16 * 50;
    let ports = std::iter::repeat_with(|| {
        20_000 + begin.wrapping_add(NEXT.fetch_add(1, Ordering::Relaxed)) % 10_000
    });
    ports.take(1000).find_map(|port| TcpListener::bind(("127.0.0.1", port)).ok()).unwrap()
}

/// A port where nobody listens.
pub(crate) fn quiet_port() -> u16 {
    quiet_listener().local_addr().unwrap().port()
}

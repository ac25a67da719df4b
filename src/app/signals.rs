//! The system's wish that the program ends: Ctrl-C, the end of a login, a shutdown.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

/// Whether the system has asked for the end. Shared with what must heed it.
pub type Ending = Arc<AtomicBool>;

/// From now on SIGTERM, SIGINT and SIGHUP (on Windows Ctrl-C and the closing of the console) end nothing
/// at once: `ending` is set, and `told` called, on a thread of its own.
pub fn heed_signals(ending: &Ending, told: impl Fn() + Send + 'static) {
    let ending = Arc::clone(ending);
    let heard = move || {
        if !ending.swap(true, Ordering::SeqCst) {
            told();
        }
    };
    // Where the system has no place for it, a signal ends the program as it always did.
    let _heeded = ctrlc::set_handler(heard);
}

//! Where a program of windows is heard on Windows: it has no console of its own, and none of the one it was
//! started from until it asks. Elsewhere standard output and error are always somewhere.

/// Takes part in the console that the program was started from, where nothing else takes what it says.
pub(super) fn join() {
    #[cfg(windows)]
    if !is_heard() {
        // Started by a double click there is none.
        let _none = winsafe::AttachConsole(winsafe::PidParent::Parent);
    }
}

/// Says in a box what nobody would see otherwise.
pub(super) fn say_in_a_box(words: &str) {
    #[cfg(windows)]
    if !is_heard() {
        use winsafe::prelude::Handle as _;
        let icon = winsafe::co::MB::ICONERROR;
        // Nothing is left to do where there is no desktop.
        let _answer = winsafe::HWND::NULL.MessageBox(words, "Carddesk", icon);
    }
    #[cfg(not(windows))]
    let _ = words;
}

/// Whether the standard error leads anywhere.
#[cfg(windows)]
fn is_heard() -> bool {
    use std::os::windows::io::AsRawHandle as _;
    !std::io::stderr().as_raw_handle().is_null()
}

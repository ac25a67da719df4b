//! What a drawing process can still do once a hostile file runs code of its own in it: nothing that reaches beyond
//! its pipes. Tried by this test binary, which starts itself, closes itself, and then behaves like such code.

use std::io::{self, Write as _};
use std::net::{TcpStream, UdpSocket};
use std::os::unix::net::UnixStream;
use std::process::Command;

use carddesk::media::close_process;
use rustix::process::{Pid, Resource, Rlimit};

/// Set for the process that is to close itself.
const CLOSED: &str = "CARDDESK_TEST_CLOSED";
/// The error of a call that the kernel does not pass on: `EPERM`.
const NOT_PERMITTED: i32 = 1;

/// Everything that hostile code would try, with the error's number.
fn attempts(parent: Option<Pid>) -> Vec<(&'static str, Option<i32>)> {
    fn code<T>(result: io::Result<T>) -> Option<i32> {
        result.err().map(|error| error.raw_os_error().unwrap_or(0))
    }
    let signal = parent.map(rustix::process::test_kill_process);
    let files = Rlimit { current: Some(64), maximum: Some(64) };
    vec![
        ("read a file", code(std::fs::read("/proc/self/maps"))),
        ("write a file", code(std::fs::write("/tmp/carddesk-closed", "x"))),
        ("list a folder", code(std::fs::read_dir("/"))),
        ("remove a file", code(std::fs::remove_file("/nonexistent/file"))),
        ("learn of a file", code(std::fs::metadata("/etc/passwd"))),
        ("connect", code(TcpStream::connect("127.0.0.1:9"))),
        ("send datagrams", code(UdpSocket::bind("127.0.0.1:0"))),
        ("reach a local service", code(UnixStream::connect("/run/nothing"))),
        ("start a program", code(Command::new("/bin/true").spawn())),
        ("start a thread", code(std::thread::Builder::new().spawn(|| ()))),
        ("signal its parent", code(signal.unwrap_or(Ok(())).map_err(io::Error::from))),
        ("raise a limit", code(setrlimit(Resource::Nofile, files))),
        ("change its folder", code(std::env::set_current_dir("/"))),
    ]
}

fn setrlimit(resource: Resource, limit: Rlimit) -> io::Result<()> {
    rustix::process::setrlimit(resource, limit).map_err(io::Error::from)
}

/// Runs in the process that [`nothing_outside_of_its_pipes_can_be_reached`] starts.
#[test]
fn inside() {
    if std::env::var_os(CLOSED).is_none() {
        return;
    }
    let parent = rustix::process::getppid();
    close_process().unwrap();
    let mut said = String::new();
    for (what, code) in attempts(parent) {
        let ended = code.map_or_else(|| "done".to_owned(), |code| code.to_string());
        said.push_str(&format!("attempt {what}: {ended}\n"));
    }
    // What drawing needs goes on: memory, time, chance, the pipes.
    let memory = vec![7_u8; 32 << 20];
    let now = std::time::Instant::now();
    let map: std::collections::HashMap<u8, usize> = [(memory[9], memory.len())].into();
    said.push_str(&format!("goes on: {} {}\n", map[&7], now.elapsed().as_secs() < 600));
    let panicked = std::panic::catch_unwind(|| panic!("of a decoder"));
    said.push_str(&format!("a panic is caught: {}\n", panicked.is_err()));
    io::stdout().write_all(said.as_bytes()).unwrap();
}

#[test]
fn nothing_outside_of_its_pipes_can_be_reached() {
    let output = Command::new(std::env::current_exe().unwrap())
        .args(["--exact", "media::closed::inside", "--nocapture", "--test-threads=1"])
        .env(CLOSED, "yes")
        .output()
        .unwrap();
    let said = String::from_utf8_lossy(&output.stdout);
    let tried: Vec<(&str, &str)> =
        said.lines().filter_map(|line| line.split_once("attempt ")?.1.split_once(": ")).collect();
    assert_eq!(tried.len(), 13, "{said}\n{}", String::from_utf8_lossy(&output.stderr));
    for (what, ended) in tried {
        assert_eq!(ended, NOT_PERMITTED.to_string(), "{what}");
    }
    assert!(said.contains("goes on: 33554432 true"), "{said}");
    assert!(said.contains("a panic is caught: true"), "{said}");
    assert!(!std::path::Path::new("/tmp/carddesk-closed").exists());
}

/// A line of what the kernel says of a process.
fn told_by_kernel(process: u32, name: &str) -> String {
    let status = std::fs::read_to_string(format!("/proc/{process}/status")).unwrap();
    let line = status.lines().find_map(|line| line.strip_prefix(name)).unwrap_or_default();
    line.trim().to_owned()
}

#[test]
fn the_program_s_own_drawing_process_is_closed_before_it_reads() {
    let mut child = Command::new(env!("CARGO_BIN_EXE_carddesk"))
        .arg("draw-worker")
        .env_clear()
        .env("MALLOC_CONF", "background_thread:false")
        .stdin(std::process::Stdio::piped())
        .stdout(std::process::Stdio::piped())
        .spawn()
        .unwrap();
    let deadline = std::time::Instant::now() + std::time::Duration::from_secs(60);
    // It waits for its first file.
    while told_by_kernel(child.id(), "Seccomp:") != "2" {
        assert!(child.try_wait().unwrap().is_none(), "it ended");
        assert!(std::time::Instant::now() < deadline, "it is not closed");
        std::thread::park_timeout(std::time::Duration::from_millis(5));
    }
    assert_eq!(told_by_kernel(child.id(), "NoNewPrivs:"), "1");
    assert_eq!(told_by_kernel(child.id(), "Threads:"), "1");
    drop(child.stdin.take());
    assert!(child.wait().unwrap().success());
}

//! One drawing process, as its parent sees it.

use std::io::{self, BufReader, BufWriter, Read as _};
use std::process::{Child, ChildStdin, ChildStdout, Command, Stdio};
use std::sync::mpsc::{Receiver, RecvTimeoutError, SyncSender, sync_channel};
use std::thread;

use super::super::limits;
use super::super::picture::DrawProgram;
use super::system::{Confinement, ran_out_of_time};
use super::wire::{Request, read_answer};
use super::{DrawError, Drawn, Work};
use carddesk_pixels::PixelBox;

/// Bytes of a dead process's last words that are looked at.
const LAST_WORDS: u64 = 4096;

type Reply = io::Result<Result<Drawn, DrawError>>;

/// One drawing process. Killed when dropped.
pub(super) struct Process {
    child: Child,
    requests: SyncSender<Request>,
    replies: Receiver<Reply>,
    /// None where the system refused.
    confinement: Option<Confinement>,
}

impl Process {
    pub(super) fn start(program: &DrawProgram) -> Result<Self, DrawError> {
        let mut command = Command::new(&program.exe);
        command
            .args(&program.args)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped());
        // It needs nothing of the user's environment; on systems that are not known their libraries may.
        #[cfg(any(unix, windows))]
        command.env_clear();
        // A thread of the allocator's would begin others, which is refused there, and complain of it without end.
        #[cfg(target_os = "linux")]
        command.env("MALLOC_CONF", "background_thread:false");
        #[cfg(windows)]
        command.envs(std::env::var_os("SystemRoot").map(|folder| ("SystemRoot", folder)));
        let mut child = command.spawn().map_err(|_| DrawError::NotStarted)?;
        let pipes = (child.stdin.take(), child.stdout.take());
        let (requests, inbox) = sync_channel(1);
        let (outbox, replies) = sync_channel(1);
        // From here on the process is ended and waited for whatever fails.
        let confinement = Confinement::of(&child).ok();
        let process = Self { child, requests, replies, confinement };
        let (Some(stdin), Some(stdout), Some(_)) = (pipes.0, pipes.1, &process.confinement) else {
            return Err(DrawError::NotStarted);
        };
        // Pipes know no time-outs: a thread waits for them, and ends with its process.
        thread::Builder::new()
            .name("drawing process".to_owned())
            .spawn(move || exchange(stdin, stdout, &inbox, &outbox))
            .map_err(|_| DrawError::NotStarted)?;
        Ok(process)
    }

    pub(super) fn is_alive(&mut self) -> bool {
        matches!(self.child.try_wait(), Ok(None))
    }

    pub(super) fn draw(
        &mut self,
        work: Work,
        bytes: &[u8],
        fit: PixelBox,
    ) -> Result<Drawn, DrawError> {
        let request = Request { work, fit, bytes: bytes.to_vec() };
        if self.requests.send(request).is_err() {
            return Err(DrawError::Crashed);
        }
        match self.replies.recv_timeout(limits::RENDERER_WALL) {
            Ok(Ok(reply)) => reply,
            Err(RecvTimeoutError::Timeout) => Err(DrawError::Time),
            Ok(Err(_)) | Err(RecvTimeoutError::Disconnected) => Err(self.cause_of_death()),
        }
    }

    /// Why the process broke off.
    fn cause_of_death(&mut self) -> DrawError {
        // Where it still lives it has answered nonsense.
        let _dead_already = self.child.kill();
        let Ok(status) = self.child.wait() else { return DrawError::Crashed };
        let mut words = Vec::new();
        if let Some(stderr) = self.child.stderr.take() {
            let _unread = stderr.take(LAST_WORDS).read_to_end(&mut words);
        }
        let out_of_memory = String::from_utf8_lossy(&words).contains("memory allocation");
        match out_of_memory {
            _ if ran_out_of_time(status) => DrawError::Time,
            true => DrawError::Memory,
            false => DrawError::Crashed,
        }
    }
}

impl Drop for Process {
    fn drop(&mut self) {
        let _dead_already = self.child.kill();
        let _reaped = self.child.wait();
    }
}

/// Hands requests to the process and its answers back, until either end is gone.
fn exchange(
    stdin: ChildStdin,
    stdout: ChildStdout,
    inbox: &Receiver<Request>,
    outbox: &SyncSender<Reply>,
) {
    let (mut stdin, mut stdout) = (BufWriter::new(stdin), BufReader::new(stdout));
    while let Ok(request) = inbox.recv() {
        let reply = request.write(&mut stdin).and_then(|()| read_answer(&mut stdout, request.fit));
        let broken = reply.is_err();
        if outbox.send(reply).is_err() || broken {
            return;
        }
    }
}

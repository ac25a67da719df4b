//! The parent keeps the process in a job: it ends with its parent, starts no other, and gets no more memory.
//! The process counts what it allocates as well, since not every Windows heeds a job's memory, and its
//! processor time, since a job's is for the life of a process and not for a drawing.

use std::alloc::System;
use std::io;
use std::os::windows::io::AsRawHandle as _;
use std::process::{Child, ExitStatus};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::thread::{self, Thread};
use std::time::Duration;

use cap::Cap;
use win32job::{ExtendedLimitInfo, Job};
use winsafe::HPROCESS;

use super::super::super::limits::{RENDERER_CPU_SECONDS, RENDERER_MEMORY};

/// The whole program's; it counts, and refuses nothing but in a drawing process.
#[global_allocator]
static ALLOCATOR: Cap<System> = Cap::new(System, usize::MAX);

/// Of <https://learn.microsoft.com/windows/win32/api/winnt/ns-winnt-jobobject_basic_limit_information>.
const ACTIVE_PROCESS: u32 = 0x8;
const PROCESS_MEMORY: u32 = 0x100;
/// Without a question to the user.
const DIE_ON_UNHANDLED_EXCEPTION: u32 = 0x400;

/// Code that a process ends with when its time is over: that of coreutils' `timeout`.
const OUT_OF_TIME: i32 = 124;
/// Pause between two looks at the time used.
const PAUSE: Duration = Duration::from_millis(50);
/// Of Windows' clock of processes.
const TICKS_A_SECOND: u64 = 10_000_000;
/// No drawing is under way.
const FOREVER: u64 = u64::MAX;

/// The job's handle: the last one that closes ends the process.
pub(super) type Confinement = Job;

pub(super) fn confine(child: &Child) -> io::Result<Confinement> {
    let mut limits = ExtendedLimitInfo::new();
    limits.limit_kill_on_job_close();
    let basic = &mut limits.0.BasicLimitInformation;
    basic.LimitFlags |= ACTIVE_PROCESS | PROCESS_MEMORY | DIE_ON_UNHANDLED_EXCEPTION;
    basic.ActiveProcessLimit = 1;
    limits.0.ProcessMemoryLimit = memory();
    let job = Job::create_with_limit_info(&mut limits).map_err(io::Error::other)?;
    job.assign_process(child.as_raw_handle().cast()).map_err(io::Error::other)?;
    Ok(job)
}

fn memory() -> usize {
    usize::try_from(RENDERER_MEMORY).unwrap_or(usize::MAX)
}

pub(super) struct Limits {
    /// Ticks that the process may have used.
    allowed: Arc<AtomicU64>,
    watch: Thread,
}

impl Limits {
    pub(super) fn set() -> io::Result<Self> {
        ALLOCATOR.set_limit(memory()).map_err(|()| io::ErrorKind::OutOfMemory)?;
        let allowed = Arc::new(AtomicU64::new(FOREVER));
        let watched = Arc::clone(&allowed);
        let watch = thread::Builder::new()
            .name("processor time".to_owned())
            .spawn(move || watch(&watched))?
            .thread()
            .clone();
        Ok(Self { allowed, watch })
    }

    pub(super) fn begin_drawing(&self) -> io::Result<()> {
        let allowed = used()? + (1 + RENDERER_CPU_SECONDS) * TICKS_A_SECOND;
        self.allowed.store(allowed, Ordering::SeqCst);
        self.watch.unpark();
        Ok(())
    }

    pub(super) fn end_drawing(&self) {
        self.allowed.store(FOREVER, Ordering::SeqCst);
    }
}

/// Ends the process when its time is over. An idle one is not woken.
fn watch(allowed: &AtomicU64) {
    loop {
        match allowed.load(Ordering::SeqCst) {
            FOREVER => thread::park(),
            most if used().is_ok_and(|used| used <= most) => thread::park_timeout(PAUSE),
            _ => std::process::exit(OUT_OF_TIME),
        }
    }
}

/// Ticks that the process has used.
fn used() -> io::Result<u64> {
    let times = HPROCESS::GetCurrentProcess().GetProcessTimes();
    let (_, _, kernel, user) = times.map_err(|error| io::Error::other(error.to_string()))?;
    Ok(u64::from(kernel) + u64::from(user))
}

pub(super) fn ran_out_of_time(status: ExitStatus) -> bool {
    status.code() == Some(OUT_OF_TIME)
}

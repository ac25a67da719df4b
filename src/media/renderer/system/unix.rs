//! The process sets all of its limits itself; the kernel keeps them.

use std::io;
use std::os::unix::process::ExitStatusExt as _;
use std::process::{Child, ExitStatus};

use rustix::process::{Resource, Rlimit, Signal, getrlimit, setrlimit};
use rustix::time::{ClockId, clock_gettime};

use super::super::super::limits::{RENDERER_CPU_SECONDS, RENDERER_MEMORY};

pub(super) struct Confinement;

#[expect(clippy::unnecessary_wraps, reason = "other systems may refuse")]
pub(super) fn confine(_child: &Child) -> io::Result<Confinement> {
    Ok(Confinement)
}

pub(super) struct Limits;

impl Limits {
    /// Memory, no files beyond the three that are open, none written, no core dump; on Linux no call of the kernel
    /// that drawing does not need.
    pub(super) fn set() -> io::Result<Self> {
        // The first time, the clock is looked for in what the kernel has given the process, by a call that is
        // refused later.
        let _found = clock_gettime(ClockId::ProcessCPUTime);
        #[cfg(all(target_os = "linux", target_pointer_width = "64"))]
        super::linux::close_around(set_limits)?;
        #[cfg(not(all(target_os = "linux", target_pointer_width = "64")))]
        set_limits()?;
        Ok(Self)
    }

    /// The limit counts the life of a process, so each drawing moves it.
    pub(super) fn begin_drawing(&self) -> io::Result<()> {
        let used = clock_gettime(ClockId::ProcessCPUTime).tv_sec;
        let used = u64::try_from(used).unwrap_or_default();
        let maximum = getrlimit(Resource::Cpu).maximum;
        let current = Some(used + 1 + RENDERER_CPU_SECONDS);
        setrlimit(Resource::Cpu, Rlimit { current, maximum })?;
        Ok(())
    }

    pub(super) fn end_drawing(&self) {}
}

fn set_limits() -> io::Result<()> {
    let fixed = |most| Rlimit { current: Some(most), maximum: Some(most) };
    setrlimit(Resource::As, fixed(RENDERER_MEMORY))?;
    setrlimit(Resource::Nofile, fixed(3))?;
    setrlimit(Resource::Fsize, fixed(0))?;
    setrlimit(Resource::Core, fixed(0))?;
    Ok(())
}

pub(super) fn ran_out_of_time(status: ExitStatus) -> bool {
    status.signal() == Some(Signal::XCPU.as_raw())
}

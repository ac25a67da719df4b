//! Which calls of the kernel a drawing process keeps: those that drawing needs, and none by which code that a
//! hostile file has taken over could reach files, the network, other processes, or bring more code.

use std::collections::BTreeMap;
use std::io;

use landlock::{
    ABI, Access as _, AccessFs, AccessNet, Ruleset, RulesetAttr as _, RulesetError, Scope,
};
use seccompiler::{
    BpfProgram, Error as FilterError, SeccompAction, SeccompCmpArgLen, SeccompCmpOp,
    SeccompCondition, SeccompFilter, SeccompRule, TargetArch, apply_filter_all_threads,
};

/// Calls that are taken whatever their arguments: reading and writing what is open, memory, time, and ending.
const TAKEN: [i64; 25] = [
    libc::SYS_read,
    libc::SYS_readv,
    libc::SYS_write,
    libc::SYS_writev,
    libc::SYS_close,
    libc::SYS_brk,
    libc::SYS_munmap,
    libc::SYS_madvise,
    libc::SYS_futex,
    libc::SYS_sched_yield,
    libc::SYS_clock_gettime,
    libc::SYS_clock_nanosleep,
    libc::SYS_nanosleep,
    libc::SYS_getrandom,
    libc::SYS_getpid,
    libc::SYS_gettid,
    libc::SYS_rt_sigaction,
    libc::SYS_rt_sigprocmask,
    libc::SYS_rt_sigreturn,
    libc::SYS_sigaltstack,
    libc::SYS_restart_syscall,
    libc::SYS_sched_getaffinity,
    libc::SYS_membarrier,
    libc::SYS_exit,
    libc::SYS_exit_group,
];

/// Closes this process for good, all of its threads. Whatever is left out fails with "not permitted", so that a
/// library which only asks goes on.
///
/// # Errors
/// The kernel has no seccomp: nothing may be drawn here. Landlock is a second bolt, which kernels before 5.13 lack.
pub fn close() -> io::Result<()> {
    close_around(|| Ok(()))
}

/// The same; what the filter refuses, but the process still has to do, is done between the two: Landlock opens a
/// descriptor.
pub(super) fn close_around(last: impl FnOnce() -> io::Result<()>) -> io::Result<()> {
    // Its words are of no use to anyone: the filter below refuses the same.
    let _second_bolt = refuse_files();
    last()?;
    let program = filter(std::process::id()).map_err(io::Error::other)?;
    apply_filter_all_threads(&program).map_err(io::Error::other)
}

/// No path and no port may be opened, no process beyond this one signalled.
fn refuse_files() -> Result<(), RulesetError> {
    let known = ABI::V6;
    let rules = Ruleset::default()
        .handle_access(AccessFs::from_all(known))?
        .handle_access(AccessNet::from_all(known))?
        .scope(Scope::from_all(known))?;
    rules.create()?.restrict_self()?;
    Ok(())
}

fn filter(process: u32) -> Result<BpfProgram, FilterError> {
    let executable = u64::try_from(libc::PROT_EXEC).unwrap_or(u64::MAX);
    let not_executable = || {
        Ok::<_, FilterError>(SeccompRule::new(vec![argument(
            2,
            SeccompCmpOp::MaskedEq(executable),
            0,
        )?])?)
    };
    let own_time = SeccompRule::new(vec![
        argument(0, SeccompCmpOp::Eq, 0)?,
        argument(1, SeccompCmpOp::Eq, u64::from(libc::RLIMIT_CPU))?,
    ])?;
    let itself = SeccompRule::new(vec![argument(0, SeccompCmpOp::Eq, u64::from(process))?])?;
    let mut rules: BTreeMap<i64, Vec<SeccompRule>> =
        TAKEN.iter().map(|call| (*call, Vec::new())).collect();
    rules.insert(libc::SYS_mmap, vec![not_executable()?]);
    rules.insert(libc::SYS_mprotect, vec![not_executable()?]);
    rules.insert(libc::SYS_mremap, Vec::new());
    // The time of each drawing is set anew; how memory runs out is told by `abort`.
    rules.insert(libc::SYS_prlimit64, vec![own_time]);
    rules.insert(libc::SYS_tgkill, vec![itself]);
    let machine = TargetArch::try_from(std::env::consts::ARCH)?;
    let refused = u32::try_from(libc::EPERM).unwrap_or(1);
    let rules =
        SeccompFilter::new(rules, SeccompAction::Errno(refused), SeccompAction::Allow, machine)?;
    Ok(rules.try_into()?)
}

fn argument(
    number: u8,
    operator: SeccompCmpOp,
    value: u64,
) -> Result<SeccompCondition, FilterError> {
    Ok(SeccompCondition::new(number, SeccompCmpArgLen::Dword, operator, value)?)
}

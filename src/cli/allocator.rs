//! How the system's allocator is to treat what files leave behind.

/// Blocks from this size on, in bytes, are given back to the system when they are freed. glibc raises
/// the limit to the largest block it ever freed; what is freed below it stays between what is kept,
/// and after a thousand customers half of the memory is such holes.
#[cfg(all(target_os = "linux", target_env = "gnu"))]
const THRESHOLD: &str = "65536";

/// Starts this program anew, as the same process, with that limit; only the environment can set it
/// without `unsafe`. Where that fails, or the limit is set already, nothing happens.
#[cfg(all(target_os = "linux", target_env = "gnu"))]
pub(super) fn settle() {
    use std::os::unix::process::CommandExt as _;

    const NAME: &str = "MALLOC_MMAP_THRESHOLD_";
    let mut arguments = std::env::args_os();
    let (Some(name), None) = (arguments.next(), std::env::var_os(NAME)) else { return };
    let Ok(program) = std::env::current_exe() else { return };
    let mut command = std::process::Command::new(program);
    // It returns only where it fails; more memory is then all that it costs.
    let _failed = command.arg0(name).args(arguments).env(NAME, THRESHOLD).exec();
}

/// Other allocators give back what is freed.
#[cfg(not(all(target_os = "linux", target_env = "gnu")))]
pub(super) fn settle() {}

//! How the system's allocator is to treat what files and frames leave behind.

/// Limits of glibc's allocator, in bytes. Once one is set, glibc no longer moves the others.
///
/// Blocks from the first on are given back to the system when they are freed. glibc raises that limit
/// to the largest block it ever freed; what is freed below it stays between what is kept, and after a
/// thousand customers half of the memory is such holes. It is just above the 64 KiB blocks that
/// Mesa takes by the hundred for every frame, and gives back after it, where it draws without a
/// graphics card; the second leaves it those, which else cost more than all that is drawn.
#[cfg(all(target_os = "linux", target_env = "gnu"))]
const LIMITS: [(&str, &str); 2] =
    [("MALLOC_MMAP_THRESHOLD_", "69632"), ("MALLOC_TRIM_THRESHOLD_", "33554432")];

/// Starts this program anew, as the same process, with those limits; only the environment can set
/// them without `unsafe`. Where that fails, or one of them is set already, nothing happens.
#[cfg(all(target_os = "linux", target_env = "gnu"))]
pub(super) fn settle() {
    use std::os::unix::process::CommandExt as _;

    let mut arguments = std::env::args_os();
    let is_set = LIMITS.iter().any(|(name, _)| std::env::var_os(name).is_some());
    let (Some(name), false) = (arguments.next(), is_set) else { return };
    let Ok(program) = std::env::current_exe() else { return };
    let mut command = std::process::Command::new(program);
    // It returns only where it fails; more memory is then all that it costs.
    let _failed = command.arg0(name).args(arguments).envs(LIMITS).exec();
}

/// Other allocators give back what is freed.
#[cfg(not(all(target_os = "linux", target_env = "gnu")))]
pub(super) fn settle() {}

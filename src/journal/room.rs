//! Room on the disk for all lines of a removal, before anything is sent: what is written afterwards must not
//! be lost.

use std::fs::File;
use std::io;

/// Several times what the longest lines of a removal take, for those that run at once.
#[cfg(target_os = "linux")]
const ROOM: u64 = 1024 * 1024;

/// Reserves it behind the end of the file, whose length stays.
#[cfg(target_os = "linux")]
pub(super) fn reserve(file: &File) -> io::Result<()> {
    use rustix::fs::{FallocateFlags, fallocate, fstatvfs};
    use rustix::io::Errno;
    use rustix::process::{Resource, getrlimit};

    let length = file.metadata()?.len();
    if getrlimit(Resource::Fsize).current.is_some_and(|limit| limit < length + ROOM) {
        return Err(io::ErrorKind::FileTooLarge.into());
    }
    match fallocate(file, FallocateFlags::KEEP_SIZE, length, ROOM) {
        // A disk that reserves nothing tells at least what is left.
        Err(Errno::OPNOTSUPP | Errno::NOSYS) => {
            let disk = fstatvfs(file)?;
            let left = disk.f_bavail.saturating_mul(disk.f_frsize);
            if left < ROOM { Err(io::ErrorKind::StorageFull.into()) } else { Ok(()) }
        }
        done => Ok(done?),
    }
}

/// std reserves nothing.
#[cfg(not(target_os = "linux"))]
pub(super) fn reserve(_file: &File) -> io::Result<()> {
    Ok(())
}

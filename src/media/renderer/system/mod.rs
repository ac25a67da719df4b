//! The limits of a drawing process, on each system: what its parent does, and what it does itself.

use std::io;
use std::process::{Child, ExitStatus};

#[cfg(all(target_os = "linux", target_pointer_width = "64"))]
mod linux;
#[cfg(not(any(unix, windows)))]
mod other;
#[cfg(unix)]
mod unix;
#[cfg(windows)]
mod windows;

#[cfg(all(target_os = "linux", target_pointer_width = "64"))]
pub use linux::close;
#[cfg(not(any(unix, windows)))]
use other as own;
#[cfg(unix)]
use unix as own;
#[cfg(windows)]
use windows as own;

/// What a parent limits a process by, as long as this lives.
pub(super) struct Confinement {
    _kept: own::Confinement,
}

impl Confinement {
    /// Of a process that was just started.
    ///
    /// # Errors
    /// The system refuses: nothing may be drawn there.
    pub(super) fn of(child: &Child) -> io::Result<Self> {
        own::confine(child).map(|kept| Self { _kept: kept })
    }
}

/// What a drawing process limits itself by.
pub(super) struct Limits(own::Limits);

impl Limits {
    /// Those that hold for good.
    ///
    /// # Errors
    /// The system refuses: nothing may be drawn here.
    pub(super) fn set() -> io::Result<Self> {
        own::Limits::set().map(Self)
    }

    /// The time for one drawing begins.
    ///
    /// # Errors
    /// The same.
    pub(super) fn begin_drawing(&self) -> io::Result<()> {
        self.0.begin_drawing()
    }

    /// It is over.
    pub(super) fn end_drawing(&self) {
        self.0.end_drawing();
    }
}

/// Whether a process ended because its time was over.
pub(super) fn ran_out_of_time(status: ExitStatus) -> bool {
    own::ran_out_of_time(status)
}

//! Vector formats, and the process that draws them.

use std::ffi::OsString;
use std::path::PathBuf;

/// Vector formats, which are drawn in a process of their own.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum VectorKind {
    /// Its first page is drawn.
    Pdf,
    /// Drawn with the program's own fonts; loads nothing.
    Svg,
}

/// How the drawing process is started: the program itself with a hidden subcommand.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DrawProgram {
    /// Usually this program itself.
    pub exe: PathBuf,
    /// Usually the hidden subcommand alone.
    pub args: Vec<OsString>,
}

impl DrawProgram {
    /// The name of the hidden subcommand.
    pub const SUBCOMMAND: &str = "draw-worker";

    /// A program at this path.
    pub fn new(exe: impl Into<PathBuf>) -> Self {
        Self { exe: exe.into(), args: vec![Self::SUBCOMMAND.into()] }
    }

    /// This very program.
    pub fn this_program() -> Self {
        Self::new(std::env::current_exe().unwrap_or_default())
    }
}

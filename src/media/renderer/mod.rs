//! PDF and SVG are drawn, and WebP is decoded, in processes of their own, with limits on memory and
//! processor time: a hostile file of a megabyte can ask for gigabytes, which no check of a header
//! foresees.
//!
//! The parent's side is here and in `process`; `worker` runs in the child, which is this program
//! with a hidden subcommand. Bytes go in by its standard input, pixels come out by its standard
//! output, and it can open no file.

mod active;
mod contents;
mod pdf;
mod process;
mod svg;
mod system;
mod unsupported;
mod webp;
mod wire;
mod worker;

use std::sync::{Condvar, Mutex, MutexGuard, PoisonError};

use serde::{Deserialize, Serialize};

use super::limits;
use super::picture::{DrawProgram, VectorKind};
use carddesk_pixels::{Picture, PixelBox};
use process::Process;

#[cfg(all(target_os = "linux", target_pointer_width = "64"))]
pub use system::close as close_process;
pub use worker::run as run_worker;

/// What was found out about a vector file.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct VectorFacts {
    /// Pages of a PDF; 1 for an SVG.
    pub pages: usize,
    /// Encrypted, though it opens without a password.
    pub encrypted: bool,
    /// Each kind once, in the order found.
    pub active: Vec<ActiveContent>,
    /// What is drawn is pictures alone.
    pub raster_only: bool,
    /// What the renderer could not draw, each once.
    pub missing: Vec<MissingPart>,
    /// A PDF without the mark of its end: the file is cut.
    pub end_missing: bool,
    /// Bytes after a PDF's end that are no white space.
    pub trailing_bytes: usize,
}

/// Parts that a viewer would run, open or unpack; nothing of it is done here.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum ActiveContent {
    /// Of an SVG: scripts, event handlers and links that are scripts.
    JavaScript,
    /// An action that runs when a PDF is opened or a page is shown. A place to open at is none.
    OpenAction,
    /// Starts another program.
    Launch,
    /// A file within the file.
    EmbeddedFile,
}

/// Parts that were left out of a drawing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum MissingPart {
    /// Also one that another stood in for, or that has no shape for a letter.
    Font,
    /// A picture within it that could not be read, or stands elsewhere.
    Image,
    /// A note, a form field or the like, laid over the page.
    Annotation,
    /// Anything else that the renderer cannot draw.
    Other,
}

/// What a drawing process is asked for.
#[derive(Debug, Clone, Copy)]
enum Work {
    Draw(VectorKind),
    /// A WebP as it is.
    Decode,
}

/// A vector file, drawn.
#[derive(Debug)]
pub(super) struct Drawn {
    pub(super) picture: Picture,
    /// Size in the file's own units.
    pub(super) natural: (f32, f32),
    pub(super) facts: VectorFacts,
}

/// Why there is no drawing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum DrawError {
    /// Over [`limits::RENDERER_MEMORY`].
    Memory,
    /// Over [`limits::RENDERER_CPU_SECONDS`] or [`limits::RENDERER_WALL`].
    Time,
    /// The process ended in the middle.
    Crashed,
    /// No process could be started.
    NotStarted,
    /// Protected by a password.
    Encrypted,
    /// The renderer refuses it; `reason` in its words.
    Undecodable { reason: String },
}

/// Draws and decodes. Keeps its processes warm while files come, since starting one takes longer than a
/// logo.
pub(super) struct Renderer {
    program: DrawProgram,
    places: Mutex<Places>,
    freed: Condvar,
}

#[derive(Default)]
struct Places {
    idle: Vec<Process>,
    busy: usize,
}

impl Renderer {
    pub(super) fn new(program: DrawProgram) -> Self {
        Self { program, places: Mutex::default(), freed: Condvar::new() }
    }

    /// Draws a file as large as the box allows. Waits while all processes are at work.
    pub(super) fn draw(
        &self,
        kind: VectorKind,
        bytes: &[u8],
        fit: PixelBox,
    ) -> Result<Drawn, DrawError> {
        self.ask(Work::Draw(kind), bytes, fit)
    }

    /// Decodes a WebP that is no larger than the box, not premultiplied.
    pub(super) fn decode(&self, bytes: &[u8], largest: PixelBox) -> Result<Picture, DrawError> {
        Ok(self.ask(Work::Decode, bytes, largest)?.picture)
    }

    /// Ends the processes that are not at work.
    pub(super) fn rest(&self) {
        // They are waited for, and others may come meanwhile.
        let idle = std::mem::take(&mut self.lock().idle);
        drop(idle);
    }

    fn ask(&self, work: Work, bytes: &[u8], fit: PixelBox) -> Result<Drawn, DrawError> {
        let idle = self.take_place();
        let mut process = match idle.map_or_else(|| Process::start(&self.program), Ok) {
            Ok(process) => process,
            Err(error) => {
                self.free_place(None);
                return Err(error);
            }
        };
        let drawn = process.draw(work, bytes, fit);
        // A process that broke off is not asked again; one that refused a file is as good as new.
        let sound = match &drawn {
            Ok(_) | Err(DrawError::Encrypted | DrawError::Undecodable { .. }) => Some(process),
            Err(
                DrawError::Memory | DrawError::Time | DrawError::Crashed | DrawError::NotStarted,
            ) => None,
        };
        self.free_place(sound);
        drawn
    }

    /// Waits for a place; a warm process where there is one that still lives.
    fn take_place(&self) -> Option<Process> {
        let mut places = self.lock();
        while places.busy >= limits::RENDERERS {
            places = self.freed.wait(places).unwrap_or_else(PoisonError::into_inner);
        }
        places.busy += 1;
        while let Some(mut process) = places.idle.pop() {
            if process.is_alive() {
                return Some(process);
            }
        }
        None
    }

    fn free_place(&self, process: Option<Process>) {
        let mut places = self.lock();
        places.busy -= 1;
        places.idle.extend(process);
        drop(places);
        self.freed.notify_one();
    }

    /// Whole whatever panics: every change is a single step.
    fn lock(&self) -> MutexGuard<'_, Places> {
        self.places.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

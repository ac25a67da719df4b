//! The drawing process itself.

use std::io::{self, BufReader, BufWriter};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::process::ExitCode;

use super::super::picture::VectorKind;
use super::wire::{Request, write_answer};
use super::{DrawError, Drawn, Work, pdf, svg, webp};

/// The drawing process: draws what comes by the standard input until that ends.
pub fn run() -> ExitCode {
    if system::limit_for_good().is_err() {
        // Without its limits it draws nothing.
        return ExitCode::FAILURE;
    }
    // The parent is told in its answer; words on the standard error are for dying.
    std::panic::set_hook(Box::new(|_| {}));
    match serve() {
        Ok(()) => ExitCode::SUCCESS,
        Err(_) => ExitCode::FAILURE,
    }
}

fn serve() -> io::Result<()> {
    let mut input = BufReader::new(io::stdin().lock());
    let mut output = BufWriter::new(io::stdout().lock());
    while let Some(request) = Request::read(&mut input)? {
        system::limit_drawing()?;
        let drawn = catch_unwind(AssertUnwindSafe(|| draw(request)));
        let drawn = drawn.unwrap_or_else(|_| {
            Err(DrawError::Undecodable { reason: "the renderer failed inside".to_owned() })
        });
        write_answer(&mut output, &drawn)?;
    }
    Ok(())
}

fn draw(request: Request) -> Result<Drawn, DrawError> {
    match request.work {
        Work::Draw(VectorKind::Pdf) => pdf::draw(request.bytes, request.fit),
        Work::Draw(VectorKind::Svg) => svg::draw(&request.bytes, request.fit),
        Work::Decode => webp::decode(&request.bytes, request.fit),
    }
}

#[cfg(unix)]
mod system {
    use std::io;

    use rustix::process::{Resource, Rlimit, getrlimit, setrlimit};
    use rustix::time::{ClockId, clock_gettime};

    use super::super::super::limits::{RENDERER_CPU_SECONDS, RENDERER_MEMORY};

    /// Memory, no files beyond the three that are open, none written, no core dump.
    pub(super) fn limit_for_good() -> io::Result<()> {
        let fixed = |most| Rlimit { current: Some(most), maximum: Some(most) };
        setrlimit(Resource::As, fixed(RENDERER_MEMORY))?;
        setrlimit(Resource::Nofile, fixed(3))?;
        setrlimit(Resource::Fsize, fixed(0))?;
        setrlimit(Resource::Core, fixed(0))?;
        Ok(())
    }

    /// The limit counts the life of a process, so each drawing moves it.
    pub(super) fn limit_drawing() -> io::Result<()> {
        let used = clock_gettime(ClockId::ProcessCPUTime).tv_sec;
        let used = u64::try_from(used).unwrap_or_default();
        let maximum = getrlimit(Resource::Cpu).maximum;
        let current = Some(used + 1 + RENDERER_CPU_SECONDS);
        setrlimit(Resource::Cpu, Rlimit { current, maximum })?;
        Ok(())
    }
}

/// Elsewhere the wall clock alone limits a drawing.
#[cfg(not(unix))]
mod system {
    use std::io;

    pub(super) fn limit_for_good() -> io::Result<()> {
        Ok(())
    }

    pub(super) fn limit_drawing() -> io::Result<()> {
        Ok(())
    }
}

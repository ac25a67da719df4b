//! The drawing process itself.

use std::io::{self, BufReader, BufWriter};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::process::ExitCode;

use super::super::picture::VectorKind;
use super::system::Limits;
use super::wire::{Request, write_answer};
use super::{DrawError, Drawn, Work, pdf, svg, webp};

/// The drawing process: draws what comes by the standard input until that ends.
pub fn run() -> ExitCode {
    // Without its limits it draws nothing.
    let Ok(limits) = Limits::set() else { return ExitCode::FAILURE };
    // The parent is told in its answer; words on the standard error are for dying.
    std::panic::set_hook(Box::new(|_| {}));
    match serve(&limits) {
        Ok(()) => ExitCode::SUCCESS,
        Err(_) => ExitCode::FAILURE,
    }
}

fn serve(limits: &Limits) -> io::Result<()> {
    let mut input = BufReader::new(io::stdin().lock());
    let mut output = BufWriter::new(io::stdout().lock());
    while let Some(request) = Request::read(&mut input)? {
        limits.begin_drawing()?;
        let drawn = catch_unwind(AssertUnwindSafe(|| draw(request)));
        let drawn = drawn.unwrap_or_else(|_| {
            Err(DrawError::Undecodable { reason: "the renderer failed inside".to_owned() })
        });
        write_answer(&mut output, &drawn)?;
        limits.end_drawing();
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

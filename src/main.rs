use std::process::ExitCode;

/// Gives back what a day's files leave behind; the system's allocator keeps it.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    carddesk::cli::run(std::env::args_os())
}

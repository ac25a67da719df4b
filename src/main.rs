use std::process::ExitCode;

fn main() -> ExitCode {
    carddesk::cli::run(std::env::args_os())
}

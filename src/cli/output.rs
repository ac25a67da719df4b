//! Printing.

use std::io::{self, IsTerminal as _, Write as _};
use std::path::Path;

use crate::domain;
use crate::i18n::{Text, Texts};
use crate::words::continued;

use super::error::CliError;

/// Text from outside for a terminal: what would move its cursor, colour it, turn the direction of
/// writing or hide is shown as a sign of its own.
pub(super) fn harmless(text: &str) -> String {
    text.chars().map(domain::harmless).collect()
}

/// One sentence of the texts on the standard error.
pub(super) fn complain_of(texts: &Texts, text: Text<'_>) {
    complain(&continued(&texts.get(text)));
}

/// One sentence on the standard error, as it stands after the program's name.
pub(super) fn complain(sentence: &str) {
    let line = harmless(&sentence.split_whitespace().collect::<Vec<_>>().join(" "));
    // Nothing is left to do where the terminal is gone.
    let _written = writeln!(io::stderr(), "carddesk: {line}");
}

/// The library's words beneath a sentence on the standard error.
pub(super) fn complain_technically(texts: &Texts, words: &str) {
    complain(&format!("{}: {words}", texts.get(Text::TechnicalDetails)));
}

/// Text on the standard output.
///
/// # Errors
/// [`CliError::Output`].
pub(super) fn print(text: &str) -> Result<(), CliError> {
    let mut out = io::stdout().lock();
    writeln!(out, "{text}").and_then(|()| out.flush()).map_err(CliError::Output)
}

/// Lines for a terminal, each of them harmless.
pub(super) fn harmless_lines(lines: &[String]) -> String {
    lines.iter().map(|line| harmless(line)).collect::<Vec<_>>().join("\n")
}

/// A whole file on the standard output.
///
/// # Errors
/// [`CliError::Output`].
pub(super) fn print_bytes(content: &[u8]) -> Result<(), CliError> {
    let mut out = io::stdout().lock();
    out.write_all(content).and_then(|()| out.flush()).map_err(CliError::Output)
}

/// A line on the standard error that takes the place of the one before; nothing where that is no
/// terminal. An empty one clears it.
pub(super) fn progress(line: impl FnOnce() -> String) {
    let mut err = io::stderr().lock();
    if err.is_terminal() {
        // Nothing is left to do where the terminal is gone.
        let _written = write!(err, "\r\u{1b}[2K{}", harmless(&line())).and_then(|()| err.flush());
    }
}

/// Ends the line of progress.
pub(super) fn end_progress() {
    progress(String::new);
}

/// Whether a path is `-`.
pub(super) fn is_standard_output(path: &Path) -> bool {
    path == Path::new("-")
}

//! `carddesk diagnostics`.

use std::path::Path;
use std::process::ExitCode;

use directories::BaseDirs;
use serde_json::Value;

use crate::app::{Renderer, expected_renderer};
use crate::diagnostics::summary;
use crate::domain::redact;
use crate::i18n::{Text, Texts};
use crate::journal::mark;
use crate::network::Proxies;
use crate::settings::{self, Folders, RendererChoice, Settings};

use super::error::CliError;
use super::output::{harmless, print};

/// Prints where the log is, and a summary.
pub(super) fn run(data_dir: Option<&Path>, texts: &Texts) -> Result<ExitCode, CliError> {
    let folders = Folders::new(data_dir).map_err(CliError::Folders)?;
    print(&texts.get(Text::CliLog { path: &folders.logs().display().to_string() }))?;
    print(&texts.get(Text::CliDiagnostics))?;
    print("")?;
    for line in lines(&folders) {
        print(&harmless(&without_home(&line)))?;
    }
    Ok(ExitCode::SUCCESS)
}

/// For a maintainer, whatever the user's language.
fn lines(folders: &Folders) -> Vec<String> {
    let build = if cfg!(debug_assertions) { "debug" } else { "release" };
    let recorded = summary(&folders.logs());
    let kept = settings::peek(folders);
    let mut lines = vec![
        format!(
            "carddesk {} ({build}), {} {}",
            env!("CARGO_PKG_VERSION"),
            std::env::consts::OS,
            std::env::consts::ARCH
        ),
        settings_line(kept.as_ref()),
        renderer_line(kept.as_ref().map(|kept| kept.renderer).unwrap_or_default()),
    ];
    lines.push(format!("journal: {}", journal(folders)));
    lines.push(match Proxies::of_this_computer() {
        Ok(_) => "proxy: what is set can be read".to_owned(),
        Err(_) => "proxy: what is set cannot be read".to_owned(),
    });
    for name in ["DISPLAY", "WAYLAND_DISPLAY", "XDG_SESSION_TYPE", "XDG_CURRENT_DESKTOP"] {
        if let Ok(value) = std::env::var(name) {
            lines.push(format!("{name}: {value}"));
        }
    }
    lines.push(format!(
        "log: records {}, files {}, warnings {}, errors {}, panics {}",
        recorded.records,
        recorded.files.len(),
        recorded.warnings,
        recorded.errors,
        recorded.panics
    ));
    lines.extend(recorded.newest.iter().map(|line| redact(line).into_string()));
    lines
}

/// Neither folders nor names: what a person chose to be seen with.
fn settings_line(kept: Option<&Settings>) -> String {
    let Some(kept) = kept else {
        return "settings: they cannot be read".to_owned();
    };
    // As they stand in the file.
    let stored = serde_json::to_value(kept).unwrap_or_default();
    let word = |name: &str| stored.get(name).and_then(Value::as_str).unwrap_or("as the system");
    let (language, theme, tiles) = (word("language"), word("theme"), word("tiles"));
    format!(
        "settings: language {language}, theme {theme}, zoom {:.0} %, tiles {tiles}, window {} x {}",
        kept.zoom.get() * 100.0,
        kept.window.width(),
        kept.window.height()
    )
}

/// What would draw the window now. What drew the last one stands in the log.
fn renderer_line(choice: RendererChoice) -> String {
    let (renderer, reason) = expected_renderer(choice);
    let renderer = match renderer {
        Renderer::OpenGl => "OpenGL",
        Renderer::Cpu => "the processor",
    };
    format!("window: drawn by {renderer}: {reason}")
}

fn journal(folders: &Folders) -> String {
    match mark(folders.data()) {
        Ok(mark) => format!("{} lines; {}", mark.lines, mark.chain),
        Err(error) => format!("it cannot be read: {}", error.stored().kind),
    }
}

/// The home folder's name is often the person's.
fn without_home(line: &str) -> String {
    match BaseDirs::new() {
        Some(dirs) => line.replace(&*dirs.home_dir().to_string_lossy(), "~"),
        None => line.to_owned(),
    }
}

//! What is to be done: one place where each subcommand is told apart.

use std::process::ExitCode;
use std::time::Instant;

use crate::diagnostics::Panics;
use crate::domain::Language;
use crate::i18n::Texts;

use super::arguments::{Arguments, Command};
use super::error::CliError;
use super::{diagnostics, journal, list, remove, resolve, sandbox, snapshot, verify, window};

/// The window's name in the log.
pub(super) const WINDOW: &str = "window";

/// A subcommand with its flags, or the window.
type Run<'a> = dyn FnOnce(&Texts, &Panics) -> Result<ExitCode, CliError> + 'a;

/// What is to be done.
pub(super) struct Work<'a> {
    /// What the log calls it; its arguments are no business of the log's. `None` for what leaves no trace.
    pub(super) name: Option<&'static str>,
    /// In which it speaks.
    pub(super) language: Language,
    pub(super) run: Box<Run<'a>>,
}

impl<'a> Work<'a> {
    /// `None` for the worker that draws, which the program starts for itself.
    pub(super) fn of(arguments: &'a Arguments, begun: Instant) -> Option<Self> {
        let data_dir = arguments.data_dir.as_deref();
        Some(match &arguments.command {
            None => {
                let window = &arguments.window;
                let language = window.lang.map_or_else(window::system_language, Language::from);
                Self::new(Some(WINDOW), language, move |texts, panics| {
                    window::run(window, data_dir, begun, (texts, panics))
                })
            }
            Some(Command::List(options)) => {
                let lang = options.connection.lang;
                Self::new(Some("list"), lang, move |texts, _| list::run(options, data_dir, texts))
            }
            Some(Command::Remove(options)) => {
                let lang = options.connection.lang;
                Self::new(Some("remove"), lang, move |texts, _| {
                    remove::run(options, data_dir, texts)
                })
            }
            Some(Command::Resolve(options)) => {
                Self::new(Some("resolve"), options.lang, move |texts, _| {
                    resolve::run(options, data_dir, texts)
                })
            }
            Some(Command::Journal(command)) => {
                Self::new(Some("journal"), command.lang(), move |texts, _| {
                    journal::run(command, data_dir, texts)
                })
            }
            Some(Command::Verify(options)) => {
                Self::new(Some("verify"), options.lang, move |texts, _| {
                    verify::run(options, data_dir, texts)
                })
            }
            Some(Command::Snapshot(options)) => {
                let lang = options.connection.lang;
                Self::new(None, lang, move |_, _| snapshot::run(options, data_dir))
            }
            Some(Command::Sandbox(options)) => {
                Self::new(None, Language::English, move |_, _| sandbox::run(options))
            }
            Some(Command::Diagnostics) => Self::new(None, Language::English, move |texts, _| {
                diagnostics::run(data_dir, texts)
            }),
            Some(Command::DrawWorker) => return None,
        })
    }

    fn new(
        name: Option<&'static str>,
        language: impl Into<Language>,
        run: impl FnOnce(&Texts, &Panics) -> Result<ExitCode, CliError> + 'a,
    ) -> Self {
        Self { name, language: language.into(), run: Box::new(run) }
    }
}

//! The flags of `carddesk journal`.

use std::path::PathBuf;

use clap::{ArgGroup, Args, Subcommand};
use jiff::civil::Date;

use crate::domain::Digest;
use crate::journal::{Heads, OutcomeCode, OutcomeFilter, SystemLog};
use crate::settings::Settings;

use super::access::{Access, CsvSeparator, Lang};

#[derive(Debug, Subcommand)]
pub(super) enum JournalCommand {
    /// Check every line, and print the digest of the last one.
    #[command(
        after_help = "Exit codes: 0 the chain holds, 2 could not run, 4 the journal was changed, or \
                            the head is none of its lines."
    )]
    Verify(VerifyJournalOptions),
    /// Print removals, the newest first.
    #[command(
        after_help = "Exit codes: 0 done, 2 could not run, 4 done, but the journal was changed."
    )]
    Show(ShowOptions),
    /// Write removals for a spreadsheet, a script or a security log.
    #[command(
        after_help = "Exit codes: 0 done, 2 could not run, 4 done, but the journal was changed."
    )]
    Export(ExportOptions),
    /// Take on that the journal was changed at a line, so that removals go on.
    #[command(
        after_help = "Exit codes: 0 removals go on, 2 could not run, or nothing was taken on."
    )]
    Accept(AcceptOptions),
    /// The same as `carddesk resolve`.
    Resolve(ResolveOptions),
}

impl JournalCommand {
    /// In which it speaks.
    pub(super) fn lang(&self) -> Lang {
        match self {
            Self::Verify(options) => options.lang,
            Self::Show(options) => options.which.lang,
            Self::Export(options) => options.which.lang,
            Self::Accept(options) => options.lang,
            Self::Resolve(options) => options.lang,
        }
    }
}

#[derive(Debug, Args)]
pub(super) struct VerifyJournalOptions {
    /// A digest that was kept elsewhere: whether it is one of the journal's lines.
    #[arg(long, value_name = "DIGEST")]
    pub(super) head: Option<Digest>,
    /// Print one JSON object.
    #[arg(long)]
    pub(super) json: bool,
    /// Language of what is printed.
    #[arg(long, value_name = "LANG", default_value = "en")]
    pub(super) lang: Lang,
}

/// Which removals are meant.
#[derive(Debug, Args)]
pub(super) struct WhichRemovals {
    /// Customer number, whole.
    #[arg(long, value_name = "N")]
    pub(super) customer: Option<String>,
    /// Part of customer number, last four digits, reason or operator's name, as in the window.
    #[arg(long, value_name = "TEXT")]
    pub(super) text: Option<String>,
    /// How they ended: a word of the journal, or `unresolved`.
    #[arg(long, value_name = "WORD", value_parser = outcome)]
    pub(super) outcome: Option<OutcomeFilter>,
    /// First day on which they were begun, in UTC.
    #[arg(long, value_name = "YYYY-MM-DD")]
    pub(super) since: Option<Date>,
    /// Last day on which they were begun, in UTC.
    #[arg(long, value_name = "YYYY-MM-DD")]
    pub(super) until: Option<Date>,
    /// Language of what is printed.
    #[arg(long, value_name = "LANG", default_value = "en")]
    pub(super) lang: Lang,
}

#[derive(Debug, Args)]
pub(super) struct ShowOptions {
    #[command(flatten)]
    pub(super) which: WhichRemovals,
    /// Print one JSON object.
    #[arg(long)]
    pub(super) json: bool,
}

#[derive(Debug, Args)]
#[command(group = ArgGroup::new("form").required(true).args(["csv", "json", "cef"]))]
pub(super) struct ExportOptions {
    #[command(flatten)]
    pub(super) which: WhichRemovals,
    /// A row a removal, for spreadsheets.
    #[arg(long)]
    pub(super) csv: bool,
    /// One JSON object.
    #[arg(long)]
    pub(super) json: bool,
    /// A line an entry in the Common Event Format, for security logs.
    #[arg(long)]
    pub(super) cef: bool,
    /// What separates the cells of CSV: comma, or semicolon; by --lang if not given.
    #[arg(long, value_name = "SIGN", requires = "csv")]
    pub(super) csv_separator: Option<CsvSeparator>,
    /// Write it to this file, and not to the standard output.
    #[arg(long, value_name = "FILE|-")]
    pub(super) out: Option<PathBuf>,
}

#[derive(Debug, Args)]
pub(super) struct AcceptOptions {
    /// The first broken line, as `verify` tells it; another one is not taken on.
    #[arg(long, value_name = "N")]
    pub(super) line: u64,
    /// Why, or a ticket number, for the journal.
    #[arg(long, value_name = "TEXT")]
    pub(super) reason: Option<String>,
    /// Who takes it on, for the journal, in place of the name in the settings.
    #[arg(long, value_name = "NAME")]
    pub(super) operator: Option<String>,
    /// Language of what is printed.
    #[arg(long, value_name = "LANG", default_value = "en")]
    pub(super) lang: Lang,
}

#[derive(Debug, Args)]
pub(super) struct ResolveOptions {
    #[command(flatten)]
    pub(super) access: Access,
    /// Customer number; all open removals of this server and merchant if not given.
    #[arg(long, value_name = "N")]
    pub(super) customer: Option<String>,
    /// Language of what is printed, and of the gateway's answers.
    #[arg(long, value_name = "LANG", default_value = "en")]
    pub(super) lang: Lang,
    /// Print one JSON object.
    #[arg(long)]
    pub(super) json: bool,
    #[command(flatten)]
    pub(super) heads: HeadOptions,
}

/// Where the journal's head is kept after each outcome, instead of what the settings say.
#[derive(Debug, Args)]
pub(super) struct HeadOptions {
    /// Add the journal's head to a file in this folder after each outcome.
    #[arg(long, value_name = "DIR")]
    pub(super) heads_folder: Option<PathBuf>,
    /// Socket of the log that it is told to, instead of the system's own; none for no log.
    #[arg(long, value_name = "SOCKET|none")]
    pub(super) system_log: Option<String>,
}

impl HeadOptions {
    pub(super) fn heads(&self, settings: &Settings) -> Heads {
        let kept = Some(settings.heads_folder.trim()).filter(|folder| !folder.is_empty());
        let folder = self.heads_folder.clone().or(kept.map(PathBuf::from));
        let system = self.system_log.as_deref().unwrap_or(&settings.system_log);
        Heads::new(SystemLog::parse(system), folder)
    }
}

fn outcome(word: &str) -> Result<OutcomeFilter, String> {
    let code = OutcomeCode::ALL.into_iter().find(|code| code.as_str() == word);
    match code {
        _ if word == "unresolved" => Ok(OutcomeFilter::Unresolved),
        Some(code) => Ok(OutcomeFilter::Is(code)),
        None => {
            let words: Vec<&str> = OutcomeCode::ALL.iter().map(|code| code.as_str()).collect();
            Err(format!("give one of {}, unresolved", words.join(", ")))
        }
    }
}

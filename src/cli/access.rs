//! Arguments that several subcommands share.

use std::path::PathBuf;

use clap::{ArgGroup, Args, ValueEnum};

use crate::domain::Language;
use crate::domain::cell::Separator;

/// Where to connect, and as whom.
#[derive(Debug, Args)]
#[command(group = ArgGroup::new("where").required(true).args(["sandbox", "server"]))]
pub(super) struct Access {
    /// Use the embedded sandbox.
    #[arg(long)]
    pub(super) sandbox: bool,
    /// The gateway's server: its name, or a URL.
    #[arg(long, value_name = "NAME|URL", requires_all = ["merchant_id", "login"])]
    pub(super) server: Option<String>,
    /// Merchant ID.
    #[arg(long, value_name = "N")]
    pub(super) merchant_id: Option<String>,
    /// Login of the web services.
    #[arg(long, value_name = "L")]
    pub(super) login: Option<String>,
    /// Read the password from the first line of the standard input.
    #[arg(long, conflicts_with = "password_command")]
    pub(super) password_stdin: bool,
    /// Run a program without a shell, and take the first line that it prints for the password. With neither
    /// this nor --password-stdin it is asked for at the terminal.
    #[arg(long, value_name = "COMMAND")]
    pub(super) password_command: Option<String>,
}

/// Calls a second: from one in a hundred seconds to a hundred.
pub(super) fn rate(text: &str) -> Result<f64, String> {
    let rate = text.parse::<f64>().ok().filter(|rate| (0.01..=100.0).contains(rate));
    rate.ok_or_else(|| "give calls a second, from 0.01 to 100".to_owned())
}

/// A port to listen on.
pub(super) fn port(text: &str) -> Result<u16, String> {
    text.parse().map_err(|_error| {
        "give a number from 1 to 65535, or leave it out for a free one".to_owned()
    })
}

/// The name of a picture, which is a PNG whatever its name says.
pub(super) fn picture(text: &str) -> Result<PathBuf, String> {
    let path = PathBuf::from(text);
    let ending = path.extension().and_then(|ending| ending.to_str());
    match ending.is_some_and(|ending| ending.eq_ignore_ascii_case("png")) {
        true => Ok(path),
        false => Err("the picture is a PNG; give a name that ends in .png".to_owned()),
    }
}

/// Signs between the cells of a CSV file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum CsvSeparator {
    Comma,
    Semicolon,
}

impl From<CsvSeparator> for Separator {
    fn from(sign: CsvSeparator) -> Self {
        match sign {
            CsvSeparator::Comma => Self::Comma,
            CsvSeparator::Semicolon => Self::Semicolon,
        }
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum Lang {
    Ru,
    En,
}

impl From<Lang> for Language {
    fn from(lang: Lang) -> Self {
        match lang {
            Lang::Ru => Self::Russian,
            Lang::En => Self::English,
        }
    }
}

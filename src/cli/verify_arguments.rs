//! The flags of `carddesk verify`.

use std::path::PathBuf;

use clap::Args;

use super::access::{Access, CsvSeparator, Lang, rate};

/// Whose cards are verified.
#[derive(Debug, Args)]
pub(super) struct ListOfCustomers {
    /// Customer numbers; with --sandbox, all of the sandbox's if none are given.
    #[arg(long, value_name = "N", num_args = 1.., conflicts_with = "customers")]
    pub(super) customer: Vec<String>,
    /// File of customer numbers: text, CSV or a workbook (xlsx, xlsb, xls, ods).
    #[arg(long, value_name = "FILE")]
    pub(super) customers: Option<PathBuf>,
    /// The file's column that holds the numbers: its name in the header, or its place from 1.
    #[arg(long, value_name = "NAME|N", requires = "customers", conflicts_with = "customer")]
    pub(super) column: Option<String>,
    /// The sheet of a workbook: its name, or its place from 1.
    #[arg(long, value_name = "NAME|N", requires = "customers", conflicts_with = "customer")]
    pub(super) sheet: Option<String>,
    /// Ask also for numbers that a spreadsheet seems to have changed, as they stand.
    #[arg(long, requires = "customers", conflicts_with = "customer")]
    pub(super) yes_as_is: bool,
}

#[derive(Debug, Args)]
pub(super) struct VerifyOptions {
    #[command(flatten)]
    pub(super) access: Access,
    #[command(flatten)]
    pub(super) list: ListOfCustomers,
    /// Write one JSON object to this file, or to the standard output (-).
    #[arg(long, value_name = "FILE|-")]
    pub(super) json: Option<PathBuf>,
    /// Write a report for people, one HTML file that holds its pictures, to this file, or to the
    /// standard output (-).
    #[arg(long, value_name = "FILE|-")]
    pub(super) html: Option<PathBuf>,
    /// Write a row a finding, for spreadsheets, to this file, or to the standard output (-).
    #[arg(long, value_name = "FILE|-")]
    pub(super) csv: Option<PathBuf>,
    /// What separates the cells of the CSV file: comma, or semicolon, as spreadsheets of Russian
    /// systems want it; by --lang if not given.
    #[arg(long, value_name = "SIGN", requires = "csv")]
    pub(super) csv_separator: Option<CsvSeparator>,
    /// Write JUnit's XML, for build servers, to this file, or to the standard output (-).
    #[arg(long, value_name = "FILE|-")]
    pub(super) junit: Option<PathBuf>,
    /// Keep what is finished in this file, and go on from it after a stop.
    #[arg(long, value_name = "FILE")]
    pub(super) state: Option<PathBuf>,
    /// Keep this batch in this file, so that later ones can be compared with it.
    #[arg(long, value_name = "FILE")]
    pub(super) save_baseline: Option<PathBuf>,
    /// Tell what changed since the batch that was kept in this file.
    #[arg(long, value_name = "FILE")]
    pub(super) baseline: Option<PathBuf>,
    /// Findings acknowledged in this file count no more, beside those in the data folder.
    #[arg(long, value_name = "FILE")]
    pub(super) acknowledged: Option<PathBuf>,
    /// List calls a second, at most.
    #[arg(long, value_name = "N", default_value = "2", value_parser = rate, allow_hyphen_values = true)]
    pub(super) rate: f64,
    /// Language of the reports, of what is printed, and of the gateway's answers.
    #[arg(long, value_name = "LANG", default_value = "en")]
    pub(super) lang: Lang,
}

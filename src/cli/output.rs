use std::fmt;
use std::io::{self, IsTerminal as _, Write as _};
use std::path::PathBuf;

use crate::acknowledged::AcknowledgedError;
use crate::api::ApiError;
use crate::app::WindowError;
use crate::batch::{BaselineError, BatchError};
use crate::domain::{
    self, CustomerNumberError, Language, LoginError, MerchantIdError, PasswordError, Prohibited,
    ServerAddressError, TokenError, invisible,
};
use crate::i18n::{Texts, invisible_name};
use crate::network::ProxyError;
use crate::removal::{RemovalError, RevocationError};
use crate::sandbox::SandboxError;
use crate::settings::{FoldersError, ReadError};
use crate::store::StoreError;

/// Refused by the gateway, or still there.
pub const EXIT_REFUSED: u8 = 1;
/// Could not run, or bad usage.
pub const EXIT_BAD: u8 = 2;
/// Whether it was done is not known.
pub const EXIT_UNVERIFIED: u8 = 3;

/// Why a subcommand ended early, as one readable sentence.
#[derive(Debug)]
pub enum CliError {
    Server(ServerAddressError),
    /// A proxy is set, and its setting cannot be read.
    Proxy(ProxyError),
    MerchantId(MerchantIdError),
    Login(LoginError),
    Password(PasswordError),
    /// The standard input could not be read.
    PasswordUnread(io::Error),
    /// The standard input is no text that is understood.
    PasswordEncoding,
    Customer(CustomerNumberError),
    Token(TokenError),
    TokenProhibited(Prohibited),
    Folders(FoldersError),
    Sandbox(SandboxError),
    /// A look-up failed.
    Api(ApiError),
    Removal(RemovalError),
    Revocation(RevocationError),
    Window(WindowError),
    /// The removal could not be sent; why.
    NotSent(String),
    /// Nobody said yes.
    NotConfirmed,
    /// `--select` names no card of the customer.
    NoSuchCard {
        wanted: String,
        cards: usize,
    },
    /// `--size` is not WxH within 320x240 and 8192x8192.
    BadSize(String),
    /// Not everything was loaded in time.
    NotSettled,
    /// A batch did not begin.
    Batch(BatchError),
    /// What was accepted cannot be read.
    Acknowledged(AcknowledgedError),
    /// The file of customer numbers cannot be read.
    CustomersUnread(ReadError),
    /// There is nobody to verify.
    NoCustomers,
    /// The file of customer numbers is no list, or asks a question; in words.
    NotAList {
        path: PathBuf,
        why: String,
    },
    /// Numbers that a spreadsheet seems to have changed; what the file holds, in words.
    Doubtful(String),
    /// The file holds no number that can be sent; what it holds, in words.
    RowsRefused(String),
    /// The baseline to compare with cannot be read.
    BaselineUnread(ReadError),
    /// The baseline to compare with is none for this batch.
    Baseline {
        path: PathBuf,
        error: BaselineError,
    },
    /// A report cannot be written there.
    Report(StoreError),
    /// The result could not be written.
    Output(io::Error),
    /// Several of these at once: none kept the others from being tried.
    Several(Vec<CliError>),
}

impl CliError {
    /// The library's and the system's words, for those who look into it: the error's own are a sentence
    /// without them.
    pub fn technical(&self) -> Option<&str> {
        match self {
            Self::Api(error) => error.technical(),
            _ => None,
        }
    }

    /// A refusal is the gateway's answer; all else kept the command from running.
    pub fn exit_code(&self) -> u8 {
        match self {
            Self::Api(ApiError::Refused(_)) => EXIT_REFUSED,
            _ => EXIT_BAD,
        }
    }
}

impl fmt::Display for CliError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Server(error) => server(f, error),
            Self::Proxy(error) => error.fmt(f),
            Self::MerchantId(MerchantIdError::Empty) => f.write_str("the merchant ID is empty"),
            Self::MerchantId(MerchantIdError::NotANumber) => {
                f.write_str("the merchant ID must consist of digits only")
            }
            Self::MerchantId(MerchantIdError::OutOfRange) => {
                f.write_str("the merchant ID must be from 1 to 2147483647")
            }
            Self::Login(LoginError::Empty) => f.write_str("the login is empty"),
            Self::Login(LoginError::TooLong { chars }) => {
                write!(f, "the login has {chars} characters; up to 20 are allowed")
            }
            Self::Login(LoginError::Prohibited(found)) => prohibited(f, "login", found),
            Self::Password(error) => password(f, error),
            Self::PasswordUnread(error) => write!(f, "the password could not be read: {error}"),
            Self::PasswordEncoding => f.write_str(
                "the password on the standard input is neither UTF-8 nor UTF-16 with a byte order \
                 mark; save it as UTF-8",
            ),
            Self::Customer(CustomerNumberError::Empty) => {
                f.write_str("the customer number is empty")
            }
            Self::Customer(CustomerNumberError::TooLong { chars }) => {
                write!(f, "the customer number has {chars} characters; up to 32 are allowed")
            }
            Self::Customer(CustomerNumberError::Prohibited(found)) => {
                prohibited(f, "customer number", found)
            }
            Self::Token(TokenError::Empty) => f.write_str("the token is empty"),
            Self::Token(TokenError::Malformed { chars }) => write!(
                f,
                "this is no token: a token is a UUID of 36 characters, and this has {chars} or is \
                 of another shape"
            ),
            Self::TokenProhibited(found) => prohibited(f, "token", found),
            Self::Folders(error) => error.fmt(f),
            Self::Sandbox(error) => error.fmt(f),
            Self::Api(error) => error.fmt(f),
            Self::Removal(error) => error.fmt(f),
            Self::Revocation(error) => error.fmt(f),
            Self::Window(error) => error.fmt(f),
            Self::NotSent(why) => write!(f, "nothing was sent: {why}"),
            Self::NotConfirmed => f.write_str(
                "nothing was removed: nobody confirmed; answer `yes`, or give --yes in scripts",
            ),
            Self::NoSuchCard { wanted, cards } => {
                write!(f, "the customer has {cards} cards, and none of them is `{wanted}`")
            }
            Self::BadSize(text) => {
                write!(f, "`{text}` is no size; give it as 1280x800, from 320x240 to 8192x8192")
            }
            Self::NotSettled => f.write_str("not everything was loaded within two minutes"),
            Self::Batch(error) => error.fmt(f),
            Self::Acknowledged(error) => error.fmt(f),
            Self::CustomersUnread(error) => write!(f, "no customer numbers were read: {error}"),
            Self::NoCustomers => f.write_str(
                "there are no customer numbers to verify; give them with --customer or --customers",
            ),
            Self::NotAList { path, why } => {
                write!(f, "nobody was asked: {}: {why}", path.display())
            }
            Self::Doubtful(told) => write!(
                f,
                "nobody was asked: {told}; mend the file, or give --yes-as-is to ask for these \
                 numbers as they stand"
            ),
            Self::RowsRefused(told) => write!(f, "nobody is left to verify: {told}"),
            Self::BaselineUnread(error) => write!(f, "no baseline was read: {error}"),
            Self::Baseline { path, error } => {
                write!(f, "the baseline {} cannot be compared with: {error}", path.display())
            }
            Self::Report(error) => write!(f, "the file {error}"),
            Self::Output(error) => write!(f, "the result could not be written: {error}"),
            Self::Several(errors) => {
                let all: Vec<String> = errors.iter().map(ToString::to_string).collect();
                f.write_str(&all.join("; "))
            }
        }
    }
}

impl std::error::Error for CliError {}

fn password(f: &mut fmt::Formatter<'_>, error: &PasswordError) -> fmt::Result {
    match error {
        PasswordError::Empty => f.write_str("no password came on the standard input"),
        PasswordError::TooLong => f.write_str("the password is longer than 30 characters"),
        PasswordError::Prohibited { position } => write!(
            f,
            "character {position} of the password is one that the gateway removes, so it cannot \
             be right"
        ),
    }
}

fn server(f: &mut fmt::Formatter<'_>, error: &ServerAddressError) -> fmt::Result {
    match error {
        ServerAddressError::Empty => f.write_str("the server name is empty"),
        ServerAddressError::Malformed => {
            f.write_str("this is no server name; give it like payments.example.com")
        }
        ServerAddressError::PlainHttp { host } => {
            write!(f, "http would send the password readable to {host}; use https")
        }
        ServerAddressError::Scheme { scheme } => write!(f, "{scheme} is not supported; use https"),
        ServerAddressError::UserInfo => {
            f.write_str("leave login and password out of the server name")
        }
        ServerAddressError::MoreThanAServer { extra } => {
            write!(f, "give the server name alone, without `{extra}`")
        }
    }
}

fn prohibited(f: &mut fmt::Formatter<'_>, what: &str, found: &Prohibited) -> fmt::Result {
    let Prohibited { symbol, position } = *found;
    let would = "which the gateway would remove and so take it for another";
    match invisible(symbol) {
        None => write!(f, "the {what} holds {symbol:?} (character {position}), {would}"),
        Some(kind) => {
            let name = invisible_name(&Texts::new(Language::English), kind);
            let code = u32::from(symbol);
            write!(f, "character {position} of the {what} is invisible: {name} (U+{code:04X})")
        }
    }
}

/// Text from outside for a terminal: what would move its cursor, colour it, turn the direction of
/// writing or hide is shown as a sign of its own.
pub(super) fn harmless(text: &str) -> String {
    text.chars().map(domain::harmless).collect()
}

/// One sentence on the standard error.
pub(super) fn complain(sentence: &str) {
    let line = harmless(&sentence.split_whitespace().collect::<Vec<_>>().join(" "));
    // Nothing is left to do where the terminal is gone.
    let _written = writeln!(io::stderr(), "carddesk: {line}");
}

/// The library's words beneath a sentence on the standard error.
pub(super) fn complain_technically(words: &str) {
    complain(&format!("Technical details: {words}"));
}

/// Text on the standard output.
///
/// # Errors
/// [`CliError::Output`].
pub(super) fn print(text: &str) -> Result<(), CliError> {
    let mut out = io::stdout().lock();
    writeln!(out, "{text}").and_then(|()| out.flush()).map_err(CliError::Output)
}

/// A line on the standard error that takes the place of the one before; nothing where that is no
/// terminal. An empty one clears it.
pub(super) fn progress(line: &str) {
    let mut err = io::stderr().lock();
    if err.is_terminal() {
        // Nothing is left to do where the terminal is gone.
        let _written = write!(err, "\r\u{1b}[2K{}", harmless(line)).and_then(|()| err.flush());
    }
}

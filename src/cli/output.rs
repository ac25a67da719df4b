//! Exit codes, and printing.

use std::io::{self, IsTerminal as _, Write as _};
use std::path::{Path, PathBuf};

use crate::acknowledged::AcknowledgedError;
use crate::api::ApiError;
use crate::app::WindowError;
use crate::batch::{BaselineError, BatchError};
use crate::diagnostics::Crash;
use crate::domain::{
    self, CustomerNumberError, Language, LoginError, MerchantIdError, PasswordError, Prohibited,
    ServerAddressError, TokenError, invisible,
};
use crate::i18n::{Texts, invisible_name};
use crate::network::ProxyError;
use crate::removal::RemovalError;
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
#[derive(Debug, thiserror::Error)]
pub enum CliError {
    /// Not an address that calls can be sent to.
    #[error("{}", server(.0))]
    Server(ServerAddressError),
    /// A proxy is set, and its setting cannot be read.
    #[error(transparent)]
    Proxy(ProxyError),
    /// Not a merchant number.
    #[error("{}", merchant_id(*.0))]
    MerchantId(MerchantIdError),
    /// Not a login that the gateway would take as it is.
    #[error("{}", login(.0))]
    Login(LoginError),
    /// Not a password that the gateway would take as it is.
    #[error("{}", password(.0))]
    Password(PasswordError),
    /// The standard input could not be read.
    #[error("the password could not be read: {0}")]
    PasswordUnread(io::Error),
    /// The standard input is no text that is understood.
    #[error(
        "the password on the standard input is neither UTF-8 nor UTF-16 with a byte order mark; \
         save it as UTF-8"
    )]
    PasswordEncoding,
    /// Not a customer number that the gateway would take as it is.
    #[error("{}", customer(.0))]
    Customer(CustomerNumberError),
    /// `--token` is not a UUID.
    #[error("{}", token(.0))]
    Token(TokenError),
    /// `--token` holds a symbol that the gateway would remove.
    #[error("{}", prohibited("token", .0))]
    TokenProhibited(Prohibited),
    /// The folders of the user's files cannot be found.
    #[error(transparent)]
    Folders(FoldersError),
    /// The embedded server did not start, or could not write.
    #[error(transparent)]
    Sandbox(SandboxError),
    /// A look-up failed.
    #[error(transparent)]
    Api(ApiError),
    /// The removal did not begin: nothing was sent.
    #[error(transparent)]
    Removal(RemovalError),
    /// No window could be opened, or it broke off.
    #[error(transparent)]
    Window(WindowError),
    /// The program broke off.
    #[error(transparent)]
    Crashed(Crash),
    /// The removal could not be sent; why.
    #[error("nothing was sent: {why}")]
    NotSent {
        /// For a person, as one sentence.
        why: String,
        /// The library's words; shown beside it.
        technical: Option<String>,
    },
    /// Nobody said yes.
    #[error("nothing was removed: nobody confirmed; answer `yes`, or give --yes in scripts")]
    NotConfirmed,
    /// `--select` names no card of the customer.
    #[error("the customer has {cards} cards, and none of them is `{wanted}`")]
    NoSuchCard {
        /// As given: last four digits, or a place in the list from 1.
        wanted: String,
        /// How many cards the list holds.
        cards: usize,
    },
    /// The data folder, or one on the way to it, is a file or a device.
    #[error("{}; give a folder with --data-dir", no_folder(folder, taken))]
    DataFolder {
        /// The folder that was given.
        folder: PathBuf,
        /// What is there and no folder.
        taken: PathBuf,
    },
    /// An output would take the place of a file that the program keeps for itself.
    #[error(
        "nobody was asked: {flag} would take the place of {}, which the program keeps for itself; \
         give a file of another name",
        path.display()
    )]
    OwnFile {
        /// The flag that names the file.
        flag: &'static str,
        /// As it was given.
        path: PathBuf,
    },
    /// Two outputs would be one file, or one would take the place of what is read.
    #[error(
        "{first} and {second} name the same file {}: one would take the other's place; give each a \
         file of its own",
        path.display()
    )]
    SameFile {
        /// The flag that was read first.
        first: &'static str,
        /// The flag whose file is the same.
        second: &'static str,
        /// Where both would be written.
        path: PathBuf,
    },
    /// Two outputs on the standard output.
    #[error("{first} and {second} cannot both go to the standard output; give one of them a file")]
    BothPrinted {
        /// The flag that was read first.
        first: &'static str,
        /// The flag whose file is the same.
        second: &'static str,
    },
    /// What is kept goes to a file alone.
    #[error("{flag} needs a file; `-`, the standard output, will not do")]
    NeedsFile {
        /// The flag that was given `-`.
        flag: &'static str,
    },
    /// `--size` is not WxH within 320x240 and 8192x8192.
    #[error("`{0}` is no size; give it as 1280x800, from 320x240 to 8192x8192")]
    BadSize(String),
    /// Not everything was loaded in time.
    #[error("not everything was loaded within two minutes")]
    NotSettled,
    /// A batch did not begin.
    #[error(transparent)]
    Batch(BatchError),
    /// What was accepted cannot be read.
    #[error(transparent)]
    Acknowledged(AcknowledgedError),
    /// The file of customer numbers cannot be read.
    #[error("no customer numbers were read: {0}")]
    CustomersUnread(ReadError),
    /// There is nobody to verify.
    #[error("there are no customer numbers to verify; give them with --customer or --customers")]
    NoCustomers,
    /// The file of customer numbers is no list, or asks a question; in words.
    #[error("nobody was asked: {}: {why}", path.display())]
    NotAList {
        /// The file that was given.
        path: PathBuf,
        /// In words, with what to do about it.
        why: String,
    },
    /// Numbers that a spreadsheet seems to have changed; what the file holds, in words.
    #[error(
        "nobody was asked: {0}; mend the file, or give --yes-as-is to ask for these numbers as \
         they stand"
    )]
    Doubtful(String),
    /// The file holds no number that can be sent; what it holds, in words.
    #[error("nobody is left to verify: {0}")]
    RowsRefused(String),
    /// The baseline to compare with cannot be read.
    #[error("no baseline was read: {0}")]
    BaselineUnread(ReadError),
    /// The baseline to compare with is none for this batch.
    #[error("the baseline {} cannot be compared with: {error}", path.display())]
    Baseline {
        /// The file that was given.
        path: PathBuf,
        /// What does not fit.
        error: BaselineError,
    },
    /// A report cannot be written there.
    #[error("the file {0}")]
    Report(StoreError),
    /// The result could not be written.
    #[error("the result could not be written: {0}")]
    Output(io::Error),
    /// Several of these at once: none kept the others from being tried.
    #[error("{}", joined(.0))]
    Several(Vec<CliError>),
}

impl CliError {
    /// Whether the program is at fault.
    pub(super) fn is_crash(&self) -> bool {
        matches!(self, Self::Crashed(_) | Self::Window(WindowError::Crashed(_)))
    }

    /// The library's and the system's words, for those who look into it: the error's own are a sentence
    /// without them.
    pub fn technical(&self) -> Option<&str> {
        match self {
            Self::Api(error) => error.technical(),
            Self::NotSent { technical, .. } => technical.as_deref(),
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

fn no_folder(folder: &Path, taken: &Path) -> String {
    let what = if taken.is_file() { "a file" } else { "a device or a pipe" };
    match folder == taken {
        true => format!("the data folder {} is {what}", folder.display()),
        false => format!(
            "the data folder {} cannot be made, since {} is {what}",
            folder.display(),
            taken.display()
        ),
    }
}

fn merchant_id(error: MerchantIdError) -> &'static str {
    match error {
        MerchantIdError::Empty => "the merchant ID is empty",
        MerchantIdError::NotANumber => "the merchant ID must consist of digits only",
        MerchantIdError::OutOfRange => "the merchant ID must be from 1 to 2147483647",
    }
}

fn login(error: &LoginError) -> String {
    match error {
        LoginError::Empty => "the login is empty".to_owned(),
        LoginError::TooLong { chars } => {
            format!("the login has {chars} characters; up to 20 are allowed")
        }
        LoginError::Prohibited(found) => prohibited("login", found),
    }
}

fn customer(error: &CustomerNumberError) -> String {
    match error {
        CustomerNumberError::Empty => "the customer number is empty".to_owned(),
        CustomerNumberError::TooLong { chars } => {
            format!("the customer number has {chars} characters; up to 32 are allowed")
        }
        CustomerNumberError::Prohibited(found) => prohibited("customer number", found),
    }
}

fn token(error: &TokenError) -> String {
    match error {
        TokenError::Empty => "the token is empty".to_owned(),
        TokenError::Malformed { chars } => format!(
            "this is no token: a token is a UUID of 36 characters, and this has {chars} or is of \
             another shape"
        ),
    }
}

fn password(error: &PasswordError) -> String {
    match error {
        PasswordError::Empty => "no password came on the standard input".to_owned(),
        PasswordError::TooLong => "the password is longer than 30 characters".to_owned(),
        PasswordError::Prohibited { position } => format!(
            "character {position} of the password is one that the gateway removes, so it cannot be \
             right"
        ),
    }
}

fn server(error: &ServerAddressError) -> String {
    match error {
        ServerAddressError::Empty => "the server name is empty".to_owned(),
        ServerAddressError::Malformed => {
            "this is no server name; give it like payments.example.com".to_owned()
        }
        ServerAddressError::PlainHttp { host } => {
            format!("http would send the password readable to {host}; use https")
        }
        ServerAddressError::Scheme { scheme } => format!("{scheme} is not supported; use https"),
        ServerAddressError::UserInfo => {
            "leave login and password out of the server name".to_owned()
        }
        ServerAddressError::MoreThanAServer { extra } => {
            format!("give the server name alone, without `{extra}`")
        }
    }
}

fn prohibited(what: &str, found: &Prohibited) -> String {
    let Prohibited { symbol, position } = *found;
    let would = "which the gateway would remove and so take it for another";
    match invisible(symbol) {
        None => format!("the {what} holds {symbol:?} (character {position}), {would}"),
        Some(kind) => {
            let name = invisible_name(&Texts::new(Language::English), kind);
            let code = u32::from(symbol);
            format!("character {position} of the {what} is invisible: {name} (U+{code:04X})")
        }
    }
}

fn joined(errors: &[CliError]) -> String {
    errors.iter().map(ToString::to_string).collect::<Vec<_>>().join("; ")
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
pub(super) fn progress(line: &str) {
    let mut err = io::stderr().lock();
    if err.is_terminal() {
        // Nothing is left to do where the terminal is gone.
        let _written = write!(err, "\r\u{1b}[2K{}", harmless(line)).and_then(|()| err.flush());
    }
}

/// Whether a path is `-`.
pub(super) fn is_standard_output(path: &Path) -> bool {
    path == Path::new("-")
}

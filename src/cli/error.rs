//! Why a subcommand ended early, and exit codes.

use std::io;
use std::path::PathBuf;

use crate::acknowledged::AcknowledgedError;
use crate::api::ApiError;
use crate::app::WindowError;
use crate::batch::{BaselineError, BatchError};
use crate::diagnostics::Crash;
use crate::domain::{
    CustomerNumberError, LoginError, MerchantIdError, PasswordError, Prohibited,
    ServerAddressError, TokenError,
};
use crate::journal::{AcceptError, JournalError};
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

/// The journal was changed, and nobody has taken that on.
pub const EXIT_BROKEN: u8 = 4;

/// Why a subcommand ended early; [`CliError::words`] says it in one sentence.
#[derive(Debug)]
pub enum CliError {
    /// A flag, or what it leads to, will not do: nobody was asked.
    Argument(ArgumentError),
    /// A proxy is set, and its setting cannot be read.
    Proxy(ProxyError),
    /// The folders of the user's files cannot be found.
    Folders(FoldersError),
    /// The embedded server did not start, or could not write.
    Sandbox(SandboxError),
    /// A look-up failed.
    Api(ApiError),
    /// The removal did not begin: nothing was sent.
    Removal(RemovalError),
    /// The journal cannot be read or written.
    Journal(JournalError),
    /// There is no journal to be checked.
    NoJournal(PathBuf),
    /// A broken journal was not taken on.
    NotAccepted(AcceptError),
    /// No window could be opened, or it broke off.
    Window(WindowError),
    /// The program broke off.
    Crashed(Crash),
    /// The removal could not be sent; why.
    NotSent {
        /// For a person, as one sentence; empty where nothing is known.
        why: String,
        /// The library's words; shown beside it.
        technical: Option<String>,
    },
    /// Nobody said yes.
    NotConfirmed,
    /// Not everything was loaded in time.
    NotSettled,
    /// A batch did not begin.
    Batch(BatchError),
    /// What was acknowledged cannot be read.
    Acknowledged(AcknowledgedError),
    /// The file of customer numbers cannot be read.
    CustomersUnread(ReadError),
    /// There is nobody to verify.
    NoCustomers,
    /// The file of customer numbers is no list, or asks a question; in words, with the file and what to do.
    NotAList(String),
    /// Numbers that a spreadsheet seems to have changed; what the file holds, in words.
    Doubtful(String),
    /// The file holds no number that can be sent; what it holds, in words.
    RowsRefused(String),
    /// The baseline to compare with cannot be read.
    BaselineUnread(ReadError),
    /// The baseline to compare with is none for this batch.
    Baseline {
        /// The file that was given.
        path: PathBuf,
        /// What does not fit.
        error: BaselineError,
    },
    /// A report cannot be written there.
    Report(StoreError),
    /// The result could not be written.
    Output(io::Error),
    /// Several of these at once: none kept the others from being tried.
    Several(Vec<CliError>),
}

/// Where a password stands and must not.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Misplaced {
    /// As a customer's number, which is sent.
    Customer,
    /// As a reason, which stands in the journal.
    Reason,
    /// As the agent's name, likewise.
    Operator,
}

/// Why another program told no password.
#[derive(Debug)]
pub enum CommandTrouble {
    /// Nothing stands there, or a quotation mark is not closed.
    Quotes,
    /// It cannot be run, or what it says not be read.
    NotStarted(io::Error),
    /// It ended with a failure; how, in the system's words.
    Failed(String),
    /// It ended well, and its first line is empty.
    Nothing,
    /// It said nothing for a minute.
    TimedOut,
}

/// Why a flag, or what it leads to, will not do.
#[derive(Debug)]
pub enum ArgumentError {
    /// Not an address that calls can be sent to.
    Server(ServerAddressError),
    /// Not a merchant number.
    MerchantId(MerchantIdError),
    /// Not a login that the gateway would take as it is.
    Login(LoginError),
    /// Not a password that the gateway would take as it is.
    Password(PasswordError),
    /// The standard input could not be read.
    PasswordUnread(io::Error),
    /// The standard input is no text that is understood.
    PasswordEncoding,
    /// Neither flag says where the password is, and there is no terminal to ask at.
    NoPassword,
    /// `--password-command` told none.
    PasswordCommand(CommandTrouble),
    /// The password stands where something is sent or written down.
    OwnPassword {
        /// Where it stands.
        what: Misplaced,
    },
    /// `--last4` is not four digits.
    LastFour,
    /// No card of the customer has these last four digits.
    NoSuchDigits {
        /// As given.
        digits: String,
    },
    /// Several cards of the customer have these last four digits.
    SeveralDigits {
        /// As given.
        digits: String,
        /// What tells them apart, a card after the other.
        list: String,
    },
    /// `--all` and `--yes` without the number of cards.
    NoExpectedCards,
    /// Another number of cards is on the list than was expected.
    OtherNumber {
        /// As given.
        expected: usize,
        /// On the list.
        found: usize,
    },
    /// A removal on PRODUCTION that nobody has said is meant.
    NotLive {
        /// Name of the server.
        server: String,
    },
    /// Several people use the login, and none is named.
    NoOperator,
    /// Not a customer number that the gateway would take as it is.
    Customer(CustomerNumberError),
    /// `--token` is not a UUID.
    Token(TokenError),
    /// `--token` holds a symbol that the gateway would remove.
    TokenProhibited(Prohibited),
    /// `--select` names no card of the customer.
    NoSuchCard {
        /// As given: last four digits, or a place in the list from 1.
        wanted: String,
        /// How many cards the list holds.
        cards: usize,
    },
    /// The data folder, or one on the way to it, is a file or a device.
    DataFolder {
        /// The folder that was given.
        folder: PathBuf,
        /// What is there and no folder.
        taken: PathBuf,
        /// Whether that is a file, and not a device.
        is_file: bool,
    },
    /// An output would take the place of a file that the program keeps for itself.
    OwnFile {
        /// The flag that names the file.
        flag: &'static str,
        /// As it was given.
        path: PathBuf,
    },
    /// Two outputs would be one file, or one would take the place of what is read.
    SameFile {
        /// The flag that was read first.
        first: &'static str,
        /// The flag whose file is the same.
        second: &'static str,
        /// Where both would be written.
        path: PathBuf,
    },
    /// Two outputs on the standard output.
    BothPrinted {
        /// The flag that was read first.
        first: &'static str,
        /// The flag whose file is the same.
        second: &'static str,
    },
    /// What is kept goes to a file alone.
    NeedsFile {
        /// The flag that was given `-`.
        flag: &'static str,
    },
    /// `--size` is not WxH within 320x240 and 8192x8192.
    BadSize(String),
}

impl From<ArgumentError> for CliError {
    fn from(error: ArgumentError) -> Self {
        Self::Argument(error)
    }
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
            Self::Removal(RemovalError::JournalBroken { .. }) => EXIT_BROKEN,
            _ => EXIT_BAD,
        }
    }
}

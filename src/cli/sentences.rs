//! Why a subcommand ended early, in the words of the texts.

use std::path::Path;

use crate::app::WindowError;
use crate::batch::{baseline_words, batch_words};
use crate::diagnostics::Crash;
use crate::domain::PasswordError;
use crate::i18n::{Text, Texts, count};
use crate::removal::removal_words;
use crate::sandbox::SandboxError;
use crate::words::{
    accept_error, acknowledged_error, advised_error, continued, customer_field, flag_value,
    folders_error, journal_error, login_field, merchant_field, password_field, prohibited,
    proxy_error, read_error, server_field, stored, token_field,
};

use super::error::{ArgumentError, CliError, CommandTrouble, Misplaced};

/// The flag by which a password comes.
const PASSWORD: &str = "--password-stdin";

impl CliError {
    /// One sentence, as it stands after the program's name or a colon.
    pub fn words(&self, texts: &Texts) -> String {
        let say = |text: Text<'_>| texts.get(text).into_owned();
        let said = match self {
            Self::Argument(error) => argument(texts, error),
            Self::Proxy(error) => proxy_error(texts, error),
            Self::Folders(error) => say(folders_error(*error)),
            Self::Sandbox(error) => sandbox(texts, error),
            Self::Api(error) => advised_error(texts, error),
            Self::Removal(error) => removal_words(texts, error),
            Self::Journal(error) => journal_error(texts, error),
            Self::NoJournal(path) => {
                say(Text::CliJournalAbsent { path: &path.display().to_string() })
            }
            Self::NotAccepted(error) => accept_error(texts, error),
            Self::Window(error) => window(texts, error),
            Self::Crashed(crash) => crashed(texts, crash),
            Self::NotSent { why, .. } if why.is_empty() => say(Text::CliNothingSent),
            Self::NotSent { why, .. } => say(Text::RemovalNotSent { why }),
            Self::NotConfirmed => say(Text::CliNotConfirmed),
            Self::NotSettled => say(Text::CliNotSettled),
            Self::Batch(error) => batch_words(texts, error),
            Self::Acknowledged(error) => acknowledged_error(texts, error),
            Self::CustomersUnread(error) => {
                say(Text::CliCustomersUnread { why: &continued(&read_error(texts, error)) })
            }
            Self::NoCustomers => say(Text::CliNoCustomers),
            Self::NotAList(why) => say(Text::CliNotAList { why }),
            Self::Doubtful(list) => say(Text::CliDoubtful { list }),
            Self::RowsRefused(list) => say(Text::CliAllRefused { list }),
            Self::BaselineUnread(error) => {
                say(Text::CliBaselineUnread { why: &continued(&read_error(texts, error)) })
            }
            Self::Baseline { path, error } => {
                let (path, why) = (path.display().to_string(), baseline_words(texts, error));
                say(Text::CliBaselineUnfit { path: &path, why: &continued(&why) })
            }
            Self::Report(error) => stored(texts, error),
            Self::Output(error) => say(Text::CliOutput { reason: &error.to_string() }),
            Self::Several(errors) => {
                let all: Vec<String> = errors.iter().map(|error| error.words(texts)).collect();
                all.join("; ")
            }
        };
        continued(&said)
    }
}

/// Why a flag, or what it leads to, will not do.
fn argument(texts: &Texts, error: &ArgumentError) -> String {
    let say = |text: Text<'_>| texts.get(text).into_owned();
    match error {
        ArgumentError::Server(error) => flag_value("--server", &server_field(texts, error)),
        ArgumentError::MerchantId(error) => {
            flag_value("--merchant-id", &merchant_field(texts, *error))
        }
        ArgumentError::Login(error) => flag_value("--login", &login_field(texts, error)),
        // It comes in one of three ways.
        ArgumentError::Password(error) => {
            let wrong = match error {
                PasswordError::Empty => texts.get(Text::ArgumentPasswordEmpty).into_owned(),
                error => password_field(texts, error),
            };
            flag_value(&texts.get(Text::FieldPassword), &wrong)
        }
        ArgumentError::PasswordUnread(error) => {
            let reason = error.to_string();
            flag_value(PASSWORD, &texts.get(Text::ArgumentPasswordUnread { reason: &reason }))
        }
        ArgumentError::PasswordEncoding => {
            flag_value(PASSWORD, &texts.get(Text::ArgumentPasswordEncoding))
        }
        ArgumentError::Customer(error) => flag_value("--customer", &customer_field(texts, error)),
        ArgumentError::Token(error) => flag_value("--token", &token_field(texts, error)),
        ArgumentError::TokenProhibited(found) => flag_value("--token", &prohibited(texts, *found)),
        ArgumentError::NoPassword => say(Text::ArgumentNoPassword),
        ArgumentError::PasswordCommand(why) => password_command(texts, why),
        ArgumentError::OwnPassword { what } => say(match what {
            Misplaced::Customer => Text::ArgumentCustomerIsPassword,
            Misplaced::Reason => Text::ArgumentReasonIsPassword,
            Misplaced::Operator => Text::ArgumentOperatorIsPassword,
        }),
        ArgumentError::LastFour => say(Text::ArgumentLastFour),
        ArgumentError::NoSuchDigits { digits } => say(Text::CliNoSuchDigits { digits }),
        ArgumentError::SeveralDigits { digits, list } => {
            say(Text::CliSeveralDigits { digits, list })
        }
        ArgumentError::NoExpectedCards => say(Text::ArgumentNoExpectedCards),
        ArgumentError::OtherNumber { expected, found } => {
            say(Text::ArgumentOtherNumber { expected: count(*expected), count: count(*found) })
        }
        ArgumentError::NotLive { server } => say(Text::ArgumentNotLive { server }),
        ArgumentError::NoOperator => say(Text::ArgumentNoOperator),
        ArgumentError::NoSuchCard { wanted, cards } => {
            say(Text::ArgumentNoSuchCard { wanted, cards: count(*cards) })
        }
        ArgumentError::DataFolder { folder, taken, is_file } => {
            data_folder(texts, folder, taken, *is_file)
        }
        ArgumentError::OwnFile { flag, path } => {
            say(Text::ArgumentOwnFile { flag, path: &path.display().to_string() })
        }
        ArgumentError::SameFile { first, second, path } => {
            say(Text::ArgumentSameFile { first, second, path: &path.display().to_string() })
        }
        ArgumentError::BothPrinted { first, second } => {
            say(Text::ArgumentBothPrinted { first, second })
        }
        ArgumentError::NeedsFile { flag } => say(Text::ArgumentNeedsFile { flag }),
        ArgumentError::BadSize(size) => say(Text::ArgumentSize { size }),
    }
}

fn password_command(texts: &Texts, why: &CommandTrouble) -> String {
    let text = match why {
        CommandTrouble::Quotes => Text::PasswordCommandQuotes,
        CommandTrouble::NotStarted(error) => {
            let reason = &error.to_string();
            return texts.get(Text::PasswordCommandNotStarted { reason }).into();
        }
        CommandTrouble::Failed(reason) => Text::PasswordCommandFailed { reason },
        CommandTrouble::Nothing => Text::PasswordCommandNothing,
        CommandTrouble::TimedOut => Text::PasswordCommandTimedOut,
    };
    texts.get(text).into()
}

fn data_folder(texts: &Texts, folder: &Path, taken: &Path, is_file: bool) -> String {
    let kind = if is_file { "file" } else { "device" };
    let (is_itself, folder, taken) =
        (folder == taken, folder.display().to_string(), taken.display().to_string());
    let text = match is_itself {
        true => Text::ArgumentDataFolder { folder: &folder, kind },
        false => Text::ArgumentDataFolderBelow { folder: &folder, taken: &taken, kind },
    };
    texts.get(text).into()
}

fn sandbox(texts: &Texts, error: &SandboxError) -> String {
    let say = |text: Text<'_>| texts.get(text).into_owned();
    match error {
        SandboxError::Port { port: 0, source } => {
            say(Text::SandboxNoPort { reason: &source.to_string() })
        }
        SandboxError::Port { port, source } => {
            let (port, reason) = (port.to_string(), source.to_string());
            say(Text::SandboxPortTaken { port: &port, reason: &reason })
        }
        SandboxError::System(error) => say(Text::SandboxNotStarted { reason: &error.to_string() }),
        SandboxError::Output(error) => say(Text::SandboxUnwritten { reason: &error.to_string() }),
    }
}

/// Why there is no window, and what to do.
fn window(texts: &Texts, error: &WindowError) -> String {
    let text = match error {
        WindowError::NoDisplay => Text::WindowNoDisplay,
        WindowError::NoWindow { reason } => {
            let advice = match cfg!(target_os = "linux") {
                true => Text::WindowAdviceX11,
                false => Text::WindowAdviceDesktop,
            };
            let text = Text::WindowNone { reason, advice: &texts.get(advice) };
            return texts.get(text).into();
        }
        WindowError::NoOpenGl { reason } => Text::WindowNoOpengl { reason },
        WindowError::Lost { reason } => Text::WindowLost { reason },
        WindowError::Crashed(crash) => return crashed(texts, crash),
    };
    texts.get(text).into()
}

fn crashed(texts: &Texts, crash: &Crash) -> String {
    let unknown = texts.get(Text::CrashedPlaceUnknown);
    let at = if crash.place.is_empty() { &*unknown } else { crash.place.as_str() };
    texts.get(Text::Crashed { at }).into()
}

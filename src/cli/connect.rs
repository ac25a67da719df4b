//! The gateway that a subcommand talks to.

use std::io::{self, BufRead as _, Read as _};

use secrecy::SecretString;
use zeroize::Zeroizing;

use crate::domain::{Credentials, CustomerNumber, Login, MerchantId, Password, ServerAddress};
use crate::model::{KnownCustomer, Opening};
use crate::network::Proxies;
use crate::sandbox::{Sandbox, SandboxOptions};

use super::access::{Access, Lang};
use super::arguments::Connection;
use super::error::{ArgumentError, CliError};

/// A gateway to talk to; the sandbox lives as long as this.
pub(super) struct Connected {
    pub(super) server: ServerAddress,
    pub(super) credentials: Credentials,
    pub(super) customer: CustomerNumber,
    pub(super) known: Vec<KnownCustomer>,
    /// Stops when this is dropped.
    pub(super) sandbox: Option<Sandbox>,
}

/// A gateway and who asks it; the sandbox lives as long as this.
pub(super) struct Reached {
    pub(super) server: ServerAddress,
    pub(super) credentials: Credentials,
    pub(super) known: Vec<KnownCustomer>,
    /// Stops when this is dropped.
    pub(super) sandbox: Option<Sandbox>,
}

/// Bytes of the standard input that a password may take.
const MOST_PASSWORD_BYTES: u64 = 1024;

/// Reads the flags; starts the sandbox where it is asked for.
///
/// # Errors
/// See [`CliError`]: nothing was sent.
pub(super) fn connect(flags: &Connection) -> Result<Connected, CliError> {
    let customer = CustomerNumber::parse(&flags.customer).map_err(ArgumentError::Customer)?;
    let Reached { server, credentials, known, sandbox } = reach(&flags.access, flags.lang)?;
    Ok(Connected { server, credentials, customer, known, sandbox })
}

/// The same without a customer.
///
/// # Errors
/// As [`connect`].
pub(super) fn reach(flags: &Access, lang: Lang) -> Result<Reached, CliError> {
    let Some(server) = &flags.server else {
        let (sandbox, offer) = start_sandbox(lang)?;
        let Opening { server, credentials, known, .. } = offer;
        return Ok(Reached { server, credentials, known, sandbox: Some(sandbox) });
    };
    let server = ServerAddress::parse(server).map_err(ArgumentError::Server)?;
    if !server.is_loopback() {
        Proxies::of_this_computer().map_err(CliError::Proxy)?;
    }
    let text = |value: &Option<String>| value.clone().unwrap_or_default();
    let merchant_id =
        MerchantId::parse(&text(&flags.merchant_id)).map_err(ArgumentError::MerchantId)?;
    let login = Login::parse(&text(&flags.login)).map_err(ArgumentError::Login)?;
    let password = read_password()?;
    let credentials = Credentials { merchant_id, login, password, language: lang.into() };
    Ok(Reached { server, credentials, known: Vec::new(), sandbox: None })
}

/// The first line of the standard input, without its end and without a byte order mark before it.
fn read_password() -> Result<Password, CliError> {
    let mut bytes = Zeroizing::new(Vec::with_capacity(MOST_PASSWORD_BYTES as usize));
    let mut input = io::stdin().lock().take(MOST_PASSWORD_BYTES);
    input.read_until(b'\n', &mut bytes).map_err(ArgumentError::PasswordUnread)?;
    if utf_16(&bytes).is_some() {
        // Half of the line feed, or of another character.
        input.read_to_end(&mut bytes).map_err(ArgumentError::PasswordUnread)?;
    }
    let text = decoded(&bytes).ok_or(ArgumentError::PasswordEncoding)?;
    let line = text.split('\n').next().unwrap_or_default();
    let plain = line.trim_end_matches('\r');
    Password::parse(SecretString::from(plain))
        .map_err(|error| ArgumentError::Password(error).into())
}

/// How two bytes become a number, where a text begins with the mark of UTF-16: PowerShell writes
/// files so.
fn utf_16(bytes: &[u8]) -> Option<fn([u8; 2]) -> u16> {
    match bytes {
        [0xff, 0xfe, ..] => Some(u16::from_le_bytes),
        [0xfe, 0xff, ..] => Some(u16::from_be_bytes),
        _ => None,
    }
}

/// UTF-8, or UTF-16 with its mark; without the mark.
fn decoded(bytes: &[u8]) -> Option<Zeroizing<String>> {
    let mut text = Zeroizing::new(String::with_capacity(2 * MOST_PASSWORD_BYTES as usize));
    match utf_16(bytes) {
        Some(number) => {
            let (pairs, _) = bytes.as_chunks::<2>();
            let units = pairs.iter().skip(1).map(|pair| number(*pair));
            for c in char::decode_utf16(units) {
                text.push(c.ok()?);
            }
        }
        None => {
            let utf_8 = std::str::from_utf8(bytes).ok()?;
            text.push_str(utf_8.strip_prefix('\u{feff}').unwrap_or(utf_8));
        }
    }
    Some(text)
}

/// Starts the embedded sandbox, and says how to sign in to it.
///
/// # Errors
/// [`CliError::Sandbox`].
pub(super) fn start_sandbox(lang: Lang) -> Result<(Sandbox, Opening), CliError> {
    let sandbox = Sandbox::start(SandboxOptions::default()).map_err(CliError::Sandbox)?;
    let offer = Opening {
        server: ServerAddress::parse(&sandbox.url()).map_err(ArgumentError::Server)?,
        credentials: Credentials {
            merchant_id: MerchantId::parse(sandbox.merchant_id())
                .map_err(ArgumentError::MerchantId)?,
            login: Login::parse(sandbox.login()).map_err(ArgumentError::Login)?,
            password: Password::parse(SecretString::from(sandbox.password()))
                .map_err(ArgumentError::Password)?,
            language: lang.into(),
        },
        customer: None,
        known: sandbox
            .customers()
            .into_iter()
            .map(|customer| KnownCustomer {
                number: customer.number,
                title: customer.title,
                title_ru: customer.title_ru.to_owned(),
                cards: customer.cards,
            })
            .collect(),
    };
    Ok((sandbox, offer))
}

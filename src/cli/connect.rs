//! The gateway that a subcommand talks to.

use secrecy::SecretString;

use crate::domain::{Credentials, CustomerNumber, Login, MerchantId, Password, ServerAddress};
use crate::i18n::Texts;
use crate::model::{KnownCustomer, Opening};
use crate::network::Proxies;
use crate::sandbox::{Sandbox, SandboxOptions};

use super::access::{Access, Lang};
use super::arguments::Connection;
use super::error::{ArgumentError, CliError, Misplaced};
use super::password::read_password;

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

/// Reads the flags; starts the sandbox where it is asked for.
///
/// # Errors
/// See [`CliError`]: nothing was sent.
pub(super) fn connect(flags: &Connection) -> Result<Connected, CliError> {
    let customer = CustomerNumber::parse(&flags.customer).map_err(ArgumentError::Customer)?;
    let Reached { server, credentials, known, sandbox } = reach(&flags.access, flags.lang)?;
    not_the_password(&credentials, Misplaced::Customer, customer.as_str())?;
    Ok(Connected { server, credentials, customer, known, sandbox })
}

/// A text that would be sent or written down is not the password: typed, or pasted, in the wrong place.
///
/// # Errors
/// [`ArgumentError::OwnPassword`].
pub(super) fn not_the_password(
    who: &Credentials,
    what: Misplaced,
    text: &str,
) -> Result<(), ArgumentError> {
    match who.password.is_in(text) {
        true => Err(ArgumentError::OwnPassword { what }),
        false => Ok(()),
    }
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
    let password = read_password(flags, &Texts::new(lang.into()))?;
    let credentials = Credentials { merchant_id, login, password, language: lang.into() };
    Ok(Reached { server, credentials, known: Vec::new(), sandbox: None })
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

//! What is wrong with a value, said beside the field that it stands in or the row of a list.

use crate::domain::{
    CustomerNumberError, LoginError, MerchantIdError, PasswordError, ServerAddressError,
};
use crate::i18n::{Text, Texts, count, prohibited_symbol};

/// Why this is no server's name.
pub fn server_field(texts: &Texts, error: &ServerAddressError) -> String {
    let text = match error {
        ServerAddressError::Empty => Text::ServerEmpty,
        ServerAddressError::Malformed => Text::ServerMalformed,
        ServerAddressError::PlainHttp { host } => Text::ServerPlainHttp { host },
        ServerAddressError::Scheme { scheme } => Text::ServerScheme { scheme },
        ServerAddressError::UserInfo => Text::ServerUserInfo,
        ServerAddressError::MoreThanAServer { extra } => Text::ServerMore { extra },
    };
    texts.get(text).into()
}

/// Why this is no merchant ID.
pub fn merchant_field(texts: &Texts, error: MerchantIdError) -> String {
    let text = match error {
        MerchantIdError::Empty => Text::MerchantEmpty,
        MerchantIdError::NotANumber => Text::MerchantNotANumber,
        MerchantIdError::OutOfRange => Text::MerchantOutOfRange,
    };
    texts.get(text).into()
}

/// Why this is no login.
pub fn login_field(texts: &Texts, error: &LoginError) -> String {
    match error {
        LoginError::Empty => texts.get(Text::LoginEmpty).into(),
        LoginError::TooLong { chars } => {
            texts.get(Text::LoginTooLong { chars: count(*chars) }).into()
        }
        LoginError::Prohibited(prohibited) => prohibited_symbol(texts, *prohibited),
    }
}

/// Why this is no password.
pub fn password_field(texts: &Texts, error: &PasswordError) -> String {
    let text = match error {
        PasswordError::Empty => Text::PasswordEmpty,
        PasswordError::TooLong => Text::PasswordTooLong,
        PasswordError::Prohibited { position } => {
            Text::PasswordProhibited { position: count(*position) }
        }
    };
    texts.get(text).into()
}

/// Why this is no customer number.
pub fn customer_field(texts: &Texts, error: &CustomerNumberError) -> String {
    match error {
        CustomerNumberError::Empty => texts.get(Text::CustomerEmpty).into(),
        CustomerNumberError::IsPassword => texts.get(Text::CustomerIsPassword).into(),
        CustomerNumberError::TooLong { chars } => {
            texts.get(Text::CustomerTooLong { chars: count(*chars) }).into()
        }
        CustomerNumberError::Prohibited(prohibited) => prohibited_symbol(texts, *prohibited),
    }
}

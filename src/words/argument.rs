//! What is wrong with a value that the command line was given: no field stands beside it, so that the
//! sentence names it.

use crate::domain::{
    CustomerNumberError, LoginError, MerchantIdError, PasswordError, Prohibited,
    ServerAddressError, TokenError, invisible,
};
use crate::i18n::{Text, Texts, count, invisible_name};

/// Why this is no server's name.
pub fn server_argument(texts: &Texts, error: &ServerAddressError) -> String {
    let text = match error {
        ServerAddressError::Empty => Text::ArgumentServerEmpty,
        ServerAddressError::Malformed => Text::ArgumentServerMalformed,
        ServerAddressError::PlainHttp { host } => Text::ArgumentServerPlainHttp { host },
        ServerAddressError::Scheme { scheme } => Text::ArgumentServerScheme { scheme },
        ServerAddressError::UserInfo => Text::ServerUserInfo,
        ServerAddressError::MoreThanAServer { extra } => Text::ArgumentServerMore { extra },
    };
    texts.get(text).into()
}

/// Why this is no merchant ID.
pub fn merchant_argument(texts: &Texts, error: MerchantIdError) -> String {
    let text = match error {
        MerchantIdError::Empty => Text::ArgumentMerchantEmpty,
        MerchantIdError::NotANumber => Text::ArgumentMerchantNotANumber,
        MerchantIdError::OutOfRange => Text::ArgumentMerchantOutOfRange,
    };
    texts.get(text).into()
}

/// Why this is no login.
pub fn login_argument(texts: &Texts, error: &LoginError) -> String {
    match error {
        LoginError::Empty => texts.get(Text::ArgumentLoginEmpty).into(),
        LoginError::TooLong { chars } => {
            texts.get(Text::ArgumentLoginTooLong { chars: count(*chars) }).into()
        }
        LoginError::Prohibited(found) => prohibited(texts, "login", *found),
    }
}

/// Why this is no password.
pub fn password_argument(texts: &Texts, error: &PasswordError) -> String {
    let text = match error {
        PasswordError::Empty => Text::ArgumentPasswordEmpty,
        PasswordError::TooLong => Text::ArgumentPasswordTooLong,
        PasswordError::Prohibited { position } => {
            Text::ArgumentPasswordProhibited { position: count(*position) }
        }
    };
    texts.get(text).into()
}

/// Why this is no customer number.
pub fn customer_argument(texts: &Texts, error: &CustomerNumberError) -> String {
    match error {
        CustomerNumberError::Empty => texts.get(Text::ArgumentCustomerEmpty).into(),
        CustomerNumberError::IsPassword => texts.get(Text::ArgumentCustomerIsPassword).into(),
        CustomerNumberError::TooLong { chars } => {
            texts.get(Text::ArgumentCustomerTooLong { chars: count(*chars) }).into()
        }
        CustomerNumberError::Prohibited(found) => prohibited(texts, "customer", *found),
    }
}

/// Why this is no token; never the token.
pub fn token_argument(texts: &Texts, error: &TokenError) -> String {
    let text = match error {
        TokenError::Empty => Text::ArgumentTokenEmpty,
        TokenError::Malformed { chars } => Text::ArgumentTokenMalformed { chars: count(*chars) },
    };
    texts.get(text).into()
}

/// That a token holds a symbol which the gateway would remove.
pub fn prohibited_token(texts: &Texts, found: Prohibited) -> String {
    prohibited(texts, "token", found)
}

/// What cannot be seen is named. `what` is a key of the text.
fn prohibited(texts: &Texts, what: &str, found: Prohibited) -> String {
    let position = count(found.position);
    match invisible(found.symbol) {
        None => {
            let symbol = format!("{:?}", found.symbol);
            texts.get(Text::ArgumentProhibited { what, symbol: &symbol, position }).into()
        }
        Some(kind) => {
            let name = invisible_name(texts, kind);
            let code = format!("U+{:04X}", u32::from(found.symbol));
            let text = Text::ArgumentInvisible { what, name: &name, code: &code, position };
            texts.get(text).into()
        }
    }
}

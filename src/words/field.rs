//! What is wrong with a value: said as it is beside the field or the row of a list that it stands in; on
//! the command line, where nothing stands beside it, after the name of its flag.

use crate::domain::{
    CustomerNumberError, Invisible, LoginError, MerchantIdError, PasswordError, Prohibited,
    ServerAddressError, TokenError, invisible,
};
use crate::i18n::{Text, Texts, count};

use super::sentence::continued;

/// Why this is no server's name.
pub fn server_field(texts: &Texts, error: &ServerAddressError) -> String {
    let text = match error {
        ServerAddressError::Empty => Text::ServerEmpty,
        ServerAddressError::Malformed => Text::ServerMalformed,
        ServerAddressError::Port => Text::ServerPort,
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
        LoginError::Prohibited(found) => prohibited(texts, *found),
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
        PasswordError::Invisible { position } => {
            Text::PasswordInvisible { position: count(*position) }
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
        CustomerNumberError::Prohibited(found) => prohibited(texts, *found),
    }
}

/// Why this is no token; never the token.
pub fn token_field(texts: &Texts, error: &TokenError) -> String {
    let text = match error {
        TokenError::Empty => Text::TokenEmpty,
        TokenError::Length { chars } => Text::TokenLength { chars: count(*chars) },
        TokenError::Shape { position } => Text::TokenShape { position: count(*position) },
    };
    texts.get(text).into()
}

/// What is wrong with the value of a flag.
pub fn flag_value(flag: &str, wrong: &str) -> String {
    format!("{flag}: {}", continued(wrong))
}

/// What is wrong with a value that holds this symbol; what cannot be seen is named.
pub fn prohibited(texts: &Texts, found: Prohibited) -> String {
    let position = count(found.position);
    let Some(kind) = invisible(found.symbol) else {
        let symbol = found.symbol.to_string();
        return texts.get(Text::ProhibitedSymbol { symbol: &symbol, position }).into();
    };
    let name = invisible_name(texts, kind);
    let code = format!("U+{:04X}", u32::from(found.symbol));
    texts.get(Text::ProhibitedInvisible { name: &name, code: &code, position }).into()
}

/// The name of what cannot be seen, in the middle of a sentence.
fn invisible_name(texts: &Texts, kind: Invisible) -> String {
    let text = match kind {
        Invisible::Control => Text::InvisibleControl,
        Invisible::SoftHyphen => Text::InvisibleSoftHyphen,
        Invisible::ZeroWidthSpace => Text::InvisibleZeroWidthSpace,
        Invisible::Joiner => Text::InvisibleJoiner,
        Invisible::WordJoiner => Text::InvisibleWordJoiner,
        Invisible::ByteOrderMark => Text::InvisibleByteOrderMark,
        Invisible::Direction => Text::InvisibleDirection,
        Invisible::LineSeparator => Text::InvisibleLineSeparator,
        Invisible::VariationSelector => Text::InvisibleVariationSelector,
        Invisible::Tag => Text::InvisibleTag,
        Invisible::Filler => Text::InvisibleFiller,
        Invisible::Format => Text::InvisibleFormat,
        Invisible::NoCharacter => Text::InvisibleNoCharacter,
    };
    texts.get(text).into()
}

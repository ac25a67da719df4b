//! A merchant's number.

use super::prohibited::{Prohibited, find_prohibited};
use super::secret::Password;

/// A merchant's number at the gateway: 1 to 2147483647 (source: Assist's limits of parameters).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct MerchantId(u32);

/// Why a text is no merchant ID.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MerchantIdError {
    /// Nothing, or blanks only.
    Empty,
    /// Something else than the digits 0-9.
    NotANumber,
    /// Zero, or over 2147483647.
    OutOfRange,
}

impl MerchantId {
    /// Largest merchant ID.
    pub const MAX: u32 = 2_147_483_647;

    /// # Errors
    /// See [`MerchantIdError`].
    pub fn parse(text: &str) -> Result<Self, MerchantIdError> {
        let text = text.trim();
        if text.is_empty() {
            return Err(MerchantIdError::Empty);
        }
        if !text.bytes().all(|b| b.is_ascii_digit()) {
            return Err(MerchantIdError::NotANumber);
        }
        match text.parse::<u32>() {
            Ok(id) if (1..=Self::MAX).contains(&id) => Ok(Self(id)),
            _ => Err(MerchantIdError::OutOfRange),
        }
    }

    /// From 1 to 2147483647.
    pub fn get(self) -> u32 {
        self.0
    }
}

/// A web-service login: 1 to 20 characters without prohibited symbols.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Login(String);

/// Why a text is no login.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LoginError {
    /// Nothing, or blanks only.
    Empty,
    /// Over [`Login::MAX_CHARS`] characters; `chars` is what came.
    TooLong {
        /// Characters, not bytes.
        chars: usize,
    },
    /// The gateway would remove this symbol.
    Prohibited(Prohibited),
}

impl Login {
    /// Longest login, in characters.
    pub const MAX_CHARS: usize = 20;

    /// # Errors
    /// See [`LoginError`].
    pub fn parse(text: &str) -> Result<Self, LoginError> {
        if text.trim().is_empty() {
            return Err(LoginError::Empty);
        }
        if let Some(prohibited) = find_prohibited(text) {
            return Err(LoginError::Prohibited(prohibited));
        }
        let chars = text.chars().count();
        if chars > Self::MAX_CHARS {
            return Err(LoginError::TooLong { chars });
        }
        Ok(Self(text.to_owned()))
    }

    /// As it is sent with each call.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// Language of the gateway's answers and of the window.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Language {
    /// English texts, and `EN` to the gateway.
    English,
    /// Russian texts, and `RU` to the gateway.
    Russian,
}

impl Language {
    /// The value of the gateway's `language` parameter.
    pub fn gateway_code(self) -> &'static str {
        match self {
            Self::English => "EN",
            Self::Russian => "RU",
        }
    }
}

/// What travels in the body of every request: the gateway has no sessions.
#[derive(Debug, Clone)]
pub struct Credentials {
    /// Whose customers are asked for.
    pub merchant_id: MerchantId,
    /// Web-service login of that merchant.
    pub login: Login,
    /// Shown nowhere; leaves by `expose_for_request` alone.
    pub password: Password,
    /// Language the gateway answers in.
    pub language: Language,
}

//! Passwords.

use std::fmt;
use std::num::NonZeroU32;

use ring::digest::SHA256_OUTPUT_LEN;
use ring::pbkdf2::{self, PBKDF2_HMAC_SHA256};
use secrecy::{ExposeSecret, SecretString};
use subtle::ConstantTimeEq as _;
use zeroize::Zeroizing;

use super::invisible::invisible;
use super::prohibited::{Prohibited, find_prohibited};

/// A web-service password: 1 to 30 characters without prohibited symbols. Its memory is zeroised
/// when dropped; it has no `Display` and its `Debug` shows nothing.
#[derive(Clone)]
pub struct Password(Kept);

#[derive(Clone)]
enum Kept {
    Whole(SecretString),
    Sealed(Box<Seal>),
}

/// What a password can be recognised by, and not be had from but by trying.
#[derive(Clone)]
struct Seal {
    salt: Vec<u8>,
    digest: Zeroizing<[u8; SHA256_OUTPUT_LEN]>,
}

/// How often a seal is digested: some tenth of a second for whoever tries a password.
const ROUNDS: NonZeroU32 = NonZeroU32::MIN.saturating_add(250_000);

/// Why a text is no password.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PasswordError {
    /// Not a single character.
    Empty,
    /// Over [`Password::MAX_CHARS`] characters.
    TooLong,
    /// The gateway would remove this symbol; only its place is kept, not the symbol.
    Prohibited {
        /// Place of the symbol, from 1, in characters.
        position: usize,
    },
    /// A control character, or another one that nobody sees: no password holds one.
    Invisible {
        /// Its place, from 1, in characters.
        position: usize,
    },
}

impl Password {
    /// Longest password, in characters.
    pub const MAX_CHARS: usize = 30;

    /// # Errors
    /// See [`PasswordError`].
    pub fn parse(text: SecretString) -> Result<Self, PasswordError> {
        let plain = text.expose_secret();
        if plain.is_empty() {
            return Err(PasswordError::Empty);
        }
        if let Some(Prohibited { symbol, position }) = find_prohibited(plain) {
            return Err(match invisible(symbol) {
                Some(_) => PasswordError::Invisible { position },
                None => PasswordError::Prohibited { position },
            });
        }
        if plain.chars().count() > Self::MAX_CHARS {
            return Err(PasswordError::TooLong);
        }
        Ok(Self(Kept::Whole(text)))
    }

    /// The plain text, for the body of a request to the gateway: called in `api` only. `None` where it is
    /// sealed.
    pub fn expose_for_request(&self) -> Option<&str> {
        match &self.0 {
            Kept::Whole(text) => Some(text.expose_secret()),
            Kept::Sealed(_) => None,
        }
    }

    /// The same without the text: a slow digest (PBKDF2) that it can be recognised by.
    #[must_use]
    pub fn sealed(&self, salt: &[u8]) -> Self {
        let Kept::Whole(text) = &self.0 else { return self.clone() };
        let mut digest = Zeroizing::new([0; SHA256_OUTPUT_LEN]);
        let secret = text.expose_secret().as_bytes();
        pbkdf2::derive(PBKDF2_HMAC_SHA256, ROUNDS, salt, secret, &mut *digest);
        Self(Kept::Sealed(Box::new(Seal { salt: salt.to_vec(), digest })))
    }

    /// Whether another password, which was typed, is this one: for unlocking the window.
    pub fn is(&self, typed: &Self) -> bool {
        match &typed.0 {
            Kept::Whole(text) => self.matches(text.expose_secret()),
            Kept::Sealed(_) => false,
        }
    }

    /// Whether a text is this password, or holds it as a word: then it belongs to no request and no file.
    pub fn is_in(&self, text: &str) -> bool {
        let text = text.trim();
        let Kept::Whole(secret) = &self.0 else { return self.matches(text) };
        let secret = secret.expose_secret();
        let is_edge = |side: Option<char>| side.is_none_or(|c| !c.is_alphanumeric());
        self.matches(text)
            // Every place, since it may overlap itself.
            || text.char_indices().any(|(at, _)| {
                let (before, from) = text.split_at(at);
                from.strip_prefix(secret).is_some_and(|behind| {
                    is_edge(before.chars().next_back()) && is_edge(behind.chars().next())
                })
            })
    }

    /// Whether only what it can be recognised by is left of it.
    pub fn is_sealed(&self) -> bool {
        matches!(self.0, Kept::Sealed(_))
    }

    /// Whether a text is this password: for unlocking the window. Takes the same time wherever
    /// they differ.
    pub fn matches(&self, text: &str) -> bool {
        match &self.0 {
            Kept::Whole(secret) => secret.expose_secret().as_bytes().ct_eq(text.as_bytes()).into(),
            Kept::Sealed(seal) => {
                let Seal { salt, digest } = &**seal;
                let (secret, digest) = (text.as_bytes(), &**digest);
                pbkdf2::verify(PBKDF2_HMAC_SHA256, ROUNDS, salt, secret, digest).is_ok()
            }
        }
    }
}

impl fmt::Debug for Password {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Password(…)")
    }
}

/// The token of a saved card: with the merchant's credentials it pays, so it is shown elided.
/// Kept as the gateway wrote it.
#[derive(Clone)]
pub struct Token(SecretString);

/// Why a text is no token.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TokenError {
    /// Not a single character.
    Empty,
    /// Not of 36 characters.
    Length {
        /// Characters, not bytes.
        chars: usize,
    },
    /// Of 36 characters, and no UUID; only the place is kept, not the symbol.
    Shape {
        /// Of the first character that a UUID does not have there, from 1.
        position: usize,
    },
}

impl Token {
    /// Length of a token: a UUID with hyphens.
    pub const CHARS: usize = 36;

    /// Parses what a person gave: a UUID in either case.
    ///
    /// # Errors
    /// See [`TokenError`].
    pub fn parse(text: &str) -> Result<Self, TokenError> {
        if text.is_empty() {
            return Err(TokenError::Empty);
        }
        let chars = text.chars().count();
        if chars != Self::CHARS {
            return Err(TokenError::Length { chars });
        }
        match text.chars().enumerate().position(|(index, c)| !is_of_uuid(index, c)) {
            Some(index) => Err(TokenError::Shape { position: index + 1 }),
            None => Ok(Self(text.into())),
        }
    }

    /// Takes what the gateway sent, well formed or not, so that nothing it sends is dropped.
    pub fn from_gateway(text: &str) -> Self {
        Self(text.into())
    }

    /// Every UUID of a text, in order.
    pub fn all_in(text: &str) -> Vec<Self> {
        let chars: Vec<char> = text.chars().collect();
        let mut found = Vec::new();
        let mut at = 0;
        while at < chars.len() {
            // Cheap, and rules out nearly everything.
            let place = chars.get(at..at + Self::CHARS).filter(|c| c[8] == '-' && c[13] == '-');
            match place.and_then(|place| Self::parse(&String::from_iter(place)).ok()) {
                Some(token) => {
                    found.push(token);
                    at += Self::CHARS;
                }
                None => at += 1,
            }
        }
        found
    }

    /// The token that is this UUID.
    pub fn from_number(number: u128) -> Self {
        let part = |shift: u32, digits: u32| number >> shift & ((1 << (4 * digits)) - 1);
        let (a, b, c) = (part(96, 8), part(80, 4), part(64, 4));
        let (d, e) = (part(48, 4), part(0, 12));
        Self(format!("{a:08X}-{b:04X}-{c:04X}-{d:04X}-{e:012X}").into())
    }

    /// Whether the gateway sent none.
    pub fn is_empty(&self) -> bool {
        self.0.expose_secret().is_empty()
    }

    /// How many characters it has.
    pub fn chars(&self) -> usize {
        self.0.expose_secret().chars().count()
    }

    /// Whether it is a UUID of 36 characters.
    pub(super) fn is_uuid(&self) -> bool {
        is_uuid(self.0.expose_secret())
    }

    /// Whether it is a UUID of 36 characters, and not one of the two that stand for none (RFC 9562:
    /// all zeros, all `f`).
    pub fn is_well_formed(&self) -> bool {
        let text = self.0.expose_secret();
        let all = |digit: char| text.chars().all(|c| c == '-' || c.eq_ignore_ascii_case(&digit));
        is_uuid(text) && !all('0') && !all('f')
    }

    /// Whether the gateway would read it as another value than what is sent.
    pub fn is_sendable(&self) -> bool {
        let text = self.0.expose_secret();
        !text.is_empty() && find_prohibited(text).is_none()
    }

    /// First and last four characters: enough to tell tokens apart, of no use to pay with.
    pub fn elided(&self) -> String {
        let chars: Vec<char> = self.0.expose_secret().chars().collect();
        if chars.len() < 16 {
            return "…".to_owned();
        }
        let head: String = chars[..4].iter().collect();
        let tail: String = chars[chars.len() - 4..].iter().collect();
        format!("{head}…{tail}")
    }

    /// The whole token: for a request, for the clipboard when a person asks for it, and for
    /// `carddesk list`, whose purpose is to print it.
    pub fn expose(&self) -> &str {
        self.0.expose_secret()
    }
}

/// Tokens are the same whatever their case: UUIDs, and the gateway's back end changes case freely.
impl PartialEq for Token {
    fn eq(&self, other: &Self) -> bool {
        self.expose().eq_ignore_ascii_case(other.expose())
    }
}

impl Eq for Token {}

impl std::hash::Hash for Token {
    fn hash<H: std::hash::Hasher>(&self, state: &mut H) {
        self.expose().to_ascii_lowercase().hash(state);
    }
}

impl fmt::Debug for Token {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Token({})", self.elided())
    }
}

fn is_uuid(text: &str) -> bool {
    text.len() == Token::CHARS && text.chars().enumerate().all(|(index, c)| is_of_uuid(index, c))
}

/// Whether a UUID has this character at this place.
fn is_of_uuid(index: usize, c: char) -> bool {
    match index {
        8 | 13 | 18 | 23 => c == '-',
        _ => c.is_ascii_hexdigit(),
    }
}

//! Values and rules of the field: merchant, customer, card, asset, expiry, secrets.
//!
//! No I/O and no clock: the present day comes in as an argument. Beside std only `url` (addresses
//! are values) and `secrecy` (zeroised memory).

mod address;
mod asset;
mod card;
pub mod cell;
mod customer;
mod digest;
mod expiry;
mod face;
mod invisible;
mod luhn;
mod merchant;
mod prohibited;
mod redact;
mod said;
mod secret;
mod server;
mod unproven;

pub use address::without_credentials;
pub use asset::{Asset, AssetKind, Declared, Variant};
pub use card::{Bin, Brand, BrandKind, Card, CardList, LastFour, Spellings};
pub use customer::{CustomerNumber, CustomerNumberError, CustomerNumberWarning};
pub use digest::{Digest, DigestError, hex};
pub use expiry::{Date, Expiry, ExpiryState};
pub use face::CardFace;
pub use invisible::{Invisible, invisible};
pub use luhn::passes_luhn;
pub use merchant::{Credentials, Language, Login, LoginError, MerchantId, MerchantIdError};
pub use prohibited::{PROHIBITED_SYMBOLS, Prohibited, find_prohibited};
pub use redact::{KnownTokens, Redacted, Redactor, redact};
pub use said::{harmless, on_one_line, shortened};
pub use secret::{Password, PasswordError, Token, TokenError};
pub use server::{Environment, ServerAddress, ServerAddressError};
pub use unproven::Unproven;

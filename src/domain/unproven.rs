//! What a list leaves unproven.

use std::fmt;

/// Why a list of cards does not prove that a card which is not on it is gone. Reading is tolerant;
/// a proof is not. Cards are counted from 1.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unproven {
    /// An HTTP status of success that is not 200: accepted, a part, changed on the way.
    Status {
        /// Status code as it came.
        status: u16,
    },
    /// The answer calls itself a part of a whole.
    Part,
    /// The answer is an earlier one, kept on the way.
    Kept,
    /// The answer is dated long before it was asked for.
    Old,
    /// The answer has dates that contradict each other, or one that is none.
    Dates,
    /// The answer is that of another address by its own headers.
    Elsewhere,
    /// The answer is not what its own digest says, or what that says cannot be found out.
    Digest,
    /// The bytes are not the UTF-8 that JSON is written in, or are packed in an unknown way.
    Encoding,
    /// Its headers say that it is not final: to be fetched again, or later.
    Provisional,
    /// Its headers report an error, or say that the answer stands in for another.
    Trouble,
    /// Its headers call it something else than JSON.
    Kind,
    /// Its headers give another number of cards, or name more.
    Length,
    /// Something stands before the JSON: a byte order mark, `//`, `)]}'`.
    Prefix,
    /// The JSON is no array.
    NoArray,
    /// A key stands twice in one object, in whatever case: which of them holds is anybody's guess.
    RepeatedKey {
        /// The card that holds it.
        card: usize,
    },
    /// A key that is not plain ASCII: it may look like another one.
    Key {
        /// The card that holds it.
        card: usize,
    },
    /// A card without a token, or with one that is no text of a UUID.
    Token {
        /// The card that has none.
        card: usize,
    },
    /// The token of a card that stands further up.
    RepeatedToken {
        /// The second of the two.
        card: usize,
    },
    /// A card that carries a fault.
    Fault {
        /// The card that carries it.
        card: usize,
    },
    /// A card that names a customer who was not asked for.
    OtherCustomer {
        /// The card that names another customer.
        card: usize,
    },
    /// A card that says that there are more cards than came.
    More {
        /// The card that says so.
        card: usize,
    },
    /// The token is named elsewhere than as a card's token.
    NamedElsewhere,
    /// It holds more than can be looked through for the token.
    Overlong,
}

impl Unproven {
    /// A word of its own, which stays when its sentence changes.
    pub fn word(self) -> &'static str {
        match self {
            Self::Status { .. } => "status",
            Self::Part => "part",
            Self::Kept => "kept",
            Self::Old => "old",
            Self::Dates => "dates",
            Self::Elsewhere => "elsewhere",
            Self::Digest => "digest",
            Self::Encoding => "encoding",
            Self::Provisional => "provisional",
            Self::Trouble => "trouble",
            Self::Kind => "kind",
            Self::Length => "length",
            Self::Prefix => "prefix",
            Self::NoArray => "no_array",
            Self::RepeatedKey { .. } => "repeated_key",
            Self::Key { .. } => "key",
            Self::Token { .. } => "token",
            Self::RepeatedToken { .. } => "repeated_token",
            Self::Fault { .. } => "fault",
            Self::OtherCustomer { .. } => "other_customer",
            Self::More { .. } => "more",
            Self::NamedElsewhere => "named_elsewhere",
            Self::Overlong => "overlong",
        }
    }
}

impl Unproven {
    /// Which card it is about, from 1.
    pub fn card(self) -> Option<usize> {
        match self {
            Self::RepeatedKey { card }
            | Self::Key { card }
            | Self::Token { card }
            | Self::RepeatedToken { card }
            | Self::Fault { card }
            | Self::OtherCustomer { card }
            | Self::More { card } => Some(card),
            _ => None,
        }
    }

    /// The HTTP status that is not 200.
    pub fn status(self) -> Option<u16> {
        match self {
            Self::Status { status } => Some(status),
            _ => None,
        }
    }
}

impl fmt::Display for Unproven {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Status { status } => write!(f, "it came with HTTP status {status}, not 200"),
            Self::Part => f.write_str("it is a part of a longer answer by its own headers"),
            Self::Kept => f.write_str("it was kept on the way and may be out of date"),
            Self::Old => f.write_str(
                "it is dated long before it was asked for, or this computer's clock is wrong",
            ),
            Self::Dates => {
                f.write_str("its headers give two dates, or one that cannot be read as a date")
            }
            Self::Elsewhere => f.write_str("its headers name another address than the one asked"),
            Self::Digest => f.write_str("its bytes cannot be matched with its own checksum"),
            Self::Encoding => f.write_str("its bytes are not plain UTF-8"),
            Self::Provisional => f.write_str("its headers say to ask for it again"),
            Self::Trouble => f.write_str("its headers tell of an error"),
            Self::Kind => f.write_str("its headers call it something else than JSON"),
            Self::Length => f.write_str("its headers tell of other cards than it holds"),
            Self::Prefix => f.write_str("something stands before the JSON"),
            Self::NoArray => f.write_str("it is no JSON array"),
            Self::RepeatedKey { card } => write!(f, "card {card} has a key twice"),
            Self::Key { card } => write!(f, "card {card} has a key that is not plain ASCII"),
            Self::Token { card } => {
                write!(f, "card {card} came without a token that is well formed")
            }
            Self::RepeatedToken { card } => {
                write!(f, "card {card} has the token of another card")
            }
            Self::Fault { card } => write!(f, "card {card} carries a fault"),
            Self::OtherCustomer { card } => {
                write!(f, "card {card} names a customer who was not asked for")
            }
            Self::More { card } => write!(f, "card {card} tells of more cards"),
            Self::NamedElsewhere => f.write_str("it names the token in another place"),
            Self::Overlong => f.write_str("it holds more than can be looked through"),
        }
    }
}

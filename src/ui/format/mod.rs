//! Values as text, and how good they are.

mod amounts;
mod card;
pub(super) mod error_text;
mod outcome;
mod tone;

pub use amounts::{bytes_text, local_day_time, local_time, one_line};
pub use card::expiry_text;
pub use outcome::{outcome_tone, outcome_words, record_outcome, summary_tone};
pub use tone::Tone;

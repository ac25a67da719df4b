//! Values as text, and how good they are.

mod amounts;
mod card;
pub(super) mod error_text;
mod outcome;
mod tone;

pub(super) use amounts::{bytes_text, local_day_time, local_time, one_line};
pub(super) use card::expiry_text;
pub(super) use outcome::{outcome_tone, outcome_words, record_outcome, summary_tone};
pub(super) use tone::Tone;

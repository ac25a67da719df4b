//! Whole flows of the program, driven by role and label as a person or a screen reader would:
//! the real window without its frame, the real sandbox over real sockets, real files.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    reason = "helpers of tests stop at the first surprise"
)]

mod gate;
mod stage;

mod acting;
mod batch;
mod batch_beside;
mod beside;
mod faults;
mod finding;
mod fits;
mod focus;
mod gateway_words;
mod hands;
mod inspect;
mod journal;
mod keyboard;
mod leaving;
mod lists;
mod look_up;
mod names;
mod outcomes;
mod over;
mod palette;
mod queue;
mod reach;
mod remains;
mod removal;
mod revocation;
mod rings;
mod session;
mod settings;
mod settling;
mod shift;
mod sign_in;
mod sizes;
mod tour;
mod verdicts;
mod viewer;

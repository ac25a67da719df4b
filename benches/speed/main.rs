//! How fast the parts are that a person waits for: `cargo bench`. Nothing here is judged; the limits
//! are those of a window, which `--timings` measures.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    reason = "a measurement stops at the first surprise"
)]

mod cards;
mod frame;
mod media;

fn main() {
    divan::main();
}

/// Lists as long as those that are measured.
const CARDS: [usize; 3] = [12, 200, 1000];

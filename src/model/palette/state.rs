//! The palette.

/// Commands by name.
#[derive(Debug, Default)]
pub struct Palette {
    /// As typed.
    pub text: String,
    /// Which of those that answer to the text.
    pub chosen: usize,
}

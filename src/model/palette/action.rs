//! What a person asks for here.

/// Commands by name.
#[derive(Debug, Clone)]
pub enum PaletteAction {
    /// Show all commands, with an empty text.
    Open,
    /// The text as typed; the first that answers to it is chosen.
    Edit(String),
    /// By its place among those that answer to the text.
    Choose(usize),
}

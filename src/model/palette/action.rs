//! What a person asks for here.

/// Commands by name.
#[derive(Debug, Clone)]
pub enum PaletteAction {
    Open,
    Edit(String),
    /// By its place among those that answer to the text.
    Choose(usize),
}

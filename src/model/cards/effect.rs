//! What the cards on screen need.

/// What the cards on screen need.
#[derive(Debug, Clone, Copy)]
pub enum CardEffect {
    /// Put the keyboard's focus on the finding that was stepped to.
    FocusFinding,
}

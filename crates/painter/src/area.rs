//! Rectangles of pixels or texels.

/// Pixels of a canvas: left and top included, right and bottom not.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Area {
    /// First column.
    pub left: usize,
    /// First row.
    pub top: usize,
    /// Column behind the last one.
    pub right: usize,
    /// Row below the last one.
    pub bottom: usize,
}

impl Area {
    /// All of a canvas.
    pub fn whole((width, height): (usize, usize)) -> Self {
        Self { left: 0, top: 0, right: width, bottom: height }
    }

    /// Columns; 0 where it is empty.
    pub fn width(self) -> usize {
        self.right.saturating_sub(self.left)
    }

    /// Rows; 0 where it is empty.
    pub fn height(self) -> usize {
        self.bottom.saturating_sub(self.top)
    }

    /// Whether it holds no pixel.
    pub fn is_empty(self) -> bool {
        self.left >= self.right || self.top >= self.bottom
    }

    /// What both have in common; empty where that is nothing.
    pub(super) fn within(self, other: Self) -> Self {
        Self {
            left: self.left.max(other.left),
            top: self.top.max(other.top),
            right: self.right.min(other.right),
            bottom: self.bottom.min(other.bottom),
        }
    }

    /// The smallest that holds both.
    pub(super) fn with(self, other: Self) -> Self {
        Self {
            left: self.left.min(other.left),
            top: self.top.min(other.top),
            right: self.right.max(other.right),
            bottom: self.bottom.max(other.bottom),
        }
    }
}

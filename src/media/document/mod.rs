//! Terms: text and HTML as formatted, inert text. Nothing is loaded, run or followed.

mod active;
mod html;
mod text;

pub use html::{HtmlFacts, read_html};
pub use text::{TextFacts, read_text};

/// Blocks of a document, at most; the rest is cut.
pub(super) const MOST_BLOCKS: usize = 4000;
/// Characters of a document, at most; the rest is cut.
pub(super) const MOST_CHARS: usize = 300_000;

/// Formatted text.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Document {
    /// From top to bottom.
    pub blocks: Vec<Block>,
}

/// A piece of a document that stands by itself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Block {
    /// Level from 1 to 6.
    Heading {
        /// From 1 to 6; 1 is the highest.
        level: u8,
        /// From left to right.
        spans: Vec<Span>,
    },
    /// Text with nothing special about it, from left to right.
    Paragraph(Vec<Span>),
    /// Depth from 0; the marker is a bullet or a number.
    ListItem {
        /// How many lists it is within, less one.
        depth: u8,
        /// A bullet, or a number with its point.
        marker: String,
        /// From left to right.
        spans: Vec<Span>,
    },
    /// One entry a cell.
    TableRow(Vec<Vec<Span>>),
    /// A line across the page.
    Rule,
}

/// Text of one look.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Span {
    /// With its blanks run together; no markup.
    pub text: String,
    /// Drawn in the heavier face.
    pub strong: bool,
    /// Drawn slanted.
    pub emphasis: bool,
    /// An https address, to be shown as text.
    pub link: Option<String>,
}

impl Block {
    fn spans(&self) -> Vec<&Span> {
        match self {
            Self::Heading { spans, .. } | Self::Paragraph(spans) | Self::ListItem { spans, .. } => {
                spans.iter().collect()
            }
            Self::TableRow(cells) => cells.iter().flatten().collect(),
            Self::Rule => Vec::new(),
        }
    }
}

impl Document {
    /// The text alone, a line a block, at most this many characters.
    pub fn plain_text(&self, most: usize) -> String {
        let mut text = String::new();
        let mut left = most;
        for block in &self.blocks {
            for span in block.spans() {
                let part: String = span.text.chars().take(left).collect();
                left -= part.chars().count();
                text.push_str(&part);
            }
            if left == 0 {
                break;
            }
            text.push('\n');
            left -= 1;
        }
        text.truncate(text.trim_end().len());
        text
    }

    /// Whether there is nothing to read in it.
    pub fn is_empty(&self) -> bool {
        let mut spans = self.blocks.iter().flat_map(Block::spans);
        spans.all(|span| span.text.trim().is_empty())
    }
}

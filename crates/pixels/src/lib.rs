//! Pixels of card art, row by row: read from a PNG, made smaller, measured, compared. Nothing of files,
//! networks or windows; a package of its own, so that it is built with all optimisation where the program
//! that is being worked on is not.
//!
//! No function of the interface is generic over what takes the rows: its loops are compiled here.

mod buffers;
mod corners;
mod difference;
pub mod layer;
mod likeness;
mod look;
mod picture;
pub mod png;
mod reduce;
mod rows;
mod small_png;
mod stored;

pub use buffers::{BufferPool, Buffers, PooledBuffers};
pub use difference::{PixelDifference, compare};
pub use layer::{Layer, LayerFacts};
pub use look::{Look, PixelFacts, measure_drawn};
pub use picture::{Picture, PixelBox, SIDE};
pub use reduce::Reduced;
pub use rows::{Pixel, Row, TakesRows};
pub use small_png::{SmallPng, to_small_png};
pub use stored::{hand_over, hand_over_rgba, hand_over_stored};

//! One customer's cards, and the card that is inspected.

pub(super) mod ahead;
pub(super) mod inspector;
mod inspector_assets;
mod inspector_findings;
pub(super) mod open_removals;
pub(super) mod page;
pub(super) mod picking;
mod tiles;

use std::sync::Arc;

use crate::domain::{Card, CustomerNumber, Digest, Environment};
use crate::verify::Rule;

use super::revocation::RevocationDialog;

/// What lies over the window: one at a time.
#[derive(Debug)]
pub enum Dialog {
    Removal(RemovalDialog),
    Revocation(RevocationDialog),
    Viewer(Viewer),
    Settings,
    Keys,
    /// The catalogue of the verifier's rules.
    Rules,
    Acknowledge(AcknowledgeDialog),
}

/// A finding that a person is about to accept.
#[derive(Debug)]
pub struct AcknowledgeDialog {
    pub sha256: Digest,
    pub rule: Rule,
    /// The reason, as typed.
    pub why: String,
}

/// The removal of one card, from the question to the outcome.
#[derive(Debug)]
pub struct RemovalDialog {
    pub card: Card,
    pub customer: CustomerNumber,
    /// Last four digits as typed; asked for on PRODUCTION only.
    pub typed_last_four: String,
    /// Reason or ticket number, as typed.
    pub reason: String,
    pub stage: RemovalStage,
}

/// Where the dialog stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RemovalStage {
    Asking,
    /// The numbered removal of the session runs or has ended.
    Confirmed {
        number: u64,
    },
}

impl RemovalDialog {
    /// Whether Confirm may be pressed: on PRODUCTION the last four digits must have been typed.
    pub fn may_confirm(&self, environment: Environment) -> bool {
        self.stage == RemovalStage::Asking
            && (environment != Environment::Production
                || self.typed_last_four.trim() == self.card.last_four.as_str())
    }
}

/// Ground under a transparent picture.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Ground {
    Checkerboard,
    Light,
    Dark,
}

/// What is drawn over the large picture.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Overlay {
    #[default]
    None,
    /// The outline of an ID-1 card with its rounding.
    Outline,
    /// The last four digits, as wallets draw them.
    Digits,
}

/// Scale of the large picture.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Zoom {
    /// As large as the window allows.
    Fit,
    /// Picture pixels as screen pixels, times this.
    Scale(f32),
}

/// The large picture.
#[derive(Debug, Clone, PartialEq)]
pub struct Viewer {
    pub url: Arc<str>,
    pub ground: Ground,
    pub overlay: Overlay,
    pub zoom: Zoom,
    /// Offset of the picture's centre from the view's, in points.
    pub pan: [f32; 2],
}

impl Viewer {
    pub const MIN_SCALE: f32 = 0.05;
    pub const MAX_SCALE: f32 = 32.0;

    pub fn new(url: Arc<str>) -> Self {
        let (ground, overlay) = (Ground::Checkerboard, Overlay::None);
        Self { url, ground, overlay, zoom: Zoom::Fit, pan: [0.0, 0.0] }
    }
}

//! What is kept between runs.

use jiff::SignedDuration;
use serde::{Deserialize, Serialize};

use crate::domain::Language;

/// What is kept between runs.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Settings {
    /// Light, dark, or as the system has it.
    pub theme: ThemeChoice,
    /// Language of the window; `None` follows the system.
    #[serde(with = "language")]
    pub language: Option<Language>,
    /// Factor by which the window's contents are larger or smaller.
    pub zoom: Zoom,
    /// Inner size when it was closed last.
    pub window: WindowSize,
    /// Text of the server field at the last sign-in; empty where there was none.
    pub last_server: String,
    /// Text of the merchant field at the last sign-in; empty where there was none.
    pub last_merchant: String,
    /// Whether several people use the login, so that each removal needs the agent's name.
    pub operator_required: bool,
    /// How long nobody does anything before the window locks.
    pub lock_after: LockAfter,
    /// The agent's name for the journal; empty where none was entered.
    pub operator: String,
    /// Folder of others' that the journal's heads are added to; empty where there is none.
    pub heads_folder: String,
    /// The system's log that they are told to: empty for its own, `none`, or a socket's path.
    pub system_log: String,
    /// Whether the list of customers is folded away.
    pub customers_folded: bool,
    /// Size of the tiles that cards are shown on.
    pub tiles: TileSize,
    /// What draws the window, from the next start on.
    pub renderer: RendererChoice,
    /// Whether card art is kept on this machine between runs.
    pub keep_art: bool,
    /// Whether numbers of customers opened of late are kept on this machine.
    pub keep_recent: bool,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            theme: ThemeChoice::System,
            language: None,
            zoom: Zoom::default(),
            window: WindowSize::default(),
            last_server: String::new(),
            last_merchant: String::new(),
            operator_required: false,
            lock_after: LockAfter::default(),
            operator: String::new(),
            heads_folder: String::new(),
            system_log: String::new(),
            customers_folded: false,
            tiles: TileSize::default(),
            renderer: RendererChoice::default(),
            keep_art: true,
            keep_recent: true,
        }
    }
}

/// Which of the two themes to use.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum ThemeChoice {
    /// Changes with the system's, while the program runs.
    #[default]
    System,
    /// Dark text on light ground, whatever the system has.
    Light,
    /// Light text on dark ground, whatever the system has.
    Dark,
}

/// What is to draw the window.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum RendererChoice {
    /// A graphics card where there is one, the processor otherwise.
    #[default]
    Auto,
    /// OpenGL, or no window.
    OpenGl,
    /// The processor, whatever graphics there are.
    Cpu,
}

/// Size of the tiles that cards are shown on.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum TileSize {
    /// Art and last four digits: hundreds in view.
    Small,
    /// Art up to 320 points wide, with brand, digits and expiry below it.
    #[default]
    Medium,
    /// Art that can be judged without opening it.
    Large,
}

/// Zoom factor of the whole window, from [`Zoom::MIN`] to [`Zoom::MAX`].
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[serde(from = "f32", into = "f32")]
pub struct Zoom(f32);

impl Zoom {
    /// Smallest factor: half the size.
    pub const MIN: f32 = 0.5;
    /// Largest factor: three times the size.
    pub const MAX: f32 = 3.0;

    /// The nearest factor allowed; 1 for what is no number.
    pub fn new(factor: f32) -> Self {
        Self(if factor.is_nan() { 1.0 } else { factor.clamp(Self::MIN, Self::MAX) })
    }

    /// 1.0 is 100 %.
    pub fn get(self) -> f32 {
        self.0
    }
}

impl Default for Zoom {
    fn default() -> Self {
        Self(1.0)
    }
}

impl From<f32> for Zoom {
    fn from(factor: f32) -> Self {
        Self::new(factor)
    }
}

impl From<Zoom> for f32 {
    fn from(zoom: Zoom) -> Self {
        zoom.0
    }
}

/// After how many minutes without a person the window locks: from [`LockAfter::MIN`] to
/// [`LockAfter::MAX`], never not at all (PCI DSS 8.2.8).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(from = "f64", into = "u8")]
pub struct LockAfter(u8);

impl LockAfter {
    /// Shortest time, in minutes.
    pub const MIN: u8 = 1;
    /// Longest time, in minutes.
    pub const MAX: u8 = 15;

    /// The nearest number of minutes allowed.
    pub fn new(minutes: u8) -> Self {
        Self(minutes.clamp(Self::MIN, Self::MAX))
    }

    /// In minutes.
    pub fn minutes(self) -> u8 {
        self.0
    }

    /// The same as a span of time.
    pub fn duration(self) -> SignedDuration {
        SignedDuration::from_mins(i64::from(self.0))
    }
}

impl Default for LockAfter {
    fn default() -> Self {
        Self(5)
    }
}

impl From<f64> for LockAfter {
    fn from(minutes: f64) -> Self {
        // Whatever a file says: a number that is none is the least.
        Self::new(minutes as u8)
    }
}

impl From<LockAfter> for u8 {
    fn from(after: LockAfter) -> Self {
        after.0
    }
}

/// Inner size of the window in points, each side from [`WindowSize::MIN_SIDE`] to
/// [`WindowSize::MAX_SIDE`].
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[serde(from = "[f32; 2]", into = "[f32; 2]")]
pub struct WindowSize {
    width: f32,
    height: f32,
}

impl WindowSize {
    /// Shortest side that is kept, in points.
    pub const MIN_SIDE: f32 = 320.0;
    /// Longest side that is kept, in points.
    pub const MAX_SIDE: f32 = 16_384.0;

    /// The nearest size allowed; the default for what is no number.
    pub fn new(width: f32, height: f32) -> Self {
        if width.is_nan() || height.is_nan() {
            return Self::default();
        }
        let side = |side: f32| side.clamp(Self::MIN_SIDE, Self::MAX_SIDE);
        Self { width: side(width), height: side(height) }
    }

    /// In points.
    pub fn width(self) -> f32 {
        self.width
    }

    /// In points.
    pub fn height(self) -> f32 {
        self.height
    }
}

impl Default for WindowSize {
    fn default() -> Self {
        Self { width: 1280.0, height: 840.0 }
    }
}

impl From<[f32; 2]> for WindowSize {
    fn from([width, height]: [f32; 2]) -> Self {
        Self::new(width, height)
    }
}

impl From<WindowSize> for [f32; 2] {
    fn from(size: WindowSize) -> Self {
        [size.width, size.height]
    }
}

/// A language as `en` or `ru`; a language of another version follows the system.
mod language {
    use serde::{Deserialize, Deserializer, Serialize, Serializer};

    use crate::domain::Language;

    pub(super) fn serialize<S: Serializer>(
        language: &Option<Language>,
        serializer: S,
    ) -> Result<S::Ok, S::Error> {
        let code = language.map(|language| match language {
            Language::English => "en",
            Language::Russian => "ru",
        });
        code.serialize(serializer)
    }

    pub(super) fn deserialize<'de, D: Deserializer<'de>>(
        deserializer: D,
    ) -> Result<Option<Language>, D::Error> {
        Ok(match Option::<String>::deserialize(deserializer)?.as_deref() {
            Some("en") => Some(Language::English),
            Some("ru") => Some(Language::Russian),
            _ => None,
        })
    }
}

//! What drawing functions are given, and what the drawing remembers from frame to frame.

use std::borrow::Cow;

use egui::{Id, TextureId, Vec2};
use secrecy::SecretString;
use zeroize::Zeroizing;

use crate::domain::{AssetKind, Variant};
use crate::i18n::{Text, Texts};
use crate::media::{Document, LoadError, PixelBox};
use crate::model::{Action, AssetAction, AssetEntry, DrawKey, FileId, Now, Page, Remote, State};

use super::stage::DialogStage;
use super::textures::Textures;
use super::theme::Theme;

/// After this long a placeholder says that its picture takes long.
const LONG_WAIT: jiff::SignedDuration = jiff::SignedDuration::from_secs(10);
/// Within which a page of card art comes where nothing holds it up.
const SHORT_WAIT: jiff::SignedDuration = jiff::SignedDuration::from_secs(2);

/// What the drawing itself remembers from frame to frame, and nobody else needs.
#[derive(Default)]
pub struct UiMemory {
    /// The password being typed.
    pub password: SecretBuffer,
    /// A field that takes the keyboard's focus when it is drawn next.
    pub focus_look_up: bool,
    /// Whether the sign-in form has put the focus on the field to fill in or to correct.
    pub form_focused: bool,
    /// While the window is locked: what had the focus before.
    pub before_lock: Option<Option<Id>>,
    /// The page that was drawn last.
    pub page: Option<Page>,
    /// The page is new: what comes first on it takes the focus when it is drawn.
    pub page_begins: bool,
    /// The customer on screen was asked for anew: the first card takes the focus when it comes.
    pub begins: bool,
    /// The dialog on screen.
    pub dialog: Option<ShownDialog>,
    /// Tiles in a row, as drawn last.
    pub columns: usize,
    /// The tile that had the focus when it was drawn last: its card's place in the list, and itself.
    pub focused_tile: Option<(usize, Id)>,
    /// The card that was inspected in the last frame: its place in the list.
    pub inspected: Option<usize>,
    /// The tile that takes the focus when it is drawn next; it is scrolled to.
    pub focus_tile: Option<usize>,
    /// Whether a field had the focus in the frame before.
    pub typing: bool,
    /// The finding that was stepped to takes the focus when it is drawn next; it is scrolled to.
    pub focus_finding: bool,
    /// A finding was stepped to since the last frame: its card comes into view.
    pub stepped: bool,
    /// The card and its finding that had the focus when it was drawn last.
    pub focused_finding: Option<(usize, usize)>,
    /// The chosen page of the inspector takes the focus when it is drawn next.
    pub focus_tab: bool,
    /// The removal whose steps were shown last in the journal.
    pub journal_open: Option<String>,
    /// The first of the customers listed takes the focus when it is drawn next.
    pub focus_customer: bool,
    /// The row of the customer on screen, among those listed.
    pub queue_place: Option<usize>,
    /// Whether the window has no room for the customers beside the page.
    pub is_narrow: bool,
    /// Whether they lie over the page then.
    pub customers_over: bool,
    /// The room that tiles have where no card is inspected, in points.
    pub tiles_room: Option<Vec2>,
    /// How the pictures of the last frame were shown.
    pub pictures: PicturesShown,
}

impl UiMemory {
    /// Whether something takes the focus as soon as it is drawn.
    pub(super) fn will_move_focus(&self) -> bool {
        self.focus_look_up || self.focus_tile.is_some() || self.focus_finding || self.focus_tab
    }
}

/// What is remembered of a dialog while it is on screen.
pub struct ShownDialog {
    pub stage: DialogStage,
    /// When this stage was drawn first, in seconds of the window's time.
    pub since: f64,
    /// The frame that drew it first, all passes of it.
    pub first_frame: u64,
    /// Whether this is that first frame: then its safe button takes the focus.
    pub is_new: bool,
    /// What had the focus before the dialog, and gets it back.
    pub focus_before: Option<Id>,
}

/// How the pictures of one frame were shown.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct PicturesShown {
    /// At the size of their place.
    pub full: usize,
    /// Not there yet, or at another size for the time being.
    pub partial: usize,
    /// Of those, asked for so lately that they may be there in a moment.
    pub coming: usize,
}

/// From how many coming pictures on there are many.
const MANY: usize = 8;

impl PicturesShown {
    /// Whether so many are coming that whatever else is drawn holds them up.
    pub fn is_loading_page(&self) -> bool {
        self.coming >= MANY
    }
}

/// All that drawing functions are given.
pub struct View<'a> {
    /// As of this frame; changed by what comes of the actions, after it.
    pub state: &'a State,
    /// In the language of the window.
    pub texts: &'a Texts,
    /// Colours of the theme that egui has active.
    pub theme: Theme,
    /// Pictures that are on their way to the screen or on it.
    pub textures: &'a mut Textures,
    /// Lives from frame to frame.
    pub memory: &'a mut UiMemory,
    /// When the frame began.
    pub now: Now,
    /// What the person asked for in this frame.
    pub actions: Vec<Action>,
    /// How the pictures of this frame were shown.
    pub pictures: PicturesShown,
    /// What has the keyboard's focus as the frame begins.
    pub(super) focused: Option<Id>,
    pixels_per_point: f32,
}

/// What stands in the place of an asset.
pub enum Shown<'a> {
    /// A picture and its size in pixels.
    Picture {
        texture: TextureId,
        size: [usize; 2],
    },
    /// Text, to be laid out by the caller.
    Text(&'a Document),
    /// On its way; `long` after ten seconds.
    Waiting {
        long: bool,
    },
    Failed(&'a LoadError),
}

impl<'a> View<'a> {
    /// For one frame; reads focus and scale from egui.
    pub fn new(
        ctx: &egui::Context,
        state: &'a State,
        texts: &'a Texts,
        textures: &'a mut Textures,
        memory: &'a mut UiMemory,
        now: Now,
    ) -> Self {
        Self {
            state,
            texts,
            theme: Theme::of(ctx),
            textures,
            memory,
            now,
            actions: Vec::new(),
            pictures: PicturesShown::default(),
            focused: ctx.memory(|memory| memory.focused()),
            pixels_per_point: ctx.pixels_per_point(),
        }
    }

    /// The text of a key, in the language of the window.
    pub fn t(&self, text: Text<'_>) -> Cow<'a, str> {
        self.texts.get(text)
    }

    /// Notes what a person asked for; done after the frame.
    pub fn act(&mut self, action: impl Into<Action>) {
        self.actions.push(action.into());
    }

    /// The pixels of a place of this size in points.
    pub fn pixels(&self, size: Vec2) -> PixelBox {
        let pixels = |points: f32| (points * self.pixels_per_point).ceil().max(1.0) as u32;
        PixelBox { width: pixels(size.x), height: pixels(size.y) }
    }

    /// What to draw for a variant in a place of `fit` pixels; asks for what is missing.
    pub fn asset(&mut self, variant: &Variant, kind: &AssetKind, fit: PixelBox) -> Shown<'a> {
        let state: &'a State = self.state;
        let entry = state.session().and_then(|session| session.library.at(&variant.url));
        let Some(entry) = entry else {
            self.want(variant, kind, fit);
            self.pictures.partial += 1;
            self.pictures.coming += 1;
            return Shown::Waiting { long: false };
        };
        self.known(entry, fit)
    }

    /// The same for a file of the library.
    pub fn file(&mut self, id: &FileId, fit: PixelBox) -> Shown<'a> {
        let state: &'a State = self.state;
        let entry = state.session().and_then(|session| session.library.get(id));
        entry.map_or(Shown::Waiting { long: false }, |entry| self.known(entry, fit))
    }

    fn known(&mut self, entry: &'a AssetEntry, fit: PixelBox) -> Shown<'a> {
        let key = DrawKey::file(&entry.id, fit);
        if let Some((texture, size)) = self.textures.get(&key) {
            self.pictures.full += 1;
            return Shown::Picture { texture, size };
        }
        match &entry.file {
            Remote::Failed { error, .. } => return Shown::Failed(&error.error),
            Remote::Ready(file) => {
                if let crate::media::Content::Text(document) = &file.content {
                    return Shown::Text(document);
                }
                if let Some(error) = &entry.draw_error {
                    return Shown::Failed(error);
                }
                if !entry.drawing.contains(&fit) && !self.textures.is_pending(&key) {
                    self.act(AssetAction::WantFile { id: entry.id.clone(), fit });
                }
            }
            Remote::NotAsked => {
                self.act(AssetAction::WantFile { id: entry.id.clone(), fit });
            }
            Remote::Loading { .. } => {}
        }
        let waited = self.now.timestamp.duration_since(entry.asked_at);
        self.pictures.partial += 1;
        self.pictures.coming += usize::from(waited < SHORT_WAIT);
        // Another size of the same picture stands in until this one is drawn.
        if let Some((texture, size)) = self.textures.nearest(&key) {
            return Shown::Picture { texture, size };
        }
        Shown::Waiting { long: waited > LONG_WAIT }
    }

    fn want(&mut self, variant: &Variant, kind: &AssetKind, fit: PixelBox) {
        let (variant, kind) = (variant.clone(), kind.clone());
        self.act(AssetAction::Want { variant, kind, fit });
    }
}

/// Characters of a password being typed: one block of memory that never moves while it grows,
/// zeroised when cleared or dropped. What draws the field is given dots in their place.
pub struct SecretBuffer {
    secret: Zeroizing<String>,
    dots: String,
}

/// Room for the longest password in any script, so that the block is never reallocated.
const SECRET_BYTES: usize = 256;

impl Default for SecretBuffer {
    fn default() -> Self {
        let secret = Zeroizing::new(String::with_capacity(SECRET_BYTES));
        Self { secret, dots: String::new() }
    }
}

impl SecretBuffer {
    pub fn is_empty(&self) -> bool {
        self.secret.is_empty()
    }

    /// The secret, to be handed over.
    pub fn secret(&self) -> SecretString {
        SecretString::from(self.secret.as_str())
    }

    /// Hands the secret over, and forgets it.
    pub fn take(&mut self) -> SecretString {
        let secret = self.secret();
        *self = Self::default();
        secret
    }

    pub fn forget(&mut self) {
        *self = Self::default();
    }

    /// Where a character begins.
    fn byte_of(&self, index: egui::text::CharIndex) -> usize {
        let mut starts = self.secret.char_indices().map(|(at, _)| at);
        starts.nth(index.0).unwrap_or(self.secret.len())
    }

    fn draw_dots(&mut self) {
        self.dots = "•".repeat(self.secret.chars().count());
    }
}

impl egui::TextBuffer for SecretBuffer {
    fn is_mutable(&self) -> bool {
        true
    }

    fn as_str(&self) -> &str {
        &self.dots
    }

    fn insert_text(&mut self, text: &str, char_index: egui::text::CharIndex) -> usize {
        if self.secret.len() + text.len() > SECRET_BYTES {
            return 0;
        }
        let at = self.byte_of(char_index);
        self.secret.insert_str(at, text);
        self.draw_dots();
        text.chars().count()
    }

    fn delete_char_range(&mut self, range: std::ops::Range<egui::text::CharIndex>) {
        let (from, to) = (self.byte_of(range.start), self.byte_of(range.end));
        self.secret.replace_range(from..to, "");
        self.draw_dots();
    }

    fn take(&mut self) -> String {
        // Never hands out a copy that is not zeroised.
        self.forget();
        String::new()
    }

    fn type_id(&self) -> std::any::TypeId {
        std::any::TypeId::of::<Self>()
    }
}

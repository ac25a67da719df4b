//! Pictures on the graphics card, within budgets.

use std::collections::{HashMap, HashSet, VecDeque};

use egui::{ColorImage, TextureFilter, TextureHandle, TextureId, TextureOptions};

use crate::domain::BrandKind;
use crate::media::{Picture, PixelBox};
use crate::model::{DrawKey, FileId, PictureKey};

/// Bytes of pictures on the graphics card that are kept, whatever the window's size.
const RESIDENT_BYTES: usize = 24 * 1024 * 1024;
/// Windows full of pictures that are kept, where that is more: the one on screen, and those of the
/// next two customers.
const RESIDENT_WINDOWS: f32 = 3.0;
/// Bytes uploaded in one frame, at most; a single larger picture goes alone.
const UPLOAD_BYTES: usize = 8 * 1024 * 1024;

struct Resident {
    fit: PixelBox,
    handle: TextureHandle,
    bytes: usize,
    /// Frame in which it was drawn last.
    used: u64,
}

/// Pictures as textures: uploaded within a frame's budget, the least recently drawn dropped first.
#[derive(Default)]
pub struct Textures {
    /// There may be thousands of pictures, of a few sizes each.
    resident: HashMap<PictureKey, Vec<Resident>>,
    pending: VecDeque<(DrawKey, Picture, TextureOptions)>,
    gradients: HashMap<(BrandKind, bool), TextureHandle>,
    /// Those without a transparent pixel.
    opaque: HashSet<TextureId>,
    bytes: usize,
    frame: u64,
}

impl Textures {
    /// Takes a picture to be uploaded.
    pub fn add(&mut self, key: DrawKey, picture: Picture) {
        self.add_as(key, picture, TextureOptions::LINEAR);
    }

    /// Takes a picture whose pixels are drawn as squares where it is enlarged.
    pub fn add_pixels(&mut self, key: DrawKey, picture: Picture) {
        let magnification = TextureFilter::Nearest;
        self.add_as(key, picture, TextureOptions { magnification, ..TextureOptions::LINEAR });
    }

    fn add_as(&mut self, key: DrawKey, picture: Picture, options: TextureOptions) {
        self.pending.retain(|(other, ..)| *other != key);
        self.pending.push_back((key, picture, options));
    }

    /// Forgets every picture of a file.
    pub fn drop_file(&mut self, id: FileId) {
        let file = PictureKey::File(id);
        self.pending.retain(|(key, ..)| key.picture != file);
        for dropped in self.resident.remove(&file).into_iter().flatten() {
            self.opaque.remove(&dropped.handle.id());
            self.bytes -= dropped.bytes;
        }
    }

    /// Forgets all.
    pub fn clear(&mut self) {
        *self = Self { frame: self.frame, ..Self::default() };
    }

    /// Uploads what the frame's budget allows: bytes, and whether more is waiting. Call once a
    /// frame, before drawing.
    pub fn upload(&mut self, ctx: &egui::Context) -> (usize, bool) {
        self.frame += 1;
        let mut uploaded = 0;
        while let Some((_, picture, _)) = self.pending.front() {
            let bytes = picture.rgba.len();
            if uploaded > 0 && uploaded + bytes > UPLOAD_BYTES {
                return (uploaded, true);
            }
            let Some((key, picture, options)) = self.pending.pop_front() else { break };
            uploaded += bytes;
            self.upload_one(ctx, key, &picture, options);
        }
        let window = ctx.content_rect().size() * ctx.pixels_per_point();
        self.evict(RESIDENT_BYTES.max((window.x * window.y * 4.0 * RESIDENT_WINDOWS) as usize));
        (uploaded, false)
    }

    fn upload_one(
        &mut self,
        ctx: &egui::Context,
        key: DrawKey,
        picture: &Picture,
        options: TextureOptions,
    ) {
        let size = [picture.width as usize, picture.height as usize];
        if picture.rgba.len() != size[0] * size[1] * 4 {
            return;
        }
        let image = ColorImage::from_rgba_premultiplied(size, &picture.rgba);
        #[expect(clippy::disallowed_methods, reason = "the home of textures")]
        let handle = ctx.load_texture("picture", image, options);
        let (pixels, _) = picture.rgba.as_chunks::<4>();
        if pixels.iter().all(|pixel| pixel[3] == u8::MAX) {
            self.opaque.insert(handle.id());
        }
        let bytes = picture.rgba.len();
        self.bytes += bytes;
        self.drop_one(&key);
        let resident = Resident { fit: key.fit, handle, bytes, used: self.frame };
        self.resident.entry(key.picture).or_default().push(resident);
    }

    /// Drops the least recently drawn over a budget in bytes; what was drawn in the last frame
    /// stays.
    fn evict(&mut self, budget: usize) {
        if self.bytes <= budget {
            return;
        }
        let keys = self.resident.iter().flat_map(|(picture, sizes)| {
            let old = sizes.iter().filter(|resident| resident.used + 1 < self.frame);
            old.map(|resident| {
                (resident.used, DrawKey { picture: picture.clone(), fit: resident.fit })
            })
        });
        let mut oldest: Vec<(u64, DrawKey)> = keys.collect();
        oldest.sort_unstable_by_key(|(used, _)| *used);
        for (_, key) in oldest {
            if self.bytes <= budget {
                break;
            }
            self.drop_one(&key);
        }
    }

    fn drop_one(&mut self, key: &DrawKey) {
        let Some(sizes) = self.resident.get_mut(&key.picture) else { return };
        for dropped in sizes.extract_if(.., |resident| resident.fit == key.fit) {
            self.bytes -= dropped.bytes;
            self.opaque.remove(&dropped.handle.id());
        }
        if sizes.is_empty() {
            self.resident.remove(&key.picture);
        }
    }

    /// The picture at exactly this size.
    pub fn get(&mut self, key: &DrawKey) -> Option<(TextureId, [usize; 2])> {
        let mut sizes = self.resident.get_mut(&key.picture)?.iter_mut();
        let resident = sizes.find(|resident| resident.fit == key.fit)?;
        resident.used = self.frame;
        Some((resident.handle.id(), resident.handle.size()))
    }

    /// Whether nothing shows through a picture.
    pub fn is_opaque(&self, texture: TextureId) -> bool {
        self.opaque.contains(&texture)
    }

    /// Whether the picture waits for its upload.
    pub fn is_pending(&self, key: &DrawKey) -> bool {
        self.pending.iter().any(|(pending, ..)| pending == key)
    }

    /// The picture at the size nearest above, or else the largest.
    pub fn nearest(&mut self, key: &DrawKey) -> Option<(TextureId, [usize; 2])> {
        let best = self.resident.get(&key.picture)?.iter().min_by_key(|other| {
            let (width, wanted) = (other.fit.width, key.fit.width);
            (width < wanted, width.abs_diff(wanted))
        });
        let fit = best?.fit;
        self.get(&DrawKey { fit, ..key.clone() })
    }

    /// Whether every picture is uploaded.
    pub fn is_settled(&self) -> bool {
        self.pending.is_empty()
    }

    /// A small diagonal gradient in a brand's colours, for cards without art.
    pub fn gradient(
        &mut self,
        ctx: &egui::Context,
        brand: BrandKind,
        active: bool,
        colours: [egui::Color32; 2],
    ) -> TextureId {
        const SIZE: [usize; 2] = [48, 30];
        let make = || {
            let pixels = (0..SIZE[0] * SIZE[1]).map(|index| {
                let (x, y) = ((index % SIZE[0]) as f32, (index / SIZE[0]) as f32);
                let along = (x / SIZE[0] as f32 + y / SIZE[1] as f32) / 2.0;
                colours[0].lerp_to_gamma(colours[1], along)
            });
            let image = ColorImage::new(SIZE, pixels.collect());
            #[expect(clippy::disallowed_methods, reason = "the home of textures")]
            ctx.load_texture("brand gradient", image, TextureOptions::LINEAR)
        };
        self.gradients.entry((brand, active)).or_insert_with(make).id()
    }
}

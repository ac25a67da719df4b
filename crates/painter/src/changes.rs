//! Which pixels of a frame differ from those of the frame before: cells of the canvas are compared by all
//! that is drawn on them.

use egui::TextureId;
use egui::epaint::{Primitive, Vertex};

use super::area::Area;
use super::part::{Part, parts};
use super::texture::Texture;
use super::{Painter, Scene, count};

/// Side of a cell in pixels.
const CELL: usize = 32;
/// Areas that are drawn by themselves; where there are more, one holds them all.
const MOST_AREAS: usize = 24;
/// The same where they fill most of that one: every part is looked for in each of them.
const MOST_CLOSE_AREAS: usize = 4;

/// Odd numbers without a pattern, to mix with.
const MIX: [u64; 4] =
    [0x9e37_79b9_7f4a_7c15, 0xd6e8_feb8_6659_fd93, 0xa076_1d64_78bd_642f, 0xe703_7ed1_a0b4_28db];

/// What stood on each cell in the frame before.
#[derive(Default)]
pub struct Changes {
    frame: Option<Frame>,
    cells: Vec<u64>,
    before: Vec<u64>,
    /// Whether texels that are seen there were replaced.
    renewed: Vec<bool>,
    columns: usize,
}

/// What changes all pixels at once.
#[derive(Clone, Copy, PartialEq)]
struct Frame {
    size: (usize, usize),
    pixels_per_point: f32,
}

impl Changes {
    /// Where a scene differs from the one that was asked about last: areas that have no pixel in common;
    /// none where nothing changed.
    pub fn find(&mut self, painter: &mut Painter, scene: &Scene<'_>) -> Vec<Area> {
        let (width, height) = scene.size;
        let (columns, rows) = (width.div_ceil(CELL), height.div_ceil(CELL));
        std::mem::swap(&mut self.cells, &mut self.before);
        let ground = mixed(u64::from(u32::from_le_bytes(scene.ground.to_array())), MIX[0]);
        self.cells.clear();
        self.cells.resize(columns * rows, ground);
        self.renewed.clear();
        self.renewed.resize(columns * rows, false);
        self.columns = columns;
        let mut replaced = Replaced::default();
        for (id, texture) in &mut painter.textures {
            if let Some(texels) = texture.take_changed() {
                replaced.0.push((*id, texels));
            }
        }
        for primitive in scene.primitives {
            let Primitive::Mesh(mesh) = &primitive.primitive else { continue };
            let Some(texture) = painter.textures.get(&mesh.texture_id) else { continue };
            let clip = scene.clip(primitive.clip_rect);
            if clip.is_empty() {
                continue;
            }
            let texels = replaced.of(mesh.texture_id, texture);
            let begin = begun(mesh.texture_id, texture, clip);
            for part in parts(mesh) {
                let shows_new = texels.as_ref().is_some_and(|texels| texels.are_shown_by(&part));
                let touched = part.touches(scene.pixels_per_point, clip);
                self.note(touched, hashed(&part, begin), shows_new);
            }
        }
        let frame = Frame { size: scene.size, pixels_per_point: scene.pixels_per_point };
        if self.frame.replace(frame) != Some(frame) {
            return vec![Area::whole(scene.size)];
        }
        self.areas(rows, Area::whole(scene.size))
    }

    /// Forgets the frame before: the next one differs everywhere.
    pub fn forget(&mut self) {
        self.frame = None;
    }

    fn note(&mut self, area: Area, hash: u64, shows_new: bool) {
        if area.is_empty() {
            return;
        }
        for row in area.top / CELL..=(area.bottom - 1) / CELL {
            let start = row * self.columns;
            let columns = start + area.left / CELL..=start + (area.right - 1) / CELL;
            for cell in self.cells.get_mut(columns.clone()).into_iter().flatten() {
                *cell = mixed(*cell ^ hash, MIX[1]);
            }
            if shows_new && let Some(cells) = self.renewed.get_mut(columns) {
                cells.fill(true);
            }
        }
    }

    /// Neighbouring cells that changed, as areas.
    fn areas(&self, rows: usize, whole: Area) -> Vec<Area> {
        let mut areas: Vec<Area> = Vec::new();
        for row in 0..rows {
            let mut column = 0;
            while column < self.columns {
                let run = (column..self.columns).take_while(|column| self.differs(row, *column));
                let end = column + run.count();
                if end > column {
                    let (top, bottom) = (row * CELL, (row + 1) * CELL);
                    let area = Area { left: column * CELL, top, right: end * CELL, bottom };
                    add(&mut areas, area.within(whole));
                }
                column = end + 1;
            }
        }
        let Some(all) = areas.iter().copied().reduce(Area::with) else { return areas };
        let is_close = count(&areas) * 5 > count(&[all]) * 3;
        if areas.len() > if is_close { MOST_CLOSE_AREAS } else { MOST_AREAS } {
            areas = vec![all];
        }
        areas
    }

    fn differs(&self, row: usize, column: usize) -> bool {
        let cell = row * self.columns + column;
        self.cells.get(cell) != self.before.get(cell)
            || self.renewed.get(cell).is_some_and(|renewed| *renewed)
    }
}

/// Adds an area below the one that it continues, or by itself.
fn add(areas: &mut Vec<Area>, area: Area) {
    let above = areas.iter_mut().find(|above| {
        above.bottom == area.top && (above.left, above.right) == (area.left, area.right)
    });
    match above {
        Some(above) => above.bottom = area.bottom,
        None => areas.push(area),
    }
}

/// Texels that were replaced, of textures that stayed otherwise.
#[derive(Default)]
struct Replaced(Vec<(TextureId, Area)>);

/// The same as texture coordinates, with what lies just beside.
struct NewTexels {
    left: f32,
    top: f32,
    right: f32,
    bottom: f32,
}

impl Replaced {
    fn of(&self, id: TextureId, texture: &Texture) -> Option<NewTexels> {
        let (_, Area { left, top, right, bottom }) =
            self.0.iter().find(|(other, _)| *other == id)?;
        let (width, height) = (texture.width as f32, texture.height as f32);
        Some(NewTexels {
            left: (*left as f32 - 1.0) / width,
            top: (*top as f32 - 1.0) / height,
            right: (*right as f32 + 1.0) / width,
            bottom: (*bottom as f32 + 1.0) / height,
        })
    }
}

impl NewTexels {
    fn are_shown_by(&self, part: &Part<'_>) -> bool {
        let all = part.corners();
        // Coordinates beyond the texture may be repeated: nothing is known of them.
        let is_beyond = |vertex: &Vertex| {
            let uv = vertex.uv;
            !((0.0..=1.0).contains(&uv.x) && (0.0..=1.0).contains(&uv.y))
        };
        let are_all = |lies: &dyn Fn(&Vertex) -> bool| all.clone().all(lies);
        let beside = are_all(&|vertex| vertex.uv.x < self.left)
            || are_all(&|vertex| vertex.uv.x > self.right)
            || are_all(&|vertex| vertex.uv.y < self.top)
            || are_all(&|vertex| vertex.uv.y > self.bottom);
        !beside || all.clone().any(is_beyond)
    }
}

/// What all parts of a mesh have in common.
fn begun(id: TextureId, texture: &Texture, clip: Area) -> u64 {
    let (kind, number) = match id {
        TextureId::Managed(number) => (MIX[2], number),
        TextureId::User(number) => (MIX[3], number),
    };
    let corners = [clip.left, clip.top, clip.right, clip.bottom];
    let begin = mixed(number ^ kind, texture.version ^ MIX[0]);
    corners.iter().fold(begin, |hash, corner| mixed(hash ^ *corner as u64, MIX[1]))
}

#[inline]
fn hashed(part: &Part<'_>, begin: u64) -> u64 {
    let pair = |x: f32, y: f32| u64::from(x.to_bits()) | (u64::from(y.to_bits()) << 32);
    part.corners().fold(begin, |hash, vertex| {
        let colour = u64::from(u32::from_le_bytes(vertex.color.to_array()));
        let place = mixed(pair(vertex.pos.x, vertex.pos.y) ^ MIX[2], hash ^ MIX[3]);
        mixed(pair(vertex.uv.x, vertex.uv.y) ^ MIX[0], place ^ colour)
    })
}

/// Both numbers in one; either changes all bits.
#[inline]
fn mixed(a: u64, b: u64) -> u64 {
    let product = u128::from(a) * u128::from(b);
    (product as u64) ^ ((product >> 64) as u64)
}

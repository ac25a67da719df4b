//! Drawing what changed is drawing the whole.

use carddesk::ui::theme::{self, Theme};
use carddesk_painter::{Area, Changes, History, Painter, Scene};
use egui::epaint::{
    ClippedPrimitive, ColorImage, ImageDelta, Mesh, Primitive, TextureId, Vertex, WHITE_UV,
};
use egui::{
    Align2, Color32, Context, Pos2, RawInput, Rect, TextureOptions, TexturesDelta, pos2, vec2,
};
use proptest::prelude::*;

use super::{WHITE, give, opaque, painter, rect_corners};

const SIZE: (usize, usize) = (150, 110);
const PICTURE: TextureId = TextureId::Managed(1);
const LETTERS: TextureId = TextureId::Managed(2);

/// Buffers that are drawn on in turn, as a system gives them.
struct Turns {
    buffers: Vec<Vec<u32>>,
    history: History,
    frames: usize,
}

impl Turns {
    fn new(count: usize, size: (usize, usize)) -> Self {
        let buffers = vec![vec![0x0065_4321; size.0 * size.1]; count];
        Self { buffers, history: History::default(), frames: 0 }
    }

    /// Draws a frame on the next buffer, of which nothing is known at first.
    fn draw(&mut self, painter: &Painter, scene: &Scene<'_>, changed: &[Area]) -> &[u32] {
        let count = self.buffers.len();
        let age = if self.frames < count { 0 } else { count };
        let buffer = &mut self.buffers[self.frames % count];
        self.frames += 1;
        self.history.catch_up(painter, scene, (changed.to_vec(), age), buffer);
        buffer
    }
}

/// A canvas that is drawn piece by piece.
struct Canvas {
    pixels: Vec<u32>,
    turns: [Turns; 2],
    changes: Changes,
}

impl Canvas {
    fn new(size: (usize, usize)) -> Self {
        // What stands there before is nobody's.
        let pixels = vec![0x0012_3456; size.0 * size.1];
        let turns = [2, 3].map(|count| Turns::new(count, size));
        Self { pixels, turns, changes: Changes::default() }
    }

    /// Draws what differs from the scene before, and compares with a drawing of the whole.
    fn follow(&mut self, painter: &mut Painter, scene: &Scene<'_>) -> Vec<Area> {
        let areas = self.changes.find(painter, scene);
        painter.paint_areas(scene, &areas, &mut self.pixels);
        let Scene { primitives, pixels_per_point, size, ground } = *scene;
        let whole = painter.paint(primitives, pixels_per_point, size, ground);
        let assert_same = |pixels: &[u32], how: &str| {
            let pieces = pixels.iter().map(opaque);
            let different = pieces.zip(&whole.pixels).position(|(a, b)| a != *b);
            let place = different.map(|at| (at % size.0, at / size.0));
            assert_eq!(place, None, "{how} drawn in {areas:?}");
        };
        assert_same(&self.pixels, "one buffer");
        for turns in self.turns.iter_mut().filter(|_| !areas.is_empty()) {
            let how = format!("{} buffers", turns.buffers.len());
            assert_same(turns.draw(painter, scene, &areas), &how);
        }
        areas
    }
}

fn scene(primitives: &[ClippedPrimitive], pixels_per_point: f32) -> Scene<'_> {
    Scene {
        primitives,
        pixels_per_point,
        size: SIZE,
        ground: Color32::from_rgba_premultiplied(246, 247, 249, 255),
    }
}

/// A picture of so many texels; letters where it is of coverage alone.
fn image(size: [usize; 2], seed: u8, is_coverage: bool) -> ColorImage {
    let pixel = |at: usize| {
        let value = (at as u8).wrapping_mul(37).wrapping_add(seed);
        let [red, green, blue] = [value / 2, value / 3, value];
        if is_coverage {
            Color32::from_rgba_premultiplied(value, value, value, value)
        } else {
            Color32::from_rgba_premultiplied(red, green, blue, value.max(128))
        }
    };
    ColorImage::new(size, (0..size[0] * size[1]).map(pixel).collect())
}

/// Something on the canvas.
#[derive(Debug, Clone)]
struct Thing {
    kind: u8,
    rect: [i16; 4],
    colour: [u8; 4],
    clip: [i16; 4],
}

impl Thing {
    fn rect(numbers: [i16; 4]) -> Rect {
        let [x, y, width, height] = numbers.map(|number| f32::from(number) / 4.0);
        Rect::from_min_size(pos2(x, y), vec2(width, height))
    }

    fn primitive(&self) -> ClippedPrimitive {
        let [red, green, blue, alpha] = self.colour;
        let colour = Color32::from_rgba_unmultiplied(red, green, blue, alpha);
        let rect = Self::rect(self.rect);
        let whole = Rect::from_min_max(pos2(0.0, 0.0), pos2(1.0, 1.0));
        let mut mesh = Mesh::with_texture(match self.kind % 6 {
            0..=2 => WHITE,
            3 | 4 => PICTURE,
            _ => LETTERS,
        });
        match self.kind % 6 {
            0 => mesh.add_colored_rect(rect, colour),
            1 => {
                let corners = rect_corners(rect);
                let ends = [colour, Color32::TRANSPARENT, Color32::WHITE];
                for (pos, color) in corners.into_iter().zip(ends) {
                    mesh.vertices.push(Vertex { pos, uv: WHITE_UV, color });
                }
                mesh.indices = vec![0, 1, 2];
            }
            2 => {
                mesh.add_colored_rect(rect.shrink(1.0), colour);
                mesh.add_colored_rect(rect.translate(vec2(3.0, 5.0)), colour.gamma_multiply(0.5));
            }
            3 => mesh.add_rect_with_uv(rect, whole, colour),
            // A picture at its own size, on pixels or between.
            4 => {
                let place = Rect::from_min_size(rect.min, vec2(24.0, 18.0));
                mesh.add_rect_with_uv(place, whole, Color32::WHITE);
            }
            _ => {
                let part = Rect::from_min_max(pos2(0.25, 0.0), pos2(0.75, 0.5));
                let place = Rect::from_min_size(rect.min.round(), vec2(16.0, 8.0));
                mesh.add_rect_with_uv(place, part, colour);
            }
        }
        let clip_rect = Self::rect(self.clip);
        ClippedPrimitive { clip_rect, primitive: Primitive::Mesh(mesh) }
    }
}

fn thing() -> impl Strategy<Value = Thing> {
    let numbers = || (-60_i16..600, -60_i16..440, 0_i16..400, 0_i16..300);
    let numbers = || numbers().prop_map(|(x, y, width, height)| [x, y, width, height]);
    let clip = prop_oneof![Just([-40, -40, 900, 900]), numbers()];
    (any::<u8>(), numbers(), any::<[u8; 4]>(), clip).prop_map(|(kind, rect, colour, clip)| Thing {
        kind,
        rect,
        colour,
        clip,
    })
}

/// What happens from one frame to the next.
#[derive(Debug, Clone)]
enum Step {
    Add(Thing),
    Remove(prop::sample::Index),
    Swap(prop::sample::Index, prop::sample::Index),
    Replace(prop::sample::Index, Thing),
    /// A picture in the place of another.
    NewPicture(u8),
    /// A part of a picture, or of the letters.
    Patch(bool, u8),
    Nothing,
}

fn step() -> impl Strategy<Value = Step> {
    let index = any::<prop::sample::Index>;
    prop_oneof![
        4 => thing().prop_map(Step::Add),
        1 => index().prop_map(Step::Remove),
        1 => (index(), index()).prop_map(|(a, b)| Step::Swap(a, b)),
        3 => (index(), thing()).prop_map(|(at, thing)| Step::Replace(at, thing)),
        1 => any::<u8>().prop_map(Step::NewPicture),
        2 => (any::<bool>(), any::<u8>()).prop_map(|(letters, seed)| Step::Patch(letters, seed)),
        1 => Just(Step::Nothing),
    ]
}

fn patch(painter: &mut Painter, id: TextureId, seed: u8, options: TextureOptions) {
    let (x, y) = (usize::from(seed % 13), usize::from(seed % 7));
    let part = image([usize::from(seed % 9) + 1, 5], seed, id == LETTERS && seed < 200);
    let mut delta = TexturesDelta::default();
    delta.push(id, ImageDelta::partial([x, y], part, options));
    painter.update_textures(&mut delta);
}

proptest! {
    #[test]
    fn frame_after_frame(
        first in prop::collection::vec(thing(), 0..8),
        steps in prop::collection::vec(step(), 1..12),
        scale in prop_oneof![Just(1.0_f32), Just(1.5), Just(2.0), 0.5_f32..3.0],
        nearest in any::<bool>(),
    ) {
        let options = if nearest { TextureOptions::NEAREST } else { TextureOptions::LINEAR };
        let mut painter = painter();
        give(&mut painter, PICTURE, image([24, 18], 7, false), options);
        give(&mut painter, LETTERS, image([32, 16], 3, true), options);
        let mut canvas = Canvas::new(SIZE);
        let mut things = first;
        for step in steps {
            let count = things.len();
            match step {
                Step::Add(thing) => things.push(thing),
                Step::Remove(at) if count > 0 => drop(things.remove(at.index(count))),
                Step::Swap(a, b) if count > 0 => things.swap(a.index(count), b.index(count)),
                Step::Replace(at, thing) if count > 0 => things[at.index(count)] = thing,
                Step::NewPicture(seed) => {
                    give(&mut painter, PICTURE, image([24, 18], seed, seed < 20), options);
                }
                Step::Patch(of_letters, seed) => {
                    let id = if of_letters { LETTERS } else { PICTURE };
                    patch(&mut painter, id, seed, options);
                }
                _ => {}
            }
            let primitives: Vec<_> = things.iter().map(Thing::primitive).collect();
            canvas.follow(&mut painter, &scene(&primitives, scale));
            let again = canvas.follow(&mut painter, &scene(&primitives, scale));
            prop_assert_eq!(again, [], "what stays the same is not drawn");
        }
    }

    #[test]
    fn a_rectangle_covers_what_its_triangles_cover(thing in thing(), colour in any::<[u8; 4]>()) {
        let [red, green, blue, alpha] = colour;
        let colour = Color32::from_rgba_unmultiplied(red, green, blue, alpha);
        let rect = Thing::rect(thing.rect);
        let mut whole = Mesh::with_texture(WHITE);
        whole.add_colored_rect(rect, colour);
        let mut halves = whole.clone();
        // The same two triangles, begun at other corners.
        halves.indices = vec![1, 2, 0, 3, 2, 1];
        let drawn = |mesh: Mesh| super::paint(&painter(), mesh, SIZE);
        prop_assert!(drawn(whole).pixels == drawn(halves).pixels);
    }
}

/// Frames of a real window: letters, rounded corners, lines, circles.
struct Frames {
    ctx: Context,
    painter: Painter,
    canvas: Canvas,
    time: f64,
}

impl Frames {
    const SIZE: (usize, usize) = (700, 420);

    fn new() -> Self {
        let ctx = Context::default();
        theme::install(&ctx);
        ctx.set_theme(egui::Theme::Light);
        Self { ctx, painter: Painter::default(), canvas: Canvas::new(Self::SIZE), time: 0.0 }
    }

    fn draw(&mut self, scale: f32, mut content: impl FnMut(&mut egui::Ui)) -> Vec<Area> {
        let points = vec2(Self::SIZE.0 as f32, Self::SIZE.1 as f32) / scale;
        self.time += 1.0;
        let mut input = RawInput {
            screen_rect: Some(Rect::from_min_size(Pos2::ZERO, points)),
            time: Some(self.time),
            focused: true,
            ..RawInput::default()
        };
        let root = input.viewport_id;
        input.viewports.get_mut(&root).unwrap().native_pixels_per_point = Some(scale);
        let mut output = self.ctx.run_ui(input, |ui| content(ui));
        self.painter.update_textures(&mut output.textures_delta);
        let primitives = self.ctx.tessellate(output.shapes, output.pixels_per_point);
        let scene = Scene {
            primitives: &primitives,
            pixels_per_point: output.pixels_per_point,
            size: Self::SIZE,
            ground: Theme::LIGHT.ground,
        };
        self.canvas.follow(&mut self.painter, &scene)
    }
}

fn page(ui: &egui::Ui, words: &str, at: Pos2) {
    let painter = ui.painter();
    for row in 0..9 {
        let place = pos2(8.0, 8.0 + 22.0 * row as f32);
        let (font, colour) = (theme::semibold(14.0), Theme::LIGHT.text);
        painter.text(place, Align2::LEFT_TOP, format!("{row}: 1003 VISA"), font, colour);
    }
    painter.rect_filled(Rect::from_min_size(at, vec2(90.0, 40.0)), 8.0, Theme::LIGHT.accent);
    painter.circle_stroke(at, 21.5, (2.0, Theme::LIGHT.danger));
    painter.line_segment([at, pos2(120.0, 9.0)], (1.0, Theme::LIGHT.line));
    painter.text(at, Align2::LEFT_TOP, words, theme::semibold(20.0), Theme::LIGHT.warning);
}

#[test]
fn letters_that_are_new_to_the_atlas_change_nothing_elsewhere() {
    let mut frames = Frames::new();
    let at = pos2(150.0, 100.0);
    frames.draw(1.0, |ui| page(ui, "a", at));
    for words in ["ab", "abЖ", "Ёлка", "№ 12 ₽", "abЖ"] {
        let areas = frames.draw(1.0, |ui| page(ui, words, at));
        let count: usize = areas.iter().map(|area| area.width() * area.height()).sum();
        assert!(count > 0 && count < 40_000, "{words}: {areas:?}");
    }
    assert_eq!(frames.draw(1.0, |ui| page(ui, "abЖ", at)), []);
}

#[test]
fn another_scale_draws_everything_anew() {
    let mut frames = Frames::new();
    let at = pos2(90.0, 60.0);
    let whole = [Area::whole(Frames::SIZE)];
    for scale in [1.0, 1.25, 2.0, 1.0] {
        assert_eq!(frames.draw(scale, |ui| page(ui, "scale", at)), whole);
        assert_eq!(frames.draw(scale, |ui| page(ui, "scale", at)), []);
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]
    #[test]
    fn windows_after_windows(
        scale in prop_oneof![Just(1.0_f32), Just(1.5), 0.8_f32..2.5],
        shown in prop::collection::vec(("[a-zА-я0-9·№]{0,12}", 0.0_f32..500.0, 0.0_f32..300.0), 2..7),
    ) {
        let mut frames = Frames::new();
        for (words, x, y) in shown {
            frames.draw(scale, |ui| page(ui, &words, pos2(x, y)));
        }
    }
}

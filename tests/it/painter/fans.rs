//! Triangles that are drawn together are what each would be by itself.

use carddesk_painter::{Area, Drawing, Painter, Scene};
use egui::epaint::{ClippedPrimitive, ColorImage, Mesh, Primitive, TextureId, Vertex, WHITE_UV};
use egui::{Color32, Pos2, Rect, TextureOptions, pos2, vec2};
use proptest::prelude::*;

use super::{WHITE, give, opaque, painter};

const SIZE: (usize, usize) = (96, 80);
const PICTURE: TextureId = TextureId::Managed(1);
const PICTURE_SIZE: [usize; 2] = [40, 30];

/// Corners around a middle, at these distances: convex where all are alike, anything otherwise.
fn corners(middle: Pos2, distances: &[f32], turns: f32) -> Vec<Pos2> {
    let step = turns * std::f32::consts::TAU / distances.len() as f32;
    let corner = |(at, distance): (usize, &f32)| {
        let (sine, cosine) = (at as f32 * step).sin_cos();
        middle + vec2(cosine, sine) * *distance
    };
    distances.iter().enumerate().map(corner).collect()
}

#[derive(Debug, Clone)]
struct Shape {
    corners: Vec<Pos2>,
    colour: Color32,
    /// How far texels lie beside pixels, where it shows a picture.
    off: Option<[f32; 2]>,
    /// Whether the corner that all triangles share is named first.
    hub_first: bool,
    is_reversed: bool,
}

impl Shape {
    fn triangles(&self) -> Vec<[u32; 3]> {
        let order = |at: u32| match (self.hub_first, self.is_reversed) {
            (true, false) => [0, at - 1, at],
            (true, true) => [0, at, at - 1],
            (false, _) => [at - 1, 0, at],
        };
        let all = (2..self.corners.len() as u32).map(order);
        if self.is_reversed { all.rev().collect() } else { all.collect() }
    }

    fn primitive(&self, triangles: &[[u32; 3]]) -> ClippedPrimitive {
        let mut mesh = Mesh::with_texture(if self.off.is_some() { PICTURE } else { WHITE });
        for pos in &self.corners {
            let texel = |[x, y]: [f32; 2]| {
                pos2((pos.x + x) / PICTURE_SIZE[0] as f32, (pos.y + y) / PICTURE_SIZE[1] as f32)
            };
            let uv = self.off.map_or(WHITE_UV, texel);
            mesh.vertices.push(Vertex { pos: *pos, uv, color: self.colour });
        }
        mesh.indices = triangles.concat();
        let clip_rect = Rect::from_min_max(pos2(5.0, 3.0), pos2(90.0, 74.0));
        ClippedPrimitive { clip_rect, primitive: Primitive::Mesh(mesh) }
    }

    fn drawn(&self, painter: &Painter, scale: f32, is_together: bool) -> Drawing {
        let triangles = self.triangles();
        let by = if is_together { triangles.len().max(1) } else { 1 };
        let primitives: Vec<_> = triangles.chunks(by).map(|some| self.primitive(some)).collect();
        painter.paint(&primitives, scale, SIZE, Color32::DARK_GRAY)
    }
}

fn shape() -> impl Strategy<Value = Shape> {
    let round = (3_usize..40, 0.0_f32..60.0).prop_map(|(count, size)| vec![size; count]);
    let distances = prop_oneof![3 => round, 1 => prop::collection::vec(0.0_f32..60.0, 3..14)];
    // Whole pixels and their halves are where edges meet centres.
    let place = |most: i32| {
        prop_oneof![(-20..most).prop_map(|place| place as f32 / 2.0), -10.0..most as f32]
    };
    let turns = prop_oneof![6 => Just(1.0_f32), 1 => Just(-1.0), 1 => 0.1_f32..2.5];
    let whole = || (-8_i8..20).prop_map(f32::from);
    let off = prop_oneof![whole().boxed(), (-8.0_f32..20.0).boxed()];
    let off = prop::option::of([off.clone(), off]);
    let middle = (place(220), place(180));
    (middle, distances, turns, any::<[u8; 4]>(), off, any::<[bool; 3]>()).prop_map(
        |((x, y), distances, turns, colour, off, [hub_first, is_reversed, is_snapped])| {
            let mut corners = corners(pos2(x, y), &distances, turns);
            if is_snapped {
                corners.iter_mut().for_each(|corner| *corner = (*corner * 2.0).round() / 2.0);
            }
            let [red, green, blue, alpha] = colour;
            let colour = Color32::from_rgba_unmultiplied(red, green, blue, alpha);
            Shape { corners, colour, off, hub_first, is_reversed }
        },
    )
}

fn painter_with_picture() -> Painter {
    let mut painter = painter();
    let pixel = |at: usize| {
        let [red, green, blue] = [at * 7, at * 13, at * 29].map(|part| part as u8);
        Color32::from_rgba_unmultiplied(
            red,
            green,
            blue,
            if at.is_multiple_of(5) { 120 } else { 255 },
        )
    };
    let pixels = (0..PICTURE_SIZE[0] * PICTURE_SIZE[1]).map(pixel).collect();
    let image = ColorImage::new(PICTURE_SIZE, pixels);
    give(&mut painter, PICTURE, image, TextureOptions::LINEAR);
    painter
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1500))]
    #[test]
    fn a_fan_covers_what_its_triangles_cover(shape in shape(), scale in prop_oneof![
        2 => Just(1.0_f32),
        1 => Just(1.5),
        1 => 0.5_f32..2.5,
    ]) {
        let painter = painter_with_picture();
        let together = shape.drawn(&painter, scale, true);
        let alone = shape.drawn(&painter, scale, false);
        let differs = together.pixels.iter().zip(&alone.pixels).position(|(a, b)| a != b);
        prop_assert_eq!(differs.map(|at| (at % SIZE.0, at / SIZE.0)), None);
    }

    #[test]
    fn a_fan_drawn_in_pieces_is_the_whole(shape in shape(), column in 0..SIZE.0, row in 0..SIZE.1) {
        let painter = painter_with_picture();
        let whole = shape.drawn(&painter, 1.0, true);
        let primitives = [shape.primitive(&shape.triangles())];
        let ground = Color32::DARK_GRAY;
        let scene = Scene { primitives: &primitives, pixels_per_point: 1.0, size: SIZE, ground };
        let mut pixels = vec![0; SIZE.0 * SIZE.1];
        let (right, bottom) = SIZE;
        for area in [
            Area { left: 0, top: 0, right: column, bottom: row },
            Area { left: column, top: 0, right, bottom: row },
            Area { left: 0, top: row, right, bottom },
        ] {
            painter.paint_areas(&scene, &[area], &mut pixels);
        }
        prop_assert!(pixels.iter().map(opaque).eq(whole.pixels.iter().copied()));
    }
}

use egui::epaint::{Mesh, TextureId};
use egui::{Color32, Pos2, Rect, pos2};
use proptest::prelude::*;

use super::{WHITE, paint, paint_clipped, painter, rect_corners, triangles};

const SIZE: (usize, usize) = (24, 18);
/// Half of white: over black once 100, over itself more.
const GLASS: Color32 = Color32::from_rgba_premultiplied(100, 100, 100, 128);
const ONCE: Color32 = Color32::from_gray(100);

/// A point in quarters of a pixel, so that some lie on the centres of pixels.
fn point(x: i32, y: i32) -> Pos2 {
    pos2(x as f32 / 4.0, y as f32 / 4.0)
}

/// Whether a pixel's centre is inside: the upper and left edges belong to it, the others do not.
fn covers(rect: Rect, x: usize, y: usize) -> bool {
    let (x, y) = (x as f32 + 0.5, y as f32 + 0.5);
    rect.min.x <= x && x < rect.max.x && rect.min.y <= y && y < rect.max.y
}

proptest! {
    #[test]
    fn neighbouring_triangles_share_no_pixel_and_leave_no_gap(
        (left, top) in (0..40, 0..30),
        (width, height) in (0..56, 0..42),
        inner in (0.0_f32..=1.0, 0.0_f32..=1.0),
        turns in proptest::array::uniform4(0_usize..6),
    ) {
        let rect = Rect::from_min_max(point(left, top), point(left + width, top + height));
        let x = left + (width as f32 * inner.0) as i32;
        let centre = point(x, top + (height as f32 * inner.1) as i32);
        let corners = rect_corners(rect);
        // Four triangles around a point, each begun at any corner and turned either way round.
        let parts: Vec<_> = (0..4)
            .map(|i| {
                let mut triangle = [corners[i], corners[(i + 1) % 4], centre];
                triangle.rotate_left(turns[i] % 3);
                if turns[i] > 2 {
                    triangle.reverse();
                }
                (triangle, GLASS)
            })
            .collect();
        let drawing = paint(&painter(), triangles(&parts), SIZE);
        for y in 0..SIZE.1 {
            for x in 0..SIZE.0 {
                let expected = if covers(rect, x, y) { ONCE } else { Color32::BLACK };
                prop_assert_eq!(drawing.at(x, y), expected, "pixel {} {} of {:?}", x, y, rect);
            }
        }
    }

    #[test]
    fn no_mesh_panics(
        numbers in proptest::collection::vec(any::<f32>(), 18),
        indices in proptest::collection::vec(0_u32..12, 0..14),
        colour in any::<[u8; 4]>(),
        scale in any::<f32>(),
    ) {
        let mut mesh = Mesh::with_texture(WHITE);
        for part in numbers.chunks_exact(2) {
            let [r, g, b, a] = colour;
            let color = Color32::from_rgba_premultiplied(r, g, b, a);
            let pos = pos2(part[0], part[1]);
            mesh.vertices.push(egui::epaint::Vertex { pos, uv: pos, color });
        }
        mesh.indices = indices;
        let clip_rect = Rect::from_min_max(mesh.vertices[7].pos, mesh.vertices[8].pos);
        let primitive = egui::epaint::Primitive::Mesh(mesh);
        let primitive = egui::epaint::ClippedPrimitive { clip_rect, primitive };
        let drawing = painter().paint(&[primitive], scale, (7, 5), Color32::BLACK);
        prop_assert_eq!(drawing.pixels.len(), 35);
    }
}

#[test]
fn a_triangle_larger_than_everything_covers_everything() {
    let huge = [pos2(-1e5, -1e5), pos2(3e5, -1e5), pos2(-1e5, 3e5)];
    let drawing = paint(&painter(), triangles(&[(huge, GLASS)]), SIZE);
    assert!(drawing.pixels.iter().all(|pixel| *pixel == ONCE));
}

#[test]
fn what_is_clipped_is_not_touched() {
    let everything = Rect::from_min_max(pos2(0.0, 0.0), pos2(24.0, 18.0));
    let corners = rect_corners(everything);
    let parts = [
        ([corners[0], corners[1], corners[2]], GLASS),
        ([corners[0], corners[2], corners[3]], GLASS),
    ];
    // Scissor boxes of egui's own painters are rounded to whole pixels.
    for (clip, touched) in [
        ((5.0, 4.0, 20.0, 9.0), (5, 4, 20, 9)),
        ((5.4, 3.6, 19.6, 9.4), (5, 4, 20, 9)),
        ((-7.0, -7.0, 3.0, 2.0), (0, 0, 3, 2)),
        ((20.0, 16.0, 99.0, 99.0), (20, 16, 24, 18)),
        ((9.0, 9.0, 9.0, 12.0), (0, 0, 0, 0)),
        ((9.0, 9.0, 5.0, 5.0), (0, 0, 0, 0)),
    ] {
        let rect = Rect::from_min_max(pos2(clip.0, clip.1), pos2(clip.2, clip.3));
        let drawing = paint_clipped(&painter(), triangles(&parts), SIZE, rect);
        let (left, top, right, bottom) = touched;
        for y in 0..SIZE.1 {
            for x in 0..SIZE.0 {
                let inside = (left..right).contains(&x) && (top..bottom).contains(&y);
                let expected = if inside { ONCE } else { Color32::BLACK };
                assert_eq!(drawing.at(x, y), expected, "{clip:?}: {x} {y}");
            }
        }
    }
}

#[test]
fn colours_are_blended_in_gamma_space() {
    let whole = [pos2(-9.0, -9.0), pos2(99.0, -9.0), pos2(-9.0, 99.0)];
    let on = |ground, colour| {
        let mesh = triangles(&[(whole, ground), (whole, colour)]);
        paint(&painter(), mesh, (2, 2)).at(1, 1)
    };
    let grey = Color32::from_gray(200);
    assert_eq!(on(grey, Color32::TRANSPARENT), grey);
    assert_eq!(on(grey, Color32::BLACK), Color32::BLACK);
    // 100 + 200 * (1 - 128/255), rounded.
    assert_eq!(on(grey, GLASS), Color32::from_gray(200));
    assert_eq!(on(Color32::BLACK, GLASS), ONCE);
    assert_eq!(on(Color32::WHITE, GLASS), Color32::from_gray(227));
}

#[test]
fn light_is_added_whatever_its_colour() {
    let whole = [pos2(-9.0, -9.0), pos2(99.0, -9.0), pos2(-9.0, 99.0)];
    for [r, g, b] in [[40, 0, 0], [0, 40, 0], [0, 0, 40]] {
        let light = Color32::from_rgba_premultiplied(r, g, b, 0);
        let mesh = triangles(&[(whole, ONCE), (whole, light)]);
        let lit = Color32::from_rgba_premultiplied(100 + r, 100 + g, 100 + b, 255);
        assert_eq!(paint(&painter(), mesh, (2, 2)).at(0, 0), lit);
    }
}

#[test]
fn corners_of_different_colours_blend_between_them() {
    let mut mesh = Mesh::with_texture(WHITE);
    mesh.add_colored_rect(Rect::from_min_max(pos2(0.0, 0.0), pos2(16.0, 4.0)), Color32::BLACK);
    for vertex in mesh.vertices.iter_mut().filter(|vertex| vertex.pos.x > 8.0) {
        vertex.color = Color32::WHITE;
    }
    let drawing = paint(&painter(), mesh, (16, 4));
    for x in 0..16 {
        let grey = Color32::from_gray(((x as f32 + 0.5) / 16.0 * 255.0).round() as u8);
        for y in 0..4 {
            assert_eq!(drawing.at(x, y), grey, "{x} {y}");
        }
    }
}

#[test]
fn a_mesh_whose_texture_is_not_there_is_left_out() {
    let whole = [pos2(-9.0, -9.0), pos2(99.0, -9.0), pos2(-9.0, 99.0)];
    let mut mesh = triangles(&[(whole, GLASS)]);
    mesh.texture_id = TextureId::Managed(7);
    let drawing = paint(&painter(), mesh, (4, 4));
    assert!(drawing.pixels.iter().all(|pixel| *pixel == Color32::BLACK));
}

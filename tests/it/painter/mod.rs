//! The CPU painter: triangles without gaps, and a few small pictures of the real window. No GPU.
//!
//! After a wanted change: `UPDATE_PICTURES=1 cargo test --test it painter::`, and look at what
//! changed in `pictures/`.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    reason = "helpers of tests stop at the first surprise"
)]

mod budget;
mod changes;
mod contrast;
mod drawing;
mod fans;
mod mesh;
mod reference;
mod shapes;
mod textures;
mod window;

use carddesk_painter::{Drawing, Painter};
use egui::epaint::{
    ClippedPrimitive, ColorImage, ImageDelta, Mesh, Primitive, TextureId, Vertex, WHITE_UV,
};
use egui::{Color32, Pos2, Rect, TextureOptions, TexturesDelta, pos2, vec2};

const WHITE: TextureId = TextureId::Managed(0);

/// A painter with a white texture, as egui's own always have.
fn painter() -> Painter {
    let mut painter = Painter::default();
    give(&mut painter, WHITE, ColorImage::filled([1, 1], Color32::WHITE), TextureOptions::LINEAR);
    painter
}

fn give(painter: &mut Painter, id: TextureId, image: ColorImage, options: TextureOptions) {
    let mut delta = TexturesDelta::default();
    delta.push(id, ImageDelta::full(image, options));
    painter.update_textures(&mut delta);
    assert!(delta.is_empty(), "what was taken is taken out");
}

/// Triangles of one colour each.
fn triangles(parts: &[([Pos2; 3], Color32)]) -> Mesh {
    let mut mesh = Mesh::with_texture(WHITE);
    for (corners, color) in parts {
        for pos in corners {
            mesh.indices.push(mesh.vertices.len() as u32);
            mesh.vertices.push(Vertex { pos: *pos, uv: WHITE_UV, color: *color });
        }
    }
    mesh
}

fn paint(painter: &Painter, mesh: Mesh, size: (usize, usize)) -> Drawing {
    let clip = Rect::from_min_size(Pos2::ZERO, vec2(size.0 as f32, size.1 as f32));
    paint_clipped(painter, mesh, size, clip)
}

fn paint_clipped(painter: &Painter, mesh: Mesh, size: (usize, usize), clip_rect: Rect) -> Drawing {
    let primitive = ClippedPrimitive { clip_rect, primitive: Primitive::Mesh(mesh) };
    painter.paint(&[primitive], 1.0, size, Color32::BLACK)
}

fn rect_corners(rect: Rect) -> [Pos2; 4] {
    [rect.min, pos2(rect.max.x, rect.min.y), rect.max, pos2(rect.min.x, rect.max.y)]
}

/// A pixel of a canvas as a colour.
fn opaque(pixel: &u32) -> Color32 {
    let [_, red, green, blue] = pixel.to_be_bytes();
    Color32::from_rgba_premultiplied(red, green, blue, 255)
}

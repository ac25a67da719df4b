use carddesk_painter::{Drawing, Painter};
use egui::epaint::{ColorImage, ImageDelta, Mesh, TextureId};
use egui::{Color32, Rect, TextureOptions, TextureWrapMode, TexturesDelta, pos2};

use super::{give, paint, painter};

const PICTURE: TextureId = TextureId::Managed(1);

fn grey(value: u8) -> Color32 {
    Color32::from_gray(value)
}

/// Four grey texels: 0, 60, 120, 180.
fn texels() -> ColorImage {
    ColorImage::new([2, 2], vec![grey(0), grey(60), grey(120), grey(180)])
}

/// The picture stretched over a canvas, `uv` of it.
fn stretched(painter: &Painter, uv: Rect, size: (usize, usize)) -> Drawing {
    let mut mesh = Mesh::with_texture(PICTURE);
    let place = Rect::from_min_max(pos2(0.0, 0.0), pos2(size.0 as f32, size.1 as f32));
    mesh.add_rect_with_uv(place, uv, Color32::WHITE);
    paint(painter, mesh, size)
}

fn whole() -> Rect {
    Rect::from_min_max(pos2(0.0, 0.0), pos2(1.0, 1.0))
}

fn row(drawing: &Drawing, y: usize) -> Vec<u8> {
    (0..drawing.width).map(|x| drawing.at(x, y).r()).collect()
}

#[test]
fn a_picture_at_its_own_size_is_drawn_as_it_is() {
    for options in [TextureOptions::LINEAR, TextureOptions::NEAREST] {
        let mut painter = painter();
        give(&mut painter, PICTURE, texels(), options);
        let drawing = stretched(&painter, whole(), (2, 2));
        assert_eq!(drawing.pixels, texels().pixels, "{options:?}");
    }
}

#[test]
fn nearest_repeats_and_linear_blends() {
    let mut painter = painter();
    give(&mut painter, PICTURE, texels(), TextureOptions::NEAREST);
    let drawing = stretched(&painter, whole(), (4, 4));
    assert_eq!(row(&drawing, 1), [0, 0, 60, 60]);
    assert_eq!(row(&drawing, 2), [120, 120, 180, 180]);
    give(&mut painter, PICTURE, texels(), TextureOptions::LINEAR);
    let drawing = stretched(&painter, whole(), (4, 4));
    // Texels have their centres at the quarters; beyond them the edge goes on.
    assert_eq!(row(&drawing, 0), [0, 15, 45, 60]);
    assert_eq!(row(&drawing, 1), [30, 45, 75, 90]);
}

#[test]
fn textures_wrap_as_they_were_told_to() {
    let three = Rect::from_min_max(pos2(-1.0, 0.0), pos2(2.0, 1.0));
    for (wrap_mode, seen) in [
        (TextureWrapMode::ClampToEdge, [0, 0, 0, 60, 60, 60]),
        (TextureWrapMode::Repeat, [0, 60, 0, 60, 0, 60]),
        (TextureWrapMode::MirroredRepeat, [60, 0, 0, 60, 60, 0]),
    ] {
        let mut painter = painter();
        let options = TextureOptions { wrap_mode, ..TextureOptions::NEAREST };
        give(&mut painter, PICTURE, texels(), options);
        assert_eq!(row(&stretched(&painter, three, (6, 2)), 0), seen, "{wrap_mode:?}");
    }
}

#[test]
fn coordinates_far_outside_are_sampled_at_the_edge() {
    for options in [TextureOptions::LINEAR, TextureOptions::NEAREST] {
        let mut painter = painter();
        give(&mut painter, PICTURE, texels(), options);
        for far in [1e9, 1e30, f32::MAX] {
            let beyond = Rect::from_min_max(pos2(far, far), pos2(far, far));
            assert_eq!(stretched(&painter, beyond, (2, 2)).at(0, 0), grey(180), "{far}");
            let before = Rect::from_min_max(pos2(-far, -far), pos2(-far, -far));
            assert_eq!(stretched(&painter, before, (2, 2)).at(0, 0), grey(0), "{far}");
        }
    }
}

#[test]
fn a_part_of_a_texture_is_replaced() {
    let mut painter = painter();
    give(&mut painter, PICTURE, texels(), TextureOptions::NEAREST);
    let mut delta = TexturesDelta::default();
    let column = ColorImage::new([1, 2], vec![grey(200), grey(250)]);
    delta.push(PICTURE, ImageDelta::partial([1, 0], column, TextureOptions::NEAREST));
    let corner = ColorImage::filled([1, 1], grey(99));
    delta.push(PICTURE, ImageDelta::partial([0, 1], corner, TextureOptions::NEAREST));
    // One that does not fit is passed over.
    let beyond = ColorImage::filled([2, 1], grey(9));
    delta.push(PICTURE, ImageDelta::partial([1, 1], beyond, TextureOptions::NEAREST));
    painter.update_textures(&mut delta);
    let drawing = stretched(&painter, whole(), (2, 2));
    assert_eq!((row(&drawing, 0), row(&drawing, 1)), (vec![0, 200], vec![99, 250]));
}

#[test]
fn a_texture_given_up_is_still_there_for_the_frame_that_shows_it() {
    let mut painter = painter();
    give(&mut painter, PICTURE, ColorImage::filled([1, 1], grey(200)), TextureOptions::LINEAR);
    let mut delta = TexturesDelta::default();
    delta.free.insert(PICTURE);
    painter.update_textures(&mut delta);
    assert_eq!(stretched(&painter, whole(), (2, 2)).at(0, 0), grey(200));
    painter.update_textures(&mut TexturesDelta::default());
    assert_eq!(stretched(&painter, whole(), (2, 2)).at(0, 0), Color32::BLACK);
}

#[test]
fn transparent_texels_show_what_is_below() {
    let mut painter = painter();
    let half = Color32::from_rgba_premultiplied(50, 0, 0, 128);
    let image = ColorImage::new([2, 1], vec![half, Color32::TRANSPARENT]);
    give(&mut painter, PICTURE, image, TextureOptions::NEAREST);
    let drawing = stretched(&painter, whole(), (2, 1));
    assert_eq!(drawing.at(0, 0), Color32::from_rgba_premultiplied(50, 0, 0, 255));
    assert_eq!(drawing.at(1, 0), Color32::BLACK);
}

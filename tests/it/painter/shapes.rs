//! Shapes and letters through egui's own tessellation.

use carddesk::app::Offscreen;
use carddesk::ui::theme::{self, Theme};
use carddesk_painter::Drawing;
use egui::epaint::RectShape;
use egui::{
    Align2, Color32, ColorImage, CornerRadius, FontId, Pos2, Rect, Stroke, StrokeKind,
    TextureOptions, Ui, pos2, vec2,
};

use super::reference::{EXACT, LETTERS, compare};

/// Draws one picture with a context of its own.
fn draw(size: [usize; 2], scale: f32, run: impl Fn(&mut Ui)) -> Drawing {
    let mut offscreen = Offscreen::new(size, scale);
    theme::install(offscreen.ctx());
    offscreen.ctx().set_theme(egui::Theme::Light);
    // Fonts and themes hold from the second frame on.
    offscreen.frame(Vec::new(), |_| {});
    offscreen.frame(Vec::new(), |ui| run(ui));
    offscreen.drawing()
}

/// Drawn twice, from nothing: to the byte the same.
fn draw_the_same(size: [usize; 2], scale: f32, run: impl Fn(&mut Ui)) -> Drawing {
    let drawing = draw(size, scale, &run);
    let again = draw(size, scale, &run);
    assert!(drawing.to_png().unwrap() == again.to_png().unwrap(), "the second run differs");
    drawing
}

fn rect(left: f32, top: f32, width: f32, height: f32) -> Rect {
    Rect::from_min_size(pos2(left, top), vec2(width, height))
}

#[test]
fn shapes_with_soft_edges() {
    let drawing = draw_the_same([120, 60], 1.0, |ui| {
        let painter = ui.painter();
        let accent = Theme::LIGHT.accent;
        painter.rect_filled(rect(6.0, 6.0, 30.0, 20.0), 6.0, accent.gamma_multiply(0.5));
        painter.rect_filled(rect(20.5, 14.5, 30.0, 20.0), 6.0, accent.gamma_multiply(0.5));
        painter.circle_filled(pos2(80.0, 22.0), 14.0, Theme::LIGHT.danger);
        let stroke = Stroke::new(2.0, Theme::LIGHT.ok);
        painter.rect_stroke(rect(6.0, 40.0, 50.0, 14.0), 7.0, stroke, StrokeKind::Inside);
        painter.line_segment([pos2(64.0, 54.0), pos2(114.0, 40.3)], stroke);
    });
    compare("shapes", &drawing, EXACT);
}

#[test]
fn a_picture_with_rounded_corners() {
    let corner = CornerRadius::same(9);
    let place = rect(10.0, 8.0, 100.0, 63.0);
    let drawing = draw_the_same([120, 80], 1.0, |ui| {
        let pixels = (0..16 * 10).map(|at| {
            let (x, y) = ((at % 16) as u8, (at / 16) as u8);
            Color32::from_rgba_premultiplied(x * 16, 80, y * 24, 255)
        });
        let image = ColorImage::new([16, 10], pixels.collect());
        #[expect(clippy::disallowed_methods, reason = "a picture without the window's budget")]
        let texture = ui.ctx().load_texture("art", image, TextureOptions::LINEAR);
        let whole = Rect::from_min_max(Pos2::ZERO, pos2(1.0, 1.0));
        let shape = RectShape::filled(place, corner, Color32::WHITE);
        ui.painter().add(shape.with_texture(texture.id(), whole));
    });
    let ground = Theme::LIGHT.ground;
    for (x, y) in [(10, 8), (109, 8), (10, 70), (109, 70)] {
        assert_eq!(drawing.at(x, y), ground, "the corner at {x} {y} is rounded off");
    }
    assert_ne!(drawing.at(12, 40), ground);
    compare("rounded-picture", &drawing, EXACT);
}

#[test]
fn letters_of_the_windows_faces() {
    let drawing = draw_the_same([200, 74], 1.0, |ui| {
        let painter = ui.painter();
        let (text, muted) = (Theme::LIGHT.text, Theme::LIGHT.muted);
        let at = |y: f32| pos2(8.0, y);
        let strong = theme::semibold(16.0);
        painter.text(at(6.0), Align2::LEFT_TOP, "VISA ···· 0028", strong, text);
        let body = FontId::proportional(14.0);
        painter.text(at(28.0), Align2::LEFT_TOP, "Карта удалена, ёж № 7", body, text);
        let mono = FontId::monospace(12.0);
        painter.text(at(50.0), Align2::LEFT_TOP, "54F5…B401", mono, muted);
        let icon = theme::icon(18.0);
        let danger = Theme::LIGHT.danger;
        let trash = "\u{e18e}";
        painter.text(pos2(160.0, 46.0), Align2::LEFT_TOP, trash, icon, danger);
    });
    compare("letters", &drawing, LETTERS);
}

#[test]
fn letters_that_came_later_into_the_atlas_are_the_same() {
    let text = |ui: &mut Ui, text: &str| {
        let font = FontId::proportional(20.0);
        ui.painter().text(pos2(4.0, 4.0), Align2::LEFT_TOP, text, font, Theme::LIGHT.text);
    };
    let at_once = draw([60, 32], 1.0, |ui| text(ui, "Жё"));
    let mut offscreen = Offscreen::new([60, 32], 1.0);
    theme::install(offscreen.ctx());
    offscreen.ctx().set_theme(egui::Theme::Light);
    offscreen.frame(Vec::new(), |_| {});
    for before in ["Карты", "покупателя", "0123456789"] {
        offscreen.frame(Vec::new(), |ui| text(ui, before));
    }
    offscreen.frame(Vec::new(), |ui| text(ui, "Жё"));
    let later = offscreen.drawing();
    assert!(later.pixels.iter().any(|pixel| *pixel != Theme::LIGHT.ground));
    let far = |(a, b): (&Color32, &Color32)| {
        a.to_array().iter().zip(b.to_array()).any(|(a, b)| a.abs_diff(b) > 1)
    };
    let different = at_once.pixels.iter().zip(&later.pixels).filter(|pair| far(*pair)).count();
    assert_eq!(different, 0, "another place in the atlas, the same letters");
}

#[test]
fn content_stays_within_its_clip() {
    let clip = rect(20.0, 12.0, 60.0, 26.0);
    let drawing = draw_the_same([100, 50], 1.0, |ui| {
        let painter = ui.painter().with_clip_rect(clip);
        painter.circle_filled(pos2(50.0, 25.0), 24.0, Theme::LIGHT.warning);
        let font = theme::semibold(24.0);
        let text = Theme::LIGHT.text;
        painter.text(pos2(50.0, 25.0), Align2::CENTER_CENTER, "Клиппинг", font, text);
    });
    for y in 0..50 {
        for x in 0..100 {
            let inside = clip.contains(pos2(x as f32 + 0.5, y as f32 + 0.5));
            let touched = drawing.at(x, y) != Theme::LIGHT.ground;
            assert!(inside || !touched, "{x} {y}");
        }
    }
    compare("clipped", &drawing, LETTERS);
}

#[test]
fn at_twice_the_scale_everything_is_twice_as_large() {
    let drawing = draw([40, 20], 2.0, |ui| {
        let painter = ui.painter().with_clip_rect(rect(0.0, 0.0, 15.0, 10.0));
        painter.rect_filled(rect(5.0, 2.0, 15.0, 5.0), 0.0, Theme::LIGHT.accent);
    });
    let painted = |x: usize, y: usize| drawing.at(x, y) == Theme::LIGHT.accent;
    for y in 0..20 {
        for x in 0..40 {
            let inside = (10..30).contains(&x) && (4..14).contains(&y);
            assert_eq!(painted(x, y), inside, "{x} {y}");
        }
    }
}

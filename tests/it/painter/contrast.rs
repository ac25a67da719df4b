//! What must be seen to be used stands out from every ground by 3:1 (WCAG 2.2, 1.4.11).

use carddesk::ui::theme::{self, Theme};
use egui::{Color32, Context, Rgba};

fn luminance(colour: Color32) -> f32 {
    let colour = Rgba::from(colour);
    0.2126 * colour.r() + 0.7152 * colour.g() + 0.0722 * colour.b()
}

fn contrast(one: Color32, other: Color32) -> f32 {
    let (one, other) = (luminance(one), luminance(other));
    (one.max(other) + 0.05) / (one.min(other) + 0.05)
}

fn grounds(theme: &Theme) -> [Color32; 3] {
    [theme.ground, theme.surface, theme.raised]
}

#[test]
fn borders_rings_and_bars_stand_out_from_every_ground() {
    assert!((contrast(Color32::BLACK, Color32::WHITE) - 21.0).abs() < 0.01);
    for theme in [Theme::LIGHT, Theme::DARK] {
        let parts = [
            ("border", theme.edge),
            ("focus ring, progress", theme.accent),
            ("wrong field", theme.danger),
            ("hovered border", theme.muted),
        ];
        for (part, colour) in parts {
            for ground in grounds(&theme) {
                let found = contrast(colour, ground);
                assert!(found >= 3.0, "{part} of dark {}: {found:.2} on {ground:?}", theme.dark);
            }
        }
        for (text, colour) in [("text", theme.text), ("muted", theme.muted)] {
            for ground in grounds(&theme) {
                assert!(contrast(colour, ground) >= 4.5, "{text} on {ground:?}");
            }
        }
    }
}

#[test]
fn widgets_are_drawn_with_these_colours() {
    let ctx = Context::default();
    theme::install(&ctx);
    for (egui_theme, theme) in
        [(egui::Theme::Light, Theme::LIGHT), (egui::Theme::Dark, Theme::DARK)]
    {
        let style = ctx.style_of(egui_theme);
        let widgets = &style.visuals.widgets;
        assert_eq!(widgets.inactive.bg_stroke.color, theme.edge);
        for state in [&widgets.inactive, &widgets.hovered, &widgets.active, &widgets.open] {
            for ground in grounds(&theme) {
                // Fields and check boxes by their borders; scroll bars and ticks by this.
                assert!(contrast(state.bg_stroke.color, ground) >= 3.0);
                assert!(contrast(state.fg_stroke.color, ground) >= 3.0);
            }
        }
        assert_eq!(style.visuals.selection.stroke.color, theme.accent);
    }
}

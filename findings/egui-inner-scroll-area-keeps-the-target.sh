#!/usr/bin/env bash
# egui 0.37.0, an area that scrolls within another that scrolls, both from top to bottom.
#
# One would expect: a row that asks to be seen (scroll_to_me, or a screen reader's ScrollIntoView) comes into
# view, however many areas lie around it: each of them moves as far as it must, as a browser's do.
# So it is: the innermost area takes the wish for itself, and those around it do not move. Where that area lies
# below what is seen of the outer one, the row stays out of sight, for good.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
mkdir src
cat > Cargo.toml <<'TOML'
[package]
name = "shown"
version = "0.0.0"
edition = "2024"
[dependencies]
egui = { version = "=0.37.0", default-features = false }
TOML
cat > src/main.rs <<'RUST'
use egui::{Context, RawInput, Rect, ScrollArea, Vec2, pos2};

/// Where the row is after many frames in which it asks to be seen, and how far both areas have moved.
fn asked(nested: bool) -> (f32, f32, f32) {
    let ctx = Context::default();
    let (mut row, mut outer, mut inner) = (0.0, 0.0, 0.0);
    for _ in 0..60 {
        let screen = Rect::from_min_size(pos2(0.0, 0.0), Vec2::new(400.0, 300.0));
        let input = RawInput { screen_rect: Some(screen), ..RawInput::default() };
        let mut out = ctx.run_ui(input, |ui| {
            let shown = ScrollArea::vertical().id_salt("outer").animated(false).show(ui, |ui| {
                ui.add_space(600.0);
                let mut rows = |ui: &mut egui::Ui| {
                    for number in 0..40 {
                        let (rect, response) =
                            ui.allocate_exact_size(Vec2::new(100.0, 20.0), egui::Sense::hover());
                        if number == 20 {
                            response.scroll_to_me(None);
                            row = rect.center().y;
                        }
                    }
                };
                match nested {
                    true => {
                        let area = ScrollArea::vertical().id_salt("inner").animated(false);
                        inner = area.max_height(200.0).show(ui, rows).state.clamped_offset().y;
                    }
                    false => rows(ui),
                }
            });
            outer = shown.state.clamped_offset().y;
        });
        out.textures_delta.clear();
    }
    (row, outer, inner)
}

fn main() {
    let (alone, moved, _) = asked(false);
    println!("one area:   the row is at {alone} of 300, the area has moved by {moved}");
    let (row, outer, inner) = asked(true);
    println!("two areas:  the row is at {row} of 300, the outer has moved by {outer}, the inner by {inner}");
    let as_told = (0.0..300.0).contains(&alone) && row > 300.0 && outer == 0.0 && inner > 0.0;
    std::process::exit(i32::from(!as_told));
}
RUST
cargo run -q

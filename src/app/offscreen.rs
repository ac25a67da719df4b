//! Runs the program without a window.

use egui::{Context, Event, FullOutput, Pos2, RawInput, Rect, Ui, vec2};

use crate::ui::theme::Theme;
use carddesk_painter::{Drawing, Painter};

/// Of a texture, in texels: no graphics card limits what the processor draws.
pub(super) const MAX_TEXTURE_SIDE: usize = 8192;

/// Drives frames without a window, and draws them with the CPU painter.
pub struct Offscreen {
    ctx: Context,
    painter: Painter,
    size: [usize; 2],
    pixels_per_point: f32,
    time: f64,
    last: Option<FullOutput>,
}

impl Offscreen {
    /// Time between two frames, in seconds.
    const STEP: f64 = 1.0 / 60.0;

    /// A place of `size` pixels.
    pub fn new(size: [usize; 2], pixels_per_point: f32) -> Self {
        Self {
            ctx: Context::default(),
            painter: Painter::default(),
            size,
            pixels_per_point,
            time: 0.0,
            last: None,
        }
    }

    /// For setting fonts and theme before the first frame.
    pub fn ctx(&self) -> &Context {
        &self.ctx
    }

    /// Runs one frame; whether another is wanted at once.
    pub fn frame(&mut self, events: Vec<Event>, run: impl FnMut(&mut Ui)) -> bool {
        let points = self.size.map(|side| side as f32 / self.pixels_per_point);
        let mut input = RawInput {
            screen_rect: Some(Rect::from_min_size(Pos2::ZERO, vec2(points[0], points[1]))),
            time: Some(self.time),
            events,
            focused: true,
            max_texture_side: Some(MAX_TEXTURE_SIDE),
            ..RawInput::default()
        };
        if let Some(viewport) = input.viewports.get_mut(&input.viewport_id) {
            viewport.native_pixels_per_point = Some(self.pixels_per_point);
        }
        self.time += Self::STEP;
        let mut output = self.ctx.run_ui(input, run);
        self.painter.update_textures(&mut output.textures_delta);
        let again = output
            .viewport_output
            .values()
            .any(|viewport| viewport.repaint_delay < std::time::Duration::from_millis(100));
        self.last = Some(output);
        again
    }

    /// Draws the last frame; empty before the first.
    pub fn drawing(&mut self) -> Drawing {
        let (shapes, scale) = match &self.last {
            Some(output) => (output.shapes.clone(), output.pixels_per_point),
            None => (Vec::new(), self.pixels_per_point),
        };
        let primitives = self.ctx.tessellate(shapes, scale);
        let ground = Theme::of(&self.ctx).ground;
        self.painter.paint(&primitives, scale, (self.size[0], self.size[1]), ground)
    }
}

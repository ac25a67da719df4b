//! The pixels of the window.

use std::num::NonZeroU32;
use std::rc::Rc;

use egui::epaint::ClippedPrimitive;
use egui::{Color32, TexturesDelta};
use winit::window::Window;

use crate::ui::painter::Painter;

/// What is drawn, and where it is shown.
pub(super) struct Surface {
    painter: Painter,
    surface: softbuffer::Surface<Rc<Window>, Rc<Window>>,
}

impl Surface {
    pub(super) fn new(window: &Rc<Window>) -> Result<Self, String> {
        let context = softbuffer::Context::new(Rc::clone(window));
        let context = context.map_err(|error| error.to_string())?;
        let surface = softbuffer::Surface::new(&context, Rc::clone(window));
        let surface = surface.map_err(|error| error.to_string())?;
        Ok(Self { painter: Painter::default(), surface })
    }

    pub(super) fn take_textures(&mut self, mut delta: TexturesDelta) {
        self.painter.update_textures(&mut delta);
    }

    pub(super) fn show(
        &mut self,
        window: &Window,
        primitives: &[ClippedPrimitive],
        pixels_per_point: f32,
        ground: Color32,
    ) -> Result<(), String> {
        let size = window.inner_size();
        let (Some(width), Some(height)) =
            (NonZeroU32::new(size.width), NonZeroU32::new(size.height))
        else {
            return Ok(());
        };
        let told = |error: softbuffer::SoftBufferError| error.to_string();
        self.surface.resize(width, height).map_err(told)?;
        let mut buffer = self.surface.buffer_mut().map_err(told)?;
        let size = (size.width as usize, size.height as usize);
        let drawing = self.painter.paint(primitives, pixels_per_point, size, ground);
        for (target, pixel) in buffer.iter_mut().zip(&drawing.pixels) {
            let [r, g, b, _] = pixel.to_array();
            *target = u32::from_be_bytes([0, r, g, b]);
        }
        window.pre_present_notify();
        buffer.present().map_err(told)
    }

    pub(super) fn show_again(&mut self, window: &Window) -> Result<(), String> {
        let told = |error: softbuffer::SoftBufferError| error.to_string();
        let buffer = self.surface.buffer_mut().map_err(told)?;
        window.pre_present_notify();
        buffer.present().map_err(told)
    }
}

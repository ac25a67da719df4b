//! The pixels of the window.

use std::num::NonZeroU32;
use std::rc::Rc;

use egui::TexturesDelta;
use softbuffer::SoftBufferError;
use winit::window::Window;

use carddesk_painter::{Area, Changes, History, Painter, Scene};

/// What is drawn, and where it is shown.
pub(super) struct Surface {
    painter: Painter,
    changes: Changes,
    recent: History,
    size: (usize, usize),
    surface: softbuffer::Surface<Rc<Window>, Rc<Window>>,
}

impl Surface {
    pub(super) fn new(window: &Rc<Window>) -> Result<Self, String> {
        let context = softbuffer::Context::new(Rc::clone(window)).map_err(told)?;
        let surface = softbuffer::Surface::new(&context, Rc::clone(window)).map_err(told)?;
        let (painter, changes) = (Painter::default(), Changes::default());
        Ok(Self { painter, changes, recent: History::default(), size: (0, 0), surface })
    }

    pub(super) fn take_textures(&mut self, mut delta: TexturesDelta) {
        self.painter.update_textures(&mut delta);
    }

    /// Draws and shows what differs from the frame before.
    pub(super) fn show(&mut self, window: &Window, scene: &Scene<'_>) -> Result<(), String> {
        let changed = self.changes.find(&mut self.painter, scene);
        if changed.is_empty() {
            return Ok(());
        }
        let (width, height) = (scene.size.0 as u32, scene.size.1 as u32);
        let (Some(width), Some(height)) = (NonZeroU32::new(width), NonZeroU32::new(height)) else {
            return Ok(());
        };
        if std::mem::replace(&mut self.size, scene.size) != scene.size {
            // Some systems tell the old age of a buffer of a new size.
            self.recent.forget();
        }
        self.surface.resize(width, height).map_err(told)?;
        let mut buffer = self.surface.buffer_mut().map_err(told)?;
        let damage: Vec<_> = changed.iter().filter_map(rect).collect();
        // A buffer shows the frame that was drawn on it last, which may be older than the one on screen.
        let age = usize::from(buffer.age());
        self.recent.catch_up(&self.painter, scene, (changed, age), &mut buffer);
        window.pre_present_notify();
        buffer.present_with_damage(&damage).map_err(told)?;
        Ok(())
    }

    /// Shows the whole of the last frame anew; `false` where it has to be drawn for that.
    pub(super) fn show_again(&mut self, window: &Window) -> Result<bool, String> {
        if self.recent.is_empty() {
            return Ok(false);
        }
        let buffer = self.surface.buffer_mut().map_err(told)?;
        let is_last = buffer.age() == 1;
        if is_last {
            window.pre_present_notify();
            buffer.present().map_err(told)?;
        } else {
            self.changes.forget();
        }
        Ok(is_last)
    }

    /// From now on nothing is taken for granted of what is on screen.
    pub(super) fn forget(&mut self) {
        self.changes.forget();
    }
}

fn rect(area: &Area) -> Option<softbuffer::Rect> {
    let side = |side: usize| NonZeroU32::new(side as u32);
    let (width, height) = (side(area.width())?, side(area.height())?);
    Some(softbuffer::Rect { x: area.left as u32, y: area.top as u32, width, height })
}

#[expect(clippy::needless_pass_by_value, reason = "given to `map_err` as it is")]
fn told(error: SoftBufferError) -> String {
    error.to_string()
}

//! The window and its surroundings.

use egui::{Context, ViewportCommand};

use crate::model::WindowEffect;

pub(super) fn run(ctx: &Context, effect: WindowEffect) {
    match effect {
        WindowEffect::Copy(text) => ctx.copy_text(text),
        WindowEffect::Close => ctx.send_viewport_cmd(ViewportCommand::Close),
        WindowEffect::KeepOpen => ctx.send_viewport_cmd(ViewportCommand::CancelClose),
    }
}

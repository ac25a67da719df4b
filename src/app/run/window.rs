//! The window and its surroundings.

use egui::{Context, ViewportCommand};

use crate::model::WindowEffect;

use super::super::event_loop::App;

impl App {
    pub(super) fn run_window(&mut self, ctx: &Context, effect: WindowEffect) {
        match effect {
            WindowEffect::Copy(text) => {
                self.clipboard.copied_other();
                ctx.copy_text(text);
            }
            WindowEffect::CopySecret(secret) => self.clipboard.copy_secret(ctx, &secret),
            WindowEffect::ForgetSecret => self.clipboard.forget(ctx, &self.jobs),
            WindowEffect::Close => ctx.send_viewport_cmd(ViewportCommand::Close),
            WindowEffect::KeepOpen => ctx.send_viewport_cmd(ViewportCommand::CancelClose),
        }
    }
}

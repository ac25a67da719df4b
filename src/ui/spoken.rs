//! What a screen reader says that no widget of ours does: the window's own name, and the words
//! that egui puts into the tree in English whatever the window's language is.

use egui::accesskit::Role;
use egui::{Context, FullOutput, Id, Plugin};

use crate::i18n::Text;

use super::view::View;

/// Words of the window's language, kept for the end of the frame.
#[derive(Clone, Default)]
struct Words {
    window: String,
    divider: String,
}

fn words_id() -> Id {
    Id::unique("words of the window's tree")
}

/// Tells what the tree is to say in this frame.
pub(super) fn tell(ctx: &Context, view: &View<'_>) {
    let (window, divider) = (view.t(Text::AppName), view.t(Text::PanelDivider));
    let words = Words { window: window.into_owned(), divider: divider.into_owned() };
    ctx.data_mut(|data| data.insert_temp(words_id(), words));
}

/// To be called once, before anything is drawn.
pub fn install(ctx: &Context) {
    ctx.add_plugin(Spoken);
}

/// Puts them there once the tree is made.
struct Spoken;

impl Plugin for Spoken {
    fn debug_name(&self) -> &'static str {
        "spoken words"
    }

    fn output_hook(&mut self, ctx: &Context, output: &mut FullOutput) {
        let Some(update) = &mut output.platform_output.accesskit_update else { return };
        let Some(words) = ctx.data(|data| data.get_temp::<Words>(words_id())) else { return };
        let root = egui::accesskit_root_id().accesskit_id();
        for (id, node) in &mut update.nodes {
            if *id == root {
                node.set_label(words.window.as_str());
            } else if node.role() == Role::Splitter {
                node.set_label(words.divider.as_str());
            }
        }
    }
}

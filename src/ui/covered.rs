//! What lies under a dialog: seen, and out of reach of pointer, keys and screen readers.

use std::collections::{HashMap, HashSet};

use egui::accesskit::{Node, NodeId, TreeUpdate};
use egui::{Context, FullOutput, Plugin, Ui};

use super::view::View;

/// Makes a part of the page inert while a dialog is open: a tooltip would come up over the dialog.
pub(super) fn cover(ui: &mut Ui, view: &View<'_>) {
    if view.state.dialog.is_some() {
        // It keeps its looks: the dialog's backdrop dims it.
        ui.visuals_mut().disabled_alpha = 1.0;
        ui.disable();
    }
}

/// To be called once: screen readers are shown the dialog alone.
pub fn install(ctx: &Context) {
    ctx.add_plugin(Covered);
}

struct Covered;

impl Plugin for Covered {
    fn debug_name(&self) -> &'static str {
        "covered"
    }

    fn output_hook(&mut self, ctx: &Context, output: &mut FullOutput) {
        let Some(update) = &mut output.platform_output.accesskit_update else { return };
        let above = ctx.memory(|memory| {
            memory.top_modal_layer()?;
            let layers = memory.layer_ids().filter(|layer| memory.is_above_modal_layer(*layer));
            let ids = layers.flat_map(|layer| [layer.id, layer.id.with("move")]);
            Some(ids.map(|id| id.accesskit_id()).collect::<HashSet<NodeId>>())
        });
        if let Some(above) = above {
            keep(update, &above);
        }
    }
}

/// Leaves those of the window's own children, with all that is in them.
fn keep(update: &mut TreeUpdate, above: &HashSet<NodeId>) {
    let Some(root) = update.tree.as_ref().map(|tree| tree.root) else { return };
    let mut nodes: HashMap<NodeId, Node> = std::mem::take(&mut update.nodes).into_iter().collect();
    if let Some(window) = nodes.get_mut(&root) {
        let children = window.children().iter().copied();
        let kept: Vec<NodeId> = children.filter(|child| above.contains(child)).collect();
        window.set_children(kept);
    }
    let mut next = vec![root];
    while let Some(id) = next.pop() {
        if let Some(node) = nodes.remove(&id) {
            next.extend(node.children());
            update.nodes.push((id, node));
        }
    }
    if !update.nodes.iter().any(|(id, _)| *id == update.focus) {
        update.focus = root;
    }
}

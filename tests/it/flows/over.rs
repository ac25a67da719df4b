//! What lies over the page: of every dialog, that nothing beneath is told or reached, and that nothing
//! lies over it but a notice, which covers nothing that can be used.

use carddesk::model::CardAction;
use egui::accesskit::Role;
use egui::{Id, Key, Order, Rect, pos2};

use super::fits::{PLACES, place, told};
use super::stage::Stage;
use super::tour;

fn layers_under(stage: &Stage) -> Vec<String> {
    let all = told(stage).into_iter();
    let beneath = all.filter(|told| matches!(told.layer.order, Order::Background | Order::Middle));
    beneath.map(|told| format!("{:?} {:?} beneath is told", told.role, told.name)).collect()
}

/// Where Tab and Shift+Tab lead that is not in the dialog.
fn strays(stage: &mut Stage) -> Vec<String> {
    let mut found = Vec::new();
    for _ in 0..8 {
        stage.press(Key::Tab);
        let ctx = &stage.harness.ctx;
        let focused = ctx.memory(|memory| memory.focused());
        let layer = focused.and_then(|id| {
            ctx.viewport(|viewport| viewport.prev_pass.widgets.get(id).map(|it| it.layer_id))
        });
        if focused.is_some() && layer.is_some_and(|layer| layer.order != Order::Foreground) {
            found.push(format!("Tab leads to {:?} in {layer:?}", stage.names_in_focus()));
        }
    }
    found
}

/// Tooltips of what lies beneath, wherever the pointer stands.
fn tooltips(stage: &mut Stage) -> Vec<String> {
    let window = stage.harness.ctx.content_rect();
    let under = stage.harness.ctx.memory(|memory| {
        memory.layer_ids().filter(|layer| layer.order == Order::Foreground).collect::<Vec<_>>()
    });
    let mut found = Vec::new();
    // The header's signs, the list at the left, the line at the bottom.
    for at in [
        pos2(window.right() - 40.0, 24.0),
        pos2(window.right() - 80.0, 24.0),
        pos2(60.0, 130.0),
        pos2(60.0, window.bottom() - 12.0),
    ] {
        let top = stage.harness.ctx.layer_id_at(at);
        stage.harness.hover_at(at);
        stage.harness.run_steps(60);
        let is_inside = stage.harness.ctx.memory(|memory| {
            under.iter().any(|layer| memory.area_rect(layer.id).is_some_and(|it| it.contains(at)))
        });
        let shown = stage.harness.ctx.memory(|memory| {
            let all = memory.areas().visible_layer_ids();
            let notice = Id::unique("notice over dialog");
            all.iter().filter(|it| it.order == Order::Tooltip && it.id != notice).count()
        });
        if shown > 0 && !is_inside {
            found.push(format!("a tooltip of what lies at {at:?} beneath {top:?}"));
        }
    }
    stage.harness.remove_cursor();
    stage.rest();
    found
}

/// What a notice would cover at each size.
fn covered(stage: &mut Stage) -> Vec<String> {
    let mut found = Vec::new();
    for (size, zoom) in PLACES {
        place(stage, size, zoom);
        stage.act(CardAction::CopyText("1004".to_owned()));
        let id = Id::unique("notice over dialog");
        let Some(notice) = stage.harness.ctx.memory(|memory| memory.area_rect(id)) else {
            found.push(format!("no notice at {size:?} at {zoom}"));
            continue;
        };
        let seen = |rect: Rect| rect.intersect(stage.harness.ctx.content_rect());
        let all = told(stage).into_iter().filter(|told| told.is_control());
        let under = all.filter(|told| {
            let both = seen(told.seen).intersect(notice);
            both.is_positive() && both.height() > 1.0
        });
        found.extend(under.map(|told| {
            format!(
                "a notice covers {:?} at {size:?} at {zoom}: {:?} {notice:?}",
                told.name, told.rect
            )
        }));
    }
    place(stage, [1280.0, 800.0], 1.0);
    found
}

fn look(stage: &mut Stage, name: &str, faults: &mut Vec<String>) {
    if stage.state().dialog.is_none() {
        return;
    }
    let mut found = layers_under(stage);
    found.extend(tooltips(stage));
    found.extend(covered(stage));
    found.extend(strays(stage));
    faults.extend(found.into_iter().map(|fault| format!("{name}: {fault}")));
    let tiles = stage.names(Role::Button).iter().any(|name| name.contains("last four digits"));
    assert!(!tiles, "{name}: {}", stage.spoken());
}

#[test]
fn over_every_dialog_lies_nothing_and_beneath_it_nothing_is_reached() {
    let mut faults = Vec::new();
    let mut seen = 0;
    for part in tour::PARTS {
        part(&mut |stage, name| {
            seen += usize::from(stage.state().dialog.is_some());
            look(stage, name, &mut faults);
        });
    }
    assert!(
        faults.is_empty() && seen > 15,
        "{seen} dialogs, {} faults\n{}",
        faults.len(),
        faults.join("\n")
    );
}

//! Everything that can be used can be brought into sight: every page and dialog, at each size, zoom
//! and language.

use std::collections::HashSet;

use carddesk::model::SettingsAction;
use egui::Id;
use egui::accesskit::{Action, NodeId};
use egui_kittest::kittest::NodeT as _;

use super::fits::{PLACES, Told, languages, place, told};
use super::stage::Stage;
use super::tour;

/// What of a widget that is taller than its area must be in sight, in points.
const ENOUGH: f32 = 24.0;

/// What is used by pointer or keys.
fn usable(stage: &Stage) -> Vec<Told> {
    let nodes = stage.harness.root().children_recursive();
    let takes_focus: HashSet<NodeId> = nodes
        .map(|node| node.accesskit_node())
        .filter(|node| node.data().supports_action(Action::Focus))
        .map(|node| node.locate().0)
        .collect();
    let all = told(stage).into_iter();
    all.filter(|told| told.is_control() || takes_focus.contains(&told.node)).collect()
}

/// Why a widget cannot be seen, or hit with the pointer.
fn trouble(stage: &Stage, told: &Told) -> Option<String> {
    let window = stage.harness.ctx.content_rect();
    let seen = told.seen.intersect(window);
    let least = told.rect.height().min(ENOUGH) - 1.0;
    if told.rect.width() < 1.0 || told.rect.height() < 1.0 {
        return Some("has no size".to_owned());
    }
    if !seen.is_positive()
        || seen.height() < least
        || seen.width() < told.rect.width().min(ENOUGH) - 1.0
    {
        return Some(format!("is out of sight: {seen:?} of it is seen"));
    }
    let top = stage.harness.ctx.layer_id_at(seen.center());
    // What slides over the page is closed by Escape.
    let is_covered =
        top.is_some_and(|top| top != told.layer && top.id != Id::unique("inspector over"));
    is_covered.then(|| format!("lies under {top:?}"))
}

fn find(stage: &Stage, node: NodeId) -> Option<Told> {
    usable(stage).into_iter().find(|told| told.node == node)
}

fn scroll_to(stage: &mut Stage, node: NodeId) {
    let nodes = stage.harness.root().children_recursive();
    let found = nodes.into_iter().find(|found| found.accesskit_node().locate().0 == node);
    if let Some(found) = found {
        found.scroll_to_me();
    }
    stage.rest();
}

/// What cannot be brought into sight.
fn out_of_reach(stage: &mut Stage) -> Vec<String> {
    let mut open: Vec<Told> = usable(stage);
    let mut found = Vec::new();
    open.retain(|told| trouble(stage, told).is_some());
    while let Some(next) = open.pop() {
        scroll_to(stage, next.node);
        // What is no longer there, since rows out of view are not made, is none of this.
        let Some(now) = find(stage, next.node) else { continue };
        if let Some(trouble) = trouble(stage, &now) {
            found.push(format!("{:?} {:?} at {:?} {trouble}", now.role, now.name, now.rect));
        }
        let now: Vec<Told> = usable(stage);
        open.retain(|told| {
            let now = now.iter().find(|now| now.node == told.node);
            now.is_some_and(|now| trouble(stage, now).is_some())
        });
    }
    found
}

fn look(stage: &mut Stage, name: &str, faults: &mut Vec<String>) {
    for (size, zoom) in PLACES {
        place(stage, size, zoom);
        for language in languages(stage) {
            stage.act(SettingsAction::Language(*language));
            let at = format!("{name}, {language:?}, {size:?} at {zoom}");
            faults.extend(out_of_reach(stage).into_iter().map(|fault| format!("{at}: {fault}")));
        }
    }
}

fn assert_within_reach(part: usize) {
    let mut faults = Vec::new();
    tour::PARTS[part](&mut |stage, name| look(stage, name, &mut faults));
    assert!(faults.is_empty(), "{} faults\n{}", faults.len(), faults.join("\n"));
}

#[test]
fn form_and_lock_are_within_reach() {
    assert_within_reach(0);
}

#[test]
fn cards_and_inspector_are_within_reach() {
    assert_within_reach(1);
}

#[test]
fn pages_are_within_reach() {
    assert_within_reach(2);
}

#[test]
fn batches_are_within_reach() {
    assert_within_reach(3);
}

#[test]
fn dialogs_are_within_reach() {
    assert_within_reach(4);
}

#[test]
fn the_viewer_is_within_reach() {
    assert_within_reach(5);
}

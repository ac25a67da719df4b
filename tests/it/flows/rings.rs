//! What has the focus is seen to have it.

use carddesk::model::{Page, SessionAction};

use super::stage::Stage;

/// Rings of the focus, each with the place that it may be drawn in.
fn rings(stage: &Stage) -> Vec<(egui::Rect, egui::Rect)> {
    let accent = carddesk::ui::theme::Theme::of(&stage.harness.ctx).accent;
    let shapes = stage.harness.output().shapes.iter();
    let rings = shapes.filter_map(|clipped| match &clipped.shape {
        egui::Shape::Rect(ring) if ring.stroke == egui::Stroke::new(2.0, accent) => {
            Some((ring.rect, clipped.clip_rect))
        }
        _ => None,
    });
    rings.collect()
}

#[test]
fn the_ring_of_what_a_page_begins_with_is_whole() {
    for page in [Page::Batch, Page::Sheet, Page::Journal] {
        let mut stage = Stage::showing("1009");
        stage.act(SessionAction::Show(page));
        stage.settle();
        let rings = rings(&stage);
        assert!(!rings.is_empty(), "{page:?}: no ring");
        for (ring, place) in rings {
            assert!(place.contains_rect(ring), "{page:?}: {ring:?} is cut by {place:?}");
        }
    }
}

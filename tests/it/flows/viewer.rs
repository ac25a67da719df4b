//! The large picture.

use carddesk::model::{Dialog, Ground, Viewer, Zoom};
use egui::Key;
use egui::accesskit::Role;

use super::stage::Stage;

fn viewer(stage: &Stage) -> &Viewer {
    match &stage.state().dialog {
        Some(Dialog::Viewer(viewer)) => viewer,
        other => panic!("{other:?}"),
    }
}

fn scale(stage: &Stage) -> f32 {
    match viewer(stage).zoom {
        Zoom::Scale(scale) => scale,
        Zoom::Fit => panic!("fitted"),
    }
}

fn opened() -> Stage {
    let mut stage = Stage::showing("1002");
    stage.settle();
    stage.select(0);
    stage.click("Open the large picture");
    stage.settle();
    stage
}

#[test]
fn it_opens_zooms_and_changes_its_ground() {
    let mut stage = opened();
    assert_eq!((viewer(&stage).zoom, viewer(&stage).ground), (Zoom::Fit, Ground::Checkerboard));
    assert!(stage.find(Role::Image, "CARD_BACKGROUND_COMBINED").is_some(), "{}", stage.spoken());
    stage.click("1:1");
    assert_eq!(viewer(&stage).zoom, Zoom::Scale(1.0));
    stage.click("Zoom in");
    assert!(scale(&stage) > 1.0);
    stage.click("Zoom out");
    stage.click("Zoom out");
    assert!(scale(&stage) < 1.0);
    for (name, ground) in
        [("Light", Ground::Light), ("Dark", Ground::Dark), ("Checkerboard", Ground::Checkerboard)]
    {
        stage.click(name);
        assert_eq!(viewer(&stage).ground, ground);
    }
    stage.click("Fit");
    assert_eq!((viewer(&stage).zoom, viewer(&stage).pan), (Zoom::Fit, [0.0, 0.0]));
    stage.click("Close");
    assert!(stage.state().dialog.is_none());
    stage.click("Open the large picture");
    let url = viewer(&stage).url.to_string();
    stage.click("Copy URL");
    assert_eq!(stage.copied(), Some(url));
}

#[test]
fn zoom_has_its_limits_and_the_wheel_zooms() {
    let mut stage = opened();
    for _ in 0..20 {
        stage.click("Zoom in");
    }
    assert_eq!(scale(&stage), Viewer::MAX_SCALE);
    for _ in 0..40 {
        stage.click("Zoom out");
    }
    assert_eq!(scale(&stage), Viewer::MIN_SCALE);
    stage.click("1:1");
    stage.scroll(200.0);
    assert!(scale(&stage) > 1.0);
}

#[test]
fn a_drag_moves_the_picture() {
    let mut stage = opened();
    stage.click("1:1");
    let middle = stage.get(Role::Image, "CARD_BACKGROUND_COMBINED").rect().center();
    stage.harness.hover_at(middle);
    stage.harness.drag_at(middle);
    for step in 1..=4_i16 {
        stage.harness.hover_at(middle + egui::vec2(10.0, 5.0) * f32::from(step));
    }
    stage.harness.drop_at(middle + egui::vec2(40.0, 20.0));
    stage.rest();
    assert_eq!(viewer(&stage).pan, [40.0, 20.0]);
}

#[test]
fn esc_closes_one_layer_at_a_time() {
    let mut stage = opened();
    stage.press(Key::Escape);
    assert!(stage.state().dialog.is_none());
    assert!(stage.session().selected_card().is_some(), "the inspector stays");
    stage.press(Key::Escape);
    assert!(stage.session().selected_card().is_none());
    stage.press(Key::Escape);
    stage.assert_says(&["Customer 1002", "1 card"]);
}

#[test]
fn keys_meant_for_the_viewer_do_not_reach_what_lies_under_it() {
    let mut stage = Stage::showing("1002");
    stage.settle();
    let tile = stage.tile_name(0);
    stage.button(&tile).focus();
    stage.rest();
    stage.press(Key::Space);
    assert_eq!(viewer(&stage).ground, Ground::Checkerboard);
    stage.click("Dark");
    for key in [Key::Space, Key::Delete, Key::ArrowRight, Key::F5] {
        stage.press(key);
        assert_eq!(viewer(&stage).ground, Ground::Dark, "{key:?}");
    }
    assert_eq!(stage.world.count(super::stage::LIST), 1);
    // Afterwards the focus is where it was.
    stage.press(Key::Escape);
    assert!(stage.button(&tile).is_focused(), "{}", stage.spoken());
}

//! The large picture.

use carddesk::domain::Language;
use carddesk::media::Difference;
use carddesk::model::{Arrangement, Dialog, Ground, Overlay, Viewer, ViewerPage, Zoom};
use egui::accesskit::Role;
use egui::{Key, Modifiers};

use super::stage::{Stage, Start, World};

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
    let id = viewer(&stage).id.clone();
    stage.click("Copy URL");
    assert_eq!(stage.copied(), id.url().map(str::to_owned));
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

#[test]
fn overlays_tell_what_they_show_in_figures() {
    let mut stage = opened();
    stage.click("Card outline");
    stage.assert_says(&["Picture 1536 × 969 px", "deviation −0.04 %", "57 px"]);
    stage.click("Transparency");
    stage.settle();
    stage.assert_says(&["Fully transparent: 0 %", "Opaque: 100.0 %"]);
    stage.click("Edges");
    stage.settle();
    stage.assert_says(&["Corners with a matte: 0 of 4"]);
    stage.click("Wallet sizes");
    stage.settle();
    assert!(stage.find(Role::Image, "List icon, 32 × 20 pt").is_some(), "{}", stage.spoken());
    assert!(stage.find(Role::Image, "Full card, 343 × 216 pt").is_some());
}

#[test]
fn a_legend_stands_beside_the_picture_that_it_is_about_and_nowhere_else() {
    let mut stage = opened();
    let legends = [
        ("Card outline", Overlay::Outline, "deviation −0.04 %"),
        ("Last four digits", Overlay::Digits, "Best contrast of the digits"),
        ("Transparency", Overlay::Alpha, "Fully transparent"),
        ("Edges", Overlay::Edges, "Corners with a matte"),
    ];
    for (name, overlay, words) in legends {
        stage.click(name);
        stage.settle();
        stage.assert_says(&[words]);
        stage.click("Wallet sizes");
        stage.settle();
        stage.assert_silent(&[words]);
        // Asked for again, it is shown, not switched off.
        stage.click(name);
        stage.settle();
        assert_eq!((viewer(&stage).page, viewer(&stage).overlay), (ViewerPage::Picture, overlay));
        stage.assert_says(&[words]);
    }
}

#[test]
fn a_file_is_compared_with_another_and_with_one_of_this_machine() {
    let mut stage = opened();
    stage.click("Compare with…");
    assert_eq!(viewer(&stage).page, ViewerPage::Choose);
    // Esc leaves the choice, not the viewer.
    stage.press(Key::Escape);
    assert_eq!(viewer(&stage).page, ViewerPage::Picture);
    stage.click("Compare with…");
    let id = viewer(&stage).id.clone();
    let bytes = stage.session().library.get(&id).unwrap().file.value().unwrap().bytes.clone();
    let path = stage.world.data().join("saved.png");
    std::fs::write(&path, &bytes).unwrap();
    let field =
        "A file of this computer, such as one saved from another environment or on another day";
    stage.type_into(field, path.to_str().unwrap());
    stage.press(Key::Enter);
    stage.settle();
    let compare = || viewer(&stage).compare.clone().unwrap();
    assert_eq!(compare().difference.value(), Some(&Difference::SameBytes));
    stage.assert_says(&["Identical bytes", "saved.png"]);
    stage.click("Slider");
    assert_eq!(viewer(&stage).compare.clone().unwrap().arrangement, Arrangement::Slider);
    assert!(stage.find(Role::Slider, "Divider between the pictures").is_some());
    stage.press_with(Modifiers::SHIFT, Key::ArrowRight);
    assert_eq!(viewer(&stage).compare.clone().unwrap().divider, 0.55);
    assert_eq!(viewer(&stage).id, id, "the file stays");
    stage.click("Stop comparing");
    assert!(viewer(&stage).compare.is_none());
}

#[test]
fn a_file_that_cannot_be_read_is_told_on_its_side() {
    let mut stage = opened();
    stage.click("Compare with…");
    let field =
        "A file of this computer, such as one saved from another environment or on another day";
    stage.type_into(field, "/nowhere/art.png");
    stage.click("Compare with this file");
    stage.settle();
    stage.assert_says(&["The file could not be read", "/nowhere/art.png"]);
}

#[test]
fn what_is_known_of_the_file_stands_beside_it() {
    let mut stage = opened();
    stage.click("About the file");
    stage.assert_says(&["image/png", "1536 × 969", "SHA-256", "RGB, 8 bits", "Redirects"]);
    stage.click("Copy the SHA-256");
    assert_eq!(stage.copied().map(|text| text.len()), Some(64));
    stage.click("Copy the picture");
    stage.settle();
    stage.assert_says(&["Picture copied."]);
}

#[test]
fn n_and_p_step_through_the_findings() {
    let mut stage = Stage::showing("2009");
    stage.settle();
    stage.press(Key::N);
    let place = |stage: &Stage| {
        let customer = stage.session().customer.as_ref().unwrap();
        (customer.selected, customer.finding)
    };
    let first = place(&stage);
    assert!(first.0.is_some() && first.1 == Some(0), "{first:?}");
    stage.press(Key::N);
    assert!(place(&stage) > first);
    stage.press(Key::P);
    assert_eq!(place(&stage), first);
}

/// A file of the first card, in a window of this size.
fn opened_in(size: [f32; 2], zoom: f32, language: Language) -> Stage {
    let start = Start { customer: Some("1004"), size, language, ..Start::default() };
    let mut stage = World::new().start(&start);
    stage.harness.ctx.set_zoom_factor(zoom);
    stage.run_until("the list", |stage| !stage.is_asking());
    stage.settle();
    stage.press(Key::Space);
    stage.settle();
    stage
}

#[test]
fn in_a_low_window_the_tools_leave_room_for_the_picture() {
    for (size, zoom) in [([720.0, 480.0], 1.0), ([1366.0, 768.0], 2.0), ([1024.0, 700.0], 1.5)] {
        for language in [Language::English, Language::Russian] {
            let stage = opened_in(size, zoom, language);
            let window = stage.harness.ctx.content_rect();
            let pictures = stage.named_places(Role::Image);
            let (_, picture) =
                pictures.iter().rfind(|(name, _)| name == "CARD_BACKGROUND_COMBINED").unwrap();
            let seen = picture.intersect(window);
            let share = seen.height() / window.height();
            assert!(share > 0.38, "{share} of {size:?} at {zoom}: {picture:?}");
        }
    }
}

#[test]
fn what_has_no_room_among_the_tools_stands_in_a_menu() {
    let mut stage = opened_in([720.0, 480.0], 1.0, Language::English);
    assert!(stage.find(Role::Button, "Edges").is_none(), "{}", stage.spoken());
    for (name, overlay) in [
        ("Edges", Overlay::Edges),
        ("Transparency", Overlay::Alpha),
        ("Transparency", Overlay::None),
    ] {
        open_menu(&mut stage);
        stage.click(name);
        stage.settle();
        assert_eq!(viewer(&stage).overlay, overlay);
    }
    // By the keyboard as well.
    open_menu(&mut stage);
    for _ in 0..40 {
        if stage.in_focus().is_some_and(|(name, _)| name == "About the file") {
            break;
        }
        stage.press(Key::Tab);
    }
    stage.press(Key::Enter);
    stage.settle();
    assert!(viewer(&stage).facts, "{}", stage.spoken());
    // Escape closes the menu, then the viewer.
    open_menu(&mut stage);
    stage.press(Key::Escape);
    assert!(matches!(stage.state().dialog, Some(Dialog::Viewer(_))));
    assert!(stage.find(Role::Button, "Copy URL").is_none());
    stage.press(Key::Escape);
    assert!(stage.state().dialog.is_none());
}

fn open_menu(stage: &mut Stage) {
    let menus = stage.all(Role::Button, "More").len();
    // The header's own is behind the dialog.
    assert_eq!(menus, 1, "{}", stage.spoken());
    stage.click("More");
}

#[test]
fn where_there_is_room_all_tools_stand_side_by_side() {
    let stage = opened_in([1280.0, 800.0], 1.0, Language::English);
    for name in ["Fit", "Dark", "Edges", "Wallet sizes", "Compare with…", "Copy URL"] {
        assert!(stage.find(Role::Button, name).is_some(), "{name}: {}", stage.spoken());
    }
    assert!(stage.find(Role::Button, "More").is_none());
}

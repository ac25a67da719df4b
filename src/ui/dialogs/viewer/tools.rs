//! The row of tools above the large picture.

use egui::Ui;

use crate::i18n::Text;
use crate::media::{Content, Difference};
use crate::model::{
    Arrangement, AssetEntry, CardAction, Compare, Ground, Overlay, Remote, Viewer, ViewerAction,
    ViewerPage, Zoom,
};

use super::super::super::format::error_text;
use super::super::super::icons;
use super::super::super::view::View;
use super::super::super::widgets::{Tone, badge_ui, choice_button, icon_button, quiet_button};
use super::overlay::percent;
use super::place_of;

/// The tools of a picture; returns by how much they zoom what is shown now.
pub(super) fn tools_ui(
    ui: &mut Ui,
    view: &mut View<'_>,
    viewer: &Viewer,
    entry: &AssetEntry,
) -> f32 {
    let mut step = 1.0;
    ui.horizontal_wrapped(|ui| {
        if !is_text(entry) {
            step = picture_tools_ui(ui, view, viewer);
            ui.separator();
        }
        pages_ui(ui, view, viewer, entry);
        ui.separator();
        files_ui(ui, view, entry);
    });
    if let Some(compare) = &viewer.compare {
        compare_tools_ui(ui, view, compare);
    }
    step
}

/// Zoom, ground and overlay; returns the step of the zoom.
fn picture_tools_ui(ui: &mut Ui, view: &mut View<'_>, viewer: &Viewer) -> f32 {
    const STEP: f32 = 1.5;
    let mut step = 1.0;

    let zoom = |view: &mut View<'_>, zoom| {
        view.act(ViewerAction::Zoom { zoom, pan: viewer.pan });
    };
    if choice_button(ui, view, viewer.zoom == Zoom::Fit, &view.t(Text::ZoomFit)).clicked() {
        zoom(view, Zoom::Fit);
    }
    let one = viewer.zoom == Zoom::Scale(1.0);
    if choice_button(ui, view, one, &view.t(Text::ZoomOne)).clicked() {
        zoom(view, Zoom::Scale(1.0));
    }
    if icon_button(ui, view, icons::ZOOM_OUT, &view.t(Text::ZoomOut)).clicked() {
        step = 1.0 / STEP;
    }
    if icon_button(ui, view, icons::ZOOM_IN, &view.t(Text::ZoomIn)).clicked() {
        step = STEP;
    }
    ui.separator();
    let grounds = [
        (Ground::Checkerboard, Text::GroundChecker),
        (Ground::Light, Text::GroundLight),
        (Ground::Dark, Text::GroundDark),
    ];
    for (ground, text) in grounds {
        if choice_button(ui, view, viewer.ground == ground, &view.t(text)).clicked() {
            view.act(ViewerAction::Ground(ground));
        }
    }
    ui.separator();
    let overlays = [
        (Overlay::Outline, Text::OverlayOutline),
        (Overlay::Digits, Text::OverlayDigits),
        (Overlay::Alpha, Text::OverlayAlpha),
        (Overlay::Edges, Text::OverlayEdges),
    ];
    for (overlay, text) in overlays {
        // Beside the sizes none is shown; a click leads back to the picture with it.
        let on = viewer.page == ViewerPage::Picture && viewer.overlay == overlay;
        if choice_button(ui, view, on, &view.t(text)).clicked() {
            let overlay = if on { Overlay::None } else { overlay };
            view.act(ViewerAction::Overlay(overlay));
        }
    }
    step
}

fn is_text(entry: &AssetEntry) -> bool {
    entry.file.value().is_some_and(|file| matches!(file.content, Content::Text(_)))
}

/// What else the viewer shows.
fn pages_ui(ui: &mut Ui, view: &mut View<'_>, viewer: &Viewer, entry: &AssetEntry) {
    let on_sizes = viewer.page == ViewerPage::Sizes;
    if !is_text(entry) && choice_button(ui, view, on_sizes, &view.t(Text::ViewerSizes)).clicked() {
        let page = if on_sizes { ViewerPage::Picture } else { ViewerPage::Sizes };
        view.act(ViewerAction::Page(page));
    }
    if choice_button(ui, view, viewer.facts, &view.t(Text::ViewerFacts)).clicked() {
        view.act(ViewerAction::Facts(!viewer.facts));
    }
    if quiet_button(ui, view, &view.t(Text::ViewerCompare)).clicked() {
        view.act(ViewerAction::Page(ViewerPage::Choose));
    }
}

/// What is done with the file.
fn files_ui(ui: &mut Ui, view: &mut View<'_>, entry: &AssetEntry) {
    if entry.file.value().is_some() {
        if quiet_button(ui, view, &view.t(Text::SaveFile)).clicked() {
            view.act(ViewerAction::Save);
        }
        if !is_text(entry) && quiet_button(ui, view, &view.t(Text::CopyPicture)).clicked() {
            view.act(ViewerAction::CopyPicture);
        }
    }
    if quiet_button(ui, view, &view.t(Text::CopyUrl)).clicked() {
        view.act(CardAction::CopyText(place_of(view, entry)));
    }
}

/// How two files stand, and how they differ.
fn compare_tools_ui(ui: &mut Ui, view: &mut View<'_>, compare: &Compare) {
    ui.horizontal_wrapped(|ui| {
        for (arrangement, text) in [
            (Arrangement::SideBySide, Text::CompareSideBySide),
            (Arrangement::Slider, Text::CompareSlider),
        ] {
            let chosen = compare.arrangement == arrangement;
            if choice_button(ui, view, chosen, &view.t(text)).clicked() {
                view.act(ViewerAction::Arrange(arrangement));
            }
        }
        if quiet_button(ui, view, &view.t(Text::CompareSwap)).clicked() {
            view.act(ViewerAction::Swap);
        }
        if quiet_button(ui, view, &view.t(Text::CompareStop)).clicked() {
            view.act(ViewerAction::StopComparing);
        }
        difference_ui(ui, view, &compare.difference);
    });
}

fn difference_ui(
    ui: &mut Ui,
    view: &View<'_>,
    difference: &Remote<Difference, crate::media::LoadError>,
) {
    let (tone, text) = match difference {
        // One of the files is not there, which its side says.
        Remote::NotAsked => return,
        Remote::Loading { .. } => (Tone::Note, view.t(Text::DifferenceMeasuring).into_owned()),
        Remote::Failed { error, .. } => {
            (Tone::Error, error_text::load_error(view.texts, error).what)
        }
        Remote::Ready(Difference::SameBytes) => {
            (Tone::Ok, view.t(Text::DifferenceSameBytes).into_owned())
        }
        Remote::Ready(Difference::SamePixels) => {
            (Tone::Ok, view.t(Text::DifferenceSamePixels).into_owned())
        }
        Remote::Ready(Difference::OtherShape) => {
            (Tone::Warning, view.t(Text::DifferenceShape).into_owned())
        }
        Remote::Ready(Difference::NoPictures) => {
            (Tone::Warning, view.t(Text::DifferenceBytes).into_owned())
        }
        Remote::Ready(Difference::Pixels(found)) => {
            let (share, plain) = (percent(found.share), percent(found.plain_share));
            let (share, plain, most) = (&*share, &*plain, i64::from(found.most));
            let text = match found.scaled {
                true => Text::DifferenceScaled { share, plain, most },
                false => Text::DifferencePixels { share, plain, most },
            };
            (Tone::Warning, view.t(text).into_owned())
        }
    };
    badge_ui(ui, view, tone, &text);
}

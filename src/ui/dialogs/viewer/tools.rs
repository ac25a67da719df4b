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
use super::super::super::widgets::{Tone, badge_ui, choice_button, quiet_button};
use super::overlay::percent;
use super::place_of;
use super::tool_row::{Deed, Look, Tool, tool_row_ui};

/// The tools of a picture; returns by how much they zoom what is shown now.
pub(super) fn tools_ui(
    ui: &mut Ui,
    view: &mut View<'_>,
    viewer: &Viewer,
    entry: &AssetEntry,
) -> f32 {
    let mut groups = Vec::new();
    if !is_text(entry) {
        groups.extend([zooms(viewer), grounds(viewer), overlays(viewer)]);
    }
    groups.extend([pages(viewer, entry), files(view, entry)]);
    let step = tool_row_ui(ui, view, &groups);
    if let Some(compare) = &viewer.compare {
        compare_tools_ui(ui, view, compare);
    }
    step
}

fn choice(name: Text<'static>, on: bool, action: ViewerAction) -> Tool {
    Tool { name, look: Look::Choice(on), deed: Deed::act(action) }
}

fn zooms(viewer: &Viewer) -> Vec<Tool> {
    const STEP: f32 = 1.5;
    let pan = viewer.pan;
    let zoom = |name, zoom| choice(name, viewer.zoom == zoom, ViewerAction::Zoom { zoom, pan });
    let scale = |name, icon, by| Tool { name, look: Look::Sign(icon), deed: Deed::Scale(by) };
    vec![
        zoom(Text::ZoomFit, Zoom::Fit),
        zoom(Text::ZoomOne, Zoom::Scale(1.0)),
        scale(Text::ZoomOut, icons::ZOOM_OUT, 1.0 / STEP),
        scale(Text::ZoomIn, icons::ZOOM_IN, STEP),
    ]
}

fn grounds(viewer: &Viewer) -> Vec<Tool> {
    let grounds = [
        (Ground::Checkerboard, Text::GroundChecker),
        (Ground::Light, Text::GroundLight),
        (Ground::Dark, Text::GroundDark),
    ];
    let tool = |(ground, name)| choice(name, viewer.ground == ground, ViewerAction::Ground(ground));
    grounds.into_iter().map(tool).collect()
}

fn overlays(viewer: &Viewer) -> Vec<Tool> {
    let overlays = [
        (Overlay::Outline, Text::OverlayOutline),
        (Overlay::Digits, Text::OverlayDigits),
        (Overlay::Alpha, Text::OverlayAlpha),
        (Overlay::Edges, Text::OverlayEdges),
    ];
    let tool = |(overlay, name)| {
        // Beside the sizes none is shown; a click leads back to the picture with it.
        let on = viewer.page == ViewerPage::Picture && viewer.overlay == overlay;
        let next = if on { Overlay::None } else { overlay };
        choice(name, on, ViewerAction::Overlay(next))
    };
    overlays.into_iter().map(tool).collect()
}

fn is_text(entry: &AssetEntry) -> bool {
    entry.file.value().is_some_and(|file| matches!(file.content, Content::Text(_)))
}

/// What else the viewer shows.
fn pages(viewer: &Viewer, entry: &AssetEntry) -> Vec<Tool> {
    let on_sizes = viewer.page == ViewerPage::Sizes;
    let other = if on_sizes { ViewerPage::Picture } else { ViewerPage::Sizes };
    let sizes = choice(Text::ViewerSizes, on_sizes, ViewerAction::Page(other));
    let facts = choice(Text::ViewerFacts, viewer.facts, ViewerAction::Facts(!viewer.facts));
    let deed = Deed::act(ViewerAction::Page(ViewerPage::Choose));
    let compare = Tool { name: Text::ViewerCompare, look: Look::Button, deed };
    let sizes = (!is_text(entry)).then_some(sizes);
    sizes.into_iter().chain([facts, compare]).collect()
}

/// What is done with the file.
fn files(view: &View<'_>, entry: &AssetEntry) -> Vec<Tool> {
    let button = |name, deed| Tool { name, look: Look::Button, deed };
    let has_file = entry.file.value().is_some();
    let save = has_file.then(|| button(Text::SaveFile, Deed::act(ViewerAction::Save)));
    let picture = (has_file && !is_text(entry))
        .then(|| button(Text::CopyPicture, Deed::act(ViewerAction::CopyPicture)));
    let url = Deed::act(CardAction::CopyText(place_of(view, entry)));
    [save, picture, Some(button(Text::CopyUrl, url))].into_iter().flatten().collect()
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

//! What is known of the file, beside its picture.

use egui::{Label, ScrollArea, Ui};

use crate::i18n::{Text, count};
use crate::media::{ColourModel, Measured, RasterFacts};
use crate::model::{AssetEntry, CardAction};
use crate::verify::Finding;

use super::super::super::format::bytes_text;
use super::super::super::format::error_text;
use super::super::super::icons;
use super::super::super::theme::{size, space};
use super::super::super::view::View;
use super::super::super::widgets::{
    Tone, badge_ui, caption, finding_ui, icon_button, mono, muted, strong,
};

/// What is known of the file: declared, measured, how it came, what the verifier says of it.
pub(super) fn facts_ui(ui: &mut Ui, view: &mut View<'_>, entry: &AssetEntry) {
    ScrollArea::vertical().id_salt("viewer facts").auto_shrink(false).show(ui, |ui| {
        ui.spacing_mut().item_spacing.y = 6.0;
        ui.label(strong(view.t(Text::ViewerFacts)));
        if let Some(error) = entry.error() {
            let said = error_text::load_error(view.texts, error);
            badge_ui(ui, view, Tone::Error, &said.what);
        }
        if entry.id.path().is_none() {
            let declared = &entry.declared;
            let kind = declared.media_type.as_deref().unwrap_or("—");
            let text = match (declared.width, declared.height) {
                (Some(width), Some(height)) => format!("{kind}, {width} × {height}"),
                _ => format!("{kind}, {}", view.t(Text::AssetNoSize)),
            };
            fact_ui(ui, view, Text::AssetDeclared, &text);
        }
        match entry.measured() {
            Some(measured) => measured_ui(ui, view, measured, entry.id.path().is_none()),
            None => {
                ui.label(muted(view, view.t(Text::FactsNone)));
            }
        }
        findings_ui(ui, view, entry);
    });
}

fn measured_ui(ui: &mut Ui, view: &mut View<'_>, measured: &Measured, was_fetched: bool) {
    fact_ui(ui, view, Text::AssetMeasured, measured.kind.media_type());
    if let Some((width, height)) = measured.pixels {
        fact_ui(ui, view, Text::FactPixels, &format!("{width} × {height}"));
    }
    if let Some(raster) = &measured.raster {
        let text = colour_text(view, raster);
        fact_ui(ui, view, Text::FactColour, &text);
    }
    if let Some(vector) = &measured.vector {
        fact_ui(ui, view, Text::FactPages, &vector.pages.to_string());
    }
    fact_ui(ui, view, Text::FactBytes, &bytes_words(view, measured.bytes));
    if was_fetched {
        let content_type = measured.content_type.as_deref().unwrap_or("—");
        fact_ui(ui, view, Text::FactContentType, content_type);
        fact_ui(ui, view, Text::FactElapsed, &elapsed_words(view, measured));
        fact_ui(ui, view, Text::FactRedirects, &measured.redirects.to_string());
    }
    ui.horizontal(|ui| {
        ui.label(caption(view, "SHA-256"));
        if icon_button(ui, view, icons::COPY, &view.t(Text::CopySha)).clicked() {
            view.act(CardAction::CopyText(measured.sha256.to_string()));
        }
    });
    ui.add(Label::new(mono(measured.sha256.to_string()).size(size::CAPTION)).wrap());
}

fn bytes_words(view: &View<'_>, bytes: usize) -> String {
    let rounded = bytes_text(view, bytes);
    let exact = format!("{bytes} {}", view.t(Text::UnitBytes));
    if rounded == exact { exact } else { format!("{rounded} ({exact})") }
}

fn elapsed_words(view: &View<'_>, measured: &Measured) -> String {
    let took = count(measured.elapsed.as_millis());
    view.t(Text::FactMilliseconds { took }).into_owned()
}

fn fact_ui(ui: &mut Ui, view: &View<'_>, name: Text<'_>, value: &str) {
    ui.scope(|ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        ui.label(caption(view, view.t(name)));
        ui.add(Label::new(value).wrap());
    });
}

/// `RGB, 8 bits, with alpha`.
fn colour_text(view: &View<'_>, raster: &RasterFacts) -> String {
    let model = match raster.colour {
        ColourModel::Grey => view.t(Text::ColourGrey).into_owned(),
        ColourModel::Rgb => "RGB".to_owned(),
        ColourModel::Palette => view.t(Text::ColourPalette).into_owned(),
        ColourModel::Cmyk => "CMYK".to_owned(),
    };
    let depth = view.t(Text::FactBits { count: i64::from(raster.bit_depth) });
    let mut parts = vec![model, depth.into_owned()];
    for (is_so, text) in [
        (raster.has_alpha, Text::FactAlpha),
        (raster.interlaced, Text::FactInterlaced),
        (raster.animated, Text::FactAnimated),
    ] {
        if is_so {
            parts.push(view.t(text).into_owned());
        }
    }
    parts.join(", ")
}

/// What the verifier says of the file, the worst first.
fn findings_ui(ui: &mut Ui, view: &mut View<'_>, entry: &AssetEntry) {
    let Some(session) = view.state.session() else { return };
    let mut found: Vec<&Finding> =
        entry.id.url().map(|url| session.sheet.findings(url)).unwrap_or_default().iter().collect();
    if found.is_empty() {
        return;
    }
    found.sort_by_key(|finding| std::cmp::Reverse(finding.severity));
    ui.add_space(space::S);
    ui.label(strong(view.t(Text::TabFindings)));
    for finding in found {
        finding_ui(ui, view, finding, entry.id.url());
    }
}

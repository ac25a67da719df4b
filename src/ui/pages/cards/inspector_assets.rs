//! The inspector's page of assets.

use egui::{Label, RichText, Ui, vec2};

use crate::domain::{Asset, Card, Declared, Variant};
use crate::i18n::Text;
use crate::media::Loaded;
use crate::model::{AssetAction, CardAction, Remote, Session};
use crate::verify::AssetFindings;

use crate::ui::format::bytes_text;
use crate::ui::format::error_text;
use crate::ui::icons;
use crate::ui::theme::{size, space};
use crate::ui::view::View;
use crate::ui::widgets::{
    Tone, asset_picture_ui, badge_ui, caption, file_name, finding_ui, icon_button, labelled_row_ui,
    mono, muted, quiet_button, strong, technical_ui, truncated,
};

/// Each asset of the card in each of its variants: picture, declared, measured, URL, state.
pub(super) fn assets_ui(
    ui: &mut Ui,
    view: &mut View<'_>,
    session: &Session,
    index: usize,
    card: &Card,
) {
    if card.assets.is_empty() {
        ui.add(Label::new(muted(view, view.t(Text::NoAssets))).wrap());
        return;
    }
    for (number, asset) in card.assets.iter().enumerate() {
        let found = session.findings(index).and_then(|found| found.assets.get(number));
        ui.push_id(number, |ui| asset_ui(ui, view, session, asset, found));
        ui.add_space(space::S);
        ui.separator();
    }
}

fn asset_ui(
    ui: &mut Ui,
    view: &mut View<'_>,
    session: &Session,
    asset: &Asset,
    found: Option<&AssetFindings>,
) {
    truncated(ui, strong(asset.kind.as_str()));
    if let Some(alt) = asset.alt_text.as_deref().filter(|text| !text.trim().is_empty()) {
        labelled_row_ui(ui, view, Text::AssetAltText, alt);
    }
    if let Some(payment) = &asset.payment_type {
        labelled_row_ui(ui, view, Text::AssetPaymentType, payment);
    }
    if asset.variants.is_empty() {
        ui.label(muted(view, view.t(Text::AssetNoVariants)));
    }
    for finding in found.iter().flat_map(|found| &found.asset) {
        finding_ui(ui, view, finding, None);
    }
    for (number, variant) in asset.variants.iter().enumerate() {
        ui.push_id(number, |ui| variant_ui(ui, view, session, asset, variant));
        for finding in found.and_then(|found| found.variants.get(number)).into_iter().flatten() {
            finding_ui(ui, view, finding, Some(&variant.url));
        }
        ui.add_space(space::S);
    }
}

fn variant_ui(
    ui: &mut Ui,
    view: &mut View<'_>,
    session: &Session,
    asset: &Asset,
    variant: &Variant,
) {
    let width = ui.available_width();
    asset_picture_ui(ui, view, variant, &asset.kind, vec2(width, (width * 0.42).min(160.0)));
    labelled_row_ui(ui, view, Text::AssetDeclared, &declared_text(view, &variant.declared));
    let entry = session.library.at(&variant.url);
    let file = entry.map(|entry| &entry.file);
    if let Some(loaded) = file.and_then(Remote::value) {
        labelled_row_ui(ui, view, Text::AssetMeasured, &measured_text(view, loaded));
    }
    let failed = entry.and_then(|entry| entry.error());
    ui.horizontal_wrapped(|ui| match (file, failed) {
        (_, Some(error)) => {
            let said = error_text::load_error(view.texts, error);
            badge_ui(ui, view, Tone::Error, &view.t(Text::AssetFailed));
            ui.add(Label::new(RichText::new(&said.what).color(view.theme.danger)).wrap());
            if !said.meaning.is_empty() {
                ui.add(Label::new(caption(view, &said.meaning)).wrap());
            }
            if let Some(details) = &said.details {
                ui.add(Label::new(mono(details.as_str()).size(size::CAPTION)).wrap());
            }
            if quiet_button(ui, view, &view.t(Text::Retry)).clicked() {
                view.act(AssetAction::Retry { id: variant.url.as_str().into() });
            }
        }
        (Some(Remote::Ready(loaded)), None) => {
            badge_ui(ui, view, Tone::Ok, &view.t(Text::AssetReady));
            if !loaded.measured.declared_matches {
                badge_ui(ui, view, Tone::Warning, &view.t(Text::AssetNotDeclaredType));
            }
        }
        _ => {
            badge_ui(ui, view, Tone::Note, &view.t(Text::AssetLoading));
        }
    });
    if let Some(error) = failed {
        let said = error_text::load_error(view.texts, error);
        ui.push_id(&variant.url, |ui| technical_ui(ui, view, said.technical.as_deref()));
    }
    ui.horizontal(|ui| {
        let shown = file_name(view, &variant.url);
        let name = view.t(Text::CopyUrlNamed { file: &shown });
        if icon_button(ui, view, icons::COPY, &name).clicked() {
            view.act(CardAction::CopyText(variant.url.clone()));
        }
        truncated(ui, mono(&*shown).size(size::CAPTION)).on_hover_text(&*shown);
    });
}

/// `image/png, 1536 x 969`.
fn declared_text(view: &View<'_>, declared: &Declared) -> String {
    let kind = declared.media_type.as_deref().unwrap_or("—");
    match (declared.width, declared.height) {
        (Some(width), Some(height)) => format!("{kind}, {width}×{height}"),
        _ => format!("{kind}, {}", view.t(Text::AssetNoSize)),
    }
}

fn measured_text(view: &View<'_>, loaded: &Loaded) -> String {
    let measured = &loaded.measured;
    let bytes = bytes_text(view, loaded.bytes.len());
    match measured.pixels {
        Some((width, height)) => {
            format!("{}, {width}×{height}, {bytes}", measured.kind.media_type())
        }
        None => format!("{}, {bytes}", measured.kind.media_type()),
    }
}

//! The settings dialog.

use egui::{Label, Slider, Ui};

use crate::i18n::Text;
use crate::model::SettingsAction;
use crate::settings::{LockAfter, RendererChoice, ThemeChoice, Zoom};

use super::super::view::View;
use super::super::widgets::{
    caption, check_box, choice_button, language_choice_ui, line_ui, quiet_button, strong, title,
};
use super::{body_ui, buttons_ui, close_ui, modal_ui};

/// Settings: each applies at once and is kept.
pub(super) fn settings_ui(ui: &mut Ui, view: &mut View<'_>) {
    modal_ui(ui, view, "settings", 460.0, |ui, view| {
        body_ui(ui, |ui| {
            ui.label(title(view.t(Text::Settings)));
            theme_ui(ui, view);
            language_ui(ui, view);
            zoom_ui(ui, view);
            renderer_ui(ui, view);
            lock_after_ui(ui, view);
            operator_ui(ui, view);
            heads_ui(ui, view);
            keep_art_ui(ui, view);
            keep_recent_ui(ui, view);
            ui.add(Label::new(caption(view, view.t(Text::SettingsNote))).wrap());
        });
        buttons_ui(ui, |ui| {
            close_ui(ui, view);
        });
    });
}

fn theme_ui(ui: &mut Ui, view: &mut View<'_>) {
    ui.label(strong(view.t(Text::SettingsTheme)));
    ui.horizontal(|ui| {
        let themes = [
            (ThemeChoice::System, Text::ThemeSystem),
            (ThemeChoice::Light, Text::ThemeLight),
            (ThemeChoice::Dark, Text::ThemeDark),
        ];
        for (theme, text) in themes {
            let chosen = view.state.settings.theme == theme;
            if choice_button(ui, view, chosen, &view.t(text)).clicked() {
                view.act(SettingsAction::Theme(theme));
            }
        }
    });
}

/// The window's language, which is the one the gateway answers in.
fn language_ui(ui: &mut Ui, view: &mut View<'_>) {
    ui.label(strong(view.t(Text::SettingsLanguage)));
    language_choice_ui(ui, view);
}

fn zoom_ui(ui: &mut Ui, view: &mut View<'_>) {
    let label = ui.label(strong(view.t(Text::SettingsZoom)));
    // A whole number: the slider would round another one anew in every frame.
    let mut zoom = (view.state.settings.zoom.get() * 100.0).round();
    let range = Zoom::MIN * 100.0..=Zoom::MAX * 100.0;
    let slider = Slider::new(&mut zoom, range).step_by(10.0).suffix(" %");
    let response = ui.scope(|ui| {
        let widgets = &mut ui.visuals_mut().widgets;
        widgets.inactive.bg_fill = view.theme.edge;
        ui.add(slider).labelled_by(label.id)
    });
    let response = response.inner;
    // While it is dragged the window would move away under the pointer.
    if response.changed() && !response.dragged() || response.drag_stopped() {
        view.act(SettingsAction::Zoom(zoom / 100.0));
    }
}

fn lock_after_ui(ui: &mut Ui, view: &mut View<'_>) {
    let label = ui.label(strong(view.t(Text::SettingsLockAfter)));
    let mut minutes = view.state.settings.lock_after.minutes();
    let suffix = format!(" {}", view.t(Text::SettingsMinutes));
    let slider = Slider::new(&mut minutes, LockAfter::MIN..=LockAfter::MAX).suffix(suffix);
    let response = ui.scope(|ui| {
        ui.visuals_mut().widgets.inactive.bg_fill = view.theme.edge;
        ui.add(slider).labelled_by(label.id)
    });
    if response.inner.changed() {
        view.act(SettingsAction::LockAfter(LockAfter::new(minutes)));
    }
    ui.add(Label::new(caption(view, view.t(Text::SettingsLockAfterNote))).wrap());
}

fn renderer_ui(ui: &mut Ui, view: &mut View<'_>) {
    ui.label(strong(view.t(Text::SettingsRenderer)));
    ui.horizontal_wrapped(|ui| {
        let renderers = [
            (RendererChoice::Auto, Text::RendererAuto),
            (RendererChoice::OpenGl, Text::RendererOpengl),
            (RendererChoice::Cpu, Text::RendererCpu),
        ];
        for (renderer, text) in renderers {
            let chosen = view.state.settings.renderer == renderer;
            if choice_button(ui, view, chosen, &view.t(text)).clicked() {
                view.act(SettingsAction::Renderer(renderer));
            }
        }
    });
    ui.add(Label::new(caption(view, view.t(Text::SettingsRendererNote))).wrap());
}

fn keep_art_ui(ui: &mut Ui, view: &mut View<'_>) {
    let mut keep = view.state.settings.keep_art;
    if check_box(ui, view, &mut keep, view.t(Text::SettingsKeepArt)).changed() {
        view.act(SettingsAction::KeepArt(keep));
    }
    ui.add(Label::new(caption(view, view.t(Text::SettingsKeepArtNote))).wrap());
}

fn keep_recent_ui(ui: &mut Ui, view: &mut View<'_>) {
    let mut keep = view.state.settings.keep_recent;
    if check_box(ui, view, &mut keep, view.t(Text::SettingsKeepRecent)).changed() {
        view.act(SettingsAction::KeepRecent(keep));
    }
    ui.add(Label::new(caption(view, view.t(Text::SettingsKeepRecentNote))).wrap());
    if quiet_button(ui, view, &view.t(Text::SettingsForgetRecent)).clicked() {
        view.act(SettingsAction::ForgetRecent);
    }
}

/// Where the journal's heads are kept beside it.
fn heads_ui(ui: &mut Ui, view: &mut View<'_>) {
    let label = ui.label(strong(view.t(Text::SettingsHeads)));
    if let Some(folder) = line_ui(ui, label.id, &view.state.settings.heads_folder, 400) {
        view.act(SettingsAction::HeadsFolder(folder));
    }
    ui.add(Label::new(caption(view, view.t(Text::SettingsHeadsNote))).wrap());
}

fn operator_ui(ui: &mut Ui, view: &mut View<'_>) {
    let label = ui.label(strong(view.t(Text::SettingsOperator)));
    if let Some(name) = line_ui(ui, label.id, &view.state.settings.operator, 60) {
        view.act(SettingsAction::Operator(name));
    }
    ui.add(Label::new(caption(view, view.t(Text::SettingsOperatorNote))).wrap());
    let mut shared = view.state.settings.operator_required;
    if check_box(ui, view, &mut shared, view.t(Text::SettingsOperatorRequired)).changed() {
        view.act(SettingsAction::OperatorRequired(shared));
    }
}

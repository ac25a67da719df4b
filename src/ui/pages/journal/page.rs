//! The journal page: filters, then rows.

use egui::{ScrollArea, Ui};

use crate::api::ApiError;
use crate::domain::redact;
use crate::i18n::{Text, count};
use crate::journal::{ChainState, Filter, JournalError, RemovalRecord};
use crate::model::{JournalAction, JournalReading, Page, SessionAction};
use crate::removal::ResolveError;

use super::rows::rows_ui;
use crate::ui::format::error_text::{self, Explained};
use crate::ui::format::{local_day_time, one_line};
use crate::ui::icons;
use crate::ui::keymap::focus::begins_at;
use crate::ui::theme::space;
use crate::ui::view::View;
use crate::ui::widgets::{
    Tone, badge_ui, banner_ui, filter_field_ui, icon_button, icon_ui, muted, quiet_button, title,
    tools_row_ui,
};
use crate::words::{break_reason, clock_words};

/// The record of removals on this machine.
pub(in crate::ui) fn journal_ui(ui: &mut Ui, view: &mut View<'_>) {
    heading_ui(ui, view);
    ui.add_space(space::S);
    if let Some(error) = view.state.journal.view.error() {
        let said = error_text::journal_error(view.texts, error);
        banner_ui(ui, view, Tone::Error, &said, |ui, view| {
            if quiet_button(ui, view, &view.t(Text::TryAgain)).clicked() {
                view.act(JournalAction::Reload);
            }
        });
        ui.add_space(space::S);
    }
    if let Some((_, error)) = &view.state.journal.resolve_error {
        let said = error_text::resolve_error(view.texts, error);
        let is_refused = matches!(error, ResolveError::List(ApiError::Refused(_)));
        banner_ui(ui, view, Tone::Warning, &said, |ui, view| {
            if is_refused && quiet_button(ui, view, &view.t(Text::SignInCorrect)).clicked() {
                view.act(SessionAction::Correct);
            }
        });
        ui.add_space(space::S);
    }
    let Some(reading) = view.state.journal.view.value() else { return };
    chain_ui(ui, view, reading);
    let filter = Filter { text: view.state.journal.filter.clone(), ..Filter::default() };
    let zone = jiff::tz::TimeZone::system();
    let shown: Vec<&RemovalRecord> =
        reading.records.iter().filter(|record| filter.matches(record, &zone)).collect();
    if reading.records.is_empty() {
        empty_ui(ui, view);
        return;
    }
    if shown.is_empty() {
        ui.label(muted(view, view.t(Text::JournalNothingFound)));
        return;
    }
    // Where the columns do not fit they scroll.
    ScrollArea::horizontal().auto_shrink(false).show(ui, |ui| rows_ui(ui, view, &shown));
}

fn heading_ui(ui: &mut Ui, view: &mut View<'_>) {
    // Beside it stand a sign and a button.
    let room = (ui.available_width() - 200.0).clamp(120.0, 260.0);
    let content = |ui: &mut Ui, view: &mut View<'_>| {
        let back = icon_button(ui, view, icons::ARROW_LEFT, &view.t(Text::BackToCards));
        // Where there are removals, the first of them is what a person came for.
        let journal = &view.state.journal.view;
        if journal.value().is_some_and(|reading| reading.records.is_empty()) {
            begins_at(ui, view, &back);
        }
        if back.clicked() {
            view.act(SessionAction::Show(Page::Customer));
        }
        ui.label(title(view.t(Text::Journal)));
    };
    tools_row_ui(ui, view, "journal tools", content, |ui, view| {
        let mut text = view.state.journal.filter.clone();
        let name = view.t(Text::JournalFilter);
        if filter_field_ui(ui, view, &name, &mut text, room).changed() {
            view.act(JournalAction::Filter(text));
        }
        if icon_button(ui, view, icons::REFRESH_CW, &view.t(Text::Refresh)).clicked() {
            view.act(JournalAction::Reload);
        }
        if quiet_button(ui, view, &view.t(Text::JournalExport)).clicked() {
            view.act(JournalAction::Export);
        }
    });
}

fn chain_ui(ui: &mut Ui, view: &mut View<'_>, reading: &JournalReading) {
    let badge = match (reading.chain, &reading.accepted) {
        (ChainState::Broken { .. }, _) => None,
        (ChainState::Torn { line }, _) => {
            Some((Tone::Warning, view.t(Text::ChainTorn { line: count(line) }).into_owned()))
        }
        (ChainState::Accepted { line, .. }, Some(acceptance)) => {
            let (who, time) = (acceptance.by.to_string(), local_day_time(acceptance.at));
            let text = Text::ChainAccepted { line: count(line), who: &one_line(&who), time: &time };
            Some((Tone::Warning, view.t(text).into_owned()))
        }
        (ChainState::Intact | ChainState::Accepted { .. }, _) => {
            Some((Tone::Ok, view.t(Text::ChainIntact).into_owned()))
        }
    };
    if let Some((tone, text)) = badge {
        badge_ui(ui, view, tone, &text);
        ui.add_space(space::S);
    }
    if let Some(clock) = reading.clock {
        badge_ui(ui, view, Tone::Warning, &clock_words(view.texts, clock));
        ui.add_space(space::S);
    }
    broken_ui(ui, view);
}

/// Where no removal could be written down safely.
pub(in crate::ui) fn unsafe_ui(ui: &mut Ui, view: &mut View<'_>) {
    let Some(error) = view.state.journal.view.error() else { return };
    if matches!(error, JournalError::Link { .. } | JournalError::Exposed { .. }) {
        let said = error_text::journal_error(view.texts, error);
        banner_ui(ui, view, Tone::Error, &said, |ui, view| {
            if quiet_button(ui, view, &view.t(Text::TryAgain)).clicked() {
                view.act(JournalAction::Reload);
            }
        });
        ui.add_space(space::S);
    }
}

/// That the journal was changed, what that means, and the way to go on all the same.
pub(in crate::ui) fn broken_ui(ui: &mut Ui, view: &mut View<'_>) {
    let chain = view.state.journal.view.value().map(|reading| reading.chain);
    let Some((line, why)) = chain.and_then(ChainState::broken) else { return };
    let meaning = [Text::ChainBrokenMeaning, Text::ChainBrokenStops].map(|text| view.t(text));
    let said = Explained {
        what: view.t(Text::ChainBroken { line: count(line) }).into(),
        meaning: meaning.join(" "),
        details: Some(redact(&view.t(break_reason(why)))),
        ..Explained::default()
    };
    banner_ui(ui, view, Tone::Error, &said, |ui, view| {
        if quiet_button(ui, view, &view.t(Text::TakeOnAsk { line: count(line) })).clicked() {
            view.act(JournalAction::AskTakeOn { line });
        }
    });
    ui.add_space(space::S);
}

fn empty_ui(ui: &mut Ui, view: &mut View<'_>) {
    ui.vertical_centered(|ui| {
        ui.add_space(ui.available_height() * 0.24);
        icon_ui(ui, icons::SHIELD_CHECK, 44.0, view.theme.line);
        ui.add_space(space::S);
        ui.label(title(view.t(Text::JournalEmptyTitle)));
        ui.label(muted(view, view.t(Text::JournalEmptyLead)));
        ui.add_space(space::S);
        if quiet_button(ui, view, &view.t(Text::BackToCards)).clicked() {
            view.act(SessionAction::Show(Page::Customer));
        }
    });
}

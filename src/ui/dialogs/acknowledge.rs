//! The dialog that accepts a finding, with a reason.

use egui::{Label, TextEdit, Ui, vec2};

use crate::i18n::{Text, count};
use crate::model::{AcknowledgeDialog, Action, AssetEntry, Session, VerdictAction};
use crate::verify::{Finding, Rule, condition, message};

use super::super::format::bytes_text;
use super::super::view::View;
use super::super::widgets::{
    caption, labelled_row_ui, muted, primary_button, quiet_button, rule_words, severity_id,
    severity_tone, sign_ui, strong, title,
};
use super::{body_ui, buttons_ui, is_new, modal_ui, unfit_ui};

/// Asks why a finding is accepted.
pub(super) fn acknowledge_ui(ui: &mut Ui, view: &mut View<'_>, dialog: &AcknowledgeDialog) {
    let session = view.state.session();
    let unfit = session.and_then(|session| view.state.password_in(session, &dialog.why));
    modal_ui(ui, view, "acknowledge", 480.0, |ui, view| {
        let mut submitted = false;
        body_ui(ui, |ui| {
            ui.label(title(view.t(Text::AcknowledgeTitle)));
            about_ui(ui, view, dialog);
            ui.add(Label::new(muted(view, view.t(Text::AcknowledgeLead))).wrap());
            let label = ui.label(strong(view.t(Text::AcknowledgeWhy)));
            let mut text = dialog.why.clone();
            let edit = TextEdit::singleline(&mut text)
                .char_limit(500)
                .margin(vec2(10.0, 8.0))
                .desired_width(f32::INFINITY);
            let response = ui.add(edit).labelled_by(label.id);
            if is_new(view) {
                response.request_focus();
            }
            submitted =
                response.lost_focus() && ui.input(|input| input.key_pressed(egui::Key::Enter));
            if response.changed() {
                view.act(VerdictAction::EditWhy(text));
            }
            ui.add(Label::new(caption(view, view.t(Text::AcknowledgeNote))).wrap());
            unfit_ui(ui, view, unfit);
        });
        buttons_ui(ui, |ui| {
            if quiet_button(ui, view, &view.t(Text::Cancel)).clicked() {
                view.act(Action::CloseTop);
            }
            let yes = primary_button(ui, view, unfit.is_none(), &view.t(Text::AcknowledgeConfirm))
                .clicked();
            if yes || submitted {
                view.act(VerdictAction::Confirm);
            }
        });
    });
}

/// What was found, of which file, on which cards, and by which rule.
fn about_ui(ui: &mut Ui, view: &View<'_>, dialog: &AcknowledgeDialog) {
    let session = view.state.session();
    let about = session.and_then(|session| session.finding_of(&dialog.sha256, dialog.rule));
    let found = about.and_then(|(_, found)| found);
    ui.scope(|ui| {
        ui.spacing_mut().item_spacing.y = 4.0;
        found_ui(ui, view, dialog.rule, found);
        if let Some((session, (entry, _))) = session.zip(about) {
            labelled_row_ui(ui, view, Text::AcknowledgeFile, &file_words(view, entry));
            labelled_row_ui(ui, view, Text::AcknowledgeCards, &cards_words(view, session, entry));
        }
        labelled_row_ui(ui, view, Text::AcknowledgeRule, &rule_words(view, dialog.rule));
    });
}

/// What was measured; where that is not known any more, when the rule finds something.
fn found_ui(ui: &mut Ui, view: &View<'_>, rule: Rule, found: Option<&Finding>) {
    let Some(found) = found else {
        ui.add(Label::new(condition(view.texts, rule)).wrap());
        return;
    };
    ui.horizontal_top(|ui| {
        let word = view.texts.by_id(severity_id(found.severity), None, &[]);
        sign_ui(ui, view, severity_tone(found.severity), &word);
        ui.add(Label::new(strong(message(view.texts, found))).wrap());
    });
}

/// `CARD_BACKGROUND_COMBINED, image/png, 400 × 252, 31.2 KiB`.
fn file_words(view: &View<'_>, entry: &AssetEntry) -> String {
    let kind = entry.kind.as_str().to_owned();
    let Some(measured) = entry.measured() else { return kind };
    let pixels = measured.pixels.map(|(width, height)| format!("{width} × {height}"));
    let (media_type, bytes) =
        (measured.kind.media_type().to_owned(), bytes_text(view, measured.bytes));
    [Some(kind), Some(media_type), pixels, Some(bytes)]
        .into_iter()
        .flatten()
        .collect::<Vec<_>>()
        .join(", ")
}

/// `2009 · VISA ···· 6003`: the card that is inspected, then others with the same file.
fn cards_words(view: &View<'_>, session: &Session, entry: &AssetEntry) -> String {
    const SHOWN: usize = 3;
    let here = session.selected_card().zip(session.customer.as_ref());
    let here = here.map(|((_, card), of)| (of.number.as_str(), card));
    let mut uses = session.uses(&entry.id);
    uses.sort_by_key(|place| {
        !here.is_some_and(|(number, card)| {
            place.customer.as_str() == number
                && place.brand == card.brand.as_str()
                && place.last_four == card.last_four.as_str()
        })
    });
    let words = uses.iter().take(SHOWN).map(|place| place.words());
    let more = count(uses.len().saturating_sub(SHOWN));
    let more = (more > 0).then(|| view.t(Text::ViewerMore { count: more }).into_owned());
    match words.collect::<Vec<_>>().join(", ") {
        words if words.is_empty() => "—".to_owned(),
        words => [Some(words), more].into_iter().flatten().collect::<Vec<_>>().join(" "),
    }
}

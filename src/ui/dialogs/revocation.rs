use egui::{Label, RichText, ScrollArea, Sense, TextEdit, TextStyle, Ui, vec2};

use crate::domain::{Card, Environment};
use crate::i18n::{Text, count};
use crate::model::{RevocationAction, RevocationDialog, Session};
use crate::removal::Policy;

use super::super::screens::expiry_text;
use super::super::theme::{CARD_RATIO, space};
use super::super::view::View;
use super::super::widgets::{
    caption, card_face_ui, choice_button, danger_button, environment_badge_ui, muted, quiet_button,
    strong, title, truncated,
};
use super::removal::{reason_ui, warning_ui};
use super::revocation_result::result_ui;
use super::{body_ui, buttons_ui, is_new, modal_ui};

/// Height of a card's row, in points.
const ROW: f32 = 42.0;
/// Between two rows, in points.
const GAP: f32 = 2.0;
/// Height of the window that everything around the list of cards takes, in points.
const AROUND_LIST: f32 = 520.0;

/// From the question to the result.
pub(super) fn revocation_ui(ui: &mut Ui, view: &mut View<'_>, dialog: &RevocationDialog) {
    let Some(session) = view.state.session() else { return };
    modal_ui(ui, view, "revocation", 640.0, |ui, view| {
        ui.spacing_mut().item_spacing.y = space::M;
        match dialog.confirmed {
            None => question_ui(ui, view, session, dialog),
            Some(number) => result_ui(ui, view, session, number),
        }
    });
}

fn question_ui(ui: &mut Ui, view: &mut View<'_>, session: &Session, dialog: &RevocationDialog) {
    let count = count(dialog.cards.len());
    let environment = session.environment();
    let number = dialog.customer.as_str();
    body_ui(ui, |ui| {
        ui.add(Label::new(title(view.t(Text::RevokeTitle { count, number }))).wrap());
        whose_ui(ui, view, session);
        let cards: Vec<&Card> = dialog.cards.iter().collect();
        cards_ui(ui, view, &cards, AROUND_LIST, |ui, view, card, _| {
            ui.label(muted(view, expiry_text(view, card)));
        });
        let odd = dialog.cards.iter().filter(|card| !card.token.is_sendable()).count();
        if let Some(count) = i64::try_from(odd).ok().filter(|count| *count > 0) {
            let text = RichText::new(view.t(Text::RevokeUnsendable { count }));
            ui.add(Label::new(text.color(view.theme.danger)).wrap());
        }
        warning_ui(ui, view, Text::RevokeWarning);
        if let Some(policy) = policy_ui(ui, view, dialog.policy) {
            view.act(RevocationAction::Policy(policy));
        }
        if environment == Environment::Production
            && let Some(text) = count_ui(ui, view, &dialog.typed_count, count)
        {
            view.act(RevocationAction::EditCount(text));
        }
        if let Some(text) = reason_ui(ui, view, &dialog.reason) {
            view.act(RevocationAction::EditReason(text));
        }
    });
    let may = dialog.may_confirm(environment);
    buttons_ui(ui, |ui| {
        let keep = quiet_button(ui, view, &view.t(Text::RevokeKeep));
        let revoke = danger_button(ui, view, may, &view.t(Text::RevokeConfirm { count }));
        if is_new(view) {
            keep.request_focus();
        }
        if keep.clicked() {
            view.act(RevocationAction::Cancel);
        }
        if revoke.clicked() {
            let tokens = dialog.cards.iter().map(|card| card.token.clone()).collect();
            view.act(RevocationAction::Confirm { tokens });
        }
    });
}

/// Where, and for which merchant.
pub(super) fn whose_ui(ui: &mut Ui, view: &View<'_>, session: &Session) {
    ui.horizontal_wrapped(|ui| {
        environment_badge_ui(ui, view, session.environment());
        let merchant = session.credentials.merchant_id.get().to_string();
        ui.label(view.t(Text::HeaderMerchant { merchant: &merchant }).into_owned());
        ui.label(muted(view, session.server.host_and_port()));
    });
}

/// The cards, each with its picture and what `beside` draws; those in view alone are drawn.
pub(super) fn cards_ui<'a>(
    ui: &mut Ui,
    view: &mut View<'a>,
    cards: &[&Card],
    around: f32,
    mut beside: impl FnMut(&mut Ui, &mut View<'a>, &Card, usize),
) {
    // Half a row at the end shows that there are more.
    let rows = ((ui.ctx().content_rect().height() - around) / (ROW + GAP)).floor().clamp(2.0, 8.0);
    let room = (rows + 0.5) * (ROW + GAP);
    let scroll = ScrollArea::vertical().id_salt("revoked cards").max_height(room);
    let scroll = scroll.min_scrolled_height(room.min((ROW + GAP) * cards.len() as f32));
    ui.scope(|ui| {
        ui.spacing_mut().item_spacing.y = GAP;
        scroll.show_rows(ui, ROW, cards.len(), |ui, range| {
            ui.set_width(ui.available_width());
            for (index, card) in cards.iter().copied().enumerate().take(range.end).skip(range.start)
            {
                ui.horizontal(|ui| {
                    ui.set_min_height(ROW);
                    let size = vec2((ROW - 6.0) * CARD_RATIO, ROW - 6.0);
                    let (rect, _) = ui.allocate_exact_size(size, Sense::hover());
                    card_face_ui(ui, view, card, rect);
                    name_ui(ui, view, card);
                    beside(ui, view, card, index);
                });
            }
        });
    });
}

/// Brand and digits; where these have no room beside each other, below one another.
fn name_ui(ui: &mut Ui, view: &View<'_>, card: &Card) {
    /// Room for what stands beside the name, in points.
    const BESIDE: f32 = 170.0;
    const LEAST: f32 = 70.0;
    const BOTH: f32 = 150.0;
    let (brand, digits) = (card.brand.as_str(), card.last_four.as_str());
    let brand = if brand.is_empty() { "—" } else { brand };
    let width = (ui.available_width() - BESIDE).clamp(LEAST, 200.0);
    ui.vertical(|ui| {
        ui.set_width(width);
        if width < BOTH {
            truncated(ui, strong(format!("···· {digits}")));
            truncated(ui, caption(view, brand));
        } else {
            ui.add_space((ROW - ui.text_style_height(&TextStyle::Body)) * 0.5);
            truncated(ui, strong(format!("{brand} ···· {digits}")));
        }
    });
}

/// What to do after a card that is not removed; another choice than before.
pub(super) fn policy_ui(ui: &mut Ui, view: &View<'_>, chosen: Policy) -> Option<Policy> {
    let mut other = None;
    ui.horizontal_wrapped(|ui| {
        ui.label(view.t(Text::RevokePolicy).into_owned());
        for (policy, text) in
            [(Policy::Stop, Text::RevokePolicyStop), (Policy::GoOn, Text::RevokePolicyGoOn)]
        {
            if choice_button(ui, view, policy == chosen, &view.t(text)).clicked() {
                other = Some(policy);
            }
        }
    });
    other
}

/// The number of cards as typed; what it has become.
pub(super) fn count_ui(ui: &mut Ui, view: &View<'_>, typed: &str, count: i64) -> Option<String> {
    let mut text = typed.to_owned();
    let changed = ui.horizontal_wrapped(|ui| {
        let label = ui.label(strong(view.t(Text::RevokeTypeCount { count })));
        let edit = TextEdit::singleline(&mut text)
            .char_limit(8)
            .margin(vec2(10.0, 8.0))
            .desired_width(80.0);
        ui.add(edit).labelled_by(label.id).changed()
    });
    changed.inner.then_some(text)
}

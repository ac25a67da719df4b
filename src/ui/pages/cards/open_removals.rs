//! Removals that have no outcome, shown until a list settles them or a person puts them aside.

use egui::Ui;

use crate::i18n::{Text, count};
use crate::journal::RemovalRecord;
use crate::model::{JournalAction, LookUpAction, Page, SessionAction};

use crate::ui::format::error_text::Explained;
use crate::ui::format::one_line;
use crate::ui::theme::space;
use crate::ui::view::View;
use crate::ui::widgets::{Tone, banner_ui, quiet_button};

/// Removals that are named one by one.
const NAMED: usize = 3;

/// Those that a list of this session settles, and those that take another sign-in.
pub(in crate::ui) fn open_removals_ui(ui: &mut Ui, view: &mut View<'_>) {
    let (here, elsewhere) = (view.state.open_here(), view.state.open_elsewhere());
    if !here.is_empty() {
        let cards = names(view, &here, |view, record| {
            let subject = record.subject();
            let customer = subject.customer.as_str();
            view.t(Text::UnresolvedCard { card: &card_of(record), customer }).into()
        });
        let said = Explained {
            what: named(view, Text::UnresolvedBanner { count: count(here.len()) }, &cards),
            meaning: view.t(Text::UnresolvedBannerMeaning).into(),
            ..Explained::default()
        };
        banner_ui(ui, view, Tone::Warning, &said, |ui, view| {
            look_up_ui(ui, view, &here);
            buttons_ui(ui, view, &here);
        });
        ui.add_space(space::M);
    }
    if !elsewhere.is_empty() {
        let cards = names(view, &elsewhere, |view, record| {
            let subject = record.subject();
            let card = &card_of(record);
            let customer = subject.customer.as_str();
            let merchant = &subject.merchant.get().to_string();
            let server = &one_line(&subject.server);
            view.t(Text::UnresolvedCardElsewhere { card, customer, merchant, server }).into()
        });
        let count = count(elsewhere.len());
        let said = Explained {
            what: named(view, Text::UnresolvedElsewhere { count }, &cards),
            meaning: view.t(Text::UnresolvedElsewhereMeaning).into(),
            ..Explained::default()
        };
        banner_ui(ui, view, Tone::Note, &said, |ui, view| buttons_ui(ui, view, &elsewhere));
        ui.add_space(space::M);
    }
}

/// The first few by name, the rest by number.
fn names(
    view: &View<'_>,
    records: &[&RemovalRecord],
    name: impl Fn(&View<'_>, &RemovalRecord) -> String,
) -> String {
    let mut names: Vec<String> =
        records.iter().take(NAMED).map(|record| name(view, record)).collect();
    let more = records.len().saturating_sub(NAMED);
    if more > 0 {
        names.push(view.t(Text::UnresolvedMore { count: count(more) }).into());
    }
    names.join("; ")
}

fn named(view: &View<'_>, lead: Text<'_>, cards: &str) -> String {
    format!("{}: {cards}", view.t(lead))
}

fn card_of(record: &RemovalRecord) -> String {
    let subject = record.subject();
    one_line(&format!("{} ···· {}", subject.brand, subject.last_four.as_str()))
}

/// A button for each customer that is named: the list that it asks for settles the removal.
fn look_up_ui(ui: &mut Ui, view: &mut View<'_>, records: &[&RemovalRecord]) {
    let mut customers = Vec::new();
    for record in records.iter().take(NAMED) {
        let customer = &record.subject().customer;
        if !customers.contains(&customer) {
            customers.push(customer);
        }
    }
    for customer in customers {
        let text = view.t(Text::UnresolvedLookUp { number: customer.as_str() });
        if quiet_button(ui, view, &text).clicked() {
            view.act(LookUpAction::Ask(customer.clone()));
        }
    }
}

fn buttons_ui(ui: &mut Ui, view: &mut View<'_>, records: &[&RemovalRecord]) {
    if quiet_button(ui, view, &view.t(Text::UnresolvedOpen)).clicked() {
        view.act(SessionAction::Show(Page::Journal));
    }
    if quiet_button(ui, view, &view.t(Text::UnresolvedPutAside)).clicked() {
        let removals = records.iter().map(|record| record.id().clone()).collect();
        view.act(JournalAction::PutAside(removals));
    }
}

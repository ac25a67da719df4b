//! The catalogue of rules.

use egui::{Label, Ui};

use crate::i18n::Text;
use crate::verify::{Group, Rule, condition, source_name};

use super::super::theme::space;
use super::super::view::View;
use super::super::widgets::{
    badge_ui, caption, mono, muted, severity_id, severity_tone, strong, title,
};
use super::{body_ui, buttons_ui, close_ui, modal_ui};

/// The catalogue of the verifier: every rule, when it finds something, and whose rule it is.
pub(super) fn rules_ui(ui: &mut Ui, view: &mut View<'_>) {
    modal_ui(ui, view, "rules", 680.0, |ui, view| {
        body_ui(ui, |ui| {
            ui.label(title(view.t(Text::Rules)));
            ui.add(Label::new(muted(view, view.t(Text::RulesNote))).wrap());
            for group in Group::ALL {
                ui.label(strong(view.texts.by_id(group_id(group), None, &[])));
                for rule in Rule::ALL.iter().filter(|rule| rule.group() == group) {
                    rule_ui(ui, view, *rule);
                }
                ui.add_space(space::S);
            }
        });
        buttons_ui(ui, |ui| {
            close_ui(ui, view);
        });
    });
}

fn group_id(group: Group) -> &'static str {
    match group {
        Group::Card => "rule-group-card",
        Group::Set => "rule-group-set",
        Group::Download => "rule-group-download",
        Group::File => "rule-group-file",
    }
}

fn rule_ui(ui: &mut Ui, view: &View<'_>, rule: Rule) {
    ui.scope(|ui| {
        ui.spacing_mut().item_spacing.y = 2.0;
        ui.horizontal_wrapped(|ui| {
            let word = view.texts.by_id(severity_id(rule.severity()), None, &[]);
            badge_ui(ui, view, severity_tone(rule.severity()), &word);
            ui.label(mono(rule.name()));
        });
        ui.add(Label::new(condition(view.texts, rule)).wrap());
        let source = source_name(view.texts, rule.source());
        ui.add(Label::new(caption(view, source)).wrap());
    });
}

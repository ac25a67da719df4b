//! Findings and their counts.

use egui::accesskit::Role;
use egui::{Frame, Label, Margin, Response, RichText, Sense, Ui, WidgetInfo};

use crate::i18n::{Text, count};
use crate::model::VerdictAction;
use crate::verify::{Finding, Rule, Severity, Tally, advice, message, source_name};

use super::super::format::Tone;
use super::super::theme::{self, size};
use super::super::view::View;
use super::badge::{badge_ui, number_badge_ui, sign_ui};
use super::button::focus_ring;
use super::text::{caption, file_name, icon_ui, link_text, strong};

pub(in crate::ui) fn severity_tone(severity: Severity) -> Tone {
    match severity {
        Severity::Error => Tone::Error,
        Severity::Warning => Tone::Warning,
        Severity::Note => Tone::Note,
    }
}

/// A finding: what was found, what to do, and whose rule it is. One about the bytes at an address
/// can be acknowledged.
pub(in crate::ui) fn finding_ui(
    ui: &mut Ui,
    view: &mut View<'_>,
    finding: &Finding,
    url: Option<&str>,
) {
    let session = view.state.session();
    let accepted = session.zip(url).and_then(|(s, url)| s.acknowledgement(url, finding.rule));
    let tone = match accepted {
        Some(_) => Tone::Ok,
        None => severity_tone(finding.severity),
    };
    let frame = Frame::new()
        .fill(view.theme.tint(tone.colour(view)))
        .corner_radius(theme::RADIUS_CONTROL)
        .inner_margin(Margin::symmetric(10, 8));
    frame.show(ui, |ui| {
        ui.set_width(ui.available_width());
        ui.spacing_mut().item_spacing.y = 4.0;
        ui.horizontal_top(|ui| {
            let word = view.texts.by_id(severity_id(finding.severity), None, &[]);
            sign_ui(ui, view, tone, &word).on_hover_text(&*word);
            ui.add(Label::new(strong(message(view.texts, finding))).wrap());
        });
        match accepted {
            Some(accepted) => {
                let at = accepted.at.strftime("%Y-%m-%d").to_string();
                let text = Text::Acknowledged { by: &accepted.by, at: &at };
                ui.add(Label::new(view.t(text).into_owned()).wrap());
                if !accepted.why.is_empty() {
                    ui.add(Label::new(accepted.why.as_str()).wrap());
                }
            }
            None => {
                ui.add(Label::new(advice(view.texts, finding.rule)).wrap());
            }
        }
        ui.add(Label::new(rule_line(view, finding.rule)).wrap());
        if let Some(url) = url {
            acknowledge_ui(ui, view, finding, url, accepted.is_some());
        }
    });
}

fn acknowledge_ui(
    ui: &mut Ui,
    view: &mut View<'_>,
    finding: &Finding,
    url: &str,
    is_accepted: bool,
) {
    let rule = finding.rule;
    let session = view.state.session();
    let entry = session.and_then(|session| session.library.at(url));
    let Some(sha256) = entry.and_then(|entry| entry.digest()) else {
        return;
    };
    let (text, action) = match is_accepted {
        true => (Text::AcknowledgeWithdraw, VerdictAction::Withdraw { sha256, rule }),
        false => (Text::AcknowledgeAsk, VerdictAction::Ask { sha256, rule }),
    };
    let (said, file) = (message(view.texts, finding), file_name(view, url));
    let name = match is_accepted {
        true => Text::AcknowledgeWithdrawNamed { finding: &said, file: &file },
        false => Text::AcknowledgeNamed { finding: &said, file: &file },
    };
    let link = ui.link(link_text(view, view.t(text))).accessible_name(&*view.t(name));
    if focus_ring(ui, view, link).clicked() {
        view.act(action);
    }
}

/// `aspect-ratio · ISO/IEC 7810`.
pub(in crate::ui) fn rule_words(view: &View<'_>, rule: Rule) -> String {
    let source = source_name(view.texts, rule.source());
    format!("{} · {source}", rule.name())
}

fn rule_line(view: &View<'_>, rule: Rule) -> RichText {
    caption(view, rule_words(view, rule))
}

/// The Fluent identifier of a severity's word.
pub(in crate::ui) fn severity_id(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "severity-error",
        Severity::Warning => "severity-warning",
        Severity::Note => "severity-note",
    }
}

/// A badge for each severity that needs a person: how many errors, how many warnings.
pub(in crate::ui) fn verdict_badges_ui(ui: &mut Ui, view: &View<'_>, tally: Tally) {
    for (tone, _, words) in verdicts(view, tally) {
        badge_ui(ui, view, tone, &words);
    }
}

/// The same in numbers alone.
pub(in crate::ui) fn verdict_numbers_ui(ui: &mut Ui, view: &View<'_>, tally: Tally) {
    for (tone, found, words) in verdicts(view, tally) {
        number_badge_ui(ui, view, tone, found, &words);
    }
}

fn verdicts(view: &View<'_>, tally: Tally) -> impl Iterator<Item = (Tone, usize, String)> {
    let told = |(severity, found): &(Severity, usize)| *found > 0 && *severity != Severity::Note;
    tally.counts().into_iter().filter(told).map(|(severity, found)| {
        (severity_tone(severity), found, count_text(view, severity, count(found)))
    })
}

pub(in crate::ui) fn count_text(view: &View<'_>, severity: Severity, count: i64) -> String {
    view.t(match severity {
        Severity::Error => Text::CountErrors { count },
        Severity::Warning => Text::CountWarnings { count },
        Severity::Note => Text::CountNotes { count },
    })
    .into_owned()
}

/// The verdict on a card in the room of a sign: the worst severity's, with how many findings need
/// a person. Nothing where none does; what has a badge of its own is not said twice.
pub(in crate::ui) fn card_verdict_ui(
    ui: &mut Ui,
    view: &View<'_>,
    findings: &[&Finding],
) -> Option<Response> {
    let told = [Rule::CardExpired, Rule::ExpiryUnreadable];
    let is_open =
        |finding: &&Finding| finding.severity > Severity::Note && !told.contains(&finding.rule);
    let open: Vec<&Finding> = findings.iter().copied().filter(is_open).collect();
    let tally = Tally::of(open.iter().copied());
    let severity = tally.worst()?;
    let colour = severity_tone(severity).colour(view);
    let found = tally.counts().into_iter().filter(|(_, found)| *found > 0);
    let words: Vec<String> =
        found.map(|(severity, found)| count_text(view, severity, count(found))).collect();
    let name = words.join(", ");
    let drawn = ui.scope(|ui| {
        ui.spacing_mut().item_spacing.x = 3.0;
        // Right to left: the number stands after the sign.
        let number = RichText::new(open.len().to_string())
            .font(theme::semibold(size::CAPTION))
            .color(colour);
        ui.add(Label::new(number).selectable(false));
        icon_ui(ui, severity_tone(severity).icon(), 14.0, colour);
    });
    let response = drawn.response.interact(Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, &name));
    Some(response.on_hover_ui(|ui| {
        ui.set_max_width(360.0);
        ui.label(strong(&*name));
        for finding in open.iter().take(5) {
            ui.label(message(view.texts, finding));
        }
    }))
}

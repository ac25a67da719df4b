use egui::{Label, Ui};

use crate::domain::Card;
use crate::i18n::Text;
use crate::model::{Session, SettingsAction};
use crate::verify::{CardFindings, Finding, Severity};

use super::super::theme::space;
use super::super::view::View;
use super::super::widgets::{
    Tone, badge_ui, caption, finding_ui, mono, muted, quiet_button, strong, truncated,
    verdict_badges_ui,
};

/// What the verifier says of the selected card and its files, the worst first.
pub(super) fn findings_ui(
    ui: &mut Ui,
    view: &mut View<'_>,
    session: &Session,
    index: usize,
    card: &Card,
) {
    let Some(findings) = session.findings(index) else { return };
    ui.horizontal_wrapped(|ui| {
        let open = session.open_findings(index);
        let is_quiet = open.iter().all(|finding| finding.severity == Severity::Note);
        verdict_badges_ui(ui, view, open);
        if is_quiet {
            badge_ui(ui, view, Tone::Ok, &view.t(Text::FindingsNone));
        }
    });
    let variants = || card.assets.iter().flat_map(|asset| &asset.variants);
    let unknown = variants().filter(|v| {
        session.library.get(&v.url).is_none_or(|e| e.is_unknown() || e.file.is_loading())
    });
    let count = i64::try_from(unknown.count()).unwrap_or(i64::MAX);
    if count > 0 {
        ui.add(Label::new(muted(view, view.t(Text::FindingsPending { count }))).wrap());
    }
    for severity in [Severity::Error, Severity::Warning, Severity::Note] {
        let mut last = None;
        for (place, finding) in placed(card, findings).filter(|(_, f)| f.severity == severity) {
            if last.replace(place) != Some(place) {
                ui.add_space(space::XS);
                place_ui(ui, view, place);
            }
            finding_ui(ui, view, finding, place.and_then(|(_, url)| url));
        }
    }
    ui.add_space(space::S);
    ui.add(Label::new(caption(view, view.t(Text::FindingsNote))).wrap());
    if quiet_button(ui, view, &view.t(Text::Rules)).clicked() {
        view.act(SettingsAction::Rules);
    }
}

fn place_ui(ui: &mut Ui, view: &View<'_>, place: Option<Place<'_>>) {
    match place {
        None => {
            ui.label(strong(view.t(Text::FindingsOfCard)));
        }
        Some((kind, url)) => {
            truncated(ui, strong(kind));
            if let Some(url) = url {
                truncated(ui, mono(url).size(11.0).color(view.theme.muted));
            }
        }
    }
}

/// The asset's type and the variant's address.
type Place<'a> = (&'a str, Option<&'a str>);

/// Each finding with what it is about; `None` is the card itself.
fn placed<'a>(
    card: &'a Card,
    findings: &'a CardFindings,
) -> impl Iterator<Item = (Option<Place<'a>>, &'a Finding)> {
    let own = findings.card.iter().map(|finding| (None, finding));
    let assets = card.assets.iter().zip(&findings.assets).flat_map(|(asset, found)| {
        let kind = asset.kind.as_str();
        let of_asset = found.asset.iter().map(move |finding| (Some((kind, None)), finding));
        let variants = asset.variants.iter().zip(&found.variants);
        let of_variants = variants.flat_map(move |(variant, found)| {
            found.iter().map(move |finding| (Some((kind, Some(variant.url.as_str()))), finding))
        });
        of_asset.chain(of_variants)
    });
    own.chain(assets)
}

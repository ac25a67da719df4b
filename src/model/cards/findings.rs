//! Going through the findings of the cards on screen.

use crate::domain::Card;
use crate::verify::{CardFindings, Finding, Severity};

use super::state::InspectorTab;
use crate::model::session::Session;

/// What a finding is about: the asset's type and the variant's address; `None` is the card itself.
pub type FindingPlace<'a> = Option<(&'a str, Option<&'a str>)>;

impl Session {
    /// The findings about a card on screen in the order they are shown in: the worst first, each
    /// with what it is about.
    pub fn placed_findings(&self, index: usize) -> Vec<(FindingPlace<'_>, &Finding)> {
        let (Some(card), Some(findings)) = (self.cards().get(index), self.findings(index)) else {
            return Vec::new();
        };
        let order = [Severity::Error, Severity::Warning, Severity::Note];
        let of = |severity| placed(card, findings).filter(move |(_, f)| f.severity == severity);
        order.into_iter().flat_map(of).collect()
    }

    /// The findings about a card on screen that nobody has acknowledged.
    pub fn open_findings(&self, index: usize) -> Vec<&Finding> {
        let (Some(card), Some(findings)) = (self.cards().get(index), self.findings(index)) else {
            return Vec::new();
        };
        let open = placed(card, findings).filter(|(place, found)| self.is_open(*place, found));
        open.map(|(_, finding)| finding).collect()
    }

    /// Whether nobody has acknowledged a finding.
    fn is_open(&self, place: FindingPlace<'_>, finding: &Finding) -> bool {
        let url = place.and_then(|(_, url)| url);
        url.is_none_or(|url| self.acknowledgement(url, finding.rule).is_none())
    }

    /// Selects the next error or warning of the cards on screen that nobody has acknowledged, or the
    /// one before; round the ends. Whether there is any.
    pub(crate) fn step_finding(&mut self, back: bool) -> bool {
        let steps: Vec<(usize, usize)> = (0..self.cards().len())
            .flat_map(|card| {
                let found = self.placed_findings(card).into_iter().enumerate();
                let needs_a_person =
                    |place, f: &Finding| f.severity > Severity::Note && self.is_open(place, f);
                let found = found.filter(move |(_, (place, f))| needs_a_person(*place, f));
                found.map(move |(f, _)| (card, f))
            })
            .collect();
        let Some(customer) = &mut self.customer else { return false };
        let here = customer.selected.map(|card| (card, customer.finding));
        // A card that was selected by hand is begun with its first finding, or left backwards.
        let is_after =
            |step: &(usize, usize)| here.is_none_or(|(c, f)| (step.0, Some(step.1)) > (c, f));
        let is_before =
            |step: &(usize, usize)| here.is_some_and(|(c, f)| (step.0, Some(step.1)) < (c, f));
        let next = match back {
            false => steps.iter().copied().find(is_after).or(steps.first().copied()),
            true => steps.iter().copied().rfind(is_before).or(steps.last().copied()),
        };
        if let Some((card, finding)) = next {
            customer.selected = Some(card);
            customer.finding = Some(finding);
            customer.tab = InspectorTab::Findings;
        }
        next.is_some()
    }
}

fn placed<'a>(
    card: &'a Card,
    findings: &'a CardFindings,
) -> impl Iterator<Item = (FindingPlace<'a>, &'a Finding)> {
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

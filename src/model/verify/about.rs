//! What an acknowledgement would be about.

use crate::domain::Digest;
use crate::model::assets::AssetEntry;
use crate::model::session::Session;
use crate::verify::{Finding, Rule};

impl Session {
    /// The file of these bytes that a rule found something about, and the finding: of the card that is
    /// inspected where it has it, else of any.
    pub fn finding_of(
        &self,
        sha256: &Digest,
        rule: Rule,
    ) -> Option<(&AssetEntry, Option<&Finding>)> {
        let of_these = |url: &str| {
            self.library.at(url).filter(|entry| entry.digest().as_ref() == Some(sha256))
        };
        let inspected = self.selected_card().map(|(index, _)| self.placed_findings(index));
        let mut of_card = inspected.into_iter().flatten().filter(|(_, found)| found.rule == rule);
        let here = of_card
            .find_map(|(place, found)| Some((of_these(place.and_then(|(_, url)| url)?)?, found)));
        if let Some((entry, found)) = here {
            return Some((entry, Some(found)));
        }
        let entry = self.library.iter().find(|entry| entry.digest().as_ref() == Some(sha256))?;
        let mut found = self.sheet.findings(entry.id.url().unwrap_or_default()).iter();
        Some((entry, found.find(|found| found.rule == rule)))
    }
}

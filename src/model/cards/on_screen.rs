//! What the page shows of a session.

use crate::acknowledged::Acknowledgement;
use crate::domain::{AssetKind, Card, Variant};
use crate::verify::Rule;

use crate::model::remote::Remote;
use crate::model::session::{Page, Session};

impl Session {
    /// The cards on screen.
    pub fn cards(&self) -> &[Card] {
        let list = self.customer.as_ref().and_then(|customer| customer.list.value());
        list.map_or(&[], |list| list.cards.as_slice())
    }

    /// Whether a list came that has not been drawn since.
    pub fn awaits_drawing(&self) -> bool {
        self.customer.as_ref().is_some_and(|c| matches!(c.list, Remote::Ready(_)) && !c.was_drawn)
    }

    /// The selected card, with its index.
    pub fn selected_card(&self) -> Option<(usize, &Card)> {
        let index = self.customer.as_ref()?.selected?;
        self.cards().get(index).map(|card| (index, card))
    }

    /// Who accepted what a rule says of the bytes at an address.
    pub fn acknowledgement(&self, url: &str, rule: Rule) -> Option<&Acknowledgement> {
        self.acknowledged.get(&self.library.at(url)?.digest()?, rule)
    }

    /// The files on the page, each address once, in the page's order: what the large picture goes
    /// through.
    pub fn files_on_page(&self) -> Vec<(&Variant, &AssetKind)> {
        let of_cards = || {
            let assets = self.cards().iter().flat_map(|card| &card.assets);
            assets.flat_map(|asset| asset.variants.iter().map(move |v| (v, &asset.kind)))
        };
        let mut files: Vec<_> = match self.page {
            Page::Sheet => self.sheet.groups().iter().map(|g| (&g.variant, &g.kind)).collect(),
            Page::Customer | Page::Journal | Page::Batch => of_cards().collect(),
        };
        let mut seen = std::collections::HashSet::new();
        files.retain(|(variant, _)| seen.insert(variant.url.as_str()));
        files
    }
}

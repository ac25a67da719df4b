//! The front of a card.

use super::asset::{Asset, AssetKind, Variant};
use super::card::Card;

/// How a wallet would draw the front of a card, from the assets it has (source: the MDES product
/// configuration: either the combined background is given, or a plain one and logos).
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum CardFace<'a> {
    /// One picture that holds everything.
    Combined(&'a Asset),
    /// A plain background, on which logos are composed.
    Composed {
        /// Art without logos, as large as the card.
        background: &'a Asset,
        /// Logo of the payment system.
        brand: Option<&'a Asset>,
        /// Logo of the bank.
        issuer: Option<&'a Asset>,
        /// Logo of the bank's partner.
        co_brand: Option<&'a Asset>,
    },
    /// No art: the viewer draws a card in the brand's colours.
    Drawn,
}

impl Card {
    /// The first asset of a kind.
    pub fn asset(&self, kind: &AssetKind) -> Option<&Asset> {
        self.assets.iter().find(|asset| asset.kind == *kind)
    }

    /// How the card is drawn.
    pub fn face(&self) -> CardFace<'_> {
        if let Some(combined) = self.drawable(&AssetKind::CardBackgroundCombined) {
            return CardFace::Combined(combined);
        }
        match self.drawable(&AssetKind::CardBackground) {
            Some(background) => CardFace::Composed {
                background,
                brand: self.drawable(&AssetKind::BrandLogo),
                issuer: self.drawable(&AssetKind::IssuerLogo),
                co_brand: self.drawable(&AssetKind::CoBrandLogo),
            },
            None => CardFace::Drawn,
        }
    }

    fn drawable(&self, kind: &AssetKind) -> Option<&Asset> {
        self.assets.iter().find(|asset| asset.kind == *kind && !asset.variants.is_empty())
    }
}

impl Asset {
    /// The variant to show where it is `width` pixels wide: the smallest raster that is not
    /// enlarged, else the largest one, else whatever there is (a vector file has no width).
    pub fn variant_for(&self, width: u32) -> Option<&Variant> {
        let sized = || self.variants.iter().filter_map(|v| v.declared.width.map(|w| (w, v)));
        sized()
            .filter(|(w, _)| *w >= width)
            .min_by_key(|(w, _)| *w)
            .or_else(|| sized().max_by_key(|(w, _)| *w))
            .map(|(_, variant)| variant)
            .or_else(|| self.variants.first())
    }
}

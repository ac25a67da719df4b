//! Files of card art, as the gateway declares them.

/// A medium of a card: art, logo, icon or terms, in one or more variants.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Asset {
    /// `assetType`, which decides the rules that hold for its files.
    pub kind: AssetKind,
    /// `altText`; `None` where null or missing.
    pub alt_text: Option<String>,
    /// `paymentType` as it came: `VISA`, `MC`.
    pub payment_type: Option<String>,
    /// `assetData`: the same medium in several formats and sizes.
    pub variants: Vec<Variant>,
}

/// One downloadable form of an asset.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Variant {
    /// The URL as it came; not yet checked.
    pub url: String,
    /// What the list claims of the file; the file may be another.
    pub declared: Declared,
}

/// What the gateway says a variant is.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash)]
pub struct Declared {
    /// `mediaType` as it came.
    pub media_type: Option<String>,
    /// Pixels; `None` where null, missing or zero (vector files).
    pub width: Option<u32>,
    /// Pixels; `None` where null, missing or zero (vector files).
    pub height: Option<u32>,
}

/// `assetType` of Assist's documentation; anything else is kept as it came.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum AssetKind {
    /// `BRAND_LOGO`: of the payment system.
    BrandLogo,
    /// `ISSUER_LOGO`: of the bank.
    IssuerLogo,
    /// `CO_BRAND_LOGO`: of the bank's partner.
    CoBrandLogo,
    /// `CARD_BACKGROUND_COMBINED`: art with all logos on it.
    CardBackgroundCombined,
    /// `CARD_BACKGROUND`: art without logos.
    CardBackground,
    /// `ICON`: a small sign.
    Icon,
    /// `TERMS_AND_CONDITIONS`: text, HTML or PDF.
    TermsAndConditions,
    /// The name as it came.
    Other(String),
}

impl AssetKind {
    /// Reads `assetType`; case does not matter.
    pub fn from_gateway(text: &str) -> Self {
        match text.trim().to_ascii_uppercase().as_str() {
            "BRAND_LOGO" => Self::BrandLogo,
            "ISSUER_LOGO" => Self::IssuerLogo,
            "CO_BRAND_LOGO" => Self::CoBrandLogo,
            "CARD_BACKGROUND_COMBINED" => Self::CardBackgroundCombined,
            "CARD_BACKGROUND" => Self::CardBackground,
            "ICON" => Self::Icon,
            "TERMS_AND_CONDITIONS" => Self::TermsAndConditions,
            _ => Self::Other(text.to_owned()),
        }
    }

    /// Whether it is a card's background, with everything on it or plain.
    pub fn is_art(&self) -> bool {
        matches!(self, Self::CardBackground | Self::CardBackgroundCombined)
    }

    /// The gateway's name of the type.
    pub fn as_str(&self) -> &str {
        match self {
            Self::BrandLogo => "BRAND_LOGO",
            Self::IssuerLogo => "ISSUER_LOGO",
            Self::CoBrandLogo => "CO_BRAND_LOGO",
            Self::CardBackgroundCombined => "CARD_BACKGROUND_COMBINED",
            Self::CardBackground => "CARD_BACKGROUND",
            Self::Icon => "ICON",
            Self::TermsAndConditions => "TERMS_AND_CONDITIONS",
            Self::Other(text) => text,
        }
    }
}

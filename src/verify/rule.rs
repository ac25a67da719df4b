//! The catalogue: every rule by name, with its usual severity, the values it measures, and whose
//! rule it is.

use super::severity::Severity;

/// What a rule looks at.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Group {
    /// The card's own data.
    Card,
    /// The set of assets.
    Set,
    /// How a file came: address, headers, time.
    Download,
    /// What a file is: format, size, look.
    File,
}

/// Whose rule it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Source {
    /// Assist's documentation of the One Click services.
    Assist,
    /// ISO/IEC 7812: card numbers and issuers' identification.
    Iso7812,
    /// ISO/IEC 7810: the ID-1 card.
    Id1,
    /// Mastercard's product configuration for digital card art (MDES).
    Mdes,
    /// Visa's digital brand guidelines.
    Visa,
    /// WCAG 2.2: contrast.
    Wcag,
    /// The specification of the file's format.
    Format,
    /// HTTP.
    Http,
    /// Our own, from what goes wrong in practice.
    Practice,
}

macro_rules! catalogue {
    ($($group:ident { $($variant:ident $name:literal $severity:ident $source:ident [$($value:literal),*];)+ })+) => {
        /// A rule of the catalogue.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Rule {
            $($(#[doc = concat!("Reported as `", $name, "`.")] $variant,)+)+
        }

        impl Rule {
            /// All, in the order of the catalogue.
            pub const ALL: &[Self] = &[$($(Self::$variant,)+)+];

            /// The stable name, as in reports.
            pub fn name(self) -> &'static str {
                match self { $($(Self::$variant => $name,)+)+ }
            }

            /// The usual severity; some rules give another where it matters more or less.
            pub fn severity(self) -> Severity {
                match self { $($(Self::$variant => Severity::$severity,)+)+ }
            }

            /// Names of the values that a finding holds.
            pub fn values(self) -> &'static [&'static str] {
                match self { $($(Self::$variant => &[$($value),*],)+)+ }
            }

            /// What it looks at.
            pub fn group(self) -> Group {
                match self { $($(Self::$variant => Group::$group,)+)+ }
            }

            /// Whose rule it is.
            pub fn source(self) -> Source {
                match self { $($(Self::$variant => Source::$source,)+)+ }
            }
        }
    };
}

catalogue! {
    Card {
    ExpiryUnreadable "expiry-unreadable" Warning Assist ["expire"];
    CardExpired "card-expired" Warning Practice ["expire"];
    CardExpiresSoon "card-expires-soon" Note Practice ["days"];
    BinMalformed "bin-malformed" Warning Assist ["bin"];
    LastFourMalformed "last4-malformed" Warning Assist ["last4"];
    TokenMalformed "token-malformed" Warning Assist ["characters"];
    TokenDuplicated "token-duplicated" Error Practice ["cards"];
    BrandBinMismatch "brand-bin-mismatch" Warning Iso7812 ["brand", "bin", "bin_brand"];
    BrandPaymentTypeMismatch "brand-payment-type-mismatch" Warning Assist ["brand", "payment_type"];
    UnknownField "unknown-field" Note Assist ["field"];
    }

    Set {
    NoAssets "no-assets" Note Assist ["brand"];
    NoCardBackground "no-card-background" Error Mdes [];
    BackgroundNeedsLogo "background-needs-logo" Warning Mdes [];
    MissingBrandLogo "missing-brand-logo" Note Mdes [];
    MissingIssuerLogo "missing-issuer-logo" Note Mdes [];
    MissingIcon "missing-icon" Note Mdes [];
    AssetTypeUnknown "asset-type-unknown" Warning Assist ["type"];
    MediaTypeUnknown "media-type-unknown" Warning Assist ["media_type"];
    AssetDuplicated "asset-duplicated" Warning Practice ["type", "media_type", "width", "height"];
    AltTextMissing "alt-text-missing" Note Assist [];
    TestAssetOnProduction "test-asset-on-production" Warning Practice ["host", "environment"];
    ArtDiffersForProduct "art-differs-for-product" Note Practice ["bin", "bank"];
    ArtSharedAcrossBanks "art-shared-across-banks" Warning Practice ["bank", "other_bank"];
    }

    Download {
    UrlRefused "url-refused" Error Practice ["reason"];
    DownloadFailed "download-failed" Error Practice ["reason"];
    HttpStatus "http-status" Error Http ["status"];
    Redirected "redirected" Warning Http ["host"];
    TooLarge "too-large" Error Practice ["limit"];
    EmptyFile "empty-file" Error Practice [];
    ContentTypeMismatch "content-type-mismatch" Warning Http ["content_type", "media_type"];
    SlowDownload "slow-download" Note Practice ["seconds"];
    }

    File {
    NotTheDeclaredType "not-the-declared-type" Error Assist ["media_type", "found"];
    Undecodable "undecodable" Error Format ["reason"];
    Damaged "damaged" Warning Format ["bad_checksums", "end_missing", "trailing_bytes"];
    TooManyPixels "too-many-pixels" Error Practice ["width", "height"];
    SizeDiffersFromDeclared "size-differs-from-declared" Warning Assist ["width", "height", "declared_width", "declared_height"];
    AspectRatio "aspect-ratio" Warning Id1 ["ratio", "wanted", "percent"];
    Portrait "portrait" Error Visa ["width", "height"];
    BelowRecommendedSize "below-recommended-size" Warning Mdes ["width", "wanted"];
    CornersNotSquare "corners-not-square" Warning Visa ["corners"];
    TransparentBackground "transparent-background" Warning Visa ["percent"];
    Blank "blank" Error Practice [];
    InvisibleOnLight "invisible-on-light" Warning Wcag ["contrast"];
    InvisibleOnDark "invisible-on-dark" Warning Wcag ["contrast"];
    LowLastFourContrast "low-last4-contrast" Note Wcag ["contrast"];
    Interlaced "interlaced" Note Format [];
    Grayscale "grayscale" Note Format [];
    Palette "palette" Note Format [];
    Cmyk "cmyk" Note Format [];
    SixteenBit "sixteen-bit" Note Format [];
    PdfEncrypted "pdf-encrypted" Error Format [];
    PdfActiveContent "pdf-active-content" Error Format ["parts"];
    PdfPages "pdf-pages" Warning Mdes ["pages"];
    PdfRasterOnly "pdf-raster-only" Warning Mdes [];
    PdfRendersIncompletely "pdf-renders-incompletely" Warning Format ["parts"];
    TextNotUtf8 "text-not-utf8" Warning Practice ["encoding"];
    TermsEmpty "terms-empty" Error Practice [];
    HtmlActiveContent "html-active-content" Warning Practice ["parts"];
    }
}

impl Rule {
    /// Whether it compares the cards of many customers, so that a single list never shows it.
    pub fn compares_customers(self) -> bool {
        matches!(self, Self::ArtDiffersForProduct | Self::ArtSharedAcrossBanks)
    }

    /// The rule with this name.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|rule| rule.name() == name)
    }
}

impl Group {
    /// In the order in which the catalogue shows them.
    pub const ALL: [Self; 4] = [Self::Card, Self::Set, Self::Download, Self::File];
}

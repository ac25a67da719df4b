//! What a batch keeps of each customer: enough for every report, and no more.

use jiff::Timestamp;
use jiff::tz::TimeZone;
use serde::{Deserialize, Serialize};

use crate::api::ApiError;
use crate::domain::{
    Asset, AssetKind, Card, Digest, Environment, KnownTokens, MerchantId, Redacted, Redactor,
    ServerAddress, Variant,
};
use crate::media::{Content, Measured};
use crate::verify::{AssetFindings, CardFindings, FileState, Files, Finding, Value};

use super::kept;

/// Whose cards a batch verifies, and when it began.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Identity {
    /// Host, and port where it is not the scheme's own; `sandbox` for the embedded one.
    pub server: String,
    /// Number of the merchant whose credentials made the calls.
    pub merchant_id: u32,
    /// `SANDBOX`, `TEST`, `PRODUCTION`.
    pub environment: String,
    /// In UTC, as `2026-01-31 12:00`.
    pub started: String,
}

impl Identity {
    /// Of a batch that begins now.
    pub fn new(server: &ServerAddress, merchant_id: MerchantId, now: Timestamp) -> Self {
        let environment = server.environment();
        Self {
            server: match environment {
                // A sandbox has another port each time.
                Environment::Sandbox => "sandbox".to_owned(),
                Environment::Test | Environment::Production => server.host_and_port(),
            },
            merchant_id: merchant_id.get(),
            environment: environment.word().to_owned(),
            started: now.to_zoned(TimeZone::UTC).strftime("%Y-%m-%d %H:%M").to_string(),
        }
    }

    /// Whether two batches are of one merchant at one server.
    pub fn is_same_place(&self, other: &Self) -> bool {
        (&self.server, self.merchant_id, &self.environment)
            == (&other.server, other.merchant_id, &other.environment)
    }

    /// What was kept and what is wanted, where they are not the same place.
    pub(super) fn against(&self, wanted: &Self) -> String {
        let place = |one: &Self| {
            format!("of merchant {} at {} ({})", one.merchant_id, one.server, one.environment)
        };
        format!("{}, and this batch is {}", place(self), place(wanted))
    }
}

/// A customer's cards, or why there are none.
#[derive(Debug, Clone)]
pub struct CustomerRecord {
    /// Number of the customer.
    pub customer: String,
    /// Cards in the list's order, or why the list could not be had when it was asked for last.
    pub result: Result<Vec<CardRecord>, ApiError>,
}

impl CustomerRecord {
    /// Whether the gateway answered that there is no card.
    pub fn is_without_cards(&self) -> bool {
        self.result.as_ref().is_ok_and(Vec::is_empty)
    }
}

/// A card, with BIN and last four digits at most.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct CardRecord {
    /// As the gateway sent them; not always four digits.
    pub last_four: String,
    /// The first six or eight digits as the gateway sent them; empty where it sent none.
    pub bin: String,
    /// The gateway's spelling.
    pub brand: Redacted,
    /// Name of the issuing bank, in the gateway's spelling; may be empty.
    pub bank: Redacted,
    /// `expire` as it came, readable as a date or not.
    pub expires: Redacted,
    /// The gateway's flag; `None` where it sent none.
    pub active: Option<bool>,
    /// About the card itself; those about files stand with the files.
    #[serde(with = "findings")]
    pub findings: Vec<Finding>,
    /// One for each variant, in the list's order.
    pub assets: Vec<AssetRecord>,
}

/// A variant of an asset, or an asset that has none.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct AssetRecord {
    /// Type of the asset, in the gateway's spelling.
    pub kind: Redacted,
    /// `None` for an asset without variants. Without what lets somebody in.
    #[serde(default, deserialize_with = "kept::address")]
    pub url: Option<Redacted>,
    /// The address as it came, where that is another; never written.
    #[serde(skip)]
    pub whole: Option<String>,
    /// What the list claims; not checked.
    pub declared: DeclaredRecord,
    /// `None` where nothing came, or it broke off before anything was measured.
    pub measured: Option<FileRecord>,
    /// Whether it is drawn, read as text, or neither.
    pub state: AssetState,
    /// About this file; those about the asset as a whole stand with its first variant.
    #[serde(with = "findings")]
    pub findings: Vec<Finding>,
}

/// Two addresses with the same file are the same, whoever signed them.
impl PartialEq for AssetRecord {
    fn eq(&self, other: &Self) -> bool {
        let Self { kind, url, whole: _, declared, measured, state, findings } = self;
        (kind, url, declared, measured, state, findings)
            == (
                &other.kind,
                &other.url,
                &other.declared,
                &other.measured,
                &other.state,
                &other.findings,
            )
    }
}

/// What the gateway says that a file is.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct DeclaredRecord {
    /// As declared, such as `image/png`.
    pub media_type: Option<Redacted>,
    /// Pixels, as declared.
    pub width: Option<u32>,
    /// Pixels, as declared.
    pub height: Option<u32>,
}

/// What a file is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FileRecord {
    /// Of what the bytes are, whatever was declared.
    pub media_type: String,
    /// Pixels; vector files and texts have none.
    pub width: Option<u32>,
    /// Pixels; vector files and texts have none.
    pub height: Option<u32>,
    /// Size of the file after HTTP's compression is undone.
    pub bytes: usize,
    /// Of the bytes; `None` where none came.
    pub sha256: Option<Digest>,
}

/// Whether a file can be shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum AssetState {
    /// As a picture.
    Rendered,
    /// As terms are, without markup.
    Text,
    /// Not fetched, or not readable; findings say why.
    Failed,
}

impl AssetState {
    /// The word in reports.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Rendered => "rendered",
            Self::Text => "text",
            Self::Failed => "failed",
        }
    }
}

/// A small picture of a file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Thumbnail {
    /// Pixels.
    pub width: u32,
    /// Pixels.
    pub height: u32,
    /// PNG, in base64.
    pub png: String,
}

impl CardRecord {
    pub(super) fn new(
        card: &Card,
        known: &KnownTokens,
        findings: CardFindings,
        files: &dyn Files,
    ) -> Self {
        let redactor = Redactor::default().knowing(known);
        let assets = card.assets.iter().zip(findings.assets);
        Self {
            last_four: card.last_four.as_str().to_owned(),
            bin: card.bin.as_str().to_owned(),
            brand: redactor.text(card.brand.as_str()),
            bank: redactor.text(&card.bank),
            expires: redactor.text(&card.expiry_text),
            active: card.active,
            findings: findings.card.into_iter().map(|found| cleaned(found, redactor)).collect(),
            assets: assets
                .flat_map(|(asset, found)| of_asset(asset, redactor, found, files))
                .collect(),
        }
    }

    /// The files that could be read, with their places among the assets.
    pub(super) fn read_files(&self) -> Vec<(usize, (AssetKind, Digest))> {
        let is_read = |asset: &AssetRecord| asset.state != AssetState::Failed;
        let digest =
            |asset: &AssetRecord| Some((AssetKind::from_gateway(&asset.kind), asset.sha256()?));
        self.assets
            .iter()
            .enumerate()
            .filter(|(_, asset)| is_read(asset))
            .filter_map(|(place, asset)| Some((place, digest(asset)?)))
            .collect()
    }
}

impl AssetRecord {
    /// The digest of the file; `None` where it could not be read.
    pub fn sha256(&self) -> Option<Digest> {
        self.measured.as_ref()?.sha256
    }

    /// Whether it was read, and is what shows a card's product: its background.
    pub(super) fn is_art(&self) -> bool {
        let kind = AssetKind::from_gateway(&self.kind);
        self.sha256().is_some() && self.state != AssetState::Failed && kind.is_art()
    }
}

/// One record a variant; what concerns the asset as a whole goes to the first.
fn of_asset(
    asset: &Asset,
    redactor: Redactor<'_>,
    found: AssetFindings,
    files: &dyn Files,
) -> Vec<AssetRecord> {
    let mut own = found.asset;
    let kind = redactor.text(asset.kind.as_str());
    if asset.variants.is_empty() {
        return vec![AssetRecord {
            kind,
            url: None,
            whole: None,
            declared: DeclaredRecord::default(),
            measured: None,
            state: AssetState::Failed,
            findings: own.into_iter().map(|found| cleaned(found, redactor)).collect(),
        }];
    }
    let variants = asset.variants.iter().zip(found.variants);
    let record = |(variant, found): (&Variant, Vec<Finding>)| {
        let (state, measured) = of_file(files.file(variant));
        let url = redactor.address(&variant.url);
        AssetRecord {
            kind: kind.clone(),
            whole: (url != *variant.url).then(|| variant.url.clone()),
            url: Some(url),
            declared: DeclaredRecord {
                media_type: variant.declared.media_type.as_deref().map(|text| redactor.text(text)),
                width: variant.declared.width,
                height: variant.declared.height,
            },
            measured,
            state,
            findings: own.drain(..).chain(found).map(|found| cleaned(found, redactor)).collect(),
        }
    };
    variants.map(record).collect()
}

fn of_file(state: FileState<'_>) -> (AssetState, Option<FileRecord>) {
    match state {
        FileState::Unknown => (AssetState::Failed, None),
        FileState::Read(loaded) => {
            let state = match &loaded.content {
                Content::Raster { .. } | Content::Vector { .. } => AssetState::Rendered,
                Content::Text(_) => AssetState::Text,
            };
            (state, Some(FileRecord::new(&loaded.measured)))
        }
        FileState::Failed(failure) => {
            let measured = failure.measured.as_ref();
            (AssetState::Failed, measured.map(|measured| FileRecord::new(measured)))
        }
    }
}

impl FileRecord {
    fn new(measured: &Measured) -> Self {
        Self {
            media_type: measured.kind.media_type().to_owned(),
            width: measured.pixels.map(|(width, _)| width),
            height: measured.pixels.map(|(_, height)| height),
            bytes: measured.bytes,
            sha256: Some(measured.sha256),
        }
    }
}

/// Values repeat what the gateway sent.
pub(super) fn cleaned(mut finding: Finding, redactor: Redactor<'_>) -> Finding {
    for (_, value) in &mut finding.values {
        if let Value::Text(text) = value {
            *text = redactor.text(text).into_string();
        }
    }
    finding
}

/// Findings in the state file: rule and severity by name, the values in the rule's order.
mod findings {
    use serde::{Deserialize, Deserializer, Serialize as _, Serializer, de};
    use serde_json::Value as Json;

    use crate::verify::{Finding, Rule, Severity, Value};

    pub(super) fn serialize<S: Serializer>(all: &[Finding], out: S) -> Result<S::Ok, S::Error> {
        let plain = |finding: &Finding| {
            let values = finding.values.iter().map(|(_, value)| match value {
                Value::Text(text) => Json::from(text.as_str()),
                Value::Whole(number) => Json::from(*number),
                Value::Number(number) => Json::from(*number),
            });
            (finding.rule.name(), finding.severity.as_str(), values.collect::<Vec<_>>())
        };
        all.iter().map(plain).collect::<Vec<_>>().serialize(out)
    }

    pub(super) fn deserialize<'de, D: Deserializer<'de>>(
        from: D,
    ) -> Result<Vec<Finding>, D::Error> {
        let all: Vec<(String, String, Vec<Json>)> = Deserialize::deserialize(from)?;
        let read =
            all.into_iter().map(|(rule, severity, values)| finding(&rule, &severity, values));
        // A rule that this version does not know: the customer is verified anew.
        read.collect::<Option<_>>().ok_or_else(|| de::Error::custom("an unknown finding"))
    }

    fn finding(rule: &str, severity: &str, values: Vec<Json>) -> Option<Finding> {
        let rule = Rule::named(rule)?;
        let severities = [Severity::Note, Severity::Warning, Severity::Error];
        let severity = severities.into_iter().find(|known| known.as_str() == severity)?;
        if values.len() != rule.values().len() {
            return None;
        }
        let values = values.into_iter().map(|value| match value {
            Json::String(text) => Some(Value::Text(text)),
            Json::Number(number) => {
                number.as_u64().map(Value::Whole).or_else(|| number.as_f64().map(Value::Number))
            }
            _ => None,
        });
        let values: Option<Vec<Value>> = values.collect();
        Some(Finding {
            rule,
            severity,
            values: rule.values().iter().copied().zip(values?).collect(),
        })
    }
}

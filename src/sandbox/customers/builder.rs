//! The words in which customers are described.

use std::collections::HashMap;

use serde_json::{Map, Value, json};

use super::{Customer, StoredCard, token};
use crate::domain::Date;
use crate::sandbox::art::{BANKS, BankLook, Mark};
use crate::sandbox::faults::{Call, Fault, Injection};
use crate::sandbox::files::{Delivery, File, Format, Picture, Recipe};
use crate::sandbox::json::ListStyle;

/// Usual size of card art.
pub(super) const CARD: (u32, u32) = (1536, 969);
/// Usual size of logos.
pub(super) const LOGO: (u32, u32) = (1372, 283);
/// Usual size of icons.
pub(super) const ICON: (u32, u32) = (100, 100);

/// An invented bank, by its place in the list of them; any number is good.
pub(super) fn bank(index: usize) -> BankLook {
    BANKS[index % BANKS.len()]
}

/// `brand` as the gateway spells it; documented for Visa and Mastercard alone.
pub(super) fn brand_name(mark: Mark) -> &'static str {
    match mark {
        Mark::Visa => "VISA",
        Mark::Mastercard => "MasterCard",
        Mark::Maestro => "MAESTRO",
        Mark::Mir => "MIR",
        Mark::Belkart => "BELKART",
        Mark::Amex => "AMEX",
        Mark::UnionPay => "UNIONPAY",
    }
}

/// `paymentType`; documented for Visa and Mastercard alone.
fn payment_type(mark: Mark) -> &'static str {
    match mark {
        Mark::Mastercard => "MC",
        other => brand_name(other),
    }
}

/// A BIN in the payment system's range.
fn usual_bin(mark: Mark) -> u32 {
    match mark {
        Mark::Visa => 400_551,
        Mark::Mastercard => 520_417,
        Mark::Maestro => 676_149,
        Mark::Mir => 220_073,
        Mark::Belkart => 911_237,
        Mark::Amex => 371_449,
        Mark::UnionPay => 624_318,
    }
}

/// One form of an asset.
#[derive(Clone)]
pub(super) struct Variant {
    pub(super) media_type: Value,
    pub(super) width: Value,
    pub(super) height: Value,
    pub(super) place: FileSource,
}

/// Where a variant's file is.
#[derive(Clone)]
pub(super) enum FileSource {
    /// In the store.
    Store(File),
    /// In the store, at this path below `/assets/`.
    At(&'static str, File),
    /// Somewhere else, or nowhere; nothing is served.
    Url(String),
}

impl Variant {
    /// A picture of the size it says.
    pub(super) fn png(picture: Picture, (width, height): (u32, u32)) -> Self {
        Self::picture(picture, (width, height), Format::Png)
    }

    pub(super) fn picture(picture: Picture, (width, height): (u32, u32), format: Format) -> Self {
        let (end, media_type) = match format {
            Format::Png => ("png", "image/png"),
            Format::Jpeg => ("jpg", "image/jpeg"),
            Format::WebP => ("webp", "image/webp"),
            Format::Gif => ("gif", "image/gif"),
        };
        let recipe = Recipe::Drawn { picture, width, height, format };
        let name = format!("w{width}_h{height}.{end}");
        Self {
            media_type: json!(media_type),
            width: json!(width),
            height: json!(height),
            place: FileSource::Store(File::new(recipe, name, media_type)),
        }
    }

    /// A file without a size in pixels.
    pub(super) fn unsized_file(recipe: Recipe, end: &str, media_type: &'static str) -> Self {
        Self {
            media_type: json!(media_type),
            width: Value::Null,
            height: Value::Null,
            place: FileSource::Store(File::new(recipe, format!("w0_h0.{end}"), media_type)),
        }
    }

    /// The same, its file changed.
    pub(super) fn with_file(mut self, change: impl FnOnce(&mut File)) -> Self {
        if let FileSource::Store(file) | FileSource::At(_, file) = &mut self.place {
            change(file);
        }
        self
    }

    pub(super) fn delivered(self, delivery: Delivery) -> Self {
        self.with_file(|file| file.delivery = delivery)
    }

    pub(super) fn declared(mut self, width: u32, height: u32) -> Self {
        (self.width, self.height) = (json!(width), json!(height));
        self
    }
}

/// Whose `paymentType` an asset carries.
#[derive(Clone)]
pub(super) enum PaymentType {
    OfCard,
    As(Value),
}

/// An asset of a card.
#[derive(Clone)]
pub(super) struct AssetSpec {
    pub(super) kind: &'static str,
    pub(super) alt: Value,
    pub(super) payment: PaymentType,
    pub(super) variants: Vec<Variant>,
}

impl AssetSpec {
    pub(super) fn new(kind: &'static str, alt: impl Into<Value>, variants: Vec<Variant>) -> Self {
        Self { kind, alt: alt.into(), payment: PaymentType::OfCard, variants }
    }
}

/// The bank's and the payment system's logos in the art.
pub(super) fn combined(look: BankLook, mark: Mark) -> AssetSpec {
    let picture = Picture::Card { bank: look, mark: Some(mark) };
    AssetSpec::new("CARD_BACKGROUND_COMBINED", "digitalCardArt", vec![Variant::png(picture, CARD)])
}

/// Art without logos.
pub(super) fn plain(look: BankLook) -> AssetSpec {
    let picture = Picture::Card { bank: look, mark: None };
    AssetSpec::new("CARD_BACKGROUND", "digitalCardArt", vec![Variant::png(picture, CARD)])
}

pub(super) fn brand_png(mark: Mark) -> AssetSpec {
    let variant = Variant::png(Picture::BrandLogo(mark), LOGO);
    AssetSpec::new("BRAND_LOGO", "brandLogo", vec![variant])
}

/// The payment system's logo as PDF, with the media type that Assist documents for it.
pub(super) fn brand_pdf(mark: Mark) -> AssetSpec {
    let media_type = match mark {
        Mark::Visa => "image/pdf",
        _ => "application/pdf",
    };
    let mut variant = Variant::unsized_file(Recipe::BrandPdf(mark), "pdf", "application/pdf");
    variant.media_type = json!(media_type);
    AssetSpec::new("BRAND_LOGO", "brandLogo", vec![variant])
}

pub(super) fn brand_svg(mark: Mark) -> AssetSpec {
    let variant = Variant::unsized_file(Recipe::BrandSvg(mark), "svg", "image/svg+xml");
    AssetSpec::new("BRAND_LOGO", "brandLogo", vec![variant])
}

pub(super) fn issuer(look: BankLook) -> AssetSpec {
    let variant = Variant::png(Picture::IssuerLogo(look), LOGO);
    AssetSpec::new("ISSUER_LOGO", "issuerLogo", vec![variant])
}

pub(super) fn co_brand(name: &'static str, seed: u64) -> AssetSpec {
    let variant = Variant::png(Picture::CoBrandLogo { name, seed }, LOGO);
    AssetSpec::new("CO_BRAND_LOGO", name, vec![variant])
}

pub(super) fn icon(look: BankLook, mark: Mark) -> AssetSpec {
    let variant = Variant::png(Picture::Icon { bank: look, mark }, ICON);
    AssetSpec::new("ICON", "cardSymbol", vec![variant])
}

/// A saved card.
#[derive(Clone)]
pub(super) struct CardSpec {
    mark: Mark,
    token: Option<String>,
    /// The fields but `token` and `assets`, as they are sent.
    fields: Vec<(&'static str, Value)>,
    assets: Vec<AssetSpec>,
    extra: Vec<(&'static str, Value)>,
}

impl CardSpec {
    /// A valid card of a bank; `post` is the last four digits.
    pub(super) fn new(mark: Mark, look: BankLook, post: &str) -> Self {
        Self {
            mark,
            token: None,
            fields: vec![
                ("expire", Value::Null),
                ("bank", json!(look.name)),
                ("brand", json!(brand_name(mark))),
                ("bin", json!(usual_bin(mark))),
                ("active", json!(true)),
                ("needCVC", json!(false)),
                ("post", json!(post)),
            ],
            assets: Vec::new(),
            extra: Vec::new(),
        }
    }

    /// The same with another value of a documented field.
    pub(super) fn with(mut self, field: &'static str, value: impl Into<Value>) -> Self {
        let value = value.into();
        match self.fields.iter_mut().find(|(name, _)| *name == field) {
            Some(known) => known.1 = value,
            None => self.extra.push((field, value)),
        }
        self
    }

    pub(super) fn token(mut self, token: impl Into<String>) -> Self {
        self.token = Some(token.into());
        self
    }

    pub(super) fn assets(mut self, assets: impl IntoIterator<Item = AssetSpec>) -> Self {
        self.assets.extend(assets);
        self
    }
}

/// The customers and files described so far.
pub(super) struct Shelf {
    base: String,
    today: Date,
    customers: Vec<Customer>,
    files: HashMap<String, File>,
}

impl Shelf {
    pub(super) fn new(base: &str, today: Date) -> Self {
        Self { base: base.to_owned(), today, customers: Vec::new(), files: HashMap::new() }
    }

    pub(super) fn into_parts(self) -> (Vec<Customer>, HashMap<String, File>) {
        (self.customers, self.files)
    }

    /// `MM.YYYY`, so many months from now.
    pub(super) fn month(&self, offset: i32) -> String {
        let months = i32::from(self.today.year()) * 12 + i32::from(self.today.month()) - 1 + offset;
        format!("{:02}.{:04}", months.rem_euclid(12) + 1, months.div_euclid(12))
    }

    /// A month that ends within 60 days: the next one where that is near enough.
    pub(super) fn soon(&self) -> String {
        self.month(i32::from(self.today.day() > 3))
    }

    pub(super) fn base(&self) -> &str {
        &self.base
    }

    /// Adds a customer; cards without an expiry get one two or three years away.
    pub(super) fn customer(&mut self, number: &str, title: &str, cards: Vec<CardSpec>) {
        self.customer_in(ListStyle::Documented, number, title, cards);
    }

    /// Adds a customer whose list is written in another way.
    pub(super) fn customer_in(
        &mut self,
        style: ListStyle,
        number: &str,
        title: &str,
        cards: Vec<CardSpec>,
    ) {
        let cards = cards
            .into_iter()
            .enumerate()
            .map(|(index, card)| self.stored(number, index, card))
            .collect();
        self.customers.push(Customer {
            number: number.to_owned(),
            title: title.to_owned(),
            cards,
            style,
            after_removal: None,
            fixed: None,
        });
    }

    /// Lets a call of the customer added last always go wrong.
    pub(super) fn always(&mut self, call: Call, fault: Fault) {
        if let Some(last) = self.customers.last_mut() {
            let customer = Some(last.number.clone());
            last.fixed = Some(Injection { customer, call, fault, times: 0 });
        }
    }

    /// Lets the next list go wrong after each removal of the customer added last.
    pub(super) fn after_removal(&mut self, fault: Fault) {
        if let Some(last) = self.customers.last_mut() {
            last.after_removal = Some(fault);
        }
    }

    fn stored(&mut self, number: &str, index: usize, card: CardSpec) -> StoredCard {
        let token = card.token.clone().unwrap_or_else(|| token(number, index));
        let expire = self.month(26 + i32::try_from(index % 12).unwrap_or(0));
        let mut json = Map::new();
        for (name, value) in card.fields {
            let value = match (name, value) {
                ("expire", Value::Null) => json!(expire),
                (_, value) => value,
            };
            json.insert(name.to_owned(), value);
            if name == "expire" {
                json.insert("token".to_owned(), json!(token));
            }
        }
        for (name, value) in card.extra {
            json.insert(name.to_owned(), value);
        }
        let assets = card.assets.into_iter().map(|asset| self.asset(card.mark, asset)).collect();
        json.insert("assets".to_owned(), Value::Array(assets));
        StoredCard { token: token.to_ascii_uppercase(), json: Value::Object(json) }
    }

    fn asset(&mut self, mark: Mark, asset: AssetSpec) -> Value {
        let payment = match asset.payment {
            PaymentType::OfCard => json!(payment_type(mark)),
            PaymentType::As(value) => value,
        };
        let data: Vec<Value> =
            asset.variants.into_iter().map(|variant| self.variant(mark, variant)).collect();
        json!({
            "assetType": asset.kind,
            "altText": asset.alt,
            "paymentType": payment,
            "assetData": data,
        })
    }

    fn variant(&mut self, mark: Mark, variant: Variant) -> Value {
        let url = match variant.place {
            FileSource::Url(url) => url,
            FileSource::At(path, file) => self.put(format!("/assets/{path}"), file),
            FileSource::Store(file) => {
                let folder = file.folder();
                let path = format!("/assets/B5/{}/{folder}/{}", payment_type(mark), file.name);
                self.put(path, file)
            }
        };
        json!({
            "url": url,
            "mediaType": variant.media_type,
            "width": variant.width,
            "height": variant.height,
        })
    }

    fn put(&mut self, path: String, file: File) -> String {
        let url = format!("{}{path}", self.base);
        self.files.insert(path, file);
        url
    }
}

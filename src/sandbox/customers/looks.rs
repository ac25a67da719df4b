//! How cards look: combined and composed art, logos in every format, banks' names.

use serde_json::{Value, json};

use super::builder::{
    AssetSpec, CARD, CardSpec, Shelf, Variant, bank, brand_pdf, brand_png, brand_svg, co_brand,
    combined, icon, issuer, plain,
};
use super::cards::full;
use crate::sandbox::art::{BANKS, Mark};
use crate::sandbox::files::{Format, Picture};

pub(super) fn add(shelf: &mut Shelf) {
    gallery(shelf);
    composed(shelf);
    logos(shelf);
    bank_names(shelf);
    formats(shelf);
}

fn gallery(shelf: &mut Shelf) {
    let cards = (0..BANKS.len())
        .map(|index| {
            let mark = Mark::ALL[index % Mark::ALL.len()];
            let look = bank(index);
            CardSpec::new(mark, look, &format!("{:04}", 2000 + index))
                .assets([combined(look, mark), icon(look, mark)])
        })
        .collect();
    shelf.customer("1010", "Combined art: a card of every bank of the sandbox", cards);
}

fn composed(shelf: &mut Shelf) {
    let card = |mark: Mark, index: usize| {
        let look = bank(index);
        CardSpec::new(mark, look, &format!("{:04}", 3100 + index)).assets([plain(look)])
    };
    let cards = vec![
        card(Mark::Mastercard, 1).assets([
            brand_png(Mark::Mastercard),
            issuer(bank(1)),
            co_brand("Kite Air", 21),
            icon(bank(1), Mark::Mastercard),
        ]),
        card(Mark::Visa, 4).assets([brand_png(Mark::Visa), issuer(bank(4))]),
        card(Mark::Mir, 9).assets([brand_png(Mark::Mir)]),
        card(Mark::UnionPay, 11).assets([issuer(bank(11))]),
    ];
    let title = "Plain backgrounds: all three logos to lay on, two, brand alone, issuer alone";
    shelf.customer("1011", title, cards);
}

fn logos(shelf: &mut Shelf) {
    let with = |logo: fn(Mark) -> AssetSpec, mark: Mark, index: usize| {
        let look = bank(index);
        CardSpec::new(mark, look, &format!("{:04}", 4200 + index)).assets([
            plain(look),
            logo(mark),
            issuer(look),
            icon(look, mark),
        ])
    };
    let cards = vec![
        with(brand_pdf, Mark::Visa, 2),
        with(brand_pdf, Mark::Mastercard, 5),
        with(brand_pdf, Mark::Maestro, 8),
    ];
    shelf.customer("1012", "Brand logos as PDF, called image/pdf and application/pdf", cards);
    let cards = vec![with(brand_svg, Mark::Visa, 3), with(brand_svg, Mark::Belkart, 8)];
    shelf.customer("1013", "Brand logos as SVG", cards);
    let card = |mark: Mark, index: usize, partner: AssetSpec| {
        with(brand_png, mark, index).assets([partner])
    };
    let cards = vec![
        card(Mark::Visa, 6, co_brand("Kite Air", 21)),
        card(Mark::Mastercard, 10, co_brand("Гастроном № 7", 4)),
        card(Mark::Mir, 12, co_brand("Velo & Sons", 9)),
    ];
    shelf.customer("1014", "Issuer and co-brand logos", cards);
}

fn bank_names(shelf: &mut Shelf) {
    let is_cyrillic = |name: &str| name.chars().any(|c| ('а'..='я').contains(&c));
    let cyrillic = || BANKS.iter().enumerate().filter(move |(_, look)| is_cyrillic(look.name));
    let cards = cyrillic()
        .map(|(place, _)| full(Mark::ALL[place % Mark::ALL.len()], place, 50 + place))
        .collect();
    shelf.customer("1017", "Names of banks in Cyrillic", cards);
    let long = "Акционерное общество «Межрегиональный коммерческий банк содействия развитию \
                народных промыслов, ремёсел и мелиорации Нечерноземья имени Первой пятилетки» \
                (филиал в агрогородке Верхнедвинская Набережная)";
    let unbroken = "Сельхозмелиоводпромстройнефтегазпотребкредитснабсбытбанк";
    let longest = cyrillic().max_by_key(|(_, look)| look.name.chars().count());
    let cards = vec![
        full(Mark::Mir, longest.map_or(0, |(place, _)| place), 60),
        full(Mark::Visa, 8, 61).with("bank", long),
        CardSpec::new(Mark::Belkart, bank(2), "0662").with("bank", unbroken),
    ];
    shelf.customer("1018", "Very long Russian names of banks", cards);
}

fn formats(shelf: &mut Shelf) {
    let art = |index: usize, mark: Mark, format: Format, size: (u32, u32)| {
        let look = bank(index);
        let picture = Picture::Card { bank: look, mark: Some(mark) };
        let variants = vec![Variant::picture(picture, size, format)];
        let asset = AssetSpec::new("CARD_BACKGROUND_COMBINED", "digitalCardArt", variants);
        CardSpec::new(mark, look, &format!("{:04}", 5300 + index)).assets([asset, icon(look, mark)])
    };
    let cards = vec![
        art(3, Mark::Visa, Format::Jpeg, CARD),
        art(5, Mark::Mastercard, Format::WebP, CARD),
        art(14, Mark::Maestro, Format::Gif, (768, 484)),
    ];
    shelf.customer("1020", "Card art as JPEG, WebP and GIF", cards);
    let look = bank(16);
    let picture = Picture::Card { bank: look, mark: Some(Mark::Visa) };
    let mut art = AssetSpec::new(
        "CARD_BACKGROUND_COMBINED",
        Value::Null,
        [(384, 242), CARD, (768, 484)]
            .map(|size| Variant::png(picture, size))
            .into_iter()
            .chain([Variant::picture(picture, (768, 484), Format::Jpeg)])
            .collect(),
    );
    art.alt = json!("Silver card");
    let mut logo = brand_png(Mark::Visa);
    logo.variants.extend(brand_pdf(Mark::Visa).variants);
    logo.variants.extend(brand_svg(Mark::Visa).variants);
    let card = CardSpec::new(Mark::Visa, look, "6416").assets([art, logo, icon(look, Mark::Visa)]);
    shelf.customer("1021", "Several sizes and formats of one asset", vec![card]);
}

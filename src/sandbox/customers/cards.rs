//! What cards are: how many, of which payment systems, in which state.

use super::builder::{
    CardSpec, Shelf, bank, brand_pdf, brand_png, co_brand, combined, icon, issuer, plain,
};
use crate::sandbox::art::Mark;

pub(super) fn add(shelf: &mut Shelf) {
    shelf.customer("1001", "No saved cards", Vec::new());
    shelf.customer("1002", "One card: Visa with combined art", vec![one_visa()]);
    shelf.customer("1003", "Twelve cards of all payment systems", (0..12).map(any_card).collect());
    default_customer(shelf);
    two_hundred(shelf);
    let systems = Mark::ALL.iter().enumerate().map(|(i, mark)| usual(*mark, i + 3, i)).collect();
    shelf.customer("1006", "The seven payment systems, each with art", systems);
    expiries(shelf);
    states(shelf);
    without_media(shelf);
    shelf.customer("1019", "The same art as customer 1002", vec![one_visa().with("post", "7715")]);
    shelf.customer(
        "AB12",
        "Number with letters; AB/12 would be answered for it",
        vec![usual(Mark::Visa, 5, 40), usual(Mark::Mastercard, 9, 41)],
    );
}

fn post(index: usize) -> String {
    format!("{:04}", (index * 1373 + 28) % 10_000)
}

fn one_visa() -> CardSpec {
    let look = bank(1);
    CardSpec::new(Mark::Visa, look, "0028")
        .assets([combined(look, Mark::Visa), icon(look, Mark::Visa)])
}

/// A [`full`] card of one of the payment system's two usual banks: their art is that of the
/// gallery's cards, so that little has to be drawn.
pub(super) fn usual(mark: Mark, choice: usize, index: usize) -> CardSpec {
    let place = Mark::ALL.iter().position(|one| *one == mark).unwrap_or(0);
    full(mark, place + Mark::ALL.len() * (choice % 2), index)
}

/// A card with combined art, logos and icon.
pub(super) fn full(mark: Mark, look: usize, index: usize) -> CardSpec {
    let look = bank(look);
    CardSpec::new(mark, look, &post(index)).assets([
        combined(look, mark),
        brand_png(mark),
        issuer(look),
        icon(look, mark),
    ])
}

fn any_card(index: usize) -> CardSpec {
    let mark = Mark::ALL[index % Mark::ALL.len()];
    let look = bank(index);
    match mark {
        Mark::Belkart | Mark::Mir if index >= Mark::ALL.len() => {
            CardSpec::new(mark, look, &post(index))
        }
        _ if index % 3 == 2 => CardSpec::new(mark, look, &post(index)).assets([
            plain(look),
            brand_png(mark),
            issuer(look),
            icon(look, mark),
        ]),
        _ => full(mark, index, index),
    }
}

fn default_customer(shelf: &mut Shelf) {
    let soon = shelf.soon();
    let past = shelf.month(-4);
    let (first, second) = (bank(4), bank(1));
    let composed = CardSpec::new(Mark::Mastercard, second, "4471").assets([
        plain(second),
        brand_pdf(Mark::Mastercard),
        issuer(second),
        co_brand("Kite Air", 21),
        icon(second, Mark::Mastercard),
    ]);
    let cards = vec![
        CardSpec::new(Mark::Visa, first, "0028").assets([
            combined(first, Mark::Visa),
            brand_pdf(Mark::Visa),
            icon(first, Mark::Visa),
        ]),
        composed,
        CardSpec::new(Mark::Mir, bank(0), "9035"),
        usual(Mark::UnionPay, 12, 5).with("expire", soon).with("needCVC", true),
        usual(Mark::Visa, 13, 6).with("expire", past),
    ];
    shelf.customer("1004", "A usual mix: combined and composed art, none, soon, expired", cards);
}

fn two_hundred(shelf: &mut Shelf) {
    // Fourteen pictures for all of them, as a bank's customers share art.
    let card = |index: usize| {
        let mark = Mark::ALL[index % Mark::ALL.len()];
        let look = bank(index % (2 * Mark::ALL.len()));
        let card = CardSpec::new(mark, look, &post(index));
        match index % 4 {
            3 => card,
            _ => card.assets([combined(look, mark), icon(look, mark)]),
        }
    };
    shelf.customer("1005", "Two hundred cards", (0..200).map(card).collect());
}

fn expiries(shelf: &mut Shelf) {
    let months = [shelf.month(-30), shelf.month(-1), shelf.month(0), shelf.soon(), shelf.month(3)];
    let far = shelf.month(240);
    let cards = months
        .into_iter()
        .chain([far])
        .enumerate()
        .map(|(index, month)| usual(Mark::Visa, 2, 10 + index).with("expire", month))
        .collect();
    let title = "Expired long ago and last month, expiring this month, soon, later, in 20 years";
    shelf.customer("1007", title, cards);
}

fn states(shelf: &mut Shelf) {
    let past = shelf.month(-2);
    let cards = vec![
        usual(Mark::Visa, 5, 20).with("active", false),
        usual(Mark::Mastercard, 6, 21).with("needCVC", true),
        usual(Mark::Maestro, 7, 22).with("active", false).with("needCVC", true),
        usual(Mark::Mir, 8, 23).with("active", false).with("expire", past),
    ];
    shelf.customer("1008", "Inactive; CVC needed; both; inactive and expired", cards);
}

fn without_media(shelf: &mut Shelf) {
    let cards = [Mark::Belkart, Mark::Mir, Mark::Visa, Mark::Mastercard]
        .into_iter()
        .enumerate()
        .map(|(index, mark)| CardSpec::new(mark, bank(8 + index), &post(30 + index)))
        .chain([CardSpec::new(Mark::Amex, bank(3), "1005").with("bank", "")])
        .collect();
    shelf.customer("1009", "No media: Belkart, Mir, Visa, Mastercard, Amex without a bank", cards);
}

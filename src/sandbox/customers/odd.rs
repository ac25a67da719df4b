//! Answers that are not as documented: another writing of JSON, unknown and wrong values.

use serde_json::{Value, json};

use super::builder::{
    AssetSpec, CardSpec, PaymentType, Shelf, Variant, bank, brand_png, combined, icon,
};
use super::cards::usual;
use super::token;
use crate::sandbox::art::Mark;
use crate::sandbox::files::Recipe;
use crate::sandbox::json::ListStyle;

pub(super) fn add(shelf: &mut Shelf) {
    written_otherwise(shelf);
    unknown(shelf);
    mismatched(shelf);
    malformed(shelf);
}

fn written_otherwise(shelf: &mut Shelf) {
    let cards = || {
        vec![
            usual(Mark::Visa, 1, 80).with("post", "0028"),
            usual(Mark::Mastercard, 4, 81).with("active", false).with("needCVC", true),
            CardSpec::new(Mark::Maestro, bank(6), "0007"),
        ]
    };
    let title = "ColdFusion's JSON: capital keys, numbers as text, 28 for 0028, YES, //, BOM";
    shelf.customer_in(ListStyle::ColdFusion, "2001", title, cards());
    let title = ")]}' before the list, true and false as text";
    shelf.customer_in(ListStyle::GuardPrefix, "2002", title, cards());
}

fn unknown(shelf: &mut Shelf) {
    let look = bank(10);
    let mark = Mark::Visa;
    let sound = Variant::unsized_file(Recipe::Text("RIFF, or so"), "wav", "audio/wav");
    let card = usual(mark, 10, 82)
        .assets([
            AssetSpec::new("HOLOGRAM", "a type that is not documented", icon(look, mark).variants),
            AssetSpec::new("BRAND_SOUND", Value::Null, vec![sound]),
        ])
        .with("tokenRequestorId", "50110030273")
        .with("lastUsed", "2026-10-01T12:00:00+03:00")
        .with("shops", json!([{"id": 777_001, "name": "Acme Books"}, {"id": 777_002}]));
    let nothing = CardSpec::new(Mark::Mastercard, bank(11), "8383").with("wallet", Value::Null);
    shelf.customer("2003", "Unknown asset types, media type and fields", vec![card, nothing]);
}

fn mismatched(shelf: &mut Shelf) {
    let mut foreign = brand_png(Mark::Mastercard);
    foreign.payment = PaymentType::As(json!("VISA"));
    let look = bank(13);
    let cards = vec![
        usual(Mark::Visa, 12, 84).with("bin", 520_417),
        usual(Mark::Mastercard, 13, 85).with("bin", 220_073),
        CardSpec::new(Mark::Mastercard, look, "8686").assets([
            combined(look, Mark::Mastercard),
            foreign,
            icon(look, Mark::Mastercard),
        ]),
        CardSpec::new(Mark::Visa, bank(2), "8787").with("brand", "DINERS CLUB"),
    ];
    let title = "Brand against BIN, payment type against brand, unknown brand";
    shelf.customer("2004", title, cards);
    let shared = token("2005", 0);
    let cards = vec![
        usual(Mark::Visa, 14, 88).token(shared.clone()),
        usual(Mark::Mastercard, 15, 89).token(shared),
        usual(Mark::Mir, 16, 90),
    ];
    shelf.customer("2005", "One token on two cards (a removal takes both)", cards);
}

fn malformed(shelf: &mut Shelf) {
    let look = bank(17);
    let card = |post: &str| CardSpec::new(Mark::Visa, look, post);
    let cards = vec![
        card("9101").with("expire", "13.2027"),
        card("9102").with("expire", "2027-05"),
        card("9103").with("expire", ""),
        card("9104").with("expire", "5.2029"),
        card("9105").with("bin", "40O551"),
        card("12").with("bin", 41),
        card("91076").with("bin", "40055100"),
        card("x108"),
        card("9109").token("NOT-A-TOKEN"),
        card("9110").token(""),
        card("9111").with("active", Value::Null).with("needCVC", ""),
        card("9112").with("bank", Value::Null).with("brand", ""),
        card("9113").with("bank", "<b>Bold</b> & Sons\u{202E}\n\tTabbed"),
    ];
    shelf.customer("2006", "Malformed expiry, BIN, last four, token, empty values", cards);
}

//! The card's own data.
use carddesk::api::Client;
use carddesk::domain::{Bin, Brand, Card, CustomerNumber, Date, LastFour, Token};
use serde_json::{Value, json};

use super::case::{Case, Entry, date, entry};
use crate::support::{Gateway, OTHER, TOKEN, credentials, ok};

pub(super) fn entries() -> Vec<Entry> {
    [expiries(), numbers(), tokens(), brands(), fields()].into_iter().flatten().collect()
}

fn changed(change: impl FnOnce(&mut Card)) -> Case {
    Case::plain().with(|case| change(&mut case.card))
}

fn expiry(text: &str, today: Date, active: Option<bool>) -> Case {
    changed(|card| {
        card.expiry_text = text.to_owned();
        card.active = active;
    })
    .with(|case| case.today = today)
}

fn expiries() -> Vec<Entry> {
    const UNREADABLE: &str = "W expiry-unreadable";
    const SOON: &str = "N card-expires-soon";
    const EXPIRED: &str = "W card-expired";
    let yes = Some(true);
    let today = date(2026, 3, 10);
    let texts = [
        ("12.2030", ""),
        ("01.2030", ""),
        ("00.2030", UNREADABLE),
        ("13.2030", UNREADABLE),
        ("1.2030", UNREADABLE),
        ("12/2030", UNREADABLE),
        ("12.30", UNREADABLE),
        ("12.203", UNREADABLE),
        ("2030.12", UNREADABLE),
        ("", UNREADABLE),
    ];
    let texts = texts.map(|(text, expected)| {
        entry(format!("expire '{text}'"), expected, expiry(text, today, yes))
    });
    let days = [
        // The 31st of May is 60 days after the 1st of April.
        ("05.2026", date(2026, 3, 31), yes, ""),
        ("05.2026", date(2026, 4, 1), yes, SOON),
        ("05.2026", date(2026, 5, 30), yes, SOON),
        ("05.2026", date(2026, 5, 31), yes, SOON),
        ("05.2026", date(2026, 6, 1), yes, EXPIRED),
        ("05.2026", date(2026, 6, 1), Some(false), ""),
        ("05.2026", date(2026, 6, 1), None, ""),
        ("02.2028", date(2028, 2, 29), yes, SOON),
        ("02.2028", date(2028, 3, 1), yes, EXPIRED),
        ("02.2027", date(2027, 2, 28), yes, SOON),
        ("02.2027", date(2027, 3, 1), yes, EXPIRED),
        ("12.2026", date(2026, 10, 31), yes, ""),
        ("12.2026", date(2026, 11, 1), yes, SOON),
        ("12.2026", date(2027, 1, 1), yes, EXPIRED),
        ("06.2019", today, yes, EXPIRED),
    ];
    let days = days.map(|(text, day, active, expected)| {
        let name =
            format!("expire {text} on {}-{}-{}, {active:?}", day.year(), day.month(), day.day());
        entry(name, expected, expiry(text, day, active))
    });
    texts.into_iter().chain(days).collect()
}

fn numbers() -> Vec<Entry> {
    // A brand without ranges, so that only the form counts.
    let bins = [
        ("123", ""),
        ("860012", ""),
        ("860012999", ""),
        ("", "W bin-malformed"),
        ("86001299", "W bin-malformed"),
        ("86001A", "W bin-malformed"),
        ("86 001", "W bin-malformed"),
    ];
    let bins = bins.map(|(bin, expected)| {
        let case = changed(|card| {
            card.brand = Brand::from_gateway("HUMO");
            card.bin = Bin::from_gateway(bin);
        });
        entry(format!("bin '{bin}'"), expected, case)
    });
    let posts = [
        ("28", ""),
        ("0", ""),
        ("12345", ""),
        ("", "W last4-malformed"),
        ("12A4", "W last4-malformed"),
        ("1 3", "W last4-malformed"),
        ("****", "W last4-malformed"),
    ];
    let posts = posts.map(|(post, expected)| {
        let case = changed(|card| card.last_four = LastFour::from_gateway(post));
        entry(format!("post '{post}'"), expected, case)
    });
    bins.into_iter().chain(posts).collect()
}

fn tokens() -> Vec<Entry> {
    const MALFORMED: &str = "W token-malformed";
    let forms = [
        (TOKEN.to_owned(), ""),
        (TOKEN.to_lowercase(), ""),
        (TOKEN.replace('-', ""), MALFORMED),
        (TOKEN.replace('F', "G"), MALFORMED),
        (format!("{TOKEN}0"), MALFORMED),
        (TOKEN[..35].to_owned(), MALFORMED),
        (String::new(), MALFORMED),
    ];
    let forms = forms.map(|(token, expected)| {
        let case = changed(|card| card.token = Token::from_gateway(&token));
        entry(format!("token '{token}'"), expected, case)
    });
    let lists = [
        ("another token", TOKEN, vec![OTHER], ""),
        (
            "a token that differs at its end",
            TOKEN,
            vec!["54F5A3DE-4B47-4B40-03B5-7FF992D6B402"],
            "",
        ),
        ("a token twice", TOKEN, vec![TOKEN], "E token-duplicated"),
        ("a token three times", TOKEN, vec![TOKEN, OTHER, TOKEN], "E token-duplicated"),
        ("a bad token twice", "token-1", vec!["token-1"], "E token-duplicated, W token-malformed"),
        ("no token twice", "", vec![""], MALFORMED),
    ];
    let lists = lists.map(|(name, token, others, expected)| {
        let case = changed(|card| card.token = Token::from_gateway(token));
        let others = others.into_iter().map(crate::model::card).collect();
        entry(name, expected, case.with(|case| case.others = others))
    });
    forms.into_iter().chain(lists).collect()
}

fn brands() -> Vec<Entry> {
    // The first and the last BIN of each range, and their neighbours outside.
    let rows: [(&str, &[&str], &[&str]); 12] = [
        ("VISA", &["400000", "499999"], &["399999", "500000", "510000"]),
        ("VISA ELECTRON", &["417500"], &["000001"]),
        (
            "MC",
            &["510000", "559999", "222100", "272099"],
            &["509999", "560000", "222099", "272100"],
        ),
        ("MasterCard", &["530000"], &["412362", "220000"]),
        ("MIR", &["220000", "220499"], &["219999", "220500"]),
        ("BELKART", &["911200"], &["911199", "911300"]),
        ("AMEX", &["340000", "370000", "379999"], &["350000", "380000"]),
        ("JCB", &["352800", "358999"], &["352799", "359000"]),
        ("UNIONPAY", &["620000", "629999", "817100"], &["630400"]),
        ("MAESTRO", &["501800", "502000", "503800", "630400", "675900", "676100", "676399"], &[]),
        ("MAESTRO", &["560000", "676400"], &["510000", "400000"]),
        ("HUMO", &["400000", "986000"], &[]),
    ];
    let row = |brand: &str, bin: &str, expected: &str| {
        let case = changed(|card| {
            card.brand = Brand::from_gateway(brand);
            card.bin = Bin::from_gateway(bin);
        });
        entry(format!("{brand} with bin {bin}"), expected, case)
    };
    let bins = rows.into_iter().flat_map(|(brand, good, bad)| {
        let good = good.iter().map(move |bin| row(brand, bin, ""));
        good.chain(bad.iter().map(move |bin| row(brand, bin, "W brand-bin-mismatch")))
    });
    let types = [
        ("VISA", Some("VISA"), ""),
        ("VISA", Some("visa"), ""),
        ("VISA", None, ""),
        ("VISA", Some(""), ""),
        ("VISA", Some("MC"), "W brand-payment-type-mismatch"),
        ("VISA", Some("MIR"), "W brand-payment-type-mismatch"),
        ("VISA", Some("PLASTIC"), "W brand-payment-type-mismatch"),
        ("", Some("VISA"), ""),
    ];
    let types = types.map(|(brand, payment_type, expected)| {
        let case = changed(|card| {
            card.brand = Brand::from_gateway(brand);
            card.assets[0].payment_type = payment_type.map(str::to_owned);
        });
        entry(format!("paymentType {payment_type:?} of '{brand}'"), expected, case)
    });
    bins.chain(types).collect()
}

/// A card as the client reads it.
fn read(card: Value) -> Case {
    let body = Value::Array(vec![card]).to_string();
    let gateway = Gateway::answering(move |_| ok(body.clone()));
    let client = Client::new(&gateway.server()).unwrap();
    let customer = CustomerNumber::parse("AB 12").unwrap();
    let mut list = client.list(&credentials("452739"), &customer).unwrap();
    Case::plain().with(|case| case.card = list.cards.remove(0))
}

fn fields() -> Vec<Entry> {
    let with = |changes: &[(&str, Value)]| {
        let mut card = crate::support::card(TOKEN);
        card["assets"] = json!([
            {"assetType": "CARD_BACKGROUND_COMBINED", "altText": "art", "paymentType": "VISA",
             "assetData": [{"mediaType": "image/png", "width": 1536, "height": 969,
                            "url": "https://cards.example.com/art.png"}]},
            {"assetType": "BRAND_LOGO", "altText": "Visa", "paymentType": "VISA",
             "assetData": [{"mediaType": "image/pdf", "width": 0, "height": 0,
                            "url": "https://cards.example.com/visa.pdf"}]},
            {"assetType": "ISSUER_LOGO", "altText": "Bank", "paymentType": "VISA",
             "assetData": [{"mediaType": "image/png", "width": 1372, "height": 283,
                            "url": "https://cards.example.com/bank.png"}]},
            {"assetType": "ICON", "altText": "icon", "paymentType": "VISA",
             "assetData": [{"mediaType": "image/png", "width": 100, "height": 100,
                            "url": "https://cards.example.com/icon.png"}]}
        ]);
        for (pointer, value) in changes {
            let (parent, key) = pointer.rsplit_once('/').unwrap();
            card.pointer_mut(parent).unwrap()[key] = value.clone();
        }
        read(card)
    };
    const UNKNOWN: &str = "N unknown-field";
    vec![
        entry("a card as documented", "", with(&[])),
        entry("fields in another case", "", with(&[("/EXPIRE", json!("12.2030"))])),
        entry("numbers that lost their zeros", "", with(&[("/post", json!(28))])),
        entry("an unknown field of a card", UNKNOWN, with(&[("/colour", json!("red"))])),
        entry(
            "an unknown field of an asset",
            UNKNOWN,
            with(&[("/assets/0/priority", json!(1)), ("/assets/1/priority", json!(2))]),
        ),
        entry(
            "unknown fields of a variant and of a card",
            "N unknown-field, N unknown-field",
            with(&[("/assets/2/assetData/0/dpi", json!(300)), ("/wallet", json!(null))]),
        ),
        entry(
            "a month that lost its zeros",
            "W expiry-unreadable",
            with(&[("/expire", json!("1.203"))]),
        ),
        entry("a null altText", "N alt-text-missing", with(&[("/assets/3/altText", json!(null))])),
    ]
}

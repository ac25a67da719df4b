//! `carddesk list`.
use serde_json::{Value, json};

use crate::support::{
    Gateway, LIST, OTHER, REFUSED, Reply, TOKEN, card, list_of, nobody, ok, status,
};

use super::{User, access, finish_unread};

const SEVERAL: &str = include_str!("../sandbox/examples/list-several-cards.json");

fn listing(reply: Reply) -> Gateway {
    Gateway::start(Reply::close(), reply)
}

#[test]
fn the_json_has_the_promised_shape() {
    let gateway = listing(ok(SEVERAL));
    let run = User::new().at(&gateway, "list", &["--json"]);
    run.is_ok();
    let example: Value = serde_json::from_str(SEVERAL).unwrap();
    let asset = |card: usize, asset: usize, alt: Value, payment: &str| {
        let sent = &example[card]["assets"][asset];
        let file = &sent["assetData"][0];
        json!({
            "type": sent["assetType"], "alt_text": alt, "payment_type": payment, "url": file["url"],
            "declared": {
                "media_type": file["mediaType"], "width": file["width"], "height": file["height"],
            },
        })
    };
    let expected = json!({"customer": "AB 12", "cards": [
        {
            "token": "49D902C6-1CCF-4605-9228-11D0E8115C77", "last4": "0028", "bin": "412362",
            "brand": "VISA", "bank": "", "expires": "12.2025", "active": true, "needs_cvc": false,
            "assets": [
                asset(0, 0, json!("cardSymbol"), "VISA"),
                asset(0, 1, json!("digitalCardArt"), "VISA"),
            ],
        },
        {
            "token": "4D7F0B0D-B701-47B0-779A-BB0CB5F25A14", "last4": "1030", "bin": "518615",
            "brand": "MasterCard", "bank": "", "expires": "12.2025", "active": true,
            "needs_cvc": false,
            "assets": [
                asset(1, 0, json!(null), "MC"),
                asset(1, 1, json!(null), "MC"),
                asset(1, 2, json!(null), "MC"),
                asset(1, 3, json!(null), "MC"),
            ],
        },
    ]});
    assert_eq!(run.json().to_string(), expected.to_string(), "names, values and their order");
    assert_eq!(run.json()["cards"][1]["assets"][0]["declared"]["width"], Value::Null);
}

#[test]
fn the_json_says_null_where_nothing_was_said() {
    let odd = json!([{
        "token": "odd token", "active": "", "expire": null, "post": 28, "bin": 12_362,
        "assets": [
            {"assetType": "ICON", "assetData": ""},
            {"assetType": "ICON", "assetData": [{"url": "a"}, {"url": "b", "width": "7"}]},
        ],
    }]);
    let run = User::new().at(&listing(ok(odd.to_string())), "list", &["--json"]);
    run.is_ok();
    let asset = |url: Value, width: Value| {
        json!({
            "type": "ICON", "alt_text": null, "payment_type": null, "url": url,
            "declared": {"media_type": null, "width": width, "height": null},
        })
    };
    let expected = json!({"customer": "AB 12", "cards": [{
        "token": "odd token", "last4": "0028", "bin": "012362", "brand": "", "bank": "",
        "expires": "", "active": null, "needs_cvc": null,
        "assets": [
            asset(json!(null), json!(null)),
            asset(json!("a"), json!(null)),
            asset(json!("b"), json!(7)),
        ],
    }], "doubt": "card 1 came without a token that is well formed"});
    assert_eq!(run.json(), expected);
}

#[test]
fn an_empty_list_is_no_error() {
    let gateway = listing(ok("[]"));
    let run = User::new().at(&gateway, "list", &["--json"]);
    run.is_ok();
    assert_eq!(run.json(), json!({"customer": "AB 12", "cards": []}));
    let run = User::new().at(&gateway, "list", &[]);
    run.is_ok();
    assert_eq!(run.out, "Customer AB 12: 0 saved cards\n");
}

#[test]
fn people_get_a_line_a_card() {
    let mut second = card(OTHER);
    second["brand"] = json!("MasterCard");
    second["bank"] = json!("Банк «Ёлка»");
    second["active"] = json!(false);
    let list = json!([card(TOKEN), second, {"token": "t"}]).to_string();
    let run = User::new().at(&listing(ok(list)), "list", &[]);
    run.is_ok();
    let lines: Vec<String> =
        run.out.lines().map(|line| line.split_whitespace().collect::<Vec<_>>().join(" ")).collect();
    let expected = [
        "Customer AB 12: 3 saved cards".to_owned(),
        format!("{TOKEN} VISA 412362.. .... 0028 12.2030 active bank not given"),
        format!("{OTHER} MasterCard 412362.. .... 0028 12.2030 inactive Банк «Ёлка»"),
        "t .. .... state not said bank not given".to_owned(),
        "The list does not prove that a card which is not on it is gone: card 3 came without a token \
         that is well formed."
            .to_owned(),
    ];
    assert_eq!(lines, expected);
    let one = User::new().at(&listing(ok(list_of(&[TOKEN]))), "list", &[]);
    assert!(one.out.starts_with("Customer AB 12: 1 saved card\n"), "{one:?}");
}

#[test]
fn nothing_that_was_sent_moves_the_terminal() {
    let mut odd = card("t\u{1b}[2J");
    odd["brand"] = json!("VISA\u{7}\u{9b}31m");
    odd["bank"] = json!("A\r\nCustomer AB 12: 0\tcards\u{202e}\u{2066}");
    let gateway = listing(ok(json!([odd]).to_string()));
    let run = User::new().at(&gateway, "list", &[]);
    run.is_ok();
    assert_eq!(run.out.lines().count(), 3, "{run:?}");
    let fault = json!({"fault": {"detail": "No\u{1b}[31m\u{202e}\nway", "faultcode": 5}});
    let refused = User::new().at(&listing(ok(fault.to_string())), "list", &[]);
    refused.complains(1, "way (codes 5 / –)");
    for text in [run.out, refused.err] {
        let moves = |c: char| (c.is_control() && c != '\n') || "\u{202e}\u{2066}".contains(c);
        assert!(!text.contains(moves), "{text:?}");
    }
    // JSON has signs of its own for them.
    let run = User::new().at(&gateway, "list", &["--json"]);
    assert_eq!(run.json()["cards"][0]["token"], "t\u{1b}[2J");
}

#[test]
fn what_cannot_be_listed_is_one_sentence_and_a_code() {
    let cases = [
        (ok(REFUSED), 1, "the gateway refused: Token not found (codes 5 / 143)"),
        (status(403, REFUSED), 1, "the gateway refused: Token not found (codes 5 / 143)"),
        (ok(""), 2, "not understood (the body is empty)"),
        (
            ok("<html>\n<p>Welcome</p>"),
            2,
            "not understood (no JSON at line 1, column 1): <html> <p>",
        ),
        (ok("{}"), 2, "not understood"),
        (ok("null"), 2, "not understood"),
        (ok(r#"{"cards":[]}"#), 2, "not understood"),
        (ok("[{}]"), 2, "not understood (card 1: no token)"),
        (status(500, "<html>oops"), 2, "HTTP status 500: <html>oops"),
        (status(500, "[]"), 2, "HTTP status 500"),
        (status(302, "").header("Location", "/in"), 2, "a redirect to 127.0.0.1, not followed"),
        (Reply::close(), 2, "the answer did not arrive"),
        (ok("[]").cut_after(1), 2, "the answer broke off before its end"),
        (
            ok("").header("Content-Length", "9000000").until_close(),
            2,
            "the answer is larger than 8 MiB",
        ),
    ];
    for (reply, code, words) in cases {
        let gateway = listing(reply);
        for more in [&[][..], &["--json"]] {
            User::new().at(&gateway, "list", more).complains(code, words);
        }
        assert_eq!(gateway.paths(), [LIST, LIST]);
    }
    let server = nobody().url().to_string();
    let arguments = [&["list", "--customer", "1"][..], &access(&server)].concat();
    User::new().run(&arguments).complains(2, "the server was not reached");
}

#[test]
fn the_request_is_what_the_flags_say() {
    let gateway = listing(ok("[]"));
    let user = User::new();
    user.at(&gateway, "list", &["--lang", "ru", "--json"]).is_ok();
    user.at(&gateway, "list", &[]).is_ok();
    let bodies = gateway.bodies();
    assert_eq!((&bodies[0]["language"], &bodies[1]["language"]), (&json!("RU"), &json!("EN")));
    assert_eq!(bodies[0]["customernumber"], "AB 12");
    assert_eq!(bodies[0]["merchant"]["merchant_id"], "452739");
    assert_eq!(bodies[0]["merchant"]["login"], "support");
    assert_eq!(bodies[0]["merchant"]["password"], crate::support::PASSWORD);
}

#[test]
fn a_reader_that_has_gone_is_no_panic() {
    let gateway = listing(ok(list_of(&[TOKEN])));
    let url = gateway.url();
    for more in [&[][..], &["--json"]] {
        let arguments = [&["list", "--customer", "1"][..], &access(&url), more].concat();
        let child = User::new().program(&arguments).spawn().unwrap();
        finish_unread(child).complains(2, "the result could not be written");
    }
    for arguments in [&["--help"][..], &["--version"], &["list", "--help"]] {
        let child = User::new().program(arguments).spawn().unwrap();
        assert_eq!(finish_unread(child).err, "");
    }
}

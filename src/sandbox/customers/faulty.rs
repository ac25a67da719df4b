//! Customers with whom the two calls go wrong, to try each case by hand. After 5004 and 5011 a
//! second look at the list is right again.

use std::time::Duration;

use super::builder::Shelf;
use super::cards::usual;
use crate::sandbox::art::Mark;
use crate::sandbox::faults::{Call, Fault};

pub(super) fn add(shelf: &mut Shelf) {
    let refusal = |status: u16, detail: &str| Fault::FaultJson {
        status,
        detail: detail.to_owned(),
        code: 9,
        second_code: 911,
    };
    let lasting = [
        (
            "5001",
            "Removal is refused with a fault",
            Call::Remove,
            refusal(200, "Removal is not allowed for this card"),
        ),
        (
            "5002",
            "Removal: the connection is cut, nothing removed",
            Call::Remove,
            Fault::CutBeforeApplying,
        ),
        (
            "5003",
            "Removal: the connection is cut, but the card is removed",
            Call::Remove,
            Fault::CutAfterApplying,
        ),
        ("5005", "Removal: HTTP 500 with an empty body", Call::Remove, Fault::Status500),
        ("5006", "Removal: an HTML page with status 200", Call::Remove, Fault::HtmlPage),
        ("5007", "List: slow, 3 s", Call::List, Fault::Delay(Duration::from_secs(3))),
        (
            "5008",
            "List: a fault with HTTP status 500",
            Call::List,
            refusal(500, "Service is temporarily unavailable"),
        ),
        ("5009", "List: an HTML page with status 200", Call::List, Fault::HtmlPage),
        (
            "5010",
            "Removal: the message names another token",
            Call::Remove,
            Fault::OtherTokenInMessage,
        ),
        ("5012", "List: an empty body", Call::List, Fault::EmptyBody),
        ("5013", "List: ends in the middle", Call::List, Fault::Truncated),
        ("5014", "List: never answered", Call::List, Fault::Stall),
        ("5015", "Removal: never answered, nothing removed", Call::Remove, Fault::Stall),
        ("5016", "Removal: an empty body, but the card is removed", Call::Remove, Fault::EmptyBody),
        ("5017", "List: the connection is cut", Call::List, Fault::CutBeforeApplying),
    ];
    for (number, title, call, fault) in lasting {
        customer(shelf, number, title);
        shelf.always(call, fault);
    }
    customer(shelf, "5004", "The list after a removal still shows the card, once");
    shelf.after_removal(Fault::StaleList);
    customer(shelf, "5011", "The list after a removal fails with HTTP 500, once");
    shelf.after_removal(Fault::Status500);
}

fn customer(shelf: &mut Shelf, number: &str, title: &str) {
    let cards = vec![
        usual(Mark::Visa, 5, 70),
        usual(Mark::Mastercard, 9, 71),
        usual(Mark::UnionPay, 12, 72),
    ];
    shelf.customer(number, title, cards);
}

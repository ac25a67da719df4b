//! The receipt and the table for a ticket.
use carddesk::domain::Language;
use carddesk::i18n::Texts;
use carddesk::journal::mark;
use carddesk::removal::{Policy, ReceiptIssuer, receipt, ticket_table};

use crate::support::{Fate, PASSWORD, Shop, token};

use super::{all, revoked};

#[test]
fn it_says_who_when_which_and_by_what_and_holds_no_secret() {
    let fate = |call| if call == 2 { Fate::Refused } else { Fate::Fine };
    let shop = Shop::new(4, fate, |_| Fate::Fine);
    let dir = tempfile::tempdir().unwrap();
    let mut request = all(&shop, Policy::GoOn);
    request.customers[0].cards[0].bank = "<b>Bank & Sons</b>".to_owned();
    request.customers[0].cards[1].brand = "=HYPERLINK(1)\t\"x\nCustomer 7\t0".to_owned();
    request.customers[0].cards[2].expires = "\"12.2030\t\n".to_owned();
    request.operator = Some("Марина \u{202e}".to_owned());
    let report = revoked(&request, dir.path());
    let mark = mark(dir.path()).unwrap();
    assert_eq!(report.mark.as_ref(), Some(&mark));
    let last = std::fs::read_to_string(dir.path().join("journal.jsonl")).unwrap();
    let last = last.lines().last().unwrap();
    assert_eq!(mark.digest, carddesk::domain::Digest::of(last));

    for language in [Language::English, Language::Russian] {
        let texts = Texts::new(language);
        let moscow = jiff::tz::TimeZone::fixed(jiff::tz::offset(3));
        let issuer = ReceiptIssuer { zone: moscow, ..ReceiptIssuer::of(&request) };
        let page = receipt(&report, &issuer, &texts);
        let table = ticket_table(&report, &texts);
        for part in ["1234", "452739", "SANDBOX", "Марина \u{fffd}", "2026-11-23 15:00:00 UTC+3"]
        {
            assert!(page.contains(part), "{part} in {page}");
        }
        assert!(page.contains("&lt;b&gt;Bank &amp; Sons&lt;/b&gt;"));
        assert!(page.contains("**** **** **** 0028") && page.contains(&mark.digest.to_string()));
        for end in &report.cards {
            assert!(page.contains(end.id().unwrap().as_str()));
            assert!(page.contains(&format!("412362…{}", end.card.last_four.as_str())));
        }
        for text in [&page, &table] {
            for number in 0..4 {
                assert!(!text.contains(&token(number)));
            }
            assert!(!text.contains(PASSWORD) && !text.contains("4123 6200"), "{text}");
            assert!(
                !text.contains("://") && !text.contains("src=") && !text.contains("<script"),
                "{text}"
            );
        }
        assert_eq!(table.lines().count(), 9);
        assert!(table.contains(&report.mark.as_ref().unwrap().digest.to_string()), "{table}");
        assert!(!table.lines().any(|line| line.starts_with(['=', '"', '+', '-', '@'])), "{table}");
        assert!(!table.contains("\t=") && !table.contains("\t\""), "{table}");
        assert!(table.lines().skip(4).all(|line| line.split('\t').count() == 4), "{table}");
    }
    let page = receipt(&report, &ReceiptIssuer::of(&request), &Texts::new(Language::English));
    assert!(page.contains("Not all: 3 of 4 cards") && !page.contains("All removed"), "{page}");
    assert!(page.contains("holds 1 card") && page.contains("5 / 143"));
}

#[test]
fn times_have_their_zone_and_months_are_those_of_the_window() {
    let shop = Shop::new(1, |_| Fate::Fine, |_| Fate::Fine);
    let dir = tempfile::tempdir().unwrap();
    let mut request = all(&shop, Policy::GoOn);
    request.customers[0].cards[0].expires = "12.2025".to_owned();
    let report = revoked(&request, dir.path());
    let texts = Texts::new(Language::Russian);
    for (seconds, said) in [
        (0, "2026-11-23 12:00:00 UTC<"),
        (3 * 3600, "2026-11-23 15:00:00 UTC+3<"),
        (5 * 3600 + 1800, "2026-11-23 17:30:00 UTC+5:30<"),
        (-(3 * 3600 + 1800), "2026-11-23 08:30:00 UTC−3:30<"),
        (12 * 3600, "2026-11-24 00:00:00 UTC+12<"),
    ] {
        let zone = jiff::tz::Offset::from_seconds(seconds).unwrap();
        let zone = jiff::tz::TimeZone::fixed(zone);
        let issuer = ReceiptIssuer { zone, ..ReceiptIssuer::of(&request) };
        let page = receipt(&report, &issuer, &texts);
        assert!(page.contains(said), "{said} in {page}");
        assert!(page.contains("<td>12/2025</td>"), "{page}");
        assert!(page.contains("<b class=\"whole-line\">"), "{page}");
    }
}

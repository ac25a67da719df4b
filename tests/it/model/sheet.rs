//! The contact sheet: grouped by bytes, found by words, sorted.
use std::sync::Arc;

use carddesk::domain::{Asset, AssetKind, Brand, CardList, Digest};
use carddesk::media::{FetchError, LoadError, LoadFailure, PixelFacts};
use carddesk::model::{
    AssetEvent, Event, Page, SessionAction, SheetAction, SheetGroup, SheetOrder, VerdictAction,
};
use carddesk::verify::Severity;

use super::assets::{raster, variant};
use super::{FIRST, SECOND, TEST_SERVER, World, list};

/// Two cards, each with its own file of a kind.
fn cards(kind: &AssetKind, names: [&str; 2]) -> CardList {
    let mut cards = list(&[FIRST, SECOND]);
    for (card, name) in cards.cards.iter_mut().zip(names) {
        let variants = vec![variant(name)];
        let (alt_text, payment_type) = (Some("art".to_owned()), None);
        card.assets = vec![Asset { kind: kind.clone(), alt_text, payment_type, variants }];
    }
    cards
}

fn show(world: &mut World, customer: &str, list: CardList) {
    let call = world.look_up(customer);
    world.listed(call, Ok(list));
}

/// A file whose bytes are known by one number.
fn arrived(world: &mut World, name: &str, digest: u8) {
    let session = world.session().id;
    let mut file = raster(vec![0; 4]);
    file.measured.sha256 = Digest::from_bytes([digest; 32]);
    let result = Ok((Arc::new(file), None));
    world.learn(Event::of(
        session,
        AssetEvent::Loaded { id: variant(name).url.as_str().into(), fit: None, result },
    ));
}

fn failed(world: &mut World, name: &str) {
    let session = world.session().id;
    let error = LoadError::Fetch(FetchError::Empty);
    let result = Err(LoadFailure { error, measured: None });
    world.learn(Event::of(
        session,
        AssetEvent::Loaded { id: variant(name).url.as_str().into(), fit: None, result },
    ));
}

/// The sheet as it is drawn next: addresses' last parts.
fn groups(world: &mut World) -> Vec<String> {
    world.learn(Event::Tick);
    let name = |group: &SheetGroup| group.variant.url.rsplit('/').next().unwrap().to_owned();
    world.session().sheet.groups().iter().map(name).collect()
}

/// Two customers: `a` and `b` are the same bytes, `d` failed.
fn world() -> World {
    let mut world = World::signed_in(TEST_SERVER);
    show(&mut world, "1004", cards(&AssetKind::CardBackgroundCombined, ["a", "c"]));
    // Files are asked for as they are drawn, or out of view.
    world.learn(Event::Drawn);
    world.learn(Event::Tick);
    arrived(&mut world, "a", 1);
    arrived(&mut world, "c", 2);
    let mut other = cards(&AssetKind::BrandLogo, ["b", "d"]);
    other.cards[0].brand = Brand::from_gateway("MIR");
    other.cards[1].bank = "Озёрный кредит".to_owned();
    show(&mut world, "1005", other);
    world.learn(Event::Drawn);
    world.learn(Event::Tick);
    arrived(&mut world, "b", 1);
    failed(&mut world, "d");
    world.act(SessionAction::Show(Page::Sheet));
    world
}

#[test]
fn the_same_bytes_are_one_whatever_the_address() {
    let mut world = world();
    assert_eq!(groups(&mut world).len(), 3);
    let sheet = &world.session().sheet;
    let both = sheet.groups().iter().find(|group| group.addresses == 2).unwrap();
    assert_eq!((both.cards, both.customers), (2, 2));
    let uses = sheet.uses(&variant("b").url, &world.session().library);
    let customers: Vec<&str> = uses.iter().map(|place| place.customer.as_str()).collect();
    assert_eq!(customers, ["1004", "1005"]);
}

#[test]
fn words_and_severity_choose() {
    let mut world = world();
    for (words, found) in [
        ("", 3),
        ("mir", 1),
        ("озёрный empty-file", 1),
        ("озёрный visa mir", 0),
        ("1005", 2),
        ("assets.example.com", 3),
        ("brand_logo", 1),
    ] {
        world.act(SheetAction::Filter(words.to_owned()));
        assert_eq!(groups(&mut world).len(), found, "{words:?}");
        assert_eq!(world.session().sheet.all(), 3);
    }
    world.act(SheetAction::Filter(String::new()));
    world.act(SheetAction::Least(Some(Severity::Error)));
    let errors = groups(&mut world);
    assert!(errors.contains(&"d".to_owned()) && errors.len() < 3, "{errors:?}");
}

#[test]
fn acknowledged_findings_do_not_mark_a_file() {
    let mut world = world();
    groups(&mut world);
    let both = |world: &World| {
        world.session().sheet.groups().iter().find(|g| g.addresses == 2).unwrap().rules.clone()
    };
    let rules = both(&world);
    for rule in rules.iter().copied() {
        world.act(VerdictAction::Ask { sha256: Digest::from_bytes([1; 32]), rule });
        world.act(VerdictAction::Confirm);
    }
    groups(&mut world);
    assert!(!rules.is_empty() && both(&world).is_empty());
}

#[test]
fn the_order_is_as_chosen() {
    let mut world = world();
    assert_eq!(groups(&mut world)[0], "d", "the worst first");
    world.act(SheetAction::Order(SheetOrder::Cards));
    assert_eq!(groups(&mut world)[0], "a", "two cards use it");
    world.act(SheetAction::Order(SheetOrder::Bank));
    assert_eq!(groups(&mut world).last().unwrap(), "d");
    world.act(SheetAction::Order(SheetOrder::Type));
    assert_eq!(groups(&mut world)[0], "d", "BRAND_LOGO before CARD_BACKGROUND_COMBINED");
}

#[test]
fn a_customer_looked_up_again_is_counted_once() {
    let mut world = world();
    show(&mut world, "1004", cards(&AssetKind::CardBackgroundCombined, ["a", "a"]));
    world.act(SessionAction::Show(Page::Sheet));
    let names = groups(&mut world);
    assert!(!names.contains(&"c".to_owned()), "{names:?}");
    let both = &world.session().sheet.groups().iter().find(|g| g.addresses == 2).unwrap();
    assert_eq!((both.cards, both.customers), (3, 2));
}

#[test]
fn files_that_look_alike_are_told_and_shown_together() {
    let mut world = World::signed_in(TEST_SERVER);
    let mut four = cards(&AssetKind::CardBackground, ["a", "c"]);
    four.cards[0].assets[0].variants.extend([variant("b"), variant("d")]);
    show(&mut world, "1004", four);
    world.learn(Event::Drawn);
    world.learn(Event::Tick);
    let looks = [("a", Some(0b1111)), ("b", Some(0b1100)), ("c", Some(u64::MAX)), ("d", None)];
    for (digest, (name, fingerprint)) in (1..).zip(looks) {
        let session = world.session().id;
        let mut file = raster(vec![0; 4]);
        file.measured.sha256 = Digest::from_bytes([digest; 32]);
        file.measured.look = Some(PixelFacts { fingerprint, ..plain() });
        let result = Ok((Arc::new(file), None));
        let id = variant(name).url.as_str().into();
        world.learn(Event::of(session, AssetEvent::Loaded { id, fit: None, result }));
    }
    world.act(SessionAction::Show(Page::Sheet));
    world.act(SheetAction::Order(SheetOrder::Type));
    assert_eq!(groups(&mut world), ["a", "b", "c", "d"]);
    let alike: Vec<usize> = world.session().sheet.groups().iter().map(|g| g.alike).collect();
    assert_eq!(alike, [1, 1, 0, 0]);
    world.act(SheetAction::Like(Some(0b1100)));
    assert_eq!(groups(&mut world), ["a", "b"]);
    world.act(SheetAction::Like(None));
    assert_eq!(groups(&mut world).len(), 4);
}

fn plain() -> PixelFacts {
    PixelFacts {
        transparent_share: 0.0,
        transparent_share_inside: 0.0,
        transparent_corners: 0,
        matte_corners: 0,
        blank: false,
        contrast_with_white: Some(4.0),
        contrast_with_dark: Some(4.0),
        last_four_contrast: 9.0,
        fingerprint: None,
    }
}

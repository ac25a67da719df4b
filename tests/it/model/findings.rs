//! What the verifier says of the cards on screen, kept up with what arrives.
use std::sync::Arc;

use bytes::Bytes;
use carddesk::domain::{Asset, AssetKind, CardList, Digest};
use carddesk::media::{FetchError, LoadError, LoadFailure};
use carddesk::model::{
    AssetAction, AssetEffect, AssetEvent, Effect, Event, VerdictAction, VerdictEffect,
};
use carddesk::verify::{CardFindings, Rule, Severity};

use super::assets::{raster, variant};
use super::{FIRST, SECOND, TEST_SERVER, World, list};

/// Two cards: the first with so many files, the second with the first of them.
fn cards(files: usize) -> CardList {
    let mut cards = list(&[FIRST, SECOND]);
    let asset = |names: &[String]| Asset {
        kind: AssetKind::CardBackgroundCombined,
        alt_text: Some("art".to_owned()),
        payment_type: None,
        variants: names.iter().map(|name| variant(name)).collect(),
    };
    let names: Vec<String> = (0..files).map(|number| format!("{number}.png")).collect();
    cards.cards[0].assets = vec![asset(&names)];
    cards.cards[1].assets = vec![asset(&names[..1])];
    cards
}

fn with_files(files: usize) -> World {
    let mut world = World::signed_in(TEST_SERVER);
    let call = world.look_up("1004");
    world.listed(call, Ok(cards(files)));
    world
}

fn loads(effects: &[Effect]) -> Vec<String> {
    let mut urls = Vec::new();
    for effect in effects {
        let Effect::Asset(AssetEffect::Load { variant, fit, .. }) = effect else {
            panic!("{effect:?}")
        };
        assert_eq!(*fit, None, "not in view");
        urls.push(variant.url.clone());
    }
    urls
}

fn arrived(world: &mut World, url: &str, is_good: bool) {
    let session = world.session().id;
    let bytes: Bytes = vec![0; 10].into();
    let error = LoadError::Fetch(FetchError::HttpStatus(404));
    let result = match is_good {
        true => Ok((Arc::new(raster(bytes)), None)),
        false => Err(LoadFailure { error, measured: None }),
    };
    world.learn(Event::of(session, AssetEvent::Loaded { id: url.into(), fit: None, result }));
}

fn rules(findings: Option<&CardFindings>) -> Vec<Rule> {
    findings.unwrap().all().map(|finding| finding.rule).collect()
}

#[test]
fn files_out_of_view_are_fetched_a_few_at_a_time_after_those_in_view() {
    let mut world = with_files(11);
    assert!(world.session().awaits_drawing());
    assert!(world.learn(Event::Tick).is_empty(), "the list is not drawn yet");
    let first = loads(&world.learn(Event::Drawn));
    assert!(!world.session().awaits_drawing());
    assert_eq!(first.len(), 8);
    assert!(world.learn(Event::Tick).is_empty(), "as many as may are on their way");
    arrived(&mut world, &first[0], true);
    arrived(&mut world, &first[1], false);
    let then = loads(&world.learn(Event::Tick));
    assert_eq!(then.len(), 2);
    for url in first[2..].iter().chain(&then) {
        arrived(&mut world, url, true);
    }
    let last = loads(&world.learn(Event::Tick));
    assert_eq!(last.len(), 1);
    arrived(&mut world, &last[0], true);
    assert!(world.learn(Event::Tick).is_empty(), "each once, the failed one too");
}

#[test]
fn findings_follow_the_files() {
    let mut world = with_files(2);
    let before = rules(world.session().findings(0));
    assert!(before.contains(&Rule::MediaTypeUnknown) && !before.contains(&Rule::HttpStatus));
    let url = |number: usize| variant(&format!("{number}.png")).url;
    world.learn(Event::Drawn);
    world.learn(Event::Tick);
    arrived(&mut world, &url(0), false);
    arrived(&mut world, &url(1), true);
    // Both cards name the first file.
    assert!(rules(world.session().findings(0)).contains(&Rule::HttpStatus));
    assert!(rules(world.session().findings(1)).contains(&Rule::HttpStatus));
    assert_eq!(world.session().queue.rows()[0].worst, Some(Severity::Error));
    // Asked for anew, nothing is known of it.
    world.act(AssetAction::Retry { id: url(0).as_str().into() });
    assert!(!rules(world.session().findings(0)).contains(&Rule::HttpStatus));
    assert_eq!(loads(&world.learn(Event::Tick)), [url(0)]);
    arrived(&mut world, &url(0), true);
    assert_eq!(world.session().queue.rows()[0].worst, Some(Severity::Warning));
}

#[test]
fn findings_go_with_the_cards() {
    let mut world = with_files(1);
    let call = world.look_up("1005");
    assert!(world.session().findings(0).is_none());
    world.listed(call, Ok(list(&[SECOND])));
    assert_eq!(rules(world.session().findings(0)), [Rule::NoAssets]);
    assert!(world.session().findings(1).is_none());
}

#[test]
fn what_could_not_be_shown_can_be_acknowledged_too() {
    let mut world = with_files(1);
    world.learn(Event::Drawn);
    world.learn(Event::Tick);
    let url = variant("0.png").url;
    // Fetched, measured, and refused by the decoder.
    let bytes: Bytes = vec![0; 10].into();
    let measured = Some(Box::new(raster(bytes.clone()).measured));
    let error = LoadError::Undecodable { reason: "cut off".to_owned() };
    let session = world.session().id;
    let result = Err(LoadFailure { error, measured });
    let event =
        Event::of(session, AssetEvent::Loaded { id: url.as_str().into(), fit: None, result });
    world.learn(event);
    assert_eq!(world.session().queue.rows()[0].worst, Some(Severity::Error));
    let sha256 = world.session().library.at(&url).unwrap().digest().unwrap();
    world.act(VerdictAction::Ask { sha256, rule: Rule::Undecodable });
    let effects = world.act(VerdictAction::Confirm);
    assert!(
        matches!(effects[..], [Effect::Verdict(VerdictEffect::ChangeAcknowledged { .. })]),
        "{effects:?}"
    );
    assert!(world.session().acknowledgement(&url, Rule::Undecodable).is_some());
    assert_eq!(world.session().queue.rows()[0].worst, Some(Severity::Warning));
    // Other bytes at the same address are another matter.
    world.act(AssetAction::Retry { id: url.as_str().into() });
    let mut other = raster(bytes).measured;
    other.sha256 = Digest::from_bytes([9; 32]);
    let error = LoadError::Undecodable { reason: "cut off".to_owned() };
    let result = Err(LoadFailure { error, measured: Some(Box::new(other)) });
    world.learn(Event::Tick);
    world.learn(Event::of(
        session,
        AssetEvent::Loaded { id: url.as_str().into(), fit: None, result },
    ));
    assert_eq!(world.session().queue.rows()[0].worst, Some(Severity::Error));
}

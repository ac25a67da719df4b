//! A list: read, taken in, verified.

use std::sync::Arc;

use carddesk::api::read_list;
use carddesk::domain::{CardList, Environment};
use carddesk::media::Loaded;
use carddesk::model::{
    Action, Effect, Event, LookUpAction, LookUpEffect, LookUpEvent, Now, SignInAction, State,
    update,
};
use carddesk::settings::Settings;
use carddesk::verify::{FileState, Files, Situation, verify};
use divan::{Bencher, black_box};
use serde_json::json;

use super::CARDS;
use super::media::art;

/// What the gateway answers for a customer with so many cards of four assets each.
pub(super) fn body(cards: usize, art: &str) -> String {
    let asset = |kind: &str, url: String, media: &str| {
        json!({ "assetType": kind, "altText": "digitalCardArt", "paymentType": "VISA",
            "assetData": [{ "url": url, "mediaType": media, "width": 1536, "height": 969 }] })
    };
    let card = |index: usize| {
        let url = |name: &str| format!("{art}?{name}{index}");
        json!({
            "token": format!("54F5A3DE-4B47-4B40-03B5-{index:012X}"),
            "post": format!("{:04}", index % 10_000),
            "bin": 412_362, "brand": "VISA", "bank": "Банк Северный мост",
            "expire": "12.2030", "active": true, "needCVC": false,
            "assets": [
                asset("CARD_BACKGROUND_COMBINED", url("art"), "image/png"),
                asset("ISSUER_LOGO", url("issuer"), "image/png"),
                asset("BRAND_LOGO", url("brand"), "image/pdf"),
                asset("ICON", url("icon"), "image/png"),
            ],
        })
    };
    serde_json::Value::from_iter((0..cards).map(card)).to_string()
}

pub(super) fn list(cards: usize, art: &str) -> CardList {
    read_list(&body(cards, art)).expect("a list")
}

#[divan::bench(args = CARDS)]
fn parse(bencher: Bencher<'_, '_>, cards: usize) {
    let body = body(cards, "https://assets.example.com/art");
    bencher.bench_local(|| read_list(black_box(&body)).unwrap());
}

/// A list taken in by the core.
#[divan::bench(args = CARDS)]
fn take_in(bencher: Bencher<'_, '_>, cards: usize) {
    let list = list(cards, "https://assets.example.com/art");
    let (mut state, now) = (State::new(Settings::default(), super::frame::LANGUAGE), now());
    let opening = super::frame::opening("test.example.com");
    update(&mut state, Action::from(SignInAction::With(Box::new(opening))).into(), now);
    bencher.with_inputs(|| list.clone()).bench_local_values(|list| take(&mut state, list, now));
}

/// Looks customer 1 up, and answers.
pub(super) fn take(state: &mut State, list: CardList, now: Now) {
    let number = carddesk::domain::CustomerNumber::parse("1").unwrap();
    let effects = update(state, Action::from(LookUpAction::Open(number)).into(), now);
    let call = effects.iter().find_map(|effect| match effect {
        Effect::LookUp(LookUpEffect::List { session, request, .. }) => Some((*session, *request)),
        _ => None,
    });
    let (session, request) = call.unwrap();
    let listed = Event::of(session, LookUpEvent::Listed { request, took_ms: 10, result: Ok(list) });
    update(state, listed.into(), now);
}

pub(super) fn now() -> Now {
    Now { timestamp: "2026-03-10T12:00:00Z".parse().unwrap() }
}

/// Every file is the same one.
struct OneFile(Arc<Loaded>);

impl Files for OneFile {
    fn file(&self, _: &carddesk::domain::Variant) -> FileState<'_> {
        FileState::Read(&self.0)
    }
}

#[divan::bench(args = CARDS)]
fn verify_cards(bencher: Bencher<'_, '_>, cards: usize) {
    let (list, files) = (list(cards, "https://assets.example.com/art"), OneFile(art().0.clone()));
    let situation = Situation { today: now().today(), environment: Environment::Production };
    bencher.bench_local(|| verify(black_box(&list), &files, situation));
}

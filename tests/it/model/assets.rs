use std::sync::Arc;
use std::time::Duration;

use bytes::Bytes;
use carddesk::domain::{Asset, AssetKind, Declared, Digest, Variant};
use carddesk::media::{
    Block, Content, Document, LoadError, LoadFailure, Loaded, Measured, MediaKind, Picture,
    PixelBox, Span,
};
use carddesk::model::{
    Action, AssetAction, AssetEffect, AssetEntry, AssetEvent, Dialog, DrawKey, Effect, Event,
    FileId, Ground, Library, SessionAction, SessionId, ViewerAction, Zoom,
};

use super::{FIRST, TEST_SERVER, World, list};

pub(super) const SMALL: PixelBox = PixelBox { width: 264, height: 166 };
const LARGE: PixelBox = PixelBox { width: 1200, height: 757 };

fn id(name: &str) -> FileId {
    FileId::Url(url(name))
}

fn url(name: &str) -> Arc<str> {
    format!("https://assets.example.com/{name}").into()
}

pub(super) fn variant(name: &str) -> Variant {
    Variant { url: url(name).to_string(), declared: Declared::default() }
}

fn want(name: &str, fit: PixelBox) -> Action {
    let kind = AssetKind::CardBackground;
    AssetAction::Want { variant: variant(name), kind, fit }.into()
}

/// A file as the pipeline hands it over.
pub(super) fn raster(bytes: impl Into<Bytes>) -> Loaded {
    let bytes = bytes.into();
    Loaded {
        measured: Measured {
            kind: MediaKind::Png,
            declared_matches: true,
            content_type: None,
            bytes: bytes.len(),
            sha256: Digest::from_bytes([0; 32]),
            elapsed: Duration::ZERO,
            redirects: 0,
            pixels: Some((1536, 969)),
            raster: None,
            look: None,
            vector: None,
            text: None,
            html: None,
        },
        bytes,
        content: Content::Raster { natural: (1536, 969) },
    }
}

fn text_file() -> Loaded {
    let span = Span { text: "Terms".to_owned(), strong: false, emphasis: false, link: None };
    let document = Document { blocks: vec![Block::Paragraph(vec![span])] };
    Loaded { content: Content::Text(document), ..raster(&b"Terms"[..]) }
}

fn picture(fit: PixelBox) -> Picture {
    let PixelBox { width, height } = fit;
    Picture { width, height, rgba: vec![0; (width * height * 4) as usize] }
}

fn broken() -> LoadFailure {
    failure(LoadError::Undecodable { reason: "cut off".to_owned() })
}

fn failure(error: LoadError) -> LoadFailure {
    LoadFailure { error, measured: None }
}

fn loads(effects: &[Effect]) -> usize {
    effects
        .iter()
        .filter(|effect| matches!(effect, Effect::Asset(AssetEffect::Load { .. })))
        .count()
}

fn draws(effects: &[Effect]) -> usize {
    effects
        .iter()
        .filter(|effect| matches!(effect, Effect::Asset(AssetEffect::Draw { .. })))
        .count()
}

/// Answers a load.
fn loaded(world: &mut World, name: &str, result: Result<Loaded, LoadFailure>) -> Vec<Effect> {
    let session = world.session().id;
    loaded_in(world, session, name, result)
}

fn loaded_in(
    world: &mut World,
    session: SessionId,
    name: &str,
    result: Result<Loaded, LoadFailure>,
) -> Vec<Effect> {
    let result = result.map(|file| (Arc::new(file), Some(picture(SMALL))));
    world.learn(Event::of(session, AssetEvent::Loaded { id: id(name), fit: Some(SMALL), result }))
}

fn drawn(world: &mut World, fit: PixelBox, result: Result<(), LoadError>) -> Vec<Effect> {
    let (session, id) = (world.session().id, id("a"));
    let result = result.map(|()| Some(picture(fit)));
    world.learn(Event::of(session, AssetEvent::Drawn { id, fit, result }))
}

fn entry<'a>(world: &'a World, name: &str) -> Option<&'a AssetEntry> {
    world.session().library.at(&url(name))
}

fn small_file() -> Loaded {
    raster(vec![0; 64])
}

#[test]
fn a_file_is_fetched_once_however_many_cards_show_it() {
    let mut world = World::with_cards(TEST_SERVER, "1004", &[FIRST]);
    assert_eq!(loads(&world.act(want("a", SMALL))), 1);
    assert!(world.act(want("a", SMALL)).is_empty());
    assert!(world.act(want("a", LARGE)).is_empty(), "another size waits for the file");
    assert_eq!(loads(&world.act(want("b", SMALL))), 1, "another file does not");
    let effects = loaded(&mut world, "a", Ok(small_file()));
    assert!(
        matches!(
            effects[..],
            [Effect::Asset(AssetEffect::Show { key: DrawKey { fit: SMALL, .. }, .. })]
        ),
        "{effects:?}"
    );
    // From then on it is drawn from memory.
    let effects = world.act(want("a", LARGE));
    assert_eq!((loads(&effects), draws(&effects)), (0, 1));
    assert!(world.act(want("a", LARGE)).is_empty(), "once a size");
    let effects = drawn(&mut world, LARGE, Ok(()));
    assert!(
        matches!(
            effects[..],
            [Effect::Asset(AssetEffect::Show { key: DrawKey { fit: LARGE, .. }, .. })]
        ),
        "{effects:?}"
    );
    assert!(entry(&world, "a").unwrap().drawing.is_empty());
}

#[test]
fn text_is_never_drawn() {
    let mut world = World::with_cards(TEST_SERVER, "1004", &[FIRST]);
    world.act(want("a", SMALL));
    let (session, id) = (world.session().id, id("a"));
    let result = Ok((Arc::new(text_file()), None));
    assert!(
        world
            .learn(Event::of(session, AssetEvent::Loaded { id, fit: Some(SMALL), result }))
            .is_empty()
    );
    assert!(world.act(want("a", SMALL)).is_empty());
}

#[test]
fn a_failed_file_waits_for_retry() {
    let mut world = World::with_cards(TEST_SERVER, "1004", &[FIRST]);
    world.act(want("a", SMALL));
    assert!(loaded(&mut world, "a", Err(broken())).is_empty());
    assert_eq!(entry(&world, "a").unwrap().file.error(), Some(&broken()));
    assert!(world.act(want("a", SMALL)).is_empty(), "no loop of failures");
    world.pass(30);
    let effects = world.act(AssetAction::Retry { id: id("a") });
    assert!(
        matches!(effects[..], [Effect::Asset(AssetEffect::DropPictures { .. })]),
        "{effects:?}"
    );
    assert_eq!(entry(&world, "a").unwrap().asked_at, world.now.timestamp, "it waits anew");
    assert_eq!(loads(&world.act(want("a", SMALL))), 1);
    loaded(&mut world, "a", Ok(small_file()));
    assert!(entry(&world, "a").unwrap().file.error().is_none());
}

#[test]
fn retry_disturbs_no_load_under_way_and_knows_no_strangers() {
    let mut world = World::with_cards(TEST_SERVER, "1004", &[FIRST]);
    world.act(want("a", SMALL));
    assert!(world.act(AssetAction::Retry { id: id("a") }).is_empty());
    assert!(world.act(want("a", SMALL)).is_empty());
    assert!(world.act(AssetAction::Retry { id: id("z") }).is_empty());
}

#[test]
fn retrying_all_takes_the_failed_ones_alone() {
    let mut world = World::signed_in(TEST_SERVER);
    let call = world.look_up("1004");
    let mut cards = list(&[FIRST]);
    let (kind, variants) = (AssetKind::CardBackground, ["a", "b", "c", "d"].map(variant).into());
    cards.cards[0].assets = vec![Asset { kind, alt_text: None, payment_type: None, variants }];
    world.listed(call, Ok(cards));
    for name in ["a", "b", "c", "d", "another customer's"] {
        world.act(want(name, SMALL));
    }
    loaded(&mut world, "another customer's", Err(broken()));
    loaded(&mut world, "a", Ok(small_file()));
    loaded(&mut world, "b", Err(broken()));
    loaded(&mut world, "c", Ok(small_file()));
    world.act(want("a", LARGE));
    drawn(&mut world, LARGE, Err(LoadError::DecoderPanicked));
    let effects = world.act(AssetAction::RetryAll);
    let mut dropped: Vec<FileId> = effects
        .into_iter()
        .map(|effect| match effect {
            Effect::Asset(AssetEffect::DropPictures { id }) => id,
            other => panic!("{other:?}"),
        })
        .collect();
    dropped.sort_unstable();
    assert_eq!(dropped, [id("a"), id("b")], "one could not be read, one could not be drawn");
    assert_eq!(loads(&world.act(want("a", SMALL))) + loads(&world.act(want("b", SMALL))), 2);
    assert_eq!(loads(&world.act(want("c", SMALL))) + loads(&world.act(want("d", SMALL))), 0);
}

#[test]
fn a_size_that_cannot_be_drawn_is_told_and_not_tried_again() {
    let mut world = World::with_cards(TEST_SERVER, "1004", &[FIRST]);
    world.act(want("a", SMALL));
    loaded(&mut world, "a", Ok(small_file()));
    world.act(want("a", LARGE));
    assert!(drawn(&mut world, LARGE, Err(LoadError::DecoderPanicked)).is_empty());
    assert_eq!(entry(&world, "a").unwrap().draw_error, Some(LoadError::DecoderPanicked));
    assert!(world.act(want("a", LARGE)).is_empty());
}

#[test]
fn cancelled_loads_are_asked_for_again_when_wanted() {
    let mut world = World::with_cards(TEST_SERVER, "1004", &[FIRST]);
    world.act(want("a", SMALL));
    assert!(loaded(&mut world, "a", Err(failure(LoadError::Cancelled))).is_empty());
    assert!(entry(&world, "a").unwrap().file.error().is_none(), "nothing went wrong");
    assert_eq!(loads(&world.act(want("a", SMALL))), 1);
    loaded(&mut world, "a", Ok(small_file()));
    world.act(want("a", LARGE));
    assert!(drawn(&mut world, LARGE, Err(LoadError::Cancelled)).is_empty());
    assert_eq!(draws(&world.act(want("a", LARGE))), 1);
}

#[test]
fn answers_of_a_session_that_was_left_are_dropped() {
    let mut world = World::with_cards(TEST_SERVER, "1004", &[FIRST]);
    let left = world.session().id;
    world.act(SessionAction::SignOut);
    let opening = carddesk::model::SignInAction::With(Box::new(super::opening(TEST_SERVER)));
    world.act(opening);
    world.act(want("a", SMALL));
    assert!(loaded_in(&mut world, left, "a", Ok(small_file())).is_empty());
    assert!(entry(&world, "a").unwrap().file.is_loading(), "its own answer is awaited");
    // Nobody asked for this one.
    assert!(loaded(&mut world, "z", Ok(small_file())).is_empty());
    assert!(entry(&world, "z").is_none());
}

#[test]
fn the_least_recently_wanted_files_leave_when_there_are_too_many_bytes() {
    let mut world = World::with_cards(TEST_SERVER, "1004", &[FIRST]);
    // Largest image there may be; one block stands for all of them.
    let bytes: Bytes = vec![0; 5 * 1024 * 1024].into();
    let name = |number: usize| format!("file-{number}");
    for number in 0..4 {
        world.act(want(&name(number), SMALL));
        loaded(&mut world, &name(number), Ok(raster(bytes.clone())));
    }
    let has_bytes = |entry: &AssetEntry| entry.file.value().is_some();
    let kept = |world: &World| world.session().library.iter().filter(|e| has_bytes(e)).count();
    assert_eq!(kept(&world), 4, "20 MiB are kept");
    // The oldest is looked at once more, and one is on its way.
    world.act(want(&name(0), LARGE));
    let session = world.session().id;
    let result = Ok(Some(picture(LARGE)));
    world.learn(Event::of(session, AssetEvent::Drawn { id: id(&name(0)), fit: LARGE, result }));
    world.act(want(&name(4), SMALL));
    world.act(want(&name(5), SMALL));
    loaded(&mut world, &name(5), Ok(raster(bytes)));
    world.learn(Event::Tick);
    assert!(has_bytes(entry(&world, &name(0)).unwrap()), "wanted lately");
    assert!(!has_bytes(entry(&world, &name(1)).unwrap()), "the oldest");
    assert!(!entry(&world, &name(1)).unwrap().is_unknown(), "what was measured stays");
    assert!(has_bytes(entry(&world, &name(2)).unwrap()), "no more than needed");
    assert!(entry(&world, &name(4)).unwrap().file.is_loading(), "what is awaited stays");
    // What has left is fetched again when it is wanted.
    assert_eq!(loads(&world.act(want(&name(1), SMALL))), 1);
    let bytes: usize = world
        .session()
        .library
        .iter()
        .filter_map(|entry| entry.file.value())
        .map(|file| file.bytes.len())
        .sum();
    assert!(bytes <= Library::KEPT_BYTES, "{bytes}");
}

#[test]
fn files_out_of_view_leave_before_those_in_view() {
    let mut world = World::with_cards(TEST_SERVER, "1004", &[FIRST]);
    let mut cards = list(&[FIRST]);
    let kind = AssetKind::CardBackground;
    let variants = ["seen", "below", "deeper"].map(variant).to_vec();
    cards.cards[0].assets = vec![Asset { kind, alt_text: None, payment_type: None, variants }];
    let call = world.look_up("1005");
    world.listed(call, Ok(cards));
    world.act(want("seen", SMALL));
    assert_eq!(loads(&world.learn(Event::Drawn)), 2, "the others are asked for afterwards");
    for name in ["seen", "below", "deeper"] {
        loaded(&mut world, name, Ok(raster(vec![0; Library::KEPT_BYTES / 2])));
    }
    world.learn(Event::Tick);
    assert!(entry(&world, "seen").unwrap().file.value().is_some());
    let others = ["below", "deeper"].map(|name| entry(&world, name).unwrap().file.value());
    assert_eq!(others.iter().flatten().count(), 1, "there is room for two");
}

#[test]
fn a_picture_that_came_without_its_bytes_is_known_and_fetched_for_another_size() {
    let mut world = World::with_cards(TEST_SERVER, "1004", &[FIRST]);
    world.act(want("a", SMALL));
    let shown = loaded(&mut world, "a", Ok(raster(Bytes::new())));
    assert!(matches!(&shown[..], [Effect::Asset(AssetEffect::Show { .. })]), "{shown:?}");
    let known = entry(&world, "a").unwrap();
    assert!(known.file.value().is_none(), "nothing to draw from");
    assert_eq!(known.loaded().unwrap().measured.pixels, Some((1536, 969)));
    assert!(!known.is_unknown());
    assert_eq!(loads(&world.act(want("a", LARGE))), 1);
}

#[test]
fn a_file_being_drawn_does_not_leave() {
    let mut world = World::with_cards(TEST_SERVER, "1004", &[FIRST]);
    let bytes: Bytes = vec![0; 5 * 1024 * 1024].into();
    world.act(want("a", SMALL));
    loaded(&mut world, "a", Ok(raster(bytes.clone())));
    world.act(want("a", LARGE));
    for number in 0..40 {
        let name = format!("file-{number}");
        world.act(want(&name, SMALL));
        loaded(&mut world, &name, Ok(raster(bytes.clone())));
    }
    assert!(entry(&world, "a").is_some());
    assert_eq!(drawn(&mut world, LARGE, Ok(())).len(), 1);
}

#[test]
fn the_large_picture_opens_fitted_and_keeps_within_its_limits() {
    let mut world = World::with_cards(TEST_SERVER, "1004", &[FIRST]);
    let open = AssetAction::Open { variant: variant("a"), kind: AssetKind::Icon };
    assert!(world.act(open).is_empty());
    let viewer = |world: &World| match &world.state.dialog {
        Some(Dialog::Viewer(viewer)) => viewer.clone(),
        other => panic!("{other:?}"),
    };
    assert_eq!(viewer(&world).id, id("a"));
    assert_eq!((viewer(&world).zoom, viewer(&world).ground), (Zoom::Fit, Ground::Checkerboard));
    let zoom = |zoom| ViewerAction::Zoom { zoom, pan: [3.0, 4.0] };
    for (asked, given) in [(1.0, 1.0), (1e9, 32.0), (0.0, 0.05), (-1.0, 0.05)] {
        world.act(zoom(Zoom::Scale(asked)));
        assert_eq!(viewer(&world).zoom, Zoom::Scale(given));
        assert_eq!(viewer(&world).pan.map(f32::to_bits), [3.0_f32, 4.0].map(f32::to_bits));
    }
    world.act(zoom(Zoom::Fit));
    assert_eq!(viewer(&world).pan.map(f32::to_bits), [0.0_f32, 0.0].map(f32::to_bits));
    world.act(ViewerAction::Ground(Ground::Dark));
    assert_eq!(viewer(&world).ground, Ground::Dark);
    world.act(Action::CloseTop);
    assert!(world.state.dialog.is_none());
    world.act(ViewerAction::Ground(Ground::Light));
    assert!(world.state.dialog.is_none());
}

//! The large picture: layers, comparing, and going through findings.
use std::path::PathBuf;
use std::sync::Arc;

use carddesk::domain::{Asset, AssetKind, CardList, Digest};
use carddesk::media::{Difference, Layer, LayerFacts, LoadError, Loaded, Picture};
use carddesk::model::{
    Action, AssetAction, AssetEffect, AssetEvent, CardAction, Compare, Dialog, Effect, Event,
    FileId, InspectorTab, Overlay, Remote, Viewer, ViewerAction, ViewerEffect, ViewerEvent,
    ViewerPage, Zoom,
};
use carddesk::verify::Severity;

use super::assets::{raster, variant};
use super::{FIRST, SECOND, TEST_SERVER, World, list};

/// Two cards, each with a file of its own: `a` and `b`, of which `a` is open.
fn world() -> World {
    let mut cards = list(&[FIRST, SECOND]);
    for (card, name) in cards.cards.iter_mut().zip(["a", "b"]) {
        let kind = AssetKind::CardBackgroundCombined;
        let variants = vec![variant(name)];
        card.assets = vec![Asset { kind, alt_text: None, payment_type: None, variants }];
    }
    let mut world = World::signed_in(TEST_SERVER);
    show(&mut world, cards);
    // What is in view is asked for as it is drawn, the rest after that.
    world.learn(Event::Drawn);
    world.learn(Event::Tick);
    arrived(&mut world, "a", 1);
    arrived(&mut world, "b", 2);
    let kind = AssetKind::CardBackgroundCombined;
    world.act(AssetAction::Open { variant: variant("a"), kind });
    world
}

fn show(world: &mut World, cards: CardList) {
    let call = world.look_up("1004");
    world.listed(call, Ok(cards));
}

fn id(name: &str) -> FileId {
    variant(name).url.as_str().into()
}

fn file(digest: u8) -> Arc<Loaded> {
    let mut file = raster(vec![0; 4]);
    file.measured.sha256 = Digest::from_bytes([digest; 32]);
    Arc::new(file)
}

fn arrived(world: &mut World, name: &str, digest: u8) {
    let session = world.session().id;
    let result = Ok((file(digest), None));
    world.learn(Event::of(
        session,
        AssetEvent::Loaded { id: variant(name).url.as_str().into(), fit: None, result },
    ));
}

fn viewer(world: &World) -> &Viewer {
    match &world.state.dialog {
        Some(Dialog::Viewer(viewer)) => viewer,
        other => panic!("{other:?}"),
    }
}

fn compared(world: &World) -> &Compare {
    viewer(world).compare.as_ref().expect("compared")
}

/// What the viewer asks for in the next frame.
fn asked(world: &mut World) -> Vec<Effect> {
    let is_own = |effect: &Effect| {
        matches!(
            effect,
            Effect::Viewer(ViewerEffect::DrawLayer { .. })
                | Effect::Viewer(ViewerEffect::CompareFiles { .. })
        )
    };
    world.learn(Event::Tick).into_iter().filter(is_own).collect()
}

fn with(name: &str) -> Action {
    let kind = AssetKind::CardBackgroundCombined;
    ViewerAction::Compare { variant: variant(name), kind }.into()
}

#[test]
fn a_layer_is_asked_for_once_and_forgotten_with_its_overlay() {
    let mut world = world();
    assert!(asked(&mut world).is_empty(), "no overlay");
    world.act(ViewerAction::Overlay(Overlay::Alpha));
    let effects = asked(&mut world);
    let [Effect::Viewer(ViewerEffect::DrawLayer { session, file, layer: Layer::Alpha })] =
        effects.as_slice()
    else {
        panic!("{effects:?}");
    };
    let (session, sha256) = (*session, file.measured.sha256);
    assert!(asked(&mut world).is_empty(), "once");
    let facts = LayerFacts { all: 10, clear: 3, ..LayerFacts::default() };
    let picture = Picture { width: 1, height: 1, rgba: vec![0; 4] };
    let layer = Layer::Alpha;
    let result = Ok((facts, picture.clone()));
    let shown = world.learn(Event::of(session, ViewerEvent::LayerDrawn { sha256, layer, result }));
    assert!(
        matches!(shown.as_slice(), [Effect::Viewer(ViewerEffect::ShowLayer { .. })]),
        "{shown:?}"
    );
    let run = viewer(&world).layer_of(&sha256, layer).unwrap();
    assert_eq!(run.facts, Remote::Ready(facts));
    world.act(ViewerAction::Overlay(Overlay::None));
    assert!(asked(&mut world).is_empty());
    assert!(viewer(&world).layers.is_empty());
    // An answer that nobody waits for any more changes nothing.
    let late = world.learn(Event::of(
        session,
        ViewerEvent::LayerDrawn { sha256, layer, result: Ok((facts, picture)) },
    ));
    assert!(late.is_empty());
}

#[test]
fn pixels_are_drawn_as_squares_from_a_scale_on() {
    let mut world = world();
    for (scale, count) in [(1.0, 0), (Viewer::SQUARES, 1)] {
        world.act(ViewerAction::Zoom { zoom: Zoom::Scale(scale), pan: [0.0, 0.0] });
        assert_eq!(asked(&mut world).len(), count, "{scale}");
    }
}

#[test]
fn two_files_are_compared_once_both_are_there() {
    let mut world = world();
    world.act(with("b"));
    let effects = asked(&mut world);
    assert!(
        matches!(effects.as_slice(), [Effect::Viewer(ViewerEffect::CompareFiles { .. })]),
        "{effects:?}"
    );
    assert!(compared(&world).difference.is_loading());
    assert!(asked(&mut world).is_empty(), "once");
    let session = world.session().id;
    let of = [Digest::from_bytes([1; 32]), Digest::from_bytes([2; 32])];
    let late = Event::of(
        session,
        ViewerEvent::FilesCompared {
            of: [Digest::from_bytes([1; 32]), Digest::from_bytes([9; 32])],
            result: Ok(Difference::OtherShape),
        },
    );
    world.learn(late);
    assert!(compared(&world).difference.is_loading(), "of other bytes");
    world.learn(Event::of(
        session,
        ViewerEvent::FilesCompared { of, result: Ok(Difference::SamePixels) },
    ));
    assert_eq!(compared(&world).difference, Remote::Ready(Difference::SamePixels));
    world.act(ViewerAction::Divide(7.0));
    assert_eq!(compared(&world).divider, 1.0);
    world.act(ViewerAction::Swap);
    assert_eq!(viewer(&world).id, id("b"));
    assert_eq!(compared(&world).other, id("a"));
    assert_eq!(asked(&mut world).len(), 1, "the other way round");
    world.act(ViewerAction::StopComparing);
    assert!(viewer(&world).compare.is_none());
}

#[test]
fn a_file_of_this_machine_is_read_and_never_fetched() {
    let mut world = world();
    let path = PathBuf::from("/tmp/saved.png");
    world.act(ViewerAction::CompareFile(path.clone()));
    let key = compared(&world).other.clone();
    assert_eq!(key, FileId::from(path.clone()));
    assert!(world.session().library.get(&key).is_some());
    assert!(world.session().library.at(&path.display().to_string()).is_none(), "no address");
    let effects = world.act(AssetAction::WantFile { id: key.clone(), fit: super::assets::SMALL });
    let [Effect::Asset(AssetEffect::Read { path: read, session, fit, .. })] = effects.as_slice()
    else {
        panic!("{effects:?}");
    };
    assert_eq!(**read, *path);
    let error = LoadError::Unreadable { reason: "gone".to_owned() };
    let result = Err(carddesk::media::LoadFailure { error, measured: None });
    let (session, id, fit) = (*session, key.clone(), Some(*fit));
    world.learn(Event::of(session, AssetEvent::Loaded { id, fit, result }));
    assert!(world.session().library.get(&key).unwrap().error().is_some());
    assert!(asked(&mut world).is_empty(), "nothing to compare");
}

#[test]
fn a_typed_path_loses_its_quotes_and_nothing_is_no_path() {
    let mut world = world();
    for (text, path) in [("  ", None), (" \"/tmp/a b.png\" ", Some("/tmp/a b.png"))] {
        let choice = carddesk::model::Choice { path: text.to_owned(), ..Default::default() };
        world.act(ViewerAction::Choose(choice));
        world.act(ViewerAction::CompareTyped);
        let compare = viewer(&world).compare.as_ref();
        let entry = compare.and_then(|c| world.session().library.get(&c.other));
        let read = entry.and_then(|entry| entry.id.path().map(ToOwned::to_owned));
        assert_eq!(read, path.map(PathBuf::from), "{text:?}");
    }
}

#[test]
fn esc_leaves_the_choice_first_and_closing_leaves_all() {
    let mut world = world();
    world.act(ViewerAction::Page(ViewerPage::Choose));
    world.act(Action::CloseTop);
    assert_eq!(viewer(&world).page, ViewerPage::Picture);
    world.act(ViewerAction::Page(ViewerPage::Choose));
    world.act(ViewerAction::Close);
    assert!(world.state.dialog.is_none());
}

#[test]
fn a_picture_is_drawn_for_the_clipboard_first() {
    let mut world = world();
    let effects = world.act(ViewerAction::CopyPicture);
    assert!(
        matches!(effects.as_slice(), [Effect::Viewer(ViewerEffect::DrawForCopy { .. })]),
        "{effects:?}"
    );
    let session = world.session().id;
    let picture = Picture { width: 1, height: 1, rgba: vec![0; 4] };
    let effects =
        world.learn(Event::of(session, ViewerEvent::DrawnForCopy { result: Ok(picture) }));
    assert!(
        matches!(effects.as_slice(), [Effect::Viewer(ViewerEffect::CopyPicture(_))]),
        "{effects:?}"
    );
    assert_eq!(world.state.notices.len(), 1);
    let result = Err(LoadError::RendererTime);
    assert!(world.learn(Event::of(session, ViewerEvent::DrawnForCopy { result })).is_empty());
    assert!(world.state.notices.iter().any(|notice| notice.kind.stays()));
}

#[test]
fn files_of_the_same_type_come_first_and_words_choose() {
    let world = world();
    let session = world.session();
    let names = |filter: &str| -> Vec<String> {
        let files = session.comparable(&id("a"), filter);
        files.iter().map(|file| file.variant.url.clone()).collect()
    };
    assert_eq!(names(""), [variant("b").url], "never itself");
    assert_eq!(names("1004 visa").len(), 1);
    assert!(names("mir").is_empty());
}

#[test]
fn findings_are_stepped_through_card_by_card_and_round_the_ends() {
    let mut world = world();
    world.act(Action::CloseTop);
    // Notes are passed over.
    let stops = |world: &World, card: usize| -> Vec<(usize, usize)> {
        let findings = world.session().placed_findings(card).into_iter().enumerate();
        let loud = findings.filter(|(_, (_, finding))| finding.severity != Severity::Note);
        loud.map(|(place, _)| (card, place)).collect()
    };
    let all: Vec<_> = [0, 1].into_iter().flat_map(|card| stops(&world, card)).collect();
    assert!(all.iter().any(|(card, _)| *card == 0) && all.iter().any(|(card, _)| *card == 1));
    let place = |world: &World| {
        let customer = world.session().customer.as_ref().unwrap();
        assert_eq!(customer.tab, InspectorTab::Findings);
        (customer.selected.unwrap(), customer.finding.unwrap())
    };
    let mut seen = Vec::new();
    for _ in 0..all.len() {
        world.act(CardAction::StepFinding { back: false });
        seen.push(place(&world));
    }
    assert_eq!(seen, all);
    world.act(CardAction::StepFinding { back: false });
    assert_eq!(Some(&place(&world)), all.first());
    world.act(CardAction::StepFinding { back: true });
    assert_eq!(Some(&place(&world)), all.last());
    // A card selected by hand is begun with its first finding.
    world.act(CardAction::Select(Some(0)));
    world.act(CardAction::StepFinding { back: false });
    assert_eq!(Some(&place(&world)), all.first());
}
